//! The place where a routine is done.

use crate::content::vocabulary::{Position, Surface};
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;

/// A place that a person may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nobody has to get down to the floor and up again.
    NoFloor,
    /// In bed, or on its edge.
    Bed,
    /// Sitting on a chair.
    Chair,
    /// On the feet.
    Standing,
}

impl Place {
    /// All, in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::NoFloor, Self::Bed, Self::Chair, Self::Standing];

    /// Returns whether all these steps are done there. A step that says neither position nor surface may be done
    /// anywhere, but is no reason to call a routine one for the bed.
    pub fn holds<'a>(self, steps: impl IntoIterator<Item = &'a Planned>) -> bool {
        let mut placed = steps
            .into_iter()
            .filter(|step| step.position.is_some() || step.surface.is_some())
            .peekable();
        if self == Self::NoFloor {
            return !placed.any(is_down);
        }
        placed.peek().is_some() && placed.all(|step| self.is_at(step))
    }

    /// The table of positions and surfaces.
    fn is_at(self, step: &Planned) -> bool {
        let (position, surface) = (step.position, step.surface);
        match self {
            Self::NoFloor => !is_down(step),
            Self::Bed => surface == Some(Surface::Bed),
            Self::Chair => {
                position == Some(Position::SeatedChair) || surface == Some(Surface::Chair)
            }
            Self::Standing => {
                matches!(position, Some(Position::Standing | Position::Walking))
            }
        }
    }
}

/// Returns whether a person is down on the floor.
fn is_down(step: &Planned) -> bool {
    Posture::of(step).is_on_floor()
}
