//! The command line: one file a command.

pub(crate) mod arguments;
pub(crate) mod check;
pub(crate) mod decided;
pub(crate) mod figure;
pub(crate) mod list;
pub(crate) mod named;
pub(crate) mod output;
pub(crate) mod paint;
pub mod person;
pub(crate) mod play;
pub(crate) mod profile;
pub(crate) mod rehearse;
pub(crate) mod selection;
pub(crate) mod setup;
pub(crate) mod sheet;
pub(crate) mod show;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::arguments::{Arguments, Command};
use crate::edge::store::files;
use crate::edge::{panics, signals};
use crate::tui::theme::name::ThemeName;

/// Exit code: something is wrong with a file, or nothing suits.
pub(crate) const PROBLEM: u8 = 1;
/// Exit code: something is wrong with the command line.
pub(crate) const USAGE: u8 = 2;

/// Runs the program.
pub fn run() -> ExitCode {
    panics::clean();
    signals::let_writes_fail();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            return output::of_parser(&error);
        }
    };
    let theme = match list::word::<ThemeName>(arguments.theme.as_deref()) {
        Ok(theme) => theme,
        Err(message) => return play::usage(&message),
    };
    if files::config_folder().is_none() {
        let help = "set HOME to a path that begins with /";
        output::message(&format!("Mind: {}\nhelp: {help}\n", files::NO_HOME));
    }
    let folders = match selection::folders(&arguments.routines) {
        Ok(folders) => folders,
        Err(code) => return code,
    };
    match arguments.command {
        Some(Command::List(list)) => list::run(&list, &folders),
        Some(Command::Show(show)) => show::run(&show, &folders),
        Some(Command::Rehearse(rehearse)) => rehearse::run(&rehearse, &folders),
        Some(Command::Figure(figure)) => figure::run(&figure, &folders),
        Some(Command::Check(check)) => check::run(&check, &folders),
        Some(Command::Play(play)) => play::run(&play, theme, folders),
        Some(Command::Profile) => profile::run(theme, folders),
        Some(Command::Setup) => setup::run(theme, folders),
        None => play::home(theme, folders),
    }
}
