//! What must hold for any figure: it is drawn within its cells or refused with words, and nothing panics.

use proptest::prelude::*;
use supple::content::figures::Written;
use supple::content::vocabulary::Word as _;
use supple::figure::clip::Clip;
use supple::figure::draw::Look;
use supple::figure::draw::cells::Tones;
use supple::figure::draw::fit::{CellSize, Fit};
use supple::figure::draw::glyphs::Glyphs;
use supple::figure::read::base::Bases;
use supple::figure::scene::extent::Extent;
use supple::figure::scene::item::{SceneItem, extent};
use supple::figure::words::joint::Joint;
use supple::figure::words::side::Side;

fn angle() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (-360_i32..=360).prop_map(|at| at.to_string()),
        1 => (-360_i32..=360, -90_i32..=90).prop_map(|(at, toward)| format!("[{at}, {toward}]")),
    ]
}

fn contact() -> impl Strategy<Value = String> {
    let mut names = Joint::names();
    names.extend(["floor", "counter", "rail", "seat", "lap", "chair"].map(str::to_owned));
    prop::sample::select(names).prop_map(|name| format!("\"{name}\""))
}

/// Some settings of a posture, one a line.
fn posture() -> impl Strategy<Value = Vec<String>> {
    let segments = [
        "torso", "waist", "chest", "head", "arm", "forearm", "thigh", "shin", "foot",
    ];
    let set = prop::sample::subsequence(segments.to_vec(), 0..=segments.len());
    let angles = prop::collection::vec(angle(), segments.len());
    let hand = prop_oneof![Just(None), contact().prop_map(Some)];
    let side = || {
        (angle(), angle(), angle(), contact()).prop_map(|(arm, thigh, shin, hand)| {
            format!("{{ arm = {arm}, thigh = {thigh}, shin = {shin}, hand = {hand} }}")
        })
    };
    let sides = (prop::option::of(side()), prop::option::of(side()));
    (set, angles, hand, sides).prop_map(|(set, angles, hand, (left, right))| {
        let mut lines: Vec<String> = set
            .iter()
            .zip(angles)
            .map(|(segment, angle)| format!("{segment} = {angle}"))
            .collect();
        lines.extend(hand.map(|hand| format!("hand = {hand}")));
        lines.extend(left.map(|left| format!("left = {left}")));
        lines.extend(right.map(|right| format!("right = {right}")));
        lines
    })
}

fn figure() -> impl Strategy<Value = String> {
    let view = prop::sample::select(vec!["side", "front", "lying", "top"]);
    let rest = prop::sample::select(vec!["floor", "feet", "seat", "float"]);
    let on = prop::sample::select(vec!["floor", "mat", "bed", "pool"]);
    let props = prop::sample::subsequence(
        vec![
            "\"chair\"",
            "\"counter\"",
            "\"pillow\"",
            "\"step\"",
            "\"water\"",
            "\"rail\"",
            "\"noodle\"",
            "\"mat-top\"",
            "\"bed-top\"",
            "{ wall = \"hands\" }",
            "{ wall = \"heels\" }",
            "{ wall = \"back\" }",
            "{ chair = \"front\" }",
            "{ chair = \"shins\" }",
            "{ pillow = \"back\" }",
            "{ pillow = \"knees\" }",
            "{ pillow = \"knees-out\" }",
            "{ pillow = \"knees-between\" }",
            "{ pillow = \"chest\" }",
            "{ strap = \"left\" }",
        ],
        0..4,
    );
    let extras = prop::sample::subsequence(
        vec![
            "anchor = \"toes\"",
            "keep = [\"hands\", \"left.foot\"]",
            "alternate = true",
            "ease = \"linear\"",
            "arrow = \"right.knee\"",
            "focus = [\"foot\", \"head\"]",
            "highlight = [\"right.quad\", \"back\", \"calf\"]",
            "order = [\"head\", \"torso\"]",
            "front = [\"head\"]",
            "twist = 40",
            "pelvis = -12",
            "face = [10, 50]",
        ],
        0..8,
    );
    let frames = prop::collection::vec(posture(), 0..3);
    ((view, rest, on), props, extras, posture(), frames).prop_map(
        |((view, rest, on), props, extras, posture, frames)| {
            let mut text =
                format!("[figure]\nview = \"{view}\"\nrest = \"{rest}\"\non = \"{on}\"\n");
            text += &format!("props = [{}]\n", props.join(", "));
            for line in extras.into_iter().map(str::to_owned).chain(posture) {
                text += &format!("{line}\n");
            }
            for frame in frames {
                text += &format!("[[figure.frames]]\n{}\n", frame.join("\n"));
            }
            text
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_figure_is_drawn_within_its_cells(
        text in figure(),
        at in 0.0_f64..20.0,
        width in 4_u16..70,
        height in 2_u16..40,
        glyphs in prop::sample::select(Glyphs::ALL.to_vec()),
    ) {
        let (clip, found) = Clip::draft(&Written::of(&text), &Bases::default());
        for found in &found {
            let span = found.span.clone().expect("a place");
            prop_assert!(text.get(span).is_some(), "{:?}", found);
        }
        let clip = clip.expect("its words are legal");
        let size = CellSize { width, height };
        for side in Side::BOTH {
            for tones in [Tones::Colours, Tones::Mono] {
                for close in [true, false] {
                    let cells = clip.draw_shot(clip.motion.shot(at), Look { size, glyphs, side, close, tones });
                    prop_assert_eq!(cells.rows().count(), usize::from(height));
                    prop_assert!(cells.rows().all(|row| row.len() == usize::from(width)));
                }
            }
        }
        // All of every keyframe is in the picture.
        let whole = clip.framing.whole;
        let fit = Fit::whole(&whole, size);
        for index in 0..clip.motion.keyframes().len() {
            let items: Vec<SceneItem> = clip.scene(clip.motion.held(index));
            let mut taken = Extent::default();
            extent(&items, &mut taken);
            for corner in [taken.from, taken.to] {
                let dots = fit.dots(corner);
                prop_assert!((-0.01..=f64::from(width) * 2.0 + 0.01).contains(&dots.x), "{:?}", dots);
                prop_assert!((-0.01..=f64::from(height) * 4.0 + 0.01).contains(&dots.y), "{:?}", dots);
            }
        }
        prop_assert!(!clip.svg(0, Side::Left, false).contains("NaN"));
    }
}
