//! A body as it is judged.

use std::ops::Range;

use crate::content::vocabulary::Word as _;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::clip::Clip;
use crate::figure::read::layer::FigureLayer;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::Ground;

/// A body as it is judged: in a keyframe, or on the way to it.
pub(crate) struct Stance<'a> {
    pub(crate) clip: &'a Clip,
    /// The index of the keyframe.
    pub(crate) index: usize,
    pub(crate) layer: &'a FigureLayer,
    pub(crate) body: Skeleton,
}

impl Stance<'_> {
    /// The place of the first of these segments that is set in this file; else that of the keyframe.
    pub(crate) fn place(&self, side: Side, segments: &[Limb]) -> Option<Range<usize>> {
        let mut set = segments
            .iter()
            .filter_map(|&segment| self.layer.limb(side, segment));
        self.or_frame(set.find_map(|given| given.span.clone()))
    }

    /// Returns the place of the trunk in the file.
    pub(crate) fn place_of_trunk(&self, segments: &[Trunk]) -> Option<Range<usize>> {
        let mut set = segments
            .iter()
            .filter_map(|&segment| self.layer.trunk(segment));
        self.or_frame(set.find_map(|given| given.span.clone()))
    }

    /// The place of a setting; where a base has it, that of the keyframe or of the figure.
    pub(crate) fn or_frame(&self, at: Option<Range<usize>>) -> Option<Range<usize>> {
        let whole = &self.clip.motion.common.span;
        at.or_else(|| self.layer.span.clone())
            .or_else(|| whole.clone())
    }

    /// Returns the name of the surface: `floor`, `mat`.
    pub(crate) fn surface(&self) -> &'static str {
        self.layer.on.unwrap_or(Ground::Floor).as_str()
    }
}
