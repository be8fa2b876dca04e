//! The profile: what it says, what it says when it is broken, and that no typo drops a rule.

use std::os::unix::fs::PermissionsExt as _;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use supple::cli::person::{For, asked};
use supple::content::diagnostic::render;
use supple::content::vocabulary::{Audience, Side};
use supple::plan::profile::day::Day;
use supple::plan::profile::decode::decode;
use supple::plan::profile::model::Profile;

use crate::support::program::{Home, Ran};
use crate::support::stage::safety;
use supple::words::en::profile::{birth, due, summary};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The day of these tests.
fn today() -> NaiveDate {
    date("2026-11-10")
}

/// The conditions of the person whom the text is about.
fn held(text: &str) -> Vec<String> {
    held_on(text, today())
}

fn held_on(text: &str, today: NaiveDate) -> Vec<String> {
    let safety = safety();
    let (profile, _) = decode(text, safety, today);
    profile.person(safety, today).conditions().to_vec()
}

fn said(text: &str) -> String {
    let (_, found) = decode(text, safety(), today());
    render("profile.toml", text, &found, false)
}

const WHOLE: &str = r#"format = 1
conditions = ["knee-pain", "glaucoma"]
due = 2027-03-02
birth-of-child = "2024-10-01"
birth-year = 1990
bedtime = "22:30"
pace-factor = 1.5
floor = false
equipment = ["chair", "wall"]
caesarean = true
older-adult = false
emergency-number = "112"
gentle = true
first_side = "right"
"#;

#[test]
fn everything_is_read() {
    let (profile, found) = decode(WHOLE, safety(), today());
    assert!(found.is_empty(), "{found:?}");
    let expected = Profile {
        conditions: vec!["knee-pain".into(), "glaucoma".into()],
        due: Some(Day::On(date("2027-03-02"))),
        birth_of_child: Some(Day::On(date("2024-10-01"))),
        birth_year: Some(1990),
        bedtime: NaiveTime::from_hms_opt(22, 30, 0),
        pace_factor: Some(1.5),
        floor: Some(false),
        equipment: Some(vec!["chair".into(), "wall".into()]),
        caesarean: true,
        older: Some(false),
        emergency_number: Some("112".into()),
        gentle: Some(true),
        first_side: Some(Side::Right),
        ..Profile::default()
    };
    assert_eq!(profile, expected);
    let (bare, found) = decode(
        "bedtime = 22:30:00\ndue = '2027-03-02'\n",
        safety(),
        today(),
    );
    assert!(found.is_empty(), "{found:?}");
    assert_eq!((bare.bedtime, bare.due), (expected.bedtime, expected.due));
    assert_eq!(decode("", safety(), today()), (Profile::default(), vec![]));
    assert_eq!(
        expected.for_others(),
        Profile {
            bedtime: expected.bedtime,
            emergency_number: expected.emergency_number,
            ..Profile::default()
        }
    );
}

#[test]
fn trimesters_begin_and_end_on_their_days() {
    // The first day of week 0 is 280 days before 2027-03-02: 2026-05-26.
    let cases = [
        ("2026-05-06", "pregnancy-t1"), // 300 days to come
        ("2026-05-05", "pregnancy-t3"), // 301: week unknown
        ("2026-05-26", "pregnancy-t1"), // 0+0
        ("2026-08-31", "pregnancy-t1"), // 13+6
        ("2026-09-01", "pregnancy-t2"), // 14+0
        ("2026-12-07", "pregnancy-t2"), // 27+6
        ("2026-12-08", "pregnancy-t3"), // 28+0
        ("2027-03-01", "pregnancy-t3"),
        ("2027-03-02", "pregnancy-t3"), // the due date
        ("2027-03-03", "pregnancy-t3"),
        ("2027-03-23", "pregnancy-t3"), // 21 days past
        ("2027-03-24", "pregnancy-t3"),
        ("2029-01-01", "pregnancy-t3"),
    ];
    for (day, condition) in cases {
        assert_eq!(
            held_on("due = 2027-03-02\n", date(day)),
            [condition],
            "{day}"
        );
    }
    for week in ["28", "40", "41", "\"40+6\"", "\"41+2\"", "\"42+6\"", "43"] {
        let text = format!("week = {week}\nweek-on = 2027-03-02\n");
        assert_eq!(
            held_on(&text, date("2027-03-02")),
            ["pregnancy-t3"],
            "{week}"
        );
    }
}

