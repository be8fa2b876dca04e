//! What must be said to somebody reaches every place where they may read it.

use std::collections::BTreeSet;

use supple::content::library::Library;
use supple::plan::catalog::Catalog;
use supple::plan::outline::Outline;
use supple::plan::person::Person;
use supple::plan::preferences::Preferences;
use supple::plan::screening::screen;
use supple::tui::app::Start;

use crate::support::program::Home;
use crate::support::stage::{self, Stage, catalog_for, somebody};

/// A text with one space between words, wherever it was wrapped.
fn flat(text: &str) -> String {
    let bare = text.replace(['│', '┃', '▐', '█'], " ");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines, each with the number of its step.
type Lines = BTreeSet<(u64, String)>;

/// For each condition the routine that plays with most to be said, and what that is.
fn most_is_said(library: &Library) -> Vec<(String, String, Lines)> {
    let safety = &library.shared().safety;
    let outlines: Vec<Outline> = library
        .routines()
        .map(|entry| {
            Outline::of(&entry.id, &entry.value, library, Preferences::default())
                .expect("it is sound")
        })
        .collect();
    let said = |word: &str, outline: &Outline| {
        let person = Person::with([word], safety).expect("a condition");
        let routine = &library.routine(&outline.id).expect("it is there").value;
        let played = screen(outline, routine, library, &person).outline?;
        let lines = played.steps().flat_map(|step| {
            let lines = step.planned.cautions.iter();
            lines.map(|line| (u64::from(step.number), line.clone()))
        });
        Some((outline.id.clone(), lines.collect::<Lines>()))
    };
    let plays = |word: &str| {
        let played = outlines.iter().filter_map(|outline| said(word, outline));
        let most = played.max_by_key(|(_, lines)| lines.len());
        most.map(|(id, lines)| (word.to_owned(), id, lines))
    };
    safety.condition_ids().filter_map(plays).collect()
}

/// What a sheet explains of a step: once, where its exercise comes first.
fn explained(sheet: &str, step: u64) -> String {
    let is_rule = |line: &str| line.starts_with("---");
    let lines: Vec<&str> = sheet.lines().collect();
    let begin = lines
        .iter()
        .position(|line| *line == "Steps")
        .expect("steps")
        + 2;
    let end = lines[begin..].iter().position(|line| is_rule(line));
    let steps = &lines[begin..begin + end.expect("an end") - 1];
    let name = |line: &str| {
        let (_, rest) = line.split_once(". ").expect("a number");
        rest.rsplit_once(": ").expect("a dose").0.to_owned()
    };
    // A number and a dot: a dose may be wrapped before its last number.
    let is_title = |line: &&str| {
        let number = line.split_once(". ").map(|(number, _)| number);
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    };
    let number = format!("{step}. ");
    let titles = steps.iter().filter(|line| is_title(line));
    let title = titles.clone().find(|line| line.starts_with(&number));
    let wanted = name(title.expect("the step"));
    let at = steps
        .iter()
        .position(|line| is_title(line) && name(line) == wanted);
    let first = at.expect("its exercise");
    let own = steps[first + 1..].iter().take_while(|line| !is_title(line));
    own.copied().collect::<Vec<_>>().join("\n")
}

#[test]
fn every_line_reaches_the_sheet_and_the_rehearsal() {
    let library = stage::library(Vec::new());
    let mut lines = 0;
    for (word, id, planned) in most_is_said(&library) {
        lines += planned.len();
        let home = Home::new();
        let place = format!("{id} for {word}");
        let rehearsed = home.run(&["rehearse", &id, "--for", &word, "--json"]);
        let told: BTreeSet<(u64, String)> = rehearsed
            .json_lines()
            .iter()
            .filter(|line| line["kind"] == "decision" && line["action"] == "precaution")
            .filter_map(|line| Some((line["step"].as_u64()?, line["because"].as_str()?.to_owned())))
            .collect();
        assert_eq!(told, planned, "{place}");
        let sheet = home.run(&["show", &id, "--for", &word]).out;
        let catalog = Catalog::of(stage::library(Vec::new()), somebody(&[&word], &library));
        let mut stage = Stage::open(catalog, &Start::Before(id.clone()), 15);
        stage.keys("c");
        // One change is opened at a time.
        let (mut page, mut last) = (String::new(), String::new());
        while let screen = stage.screen(80, 60)
            && screen != last
        {
            page += &flat(&screen);
            last = screen;
            stage.keys("down");
        }
        for (step, line) in &planned {
            let told = flat(&explained(&sheet, *step));
            let care = format!("Care: {line}");
            assert!(told.contains(&care), "{place}, step {step}: {line}");
            assert!(page.contains(line), "{place}, step {step}: {line}");
        }
    }
    assert!(lines > 200, "{lines}");
}

/// One fact of each list of every full stop that follows from facts.
fn joined(library: &Library) -> Vec<(Vec<String>, String)> {
    let stops = library.shared().safety.full_stops.iter();
    stops
        .filter(|stop| !stop.together.is_empty())
        .flat_map(|stop| {
            let longest = stop.together.iter().map(Vec::len).max().unwrap_or(0);
            (0..longest).map(|index| {
                let fact = |list: &Vec<toml::Spanned<String>>| {
                    let index = index.min(list.len() - 1);
                    list[index].get_ref().clone()
                };
                (
                    stop.together.iter().map(fact).collect(),
                    stop.message.clone(),
                )
            })
        })
        .collect()
}

#[test]
fn what_is_a_full_stop_together_is_one_in_every_command() {
    let library = stage::library(Vec::new());
    let joined = joined(&library);
    assert!(joined.len() > 10, "{}", joined.len());
    for (index, (facts, message)) in joined.iter().enumerate() {
        let home = Home::new();
        let for_ = facts.join(",");
        // In turn from the profile and from the call.
        let mut whom = Vec::new();
        if index % 2 == 0 {
            home.write(".config/supple/profile.toml", &profile(facts));
        } else {
            whom.extend(["--for", &for_]);
        }
        for command in [
            &["show", "breathing-wind-down-5"][..],
            &["rehearse", "breathing-wind-down-5"],
            &["rehearse", "breathing-wind-down-5", "--json"],
            &["play", "breathing-wind-down-5", "--plain"],
            &["list"],
            &["list", "--json"],
        ] {
            let command = [command, &whom].concat();
            let ran = home.run(&command);
            let said = flat(&format!("{}{}", ran.out, ran.err));
            assert!(said.contains(message), "{command:?} for {facts:?}: {said}");
            let plays = ["\"kind\":\"work\"", "First: ", " fits", "\"plays\":true"];
            let plays = plays.iter().any(|word| said.contains(word));
            assert!(!plays, "{command:?} for {facts:?}: {said}");
        }
    }
}

/// A profile that says these facts.
fn profile(facts: &[String]) -> String {
    let facts: Vec<String> = facts.iter().map(|fact| format!("{fact:?}")).collect();
    format!("conditions = [{}]\n", facts.join(", "))
}

#[test]
fn what_is_a_full_stop_together_is_one_on_every_screen() {
    let library = stage::library(Vec::new());
    for (facts, message) in joined(&library) {
        let id = "walk-easy-10".to_owned();
        let begins = [
            (Start::Home, "enter, esc n, esc / enter"),
            (Start::Before(id.clone()), "enter"),
            (Start::Playing(id, 0), "enter"),
        ];
        for (start, keys) in begins {
            let mut stage = Stage::open(catalog_for(&profile(&facts), Vec::new()), &start, 22);
            for keys in keys.split(',') {
                stage.keys(keys.trim());
                let screen = stage.screen(80, 40);
                let plays = stage.deadline().is_some();
                assert!(!plays, "{keys} plays for {facts:?}: {screen}");
                let is_said = flat(&screen).contains(&message);
                assert!(is_said, "{keys} for {facts:?}: {screen}");
            }
        }
    }
}
