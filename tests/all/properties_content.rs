//! What must hold for any file: reading it never panics, and what is said about it can be shown.

use std::sync::OnceLock;

use proptest::prelude::*;
use supple::content::diagnostic::Diagnostic;
use supple::content::embedded;
use supple::content::entry::Entry;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::keys::SCHEMA;
use supple::content::library::Library;
use supple::content::tables::Table;
use supple::content::text::clean::{escaped, printed, printed_in_colour};
use supple::content::text::forbidden::is_forbidden;
use supple::figure::clip::Clip;
use supple::figure::read::base::Bases;
use supple::plan::lower::lower;
use supple::plan::review::review;

const KINDS: [FileKind; 7] = [
    FileKind::Routine,
    FileKind::Exercise,
    FileKind::Pace,
    FileKind::Sources,
    FileKind::Safety,
    FileKind::Evidence,
    FileKind::Figures,
];

/// The bundled tables and some exercises: enough to refer to.
fn base() -> Layer {
    let mut layer = embedded::layer();
    let mut exercises = 0;
    layer.files.retain(|file| {
        exercises += usize::from(file.kind == FileKind::Exercise);
        match file.kind {
            FileKind::Routine => false,
            FileKind::Exercise => exercises < 9,
            _ => true,
        }
    });
    layer
}

/// The same as they are read once for all cases.
fn known() -> &'static Library {
    static KNOWN: OnceLock<Library> = OnceLock::new();
    KNOWN.get_or_init(|| Library::of(vec![base()]))
}

/// Reads the text as a file of every kind, and plays it if it is sound.
fn read(text: &str) {
    let texts = KINDS.map(|kind| (kind, text.to_owned()));
    read_all(texts.into());
}

fn read_all(texts: Vec<(FileKind, String)>) {
    let files = texts
        .into_iter()
        .map(|(kind, text)| File {
            kind,
            id: "test".into(),
            path: "test.toml".into(),
            text: Ok(text.into()),
        })
        .collect();
    let own = Layer {
        origin: Origin::Own,
        files,
    };
    let library = known().renewed(vec![base(), own]);
    for entry in library.routines() {
        shown(entry, &entry.found);
        if entry.is_sound() {
            match lower("test", &entry.value, &library) {
                Ok(timetable) => shown(entry, &review(&entry.value, &timetable, &library)),
                Err(why) => shown(entry, &[why]),
            }
        }
    }
    let bases = Bases::of(&library.shared().figures);
    for entry in library.exercises() {
        shown(entry, &entry.found);
        if let Some(figure) = &entry.value.figure {
            shown(entry, &Clip::draft(figure, &bases).1);
        }
    }
    for entry in library.tables() {
        shown(entry, &entry.found);
        if let Table::Figures(figures) = &entry.value {
            shown(entry, &bases.check(figures));
        }
    }
}

/// Whether the findings lie within the text, and their report holds nothing that drives a terminal.
fn shown<T: Clone>(entry: &Entry<T>, found: &[Diagnostic]) {
    for diagnostic in found {
        let related = diagnostic.related.as_ref().map(|(span, _)| span);
        for span in diagnostic.span.iter().chain(related) {
            let place = entry.text.get(span.clone());
            assert!(
                place.is_some(),
                "{span:?} is no place of the text: {diagnostic:?}"
            );
        }
        let related = diagnostic.related.iter().map(|(_, words)| words);
        let beside = diagnostic.label.iter().chain(related);
        for words in diagnostic
            .help
            .iter()
            .chain([&diagnostic.message])
            .chain(beside)
        {
            assert!(!words.chars().any(is_forbidden), "{words:?}");
        }
    }
    let mut entry = entry.clone();
    entry.found = found.to_vec();
    let report = entry.report(false);
    assert!(!report.chars().any(is_forbidden), "{report:?}");
    let coloured = entry.report(true);
    assert_eq!(printed_in_colour(&coloured), coloured);
}

/// A text as TOML writes it in quotes.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| format!("\\U{:08X}", u32::from(c)));
    format!("\"{}\"", escaped.collect::<String>())
}

fn bundled() -> Vec<String> {
    let files = embedded::layer().files;
    files
        .into_iter()
        .filter_map(|file| file.text.ok())
        .map(|text| text.to_string())
        .collect()
}

/// One change to a text, at places given as parts of a thousand.
#[derive(Clone, Debug)]
enum Change {
    DeleteLine(usize),
    DoubleLine(usize),
    SwapLines(usize, usize),
    DeleteChar(usize),
    Insert(usize, String),
    SwapChars(usize, usize),
    Cut(usize),
}

