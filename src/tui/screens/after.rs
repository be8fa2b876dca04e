//! The summary after a session, in quiet words.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::plan::posture::Posture;
use crate::plan::segment::SegmentKind;
use crate::plan::timetable::Timetable;
use crate::player::event::Outcome;
use crate::player::moment::Moment;
use crate::player::record::Result;
use crate::player::session::Session;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::screen::Next;
use crate::tui::text_screen::ScreenText;
use crate::tui::theme::Theme;
use crate::tui::widgets::page;
use crate::tui::widgets::text::{cut, wrap};
use crate::words::en::after as words;

/// The summary of a session that is over.
#[derive(Clone, Debug)]
pub(crate) struct After {
    /// The id of the routine, to play it again.
    id: String,
    title: String,
    heading: &'static str,
    /// The way back from the floor. It comes before the counts.
    way_back: Option<String>,
    facts: Vec<String>,
    next: Option<String>,
}

impl After {
    /// Sums a session up. `way_back` is what is said to whoever is on the floor, `next` the title of what could be played
    /// next.
    pub(crate) fn new(
        session: &Session,
        outcome: Outcome,
        way_back: Option<String>,
        next: Option<String>,
        now: Moment,
    ) -> Self {
        let (timetable, record) = (session.timetable(), session.record());
        let of = |result| names(timetable, session, result);
        let steps = timetable.steps.len();
        let done = record.count(Result::Done);
        let mut facts = vec![words::done(done, steps, record.total_time())];
        for result in [Result::Partly, Result::Skipped, Result::NotReached] {
            let names = of(result);
            facts.extend((!names.is_empty()).then(|| words::came_out(result, &names)));
        }
        facts.extend(varied(session));
        let mut hurting: Vec<&str> = Vec::new();
        for name in record.hurting() {
            if !hurting.contains(&name.as_str()) {
                hurting.push(name);
            }
        }
        if !hurting.is_empty() {
            facts.push(words::hurt(&hurting));
        }
        let heading = words::heading(outcome, timetable.when.is_sleepy());
        Self {
            id: timetable.id.clone(),
            title: timetable.title.clone(),
            heading,
            way_back: way_back.filter(|_| ends_on_floor(session, outcome, now)),
            facts,
            next,
        }
    }
}

impl ScreenText for After {
    fn context(&self) -> Context {
        Context::After
    }

    fn lines(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        let width = usize::from(area.width);
        let airy = page::is_airy(area);
        let mut lines = vec![Line::styled(cut(self.heading, width), theme.title)];
        if airy {
            lines.insert(0, Line::styled(cut(&self.title, width), theme.dim));
            lines.insert(1, Line::default());
            lines.push(Line::default());
        }
        if let Some(way_back) = &self.way_back {
            let way_back = wrap(way_back, width.min(72)).into_iter();
            lines.extend(way_back.map(|line| Line::styled(line, theme.warning)));
            if airy {
                lines.push(Line::default());
            }
        }
        let facts = self.facts.iter();
        let facts = facts.flat_map(|fact| wrap(fact, width.min(72)));
        lines.extend(facts.map(|line| Line::styled(line, theme.text)));
        if let Some(next) = &self.next {
            if airy {
                lines.push(Line::default());
            }
            lines.push(Line::styled(cut(&words::next(next), width), theme.dim));
        }
        lines
    }

    fn act(&self, action: Action) -> Option<Next> {
        match action {
            Action::Again => Some(Next::Play(self.id.clone())),
            Action::Close => Some(Next::Close),
            _ => None,
        }
    }
}

/// Returns whether the person is on the floor after it: where it ends, or where it was stopped. Who gets ready for a
/// step may still be where the one before it was done.
fn ends_on_floor(session: &Session, outcome: Outcome, now: Moment) -> bool {
    if outcome == Outcome::Finished {
        return session.timetable().way_back.is_some();
    }
    let view = session.view(now);
    let before = view.segment.step.checked_sub(1);
    let before = before.filter(|_| view.segment.kind == SegmentKind::Prepare);
    let before = before.and_then(|at| view.timetable.steps.get(at));
    let mut steps = before.into_iter().chain([view.step]);
    steps.any(|step| Posture::of(&step.planned).is_on_floor())
}

/// Names of the steps that came out so, each once.
fn names<'a>(timetable: &'a Timetable, session: &Session, result: Result) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (index, step) in timetable.steps.iter().enumerate() {
        let name = step.planned.name.as_str();
        if session.record().result(index) == result && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The steps that were made easier or harder.
fn varied(session: &Session) -> Vec<String> {
    let (mut easier, mut harder) = (Vec::new(), Vec::new());
    for (index, step) in session.timetable().steps.iter().enumerate() {
        let rungs = session.record().rungs(index);
        let (list, ladder) = if rungs < 0 {
            (&mut easier, &step.harder)
        } else {
            (&mut harder, &step.easier)
        };
        // The planned exercise lies this many rungs back.
        let back = usize::try_from(rungs.unsigned_abs()).unwrap_or(usize::MAX);
        let planned = back.checked_sub(1).and_then(|rung| ladder.get(rung));
        if let Some(planned) = planned {
            let instead = (step.planned.name.as_str(), planned.name.as_str());
            if !list.contains(&instead) {
                list.push(instead);
            }
        }
    }
    let easier = Some(easier).filter(|steps| !steps.is_empty());
    let harder = Some(harder).filter(|steps| !steps.is_empty());
    let easier = easier.map(|steps| words::easier(&steps));
    let harder = harder.map(|steps| words::harder(&steps));
    easier.into_iter().chain(harder).collect()
}
