//! The list of routines: what suits now comes first and is selected.

use std::cmp::Reverse;
use std::time::Duration;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::content::text::printable;
use crate::tui::detail::Detail;
use crate::tui::footer::footer;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::{Action, Context};
use crate::tui::shelf::{Row, Shelf, suits};
use crate::tui::text::{clock, cut, ends};
use crate::tui::theme::Theme;

/// What most people have time for; of several that suit, the nearest to it comes first.
const USUAL: Duration = Duration::from_secs(600);
/// Narrower screens show the list alone.
const DETAILS_FROM: u16 = 72;
const LIST_WIDTH: u16 = 40;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Indices of the shelf's rows, in the order shown.
    order: Vec<usize>,
    /// Place in `order`.
    selected: usize,
    /// What is searched for; `None` when the search is closed.
    query: Option<String>,
    detail: Option<Detail>,
    hour: u32,
}

impl Home {
    /// The list at this hour.
    pub fn new(shelf: &Shelf, hour: u32) -> Self {
        let mut home = Self {
            hour,
            ..Self::default()
        };
        home.arrange(shelf);
        home.select(shelf, 0);
        home
    }

    /// Where keys go.
    pub fn context(&self) -> Context {
        if self.query.is_some() {
            Context::Search
        } else {
            Context::Home
        }
    }

    /// Puts what suits now first. The selection stays with its routine.
    pub fn refresh(&mut self, shelf: &Shelf, old: &Shelf, hour: u32) {
        let kept = self.row(old).map(|row| (row.id.clone(), row.path.clone()));
        self.hour = hour;
        self.arrange(shelf);
        let find = |wanted: &dyn Fn(&Row) -> bool| {
            self.order
                .iter()
                .position(|&index| wanted(&shelf.rows()[index]))
        };
        let at = kept.and_then(|(id, path)| {
            find(&|row| row.id == id && row.path == path).or_else(|| find(&|row| row.id == id))
        });
        self.select(shelf, at.unwrap_or(0));
    }

    /// The hour has changed since the list was last put in order.
    pub fn is_stale(&self, hour: u32) -> bool {
        self.hour != hour && self.query.is_none()
    }

    fn arrange(&mut self, shelf: &Shelf) {
        let rows = shelf.rows();
        self.order = if let Some(query) = self
            .query
            .as_deref()
            .filter(|query| !query.trim().is_empty())
        {
            search(rows, query)
        } else {
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.sort_by_key(|&index| {
                let row = &rows[index];
                (
                    suits(row.when, self.hour),
                    !row.general,
                    row.total
                        .map_or(Duration::MAX, |total| total.abs_diff(USUAL)),
                )
            });
            order
        };
    }

    fn select(&mut self, shelf: &Shelf, at: usize) {
        self.selected = at.min(self.order.len().saturating_sub(1));
        self.detail = self.row(shelf).and_then(|row| {
            let timetable = if row.sound {
                shelf.timetable(&row.id)
            } else {
                None
            };
            Some(Detail::of(shelf.entry(row)?, timetable))
        });
    }

