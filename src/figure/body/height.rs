//! Heights of the things that carry the body or are held, above the ground.

/// The seat of a chair, and so high that the shins of who sits stand upright on flat feet.
pub(crate) const SEAT: f64 = 22.4;
/// The top of a counter.
pub(crate) const COUNTER: f64 = 54.0;
/// The water reaches so high on who stands in it.
pub(crate) const WATER: f64 = 66.0;
/// The rail at the edge of a pool.
pub(crate) const RAIL: f64 = WATER + 2.0;
/// The water is so deep where nobody stands.
pub(crate) const DEEP: f64 = 84.0;
