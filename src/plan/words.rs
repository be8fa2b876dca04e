//! The fixed words of the program, as said and as shown, and how long saying takes.
//!
//! They stand here and not in the layer `words`, as a timetable gives the time to hear them. They are English; a
//! routine's `language` is for its own texts.

pub(crate) mod dose;
pub(crate) mod numbers;

use std::borrow::Cow;
use std::time::Duration;

use crate::content::exertion::Exertion;
use crate::content::part::RoutinePart;
use crate::content::vocabulary::{Limb, Side, Sides, Word as _};
use crate::content::wording::{Slot, Wording};
use crate::plan::planned::Planned;
use crate::plan::words::dose::spoken;
use crate::plan::words::numbers::number_words;

/// Said before what is usually done in bed, where one is on the floor.
pub(crate) const STAY_DOWN: &str = "Stay on the mat.";
/// Said when sides change.
pub(crate) const OTHER_SIDE: &str = "Other side.";
/// Said when a rest begins.
pub(crate) const REST: &str = "Rest.";
/// Said half way through a long hold.
pub(crate) const HALFWAY: &str = "Halfway.";
/// Said at the end of a routine after which nobody goes to sleep.
pub(crate) const DONE: &str = "Done. Well done.";
/// Said when the hold of a repetition begins, and when the breath is held.
pub(crate) const HOLD: &str = "Hold.";
/// Said when the hold of a repetition is over.
pub(crate) const LET_GO: &str = "Let go.";
/// Said when the way back of a repetition begins.
pub(crate) const BACK: &str = "Back.";
/// Said at each breath.
pub(crate) const BREATHE_IN: &str = "In.";
/// Said at each breath.
pub(crate) const BREATHE_OUT: &str = "Out.";

/// Returns the time to say a sentence: a second, and 0.4 s a word. The same with and without a voice, so that totals do
/// not depend on settings.
pub(crate) fn saying(sentence: &str) -> Duration {
    let words = u32::try_from(sentence.split_whitespace().count()).unwrap_or(u32::MAX);
    Duration::from_secs(1) + Duration::from_millis(400) * words
}

/// Returns the time to hear the announcement and then the how-to in one breath.
pub(crate) fn hearing(announcement: &str, how: &[Cow<'_, str>]) -> Duration {
    let words = |line: &str| saying(line).saturating_sub(saying(""));
    saying(announcement) + how.iter().map(|line| words(line)).sum::<Duration>()
}

/// The first words of an announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// Nothing came before.
    First,
    /// Something came before.
    Next,
    /// In the place of what is done until now.
    Instead,
}

impl Opening {
    /// Returns the opening of a step, counted from 0.
    pub(crate) const fn of_step(step: usize) -> Self {
        if step == 0 { Self::First } else { Self::Next }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::First => "First",
            Self::Next => "Next",
            Self::Instead => "Instead",
        }
    }
}

/// What begins with a step.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Begun<'a> {
    /// A part of the routine.
    pub(crate) part: Option<&'a RoutinePart>,
    /// A round, by its name.
    pub(crate) round: Option<&'a str>,
}

/// Returns the announcement of a step that begins, after the part and the round that begin with it: `Warm-up. First:
/// march, two minutes.`
pub(crate) fn announcement(step: &Planned, opening: Opening, begun: Begun<'_>) -> String {
    let announcement = self::opening(step, opening, first_side(step));
    let part = begun.part.map(|part| Cow::Borrowed(&*part.name));
    let say = begun.part.and_then(|part| part.say.as_ref());
    let say = say.map(|say| filled(say, step, None));
    let before = [part, say, begun.round.map(Cow::Borrowed)];
    let before = before.into_iter().flatten().map(|text| closed(&text));
    before.chain([announcement]).collect::<Vec<_>>().join(" ")
}

/// A text with a mark at its end.
fn closed(text: &str) -> String {
    let end = if text.ends_with(['.', '!', '?', ':']) {
        ""
    } else {
        "."
    };
    format!("{text}{end}")
}

/// The side that a step begins with.
pub fn first_side(step: &Planned) -> Option<Side> {
    match step.sides {
        Sides::Each => Some(step.first),
        sides => sides.only(),
    }
}

