//! The body as it is drawn: limbs, trunk and head as hulls, from back to front.

use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::vector::Vector;
use crate::figure::body::{length, thick};
use crate::figure::read::layer::FigureLayer;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::role::Role;
use crate::figure::words::joint::{Joint, Middle, Spot};
use crate::figure::words::part::{Part, PartGroup};
use crate::figure::words::side::{Side, Sided};
use crate::figure::words::view::View;

/// A thigh that comes so far towards the viewer is drawn apart from its shin.
const FORESHORTENED: f64 = 12.0;

/// Hulls of the body that are painted together.
#[derive(Clone, Debug, PartialEq)]
pub struct Limbs {
    /// From back to front.
    pub(crate) hulls: Vec<Hull>,
    /// The cut-outs: eyes.
    pub(crate) holes: Vec<Hull>,
    /// True if a gap parts them from what is behind.
    pub(crate) gap: bool,
    /// True if the first disc is a root, where the gap would cut the limb off.
    pub(crate) is_rooted: bool,
}

struct LimbDrawing<'a> {
    body: &'a Skeleton,
    highlight: &'a [Sided<Part>],
}

/// The groups of hulls from back to front.
pub(crate) fn draw(body: &Skeleton, frame: &FigureLayer) -> Vec<Limbs> {
    let drawing = LimbDrawing {
        body,
        highlight: frame.highlight.as_deref().unwrap_or_default(),
    };
    let front = frame.front.as_deref().unwrap_or_default();
    let hidden = frame.hide.as_deref().unwrap_or_default();
    let mut drawn = Vec::new();
    for group in order(body, frame) {
        if hidden.contains(&group) {
            continue;
        }
        // The head has no gap around it unless it was put in front: the neck goes on into it.
        let gap = group != PartGroup::Head || front.contains(&group);
        let is_limb = matches!(group, PartGroup::Arm(_) | PartGroup::Leg(_));
        let (hulls, apart) = match group {
            PartGroup::Torso => (drawing.trunk(), Vec::new()),
            PartGroup::Head => (drawing.head(), Vec::new()),
            PartGroup::Arm(side) => (drawing.arm(side), Vec::new()),
            PartGroup::Leg(side) => drawing.leg(side),
        };
        let (hulls, holes) = if group == PartGroup::Head {
            (hulls, drawing.eyes())
        } else {
            (hulls, Vec::new())
        };
        drawn.push(Limbs {
            hulls,
            holes,
            gap,
            is_rooted: is_limb,
        });
        if !apart.is_empty() {
            drawn.push(Limbs {
                hulls: apart,
                holes: Vec::new(),
                gap,
                is_rooted: false,
            });
        }
    }
    drawn
}

/// From back to front: as the figure says, else as the view has it.
fn order(body: &Skeleton, frame: &FigureLayer) -> Vec<PartGroup> {
    let usual = usual_order(body);
    let mut order = match &frame.order {
        None => usual,
        // What is not named is behind.
        Some(named) => {
            let others = usual.into_iter().filter(|group| !named.contains(group));
            others.chain(named.iter().copied()).collect()
        }
    };
    for &last in frame.front.iter().flatten() {
        order.retain(|group| *group != last);
        order.push(last);
    }
    order
}

fn usual_order(body: &Skeleton) -> Vec<PartGroup> {
    let depth = |side: Side, spots: [Spot; 2]| {
        let [one, other] = spots.map(|spot| body.joints.of(side, spot).z);
        f64::midpoint(one, other)
    };
    let by_depth = |spots: [Spot; 2]| {
        let mut sides = Side::BOTH;
        sides.sort_by(|one, other| depth(*one, spots).total_cmp(&depth(*other, spots)));
        sides
    };
    let flanked = |back: Side, front: Side| {
        vec![
            PartGroup::Arm(back),
            PartGroup::Leg(back),
            PartGroup::Torso,
            PartGroup::Head,
            PartGroup::Leg(front),
            PartGroup::Arm(front),
        ]
    };
    match body.pose.view {
        View::Side => flanked(Side::Left, Side::Right),
        View::Lying => {
            let [left, right] = Side::BOTH.map(|side| body.joints.of(side, Spot::Hip).y);
            let lower = if right < left {
                Side::Right
            } else {
                Side::Left
            };
            flanked(lower, lower.other())
        }
        View::Front | View::Top => {
            let arms = by_depth([Spot::Elbow, Spot::Wrist]);
            let is_behind = |side: &Side| body.joints.of(*side, Spot::Wrist).z < -1.0;
            let behind = arms.into_iter().filter(is_behind).map(PartGroup::Arm);
            let before = arms.into_iter().filter(|side| !is_behind(side));
            let legs = by_depth([Spot::Knee, Spot::Ankle]).map(PartGroup::Leg);
            behind
                .chain([PartGroup::Torso, PartGroup::Head])
                .chain(legs)
                .chain(before.map(PartGroup::Arm))
                .collect()
        }
    }
}

