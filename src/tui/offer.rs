//! What else there is for tonight: offered, never put in the place of what was chosen.

use crate::plan::tailor::Tailored;
use crate::tui::hours::is_late;
use crate::tui::message::Now;
use crate::tui::shelf::{Row, Shelf};

/// Moderate effort so many minutes before the bedtime is pointed out.
const WINDING_DOWN: u32 = 120;

/// Another routine, and why.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Why it is offered.
    pub why: String,
    /// Which routine.
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// What to offer beside a routine that plays: for an urge that is there now, what was made for it; for moderate effort
/// near the person's bedtime, something gentler.
pub fn offer(id: &str, tailored: &Tailored, shelf: &Shelf, now: Now) -> Option<Offer> {
    for_today(id, shelf).or_else(|| gentler(id, tailored, shelf, now))
}

fn for_today(id: &str, shelf: &Shelf) -> Option<Offer> {
    let flags = &shelf.library().shared().safety.session_flags;
    let holding = flags
        .iter()
        .filter(|flag| shelf.whom().person().conditions().contains(&flag.id));
    holding
        .filter(|flag| !flag.offer.iter().any(|offer| offer.get_ref() == id))
        .find_map(|flag| {
            let offers = flag.offer.iter().map(|offer| offer.get_ref().as_str());
            let why = format!("With {}", flag.name);
            shelf.first_that_plays(offers).map(|row| with(why, row))
        })
}

fn gentler(id: &str, tailored: &Tailored, shelf: &Shelf, now: Now) -> Option<Offer> {
    use crate::content::vocabulary::Intensity::Moderate;
    let bedtime = shelf.whom().profile.bedtime?;
    let timetable = tailored.timetable.as_ref()?;
    let moderate = |step: &crate::plan::timetable::Step| step.planned.intensity == Moderate;
    if !timetable.steps.iter().any(moderate) || !is_late(now.wall.time(), bedtime, WINDING_DOWN) {
        return None;
    }
    let why = "As a precaution, the last hour or two before bed is for gentle movement".to_owned();
    shelf.gentler(id).map(|row| with(why, row))
}

fn with(why: String, row: &Row) -> Offer {
    Offer {
        why,
        id: row.id.clone(),
        title: row.title.clone(),
    }
}
