//! What the list says about the selected routine.

use ratatui::text::Line;

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::plan::lower::lower;
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::tui::figure::{Drawing, Figures, Picture};
use crate::tui::shelf::{Row, Shelf, Verdict};
use crate::tui::step_list::step_list;
use crate::tui::text::{clock, cut, wrap};
use crate::tui::theme::Theme;

/// What is known of a routine.
#[derive(Clone, Debug)]
pub enum Detail {
    /// It can be played, if the rules let it.
    Sound {
        /// A sentence or two.
        about: Option<String>,
        /// What to take care of.
        cautions: Vec<String>,
        /// As it would be played; what the rules let not play, as it is written.
        timetable: Box<Timetable>,
        /// What was decided for this person.
        tailored: Box<Tailored>,
        /// What the person wishes otherwise.
        misses: Vec<String>,
        /// The bodies of the steps.
        figures: Box<Figures>,
    },
    /// It cannot; what is wrong with it.
    Broken {
        /// As `check` prints it.
        report: String,
    },
}

impl Detail {
    /// Works out what is to be said of a row.
    pub fn of(row: &Row, shelf: &Shelf, drawing: Drawing) -> Option<Self> {
        let entry = shelf.entry(row)?;
        if row.verdict == Verdict::Broken {
            return Some(Self::broken(entry));
        }
        let tailored = shelf.tailored(&row.id)?.ok()?;
        let as_written = || lower(&entry.id, &entry.value, shelf.library()).ok();
        let timetable = tailored.timetable.clone().or_else(as_written)?;
        Some(Self::Sound {
            about: entry.value.about.clone(),
            cautions: entry.value.cautions.clone(),
            misses: shelf.whom().misses(&timetable),
            figures: Box::new(Figures::of(&timetable, shelf, drawing)),
            timetable: Box::new(timetable),
            tailored: Box::new(tailored),
        })
    }

    fn broken(entry: &Entry<Routine>) -> Self {
        Self::Broken {
            report: entry.report(false),
        }
    }

    /// The body of the step that it begins with.
    pub fn picture(&self) -> Option<Picture<'_>> {
        match self {
            Self::Sound {
                figures, timetable, ..
            } => figures.of_step(&timetable.steps.first()?.planned),
            Self::Broken { .. } => None,
        }
    }

    /// As lines of a pane of this size.
    pub fn lines(&self, width: usize, height: usize, theme: &Theme) -> Vec<Line<'_>> {
        match self {
            Self::Sound {
                about,
                cautions,
                timetable,
                tailored,
                misses,
                ..
            } => {
                let head = head(about.as_deref(), timetable, tailored, misses, width, theme);
                with_steps(head, cautions, (timetable, tailored), width, height, theme)
            }
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

fn head<'a>(
    about: Option<&str>,
    timetable: &Timetable,
    tailored: &Tailored,
    misses: &[String],
    width: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut push = |text: &str, style| {
        lines.extend(
            wrap(text, width)
                .into_iter()
                .map(|line| Line::styled(line, style)),
        );
    };
    push(&timetable.title, theme.title);
    push(about.unwrap_or_default(), theme.text);
    push(" ", theme.text);
    if let Some(refusal) = tailored.refusal() {
        push("Not for you now:", theme.warning);
        push(&sentence(&refusal.because), theme.text);
        if let Some(other) = &refusal.with_name {
            push(&format!("Instead: {other}. Enter shows it."), theme.accent);
        }
    } else {
        push(&summary(timetable), theme.accent);
        if let Some(words) = adapted(tailored) {
            push(&format!("For you: {words}"), theme.warning);
        }
        let props = timetable.props();
        if !props.is_empty() {
            push(&format!("needs {}", props.join(", ")), theme.dim);
        }
        for miss in misses {
            push(miss, theme.warning);
        }
    }
    push(" ", theme.text);
    lines
}

/// The steps that have room, then the routine's own cautions. The steps matter most here: the cautions are said again
/// before the start.
fn with_steps<'a>(
    mut lines: Vec<Line<'a>>,
    cautions: &[String],
    (timetable, tailored): (&Timetable, &Tailored),
    width: usize,
    height: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let care: Vec<Line<'a>> = cautions
        .iter()
        .flat_map(|line| wrap(line, width))
        .map(|line| Line::styled(line, theme.dim))
        .collect();
    let steps = step_list(timetable, &tailored.decisions, width, theme);
    let room = height.saturating_sub(lines.len());
    if steps.len() <= room {
        lines.extend(steps);
    } else {
        let whole = timetable.steps.len();
        lines.extend(steps.into_iter().take(room.saturating_sub(1)));
        lines.push(Line::styled(format!("… {whole} steps in all"), theme.dim));
    }
    if lines.len() + 1 + care.len() <= height {
        lines.push(Line::default());
        lines.extend(care);
    }
    lines
}

/// A text that begins with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A text as a sentence of its own.
pub fn sentence(text: &str) -> String {
    let end = if text.ends_with('.') { "" } else { "." };
    capital(text) + end
}

/// `2 steps changed, 1 with care`
pub fn adapted(tailored: &Tailored) -> Option<String> {
    let steps = |number: usize| if number == 1 { "step" } else { "steps" };
    match (tailored.adapted(), tailored.careful()) {
        (0, 0) => None,
        (0, careful) => Some(format!("{careful} {} with care", steps(careful))),
        (changed, 0) => Some(format!("{changed} {} changed", steps(changed))),
        (changed, careful) => Some(format!(
            "{changed} {} changed, {careful} with care",
            steps(changed)
        )),
    }
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
