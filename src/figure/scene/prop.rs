//! The things in the picture: placed once, by where the first keyframe touches them.

use crate::figure::body::contact::{COUNTER, DEEP, RAIL, SEAT, WATER};
use crate::figure::body::ground::carrying;
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::{Joint, Middle, Side, Spot, round, thick};
use crate::figure::read::layer::Layer;
use crate::figure::read::words::{ChairAt, Ground, PillowAt, Prop, Rest, View, WallAt};
use crate::figure::scene::Item;
use crate::figure::scene::hull::{Extent, Hull, Point, Role};
use crate::figure::scene::pillow;

/// From the middle of the seat of a chair to its edges.
pub(crate) const HALF_SEAT: f64 = 13.0;

/// A thing that stays, or one that goes with the body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Thing {
    /// Placed once.
    Placed(Item),
    /// Pillows below both knees.
    KneesOut,
    /// From the hands to the toes of a leg.
    Strap(Side),
}

impl Thing {
    /// The thing as it is now.
    pub(crate) fn at(&self, body: &Skeleton) -> Item {
        match self {
            Self::Placed(item) => item.clone(),
            Self::KneesOut => Item::Things(pillow::below_knees(body)),
            Self::Strap(side) => {
                let view = body.pose.view;
                let toes = (body.joints.of(*side, Spot::Toes), 0.8);
                let lines = Side::BOTH.map(|hand| {
                    let wrist = (body.joints.of(hand, Spot::Wrist), 0.8);
                    Hull::seen(view, Role::Strap, &[toes, wrist])
                });
                Item::Things(lines.into())
            }
        }
    }
}

/// What things are placed by.
pub(crate) struct Stage<'a> {
    pub(crate) body: &'a Skeleton,
    pub(crate) view: View,
    /// The floor as it is drawn.
    pub(crate) floor: f64,
    left: f64,
    right: f64,
}

