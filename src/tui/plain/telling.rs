//! The lines of plain mode before the start and for each cue.

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::content::text::printable::printable;
use crate::plan::cue::{Cue, CueKind};
use crate::plan::segment::{Segment, SegmentKind};
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::screens::home::detail::summary;
use crate::words::en::plain;
use crate::words::en::sentence::sentence;

/// The lines before the start.
pub(crate) fn before(entry: &Entry<Routine>, timetable: &Timetable) -> Vec<String> {
    let mut lines = vec![timetable.title.clone(), summary(timetable)];
    let often = entry.value.often.as_ref();
    lines.extend(often.map(|often| sentence(&often.written)));
    let props = timetable.props();
    if !props.is_empty() {
        lines.push(plain::ready(&props));
    }
    lines.extend(
        entry
            .value
            .cautions
            .iter()
            .chain(&timetable.way_back)
            .map(|caution| plain::care(caution)),
    );
    lines.push(plain::KEYS.to_owned());
    lines
        .iter()
        .map(|line| printable(line).into_owned())
        .collect()
}

/// The lines at the start of a segment, beyond its cues.
pub(crate) fn entered(timetable: &Timetable, index: usize) -> Vec<String> {
    let Some(segment) = timetable.segments.get(index) else {
        return Vec::new();
    };
    match (segment.kind, segment.length) {
        (SegmentKind::Rest, Some(length)) => vec![plain::rest(length)],
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
            lines.extend(cautions.map(|caution| plain::care(caution)));
            let filled = |text| words::filled(text, planned, segment.side).into_owned();
            lines.extend(planned.avoid.as_ref().map(filled));
            if segment.kind == SegmentKind::Confirm {
                lines.push(plain::CONFIRM.to_owned());
            }
            lines
        }
        CueKind::Start => {
            let is_first = segment.set == 1 && segment.side == words::first_side(planned);
            let feel = planned.feel.iter().filter(|_| is_first);
            let feel = feel.map(|text| words::filled(text, planned, segment.side));
            let feel = feel.map(|text| plain::feel(&text));
            [plain::go(segment, planned)]
                .into_iter()
                .chain(feel)
                .collect()
        }
        CueKind::Switch => vec![plain::other_side(segment, planned)],
        CueKind::Tick if segment.kind == SegmentKind::Work => {
            let last = segment.length.unwrap_or_default().saturating_sub(cue.at);
            if last.as_secs() == 3 {
                vec![plain::THREE_SECONDS.to_owned()]
            } else {
                Vec::new()
            }
        }
        CueKind::Halfway
        | CueKind::Authored
        | CueKind::BreathIn
        | CueKind::BreathHold
        | CueKind::BreathOut
        | CueKind::BreathRest
        | CueKind::Rep
        | CueKind::Hold
        | CueKind::LetGo
        | CueKind::Back
        | CueKind::Finish => cue.say.clone().into_iter().collect(),
        CueKind::Tick | CueKind::End | CueKind::Rest => Vec::new(),
    }
}
