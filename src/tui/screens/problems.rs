//! The errors of a file, over the whole screen.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::screen::Next;
use crate::tui::text_screen::ScreenText;
use crate::tui::theme::Theme;
use crate::tui::widgets::page;
use crate::tui::widgets::text::cut;
use crate::words::en::blocked::not_playable;

/// The findings of a file that cannot be played.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    /// The id of the routine.
    id: String,
    title: String,
    report: Vec<String>,
}

impl Problems {
    /// A report as `check` prints it.
    pub(crate) fn new(id: &str, title: &str, report: &str) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            report: report.lines().map(str::to_owned).collect(),
        }
    }
}

impl ScreenText for Problems {
    fn context(&self) -> Context {
        Context::Problems
    }

    fn lines(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        let width = usize::from(area.width);
        let heading = not_playable(&self.title);
        let mut lines = vec![Line::styled(cut(&heading, width), theme.error)];
        if page::is_airy(area) {
            lines.push(Line::default());
        }
        let report = self.report.iter().map(|line| cut(line, width));
        lines.extend(report.map(|line| Line::styled(line, theme.text)));
        // A blank line at the end is nothing to scroll to.
        while lines.pop_if(|line| line.width() == 0).is_some() {}
        lines
    }

    fn act(&self, action: Action) -> Option<Next> {
        (action == Action::Close).then_some(Next::Close)
    }

    fn reloaded(&self) -> Next {
        Next::Open(self.id.clone())
    }
}
