//! Whoever reads only the screen can read all that is said of a step without leaving the player.

use supple::content::embedded;
use supple::content::file::{Layer, Origin};
use supple::content::library::Library;
use supple::plan::catalog::Catalog;
use supple::plan::tailor::{Request, tailor};
use supple::plan::words;
use supple::tui::app::Start;
use supple::tui::widgets::text::wrap;

use crate::support::stage::{Stage, own, somebody};

/// The words of a screen without its figure and its lines.
fn text(screen: &str) -> String {
    let drawn = |letter: char| ('\u{2500}'..='\u{28ff}').contains(&letter);
    let bare = screen.replace(drawn, " ");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything that can be read while a session is paused, from the first line to the last.
fn all_of(stage: &mut Stage, width: u16, height: u16) -> String {
    let (mut all, mut last) = (String::new(), String::new());
    while let screen = text(&stage.screen(width, height))
        && screen != last
    {
        all += &screen;
        all.push('\n');
        last = screen;
        stage.keys("down");
    }
    all
}

/// A routine of one step.
fn alone(exercise: &str) -> String {
    format!(
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"mobility\"\n[[step]]\nexercise = \"{exercise}\"\n"
    )
}

/// Every exercise alone in a routine: what is said of it to somebody can all be read in a terminal of this size. How
/// many of them are played.
fn check(people: &[&str], width: u16, height: u16) -> usize {
    let bundled = Library::of(vec![embedded::layer()]);
    let ids = bundled.exercises().map(|entry| entry.id.clone());
    let files = ids.map(|id| own(&format!("mine-{id}"), &alone(&id)));
    let origin = Origin::Own;
    let layer = Layer {
        origin,
        files: files.collect(),
    };
    let library = Library::of(vec![embedded::layer(), layer]);
    let whom = somebody(people, &library);
    let catalog = Catalog::of(library.clone(), whom.clone());
    let (mut plays, mut missing) = (0, Vec::new());
    for entry in library
        .routines()
        .filter(|entry| entry.id.starts_with("mine-"))
    {
        let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be made");
        let Some(timetable) = made.timetable else {
            continue;
        };
        plays += 1;
        let start = Start::Playing(entry.id.clone(), 0);
        let mut stage = Stage::open(catalog.clone(), &start, 22);
        stage.keys("space");
        let read = all_of(&mut stage, width, height);
        let step = &timetable.steps[0].planned;
        let side = timetable.segments.iter().find_map(|segment| segment.side);
        let mut lines = words::how(step, side);
        lines.extend(step.cautions.iter().map(Into::into));
        let others = step.feel.iter().chain(&step.avoid);
        lines.extend(others.map(|line| words::filled(line, step, side)));
        // On a tiny screen no line is seen whole at once.
        let is_read = |line: &str| match height {
            ..10 => wrap(line, width.into())
                .iter()
                .all(|row| read.contains(row)),
            _ => read.contains(line),
        };
        let unread = lines.iter().filter(|line| !is_read(line));
        missing.extend(unread.map(|line| format!("{}: {line}\n{read}", step.name)));
    }
    assert!(
        missing.is_empty(),
        "{} missing, {}",
        missing.len(),
        missing[0]
    );
    plays
}

#[test]
fn every_line_of_every_exercise_can_be_read_while_it_is_paused() {
    assert!(check(&[], 80, 24) > 140);
}

#[test]
fn so_it_is_for_somebody_to_whom_much_is_said() {
    let people = [
        "neuropathy-feet",
        "osteoporosis",
        "heart-condition",
        "low-back-pain",
    ];
    assert!(check(&people, 80, 24) > 60);
}

#[test]
fn so_it_is_in_a_small_terminal() {
    assert!(check(&[], 40, 12) > 140);
}

#[test]
fn so_it_is_row_by_row_in_a_tiny_one() {
    assert!(check(&[], 20, 5) > 140);
}
