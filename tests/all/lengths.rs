//! Texts, names and lists that are longer than anybody reads: each has its limit, with a message.

use unicode_width::UnicodeWidthStr;

use crate::support::program::{Home, Ran};
use crate::support::stage;

fn routine(title: &str, how: &str) -> String {
    format!(
        "format = 1\ntitle = \"{title}\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"Sit\"\nhold = 30\nhow = {how}\n"
    )
}

/// Checks a file, which must have exactly this finding.
fn found(text: &str, words: &str) -> Ran {
    let home = Home::new();
    home.write("x.toml", text);
    let ran = home.run(&["check", "x.toml"]);
    assert!(ran.err.starts_with(&format!("{words}\n")), "{}", ran.err);
    assert!(ran.err.contains("help: "), "{}", ran.err);
    assert!(ran.err.len() < 2500, "{} bytes", ran.err.len());
    let all = ran.err.matches("error: ").count() + ran.err.matches("warning: ").count();
    assert_eq!(all, 1, "{}", ran.err);
    assert_eq!(ran.code, Some(i32::from(words.starts_with("error"))));
    ran
}

#[test]
fn what_is_too_long_to_be_shown_is_said() {
    let how = "[\"Sit.\"]";
    found(
        &routine(&"M".repeat(121), how),
        "warning: `title` is 121 columns wide, more than 120",
    );
    found(
        &routine(&"\u{4f38}".repeat(61), how),
        "warning: `title` is 122 columns wide, more than 120",
    );
    found(
        &routine(&format!("a{}", "\u{301}".repeat(600)), how),
        "error: `title` is 601 characters long, more than 500",
    );
    let name = routine("Mine", how).replace("Sit\"", &format!("{}\"", "N".repeat(501)));
    found(
        &name.replace("[\"N", "[\"Sit. N"),
        "error: `name` is 501 characters long, more than 500",
    );
    found(
        &routine("Mine", &format!("[\"{}\"]", "w ".repeat(260))),
        "warning: a line of `how` is 519 characters long, more than 500",
    );
    found(
        &routine(
            "Mine",
            &format!("\"\"\"\nSit.\n{}\n\"\"\"", "w ".repeat(2050)),
        ),
        "error: a line of `how` is 4099 characters long, more than 4000",
    );
    found(
        &routine("Mine", &format!("[\"{}\"]", "w".repeat(200_000))),
        "error: an entry of `how` is 200000 characters long, more than 4000",
    );
    let about = routine("Mine", how).replace(
        "[[step]]",
        &format!("about = \"{}\"\n[[step]]", "a".repeat(4001)),
    );
    found(
        &about,
        "error: `about` is 4001 characters long, more than 4000",
    );
}

#[test]
fn what_is_too_many_is_said() {
    found(
        &routine("Mine", &format!("[{}]", "\"\",".repeat(60_000))).replace("\"\"", "\"a\""),
        "error: `how` has 60000 entries, more than 2000",
    );
    let cues = "{ at = 1, say = \"a\" },".repeat(2_001);
    let cues = routine("Mine", "\"Sit.\"") + &format!("cues = [{cues}]\n");
    found(&cues, "error: `cues` has 2001 entries, more than 2000");
}

#[test]
fn a_figure_with_too_many_things_in_it_says_so() {
    let props = "\"counter\",".repeat(5000);
    let exercise = format!(
        "format = 1\nname = \"F\"\ndiscipline = \"yoga\"\nposition = \"standing\"\n[figure]\nbase = \"stand\"\nprops = [{props}]\n"
    );
    let home = Home::new();
    home.write("exercises/x.toml", &exercise);
    let ran = home.run(&["check", "exercises/x.toml"]);
    let said = "error: a figure can have at most 12 props\n";
    assert!(ran.err.contains(said), "{}", ran.err);
}

#[test]
fn what_is_as_long_as_may_be_is_fine() {
    let home = Home::new();
    let how = format!("[{}]", format!("\"{}\",", "h".repeat(500)).repeat(10));
    let text = routine(&"M".repeat(120), &how);
    let about = format!("about = \"{}\"\n[[step]]", "a".repeat(4000));
    home.write(
        "x.toml",
        &text
            .replace("[[step]]", &about)
            .replace("hold = 30", "hold = 300\nprepare = \"3h\""),
    );
    let ran = home.run(&["check", "--strict", "x.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[test]
fn a_long_title_and_a_long_id_leave_the_list_readable() {
    let home = Home::new();
    let long = "i".repeat(200);
    home.own("huge.toml", &routine(&"M".repeat(65_600), "\"Sit.\""));
    home.own("wide.toml", &routine(&"W".repeat(300), "\"Sit.\""));
    home.own(&format!("{long}.toml"), &routine("Mine", "\"Sit.\""));
    let ran = home.run(&["list"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let widest = ran.out.lines().map(UnicodeWidthStr::width).max();
    assert!(widest < Some(400), "{widest:?}");
    let wide = ran.out.lines().find(|line| line.starts_with("wide "));
    let cut = format!("{}…  yoga", "W".repeat(59));
    assert!(wide.is_some_and(|line| line.contains(&cut)), "{wide:?}");
    // It is to be typed.
    assert!(ran.out.contains(&long));
    let first = ran.out.lines().next().expect("a header");
    let column = first.find("title").expect("there");
    assert_eq!(wide.and_then(|line| line.find('W')), Some(column));
    let json = home.run(&["list", "--json", "--id", "wide"]);
    assert!(json.out.contains(&"W".repeat(300)));
    let checked = home.run(&["check"]);
    let name = "warning: the name of this file is 200 columns wide, more than 120\n";
    assert!(checked.err.contains(name), "{}", checked.err);
}

#[test]
fn what_is_bundled_keeps_to_the_limits() {
    let library = stage::library(Vec::new());
    let routines = library.routines().flat_map(|entry| &entry.found);
    let exercises = library.exercises().flat_map(|entry| &entry.found);
    let tables = library.tables().flat_map(|entry| &entry.found);
    let found: Vec<_> = routines.chain(exercises).chain(tables).collect();
    assert!(found.is_empty(), "{found:?}");
}
