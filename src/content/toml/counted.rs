//! Reads a number written with words, in quotes or as a range: `10x`, `"10"`, `8 to 12`.

use crate::content::duration::split_range;
use crate::content::toml::key::Counted;
use crate::content::toml::schema::KnownKeys;

/// The words allowed behind a counted number, in the languages of most sheets.
const UNITS: [&str; 28] = [
    "",
    "x",
    "×",
    "time",
    "times",
    "rep",
    "reps",
    "repetition",
    "repetitions",
    "set",
    "sets",
    "breath",
    "breaths",
    "round",
    "rounds",
    "mal",
    "wdh",
    "wiederholungen",
    "satz",
    "sätze",
    "atemzüge",
    "runden",
    "fois",
    "rép",
    "répétitions",
    "série",
    "séries",
    "respirations",
];

/// Said of a number that stands in quotes.
pub(crate) const QUOTES: &str = ", without quotes";

impl Counted {
    /// Returns the help for `key` instead of `text`: the number where the key takes it, else the form. `quotes` is said
    /// where quotes are too much, `suffix` where the number ends with what another key says.
    pub(crate) fn help(
        &self,
        known: KnownKeys,
        key: &str,
        text: &str,
        (quotes, suffix): (&str, &str),
    ) -> String {
        let number = (known.schema.suffix.strip)(text);
        let side = number.map_or("", |_| suffix);
        let Some((lower, upper)) = meant(number.unwrap_or(text), known.units(key)) else {
            return if self.is_range {
                format!("write {key} = N, or {key} = \"N-N\"")
            } else {
                format!("write {}", known.example_of_number(key))
            };
        };
        let fits = |number| self.limits.contains(&number);
        let (lower, upper) = (lower.min(upper), lower.max(upper));
        match (fits(lower), fits(upper)) {
            (true, true) if lower == upper => {
                format!("write {key} = {upper}{quotes}{side}")
            }
            (true, true) if self.is_range => format!("write {key} = \"{lower}-{upper}\"{side}"),
            (_, true) if !self.is_range => {
                let ranged = known.ranged();
                format!("write {key} = {upper}; ranges are only for {ranged}{side}")
            }
            _ => self.form_within(known, key),
        }
    }

    /// Returns the form of the key, with its limits.
    pub(crate) fn form_within(&self, known: KnownKeys, key: &str) -> String {
        let (least, most) = (self.limits.start(), self.limits.end());
        if least == most {
            format!("write {key} = {least}")
        } else {
            format!(
                "write {}, from {least} to {most}",
                known.example_of_number(key)
            )
        }
    }
}

/// The ends of what a text says for a number, the same for a single one. Behind it one of `units` may stand, or a word for
/// times.
fn meant(text: &str, units: &[&str]) -> Option<(u32, u32)> {
    let compact = text.to_lowercase();
    let compact: String = compact.split_whitespace().collect();
    let compact = compact
        .replace("to", "-")
        .replace("bis", "-")
        .replace('à', "-");
    let end = compact.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, unit) = compact.split_at(end);
    let unit = unit.trim_end_matches('.');
    if !UNITS.contains(&unit) && !units.contains(&unit) {
        return None;
    }
    let (lower, upper) = split_range(number).unwrap_or((number, number));
    Some((lower.parse().ok()?, upper.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::keys::SCHEMA;

    #[test]
    fn only_what_is_taken_is_said() {
        let sets = Counted {
            limits: 1..=99,
            is_range: false,
        };
        let help = |text| sets.help(SCHEMA.anywhere(), "sets", text, (QUOTES, "; SIDE"));
        assert_eq!(help("3"), "write sets = 3, without quotes");
        assert_eq!(help("3x"), "write sets = 3, without quotes");
        assert_eq!(
            help("2-3"),
            "write sets = 3; ranges are only for hold, reps, breaths, sets and repeat"
        );
        assert_eq!(help("1000"), "write sets = N, from 1 to 99");
        assert_eq!(help("3 each side"), "write sets = 3, without quotes; SIDE");
        assert_eq!(help("3 minutes"), "write sets = N");
        assert_eq!(help("many"), "write sets = N");
        let reps = Counted {
            limits: 1..=999,
            is_range: true,
        };
        let help = |text| reps.help(SCHEMA.anywhere(), "reps", text, ("", "; SIDE"));
        assert_eq!(help("8 to 12"), "write reps = \"8-12\"");
        assert_eq!(help("12 to 8 per leg"), "write reps = \"8-12\"; SIDE");
        assert_eq!(help("0 to 8"), "write reps = N, from 1 to 999");
        assert_eq!(help("8\u{2014}12 Wdh."), "write reps = \"8-12\"");
        assert_eq!(help("10 per minute"), "write reps = N, or reps = \"N-N\"");
    }
}
