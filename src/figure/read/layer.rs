//! The values that the tables of a figure set, and the overlay of a later table on an earlier one.

use std::ops::Range;

use crate::content::vocabulary::Word as _;
use crate::figure::words::contact::{Contact, Touch};
use crate::figure::words::joint::Joint;
use crate::figure::words::kept::{Anchor, Kept};
use crate::figure::words::part::{Part, PartGroup};
use crate::figure::words::prop::Prop;
use crate::figure::words::segment::{Limb, Trunk};
use crate::figure::words::side::{Side, Sided};
use crate::figure::words::view::{Ease, Ground, Rest, View};

/// The direction of a segment: degrees on the page, and degrees out of it towards the viewer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Angle {
    /// 0 to the right (for limbs seen from the front: outward), 90 up.
    pub(crate) at: f64,
    /// 90 straight at the viewer.
    pub(crate) toward: f64,
}

impl Angle {
    /// In the page.
    pub(crate) const fn flat(at: f64) -> Self {
        Self { at, toward: 0.0 }
    }
}

/// The setting of a segment of a limb.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Aim {
    /// A direction.
    Angle(Angle),
    /// For a hand: what it is on. The arm follows.
    Contact(Contact),
}

/// A value and where it is written; nowhere when it came with a base.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sourced<T> {
    /// The given value.
    pub(crate) value: T,
    /// Its place in the file of the figure.
    pub(crate) span: Option<Range<usize>>,
}

impl<T> Sourced<T> {
    /// A value of this file.
    pub(crate) const fn here(value: T, span: Range<usize>) -> Self {
        Self {
            value,
            span: Some(span),
        }
    }
}

/// An arrow beside the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Arrow {
    /// The way of a place from the first keyframe to the second.
    Way(Joint),
    /// A straight one.
    Straight {
        /// At which place.
        at: Joint,
        /// Its direction.
        direction: f64,
        /// True if it ends there, not begins.
        to: bool,
        /// The length.
        length: f64,
        /// The gap to the place.
        gap: f64,
    },
}

/// The settings of one table, or of several laid over each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FigureLayer {
    /// The byte range of the table's start.
    pub(crate) span: Option<Range<usize>>,
    /// The base that it is laid over.
    pub(crate) base: Option<Sourced<String>>,
    /// From where it is seen.
    pub(crate) view: Option<View>,
    /// The ground below.
    pub(crate) on: Option<Ground>,
    /// The support.
    pub(crate) rest: Option<Rest>,
    pub(crate) trunk: [Option<Sourced<Angle>>; Trunk::ALL.len()],
    pub(crate) limbs: [[Option<Sourced<Aim>>; Limb::ALL.len()]; 2],
    /// True if the elbow of a side, left first, bends to the other side.
    pub(crate) flip: [Option<bool>; 2],
    /// Tilt of the line through the hips, seen from the front.
    pub(crate) pelvis: Option<f64>,
    /// Turn of the line through the shoulders.
    pub(crate) twist: Option<f64>,
    /// The direction of the face.
    pub(crate) face: Option<Angle>,
    /// The parts that must lie on the surface.
    pub(crate) touch: Option<Vec<Sourced<Touch>>>,
    /// Groups that are not drawn.
    pub(crate) hide: Option<Vec<PartGroup>>,
    /// Groups from back to front.
    pub(crate) order: Option<Vec<PartGroup>>,
    /// Groups that are drawn last.
    pub(crate) front: Option<Vec<PartGroup>>,
    /// Feet that may hang.
    pub(crate) air: Option<Vec<Sided<Kept>>>,
    /// The highlighted parts.
    pub(crate) highlight: Option<Vec<Sided<Part>>>,
    /// Things in the picture.
    pub(crate) props: Option<Vec<Sourced<Prop>>>,
    /// The part that stays in place.
    pub(crate) anchor: Option<Anchor>,
    /// The parts that stay where the first keyframe has them.
    pub(crate) keep: Option<Vec<Sided<Kept>>>,
    /// True if the frames are played again with the sides exchanged.
    pub(crate) alternate: Option<bool>,
    /// Seconds for the whole loop, of which each frame takes the same part, unless it says itself how long it takes.
    pub(crate) period: Option<f64>,
    /// The easing of movements.
    pub(crate) ease: Option<Ease>,
    /// Arrows beside the figure.
    pub(crate) arrow: Option<Vec<Sourced<Arrow>>>,
    /// The parts that the picture shows, when not the whole figure.
    pub(crate) focus: Option<Vec<Sided<Part>>>,
    /// The layer of each keyframe.
    pub(crate) frames: Option<Vec<FigureLayer>>,
    /// Seconds that a frame takes to be reached.
    pub(crate) moving: Option<f64>,
    /// Seconds that a frame is held.
    pub(crate) hold: Option<f64>,
}

