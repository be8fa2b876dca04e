//! The list of routines: what suits now comes first and is selected.

pub(crate) mod detail;
pub(crate) mod filter;
pub(crate) mod layout;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod paint;
pub(crate) mod ranking;
pub mod search;
pub(crate) mod typing;

use chrono::{NaiveTime, Timelike as _};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::hours::middle_of_the_night;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::message::Now;
use crate::tui::screen::{Next, Screen};
use crate::tui::screens::home::detail::Detail;
use crate::tui::screens::home::filter::{Filter, FilterField};
use crate::tui::screens::home::layout::rows;
use crate::tui::screens::home::ranking::by_time;
use crate::tui::screens::home::search::answers::{Answer, AnswerPlace as Said};
use crate::tui::screens::home::search::{Found, Index};
use crate::tui::screens::signs::Signs;
use crate::tui::widgets::field::TextField;
use crate::tui::widgets::figure::Drawing;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::world::World;

/// Narrower screens show the list alone.
const DETAILS_FROM: u16 = 72;
const LIST_WIDTH: u16 = 40;

/// The list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Home {
    /// Answers to the search that are no routines; these lines come first.
    answers: Vec<Answer>,
    /// Indices of the catalog's rows, in the order shown.
    order: Vec<usize>,
    /// The reason why each of these was found; empty where nothing is searched for.
    whys: Vec<String>,
    /// Place in the answers and then `order`.
    selected: usize,
    /// The search field; `None` when the search is closed.
    query: Option<TextField>,
    /// The index of the search; `None` before the first one.
    index: Option<Index>,
    /// The warning signs, while they are open.
    signs: Option<(Signs, Scroll)>,
    filter: Filter,
    /// The field that is being chosen; `None` when the filter is closed.
    field: Option<usize>,
    detail: Option<Detail>,
    /// The line that is selected when something was typed.
    leads: usize,
    /// The search holds no word to look for.
    is_wordless: bool,
    /// The text in place of an empty list.
    empty: String,
    time: NaiveTime,
    drawing: Drawing,
}

impl Home {
    /// The list before anybody sees it: [`refresh`](Self::refresh) puts the routines in order.
    pub(crate) fn new(catalog: &Catalog) -> Self {
        Self {
            filter: Filter::of_profile(&catalog.whom().profile),
            ..Self::default()
        }
    }

    fn open_index(&mut self, catalog: &Catalog) {
        match &mut self.index {
            Some(index) => index.set_time(catalog, self.time),
            None => self.index = Some(Index::of(catalog, self.time)),
        }
    }

    /// Shows the warning signs, this group of them first.
    fn show_signs(&mut self, group: &str, catalog: &Catalog) {
        self.signs = Some((Signs::for_whom(catalog).led_by([group]), Scroll::default()));
    }

    /// Sorts again for another catalog or time. The selection stays on its routine.
    pub(crate) fn refresh(
        &mut self,
        catalog: &Catalog,
        old: &Catalog,
        drawing: Drawing,
        time: NaiveTime,
    ) {
        let kept = self.row(old).map(|row| (row.id.clone(), row.path.clone()));
        (self.time, self.drawing) = (time, drawing);
        self.index = self
            .index
            .take()
            .filter(|_| std::ptr::eq(catalog.library(), old.library()));
        if self.query.is_some() {
            self.open_index(catalog);
        }
        if catalog.whom().profile != old.whom().profile {
            self.filter = Filter::of_profile(&catalog.whom().profile);
        }
        self.arrange(catalog);
        self.select_again(catalog, kept);
    }

    /// Changes how figures are drawn.
    pub(crate) fn set_drawing(&mut self, drawing: Drawing, catalog: &Catalog) {
        if !drawing.is_like(&self.drawing) {
            self.drawing = drawing;
            self.select(catalog, self.selected);
        }
    }

    /// Selects the first line.
    pub(crate) fn select_best(&mut self, catalog: &Catalog) {
        self.select(catalog, 0);
    }

    fn select_again(&mut self, catalog: &Catalog, kept: Option<(String, String)>) {
        let find = |wanted: &dyn Fn(&Row) -> bool| {
            self.order
                .iter()
                .position(|&index| wanted(&catalog.rows()[index]))
        };
        let at = kept.and_then(|(id, path)| {
            find(&|row| row.id == id && row.path == path).or_else(|| find(&|row| row.id == id))
        });
        self.select(catalog, self.answers.len() + at.unwrap_or(0));
    }

    /// Returns whether the order is of another half-hour of the day.
    pub(crate) fn is_stale(&self, time: NaiveTime) -> bool {
        let part = |time: NaiveTime| time.hour() * 2 + time.minute() / 30;
        part(self.time) != part(time) && self.query.is_none() && self.field.is_none()
    }

    fn arrange(&mut self, catalog: &Catalog) {
        let rows = catalog.rows();
        let query = self.query.as_ref().map(TextField::text);
        let query = query.filter(|query| !query.trim().is_empty());
        let found = match query.zip(self.index.as_ref()) {
            Some((query, index)) => index.find(query, catalog),
            None => Found::everything(catalog, self.time),
        };
        self.is_wordless = found.is_all && query.is_some();
        let admitted = found
            .hits
            .iter()
            .filter(|hit| self.filter.admits(&rows[hit.row]));
        (self.order, self.whys) = admitted.map(|hit| (hit.row, hit.why.clone())).unzip();
        if self.order.is_empty() && found.answers.is_empty() {
            let all: Vec<usize> = found.hits.iter().map(|hit| hit.row).collect();
            self.empty = self.filter.why_empty(rows, &all);
        }
        self.leads = if found.leads { found.answers.len() } else { 0 };
        self.answers = found.answers;
    }

