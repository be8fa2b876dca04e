//! `settings.toml`: how the person likes it.

pub mod glyphs;
pub(crate) mod keys;

use std::collections::BTreeSet;

use ratatui::style::Style;
use toml::Spanned;

use crate::content::diagnostic::{Diagnostic, line_and_column};
use crate::content::edit::draft::Draft;
use crate::content::edit::path::Path;
use crate::content::edit::place::find;
use crate::content::edit::quoted::quoted;
use crate::content::edit::shape::{NewKey, Shape};
use crate::content::edit::stuck::Stuck;
use crate::content::format;
use crate::content::text::clean::Clean;
use crate::content::toml::fields::Fields;
use crate::content::vocabulary::Word;
use crate::figure::draw::glyphs::Glyphs;
use crate::plan::whom::Recipient;
use crate::tui::display::charset::Charset;
use crate::tui::settings::glyphs::FigureGlyphs;
use crate::tui::settings::keys::KEYS;
use crate::tui::theme;
use crate::tui::theme::name::ThemeName;
use crate::tui::theme::roles::ROLES;
use crate::words::failure::NotSet;

static SHAPE: Shape = Shape {
    keys: KEYS,
    tables: &[],
    new_key: NewKey::InOrder,
};

/// The content of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The theme.
    pub theme: ThemeName,
    /// With which characters figures are drawn.
    pub glyphs: FigureGlyphs,
    /// True if figures stand still, their keyframes side by side.
    pub reduced_motion: bool,
    /// Routines that the person knows: in these no time is given to hear how it is done.
    pub known: BTreeSet<String>,
    /// Routines of which the person wants the lower ends of ranges.
    pub gentle: BTreeSet<String>,
    /// Custom colours by role.
    pub colours: Vec<(String, Style)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeName::Auto,
            glyphs: FigureGlyphs::Auto,
            reduced_motion: false,
            known: BTreeSet::new(),
            gentle: BTreeSet::new(),
            colours: Vec::new(),
        }
    }
}

impl Settings {
    /// Takes one for another.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Theme(name) => self.theme = name,
            Setting::Glyphs(glyphs) => self.glyphs = glyphs,
            Setting::ReducedMotion(still) => self.reduced_motion = still,
            Setting::Knows { routine, yes } => tell(&mut self.known, routine, yes),
            Setting::Gentle { routine, yes } => tell(&mut self.gentle, routine, yes),
        }
    }

    /// Returns the recipient with what is remembered of routines.
    pub(crate) fn remembered_for(&self, whom: Recipient) -> Recipient {
        whom.knowing(self.known.clone())
            .gentle_in(self.gentle.clone())
    }

    /// Returns the characters for everything on a terminal that shows these.
    pub(crate) fn charset(&self, charset: Charset) -> Charset {
        match self.glyphs {
            FigureGlyphs::Of(Glyphs::Ascii) => Charset::Ascii,
            _ => charset,
        }
    }

    /// Reads the file. What cannot be read stays as it is without the file.
    pub fn decode(text: &str) -> (Self, Vec<Diagnostic>) {
        let document = format::parse(text);
        let mut settings = Self::default();
        let fields = Fields::root(&document, SHAPE.keys);
        if let Some(theme) = fields.word("theme") {
            settings.theme = Spanned::into_inner(theme);
        }
        if let Some(glyphs) = fields.word("glyphs") {
            settings.glyphs = Spanned::into_inner(glyphs);
        }
        settings.reduced_motion = fields.flag("reduced_motion");
        settings.known = ids(&fields, "known");
        settings.gentle = ids(&fields, "gentle");
        if let Some(colours) = fields.table("colours", ROLES) {
            settings.colours = theme::decode_roles(&colours);
        }
        (settings, document.into_found())
    }
}

/// The routines that a key lists.
fn ids(fields: &Fields<'_, '_>, key: &str) -> BTreeSet<String> {
    let ids = fields.texts(key).into_iter();
    ids.map(Spanned::into_inner).collect()
}

/// Adds a routine to a list, or takes it out.
fn tell(list: &mut BTreeSet<String>, routine: String, yes: bool) {
    if yes {
        list.insert(routine);
    } else {
        list.remove(&routine);
    }
}

