//! The only readers of clock, files, terminal and processes.

pub mod files;
