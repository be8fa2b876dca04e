//! A routine lowered into a flat list of segments.

use std::sync::Arc;
use std::time::Duration;

use crate::content::dose::{self, Dosage, Prescription};
use crate::content::exercise::{Exercise, Switch};
use crate::content::pace::Pace;
use crate::content::step::{AuthoredCue, Breath};
use crate::content::vocabulary::{Intensity, Limb, Position, Sides, Surface, When};
use crate::content::wording::Wording;
use crate::plan::cue::Cue;

/// Longer timetables are mistakes.
pub(crate) const LONGEST: Duration = Duration::from_secs(12 * 3600);

/// No segment grows beyond this by asking.
const LONGEST_SEGMENT: Duration = Duration::from_secs(3 * 3600);

/// Which side is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Always first.
    Left,
    /// Always second.
    Right,
}

impl Side {
    /// `left` or `right`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The side across.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// What a segment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Getting into position.
    Prepare,
    /// Doing it.
    Work,
    /// Changing sides.
    Switch,
    /// Between sets or rounds.
    Rest,
    /// Waiting for the person to say that it is done.
    Confirm,
}

impl Kind {
    /// The word in output: `prepare`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Work => "work",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Confirm => "confirm",
        }
    }
}

/// A step as it is played: the routine's word laid over the exercise's.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What it is called.
    pub name: String,
    /// The exercise's id; `None` for an inline step.
    pub exercise: Option<String>,
    /// The dose.
    pub dosage: Dosage,
    /// Which sides.
    pub sides: Sides,
    /// What "left" is said of.
    pub(crate) limb: Option<Limb>,
    /// Known or not.
    pub position: Option<Position>,
    /// Known or not. Where the routine is down on the floor already, what is usually done in bed is done there.
    pub surface: Option<Surface>,
    /// What the exercise is usually done on; `None` where the step itself says on what.
    pub(crate) usual_surface: Option<Surface>,
    /// How it is done, in short lines.
    pub how: Vec<Wording>,
    /// Where it should be felt.
    pub feel: Option<Wording>,
    /// What not to do.
    pub avoid: Option<Wording>,
    /// What this person should take care of, in the order in which it matters.
    pub cautions: Vec<String>,
    /// How much effort it takes; low where nobody says.
    pub intensity: Intensity,
    /// What is needed.
    pub props: Vec<String>,
    /// Parts of the body that it is for.
    pub(crate) areas: Vec<String>,
    /// Hazard tags, the exercise's and the step's.
    pub hazards: Vec<String>,
    /// Whether it is the exercise that lists mean by its id: not one that is done otherwise.
    pub(crate) listed: bool,
    /// Whether anybody has said what could harm in it.
    pub(crate) known: bool,
    /// Id of an easier exercise.
    pub(crate) easier: Option<String>,
    /// Id of a harder exercise.
    pub(crate) harder: Option<String>,
    /// The author's own note.
    pub(crate) note: Option<Wording>,
    /// Said when the work begins.
    pub(crate) say: Option<Wording>,
    /// Said during the work.
    pub(crate) cues: Vec<AuthoredCue>,
    /// What it takes to change sides, where that is longer than the pace gives.
    pub(crate) switch: Option<Switch>,
    /// Paced breathing.
    pub(crate) breath: Option<Breath>,
    /// First to go when time is short.
    pub(crate) optional: bool,
    /// Which of the routine's steps it was lowered from, as [`Routine::steps`](crate::content::routine::Routine::steps)
    /// counts them.
    pub(crate) written: usize,
}

impl Planned {
    /// An exercise as the library has it, with its own dose; one without a dose takes the one given.
    pub(crate) fn of_exercise(
        id: &str,
        exercise: &Exercise,
        otherwise: Dosage,
        written: usize,
    ) -> Self {
        let none = Prescription::default();
        Self {
            name: exercise.name.clone(),
            exercise: Some(id.to_owned()),
            dosage: dose::layered(&none, &none, Some(&exercise.prescription)).unwrap_or(otherwise),
            sides: exercise.sides,
            limb: exercise.limb,
            position: exercise.position,
            surface: exercise.surface,
            usual_surface: exercise.surface,
            how: exercise.how.clone(),
            feel: exercise.feel.clone(),
            avoid: exercise.avoid.clone(),
            cautions: Vec::new(),
            intensity: exercise.intensity,
            props: exercise.props.clone(),
            areas: exercise.areas.clone(),
            hazards: exercise
                .hazards
                .iter()
                .map(|hazard| hazard.get_ref().clone())
                .collect(),
            listed: !exercise.altered,
            known: exercise.known,
            easier: exercise
                .easier
                .as_ref()
                .map(|easier| easier.get_ref().clone()),
            harder: exercise
                .harder
                .as_ref()
                .map(|harder| harder.get_ref().clone()),
            note: None,
            say: None,
            cues: Vec::new(),
            switch: exercise.switch,
            breath: exercise.breath,
            optional: false,
            written,
        }
    }
}

/// What is lain on where there is no bed.
const MAT: &str = "mat";
/// What somebody needs who lies in bed.
const BED: &str = "bed";

