//! A value for each side of the body.

use crate::content::toml::key::{KeySpec, Keys, Takes};
use crate::content::vocabulary::Side;

/// The keys of a value for each side.
pub(crate) const SIDED_KEYS: Keys = Keys {
    what: "a value for each side",
    list: &[
        KeySpec::plain("left", Takes::Other, "For the left side."),
        KeySpec::plain("right", Takes::Other, "For the right side."),
    ],
};

/// A value for each side, most often the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sided<T> {
    /// Of the left side, and where no side is named.
    pub left: T,
    /// Of the right side.
    pub right: T,
}

impl<T: Copy + PartialEq> Sided<T> {
    /// The same for both sides.
    pub const fn both(value: T) -> Self {
        Self {
            left: value,
            right: value,
        }
    }

    /// That of a side; the left one's where none is named.
    pub(crate) fn of(&self, side: Option<Side>) -> T {
        match side {
            Some(Side::Left) | None => self.left,
            Some(Side::Right) => self.right,
        }
    }

    /// Returns these values with another one for a side; for both where none is named.
    #[must_use]
    pub(crate) fn with(self, side: Option<Side>, value: T) -> Self {
        match side {
            Some(Side::Left) => Self {
                left: value,
                ..self
            },
            Some(Side::Right) => Self {
                right: value,
                ..self
            },
            None => Self::both(value),
        }
    }

    /// Whether the sides differ.
    pub(crate) fn is_unequal(&self) -> bool {
        self.left != self.right
    }

    /// Another value for each side.
    pub(crate) fn map<U>(self, of: impl Fn(T) -> U) -> Sided<U> {
        Sided {
            left: of(self.left),
            right: of(self.right),
        }
    }

    /// The values of two for each side.
    pub(crate) fn zip<U: Copy>(self, other: Sided<U>) -> Sided<(T, U)> {
        Sided {
            left: (self.left, other.left),
            right: (self.right, other.right),
        }
    }
}
