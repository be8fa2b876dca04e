//! Parts of routines, how often they are done, and the loads and efforts of steps, as commands print them.

use serde_json::Value;

use crate::support::program::Home;

/// A routine in parts, of which the second is ruled out in pregnancy.
const PARTS: &str = r#"
format = 1
title = "Parts"
discipline = "strength"
often = "2-3 times a week"

[[step]]
part = { name = "Échauffement", say = "Two easy minutes." }
name = "March"
position = "standing"
hold = "1m"
hazards = []

[[step]]
part = "Main"
name = "Lie"
load = "blue band"
effort = "5 of 10"
reps = 10
position = "supine"
hazards = ["supine-flat"]

[[step]]
part = "Cool-down"
repeat = 2

[[step.step]]
name = "Stand"
position = "standing"
hold = "30s"
hazards = []
"#;

#[test]
fn a_part_to_begin_with_is_named_as_people_type_it() {
    let home = Home::new();
    // Nothing is timed, so that nothing waits.
    let untimed = ["hold = \"1m\"", "reps = 10", "hold = \"30s\""];
    let untimed = untimed.iter().fold(PARTS.to_owned(), |text, dose| {
        text.replace(dose, "until = \"done\"")
    });
    home.write("parts.toml", &untimed);
    let from = |name: &str, more: &[&str]| {
        let arguments = ["play", "./parts.toml", "--plain", "--from", name];
        home.run(&[&arguments[..], more].concat())
    };
    let begun = from("cool DOWN", &[]);
    assert_eq!(begun.code, Some(0), "{}", begun.err);
    assert!(
        begun.out.contains("Cool-down. Next: stand"),
        "{}",
        begun.out
    );
    assert!(!begun.out.contains("march"), "{}", begun.out);
    let all = from("echauffement", &[]);
    let first = "Échauffement. Two easy minutes. First: march.";
    assert!(all.out.contains(first), "{}", all.out);
    for (name, help) in [
        ("cooldown", "did you mean Cool-down?"),
        ("Stretching", "the parts are Échauffement, Main, Cool-down"),
    ] {
        let none = from(name, &[]);
        let expected = format!("error: there is no part \"{name}\"\nhelp: {help}\n");
        assert_eq!((none.code, none.err), (Some(2), expected));
    }
    let left_out = from("main", &["--for", "pregnancy-t2"]);
    let expected = "error: the part \"main\" is left out this time\nhelp: the parts are Échauffement, Cool-down\n";
    assert_eq!((left_out.code, &*left_out.err), (Some(2), expected));
    let without = home.run(&["play", "bedtime-stretch-5", "--plain", "--from", "Main"]);
    let expected = "error: there is no part \"Main\"\nhelp: the routine has no parts: write the number of a step\n";
    assert_eq!((without.code, &*without.err), (Some(2), expected));
}

#[test]
fn parts_loads_and_how_often_stand_in_every_output() {
    let home = Home::new();
    home.own("parts.toml", PARTS);
    let rehearsed = home.run(&["rehearse", "parts", "--json"]).json_lines();
    let parts: Vec<_> = rehearsed
        .iter()
        .filter(|line| line["kind"] == "work")
        .map(|line| line["part"].clone())
        .collect();
    assert_eq!(parts, ["Échauffement", "Main", "Cool-down", "Cool-down"]);
    let text = home.run(&["rehearse", "parts"]).out;
    assert!(text.contains("\nMain:\n\n2. Lie\n"), "{text}");
    assert_eq!(text.matches("Cool-down:").count(), 1, "{text}");
    let sheet = home.run(&["show", "parts"]).out;
    assert!(sheet.contains("\nOften  2-3 times a week\n"), "{sheet}");
    assert!(
        sheet.contains("\nÉchauffement: Two easy minutes.\n1. March"),
        "{sheet}"
    );
    let step = "\nMain:\n2. Lie: 10 times, 3s each, blue band, effort 5 of 10\n";
    assert!(sheet.contains(step), "{sheet}");
    let sheet = home.run(&["show", "parts", "--json"]);
    let sheet: Value = serde_json::from_str(&sheet.out).expect("JSON");
    let step = &sheet["steps"][1];
    assert_eq!(step["part"], "Main");
    assert_eq!(step["load"], "blue band");
    assert_eq!(step["effort"], "5 of 10");
    let often = serde_json::json!({
        "written": "2-3 times a week", "least": 2, "most": 3, "every": 1, "period": "week"
    });
    assert_eq!(sheet["often"], often);
    let list = home.run(&["list", "--id", "parts", "--json"]);
    let list: Value = serde_json::from_str(&list.out).expect("JSON");
    assert_eq!(list[0]["often"], often);
    let table = home.run(&["list", "--id", "parts"]).out;
    assert!(table.contains("  2-3 times a week"), "{table}");
}

#[test]
fn a_routine_in_a_part_of_another_one_has_no_parts_of_its_own() {
    let step =
        |more: &str| format!("[[step]]\n{more}name = \"Reach\"\nhold = \"5s\"\nhazards = []\n");
    let routine = |steps: &[String]| {
        let steps = steps.concat();
        format!("format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n{steps}")
    };
    let home = Home::new();
    let inner = [step("part = \"Left\"\n"), step("part = \"Right\"\n")];
    home.own("inner.toml", &routine(&inner));
    let parts = |steps: &[String]| -> Vec<String> {
        home.own("outer.toml", &routine(steps));
        let lines = home.run(&["rehearse", "outer", "--json"]).json_lines();
        let work = lines.iter().filter(|line| line["kind"] == "work");
        work.map(|line| line["part"].to_string().replace('"', ""))
            .collect()
    };
    let plays = |more: &str| format!("[[step]]\n{more}routine = \"inner\"\n");
    assert_eq!(
        parts(&[step(""), plays(""), step("")]),
        ["null", "Left", "Right", "null"]
    );
    assert_eq!(
        parts(&[step("part = \"Main\"\n"), plays(""), step("")]),
        ["Main"; 4]
    );
    assert_eq!(
        parts(&[step(""), plays("part = \"Main\"\n"), step("")]),
        ["null", "Main", "Main", "Main"]
    );
}
