//! What people are given on paper, as files: `tests/prescriptions/x.toml`. Each takes the time that the paper says, and
//! no more lines than it needs.

use std::path::{Path, PathBuf};

use supple::plan::lower::lower;
use supple::plan::review::review;
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;

use crate::support::program::Home;
use crate::support::rig::library;

/// A file of a prescription, and what must come of it.
struct Prescription {
    file: &'static str,
    /// Seconds in all.
    total: u64,
    /// How many times work begins.
    works: usize,
    /// Lines that are not blank, where every repetition and side is a step or a set of its own.
    written_out: usize,
    /// What the paper says beside times and numbers, as it is said or stands on the sheet.
    said: &'static [&'static str],
}

const fn of(
    file: &'static str,
    total: u64,
    works: usize,
    written_out: usize,
    said: &'static [&'static str],
) -> Prescription {
    Prescription {
        file,
        total,
        works,
        written_out,
        said,
    }
}

const ALL: [Prescription; 14] = [
    of(
        "back-and-hips",
        400,
        14,
        28,
        &["10 times, out 5s, back 5s each"],
    ),
    of(
        "evening-to-sleep",
        895,
        5,
        22,
        &[
            "fold, fifteen breaths.",
            "Turn your head to the other side.",
        ],
    ),
    // A breath is one work with four phases, not a work for each of them.
    of(
        "four-seven-eight",
        76,
        1,
        19,
        &[
            "Often twice a day",
            "four breaths.",
            "breath in 4s, hold 7s, out 8s",
            "work 1m16s, 4 breaths",
        ],
    ),
    // The rests between long poses are written once, and a beginner begins with three minutes.
    of(
        "hips-slowly",
        920,
        6,
        23,
        &[
            "3m to 5m each side",
            "three minutes.",
            "lie still, feel the echo, one minute.",
        ],
    ),
    of(
        "knee-first-day",
        696,
        19,
        32,
        &[
            "Main. Next: down along the wall, ten times.",
            "step aside, band, left side, ten times.",
            "all sets of one side first",
        ],
    ),
    // Held repetitions are one work. Each has its way there and back, the last one too: as sets with rests between
    // them, four kinds take two seconds less each.
    of(
        "knee-ward",
        890,
        10,
        44,
        &["Often 3 times a day", "twenty times, hold ten seconds."],
    ),
    // The last of its holds changes sides, two seconds each.
    of(
        "legs-on-the-floor",
        1335,
        36,
        49,
        &[
            "left side, up to fifteen times.",
            "up to twenty times, changing sides, right side first, hold ten seconds.",
        ],
    ),
    of(
        "morning-flow",
        735,
        29,
        107,
        &[
            "Arrive. Wake the spine, slowly. First: child, thirty seconds.",
            "Peak. Strong legs, soft face. Next: lunge, arms up, right side, thirty seconds.",
            "Rest. Nothing more to do. Next: lie still, two minutes.",
        ],
    ),
    // As sets without rests there is no time to move in and out: two seconds a repetition more.
    of(
        "on-a-chair",
        262,
        10,
        31,
        &["5 times, hold 5s to 10s", "10 times, alternating sides"],
    ),
    // The last repetition is let go of, too.
    of(
        "pelvic-floor",
        160,
        2,
        16,
        &[
            "Often 3-5 times a day",
            "up to ten times, hold ten seconds.",
            "up to 5 to 10 times, hold 10s, rest 4s",
            "work up to 2m20s, 10 reps",
        ],
    ),
    of(
        "rest-pose-between",
        1170,
        16,
        49,
        &["Next: flat on the back, forty-five seconds."],
    ),
    // A key begins each stretch but the first, which begins with the routine.
    of(
        "six-stretches",
        1170,
        36,
        51,
        &[
            "ankle on the knee, right side, thirty seconds.",
            "\"Next: ready?\"",
            "right side first",
        ],
    ),
    of("towel", 300, 6, 19, &["all sets of one side first"]),
    of(
        "weaker-right",
        960,
        20,
        38,
        &[
            "left 1m30s, right 2m",
            "left 20 times, 3 sets, right 30 times, 3 sets",
        ],
    ),
];

fn path(file: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/prescriptions");
    folder.join(file).with_extension("toml")
}

fn text(file: &str) -> String {
    std::fs::read_to_string(path(file)).expect("the prescription")
}

/// The timetable of a prescription that is sound and has nothing to warn of.
fn timetable(file: &str) -> Timetable {
    let library = library(&text(file));
    let entry = library.routine("test").expect("the routine");
    assert!(entry.report(false).is_empty(), "{}", entry.report(false));
    let timetable = lower("test", &entry.value, &library);
    let timetable = timetable.unwrap_or_else(|why| panic!("{file}: {}", why.message));
    let warnings = review(&entry.value, &timetable, &library);
    assert!(warnings.is_empty(), "{file}: {warnings:?}");
    timetable
}

#[test]
fn prescriptions_take_the_time_that_the_paper_says() {
    for prescription in &ALL {
        let timetable = timetable(prescription.file);
        let works = timetable.segments.iter();
        let works = works.filter(|segment| segment.kind == SegmentKind::Work);
        assert_eq!(
            (timetable.total().as_secs(), works.count()),
            (prescription.total, prescription.works),
            "{}",
            prescription.file
        );
    }
}

#[test]
fn prescriptions_are_no_longer_than_written_out() {
    for Prescription {
        file, written_out, ..
    } in &ALL
    {
        let text = text(file);
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= *written_out, "{file}: {lines} lines");
    }
}

#[test]
fn prescriptions_are_said_and_shown_as_the_paper_says() {
    let home = Home::new();
    for Prescription { file, said, .. } in &ALL {
        let path = path(file);
        let path = path.to_str().expect("a plain path");
        let all = ["show", "rehearse"].map(|command| home.run(&[command, path]).out);
        let words: Vec<&str> = all.iter().flat_map(|out| out.split_whitespace()).collect();
        let all = words.join(" ");
        for text in *said {
            assert!(all.contains(text), "{file}: {text}");
        }
    }
}

#[test]
fn other_programs_are_told_that_a_dose_may_end_early() {
    let path = path("pelvic-floor");
    let ran = Home::new().run(&["rehearse", path.to_str().expect("a plain path"), "--json"]);
    let lines = ran.json_lines();
    let work = lines.iter().filter(|line| line["kind"] == "work");
    let ceilings: Vec<_> = work.map(|line| line["up_to"].as_bool()).collect();
    assert_eq!(ceilings, [Some(true), None]);
}

#[test]
fn every_prescription_is_tried() {
    let folder = std::fs::read_dir(path("x").parent().expect("the folder"));
    assert_eq!(folder.expect("the prescriptions").count(), ALL.len());
}
