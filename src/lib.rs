//! supple: a guided-routine player for the terminal.

pub mod cli;
pub mod content;
pub mod edge;
pub mod plan;
pub mod player;
pub mod tui;