impl FigureLayer {
    /// Returns the setting of a segment of the trunk.
    pub(crate) const fn trunk(&self, segment: Trunk) -> Option<&Sourced<Angle>> {
        self.trunk[segment as usize].as_ref()
    }

    /// Returns the setting of a segment of a limb.
    pub(crate) const fn limb(&self, side: Side, segment: Limb) -> Option<&Sourced<Aim>> {
        self.limbs[side as usize][segment as usize].as_ref()
    }

    /// Sets a segment of the trunk.
    pub(crate) fn set_trunk(&mut self, segment: Trunk, to: Sourced<Angle>) {
        self.trunk[segment as usize] = Some(to);
    }

    /// Sets a segment of a limb.
    pub(crate) fn set_limb(&mut self, side: Side, segment: Limb, to: Sourced<Aim>) {
        self.limbs[side as usize][segment as usize] = Some(to);
    }

    /// This with `over` laid over it. What `over` sets releases what hangs on it, which then follows again.
    #[must_use]
    pub(crate) fn with(mut self, over: Self) -> Self {
        if over.trunk(Trunk::Torso).is_some() {
            self.trunk = [const { None }; Trunk::ALL.len()];
        }
        for side in Side::BOTH {
            for &segment in Limb::ALL {
                if over.limb(side, segment).is_some() {
                    for &outer in segment.outward() {
                        self.limbs[side as usize][outer as usize] = None;
                    }
                }
            }
        }
        for (own, over) in self.trunk.iter_mut().zip(over.trunk) {
            lay(own, over);
        }
        let limbs = self.limbs.as_flattened_mut().iter_mut();
        for (own, over) in limbs.zip(over.limbs.into_iter().flatten()) {
            lay(own, over);
        }
        for (own, over) in self.flip.iter_mut().zip(over.flip) {
            lay(own, over);
        }
        lay(&mut self.span, over.span);
        lay(&mut self.base, over.base);
        lay(&mut self.view, over.view);
        lay(&mut self.on, over.on);
        lay(&mut self.rest, over.rest);
        lay(&mut self.pelvis, over.pelvis);
        lay(&mut self.twist, over.twist);
        lay(&mut self.face, over.face);
        lay(&mut self.touch, over.touch);
        lay(&mut self.hide, over.hide);
        lay(&mut self.order, over.order);
        lay(&mut self.front, over.front);
        lay(&mut self.air, over.air);
        lay(&mut self.highlight, over.highlight);
        lay(&mut self.props, over.props);
        lay(&mut self.anchor, over.anchor);
        lay(&mut self.keep, over.keep);
        lay(&mut self.alternate, over.alternate);
        lay(&mut self.period, over.period);
        lay(&mut self.ease, over.ease);
        lay(&mut self.arrow, over.arrow);
        lay(&mut self.focus, over.focus);
        lay(&mut self.frames, over.frames);
        lay(&mut self.moving, over.moving);
        lay(&mut self.hold, over.hold);
        self
    }

