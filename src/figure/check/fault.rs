//! A fault of a body at a moment. Its parts are typed; its sentence is put together last.

use std::fmt;
use std::ops::Range;

use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::vocabulary::Word as _;
use crate::figure::words::joint::Joint;
use crate::figure::words::side::Side;

/// The subject of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultSubject {
    /// A part of one side.
    Of(Side, &'static str),
    /// A part of both sides.
    Both(&'static str),
    /// Anything else, by its name.
    Other(&'static str),
}

impl FaultSubject {
    /// Left and right as one: the same part of this side and of the other.
    pub(crate) fn joined(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Of(Side::Left, left), Self::Of(Side::Right, right)) if left == right => {
                Some(Self::Both(left))
            }
            _ => None,
        }
    }
}

impl From<Joint> for FaultSubject {
    fn from(joint: Joint) -> Self {
        match joint {
            Joint::Middle(middle) => Self::Other(middle.as_str()),
            Joint::Of(side, spot) => Self::Of(side, spot.as_str()),
        }
    }
}

impl fmt::Display for FaultSubject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(side, part) => write!(out, "{}.{part}", side.as_str()),
            Self::Both(part) => write!(out, "left.{part}, as right.{part},"),
            Self::Other(name) => out.write_str(name),
        }
    }
}

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// A joint bends as no joint does.
    Bent,
    /// A limb is too short for where it is held.
    OutOfReach,
    /// A place of the body is in the ground.
    Sunk,
    /// A part that should touch the ground is above it.
    Floating,
    /// The feet of a seated body are in the air.
    Hanging,
    /// A thigh is in the seat of a chair.
    InSeat,
    /// A place of the body is in a wall.
    InWall,
    /// The weight is beside what carries it.
    Toppling,
    /// A wall is named that this view cannot show.
    UnseenWall,
    /// Two keyframes are half a turn apart.
    HalfTurn,
    /// One side is kept where the sides alternate.
    KeptOnOneSide,
}

/// Something that is wrong with a body at a moment.
pub(crate) struct Fault {
    pub(crate) subject: FaultSubject,
    kind: FaultKind,
    severity: Severity,
    /// The excess over the allowed range, in degrees or in hundredths of the body's height.
    pub(crate) beyond: f64,
    /// The predicate of the sentence.
    pub(crate) predicate: String,
    pub(crate) span: Option<Range<usize>>,
    pub(crate) help: String,
}

impl Fault {
    /// A fault with which a figure is not shown.
    pub(crate) const fn error(
        subject: FaultSubject,
        kind: FaultKind,
        beyond: f64,
        predicate: String,
    ) -> Self {
        Self {
            subject,
            kind,
            severity: Severity::Error,
            beyond,
            predicate,
            span: None,
            help: String::new(),
        }
    }

    /// A fault that may be meant.
    pub(crate) fn warning(subject: FaultSubject, kind: FaultKind, predicate: String) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(subject, kind, 0.0, predicate)
        }
    }

    /// Returns the fault with a place in the file.
    #[must_use]
    pub(crate) fn at(self, span: Option<Range<usize>>) -> Self {
        Self { span, ..self }
    }

    /// Returns the fault with its help.
    #[must_use]
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: help.into(),
            ..self
        }
    }

    /// Returns whether a figure with it is not shown.
    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Returns whether it is the same as another, however far beyond and wherever written.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        (self.subject, self.kind) == (other.subject, other.kind)
    }

    /// Its sentence, after the moments that have it.
    pub(crate) fn into_diagnostic(self, when: &str) -> Diagnostic {
        let message = format!("{when}{} {}", self.subject, self.predicate);
        let found = match self.severity {
            Severity::Error => Diagnostic::error(message),
            _ => Diagnostic::warning(message),
        };
        let found = found.help(self.help);
        match self.span {
            Some(span) => found.at(span),
            None => found,
        }
    }
}
