//! Left and right.

use crate::content::vocabulary::{Word, vocabulary};

vocabulary! {
    /// A side of the body: the figure's own.
    Side, "side":
    Left = "left", Right = "right",
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other one.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// 1 for the left, which is on the viewer's right when the figure faces the viewer, and -1 for the right.
    pub(crate) const fn sign(self) -> f64 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }
}

/// A part of one side, or of both.
pub(crate) type Sided<T> = (Option<Side>, T);

/// A word with or without a side before it.
pub(crate) fn parse_sided<W: Word>(text: &str) -> Option<Sided<W>> {
    match text.split_once('.') {
        None => Some((None, W::parse(text)?)),
        Some((side, word)) => Some((Some(Side::parse(side)?), W::parse(word)?)),
    }
}
