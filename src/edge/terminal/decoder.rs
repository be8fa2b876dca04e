//! Decodes the bytes of a terminal, in whatever parts they are read.
//!
//! No byte waits for time to pass. ESC is the key Esc when nothing follows it in the same breath, and the beginning of a
//! sequence otherwise; a sequence whose rest comes after a pause is only understood when the pause is not right behind
//! its ESC (or the letter after it, for the answers of a terminal). Everything else comes out the same however it is
//! cut. Alt-[ and Alt-O, of terminals that do not know the protocol of kitty, take the next key with them. Nothing that a
//! terminal sends can make this deaf: a control character ends every sequence, and is a key itself.

use std::mem;

use crate::edge::terminal::keys;
use crate::edge::woken::Wake;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::{Code, Key};
use crate::tui::input::keymap;
use crate::tui::input::layout::Layout;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// No control sequence that means a key is longer.
const LONGEST_SEQUENCE: usize = 64;
/// So much of a paste is kept.
const LONGEST_PASTE: usize = 64 * 1024;
/// The end of a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// The sequence that was begun and not ended yet.
#[derive(Debug, Default)]
enum DecoderState {
    #[default]
    Nothing,
    /// A letter of several bytes, maybe after ESC.
    Letter { bytes: Vec<u8>, alt: bool },
    /// ESC.
    Escape,
    /// `ESC O`
    Ss3,
    /// `ESC [` and what came after it.
    Csi(String),
    /// `ESC [ [`, from the Linux console.
    Console,
    /// A mouse report, with this many bytes of its position read.
    Mouse(u8),
    /// An answer of the terminal, up to its end. It begins with ESC and this byte; `is_empty` as long as nothing came
    /// after it, `ends` after the ESC of its end.
    Answer {
        first: u8,
        is_empty: bool,
        ends: bool,
    },
    /// A paste, and how much of its end has come.
    Paste { text: Vec<u8>, end: usize },
}

/// Makes keys and pasted text of bytes.
#[derive(Debug)]
pub(crate) struct Decoder {
    state: DecoderState,
    layout: Option<&'static Layout>,
}

impl Decoder {
    /// For a person who is likely to have this keyboard layout.
    pub(crate) fn new(layout: Option<&'static Layout>) -> Self {
        Self {
            state: DecoderState::Nothing,
            layout,
        }
    }

    /// Forgets what was begun: others had the terminal meanwhile.
    pub(crate) fn forget(&mut self) {
        self.state = DecoderState::Nothing;
    }

    /// Takes the next bytes.
    pub(crate) fn feed(&mut self, bytes: &[u8], woken: &mut Vec<Wake>) {
        for &byte in bytes {
            self.take(byte, woken);
        }
    }

    /// Nothing more has come for now: what can be whole is.
    pub(crate) fn pause(&mut self, woken: &mut Vec<Wake>) {
        match self.state {
            DecoderState::Escape => {
                self.state = DecoderState::Nothing;
                self.press(keys::control(ESC), woken);
            }
            // Answers come in one piece: this was Alt and a letter.
            DecoderState::Answer {
                first,
                is_empty: true,
                ..
            } => {
                self.state = DecoderState::Nothing;
                self.press(keys::letter(char::from(first), true), woken);
            }
            _ => {}
        }
    }

    /// Ends a paste whose end did not come, if these bytes, all there are after a pause, are Ctrl-C. A person pressed it
    /// then: within a paste it stands between others.
    pub(crate) fn end_paste_by(&mut self, bytes: &[u8], woken: &mut Vec<Wake>) {
        if !matches!(self.state, DecoderState::Paste { .. }) {
            return;
        }
        let mut alone = Self::new(self.layout);
        let mut keys = Vec::new();
        alone.feed(bytes, &mut keys);
        if let [Wake::Key(key)] = keys[..]
            && keymap::action(Context::Everywhere, key) == Some(Action::Quit)
            && let DecoderState::Paste { text, .. } = mem::take(&mut self.state)
        {
            woken.push(pasted(&text));
        }
    }

    fn press(&self, key: Key, woken: &mut Vec<Wake>) {
        let by_language = || match key.code {
            Code::Char(letter) => self.layout?.key(letter),
            _ => None,
        };
        let base = key.base.or_else(by_language);
        woken.push(Wake::Key(Key { base, ..key }));
    }

