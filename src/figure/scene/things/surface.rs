//! Draws the surface below the body: the floor, a mat or a bed.

use crate::figure::body::vector::round;
use crate::figure::scene::hull::Hull;
use crate::figure::scene::item::SceneItem;
use crate::figure::scene::role::Role;
use crate::figure::scene::things::stage::Stage;
use crate::figure::words::joint::Middle;
use crate::figure::words::view::{Ground, View};

/// The surface, from back to front.
pub(crate) fn surface(stage: &Stage<'_>, ground: Ground) -> Vec<SceneItem> {
    match ground {
        Ground::Floor | Ground::Pool => vec![SceneItem::Floor(stage.floor)],
        Ground::Mat if stage.view == View::Lying => vec![SceneItem::Things(slanted_mat(stage))],
        Ground::Mat => mat(stage).into(),
        Ground::Bed => vec![SceneItem::Things(bed(stage))],
    }
}

/// The edges of a mat that is seen from above.
fn slanted_mat(stage: &Stage<'_>) -> Vec<Hull> {
    let (left, right, floor) = (stage.left, stage.right, stage.floor);
    let far = stage.view.slant() * 11.0;
    let line = |from, to, radius| Hull::line(Role::Mat, from, to, radius);
    vec![
        line((left - 2.0, far), (right + 3.0, far), 0.5),
        line((left - 7.0, floor), (right + 3.0, floor), 0.7),
        line((left - 7.0, floor), (left - 2.0, far), 0.5),
        line((right + 3.0, floor), (right + 7.0, far), 0.5),
        line((right + 3.0, far), (right + 7.0, far), 0.5),
    ]
}

fn mat(stage: &Stage<'_>) -> [SceneItem; 2] {
    let (below, floor) = (stage.floor - 2.2, stage.floor);
    let (from, to) = ((stage.left - 6.0, below), (stage.right + 6.0, floor));
    [
        SceneItem::Floor(round(below)),
        SceneItem::Things(vec![Hull::area(Role::Mat, from, to, 0.8)]),
    ]
}

fn bed(stage: &Stage<'_>) -> Vec<Hull> {
    let (left, right, floor) = (stage.left, stage.right, stage.floor);
    let (from, to) = ((left - 7.0, floor - 8.5), (right + 8.0, floor));
    let slab = Hull::area(Role::Prop, from, to, 2.0);
    let legs = floor - 13.0;
    let post = |x, top| Hull::line(Role::Prop, (x, legs), (x, top), 1.3);
    // The high end is where the head is.
    let is_head_left = stage.middle(Middle::Head).x <= stage.middle(Middle::Hips).x;
    let (head, foot) = if is_head_left {
        (left - 8.0, right + 7.0)
    } else {
        (right + 8.0, left - 7.0)
    };
    vec![slab, post(head, floor + 16.0), post(foot, floor - 6.0)]
}
