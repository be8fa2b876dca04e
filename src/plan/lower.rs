//! From a routine to its timetable: prepare, then for each set and each side the work, with switches between sides
//! and rests between sets. Nothing trails the last work; a time of zero gives no segment.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use toml::Spanned;

use crate::content::diagnostic::Diagnostic;
use crate::content::dose::{self, Dose};
use crate::content::duration::written;
use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::pace::{self, Pace};
use crate::content::routine::Routine;
use crate::content::step::{self, Block, Subject};
use crate::content::vocabulary::{Position, Sides};
use crate::plan::timetable::{Kind, LONGEST, Planned, Segment, Side, Step, Timetable};
use crate::plan::words;

/// Lowers a sound routine.
///
/// # Errors
/// When the total would pass twelve hours, or when the routine is not sound.
pub fn lower(id: &str, routine: &Routine, library: &Library) -> Result<Timetable, Diagnostic> {
    let name = routine
        .pace
        .as_ref()
        .map_or(pace::DEFAULT, |pace| pace.get_ref());
    let pace = library.shared().paces.get(name).copied();
    let mut lowering = Lowering {
        routine,
        library,
        pace: pace.ok_or_else(|| Diagnostic::error(format!("there is no pace {name}")))?,
        planned: HashMap::new(),
        standing: None,
        total: Duration::ZERO,
        timetable: Timetable {
            id: id.to_owned(),
            title: routine.title.clone(),
            when: routine.when,
            steps: Vec::new(),
            segments: Vec::new(),
        },
    };
    for (index, step) in routine.steps().into_iter().enumerate() {
        let planned = lowering.plan(step, index)?;
        lowering.planned.insert(step.span.start, Arc::new(planned));
    }
    lowering.blocks(&routine.blocks, 1)?;
    Ok(lowering.timetable)
}

/// What the pace gives before a step, long enough for its announcement.
pub fn paced_prepare(pace: &Pace, changes_position: bool, announcement: &str) -> Duration {
    let change = if changes_position {
        pace.position_change
    } else {
        Duration::ZERO
    };
    (pace.lead_in + change).max(words::saying(announcement))
}

struct Lowering<'a> {
    routine: &'a Routine,
    library: &'a Library,
    pace: Pace,
    /// By where the step is written: rounds share what they repeat.
    planned: HashMap<usize, Arc<Planned>>,
    /// The last known position.
    standing: Option<Position>,
    total: Duration,
    timetable: Timetable,
}

