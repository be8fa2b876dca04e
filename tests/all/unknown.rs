//! Of what nothing is known, nobody can say that it suits.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use supple::content::embedded;
use supple::content::file::{File, FileKind};
use supple::content::library::Library;
use supple::plan::screening::decision::Ruling;
use supple::plan::tailor::{Request, Tailored, tailor};
use supple::plan::whom::Recipient;
use supple::tui::app::Start;

use crate::support::program::Home;
use crate::support::stage::{self, Stage, catalog_for, own, somebody};

const JUMPS: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\n\
    [[step]]\nname = \"Jump squats\"\nreps = 8\n";
/// What is said of it.
const SAID: &str = "Nothing is known about \"Jump squats\": not checked for you.";

fn exercise(id: &str, text: &str) -> File {
    File {
        kind: FileKind::Exercise,
        id: id.to_owned(),
        path: format!("~/.config/supple/routines/exercises/{id}.toml"),
        text: Ok(format!("discipline = \"strength\"\n{text}").into()),
    }
}

fn library(files: Vec<File>) -> Library {
    stage::library(files)
}

fn made(library: &Library, id: &str, conditions: &[&str]) -> Tailored {
    let entry = library.routine(id).expect("it is there");
    assert!(entry.is_sound(), "{}", entry.report(false));
    let whom = match conditions {
        [] => Recipient::default(),
        words => somebody(words, library),
    };
    tailor(entry, library, &whom, &Request::default()).expect("it can be played")
}

fn unknown(text: &str, files: Vec<File>) -> Vec<String> {
    let files = files.into_iter().chain([own("mine", text)]).collect();
    made(&library(files), "mine", &["pregnancy-t3"]).unknown
}

#[test]
fn a_step_by_name_only_is_not_checked() {
    let library = library(vec![own("mine", JUMPS)]);
    for condition in ["pregnancy-t3", "falls-risk", "heart-condition"] {
        let made = made(&library, "mine", &[condition]);
        assert_eq!(made.unknown, ["Jump squats"], "{condition}");
        assert!(made.timetable.is_some(), "its owner may play it");
    }
    assert!(made(&library, "mine", &[]).unknown.is_empty());
}

#[test]
fn what_its_author_has_looked_at_is_known() {
    let none: [String; 0] = [];
    assert_eq!(unknown(&format!("{JUMPS}hazards = []\n"), vec![]), none);
    let placed = format!("{JUMPS}position = \"standing\"\n");
    assert_eq!(unknown(&placed, vec![]), ["Jump squats"]);
    let item = JUMPS.replace("reps = 8", "until = \"done\"");
    assert_eq!(unknown(&item, vec![]), none, "a checklist");
    let mixed = format!("{item}[[step]]\nexercise = \"ankle-pumps\"\nreps = 9\n");
    assert_eq!(unknown(&mixed, vec![]), ["Jump squats"]);
    let placed = format!("{item}position = \"standing\"\n");
    assert_eq!(unknown(&placed, vec![]), ["Jump squats"]);

    let of = JUMPS.replace("name = \"Jump squats\"", "exercise = \"my-jump\"");
    let jump = "name = \"Jump\"\nposition = \"standing\"\n";
    let with = |more: &str| vec![exercise("my-jump", &format!("{jump}{more}"))];
    assert_eq!(unknown(&of, with("")), ["Jump"]);
    assert_eq!(unknown(&of, with("hazards = []\n")), none);
    assert_eq!(unknown(&format!("{of}hazards = []\n"), with("")), none);
    let ours = JUMPS.replace("name = \"Jump squats\"", "exercise = \"ankle-pumps\"");
    let placed = exercise("ankle-pumps", "name = \"Pumps\"\nposition = \"supine\"\n");
    assert_eq!(unknown(&ours, vec![placed]), none);
}

#[test]
fn of_what_is_bundled_all_is_known() {
    let library = stage::library(Vec::new());
    for entry in library.routines() {
        let made = made(&library, &entry.id, &["knee-pain"]);
        assert!(made.unknown.is_empty(), "{}: {:?}", entry.id, made.unknown);
    }
}

