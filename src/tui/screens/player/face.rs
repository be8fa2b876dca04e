//! What the player says, whatever its size: the state in words, the number to be read from the floor, what comes next.

use std::borrow::Cow;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::content::vocabulary::{Position, Sides};
use crate::content::wording::Wording;
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;
use crate::plan::segment::{Kind, Segment};
use crate::plan::side::Side;
use crate::plan::timetable::Step;
use crate::plan::vary::Way;
use crate::plan::words;
use crate::player::event::Because;
use crate::player::view::{Phase, View};
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::player::ask::Ask;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::Picture;
use crate::tui::widgets::text::time_of_day;
use crate::tui::widgets::text::{clock, cut, ends, whole_seconds};

/// Everything that is to be seen of a player.
pub(crate) struct Face<'a> {
    /// The session at this moment.
    pub(crate) view: View<'a>,
    /// The body of what is done.
    pub(crate) figure: Option<Picture<'a>>,
    /// When the routine ends.
    pub(crate) ends: Option<DateTime<FixedOffset>>,
    /// A question that stands.
    pub(crate) ask: Option<Ask>,
    /// Words in passing.
    pub(crate) notice: Option<&'a str>,
    /// Digits over the whole screen.
    pub(crate) zoom: bool,
    /// So many of the things that are said of the step are scrolled away while it is paused.
    pub(crate) scroll: usize,
    /// The screen is so low that one of them can be higher than its room: it is so many rows that are scrolled away.
    pub(crate) scrolls_by_rows: bool,
    /// The colours.
    pub(crate) theme: &'a Theme,
}

impl<'a> Face<'a> {
    /// The style of what the session is doing.
    pub(crate) fn style(&self) -> Style {
        match (self.view.phase, self.view.segment.kind) {
            (Phase::Paused(_) | Phase::Over(_), _) => self.theme.accent,
            (Phase::CountIn(_), _) | (_, Kind::Prepare) => self.theme.prepare,
            (_, Kind::Work | Kind::Confirm) => self.theme.work,
            (_, Kind::Rest) => self.theme.rest,
            (_, Kind::Switch) => self.theme.switch,
        }
    }

