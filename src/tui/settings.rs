//! `settings.toml`: how the person likes it.

use ratatui::style::Style;
use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::document::Document;
use crate::content::fields::Fields;
use crate::content::vocabulary::Word;
use crate::figure::glyphs::Glyphs;
use crate::tui::figure::Drawing;
use crate::tui::theme::{self, ThemeName};

/// The keys of the file.
const KEYS: &[&str] = &["format", "theme", "glyphs", "reduced_motion", "colours"];

/// With which characters figures are drawn, if at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureGlyphs {
    /// There are none.
    Off,
    /// With these.
    Of(Glyphs),
}

impl FigureGlyphs {
    /// The characters; `None` for no figures.
    pub const fn shown(self) -> Option<Glyphs> {
        match self {
            Self::Off => None,
            Self::Of(glyphs) => Some(glyphs),
        }
    }
}

impl Word for FigureGlyphs {
    const WHAT: &'static str = "kind of glyphs";
    const ALL: &'static [Self] = &[
        Self::Of(Glyphs::Braille),
        Self::Of(Glyphs::Octant),
        Self::Of(Glyphs::Sextant),
        Self::Of(Glyphs::Quadrant),
        Self::Of(Glyphs::Half),
        Self::Of(Glyphs::Ascii),
        Self::Off,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Of(glyphs) => glyphs.as_str(),
        }
    }
}

/// What the file may hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which theme.
    pub theme: ThemeName,
    /// With which characters figures are drawn.
    pub glyphs: FigureGlyphs,
    /// Whether figures stand still, their keyframes side by side.
    pub reduced_motion: bool,
    /// Roles with a colour of one's own.
    pub colours: Vec<(String, Style)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::Auto,
            glyphs: FigureGlyphs::Of(Glyphs::Braille),
            reduced_motion: false,
            colours: Vec::new(),
        }
    }
}

impl Settings {
    /// How figures are drawn.
    pub fn drawing(&self) -> Drawing {
        Drawing {
            glyphs: self.glyphs.shown(),
            still: self.reduced_motion,
        }
    }

    /// Reads the file. What cannot be read stays as it is without the file.
    pub fn decode(text: &str) -> (Self, Vec<Diagnostic>) {
        let document = Document::parse(text);
        let mut settings = Self::default();
        let fields = Fields::root(&document, "the settings", KEYS);
        if let Some(theme) = fields.word("theme") {
            settings.theme = Spanned::into_inner(theme);
        }
        if let Some(glyphs) = fields.word("glyphs") {
            settings.glyphs = Spanned::into_inner(glyphs);
        }
        settings.reduced_motion = fields.flag("reduced_motion");
        if let Some(colours) = fields.table("colours", "[colours]", theme::ROLES) {
            settings.colours = theme::decode_roles(&colours);
        }
        (settings, document.into_found())
    }
}

/// The file's text with this theme, everything else as it was.
pub fn with_theme(text: &str, theme: ThemeName) -> String {
    let document = Document::parse(text);
    let written = document.root().get("theme").map(toml::Spanned::span);
    let value = format!("\"{}\"", theme.as_str());
    match written.and_then(|span| Some((text.get(..span.start)?, text.get(span.end..)?))) {
        Some((before, after)) => format!("{before}{value}{after}"),
        None => format!("theme = {value}\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_changed_in_place() {
        let text = "# mine\ntheme = 'dusk' # warm\n[colours]\ntext = \"red\"\n";
        let changed = with_theme(text, ThemeName::Night);
        assert_eq!(
            changed,
            "# mine\ntheme = \"night\" # warm\n[colours]\ntext = \"red\"\n"
        );
        assert_eq!(Settings::decode(&changed).0.theme, ThemeName::Night);
        assert_eq!(with_theme("", ThemeName::Mono), "theme = \"mono\"\n");
    }

    #[test]
    fn what_cannot_be_read_is_said_and_left() {
        let (settings, found) =
            Settings::decode("theme = \"nigth\"\n[colours]\nbar = \"hot pink\"\n");
        assert_eq!(settings, Settings::default());
        let messages: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(messages, ["unknown theme \"nigth\"", "`bar`: not a style"]);
    }
}
