//! Hands and feet that are farther away than their limb is long.

use crate::content::vocabulary::Word as _;
use crate::figure::body::length::{ARM, FOREARM};
use crate::figure::body::skeleton::Short;
use crate::figure::check::fault::{Fault, FaultKind, FaultSubject};
use crate::figure::check::stance::Stance;
use crate::figure::words::contact::Contact;
use crate::figure::words::kept::Kept;
use crate::figure::words::segment::Limb;

/// The limbs that do not reach where they are held.
pub(crate) fn check(stance: &Stance<'_>) -> impl Iterator<Item = Fault> {
    let short = stance.body.short.iter();
    short.map(|short| match short.what {
        Kept::Foot => foot(stance, short),
        Kept::Hand => hand(stance, short),
    })
}

fn foot(stance: &Stance<'_>, short: &Short) -> Fault {
    let (subject, by) = (FaultSubject::Of(short.side, "foot"), short.by);
    let predicate = format!("cannot stay in its place: the leg is {by:.0} too short");
    Fault::error(subject, FaultKind::OutOfReach, by, predicate)
        .at(stance.place(short.side, &[Limb::Thigh, Limb::Shin]))
        .help("move the hips less, or keep only the other foot")
}

fn hand(stance: &Stance<'_>, short: &Short) -> Fault {
    let (subject, by) = (FaultSubject::Of(short.side, "hand"), short.by);
    let length = ARM + FOREARM;
    let what = match short.contact {
        None => "stay in its place".to_owned(),
        Some(Contact::Hold(hold)) => format!("reach \"{}\"", hold.as_str()),
        Some(Contact::Body(joint)) => format!("reach \"{}\"", joint.name()),
    };
    let predicate = format!("cannot {what}: the arm, {length:.0} long, is {by:.0} too short");
    Fault::error(subject, FaultKind::OutOfReach, by, predicate)
        .at(stance.place(short.side, &[Limb::Hand, Limb::Arm]))
        .help("lean the torso towards it, or give the angles of the arm")
}
