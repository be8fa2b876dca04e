//! The person's part in a dose: which ends of ranges play, and which side begins.

use supple::content::dose::Dose;
use supple::content::file::{File, FileKind};
use supple::plan::tailor::{Request, tailor};
use supple::plan::whom::{Recipient, RecipientSource};
use supple::tui::app::Start;
use supple::tui::message::{Effect, Task};
use supple::tui::settings::Setting;

use crate::screens::{golden, golden_at};
use crate::support::program::Home;
use crate::support::stage::{self, Stage, catalog, catalog_for, own};

const PROFILE: &str = ".config/supple/profile.toml";
const SETTINGS: &str = ".config/supple/settings.toml";

/// A routine of one step, with these keys of its own and of the step.
fn routine(of_routine: &str, of_step: &str) -> String {
    format!(
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"stretching\"\n{of_routine}\n\
         [defaults]\nprepare = \"0s\"\nswitch = \"0s\"\nrest = \"0s\"\n\
         [[step]]\nname = \"Calves\"\n{of_step}\n"
    )
}

const HOLD: &str = "hold = \"20s-30s\"";

/// The lengths of the work that is rehearsed.
fn rehearsed(home: &Home, further: &[&str]) -> Vec<f64> {
    let ran = home.run(&[&["rehearse", "mine", "--json"], further].concat());
    let lines = ran.json_lines().into_iter();
    let work = lines.filter(|line| line["kind"] == "work");
    work.map(|line| line["seconds"].as_f64().expect("it is timed"))
        .collect()
}

#[test]
fn what_is_asked_for_goes_before_the_profile_and_that_before_the_routine() {
    let (low, high) = ("ranges = \"low\"", "ranges = \"high\"");
    let (gentle, strong) = ("gentle = true\n", "gentle = false\n");
    let here = "gentle = [\"mine\"]\n";
    for (of_routine, profile, settings, further, seconds) in [
        ("", "", "", &[][..], 30.0),
        (high, "", "", &[], 30.0),
        (low, "", "", &[], 20.0),
        (high, gentle, "", &[], 20.0),
        (low, strong, "", &[], 30.0),
        (high, strong, here, &[], 20.0),
        (high, "", here, &[], 20.0),
        (high, "", "gentle = [\"another\"]\n", &[], 30.0),
        (high, strong, "", &["--gentle"], 20.0),
        // Of somebody else it is not known, and can be asked for.
        (high, gentle, here, &["--for", "knee-pain"], 30.0),
        (high, "", "", &["--for", "knee-pain", "--gentle"], 20.0),
    ] {
        let home = Home::new();
        home.own("mine.toml", &routine(of_routine, HOLD));
        home.write(PROFILE, profile);
        home.write(SETTINGS, settings);
        let case = format!("{of_routine} {profile} {settings} {further:?}");
        assert_eq!(rehearsed(&home, further), [seconds], "{case}");
        let ran = home.run(&[&["rehearse", "mine", "--json"], further].concat());
        let ends = if seconds < 25.0 { "low" } else { "high" };
        assert_eq!(ran.json_lines()[0]["ranges"], ends, "{case}");
    }
}

#[test]
fn every_kind_of_dose_has_its_lower_end() {
    for (of_step, low, high) in [
        ("reps = \"5-8\"\ntempo = \"2s\"", &[10.0][..], &[16.0][..]),
        (
            "reps = \"2-3\"\nhold = \"4s-8s\"\ntempo = \"1s\"",
            &[10.0],
            &[27.0],
        ),
        (
            "breaths = \"2-4\"\nbreath = { in = \"4s\", out = \"6s\" }",
            &[20.0],
            &[40.0],
        ),
        ("hold = \"30s\"\nsets = \"1-2\"", &[30.0], &[30.0, 30.0]),
        (
            "hold = { left = \"10s-20s\", right = \"15s-30s\" }",
            &[10.0, 15.0],
            &[20.0, 30.0],
        ),
    ] {
        let home = Home::new();
        home.own("mine.toml", &routine("", of_step));
        assert_eq!(rehearsed(&home, &["--gentle"]), low, "{of_step}");
        assert_eq!(rehearsed(&home, &[]), high, "{of_step}");
    }
}

