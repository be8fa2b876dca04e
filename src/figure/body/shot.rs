//! Moments of a loop.

/// Pictures a second: more cost a terminal much and show little.
pub(crate) const PICTURES_A_SECOND: u32 = 12;

/// One picture of a loop: what is drawn changes only with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shot {
    /// A keyframe as it is held, the first being 0.
    Held(usize),
    /// On the way to the next keyframe: the number of pictures since the start of the loop.
    Moving(u32),
}

/// A position in the loop: on the way from a keyframe to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LoopWay {
    /// The keyframe that was left.
    pub(crate) from: usize,
    /// The one that is next; the same while it is held.
    pub(crate) to: usize,
    /// The progress, from 0 to 1.
    pub(crate) part: f64,
}

impl LoopWay {
    /// A keyframe while it is held.
    pub(crate) const fn held(index: usize) -> Self {
        Self {
            from: index,
            to: index,
            part: 0.0,
        }
    }
}
