//! The words that people read and hear, made from the decisions of the layers below: functions with typed arguments, a
//! folder for each language.
//!
//! No layer below this one compares, cuts or joins these sentences. The fixed words that are spoken stand in
//! [`plan::words`](crate::plan::words), as the timetable depends on how long it takes to say them.

pub mod en;
pub mod failure;
