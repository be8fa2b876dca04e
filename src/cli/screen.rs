//! The screen, where there is one.

use std::io::IsTerminal as _;

use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::edge::session::{self, SessionOpening};

/// A screen needs both ends to be a terminal, and one that can place a cursor.
pub(crate) fn is_there() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|terminal| terminal == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}

/// Shows the screens until the person leaves.
///
/// # Errors
/// When the terminal cannot be taken over or fails.
pub(crate) fn run(opening: SessionOpening) -> Result<Exit, CliError> {
    let code = session::run(opening).map_err(CliError::Session)?;
    Ok(Exit::of_session(code))
}
