//! The effort that a routine asks of a body: an alternative never asks for more.

use std::time::Duration;

use crate::content::vocabulary::{Intensity, Position};
use crate::plan::planned::Planned;
use crate::plan::posture::Posture;

/// The upright postures, from the lightest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Upright {
    /// Lying, or leaning back.
    #[default]
    Lying,
    /// Sitting, kneeling, on all fours.
    Sitting,
    /// On the feet, also in water.
    Standing,
}

/// The effort of all steps of a routine together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Effort {
    /// So long it is moderate work.
    moderate: Duration,
    /// The most upright posture.
    upright: Upright,
    /// True if it goes down to the floor.
    floor: bool,
    /// True if it goes into the water.
    water: bool,
}

impl Effort {
    /// Returns the effort of these steps.
    pub(crate) fn of<'a>(steps: impl IntoIterator<Item = &'a Planned>) -> Self {
        steps.into_iter().fold(Self::default(), |all, step| Self {
            moderate: all.moderate + moderate(step),
            upright: all.upright.max(upright(step)),
            floor: all.floor || Posture::of(step).is_on_floor(),
            water: all.water || step.position == Some(Position::Water),
        })
    }

    /// Returns whether it asks for no more than another one: in no way.
    pub(crate) fn is_within(self, other: Self) -> bool {
        self.moderate <= other.moderate
            && self.upright <= other.upright
            && (other.floor || !self.floor)
            && (other.water || !self.water)
    }

    /// Returns whether somebody has to sit up for it at most, or stand: 0 lying, 1 sitting, 2 on the feet.
    pub(crate) const fn rising(self) -> u8 {
        self.upright as u8
    }

    /// Returns the distance to another effort that it is within; lower is nearer.
    pub(crate) fn distance(self, other: Self) -> (usize, Duration) {
        let levels = (other.upright as usize).abs_diff(self.upright as usize);
        let floor = usize::from(self.floor != other.floor);
        let water = usize::from(self.water != other.water);
        (
            levels + floor + water,
            self.moderate.abs_diff(other.moderate),
        )
    }
}

/// Returns the time of moderate work in a step.
fn moderate(step: &Planned) -> Duration {
    match step.intensity {
        Intensity::Low => Duration::ZERO,
        Intensity::Moderate => step.work_in_all(),
    }
}

fn upright(step: &Planned) -> Upright {
    match step.position {
        None => Upright::Lying,
        Some(position) => match position {
            Position::Supine | Position::Prone | Position::SideLying | Position::Reclined => {
                Upright::Lying
            }
            Position::SeatedChair
            | Position::SeatedEdge
            | Position::FloorSeated
            | Position::Kneeling
            | Position::AllFours => Upright::Sitting,
            Position::Standing | Position::Walking | Position::Water => Upright::Standing,
        },
    }
}
