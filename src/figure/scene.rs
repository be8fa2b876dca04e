//! The items to draw at a moment, from back to front.

pub(crate) mod arrow;
pub mod extent;
pub(crate) mod framing;
pub(crate) mod hull;
pub mod item;
pub(crate) mod limbs;
pub(crate) mod point;
pub mod role;
pub(crate) mod scenery;
pub(crate) mod things;
