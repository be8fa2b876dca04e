//! Reads the tables of a figure.

pub(crate) mod aim;
pub(crate) mod arrow;
pub mod base;
pub mod decode;
pub(crate) mod layer;
pub(crate) mod lists;
pub(crate) mod prop;
