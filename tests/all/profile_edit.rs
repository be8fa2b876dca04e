//! What the form writes into a profile: only what changed, and no comment is lost.

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use supple::content::edit::stuck::Stuck;
use supple::content::vocabulary::Side;
use supple::plan::profile::day::Day;
use supple::plan::profile::decode::decode;
use supple::plan::profile::edit::{edit, key_at, unknown_words, written};
use supple::plan::profile::model::Profile;

use crate::support::stage::safety;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    date("2026-11-10")
}

fn read(text: &str) -> Profile {
    decode(text, safety(), today()).0
}

type Change = fn(&mut Profile);

/// The text after a change of what it says.
fn changed(text: &str, change: impl Fn(&mut Profile)) -> String {
    let before = read(text);
    let mut after = before.clone();
    change(&mut after);
    edit(text, &before, &after).expect("it can be changed")
}

const WRITTEN: &str = r#"# me
format = 1   # first

# as the doctor said
conditions = ["knee-pain", "glaucoma"] # both eyes
due = "2027-03-02" # from the midwife
bedtime = 22:30:00

# what stands about
equipment = [
  "chair", # the firm one
  # in the hall
  "wall",
]
note = "kept"

[more]
of = "mine"
"#;

#[test]
fn nothing_changes_where_nothing_changed() {
    for text in ["", WRITTEN, "due = soon", "a"] {
        assert_eq!(changed(text, |_| {}), text);
    }
}

#[test]
fn a_new_file_says_what_it_is() {
    let text = changed("", |profile| {
        profile.bedtime = NaiveTime::from_hms_opt(22, 30, 0);
        profile.conditions = vec!["knee-pain".into()];
        profile.due = Some(Day::On(date("2027-03-02")));
        profile.pace_factor = Some(2.0);
        profile.gentle = Some(false);
        profile.first_side = Some(Side::Right);
        profile.floor = Some(false);
        profile.equipment = Some(vec![]);
        profile.birth_year = Some(1948);
    });
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[..2]
            .iter()
            .all(|line| line.starts_with("# ") && line.len() <= 110),
        "{text}"
    );
    let expected = [
        "format = 1",
        "conditions = [\"knee-pain\"]",
        "due = 2027-03-02",
        "birth-year = 1948",
        "bedtime = \"22:30\"",
        "pace-factor = 2.0",
        "gentle = false",
        "first_side = \"right\"",
        "floor = false",
        "equipment = []",
    ];
    assert_eq!(lines[2..], expected);
}

#[test]
fn only_what_changed_is_touched() {
    let cases: [(&str, &str, Change); 11] = [
        ("\"knee-pain\", \"glaucoma\"]", "\"glaucoma\"]", |profile| {
            profile.conditions.remove(0);
        }),
        (
            "\"knee-pain\", \"glaucoma\"]",
            "\"knee-pain\"]",
            |profile| {
                profile.conditions.remove(1);
            },
        ),
        ("\"knee-pain\", \"glaucoma\"]", "]", |profile| {
            profile.conditions.clear();
        }),
        ("\"glaucoma\"]", "\"glaucoma\", \"dizziness\"]", |profile| {
            profile.conditions.push("dizziness".into());
        }),
        ("\"2027-03-02\" #", "2027-04-01 #", |profile| {
            profile.due = Some(Day::On(date("2027-04-01")));
        }),
        ("due = \"2027-03-02\" # from", "# from", |profile| {
            profile.due = None;
        }),
        ("bedtime = 22:30:00\n", "", |profile| profile.bedtime = None),
        ("22:30:00", "\"21:15\"", |profile| {
            profile.bedtime = NaiveTime::from_hms_opt(21, 15, 0);
        }),
        (
            "note = \"kept\"\n",
            "note = \"kept\"\nfloor = true\n",
            |profile| {
                profile.floor = Some(true);
            },
        ),
        ("  \"wall\",\n", "  \"wall\",\n  \"mat\",\n", |profile| {
            profile.equipment.as_mut().expect("some").push("mat".into());
        }),
        ("  \"chair\", # the", "  # the", |profile| {
            profile.equipment.as_mut().expect("some").remove(0);
        }),
    ];
    for (from, to, change) in cases {
        assert_eq!(
            changed(WRITTEN, change),
            WRITTEN.replacen(from, to, 1),
            "{from}"
        );
    }
    let cut = changed(WRITTEN, |profile| profile.equipment = None);
    let list = &WRITTEN[WRITTEN.find("equipment").expect("it is there")
        ..WRITTEN.find("note").expect("it is there")];
    assert_eq!(
        cut,
        WRITTEN.replace(list, "# the firm one\n# in the hall\n")
    );
}

