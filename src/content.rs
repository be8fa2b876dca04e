//! What people write: TOML in, model and diagnostics out.
//!
//! No clock, no terminal and no file system: files come in as [`File`](file::File) values.
//! [`library`] is the entry; [`fields`] is the decoder that the tables share.

pub mod ascii;
mod bare;
pub mod calendar;
pub mod clean;
mod counted;
pub mod diagnostic;
pub mod document;
pub mod dose;
pub mod duration;
pub mod embedded;
pub mod entry;
pub mod evidence;
pub mod example;
pub mod exercise;
pub mod fields;
pub mod figures;
pub mod file;
pub mod folded;
mod invisible;
mod joining;
pub mod library;
mod limits;
pub mod line;
mod lookalike;
pub mod loosened;
pub mod names;
pub mod pace;
mod punctuation;
mod replaced;
pub mod resolve;
mod resolve_tables;
pub mod routine;
pub mod safety;
mod scripts;
mod several;
pub mod sources;
pub mod splice;
pub mod step;
pub mod syntax;
pub mod text;
pub mod unclosed;
pub mod vocabulary;
pub mod wording;
