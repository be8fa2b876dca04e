//! The settings' file: `$XDG_CONFIG_HOME/supple/settings.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::byte_order_mark::without_bom;
use crate::edge::store::saving::Saving;
use crate::edge::store::{paths, reading};
use crate::tui::settings::{Setting, Settings};
use crate::words::en::files as words;

/// The settings, and what is wrong with them in one line.
pub(crate) fn read() -> (Settings, Option<String>) {
    let Some(path) = paths::settings_file() else {
        return (Settings::default(), Some(words::NO_HOME.to_owned()));
    };
    match text(&path) {
        Ok(text) => {
            let (settings, found) = Settings::decode(&text);
            let trouble = found
                .first()
                .map(|found| format!("settings.toml: {}", found.message));
            (settings, trouble)
        }
        Err(why) => (
            Settings::default(),
            Some(format!("settings.toml: {}", why.message)),
        ),
    }
}

/// The routines that the person knows; what is wrong with the file is said on the screen.
pub(crate) fn known() -> BTreeSet<String> {
    read().0.known
}

/// Writes one setting into the file and leaves all else in it as it is, also what another of this program has just
/// written.
///
/// # Errors
/// Why nothing was written, in words for the person.
pub fn save(setting: &Setting) -> Result<(), String> {
    let path = paths::settings_file().ok_or("Not remembered: there is no home folder.")?;
    let not_remembered = |why| format!("Not remembered: {why}.");
    let saving = Saving::begin(&path).map_err(not_remembered)?;
    let before =
        text(&path).map_err(|why| format!("Not remembered: settings.toml: {}.", why.message))?;
    let after = setting
        .written_into(&before)
        .map_err(|why| format!("Not remembered: settings.toml, {why}."))?;
    saving.replace(&after).map_err(not_remembered)
}

/// The file's text; of one that is not there, none.
fn text(path: &Path) -> Result<String, Diagnostic> {
    if reading::is_missing(path) {
        return Ok(String::new());
    }
    let text = reading::utf8(reading::bytes(path)?).map_err(|(_, why)| why)?;
    Ok(without_bom(&text).to_owned())
}
