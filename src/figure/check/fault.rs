//! Something that is wrong with a body, and which keyframes it is wrong in.

use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::text::clean::Clean;

/// More keyframes than these are counted.
const MOST_NAMED: usize = 5;

/// Something that is wrong with a body at a moment.
pub(crate) struct Fault {
    /// What is wrong, without how much: the same in every keyframe.
    key: String,
    /// How much.
    beyond: f64,
    /// What is said of it, where it is the only one.
    found: Diagnostic,
}

impl Fault {
    /// A fault whose message does not say yet when it is so.
    pub(crate) const fn new(key: String, beyond: f64, found: Diagnostic) -> Self {
        Self { key, beyond, found }
    }

    /// The same with what to do.
    #[must_use]
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        let found = self.found.help(help);
        Self { found, ..self }
    }

    /// Whether a figure with it is not shown.
    pub(crate) fn is_error(&self) -> bool {
        self.found.severity == Severity::Error
    }

    /// Whether it is the same as another, and written at the same place.
    fn is_as(&self, other: &Self) -> bool {
        self.key == other.key && self.found.span == other.found.span
    }

    fn named(mut self, when: &str) -> Diagnostic {
        self.found.message = Clean::new(format!("{when}{}", self.found.message));
        self.found
    }
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
            let same = self.seen.iter_mut().find(|(known, _)| known.is_as(&fault));
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

    /// Whether a keyframe has this fault.
    pub(crate) fn has(&self, fault: &Fault) -> bool {
        self.seen.iter().any(|(known, _)| known.key == fault.key)
    }

    /// As they are said, of a figure with so many keyframes.
    pub(crate) fn into_found(self, count: usize) -> Vec<Diagnostic> {
        let when = |frames: &[usize]| match frames {
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
        };
        let named = self.seen.into_iter();
        named
            .map(|(fault, frames)| fault.named(&when(&frames)))
            .collect()
    }
}

/// What is wrong on the way between keyframes, each fault at its worst moment.
#[derive(Default)]
pub(crate) struct FaultsBetween {
    seen: Vec<(Fault, f64)>,
}

impl FaultsBetween {
    /// Adds what is wrong at a part of the loop, from 0 to 1.
    pub(crate) fn add(&mut self, at: f64, faults: Vec<Fault>) {
        for fault in faults {
            match self
                .seen
                .iter_mut()
                .find(|(known, _)| known.key == fault.key)
            {
                Some((known, _)) if known.beyond >= fault.beyond => {}
                Some(known) => *known = (fault, at),
                None => self.seen.push((fault, at)),
            }
        }
    }

    /// As they are said.
    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        let named = self.seen.into_iter().map(|(mut fault, at)| {
            let percent = (at * 100.0).floor();
            fault.found.help = vec![Clean::new("add a frame on the way there")];
            fault.named(&format!("between frames, {percent}% through the loop: "))
        });
        named.collect()
    }
}
