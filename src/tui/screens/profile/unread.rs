//! A profile that cannot be changed without loss: its faults, and the way to a new file.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::content::diagnostic::{Diagnostic, render};
use crate::content::safety::rulebook::Safety;
use crate::plan::profile::model::Profile;
use crate::plan::profile::own::Content;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::profile::form::Form;
use crate::tui::theme::Theme;
use crate::tui::widgets::choices::{Answer, Choices};
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::{cut, wrap};
use crate::tui::world::World;
use crate::words::en::form as words;

const ANSWERS: &[Answer] = &[
    (Action::Close, words::CLOSE, words::CLOSE),
    (Action::NewFile, words::NEW_FILE, words::NEW_SHORT),
];

/// The report, and what was understood of the file.
#[derive(Clone, Debug)]
pub(crate) struct Unread {
    path: String,
    was: Content,
    report: Vec<String>,
    understood: Profile,
    scroll: Scroll,
    choices: Choices,
}

impl Unread {
    pub(crate) fn new(
        path: String,
        was: Content,
        text: &str,
        found: &[Diagnostic],
        understood: Profile,
    ) -> Self {
        let report = render(&path, text, found, false);
        Self {
            report: report.trim_end().lines().map(str::to_owned).collect(),
            path,
            was,
            understood,
            scroll: Scroll::default(),
            choices: Choices::new(Context::Unread, ANSWERS),
        }
    }

    /// Scrolls, or chooses; gives what a key comes to.
    pub(crate) fn act(&mut self, action: Action, world: &World) -> Action {
        let lines = self.lines(world.area, &world.theme).len();
        self.scroll
            .act(action, lines, page::room_asking(world.area));
        self.choices.act(action)
    }

    /// A new file, with what was understood of this one.
    pub(crate) fn new_file(&self, safety: &Safety, today: NaiveDate) -> Form {
        Form::new_file(
            self.path.clone(),
            self.was.clone(),
            self.understood.clone(),
            safety,
            today,
        )
    }

    fn lines(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        let width = usize::from(area.width);
        let key = keymap::key_of(Context::Unread, Action::NewFile);
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let way = words::way_on(&key, name);
        let mut lines = vec![Line::styled(cut(words::UNREADABLE, width), theme.error)];
        let gap = |lines: &mut Vec<Line<'_>>| {
            if page::is_airy(area) {
                lines.push(Line::default());
            }
        };
        let way = wrap(&way, width.min(72));
        lines.extend(way.into_iter().map(|line| Line::styled(line, theme.text)));
        gap(&mut lines);
        let report = self.report.iter().map(|line| cut(line, width));
        lines.extend(report.map(|line| Line::styled(line, theme.dim)));
        lines
    }

    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let lines = self.lines(area, theme);
        page::draw_asking(frame, area, lines, self.scroll, &self.choices, theme);
    }
}
