//! The one body that all figures have, and how it moves.

pub(crate) mod contact;
pub(crate) mod fixed;
pub mod ground;
pub(crate) mod height;
pub mod joints;
pub mod length;
pub mod motion;
pub(crate) mod place;
pub mod pose;
pub(crate) mod reach;
pub mod shot;
pub mod skeleton;
pub(crate) mod thick;
pub(crate) mod vector;
