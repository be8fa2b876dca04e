//! Keys: their names, where they are pressed, and what they do there.

pub mod action;
pub mod context;
pub mod key;
pub mod keymap;
pub mod layout;
