//! The terminal: what is sent to it, what comes from it, and how it is taken over and given back.

pub(crate) mod canvas;
pub(crate) mod decoder;
pub(crate) mod display;
pub(crate) mod input;
pub(crate) mod keys;
pub(crate) mod pen;
pub(crate) mod screen;
