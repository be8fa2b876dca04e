//! The things in the picture: placed once, by where the first keyframe touches them.

pub(crate) mod arrange;
pub(crate) mod chair;
pub(crate) mod pillow;
pub(crate) mod stage;
pub(crate) mod surface;
pub(crate) mod thing;
