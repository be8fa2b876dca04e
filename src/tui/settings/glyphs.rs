//! With which characters a figure is drawn.

use crate::content::vocabulary::Word;
use crate::figure::draw::glyphs::Glyphs;
use crate::tui::display::charset::Charset;
use crate::words::en::setup as words;

/// With which characters figures are drawn, if at all. With ASCII everything else is, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureGlyphs {
    /// With what the terminal can show.
    Auto,
    /// There are none.
    Off,
    /// With these.
    Of(Glyphs),
}

impl FigureGlyphs {
    /// The characters on a terminal that shows these; `None` for no figures. What was chosen on another terminal gives
    /// way where it cannot be shown.
    pub(crate) const fn shown(self, charset: Charset) -> Option<Glyphs> {
        match (self, charset) {
            (Self::Off, _) => None,
            (Self::Of(glyphs), Charset::Unicode) => Some(glyphs),
            (Self::Auto, _) | (Self::Of(_), Charset::Ascii) => Some(charset.glyphs()),
        }
    }

    /// The next ones, or those before; at an end they stay.
    #[must_use]
    pub(crate) fn neighbour(self, is_next: bool) -> Self {
        let at = Self::ALL.iter().position(|kind| *kind == self);
        let at = at.unwrap_or(0);
        let at = if is_next {
            at + 1
        } else {
            at.saturating_sub(1)
        };
        Self::ALL.get(at).copied().unwrap_or(self)
    }

    /// Returns the name on the screen.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Off => words::NO_FIGURES,
            Self::Of(Glyphs::Braille) => "Braille",
            Self::Of(Glyphs::Octant) => "octant",
            Self::Of(Glyphs::Sextant) => "sextant",
            Self::Of(Glyphs::Quadrant) => "quadrant",
            Self::Of(Glyphs::Half) => words::HALF_BLOCKS,
            Self::Of(Glyphs::Ascii) => "ASCII",
        }
    }
}

impl Word for FigureGlyphs {
    const WHAT: &'static str = "kind of glyphs";
    const ALL: &'static [Self] = &[
        Self::Auto,
        Self::Of(Glyphs::Braille),
        Self::Of(Glyphs::Octant),
        Self::Of(Glyphs::Sextant),
        Self::Of(Glyphs::Quadrant),
        Self::Of(Glyphs::Half),
        Self::Of(Glyphs::Ascii),
        Self::Off,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Off => "off",
            Self::Of(glyphs) => glyphs.as_str(),
        }
    }
}
