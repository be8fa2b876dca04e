//! The screens. [`app::App`] holds what is shown; messages change it and ask for effects; drawing changes nothing.

pub mod after;
pub mod app;
pub mod ask;
pub mod bar;
pub mod before;
pub mod detail;
pub mod digits;
pub mod face;
pub mod footer;
pub mod help;
pub mod home;
pub mod key;
pub mod keymap;
pub mod message;
pub mod page;
pub mod plain;
pub mod player;
pub mod player_rows;
pub mod problems;
pub mod settings;
pub mod shelf;
pub mod text;
pub mod theme;
