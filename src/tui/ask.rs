//! A question in the player. The session goes on while it stands.

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