impl<'a> Stage<'a> {
    pub(crate) fn of(body: &'a Skeleton) -> Self {
        let view = body.pose.view;
        let across = || body.joints.iter().map(|at| at.x);
        Self {
            body,
            view,
            floor: floor(body),
            left: across().fold(f64::INFINITY, f64::min),
            right: across().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    pub(crate) fn seen(&self, joint: Joint) -> Point {
        Point::seen(self.body.joints[joint], self.view)
    }

    pub(crate) fn middle(&self, middle: Middle) -> Point {
        self.seen(Joint::Middle(middle))
    }

    /// Of both sides, what lies farthest to the right.
    fn rightmost(&self, spots: &[Spot]) -> f64 {
        Side::BOTH
            .into_iter()
            .flat_map(|side| spots.iter().map(move |&spot| (side, spot)))
            .map(|(side, spot)| self.body.joints.of(side, spot).x)
            .fold(f64::NEG_INFINITY, f64::max)
    }

    /// How far all joints reach down and up on the page.
    fn height(&self) -> (f64, f64) {
        let ys = || self.body.joints.iter().map(|at| at.y);
        (
            ys().fold(f64::INFINITY, f64::min),
            ys().fold(f64::NEG_INFINITY, f64::max),
        )
    }
}

/// The floor is drawn below what comes farthest towards the viewer.
fn floor(body: &Skeleton) -> f64 {
    let view = body.pose.view;
    if view == View::Top {
        return 0.0;
    }
    let lowest = carrying()
        .map(|(joint, radius)| Point::seen(body.joints[joint], view).y - radius)
        .fold(0.0, f64::min);
    round(lowest - 0.6)
}

/// The surface and the things behind the body, and those before it.
pub(crate) fn place(body: &Skeleton, common: &Layer) -> (Vec<Thing>, Vec<Thing>) {
    let stage = Stage::of(body);
    let placed = |item| Thing::Placed(item);
    let mut behind: Vec<Thing> = Vec::new();
    let mut before: Vec<Thing> = Vec::new();
    if stage.view != View::Top {
        let ground = common.on.unwrap_or(Ground::Floor);
        behind.extend(surface(&stage, ground).into_iter().map(placed));
    }
    for prop in common.props.iter().flatten() {
        match prop.value {
            Prop::Pillow(PillowAt::KneesOut) => behind.push(Thing::KneesOut),
            Prop::Pillow(at) => {
                let pillow = placed(Item::Things(vec![pillow::at(&stage, at)]));
                if at == PillowAt::KneesBetween {
                    before.push(pillow);
                } else {
                    behind.push(pillow);
                }
            }
            Prop::Strap(side) => before.push(Thing::Strap(side)),
            // Straight behind, it is neither left nor right of the body.
            Prop::Wall(WallAt::Back) if stage.view != View::Side => {}
            Prop::Wall(at) => behind.push(placed(wall(&stage, at))),
            Prop::Chair(at) => behind.push(things(chair(&stage, at))),
            Prop::Counter => behind.push(things(counter(&stage))),
            Prop::Step => {
                let heel = stage.body.joints.of(Side::Right, Spot::Heel);
                let from = (heel.x - 4.0, stage.floor);
                let to = (heel.x + 16.0, heel.y - thick::HEEL);
                behind.push(things(vec![Hull::area(Role::Prop, from, to, 0.6)]));
            }
            Prop::Water => {
                let height = match common.rest {
                    Some(Rest::Float) => DEEP,
                    _ => WATER,
                };
                before.push(placed(Item::Water(height)));
            }
            Prop::Rail => {
                if stage.view == View::Side {
                    let hands = stage.rightmost(&[Spot::Wrist]);
                    behind.push(placed(Item::Wall(round(hands + 7.0), 1.0)));
                    let (from, to) = ((hands + 1.0, RAIL), (hands + 7.0, RAIL));
                    behind.push(things(vec![Hull::line(Role::Prop, from, to, 1.4)]));
                } else {
                    let height = RAIL - 6.0;
                    let (from, to) = ((stage.left - 14.0, height), (stage.right + 14.0, height));
                    before.push(things(vec![Hull::line(Role::Prop, from, to, 1.2)]));
                }
            }
            Prop::Noodle => {
                let at = stage.middle(Middle::Shoulders);
                let discs = [(at.x - 1.0, at.y - 7.0, 2.6), (at.x + 4.0, at.y - 6.5, 2.6)];
                before.push(things(vec![Hull::flat(Role::Strap, &discs)]));
            }
            Prop::MatTop => {
                let (below, above) = stage.height();
                let from = (stage.left + 10.0, below - 6.0);
                let to = (stage.right - 10.0, above + 6.0);
                behind.push(things(vec![Hull::area(Role::Mat, from, to, 3.0)]));
            }
            Prop::BedTop => {
                let (below, above) = stage.height();
                behind.push(placed(Item::Frame(Extent {
                    from: Point::new(round(stage.left - 4.0), round(below - 5.0)),
                    to: Point::new(round(stage.right + 4.0), round(above + 5.0)),
                })));
            }
        }
    }
    (behind, before)
}

fn things(hulls: Vec<Hull>) -> Thing {
    Thing::Placed(Item::Things(hulls))
}

fn surface(stage: &Stage<'_>, ground: Ground) -> Vec<Item> {
    let (left, right, floor) = (stage.left, stage.right, stage.floor);
    let line = |from, to, radius| Hull::line(Role::Mat, from, to, radius);
    match ground {
        Ground::Floor | Ground::Pool => vec![Item::Floor(floor)],
        Ground::Mat if stage.view == View::Lying => {
            let far = stage.view.slant() * 11.0;
            vec![Item::Things(vec![
                line((left - 2.0, far), (right + 3.0, far), 0.5),
                line((left - 7.0, floor), (right + 3.0, floor), 0.7),
                line((left - 7.0, floor), (left - 2.0, far), 0.5),
                line((right + 3.0, floor), (right + 7.0, far), 0.5),
                line((right + 3.0, far), (right + 7.0, far), 0.5),
            ])]
        }
        Ground::Mat => vec![
            Item::Floor(round(floor - 2.2)),
            Item::Things(vec![Hull::area(
                Role::Mat,
                (left - 6.0, floor - 2.2),
                (right + 6.0, floor),
                0.8,
            )]),
        ],
        Ground::Bed => {
            let slab = Hull::area(
                Role::Prop,
                (left - 7.0, floor - 8.5),
                (right + 8.0, floor),
                2.0,
            );
            let legs = floor - 13.0;
            let post = |x, top| Hull::line(Role::Prop, (x, legs), (x, top), 1.3);
            // The high end is where the head is.
            let is_head_left = stage.middle(Middle::Head).x <= stage.middle(Middle::Hips).x;
            let (head, foot) = if is_head_left {
                (left - 8.0, right + 7.0)
            } else {
                (right + 8.0, left - 7.0)
            };
            vec![Item::Things(vec![
                slab,
                post(head, floor + 16.0),
                post(foot, floor - 6.0),
            ])]
        }
    }
}

fn wall(stage: &Stage<'_>, at: WallAt) -> Item {
    let (x, side) = match at {
        WallAt::Hands => {
            let hands = stage.rightmost(&[Spot::Wrist, Spot::Tip]);
            (hands + thick::HAND.1 + 0.6, 1.0)
        }
        WallAt::Heels => {
            let heels = stage.rightmost(&[Spot::Heel]);
            (heels + thick::HEEL + 1.4, 1.0)
        }
        WallAt::Back => {
            let chest = stage.middle(Middle::Chest).x - thick::CHEST;
            let hips = stage.middle(Middle::Hips).x - thick::PELVIS;
            (chest.min(hips) - 1.6, -1.0)
        }
    };
    Item::Wall(round(x), side)
}

fn counter(stage: &Stage<'_>) -> Vec<Hull> {
    if stage.view != View::Side {
        let middle = stage.middle(Middle::Hips).x;
        let (from, to) = ((middle - 30.0, COUNTER - 3.0), (middle + 30.0, COUNTER));
        return vec![Hull::area(Role::Prop, from, to, 0.8)];
    }
    let edge = stage.rightmost(&[Spot::Wrist]) - 3.0;
    vec![
        Hull::area(
            Role::Prop,
            (edge, COUNTER - 3.2),
            (edge + 19.0, COUNTER),
            0.8,
        ),
        Hull::area(
            Role::Dim,
            (edge + 4.0, stage.floor),
            (edge + 18.0, COUNTER - 3.0),
            0.5,
        ),
    ]
}

fn chair(stage: &Stage<'_>, at: Option<ChairAt>) -> Vec<Hull> {
    let joints = &stage.body.joints;
    let right = |spot| joints.of(Side::Right, spot);
    match at {
        Some(ChairAt::Shins) => {
            let middle = f64::midpoint(right(Spot::Knee).x, right(Spot::Ankle).x) + 5.0;
            let top = right(Spot::Shin).y - thick::SHIN.0 - 0.4;
            let leg = |x: f64| {
                let feet = (x + 0.5 * (x - middle).signum(), stage.floor + 0.8);
                Hull::line(Role::Prop, (x, top - 2.0), feet, 1.2)
            };
            let (back, back_top) = ((middle + 12.0, top - 1.0), (middle + 14.0, top + 28.0));
            vec![
                Hull::area(
                    Role::Prop,
                    (middle - 13.0, top - 3.0),
                    (middle + 13.0, top),
                    0.8,
                ),
                leg(middle - 12.0),
                leg(middle + 12.0),
                Hull::line(Role::Prop, back, back_top, 1.2),
            ]
        }
        Some(ChairAt::Front) => {
            let middle = right(Spot::Wrist).x.max(right(Spot::Ankle).x) + 4.0;
            chair_from_side(middle, stage.floor, -1.0)
        }
        None if stage.view == View::Side => {
            chair_from_side(stage.middle(Middle::Hips).x, stage.floor, 1.0)
        }
        None => chair_from_front(stage.middle(Middle::Hips).x, stage.floor),
    }
}

/// `facing` is 1 for a chair whose back is on the left.
fn chair_from_side(middle: f64, floor: f64, facing: f64) -> Vec<Hull> {
    let top = SEAT - 0.8;
    let line = |from: (f64, f64), to: (f64, f64)| {
        let from = (middle + from.0 * facing, from.1);
        let to = (middle + to.0 * facing, to.1);
        Hull::line(Role::Prop, from, to, 1.2)
    };
    vec![
        Hull::area(
            Role::Prop,
            (middle - 13.0, top - 3.0),
            (middle + 13.0, top),
            0.8,
        ),
        line((-12.0, top - 1.0), (-14.0, top + 30.0)),
        line((-12.0, top - 2.0), (-13.5, floor + 0.8)),
        line((12.0, top - 2.0), (12.5, floor + 0.8)),
    ]
}

/// Wider than it is, else who sits on it hides it.
fn chair_from_front(middle: f64, floor: f64) -> Vec<Hull> {
    let top = SEAT - 2.0;
    let line = |from: (f64, f64), to: (f64, f64), radius| {
        let (from, to) = ((middle + from.0, from.1), (middle + to.0, to.1));
        Hull::line(Role::Prop, from, to, radius)
    };
    vec![
        line((-15.0, top), (-15.0, top + 31.0), 1.2),
        line((15.0, top), (15.0, top + 31.0), 1.2),
        line((-15.0, top + 30.5), (15.0, top + 30.5), 1.6),
        Hull::area(
            Role::Prop,
            (middle - 17.0, top - 5.0),
            (middle + 17.0, top - 0.5),
            1.2,
        ),
        line((-15.5, top - 3.0), (-16.0, floor + 0.6), 1.2),
        line((15.5, top - 3.0), (16.0, floor + 0.6), 1.2),
    ]
}
