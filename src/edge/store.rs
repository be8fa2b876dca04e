//! Files: read with limits, saved whole.

pub mod files;
pub(crate) mod folder;
pub(crate) mod paths;
pub mod profile;
pub mod reading;
pub mod saving;
pub mod settings;
pub(crate) mod text_cache;
pub(crate) mod tree;
