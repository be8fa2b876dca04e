//! The available minutes: typed, or adjusted up and down.

use ratatui::text::{Line, Span};

use crate::plan::fit::NoFit;
use crate::plan::tailor::Refusal;
use crate::plan::timetable::Timetable;
use crate::tui::input::action::Action;
use crate::tui::input::key::{Code, Key};
use crate::tui::input::layout;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::cut;
use crate::words::en::sentence::sentence;
use crate::words::en::{before, fitting};

/// Nobody plays longer.
const MOST: u32 = 720;

/// The minutes that are being set.
#[derive(Clone, Debug)]
pub(crate) struct Minutes {
    /// The number shown; `None` is "as written".
    wanted: Option<u32>,
    /// The present length, in whole minutes.
    takes: u32,
    /// The next digit begins a new number.
    fresh: bool,
    /// The reason why the number cannot be reached.
    trouble: Option<String>,
}

impl Minutes {
    /// Begins with the length of the routine.
    pub(crate) fn of(timetable: &Timetable) -> Self {
        let seconds = timetable.total().as_secs() + 30;
        Self {
            wanted: None,
            takes: u32::try_from(seconds / 60).unwrap_or(MOST).clamp(1, MOST),
            fresh: true,
            trouble: None,
        }
    }

    /// The number asked for; `None` is "as written".
    pub(crate) fn wanted(&self) -> Option<u32> {
        self.wanted
    }

    /// One more, one less, or as written.
    pub(crate) fn act(&mut self, action: Action) {
        let now = self.wanted.unwrap_or(self.takes);
        self.wanted = match action {
            Action::More => Some((now + 1).min(MOST)),
            Action::Less => Some(now.saturating_sub(1).max(1)),
            Action::AsWritten => None,
            _ => return,
        };
        self.fresh = true;
    }

    /// Types a digit.
    pub(crate) fn typed(&mut self, key: Key) {
        let digit = key
            .typed()
            .map(|letter| layout::digit(letter).unwrap_or(letter));
        match (key.code, digit.and_then(|digit| digit.to_digit(10))) {
            (Code::Backspace, _) => {
                self.wanted = self
                    .wanted
                    .map(|wanted| wanted / 10)
                    .filter(|&left| left > 0);
            }
            (_, Some(digit)) => {
                let before = if self.fresh {
                    0
                } else {
                    self.wanted.unwrap_or(0)
                };
                let wanted = before * 10 + digit;
                self.wanted = (1..=MOST)
                    .contains(&wanted)
                    .then_some(wanted)
                    .or(self.wanted);
                self.fresh = false;
            }
            _ => {}
        }
    }

    /// The number was reached.
    pub(crate) fn reached(&mut self) {
        self.trouble = None;
    }

    /// The number cannot be reached.
    pub(crate) fn missed(&mut self, refusal: &Refusal) {
        self.trouble = Some(match refusal {
            Refusal::NoFit { limits, .. } if limits.1.is_zero() => before::NOTHING_TIMED.to_owned(),
            Refusal::NoFit {
                why: why @ NoFit::Between { .. },
                ..
            } => sentence(&fitting::no_fit(*why)),
            Refusal::NoFit { limits, .. } => before::can_take(limits.0, limits.1),
            Refusal::Unsound(why) => why.message.to_string(),
        });
    }

    /// The line in which it is set, and why it cannot be.
    pub(crate) fn lines<'a>(&self, width: usize, theme: &Theme) -> Vec<Line<'a>> {
        let number = self.wanted.map_or_else(
            || before::AS_WRITTEN.to_owned(),
            |wanted| wanted.to_string(),
        );
        let mut lines = vec![Line::from(vec![
            Span::styled(format!("{}  ", before::MINUTES), theme.key),
            Span::styled(format!(" {number} "), theme.selected),
        ])];
        if let Some(trouble) = &self.trouble {
            lines.push(Line::styled(cut(trouble, width), theme.warning));
        }
        lines
    }
}
