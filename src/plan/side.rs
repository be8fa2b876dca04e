//! The sides of a body.

/// Which side is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Always first.
    Left,
    /// Always second.
    Right,
}

impl Side {
    /// `left` or `right`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The side across.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
