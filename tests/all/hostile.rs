//! Whatever stands in files, names, arguments and the environment: nothing that could drive a terminal is printed.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use supple::content::diagnostic::any_error;
use supple::content::routine::Routine;
use supple::content::text::forbidden::is_forbidden;

use crate::support::program::Home;

/// What nobody should see: sequences for the terminal in both forms, single control characters, overrides of the
/// direction, and bytes that are no text.
const HOSTILE: &[&[u8]] = &[
    b"\x1b[2J\x1b]0;owned\x07",
    b"\xc2\x9b31m",
    "\u{202e}x\u{2066}".as_bytes(),
    b"\r",
    b"\x08\x7f\x0c",
    "\u{85}".as_bytes(),
    b"\xff\xfe\x1b[31m",
];

/// The same in a TOML text, as escapes.
const ESCAPES: &[&str] = &["\\u001b[2J", "\\u009b2J", "\\u202e", "\\r", "\\u007f"];

const ROUTINE: &str = "format = 1 #C\ntitle = \"T\"\nabout = \"A\"\ndiscipline = \"stretching\"\nwhen = \"bedtime\"\n\
    cautions = [\"C\"]\nsources = [\"S\"]\ninstead = { glaucoma = \"older-seated-12\" }\n[defaults]\nrest = \"10s\"\n\
    [[step]]\nexercise = \"calf-stretch-wall\"\nhold = \"20s\"\ncues = [{ at = \"5s\", say = \"H\" }]\n\
    [[step]]\nname = \"N\"\nhow = [\"Sit.\"]\nreps = 10\nprops = [\"towel\"]\nhazards = [\"calf-stretch\"]\n\
    [[step]]\nrepeat = 2\n[[step.step]]\nname = \"Inner\"\nhold = \"6s\"\n";

const EXERCISE: &str = "name = \"N\" #C\nalso = [\"A\"]\ndiscipline = \"stretching\"\nposition = \"standing\"\n\
    how = [\"H\"]\nprops = [\"wall\"]\nharder = \"calf-raise\"\nsubstitutes = { glaucoma = \"ankle-pumps\" }\n\
    [dose]\nhold = \"30s\"\n[figure]\nbase = \"stand\"\nprops = [{ wall = \"hands\" }]\n";

const PROFILE: &str = "conditions = [\"knee-pain\"] #C\ndue = 2026-12-24\nbirth-year = 1950\nbedtime = \"22:30\"\n\
    equipment = [\"chair\"]\nemergency-number = \"112\"\n";

/// Where something can be put in: at the ends of lines, in keys and headers, in texts and behind `#`.
fn places(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> = text
        .match_indices(['\n', '"', '=', '[', '#', '.'])
        .flat_map(|(at, _)| [at, at + 1])
        .collect();
    places.dedup();
    places
}

/// The text with something at one of its places, for each pair of the two in turn.
fn spoilt(text: &str, every: usize) -> Vec<Vec<u8>> {
    let words: Vec<&[u8]> = HOSTILE
        .iter()
        .copied()
        .chain(ESCAPES.iter().map(|escape| escape.as_bytes()))
        .collect();
    let places = places(text).into_iter().enumerate();
    places
        .skip(every / 2)
        .step_by(every)
        .map(|(index, at)| {
            let bad = words[index / every % words.len()];
            [&text.as_bytes()[..at], bad, &text.as_bytes()[at..]].concat()
        })
        .collect()
}

/// A run of the program, and what is spoilt in it.
type Try = Box<dyn Fn(&Home) -> Vec<Command> + Send + Sync>;

fn write(home: &Home, name: &OsStr, text: &[u8]) {
    let path = home.path().join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    std::fs::write(path, text).expect("the file is written");
}

fn file(name: &'static str, text: Vec<u8>, calls: &'static [&'static [&'static str]]) -> Try {
    Box::new(move |home| {
        write(home, OsStr::new(name), &text);
        calls.iter().map(|call| home.supple(call)).collect()
    })
}

fn tries() -> Vec<Try> {
    let mut tries: Vec<Try> = Vec::new();
    for text in spoilt(ROUTINE, 7) {
        tries.push(file(
            "d/x.toml",
            text,
            &[&["check", "d/x.toml"], &["rehearse", "d/x.toml", "--json"]],
        ));
    }
    for text in spoilt(ROUTINE, 41) {
        tries.push(file(
            "d/x.toml",
            text,
            &[
                &["check", "--format", "json", "d"],
                &["show", "d/x.toml"],
                &["show", "d/x.toml", "--json"],
                &["play", "--plain", "d/x.toml"],
                &["list", "--routines", "d"],
                &["list", "--routines", "d", "--json"],
            ],
        ));
    }
    for text in spoilt(EXERCISE, 16) {
        tries.push(file(
            "d/exercises/x.toml",
            text,
            &[&["check", "d"], &["figure", "d/exercises/x.toml"]],
        ));
    }
    for text in spoilt(PROFILE, 9) {
        tries.push(file(
            ".config/supple/profile.toml",
            text,
            &[&["profile"], &["check", "--format", "json"]],
        ));
    }
    for bad in HOSTILE {
        tries.push(Box::new(move |home| named(home, bad)));
    }
    tries
}

