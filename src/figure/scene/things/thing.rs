//! A thing in the picture.

use crate::figure::body::skeleton::Skeleton;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::role::Role;
use crate::figure::scene::things::pillow;
use crate::figure::words::joint::Spot;
use crate::figure::words::side::Side;

/// A thing that stays, or one that goes with the body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Thing {
    /// Placed once.
    Placed(SceneItem),
    /// Pillows below both knees.
    KneesOut,
    /// From the hands to the toes of a leg.
    Strap(Side),
}

impl Thing {
    /// The thing as it is now.
    pub(crate) fn at(&self, body: &Skeleton) -> SceneItem {
        match self {
            Self::Placed(item) => item.clone(),
            Self::KneesOut => SceneItem::Things(pillow::below_knees(body)),
            Self::Strap(side) => {
                let view = body.pose.view;
                let toes = (body.joints.of(*side, Spot::Toes), 0.8);
                let lines = Side::BOTH.map(|hand| {
                    let wrist = (body.joints.of(hand, Spot::Wrist), 0.8);
                    Hull::seen(view, Role::Strap, &[toes, wrist])
                });
                SceneItem::Things(lines.into())
            }
        }
    }
}