    /// Returns the layer without places: they are in another file than the figure's.
    #[must_use]
    pub(crate) fn without_places(mut self) -> Self {
        let limbs = self.limbs.as_flattened_mut().iter_mut().flatten();
        limbs.for_each(|given| given.span = None);
        let trunk = self.trunk.iter_mut().flatten();
        trunk.for_each(|given| given.span = None);
        let touch = self.touch.iter_mut().flatten();
        touch.for_each(|given| given.span = None);
        let props = self.props.iter_mut().flatten();
        props.for_each(|given| given.span = None);
        let arrows = self.arrow.iter_mut().flatten();
        arrows.for_each(|given| given.span = None);
        self.frames = self
            .frames
            .map(|frames| frames.into_iter().map(Self::without_places).collect());
        self.span = None;
        self
    }

    /// Exchanges the sides: left and right limbs swap, and lean and twist change direction. One who lies on a side
    /// stays on that side.
    #[must_use]
    pub(crate) fn exchanged(mut self) -> Self {
        self.limbs.swap(0, 1);
        self.flip.swap(0, 1);
        let aims = self.limbs.as_flattened_mut().iter_mut().flatten();
        for given in aims {
            if let Aim::Contact(Contact::Body(joint)) = &mut given.value {
                *joint = joint.mirrored();
            }
        }
        for group in [&mut self.hide, &mut self.order, &mut self.front]
            .into_iter()
            .flatten()
            .flatten()
        {
            *group = group.mirrored();
        }
        let others = self.highlight.iter_mut().flatten().map(|(side, _)| side);
        let feet = self.air.iter_mut().flatten().map(|(side, _)| side);
        for side in others.chain(feet).flatten() {
            *side = side.other();
        }
        for touch in self.touch.iter_mut().flatten() {
            touch.value = touch.value.mirrored();
        }
        self.mirror_trunk();
        self
    }

    fn mirror_trunk(&mut self) {
        let view = self.view.unwrap_or(View::Side);
        if view != View::Lying {
            self.twist = self.twist.map(|twist| -twist);
        }
        if view.is_mirrored() {
            self.pelvis = self.pelvis.map(|pelvis| -pelvis);
            let trunk = self.trunk.iter_mut().flatten();
            let angles = trunk.map(|given| &mut given.value);
            for angle in angles.chain(&mut self.face) {
                angle.at = 180.0 - angle.at;
            }
        }
    }
}

