//! Keys of a drawn figure: `[figure]` of an exercise, and the bases of `figures.toml`.

use crate::content::toml::key::{KeySpec, Keys, Takes};

/// The keys of `[figure]`.
pub(crate) const FIGURE_KEYS: Keys = Keys {
    what: "[figure]",
    list: &[
        KeySpec::new(
            "base",
            "base = \"...\"",
            Takes::Text,
            "The posture of `figures.toml` that the rest changes.",
        ),
        KeySpec::plain(
            "view",
            Takes::Text,
            "From where it is seen; without it from the side.",
        ),
        KeySpec::plain("on", Takes::Text, "The ground below, such as a bed."),
        REST,
        TORSO,
        WAIST,
        CHEST,
        HEAD,
        ARM,
        FOREARM,
        HAND,
        THIGH,
        SHIN,
        FOOT,
        ELBOW,
        LEFT,
        RIGHT,
        PELVIS,
        TWIST,
        FACE,
        TOUCH,
        HIDE,
        ORDER,
        FRONT,
        AIR,
        HIGHLIGHT,
        KeySpec::plain(
            "props",
            Takes::Other,
            "The things in the picture, such as a chair.",
        ),
        KeySpec::new(
            "anchor",
            "anchor = \"...\"",
            Takes::Text,
            "The place of the body that stays where it is while the figure moves.",
        ),
        KeySpec::new(
            "keep",
            "keep = [\"...\"]",
            Takes::Names,
            "The parts that stay where the first frame has them.",
        ),
        KeySpec::new(
            "alternate",
            "alternate = true, or alternate = false",
            Takes::Other,
            "`true` plays the frames again with the sides exchanged.",
        ),
        KeySpec::new(
            "period",
            "period = N",
            Takes::Number,
            "The seconds of the whole movement.",
        ),
        KeySpec::plain("ease", Takes::Text, "How it speeds up and slows down."),
        KeySpec::plain(
            "arrow",
            Takes::Other,
            "An arrow beside the figure: the way of a place, or `{ at, dir }`.",
        ),
        KeySpec::new(
            "focus",
            "focus = [\"...\"]",
            Takes::Names,
            "The parts that the picture shows; without it all.",
        ),
        KeySpec::plain(
            "frames",
            Takes::Other,
            "The postures of a movement, each below `[[figure.frames]]`.",
        ),
    ],
};
/// The keys of a base.
pub(crate) const BASE_KEYS: Keys = Keys {
    what: "a base",
    list: FIGURE_KEYS.list,
};
/// The keys of a keyframe.
pub(crate) const FRAME_KEYS: Keys = Keys {
    what: "a frame",
    list: &[
        REST, TORSO, WAIST, CHEST, HEAD, ARM, FOREARM, HAND, THIGH, SHIN, FOOT, ELBOW, LEFT, RIGHT,
        PELVIS, TWIST, FACE, TOUCH, HIDE, ORDER, FRONT, AIR, HIGHLIGHT, MOVE, HOLD,
    ],
};
/// The keys of a frame alone.
pub(crate) const FRAME_ONLY: &[KeySpec] = &[MOVE, HOLD];
/// The keys of `left`.
pub(crate) const LEFT_KEYS: Keys = Keys {
    what: "the left side",
    list: &[ARM, FOREARM, HAND, THIGH, SHIN, FOOT, ELBOW],
};
/// The keys of `right`.
pub(crate) const RIGHT_KEYS: Keys = Keys {
    what: "the right side",
    list: LEFT_KEYS.list,
};
/// The keys of an arrow.
pub(crate) const ARROW_KEYS: Keys = Keys {
    what: "an arrow",
    list: &[
        KeySpec::new(
            "at",
            "at = \"...\"",
            Takes::Text,
            "The place of the body at which it begins.",
        ),
        KeySpec::new("dir", "dir = N", Takes::Number, "Its direction in degrees."),
        KeySpec::new(
            "to",
            "to = true, or to = false",
            Takes::Other,
            "`true` lets it end at the place.",
        ),
        KeySpec::new("length", "length = N", Takes::Number, "Its length."),
        KeySpec::new(
            "gap",
            "gap = N",
            Takes::Number,
            "The gap between it and the place.",
        ),
    ],
};

