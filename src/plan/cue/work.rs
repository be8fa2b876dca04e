//! The cues of work: repetitions with their phases, paced breaths, long holds.

use std::time::Duration;

use crate::content::breath::{Breath, BreathPhase};
use crate::content::dose::Dose;
use crate::content::dose::tempo::{Phases, RepPhase};
use crate::plan::cue::{Cue, CueKind, Sound};
use crate::plan::planned::Planned;
use crate::plan::segment::Segment;
use crate::plan::words;

const SECOND: Duration = Duration::from_secs(1);
/// A hold this long has its end counted in.
const TICKED_HOLD: Duration = Duration::from_secs(15);
/// A hold this long has its half said.
const HALVED_HOLD: Duration = Duration::from_secs(40);
/// The hold of a repetition has sounds and words of its own from this length.
const MARKED_HOLD: Duration = Duration::from_secs(3);
/// The phases of the first repetitions are said whether or not there is time for all of it.
const TAUGHT: u32 = 2;

/// Adds the cues of a segment of work.
pub(crate) fn work(segment: &Segment, planned: &Planned, cues: &mut Vec<Cue>) {
    let length = segment.length.unwrap_or_default();
    cues.push(Cue::new(Duration::ZERO, CueKind::Start).sound(Sound::Start));
    authored(segment, planned, length, cues);
    let counted = segment.reps.filter(|&reps| reps > 0);
    let dose = planned.dosage.of(segment.side).dose;
    if let (Dose::Reps(_) | Dose::HeldReps(..), Some(reps)) = (dose, counted) {
        let phases = planned.dosage.phases(segment.side);
        for rep in 0..reps {
            repetition((rep, reps), length / reps, phases, cues);
        }
    } else {
        if let Some(breath) = planned.breath {
            breaths(breath, length, cues);
        }
        hold(length, cues);
    }
}

fn authored(segment: &Segment, planned: &Planned, length: Duration, cues: &mut Vec<Cue>) {
    let say = |at, say| {
        let say = words::filled(say, planned, segment.side);
        Cue::new(at, CueKind::Authored).say(say)
    };
    cues.extend(planned.say.iter().map(|words| say(Duration::ZERO, words)));
    let within = planned.cues.iter().filter_map(|cue| {
        let at = cue.at.within(length)?;
        Some(say(at, &cue.say))
    });
    cues.extend(within);
}

/// One repetition, counted from 0, of so many.
fn repetition(
    (rep, reps): (u32, u32),
    takes: Duration,
    phases: Option<Phases>,
    cues: &mut Vec<Cue>,
) {
    let begins = takes * rep;
    let marked: Vec<_> = phases.into_iter().flat_map(Phases::each).collect();
    let mut cue = Cue::new(begins, CueKind::Rep).sound(Sound::Tick);
    cue.say = words::countdown(reps - rep).map(str::to_owned);
    let has_hold = marked
        .iter()
        .any(|&(phase, _, length)| phase == RepPhase::Hold && length >= MARKED_HOLD);
    let mut first_word = None;
    let mut said_before = Duration::ZERO;
    for &(phase, at, length) in &marked {
        let (kind, say, sound) = match phase {
            RepPhase::Hold if has_hold => (CueKind::Hold, words::HOLD, Sound::Start),
            RepPhase::Back if has_hold => (CueKind::LetGo, words::LET_GO, Sound::End),
            RepPhase::Back if !at.is_zero() => (CueKind::Back, words::BACK, Sound::Tick),
            RepPhase::Out | RepPhase::Hold | RepPhase::Back | RepPhase::Rest => continue,
        };
        let takes_to_say = words::saying(say);
        let counts = cue.say.as_deref().map_or(Duration::ZERO, words::saying);
        // From the third repetition on, words come only where they end with their phase and talk over no number.
        let fits = takes_to_say <= length && at >= counts.max(said_before);
        let mut mark = Cue::new(begins + at, kind).sound(sound);
        if rep < TAUGHT || fits {
            mark = mark.say(say);
            first_word = first_word.or(Some(at));
            said_before = at + takes_to_say;
        }
        cues.push(mark);
    }
    // A number that a word would cut is left out.
    let cut = |number: &str| first_word.is_some_and(|at| at < words::saying(number));
    cue.say = cue.say.filter(|number| !cut(number));
    cues.push(cue);
}

/// Paced breaths, one after the other.
fn breaths(breath: Breath, length: Duration, cues: &mut Vec<Cue>) {
    let mut begins = Duration::ZERO;
    while begins < length {
        for (phase, at, _) in breath.each() {
            let (kind, say, sound) = match phase {
                BreathPhase::In => (CueKind::BreathIn, words::BREATHE_IN, Sound::Rising),
                BreathPhase::Hold => (CueKind::BreathHold, words::HOLD, Sound::Level),
                BreathPhase::Out => (CueKind::BreathOut, words::BREATHE_OUT, Sound::Falling),
                BreathPhase::Rest => (CueKind::BreathRest, words::REST, Sound::Level),
            };
            if begins + at < length {
                cues.push(Cue::new(begins + at, kind).say(say).sound(sound));
            }
        }
        begins += breath.length();
    }
}

/// The half and the end of a long hold.
fn hold(length: Duration, cues: &mut Vec<Cue>) {
    if length >= HALVED_HOLD {
        cues.push(
            Cue::new(length / 2, CueKind::Halfway)
                .say(words::HALFWAY)
                .sound(Sound::Tick),
        );
    }
    ticks(length, TICKED_HOLD, cues);
}

/// Counts in the last three seconds of a segment of at least `shortest`.
pub(crate) fn ticks(length: Duration, shortest: Duration, cues: &mut Vec<Cue>) {
    if length >= shortest {
        cues.extend((1..=3).rev().map(|left| {
            Cue::new(length.saturating_sub(SECOND * left), CueKind::Tick).sound(Sound::Tick)
        }));
    }
}
