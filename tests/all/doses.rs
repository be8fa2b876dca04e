//! Doses as the sheet tells them to other programs.

use serde_json::{Value, json};

use crate::support::program::Home;

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
