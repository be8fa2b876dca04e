//! A question in the player. The session goes on while it stands.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::theme::Theme;
use crate::tui::widgets::choices::{Answer, Choices};
use crate::words::en::player as words;

const STOP: &[Answer] = &[
    (Action::No, words::GO_ON, words::NO),
    (Action::Yes, words::YES_STOP, words::YES),
];
const RESTART: &[Answer] = &[
    (Action::No, words::GO_ON, words::NO),
    (Action::Yes, words::YES_RESTART, words::YES),
];

/// The question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// End the session?
    Stop,
    /// Begin again?
    Restart,
}

/// A question with its answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask {
    what: Question,
    choices: Choices,
}

impl Ask {
    /// Asks.
    pub(crate) const fn new(what: Question) -> Self {
        let answers = match what {
            Question::Stop => STOP,
            Question::Restart => RESTART,
        };
        Self {
            what,
            choices: Choices::new(Context::Ask, answers),
        }
    }

    /// Its question.
    pub(crate) const fn what(&self) -> Question {
        self.what
    }

    /// Chooses an answer; returns the action that the key results in.
    pub(crate) fn act(&mut self, action: Action) -> Action {
        self.choices.act(action)
    }

    /// The question with its answers, within `width` columns.
    pub(crate) fn line(&self, width: usize, theme: &Theme) -> Line<'static> {
        let question = match self.what {
            Question::Stop => words::STOP,
            Question::Restart => words::RESTART,
        };
        let room = width.saturating_sub(question.width() + 2);
        if self.choices.most() > room {
            return self.brief(width, theme);
        }
        let mut line = Line::from(Span::styled(format!("{question}  "), theme.accent));
        line.extend(self.choices.line(room, theme));
        line
    }

    /// A shorter form of the question, with its answers.
    pub(crate) fn brief(&self, width: usize, theme: &Theme) -> Line<'static> {
        let question = match self.what {
            Question::Stop => words::STOP_BRIEF,
            Question::Restart => words::RESTART_BRIEF,
        };
        let room = width.saturating_sub(question.width() + 1);
        let mut line = Line::from(Span::styled(format!("{question} "), theme.accent));
        line.extend(self.choices.short(room, theme));
        line
    }
}