#[test]
fn lists_keep_their_shape() {
    for (text, add, take) in [
        ("conditions = []\n", "conditions = [\"dizziness\"]\n", None),
        (
            "conditions = [ # none yet\n]\n",
            "conditions = [\n  \"dizziness\", # none yet\n]\n",
            None,
        ),
        (
            "conditions = [\"knee-pain\",]\n",
            "conditions = [\"knee-pain\", \"dizziness\"]\n",
            Some("conditions = []\n"),
        ),
        (
            "conditions = [\n\t\"knee-pain\" # left, right\n]\n",
            "conditions = [\n\t\"knee-pain\", # left, right\n\t\"dizziness\",\n]\n",
            Some("conditions = [\n\t# left, right\n]\n"),
        ),
        (
            "conditions = [\"knee-pain\", \"glaucoma\", \"knee-pain\"]",
            "conditions = [\"knee-pain\", \"glaucoma\", \"knee-pain\", \"dizziness\"]\n",
            Some("conditions = [\"glaucoma\"]\n"),
        ),
        (
            "conditions = [3, \"knee-pain\"]",
            "conditions = [3, \"knee-pain\", \"dizziness\"]\n",
            Some("conditions = [3]\n"),
        ),
    ] {
        let added = changed(text, |profile| profile.conditions.push("dizziness".into()));
        assert_eq!(added, add);
        if let Some(take) = take {
            let taken = changed(text, |profile| {
                profile.conditions.retain(|word| word != "knee-pain");
            });
            assert_eq!(taken, take);
        }
    }
}

#[test]
fn what_cannot_be_read_stays_until_its_own_question_is_answered() {
    for text in [
        "due = \"soon\" # ask\n",
        "due = 2019-03-02\n",
        "conditions = [\"knee-pian\"]\n",
        "deu = 2027-03-02\n",
        "floor = 3\n",
    ] {
        let bedtime = changed(text, |profile| {
            profile.bedtime = NaiveTime::from_hms_opt(22, 0, 0);
        });
        assert_eq!(bedtime, format!("{text}bedtime = \"22:00\"\n"));
    }
    let due = |text: &str| {
        changed(text, |profile| {
            profile.due = Some(Day::On(date("2027-03-02")));
        })
    };
    assert_eq!(due("due = \"soon\" # ask\n"), "due = 2027-03-02 # ask\n");
    assert_eq!(due("Due-Date = 1 # ask"), "due = 2027-03-02 # ask\n");
    assert_eq!(due("pregnant = true\n"), "due = 2027-03-02\n");
    let none = changed("deu = 2027-03-02\n", |profile| profile.due = None);
    assert_eq!(none, "");
    let conditions =
        |text: &str| changed(text, |profile| profile.conditions.push("glaucoma".into()));
    assert_eq!(
        conditions("conditions = [\"knee-pian\"]\n"),
        "conditions = [\"knee-pian\", \"glaucoma\"]\n"
    );
    assert_eq!(
        conditions("conditions = \"knee-pain, dizziness\"\n"),
        "conditions = [\"knee-pain\", \"dizziness\", \"glaucoma\"]\n"
    );
    assert_eq!(
        conditions("condition = [\"knee-pain\"]\n"),
        "conditions = [\"knee-pain\", \"glaucoma\"]\n"
    );
}

#[test]
fn an_unknown_word_goes_when_it_is_taken_out() {
    let text = "conditions = [\"knee-pain\", \"x\\\"y\", 3, \"x\\\"y\"]\n";
    let mut before = read(text);
    let unknown = unknown_words(text, &before.conditions);
    assert_eq!(unknown, ["x\"y"]);
    before.conditions.extend(unknown);
    let mut after = before.clone();
    after.conditions.pop();
    let text = edit(text, &before, &after);
    assert_eq!(text.as_deref(), Ok("conditions = [\"knee-pain\", 3]\n"));
}

#[test]
fn keys_come_before_tables_and_lines_end_as_they_did() {
    let add = |text: &str| changed(text, |profile| profile.floor = Some(true));
    assert_eq!(
        add("# mine\r\nbedtime = \"22:00\"\r\n"),
        "# mine\r\nbedtime = \"22:00\"\r\nfloor = true\r\n"
    );
    assert_eq!(
        add("# mine\n[a]\nb = 1"),
        "# mine\nfloor = true\n[a]\nb = 1\n"
    );
    assert_eq!(add("a.b = 1\n[c]\n"), "a.b = 1\nfloor = true\n[c]\n");
    assert_eq!(add("# mine"), "# mine\nfloor = true\n");
    let crlf = changed("equipment = [\r\n  \"mat\",\r\n]\r\n", |profile| {
        profile.equipment.as_mut().expect("some").push("bed".into());
    });
    assert_eq!(crlf, "equipment = [\r\n  \"mat\",\r\n  \"bed\",\r\n]\r\n");
}

#[test]
fn what_would_lose_something_is_refused() {
    let refused = |text: &str| {
        let before = read(text);
        let mut after = before.clone();
        after.due = Some(Day::On(date("2027-04-01")));
        edit(text, &before, &after)
    };
    assert_eq!(refused("due ="), Err(Stuck::Unreadable));
    assert_eq!(refused("format = 2\n"), Err(Stuck::Unreadable));
    assert_eq!(refused("# x\ndue.date = 2027-03-02\n"), Err(Stuck::Line(2)));
    assert_eq!(refused("[due]\n"), Err(Stuck::Line(1)));
}