impl LimbDrawing<'_> {
    fn is_pointed_out(&self, part: Part, side: Option<Side>) -> bool {
        self.highlight
            .iter()
            .any(|(of, what)| *what == part && (of.is_none() || *of == side))
    }

    fn role(&self, part: Part, side: Option<Side>) -> Role {
        if self.is_pointed_out(part, side) {
            Role::Highlight
        } else if side == Some(Side::Left) && self.body.pose.view == View::Side {
            Role::Far
        } else {
            Role::Near
        }
    }

    fn hull(&self, role: Role, discs: &[(Vector, f64)]) -> Hull {
        Hull::seen(self.body.pose.view, role, discs)
    }

    fn trunk(&self) -> Vec<Hull> {
        let at = |middle: Middle| self.body.joints[middle];
        let of = |side, spot| self.body.joints.of(side, spot);
        let back = self.is_pointed_out(Part::Back, None);
        let role = |part| {
            if back {
                Role::Highlight
            } else {
                self.role(part, None)
            }
        };
        let waist = (at(Middle::Waist), thick::WAIST);
        let neck = [
            (at(Middle::Neck), thick::NECK),
            (at(Middle::Head), thick::NECK),
        ];
        let pelvis = [
            waist,
            (of(Side::Left, Spot::Hip), thick::HIP),
            (of(Side::Right, Spot::Hip), thick::HIP),
            (at(Middle::Hips), thick::PELVIS),
        ];
        let chest = [
            (at(Middle::Chest), thick::CHEST),
            (of(Side::Left, Spot::Shoulder), thick::SHOULDER),
            (of(Side::Right, Spot::Shoulder), thick::SHOULDER),
            waist,
        ];
        vec![
            self.hull(self.role(Part::Neck, None), &neck),
            self.hull(role(Part::Pelvis), &pelvis),
            self.hull(role(Part::Chest), &chest),
        ]
    }

    fn head(&self) -> Vec<Hull> {
        let (wide, high) = length::HEAD;
        let (at, up, face) = (self.body.joints[Middle::Head], self.body.up, self.body.face);
        let role = self.role(Part::Head, None);
        let half = high - wide;
        let skull = [(at - up * half, wide * 0.92), (at + up * half, wide)];
        let mut hulls = vec![self.hull(role, &skull)];
        if !self.is_faced() {
            let nose = [
                (at + face * (wide - 1.0) - up * 0.8, 1.6),
                (at + face * (wide + 1.3) - up * 1.8, 1.3),
            ];
            hulls.push(self.hull(role, &nose));
        }
        hulls
    }

    /// Returns whether the face looks at the viewer.
    fn is_faced(&self) -> bool {
        self.body.face.z.abs() >= 0.7
    }

    fn eyes(&self) -> Vec<Hull> {
        let (at, up, face) = (self.body.joints[Middle::Head], self.body.up, self.body.face);
        let eye = |at| self.hull(Role::None, &[(at, 0.95)]);
        if self.is_faced() {
            let across = up.right();
            [-2.5, 2.5]
                .map(|aside| eye(at + across * aside + up * 0.6))
                .into()
        } else {
            vec![eye(at + face * (length::HEAD.0 * 0.45) + up * 1.2)]
        }
    }

    fn arm(&self, side: Side) -> Vec<Hull> {
        [
            (Part::Arm, Spot::Shoulder, Spot::Elbow, thick::ARM),
            (Part::Forearm, Spot::Elbow, Spot::Wrist, thick::FOREARM),
            (Part::Hand, Spot::Wrist, Spot::Tip, thick::HAND),
        ]
        .into_iter()
        .map(|bone| self.bone(side, bone))
        .collect()
    }

    fn bone(&self, side: Side, bone: (Part, Spot, Spot, (f64, f64))) -> Hull {
        let (part, from, to, (thick_from, thick_to)) = bone;
        let at = |spot| self.body.joints.of(side, spot);
        let discs = [(at(from), thick_from), (at(to), thick_to)];
        self.hull(self.role(part, Some(side)), &discs)
    }

    /// The leg; a foreshortened one comes in two, so that the knee reads as nearer.
    fn leg(&self, side: Side) -> (Vec<Hull>, Vec<Hull>) {
        let at = |spot| self.body.joints[Joint::Of(side, spot)];
        let (hip, knee, ankle) = (at(Spot::Hip), at(Spot::Knee), at(Spot::Ankle));
        let from_side = self.body.pose.view == View::Side;
        let own = Some(side);
        let mut hulls = vec![self.bone(side, (Part::Thigh, Spot::Hip, Spot::Knee, thick::THIGH))];
        if from_side {
            let front = (knee - hip).unit().left();
            for (part, way) in [(Part::Hamstring, -front), (Part::Quad, front)] {
                if self.is_pointed_out(part, own) {
                    let half = [
                        (hip.mix(knee, 0.22) + way * 2.0, 2.9),
                        (hip.mix(knee, 0.85) + way * 1.3, 2.3),
                    ];
                    hulls.insert(1, self.hull(Role::Highlight, &half));
                }
            }
        }
        let shin_at = hulls.len();
        hulls.push(self.bone(side, (Part::Shin, Spot::Knee, Spot::Ankle, thick::SHIN)));
        if from_side {
            let back = (ankle - knee).unit().right();
            let part = if self.is_pointed_out(Part::Calf, own) {
                Part::Calf
            } else {
                Part::Shin
            };
            let bulge = [
                (knee.mix(ankle, 0.33) + back * 0.9, 3.6),
                (knee.mix(ankle, 0.75), 2.6),
            ];
            hulls.push(self.hull(self.role(part, own), &bulge));
        }
        let foot = [
            (at(Spot::Heel), thick::HEEL),
            (ankle, thick::HEEL),
            (at(Spot::Toes), thick::TOES),
        ];
        hulls.push(self.hull(self.role(Part::Foot, own), &foot));
        let is_split = self.body.pose.view == View::Front && knee.z - hip.z > FORESHORTENED;
        let apart = if is_split {
            hulls.split_off(shin_at)
        } else {
            Vec::new()
        };
        (hulls, apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::body::pose::Pose;

    const ARM: PartGroup = PartGroup::Arm(Side::Left);
    const LEG: PartGroup = PartGroup::Leg(Side::Left);

    fn groups(frame: &FigureLayer) -> Vec<PartGroup> {
        order(&body(frame), frame)
    }

    fn body(frame: &FigureLayer) -> Skeleton {
        Skeleton::of(&Pose::of(frame))
    }

    #[test]
    fn what_is_named_as_front_is_drawn_last_in_the_order_in_which_it_is_named() {
        let mut frame = FigureLayer::default();
        let usual = groups(&frame);
        assert_eq!(usual.first(), Some(&ARM), "the far arm is behind");
        frame.front = Some(vec![ARM]);
        assert_eq!(groups(&frame).last(), Some(&ARM));
        frame.front = Some(vec![LEG, ARM]);
        assert_eq!(groups(&frame)[4..], [LEG, ARM]);
        frame.front = Some(vec![ARM, LEG]);
        assert_eq!(groups(&frame)[4..], [ARM, LEG]);
        assert_eq!(groups(&frame).len(), usual.len(), "each stands once");
    }

    #[test]
    fn front_wins_over_the_order_that_is_written_and_what_is_not_named_is_behind() {
        let frame = FigureLayer {
            order: Some(vec![ARM, PartGroup::Head]),
            front: Some(vec![ARM]),
            ..FigureLayer::default()
        };
        let drawn = groups(&frame);
        assert_eq!(drawn[4..], [PartGroup::Head, ARM]);
        assert!(drawn[..4].contains(&PartGroup::Torso));
    }

    #[test]
    fn what_is_hidden_is_not_drawn_even_in_front() {
        let mut frame = FigureLayer::default();
        let all = draw(&body(&frame), &frame).len();
        frame.front = Some(vec![ARM]);
        frame.hide = Some(vec![ARM]);
        assert_eq!(draw(&body(&frame), &frame).len(), all - 1);
    }

    #[test]
    fn the_head_has_a_gap_around_it_only_in_front() {
        let head = |frame: &FigureLayer| {
            let drawn = draw(&body(frame), frame).into_iter();
            let mut eyed = drawn.filter(|limbs| !limbs.holes.is_empty());
            eyed.next().expect("a head has eyes").gap
        };
        let mut frame = FigureLayer::default();
        assert!(!head(&frame));
        frame.front = Some(vec![PartGroup::Head]);
        assert!(head(&frame));
        frame.front = Some(vec![ARM]);
        assert!(!head(&frame));
    }
}
