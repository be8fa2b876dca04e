//! A body as it is judged.

use std::ops::Range;

use crate::content::diagnostic::Diagnostic;
use crate::content::vocabulary::Word as _;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::check::fault::Fault;
use crate::figure::clip::Clip;
use crate::figure::read::layer::Layer;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::Side;
use crate::figure::words::view::Ground;

/// A body as it is judged: in a keyframe, or on the way to it.
pub(crate) struct Stance<'a> {
    pub(crate) clip: &'a Clip,
    /// Which of the keyframes.
    pub(crate) index: usize,
    pub(crate) layer: &'a Layer,
    pub(crate) body: Skeleton,
}

impl Stance<'_> {
    /// An error at the place of a setting, or of the keyframe when a base has it. `key` says what is wrong without
    /// `beyond`, how much.
    pub(crate) fn error(
        &self,
        key: String,
        beyond: f64,
        message: &str,
        at: Option<Range<usize>>,
    ) -> Fault {
        Fault::new(key, beyond, self.placed(Diagnostic::error(message), at))
    }

    /// The same for what may be meant.
    pub(crate) fn warning(&self, key: &str, message: &str, at: Option<Range<usize>>) -> Fault {
        let found = self.placed(Diagnostic::warning(message), at);
        Fault::new(key.to_owned(), 0.0, found)
    }

    /// Where the first of these segments that is set in this file is set.
    pub(crate) fn place(&self, side: Side, segments: &[Limb]) -> Option<Range<usize>> {
        let mut set = segments
            .iter()
            .filter_map(|&segment| self.layer.limb(side, segment));
        set.find_map(|given| given.span.clone())
    }

    /// The same of the trunk.
    pub(crate) fn place_of_trunk(&self, segments: &[Trunk]) -> Option<Range<usize>> {
        let mut set = segments
            .iter()
            .filter_map(|&segment| self.layer.trunk(segment));
        set.find_map(|given| given.span.clone())
    }

    /// What is below: `floor`, `mat`.
    pub(crate) fn surface(&self) -> &'static str {
        self.layer.on.unwrap_or(Ground::Floor).as_str()
    }

    fn placed(&self, found: Diagnostic, at: Option<Range<usize>>) -> Diagnostic {
        let whole = self.clip.motion.common.span.clone();
        match at.or_else(|| self.layer.span.clone()).or(whole) {
            Some(span) => found.at(span),
            None => found,
        }
    }
}