    fn take(&mut self, byte: u8, woken: &mut Vec<Wake>) {
        match mem::take(&mut self.state) {
            DecoderState::Nothing => self.begin(byte, false, woken),
            DecoderState::Letter { bytes, alt } => self.go_on_with_letter(bytes, byte, alt, woken),
            DecoderState::Ss3 => {
                if let Some(key) = keys::ss3(byte) {
                    return self.press(key, woken);
                }
                self.press(keys::letter('O', true), woken);
                self.begin(byte, false, woken);
            }
            DecoderState::Csi(parameters) => self.go_on_with_sequence(parameters, byte, woken),
            DecoderState::Console => match keys::console(byte) {
                Some(key) => self.press(key, woken),
                None => self.begin(byte, false, woken),
            },
            DecoderState::Mouse(_) if byte < b' ' => self.begin(byte, false, woken),
            DecoderState::Mouse(left) if left > 1 => self.state = DecoderState::Mouse(left - 1),
            DecoderState::Mouse(_) => {}
            DecoderState::Answer { ends: true, .. } if byte == b'\\' => {}
            // The ESC within an answer was no end of it.
            DecoderState::Escape | DecoderState::Answer { ends: true, .. } => {
                self.after_escape(byte, woken);
            }
            DecoderState::Answer { .. } if byte == BEL => {}
            DecoderState::Answer { .. } if byte < b' ' && byte != ESC => {
                self.begin(byte, false, woken);
            }
            DecoderState::Answer { first, .. } => {
                self.state = DecoderState::Answer {
                    first,
                    is_empty: false,
                    ends: byte == ESC,
                }
            }
            DecoderState::Paste { text, end } => self.go_on_with_paste(text, end, byte, woken),
        }
    }

    fn begin(&mut self, byte: u8, alt: bool, woken: &mut Vec<Wake>) {
        match byte {
            ESC => self.state = DecoderState::Escape,
            ..b' ' | 0x7f => self.press(
                Key {
                    alt,
                    ..keys::control(byte)
                },
                woken,
            ),
            b' '..=b'~' => self.press(keys::letter(char::from(byte), alt), woken),
            _ => self.go_on_with_letter(Vec::new(), byte, alt, woken),
        }
    }

    fn go_on_with_letter(
        &mut self,
        mut bytes: Vec<u8>,
        byte: u8,
        alt: bool,
        woken: &mut Vec<Wake>,
    ) {
        if byte.is_ascii() {
            return self.begin(byte, false, woken);
        }
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                let letters = text.chars().filter(|letter| !letter.is_control());
                letters.for_each(|letter| self.press(keys::letter(letter, alt), woken));
            }
            Err(error) if error.error_len().is_none() => {
                self.state = DecoderState::Letter { bytes, alt }
            }
            // What is no letter is nothing, but its last byte may begin one.
            Err(_) if bytes.len() > 1 => self.begin(byte, false, woken),
            Err(_) => {}
        }
    }

    fn after_escape(&mut self, byte: u8, woken: &mut Vec<Wake>) {
        match byte {
            b'[' => self.state = DecoderState::Csi(String::new()),
            b'O' => self.state = DecoderState::Ss3,
            b']' | b'P' | b'X' | b'^' | b'_' => {
                self.state = DecoderState::Answer {
                    first: byte,
                    is_empty: true,
                    ends: false,
                }
            }
            b'\r' | b'\n' | b'\t' | 0x08 | 0x7f => self.begin(byte, true, woken),
            // Esc, and another key.
            ..b' ' => {
                self.press(keys::control(ESC), woken);
                self.begin(byte, false, woken);
            }
            _ => self.begin(byte, true, woken),
        }
    }

    fn go_on_with_sequence(&mut self, mut parameters: String, byte: u8, woken: &mut Vec<Wake>) {
        // rxvt ends keys with Shift in what elsewhere only stands before an end.
        let is_number =
            !parameters.is_empty() && parameters.bytes().all(|byte| byte.is_ascii_digit());
        match byte {
            b'[' if parameters.is_empty() => self.state = DecoderState::Console,
            b'M' if parameters.is_empty() => self.state = DecoderState::Mouse(3),
            b'~' if parameters == "200" => {
                self.state = DecoderState::Paste {
                    text: Vec::new(),
                    end: 0,
                }
            }
            b'$' if is_number => self.press_all(&parameters, byte, woken),
            b' '..=b'?' => {
                if parameters.len() < LONGEST_SEQUENCE {
                    parameters.push(char::from(byte));
                }
                self.state = DecoderState::Csi(parameters);
            }
            b'@'..=b'~' => self.press_all(&parameters, byte, woken),
            _ => self.begin(byte, false, woken),
        }
    }

    fn press_all(&self, parameters: &str, last: u8, woken: &mut Vec<Wake>) {
        for key in keys::csi(parameters, last) {
            self.press(key, woken);
        }
    }

    fn go_on_with_paste(&mut self, mut text: Vec<u8>, end: usize, byte: u8, woken: &mut Vec<Wake>) {
        let end = if byte == PASTE_END[end] {
            end + 1
        } else {
            // It was no end: no part of it but the first byte is like another one.
            text.extend(&PASTE_END[..end]);
            if byte == ESC {
                1
            } else {
                text.push(byte);
                0
            }
        };
        text.truncate(LONGEST_PASTE);
        if end == PASTE_END.len() {
            woken.push(pasted(&text));
        } else {
            self.state = DecoderState::Paste { text, end };
        }
    }
}

fn pasted(text: &[u8]) -> Wake {
    Wake::Paste(String::from_utf8_lossy(text).into_owned())
}

#[cfg(test)]
pub(crate) mod tests;
