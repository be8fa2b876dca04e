//! The error for a part that does not begin a session.

use std::fmt;

use crate::words::en::errors;

/// A part that does not begin a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoPart {
    pub(crate) typed: String,
    pub(crate) help: PartHelp,
}

/// The help for a part that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PartHelp {
    /// It is written and not played; these are played.
    LeftOut(Vec<String>),
    /// This one may be meant.
    Near(String),
    /// These are played, which may be none.
    All(Vec<String>),
}

impl fmt::Display for NoPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed = &self.typed;
        let (error, help) = match &self.help {
            PartHelp::LeftOut(played) => (errors::part_left_out(typed), errors::parts(played)),
            PartHelp::Near(name) => (
                errors::nothing_called(errors::PART, typed),
                errors::did_you_mean(std::slice::from_ref(name)),
            ),
            PartHelp::All(played) => (
                errors::nothing_called(errors::PART, typed),
                errors::parts(played),
            ),
        };
        write!(formatter, "{error}\n{}", errors::help(&help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_not_there_is_answered_with_those_that_are() {
        let said = |help| {
            let typed = "warmup".to_owned();
            NoPart { typed, help }.to_string()
        };
        let played = || vec!["Main".to_owned(), "Cool-down".to_owned()];
        assert_eq!(
            said(PartHelp::Near("Warm-up".to_owned())),
            "error: there is no part \"warmup\"\nhelp: did you mean Warm-up?"
        );
        assert_eq!(
            said(PartHelp::All(played())),
            "error: there is no part \"warmup\"\nhelp: the parts are Main, Cool-down"
        );
        assert_eq!(
            said(PartHelp::All(Vec::new())),
            "error: there is no part \"warmup\"\nhelp: the routine has no parts: write the number of a step"
        );
        assert_eq!(
            said(PartHelp::LeftOut(played())),
            "error: the part \"warmup\" is left out this time\nhelp: the parts are Main, Cool-down"
        );
    }
}
