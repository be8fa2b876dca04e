//! The reasons why the rules decide something, as data: the layer `words` makes of it what a person reads.

use std::time::Duration;

use crate::content::vocabulary::Audience;

/// The reason of a decision. Names, lines and messages are texts of `safety.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The caution, one line or more.
    Care(Vec<String>),
    /// Something in the step is not for a condition.
    RuledOut {
        /// The hazard in words, or the position.
        subject: String,
        /// The name of the condition.
        condition: String,
    },
    /// The step is not on the list of what a condition allows; with the sentence of `safety.toml` for that, if it has one.
    Unlisted(Option<String>),
    /// Nothing may be played.
    FullStop {
        /// The instruction.
        message: String,
        /// The names of the conditions from which it follows; none where it was said itself.
        facts: Vec<String>,
    },
    /// The routine is for other people.
    Audience(Misfit),
    /// Another routine suits people with a condition better; its name.
    Redirected(String),
    /// Too much of the routine would be left out.
    LeftOut(LeftOut),
}

/// The way in which a routine is for other people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The person is pregnant, and it is not made for that.
    NotForPregnancy,
    /// The person is pregnant, and it is made for these parts of a pregnancy.
    OtherTrimester(Vec<Audience>),
    /// It is made for pregnancy.
    ForPregnancy,
    /// The person is 65 or older, and it walks too fast.
    TooBrisk,
    /// The person is 65 or older, and it asks too much.
    TooStrenuous,
    /// The person is 65 or older, and it is not made for that.
    NotForOlder,
    /// It is made for people of 65 and older.
    ForOlder,
}

/// The part of a routine that would be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The number of steps.
    Steps {
        /// The number of steps left out.
        left_out: usize,
        /// The number of all steps.
        all: usize,
    },
    /// So much of the time.
    Time {
        /// The time left out.
        left_out: Duration,
        /// The time of all steps.
        all: Duration,
    },
    /// All but a few exercises.
    Exercises,
}
