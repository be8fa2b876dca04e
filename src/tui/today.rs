//! Anything new today: what holds for this session only, and what nothing is played with.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::content::safety::Safety;
use crate::tui::keymap::{Action, Context};
use crate::tui::page::{self, Scroll};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

/// Something that can be so today.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    name: String,
    /// What falls under it.
    covers: Vec<String>,
    holds: bool,
}

/// The list of them.
#[derive(Clone, Debug)]
pub struct Today {
    /// The routine that it was opened from; `None` from the list.
    pub back: Option<String>,
    lines: Vec<Entry>,
    selected: usize,
}

impl Today {
    /// What can be said, with what was said already.
    pub fn new(safety: &Safety, said: &[String], back: Option<String>) -> Self {
        let flags = safety
            .session_flags
            .iter()
            .map(|flag| (&flag.id, &flag.name, &flag.notes));
        let stops = safety
            .full_stops
            .iter()
            // What follows from what a person has is not asked for.
            .filter(|stop| stop.together.is_empty())
            .map(|stop| (&stop.id, &stop.name, &stop.covers));
        let lines = flags.chain(stops).map(|(id, name, covers)| Entry {
            holds: said.contains(id),
            id: id.clone(),
            name: name.clone(),
            covers: covers.clone(),
        });
        Self {
            back,
            lines: lines.collect(),
            selected: 0,
        }
    }

    /// Selects something.
    pub fn select(&mut self, id: &str) {
        let at = self.lines.iter().position(|line| line.id == id);
        self.selected = at.unwrap_or(self.selected);
    }

    /// What was said.
    pub fn said(&self) -> Vec<String> {
        let holding = self.lines.iter().filter(|line| line.holds);
        holding.map(|line| line.id.clone()).collect()
    }

    /// Moves and says.
    pub fn act(&mut self, action: Action) {
        let last = self.lines.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::Toggle => {
                if let Some(line) = self.lines.get_mut(self.selected) {
                    line.holds = !line.holds;
                }
            }
            _ => {}
        }
    }

    /// Draws the list; what is selected stays in sight.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let width = usize::from(area.width);
        let mut lines = vec![Line::styled("Anything new today?", theme.title)];
        if page::is_airy(area) {
            let words = "It counts until the program is closed, and is stored nowhere.";
            let words = wrap(words, width).into_iter();
            lines.extend(words.map(|line| Line::styled(line, theme.dim)));
            lines.push(Line::default());
        }
        let mut first = 0;
        for (index, line) in self.lines.iter().enumerate() {
            let selected = index == self.selected;
            if selected {
                first = lines.len();
            }
            let style = if selected { theme.selected } else { theme.text };
            let mark = if line.holds { "[x] " } else { "[ ] " };
            let name = wrap(&line.name, width.saturating_sub(4)).into_iter();
            lines.extend(name.enumerate().map(|(row, name)| {
                let mark = if row == 0 { mark } else { "    " };
                Line::styled(format!("{mark}{name}"), style)
            }));
            if selected {
                for text in &line.covers {
                    let text = wrap(text, width.saturating_sub(4)).into_iter();
                    lines.extend(text.map(|text| Line::styled(format!("    {text}"), theme.dim)));
                }
            }
        }
        let height = usize::from(area.height).saturating_sub(3).max(1);
        let scroll = Scroll::to((first + height / 2).saturating_sub(height));
        page::draw(frame, area, lines, scroll, Context::Today, theme);
    }
}
