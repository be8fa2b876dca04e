//! A routine in, a timetable out: what is played, when, for how long, and what is said and sounded on the way.
//!
//! Nothing here waits: the whole timetable of a routine is a value.

pub mod cue;
pub mod effort;
pub mod emergency;
pub mod fit;
mod known;
pub mod lower;
mod named_time;
pub mod notes;
pub mod outline;
pub mod person;
pub mod place;
pub mod posture;
pub mod profile;
pub mod review;
pub mod screening;
pub mod suggest;
pub mod tailor;
pub mod timetable;
pub mod vary;
pub mod whom;
pub mod words;
pub mod worries;
