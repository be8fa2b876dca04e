//! The position and surface of the body, and the changes between steps.

use crate::content::vocabulary::{Position, Surface};
use crate::plan::planned::Planned;

/// Position and surface, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posture {
    position: Option<Position>,
    surface: Option<Surface>,
}

impl Posture {
    /// Returns the posture of a step.
    pub(crate) fn of(step: &Planned) -> Self {
        Self {
            position: step.position,
            surface: step.surface,
        }
    }

    /// Returns the posture after the next step: a step without a position changes nothing.
    #[must_use]
    pub(crate) fn then(self, next: Self) -> Self {
        match next.position {
            None => self,
            Some(_) if next.surface.is_none() && self.is_low() && next.is_low() => Self {
                surface: self.surface,
                ..next
            },
            Some(_) => next,
        }
    }

    /// Returns whether a body has to be moved for the next step: into another position, or between the bed and the
    /// floor. Who stands walks off without further ado, and the other way round.
    pub(crate) fn moves_into(self, next: Self) -> bool {
        let (Some(from), Some(to)) = (self.position, next.position) else {
            return false;
        };
        on_the_feet(from) != on_the_feet(to)
            || !on_the_feet(from) && from != to
            || self.is_in_bed() && next.is_on_floor()
            || self.is_on_floor() && next.is_in_bed()
    }

    /// On what a step is done when one comes to it so: what is usually done in bed, on the floor where one is down there
    /// already.
    pub(crate) fn surface_of(self, step: &Planned) -> Option<Surface> {
        match step.usual_surface {
            Some(Surface::Bed) if self.is_on_floor() && Self::of(step).is_low() => {
                Some(Surface::Floor)
            }
            Some(usual) => Some(usual),
            None => step.surface,
        }
    }

    /// Returns whether the body is down on the floor: what is sat, knelt or lain on, and is not said to be something
    /// else.
    pub(crate) fn is_on_floor(self) -> bool {
        self.is_low() && matches!(self.surface, None | Some(Surface::Floor))
    }

    /// Returns whether the body sits or lies on a bed.
    pub(crate) fn is_in_bed(self) -> bool {
        self.is_low() && self.surface == Some(Surface::Bed)
    }

    /// Sitting, kneeling or lying on something as low and wide as a bed or a mat.
    fn is_low(self) -> bool {
        use Position::{AllFours, FloorSeated, Kneeling, Prone, Reclined, SideLying, Supine};
        matches!(
            self.position,
            Some(FloorSeated | Kneeling | AllFours | Supine | Prone | SideLying | Reclined)
        )
    }
}

fn on_the_feet(position: Position) -> bool {
    matches!(position, Position::Standing | Position::Walking)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posture(position: Position, surface: Surface) -> Posture {
        Posture {
            position: Some(position),
            surface: Some(surface),
        }
    }

    #[test]
    fn a_move_is_another_position_or_from_bed_to_floor() {
        use Position::{AllFours, SeatedChair, SideLying, Standing, Supine, Walking};
        use Surface::{Bed, Chair, Floor, Outdoors};
        let lying = posture(Supine, Bed);
        for (from, to, moves) in [
            (lying, lying, false),
            (lying, posture(SideLying, Bed), true),
            (lying, posture(Supine, Floor), true),
            (posture(Supine, Floor), lying, true),
            (posture(Standing, Floor), posture(Walking, Outdoors), false),
            (posture(Standing, Floor), posture(Standing, Outdoors), false),
            (posture(Standing, Floor), posture(SeatedChair, Chair), true),
            (posture(SeatedChair, Chair), posture(AllFours, Floor), true),
            (Posture::default(), lying, false),
            (lying, Posture::default(), false),
        ] {
            assert_eq!(from.moves_into(to), moves, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_step_without_a_position_leaves_one_where_one_is() {
        let lying = posture(Position::Supine, Surface::Floor);
        assert_eq!(lying.then(Posture::default()), lying);
        let turned = Posture {
            position: Some(Position::SideLying),
            surface: None,
        };
        assert_eq!(
            lying.then(turned),
            posture(Position::SideLying, Surface::Floor)
        );
        let stood = posture(Position::Standing, Surface::Floor);
        assert_eq!(stood.then(turned), turned);
    }
}
