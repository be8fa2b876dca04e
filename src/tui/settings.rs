//! `settings.toml`: how the person likes it.

use ratatui::style::Style;
use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::document::Document;
use crate::content::fields::Fields;
use crate::tui::theme::{self, ThemeName};

/// What the file may hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which theme.
    pub theme: ThemeName,
    /// Roles with a colour of one's own.
    pub colours: Vec<(String, Style)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::Auto,
            colours: Vec::new(),
        }
    }
}

impl Settings {
    /// Reads the file. What cannot be read stays as it is without the file.
    pub fn decode(text: &str) -> (Self, Vec<Diagnostic>) {
        let document = Document::parse(text);
        let mut settings = Self::default();
        let fields = Fields::root(&document, "the settings", &["format", "theme", "colours"]);
        if let Some(theme) = fields.word("theme") {
            settings.theme = Spanned::into_inner(theme);
        }
        if let Some(colours) = fields.table("colours", "[colours]", theme::ROLES) {
            settings.colours = theme::decode_roles(&colours);
        }
        (settings, document.into_found())
    }
}