const REST: KeySpec = KeySpec::plain("rest", Takes::Text, "What the body rests on.");
const TORSO: KeySpec = KeySpec::new(
    "torso",
    "torso = N",
    Takes::Number,
    "The direction of the trunk in degrees: 0 ahead, 90 up.",
);
const WAIST: KeySpec = KeySpec::new(
    "waist",
    "waist = N",
    Takes::Number,
    "The direction of the lower trunk, where it bends.",
);
const CHEST: KeySpec = KeySpec::new(
    "chest",
    "chest = N",
    Takes::Number,
    "The direction of the upper trunk, where it bends.",
);
const HEAD: KeySpec = KeySpec::new(
    "head",
    "head = N",
    Takes::Number,
    "The direction of the head; without it that of the chest.",
);
const ARM: KeySpec = KeySpec::new(
    "arm",
    "arm = N",
    Takes::Number,
    "The direction of the upper arm.",
);
const FOREARM: KeySpec = KeySpec::new(
    "forearm",
    "forearm = N",
    Takes::Number,
    "The direction of the forearm; without it that of the arm.",
);
const HAND: KeySpec = KeySpec::plain(
    "hand",
    Takes::Other,
    "The direction of the hand, or what it is on.",
);
const THIGH: KeySpec = KeySpec::new(
    "thigh",
    "thigh = N",
    Takes::Number,
    "The direction of the thigh.",
);
const SHIN: KeySpec = KeySpec::new(
    "shin",
    "shin = N",
    Takes::Number,
    "The direction of the shin; without it that of the thigh.",
);
const FOOT: KeySpec = KeySpec::new(
    "foot",
    "foot = N",
    Takes::Number,
    "The direction of the foot.",
);
const ELBOW: KeySpec = KeySpec::new(
    "elbow",
    "elbow = \"...\"",
    Takes::Text,
    "`\"flip\"` bends the elbow to the other side.",
);
const LEFT: KeySpec = KeySpec::plain(
    "left",
    Takes::Other,
    "The arm and leg of the left side alone.",
);
const RIGHT: KeySpec = KeySpec::plain(
    "right",
    Takes::Other,
    "The arm and leg of the right side alone, which is the working one.",
);
const PELVIS: KeySpec = KeySpec::new(
    "pelvis",
    "pelvis = N",
    Takes::Number,
    "The tilt of the hips, seen from the front.",
);
const TWIST: KeySpec = KeySpec::new(
    "twist",
    "twist = N",
    Takes::Number,
    "The turn of the shoulders.",
);
const FACE: KeySpec = KeySpec::new(
    "face",
    "face = N",
    Takes::Number,
    "The direction of the face.",
);
const TOUCH: KeySpec = KeySpec::new(
    "touch",
    "touch = [\"...\"]",
    Takes::Names,
    "The parts that lie on the ground or the chair.",
);
const HIDE: KeySpec = KeySpec::new(
    "hide",
    "hide = [\"...\"]",
    Takes::Names,
    "The parts that are not drawn.",
);
const ORDER: KeySpec = KeySpec::new(
    "order",
    "order = [\"...\"]",
    Takes::Names,
    "The parts from back to front.",
);
const FRONT: KeySpec = KeySpec::new(
    "front",
    "front = [\"...\"]",
    Takes::Names,
    "The parts that are drawn last.",
);
const AIR: KeySpec = KeySpec::new(
    "air",
    "air = [\"...\"]",
    Takes::Names,
    "The feet that may hang in the air.",
);
const HIGHLIGHT: KeySpec = KeySpec::new(
    "highlight",
    "highlight = [\"...\"]",
    Takes::Names,
    "The parts that are shown to work.",
);
const MOVE: KeySpec = KeySpec::new(
    "move",
    "move = N",
    Takes::Number,
    "The seconds until the frame is reached.",
);
const HOLD: KeySpec = KeySpec::new(
    "hold",
    "hold = N",
    Takes::Number,
    "The seconds that the frame is held.",
);