#[test]
fn a_birth_ends_the_pregnancy_and_its_own_rules_end_after_twelve_weeks() {
    let text = "due = 2027-03-02\nbirth-of-child = 2027-02-20\n";
    let cases = [
        ("2027-02-20", vec!["postpartum-early", "postpartum"]),
        ("2027-04-02", vec!["postpartum-early", "postpartum"]), // 5 weeks and 6 days
        ("2027-04-03", vec!["postpartum"]),                     // 6 weeks
        ("2027-05-14", vec!["postpartum"]),                     // 11 weeks and 6 days
        ("2027-05-15", vec![]),                                 // 12 weeks
        ("2027-03-24", vec!["postpartum-early", "postpartum"]), // the due date is no matter any more
    ];
    for (day, conditions) in cases {
        assert_eq!(held_on(text, date(day)), conditions, "{day}");
        let (_, found) = decode(text, safety(), date(day));
        assert!(found.is_empty(), "{found:?}");
    }
    let both = ["pregnancy-t3", "postpartum-early", "postpartum"];
    assert_eq!(held_on(text, date("2027-02-19")), both, "not yet born");
}

#[test]
fn a_child_of_another_pregnancy_ends_nothing() {
    // Of a child that was born from eight weeks before its date to three after it.
    for (due, birth, conditions) in [
        ("2027-03-02", "2024-10-01", vec!["pregnancy-t2"]),
        ("2027-03-02", "2026-05-25", vec!["pregnancy-t2"]),
        ("2027-03-02", "2026-05-26", vec!["pregnancy-t2"]),
        (
            "2026-12-27",
            "2026-11-01",
            vec!["pregnancy-t3", "postpartum-early", "postpartum"],
        ),
        (
            "2026-12-26",
            "2026-11-01",
            vec!["postpartum-early", "postpartum"],
        ),
        (
            "2026-10-11",
            "2026-11-01",
            vec!["postpartum-early", "postpartum"],
        ),
        (
            "2026-10-10",
            "2026-11-01",
            vec!["pregnancy-t3", "postpartum-early", "postpartum"],
        ),
        (
            "2019-03-02",
            "2026-11-01",
            vec!["pregnancy-t3", "postpartum-early", "postpartum"],
        ),
    ] {
        let text = format!("due = {due}\nbirth-of-child = {birth}\n");
        assert_eq!(held(&text), conditions, "{text}");
    }
}

