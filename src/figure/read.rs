//! Reads the tables of a figure.

pub mod base;
pub mod decode;
pub(crate) mod decode_prop;
pub(crate) mod layer;
