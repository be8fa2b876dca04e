//! What is to be heard, on the screen and in plain mode.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use supple::player::event::Stamped;
use supple::player::moment::Moment;
use supple::player::narrator::{Heard, narrate};
use supple::player::session::Session;
use supple::tui::app::Start;
use supple::tui::plain::Plain;
use supple::tui::program::Program as _;
use supple::tui::screens::signs::Signs;

use crate::support::rig::{at, timetable};
use crate::support::stage::{Stage, catalog, own, tailored};
use crate::support::told::Told;
use crate::timelines::{input, timelines_in_folder};

/// A routine with two holds.
const SHORT: &str = "format = 1
title = \"Short\"
discipline = \"stretching\"

[[step]]
name = \"Reach\"
hold = \"6s\"
prepare = \"5s\"

[[step]]
name = \"Lie\"
hold = \"5s\"
prepare = \"0s\"
";

fn playing() -> Stage {
    let start = Start::Playing("mine".into(), 0);
    Stage::open(catalog(vec![own("mine", SHORT)]), &start, 22)
}

/// The same in plain mode, to its end.
fn to_the_end() -> Told {
    let catalog = catalog(vec![own("mine", SHORT)]);
    let entry = catalog.library().routine("mine").expect("it is there");
    let timetable = tailored(catalog.library(), &[], "mine");
    let signs = Signs::for_whom(&catalog);
    let mut told = Told::new(Plain::start(entry, timetable, signs, 0, Moment::START));
    // What is to be heard at the start.
    told.until(Duration::ZERO);
    while let Some(next) = told.plain.deadline() {
        told.until(next.since_start());
    }
    told
}

fn line(stamped: &Stamped<Heard>) -> String {
    let at = stamped.at.since_start().as_secs_f64();
    match &stamped.event {
        Heard::Say(words) => format!("{at:>7.1} say {words}"),
        Heard::Chime(sound) => format!("{at:>7.1} chime {}", sound.as_str()),
        Heard::Hush => format!("{at:>7.1} hush"),
    }
}

/// The timelines of `tests/timelines`, as they are heard. `BLESS=1 cargo test heard` writes them again.
#[test]
fn timelines_are_heard_as_written() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/heard.txt");
    let mut all = String::new();
    for (name, text) in timelines_in_folder() {
        let parts: Vec<&str> = text.split("\n---\n").collect();
        let (mut session, log) = Session::start(timetable(parts[0]), at(0.0));
        let mut heard = narrate(&log);
        for word in parts[1].lines().filter(|line| !line.trim().is_empty()) {
            let (moment, word) = word.split_once(' ').expect("a moment and an input");
            let moment = at(moment.parse().expect("seconds"));
            heard.extend(narrate(&session.handle(input(word), moment)));
        }
        let name = name.file_stem().expect("a file").to_string_lossy();
        let _ = writeln!(all, "{name}");
        for stamped in &heard {
            let _ = writeln!(all, "{}", line(stamped));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &all).expect("it is written");
    }
    assert_eq!(
        std::fs::read_to_string(&path).expect("the golden file"),
        all
    );
}

#[test]
fn the_screen_and_plain_mode_are_heard_alike() {
    let told = to_the_end();
    let mut stage = playing();
    stage.after(Duration::from_secs(60));
    assert!(told.has_quit);
    assert_eq!(stage.heard, told.heard);
    let words: Vec<String> = stage.heard.iter().map(line).collect();
    assert_eq!(words[0], "    0.0 hush");
    assert!(
        words[1].starts_with("    0.0 say First: reach"),
        "{words:?}"
    );
    assert!(
        words.contains(&"    5.0 chime start".to_owned()),
        "{words:?}"
    );
}

#[test]
fn a_pause_ends_what_is_being_said() {
    let mut stage = playing();
    stage.after(Duration::from_secs(1));
    let before = stage.heard.len();
    stage.keys("space");
    assert_eq!(
        stage.heard[before..].iter().map(line).collect::<Vec<_>>(),
        ["    1.0 hush"]
    );
}

#[test]
fn the_last_words_are_said_to_their_end() {
    let told = to_the_end();
    let last = told.heard.last().map(line).expect("something is heard");
    assert!(last.contains("say"), "{last}");
    let mut stopped = playing();
    stopped.after(Duration::from_secs(1)).keys("q y");
    let last = stopped.heard.last().map(line).expect("something is heard");
    assert!(last.ends_with("hush"), "{last}");
}