/// A file, a folder, arguments and a home of this name.
fn named(home: &Home, bad: &[u8]) -> Vec<Command> {
    let bad = OsStr::from_bytes(bad);
    let joined = |before: &str, after: &str| {
        let mut name = OsString::from(before);
        name.push(bad);
        name.push(after);
        name
    };
    write(home, &joined("n/a", ".toml"), ROUTINE.as_bytes());
    write(home, &joined("n/", "/b.toml"), b"x = [\n");
    let calls: [&[&OsStr]; 14] = [
        &["check".as_ref(), "n".as_ref()],
        &[
            "list".as_ref(),
            "--json".as_ref(),
            "--routines".as_ref(),
            "n".as_ref(),
        ],
        &["show".as_ref(), &joined("n/a", ".toml")],
        &["show".as_ref(), &joined("n/a", ".toml"), "--json".as_ref()],
        &["play".as_ref(), bad],
        &["figure".as_ref(), bad],
        &["list".as_ref(), "--routines".as_ref(), bad],
        &["list".as_ref(), "--for".as_ref(), bad],
        &["list".as_ref(), "--when".as_ref(), bad],
        &["--theme".as_ref(), bad],
        &[
            "figure".as_ref(),
            "calf-raise".as_ref(),
            "--glyphs".as_ref(),
            bad,
        ],
        &["check".as_ref(), bad],
        &["play".as_ref(), "--from".as_ref(), bad, "x".as_ref()],
        &[bad],
    ];
    let calls = calls.iter().map(|call| {
        let mut command = home.supple(&[]);
        command.args(*call);
        command
    });
    let mut at_home = home.supple(&["profile"]);
    at_home.env("XDG_CONFIG_HOME", Path::new("/tmp").join(bad));
    calls.chain([at_home]).collect()
}

/// What must not be in a stream.
fn fault(stream: &[u8]) -> Option<String> {
    match std::str::from_utf8(stream) {
        Ok(text) => text
            .chars()
            .find(|&letter| is_forbidden(letter))
            .map(|bad| format!("{bad:?}")),
        Err(error) => Some(error.to_string()),
    }
}

#[test]
fn nothing_that_drives_a_terminal_is_printed() {
    let tries = tries();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(one) = tries.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let home = Home::new();
                    for mut command in one(&home) {
                        let ran = command.output().expect("the program runs");
                        for stream in [&ran.stdout, &ran.stderr] {
                            assert_eq!(fault(stream), None, "{command:?}");
                        }
                        let code = ran.status.code();
                        assert!(matches!(code, Some(0..=2)), "{code:?}: {command:?}");
                    }
                }
            });
        }
    });
    assert!(tries.len() > 30, "{}", tries.len());
}

/// A file that is copied must be the same file.
#[test]
fn a_file_is_printed_to_the_byte_into_a_pipe() {
    let home = Home::new();
    let text = "format = 1\r\ntitle = \"\u{1b}[2J\u{202e}\"\r\n";
    home.write("x.toml", text);
    let ran = home.run(&["show", "./x.toml", "--toml"]);
    assert_eq!(ran.out, text);
}

#[test]
fn a_home_that_is_no_whole_path_is_none() {
    let home = Home::new();
    for (name, value) in [("HOME", "rel"), ("HOME", "./"), ("HOME", "../x")] {
        let mut command = home.supple(&["profile"]);
        let ran = command.env(name, value).output().expect("it runs");
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(said.contains("there is no home folder"), "{said}");
        assert_eq!(ran.status.code(), Some(1));
    }
    let mut command = home.supple(&["list"]);
    let ran = command.env("HOME", "rel").output().expect("it runs");
    assert_eq!(ran.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("set HOME to a path that begins with /"));
    // An address of its own is used as the standard has it, a relative one is not.
    for (value, read) in [(home.path().join("c"), true), ("c".into(), false)] {
        home.write("c/supple/profile.toml", "floor = false\n");
        let mut command = home.supple(&["profile"]);
        let ran = command
            .env("XDG_CONFIG_HOME", value)
            .output()
            .expect("it runs");
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert_eq!(said.contains("Down to the floor"), read, "{said}");
    }
    assert!(!home.path().join("rel").exists());
}

#[test]
fn what_turns_the_direction_is_an_error_wherever_it_stands() {
    let text = "# A\nformat = 1\ntitle = \"B\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"C\"\nhold = 9\nhow = [\"D.\"]\n";
    let (_, found) = Routine::decode("x", text);
    assert!(!any_error(&found), "without them it is sound");
    for character in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
        for letter in ["A", "B", "C", "D"] {
            let spoilt = text.replacen(letter, &format!("{letter}{character}"), 1);
            let (_, found) = Routine::decode("x", &spoilt);
            let code = format!("U+{:04X}", u32::from(character));
            let is_named = found.iter().any(|found| found.message.contains(&code));
            assert!(
                any_error(&found) && is_named,
                "{code} after {letter}: {found:?}"
            );
        }
    }
}