#[test]
fn what_cannot_be_read_fails_safe() {
    let t3 = ["pregnancy-t3"];
    for text in [
        "due = \"soon\"",
        "due = true",
        "due = 2019-03-02",
        "due = 2028-11-10",
        "due = 2027-02-30",
        "due = 2027-31-02",
        "due = 02.03.2027",
        "due = March",
        "due = [2027-03-02]",
        "due = 22:30:00",
        "due",
        "due 2027-03-02",
        "due: 2027-03-02",
        "due =",
        "due.date = 2027-03-02",
        "[person]\ndue = 2027-03-02",
        "[person\ndue = 2027-03-02",
        "bedtime = \"\"\"\ndue = 2027-03-02",
        "due = 2027-03-02\ndue = 2027-04-02",
        "due-date = 2027-03-02",
        "Due = 2027-03-02",
        "deu = 2027-03-02",
        "pregnant = true",
        "format = 1\rdue = 2027-03-02",
        "format = 2\npregnancy = { due = 2027-03-02 }",
        "conditions = [\"pregnant\"]",
        "conditions = [\"pregancy-t1\"]",
        "due = 2019-03-02\nbirth-of-child = 2026-13-01",
    ] {
        let held = held(text);
        assert!(held.contains(&t3[0].to_owned()), "{text:?} holds {held:?}");
    }
    let both = ["knee-pain", "glaucoma"];
    for text in [
        "conditions = [\"knee-pain\", \"glaucoma\", \"knee-pian\"]",
        "conditions = \"knee-pain, glaucoma\"",
        "conditions = [knee-pain, glaucoma]",
        "conditions = [\"knee-pain\", \"glaucoma\"",
        "conditions = \"knee-pain\", \"glaucoma\"",
        "condition = [\"knee-pain\", \"glaucoma\"]",
        "conditions: knee-pain\n  - glaucoma",
        "format = 2\nconditions = [{ is = \"knee-pain\" }, { is = \"glaucoma\" }]",
    ] {
        assert_eq!(held(text), both, "{text:?}");
    }
    for birth in ["soon", "2026-13-01", "", "\"2027-01-01\"", "[2026-11-01]"] {
        let text = format!("due = 2027-03-02\nbirth-of-child = {birth}\n");
        let (profile, found) = decode(&text, safety(), today());
        assert!(!found.is_empty() && profile.due.is_some(), "{text}");
        let both = ["pregnancy-t2", "postpartum-early", "postpartum"];
        assert_eq!(held(&text), both, "{text}");
    }
}

#[test]
fn comments_and_other_faults_make_nobody_pregnant() {
    for text in [
        "# due = 2027-03-02\n",
        "# not due, not pregnant\nbedtime = 25\n",
        "bedtime = '25:00' # the child was due in March\n",
        "equipment = [\"due\"]\n",
        "floor = 3\n",
    ] {
        assert_eq!(held(text), [] as [&str; 0], "{text:?}");
    }
}

#[test]
fn a_full_stop_in_the_profile_counts_and_is_said() {
    let safety = safety();
    let text = "conditions = [\"chest-pain\", \"urge-now\"]\n";
    let (profile, found) = decode(text, safety, today());
    assert_eq!(profile.person(safety, today()).full_stops(), ["chest-pain"]);
    assert_eq!(found.len(), 2);
}

#[test]
fn from_65_on_the_older_rules_hold_until_it_is_answered() {
    let safety = safety();
    let older = ["older-adult"];
    for (text, conditions, warnings) in [
        ("birth-year = 1961", &older[..], 1),
        ("birth-year = 1962", &[], 0),
        ("birth-year = 1948\nolder-adult = false", &[], 0),
        ("birth-year = 1948\nolder-adult = true", &older, 0),
        ("older-adult = true", &older, 0),
        (
            "birth-year = 1948\nconditions = [\"older-adult\"]",
            &older,
            0,
        ),
        ("birth-year = 1948\nolder-adult = \"no\"", &older, 1),
        (
            "birth-year = 1948\nolder-adult = false\nbedtime = \"25:00\"",
            &[],
            1,
        ),
    ] {
        let (profile, found) = decode(text, safety, today());
        let person = profile.person(safety, today());
        assert_eq!(person.conditions(), conditions, "{text}");
        assert_eq!(found.len(), warnings, "{text}: {found:?}");
    }
    let person = decode("", safety, today()).0.person(safety, today());
    assert_eq!(person.audience(), Some(Audience::Adult));
}

