//! What several screens are made of.

pub mod bar;
pub mod beside;
pub mod breath;
pub mod choices;
pub mod digits;
pub mod figure;
pub mod footer;
pub mod large;
pub mod page;
pub mod text;
