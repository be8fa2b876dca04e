//! A question in the player. The session goes on while it stands.

use unicode_width::UnicodeWidthStr as _;

use crate::tui::keymap::{self, Action, Context};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Whether to end the session.
    Stop,
    /// Whether to begin again.
    Restart,
}

impl Ask {
    /// The question.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Stop => "Stop here?",
            Self::Restart => "From the beginning?",
        }
    }

    /// The question with both answers in so many columns; `None` where they have no room.
    pub fn brief(self, width: usize) -> Option<String> {
        let word = match self {
            Self::Stop => "stop",
            Self::Restart => "restart",
        };
        let key = |action| keymap::key_of(Context::Ask, action);
        let (yes, no) = (key(Action::Yes), key(Action::No));
        [
            format!("{word}? {yes} yes {no} no"),
            format!("{word}? {yes}/{no}"),
        ]
        .into_iter()
        .find(|words| words.width() <= width)
    }

    /// The keys that answer it.
    pub fn hints(self) -> Vec<(String, &'static str)> {
        let yes = match self {
            Self::Stop => "stop",
            Self::Restart => "begin again",
        };
        vec![
            (keymap::key_of(Context::Ask, Action::Yes), yes),
            (keymap::key_of(Context::Ask, Action::No), "go on"),
        ]
    }
}