#[test]
fn messages_say_what_to_write() {
    let cases = [
        (
            "conditions = [\"knee-pian\"]\n",
            "error: unknown condition \"knee-pian\"",
            "write \"knee-pain\"; until then it counts as that",
        ),
        (
            "bed-time = \"22:30\"\n",
            "error: unknown key `bed-time` in the profile",
            "did you mean `bedtime`?",
        ),
        (
            "due = 2028-11-10\n",
            "error: `due` is more than 300 days away",
            "check the year; until then this counts as a pregnancy of unknown week",
        ),
        (
            "due = \"soon\"\n",
            "error: `due` is not a date: year, month, day",
            "write due = \"YYYY-MM-DD\"",
        ),
        (
            "due = 2027-02-30\n",
            "error: this is not a date",
            "write due = \"YYYY-MM-DD\"",
        ),
        (
            "due = march\n",
            "error: this must be a date",
            "write due = \"YYYY-MM-DD\"",
        ),
        (
            "bedtime = \"25:00\"\n",
            "error: `bedtime` is not a time of day",
            "write bedtime = \"HH:MM\"",
        ),
        (
            "bedtime = 22\n",
            "error: `bedtime` must be a time of day, not a number",
            "write bedtime = \"HH:MM\"",
        ),
        (
            "pace-factor = \"slow\"\n",
            "error: `pace-factor` must be a number, not text",
            "write pace-factor = N.N",
        ),
        (
            "conditions = [\"older-adult\"]\nolder-adult = false\n",
            "error: `older-adult` is false, but is also in the conditions",
            "delete one of the two; until then the rules for it apply",
        ),
        (
            "conditions = \"knee pain, glaucoma\"\n",
            "error: `conditions` must be a list, not text",
            "write conditions = [\"knee pain\", \"glaucoma\"]",
        ),
        (
            "emergency-number = 0800\n",
            "error: this is not a number",
            "write emergency-number = \"0800\"",
        ),
        (
            "birth-year = 1950,\n",
            "error: this number has a comma after it",
            "write birth-year = 1950",
        ),
        (
            "floor = \"no\"\n",
            "error: `floor` must be true or false, not text",
            "write floor = false, without quotes",
        ),
        (
            "birth-of-child = 2027-01-01\n",
            "error: `birth-of-child` is in the future",
            "write due = 2027-01-01 if a child is expected then",
        ),
        (
            "conditions = [\"chest-pain\"]\n",
            "warning: \"chest-pain\" is for one session only",
            "it counts as long as it is listed here: delete it when it is over",
        ),
        (
            "equipment = [\"chiar\"]\n",
            "warning: unknown equipment \"chiar\"",
            "did you mean \"chair\"?",
        ),
    ];
    says(&cases);
    for wrong in ["pace-factor = 0.4", "pace-factor = 4", "pace-factor = nan"] {
        let said = said(wrong);
        let message = "error: `pace-factor` must be from 0.5 to 3\n";
        assert!(said.starts_with(message), "{said}");
    }
}

#[test]
fn messages_about_weeks_name_what_stands_there() {
    let cases = [
        (
            "week = 43\nweek-on = 2026-11-01\n",
            "error: `week` must be from 1 to 42",
            "write due = \"YYYY-MM-DD\" instead, which may be in the past; or the",
        ),
        (
            "week = 20\nweek-on = 2026-11-01\nbirth-of-child = 2026-10-01\n",
            "error: `birth-of-child` is 24 weeks before the due date by `week`",
            "both count: delete `week` and `week-on` if this child has been born,",
        ),
        (
            "due date = 2027-03-02\n",
            "error: a key cannot contain a space",
            "keys are single words: did you mean `due`?",
        ),
    ];
    says(&cases);
}

/// Whether each text is answered with its error and its help.
#[test]
fn messages_about_preferences_say_what_to_write() {
    says(&[
        (
            "gentle = \"yes\"\n",
            "error: `gentle` must be true or false, not text",
            "write gentle = true, without quotes",
        ),
        (
            "gentle = \"low\"\n",
            "error: `gentle` must be true or false, not text",
            "write gentle = true, or gentle = false, without quotes",
        ),
        (
            "first_side = \"up\"\n",
            "error: unknown side \"up\"",
            "known: left, right",
        ),
        (
            "first_side = 2\n",
            "error: `first_side` must be text in quotes, not a number",
            "known: left, right",
        ),
        (
            "first-side = \"right\"\n",
            "error: unknown key `first-side` in the profile",
            "did you mean `first_side`?",
        ),
    ]);
}

