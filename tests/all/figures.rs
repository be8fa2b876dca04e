//! Figures: the bones keep their lengths, what stays stays, and every keyframe looks as it did.
//!
//! `tests/figures/x.toml` are exercises for these tests, `x.txt` their keyframes in Braille, 32x14;
//! `BLESS=1 cargo test figures` writes them again. What holds for them holds for every bundled figure too.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ratatui::symbols::pixel;
use supple::content::diagnostic::Severity;
use supple::content::embedded;
use supple::content::exercise::Exercise;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::vocabulary::Word as _;
use supple::figure::body::length;
use supple::figure::body::shot::Shot;
use supple::figure::body::skeleton::Skeleton;
use supple::figure::clip::Clip;
use supple::figure::draw::Look;
use supple::figure::draw::cells::{Cells, Tones};
use supple::figure::draw::fit::CellSize;
use supple::figure::draw::glyphs::Glyphs;
use supple::figure::read::base::Bases;
use supple::figure::scene::role::Role;
use supple::figure::words::joint::{Middle, Spot};
use supple::figure::words::side::Side;
use supple::figure::words::view::{Rest, View};

const SIZE: CellSize = CellSize {
    width: 32,
    height: 14,
};

struct Figure {
    id: String,
    clip: Clip,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures")
}

fn library() -> Library {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder()).expect("the folder of figures") {
        let path = entry.expect("an entry").path();
        if path.extension() != Some(OsStr::new("toml")) {
            continue;
        }
        let name = path.file_name().expect("a name").to_string_lossy();
        let kind = match FileKind::of(&name) {
            Some(FileKind::Figures) => FileKind::Figures,
            _ => FileKind::Exercise,
        };
        files.push(File {
            kind,
            id: File::stem(&name).to_owned(),
            path: name.to_string(),
            text: Ok(std::fs::read_to_string(&path).expect("a text").into()),
        });
    }
    assert!(files.len() > 10, "the figures are not where they were");
    let own = Layer {
        origin: Origin::Own,
        files,
    };
    Library::of(vec![embedded::layer(), own])
}

/// Every figure of the tests and of the program.
fn figures() -> Vec<Figure> {
    let library = library();
    let bases = Bases::of(&library.shared().figures);
    library
        .exercises()
        .filter_map(|entry| {
            let figure = entry.value.figure.as_ref()?;
            let (clip, found) = Clip::draft(figure, &bases);
            let clip = clip.unwrap_or_else(|| panic!("{}: {found:#?}", entry.id));
            Some(Figure {
                id: entry.id.clone(),
                clip,
            })
        })
        .collect()
}

/// The body at a time of the loop.
fn body_at(clip: &Clip, at: f64) -> Skeleton {
    clip.motion.body_on(clip.motion.way(at))
}

/// The picture at a time of the loop.
fn draw(clip: &Clip, at: f64, look: Look) -> Cells {
    clip.draw_shot(clip.motion.shot(at), look)
}

/// Moments of a loop.
fn samples(clip: &Clip) -> impl Iterator<Item = (f64, Skeleton)> {
    (0..60).map(|index| {
        let at = clip.motion.period() * f64::from(index) / 60.0;
        (at, body_at(clip, at))
    })
}

#[test]
fn every_figure_is_sound() {
    let library = library();
    let bases = Bases::of(&library.shared().figures);
    for file in &library.shared().figures {
        assert_eq!(bases.check(file), [], "the bases");
    }
    for entry in library.exercises() {
        if let Some(figure) = &entry.value.figure {
            let (_, found) = Clip::draft(figure, &bases);
            assert!(found.is_empty(), "{}: {found:#?}", entry.id);
        }
    }
}