/// One of the settings that are chosen on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The theme.
    Theme(ThemeName),
    /// With which characters figures are drawn.
    Glyphs(FigureGlyphs),
    /// True if figures stand still.
    ReducedMotion(bool),
    /// Marks whether the person knows a routine. What is said of others stays, whoever said it.
    Knows {
        /// Its id.
        routine: String,
        /// True if they do.
        yes: bool,
    },
    /// Marks whether the person wants the lower ends of a routine's ranges. What is said of others stays.
    Gentle {
        /// Its id.
        routine: String,
        /// True if they do.
        yes: bool,
    },
}

impl Setting {
    /// Its key in the file.
    const fn key(&self) -> &'static str {
        match self {
            Self::Theme(_) => "theme",
            Self::Glyphs(_) => "glyphs",
            Self::ReducedMotion(_) => "reduced_motion",
            Self::Knows { .. } => "known",
            Self::Gentle { .. } => "gentle",
        }
    }

    /// Its value as TOML, where all settings are to be these.
    fn value(&self, wanted: &Settings) -> String {
        match self {
            Self::Theme(name) => format!("\"{}\"", name.as_str()),
            Self::Glyphs(glyphs) => format!("\"{}\"", glyphs.as_str()),
            Self::ReducedMotion(still) => still.to_string(),
            Self::Knows { .. } => list(&wanted.known),
            Self::Gentle { .. } => list(&wanted.gentle),
        }
    }

    /// Returns whether something would be lost if another value took the place of this one.
    fn would_lose(&self, value: &str) -> bool {
        match value.chars().next() {
            // A list on one line has no room for comments.
            Some('[') if matches!(self, Self::Knows { .. } | Self::Gentle { .. }) => {
                value.contains('\n')
            }
            first => matches!(first, Some('[' | '{')),
        }
    }

    /// The file's text with this setting, everything else as it was.
    ///
    /// # Errors
    /// The reason why the text cannot be changed without loss.
    pub fn written_into(&self, text: &str) -> Result<String, NotSet> {
        let document = format::parse(text);
        if document.is_broken_somewhere() {
            let first = document.into_found().into_iter().next();
            let span = first.as_ref().and_then(|found| found.span.clone());
            let line = line_and_column(text, span.map_or(0, |span| span.start)).0;
            let why = first.map_or_else(Clean::default, |found| found.message);
            return Err(NotSet::Broken(line, why));
        }
        let mut wanted = Settings::decode(text).0;
        wanted.set(self.clone());
        let (key, path) = (self.key(), Path::key(self.key()));
        let mut draft = Draft::new(text);
        let written = draft.edit(&SHAPE, |edits| {
            let place = find(edits.document(), &SHAPE, &path).ok();
            match place.map(|place| place.span()) {
                Some(span) if self.would_lose(&text[span.clone()]) => {
                    Err(Stuck::Line(line_and_column(text, span.start).0))
                }
                _ => edits.set(&path, &self.value(&wanted)),
            }
        });
        match written {
            Err(Stuck::Line(line)) => Err(NotSet::NotPlain(line, key)),
            Ok(()) if Settings::decode(draft.text()).0 == wanted => Ok(draft.into_text()),
            Ok(()) | Err(_) => Err(NotSet::ChangesTheRest(key)),
        }
    }
}

