//! What the list says about the selected routine.

use ratatui::text::Line;

use crate::content::library::Entry;
use crate::content::routine::Routine;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::text::{clock, cut, ends, wrap};
use crate::tui::theme::Theme;

/// What is known of a routine.
#[derive(Clone, Debug)]
pub enum Detail {
    /// It can be played.
    Sound {
        /// A sentence or two.
        about: Option<String>,
        /// What to take care of.
        cautions: Vec<String>,
        /// As it would be played.
        timetable: Timetable,
    },
    /// It cannot; what is wrong with it.
    Broken {
        /// As `check` prints it.
        report: String,
    },
}

impl Detail {
    /// Works out what is to be said of a file; without a timetable, what is wrong with it.
    pub fn of(entry: &Entry<Routine>, timetable: Option<Timetable>) -> Self {
        match timetable {
            None => Self::Broken {
                report: entry.report(false),
            },
            Some(timetable) => {
                let (about, cautions) = (entry.value.about.clone(), entry.value.cautions.clone());
                Self::Sound {
                    about,
                    cautions,
                    timetable,
                }
            }
        }
    }

    /// As lines of a pane of this size.
    pub fn lines(&self, width: usize, height: usize, theme: &Theme) -> Vec<Line<'_>> {
        match self {
            Self::Sound {
                about,
                cautions,
                timetable,
            } => sound(about.as_deref(), cautions, timetable, width, height, theme),
            Self::Broken { report } => {
                let heading = Line::styled("This file cannot be played yet.", theme.error);
                let report = report
                    .lines()
                    .map(|line| Line::styled(cut(line, width), theme.text));
                [heading, Line::default()]
                    .into_iter()
                    .chain(report)
                    .collect()
            }
        }
    }
}

fn sound<'a>(
    about: Option<&str>,
    cautions: &[String],
    timetable: &Timetable,
    width: usize,
    height: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for line in wrap(&timetable.title, width) {
        lines.push(Line::styled(line, theme.title));
    }
    for line in about.iter().flat_map(|about| wrap(about, width)) {
        lines.push(Line::styled(line, theme.text));
    }
    lines.push(Line::default());
    lines.push(Line::styled(summary(timetable), theme.accent));
    let props = timetable.props();
    if !props.is_empty() {
        lines.extend(
            wrap(&format!("needs {}", props.join(", ")), width)
                .into_iter()
                .map(|line| Line::styled(line, theme.dim)),
        );
    }
    lines.push(Line::default());
    let care: Vec<Line<'a>> = cautions
        .iter()
        .flat_map(|line| wrap(line, width))
        .map(|line| Line::styled(line, theme.dim))
        .collect();
    // The steps matter most here: the cautions are said again before the start.
    let room = height.saturating_sub(lines.len());
    let steps = timetable.steps.len();
    let shown = if steps <= room {
        steps
    } else {
        room.saturating_sub(1).min(steps)
    };
    for step in timetable.steps.iter().take(shown) {
        lines.push(ends(
            &step.planned.name,
            theme.text,
            &words::dose_short(&step.planned),
            theme.dim,
            width,
        ));
    }
    if shown < steps {
        lines.push(Line::styled(
            format!("… and {} more", steps - shown),
            theme.dim,
        ));
    }
    if lines.len() + 1 + care.len() <= height {
        lines.push(Line::default());
        lines.extend(care);
    }
    lines
}

/// `10:12 · 7 steps`
pub fn summary(timetable: &Timetable) -> String {
    let steps = timetable.steps.len();
    let steps = if steps == 1 {
        "1 step".to_owned()
    } else {
        format!("{steps} steps")
    };
    if timetable.is_checklist() {
        steps
    } else {
        format!("{} · {steps}", clock(timetable.total()))
    }
}
