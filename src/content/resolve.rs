//! References from file to file: exercises, routines, hazards, conditions, sources and paces by name or id.

pub(crate) mod by_name;
pub(crate) mod doses;
pub(crate) mod evidence;
pub(crate) mod exercise;
pub(crate) mod namesake;
pub(crate) mod nested;
pub(crate) mod references;
pub(crate) mod routine;
pub(crate) mod safety;
pub(crate) mod tables;