/// A list of ids as TOML.
fn list(ids: &BTreeSet<String>) -> String {
    let words: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    format!("[{}]", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::en::failures::not_set;

    const NIGHT: Setting = Setting::Theme(ThemeName::Night);
    const ASCII: Setting = Setting::Glyphs(FigureGlyphs::Of(Glyphs::Ascii));
    const STILL: Setting = Setting::ReducedMotion(true);

    fn knows(routine: &str, yes: bool) -> Setting {
        let routine = routine.to_owned();
        Setting::Knows { routine, yes }
    }

    #[test]
    fn a_new_file_holds_what_was_set() {
        let mut text = String::new();
        let mut wanted = Settings::default();
        let gentle = Setting::Gentle {
            routine: "one".to_owned(),
            yes: true,
        };
        let lists = [knows("two", true), knows("one", true), gentle];
        for setting in [NIGHT, ASCII, STILL].into_iter().chain(lists) {
            text = setting.written_into(&text).expect("it can be changed");
            wanted.set(setting);
        }
        assert_eq!(
            text,
            "theme = \"night\"\nglyphs = \"ascii\"\nreduced_motion = true\nknown = [\"one\", \"two\"]\ngentle = [\"one\"]\n"
        );
        let one = knows("two", false).written_into(&text);
        assert!(
            one.expect("it can be changed")
                .contains("known = [\"one\"]\n")
        );
        let kept = knows("a", false).written_into("known = [\n\"a\", # mine\n]\n");
        assert!(kept.is_err(), "{kept:?}");
        assert_eq!(Settings::decode(&text), (wanted, Vec::new()));
        let off = Setting::Glyphs(FigureGlyphs::Off).written_into(&text);
        assert!(
            off.expect("it can be changed")
                .contains("glyphs = \"off\"\n")
        );
    }

    #[test]
    fn what_the_terminal_cannot_show_gives_way() {
        use Charset::{Ascii, Unicode};
        let of = |glyphs| {
            let settings = Settings {
                glyphs,
                ..Settings::default()
            };
            [Unicode, Ascii]
                .map(|charset| (settings.charset(charset), settings.glyphs.shown(charset)))
        };
        let (braille, ascii) = (Some(Glyphs::Braille), Some(Glyphs::Ascii));
        assert_eq!(of(FigureGlyphs::Auto), [(Unicode, braille), (Ascii, ascii)]);
        let octant = of(FigureGlyphs::Of(Glyphs::Octant));
        assert_eq!(octant, [(Unicode, Some(Glyphs::Octant)), (Ascii, ascii)]);
        let chosen = of(FigureGlyphs::Of(Glyphs::Ascii));
        assert_eq!(chosen, [(Ascii, ascii), (Ascii, ascii)]);
        assert_eq!(of(FigureGlyphs::Off), [(Unicode, None), (Ascii, None)]);
    }

    #[test]
    fn a_setting_is_changed_in_place() {
        for (setting, before, after) in [
            (
                NIGHT,
                "# mine\ntheme = 'dusk' # warm\n[colours]\ntext = \"red\"\n",
                "# mine\ntheme = \"night\" # warm\n[colours]\ntext = \"red\"\n",
            ),
            (
                ASCII,
                "# mine\r\ntheme = 'dusk' # warm\r\n\r\n# my colours\r\n[colours]\r\ntext = \"red\"",
                "# mine\r\ntheme = 'dusk' # warm\r\nglyphs = \"ascii\"\r\n\r\n# my colours\r\n[colours]\r\ntext = \"red\"\r\n",
            ),
            (STILL, "# mine", "# mine\nreduced_motion = true\n"),
            (
                STILL,
                "[colours]\ntext = \"red\"\n",
                "reduced_motion = true\n[colours]\ntext = \"red\"\n",
            ),
            // A new key goes below those that are explained before it.
            (
                ASCII,
                "# mine\ntheme = 'dusk'\nknown = []\n",
                "# mine\ntheme = 'dusk'\nglyphs = \"ascii\"\nknown = []\n",
            ),
            // What cannot be read, or was meant for the key, makes room for what can.
            (NIGHT, "theme = 5 # warm\n", "theme = \"night\" # warm\n"),
            (STILL, "reduced-motion = 0\n", "reduced_motion = true\n"),
        ] {
            let changed = setting.written_into(before).expect("it can be changed");
            assert_eq!(changed, after);
            let again = setting.written_into(&changed).expect("it can be changed");
            assert_eq!(again, changed);
        }
    }

    #[test]
    fn what_would_be_lost_is_kept() {
        for (text, why) in [
            (
                "theme = \"dusk\"\ntheme = \"mono\"\n",
                "line 2: `theme` is defined twice",
            ),
            ("# mine\nglyphs = \n", "line 2: "),
            (
                "[theme]\nname = 1\n",
                "line 1: `theme` is not one word after `=`",
            ),
            (
                "theme.name = 1\n",
                "line 1: `theme` is not one word after `=`",
            ),
            (
                "\ntheme = [\n  1, # one\n]\n",
                "line 2: `theme` is not one word after `=`",
            ),
        ] {
            let found = not_set(&NIGHT.written_into(text).expect_err(text));
            assert!(found.starts_with(why), "{text}: {found}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_and_left() {
        let (settings, found) =
            Settings::decode("theme = \"nigth\"\n[colours]\nbar = \"hot pink\"\n");
        assert_eq!(settings, Settings::default());
        let messages: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            messages,
            ["unknown theme \"nigth\"", "`bar` is not a style"]
        );
    }
}
