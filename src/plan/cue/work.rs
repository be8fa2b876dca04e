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
        repetitions(reps, length / reps, phases, cues);
        return;
    }
    if let Some(breath) = planned.breath {
        breaths(breath, length, cues);
    }
    // Of breaths that are named the half would cut a name.
    if planned.breath.is_none() || !matches!(dose, Dose::Breaths(_)) {
        halfway(length, cues);
    }
    ticks(length, TICKED_HOLD, cues);
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

/// What may be said in a repetition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RepWord {
    /// A phase of one of the first repetitions: always said.
    Taught(&'static str),
    /// The number of one of the last repetitions: left out where a taught word would cut it, or be cut by it.
    Number(&'static str),
    /// A phase of a later repetition: said where it cuts nothing and nothing cuts it.
    Phase(&'static str),
}

/// Repetitions of this length one after the other, with their phases.
fn repetitions(reps: u32, one: Duration, phases: Option<Phases>, cues: &mut Vec<Cue>) {
    let mut marks = Vec::new();
    for rep in 0..reps {
        repetition(rep, reps, one * rep, phases, &mut marks);
    }
    for rank in 1..=2 {
        leave_out_what_overlaps(rank, &mut marks);
    }
    cues.extend(marks.into_iter().map(|(mut cue, word)| {
        cue.say = word.map(|word| word.say().to_owned());
        cue
    }));
}

/// One repetition of so many, counted from 0, that begins at this time.
fn repetition(
    rep: u32,
    reps: u32,
    begins: Duration,
    phases: Option<Phases>,
    marks: &mut Vec<(Cue, Option<RepWord>)>,
) {
    let number = words::countdown(reps - rep).map(RepWord::Number);
    marks.push((Cue::new(begins, CueKind::Rep).sound(Sound::Tick), number));
    let has_hold = phases.is_some_and(Phases::is_held);
    for (phase, at, _) in phases.into_iter().flat_map(Phases::each) {
        let (kind, say, sound) = match phase {
            RepPhase::Hold if has_hold => (CueKind::Hold, words::HOLD, Sound::Start),
            RepPhase::Back if has_hold => (CueKind::LetGo, words::LET_GO, Sound::End),
            // Without a way back, what follows the hold is the rest.
            RepPhase::Rest if phases.is_some_and(|phases| has_hold && phases.back.is_zero()) => {
                (CueKind::LetGo, words::LET_GO, Sound::End)
            }
            RepPhase::Back if !at.is_zero() => (CueKind::Back, words::BACK, Sound::Tick),
            RepPhase::Out | RepPhase::Hold | RepPhase::Back | RepPhase::Rest => continue,
        };
        let word = if rep < TAUGHT {
            Some(RepWord::Taught(say))
        } else {
            // The turn of a movement without a hold is heard: said every time, it would only be a burden.
            (kind != CueKind::Back).then_some(RepWord::Phase(say))
        };
        marks.push((Cue::new(begins + at, kind).sound(sound), word));
    }
}

/// Leaves out the words of this rank that a word of a rank before it or the word of its own rank before it overlaps.
fn leave_out_what_overlaps(rank: u8, marks: &mut [(Cue, Option<RepWord>)]) {
    let stays = |word: &Option<RepWord>| word.is_some_and(|word| word.rank() < rank);
    let mut coming: Vec<Option<Duration>> = Vec::with_capacity(marks.len());
    let mut next = None;
    for (cue, word) in marks.iter().rev() {
        coming.push(next);
        next = if stays(word) { Some(cue.at) } else { next };
    }
    let mut silent_from = Duration::ZERO;
    for ((cue, word), next) in marks.iter_mut().zip(coming.into_iter().rev()) {
        let Some(said) = word.filter(|word| word.rank() <= rank) else {
            continue;
        };
        let until = cue.at + words::saying(said.say());
        let overlaps = cue.at < silent_from || next.is_some_and(|next| next < until);
        if said.rank() == rank && overlaps {
            *word = None;
        } else {
            silent_from = until;
        }
    }
}

impl RepWord {
    const fn say(self) -> &'static str {
        match self {
            Self::Taught(say) | Self::Number(say) | Self::Phase(say) => say,
        }
    }

    /// The lower stays.
    const fn rank(self) -> u8 {
        match self {
            Self::Taught(_) => 0,
            Self::Number(_) => 1,
            Self::Phase(_) => 2,
        }
    }
}

/// Paced breaths, one after the other.
fn breaths(breath: Breath, length: Duration, cues: &mut Vec<Cue>) {
    let mut begins = Duration::ZERO;
    while begins < length {
        for (phase, at, lasts) in breath.each() {
            let (kind, say, sound) = match phase {
                BreathPhase::In => (CueKind::BreathIn, words::BREATHE_IN, Sound::Rising),
                BreathPhase::Hold => (CueKind::BreathHold, words::HOLD, Sound::Level),
                BreathPhase::Out => (CueKind::BreathOut, words::BREATHE_OUT, Sound::Falling),
                BreathPhase::Rest => (CueKind::BreathRest, words::REST, Sound::Level),
            };
            if begins + at >= length {
                break;
            }
            let mut cue = Cue::new(begins + at, kind).sound(sound);
            // What is said of a short pause would cut the word of the breath after it.
            let is_breathing = matches!(phase, BreathPhase::In | BreathPhase::Out);
            if is_breathing || words::saying(say) <= lasts {
                cue = cue.say(say);
            }
            cues.push(cue);
        }
        begins += breath.length();
    }
}

/// The half of a long hold.
fn halfway(length: Duration, cues: &mut Vec<Cue>) {
    if length >= HALVED_HOLD {
        cues.push(
            Cue::new(length / 2, CueKind::Halfway)
                .say(words::HALFWAY)
                .sound(Sound::Tick),
        );
    }
}

/// Counts in the last three seconds of a segment of at least `shortest`.
pub(crate) fn ticks(length: Duration, shortest: Duration, cues: &mut Vec<Cue>) {
    if length >= shortest {
        cues.extend((1..=3).rev().map(|left| {
            Cue::new(length.saturating_sub(SECOND * left), CueKind::Tick).sound(Sound::Tick)
        }));
    }
}
