//! The day of tests that depend on one, and the bundled rules that profiles are read by.

use std::sync::OnceLock;

use chrono::NaiveDate;
use supple::content::library::Library;
use supple::content::safety::Safety;

use crate::support::stage::library;

/// The bundled rules, read once for all tests.
pub(crate) fn safety() -> &'static Safety {
    static BUNDLED: OnceLock<Library> = OnceLock::new();
    let bundled = BUNDLED.get_or_init(|| library(Vec::new()));
    &bundled.shared().safety
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn today() -> NaiveDate {
    date("2026-11-10")
}
