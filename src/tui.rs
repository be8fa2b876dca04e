//! The screens. [`app::App`] holds what is shown; messages change it and ask for effects; drawing changes nothing.

pub mod app;
pub mod clock_change;
pub mod display;
pub mod input;
pub mod message;
pub mod plain;
pub mod program;
pub(crate) mod screen;
pub mod screens;
pub mod settings;
pub(crate) mod text_screen;
pub mod theme;
pub mod widgets;
pub(crate) mod world;