impl Change {
    fn apply(&self, text: &str) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut chars: Vec<char> = text.chars().collect();
        if chars.is_empty() {
            return String::new();
        }
        let line = |at: &usize| at * lines.len() / 1000;
        let char = |at: &usize| at * chars.len() / 1000;
        match self {
            Self::DeleteLine(at) => {
                lines.remove(line(at));
            }
            Self::DoubleLine(at) => lines.insert(line(at), lines[line(at)]),
            Self::SwapLines(one, other) => {
                let (one, other) = (line(one), line(other));
                lines.swap(one, other);
            }
            Self::DeleteChar(at) => {
                chars.remove(char(at));
                return chars.into_iter().collect();
            }
            Self::Insert(at, what) => {
                let at = char(at);
                chars.splice(at..at, what.chars());
                return chars.into_iter().collect();
            }
            Self::SwapChars(one, other) => {
                let (one, other) = (char(one), char(other));
                chars.swap(one, other);
                return chars.into_iter().collect();
            }
            Self::Cut(at) => return chars[..char(at)].iter().collect(),
        }
        lines.concat()
    }
}

/// What breaks texts: brackets, quotes, and characters that are hard to see.
fn poison() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "=",
            ":",
            ",",
            ".",
            "#",
            "\\",
            "\n",
            "\r",
            "\t",
            "\u{1b}[31m",
            "\u{85}",
            "\u{202e}",
            "\u{feff}",
            "\u{a0}",
            "“",
            "é",
            "שלום",
            "👩‍👧",
            "[[step]]\n",
            "[[step.step]]\n",
            "hold = ",
            "breaths = ",
            "breath = { in = 4, hold = 7, out = 8 }\n",
            "tempo = \"2-0-5-0\"\n",
            "up_to = true\n",
            "order = \"one-side-first\"\n",
            "[defaults]\n",
            "0",
            "-",
            "1e9s",
            "\\u001b",
            "\u{0}",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0_usize..1000;
    prop_oneof![
        at().prop_map(Change::DeleteLine),
        at().prop_map(Change::DoubleLine),
        (at(), at()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        at().prop_map(Change::DeleteChar),
        (at(), poison()).prop_map(|(at, what)| Change::Insert(at, what)),
        (at(), at()).prop_map(|(one, other)| Change::SwapChars(one, other)),
        at().prop_map(Change::Cut),
    ]
}

/// A value of any type, mostly plausible.
fn value() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "\"30s\"",
        "\"20s-30s\"",
        "\"1m30s\"",
        "\"2:30\"",
        "\"0s\"",
        "\"7.55s\"",
        "\"-5s\"",
        "\"9h\"",
        "30",
        "0",
        "-1",
        "10",
        "3.5",
        "1e308",
        "inf",
        "nan",
        "99999999999999999999",
        "0x10",
        "true",
        "false",
        "2024-01-01",
        "22:30:00",
        "\"done\"",
        "\"each\"",
        "\"both\"",
        "\"alternating\"",
        "\"left\"",
        "\"standing\"",
        "\"supine\"",
        "\"floor\"",
        "\"yoga\"",
        "\"bedtime\"",
        "\"adult\"",
        "\"normal\"",
        "\"older\"",
        "\"en\"",
        "\"S-MAYO\"",
        "\"8-12\"",
        "\"2-0-5-0\"",
        "\"2-0-5\"",
        "\"4-7-8\"",
        "\"half\"",
        "\"-10s\"",
        "\"3/2\"",
        "\"right\"",
        "\"one-side-first\"",
        "{ left = \"5s\", right = 3 }",
        "{ left = 2 }",
        "{ in = 4, hold = 7, out = 8, rest = 1 }",
        "{ out = 3, hold = 2, back = 5 }",
        "\"ankle-pumps\"",
        "\"test\"",
        "\"\"",
        "\" \"",
        "\"a\\nb\"",
        "\"\\u001b[31m\"",
        "\"\\u202e\"",
        "\"é👩‍👧\"",
        "\"\"\"\na\nb\n\"\"\"",
        "[]",
        "{}",
        "[[]]",
        "{ at = \"5s\", say = \"Now.\" }",
        "{ name = \"Warm-up\", say = \"Now.\" }",
        "\"3 times a day\"",
        "\"5 of 10\"",
        "{ in = 4, out = 6 }",
        "{ glaucoma = \"test\" }",
        "{ \"\\u001b\" = \"test\" }",
    ])
    .prop_map(str::to_owned);
    word.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3)
                .prop_map(|list| format!("[{}]", list.join(", "))),
            (key(), inner).prop_map(|(key, value)| format!("{{ {key} = {value} }}")),
        ]
    })
}

