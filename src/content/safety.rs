//! `safety.toml`: who must not do what, who should do it with care, and when to stop and get help. Data, to be read
//! and corrected by people who know; the screening follows it and knows no rule of its own.

pub mod condition;
pub mod decode;
pub(crate) mod full_stop;
pub mod limits;
pub mod meaning;
pub(crate) mod overlay;
pub mod own_rules;
pub(crate) mod places;
pub(crate) mod red_flag;
pub(crate) mod required;
pub mod rule;
pub mod rulebook;
pub mod weaker;
pub(crate) mod weaker_paces;
