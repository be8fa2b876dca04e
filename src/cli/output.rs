//! Printing: data to standard output, messages and errors to standard error.

use std::io::{self, IsTerminal as _};
use std::sync::OnceLock;

use serde::Serialize;

use crate::cli::error::CliError;
use crate::content::diagnostic::{Diagnostic, render};
use crate::content::text::clean::escaped;
use crate::content::text::forbidden::is_forbidden;
use crate::content::text::printable::printable;
use crate::edge::printer;
use crate::edge::terminal::display;
use crate::tui::display::charset::Charset;
use crate::tui::display::depth::Depth;
use crate::words::en::commands;

/// Prints words for people: on a terminal in characters that it shows.
pub(crate) fn data(text: &str) -> Result<(), CliError> {
    written(printer::data(text))
}

/// Prints what is for programs, or drawn in the characters that were asked for.
pub(crate) fn exact(text: &str) -> Result<(), CliError> {
    written(printer::exact(text))
}

/// Prints what is drawn in the characters that were asked for, with its colours.
pub(crate) fn coloured_drawing(text: &str) -> Result<(), CliError> {
    written(printer::coloured_drawing(text))
}

/// Prints a file as it is: cleaned for a terminal, to the byte for anything else.
pub(crate) fn file(text: &str) -> Result<(), CliError> {
    written(printer::file(text))
}

/// Prints the help or the version that was asked for.
pub(crate) fn help(asked: &clap::Error) -> Result<(), CliError> {
    let said = asked.render();
    written(if data_colour() && are_arguments_clean() {
        printer::coloured_data(&said.ansi().to_string())
    } else {
        printer::data(&said.to_string())
    })
}

/// A closed pipe (`| head`) is no error.
fn written(printed: io::Result<()>) -> Result<(), CliError> {
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(CliError::Write(error)),
        _ => Ok(()),
    }
}

/// Prints why a command failed.
pub(crate) fn error(error: &CliError) {
    match error {
        CliError::Arguments(error) if colour() && are_arguments_clean() => {
            printer::coloured_message(&error.render().ansi().to_string());
        }
        CliError::Arguments(_) => message(&error.to_string()),
        CliError::Broken(file) => findings(&file.path, &file.text, &file.found),
        CliError::NoFigure { file, .. } => {
            findings(&file.path, &file.text, &file.found);
            message(&format!("{error}\n"));
        }
        _ => message(&format!("{error}\n")),
    }
}

/// Returns whether no argument contains control characters: the parser quotes arguments as typed, and may be coloured
/// only then.
fn are_arguments_clean() -> bool {
    std::env::args_os().all(|word| !word.to_string_lossy().contains(is_forbidden))
}

/// Prints a message. When nobody can read it, there is nobody to tell.
pub(crate) fn message(text: &str) {
    printer::message(text);
}

/// Prints what was found in a file, in colours where messages may have them.
pub(crate) fn findings(path: &str, text: &str, found: &[Diagnostic]) {
    if colour() {
        printer::coloured_message(&render(path, text, found, true));
    } else {
        message(&render(path, text, found, false));
    }
}

/// Prints a worry about the rules, or another note for the person.
pub(crate) fn mind(worry: &str) {
    message(&format!("{}\n", commands::mind(&printable(worry))));
}

/// Returns whether somebody reads the messages as they come.
pub(crate) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// Returns whether messages may be coloured.
pub(crate) fn colour() -> bool {
    is_watched() && !is_colourless()
}

/// Returns whether data may be coloured: only where somebody looks at it.
pub(crate) fn data_colour() -> bool {
    std::io::stdout().is_terminal() && !is_colourless()
}

fn is_colourless() -> bool {
    display::read().depth == Depth::None
}

/// Returns the width of sheets and tables: the terminal's width up to 100, or 80.
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
    let lines: Vec<String> = objects.iter().filter_map(json_line).collect();
    if lines.is_empty() {
        "[]\n".to_owned()
    } else {
        format!("[\n{}\n]\n", lines.join(",\n"))
    }
}

/// One JSON object, on a line without its end.
pub(crate) fn json_line(object: &impl Serialize) -> Option<String> {
    let json = serde_json::to_string(object).ok()?;
    Some(as_shown(&json))
}

/// One JSON object, over several lines.
pub(crate) fn json(object: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(object).unwrap_or_default() + "\n";
    as_shown(&json)
}

/// JSON in characters that its reader can take: a terminal may have nothing but ASCII.
fn as_shown(json: &str) -> String {
    static IS_ASCII: OnceLock<bool> = OnceLock::new();
    let is_ascii = || {
        let is_terminal = std::io::stdout().is_terminal();
        is_terminal && display::read().charset == Charset::Ascii
    };
    escaped(json, *IS_ASCII.get_or_init(is_ascii)).into_owned()
}
