//! What plain mode says of cues, and before the start.

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::content::text::printable::printable;
use crate::plan::cue::{Cue, CueKind};
use crate::plan::planned::Planned;
use crate::plan::segment::{Kind, Segment};
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::screens::home::detail::summary;

/// What may be typed, as said before the start.
pub(crate) const KEYS: &str = "Type Enter or d when a step is done, p to pause and go on, n next, b back, e easier, E harder, h if it hurts, t time left, q to stop.";
/// What an untimed step waits for.
pub(crate) const CONFIRM: &str = "Enter when it is done.";

/// What is said before the start.
pub(crate) fn before(entry: &Entry<Routine>, timetable: &Timetable) -> Vec<String> {
    let mut lines = vec![timetable.title.clone(), summary(timetable)];
    let props = timetable.props();
    if !props.is_empty() {
        lines.push(format!("Have ready: {}", props.join(", ")));
    }
    lines.extend(
        entry
            .value
            .cautions
            .iter()
            .chain(&timetable.way_back)
            .map(|caution| format!("Take care: {caution}")),
    );
    lines.push(KEYS.to_owned());
    lines
        .iter()
        .map(|line| printable(line).into_owned())
        .collect()
}

/// What the cues of a segment do not say.
pub(crate) fn entered(timetable: &Timetable, index: usize) -> Vec<String> {
    let Some(segment) = timetable.segments.get(index) else {
        return Vec::new();
    };
    match (segment.kind, segment.length) {
        (Kind::Rest, Some(length)) => vec![format!("Rest, {}.", words::spaced(length))],
        _ => Vec::new(),
    }
}

/// A cue in words: more than is spoken, as nothing is seen.
pub(crate) fn cue_words(timetable: &Timetable, segment: &Segment, cue: &Cue) -> Vec<String> {
    let planned = timetable.planned(segment);
    match cue.kind {
        CueKind::Announce => {
            let mut lines: Vec<String> = cue.say.iter().cloned().collect();
            if !planned.how.is_empty() {
                lines.push(words::how(planned, segment.side).join(" "));
            }
            let cautions = planned.cautions.iter();
            lines.extend(cautions.map(|caution| format!("Take care: {caution}")));
            let filled = |text| words::filled(text, planned, segment.side).into_owned();
            lines.extend(planned.avoid.as_ref().map(filled));
            if segment.kind == Kind::Confirm {
                lines.push(CONFIRM.to_owned());
            }
            lines
        }
        CueKind::Start => {
            let is_first = segment.set == 1 && segment.side == words::first_side(planned);
            let feel = planned.feel.iter().filter(|_| is_first);
            let feel = feel.map(|text| words::filled(text, planned, segment.side));
            let feel = feel.map(|text| format!("Feel: {text}"));
            [start(segment, planned)].into_iter().chain(feel).collect()
        }
        CueKind::Switch => {
            let side = segment
                .side
                .map(|side| words::side_words(side, planned.limb));
            vec![side.map_or_else(
                || words::OTHER_SIDE.to_owned(),
                |side| format!("Other side: {side}."),
            )]
        }
        CueKind::Tick if segment.kind == Kind::Work => {
            let last = segment.length.unwrap_or_default().saturating_sub(cue.at);
            if last.as_secs() == 3 {
                vec!["Three seconds left.".to_owned()]
            } else {
                Vec::new()
            }
        }
        CueKind::Halfway
        | CueKind::Authored
        | CueKind::BreathIn
        | CueKind::BreathOut
        | CueKind::Rep
        | CueKind::Finish => cue.say.clone().into_iter().collect(),
        CueKind::Tick | CueKind::End | CueKind::Rest => Vec::new(),
    }
}

/// `Go: left leg, 30 s.`
fn start(segment: &Segment, planned: &Planned) -> String {
    let mut parts = Vec::new();
    parts.extend(
        segment
            .side
            .map(|side| words::side_words(side, planned.limb)),
    );
    parts.extend(segment.reps.map(|reps| format!("{reps} times")));
    if segment.reps.is_none() {
        parts.extend(segment.length.map(words::spaced));
    }
    if planned.dosage.sets > 1 {
        parts.push(format!("set {} of {}", segment.set, planned.dosage.sets));
    }
    format!("Go: {}.", parts.join(", "))
}