/// Returns the announcement of a step that starts or resumes with a side.
pub(crate) fn opening(step: &Planned, opening: Opening, side: Option<Side>) -> String {
    let parts = [
        step.load.clone(),
        side.map(|side| side_words(side, step.limb)),
        spoken(step, side),
        step.effort.map(effort_words),
    ];
    let mut sentence = format!("{}: {}", opening.as_str(), uncapitalised(&step.name));
    sentence.extend(parts.into_iter().flatten().map(|part| format!(", {part}")));
    sentence = closed(&sentence);
    if step.stays_on_floor() {
        sentence = format!("{sentence} {STAY_DOWN}");
    }
    sentence
}

/// `effort five of ten`.
fn effort_words(effort: Exertion) -> String {
    let [point, top] = [effort.point, effort.top].map(number_words);
    format!("effort {point} of {top}")
}

/// `left leg`; without a limb, `left side`.
pub(crate) fn side_words(side: Side, limb: Option<Limb>) -> String {
    format!("{} {}", side.as_str(), limb_word(limb))
}

/// Said when sides change: `Other side.` Where the other side has another dose, this is said, too.
pub(crate) fn other_side(planned: &Planned, side: Option<Side>) -> Cow<'static, str> {
    let doses = planned.dosage.amount.map(|amount| amount.dose);
    let dose = spoken(planned, side).filter(|_| doses.is_unequal());
    match dose {
        Some(dose) => Cow::Owned(format!("Other side, {dose}.")),
        None => Cow::Borrowed(OTHER_SIDE),
    }
}

/// Said when a rest begins after which a side is worked that is not the expected one: `Rest. Then right leg.`
pub(crate) fn rest_before(side: Side, limb: Option<Limb>) -> String {
    format!("{REST} Then {}.", side_words(side, limb))
}

const fn limb_word(limb: Option<Limb>) -> &'static str {
    match limb {
        Some(Limb::Leg) => "leg",
        Some(Limb::Arm) => "arm",
        Some(Limb::Foot) => "foot",
        None => "side",
    }
}

/// The words of a turn or step to a side, which has no working side.
const TO_A_SIDE: &str = "the {side} side";

/// A text of a step, with the side that is worked named where it asks for that. Where none is, as on a sheet that is for
/// both, the working side is spoken of.
pub fn filled<'a>(text: &'a Wording, step: &Planned, side: Option<Side>) -> Cow<'a, str> {
    let side = side.or(step.sides.only());
    if side.is_none() && text.as_written().contains(TO_A_SIDE) {
        let text = Wording::new(text.as_written().replace(TO_A_SIDE, "one side"));
        return Cow::Owned(filled(&text, step, side).into_owned());
    }
    text.filled(|slot| match (slot, side) {
        (Slot::Side, Some(side)) => Cow::Borrowed(side.as_str()),
        (Slot::Side, None) => Cow::Borrowed("working"),
        (Slot::Limb, Some(side)) => Cow::Owned(side_words(side, step.limb)),
        (Slot::Limb, None) => Cow::Owned(format!("working {}", limb_word(step.limb))),
        (Slot::Other, Some(side)) => Cow::Owned(side_words(side.other(), step.limb)),
        (Slot::Other, None) => Cow::Owned(format!("other {}", limb_word(step.limb))),
    })
}

/// The how-to of a step, with the side that is worked named.
pub fn how(step: &Planned, side: Option<Side>) -> Vec<Cow<'_, str>> {
    let lines = step.how.iter();
    lines.map(|line| filled(line, step, side)).collect()
}

/// Returns the words at the start of one of the last three repetitions; `left` counts this one.
pub(crate) fn countdown(left: u32) -> Option<&'static str> {
    match left {
        1 => Some("last one"),
        2 => Some("two"),
        3 => Some("three"),
        _ => None,
    }
}

/// A name in the middle of a sentence: `Wall calf stretch` becomes `wall calf stretch`, `RLS card` stays.
fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            let mut name = first.to_lowercase().collect::<String>();
            name.push_str(letters.as_str());
            name
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_capital_but_not_their_capitals() {
        assert_eq!(uncapitalised("Wall calf stretch"), "wall calf stretch");
        assert_eq!(uncapitalised("RLS card"), "RLS card");
        assert_eq!(uncapitalised(""), "");
    }

    #[test]
    fn saying_takes_a_second_and_a_bit_for_every_word() {
        assert_eq!(saying("Other side."), Duration::from_millis(1_800));
    }
}
