//! Printing: data to standard output, messages to standard error, and a reader that went away is no error.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use serde::Serialize;

use crate::cli::PROBLEM;
use crate::edge::display::{self, legible};
use crate::tui::theme::Depth;

/// Prints data in words for people: on a terminal in characters that it shows.
pub(crate) fn data(text: &str) -> ExitCode {
    exact(&legible(text, std::io::stdout().is_terminal()))
}

/// Prints data as it is, for programs. A closed pipe (`| head`) ends quietly with 0.
pub(crate) fn exact(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            message(&format!("error: cannot write: {error}\n"));
            ExitCode::from(PROBLEM)
        }
    }
}

/// Prints a message. When nobody can read it, there is nobody to tell.
pub(crate) fn message(text: &str) {
    let text = legible(text, is_watched());
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Whether somebody reads the messages as they come.
pub(crate) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether messages may be coloured.
pub(crate) fn colour() -> bool {
    is_watched() && !is_colourless()
}

/// Whether data may be coloured: only where somebody looks at it.
pub(crate) fn data_colour() -> bool {
    std::io::stdout().is_terminal() && !is_colourless()
}

fn is_colourless() -> bool {
    display::read().depth == Depth::None
}

/// How wide sheets and tables may be: the terminal's width up to 100, or 80.
pub(crate) fn width() -> usize {
    let columns =
        rustix::termios::tcgetwinsize(std::io::stdout()).map_or(0, |size| usize::from(size.ws_col));
    if columns == 0 {
        80
    } else {
        columns.clamp(20, 100)
    }
}

/// A JSON array with one object a line, so that it reads well and parses as one document.
pub(crate) fn json_array(objects: &[impl Serialize]) -> String {
    let lines: Vec<String> = objects
        .iter()
        .filter_map(|object| serde_json::to_string(object).ok())
        .collect();
    if lines.is_empty() {
        "[]\n".to_owned()
    } else {
        format!("[\n{}\n]\n", lines.join(",\n"))
    }
}

/// One JSON object, over several lines.
pub(crate) fn json(object: &impl Serialize) -> String {
    serde_json::to_string_pretty(object).unwrap_or_default() + "\n"
}
