//! The contents of the player at any size: the state in words, the large number, the next step.

use std::borrow::Cow;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::content::wording::Wording;
use crate::plan::planned::Planned;
use crate::plan::segment::SegmentKind;
use crate::plan::vary::Way;
use crate::plan::words::{filled, how};
use crate::player::view::{Phase, View};
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::player::ask::Ask;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::Picture;
use crate::tui::widgets::text::time_of_day;
use crate::tui::widgets::text::{clock, cut, ends, whole_seconds};
use crate::words::en::player as words;

/// All that a player shows.
pub(crate) struct PlayerView<'a> {
    /// The session at this moment.
    pub(crate) view: View<'a>,
    /// The body in this exercise.
    pub(crate) figure: Option<Picture<'a>>,
    /// When the routine ends.
    pub(crate) ends: Option<DateTime<FixedOffset>>,
    /// A question that stands.
    pub(crate) ask: Option<Ask>,
    /// Words in passing.
    pub(crate) notice: Option<&'a str>,
    /// Digits over the whole screen.
    pub(crate) zoom: bool,
    /// Instructions scrolled past while paused; rows instead if `scrolls_by_rows`.
    pub(crate) scroll: usize,
    /// The screen is so low that a single instruction may not fit: `scroll` counts rows.
    pub(crate) scrolls_by_rows: bool,
    /// The colours.
    pub(crate) theme: &'a Theme,
}

impl<'a> PlayerView<'a> {
    /// The style of the current state.
    pub(crate) fn style(&self) -> Style {
        match (self.view.phase, self.view.segment.kind) {
            (Phase::Paused(_) | Phase::Over(_), _) => self.theme.accent,
            (Phase::CountIn(_), _) | (_, SegmentKind::Prepare) => self.theme.prepare,
            (_, SegmentKind::Work | SegmentKind::Confirm) => self.theme.work,
            (_, SegmentKind::Rest) => self.theme.rest,
            (_, SegmentKind::Switch) => self.theme.switch,
        }
    }

    /// True while a repetition runs of which the parts are told apart.
    pub(crate) fn is_in_a_rep_of_parts(&self) -> bool {
        let view = &self.view;
        view.phase == Phase::Running && view.rep_moment(view.elapsed).is_some()
    }

    /// The large number, readable from the floor: seconds, or repetitions.
    pub(crate) fn big_number(&self) -> Option<String> {
        if let Phase::CountIn(left) = self.view.phase {
            return Some(whole_seconds(left).to_string());
        }
        let left = self.view.left?;
        if let (SegmentKind::Work, Some((rep, reps))) = (self.view.segment.kind, self.view.rep()) {
            return Some(format!("{rep}/{reps}"));
        }
        Some(if left <= Duration::from_secs(60) {
            whole_seconds(left).to_string()
        } else {
            clock(left)
        })
    }

    /// The number with the side before it.
    pub(crate) fn big(&self) -> Option<String> {
        let number = self.big_number()?;
        Some(match self.view.side() {
            Some(side) => format!("{} {number}", words::side_letter(side)),
            None => number,
        })
    }