#[test]
fn bones_keep_their_lengths_all_the_way() {
    let bones = [
        (Spot::Shoulder, Spot::Elbow, length::ARM),
        (Spot::Elbow, Spot::Wrist, length::FOREARM),
        (Spot::Wrist, Spot::Tip, length::HAND),
        (Spot::Hip, Spot::Knee, length::THIGH),
        (Spot::Knee, Spot::Ankle, length::SHIN),
    ];
    for figure in figures() {
        for (at, body) in samples(&figure.clip) {
            for side in Side::BOTH {
                for (from, to, length) in bones {
                    let bone = (body.joints.of(side, to) - body.joints.of(side, from)).length();
                    assert!(
                        (bone - length).abs() < 1e-9,
                        "{} at {at}: {side:?} {from:?} to {to:?} is {bone}",
                        figure.id
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_jumps() {
    for figure in figures() {
        let steps = 600;
        let step = figure.clip.motion.period() / f64::from(steps);
        let mut before = body_at(&figure.clip, 0.0);
        for index in 1..=steps {
            let body = body_at(&figure.clip, step * f64::from(index));
            for (from, to) in before.joints.iter().zip(body.joints.iter()) {
                let way = (to - from).length();
                assert!(way < 4.0, "{} at step {index}: {way}", figure.id);
            }
            before = body;
        }
    }
}

/// The tests' figures say what stays; each is looked at where it does.
#[test]
fn what_stays_stays() {
    let kept: &[(&str, &[(Side, Spot)])] = &[
        (
            "counter-heels",
            &[(Side::Left, Spot::Wrist), (Side::Right, Spot::Wrist)],
        ),
        (
            "back-and-belly",
            &[(Side::Left, Spot::Wrist), (Side::Right, Spot::Wrist)],
        ),
        ("opposite-limbs", &[(Side::Right, Spot::Wrist)]),
        (
            "hips-up",
            &[(Side::Left, Spot::Ankle), (Side::Right, Spot::Ankle)],
        ),
    ];
    let figures = figures();
    for (id, places) in kept {
        let clip = &figures
            .iter()
            .find(|figure| figure.id == *id)
            .expect("a figure")
            .clip;
        let first = body_at(clip, 0.0);
        for (at, body) in samples(clip) {
            for &(side, spot) in *places {
                let way = (body.joints.of(side, spot) - first.joints.of(side, spot)).length();
                // Of a hand on a counter the arm runs out at the top of the heel raise.
                let most = if *id == "counter-heels" { 1.5 } else { 1.0 };
                assert!(way < most, "{id} at {at}: {side:?} {spot:?} moved by {way}");
            }
        }
    }
    let up = figures
        .iter()
        .find(|figure| figure.id == "hips-up")
        .expect("a figure");
    let shoulders = |body: &Skeleton| body.joints[Middle::Shoulders];
    let first = shoulders(&body_at(&up.clip, 0.0));
    for (at, body) in samples(&up.clip) {
        assert!((shoulders(&body) - first).length() < 1e-9, "{at}");
    }
}

#[test]
fn who_lies_lies_on_the_ground() {
    for figure in figures() {
        let way = figure.clip.motion.held(0);
        let body = figure.clip.motion.body_on(way);
        let pose = &body.pose;
        if pose.rest != Rest::Floor || pose.view == View::Top {
            continue;
        }
        let lowest = supple::figure::body::ground::lowest(&body);
        assert!(lowest.abs() < 0.5, "{}: {lowest}", figure.id);
    }
}

#[test]
fn the_other_side_is_a_mirror() {
    for figure in figures() {
        let look = |side| Look {
            side,
            ..Look::new(SIZE, Glyphs::Octant)
        };
        for at in [0.0, figure.clip.motion.period() * 0.4] {
            let dots = |side| roles(&draw(&figure.clip, at, look(side)));
            let mirrored: Vec<Vec<(Role, Role)>> = dots(Side::Left)
                .into_iter()
                .map(|row| row.into_iter().rev().collect())
                .collect();
            assert_eq!(dots(Side::Right), mirrored, "{}", figure.id);
        }
    }
}

/// The roles of all cells: which of two is before the other may differ.
fn roles(cells: &Cells) -> Vec<Vec<(Role, Role)>> {
    let sorted = |fg: Role, bg: Role| (fg.min(bg), fg.max(bg));
    let row = |row: &[supple::figure::draw::cells::Cell]| {
        row.iter().map(|cell| sorted(cell.fg, cell.bg)).collect()
    };
    cells.rows().map(row).collect()
}

#[test]
fn keyframes_of_a_move_differ() {
    for figure in figures() {
        let count = figure.clip.motion.keyframes().len();
        if count == 1 {
            continue;
        }
        let look = Look::new(SIZE, Glyphs::Braille);
        let drawn: Vec<Cells> = (0..count)
            .map(|index| figure.clip.draw_keyframe(index, look))
            .collect();
        // One that rests at its end may start again as it ended.
        let ways = if count > 2 { count - 1 } else { count };
        for index in 0..ways {
            let next = &drawn[(index + 1) % count];
            let cells = |cells: &Cells| cells.rows().flatten().copied().collect::<Vec<_>>();
            let changed = cells(&drawn[index])
                .iter()
                .zip(&cells(next))
                .filter(|(one, other)| one != other)
                .count();
            assert!(changed >= 6, "{} frame {}: {changed}", figure.id, index + 1);
        }
    }
}

#[test]
fn keyframes_look_as_they_did() {
    let mut failed = Vec::new();
    let bless = std::env::var_os("BLESS").is_some();
    let mut seen = 0;
    for figure in figures() {
        let mut text = String::new();
        for index in 0..figure.clip.motion.keyframes().len() {
            text += &format!("frame {}\n", index + 1);
            let look = Look {
                tones: Tones::Mono,
                ..Look::new(SIZE, Glyphs::Braille)
            };
            text += &figure.clip.draw_keyframe(index, look).text();
        }
        let golden = folder().join(format!("{}.txt", figure.id));
        if bless {
            std::fs::write(&golden, &text).expect("the picture is written");
        }
        match std::fs::read_to_string(&golden) {
            Ok(expected) if expected == text => seen += 1,
            Ok(_) => failed.push(format!("{} is now\n{text}", figure.id)),
            Err(_) => failed.push(format!("{} has no .txt beside it", figure.id)),
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(seen > 79, "no figures found");
}

#[test]
fn a_held_keyframe_is_still_and_a_way_is_not() {
    let figures = figures();
    let clip = |id: &str| {
        &figures
            .iter()
            .find(|figure| figure.id == id)
            .expect("a figure")
            .clip
    };
    let shell = clip("shell");
    // Three seconds, two frames: each is held for 0.45 s and takes 1.05 s.
    let starts: Vec<i64> = shell
        .motion
        .keyframes()
        .iter()
        .map(|at| millis(*at))
        .collect();
    assert_eq!(starts, [0, 1500]);
    assert_eq!(millis(shell.motion.period()), 3000);
    for (at, moving) in [
        (0.0, false),
        (0.4, false),
        (0.5, true),
        (1.6, false),
        (2.9, true),
        (3.1, false),
    ] {
        let shot = shell.motion.shot(at);
        assert_eq!(matches!(shot, Shot::Moving(_)), moving, "{at}: {shot:?}");
    }
    assert_eq!(shell.motion.shot(0.5), Shot::Moving(6));
    assert_eq!(shell.motion.shot(3.5), Shot::Moving(6));
    assert_eq!(
        (shell.motion.shot(0.1), shell.motion.shot(1.6)),
        (Shot::Held(0), Shot::Held(1))
    );
    let stride = clip("stride");
    assert!(stride.motion.is_alternating());
    assert_eq!(stride.motion.keyframes().len(), 4);
    assert_eq!(
        (stride.motion.written(), stride.motion.shot(0.0)),
        (2, Shot::Moving(0))
    );
    let still = clip("wall-lean");
    assert!(still.motion.is_still());
    assert_eq!(still.motion.shot(3.3), Shot::Held(0));
}

#[expect(clippy::cast_possible_truncation, reason = "a minute at most")]
fn millis(seconds: f64) -> i64 {
    (seconds * 1000.0).round() as i64
}

#[test]
fn water_stands_still() {
    let figures = figures();
    let clip = &figures
        .iter()
        .find(|figure| figure.id == "leg-out-in-water")
        .expect("a figure")
        .clip;
    let water = |at: f64| -> BTreeSet<(usize, usize)> {
        let cells = draw(clip, at, Look::new(SIZE, Glyphs::Braille));
        let rows: Vec<Vec<bool>> = cells
            .rows()
            .map(|row| row.iter().map(|cell| cell.fg == Role::Water).collect())
            .collect();
        let mut found = BTreeSet::new();
        for (y, row) in rows.iter().enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, water)| **water) {
                found.insert((x, y));
            }
        }
        found
    };
    let (first, then) = (water(0.0), water(0.9));
    // Only where the leg goes, dots are covered or come free.
    let right_half = |set: &BTreeSet<(usize, usize)>| -> Vec<(usize, usize)> {
        set.iter().copied().filter(|(x, _)| *x > 18).collect()
    };
    assert!(first.len() > 50);
    assert_eq!(right_half(&first), right_half(&then));
}

#[test]
fn glyphs_are_those_that_are_known() {
    for pattern in 0..=u8::MAX {
        let index = usize::from(pattern);
        assert_eq!(Glyphs::Octant.character(pattern), pixel::OCTANTS[index]);
        if pattern < 64 {
            assert_eq!(Glyphs::Sextant.character(pattern), pixel::SEXTANTS[index]);
        }
        if pattern < 16 {
            assert_eq!(Glyphs::Quadrant.character(pattern), pixel::QUADRANTS[index]);
        }
    }
    assert_eq!(Glyphs::Braille.character(0), '\u{2800}');
    assert_eq!(Glyphs::Braille.character(0b1000_0001), '⢁');
    assert_eq!(Glyphs::Half.character(2), '▄');
    for glyphs in Glyphs::ALL {
        for figure in figures().iter().take(3) {
            let text = draw(&figure.clip, 0.0, Look::new(SIZE, *glyphs)).text();
            assert!(
                text.lines().count() == 14 && !text.trim().is_empty(),
                "{glyphs:?}"
            );
        }
    }
    let plain = draw(&figures()[0].clip, 0.0, Look::new(SIZE, Glyphs::Ascii)).text();
    assert!(plain.is_ascii(), "{plain}");
}

#[test]
fn an_svg_is_whole() {
    for figure in figures() {
        for side in Side::BOTH {
            let svg = figure.clip.svg(0, side, true);
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
            assert!(
                !svg.contains("NaN") && !svg.contains("inf"),
                "{}",
                figure.id
            );
            assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
        }
    }
}

#[test]
fn an_svg_shows_the_part_that_the_figure_is_about() {
    let library = library();
    for figure in figures() {
        let mut files = library.exercises();
        let file = files.find(|file| file.id == figure.id).expect("its file");
        let of = |close| figure.clip.svg(0, Side::Right, close);
        let has_part = file.text.contains("\nfocus = ");
        assert_eq!(of(true) != of(false), has_part, "{}", figure.id);
    }
}

#[test]
fn an_svg_of_nothing_is_sound() {
    let figure = supple::content::figures::Written::of(
        "[figure]\nview = \"front\"\nrest = \"feet\"\n\
         hide = [\"torso\", \"head\", \"left.arm\", \"right.arm\", \"left.leg\", \"right.leg\"]\n",
    );
    let (clip, found) = Clip::draft(&figure, &Bases::of(&[]));
    let clip = clip.unwrap_or_else(|| panic!("{found:#?}"));
    for close in [true, false] {
        let svg = clip.svg(0, Side::Left, close);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert!(svg.contains("viewBox=\"-4 -4 8 8\""), "{svg}");
    }
}

#[test]
fn who_leans_leans_to_both_sides_in_turn() {
    let figure = supple::content::figures::Written::of(
        "[figure]\nview = \"front\"\nrest = \"feet\"\ntorso = 70\nalternate = true\n",
    );
    let (clip, found) = Clip::draft(&figure, &Bases::of(&[]));
    let clip = clip.unwrap_or_else(|| panic!("{found:#?}"));
    let [right, left] = [0, 1].map(|index| clip.motion.body_on(clip.motion.held(index)).joints);
    assert!(right[Middle::Head].x > 10.0);
    for middle in [Middle::Head, Middle::Chest] {
        let (one, other) = (right[middle], left[middle]);
        assert!((one.x + other.x).abs() < 1e-9 && (one.y - other.y).abs() < 1e-9);
    }
    for spot in [Spot::Shoulder, Spot::Wrist, Spot::Hip, Spot::Toes] {
        let (one, other) = (right.of(Side::Right, spot), left.of(Side::Left, spot));
        assert!((one.x + other.x).abs() < 1e-9 && (one.y - other.y).abs() < 1e-9);
    }
}

#[test]
fn warnings_do_not_take_a_figure_away() {
    let library = library();
    let bases = Bases::of(&library.shared().figures);
    let text = "[figure]\nview = \"side\"\nrest = \"seat\"\ntorso = 90\nthigh = 30\nshin = -60\nfoot = 0\nhand = \"lap\"\n";
    let figure = supple::content::figures::Written::of(text);
    let (clip, found) = Clip::draft(&figure, &bases);
    assert!(clip.is_some());
    assert!(
        found
            .iter()
            .all(|found| found.severity == Severity::Warning),
        "{found:#?}"
    );
    assert!(!found.is_empty());
    assert!(Clip::of(&figure, &bases).is_ok());
}

#[test]
fn a_figure_that_is_no_table_takes_only_itself_away() {
    let text =
        "name = \"Rise\"\ndiscipline = \"strength\"\nposition = \"standing\"\nhow = [\"Rise.\"]\n";
    for figure in [
        "figure = \"stand\"\n[dose]\nreps = 3\n",
        "[dose]\nreps = 3\n[[figure]]\nbase = \"stand\"\n",
    ] {
        let (exercise, found) = Exercise::decode("rise", &format!("{text}{figure}"));
        assert_eq!(found, []);
        let (clip, found) = Clip::draft(&exercise.figure.expect("kept"), &Bases::default());
        assert!(clip.is_none());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].help, ["write [figure], and its keys below it"]);
    }
}

#[test]
fn a_figure_finds_its_base_or_says_which_there_are() {
    let bases = supple::content::figures::Written::of(
        "[base.sit]\nview = \"front\"\n[base.stand]\nview = \"side\"\nrest = \"feet\"\n[base.again]\nbase = \"again\"\n",
    );
    let bases = Bases::of(&[bases]);
    let said = |text: &str| {
        let figure = supple::content::figures::Written::of(text);
        let found = Clip::of(&figure, &bases).err().unwrap_or_default();
        let said = |found: supple::content::diagnostic::Diagnostic| {
            let help = found.help.into_iter().map(String::from);
            (String::from(found.message), help.collect::<Vec<_>>())
        };
        found.into_iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(said("[figure]\nbase = \"stand\"\nfoot = 0\n"), []);
    assert_eq!(
        said("[figure]\nbase = \"stnd\"\ntigh = 3\n"),
        [
            (
                "unknown base \"stnd\"".to_owned(),
                vec![
                    "did you mean \"stand\"?".to_owned(),
                    "known: sit, stand".to_owned(),
                ]
            ),
            (
                "unknown key `tigh` in [figure]".to_owned(),
                vec!["did you mean `thigh`?".to_owned()]
            ),
        ]
    );
    assert_eq!(
        said("[figure]\nbase = \"again\"\n"),
        [(
            "a base leads back to itself: again, again".to_owned(),
            vec!["delete the base of one of them".to_owned()]
        )]
    );
}
