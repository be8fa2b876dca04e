//! The one way to standard output and standard error. What is printed is clean, whoever prints it: no character that
//! could drive a terminal gets through, wherever it came from. Words for people are in characters that the terminal
//! shows; what is for programs, or is no terminal, gets them as they are.

use std::io::{self, IsTerminal as _, Write};

use crate::content::text::clean::{printed, printed_in_colour};
use crate::edge::terminal::display::legible;

/// Prints words to standard output.
///
/// # Errors
/// When they cannot be written.
pub(crate) fn data(text: &str) -> io::Result<()> {
    exact(&legible(text, io::stdout().is_terminal()))
}

/// Prints words that the program has coloured, and that are clean but for that, to standard output.
///
/// # Errors
/// When they cannot be written.
pub(crate) fn coloured_data(text: &str) -> io::Result<()> {
    coloured_drawing(&legible(text, io::stdout().is_terminal()))
}

/// Prints what is for programs, or drawn in the characters that were asked for, to standard output.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn exact(text: &str) -> io::Result<()> {
    write(io::stdout().lock(), &printed(text))
}

/// Prints what is drawn in the characters that were asked for, with its colours, to standard output.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn coloured_drawing(text: &str) -> io::Result<()> {
    write(io::stdout().lock(), &printed_in_colour(text))
}

/// Prints a file as it is, to the byte. Only a terminal gets it cleaned.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn file(text: &str) -> io::Result<()> {
    if io::stdout().is_terminal() {
        exact(text)
    } else {
        write(io::stdout().lock(), text)
    }
}

/// Prints words to standard error. When nobody can read them, there is nobody to tell.
pub(crate) fn message(text: &str) {
    let text = legible(text, io::stderr().is_terminal());
    let _ = write(io::stderr().lock(), &printed(&text));
}

/// Prints words that the program has coloured, and that are clean but for that, to standard error.
pub(crate) fn coloured_message(text: &str) {
    let text = legible(text, io::stderr().is_terminal());
    let _ = write(io::stderr().lock(), &printed_in_colour(&text));
}

fn write(mut out: impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}