impl Planned {
    /// What is needed, here where it is done: on the floor a mat instead of the bed.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &str> {
        let here = |prop: &'_ str| self.stays_on_floor() && prop == BED;
        let props = self.props.iter().map(String::as_str);
        props.map(move |prop| if here(prop) { MAT } else { prop })
    }

    /// Whether it is usually done in bed, and here on the floor, where one is already.
    pub(crate) fn stays_on_floor(&self) -> bool {
        (self.usual_surface, self.surface) == (Some(Surface::Bed), Some(Surface::Floor))
    }
}

/// A step of the timetable: what is done, and its place in the routine.
#[derive(Clone, Debug)]
pub struct Step {
    /// From 1, counting the authored steps as unrolled.
    pub number: u32,
    /// From 1: the round that it is in, the innermost when rounds are nested.
    pub round: u32,
    /// What is done; shared between rounds.
    pub planned: Arc<Planned>,
    /// What can be done instead when it is too much, the nearest first.
    pub easier: Vec<Arc<Planned>>,
    /// What can be done instead when it is too little, the nearest first.
    pub harder: Vec<Arc<Planned>>,
    /// The time to get ready, as it was laid out.
    pub prepare: Duration,
    /// The pause in which sides are changed, where there are two.
    pub(crate) switch: Duration,
}

/// One stretch of the timetable with a beginning and an end.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// What it is for.
    pub kind: Kind,
    /// Index into [`Timetable::steps`].
    pub step: usize,
    /// From 1.
    pub set: u32,
    /// The side that is worked, or that a switch leads to.
    pub side: Option<Side>,
    /// `None` only for confirm.
    pub length: Option<Duration>,
    /// For work that is counted.
    pub(crate) reps: Option<u32>,
}

/// A routine lowered for one person.
#[derive(Clone, Debug)]
pub struct Timetable {
    /// The routine's id, or its path.
    pub id: String,
    /// The routine's title.
    pub(crate) title: String,
    /// When it belongs: decides how it ends.
    pub when: When,
    /// The times between things.
    pub pace: Pace,
    /// The way back from the floor, where it ends there.
    pub(crate) way_back: Option<String>,
    /// The steps that are played, in order.
    pub steps: Vec<Step>,
    /// All segments, in order.
    pub segments: Vec<Segment>,
}

impl Timetable {
    /// The sum of all timed segments.
    pub fn total(&self) -> Duration {
        self.segments
            .iter()
            .filter_map(|segment| segment.length)
            .sum()
    }

    /// The sum of all timed segments from this one on.
    pub(crate) fn total_from(&self, segment: usize) -> Duration {
        self.segments
            .iter()
            .skip(segment)
            .filter_map(|segment| segment.length)
            .sum()
    }

    /// What is done in a segment.
    pub fn planned(&self, segment: &Segment) -> &Planned {
        &self.steps[segment.step].planned
    }

    /// The cues of a segment, in order of time. See [`cue`](crate::plan::cue).
    pub fn cues(&self, segment: usize) -> Vec<Cue> {
        crate::plan::cue::of(self, segment)
    }

    /// Makes a timed segment longer by so much.
    pub(crate) fn stretch(&mut self, segment: usize, by: Duration) {
        if let Some(length) = self
            .segments
            .get_mut(segment)
            .and_then(|segment| segment.length.as_mut())
        {
            *length += by;
        }
    }

    /// Makes a timed segment longer by at least so much, in whole repetitions where it is counted. Work on one side
    /// takes the other side of its set along. What was added comes back; `None` when there is nothing to lengthen, or
    /// it is long enough.
    pub(crate) fn lengthen(&mut self, segment: usize, by: Duration) -> Option<Duration> {
        let Segment {
            kind,
            step,
            set,
            side,
            reps,
            length,
        } = *self.segments.get(segment)?;
        let length = length?;
        let more = reps.filter(|&reps| reps > 0).map(|reps| {
            let tempo = length / reps;
            let reps = by.as_nanos().div_ceil(tempo.as_nanos().max(1));
            (u32::try_from(reps).unwrap_or(u32::MAX), tempo)
        });
        let by = more.map_or(by, |(reps, tempo)| tempo * reps);
        if length + by > LONGEST_SEGMENT {
            return None;
        }
        let paired = kind == Kind::Work && side.is_some();
        for index in 0..self.segments.len() {
            let other = &mut self.segments[index];
            if index == segment
                || (paired && (other.kind, other.step, other.set) == (kind, step, set))
            {
                if let (Some(reps), Some((more, _))) = (other.reps.as_mut(), more) {
                    *reps += more;
                }
                self.stretch(index, by);
            }
        }
        Some(by)
    }

    /// The first segment of a step.
    pub fn first_segment(&self, step: usize) -> usize {
        self.segments
            .iter()
            .position(|segment| segment.step == step)
            .unwrap_or(0)
    }

    /// Everything that is needed, each once, in the order in which it is first needed.
    pub fn props(&self) -> Vec<&str> {
        props(self.steps.iter().map(|step| &*step.planned))
    }

    /// Whether nothing in it is timed: a checklist.
    pub fn is_checklist(&self) -> bool {
        self.segments
            .iter()
            .all(|segment| segment.kind == Kind::Confirm)
    }
}

/// Everything that these steps need, each once, in the order in which it is first needed.
pub(crate) fn props<'a>(steps: impl IntoIterator<Item = &'a Planned>) -> Vec<&'a str> {
    let mut props: Vec<&str> = Vec::new();
    for prop in steps.into_iter().flat_map(Planned::needs) {
        if !props.contains(&prop) {
            props.push(prop);
        }
    }
    props
}