    /// What is read from the floor: seconds, or repetitions.
    pub(crate) fn big_number(&self) -> Option<String> {
        if let Phase::CountIn(left) = self.view.phase {
            return Some(whole_seconds(left).to_string());
        }
        let left = self.view.left?;
        if let (Kind::Work, Some((rep, reps))) = (self.view.segment.kind, self.view.rep()) {
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
            Some(Side::Left) => format!("L {number}"),
            Some(Side::Right) => format!("R {number}"),
            None => number,
        })
    }

    pub(crate) fn head(&self, width: usize) -> Line<'static> {
        let view = &self.view;
        let mut right = self.place();
        if !view.timetable.is_checklist() {
            right += &format!(" · {} left", clock(view.total_left()));
        }
        if let Some(ends) = self.ends {
            right += &format!(" · ends {}", time_of_day(ends));
        }
        // The title is known; the numbers are what one looks for.
        let right = if right.len() + 8 > width {
            self.place()
        } else {
            right
        };
        ends(
            &view.timetable.title,
            self.theme.dim,
            &right,
            self.theme.dim,
            width,
        )
    }

    /// `2 of 7`
    pub(crate) fn place(&self) -> String {
        format!(
            "{} of {}",
            self.view.segment.step + 1,
            self.view.timetable.steps.len()
        )
    }

    /// What is going on, in words.
    pub(crate) fn state(&self) -> String {
        let view = &self.view;
        let go_on = keymap::key_of(Context::Player, Action::GoOn);
        let mut words = match (view.phase, view.segment.kind) {
            (Phase::Paused(Because::Asked | Because::Hurt), _) => {
                return format!("PAUSED · {go_on} goes on");
            }
            (Phase::Paused(Because::Away), _) => {
                return format!("PAUSED while you were away · {go_on} goes on");
            }
            (Phase::Over(_), _) => return "OVER".to_owned(),
            (Phase::Waiting, _) => return format!("{go_on} when it is done"),
            (Phase::CountIn(_), _) => vec!["GOING ON".to_owned()],
            (Phase::Running, Kind::Prepare) => vec!["GET READY".to_owned()],
            (Phase::Running, Kind::Switch) => vec!["CHANGE SIDES".to_owned()],
            (Phase::Running, Kind::Rest) => vec!["REST".to_owned()],
            (Phase::Running, Kind::Work | Kind::Confirm) => Vec::new(),
        };
        let planned = self.planned();
        if let Some(side) = view.side() {
            words.push(words::side_words(side, planned.limb).to_uppercase());
            let set = view.segment.set;
            let of_set = |work: &&Segment| work.kind == Kind::Work && work.set == set;
            if view.segment.kind == Kind::Prepare && view.rest_of_step().filter(of_set).count() > 1
            {
                words.push("first".to_owned());
            }
        } else if planned.sides == Sides::Alternating && view.segment.kind == Kind::Work {
            words.push("SIDES IN TURN".to_owned());
        }
        if view.segment.kind != Kind::Prepare && planned.dosage.sets > 1 {
            let set = view.segment.set
                + u32::from(view.segment.kind == Kind::Rest && view.then().is_some());
            words.push(format!(
                "set {} of {}",
                set.min(planned.dosage.sets),
                planned.dosage.sets
            ));
        }
        if view.segment.kind == Kind::Prepare {
            let dose = words::dose_short(planned);
            // Beside the name of a side it is that side's.
            let dose = match view.side() {
                Some(_) => dose.trim_end_matches(" each"),
                None => &dose,
            };
            words.push(dose.to_owned());
        } else if view.segment.kind == Kind::Work && view.segment.reps.is_some() {
            words.push(format!("{} each", words::spaced(planned.dosage.tempo)));
        }
        if words.is_empty() {
            words.push(
                if planned.breath.is_some() {
                    "BREATHE"
                } else {
                    "GO"
                }
                .to_owned(),
            );
        }
        words.join(" · ").replace(" · first", " first")
    }

    /// How much of the segment is over, by whole seconds of what is left, and how long it is.
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
        let planned = self.planned();
        let then = self
            .view
            .then()
            .filter(|_| self.view.segment.kind == Kind::Work)
            .map(
                |work| match (work.side, work.set == self.view.segment.set) {
                    (Some(side), true) => format!("then {}", words::side_words(side, planned.limb)),
                    _ => format!("then set {}", work.set),
                },
            );
        let next = match self.view.next_step() {
            Some(step) => format!(
                "next: {}{}",
                step.planned.name,
                move_words(self.view.step, step)
            ),
            None => match &self.view.timetable.way_back {
                Some(way_back) => format!("the last step. {way_back}"),
                None => "the last step".to_owned(),
            },
        };
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
        let mut hints = keymap::hints(Context::Player, &[]);
        let view = &self.view;
        if view.timetable.variant(view.index, Way::Easier).is_none() {
            hints.retain(|(_, means)| *means != Action::Easier.doc());
        }
        let go_on = keymap::key_of(Context::Player, Action::GoOn);
        match self.view.phase {
            Phase::Paused(_) => {
                hints.retain(|(_, means)| *means != Action::Pause.doc());
                hints.insert(0, (go_on, "go on"));
            }
            Phase::Waiting => {
                hints.retain(|(_, means)| {
                    *means != Action::Pause.doc() && *means != Action::Longer.doc()
                });
                hints.insert(0, (go_on, "done"));
            }
            _ => {}
        }
        hints
    }

    /// `2:05 calf stretch L 3/12`
    pub(crate) fn one_line(&self, width: usize) -> String {
        let view = &self.view;
        let time = match (view.phase, view.left) {
            (Phase::CountIn(left), _) => clock(left),
            (Phase::Waiting, _) => "done?".to_owned(),
            (_, left) => clock(left.unwrap_or_default()),
        };
        if let Some(ask) = self.ask {
            return ask.brief(width, self.theme).to_string();
        }
        let state = match (view.phase, view.segment.kind) {
            (Phase::Paused(_), _) => "paused ",
            (Phase::Running, Kind::Prepare) => "ready ",
            (Phase::Running, Kind::Rest) => "rest ",
            (Phase::Running, Kind::Switch) => "switch ",
            _ => "",
        };
        let side = match view.side() {
            Some(Side::Left) => " L",
            Some(Side::Right) => " R",
            None => "",
        };
        let place = format!(" {}/{}", view.segment.step + 1, view.timetable.steps.len());
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

    /// How it is done, on the side that is worked or comes next.
    pub(crate) fn how(&self) -> Vec<Cow<'a, str>> {
        words::how(self.planned(), self.view.side())
    }

    /// A text of the step for that side.
    pub(crate) fn filled(&self, text: &'a Wording) -> Cow<'a, str> {
        words::filled(text, self.planned(), self.view.side())
    }
}

/// What the change to the next step asks of the body: ` (stay standing)`, ` (lie down)`.
fn move_words(from_step: &Step, to_step: &Step) -> &'static str {
    let (Some(from), Some(to)) = (from_step.planned.position, to_step.planned.position) else {
        return "";
    };
    let (here, there) = (
        Posture::of(&from_step.planned),
        Posture::of(&to_step.planned),
    );
    if here.is_in_bed() && there.is_on_floor() {
        return " (down to the floor)";
    }
    if to_step.planned.stays_on_floor() {
        return " (stay on the mat)";
    }
    if from == to {
        return match to {
            Position::Standing => " (stay standing)",
            Position::Walking => " (walk on)",
            Position::SeatedChair | Position::SeatedEdge | Position::FloorSeated => {
                " (stay seated)"
            }
            Position::Supine | Position::Prone | Position::SideLying | Position::Reclined => {
                " (stay lying)"
            }
            _ => "",
        };
    }
    match to {
        Position::Standing if from == Position::Walking => " (stand still)",
        Position::Standing => " (stand up)",
        Position::Walking if from == Position::Standing => " (start walking)",
        Position::Walking => " (stand up and walk)",
        Position::SeatedChair | Position::SeatedEdge => " (sit down)",
        Position::FloorSeated => " (sit on the floor)",
        Position::Kneeling => " (kneel)",
        Position::AllFours => " (on all fours)",
        Position::Supine => " (on your back)",
        Position::Prone => " (on your front)",
        Position::SideLying => " (on your side)",
        Position::Reclined => " (lean back)",
        Position::Water => " (in the water)",
    }
}
