//! Places the things of a picture, by where the first keyframe touches them.

use crate::figure::body::height::{COUNTER, DEEP, RAIL, WATER};
use crate::figure::body::skeleton::Skeleton;
use crate::figure::body::thick;
use crate::figure::body::vector::round;
use crate::figure::read::layer::FigureLayer;
use crate::figure::scene::extent::Extent;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::point::Point;
use crate::figure::scene::role::Role;
use crate::figure::scene::things::chair::chair;
use crate::figure::scene::things::pillow;
use crate::figure::scene::things::stage::Stage;
use crate::figure::scene::things::surface::surface;
use crate::figure::scene::things::thing::Thing;
use crate::figure::words::joint::{Middle, Spot};
use crate::figure::words::prop::{PillowAt, Prop, WallAt};
use crate::figure::words::side::Side;
use crate::figure::words::view::{Ground, Rest, View};

/// The things of a picture, each list from back to front.
#[derive(Clone, Debug, Default)]
pub(crate) struct SceneThings {
    /// Behind the body.
    pub(crate) behind: Vec<Thing>,
    /// Before it.
    pub(crate) before: Vec<Thing>,
}

/// The surface and the things that `layer` names, around a body.
pub(crate) fn arrange(body: &Skeleton, layer: &FigureLayer) -> SceneThings {
    let stage = Stage::of(body);
    let mut things = SceneThings::default();
    if stage.view != View::Top {
        let ground = layer.on.unwrap_or(Ground::Floor);
        let surface = surface(&stage, ground).into_iter().map(Thing::Placed);
        things.behind.extend(surface);
    }
    for prop in layer.props.iter().flatten() {
        things.add(&stage, prop.value, layer.rest);
    }
    things
}

impl SceneThings {
    fn add(&mut self, stage: &Stage<'_>, prop: Prop, rest: Option<Rest>) {
        let Self { behind, before } = self;
        match prop {
            Prop::Pillow(PillowAt::KneesOut) => behind.push(Thing::KneesOut),
            Prop::Pillow(at @ PillowAt::KneesBetween) => {
                before.push(things(vec![pillow::at(stage, at)]));
            }
            Prop::Pillow(at) => behind.push(things(vec![pillow::at(stage, at)])),
            Prop::Strap(side) => before.push(Thing::Strap(side)),
            // Straight behind, it is neither left nor right of the body.
            Prop::Wall(WallAt::Back) if stage.view != View::Side => {}
            Prop::Wall(at) => behind.push(Thing::Placed(wall(stage, at))),
            Prop::Chair(at) => behind.push(things(chair(stage, at))),
            Prop::Counter => behind.push(things(counter(stage))),
            Prop::Step => behind.push(things(vec![step(stage)])),
            Prop::Water => before.push(water(rest)),
            Prop::Rail if stage.view == View::Side => behind.extend(rail_from_side(stage)),
            Prop::Rail => before.push(things(vec![rail_from_front(stage)])),
            Prop::Noodle => before.push(things(vec![noodle(stage)])),
            Prop::MatTop => behind.push(things(vec![mat_from_above(stage)])),
            Prop::BedTop => behind.push(bed_from_above(stage)),
        }
    }
}

fn things(hulls: Vec<Hull>) -> Thing {
    Thing::Placed(SceneItem::Things(hulls))
}

fn wall(stage: &Stage<'_>, at: WallAt) -> SceneItem {
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
    SceneItem::Wall(round(x), side)
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

/// Below the right heel.
fn step(stage: &Stage<'_>) -> Hull {
    let heel = stage.body.joints.of(Side::Right, Spot::Heel);
    let from = (heel.x - 4.0, stage.floor);
    let to = (heel.x + 16.0, heel.y - thick::HEEL);
    Hull::area(Role::Prop, from, to, 0.6)
}

fn water(rest: Option<Rest>) -> Thing {
    Thing::Placed(SceneItem::Water(match rest {
        Some(Rest::Float) => DEEP,
        _ => WATER,
    }))
}

/// The wall of the pool, and the rail at it.
fn rail_from_side(stage: &Stage<'_>) -> [Thing; 2] {
    let hands = stage.rightmost(&[Spot::Wrist]);
    let (from, to) = ((hands + 1.0, RAIL), (hands + 7.0, RAIL));
    [
        Thing::Placed(SceneItem::Wall(round(hands + 7.0), 1.0)),
        things(vec![Hull::line(Role::Prop, from, to, 1.4)]),
    ]
}

fn rail_from_front(stage: &Stage<'_>) -> Hull {
    let height = RAIL - 6.0;
    let (from, to) = ((stage.left - 14.0, height), (stage.right + 14.0, height));
    Hull::line(Role::Prop, from, to, 1.2)
}

fn noodle(stage: &Stage<'_>) -> Hull {
    let at = stage.middle(Middle::Shoulders);
    let discs = [(at.x - 1.0, at.y - 7.0, 2.6), (at.x + 4.0, at.y - 6.5, 2.6)];
    Hull::flat(Role::Strap, &discs)
}

fn mat_from_above(stage: &Stage<'_>) -> Hull {
    let (below, above) = stage.height();
    let from = (stage.left + 10.0, below - 6.0);
    let to = (stage.right - 10.0, above + 6.0);
    Hull::area(Role::Mat, from, to, 3.0)
}

fn bed_from_above(stage: &Stage<'_>) -> Thing {
    let (below, above) = stage.height();
    Thing::Placed(SceneItem::Frame(Extent {
        from: Point::new(round(stage.left - 4.0), round(below - 5.0)),
        to: Point::new(round(stage.right + 4.0), round(above + 5.0)),
    }))
}
