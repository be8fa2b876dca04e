//! The building blocks of several screens.

pub(crate) mod bar;
pub(crate) mod beside;
pub(crate) mod breath;
pub(crate) mod choices;
pub(crate) mod digits;
pub(crate) mod field;
pub(crate) mod figure;
pub(crate) mod footer;
pub(crate) mod large;
pub(crate) mod more;
pub(crate) mod page;
pub mod text;
