//! supple: a guided-routine player for the terminal.

pub mod content;
pub mod plan;
pub mod player;
