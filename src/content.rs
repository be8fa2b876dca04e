//! The content that people write: TOML in, model and diagnostics out.
//!
//! No clock, no terminal and no file system: files come in as [`File`](file::File) values.
//! [`library`] is the entry; [`fields`](toml::fields) is the decoder that the tables share.
//!
//! The file of a type holds its model first and then its `decode`, which alone reads TOML. The rules have a file for each
//! noun of the model and read all of them in [`safety::decode`].

pub(crate) mod breath;
pub(crate) mod calendar;
pub(crate) mod cue_time;
pub mod diagnostic;
pub mod dose;
pub mod duration;
pub mod edit;
pub mod embedded;
pub mod entry;
pub mod evidence;
pub mod exercise;
pub(crate) mod exertion;
pub mod figures;
pub mod file;
pub(crate) mod format;
pub mod keys;
pub(crate) mod layered;
pub mod library;
pub(crate) mod loosened;
pub(crate) mod names;
pub(crate) mod often;
pub mod pace;
pub(crate) mod part;
pub(crate) mod replaced;
pub(crate) mod resolve;
pub mod round;
pub mod routine;
pub mod safety;
pub(crate) mod sides;
pub mod sources;
pub mod step;
pub mod tables;
pub mod text;
pub mod toml;
pub mod vocabulary;
pub mod wording;
