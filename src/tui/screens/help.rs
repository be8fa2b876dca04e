//! The keys, from the keymap. What they do here can be chosen with the arrows and taken with Enter, so that everything
//! can be done on a keyboard without these letters.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap::{self, BINDINGS, Binding};
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::wrap;
use crate::words::en::help::{MARKS, MARKS_HEADING};

/// Narrower screens have no columns.
const NARROW: usize = 36;

/// The help over whatever screen it was asked for on; that screen's keys come first.
#[derive(Clone, Debug)]
pub(crate) struct Help {
    first: Context,
    /// The line that Enter takes, of those that mean something where the help was asked for.
    chosen: Option<usize>,
    /// The scroll position. Then none is chosen.
    scroll: Scroll,
}

impl Help {
    /// The help, asked for in a context.
    pub(crate) fn new(first: Context) -> Self {
        Self {
            first,
            chosen: None,
            scroll: Scroll::default(),
        }
    }

    /// Returns the context in which it was opened.
    pub(crate) fn asked_in(&self) -> Context {
        self.first
    }

    /// Chooses what Enter takes; beyond the last of it the page is scrolled.
    pub(crate) fn act(&mut self, action: Action, area: Rect, theme: &Theme) {
        let last = self.taken().count().saturating_sub(1);
        match (action, self.chosen) {
            (Action::Up, chosen) if self.scroll.is_at_top() => {
                self.chosen = chosen.and_then(|at| at.checked_sub(1));
            }
            (Action::Down, None) if self.scroll.is_at_top() => self.chosen = Some(0),
            (Action::Down, Some(at)) if at < last => self.chosen = Some(at + 1),
            _ => {
                // The page begins where the chosen line is in sight.
                let (lines, chosen) = self.lines(usize::from(area.width), theme);
                let above = (chosen + 1).saturating_sub(page::rows(area));
                let lines = lines.len().saturating_sub(above);
                self.scroll.act(action, lines, page::room(area));
            }
        }
    }

    /// Returns the binding that Enter runs.
    pub(crate) fn chosen(&self) -> Option<Binding> {
        let at = self.chosen.filter(|_| self.scroll.is_at_top())?;
        self.taken().nth(at).copied()
    }

    /// The bindings that Enter can take, in the order of the page.
    fn taken(&self) -> impl Iterator<Item = &'static Binding> {
        let of = |context| {
            BINDINGS
                .iter()
                .filter(move |binding| binding.context == context)
        };
        of(self.first).chain(of(Context::Everywhere))
    }

    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let (lines, chosen) = self.lines(usize::from(area.width), theme);
        let below = (chosen + 1).saturating_sub(page::rows(area));
        let scroll = self.scroll.after(below);
        page::draw(frame, area, lines, scroll, Context::Help, theme);
    }

    /// The page, and in which line of it the chosen one ends.
    fn lines(&self, width: usize, theme: &Theme) -> (Vec<Line<'static>>, usize) {
        let others = Context::ALL.iter().copied();
        let others = others.filter(|context| ![self.first, Context::Everywhere].contains(context));
        // On a narrow screen the meaning matters more than its column.
        let column = if width < NARROW { 0 } else { 14_usize };
        let mut lines = Vec::new();
        let (mut at, mut chosen) = (0, 0);
        for context in [self.first, Context::Everywhere].into_iter().chain(others) {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            lines.push(Line::styled(context.title(), theme.title));
            for binding in BINDINGS.iter().filter(|binding| binding.context == context) {
                let keys = theme.charset.key(&keymap::keys(binding).join(" "));
                let doc = binding.action.doc();
                let is_chosen = self.scroll.is_at_top() && self.chosen == Some(at);
                let mut explained = explained(&keys, doc, (is_chosen, column), width, theme);
                if is_chosen {
                    chosen = lines.len() + explained.len();
                    for line in &mut explained {
                        *line = Line::styled(line.to_string(), theme.selected);
                    }
                }
                lines.extend(explained);
                at += 1;
            }
            if context == Context::Home {
                lines.push(Line::default());
                lines.push(Line::styled(MARKS_HEADING, theme.title));
                for (mark, means) in MARKS {
                    lines.extend(explained(mark, means, (false, column), width, theme));
                }
            }
        }
        (lines, chosen)
    }
}

/// A key or a mark, and what it means beside it; below it where that has no room.
fn explained(
    left: &str,
    means: &str,
    (is_chosen, column): (bool, usize),
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    // As wide with the mark as without: whoever moves the choice must not move the lines.
    let indent = if is_chosen { "› " } else { "  " };
    let beside = indent.width() + left.width().max(column) + 2;
    let first = |rest: String| {
        let pad = " ".repeat(beside - indent.width() - left.width());
        Line::from(vec![
            Span::raw(indent),
            Span::styled(left.to_owned(), theme.key),
            Span::raw(pad),
            Span::styled(rest, theme.text),
        ])
    };
    let fits = beside + means.width() <= width;
    let below = if column > 0 { beside } else { 4 };
    let mut wrapped = wrap(means, width.saturating_sub(below)).into_iter();
    let begins = if fits || column > 0 {
        wrapped.next().unwrap_or_default()
    } else {
        String::new()
    };
    let rest = wrapped.map(|line| Line::styled(" ".repeat(below) + &line, theme.text));
    std::iter::once(first(begins)).chain(rest).collect()
}