impl Lowering<'_> {
    fn plan(&self, step: &step::Step, index: usize) -> Result<Planned, Diagnostic> {
        let (id, exercise) = match &step.subject {
            Subject::Inline(_) => (None, None),
            Subject::Exercise(id) => {
                let known = self.library.exercise(id.get_ref());
                let exercise = known.ok_or_else(|| {
                    Diagnostic::error(format!("there is no exercise {}", id.get_ref()))
                        .at(id.span())
                })?;
                (Some(id.get_ref().clone()), Some(exercise))
            }
        };
        let defaults = &self.routine.defaults.prescription;
        let dosage = dose::layered(
            &step.prescription,
            defaults,
            exercise.map(|exercise| &exercise.prescription),
        )
        .ok_or_else(|| Diagnostic::error("this step has no dose").at(step.span.clone()))?;
        let sides = step.side.as_ref().map(Spanned::get_ref).copied();
        let mut props: Vec<String> = exercise
            .map(|exercise| exercise.props.clone())
            .unwrap_or_default();
        props.extend(step.props.iter().cloned());
        Ok(Planned {
            name: match &step.subject {
                Subject::Inline(name) => name.clone(),
                Subject::Exercise(id) => {
                    exercise.map_or_else(|| id.get_ref().clone(), |known| known.name.clone())
                }
            },
            exercise: id,
            dosage,
            sides: sides
                .or(exercise.map(|exercise| exercise.sides))
                .unwrap_or(Sides::Both),
            limb: exercise.and_then(|exercise| exercise.limb),
            position: step
                .position
                .or(exercise.and_then(|exercise| exercise.position)),
            surface: step
                .surface
                .or(exercise.and_then(|exercise| exercise.surface)),
            how: own_or(&step.how, exercise),
            feel: step
                .feel
                .clone()
                .or_else(|| exercise.and_then(|exercise| exercise.feel.clone())),
            avoid: step
                .avoid
                .clone()
                .or_else(|| exercise.and_then(|exercise| exercise.avoid.clone())),
            props,
            note: step.note.clone(),
            say: step.say.clone(),
            cues: step.cues.iter().map(|cue| cue.get_ref().clone()).collect(),
            breath: step
                .breath
                .or(exercise.and_then(|exercise| exercise.breath)),
            optional: step.optional,
            written: index,
        })
    }

    fn blocks(&mut self, blocks: &[Block], round: u32) -> Result<(), Diagnostic> {
        for block in blocks {
            match block {
                Block::Step(step) => self.step(step, round)?,
                Block::Round(group) => {
                    for round in 1..=group.repeat {
                        self.blocks(&group.blocks, round)?;
                        if round < group.repeat {
                            self.rest(group.rest)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn step(&mut self, step: &step::Step, round: u32) -> Result<(), Diagnostic> {
        let Some(planned) = self.planned.get(&step.span.start).cloned() else {
            return Ok(());
        };
        let index = self.timetable.steps.len();
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        self.timetable.steps.push(Step {
            number,
            round,
            planned: Arc::clone(&planned),
        });

        let moved = self.moves_to(planned.position);
        let explicit = step
            .prepare
            .as_ref()
            .map(Spanned::get_ref)
            .copied()
            .or(self.routine.defaults.prepare);
        let untimed = planned.dosage.dose == Dose::Done;
        let prepare = match explicit {
            Some(exact) => exact,
            None if untimed => Duration::ZERO,
            None => paced_prepare(
                &self.pace,
                moved,
                &words::announcement(&planned, index == 0),
            ),
        };
        let sides = sides_of(planned.sides);
        let first = Segment {
            kind: Kind::Prepare,
            step: index,
            set: 1,
            side: sides[0],
            length: None,
            reps: None,
        };
        self.timed(&first, Kind::Prepare, prepare)?;
        if untimed {
            self.timetable.segments.push(Segment {
                kind: Kind::Confirm,
                side: None,
                ..first
            });
            return Ok(());
        }
        let switch = step
            .switch
            .or(self.routine.defaults.switch)
            .unwrap_or(self.pace.switch);
        for set in 1..=planned.dosage.sets {
            for (turn, &side) in sides.iter().enumerate() {
                let at = Segment {
                    set,
                    side,
                    ..first.clone()
                };
                if turn > 0 {
                    self.timed(&at, Kind::Switch, switch)?;
                }
                let (length, reps) = work(&planned);
                self.timed(&Segment { reps, ..at }, Kind::Work, length)?;
            }
            if set < planned.dosage.sets {
                self.rest(planned.dosage.rest)?;
            }
        }
        Ok(())
    }

    /// Whether the person has to move into this position, and remembers it.
    fn moves_to(&mut self, position: Option<Position>) -> bool {
        let moved = matches!((self.standing, position), (Some(from), Some(to)) if from != to);
        self.standing = position.or(self.standing);
        moved
    }

    /// A rest after what was last.
    fn rest(&mut self, length: Duration) -> Result<(), Diagnostic> {
        let Some(last) = self.timetable.segments.last() else {
            return Ok(());
        };
        let after = Segment {
            side: None,
            reps: None,
            ..last.clone()
        };
        self.timed(&after, Kind::Rest, length)
    }

    fn timed(&mut self, like: &Segment, kind: Kind, length: Duration) -> Result<(), Diagnostic> {
        if length.is_zero() {
            return Ok(());
        }
        self.total += length;
        if self.total > LONGEST {
            let too_long = Diagnostic::error(format!(
                "the routine takes longer than {}",
                written(LONGEST)
            ))
            .help("shorten holds, sets or rounds, or make several routines of it");
            let written = self.timetable.steps[like.step].planned.written;
            return Err(match self.routine.steps().get(written) {
                Some(step) => too_long.at(step.span.clone()).label("it passes that here"),
                None => too_long,
            });
        }
        self.timetable.segments.push(Segment {
            kind,
            length: Some(length),
            ..like.clone()
        });
        Ok(())
    }
}

fn own_or(how: &[String], exercise: Option<&Exercise>) -> Vec<String> {
    if how.is_empty() {
        exercise
            .map(|exercise| exercise.how.clone())
            .unwrap_or_default()
    } else {
        how.to_vec()
    }
}

fn sides_of(sides: Sides) -> &'static [Option<Side>] {
    match sides {
        Sides::Each => &[Some(Side::Left), Some(Side::Right)],
        Sides::Left => &[Some(Side::Left)],
        Sides::Right => &[Some(Side::Right)],
        Sides::Both | Sides::Alternating => &[None],
    }
}

/// The length of one set on one side, and its repetitions when it is counted.
fn work(planned: &Planned) -> (Duration, Option<u32>) {
    match planned.dosage.dose {
        Dose::Hold(hold) => (hold.upper, None),
        Dose::Reps(reps) => (planned.dosage.tempo * reps.upper, Some(reps.upper)),
        Dose::Done => (Duration::ZERO, None),
    }
}
