//! `supple setup`: what the terminal can show, to choose from.

use std::path::PathBuf;

use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::screen;
use crate::edge::session::SessionOpening;
use crate::edge::store::paths;
use crate::tui::app::Start;
use crate::tui::theme::name::ThemeName;

pub(crate) fn run(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> Result<Exit, CliError> {
    if screen::is_there() {
        return screen::run(SessionOpening::of(Start::Setup, folders, theme));
    }
    let settings = paths::settings_file().map(|path| paths::shown(&path));
    Err(CliError::NoScreenForSetup { settings })
}