#[test]
fn the_step_then_the_defaults_then_the_profile_name_the_side_that_begins() {
    let right = "first_side = \"right\"\n";
    for (profile, defaults, of_step, first) in [
        ("", "", "", "left"),
        (right, "", "", "right"),
        (right, "first = \"left\"", "", "left"),
        (right, "first = \"right\"", "first = \"left\"", "left"),
        ("", "first = \"right\"", "", "right"),
        ("first_side = \"left\"\n", "", "first = \"right\"", "right"),
    ] {
        let home = Home::new();
        let text = routine("", &format!("hold = 30\nside = \"each\"\n{of_step}"));
        home.own(
            "mine.toml",
            &text.replace("[defaults]", &format!("[defaults]\n{defaults}")),
        );
        home.write(PROFILE, profile);
        let ran = home.run(&["rehearse", "mine", "--json"]);
        let sides: Vec<serde_json::Value> = ran
            .json_lines()
            .into_iter()
            .filter(|line| line["kind"] == "work")
            .map(|line| line["side"].clone())
            .collect();
        let second = if first == "left" { "right" } else { "left" };
        assert_eq!(sides, [first, second], "{profile} {defaults} {of_step}");
        // What is told and what stands in the list begin with the same side.
        let said = ran.out.lines().find(|line| line.contains("\"announce\""));
        let said = said.expect("it is announced");
        assert!(said.contains(&format!("{first} side")), "{said}");
    }
}

#[test]
fn every_page_says_which_ends_play() {
    let home = Home::new();
    home.own("mine.toml", &routine("", HOLD));
    let sheet = |further: &[&str]| home.run(&[&["show", "mine"], further].concat()).out;
    let fact = |sheet: &str| {
        let mut lines = sheet.lines();
        let line = lines.find(|line| line.starts_with("Ranges"));
        line.map(str::to_owned).unwrap_or_default()
    };
    assert!(fact(&sheet(&[])).ends_with("the larger numbers play"));
    let low = sheet(&["--gentle"]);
    assert!(fact(&low).ends_with("the smaller numbers play"), "{low}");
    assert!(low.contains("1. Calves: 20s to 30s"), "{low}");
    let json = sheet(&["--gentle", "--json"]);
    assert!(json.contains("\"ranges\": \"low\""), "{json}");
    let note = "The smaller numbers of ranges play.\n";
    let text = home.run(&["rehearse", "mine", "--gentle"]).out;
    assert!(text.contains(note), "{text}");
    assert!(text.contains("work    20s"), "{text}");
    assert!(text.contains("twenty seconds"), "{text}");
    assert!(!home.run(&["rehearse", "mine"]).out.contains(note));
    let listed = home
        .run(&["list", "--id", "mine", "--gentle", "--json"])
        .out;
    assert!(listed.contains("\"seconds\":20.0"), "{listed}");
    // Where nothing is a range there is nothing to say.
    home.own("mine.toml", &routine("", "hold = 30"));
    assert_eq!(fact(&sheet(&["--gentle"])), "");
    assert!(sheet(&["--json"]).contains("\"ranges\": null"));
    let ran = home.run(&["rehearse", "mine", "--gentle", "--json"]);
    assert!(ran.json_lines()[0].get("ranges").is_none(), "{}", ran.out);
}

const ROUNDS: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"stretching\"\n\
    [defaults]\nprepare = \"0s\"\nswitch = \"0s\"\n\
    [[step]]\nrepeat = \"1-2\"\nside = \"each\"\n[[step.step]]\nname = \"Calves\"\nhold = 10\n";

