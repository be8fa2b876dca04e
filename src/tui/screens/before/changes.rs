//! The changes for a person, one by one, with their reasons. People can override changes in their own routines.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::content::file::Origin;
use crate::plan::catalog::Catalog;
use crate::plan::screening::decision::{Decision, Ruling as Decided};
use crate::plan::tailor::Tailored;
use crate::plan::words;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;
use crate::tui::widgets::choices::{Answer, Choices};
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::widgets::text::wrap;
use crate::words::en::player::{NO, YES};
use crate::words::en::sentence::sentence;
use crate::words::en::{before, fitting, reasons};

/// Keep a step that is ruled out?
const OVERRULE: &[Answer] = &[(Action::No, NO, NO), (Action::Yes, YES, YES)];

/// One of them.
#[derive(Clone, Debug)]
struct ListedChange {
    heading: String,
    /// The step and the decision about it.
    about: Option<(u32, Decided)>,
    /// The reason, and how the exercise is done that comes instead.
    why: Vec<String>,
    /// The step, if it can be overruled; whether that needs a yes.
    overrule: Option<(u32, bool)>,
    overruled: bool,
}

/// All of them.
#[derive(Clone, Debug)]
pub(crate) struct Changes {
    all: Vec<ListedChange>,
    selected: usize,
    /// How far the reasons of the selected one are scrolled, in lines.
    further: usize,
    /// The question whether to keep a step, while it stands.
    asks: Option<Choices>,
    own: bool,
    overruled: Vec<u32>,
    /// Said in answer to a key.
    answer: Option<&'static str>,
}

/// The page on a screen of some size.
struct ChangesPage {
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    /// By how many lines the reasons of the selected change are scrolled.
    scrolled: usize,
    /// How many of their lines are still below the screen.
    hidden: usize,
}

impl Changes {
    /// The changes to a routine.
    pub(crate) fn new(id: &str, tailored: &Tailored, catalog: &Catalog) -> Self {
        let entry = catalog.library().routine(id);
        let mut changes = Self {
            all: Vec::new(),
            selected: 0,
            further: 0,
            asks: None,
            own: entry.is_some_and(|entry| entry.origin != Origin::Bundled),
            overruled: catalog.wish(id).overruled,
            answer: None,
        };
        changes.renew(tailored);
        changes
    }

    /// After something was overruled.
    pub(crate) fn renew(&mut self, tailored: &Tailored) {
        self.all.clear();
        for decision in &tailored.decisions {
            let one = change(decision, tailored);
            // What else a step wants care for stands below its first line.
            match self.all.last_mut() {
                Some(last) if one.about.is_some() && last.about == one.about => {
                    last.why.extend(one.why);
                }
                _ => self.all.push(one),
            }
        }
        let fitted = tailored.changes.iter().map(|one| ListedChange {
            heading: fitting::change(one),
            about: None,
            why: vec![before::TO_FIT.to_owned()],
            overrule: None,
            overruled: false,
        });
        self.all.extend(fitted);
        self.selected = self.selected.min(self.all.len().saturating_sub(1));
    }

    /// Returns the context that keys go to.
    pub(crate) fn context(&self) -> Context {
        if self.asks.is_some() {
            Context::Overrule
        } else {
            Context::Changes
        }
    }

    /// Returns whether this closes the page.
    pub(crate) fn is_closed_by(&self, action: Action) -> bool {
        action == Action::Close && self.asks.is_none()
    }

    /// Performs the action of a key. Returns the overruled steps if they changed.
    pub(crate) fn act(&mut self, action: Action, area: Rect, theme: &Theme) -> Option<Vec<u32>> {
        self.answer = None;
        let action = self.asks.as_mut().map_or(action, |asks| asks.act(action));
        match action {
            Action::Up => self.up(1, area, theme),
            Action::Down => self.down(1, area, theme),
            Action::PageUp => self.up(page::room(area).screen(), area, theme),
            Action::PageDown => self.down(page::room(area).screen(), area, theme),
            Action::Overrule => {
                // What is asked or answered now stands below the reasons, and has to be in sight.
                self.further = usize::MAX;
                return self.overrule();
            }
            Action::Yes if self.asks.take().is_some() => {
                self.further = 0;
                return self.toggle();
            }
            Action::No => (self.asks, self.further) = (None, 0),
            _ => {}
        }
        None
    }

    /// So many lines further in the reasons of the selected change; behind them comes the next one.
    fn down(&mut self, lines: usize, area: Rect, theme: &Theme) {
        let ChangesPage {
            scrolled, hidden, ..
        } = self.shown(area, theme);
        if hidden > 0 {
            self.further = scrolled + lines.min(hidden);
        } else if self.selected + 1 < self.all.len() {
            (self.selected, self.further) = (self.selected + 1, 0);
        }
    }

    /// So many lines back in the reasons of the selected change; before them comes the one before.
    fn up(&mut self, lines: usize, area: Rect, theme: &Theme) {
        let ChangesPage { scrolled, .. } = self.shown(area, theme);
        self.further = scrolled.saturating_sub(lines);
        if scrolled == 0 {
            self.selected = self.selected.saturating_sub(1);
        }
    }

