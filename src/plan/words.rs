//! The fixed words of the program, as said and as shown, and how long saying takes.
//!
//! They stand here and not in the layer `words`, as a timetable gives the time to hear them. They are English; a
//! routine's `language` is for its own texts.

use std::borrow::Cow;
use std::time::Duration;

use crate::content::dose::Dose;
use crate::content::duration::written;
use crate::content::vocabulary::{Limb, Side, Sides, Word as _};
use crate::content::wording::{Slot, Wording};
use crate::plan::planned::Planned;

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

/// Returns the announcement of a step: `Next: wall calf stretch, left leg, thirty seconds.`
pub(crate) fn announcement(step: &Planned, first: bool) -> String {
    let opening = if first { Opening::First } else { Opening::Next };
    self::opening(step, opening, first_side(step))
}

/// The side that a step begins with.
pub fn first_side(step: &Planned) -> Option<Side> {
    match step.sides {
        Sides::Each | Sides::Left => Some(Side::Left),
        Sides::Right => Some(Side::Right),
        Sides::Both | Sides::Alternating => None,
    }
}

/// Returns the announcement of a step that starts or resumes with a side.
pub(crate) fn opening(step: &Planned, opening: Opening, side: Option<Side>) -> String {
    let mut sentence = format!("{}: {}", opening.as_str(), uncapitalised(&step.name));
    if let Some(side) = side.filter(|_| step.dosage.dose != Dose::Done) {
        sentence += &format!(", {}", side_words(side, step.limb));
    }
    match step.dosage.dose {
        Dose::Hold(hold) => sentence += &format!(", {}", time_words(hold.played)),
        Dose::Reps(reps) if reps.played == 1 => sentence += ", once",
        Dose::Reps(reps) if reps.played == 2 => sentence += ", twice",
        Dose::Reps(reps) => sentence += &format!(", {} times", number_words(reps.played)),
        Dose::Done => {}
    }
    sentence.push('.');
    if step.stays_on_floor() {
        sentence = format!("{sentence} {STAY_DOWN}");
    }
    sentence
}

/// `left leg`; without a limb, `left side`.
pub(crate) fn side_words(side: Side, limb: Option<Limb>) -> String {
    format!("{} {}", side.as_str(), limb_word(limb))
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
    let only = match step.sides {
        Sides::Left => Some(Side::Left),
        Sides::Right => Some(Side::Right),
        Sides::Both | Sides::Each | Sides::Alternating => None,
    };
    let side = side.or(only);
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

/// `30s each side, 2 sets, rest 5s`
pub(crate) fn dose(planned: &Planned) -> String {
    let dosage = &planned.dosage;
    let mut words = match dosage.dose {
        Dose::Hold(hold) if hold.lower == hold.upper => written(hold.upper),
        Dose::Hold(hold) => format!("{} to {}", written(hold.lower), written(hold.upper)),
        Dose::Reps(reps) if reps.lower == reps.upper => format!("{} times", reps.upper),
        Dose::Reps(reps) => format!("{} to {} times", reps.lower, reps.upper),
        Dose::Done => return "until done".to_owned(),
    };
    words += match planned.sides {
        Sides::Both => "",
        Sides::Each => " each side",
        Sides::Alternating => ", alternating sides",
        Sides::Left => ", left side",
        Sides::Right => ", right side",
    };
    if matches!(dosage.dose, Dose::Reps(_)) {
        words += &format!(", {} each", written(dosage.tempo));
    }
    if dosage.sets > 1 {
        words += &format!(", {} sets", dosage.sets);
        if !dosage.rest.is_zero() {
            words += &format!(", rest {}", written(dosage.rest));
        }
    }
    words
}

/// `30 s`, `2×30 s each`, `20 times`
pub(crate) fn dose_short(planned: &Planned) -> String {
    let dose = dose_of_side(planned);
    if planned.sides == Sides::Each && !dose.is_empty() {
        format!("{dose} each")
    } else {
        dose
    }
}

/// Returns the dose of one side: `30 s`, `2×30 s`.
pub(crate) fn dose_of_side(planned: &Planned) -> String {
    let dosage = &planned.dosage;
    let sets = if dosage.sets > 1 {
        format!("{}×", dosage.sets)
    } else {
        String::new()
    };
    match dosage.dose {
        Dose::Hold(hold) => format!("{sets}{}", spaced(hold.played)),
        Dose::Reps(reps) => format!("{sets}{} times", reps.played),
        Dose::Done => String::new(),
    }
}

/// A length of time to be read: `30 s`, `1 min`, `2 min 30 s`.
pub(crate) fn spaced(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    let (minutes, seconds, tenth) = (tenths / 600, tenths / 10 % 60, tenths % 10);
    let seconds = if tenth > 0 {
        format!("{seconds}.{tenth} s")
    } else {
        format!("{seconds} s")
    };
    match (minutes, tenths % 600) {
        (0, _) => seconds,
        (_, 0) => format!("{minutes} min"),
        _ => format!("{minutes} min {seconds}"),
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

/// `one minute thirty seconds`.
pub(crate) fn time_words(time: Duration) -> String {
    let tenths = u32::try_from(time.as_millis() / 100).unwrap_or(u32::MAX);
    let (hours, minutes, seconds, tenth) = (
        tenths / 36_000,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10,
    );
    let mut parts = Vec::new();
    for (count, unit) in [(hours, "hour"), (minutes, "minute")] {
        if count > 0 {
            parts.push(format!(
                "{} {unit}{}",
                number_words(count),
                if count == 1 { "" } else { "s" }
            ));
        }
    }
    if tenth > 0 {
        parts.push(format!(
            "{} point {} seconds",
            number_words(seconds),
            number_words(tenth)
        ));
    } else if seconds > 0 || parts.is_empty() {
        parts.push(format!(
            "{} second{}",
            number_words(seconds),
            if seconds == 1 { "" } else { "s" }
        ));
    }
    parts.join(" ")
}

/// A number below a million in words, joined by hyphens within tens: `twenty-five`.
pub(crate) fn number_words(number: u32) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    match number {
        0..=19 => ONES[number as usize].to_owned(),
        20..=99 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..=99 => format!(
            "{}-{}",
            TENS[number as usize / 10],
            ONES[number as usize % 10]
        ),
        100..=999 => with_rest(number_words(number / 100) + " hundred", number % 100),
        1_000..=999_999 => with_rest(number_words(number / 1_000) + " thousand", number % 1_000),
        _ => number.to_string(),
    }
}

fn with_rest(head: String, rest: u32) -> String {
    if rest == 0 {
        head
    } else {
        format!("{head} {}", number_words(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_out() {
        for (number, words) in [
            (0, "zero"),
            (13, "thirteen"),
            (20, "twenty"),
            (25, "twenty-five"),
            (100, "one hundred"),
            (215, "two hundred fifteen"),
        ] {
            assert_eq!(number_words(number), words);
        }
        assert_eq!(
            time_words(Duration::from_secs(90)),
            "one minute thirty seconds"
        );
        assert_eq!(
            time_words(Duration::from_millis(7_500)),
            "seven point five seconds"
        );
        assert_eq!(time_words(Duration::from_secs(3601)), "one hour one second");
    }

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
