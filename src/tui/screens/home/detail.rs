//! The details of the selected routine in the list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Text};

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::catalog::shown::shown;
use crate::plan::catalog::verdict::Verdict;
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::plan::worries::Worries;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::before::step_list::step_list;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::{Drawing, Figures, LEAST, Picture, USUAL};
use crate::tui::widgets::more;
use crate::tui::widgets::text::{clock, cut, wrap};
use crate::words::en::emergency::Emergency;
use crate::words::en::home as words;
use crate::words::en::sentence::sentence;
use crate::words::en::{reasons, worries};

/// Lines of the description where there is little room.
const LINES_OF_ABOUT: usize = 2;
/// Lines of steps that are shown at least: a step, and how many there are.
const LEAST_STEPS: usize = 2;

/// The mark of the pane: the page that Enter opens says more.
pub(crate) fn shows_more(theme: &Theme) -> Line<'static> {
    let key = keymap::key_of(Context::Home, Action::Open);
    let more = theme.charset.ellipsis();
    Line::styled(words::shows_more(more, &key), theme.key)
}

/// The details of a routine.
#[derive(Clone, Debug)]
pub(crate) enum Detail {
    /// It can be played, if the rules let it.
    Sound {
        /// The description.
        about: Option<String>,
        /// How often it is to be done.
        often: Option<String>,
        /// Its cautions.
        cautions: Vec<String>,
        /// As it would be played; the original where the rules refuse it.
        timetable: Box<Timetable>,
        /// The decisions for this person.
        tailored: Box<Tailored>,
        /// Requests of the profile that it does not meet.
        misses: Vec<String>,
        /// The number that is called in an emergency.
        emergency: Emergency,
        /// The bodies of the steps.
        figures: Box<Figures>,
    },
    /// It cannot be played.
    Broken {
        /// As `check` prints it.
        report: String,
    },
}

impl Detail {
    /// The details of a row; `None` where its routine is gone.
    pub(crate) fn of(row: &Row, catalog: &Catalog, drawing: Drawing) -> Option<Self> {
        let entry = catalog.entry(row)?;
        if row.verdict == Verdict::Broken {
            return Some(Self::broken(entry));
        }
        let tailored = catalog.tailored(&row.id)?.ok()?;
        let timetable = shown(&tailored, entry, catalog.library()).ok()?;
        let timetable = timetable.into_owned();
        let unmet = catalog.whom().unmet(&timetable);
        Some(Self::Sound {
            about: entry.value.about.clone(),
            often: entry
                .value
                .often
                .as_ref()
                .map(|often| often.written.clone()),
            cautions: entry.value.cautions.clone(),
            misses: [
                worries::all(&Worries::default().with(&tailored)),
                unmet.iter().map(worries::unmet).collect(),
            ]
            .concat(),
            emergency: Emergency::of(&catalog.whom().profile),
            figures: Box::new(Figures::of(&timetable, catalog.library(), drawing)),
            timetable: Box::new(timetable),
            tailored: Box::new(tailored),
        })
    }

    fn broken(entry: &Entry<Routine>) -> Self {
        Self::Broken {
            report: entry.report(false),
        }
    }

