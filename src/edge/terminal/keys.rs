//! The sequences that terminals send for keys: those of xterm, of the Linux console and of rxvt, and the keyboard
//! protocol of kitty with its alternate keys.

use crate::tui::input::key::{Code, Key};
use crate::tui::input::layout;

/// Bits of the modifiers, which are sent as one more than their sum. Caps lock (64) and num lock (128) are no wish.
const SHIFT: u32 = 1;
const CTRL: u32 = 4;
/// Alt, and what no terminal sends with a letter that is only typed: super, hyper, meta.
const ALT: u32 = 2 | 8 | 16 | 32;
/// The end of a press in the kitty protocol.
const RELEASE: u32 = 3;

/// A letter that was typed.
pub(crate) fn letter(letter: char, alt: bool) -> Key {
    Key {
        alt,
        ..Key::plain(Code::Char(letter))
    }
}

/// The key of a control character or of DEL. Ctrl with a letter and that letter's control character are the same.
pub(crate) fn control(byte: u8) -> Key {
    let ctrl = |letter: u8| Key {
        ctrl: true,
        ..Key::plain(Code::Char(char::from(letter)))
    };
    match byte {
        // A line feed is what Enter was before the terminal was in our modes.
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x1b => Key::plain(Code::Esc),
        0 => ctrl(b' '),
        0x01..=0x1a => ctrl(byte - 1 + b'a'),
        _ => ctrl(byte | 0x40),
    }
}

/// The key of `ESC O` and this byte. `None` for what is no such sequence.
pub(crate) fn ss3(byte: u8) -> Option<Key> {
    let code = match byte {
        b'A'..=b'D' | b'H' | b'F' | b'P'..=b'S' => named(byte)?,
        // rxvt, with Ctrl.
        b'a'..=b'd' => {
            return Some(Key {
                ctrl: true,
                ..Key::plain(named(byte.to_ascii_uppercase())?)
            });
        }
        b'E' => Code::Other,
        // The keypad, where it does not type.
        b'M' => Code::Enter,
        b'X' => Code::Char('='),
        b'j'..=b'y' => Code::Char(char::from(byte - b'j' + b'*')),
        _ => return None,
    };
    Some(Key::plain(code))
}

/// The key of a function key of the Linux console: `ESC [ [` and this byte.
pub(crate) fn console(byte: u8) -> Option<Key> {
    matches!(byte, b'A'..=b'E').then(|| Key::plain(Code::F(byte - b'A' + 1)))
}

/// The keys of a control sequence: usually one; none of an answer of the terminal, of a mouse, of a key that is released
/// or alone means nothing; several of a text that an input method made.
pub(crate) fn csi(parameters: &str, last: u8) -> Vec<Key> {
    let sequence = Sequence(parameters);
    if !sequence.is_of_a_key() || sequence.number(1, 1) == Some(RELEASE) {
        return Vec::new();
    }
    if last == b'u' {
        return sequence.reported();
    }
    let first = sequence.number(0, 0);
    let (code, modifiers) = match last {
        b'~' if first == Some(27) => {
            let key = sequence
                .number(2, 0)
                .and_then(|code| sequence.typed(code, None));
            return key.into_iter().collect();
        }
        b'~' => (first.and_then(numbered), 0),
        // rxvt.
        b'^' => (first.and_then(numbered), CTRL),
        b'$' => (first.and_then(numbered), SHIFT),
        b'@' => (first.and_then(numbered), CTRL | SHIFT),
        b'a'..=b'd' => (named(last.to_ascii_uppercase()), SHIFT),
        b'Z' => (Some(Code::BackTab), 0),
        b'E' => (Some(Code::Other), 0),
        // `CSI row ; column R` is where the cursor is.
        b'R' if first.is_some_and(|row| row > 1) => (None, 0),
        _ => (named(last), 0),
    };
    let key = code.map(|code| with(code, sequence.modifiers() | modifiers));
    key.into_iter().collect()
}

