//! The list of routines: what suits now comes first and is selected.

use chrono::{NaiveTime, Timelike as _};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use crate::content::text::printable;
use crate::tui::detail::Detail;
use crate::tui::figure::Drawing;
use crate::tui::filter::{Field, Filter};
use crate::tui::footer::footer;
use crate::tui::hours::middle_of_the_night;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::list_line::{answer_line, list_line};
use crate::tui::ranking::by_time;
use crate::tui::search::{Answer, Found, Index};
use crate::tui::shelf::{Row, Shelf};
use crate::tui::text::{cut, ends, wrap};
use crate::tui::theme::Theme;

/// Narrower screens show the list alone.
const DETAILS_FROM: u16 = 72;
const LIST_WIDTH: u16 = 40;

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// What was searched for and is said elsewhere; these lines come first.
    answers: Vec<Answer>,
    /// Indices of the shelf's rows, in the order shown.
    order: Vec<usize>,
    /// Why each of these was found; empty where nothing is searched for.
    whys: Vec<String>,
    /// Place in the answers and then `order`.
    selected: usize,
    /// What is searched for; `None` when the search is closed.
    query: Option<String>,
    /// What the search looks through, as long as it is open.
    index: Index,
    filter: Filter,
    /// The field that is being chosen; `None` when the filter is closed.
    field: Option<usize>,
    detail: Option<Detail>,
    /// The line that is selected when something was typed.
    leads: usize,
    /// Why nothing is shown, when nothing is.
    empty: String,
    time: NaiveTime,
    drawing: Drawing,
}

impl Home {
    /// The list at this time of day.
    pub fn new(shelf: &Shelf, time: NaiveTime, drawing: Drawing) -> Self {
        let mut home = Self {
            time,
            drawing,
            filter: Filter::of_profile(&shelf.whom().profile),
            ..Self::default()
        };
        home.arrange(shelf);
        home.select(shelf, 0);
        home
    }

    /// Where keys go.
    pub fn context(&self) -> Context {
        if self.field.is_some() {
            Context::Filter
        } else if self.query.is_some() {
            Context::Search
        } else {
            Context::Home
        }
    }

    /// Puts what suits now first. The selection stays with its routine.
    pub fn refresh(&mut self, shelf: &Shelf, old: &Shelf, time: NaiveTime) {
        let kept = self.row(old).map(|row| (row.id.clone(), row.path.clone()));
        self.time = time;
        if self.query.is_some() {
            self.index = Index::of(shelf, self.time);
        }
        if shelf.whom().profile != old.whom().profile {
            self.filter = Filter::of_profile(&shelf.whom().profile);
        }
        self.arrange(shelf);
        self.select_again(shelf, kept);
    }

    /// Draws figures in another way.
    pub fn set_drawing(&mut self, drawing: Drawing, shelf: &Shelf) {
        if drawing != self.drawing {
            self.drawing = drawing;
            self.select(shelf, self.selected);
        }
    }

    /// Selects what suits best.
    pub fn select_best(&mut self, shelf: &Shelf) {
        self.select(shelf, 0);
    }

    fn select_again(&mut self, shelf: &Shelf, kept: Option<(String, String)>) {
        let find = |wanted: &dyn Fn(&Row) -> bool| {
            self.order
                .iter()
                .position(|&index| wanted(&shelf.rows()[index]))
        };
        let at = kept.and_then(|(id, path)| {
            find(&|row| row.id == id && row.path == path).or_else(|| find(&|row| row.id == id))
        });
        self.select(shelf, self.answers.len() + at.unwrap_or(0));
    }

    /// Half an hour has passed since the list was last put in order, more or less.
    pub fn is_stale(&self, time: NaiveTime) -> bool {
        let part = |time: NaiveTime| time.hour() * 2 + time.minute() / 30;
        part(self.time) != part(time) && self.query.is_none() && self.field.is_none()
    }

    fn arrange(&mut self, shelf: &Shelf) {
        let rows = shelf.rows();
        let query = self.query.as_deref();
        let found = match query.filter(|query| !query.trim().is_empty()) {
            Some(query) => self.index.find(query, shelf),
            None => Found::everything(shelf, self.time),
        };
        let admitted = found
            .hits
            .iter()
            .filter(|hit| self.filter.admits(&rows[hit.row]));
        (self.order, self.whys) = admitted.map(|hit| (hit.row, hit.why.clone())).unzip();
        if self.order.is_empty() && found.answers.is_empty() {
            let all: Vec<usize> = found.hits.iter().map(|hit| hit.row).collect();
            self.empty = self.why_empty(rows, &all);
        }
        self.leads = if found.leads { found.answers.len() } else { 0 };
        self.answers = found.answers;
    }

