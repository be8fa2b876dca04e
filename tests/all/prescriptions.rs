//! What people are given on paper, as files: `tests/prescriptions/x.toml`. Each takes the time that the paper says, and
//! no more lines than it needs.

use std::path::{Path, PathBuf};

use supple::plan::lower::lower;
use supple::plan::review::review;
use supple::plan::segment::SegmentKind;
use supple::plan::timetable::Timetable;

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
}

const fn of(file: &'static str, total: u64, works: usize, written_out: usize) -> Prescription {
    Prescription {
        file,
        total,
        works,
        written_out,
    }
}

const ALL: [Prescription; 12] = [
    of("back-and-hips", 400, 14, 28),
    of("evening-to-sleep", 895, 5, 22),
    // A breath is one work with four phases, not a work for each of them.
    of("four-seven-eight", 76, 1, 19),
    of("knee-first-day", 696, 19, 32),
    // Held repetitions are one work. Each has its way there and back, the last one too: as sets with rests between
    // them, four kinds take two seconds less each.
    of("knee-ward", 890, 10, 44),
    of("legs-on-the-floor", 1295, 55, 49),
    of("morning-flow", 735, 29, 107),
    // As sets without rests there is no time to move in and out: two seconds a repetition more.
    of("on-a-chair", 262, 10, 31),
    // The last repetition is let go of, too.
    of("pelvic-floor", 160, 2, 16),
    of("rest-pose-between", 1170, 16, 49),
    of("towel", 300, 6, 19),
    of("weaker-right", 960, 20, 38),
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
fn prescriptions_are_shorter_than_written_out() {
    for Prescription {
        file, written_out, ..
    } in &ALL
    {
        let text = text(file);
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines < *written_out, "{file}: {lines} lines");
    }
}

#[test]
fn every_prescription_is_tried() {
    let folder = std::fs::read_dir(path("x").parent().expect("the folder"));
    assert_eq!(folder.expect("the prescriptions").count(), ALL.len());
}
