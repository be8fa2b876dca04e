//! `supple setup`: what the terminal can show, to choose from.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::play::{has_screen, on_screen, usage};
use crate::edge::session::Opening;
use crate::edge::store::files;
use crate::tui::app::Start;
use crate::tui::theme::name::ThemeName;

pub(crate) fn run(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> ExitCode {
    if !has_screen() {
        let by_hand = files::settings_file().map_or_else(String::new, |path| {
            format!(", or write {} by hand", files::shown(&path))
        });
        return usage(&format!(
            "error: `supple setup` shows what a terminal can draw, and needs one\n\
             help: run it in a terminal{by_hand}\n"
        ));
    }
    on_screen(Opening::of(Start::Setup, folders, theme))
}
