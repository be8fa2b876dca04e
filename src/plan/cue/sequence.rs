//! The cues of speech and sound, as data on the timetable: for each segment a list in order of time.
//!
//! Two rules hold throughout. One sound an instant: switch beats start beats end beats tick, also across the border
//! of two segments. One voice at a time: a sentence beats a number, and what could not be said to its end within its
//! segment is left out, but for what a person must not miss, which is cut at the border.

use std::time::Duration;

use crate::content::vocabulary::Order;
use crate::plan::cue::work::{ticks, work};
use crate::plan::cue::{Cue, CueKind, Sound};
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::Timetable;
use crate::plan::words::{self, Opening};

/// Ticks count the end in, unless there is hardly more than the ticks.
const TICKED_PREPARE: Duration = Duration::from_secs(4);

impl Timetable {
    /// The cues of a segment, in order of time.
    ///
    /// They depend on the segment's length, its step, and whether and how segments follow, so they hold for any
    /// timetable, also one that was changed while it played.
    pub fn cues(&self, segment: usize) -> Vec<Cue> {
        let index = segment;
        let Some(segment) = self.segments.get(index) else {
            return Vec::new();
        };
        let before = index.checked_sub(1).and_then(|at| self.segments.get(at));
        let after = self.segments.get(index + 1);
        let mut cues = Vec::new();
        announce(self, before, segment, &mut cues);
        act(self, before, segment, after, &mut cues);
        let finish = (after.is_none() && !self.when.is_sleepy())
            .then(|| finish(self, segment.length.unwrap_or_default()));
        let waits = segment.length.is_none();
        if !waits {
            cues.extend(finish.clone());
        }
        cues.sort_by_key(|cue| cue.at);
        one_sound_an_instant(&mut cues);
        one_voice_at_a_time(&mut cues, segment.length);
        if waits {
            cues.extend(finish);
        }
        cues
    }
}

/// Names the step where it begins, and where the person gets ready for it again.
fn announce(
    timetable: &Timetable,
    before: Option<&Segment>,
    segment: &Segment,
    cues: &mut Vec<Cue>,
) {
    let begins = before.is_none_or(|before| before.step != segment.step);
    if begins || segment.kind == SegmentKind::Prepare {
        let (planned, step) = (timetable.planned(segment), segment.step);
        let said = if begins {
            words::announcement(planned, Opening::of_step(step), timetable.begun(step))
        } else {
            words::opening(planned, Opening::Instead, segment.side)
        };
        cues.push(Cue::new(Duration::ZERO, CueKind::Announce).say(said));
    }
}

/// Adds the words and sounds of a segment of this kind.
fn act(
    timetable: &Timetable,
    before: Option<&Segment>,
    segment: &Segment,
    after: Option<&Segment>,
    cues: &mut Vec<Cue>,
) {
    let length = segment.length.unwrap_or_default();
    match segment.kind {
        SegmentKind::Prepare => ticks(length, TICKED_PREPARE, cues),
        SegmentKind::Switch => cues.push(other_side(timetable, segment)),
        SegmentKind::Rest => cues.push(rest(timetable, segment, after)),
        SegmentKind::Work => {
            if before.is_some_and(|before| changes_side(before, segment)) {
                cues.push(other_side(timetable, segment));
            }
            work(segment, timetable.planned(segment), cues);
            cues.push(end(timetable, length, after));
        }
        SegmentKind::Confirm => {
            let is_again = |before: &&Segment| {
                before.step == segment.step && before.kind != SegmentKind::Prepare
            };
            cues.extend(
                before
                    .filter(is_again)
                    .map(|before| once_more(timetable, before, segment)),
            );
        }
    }
}

fn other_side(timetable: &Timetable, segment: &Segment) -> Cue {
    Cue::new(Duration::ZERO, CueKind::Switch)
        .say(words::other_side(timetable.planned(segment), segment.side))
        .sound(Sound::Switch)
}

/// The beginning of a rest. It names the side that comes where that is not the one that every set begins with.
fn rest(timetable: &Timetable, segment: &Segment, after: Option<&Segment>) -> Cue {
    let planned = timetable.planned(segment);
    let sets = planned.dosage.amount.map(|amount| amount.sets);
    let is_usual = planned.order == Order::SideBySide && !sets.is_unequal();
    let side = after
        .filter(|after| after.step == segment.step && !is_usual)
        .and_then(|after| after.side);
    let cue = Cue::new(Duration::ZERO, CueKind::Rest).sound(Sound::End);
    match side {
        Some(side) => cue.say(words::rest_before(side, planned.limb)),
        None => cue.say(words::REST),
    }
}

/// The beginning of another set, or of the other side, of what only waits for the person.
fn once_more(timetable: &Timetable, before: &Segment, segment: &Segment) -> Cue {
    if before.kind == SegmentKind::Confirm && before.side != segment.side {
        return other_side(timetable, segment);
    }
    Cue::new(Duration::ZERO, CueKind::Start).sound(Sound::Start)
}

/// The last words of a routine, with the way back from the floor.
fn finish(timetable: &Timetable, at: Duration) -> Cue {
    let done = std::iter::once(words::DONE).chain(timetable.way_back.as_deref());
    let done = done.collect::<Vec<_>>().join(" ");
    Cue::new(at, CueKind::Finish).say(done).sound(Sound::Finish)
}

/// Returns whether the sides change here without a pause for it.
fn changes_side(before: &Segment, segment: &Segment) -> bool {
    before.kind == SegmentKind::Work && before.step == segment.step && before.side != segment.side
}

/// The end of the work; silent where the next sound comes at the same instant, and where people fall asleep.
fn end(timetable: &Timetable, length: Duration, after: Option<&Segment>) -> Cue {
    let cue = Cue::new(length, CueKind::End);
    let sounds = match after.map(|after| after.kind) {
        Some(SegmentKind::Prepare | SegmentKind::Confirm) => true,
        Some(SegmentKind::Work | SegmentKind::Switch | SegmentKind::Rest) => false,
        None => !timetable.when.is_sleepy(),
    };
    if sounds { cue.sound(Sound::End) } else { cue }
}

/// Keeps only the strongest sound at each instant.
fn one_sound_an_instant(cues: &mut [Cue]) {
    for instant in cues.chunk_by_mut(|one, other| one.at == other.at) {
        let strongest = instant.iter().filter_map(|cue| cue.sound).min();
        let mut kept = false;
        for cue in instant {
            if cue.sound != strongest || kept {
                cue.sound = None;
            }
            kept |= cue.sound.is_some();
        }
    }
}

/// Leaves out what would be said over something stronger or past the segment's end.
fn one_voice_at_a_time(cues: &mut [Cue], length: Option<Duration>) {
    let mut order: Vec<usize> = (0..cues.len()).collect();
    order.sort_by_key(|&index| (cues[index].at, cues[index].voice_rank()));
    let mut speaking: Option<(Duration, u8)> = None;
    for index in order {
        let cue = &mut cues[index];
        let Some(say) = &cue.say else { continue };
        let rank = cue.voice_rank();
        let until = cue.at + words::saying(say);
        let crosses = cue.kind != CueKind::Finish && length.is_some_and(|length| until > length);
        let spoken_over = cue.kind != CueKind::Finish
            && speaking.is_some_and(|(end, other)| cue.at < end && rank >= other);
        let own_words =
            cue.kind == CueKind::Authored && speaking.is_some_and(|(_, other)| other == rank);
        if (crosses && !cue.must_be_heard()) || (spoken_over && !own_words) {
            cue.say = None;
        } else {
            speaking = Some((until, rank));
        }
    }
}
