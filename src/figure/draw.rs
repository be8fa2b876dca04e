//! Drawing a figure at a moment of its loop.

pub mod cells;
pub mod fit;
pub mod glyphs;
pub(crate) mod outline;
pub(crate) mod raster;
pub(crate) mod stroke;
pub(crate) mod svg;

use crate::figure::body::Side;
use crate::figure::clip::{Clip, Shot, Way};
use crate::figure::draw::cells::{Cells, Tones};
use crate::figure::draw::fit::{Fit, Size};
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::draw::raster::Canvas;
use crate::figure::scene::scene;

/// How a figure is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// How many cells there are.
    pub size: Size,
    /// With which characters.
    pub glyphs: Glyphs,
    /// Which side works. Figures are written for the right one; for the left they are seen in a mirror.
    pub side: Side,
    /// Whether only the part is shown that the figure is about, where it names one.
    pub close: bool,
    /// With colours or without.
    pub tones: Tones,
}

impl Look {
    /// The right side in colours, as near as the figure asks for.
    pub const fn new(size: Size, glyphs: Glyphs) -> Self {
        Self {
            size,
            glyphs,
            side: Side::Right,
            close: true,
            tones: Tones::Colours,
        }
    }
}

impl Clip {
    /// The figure at a time of its loop. Times of the same [`shot`](Self::shot) look the same.
    #[cfg(feature = "testing")]
    pub fn draw(&self, at: f64, look: Look) -> Cells {
        self.draw_shot(self.shot(at), look)
    }

    /// One of its keyframes, the first being 0; after the last comes the first again.
    pub fn draw_keyframe(&self, index: usize, look: Look) -> Cells {
        self.draw_shot(Shot::Held(index), look)
    }

    /// One picture of its loop.
    pub(crate) fn draw_shot(&self, shot: Shot, look: Look) -> Cells {
        self.draw_on(self.way_of(shot), look)
    }

    fn draw_on(&self, way: Way, look: Look) -> Cells {
        let canvas = Canvas::of(&scene(self, way), self.fit(look));
        let canvas = match look.side {
            Side::Right => canvas,
            Side::Left => canvas.mirrored(),
        };
        Cells::of(&canvas, look.size, look.glyphs, look.tones)
    }

    /// How much of the page the whole figure takes in all of its loop.
    #[cfg(feature = "testing")]
    pub const fn extent(&self) -> crate::figure::scene::hull::Extent {
        self.picture.whole
    }

    fn fit(&self, look: Look) -> Fit {
        match &self.picture.close {
            Some(close) if look.close => Fit::part(close, look.size),
            _ => Fit::whole(&self.picture.whole, look.size),
        }
    }
}
