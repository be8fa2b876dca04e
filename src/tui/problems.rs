//! What is wrong with a file, over the whole screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::footer::footer;
use crate::tui::keymap::{Action, Context};
use crate::tui::text::cut;
use crate::tui::theme::Theme;

/// The findings of a file that cannot be played.
#[derive(Clone, Debug)]
pub struct Problems {
    title: String,
    report: Vec<String>,
    scroll: usize,
}

impl Problems {
    /// A report as `check` prints it.
    pub fn new(title: &str, report: &str) -> Self {
        Self {
            title: title.to_owned(),
            report: report.lines().map(str::to_owned).collect(),
            scroll: 0,
        }
    }

    /// Scrolls by lines or by screens.
    pub fn act(&mut self, action: Action, page: usize) {
        let last = self.report.len().saturating_sub(1);
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            _ => self.scroll,
        }
        .min(last);
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let width = usize::from(area.width);
        let foot = u16::from(area.height >= 4);
        let mut lines = vec![Line::styled(
            cut(&format!("{} cannot be played yet", self.title), width),
            theme.error,
        )];
        if area.height >= 9 {
            lines.push(Line::default());
        }
        let report = self.report.iter().skip(self.scroll);
        lines.extend(report.map(|line| Line::styled(cut(line, width), theme.text)));
        for (y, line) in (area.top()..area.bottom() - foot).zip(lines) {
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
            );
        }
        let line = Rect {
            y: area.bottom() - foot,
            height: foot,
            ..area
        };
        frame.render_widget(footer(Context::Problems, width, theme), line);
    }
}
