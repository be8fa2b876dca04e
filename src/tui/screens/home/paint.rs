//! Draws the list, what is typed or chosen above it, and what is known beside it.

use crate::plan::catalog::Catalog;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screen::Screen;
use crate::tui::screens::home::detail::shows_more;
use crate::tui::screens::home::layout::{below, parts};
use crate::tui::screens::home::{DETAILS_FROM, Home, LIST_WIDTH};
use crate::tui::theme::Theme;
use crate::tui::widgets::footer::hints;
use crate::tui::widgets::more;
use crate::tui::widgets::page::{self};
use crate::tui::widgets::text::{cut, ends, wrap};
use crate::tui::world::World;
use crate::words::en::{home as words, worries};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr as _;

impl Home {
    /// Draws the list, with the selected routine beside it where there is room.
    pub(crate) fn paint(&self, frame: &mut Frame<'_>, area: Rect, world: &World) {
        let (catalog, theme) = (&world.catalog, &world.theme);
        if let Some((signs, scroll)) = &self.signs {
            let lines = signs.page(area, theme);
            page::draw(frame, area, lines, *scroll, Context::Warning, theme);
            return;
        }
        let [head, body, foot] = parts(area);
        self.draw_head(frame, head, catalog, theme);
        let keys = hints(self.keys(catalog), usize::from(foot.width), theme);
        frame.render_widget(keys, foot);
        if body.width < DETAILS_FROM {
            match self.field {
                Some(field) => self.draw_filter(frame, body, field, theme),
                None => self.draw_list(frame, (body, below(body, foot)), catalog, theme),
            }
            return;
        }
        let list = Rect {
            width: LIST_WIDTH,
            ..body
        };
        self.draw_list(frame, (list, below(list, foot)), catalog, theme);
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
            self.draw_filter(frame, pane, field, theme);
        } else if let Some(answer) = self.answer() {
            let words = answer.in_words().into_iter();
            let words = words.flat_map(|words| wrap(&words, usize::from(pane.width)));
            let mut lines = words
                .map(|line| Line::styled(line, theme.text))
                .collect::<Vec<_>>();
            more::cut(&mut lines, usize::from(pane.height), shows_more(theme));
            frame.render_widget(Text::from(lines), pane);
        } else if let Some(detail) = &self.detail {
            detail.draw(frame, pane, theme);
        }
    }

    /// The keys of the footer; Enter with what it does on the selected line.
    pub(crate) fn keys(&self, catalog: &Catalog) -> Vec<(String, &'static str)> {
        let opens = match self.answer() {
            Some(answer) => Some(answer.does()),
            None => self.row(catalog).map(|_| Action::Open.doc()),
        };
        let shown = keymap::shown(self.context(), &[]).into_iter();
        let said = |action: Action| match action {
            Action::Open => opens,
            _ => Some(action.doc()),
        };
        shown
            .filter_map(|(key, action)| Some((key, said(action)?)))
            .collect()
    }

    pub(crate) fn draw_head(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        catalog: &Catalog,
        theme: &Theme,
    ) {
        let width = usize::from(area.width);
        if let Some(query) = &self.query {
            let at = self.selected.checked_sub(self.answers.len());
            let why = at
                .and_then(|at| self.whys.get(at))
                .map_or("", String::as_str);
            let why = if self.is_wordless {
                words::NO_WORD
            } else {
                why
            };
            let room = width.saturating_sub(2);
            // The reason takes half of the line at most.
            let beside = room.saturating_sub(why.width() + 2).max(room / 2);
            let typed = query.shown(if why.is_empty() { room } else { beside });
            let why = cut(why, room.saturating_sub(typed.width() + 2));
            let mut line = ends(&typed, theme.title, &why, theme.dim, room);
            line.spans.insert(0, Span::styled("/ ", theme.key));
            frame.render_widget(line, area);
            return;
        }
        let chosen: Vec<String> = self.filter.chosen().map(|(_, words)| words).collect();
        let (whom, worry) = notice_of(catalog).unwrap_or_default();
        let style = if worry { theme.warning } else { theme.dim };
        let name = "supple";
        let room = width.saturating_sub(name.len() + 2);
        let mut line = ends(&whom, style, &chosen.join(" · "), theme.accent, room);
        line.spans.insert(0, Span::raw("  "));
        line.spans
            .insert(0, Span::styled(cut(name, width), theme.title));
        frame.render_widget(line, area);
    }
}

/// Returns the recipient of the list, and whether that is a worry.
fn notice_of(catalog: &Catalog) -> Option<(String, bool)> {
    let (whom, safety) = (catalog.whom(), &catalog.library().shared().safety);
    let worries = worries::all(catalog.worries());
    if !worries.is_empty() {
        return Some((worries.join(" "), true));
    }
    let names = whom.names(safety);
    (!names.is_empty()).then(|| (words::for_whom(&names, whom.is_somebody_else()), false))
}
