//! The settings' file: `$XDG_CONFIG_HOME/supple/settings.toml`.

use std::path::Path;

use crate::content::diagnostic::Diagnostic;
use crate::content::text::byte_order_mark::without_bom;
use crate::edge::store::saving::Saving;
use crate::edge::store::{paths, reading};
use crate::plan::whom::Recipient;
use crate::tui::settings::{Setting, Settings};
use crate::words::en::{failures, files as words};
use crate::words::failure::NotRemembered;

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
                .map(|found| failures::in_settings(&found.message));
            (settings, trouble)
        }
        Err(why) => (
            Settings::default(),
            Some(failures::in_settings(&why.message)),
        ),
    }
}

/// Returns the recipient with what is remembered of routines; what is wrong with the file is said on the screen.
pub(crate) fn remembered_for(whom: Recipient) -> Recipient {
    read().0.remembered_for(whom)
}

/// Writes one setting into the file and leaves all else in it as it is, also what another of this program has just
/// written.
///
/// # Errors
/// The reason why nothing was written.
pub fn save(setting: &Setting) -> Result<(), NotRemembered> {
    let path = paths::settings_file().ok_or(NotRemembered::NoHome)?;
    let saving = Saving::begin(&path).map_err(NotRemembered::NotSaved)?;
    let before = text(&path).map_err(|why| NotRemembered::Unreadable(why.message))?;
    let after = setting
        .written_into(&before)
        .map_err(NotRemembered::NotSet)?;
    saving.replace(&after).map_err(NotRemembered::NotSaved)
}

/// The file's text; of one that is not there, none.
fn text(path: &Path) -> Result<String, Diagnostic> {
    if reading::is_missing(path) {
        return Ok(String::new());
    }
    let text = reading::utf8(reading::bytes(path)?).map_err(|(_, why)| why)?;
    Ok(without_bom(&text).to_owned())
}