fn lay<T>(own: &mut Option<T>, over: Option<T>) {
    if over.is_some() {
        *own = over;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(degrees: f64) -> Sourced<Aim> {
        Sourced::here(Aim::Angle(Angle::flat(degrees)), 0..0)
    }

    #[test]
    fn setting_a_segment_releases_what_hangs_on_it() {
        let mut base = FigureLayer::default();
        for &segment in Limb::ALL {
            base.set_limb(Side::Left, segment, at(1.0));
            base.set_limb(Side::Right, segment, at(1.0));
        }
        let mut over = FigureLayer::default();
        over.set_limb(Side::Right, Limb::Thigh, at(2.0));
        over.set_limb(Side::Right, Limb::Foot, at(3.0));
        let both = base.with(over);
        assert_eq!(both.limb(Side::Right, Limb::Thigh), Some(&at(2.0)));
        assert_eq!(both.limb(Side::Right, Limb::Shin), None);
        assert_eq!(both.limb(Side::Right, Limb::Foot), Some(&at(3.0)));
        assert_eq!(both.limb(Side::Left, Limb::Shin), Some(&at(1.0)));
        assert_eq!(both.limb(Side::Right, Limb::Forearm), Some(&at(1.0)));
    }

    #[test]
    fn the_torso_releases_waist_chest_and_head() {
        let flat = |degrees| Sourced::here(Angle::flat(degrees), 0..0);
        let mut base = FigureLayer::default();
        base.set_trunk(Trunk::Waist, flat(1.0));
        base.set_trunk(Trunk::Head, flat(1.0));
        let mut over = FigureLayer::default();
        over.set_trunk(Trunk::Torso, flat(2.0));
        over.set_trunk(Trunk::Chest, flat(3.0));
        let both = base.with(over);
        assert_eq!(both.trunk(Trunk::Waist), None);
        assert_eq!(both.trunk(Trunk::Head), None);
        assert_eq!(both.trunk(Trunk::Chest), Some(&flat(3.0)));
    }

    #[test]
    fn sides_exchanged_twice_are_the_same() {
        let mut layer = FigureLayer::default();
        let knee = Joint::parse("left.knee").expect("a joint");
        layer.set_limb(
            Side::Left,
            Limb::Hand,
            Sourced::here(Aim::Contact(Contact::Body(knee)), 3..4),
        );
        layer.hide = Some(vec![PartGroup::Arm(Side::Left), PartGroup::Head]);
        layer.highlight = Some(vec![(Some(Side::Right), Part::Calf), (None, Part::Chest)]);
        layer.touch = Some(vec![
            Sourced::here(Touch::LeftKnee, 0..0),
            Sourced::here(Touch::RightFoot, 0..0),
            Sourced::here(Touch::Hips, 0..0),
        ]);
        layer.set_trunk(Trunk::Torso, Sourced::here(Angle::flat(70.0), 5..6));
        layer.pelvis = Some(8.0);
        layer.twist = Some(20.0);
        layer.face = Some(Angle::flat(30.0));
        for &view in View::ALL {
            layer.view = Some(view);
            let once = layer.clone().exchanged();
            assert_ne!(once, layer, "{view:?}");
            assert_eq!(once.exchanged(), layer, "{view:?}");
        }
    }

    #[test]
    fn what_is_named_of_a_side_is_named_of_the_other_one() {
        let knees = |side| vec![(Some(side), Part::Calf), (None, Part::Chest)];
        let feet = |side| vec![(Some(side), Kept::Foot), (None, Kept::Hand)];
        let groups = |side| vec![PartGroup::Arm(side), PartGroup::Leg(side), PartGroup::Head];
        let of = |side| FigureLayer {
            highlight: Some(knees(side)),
            air: Some(feet(side)),
            hide: Some(groups(side)),
            order: Some(groups(side)),
            front: Some(groups(side)),
            ..FigureLayer::default()
        };
        assert_eq!(of(Side::Left).exchanged(), of(Side::Right));
        assert_eq!(of(Side::Right).exchanged(), of(Side::Left));
    }

    #[test]
    fn the_other_side_leans_and_turns_the_other_way() {
        let mut layer = FigureLayer::default();
        let torso = |degrees| Sourced::here(Angle::flat(degrees), 0..0);
        layer.set_trunk(Trunk::Torso, torso(70.0));
        layer.pelvis = Some(8.0);
        layer.twist = Some(20.0);
        layer.face = Some(Angle::flat(30.0));
        layer.touch = Some(vec![Sourced::here(Touch::LeftKnee, 0..0)]);
        for (view, torso, pelvis, twist, face) in [
            (Some(View::Front), torso(110.0), -8.0, -20.0, 150.0),
            (Some(View::Top), torso(110.0), -8.0, -20.0, 150.0),
            (Some(View::Side), torso(70.0), 8.0, -20.0, 30.0),
            (None, torso(70.0), 8.0, -20.0, 30.0),
            (Some(View::Lying), torso(70.0), 8.0, 20.0, 30.0),
        ] {
            layer.view = view;
            let other = layer.clone().exchanged();
            assert_eq!(other.trunk(Trunk::Torso), Some(&torso), "{view:?}");
            assert_eq!(
                (other.pelvis, other.twist, other.face),
                (Some(pelvis), Some(twist), Some(Angle::flat(face))),
                "{view:?}"
            );
            let touch = Sourced::here(Touch::RightKnee, 0..0);
            assert_eq!(other.touch, Some(vec![touch]));
        }
    }
}