    fn overrule(&mut self) -> Option<Vec<u32>> {
        let change = self.all.get(self.selected)?;
        match change.overrule {
            _ if !self.own => {
                self.answer = Some(before::ONLY_OWN);
                None
            }
            None => {
                self.answer = Some(before::NOT_OVERRULED);
                None
            }
            Some((_, true)) if !change.overruled => {
                self.asks = Some(Choices::new(Context::Overrule, OVERRULE));
                None
            }
            Some(_) => self.toggle(),
        }
    }

    fn toggle(&mut self) -> Option<Vec<u32>> {
        let (step, _) = self.all.get(self.selected)?.overrule?;
        if self.overruled.contains(&step) {
            self.overruled.retain(|known| *known != step);
        } else {
            self.overruled.push(step);
        }
        Some(self.overruled.clone())
    }

    /// The page as it stands on a screen; the selected change is in sight.
    fn shown(&self, area: Rect, theme: &Theme) -> ChangesPage {
        let width = usize::from(area.width);
        let mut lines = vec![Line::styled(before::FOR_YOU, theme.title)];
        if page::is_airy(area) {
            lines.push(Line::default());
        }
        if self.all.is_empty() {
            let words = wrap(before::NOTHING_CHANGED, width).into_iter();
            lines.extend(words.map(|line| Line::styled(line, theme.text)));
        }
        let mut selected_lines = 0..0;
        for (index, change) in self.all.iter().enumerate() {
            let selected = index == self.selected;
            let first = lines.len();
            let style = if selected { theme.selected } else { theme.text };
            let heading = wrap(&change.heading, width.saturating_sub(2)).into_iter();
            lines.extend(heading.enumerate().map(|(row, line)| {
                let mark = if selected && row == 0 { "› " } else { "  " };
                Line::styled(format!("{mark}{line}"), style)
            }));
            if selected {
                lines.extend(self.explanation(change, width, theme));
                selected_lines = first..lines.len();
            }
        }
        let height = usize::from(area.height).saturating_sub(3).max(1);
        let top = (selected_lines.start + height / 2).saturating_sub(height);
        let below = selected_lines.end.saturating_sub(top + page::rows(area));
        let scrolled = self.further.min(below);
        ChangesPage {
            lines,
            scroll: Scroll::to(top + scrolled),
            scrolled,
            hidden: below - scrolled,
        }
    }

    /// Draws the page.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let ChangesPage { lines, scroll, .. } = self.shown(area, theme);
        let without: &[Action] = if self.can_overrule() {
            &[]
        } else {
            &[Action::Overrule]
        };
        if let Some(asks) = &self.asks {
            page::draw_asking(frame, area, lines, scroll, asks, theme);
        } else {
            page::draw_with(
                frame,
                area,
                lines,
                scroll,
                (Context::Changes, without),
                theme,
            );
        }
    }

    /// Returns whether any change can be overruled.
    fn can_overrule(&self) -> bool {
        self.own && self.all.iter().any(|change| change.overrule.is_some())
    }

    fn explanation(
        &self,
        change: &ListedChange,
        width: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for text in &change.why {
            let text = wrap(text, width.saturating_sub(4).min(72)).into_iter();
            lines.extend(text.map(|line| Line::styled(format!("    {line}"), theme.dim)));
        }
        let key = keymap::key_of(Context::Changes, Action::Overrule);
        let answer = match (self.asks.is_some(), self.own, change.overrule) {
            (true, ..) => Some(before::KEEP.to_owned()),
            (false, true, Some(_)) if change.overruled => Some(before::takes_back(&key)),
            (false, true, Some(_)) => Some(before::keeps(&key)),
            _ => self.answer.map(str::to_owned),
        };
        if let Some(answer) = answer {
            let answer = wrap(&answer, width.saturating_sub(4)).into_iter();
            lines.extend(answer.map(|line| Line::styled(format!("    {line}"), theme.warning)));
        }
        lines
    }
}

fn change(decision: &Decision, tailored: &Tailored) -> ListedChange {
    let heading = before::change(decision);
    let heading = heading.unwrap_or_else(|| sentence(&reasons::because(decision)));
    // Whether a step can be overruled, and whether that needs a yes.
    let overrule = match decision.action {
        Decided::Substitute | Decided::Override => Some(true),
        Decided::Precaution => Some(false),
        Decided::Drop | Decided::Block | Decided::Redirect | Decided::FullStop => None,
    };
    let mut why = vec![sentence(&reasons::because(decision))];
    let step = tailored
        .timetable
        .iter()
        .flat_map(|timetable| &timetable.steps);
    let mut step = step.filter(|step| Some(step.number) == decision.step);
    if let Some(step) = step.next().filter(|_| decision.with.is_some()) {
        why.extend(
            words::how(&step.planned, None)
                .into_iter()
                .map(Cow::into_owned),
        );
    }
    ListedChange {
        heading,
        about: decision.step.map(|step| (step, decision.action)),
        why,
        overrule: decision.step.zip(overrule),
        overruled: decision.action == Decided::Override,
    }
}