    pub(crate) fn head(&self, width: usize) -> Line<'static> {
        let view = &self.view;
        let left = (!view.timetable.is_checklist()).then(|| clock(view.total_left()));
        let until = self.ends.map(time_of_day);
        let (left, until) = (left.as_deref(), until.as_deref());
        let (place, in_part) = (words::place(view), words::place_in_part(view));
        let mut heads = vec![words::head(in_part.clone(), left, until)];
        if view.step.part.is_some() {
            heads.push(words::head(in_part.clone(), left, None));
            heads.push(in_part);
            heads.push(words::head(place.clone(), left, until));
        }
        // The title is known; the part and the numbers are what one looks for.
        let right = heads.into_iter().find(|head| head.len() + 8 <= width);
        let right = right.unwrap_or(place);
        ends(
            &view.timetable.title,
            self.theme.dim,
            &right,
            self.theme.dim,
            width,
        )
    }

    /// The current state in words, with the load and the effort where there is room.
    pub(crate) fn state(&self, width: usize) -> String {
        let go_on = keymap::key_of(Context::Player, Action::GoOn);
        let state = |besides| words::state(&self.view, &go_on, besides);
        let states = [2, 1].into_iter().map(state);
        let mut fitting = states.filter(|state| state.width() <= width);
        fitting.next().unwrap_or_else(|| state(0))
    }

    /// The elapsed time of the segment, in steps of whole remaining seconds, and its length.
    pub(crate) fn done(&self) -> (Duration, Duration) {
        let length = self.view.segment.length.unwrap_or_default();
        let left = Duration::from_secs(whole_seconds(self.view.left.unwrap_or_default()));
        (length.saturating_sub(left), length)
    }

    pub(crate) fn next(&self, width: usize) -> Line<'static> {
        let theme = self.theme;
        if let Some(notice) = self.notice {
            return Line::styled(cut(notice, width), theme.accent);
        }
        let view = &self.view;
        let then = view
            .then()
            .filter(|_| view.segment.kind == SegmentKind::Work);
        let then = then.map(|work| words::then(view, work));
        let next = words::next(view);
        match then {
            Some(then) if then.len() + next.chars().count() + 3 <= width => Line::from(vec![
                Span::styled(then, theme.text),
                Span::styled(format!("   {next}"), theme.dim),
            ]),
            Some(then) => Line::styled(cut(&then, width), theme.text),
            None => Line::styled(cut(&next, width), theme.dim),
        }
    }

    /// The hints, with the key to go on first and by its present meaning.
    pub(crate) fn hints(&self) -> Vec<(String, &'static str)> {
        let view = &self.view;
        let (meaning, replaced): (_, &[Action]) = match view.phase {
            Phase::Paused(_) => (Some(words::GO_ON), &[Action::Pause]),
            Phase::Waiting => (Some(words::DONE), &[Action::Pause, Action::Longer]),
            Phase::Running if view.timetable.is_up_to(view.segment) => (Some(words::DONE), &[]),
            _ => (None, &[]),
        };
        let has_easier = view.timetable.variant(view.index, Way::Easier).is_some();
        let easier: &[Action] = if has_easier { &[] } else { &[Action::Easier] };
        let hints = keymap::hints(Context::Player, &[replaced, easier].concat());
        let go_on = meaning.map(|means| (keymap::key_of(Context::Player, Action::GoOn), means));
        go_on.into_iter().chain(hints).collect()
    }

    /// `2:05 calf stretch L 3/12`
    pub(crate) fn one_line(&self, width: usize) -> String {
        let view = &self.view;
        if let Some(ask) = self.ask {
            return ask.brief(width, self.theme).to_string();
        }
        let time = match (view.phase, view.left) {
            (Phase::CountIn(left), _) => clock(left),
            (Phase::Waiting, _) => words::IS_IT_DONE.to_owned(),
            (_, left) => clock(left.unwrap_or_default()),
        };
        let spaced = |word: &str, before: &str, after: &str| match word {
            "" => String::new(),
            word => format!("{before}{word}{after}"),
        };
        let state = spaced(&words::state_brief(view), "", " ");
        let side = spaced(view.side().map_or("", words::side_letter), " ", "");
        let place = format!(" {}", words::place_brief(view));
        let fixed = state.len() + time.len() + side.len() + place.len() + 1;
        if width < fixed + 4 {
            return if width < state.len() + time.len() + side.len() {
                time
            } else {
                format!("{state}{time}{side}")
            };
        }
        format!(
            "{state}{time} {}{side}{place}",
            cut(&self.planned().name, width - fixed)
        )
    }

    pub(crate) fn planned(&self) -> &'a Planned {
        &self.view.step.planned
    }

    /// The how-to for the current side, or the next one.
    pub(crate) fn how(&self) -> Vec<Cow<'a, str>> {
        how(self.planned(), self.view.side())
    }

    /// A text of the step for that side.
    pub(crate) fn filled(&self, text: &'a Wording) -> Cow<'a, str> {
        filled(text, self.planned(), self.view.side())
    }
}
