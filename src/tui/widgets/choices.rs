//! Answers to a question. Each has its key, and one of them is chosen: the arrows choose another, Enter takes it. So
//! every question can be answered on a keyboard without these letters.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;
use crate::tui::widgets::footer;

/// Between two answers.
const GAP: &str = "   ";
/// Before the chosen one.
const MARK: &str = "›";

/// The action of an answer, its words, and fewer of them.
pub(crate) type Answer = (Action, &'static str, &'static str);

/// The answers of a question, one of them chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    context: Context,
    answers: &'static [Answer],
    chosen: usize,
}

impl Choices {
    /// The answers to a question that is asked here. The first is chosen: it has to be the one after which nothing is
    /// lost, for whoever presses Enter once more than meant.
    pub(crate) const fn new(context: Context, answers: &'static [Answer]) -> Self {
        Self {
            context,
            answers,
            chosen: 0,
        }
    }

    /// Returns the context of the question.
    pub(crate) const fn context(&self) -> Context {
        self.context
    }

    /// Chooses, and gives what a key comes to: the chosen answer where it takes that.
    pub(crate) fn act(&mut self, action: Action) -> Action {
        match action {
            Action::Forward => self.chosen = (self.chosen + 1).min(self.answers.len() - 1),
            Action::Backward => self.chosen = self.chosen.saturating_sub(1),
            Action::Take => return self.answers[self.chosen].0,
            _ => {}
        }
        action
    }

    /// Returns the answers in `width` columns, with other keys as far as they fit: in words, else in fewer, else only the
    /// chosen one so.
    pub(crate) fn line(&self, width: usize, theme: &Theme) -> Line<'static> {
        let mut line = self.row(Words::All, theme);
        if line.width() > width {
            return self.short(width, theme);
        }
        let actions: Vec<Action> = self.answers.iter().map(|(action, ..)| *action).collect();
        let others = keymap::hints(self.context, &actions);
        let room = width.saturating_sub(line.width() + GAP.len());
        let others = footer::hints(others, room, theme);
        if others.width() > 0 {
            line.push_span(Span::raw(GAP));
            line.extend(others);
        }
        line
    }

    /// The answers without other keys; wider than asked for where not even their keys have room.
    pub(crate) fn short(&self, width: usize, theme: &Theme) -> Line<'static> {
        [Words::All, Words::Few, Words::OfChosen]
            .into_iter()
            .map(|words| self.row(words, theme))
            .find(|row| row.width() <= width)
            .unwrap_or_else(|| self.row(Words::None, theme))
    }

    /// The columns that they take with all their words.
    pub(crate) fn most(&self) -> usize {
        self.row(Words::All, &Theme::default()).width()
    }

    /// The columns that they take at least with the words of the chosen one.
    pub(crate) fn least(&self) -> usize {
        self.row(Words::OfChosen, &Theme::default()).width()
    }

    fn row(&self, words: Words, theme: &Theme) -> Line<'static> {
        let mut row = Line::default();
        for (place, (action, means, few)) in self.answers.iter().enumerate() {
            let is_chosen = place == self.chosen;
            let (mark, style) = if is_chosen {
                (MARK, theme.selected)
            } else {
                ("", theme.text)
            };
            let gap = match words {
                _ if place == 0 => "",
                // Before the chosen one the mark takes the last blank.
                Words::All | Words::Few if is_chosen => &GAP[MARK.width()..],
                Words::All | Words::Few => GAP,
                Words::OfChosen | Words::None => "/",
            };
            let key = keymap::key_of(self.context, *action);
            let text = match words {
                Words::OfChosen if !is_chosen => key,
                Words::None => format!("{mark}{key}"),
                Words::Few => format!("{mark}{key} {few}"),
                Words::All | Words::OfChosen => format!("{mark}{key} {means}"),
            };
            row.push_span(Span::raw(gap));
            row.push_span(Span::styled(text, style));
        }
        row
    }
}

/// The answers that show more than the key.
#[derive(Clone, Copy)]
enum Words {
    All,
    Few,
    OfChosen,
    None,
}
