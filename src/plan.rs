//! A routine in, a timetable out: what is played, when, for how long, and what is said and sounded on the way.
//!
//! Nothing here waits: the whole timetable of a routine is a value.

pub mod catalog;
pub(crate) mod cue;
pub(crate) mod effort;
pub(crate) mod ends;
pub mod fit;
pub(crate) mod hours;
pub(crate) mod known;
pub mod lower;
pub(crate) mod named_time;
pub(crate) mod notes;
pub mod outline;
pub mod person;
pub mod place;
pub mod planned;
pub(crate) mod posture;
pub mod preferences;
pub mod profile;
pub mod review;
pub mod screening;
pub mod segment;
pub(crate) mod sets;
pub(crate) mod suggest;
pub mod tailor;
pub mod timetable;
pub(crate) mod vary;
pub mod whom;
pub mod words;
pub(crate) mod work;
pub mod worries;