    /// Which choice of the filter to take back, when nothing is left.
    fn why_empty(&self, rows: &[Row], found: &[usize]) -> String {
        if rows.is_empty() {
            return "No routines.".to_owned();
        }
        if found.is_empty() {
            return "Nothing is found by these words. Esc shows all.".to_owned();
        }
        let key = keymap::key_of(Context::Home, Action::Filter);
        let without = self.filter.chosen().map(|(field, words)| {
            let left = found
                .iter()
                .filter(|&&index| self.filter.admits_without(field, &rows[index]))
                .count();
            (left, words)
        });
        match without.max_by_key(|(left, _)| *left) {
            Some((left, words)) if left > 0 => {
                format!(
                    "Nothing is left. Without \"{words}\" there would be {left}: {key} changes that."
                )
            }
            _ => {
                format!("Nothing is left. Take back two choices of the filter: {key} changes them.")
            }
        }
    }

    fn select(&mut self, shelf: &Shelf, at: usize) {
        self.selected = at.min(self.last());
        self.detail = self
            .row(shelf)
            .and_then(|row| Detail::of(row, shelf, self.drawing));
    }

    fn last(&self) -> usize {
        (self.answers.len() + self.order.len()).saturating_sub(1)
    }

    /// The selected row.
    pub fn row<'a>(&self, shelf: &'a Shelf) -> Option<&'a Row> {
        let at = self.selected.checked_sub(self.answers.len())?;
        shelf.rows().get(*self.order.get(at)?)
    }

    /// What was searched for and is said elsewhere, where that is selected.
    pub fn answer(&self) -> Option<&Answer> {
        self.answers.get(self.selected)
    }

    /// The routine for one key in the night: the one that the list has first in the middle of the night. Where none
    /// plays, the one that says why.
    pub fn night<'a>(&self, shelf: &'a Shelf) -> Option<&'a Row> {
        let rows = shelf.rows();
        let bedtime = shelf.whom().profile.bedtime;
        let order = by_time(shelf, middle_of_the_night(bedtime)).into_iter();
        let asleep = order.map(|index| &rows[index]);
        let asleep = asleep.filter(|row| row.when.is_sleepy());
        let mut plays = asleep.clone().filter(|row| row.plays());
        let admitted = plays.clone().find(|row| self.filter.admits(row));
        admitted
            .or_else(|| plays.next())
            .or_else(|| asleep.clone().next())
    }

    /// Moves, opens and closes the search. Opening a routine is the app's.
    pub fn act(&mut self, action: Action, shelf: &Shelf, page: usize) {
        if let Some(field) = self.field {
            self.choose(field, action, shelf);
            return;
        }
        let last = self.last();
        match action {
            Action::Up => self.select(shelf, self.selected.saturating_sub(1)),
            Action::Down => self.select(shelf, (self.selected + 1).min(last)),
            Action::PageUp => self.select(shelf, self.selected.saturating_sub(page)),
            Action::PageDown => self.select(shelf, (self.selected + page).min(last)),
            Action::First => self.select(shelf, 0),
            Action::Last => self.select(shelf, last),
            Action::Search => {
                self.query = Some(String::new());
                self.index = Index::of(shelf, self.time);
            }
            Action::Filter => self.field = Some(0),
            Action::Close if self.query.take().is_some() => {
                self.index = Index::default();
                self.refresh(shelf, shelf, self.time);
            }
            _ => {}
        }
    }

    /// Changes the filter; the list follows at once.
    fn choose(&mut self, at: usize, action: Action, shelf: &Shelf) {
        let field = Field::ALL[at];
        match action {
            Action::Up => self.field = Some(at.saturating_sub(1)),
            Action::Down => self.field = Some((at + 1).min(Field::ALL.len() - 1)),
            Action::Close => self.field = None,
            Action::Forward => self.filter.turn(field, true),
            Action::Backward => self.filter.turn(field, false),
            Action::Clear => self.filter.clear(field),
            _ => return,
        }
        let kept = self
            .row(shelf)
            .map(|row| (row.id.clone(), row.path.clone()));
        self.arrange(shelf);
        self.select_again(shelf, kept);
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
        self.select(shelf, self.leads);
    }

    /// Pastes into the search, when it is open.
    pub fn pasted(&mut self, text: &str, shelf: &Shelf) {
        let Some(query) = &mut self.query else { return };
        query.extend(printable(text).chars().take(200));
        self.arrange(shelf);
        self.select(shelf, self.leads);
    }

    /// Draws the list, and beside it what is known of the selected routine.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, shelf: &Shelf, theme: &Theme) {
        let [head, body, foot] = parts(area);
        self.draw_head(frame, head, shelf, theme);
        frame.render_widget(footer(self.context(), usize::from(foot.width), theme), foot);
        if body.width < DETAILS_FROM {
            match self.field {
                Some(field) => {
                    frame.render_widget(Text::from(self.filter_lines(field, theme)), body);
                }
                None => self.draw_list(frame, body, shelf, theme),
            }
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
        if let Some(field) = self.field {
            frame.render_widget(Text::from(self.filter_lines(field, theme)), pane);
        } else if let Some(answer) = self.answer() {
            let words = wrap(&answer.in_words(), usize::from(pane.width));
            let lines = words.into_iter().map(|line| Line::styled(line, theme.text));
            frame.render_widget(lines.collect::<Text<'_>>(), pane);
        } else if let Some(detail) = &self.detail {
            detail.draw(frame, pane, theme);
        }
    }

    fn filter_lines<'a>(&self, selected: usize, theme: &Theme) -> Vec<Line<'a>> {
        let left = self.order.len();
        let plural = if left == 1 { "" } else { "s" };
        let mut lines = vec![
            Line::styled(format!("{left} routine{plural}"), theme.title),
            Line::default(),
        ];
        lines.extend(Field::ALL.iter().enumerate().map(|(index, &field)| {
            let words = self.filter.words(field);
            let words = words.as_deref().unwrap_or("any");
            if index == selected {
                let line = format!("› {:<10}‹ {words} ›", field.label());
                Line::styled(line, theme.selected)
            } else {
                Line::from(vec![
                    Span::styled(format!("  {:<12}", field.label()), theme.dim),
                    Span::styled(words.to_owned(), theme.text),
                ])
            }
        }));
        lines
    }

    fn draw_head(&self, frame: &mut Frame<'_>, area: Rect, shelf: &Shelf, theme: &Theme) {
        let width = usize::from(area.width);
        if let Some(query) = &self.query {
            let at = self.selected.checked_sub(self.answers.len());
            let why = at
                .and_then(|at| self.whys.get(at))
                .map_or("", String::as_str);
            let typed = cut(query, width.saturating_sub(3));
            let mut line = ends(
                &format!("{typed}▏"),
                theme.title,
                why,
                theme.dim,
                width.saturating_sub(2),
            );
            line.spans.insert(0, Span::styled("/ ", theme.key));
            frame.render_widget(line, area);
            return;
        }
        let chosen: Vec<String> = self.filter.chosen().map(|(_, words)| words).collect();
        let (whom, worry) = notice_of(shelf).unwrap_or_default();
        let style = if worry { theme.warning } else { theme.dim };
        let name = "supple";
        let room = width.saturating_sub(name.len() + 2);
        let mut line = ends(&whom, style, &chosen.join(" · "), theme.accent, room);
        line.spans.insert(0, Span::raw("  "));
        line.spans
            .insert(0, Span::styled(cut(name, width), theme.title));
        frame.render_widget(line, area);
    }

    fn draw_list(&self, frame: &mut Frame<'_>, area: Rect, shelf: &Shelf, theme: &Theme) {
        if self.order.is_empty() && self.answers.is_empty() {
            let lines = wrap(&self.empty, usize::from(area.width)).into_iter();
            let text: Text<'_> = lines.map(|line| Line::styled(line, theme.text)).collect();
            frame.render_widget(text, area);
            return;
        }
        let height = usize::from(area.height);
        // Some lines below the selection stay in sight, as long as there are any.
        let bottom = (self.selected + 1 + height / 4).min(self.last() + 1);
        let first = bottom.saturating_sub(height).min(self.selected);
        let (width, is_checked) = (usize::from(area.width), shelf.worries().is_checked);
        for (y, place) in (area.top()..area.bottom()).zip(first..=self.last()) {
            let selected = place == self.selected;
            let line = match place.checked_sub(self.answers.len()) {
                None => answer_line(&self.answers[place], selected, width, theme),
                Some(at) => {
                    let (row, why) = (&shelf.rows()[self.order[at]], &self.whys[at]);
                    list_line(row, why, is_checked, selected, width, theme)
                }
            };
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

/// For whom the list is, and whether that is a worry.
fn notice_of(shelf: &Shelf) -> Option<(String, bool)> {
    let (whom, safety) = (shelf.whom(), &shelf.library().shared().safety);
    let worries = &shelf.worries().said;
    if !worries.is_empty() {
        return Some((worries.join(" "), true));
    }
    let names = whom.names(safety);
    let label = if whom.is_somebody_else() {
        "for somebody"
    } else {
        "you"
    };
    // The names have commas of their own.
    (!names.is_empty()).then(|| (format!("{label}: {}", names.join("; ")), false))
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
