//! The faults of a whole figure, each with the moments that have it.

use crate::content::diagnostic::Diagnostic;
use crate::figure::check::fault::Fault;

/// More keyframes than these are counted.
const MOST_NAMED: usize = 5;

/// A fault and the moments that have it.
pub(crate) struct Report {
    when: String,
    fault: Fault,
}

impl Report {
    /// A fault of the whole figure.
    pub(crate) const fn always(fault: Fault) -> Self {
        let when = String::new();
        Self { when, fault }
    }

    /// Returns whether both differ in nothing but the part of the body.
    fn is_said_as(&self, other: &Self) -> bool {
        let said = |report: &Self| (report.when.clone(), report.fault.predicate.clone());
        self.fault.span == other.fault.span && said(self) == said(other)
    }
}

/// The sentences. A fault that left and right have alike is reported once.
pub(crate) fn diagnostics(reports: Vec<Report>) -> Vec<Diagnostic> {
    let mut joined: Vec<Report> = Vec::new();
    for report in reports {
        let twin = joined.iter_mut().find_map(|known| {
            let both = known.fault.subject.joined(report.fault.subject)?;
            known.is_said_as(&report).then_some((known, both))
        });
        match twin {
            Some((known, both)) => known.fault.subject = both,
            None => joined.push(report),
        }
    }
    let found = joined.into_iter();
    found
        .map(|report| report.fault.into_diagnostic(&report.when))
        .collect()
}

/// The faults of keyframes.
#[derive(Default)]
pub(crate) struct Faults {
    /// Each where it is worst, with the keyframes that have it.
    seen: Vec<(Fault, Vec<usize>)>,
}

impl Faults {
    /// Adds what is wrong in a keyframe.
    pub(crate) fn add(&mut self, frame: usize, faults: Vec<Fault>) {
        for fault in faults {
            let mut seen = self.seen.iter_mut();
            let same = seen.find(|(known, _)| known.is_as(&fault) && known.span == fault.span);
            let Some((known, frames)) = same else {
                self.seen.push((fault, vec![frame]));
                continue;
            };
            if known.beyond < fault.beyond {
                *known = fault;
            }
            if frames.last() != Some(&frame) {
                frames.push(frame);
            }
        }
    }

    /// Returns whether a keyframe has this fault.
    pub(crate) fn has(&self, fault: &Fault) -> bool {
        self.seen.iter().any(|(known, _)| known.is_as(fault))
    }

    /// The reports of a figure with `count` keyframes.
    pub(crate) fn into_reports(self, count: usize) -> impl Iterator<Item = Report> {
        self.seen.into_iter().map(move |(fault, frames)| Report {
            when: named(&frames, count),
            fault,
        })
    }
}

/// Some keyframes of `count` by their numbers: `frames 1 and 3: `.
fn named(frames: &[usize], count: usize) -> String {
    match frames {
        _ if count == 1 => String::new(),
        [one] => format!("frame {}: ", one + 1),
        all if all.len() == count => "every frame: ".to_owned(),
        many if many.len() > MOST_NAMED => {
            format!("frame {} and {} others: ", many[0] + 1, many.len() - 1)
        }
        [some @ .., last] => {
            let some: Vec<String> = some.iter().map(|frame| (frame + 1).to_string()).collect();
            format!("frames {} and {}: ", some.join(", "), last + 1)
        }
        [] => String::new(),
    }
}

/// The faults on the way between keyframes, each at its worst moment.
#[derive(Default)]
pub(crate) struct FaultsBetween {
    seen: Vec<(Fault, f64)>,
}

impl FaultsBetween {
    /// Adds what is wrong at a part of the loop, from 0 to 1.
    pub(crate) fn add(&mut self, at: f64, faults: Vec<Fault>) {
        for fault in faults {
            let mut seen = self.seen.iter_mut();
            match seen.find(|(known, _)| known.is_as(&fault)) {
                Some((known, _)) if known.beyond >= fault.beyond => {}
                Some(known) => *known = (fault, at),
                None => self.seen.push((fault, at)),
            }
        }
    }

    /// The reports.
    pub(crate) fn into_reports(self) -> impl Iterator<Item = Report> {
        self.seen.into_iter().map(|(fault, at)| {
            let percent = (at * 100.0).floor();
            Report {
                when: format!("between frames, {percent}% through the loop: "),
                fault: fault.help("add a frame on the way there"),
            }
        })
    }
}
