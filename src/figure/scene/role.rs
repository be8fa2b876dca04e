//! The role of each dot of a picture.

/// The roles of dots: the screens have a colour for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing: the ground of the screen.
    #[default]
    None,
    /// The line below the figure.
    Floor,
    /// A wall.
    Wall,
    /// The broad side of a thing.
    Dim,
    /// A thing.
    Prop,
    /// A mat.
    Mat,
    /// Pillows and bolsters.
    Pillow,
    /// The far side of the body.
    Far,
    /// The body.
    Near,
    /// The parts that work.
    Highlight,
    /// Straps, and what keeps afloat.
    Strap,
    /// Water.
    Water,
    /// The direction of movement.
    Arrow,
}

impl Role {
    /// All, in the order of their numbers; of two that weigh as much the first is seen.
    pub(crate) const ALL: [Self; 13] = [
        Self::None,
        Self::Floor,
        Self::Wall,
        Self::Dim,
        Self::Prop,
        Self::Mat,
        Self::Pillow,
        Self::Far,
        Self::Near,
        Self::Highlight,
        Self::Strap,
        Self::Water,
        Self::Arrow,
    ];

    /// Returns the weight among several roles in one place, in hundredths for each part of it: the heaviest is seen.
    pub(crate) const fn weight(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Dim => 50,
            Self::Floor | Self::Mat => 60,
            Self::Wall => 70,
            Self::Prop | Self::Pillow => 80,
            Self::Water => 90,
            Self::Far => 100,
            Self::Near => 125,
            Self::Arrow => 150,
            Self::Strap => 160,
            Self::Highlight => 180,
        }
    }

    /// A word for it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Floor => "floor",
            Self::Wall => "wall",
            Self::Dim => "dim",
            Self::Prop => "prop",
            Self::Mat => "mat",
            Self::Pillow => "pillow",
            Self::Far => "far",
            Self::Near => "near",
            Self::Highlight => "highlight",
            Self::Strap => "strap",
            Self::Water => "water",
            Self::Arrow => "arrow",
        }
    }
}
