//! One screen a file or folder: what it shows, what its keys do, how it is drawn.

pub mod after;
pub mod before;
pub mod blocked;
pub mod help;
pub mod home;
pub mod player;
pub mod problems;
pub mod profile;
pub mod setup;
pub mod signs;
pub mod stop;
pub mod today;
