//! Anything new today: facts that hold for this session only, and full stops.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::plan::catalog::Catalog;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::message::Now;
use crate::tui::screen::{Next, Screen};
use crate::tui::screens::stop::Stop;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::wrap;
use crate::tui::world::World;
use crate::words::en::blocked as words;
use crate::words::en::emergency::Emergency;

/// Something that can be so today.
#[derive(Clone, Debug)]
struct TodayLine {
    id: String,
    name: String,
    /// The signs that it covers.
    covers: Vec<String>,
    holds: bool,
    /// For a full stop, what to do.
    stop: Option<Stop>,
}

/// The list of them.
#[derive(Clone, Debug)]
pub(crate) struct Today {
    /// The routine from which the page was opened; `None` for the list.
    back: Option<String>,
    lines: Vec<TodayLine>,
    selected: usize,
}

impl Today {
    /// All entries, with the present answers.
    pub(crate) fn new(catalog: &Catalog, back: Option<String>) -> Self {
        let (safety, whom) = (&catalog.library().shared().safety, catalog.whom());
        let (said, emergency) = (whom.today(), Emergency::of(&whom.profile));
        let flags = safety
            .session_flags
            .iter()
            .map(|flag| (&flag.id, &flag.name, &flag.notes, None));
        let stops = safety
            .full_stops
            .iter()
            // What follows from what a person has is not asked for.
            .filter(|stop| stop.together.is_empty())
            .map(|stop| {
                let asks = Stop::of(stop, &emergency);
                (&stop.id, &stop.name, &stop.covers, Some(asks))
            });
        let lines = flags
            .chain(stops)
            .map(|(id, name, covers, stop)| TodayLine {
                holds: said.contains(id),
                id: id.clone(),
                name: name.clone(),
                covers: covers.clone(),
                stop,
            });
        Self {
            back,
            lines: lines.collect(),
            selected: 0,
        }
    }

    /// Selects something.
    pub(crate) fn select(&mut self, id: &str) {
        let at = self.lines.iter().position(|line| line.id == id);
        self.selected = at.unwrap_or(self.selected);
    }

    /// The ids that hold.
    fn said(&self) -> Vec<String> {
        let holding = self.lines.iter().filter(|line| line.holds);
        holding.map(|line| line.id.clone()).collect()
    }

    /// Returns whether a full stop holds.
    fn stops(&self) -> bool {
        let mut holding = self.lines.iter().filter(|line| line.holds);
        holding.any(|line| line.stop.is_some())
    }

    /// Returns whether this closes the page. Enter says yes, and only where that was said already it goes on: a full
    /// stop must neither be taken back by it nor be passed over by somebody who meant to say it.
    fn is_closed_by(&self, action: Action) -> bool {
        let line = self.lines.get(self.selected);
        action == Action::Close || action == Action::Yes && line.is_none_or(|line| line.holds)
    }

    /// Moves and says.
    fn choose(&mut self, action: Action) {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::Toggle => {
                if let Some(line) = self.lines.get_mut(self.selected) {
                    line.holds = !line.holds;
                }
            }
            Action::Yes => {
                if let Some(line) = self.lines.get_mut(self.selected) {
                    line.holds = true;
                }
            }
            _ => {}
        }
    }

    /// The list, scrolled so that the selected entry is in sight.
    fn lines(&self, area: Rect, theme: &Theme) -> (Vec<Line<'static>>, Scroll) {
        let width = usize::from(area.width);
        let mut lines = vec![Line::styled(words::ANYTHING_NEW, theme.title)];
        if page::is_airy(area) {
            let until = wrap(words::UNTIL_CLOSED, width).into_iter();
            lines.extend(until.map(|line| Line::styled(line, theme.dim)));
            lines.push(Line::default());
        }
        let (mut first, mut end) = (0, 0);
        for (index, line) in self.lines.iter().enumerate() {
            let selected = index == self.selected;
            let style = if selected { theme.selected } else { theme.text };
            let mark = if line.holds { "[x] " } else { "[ ] " };
            let name = wrap(&line.name, width.saturating_sub(4)).into_iter();
            let name = name.enumerate().map(|(row, name)| {
                let mark = if row == 0 { mark } else { "    " };
                Line::styled(format!("{mark}{name}"), style)
            });
            if selected {
                first = lines.len();
            }
            lines.extend(name);
            if selected {
                lines.extend(line.to_do(area, theme));
                end = lines.len();
                lines.extend(line.covered(width, theme));
            }
        }
        let rows = page::rows(area);
        // What is to be done stands in sight with its line, and something below it where there is room.
        let top = (first + rows / 2).max(end).saturating_sub(rows);
        (lines, Scroll::to(top.min(first)))
    }
}

impl Screen for Today {
    fn context(&self) -> Context {
        Context::Today
    }

    /// Applies the answers when the page closes. With a full stop what to do comes next, wherever the page was opened.
    fn act(&mut self, action: Action, world: &mut World, _now: Now) -> Next {
        if !self.is_closed_by(action) {
            self.choose(action);
            return Next::Stay;
        }
        world.catalog.set_today(self.said());
        if self.stops() || self.back.is_some() {
            Next::Return(self.back.take())
        } else {
            Next::List
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, _now: Now) {
        let (lines, scroll) = self.lines(area, &world.theme);
        page::draw(frame, area, lines, scroll, Context::Today, &world.theme);
    }
}

impl TodayLine {
    /// Returns the instructions, if it is a full stop that holds.
    fn to_do(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        let Some(stop) = self.stop.as_ref().filter(|_| self.holds) else {
            return Vec::new();
        };
        let (width, rows) = (usize::from(area.width), usize::from(area.height));
        let mut lines = stop.lines(width.min(76), width, rows / 4, theme);
        if page::is_airy(area) {
            let key = keymap::key_of(Context::Today, Action::Close);
            let more = words::nothing_plays_more(&key);
            let more = wrap(&more, width).into_iter();
            lines.extend(more.map(|line| Line::styled(line, theme.text)));
        }
        lines
    }

    /// Returns the signs that it covers.
    fn covered(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let covers = self.covers.iter();
        let covers = covers.flat_map(|text| wrap(text, width.saturating_sub(4)));
        covers
            .map(|text| Line::styled(format!("    {text}"), theme.dim))
            .collect()
    }
}
