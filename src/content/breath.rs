//! Paced breathing: `breath = { in = 4, hold = 7, out = 8, rest = 0 }`.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::content::duration::lasting::Lasting;
use crate::content::duration::phases::in_turn;
use crate::content::duration::read;
use crate::content::text::punctuation::is_dash;
use crate::content::toml::fields::Fields;
use crate::content::toml::key::{KeySpec, Keys, Takes};

/// What breathing in or out may last.
pub(crate) const BREATH: RangeInclusive<Duration> =
    Duration::from_secs(1)..=Duration::from_secs(60);
/// What the breath may be held, full or empty; zero leaves it out.
pub(crate) const HELD: RangeInclusive<Duration> = Duration::ZERO..=Duration::from_secs(60);
/// The keys of paced breathing, in the order of doing.
pub(crate) const BREATH_KEYS: Keys = Keys {
    what: "a breath",
    list: &[
        KeySpec::new(
            "in",
            "in = N",
            Takes::Lasting(Lasting::one(BREATH)),
            "Breathing in.",
        ),
        KeySpec::new(
            "hold",
            "hold = \"Ns\"",
            Takes::Lasting(Lasting::one(HELD)),
            "Holding the breath; without it none.",
        ),
        KeySpec::new(
            "out",
            "out = N",
            Takes::Lasting(Lasting::one(BREATH)),
            "Breathing out.",
        ),
        KeySpec::new(
            "rest",
            "rest = \"Ns\"",
            Takes::Lasting(Lasting::one(HELD)),
            "The pause before the next breath; without it none.",
        ),
    ],
};
/// The hazard of a breath that is held.
const BREATH_HOLD: &str = "breath-hold";
/// A rest after the breath out that is longer is holding it, too.
const LONGEST_REST: Duration = Duration::from_secs(2);

/// A part of one breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BreathPhase {
    /// Breathing in.
    In,
    /// Holding the breath.
    Hold,
    /// Breathing out.
    Out,
    /// Waiting for the next breath.
    Rest,
}

/// The times of one breath, in the order of doing; zero leaves a part out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Breath {
    /// Breathing in.
    pub(crate) inward: Duration,
    /// Holding the breath.
    pub(crate) hold: Duration,
    /// Breathing out.
    pub(crate) outward: Duration,
    /// Waiting for the next breath.
    pub(crate) rest: Duration,
}

impl Breath {
    /// The breath of somebody who breathes as they like: ten a minute.
    pub(crate) const UNPACED: Self = Self {
        inward: Duration::from_millis(2_500),
        hold: Duration::ZERO,
        outward: Duration::from_millis(3_500),
        rest: Duration::ZERO,
    };

    /// The parts that are not empty, each with its beginning within the breath and its length.
    pub(crate) fn each(self) -> impl Iterator<Item = (BreathPhase, Duration, Duration)> {
        in_turn([
            (BreathPhase::In, self.inward),
            (BreathPhase::Hold, self.hold),
            (BreathPhase::Out, self.outward),
            (BreathPhase::Rest, self.rest),
        ])
    }

    /// The time of one breath.
    pub(crate) fn length(self) -> Duration {
        self.inward + self.hold + self.outward + self.rest
    }

    /// Whether the breath is held, full or empty.
    fn is_held(self) -> bool {
        !self.hold.is_zero() || self.rest > LONGEST_REST
    }

    /// Adds the hazard of a held breath where it is held and not there yet.
    pub(crate) fn add_hazard(self, hazards: &mut Vec<String>) {
        if self.is_held() && !hazards.iter().any(|hazard| hazard == BREATH_HOLD) {
            hazards.push(BREATH_HOLD.to_owned());
        }
    }

    /// Reads `breath`; `in` and `out` must be there.
    pub(crate) fn decode(fields: &Fields<'_, '_>) -> Option<Self> {
        if report_numbers(fields) {
            return None;
        }
        let breath = fields.table("breath", BREATH_KEYS)?;
        for key in ["in", "out"] {
            if !breath.has(key) {
                breath.missing(key, &format!("{key} = N"));
            }
        }
        let [inward, outward] = ["in", "out"].map(|key| breath.duration(key, BREATH));
        let [hold, rest] = ["hold", "rest"].map(|key| breath.duration(key, HELD));
        Some(Self {
            inward: inward?,
            hold: hold.unwrap_or_default(),
            outward: outward?,
            rest: rest.unwrap_or_default(),
        })
    }
}

/// Reports a breath in numbers, `4-7-8`: the form shows them as a table.
fn report_numbers(fields: &Fields<'_, '_>) -> bool {
    let (Some(text), Some(value)) = (fields.as_text("breath"), fields.value("breath")) else {
        return false;
    };
    let numbers = text.split(|letter| is_dash(letter) || letter == '/');
    let numbers: Vec<&str> = numbers.map(str::trim).collect();
    let names: &[&str] = match numbers.len() {
        2 => &["in", "out"],
        3 => &["in", "hold", "out"],
        4 => &["in", "hold", "out", "rest"],
        _ => return false,
    };
    let is_time = |number: &&str| read(&format!("{number}s")).is_some();
    if !numbers.iter().all(is_time) {
        return false;
    }
    let parts = names.iter().zip(numbers);
    let parts: Vec<String> = parts
        .map(|(name, number)| format!("{name} = {number}"))
        .collect();
    let help = format!("write breath = {{ {} }}", parts.join(", "));
    fields.wrong_type("breath", "a table", value, Some(help));
    true
}