#[test]
fn places_and_words_are_found() {
    let text = "conditions = [\n  \"knee-pian\",\n]\ndue = 'soon'\n";
    assert_eq!(
        key_at(text, text.find("knee").expect("there")),
        Some("conditions")
    );
    assert_eq!(key_at(text, text.find("soon").expect("there")), Some("due"));
    assert_eq!(key_at("x = 1\n", 4), None);
    assert_eq!(key_at("due = 1\nx = 1\n", 9), None);
    assert_eq!(key_at("due = 1\nflor = 1\n", 9), Some("floor"));
    assert_eq!(key_at("# only\n", 3), None);
    assert_eq!(written(text, "due"), Some("soon"));
    assert_eq!(written(text, "conditions"), None);
}

/// The parts of sound files, with the comments that people write.
fn parts() -> impl Strategy<Value = Vec<String>> {
    let comment = prop_oneof![
        Just(""),
        Just(" # one, two"),
        Just("\n# own [line]"),
        Just("\n")
    ];
    let parts = [
        "format = 1",
        "conditions = [\"knee-pain\", \"glaucoma\"]",
        "due = 2027-03-02",
        "birth-of-child = '2024-10-01'",
        "birth-year = 1_990",
        "bedtime = 22:30:00",
        "pace-factor = 1.2",
        "floor = false",
        "equipment = [ # in\n  \"chair\", # a\n\n  \"wall\" # b\n  # c\n]",
    ];
    let part = |part: &'static str| {
        let at = any::<bool>();
        (at, comment.clone()).prop_map(move |(is_in, comment)| {
            let part = if is_in { part } else { "" };
            format!("{part}{comment}")
        })
    };
    parts.map(part).to_vec().prop_shuffle()
}

fn words(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(of, 0..=of.len())
        .prop_map(|words| words.into_iter().map(str::to_owned).collect())
}

fn profile() -> impl Strategy<Value = Profile> {
    let due = prop::sample::select(vec![None, Some("2027-03-02"), Some("2026-12-24")]);
    let birth = prop::sample::select(vec![None, Some("2024-10-01"), Some("2025-10-01")]);
    let day = |day: Option<&str>| day.map(|day| Day::On(date(day)));
    (
        words(&["knee-pain", "dizziness", "glaucoma", "wrist-pain"]),
        (due, birth),
        (
            prop::option::of(1900_u32..=2026),
            any::<bool>(),
            any::<bool>(),
        ),
        prop::option::of((0_u32..24, 0_u32..60)),
        prop::option::of(prop::sample::select(vec![0.5, 1.2, 1.5, 2.0])),
        any::<Option<bool>>(),
        prop::option::of(words(&["chair", "mat", "wall"])),
    )
        .prop_map(
            move |(
                conditions,
                (due, birth),
                (birth_year, caesarean, older),
                bedtime,
                pace_factor,
                floor,
                equipment,
            )| Profile {
                conditions,
                due: day(due),
                birth_of_child: day(birth),
                birth_year,
                caesarean: caesarean && birth.is_some(),
                // From 65 on there is a warning until it is answered.
                older: (older || birth_year.is_some_and(|year| year < 1962)).then_some(older),
                emergency_number: older.then(|| "112".to_owned()),
                bedtime: bedtime
                    .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0)),
                pace_factor,
                floor,
                equipment,
                ..Profile::default()
            },
        )
}

/// Lists in one order: words come in at the end.
fn sorted(mut profile: Profile) -> Profile {
    profile.conditions.sort();
    if let Some(equipment) = &mut profile.equipment {
        equipment.sort();
    }
    profile
}

fn comments(text: &str) -> usize {
    text.matches('#').count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_written_is_what_was_said(parts in parts(), after in profile(), windows in any::<bool>()) {
        let text = parts.concat_lines(windows);
        let read = |text: &str| decode(text, safety(), today());
        let (before, found) = read(&text);
        prop_assert!(found.is_empty(), "{text}\n{found:?}");
        let edited = edit(&text, &before, &after).expect("it can be changed");
        let (now, found) = read(&edited);
        prop_assert!(found.is_empty(), "{edited}\n{found:?}");
        prop_assert_eq!(sorted(now), sorted(after.clone()), "{}", edited);
        if !text.trim().is_empty() {
            prop_assert_eq!(comments(&edited), comments(&text), "{}", edited);
        }
        if windows && text.contains('\n') {
            prop_assert_eq!(edited.matches('\n').count(), edited.matches("\r\n").count());
        }
        let back = edit(&edited, &after, &before).expect("it can be changed back");
        prop_assert_eq!(sorted(read(&back).0), sorted(before));
    }
}

trait Lines {
    fn concat_lines(&self, windows: bool) -> String;
}

impl Lines for Vec<String> {
    fn concat_lines(&self, windows: bool) -> String {
        let text = self.join("\n");
        if windows {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    }
}
