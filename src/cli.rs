//! The command line: one file a command.

pub(crate) mod arguments;
pub(crate) mod beginning;
pub(crate) mod check;
pub(crate) mod decided;
pub(crate) mod error;
pub(crate) mod exit;
pub(crate) mod figure;
pub(crate) mod findings;
pub(crate) mod folders;
pub(crate) mod home;
pub(crate) mod labels;
pub(crate) mod list;
pub(crate) mod named;
pub(crate) mod no_part;
pub(crate) mod output;
pub(crate) mod paint;
pub mod person;
pub(crate) mod play;
pub(crate) mod profile;
pub(crate) mod rehearse;
pub(crate) mod screen;
pub(crate) mod search;
pub(crate) mod selection;
pub(crate) mod setup;
pub(crate) mod sheet;
pub(crate) mod show;
pub(crate) mod value;
pub(crate) mod whom;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::arguments::{Arguments, Command};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::edge::{panics, signals};

/// Runs the program.
pub fn run() -> ExitCode {
    panics::clean();
    signals::let_writes_fail();
    let ended = match Arguments::try_parse() {
        Ok(arguments) => command(arguments),
        Err(asked) if !asked.use_stderr() => output::help(&asked).map(|()| Exit::Fine),
        Err(error) => Err(error.into()),
    };
    let exit = ended.unwrap_or_else(|error| {
        output::error(&error);
        error.exit()
    });
    exit.into()
}

/// Runs the command that was typed.
fn command(arguments: Arguments) -> Result<Exit, CliError> {
    let Arguments {
        routines: folders,
        theme,
        command,
    } = arguments;
    folders::check(&folders)?;
    match command {
        Some(Command::List(list)) => list::run(&list, &folders),
        Some(Command::Show(show)) => show::run(&show, &folders),
        Some(Command::Rehearse(rehearse)) => rehearse::run(&rehearse, &folders),
        Some(Command::Figure(figure)) => figure::run(&figure, &folders),
        Some(Command::Check(check)) => check::run(&check, &folders),
        Some(Command::Play(play)) => play::run(&play, theme, &folders),
        Some(Command::Profile) => profile::run(theme, folders),
        Some(Command::Setup) => setup::run(theme, folders),
        None => home::run(theme, folders),
    }
}