#[test]
fn wrong_preferences_are_no_conditions() {
    for text in [
        "gentle = \"yes\"\n",
        "first_side = \"up\"\n",
        "first_side = [\n",
    ] {
        let (profile, found) = decode(text, safety(), today());
        assert_eq!((profile.gentle, profile.first_side), (None, None));
        assert!(profile.unchecked.is_empty(), "{text}: {found:?}");
    }
}

fn says(cases: &[(&str, &str, &str)]) {
    for (text, message, help) in cases {
        let said = said(text);
        assert!(said.starts_with(&format!("{message}\n")), "{said}");
        assert!(said.contains(&format!("= help: {help}\n")), "{said}");
    }
}

#[test]
fn a_whole_report() {
    let text = r#"due = 2019-03-02
conditions = ["glaucoma", "knee-pian"]
birth-of-child = march
note = "urge-now, overdue, past due"
"#;
    assert_eq!(said(text), REPORT);
}

const REPORT: &str = r#"error: `due` is more than 21 days ago
 --> profile.toml:1:7
  |
1 | due = 2019-03-02
  |       ^^^^^^^^^^
  |
  = help: check the year, or add the birth of this child, as in birth-of-child =
          "YYYY-MM-DD"; until then this counts as a pregnancy past its due date

error: unknown condition "knee-pian"
 --> profile.toml:2:27
  |
2 | conditions = ["glaucoma", "knee-pian"]
  |                           ^^^^^^^^^^^
  |
  = help: write "knee-pain"; until then it counts as that

error: this must be a date
 --> profile.toml:3:18
  |
3 | birth-of-child = march
  |                  ^^^^^
  |
  = help: write birth-of-child = "YYYY-MM-DD"

error: unknown key `note` in the profile
 --> profile.toml:4:1
  |
4 | note = "urge-now, overdue, past due"
  | ^^^^
  |
  = help: the profile has the keys format, conditions, due, week, week-on,
          birth-of-child, caesarean, birth-year, older-adult, bedtime,
          pace-factor, gentle, first_side, floor, equipment, emergency-number

warning: while there are errors, this counts too: urge-now
--> profile.toml
 = help: fix the errors above

warning: not checked: "overdue", "past due", what cannot be read
--> profile.toml
 = help: fix the errors above; until then nothing is said to fit

warning: this counts as a birth today
--> profile.toml
 = help: fix the errors above, or delete `birth-of-child`

warning: this counts as a pregnancy of unknown week
--> profile.toml
 = help: fix the errors above; if nobody is pregnant, delete `due`

"#;

#[test]
fn for_names_a_person() {
    let safety = safety();
    let parse = |typed: &str| {
        let asked = asked(Some(&typed.parse::<For>()?), safety);
        asked.map(|asked| asked.whom(None, safety))
    };
    let whom = parse(" glaucoma,Knee Pain,chest-pain,urge-now,").expect("all known");
    let person = whom.person();
    assert_eq!(person.conditions(), ["knee-pain", "glaucoma", "urge-now"]);
    assert_eq!(person.full_stops(), ["chest-pain"]);
    let nobody = parse("nobody").expect("nobody is known");
    assert_eq!(nobody.person().audience(), None);
    let wrong = |typed| parse(typed).expect_err("it is wrong").to_string();
    assert_eq!(
        wrong("knee-pian,glaucoma"),
        "error: unknown condition \"knee-pian\"\nhelp: did you mean knee-pain?"
    );
    assert_eq!(
        wrong("nobody,glaucoma"),
        "error: --for nobody must stand alone\nhelp: leave out nobody, or all the others"
    );
    assert!(wrong(" , ").starts_with("error: --for names nobody\n"));
    let list = wrong("x\u{1b}[2J");
    assert!(!list.contains('\u{1b}') && list.contains("help: known: pregnancy-t1,"));
    assert!(list.lines().all(|line| line.len() <= 78), "{list}");
}

