//! Keys as the terminal reports them, as the keymap knows them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::key::{Code, Key};

/// The key that was pressed. Shift is part of the character that it makes.
pub(crate) fn key(event: KeyEvent) -> Key {
    Key {
        code: match event.code {
            KeyCode::Char(letter) => Code::Char(letter),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab => Code::Tab,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::F(number) => Code::F(number),
            _ => Code::Other,
        },
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        base: None,
    }
}
