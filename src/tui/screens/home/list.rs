//! The list and its filter on the screen, and where they stand.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use crate::plan::catalog::Catalog;
use crate::tui::input::context::Context;
use crate::tui::screen::Screen as _;
use crate::tui::screens::home::Home;
use crate::tui::screens::home::filter::FilterField;
use crate::tui::screens::home::line::{answer_line, list_line};
use crate::tui::theme::Theme;
use crate::tui::widgets::more;
use crate::tui::widgets::text::wrap;

impl Home {
    /// Draws the list; where it goes on, `below` it or in its last row says so.
    pub(crate) fn draw_list(
        &self,
        frame: &mut Frame<'_>,
        (area, below): (Rect, Rect),
        catalog: &Catalog,
        theme: &Theme,
    ) {
        if self.order.is_empty() && self.answers.is_empty() {
            let lines = wrap(&self.empty, usize::from(area.width)).into_iter();
            let text: Text<'_> = lines.map(|line| Line::styled(line, theme.text)).collect();
            frame.render_widget(text, area);
            return;
        }
        let height = usize::from(area.height);
        let first = more::list_start(self.selected, self.last() + 1, height);
        let (width, is_checked) = (usize::from(area.width), catalog.worries().is_checked);
        for (y, place) in (area.top()..area.bottom()).zip(first..=self.last()) {
            let selected = place == self.selected;
            let line = match place.checked_sub(self.answers.len()) {
                None => answer_line(&self.answers[place], selected, width, theme),
                Some(at) => {
                    let (row, why) = (&catalog.rows()[self.order[at]], &self.whys[at]);
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
        if first + height <= self.last() && (below.height > 0 || height > 1) {
            // Keys that move in the filter do not move in the list.
            let mut mark = match self.field {
                None => more::mark(self.context(), theme),
                Some(_) => more::ellipsis(theme),
            };
            mark.spans.insert(0, Span::raw("  "));
            let last = Rect {
                y: area.bottom().saturating_sub(1),
                height: 1,
                ..area
            };
            let row = if below.height > 0 { below } else { last };
            more::draw(frame, row, mark, theme);
        }
    }

    /// Draws the filter; the line that is being chosen stays in sight.
    pub(crate) fn draw_filter(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        field: usize,
        theme: &Theme,
    ) {
        let mut lines = self.filter.lines(field, self.order.len(), theme);
        let rows = usize::from(area.height);
        // Above the choices stand how many are left, and a blank line.
        let selected = lines.len() - FilterField::ALL.len() + field;
        lines.drain(..more::list_start(selected, lines.len(), rows));
        if rows > 1 {
            more::cut(&mut lines, rows, more::mark(Context::Filter, theme));
        }
        frame.render_widget(Text::from(lines), area);
    }
}
