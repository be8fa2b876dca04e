//! Text from files: what it may hold, how it is compared, and how it is made safe to show.

pub(crate) mod alike;
pub(crate) mod ascii;
pub(crate) mod byte_order_mark;
pub mod clean;
pub(crate) mod composed;
pub(crate) mod file_text;
pub(crate) mod folded;
pub mod forbidden;
pub(crate) mod invisible;
pub(crate) mod joining;
pub(crate) mod lookalike;
pub(crate) mod printable;
pub(crate) mod punctuation;
pub(crate) mod scripts;
pub(crate) mod unseen;
