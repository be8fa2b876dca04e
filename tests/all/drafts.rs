//! Texts of people that are changed as data: splices, paths, and steps that can be taken back.

use std::ops::Range;

use proptest::prelude::*;
use supple::content::edit::draft::Draft;
use supple::content::edit::edits::Edits;
use supple::content::edit::path::{NoPath, Path};
use supple::content::edit::place::{Missing, Spans, Why, spans};
use supple::content::edit::shape::{NewKey, Shape};
use supple::content::edit::splice::{Refused, Splice, apply};
use supple::content::edit::stuck::Stuck;
use supple::content::toml::key::{KeySpec, Keys, Takes};

/// A key that takes anything.
const fn key(name: &'static str) -> KeySpec {
    KeySpec::plain(name, Takes::Other, "")
}

const STEP_KEYS: Keys = Keys {
    what: "a step",
    list: &[
        key("exercise"),
        key("sets"),
        key("hold"),
        key("rest"),
        key("note"),
    ],
};
const PACE_KEYS: Keys = Keys {
    what: "a pace",
    list: &[key("lead-in"), key("switch")],
};
const ROUTINE_KEYS: Keys = Keys {
    what: "a routine",
    list: &[
        key("format"),
        key("title"),
        key("conditions"),
        key("step"),
        key("pace"),
        key("about"),
    ],
};

static STEP: Shape = Shape {
    keys: STEP_KEYS,
    tables: &[("step", &STEP)],
    new_key: NewKey::InOrder,
};

static PACE: Shape = Shape {
    keys: PACE_KEYS,
    tables: &[],
    new_key: NewKey::InOrder,
};

static ROUTINE: Shape = Shape {
    keys: ROUTINE_KEYS,
    tables: &[("step", &STEP), ("about", &PACE)],
    new_key: NewKey::InOrder,
};

fn splice(at: Range<usize>, with: &str) -> Splice {
    let with = with.to_owned();
    Splice { at, with }
}

fn path(text: &str) -> Path {
    text.parse().expect("a path")
}