#[test]
fn every_screen_says_it() {
    let catalog = || catalog_for("conditions = [\"glaucoma\"]\n", vec![own("mine", JUMPS)]);
    let row = catalog()
        .rows()
        .iter()
        .find(|row| row.id == "mine")
        .cloned();
    assert!(!row.expect("it is listed").known);
    let words = |screen: String| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let list = Stage::open(catalog(), &Start::Home, 22).screen(200, 100);
    assert!(list.contains("yours  ? 0:"), "{list}");
    let before = Stage::open(catalog(), &Start::Before("mine".into()), 22);
    let before = words(before.screen(80, 24));
    assert!(before.contains(&format!("Note {SAID}")), "{before}");
    let player = Stage::open(catalog(), &Start::Playing("mine".into(), 0), 22);
    let player = words(player.screen(160, 24));
    assert!(player.contains(SAID), "{player}");
}

#[test]
fn every_command_says_it() {
    let home = Home::new();
    home.own("mine.toml", JUMPS);
    home.write(
        ".config/supple/profile.toml",
        "conditions = [\"glaucoma\"]\n",
    );
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in ["show", "rehearse"] {
        let out = words(&home.run(&[command, "mine"]).out);
        assert!(
            out.contains(SAID) && out.contains("Note"),
            "{command}: {out}"
        );
    }
    for arguments in [
        &["show", "mine", "--json"][..],
        &["rehearse", "mine", "--json"],
        &["list", "--id", "mine", "--json"],
    ] {
        let out = home.run(arguments).out;
        let text = if arguments[0] == "rehearse" {
            out.lines().next().unwrap_or_default()
        } else {
            &out
        };
        let json: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let row = json.get(0).unwrap_or(&json);
        assert_eq!(row["checked"], false, "{arguments:?}");
        assert_eq!(row["worries"][0], SAID, "{arguments:?}");
    }
    let list = home.run(&["list"]).out;
    let line = list.lines().find(|line| line.starts_with("mine "));
    let line = line.expect("it is listed");
    assert!(line.ends_with(" not checked"), "{line}");
    assert!(list.contains(" fits\n"), "the others were checked");

    let mut command = home.supple(&["play", "mine", "--plain"]);
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .stdin(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let first = lines.next().expect("a line").expect("text");
    child.kill().expect("it is ended");
    child.wait().expect("it has ended");
    assert_eq!(first, SAID);
}

/// The exercises of a routine as it is played.
fn played(made: &Tailored) -> Vec<String> {
    let steps = made.timetable.iter().flat_map(|timetable| &timetable.steps);
    steps
        .filter_map(|step| step.planned.exercise.clone())
        .collect()
}

#[test]
fn it_is_not_taken_in_place_of_something_that_is_ruled_out() {
    let text = JUMPS.replace("name = \"Jump squats\"", "exercise = \"mine-down\"");
    let down = exercise(
        "mine-down",
        "name = \"Down\"\nposition = \"prone\"\nhazards = [\"prone\"]\n\
         easier = \"my-jump\"\nsubstitutes = { pregnancy-t3 = \"my-jump\" }\n",
    );
    let jump = "name = \"Jump\"\nposition = \"standing\"\neasier = \"ankle-pumps\"\n";
    let instead = |hazards: &str| {
        let jump = exercise("my-jump", &format!("{jump}{hazards}"));
        let library = library(vec![own("mine", &text), down.clone(), jump]);
        played(&made(&library, "mine", &["pregnancy-t3"]))
    };
    assert_eq!(instead("hazards = []\n"), ["my-jump"]);
    // The next way is taken.
    assert_eq!(instead(""), ["ankle-pumps"]);
}

#[test]
fn it_is_not_offered_as_easier_or_harder() {
    let text = "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\n\
        [[step]]\nexercise = \"ankle-pumps\"\nreps = 9\neasier = \"my-jump\"\nharder = \"my-jump\"\n";
    let jump = exercise("my-jump", "name = \"Jump\"\nposition = \"supine\"\n");
    let library = library(vec![own("mine", text), jump]);
    let offered = |conditions: &[&str]| {
        let timetable = made(&library, "mine", conditions).timetable;
        let step = timetable.expect("it plays").steps.remove(0);
        [step.easier, step.harder].concat().len()
    };
    assert_eq!(offered(&[]), 2);
    assert_eq!(offered(&["glaucoma"]), 0);
}

#[test]
fn it_is_not_offered_in_place_of_a_routine() {
    let wanted = "format = 1\ntitle = \"Wanted\"\ndiscipline = \"strength\"\nminutes = 5\n\
        instead = { glaucoma = \"mine\" }\n\
        [[step]]\nexercise = \"ankle-pumps\"\nhold = \"5m\"\n";
    let mine = "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\nminutes = 5\n\
        [[step]]\nname = \"Jump squats\"\nhold = \"5m\"\n";
    let offered = |mine: &str| {
        let library = library(vec![own("wanted", wanted), own("mine", mine)]);
        let made = made(&library, "wanted", &["glaucoma"]);
        made.refusal().expect("it is refused").with.clone()
    };
    let known = format!("{mine}hazards = []\n");
    assert_eq!(offered(&known).as_deref(), Some("mine"));
    assert_ne!(offered(mine).as_deref(), Some("mine"));
}

#[test]
fn a_step_that_waits_for_a_key_is_held_against_the_rules_too() {
    let of = |more: &str, condition: &str| {
        let step = "[[step]]\nname = \"Lie back\"\nuntil = \"done\"\n";
        let text = JUMPS.replace("reps = 8\n", "reps = 8\nposition = \"seated-chair\"\n");
        let text = format!("{text}[[step]]\nexercise = \"ankle-pumps\"\nreps = 9\n");
        let steps = "[[step]]\nexercise = \"ankle-circles\"\nreps = 9\n";
        let text = format!("{text}{steps}[[step]]\nname = \"Sit\"\nhold = 9\n{step}{more}");
        let library = library(vec![own("mine", &text)]);
        let decided = made(&library, "mine", &[condition]).decisions.into_iter();
        let mut dropped = decided.filter(|one| one.action == Ruling::Drop);
        dropped.any(|one| one.name.as_deref() == Some("Lie back"))
    };
    assert!(of("position = \"standing\"\n", "cannot-stand"));
    assert!(of("hazards = [\"supine-flat\"]\n", "pregnancy-t3"));
    assert!(!of("", "pregnancy-t3"));
    // Those with a list of what they may do have nothing else.
    assert!(of("position = \"supine\"\n", "hip-replacement-recent"));
    assert!(!of("", "hip-replacement-recent"));
}

#[test]
fn a_list_of_exercises_means_them_as_they_are() {
    let step = "[[step]]\nexercise = \"ankle-pumps\"\nreps = 9\n";
    let head = "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\n";
    let plays = |more: &str, files: Vec<File>| {
        let text = format!("{head}{step}{more}");
        let files = files.into_iter().chain([own("mine", &text)]).collect();
        let made = made(&library(files), "mine", &["hip-replacement-recent"]);
        made.timetable.is_some()
    };
    assert!(plays("", vec![]));
    assert!(plays("note = \"By the physio.\"\n", vec![]));
    assert!(!plays("how = [\"Jump as high as you can.\"]\n", vec![]));
    assert!(!plays("position = \"standing\"\n", vec![]));
    let ours = bundled_exercise("ankle-pumps");
    assert!(plays("", vec![exercise_file("ankle-pumps", &ours)]));
    let jump = "name = \"Ankle pumps\"\nposition = \"supine\"\nhow = [\"Jump.\"]\n";
    assert!(!plays("", vec![exercise("ankle-pumps", jump)]));
    // Nor is it taken in place of something else.
    let library = library(vec![exercise("ankle-pumps", jump)]);
    let taken = library.routines().map(|entry| entry.id.clone());
    for id in taken.collect::<Vec<_>>() {
        let made = made(&library, &id, &["hip-replacement-recent"]);
        assert!(!played(&made).contains(&"ankle-pumps".to_owned()), "{id}");
    }
}

fn bundled_exercise(id: &str) -> String {
    let mut files = embedded::layer().files.into_iter();
    let file = files.find(|file| file.kind == FileKind::Exercise && file.id == id);
    file.expect("it is bundled")
        .text
        .expect("it is text")
        .to_string()
}

fn exercise_file(id: &str, text: &str) -> File {
    File {
        text: Ok(text.to_owned().into()),
        ..exercise(id, "")
    }
}
