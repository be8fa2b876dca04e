//! Before the start: what to fetch, what to take care of, how long it takes.

use chrono::{NaiveDateTime, Timelike as _};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::content::library::Entry;
use crate::content::routine::Routine;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::player::moment::Moment;
use crate::tui::detail::summary;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::message::Now;
use crate::tui::page::{self, Scroll};
use crate::tui::text::{cut, ends, wrap};
use crate::tui::theme::Theme;

/// Names and doses do not stand further apart than this.
const STEPS_WIDTH: usize = 56;

/// A routine about to start.
#[derive(Clone, Debug)]
pub struct Before {
    /// What would be played.
    pub timetable: Timetable,
    about: Option<String>,
    cautions: Vec<String>,
    scroll: Scroll,
}

impl Before {
    /// The page of a routine.
    pub fn new(entry: &Entry<Routine>, timetable: Timetable) -> Self {
        let (about, cautions) = (entry.value.about.clone(), entry.value.cautions.clone());
        Self {
            timetable,
            about,
            cautions,
            scroll: Scroll::default(),
        }
    }

    /// Scrolls.
    pub fn act(&mut self, action: Action) {
        self.scroll.act(
            action,
            self.timetable.steps.len() + self.cautions.len() + 12,
        );
    }

    /// When the time at which it would end changes on the screen: at the next full minute.
    pub fn next_change(now: Now) -> Moment {
        let seconds = u64::from(59 - now.wall.second().min(59));
        let rest = 1_000_000_000_u32.saturating_sub(now.wall.nanosecond().min(999_999_999));
        now.mono + std::time::Duration::new(seconds, rest)
    }

    /// Draws the page.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, now: Now, theme: &Theme) {
        let lines = self.lines(
            usize::from(area.width),
            now.wall,
            theme,
            page::is_airy(area),
        );
        page::draw(frame, area, lines, self.scroll, Context::Before, theme);
    }

    fn lines<'a>(
        &self,
        width: usize,
        wall: NaiveDateTime,
        theme: &Theme,
        airy: bool,
    ) -> Vec<Line<'a>> {
        let mut lines = vec![Line::styled(cut(&self.timetable.title, width), theme.title)];
        let gap = |lines: &mut Vec<Line<'a>>| {
            if airy {
                lines.push(Line::default());
            }
        };
        gap(&mut lines);
        let mut facts = summary(&self.timetable);
        if !self.timetable.is_checklist() {
            facts += &format!(" · ends {}", time_of_day(wall + self.timetable.total()));
        }
        lines.push(Line::styled(cut(&facts, width), theme.accent));
        let start = keymap::key_of(Context::Before, Action::Start);
        lines.push(Line::from(vec![
            Span::styled(start, theme.key),
            Span::styled(
                cut(
                    " starts. After that you need no keys.",
                    width.saturating_sub(5),
                ),
                theme.text,
            ),
        ]));
        if !self.timetable.props().is_empty() {
            gap(&mut lines);
            labelled(
                "Have ready",
                &self.timetable.props().join(", "),
                width,
                theme,
                &mut lines,
            );
        }
        if let Some(step) = self.timetable.steps.first() {
            labelled("Begins with", &step.planned.name, width, theme, &mut lines);
        }
        if !self.cautions.is_empty() {
            gap(&mut lines);
            for (index, caution) in self.cautions.iter().enumerate() {
                labelled(
                    if index == 0 { "Take care" } else { "" },
                    caution,
                    width,
                    theme,
                    &mut lines,
                );
            }
        }
        if let Some(about) = &self.about {
            gap(&mut lines);
            let about = wrap(about, width.min(STEPS_WIDTH + 12));
            lines.extend(about.into_iter().map(|line| Line::styled(line, theme.dim)));
        }
        gap(&mut lines);
        lines.extend(self.timetable.steps.iter().map(|step| {
            let dose = words::dose_short(&step.planned);
            ends(
                &step.planned.name,
                theme.dim,
                &dose,
                theme.dim,
                width.min(STEPS_WIDTH),
            )
        }));
        lines
    }
}

/// `22:52`
pub fn time_of_day(wall: NaiveDateTime) -> String {
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}

fn labelled(label: &str, text: &str, width: usize, theme: &Theme, lines: &mut Vec<Line<'_>>) {
    const LABEL: usize = 13;
    if width < LABEL * 3 {
        if !label.is_empty() {
            lines.push(Line::styled(format!("{label}:"), theme.dim));
        }
        lines.extend(
            wrap(text, width)
                .into_iter()
                .map(|line| Line::styled(line, theme.text)),
        );
        return;
    }
    for (index, line) in wrap(text, (width - LABEL).min(64)).into_iter().enumerate() {
        let label = if index == 0 { label } else { "" };
        lines.push(Line::from(vec![
            Span::styled(format!("{label:<LABEL$}"), theme.dim),
            Span::styled(line, theme.text),
        ]));
    }
}
