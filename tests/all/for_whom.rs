//! `--for` and the profile, as a person or a script meets them.

use serde_json::Value;

use crate::support::program::{Home, Ran};

fn decisions(ran: &Ran) -> Vec<Value> {
    let lines = ran.json_lines();
    lines
        .into_iter()
        .filter(|line| line["kind"] == "decision")
        .collect()
}

fn kinds(ran: &Ran) -> Vec<String> {
    let mut kinds: Vec<String> = ran
        .json_lines()
        .iter()
        .map(|line| line["kind"].as_str().unwrap_or_default().to_owned())
        .collect();
    kinds.dedup();
    kinds
}

const PILATES: &[&str] = &["rehearse", "pilates-rls-mat-15", "--json"];

#[test]
fn a_rehearsal_prints_its_decisions_before_what_is_played() {
    let home = Home::new();
    let mut arguments = PILATES.to_vec();
    arguments.extend(["--for", "glaucoma,knee-pain", "--minutes", "12"]);
    let ran = home.run(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        kinds(&ran)[..4],
        ["routine", "decision", "change", "prepare"]
    );
    let decisions = decisions(&ran);
    let swap = decisions
        .iter()
        .find(|decision| decision["action"] == "substitute")
        .expect("something is swapped");
    let keys: Vec<&str> = swap
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    let mut wanted = [
        "at",
        "kind",
        "step",
        "action",
        "hazard",
        "condition",
        "because",
        "with",
    ];
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    // The swap is what is played under its number.
    let played = ran.json_lines();
    let segment = played
        .iter()
        .find(|line| line["kind"] == "work" && line["step"] == swap["step"])
        .expect("the step is played");
    assert_eq!(segment["exercise"], swap["with"]);
}

