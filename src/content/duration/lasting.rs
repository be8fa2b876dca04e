//! The range of durations that a key takes, and the help for any other value.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::content::duration::parse::parse_range;
use crate::content::duration::written;

/// The durations that a key takes.
#[derive(Clone, Debug)]
pub struct Lasting {
    /// From the shortest to the longest.
    pub(crate) limits: RangeInclusive<Duration>,
    /// True if it takes a range of two.
    pub(crate) is_range: bool,
}

impl Lasting {
    /// One duration within these limits.
    pub(crate) const fn one(limits: RangeInclusive<Duration>) -> Self {
        Self {
            limits,
            is_range: false,
        }
    }

    /// Returns whether the key takes what is written.
    pub(crate) fn takes(&self, text: &str) -> bool {
        parse_range(text).is_ok_and(|range| {
            let fits = self.limits.contains(&range.lower) && self.limits.contains(&range.upper);
            fits && (self.is_range || range.lower == range.upper)
        })
    }

    /// The shortest and the longest: `0.5s to 3h`.
    pub(crate) fn limits_in_words(&self) -> String {
        let (least, most) = (written(*self.limits.start()), written(*self.limits.end()));
        format!("{least} to {most}")
    }

    /// The shortest and the longest, in words.
    pub(crate) fn in_words(&self) -> String {
        format!("from {}", self.limits_in_words())
    }

    /// Returns the help for `key`: the probable duration where the key takes it, else the form. Of a range that no
    /// range can stand for, its upper end, which is what would be played.
    ///
    /// `lead` is written before a value that stands alone: nothing, or the key. `ranged` are the keys that take ranges.
    pub(crate) fn help(&self, key: &str, lead: &str, meant: &[String], ranged: &str) -> String {
        let takes = |text: &&String| self.takes(text);
        let taken: Vec<&String> = meant.iter().filter(takes).collect();
        let form = if self.is_range {
            "\"Ns\", \"NmNs\", \"Nm\", \"N:NN\", N for seconds, or a range such as \"Ns-Ns\""
        } else {
            "\"Ns\", \"NmNs\", \"Nm\", \"N:NN\" or N for seconds"
        };
        match taken[..] {
            [one, other] => {
                format!("write {lead}\"{one}\" for seconds or \"{other}\" for minutes")
            }
            [one] if meant.len() > 1 && one.ends_with('s') => {
                format!("write {lead}\"{one}\" for seconds")
            }
            [one] if meant.len() > 1 => format!("write {lead}\"{one}\" for minutes"),
            [one] => format!("write {lead}\"{one}\""),
            _ => self
                .upper(key, meant, ranged)
                .unwrap_or_else(|| format!("write a duration as {form}, {}", self.in_words())),
        }
    }

    /// Returns the help for a key that takes one duration where a range was meant.
    fn upper(&self, key: &str, meant: &[String], ranged: &str) -> Option<String> {
        let upper = |text: &String| parse_range(text).map(|range| written(range.upper)).ok();
        let uppers: Vec<String> = meant.iter().filter_map(upper).collect();
        let taken: Vec<&String> = uppers.iter().filter(|text| self.takes(text)).collect();
        let one = match taken[..] {
            [one] if !self.is_range => format!("\"{one}\""),
            [one, other] if !self.is_range => {
                format!("\"{one}\" for seconds or \"{other}\" for minutes")
            }
            _ => return None,
        };
        Some(format!("write {key} = {one}; ranges are only for {ranged}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::duration::guess::meant;

    const RANGED: &str = "hold and reps";

    #[test]
    fn help_says_what_to_type() {
        let hold = Lasting {
            limits: Duration::from_millis(500)..=Duration::from_secs(10_800),
            is_range: true,
        };
        let help = |text| {
            hold.help(
                "hold",
                "",
                &parse_range(text).expect_err(text).meant,
                RANGED,
            )
        };
        assert_eq!(help("30 sec"), "write \"30s\"");
        assert_eq!(help("1 min 30 sec"), "write \"1m30s\"");
        assert_eq!(help("20 - 30 seconds"), "write \"20s-30s\"");
        assert_eq!(help("20-30s"), "write \"20s-30s\"");
        assert_eq!(help("30s-20s"), "write \"20s-30s\"");
        assert_eq!(
            help("30"),
            "write \"30s\" for seconds or \"30m\" for minutes"
        );
        assert_eq!(help("20s-30"), "write \"20s-30s\"");
        assert_eq!(
            help("20-30"),
            "write \"20s-30s\" for seconds or \"20m-30m\" for minutes"
        );
        assert_eq!(help("300"), "write \"300s\" for seconds");
        assert_eq!(help("1 to 2 min"), "write \"1m-2m\"");
        assert_eq!(help("1m 30"), "write \"1m30s\"");
        assert_eq!(help("1 h 30"), "write \"1h30m\"");
        assert_eq!(help("7.55s"), "write \"7.5s\"");
        assert_eq!(help("-30s"), "write \"30s\"");
        assert_eq!(help("20\u{a0}–\u{a0}30\u{a0}sec."), "write \"20s-30s\"");
        assert_eq!(help("1,5 Minuten"), "write \"1.5m\"");
        assert_eq!(help("20 bis 30 Sek."), "write \"20s-30s\"");
        assert_eq!(help("1 minute et 30 secondes"), "write \"1m30s\"");
        assert_eq!(help("1′30″"), "write \"1m30s\"");
        for text in ["ten", "0", "4 hours", "0-0"] {
            let said = help(text);
            assert!(
                said.ends_with("\"Ns-Ns\", from 0.5s to 3h"),
                "{text}: {said}"
            );
        }
    }

    #[test]
    fn where_one_is_taken_the_upper_end_is_said() {
        let rest = Lasting {
            limits: Duration::ZERO..=Duration::from_secs(600),
            is_range: false,
        };
        let help = |text| rest.help("rest", "", &meant(text), RANGED);
        let ranges = "; ranges are only for hold and reps";
        assert_eq!(help("10-20s"), format!("write rest = \"20s\"{ranges}"));
        assert_eq!(help("10s-20s"), format!("write rest = \"20s\"{ranges}"));
        assert_eq!(
            help("1-2"),
            format!("write rest = \"2s\" for seconds or \"2m\" for minutes{ranges}")
        );
        assert!(help("10-20 min").starts_with("write a duration as \"Ns\""));
    }
}
