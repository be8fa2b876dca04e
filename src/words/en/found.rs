//! The reasons why the search found something, and what it answers that is no routine.

use crate::content::text::printable::printable;
use crate::content::vocabulary::{Position, Surface, When};
use crate::words::en::grammar::list;

/// Down on the floor.
pub(crate) const ON_THE_FLOOR: &str = "on the floor";
/// A routine for pregnancy alone.
pub(crate) const FOR_PREGNANCY: &str = "for pregnancy";

/// The answer to a pregnancy: the question of its date.
pub(crate) const DUE_DATE: &str = "pregnancy: the due date";
/// Beside an answer: the person has it.
pub(crate) const HOLDS: &str = "applies to you";
/// Beside a warning sign.
pub(crate) const SEE_THE_SIGNS: &str = "see the signs";
/// The effect of Enter.
pub(crate) const WARNING_SIGNS: &str = "warning signs";
pub(crate) const SEE_IT: &str = "see it";
pub(crate) const SAY_IT: &str = "say it";
/// Below a warning sign.
pub(crate) const SHOWS_SIGNS: &str = "Enter shows all warning signs.";

/// `say it in p`
pub(crate) fn say_it_in(key: &str) -> String {
    format!("say it in {key}")
}

/// Names the place to state what is new today.
pub(crate) fn said_today(holds: bool, key: &str) -> String {
    let holds = it_holds(holds);
    format!(
        "{holds}A separate page asks what is new today. Enter opens it; in the list it is {key}."
    )
}

/// Names the place to state a condition.
pub(crate) fn said_in_profile(holds: bool, key: &str) -> String {
    let holds = it_holds(holds);
    format!(
        "{holds}The page about you asks once what you have; every routine is then checked for it. Enter opens it; in \
         the list it is {key}."
    )
}

const fn it_holds(holds: bool) -> &'static str {
    if holds { "This applies to you. " } else { "" }
}

/// `called bedtime-stretch-5`
pub(crate) fn called(id: &str) -> String {
    format!("called {}", printable(id))
}

/// `also "good night"`
pub(crate) fn also(name: &str) -> String {
    format!("also \"{}\"", printable(name))
}

/// `step 3`
pub(crate) fn step(number: u32) -> String {
    format!("step {number}")
}

/// `calves: step 3`
pub(crate) fn of_step(what: &str, number: u32) -> String {
    format!("{}: step {number}", printable(what))
}

/// `no yoga`
pub(crate) fn without(thing: &str) -> String {
    format!("no {thing}")
}

/// `like "sleep", step 3`; `why` may be missing.
pub(crate) fn like(word: &str, why: Option<&str>) -> String {
    match why {
        Some(why) => format!("like \"{word}\", {why}"),
        None => format!("like \"{word}\""),
    }
}

/// All reasons in a line.
pub(crate) fn all(reasons: &[String]) -> String {
    list(reasons)
}

/// Returns the words by which people look for a position.
pub(crate) const fn position(position: Position) -> Option<&'static str> {
    match position {
        Position::Standing | Position::Walking => Some("standing"),
        Position::SeatedChair | Position::SeatedEdge | Position::FloorSeated => Some("sitting"),
        Position::Kneeling => Some("kneeling"),
        Position::AllFours => Some("on all fours"),
        Position::Supine | Position::Prone | Position::SideLying => Some("lying down"),
        Position::Reclined | Position::Water => None,
    }
}

/// Returns the words by which people look for a surface; the floor is [`ON_THE_FLOOR`].
pub(crate) const fn surface(surface: Surface) -> Option<&'static str> {
    match surface {
        Surface::Outdoors => Some("outdoors"),
        Surface::Bed => Some("on the bed"),
        Surface::Chair => Some("on a chair"),
        _ => None,
    }
}

/// When a routine belongs, as people say it.
pub(crate) const fn when(when: When) -> &'static str {
    match when {
        When::Morning => "for the morning",
        When::MorningOrAfternoon => "for morning or afternoon",
        When::Daytime => "for the day",
        When::DaytimeOrAfterDinner => "for the day or after dinner",
        When::Desk => "at a desk",
        When::Travel => "for travelling",
        When::EarlyEvening => "for the early evening",
        When::Evening => "for the evening",
        When::Bedtime => "for bedtime",
        When::MiddleOfTheNight => "for the night",
        When::Any => "for any time",
    }
}