/// The keys that end in this letter, by whichever way they are sent.
const fn named(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

/// The keys that are sent as a number.
fn numbered(number: u32) -> Option<Code> {
    let f = |first: u32, number: u32| u8::try_from(number - first + 1).map_or(Code::Other, Code::F);
    Some(match number {
        1 | 7 => Code::Home,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        2 => Code::Other,
        3 => Code::Delete,
        11..=15 => f(11, number),
        17..=21 => f(12, number),
        23..=26 => f(13, number),
        28 | 29 => f(14, number),
        31..=34 => f(15, number),
        _ => return None,
    })
}

/// The keys of the kitty protocol that type nothing, and those of the keypad. Keys that do nothing alone are no keys.
fn functional(code: u32) -> Option<Code> {
    Some(match code {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        10 | 13 | 57414 => Code::Enter,
        27 => Code::Esc,
        57376..=57398 => Code::F(u8::try_from(code - 57376).unwrap_or(0) + 13),
        57399..=57408 => Code::Char(char::from_digit(code - 57399, 10)?),
        57409 => Code::Char('.'),
        57410 => Code::Char('/'),
        57411 => Code::Char('*'),
        57412 => Code::Char('-'),
        57413 => Code::Char('+'),
        57415 => Code::Char('='),
        57416 => Code::Char(','),
        57417 => Code::Left,
        57418 => Code::Right,
        57419 => Code::Up,
        57420 => Code::Down,
        57421 => Code::PageUp,
        57422 => Code::PageDown,
        57423 => Code::Home,
        57424 => Code::End,
        57425 | 57427 => Code::Other,
        57426 => Code::Delete,
        _ => return None,
    })
}

fn with(code: Code, modifiers: u32) -> Key {
    let code = match code {
        Code::Tab if modifiers & SHIFT != 0 => Code::BackTab,
        code => code,
    };
    Key {
        ctrl: modifiers & CTRL != 0,
        alt: modifiers & ALT != 0,
        ..Key::plain(code)
    }
}

/// The parameters of a control sequence: numbers divided by `;`, with further ones after `:`.
struct Sequence<'a>(&'a str);

impl Sequence<'_> {
    /// Answers of the terminal and reports of a mouse begin with a mark, or have one before their last letter.
    fn is_of_a_key(&self) -> bool {
        let mut bytes = self.0.bytes();
        bytes.all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'))
    }

    fn number(&self, place: usize, further: usize) -> Option<u32> {
        let parameter = self.0.split(';').nth(place)?;
        parameter.split(':').nth(further)?.parse().ok()
    }

    fn modifiers(&self) -> u32 {
        self.number(1, 0).unwrap_or(1).saturating_sub(1)
    }

    /// `CSI code : shifted : base ; modifiers : event ; text u`
    fn reported(&self) -> Vec<Key> {
        let text = self.0.split(';').nth(2).unwrap_or_default().split(':');
        let text = text.filter_map(|code| char::from_u32(code.parse().ok()?));
        let mut text = text.filter(|letter| !letter.is_control());
        match self.number(0, 0).unwrap_or(0) {
            // What no key has typed alone: letters put together.
            0 => text.map(|typed| letter(typed, false)).collect(),
            code => self.typed(code, text.next()).into_iter().collect(),
        }
    }

    /// A key by its code. Nothing for keys that do nothing alone, such as Shift.
    fn typed(&self, code: u32, text: Option<char>) -> Option<Key> {
        let modifiers = self.modifiers();
        if let Some(code) = functional(code) {
            return Some(with(code, modifiers));
        }
        let of = |number: Option<u32>| number.and_then(char::from_u32);
        let is_letter =
            |letter: &char| !letter.is_control() && !('\u{e000}'..='\u{f8ff}').contains(letter);
        let letter = of(Some(code)).filter(is_letter)?;
        let (shift, ctrl) = (modifiers & SHIFT != 0, modifiers & CTRL != 0);
        // Who writes Latin letters has them where they are wanted (Dvorak, AZERTY).
        let base =
            of(self.number(0, 2)).filter(|base| base.is_ascii_graphic() && letter > '\u{24f}');
        let (letter, base) = if ctrl {
            // Shift changes nothing of what is done with Ctrl, and some terminals send the capital then.
            (small(letter), base)
        } else if shift {
            let shifted = of(self.number(0, 1)).filter(is_letter);
            (
                shifted.unwrap_or_else(|| capital(letter)),
                base.map(layout::shifted),
            )
        } else {
            (letter, base)
        };
        Some(Key {
            base,
            ..with(Code::Char(text.unwrap_or(letter)), modifiers)
        })
    }
}

fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    small
        .next()
        .filter(|_| small.next().is_none())
        .unwrap_or(letter)
}

fn capital(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    capital
        .next()
        .filter(|_| capital.next().is_none())
        .unwrap_or(letter)
}
