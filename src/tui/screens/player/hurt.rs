//! Pain: the page over the player. The session is paused while it is open, and closing it loses nothing.

pub(crate) mod paint;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::plan::planned::Planned;
use crate::player::record::Record;
use crate::player::view::View;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::signs::Signs;
use crate::tui::theme::Theme;
use crate::tui::widgets::choices::{Answer, Choices};
use crate::tui::widgets::digits::DigitSize;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::wrap;
use crate::words::en::hurt as words;

/// After this many reports in a session, stopping is advised.
const TOO_OFTEN: usize = 3;
/// Before the chosen offer.
const MARK: &str = "› ";
/// Rows for `STOP`, above a long text.
const STOP_ROWS: u16 = 5;
/// Lower screens need the room for words.
const LARGE_FROM: u16 = 20;
/// Stopping comes first: a second Enter in a row must not go on with what hurts.
const STOP_OR_NOT: &[Answer] = &[
    (Action::End, words::END.whole, words::END.brief),
    (Action::Anyway, words::ANYWAY.whole, words::ANYWAY.brief),
];

/// Narrower screens have short words and no columns.
const NARROW: usize = 36;
/// Lower screens have the keys in the footer alone.
const KEYS_FROM: u16 = 9;
/// Lower screens leave the rest of the advice to the list.
const ALL_ADVICE_FROM: u16 = 16;

/// The reason why it is better to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StopReason {
    /// The pain is of that kind.
    Sharp,
    /// The number of pain reports today.
    Often(usize),
}

impl StopReason {
    /// A sentence or two.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Sharp => words::SHARP.to_owned(),
            Self::Often(times) => words::often(times),
        }
    }

    /// On one line of a small screen.
    fn brief(self) -> String {
        match self {
            Self::Sharp => words::SHARP_BRIEF.to_owned(),
            Self::Often(times) => words::often_brief(times),
        }
    }
}

/// The page after a pain report.
#[derive(Clone, Debug)]
pub(crate) enum Hurt {
    /// The possible actions now.
    Offers {
        /// The previous report was about the same exercise.
        again: bool,
        /// The action of Enter.
        chosen: Action,
    },
    /// It is better to stop, and when to get help.
    Signs {
        /// The reason.
        why: StopReason,
        /// The scroll position of the signs.
        scroll: Scroll,
        /// Stop, or go on.
        choices: Choices,
    },
}

/// Context that the page needs.
pub(crate) struct HurtContext<'a> {
    /// The session at this moment.
    pub(crate) view: View<'a>,
    /// An easier variant, if there is one.
    pub(crate) easier: Option<&'a Planned>,
    /// When to get help.
    pub(crate) signs: &'a Signs,
    /// The colours.
    pub(crate) theme: &'a Theme,
}

impl Hurt {
    /// The page after the latest report in a record.
    pub(crate) fn noted(record: &Record) -> Self {
        let hurting = record.hurting();
        if hurting.len() >= TOO_OFTEN {
            return Self::signs(StopReason::Often(hurting.len()));
        }
        Self::Offers {
            again: matches!(hurting, [.., before, now] if before == now),
            chosen: Action::GoOn,
        }
    }

    /// It is better to stop.
    pub(crate) fn signs(why: StopReason) -> Self {
        Self::Signs {
            why,
            scroll: Scroll::default(),
            choices: Choices::new(Context::Signs, STOP_OR_NOT),
        }
    }

    /// Returns the context that keys go to.
    pub(crate) fn context(&self) -> Context {
        match self {
            Self::Offers { .. } => Context::Hurt,
            Self::Signs { .. } => Context::Signs,
        }
    }

    /// Scrolls or chooses; returns the action that the key results in.
    pub(crate) fn act(&mut self, action: Action, around: &HurtContext<'_>, area: Rect) -> Action {
        match self {
            Self::Signs {
                why,
                scroll,
                choices,
            } => {
                let room = page::room_asking(below_stop(area, *scroll, around.theme));
                let mut lines = signs_lines(*why, area, around).len();
                if !scroll.is_at_top() {
                    // The large letters stay away until it is scrolled back, also where all has room without them.
                    lines = lines.max(room.rows() + 1);
                }
                scroll.act(action, lines, room);
                choices.act(action)
            }
            Self::Offers { chosen, .. } => {
                let offers = offers(around.easier, true);
                let at = offers.iter().position(|(offer, _)| offer == chosen);
                let at = at.unwrap_or(offers.len() - 1);
                let at = match action {
                    Action::Take => return offers[at].0,
                    Action::Backward => at.saturating_sub(1),
                    Action::Forward => (at + 1).min(offers.len() - 1),
                    _ => at,
                };
                *chosen = offers[at].0;
                action
            }
        }
    }
}

/// The size of `STOP`; `None` if the signs need the room.
fn large_stop(area: Rect, scroll: Scroll, theme: &Theme) -> Option<DigitSize> {
    let has_room = scroll.is_at_top() && area.height >= LARGE_FROM;
    let size = DigitSize::fitting(words::STOP, area.width, STOP_ROWS, theme.charset);
    size.filter(|_| has_room)
}

/// The area of the signs.
fn below_stop(area: Rect, scroll: Scroll, theme: &Theme) -> Rect {
    let rows = large_stop(area, scroll, theme).map_or(0, |size| size.rows() + 1);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Returns the possible actions by key; `short` for small screens.
pub(crate) fn offers(easier: Option<&Planned>, short: bool) -> Vec<(Action, String)> {
    let easier = easier.map(|variant| {
        let offer = if short {
            words::EASIER_BRIEF.to_owned()
        } else {
            words::easier(variant)
        };
        (Action::Easier, offer)
    });
    let others = [
        (Action::Leave, words::LEAVE),
        (Action::Sharp, words::IS_SHARP),
        (Action::End, words::END),
        (Action::GoOn, words::GO_ON),
    ];
    let others = others.map(|(action, offer)| {
        let words = if short { offer.brief } else { offer.whole };
        (action, words.to_owned())
    });
    easier.into_iter().chain(others).collect()
}

/// Returns the reason to stop, how to stop, and when to get help.
fn signs_lines(why: StopReason, area: Rect, around: &HurtContext<'_>) -> Vec<Line<'static>> {
    let (theme, width) = (around.theme, usize::from(area.width));
    let said = |words: &str, style| -> Vec<Line<'static>> {
        let lines = wrap(words, width.min(72)).into_iter();
        lines.map(|line| Line::styled(line, style)).collect()
    };
    let why = if width < NARROW {
        why.brief()
    } else {
        why.words()
    };
    let mut lines = said(&why, theme.title);
    if area.height >= KEYS_FROM {
        let key = |action| Span::styled(keymap::key_of(Context::Signs, action), theme.key);
        lines.push(Line::from(vec![
            key(Action::End),
            Span::styled(words::STOPS, theme.text),
            key(Action::Anyway),
            Span::styled(words::GOES_ON, theme.text),
        ]));
    }
    let advice = around.signs.advice();
    let shown = if area.height < ALL_ADVICE_FROM {
        1
    } else {
        advice.len()
    };
    for action in advice.iter().take(shown) {
        lines.extend(said(action, theme.text));
    }
    if page::is_airy(area) {
        lines.push(Line::default());
    }
    lines.extend(around.signs.lines(width, area.height, theme));
    lines
}