fn key() -> impl Strategy<Value = String> {
    let declared = SCHEMA.tables.iter().flat_map(|table| table.names());
    let others = ["source", "citation", "topic", "duration", "\"\\u001b\""];
    let known: Vec<&str> = declared.chain(others).collect();
    prop::sample::select(known).prop_map(str::to_owned)
}

fn header() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "[[step]]",
        "[[step]]",
        "[[step]]",
        "[[step.step]]",
        "[[step.step.step]]",
        "[step]",
        "[defaults]",
        "[dose]",
        "[breath]",
        "[[step.cues]]",
        "[pace.slow]",
        "[pace.\"\\u001b\"]",
        "[source.S-X]",
        "[figure]",
        "[[figure.frames]]",
        "[figure.left]",
        "[base.x]",
        "[hazard]",
        "[[condition]]",
        "[a.b.c]",
        "[instead]",
    ])
    .prop_map(str::to_owned)
}

/// A text of known keys: some at the top, then tables.
fn document() -> impl Strategy<Value = String> {
    let lines = || {
        prop::collection::vec((key(), value()), 0..6).prop_map(|pairs| {
            let mut seen = std::collections::BTreeSet::new();
            pairs
                .into_iter()
                .filter(|(key, _)| seen.insert(key.clone()))
                .map(|(key, value)| format!("{key} = {value}\n"))
                .collect::<Vec<_>>()
                .concat()
        })
    };
    let tables = prop::collection::vec((header(), lines()), 0..6);
    (any::<bool>(), lines(), tables).prop_map(|(sound, top, tables)| {
        let start = if sound {
            "format = 1\ntitle = \"T\"\ndiscipline = \"yoga\"\n".to_owned()
        } else {
            top
        };
        let tables = tables
            .into_iter()
            .map(|(header, lines)| format!("{header}\n{lines}"));
        start + &tables.collect::<String>()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_of_dangerous_parts_is_read(parts in prop::collection::vec(poison(), 0..60)) {
        read(&parts.concat());
    }

    #[test]
    fn any_change_of_a_bundled_file_is_read(
        text in prop::sample::select(bundled()),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let changed = changes.iter().fold(text, |text, change| change.apply(&text));
        read(&changed);
    }

    #[test]
    fn any_keys_with_any_values_are_read(text in document()) {
        read(&text);
    }

    #[test]
    fn whatever_is_printed_is_clean(parts in prop::collection::vec(poison(), 0..40)) {
        let text = parts.concat();
        prop_assert!(!printed(&text).contains(is_forbidden));
        let coloured = printed_in_colour(&text);
        let plain = coloured.split('\u{1b}').collect::<Vec<_>>();
        prop_assert!(!plain.concat().contains(is_forbidden));
        let codes = |c: char| c.is_ascii_digit() || matches!(c, ';' | ':');
        for part in &plain[1..] {
            let colour = part.strip_prefix('[').map(|part| part.trim_start_matches(codes));
            prop_assert!(colour.is_some_and(|rest| rest.starts_with('m')), "{coloured:?}");
        }
        let json = serde_json::to_string(&text).expect("it is text");
        let json = escaped(&json, false);
        prop_assert!(!json.contains(is_forbidden));
        prop_assert_eq!(serde_json::from_str::<String>(&json).expect("it is JSON"), text);
    }

    #[test]
    fn any_names_are_shown(name in "[a-z\u{1b}\u{85}\u{202e}\n\r\t é]{0,6}", other in "\\PC{0,6}") {
        let (name, other) = (quoted(&name), quoted(&other));
        let pace = "lead-in = 1\nposition-change = 1\nswitch = 1\n";
        read_all(vec![
            (FileKind::Pace, format!("[pace.{name}]\n{pace}[pace.{other}]\n{pace}")),
            (FileKind::Safety, format!("[hazard]\n{name} = \"x\"\n[[condition]]\nid = {other}\nname = {name}\n")),
            (FileKind::Exercise, format!("name = {other}\ndiscipline = {name}\nposition = {other}\nhazards = [{other}]\n[substitutes]\n{name} = {other}\n")),
            (FileKind::Routine, format!("title = {name}\npace = \"zzz\"\nlanguage = {other}\n[instead]\n{name} = {name}\n[[step]]\nname = {other}\nhazards = [{name}]\n")),
        ]);
    }
}
