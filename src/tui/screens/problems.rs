//! What is wrong with a file, over the whole screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::cut;

/// The findings of a file that cannot be played.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    title: String,
    report: Vec<String>,
    scroll: Scroll,
}

impl Problems {
    /// A report as `check` prints it.
    pub(crate) fn new(title: &str, report: &str) -> Self {
        Self {
            title: title.to_owned(),
            report: report.lines().map(str::to_owned).collect(),
            scroll: Scroll::default(),
        }
    }

    /// Scrolls.
    pub(crate) fn act(&mut self, action: Action) {
        self.scroll.act(action, self.report.len());
    }

    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let width = usize::from(area.width);
        let mut lines = vec![Line::styled(
            cut(&format!("{} cannot be played yet", self.title), width),
            theme.error,
        )];
        if page::is_airy(area) {
            lines.push(Line::default());
        }
        lines.extend(
            self.report
                .iter()
                .map(|line| Line::styled(cut(line, width), theme.text)),
        );
        page::draw(frame, area, lines, self.scroll, Context::Problems, theme);
    }
}