const TEXT: &str = "\
# mine
title = \"A\" # short
conditions = [\"x\", \"y\"]

# first
[[step]]
  exercise = \"one\" # it
  rest = \"5 s\"

[[step]]
exercise = \"two\"
about = { a = 1, b.c = 2 }
# kept

# third
[[step]]
exercise = \"three\"
[[step.step]]
exercise = \"inner\"

[pace.normal]
switch = 4
";

#[test]
fn splices_are_all_of_the_text_as_it_is() {
    let text = "one two";
    let splices = [
        splice(4..7, "2"),
        splice(0..3, ""),
        splice(0..0, "<"),
        splice(7..7, ">"),
    ];
    let (after, inverse) = apply(text, &splices).expect("they fit");
    assert_eq!(after, "< 2>");
    assert_eq!(inverse, [splice(0..1, "one"), splice(2..4, "two")]);
    assert_eq!(apply(&after, &inverse).expect("they fit").0, text);
}

#[test]
fn splices_that_do_not_fit_are_refused() {
    let text = "añb";
    let backwards = Range { start: 3, end: 1 };
    for (splices, refused) in [
        (vec![splice(0..5, "")], Refused::Outside(0..5)),
        (vec![splice(9..9, "")], Refused::Outside(9..9)),
        (
            vec![splice(backwards.clone(), "")],
            Refused::Outside(backwards),
        ),
        (vec![splice(0..2, "")], Refused::InCharacter(0..2)),
        (vec![splice(2..2, "")], Refused::InCharacter(2..2)),
        (
            vec![splice(1..4, ""), splice(0..3, "")],
            Refused::Overlap(1..4),
        ),
        (
            vec![splice(0..3, ""), splice(1..1, "x")],
            Refused::Overlap(1..1),
        ),
        (
            vec![splice(1..1, "x"), splice(1..1, "y")],
            Refused::Overlap(1..1),
        ),
    ] {
        assert_eq!(apply(text, &splices), Err(refused), "{splices:?}");
    }
}

/// A text, and splices of it that do not meet.
fn spliced() -> impl Strategy<Value = (String, Vec<Splice>)> {
    let piece = ("[a-cñ伸\n]{0,4}", "[x-z𝄞]{0,3}", any::<bool>());
    prop::collection::vec(piece, 0..8).prop_map(|pieces| {
        let (mut text, mut splices) = (String::new(), Vec::new());
        for (old, new, is_kept) in pieces {
            let start = text.len();
            text += &old;
            let is_free = splices
                .last()
                .is_none_or(|last: &Splice| last.at != (start..text.len()));
            if !is_kept && is_free {
                splices.push(splice(start..text.len(), &new));
            }
        }
        (text, splices)
    })
}

proptest! {
    #[test]
    fn a_change_can_be_taken_back((text, splices) in spliced(), turn in any::<prop::sample::Index>()) {
        let (after, inverse) = apply(&text, &splices).expect("they fit");
        let (again, forward) = apply(&after, &inverse).expect("the inverse fits");
        prop_assert_eq!(&again, &text);
        prop_assert_eq!(&apply(&again, &forward).expect("it fits again").0, &after);
        let mut turned = splices.clone();
        if !turned.is_empty() {
            let at = turn.index(turned.len());
            turned.rotate_left(at);
            turned.reverse();
        }
        prop_assert_eq!(apply(&text, &turned).expect("they fit").0, after.clone());
        // What stands outside the ranges stands there still, in order.
        let mut expected = String::new();
        let mut done = 0;
        for splice in &splices {
            expected += &text[done..splice.at.start];
            expected += &splice.with;
            done = splice.at.end;
        }
        prop_assert_eq!(expected + &text[done..], after);
    }

    #[test]
    fn no_splice_is_a_panic(text in "[añ伸\n]{0,6}", ends in prop::collection::vec((0_usize..20, 0_usize..20), 0..4)) {
        let splices: Vec<Splice> = ends.into_iter().map(|(start, end)| splice(Range { start, end }, "x")).collect();
        if let Ok((after, inverse)) = apply(&text, &splices) {
            prop_assert_eq!(apply(&after, &inverse).expect("the inverse fits").0, text);
        }
    }
}

#[test]
fn paths_lead_to_values_pairs_and_blocks() {
    let read = |at: &str| {
        let Spans { value, pair, block } = spans(TEXT, &ROUTINE, &path(at)).expect(at);
        let part = |range: Option<Range<usize>>| range.map(|range| &TEXT[range]);
        (&TEXT[value], part(pair), part(block))
    };
    assert_eq!(read("title"), ("\"A\"", Some("title = \"A\""), None));
    assert_eq!(read("conditions[2]"), ("\"y\"", None, None));
    assert_eq!(
        read("step[1].rest"),
        ("\"5 s\"", Some("rest = \"5 s\""), None)
    );
    let first = "# first\n[[step]]\n  exercise = \"one\" # it\n  rest = \"5 s\"\n\n";
    assert_eq!(read("step[1]"), ("[[step]]", None, Some(first)));
    let (_, _, second) = read("step[2]");
    assert!(
        second.expect("a block").ends_with("# kept\n\n"),
        "{second:?}"
    );
    let (_, _, third) = read("step[3]");
    let third = third.expect("a block");
    assert!(
        third.starts_with("# third\n") && third.ends_with("\"inner\"\n\n"),
        "{third}"
    );
    assert_eq!(read("step[3].step[1].exercise").0, "\"inner\"");
    assert_eq!(read("step[2].about.a"), ("1", Some("a = 1"), None));
    assert_eq!(read("step[2].about.b.c").1, None);
    let (_, _, last) = read("pace.normal");
    assert_eq!(last, Some("[pace.normal]\nswitch = 4\n"));
}

#[test]
fn what_is_not_there_is_said() {
    assert_eq!("step[0]".parse::<Path>(), Err(NoPath(5)));
    for (at, part, why) in [
        ("nothing", 0, Why::Key),
        ("step[4]", 1, Why::Item),
        ("step[1].sets", 2, Why::Key),
        ("title[1]", 1, Why::NotList),
        ("title.a", 1, Why::NotTable),
        ("step.a", 1, Why::NotTable),
    ] {
        let found = spans(TEXT, &ROUTINE, &path(at));
        assert_eq!(found, Err(Missing { part, why }), "{at}");
    }
}

fn edited(text: &str, change: impl FnOnce(&mut Edits<'_, '_>) -> Result<(), Stuck>) -> String {
    let mut draft = Draft::new(text);
    draft.edit(&ROUTINE, change).expect("it can be changed");
    let after = draft.text().to_owned();
    // Every step can be taken back and made again, byte for byte.
    if after != text {
        assert!(draft.undo());
        assert_eq!(draft.text(), text);
        assert!(draft.redo());
        assert_eq!(draft.text(), after);
    }
    assert!(!draft.redo());
    after
}

fn set(text: &str, at: &str, value: &str) -> String {
    edited(text, |edits| edits.set(&path(at), value))
}

fn removed(text: &str, at: &str) -> String {
    edited(text, |edits| edits.remove(&path(at)))
}

#[test]
fn a_value_is_set_where_it_stands() {
    for (at, from, to) in [
        ("title", "\"A\" # short", "\"B\" # short"),
        ("step[1].exercise", "\"one\" # it", "\"B\" # it"),
        ("step[3].step[1].exercise", "\"inner\"", "\"B\""),
        ("step[2].about.b.c", "b.c = 2", "b.c = \"B\""),
        ("pace.normal.switch", "switch = 4", "switch = \"B\""),
        ("conditions[1]", "[\"x\", ", "[\"B\", "),
    ] {
        if at.ends_with("b.c") {
            // Names with points in braces may hold anything.
            let refused = Draft::new(TEXT).edit(&ROUTINE, |edits| edits.set(&path(at), "1"));
            assert_eq!(refused, Err(Stuck::Line(12)));
            continue;
        }
        let windows = TEXT.replace('\n', "\r\n");
        for text in [TEXT.to_owned(), format!("\u{feff}{TEXT}"), windows] {
            assert_eq!(set(&text, at, "\"B\""), text.replacen(from, to, 1), "{at}");
        }
    }
}

#[test]
fn a_new_key_stands_in_its_order() {
    for (at, above) in [
        ("format", "conditions = [\"x\", \"y\"]\n"),
        ("about", "conditions = [\"x\", \"y\"]\n"),
        ("step[1].hold", "  exercise = \"one\" # it\n"),
        ("step[1].note", "  rest = \"5 s\"\n"),
        ("step[3].sets", "exercise = \"three\"\n"),
        ("step[3].step[1].other", "exercise = \"inner\"\n"),
        ("pace.normal.lead-in", "switch = 4\n"),
        ("pace.slow.switch", "conditions = [\"x\", \"y\"]\n"),
    ] {
        let indent = above.len() - above.trim_start().len();
        let name = at.rsplit(']').next().unwrap_or(at).trim_start_matches('.');
        let name = name.strip_prefix("pace.normal.").unwrap_or(name);
        let line = format!("{}{name} = 3\n", " ".repeat(indent));
        let expected = TEXT.replacen(above, &format!("{above}{line}"), 1);
        assert_eq!(set(TEXT, at, "3"), expected, "{at}");
        let windows = TEXT.replace('\n', "\r\n");
        assert_eq!(
            set(&windows, at, "3"),
            expected.replace('\n', "\r\n"),
            "{at}"
        );
    }
    assert_eq!(set("", "title", "1"), "title = 1\n");
    assert_eq!(set("\u{feff}", "title", "1"), "\u{feff}title = 1\n");
    assert_eq!(set("\u{feff}[a]", "title", "1"), "\u{feff}title = 1\n[a]\n");
    assert_eq!(set("[about]", "about.switch", "1"), "[about]\nswitch = 1\n");
    assert_eq!(
        set("about = {}", "about.switch", "1"),
        "about = { switch = 1 }\n"
    );
    let inline = set(TEXT, "step[2].about.\"my d\"", "3");
    assert_eq!(inline, TEXT.replace("b.c = 2 }", "b.c = 2, \"my d\" = 3 }"));
}

#[test]
fn a_key_goes_and_comments_stay() {
    for (at, from, to) in [
        ("title", "title = \"A\" # short\n", "# short\n"),
        ("conditions", "conditions = [\"x\", \"y\"]\n", ""),
        ("step[1].rest", "  rest = \"5 s\"\n", ""),
        (
            "step[1].exercise",
            "  exercise = \"one\" # it\n",
            "  # it\n",
        ),
        ("step[2].about.a", "a = 1, ", ""),
        ("pace.normal.switch", "switch = 4\n", ""),
    ] {
        assert_eq!(removed(TEXT, at), TEXT.replacen(from, to, 1), "{at}");
    }
    assert_eq!(removed("\u{feff}title = 1", "title"), "\u{feff}");
    assert_eq!(removed("title = 1\nformat = 1", "format"), "title = 1\n");
    assert_eq!(
        removed("about = { a = 1, b = 2 }\n", "about.b"),
        "about = { a = 1 }\n"
    );
    assert_eq!(removed("a.b = 1\na.c = 2\n", "a.b"), "a.c = 2\n");
    assert_eq!(removed(TEXT, "step[9].rest"), TEXT);
    let list = "conditions = [ # one\n  \"x\", # two\n] # three\n";
    assert_eq!(removed(list, "conditions"), "# three\n# one\n# two\n");
}

#[test]
fn one_step_holds_several_changes() {
    let after = edited(TEXT, |edits| {
        edits.set(&path("step[1].hold"), "1")?;
        edits.set(&path("step[1].sets"), "2")?;
        edits.remove(&path("title"))?;
        let words = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        edits.words(
            &path("conditions"),
            &words(&["x", "y"]),
            &words(&["z", "w"]),
        )
    });
    let expected = TEXT
        .replacen("# it\n", "# it\n  hold = 1\n  sets = 2\n", 1)
        .replacen("title = \"A\" # short", "# short", 1)
        .replacen("[\"x\", \"y\"]", "[\"z\", \"w\"]", 1);
    assert_eq!(after, expected);
}

#[test]
fn a_last_line_is_ended_unless_it_goes() {
    let swap = |text: &str| {
        edited(text, |edits| {
            edits.set(&path("about"), "2")?;
            edits.remove(&path("title"))
        })
    };
    assert_eq!(swap("title = 1"), "about = 2\n");
    assert_eq!(
        swap("format = 1\r\ntitle = 1 # a"),
        "format = 1\r\n# a\r\nabout = 2\r\n"
    );
    assert_eq!(swap("title = 1\nformat = 1"), "format = 1\nabout = 2\n");
    assert_eq!(set("format = 1", "format", "2"), "format = 2\n");
    assert_eq!(removed("# a\ntitle = [ # b\n]", "title"), "# a\n# b\n");
}

#[test]
fn steps_are_taken_back_one_by_one() {
    let mut draft = Draft::new(TEXT);
    let mut texts = vec![TEXT.to_owned()];
    for (at, value) in [
        ("title", "\"B\""),
        ("step[1].sets", "3"),
        ("format", "1"),
        ("title", "2"),
    ] {
        draft
            .edit(&ROUTINE, |edits| edits.set(&path(at), value))
            .expect("it can be changed");
        texts.push(draft.text().to_owned());
    }
    for text in texts.iter().rev().skip(1) {
        assert!(draft.undo());
        assert_eq!(draft.text(), text);
    }
    assert!(!draft.undo());
    for text in &texts[1..] {
        assert!(draft.redo());
        assert_eq!(draft.text(), text);
    }
    assert!(!draft.redo());
    assert!(draft.undo());
    draft
        .edit(&ROUTINE, |edits| edits.set(&path("title"), "5"))
        .expect("it can be changed");
    assert!(!draft.redo(), "another step was made since");
}

#[test]
fn what_cannot_be_changed_stays_as_it_is() {
    for (text, at, value, stuck) in [
        ("title = \n", "format", "1", Stuck::Unreadable),
        ("title = 1\n", "title", "no toml", Stuck::Unreadable),
        ("title = 1\n", "title", "1\nformat = 2", Stuck::Unreadable),
        ("format = 1\n[title]\n", "title", "1", Stuck::Line(2)),
        ("format = 1\ntitle.a = 1\n", "title", "1", Stuck::Line(2)),
        ("title = 1\n", "title.a", "1", Stuck::Line(1)),
        ("title = 1\n", "step[1].sets", "1", Stuck::Missing),
        ("[[step]]\n", "step[2].sets", "1", Stuck::Missing),
        ("[[step]]\n", "step[1]", "1", Stuck::Line(1)),
        ("title = 1\n", "conditions[1]", "1", Stuck::Missing),
    ] {
        let mut draft = Draft::new(text);
        let refused = draft.edit(&ROUTINE, |edits| edits.set(&path(at), value));
        assert_eq!((refused, draft.text()), (Err(stuck), text), "{at}");
        assert!(!draft.undo());
    }
    let twice = Draft::new(TEXT).edit(&ROUTINE, |edits| {
        edits.set(&path("title"), "1")?;
        edits.set(&path("title"), "2")
    });
    assert_eq!(twice, Err(Stuck::Unreadable));
}