    /// The selected row.
    pub fn row<'a>(&self, shelf: &'a Shelf) -> Option<&'a Row> {
        shelf.rows().get(*self.order.get(self.selected)?)
    }

    /// The routine for one key in the night: the first of the middle of the night, else of bedtime.
    pub fn night<'a>(&self, shelf: &'a Shelf) -> Option<&'a Row> {
        use crate::content::vocabulary::When::{Bedtime, MiddleOfTheNight};
        let of = |when| {
            shelf
                .rows()
                .iter()
                .filter(move |row| row.sound && row.when == when)
        };
        of(MiddleOfTheNight).chain(of(Bedtime)).next()
    }

    /// Moves, opens and closes the search. Opening a routine is the app's.
    pub fn act(&mut self, action: Action, shelf: &Shelf, page: usize) {
        let last = self.order.len().saturating_sub(1);
        match action {
            Action::Up => self.select(shelf, self.selected.saturating_sub(1)),
            Action::Down => self.select(shelf, (self.selected + 1).min(last)),
            Action::PageUp => self.select(shelf, self.selected.saturating_sub(page)),
            Action::PageDown => self.select(shelf, (self.selected + page).min(last)),
            Action::First => self.select(shelf, 0),
            Action::Last => self.select(shelf, last),
            Action::Search => self.query = Some(String::new()),
            Action::Close if self.query.take().is_some() => {
                self.refresh(shelf, shelf, self.hour);
            }
            _ => {}
        }
    }

    /// Types into the search.
    pub fn typed(&mut self, key: Key, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        match (key.code, key.typed()) {
            (Code::Backspace, _) => {
                query.pop();
            }
            (Code::Char('u'), None) if key.ctrl => query.clear(),
            (_, Some(letter)) => query.push(letter),
            _ => return,
        }
        self.arrange(shelf);
        self.select(shelf, 0);
    }

    /// Pastes into the search, when it is open.
    pub fn pasted(&mut self, text: &str, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        query.extend(printable(text).chars().take(200));
        self.arrange(shelf);
        self.select(shelf, 0);
    }

    /// Draws the list, and beside it what is known of the selected routine.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, shelf: &Shelf, theme: &Theme) {
        let [head, body, foot] = parts(area);
        self.draw_head(frame, head, theme);
        frame.render_widget(footer(self.context(), usize::from(foot.width), theme), foot);
        if body.width < DETAILS_FROM {
            self.draw_list(frame, body, shelf, theme);
            return;
        }
        let list = Rect {
            width: LIST_WIDTH,
            ..body
        };
        self.draw_list(frame, list, shelf, theme);
        let line = Rect {
            x: list.right() + 1,
            width: 1,
            ..body
        };
        for y in line.top()..line.bottom() {
            frame.buffer_mut()[(line.x, y)]
                .set_symbol("│")
                .set_style(theme.border);
        }
        let pane = Rect {
            x: line.right() + 1,
            width: body.right().saturating_sub(line.right() + 1),
            ..body
        };
        let (width, height) = (usize::from(pane.width), usize::from(pane.height));
        let lines = self
            .detail
            .iter()
            .flat_map(|detail| detail.lines(width, height, theme));
        for (y, line) in (pane.top()..pane.bottom()).zip(lines) {
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..pane
                },
            );
        }
    }

    fn draw_head(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let line = match &self.query {
            Some(query) => Line::from(vec![
                Span::styled("/ ", theme.key),
                Span::styled(
                    cut(query, usize::from(area.width).saturating_sub(3)),
                    theme.title,
                ),
                Span::styled("▏", theme.accent),
            ]),
            None => Line::from(Span::styled("supple", theme.title)),
        };
        frame.render_widget(line, area);
    }

    fn draw_list(&self, frame: &mut Frame<'_>, area: Rect, shelf: &Shelf, theme: &Theme) {
        if self.order.is_empty() {
            let words = if self.query.is_some() {
                "Nothing is called so. Esc shows all."
            } else {
                "No routines."
            };
            frame.render_widget(
                Line::styled(words, theme.dim),
                Rect {
                    height: area.height.min(1),
                    ..area
                },
            );
            return;
        }
        let height = usize::from(area.height);
        // Some lines below the selection stay in sight, as long as there are any.
        let bottom = (self.selected + 1 + height / 4).min(self.order.len());
        let first = bottom.saturating_sub(height).min(self.selected);
        for (y, (place, &index)) in
            (area.top()..area.bottom()).zip(self.order.iter().enumerate().skip(first))
        {
            let row = &shelf.rows()[index];
            let line = list_line(row, place == self.selected, usize::from(area.width), theme);
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
            );
        }
    }
}

/// Head, body and footer; on a very low screen the body only.
fn parts(area: Rect) -> [Rect; 3] {
    let row = |y: u16, height: u16| Rect {
        y: area.y + y,
        height,
        ..area
    };
    match area.height {
        0..=3 => [row(0, 0), row(0, area.height), row(0, 0)],
        4..=8 => [row(0, 1), row(1, area.height - 1), row(0, 0)],
        height => [row(0, 1), row(2, height - 4), row(height - 1, 1)],
    }
}

/// The rows that match, best first: what is called so, what holds the words as they are, then what is only alike.
fn search(rows: &[Row], query: &str) -> Vec<usize> {
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let words = query.trim().to_lowercase();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u8, Reverse<u32>, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let score = pattern.score(Utf32Str::new(&row.haystack, &mut buffer), &mut matcher)?;
            let rank = if row.title.to_lowercase().contains(&words) {
                0
            } else if row.haystack.to_lowercase().contains(&words) {
                1
            } else {
                2
            };
            Some((rank, Reverse(score), index))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., index)| index).collect()
}

fn list_line<'a>(row: &Row, selected: bool, width: usize, theme: &Theme) -> Line<'a> {
    let (plain, quiet): (Style, Style) = if selected {
        (theme.selected, theme.selected)
    } else {
        (theme.text, theme.dim)
    };
    let right = match (row.sound, row.total) {
        (false, _) => "cannot be played".to_owned(),
        (true, Some(total)) => clock(total),
        (true, None) => "list".to_owned(),
    };
    let mark = row
        .origin
        .mark()
        .map_or_else(String::new, |mark| format!("{mark}  "));
    let quiet = if row.sound || selected {
        quiet
    } else {
        theme.error
    };
    let mut line = ends(
        &row.title,
        plain,
        &format!("{mark}{right} "),
        quiet,
        width.saturating_sub(2),
    );
    line.spans.insert(
        0,
        Span::styled(
            if selected { "› " } else { "  " },
            if selected { theme.selected } else { theme.text },
        ),
    );
    if selected {
        line.style(theme.selected)
    } else {
        line
    }
}
