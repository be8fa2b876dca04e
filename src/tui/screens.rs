//! One screen a file or folder: what it shows, what its keys do, how it is drawn.

pub(crate) mod after;
pub(crate) mod before;
pub(crate) mod blocked;
pub(crate) mod help;
pub mod home;
pub(crate) mod player;
pub(crate) mod problems;
pub(crate) mod profile;
pub(crate) mod setup;
pub mod signs;
pub(crate) mod stop;
pub(crate) mod today;
