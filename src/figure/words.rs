//! The words that a figure may use, and what they stand for.

pub mod contact;
pub mod joint;
pub mod kept;
pub mod part;
pub mod prop;
pub mod segment;
pub mod side;
pub mod view;
