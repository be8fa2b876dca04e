//! The place where a session begins: `--from`.

use std::num::ParseIntError;
use std::str::FromStr;

/// The place where a session begins, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// A step by its number, counted as its steps are written and unrolled.
    Step(u32),
    /// A part by its name.
    Part(String),
}

impl FromStr for Beginning {
    type Err = ParseIntError;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if typed.chars().all(|c| c.is_ascii_digit()) {
            typed.parse().map(Self::Step)
        } else {
            Ok(Self::Part(typed.to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_a_number_and_words_are_a_part() {
        let part = |name: &str| Ok(Beginning::Part(name.to_owned()));
        assert_eq!("12".parse(), Ok(Beginning::Step(12)));
        assert_eq!("Cool-down".parse(), part("Cool-down"));
        assert_eq!("2nd half".parse(), part("2nd half"));
        for typed in ["", "99999999999"] {
            assert!(typed.parse::<Beginning>().is_err(), "{typed}");
        }
    }
}
