//! Errors outside of every screen.

/// The shell took the terminal back before the first picture.
pub(crate) const TERMINAL_TAKEN: &str = "another program controls the terminal";
/// A thread without a name.
pub(crate) const UNNAMED: &str = "without a name";
/// A panic that a key asked for, for the tests of the endings.
#[cfg(debug_assertions)]
pub(crate) const ASKED_FOR: &str = "asked for by a key";
/// The last changes were not written in time.
pub(crate) const MAYBE_NOT_SAVED: &str = "the last changes may not have been saved\n";

/// A panic; `info` is what the standard library says of it, `trace` may be empty.
pub(crate) fn panicked(thread: &str, info: &str, trace: &str) -> String {
    format!("thread {thread} {info}\n{trace}")
}

/// A panic of a thread beside the main one.
pub(crate) fn helper_panicked(info: &str) -> String {
    format!("a helper thread {info}\n")
}
