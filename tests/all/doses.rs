//! The words for doses: on the sheet, before the start, and for other programs.

use serde_json::{Value, json};

use crate::support::program::Home;
use crate::support::stage::{self, Stage, catalog};
use supple::tui::app::Start;

/// The keys of a step, its dose on the sheet, and its dose before the start.
const DOSES: &[(&str, &str, &str)] = &[
    (
        "reps = 10\nhold = 5",
        "10 times, hold 5s, 2s to move",
        "10 times, hold 5 s",
    ),
    (
        "reps = \"8-10\"\nhold = 5\nside = \"each\"\nsets = 2",
        "8 to 10 times each side, hold 5s, 2s to move, 2 sets",
        "2×10 each, hold 5 s",
    ),
    (
        "reps = 4\nhold = 3\nside = \"alternating\"\nfirst = \"right\"",
        "4 times, alternating sides, hold 3s, 2s to move, right side first",
        "4 times, right first, hold 3 s",
    ),
    (
        "reps = 4\nside = \"alternating\"\nfirst = \"right\"",
        "4 times, alternating sides, 3s each, right side first",
        "4 times, right first",
    ),
    (
        "reps = 4\nside = \"alternating\"",
        "4 times, alternating sides, 3s each",
        "4 times",
    ),
    (
        "reps = { left = 8, right = 10 }\nhold = 5",
        "left 8 times, hold 5s, right 10 times, hold 5s, 2s to move",
        "L 8 times, hold 5 s; R 10 times, hold 5 s",
    ),
    (
        "reps = 10\nhold = 5\nup_to = true",
        "up to 10 times, hold 5s, 2s to move",
        "up to 10 times, hold 5 s",
    ),
];

/// A routine with a step of each of these doses.
fn routine(doses: &[&str]) -> String {
    let steps = doses.iter().enumerate();
    let steps = steps.map(|(at, dose)| {
        format!("[[step]]\nname = \"Step {at}\"\nposition = \"standing\"\nhazards = []\n{dose}\n")
    });
    let steps: String = steps.collect();
    format!("format = 1\ntitle = \"Doses\"\ndiscipline = \"strength\"\n{steps}")
}

/// The steps of the sheet for other programs.
fn steps(text: &str) -> Vec<Value> {
    let home = Home::new();
    home.own("doses.toml", text);
    let shown: Value = serde_json::from_str(&home.run(&["show", "doses", "--json"]).out)
        .expect("the sheet for other programs");
    shown["steps"].as_array().expect("steps").clone()
}

#[test]
fn the_sheet_and_the_page_before_the_start_say_a_dose_alike() {
    let doses: Vec<&str> = DOSES.iter().map(|(dose, ..)| *dose).collect();
    let text = routine(&doses);
    let start = Start::Before("doses".into());
    let before = Stage::open(catalog(vec![stage::own("doses", &text)]), &start, 22).screen(90, 60);
    for ((dose, sheet, short), step) in DOSES.iter().zip(steps(&text)) {
        assert_eq!(step["dose"], *sheet, "{dose}");
        let line = format!("  {short}\n");
        let has = before
            .lines()
            .any(|shown| format!("{}\n", shown.trim_end()).ends_with(&line));
        assert!(has, "{short} in\n{before}");
    }
}

#[test]
fn the_sets_of_both_sides_are_told_where_they_differ() {
    let steps = steps(&routine(&[
        "hold = 20\nsets = { left = 2, right = 3 }",
        "hold = 20\nsets = 2\nside = \"each\"",
    ]));
    let told = |step: &Value| (step["sets"].clone(), step["sets_by_side"].clone());
    assert_eq!(
        told(&steps[0]),
        (json!(2), json!({ "left": 2, "right": 3 }))
    );
    assert_eq!(told(&steps[1]), (json!(2), Value::Null));
}
