//! Another routine, offered beside the chosen one and never in its place.

use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::effort::Effort;
use crate::plan::hours::is_late_for_effort;
use crate::plan::tailor::Tailored;
use crate::player::session::Session;
use crate::tui::message::Now;
use crate::tui::screens::home::ranking::by_time;
use crate::words::en::before::{LATE_EFFORT, made_for};

/// Another routine, and why.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    /// The reason why it is offered.
    pub(crate) why: String,
    /// The id of the routine.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
}

/// Offers a routine beside one that plays: for an urge that is there now, one that was made for it; for moderate effort
/// near the person's bedtime, a gentler one.
pub(crate) fn offer(id: &str, tailored: &Tailored, catalog: &Catalog, now: Now) -> Option<Offer> {
    for_today(id, catalog).or_else(|| gentler(id, tailored, catalog, now))
}

fn for_today(id: &str, catalog: &Catalog) -> Option<Offer> {
    let flags = &catalog.library().shared().safety.session_flags;
    let holding = flags
        .iter()
        .filter(|flag| catalog.whom().person().conditions().contains(&flag.id));
    holding
        .filter(|flag| !flag.offer.iter().any(|offer| offer.get_ref() == id))
        .find_map(|flag| {
            let offers = flag.offer.iter().map(|offer| offer.get_ref().as_str());
            let why = made_for(&flag.name);
            catalog.first_that_plays(offers).map(|row| with(why, row))
        })
}

fn gentler(id: &str, tailored: &Tailored, catalog: &Catalog, now: Now) -> Option<Offer> {
    use crate::content::vocabulary::Intensity::Moderate;
    let bedtime = catalog.whom().profile.bedtime?;
    let timetable = tailored.timetable.as_ref()?;
    let moderate =
        |step: &crate::plan::timetable::TimetableStep| step.planned.intensity == Moderate;
    if !timetable.steps.iter().any(moderate) || !is_late_for_effort(now.wall.time(), bedtime) {
        return None;
    }
    let why = LATE_EFFORT.to_owned();
    catalog.gentler(id).map(|row| with(why, row))
}

/// The title of what could be played next: what suits now, and in no way asks for more than what was played. After
/// pain, and where somebody is going to sleep, nothing is.
pub(crate) fn after(session: &Session, catalog: &Catalog, now: Now) -> Option<String> {
    let timetable = session.timetable();
    if timetable.when.is_sleepy() || !session.record().hurting().is_empty() {
        return None;
    }
    let played = Effort::of(timetable.steps.iter().map(|step| &*step.planned));
    let rows = catalog.rows();
    let order = by_time(catalog, now.wall.time()).into_iter();
    order
        .map(|index| &rows[index])
        .filter(|row| row.id != timetable.id && row.plays() && row.meant)
        .find(|row| row.effort.is_within(played))
        .map(|row| row.title.clone())
}

fn with(why: String, row: &Row) -> Offer {
    Offer {
        why,
        id: row.id.clone(),
        title: row.title.clone(),
    }
}