    fn select(&mut self, catalog: &Catalog, at: usize) {
        self.selected = at.min(self.last());
        self.detail = self
            .row(catalog)
            .and_then(|row| Detail::of(row, catalog, self.drawing.clone()));
    }

    fn last(&self) -> usize {
        (self.answers.len() + self.order.len()).saturating_sub(1)
    }

    /// The selected row.
    pub(crate) fn row<'a>(&self, catalog: &'a Catalog) -> Option<&'a Row> {
        let at = self.selected.checked_sub(self.answers.len())?;
        catalog.rows().get(*self.order.get(at)?)
    }

    /// The selected answer of the search, if a line with one is selected.
    fn answer(&self) -> Option<&Answer> {
        self.answers.get(self.selected)
    }

    /// The routine of the night key: the first of the list in the middle of the night. If none
    /// can be played, the first that says why not.
    fn night<'a>(&self, catalog: &'a Catalog) -> Option<&'a Row> {
        let rows = catalog.rows();
        let bedtime = catalog.whom().profile.bedtime;
        let order = by_time(catalog, middle_of_the_night(bedtime)).into_iter();
        let asleep = order.map(|index| &rows[index]);
        let asleep = asleep.filter(|row| row.when.is_sleepy());
        let mut plays = asleep.clone().filter(|row| row.plays());
        let admitted = plays.clone().find(|row| self.filter.admits(row));
        admitted
            .or_else(|| plays.next())
            .or_else(|| asleep.clone().next())
    }

    /// Moves, opens and closes the search.
    fn choose_line(&mut self, action: Action, world: &World) {
        let catalog = &world.catalog;
        let page = rows(world.area);
        let last = self.last();
        match action {
            Action::Up => self.select(catalog, self.selected.saturating_sub(1)),
            Action::Down => self.select(catalog, (self.selected + 1).min(last)),
            Action::PageUp => self.select(catalog, self.selected.saturating_sub(page)),
            Action::PageDown => self.select(catalog, (self.selected + page).min(last)),
            Action::First => self.select(catalog, 0),
            Action::Last => self.select(catalog, last),
            Action::Search => {
                self.query = Some(TextField::default());
                self.open_index(catalog);
            }
            _ if TextField::takes(action) => self.change(action, catalog),
            Action::Filter => self.field = Some(0),
            Action::Close if self.query.take().is_some() => {
                self.refresh(catalog, catalog, self.drawing.clone(), self.time);
            }
            _ => {}
        }
    }

    /// Opens the selected line: a routine, or the page of an answer.
    fn open_line(&mut self, catalog: &Catalog) -> Next {
        let Some(answer) = self.answer() else {
            let row = self.row(catalog);
            return row.map_or(Next::Stay, |row| Next::Open(row.id.clone()));
        };
        let id = answer.id.clone();
        match answer.place {
            Said::Signs => {
                self.show_signs(&id, catalog);
                Next::Stay
            }
            Said::Today => Next::Today {
                back: None,
                select: Some(id),
            },
            Said::Profile => Next::Profile { at: Some(id) },
        }
    }

    /// Changes the filter; the list follows at once.
    fn choose(&mut self, at: usize, action: Action, catalog: &Catalog) {
        let field = FilterField::ALL[at];
        match action {
            Action::Up => self.field = Some(at.saturating_sub(1)),
            Action::Down => self.field = Some((at + 1).min(FilterField::ALL.len() - 1)),
            Action::Close => self.field = None,
            Action::Forward => self.filter.turn(field, true),
            Action::Backward => self.filter.turn(field, false),
            Action::Clear => self.filter.clear(field),
            _ => return,
        }
        let kept = self
            .row(catalog)
            .map(|row| (row.id.clone(), row.path.clone()));
        self.arrange(catalog);
        self.select_again(catalog, kept);
    }
}

impl Screen for Home {
    fn context(&self) -> Context {
        if self.signs.is_some() {
            Context::Warning
        } else if self.field.is_some() {
            Context::Filter
        } else if self.query.is_some() {
            Context::Search
        } else {
            Context::Home
        }
    }

    fn act(&mut self, action: Action, world: &mut World, _now: Now) -> Next {
        if let Some((signs, scroll)) = &mut self.signs {
            let lines = signs.page(world.area, &world.theme).len();
            match action {
                Action::Close => self.signs = None,
                _ => scroll.act(action, lines, page::room(world.area)),
            }
            return Next::Stay;
        }
        if let Some(field) = self.field {
            self.choose(field, action, &world.catalog);
            return Next::Stay;
        }
        match action {
            Action::Open => return self.open_line(&world.catalog),
            Action::Night => {
                let row = self.night(&world.catalog);
                return row.map_or(Next::Stay, |row| Next::Play(row.id.clone()));
            }
            Action::Today => {
                return Next::Today {
                    back: None,
                    select: None,
                };
            }
            Action::Profile => return Next::Profile { at: None },
            _ => self.choose_line(action, world),
        }
        Next::Stay
    }

    fn typed(&mut self, key: Key, world: &mut World, _now: Now) {
        self.type_letter(key, &world.catalog);
    }

    fn pasted(&mut self, text: &str, world: &World) {
        self.paste(text, &world.catalog);
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, _now: Now) {
        self.paint(frame, area, world);
    }
}
