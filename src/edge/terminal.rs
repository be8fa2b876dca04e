//! The terminal: what is sent to it, what comes from it, and how it is taken over and given back.

pub(crate) mod canvas;
pub(crate) mod decoder;
pub mod display;
pub mod input;
pub mod keys;
pub mod pen;
pub mod screen;
