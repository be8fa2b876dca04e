//! From a routine to its timetable: prepare, then for each set and each side the work, with switches between sides
//! and rests between sets. Nothing trails the last work; a time of zero gives no segment.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use crate::content::diagnostic::Diagnostic;
use crate::content::duration::written;
use crate::content::library::Library;
use crate::content::pace::Pace;
use crate::content::part::begun;
use crate::content::routine::Routine;
use crate::content::vocabulary::Side;
use crate::plan::known::Known;
use crate::plan::outline::passes::Pass;
use crate::plan::outline::{Item, Outline, Outlined};
use crate::plan::posture::Posture;
use crate::plan::preferences::Preferences;
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::sets::{rest, sets};
use crate::plan::timetable::{LONGEST, Timetable, TimetableStep, begun_round};
use crate::plan::words::{self, Begun, Opening};

/// Lowers a sound routine, as its author wrote it.
///
/// # Errors
/// When the total would pass twelve hours, or when the routine is not sound.
pub fn lower(id: &str, routine: &Routine, library: &Library) -> Result<Timetable, Diagnostic> {
    lay_out(&Outline::of(id, routine, library, Preferences::default())?)
}

/// Lays out the times of an outline.
///
/// # Errors
/// When the total would pass twelve hours.
pub fn lay_out(outline: &Outline) -> Result<Timetable, Diagnostic> {
    let mut layout = TimetableBuilder {
        outline,
        posture: Posture::default(),
        known: (!outline.known).then(Known::default),
        place: 0..0,
        pending_rest: Duration::ZERO,
        turn: None,
        worked: None,
        total: Duration::ZERO,
        timetable: Timetable {
            id: outline.id.clone(),
            title: outline.title.clone(),
            when: outline.when,
            pace: outline.pace,
            way_back: None,
            repeats: outline.repeats,
            steps: Vec::new(),
            segments: Vec::new(),
        },
    };
    for item in &outline.items {
        match item {
            Item::Step(step) => layout.step(step)?,
            // Of the rests around rounds of which nothing is left, one stays.
            Item::Rest(rest, _) => layout.pending_rest = layout.pending_rest.max(*rest),
            Item::Switch(side, switch, passes) => layout.turn = Some((*side, *switch, passes)),
        }
    }
    let mut timetable = layout.timetable;
    if layout.posture.is_on_floor() {
        timetable.way_back.clone_from(&outline.way_back);
    }
    Ok(timetable)
}

/// Returns the pace's time before a step, long enough for the words to be heard by then.
pub(crate) fn paced_prepare(pace: &Pace, changes_position: bool, heard: Duration) -> Duration {
    let change = if changes_position {
        pace.position_change
    } else {
        Duration::ZERO
    };
    (pace.lead_in + change).max(heard)
}

struct TimetableBuilder<'a> {
    outline: &'a Outline,
    /// The person's posture by now.
    posture: Posture,
    /// The exercises explained so far; `None` when none needs an explanation.
    known: Option<Known>,
    /// The place of the step in the file, for messages.
    place: Range<usize>,
    /// Between rounds, once something follows.
    pending_rest: Duration,
    /// The change of sides of a round, once something follows.
    turn: Option<(Side, Duration, &'a [Pass])>,
    /// The side that was worked last, and the passes of rounds that it was worked in.
    worked: Option<(Side, &'a [Pass])>,
    total: Duration,
    timetable: Timetable,
}

impl<'a> TimetableBuilder<'a> {
    fn step(&mut self, step: &'a Outlined) -> Result<(), Diagnostic> {
        let rest = std::mem::take(&mut self.pending_rest);
        self.rest(rest)?;
        if let Some((side, switch, passes)) = self.turn.take()
            && self.turns(side, passes, step)
        {
            self.turn(side, switch)?;
        }
        let side = step.planned.only_side();
        self.worked = side.map(|side| (side, &*step.passes)).or(self.worked);
        self.place = step.span.clone();
        let planned = &step.planned;
        let index = self.timetable.steps.len();
        let posture = Posture::of(planned);
        let moved = self.posture.moves_into(posture);
        self.posture = self.posture.then(posture);
        let prepare = match step.prepare {
            Some(exact) => exact,
            None if planned.dosage.is_done_by_key() => Duration::ZERO,
            None => {
                let heard = self.hearing(step);
                paced_prepare(&self.outline.pace, moved, heard)
            }
        };
        let switch = step.switch.unwrap_or_else(|| self.outline.switch(planned));
        self.timetable.steps.push(TimetableStep {
            number: step.number,
            round: step.round(),
            passes: step.passes.clone(),
            part: step.part.clone(),
            round_name: step.round_name.clone(),
            planned: Arc::clone(planned),
            easier: Vec::new(),
            harder: Vec::new(),
            prepare,
            switch,
        });
        self.push(Segment {
            kind: SegmentKind::Prepare,
            step: index,
            set: 1,
            side: words::first_side(planned),
            length: Some(prepare),
            reps: None,
        })?;
        for segment in sets(planned, index, switch) {
            self.push(segment)?;
        }
        Ok(())
    }

    /// Returns the time to hear the announcement of the next step, and the how-to where it is new.
    fn hearing(&mut self, step: &Outlined) -> Duration {
        let (planned, steps) = (&*step.planned, &self.timetable.steps);
        let before = steps.last().and_then(|before| before.part.as_deref());
        let part = begun(before, step.part.as_deref());
        let round = steps.last().and_then(|before| before.round_name.as_ref());
        let begun = Begun {
            part,
            round: begun_round(round, step.round_name.as_ref()),
        };
        let announcement = words::announcement(planned, Opening::of_step(steps.len()), begun);
        let known = self.known.as_mut();
        if known.is_some_and(|known| known.is_new(planned)) {
            let how = words::how(planned, words::first_side(planned));
            words::hearing(&announcement, &how)
        } else {
            words::saying(&announcement)
        }
    }

    /// A rest after what was last.
    fn rest(&mut self, length: Duration) -> Result<(), Diagnostic> {
        let Some(last) = self.timetable.segments.last() else {
            return Ok(());
        };
        self.push(rest(last.step, last.set, length))
    }

    /// True if a pass goes on to this side with a step, and something was done on the other side in it.
    fn turns(&self, side: Side, passes: &[Pass], step: &Outlined) -> bool {
        let is_other =
            |(worked, of): (Side, &[Pass])| worked == side.other() && of.starts_with(passes);
        step.passes.starts_with(passes) && self.worked.is_some_and(is_other)
    }

    /// A change of sides after what was last.
    fn turn(&mut self, side: Side, length: Duration) -> Result<(), Diagnostic> {
        let Some(last) = self.timetable.segments.last() else {
            return Ok(());
        };
        self.push(Segment {
            kind: SegmentKind::Switch,
            side: Some(side),
            ..rest(last.step, last.set, length)
        })
    }

    /// A segment that is not empty.
    fn push(&mut self, segment: Segment) -> Result<(), Diagnostic> {
        let length = segment.length.unwrap_or_default();
        if segment.kind != SegmentKind::Confirm && length.is_zero() {
            return Ok(());
        }
        self.total += length;
        if self.total > LONGEST {
            let too_long = Diagnostic::error(format!(
                "the routine takes longer than {}",
                written(LONGEST)
            ))
            .help("shorten holds, sets or rounds, or split it into several routines");
            return Err(too_long
                .at(self.place.clone())
                .label("it exceeds that here"));
        }
        self.timetable.segments.push(segment);
        Ok(())
    }
}