#[test]
fn what_is_blocked_prints_why_and_what_else_and_plays_nothing() {
    let home = Home::new();
    let ran = home.run(&[
        "rehearse",
        "bedtime-stretch-10",
        "--for",
        "pregnancy-t3",
        "--json",
    ]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(kinds(&ran), ["routine", "decision"]);
    let decisions = decisions(&ran);
    assert_eq!(decisions[0]["action"], "block");
    assert_eq!(decisions[0]["condition"], "pregnancy-t3");
    assert_eq!(decisions[0]["with"], "pregnancy-t3-bedtime-8");
    let ran = home.run(&["rehearse", "bedtime-stretch-10", "--for", "pregnancy-t3"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("Instead: Third trimester, bedtime."),
        "{}",
        ran.out
    );
    let ran = home.run(&["play", "bedtime-stretch-10", "--for", "pregnancy-t3"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("not made for pregnancy"), "{}", ran.err);
}

#[test]
fn a_redirect_names_the_other_routine() {
    let home = Home::new();
    let for_ = "hip-replacement-recent";
    let ran = home.run(&["rehearse", "bedtime-stretch-10", "--for", for_, "--json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(decisions(&ran)[0]["action"], "redirect");
    assert_eq!(decisions(&ran)[0]["with"], "older-bed-8");
}

#[test]
fn a_full_stop_says_what_to_do() {
    let home = Home::new();
    let ran = home.run(&["rehearse", "walk-easy-10", "--for", "chest-pain", "--json"]);
    assert_eq!(ran.code, Some(1));
    let decision = &decisions(&ran)[0];
    assert_eq!(decision["action"], "full-stop");
    assert_eq!(decision["because"], "Call the emergency number now.");
    assert_eq!(decision["with"], Value::Null);
}

#[test]
fn the_profile_counts_unless_somebody_else_is_named() {
    let home = Home::new();
    home.write(
        ".config/supple/profile.toml",
        "format = 1\nconditions = [\"glaucoma\"]\n",
    );
    let own = home.run(&["rehearse", "yoga-rls-gentle-20", "--json"]);
    let by_profile = decisions(&own);
    assert!(
        by_profile
            .iter()
            .all(|decision| decision["condition"] == "glaucoma")
    );
    assert!(!by_profile.is_empty());
    let other = home.run(&[
        "rehearse",
        "yoga-rls-gentle-20",
        "--json",
        "--for",
        "knee-pain",
    ]);
    assert!(
        decisions(&other)
            .iter()
            .all(|decision| decision["condition"] == "knee-pain")
    );
    let nobody = home.run(&[
        "rehearse",
        "yoga-rls-gentle-20",
        "--json",
        "--for",
        "nobody",
    ]);
    assert!(decisions(&nobody).is_empty());
    assert_eq!(nobody.err, "");
    assert!(
        nobody
            .out
            .contains("\"worries\":[\"Playing without checks.\"]"),
        "{}",
        nobody.out
    );
}

#[test]
fn an_unknown_condition_is_a_mistake_of_the_command() {
    for command in ["rehearse", "play", "show"] {
        let ran = Home::new().run(&[command, "walk-easy-10", "--for", "glaucom"]);
        assert_eq!(ran.code, Some(2), "{command}");
        assert_eq!(ran.out, "");
        assert_eq!(
            ran.err,
            "error: unknown condition \"glaucom\"\nhelp: did you mean glaucoma?\n"
        );
    }
    let ran = Home::new().run(&["list", "--for", "glaucom"]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn the_list_says_what_each_routine_is_to_a_person() {
    let home = Home::new();
    let ran = home.run(&["list", "--for", "glaucoma,knee-pain"]);
    assert_eq!(ran.code, Some(0));
    let line = |id: &str| {
        let line = ran.out.lines().find(|line| line.starts_with(id));
        line.unwrap_or_default().to_owned()
    };
    assert!(line("id ").ends_with("for you"), "{}", ran.out);
    assert!(line("walk-easy-10").ends_with("fits"));
    assert!(
        line("pilates-rls-mat-15").ends_with("changes"),
        "{}",
        line("pilates")
    );
    assert!(
        line("pregnancy-t1-bedtime-10").ends_with("not for you: made for pregnancy"),
        "{}",
        ran.out
    );
    let ran = home.run(&["list", "--for", "pregnancy-t2", "--json"]);
    let rows: Vec<Value> = serde_json::from_str(&ran.out).expect("an array");
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).expect("a row");
    assert_eq!(row("pregnancy-t2-bedtime-10")["plays"], true);
    assert_eq!(row("pilates-rls-mat-15")["plays"], false);
    assert_eq!(row("pilates-rls-mat-15")["decisions"][0]["action"], "block");
    let plain = home.run(&["list"]);
    assert!(!plain.out.contains("for you"));
}

#[test]
fn the_list_shows_what_can_be_done_in_these_minutes() {
    let ran = Home::new().run(&["list", "--minutes", "8", "--json"]);
    let rows: Vec<Value> = serde_json::from_str(&ran.out).expect("an array");
    assert!(!rows.is_empty());
    for row in &rows {
        let seconds = row["seconds"].as_f64().expect("a time");
        assert!((456.0..=490.0).contains(&seconds), "{row}");
    }
}

#[test]
fn the_sheet_says_what_was_changed_for_whom() {
    let home = Home::new();
    let arguments = ["show", "pilates-rls-mat-15", "--for", "glaucoma,knee-pain"];
    let ran = home.run(&arguments);
    assert!(ran.out.contains("\nFor you\n"), "{}", ran.out);
    assert!(ran.out.contains("Instead: "), "{}", ran.out);
    let blocked = home.run(&[
        "show",
        "pilates-rls-mat-15",
        "--for",
        "pregnancy-t3",
        "--json",
    ]);
    let sheet: Value = serde_json::from_str(&blocked.out).expect("an object");
    assert_eq!(sheet["plays"], false);
    assert!(!sheet["steps"].as_array().expect("steps").is_empty());
    let fitted = home.run(&["show", "bedtime-stretch-10", "--minutes", "8", "--json"]);
    let sheet: Value = serde_json::from_str(&fitted.out).expect("an object");
    assert!(!sheet["changes"].as_array().expect("changes").is_empty());
}

#[test]
fn lines_begin_with_what_was_decided() {
    let home = Home::new();
    let arguments = [
        "play",
        "night-relief-bed-3",
        "--plain",
        "--for",
        "calf-injury",
    ];
    let mut command = home.supple(&arguments);
    command.stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
    std::io::BufRead::read_line(&mut out, &mut line).expect("a line");
    child.kill().expect("it is ended");
    child.wait().expect("it has ended");
    assert!(line.contains(", with care: "), "{line}");
}

/// A rule that is changed in a copy of `safety.toml` counts at once.
#[test]
fn a_changed_rule_of_ones_own_changes_what_is_decided() {
    let home = Home::new();
    let arguments = [
        "rehearse",
        "yoga-rls-gentle-20",
        "--for",
        "glaucoma",
        "--json",
    ];
    let before = decisions(&home.run(&arguments));
    let hazard = before[0]["hazard"].as_str().expect("a hazard").to_owned();
    let bundled = include_str!("../../routines/safety.toml");
    let rule = format!("hazard = \"{hazard}\"");
    let at = bundled.find(&rule).expect("the rule");
    let (head, tail) = bundled.split_at(at);
    let changed = format!(
        "{head}{}",
        tail.replacen("\"glaucoma\", ", "", 1)
            .replacen(", \"glaucoma\"", "", 1)
    );
    home.own("safety.toml", &changed);
    let ran = home.run(&arguments);
    let after = decisions(&ran);
    assert!(after.len() < before.len(), "{after:?}\n{}", ran.err);
}

#[test]
fn a_profile_that_makes_no_sense_is_explained_and_keeps_its_rules() {
    let home = Home::new();
    home.write(
        ".config/supple/profile.toml",
        "format = 1\ndue = 2019-03-02\n",
    );
    let ran = home.run(&["rehearse", "pregnancy-t3-bedtime-8", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("profile.toml:2:7"), "{}", ran.err);
    let ran = home.run(&["rehearse", "bedtime-stretch-10", "--json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(decisions(&ran)[0]["condition"], "pregnancy-t3");
}

#[test]
fn the_sheet_says_what_is_worth_knowing_for_a_person_and_of_the_steps() {
    let home = Home::new();
    let ran = home.run(&["show", "pool-card-25"]);
    assert!(
        ran.out.contains("Nobody alone in the water."),
        "{}",
        ran.out
    );
    let ran = home.run(&["show", "walk-easy-10"]);
    assert!(!ran.out.contains("in the water"));
    let ran = home.run(&["show", "walk-easy-10", "--for", "older-adult"]);
    assert!(
        ran.out
            .contains("Eyes stay open in every standing exercise."),
        "{}",
        ran.out
    );
}