#[test]
fn check_reads_the_profile() {
    let home = Home::new();
    let path = home.write(".config/supple/profile.toml", "floor = 3\n");
    for arguments in [&["check"][..], &["check", path.to_str().expect("text")]] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let place = "error: `floor` must be true or false, not a number\n --> ~/.config/supple/profile.toml:1:9\n";
        assert!(ran.err.starts_with(place), "{}", ran.err);
    }
    home.write(
        ".config/supple/profile.toml",
        WHOLE.split("due").next().expect("a part"),
    );
    assert_eq!(home.run(&["check"]).code, Some(0));
    // One letter of another encoding drops nothing.
    std::fs::write(&path, b"conditions = [\"knee-pain\"] # f\xfcr mich\n").expect("written");
    let ran = home.run(&["check"]);
    assert!(
        ran.err.starts_with("error: line 1 is not UTF-8 text\n"),
        "{}",
        ran.err
    );
    std::fs::remove_file(&path).expect("removed");
    std::fs::create_dir(&path).expect("a folder");
    let ran = home.run(&["check"]);
    assert!(
        ran.err.contains("this is a folder, not a file"),
        "{}",
        ran.err
    );
}

#[test]
fn a_file_is_replaced_for_its_owner_alone() {
    let home = Home::new();
    let left = home.write(".config/supple/profile.toml~", "left behind");
    std::fs::set_permissions(&left, std::fs::Permissions::from_mode(0o644)).expect("set");
    for folder in [".config/supple", "new/supple"] {
        let path = home.path().join(folder).join("profile.toml");
        supple::edge::store::saving::replace(&path, WHOLE).expect("written");
        let mode = |path: &std::path::Path| {
            let metadata = std::fs::metadata(path).expect("it is there");
            metadata.permissions().mode() & 0o777
        };
        assert_eq!(mode(&path), 0o600);
        if folder.starts_with("new") {
            assert_eq!(mode(path.parent().expect("a folder")), 0o700);
        }
    }
}