    /// Draws it: the words, and below them the body of the first step.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, pane: Rect, theme: &Theme) {
        let width = usize::from(pane.width);
        let lines = |height: u16| self.lines(width, usize::from(height), theme);
        let free = |lines: &[Line<'_>]| {
            let used = u16::try_from(lines.len()).unwrap_or(u16::MAX);
            pane.height.saturating_sub(used.saturating_add(1))
        };
        let mut shown = lines(pane.height);
        let picture = self.picture();
        if picture.is_some() && free(&shown) < LEAST.height {
            let above = pane.height.saturating_sub(LEAST.height + 1);
            shown = self
                .brief(width, usize::from(above), theme)
                .unwrap_or(shown);
        }
        let free = free(&shown);
        let rows = usize::from(pane.height);
        more::cut(&mut shown, rows, shows_more(theme));
        frame.render_widget(Text::from(shown), pane);
        if let Some(picture) = picture.filter(|_| free >= LEAST.height) {
            let height = USUAL.height.min(free);
            let place = Rect {
                y: pane.bottom() - height,
                width: USUAL.width.min(pane.width),
                height,
                ..pane
            };
            picture.draw(frame, place, theme);
        }
    }

    /// The body of the step that it begins with.
    fn picture(&self) -> Option<Picture<'_>> {
        match self {
            Self::Sound {
                figures, timetable, ..
            } => figures.of_step(&timetable.steps.first()?.planned),
            Self::Broken { .. } => None,
        }
    }

    /// As lines that leave room for a body: fewer words, closer together. `None` where too little would be left, and for
    /// a routine that the rules changed, of which every word counts.
    fn brief(&self, width: usize, height: usize, theme: &Theme) -> Option<Vec<Line<'_>>> {
        let Self::Sound {
            about,
            often,
            timetable,
            tailored,
            misses,
            ..
        } = self
        else {
            return None;
        };
        let steps = timetable.steps.len().min(LEAST_STEPS);
        let mut lines = beginning(about.as_deref().unwrap_or_default(), width, theme.text);
        lines.insert(0, Line::styled(cut(&timetable.title, width), theme.title));
        lines.push(Line::styled(summary(timetable), theme.accent));
        let facts = often.clone().into_iter().chain(needs(timetable));
        lines.extend(facts.map(|fact| Line::styled(cut(&fact, width), theme.dim)));
        lines.push(Line::default());
        (lines.len() + steps <= height && tailored.decisions.is_empty() && misses.is_empty())
            .then(|| with_steps(lines, &[], (timetable, tailored), width, height, theme))
    }

    /// As lines of a pane of this size.
    fn lines(&self, width: usize, height: usize, theme: &Theme) -> Vec<Line<'_>> {
        match self {
            Self::Sound {
                about,
                often,
                cautions,
                timetable,
                tailored,
                misses,
                emergency,
                ..
            } => {
                let (about, made) = ((about, often), (&**timetable, &**tailored));
                let head = head(about, made, misses, emergency, width, theme);
                with_steps(head, cautions, (timetable, tailored), width, height, theme)
            }
            Self::Broken { report } => {
                let heading = Line::styled(words::NOT_PLAYABLE, theme.error);
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
    (about, often): (&Option<String>, &Option<String>),
    (timetable, tailored): (&Timetable, &Tailored),
    misses: &[String],
    emergency: &Emergency,
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
    push(about.as_deref().unwrap_or_default(), theme.text);
    push(" ", theme.text);
    if let Some(refusal) = tailored.refusal() {
        push(words::NOT_NOW, theme.warning);
        push(
            &emergency.in_text(&sentence(&reasons::because(refusal))),
            theme.text,
        );
        if let Some(other) = &refusal.with_name {
            push(&words::instead(other), theme.accent);
        }
    } else {
        push(&summary(timetable), theme.accent);
        if let Some(changes) = adapted(tailored) {
            push(&words::for_you(&changes), theme.warning);
        }
        for fact in often.clone().into_iter().chain(needs(timetable)) {
            push(&fact, theme.dim);
        }
        for miss in misses {
            push(miss, theme.warning);
        }
    }
    push(" ", theme.text);
    lines
}

/// Returns the beginning of a text: whole sentences, if any fits into two lines.
fn beginning<'a>(text: &str, width: usize, style: Style) -> Vec<Line<'a>> {
    let ends = text.match_indices(". ").map(|(at, _)| &text[..=at]);
    let begins = ends.chain([text]).map(|text| wrap(text, width));
    let whole = begins.filter(|lines| lines.len() <= LINES_OF_ABOUT).last();
    let mut lines = whole.unwrap_or_else(|| wrap(text, width));
    if lines.len() > LINES_OF_ABOUT {
        lines.truncate(LINES_OF_ABOUT);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), width);
        }
    }
    let styled = lines.into_iter().map(|line| Line::styled(line, style));
    styled.collect()
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
        .map(|line| Line::styled(line, theme.text))
        .collect();
    let steps = step_list(timetable, &tailored.decisions, width, theme);
    let room = height.saturating_sub(lines.len());
    if steps.len() <= room {
        lines.extend(steps);
    } else {
        let whole = timetable.steps.len();
        lines.extend(steps.into_iter().take(room.saturating_sub(1)));
        let more = theme.charset.ellipsis();
        lines.push(Line::styled(words::steps_in_all(more, whole), theme.dim));
    }
    if lines.len() + 1 + care.len() <= height {
        lines.push(Line::default());
        lines.extend(care);
    }
    lines
}

/// `2 steps changed, 1 with care`
pub(crate) fn adapted(tailored: &Tailored) -> Option<String> {
    words::changes(tailored.adapted(), tailored.careful())
}

/// `needs chair, wall`
fn needs(timetable: &Timetable) -> Option<String> {
    let props = timetable.props();
    (!props.is_empty()).then(|| words::needs(&props.join(", ")))
}

/// `10:12 · 7 steps`
pub(crate) fn summary(timetable: &Timetable) -> String {
    let steps = words::steps(timetable.steps.len());
    if timetable.is_checklist() {
        steps
    } else {
        format!("{} · {steps}", clock(timetable.total()))
    }
}
