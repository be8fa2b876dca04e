//! Plays a timetable. A machine without a clock: time comes in as a value.
//!
//! [`session`] is the machine, [`event`] what goes in and comes out, [`view`] all that drawing needs of it, [`record`] what was done.

pub mod event;
pub mod moment;
pub mod narrator;
pub mod record;
pub mod session;
pub mod view;