/// A line of anything, of what files are made of, or of a profile.
fn line() -> impl Strategy<Value = String> {
    let parts = "[\"'=#\\[\\]{},.:a-z0-9\\\\ \t-]{0,12}";
    let whole: Vec<&str> = WHOLE
        .lines()
        .filter(|line| !line.contains("birth-of"))
        .collect();
    prop_oneof![
        any::<String>(),
        parts,
        prop::sample::select(whole).prop_map(str::to_owned),
        prop::sample::select(vec![
            "x = \"\"\"",
            "[a]",
            "[[a]]",
            "b = [",
            "'''",
            "format = 9"
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_text_drops_the_pregnancy_rules_when_due_stands_in_it(
        before in prop::collection::vec(line(), 0..5),
        space in "[ \t]{0,2}",
        value in prop_oneof![line(), "20[0-9]{2}-[01][0-9]-[0-3][0-9]", "\"?20[0-9-]{2,8}\"?"],
        after in prop::collection::vec(line(), 0..5),
    ) {
        let (before, after) = (before.join("\n"), after.join("\n"));
        let text = format!("{before}\n{space}due{space}={value}\n{after}");
        prop_assume!(!text.contains("birth-of"));
        let (profile, _) = decode(&text, safety(), today());
        let audience = profile.person(safety(), today()).audience();
        let pregnant = [Audience::PregnancyT1, Audience::PregnancyT2, Audience::PregnancyT3];
        prop_assert!(audience.is_some_and(|audience| pregnant.contains(&audience)));
    }
}

#[test]
fn without_a_terminal_the_profile_is_told() {
    let home = Home::new();
    let ran = home.run(&["profile"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(
        ran.out
            .starts_with("~/.config/supple/profile.toml\nThere is no profile yet."),
        "{}",
        ran.out
    );
    let text =
        "conditions = [\"knee-pain\"]\ndue = 2999-01-01\nfloor = false\nbedtime = \"22:30\"\n";
    home.write(".config/supple/profile.toml", text);
    let ran = home.run(&["profile"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err
            .starts_with("error: `due` is more than 300 days away\n"),
        "{}",
        ran.err
    );
    let told = "~/.config/supple/profile.toml\nToday you count as: pregnant, third trimester (week not known); knee \
                pain.\nBedtime: 22:30.\nDown to the floor and up again: no.\n";
    assert_eq!(ran.out, told);
    home.write(
        ".config/supple/profile.toml",
        "equipment = []\npace-factor = 2\n",
    );
    let ran = home.run(&["profile"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.ends_with("\nToday no rule leaves anything out for you.\nTime between steps: twice as long.\nProps at hand: none.\n"));
}

#[test]
fn weeks_and_births_are_said_in_words() {
    let safety = safety();
    let on = |text: &str, day: &str| {
        let day = date(day);
        let profile = decode(text, safety, day).0;
        let words = (due(&profile, safety, day), birth(&profile, safety, day));
        [Some(summary(&profile, safety, day)), words.0, words.1].map(Option::unwrap_or_default)
    };
    let due = "due = 2027-03-02\n";
    for (day, week, name) in [
        ("2026-05-06", "week 0", "first"),
        ("2026-08-31", "week 13", "first"),
        ("2026-09-01", "week 14", "second"),
        ("2026-12-22", "week 30", "third"),
        ("2027-03-02", "week 40", "third"),
        ("2027-03-03", "past the due date", "third"),
        ("2026-05-05", "week not known", "third"),
    ] {
        let [says, follows, _] = on(due, day);
        assert_eq!(
            says,
            format!("Today you count as: pregnant, {name} trimester ({week}).")
        );
        assert_eq!(follows, format!("{week}, {name} trimester"));
    }
    let both = "due = 2027-03-02\nbirth-of-child = 2027-02-20\n";
    for (day, ago) in [
        ("2027-02-26", "less than a week ago"),
        ("2027-02-27", "a week ago"),
        ("2027-05-14", "11 weeks ago"),
        ("2027-05-15", "12 weeks ago, over"),
        ("2030-05-15", "3 years ago, over"),
    ] {
        assert_eq!(
            on(both, day)[1..],
            ["born".to_owned(), ago.to_owned()],
            "{day}"
        );
    }
    assert_eq!(
        on("birth-of-child = 2027-02-20\n", "2027-02-19")[2],
        "in the future"
    );
}

#[test]
fn a_profile_that_others_may_read_is_pointed_out() {
    let home = Home::new();
    let said = |path: Option<&str>| {
        for arguments in [&["profile"][..], &["check"]] {
            let ran = home.run(arguments);
            let wanted = path.map_or_else(String::new, |path| {
                format!(
                    "warning: others on this machine can read what it says about your health\n\
                     --> ~/.config/supple/profile.toml\n = help: close it with: chmod go= {path}\n\n"
                )
            });
            let found = ran.err.strip_suffix("1 warning\n").unwrap_or(&ran.err);
            assert_eq!((ran.code, found), (Some(0), wanted.as_str()));
        }
    };
    let open = |path: &std::path::Path, mode: u32| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("it is ours");
    };
    let path = home.write(
        ".config/supple/profile.toml",
        "conditions = [\"knee-pain\"]\n",
    );
    said(None);
    for mode in [0o604, 0o640, 0o644] {
        open(&path, mode);
        said(Some("~/.config/supple/profile.toml"));
    }
    // It is said where it is looked for, and keeps nothing from working.
    let listed = home.run(&["list"]);
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""));
    let kept = home.write(".config/supple/profile.toml.old2", "floor = true\n");
    open(&kept, 0o644);
    said(Some("~/.config/supple/profile.toml*"));
    open(&path, 0o600);
    said(Some("~/.config/supple/profile.toml*"));
    assert_eq!(home.run(&["check", "--strict"]).code, Some(1));
    open(&kept, 0o600);
    said(None);

    let mut command = home.supple(&["profile"]);
    command.env("XDG_CONFIG_HOME", home.path().join("it's here"));
    let own = home.write("it's here/supple/profile.toml", "floor = true\n");
    open(&own, 0o644);
    let ran = Ran::of(&command.output().expect("it runs"));
    let command = "close it with: chmod go= ~/'it'\\''s here/supple/profile.toml'\n";
    assert!(ran.err.contains(command), "{}", ran.err);
}
