//! Drawing a figure at a moment of its loop.

pub mod cells;
pub mod fit;
pub mod glyphs;
pub(crate) mod outline;
pub(crate) mod raster;
pub(crate) mod stroke;
pub(crate) mod svg;

use crate::figure::body::shot::{LoopWay, Shot};
use crate::figure::clip::Clip;
use crate::figure::draw::cells::{Cells, Tones};
use crate::figure::draw::fit::{CellSize, Fit};
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::draw::raster::Raster;
use crate::figure::words::side::Side;

/// The options of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// The size in cells.
    pub size: CellSize,
    /// The characters.
    pub glyphs: Glyphs,
    /// The working side. Figures are written for the right one; for the left they are seen in a mirror.
    pub side: Side,
    /// True if only the part is shown that the figure is about, where it names one.
    pub close: bool,
    /// The colours.
    pub tones: Tones,
}

impl Look {
    /// The right side in colours, as near as the figure asks for.
    pub const fn new(size: CellSize, glyphs: Glyphs) -> Self {
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
    /// One of its keyframes, the first being 0; after the last comes the first again.
    pub fn draw_keyframe(&self, index: usize, look: Look) -> Cells {
        self.draw_shot(Shot::Held(index), look)
    }

    /// One picture of its loop.
    pub fn draw_shot(&self, shot: Shot, look: Look) -> Cells {
        self.draw_on(self.motion.way_of(shot), look)
    }

    fn draw_on(&self, way: LoopWay, look: Look) -> Cells {
        let canvas = Raster::of(&self.scene(way), self.fit(look));
        let canvas = match look.side {
            Side::Right => canvas,
            Side::Left => canvas.mirrored(),
        };
        Cells::of(&canvas, look.size, look.glyphs, look.tones)
    }

    fn fit(&self, look: Look) -> Fit {
        match &self.framing.close {
            Some(close) if look.close => Fit::part(close, look.size),
            _ => Fit::whole(&self.framing.whole, look.size),
        }
    }
}
