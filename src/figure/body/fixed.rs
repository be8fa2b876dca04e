//! The values that the first keyframe of a movement fixes for the others.

use crate::figure::body::skeleton::Palm;
use crate::figure::body::vector::Vector;
use crate::figure::words::contact::Hold;
use crate::figure::words::kept::Anchor;

/// The values that the first keyframe of a movement fixes for all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fixed {
    /// A place that stays where it is.
    pub(crate) anchor: Option<(Anchor, Vector)>,
    /// Hands that stay, left and right.
    pub(crate) palms: [Option<Palm>; 2],
    /// Hands on things that stand where they are, left and right: each where it first was on its thing.
    pub(crate) holds: [Option<(Hold, Palm)>; 2],
    /// Ankles that stay, left and right.
    pub(crate) ankles: [Option<Vector>; 2],
}