#[test]
fn rounds_have_ends_and_a_first_side_as_well() {
    let home = Home::new();
    home.own("mine.toml", ROUNDS);
    home.write(PROFILE, "first_side = \"right\"\n");
    let sides = |further: &[&str]| -> Vec<String> {
        let ran = home.run(&[&["rehearse", "mine", "--json"], further].concat());
        let lines = ran.json_lines().into_iter();
        let work = lines.filter(|line| line["kind"] == "work");
        work.map(|line| line["side"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(sides(&["--gentle"]), ["right", "left"]);
    assert_eq!(sides(&[]), ["right", "left", "right", "left"]);
    let json = home.run(&["rehearse", "mine", "--json", "--gentle"]);
    assert_eq!(json.json_lines()[0]["ranges"], "low");
}

#[test]
fn the_routine_inside_another_plays_as_the_outer_one_is_wanted() {
    let home = Home::new();
    home.own("inner.toml", &routine("", HOLD));
    home.own(
        "mine.toml",
        "format = 1\ntitle = \"Outer\"\ndiscipline = \"stretching\"\n[[step]]\nroutine = \"inner\"\n",
    );
    assert_eq!(rehearsed(&home, &[]), [30.0]);
    assert_eq!(rehearsed(&home, &["--gentle"]), [20.0]);
    // What it says of its own ranges holds there.
    home.own("inner.toml", &routine("ranges = \"low\"", HOLD));
    assert_eq!(rehearsed(&home, &[]), [20.0]);
}

/// The line of the page before the start that names the ends of ranges.
fn ends(stage: &Stage) -> Option<String> {
    let screen = stage.screen(80, 24);
    let mut lines = screen.lines();
    let line = lines.find(|line| line.contains("numbers of ranges"))?;
    Some(line.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn before(profile: &str, of_routine: &str, of_step: &str) -> Stage {
    let files = vec![own("mine", &routine(of_routine, of_step))];
    let catalog = if profile.is_empty() {
        catalog(files)
    } else {
        catalog_for(profile, files)
    };
    Stage::open(catalog, &Start::Before("mine".into()), 22)
}

#[test]
fn a_key_plays_the_lower_ends_and_it_is_remembered() {
    let mut stage = before("", "", HOLD);
    let upper = "Ranges Larger numbers of ranges; l plays the smaller ones.";
    assert_eq!(ends(&stage).as_deref(), Some(upper));
    let high = stage.screen(80, 24);
    stage.keys("l");
    let gentle = |yes| {
        let routine = "mine".to_owned();
        Effect::Do(Task::SaveSetting(Setting::Gentle { routine, yes }))
    };
    assert_eq!(stage.effects, [gentle(true)]);
    let lower = "Ranges Smaller numbers of ranges; l plays the larger ones.";
    assert_eq!(ends(&stage).as_deref(), Some(lower));
    let low = stage.screen(80, 24);
    assert!(high.contains("30 s") && low.contains("20 s"), "{low}");
    stage.keys("l");
    assert_eq!(stage.screen(80, 24), high);
    assert_eq!(stage.effects.last(), Some(&gentle(false)));
}

#[test]
fn the_key_is_there_where_it_changes_something() {
    for (profile, of_routine, of_step, says) in [
        (
            "gentle = true\n",
            "",
            HOLD,
            Some("Ranges Smaller numbers of ranges, as your profile says."),
        ),
        (
            "",
            "ranges = \"low\"",
            HOLD,
            Some("Ranges Smaller numbers of ranges, as the routine says."),
        ),
        ("", "", "hold = 30", None),
    ] {
        let mut stage = before(profile, of_routine, of_step);
        let screen = stage.screen(80, 24);
        assert_eq!(ends(&stage).as_deref(), says);
        stage.keys("l");
        assert_eq!(stage.screen(80, 24), screen);
        assert!(stage.effects.is_empty());
    }
    let mut stage = before("gentle = false\n", "ranges = \"low\"", HOLD);
    assert!(stage.screen(80, 24).contains("30 s"));
    stage.keys("l");
    assert!(stage.screen(80, 24).contains("20 s"));
}

#[test]
fn of_somebody_else_the_ends_are_not_remembered() {
    let library = stage::library(vec![own("mine", &routine("", HOLD))]);
    let whom = Recipient::new(
        RecipientSource::Named(Vec::new()),
        supple::plan::person::Person::unknown(),
        supple::plan::profile::model::Profile::default(),
    );
    let catalog = supple::plan::catalog::Catalog::of(library, whom);
    let mut stage = Stage::open(catalog, &Start::Before("mine".into()), 22);
    stage.keys("l");
    assert!(stage.effects.is_empty());
    assert!(ends(&stage).is_some_and(|line| line.contains("Smaller")));
}

fn exercise(id: &str, text: &str) -> File {
    File {
        kind: FileKind::Exercise,
        path: format!("~/.config/supple/routines/exercises/{id}.toml"),
        id: id.to_owned(),
        text: Ok(text.to_owned().into()),
    }
}

const RAISE: &str = "name = \"Raise\"\ndiscipline = \"strength\"\nposition = \"standing\"\nunilateral = true\n\
    how = [\"Up.\"]\nhazards = [\"calf-stretch\"]\neasier = \"stay\"\n[dose]\nreps = \"5-8\"\n";
const STAY: &str = "name = \"Stay\"\ndiscipline = \"strength\"\nposition = \"standing\"\nunilateral = true\n\
    how = [\"Stay.\"]\nhazards = []\n[dose]\nhold = \"20s-30s\"\n";
const RAISES: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\n\
    [[step]]\nexercise = \"raise\"\n";

#[test]
fn what_is_easier_plays_the_same_ends() {
    for (of_routine, seconds) in [("ranges = \"low\"\n", 20), ("", 30)] {
        let library = stage::library(vec![
            own(
                "mine",
                &RAISES.replace("[[step]]", &format!("{of_routine}[[step]]")),
            ),
            exercise("raise", RAISE),
            exercise("stay", STAY),
        ]);
        let entry = library.routine("mine").expect("it is there");
        let made = tailor(entry, &library, &Recipient::default(), &Request::default());
        let made = made
            .expect("it plays")
            .timetable
            .expect("nothing speaks against it");
        let Dose::Hold(hold) = made.steps[0].easier[0].dosage.dose() else {
            panic!("it is held");
        };
        assert_eq!(hold.played.as_secs(), seconds);
    }
}

#[test]
fn what_is_swapped_plays_the_same_ends_and_begins_with_the_same_side() {
    let home = Home::new();
    home.own("mine.toml", RAISES);
    home.own("exercises/raise.toml", RAISE);
    home.own("exercises/stay.toml", STAY);
    home.write(
        PROFILE,
        "conditions = [\"calf-injury\"]\ngentle = true\nfirst_side = \"right\"\n",
    );
    let ran = home.run(&["rehearse", "mine", "--json"]);
    let work: Vec<(String, f64, String)> = ran
        .json_lines()
        .into_iter()
        .filter(|line| line["kind"] == "work")
        .map(|line| {
            let text = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
            (
                text("name"),
                line["seconds"].as_f64().unwrap_or_default(),
                text("side"),
            )
        })
        .collect();
    let stay = |side: &str| ("Stay".to_owned(), 20.0, side.to_owned());
    assert_eq!(work, [stay("right"), stay("left")], "{}", ran.out);
}

/// What a physiotherapist wrote, with a dose of every kind.
const PRESCRIBED: &str = r#"
format = 1
title = "Knee, first weeks"
discipline = "strength"
often = "3 times a day"
[between]
name = "Rest on the back"
hold = "10s"
hazards = []
[[step]]
part = "Warm-up"
name = "Press the knee down"
reps = 10
hold = "5s"
side = "each"
first = "right"
sets = "1-2"
hazards = []
[[step]]
part = "Strength"
name = "Straight leg raise"
reps = "8-10"
side = "right"
load = "red band"
effort = "5 of 10"
hazards = []
[[step]]
name = "Hip flexor stretch"
hold = { left = "20s", right = "30s" }
hazards = []
[[step]]
name = "Stand on one leg"
hold = "1m"
up_to = true
side = "each"
hazards = []
[[step]]
side = "each"
[[step.step]]
name = "Lunge"
breaths = 4
hazards = []
"#;

#[test]
fn the_page_before_the_start_shows_every_dose() {
    let start = Start::Before("mine".into());
    let stage = Stage::open(catalog(vec![own("mine", PRESCRIBED)]), &start, 22);
    golden("before-prescribed", &stage);
    golden_at(&[(80, 50)], "before-prescribed", &stage);
}
