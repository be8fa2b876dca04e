//! Keys, as the keymap writes them: `enter`, `ctrl+c`, `?`.

use std::fmt;

use crate::tui::input::layout;

/// A key, without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed: `Z` is shift and `z`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// F1, and so on.
    F(u8),
    /// Any other.
    Other,
}

/// A key as pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The code.
    pub code: Code,
    /// Together with Ctrl.
    pub ctrl: bool,
    /// Together with Alt.
    pub alt: bool,
    /// The key of a US keyboard on which a letter of another script lies, where that is known.
    pub base: Option<char>,
}

const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backtab", Code::BackTab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("home", Code::Home),
    ("end", Code::End),
    ("space", Code::Char(' ')),
    ("F1", Code::F(1)),
];

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            base: None,
        }
    }

    /// Reads a key as the keymap writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (ctrl, name) = text
            .strip_prefix("ctrl+")
            .map_or((false, text), |name| (true, name));
        let known = NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, code)| *code);
        let mut letters = name.chars();
        let code = match (known, letters.next(), letters.next()) {
            (Some(code), ..) => code,
            (None, Some(letter), None) => Code::Char(letter),
            _ => return None,
        };
        Some(Self {
            ctrl,
            ..Self::plain(code)
        })
    }

    /// The key in the same place of a US keyboard, where this one types a letter of another script.
    pub(crate) fn on_us_keyboard(self) -> Option<Self> {
        let Code::Char(letter) = self.code else {
            return None;
        };
        let key = self.base.or_else(|| layout::key(letter))?;
        Some(Self {
            code: Code::Char(key),
            base: None,
            ..self
        })
    }

    /// The character that this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    /// As people know them: `Enter`, `Ctrl-C`, `→`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("Ctrl-")?;
        }
        match self.code {
            Code::Char(' ') => out.write_str("Space"),
            Code::Char(letter) if self.ctrl => write!(out, "{}", letter.to_ascii_uppercase()),
            Code::Char(letter) => write!(out, "{letter}"),
            Code::Enter => out.write_str("Enter"),
            Code::Esc => out.write_str("Esc"),
            Code::Tab => out.write_str("Tab"),
            Code::BackTab => out.write_str("Shift-Tab"),
            Code::Backspace => out.write_str("Backspace"),
            Code::Delete => out.write_str("Delete"),
            Code::Up => out.write_str("↑"),
            Code::Down => out.write_str("↓"),
            Code::Left => out.write_str("←"),
            Code::Right => out.write_str("→"),
            Code::PageUp => out.write_str("PgUp"),
            Code::PageDown => out.write_str("PgDn"),
            Code::Home => out.write_str("Home"),
            Code::End => out.write_str("End"),
            Code::F(number) => write!(out, "F{number}"),
            Code::Other => out.write_str("?"),
        }
    }
}
