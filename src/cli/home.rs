//! `supple` alone: the list of routines on the screen.

use std::path::PathBuf;

use clap::CommandFactory as _;

use crate::cli::arguments::Arguments;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::screen;
use crate::edge::session::SessionOpening;
use crate::tui::app::Start;
use crate::tui::theme::name::ThemeName;

pub(crate) fn run(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> Result<Exit, CliError> {
    if screen::is_there() {
        return screen::run(SessionOpening::of(Start::Home, folders, theme));
    }
    let help = Arguments::command().render_help().to_string();
    Err(CliError::NoScreen { help })
}
