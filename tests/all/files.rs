//! Files that are no plain text files, and folders with odd things in them.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::edge::store::files;

use crate::support::program::{Home, Ran};

/// What none of these files may take: a second on a machine that has something else to do too.
const PATIENCE: Duration = Duration::from_secs(5);

const SOUND: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"Sit\"\nhold = \"30s\"\n";

/// Runs the program, and fails when it does not come to an end.
fn run(home: &Home, arguments: &[&str]) -> Ran {
    let mut command = home.supple(arguments);
    let (ended, end) = mpsc::channel();
    std::thread::spawn(move || ended.send(command.output()));
    let output = end
        .recv_timeout(PATIENCE)
        .unwrap_or_else(|_| panic!("{arguments:?} hangs"));
    let ran = Ran::of(&output.expect("the program runs"));
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}

/// Checks one file, which must have an error with these words.
fn refused(home: &Home, file: &str, words: &str) {
    let ran = run(home, &["check", file]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{}", ran.err);
    assert!(
        ran.err.contains(&format!("error: {words}\n")),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("help: "), "{}", ran.err);
    for command in ["rehearse", "show", "play"] {
        let played = run(home, &[command, &format!("./{file}")]);
        assert_eq!(played.code, Some(1), "{}", played.err);
        assert!(played.err.contains(words), "{}", played.err);
    }
}

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
}

#[test]
fn what_is_no_text_file_is_refused() {
    let home = Home::new();
    home.write("folder.toml/inside.toml", SOUND);
    let played = run(&home, &["rehearse", "./folder.toml"]);
    assert_eq!(played.code, Some(1));
    assert!(
        played.err.contains("this is a folder, not a file"),
        "{}",
        played.err
    );

    home.write("empty.toml", "");
    refused(&home, "empty.toml", "the file is empty");
    home.write("blank.toml", "\u{feff} \r\n\t\n");
    refused(&home, "blank.toml", "the file is empty");

    pipe(&home.path().join("pipe.toml"));
    refused(
        &home,
        "pipe.toml",
        "this is a pipe or a device, not a text file",
    );
    symlink("/dev/zero", home.path().join("zero.toml")).expect("a link");
    refused(
        &home,
        "zero.toml",
        "this is a pipe or a device, not a text file",
    );
    refused(&home, "nowhere.toml", "there is no such file");
}

#[test]
fn what_is_no_text_is_refused() {
    let home = Home::new();
    let large = fs::File::create(home.path().join("large.toml")).expect("a file");
    large.set_len(50 * 1024 * 1024).expect("a large file");
    refused(&home, "large.toml", "the file is larger than 256 KiB");
    home.write("full.toml", &format!("{SOUND}{}", "#".repeat(256 * 1024)));
    refused(&home, "full.toml", "the file is larger than 256 KiB");

    let latin = home.path().join("latin.toml");
    fs::write(&latin, b"format = 1\ntitle = \"Gr\xfc\xdfe\"\n").expect("a file");
    refused(&home, "latin.toml", "line 2 is not UTF-8 text");
    let wide: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(
        home.path().join("wide.toml"),
        [b"\xff\xfe", &wide[..]].concat(),
    )
    .expect("a file");
    refused(&home, "wide.toml", "line 1 is not UTF-8 text");
}

#[test]
fn links_that_lead_nowhere_are_said_and_the_rest_is_read() {
    let home = Home::new();
    let own = home.own("sound.toml", SOUND);
    let own = own.parent().expect("a folder");
    symlink("gone.toml", own.join("dangling.toml")).expect("a link");
    symlink("round.toml", own.join("round.toml")).expect("a link");
    let ran = run(&home, &["check"]);
    assert_eq!(ran.code, Some(1));
    for (file, why) in [
        ("dangling", "this link points to nothing"),
        ("round", "this link leads back to itself"),
    ] {
        let words = format!("error: {why}\n--> ~/.config/supple/routines/{file}.toml\n");
        assert!(ran.err.contains(&words), "{}", ran.err);
    }
    assert!(run(&home, &["list"]).out.contains("Mine"));
}

#[test]
fn a_file_that_may_not_be_read_says_so() {
    if rustix::process::geteuid().is_root() {
        return; // root may read everything
    }
    let home = Home::new();
    let path = home.write("secret.toml", SOUND);
    let closed = fs::Permissions::from_mode(0o000);
    fs::set_permissions(&path, closed).expect("it is ours");
    refused(
        &home,
        "secret.toml",
        "you have no permission to read this file",
    );
}

#[test]
fn a_folder_that_holds_itself_is_read_once() {
    let home = Home::new();
    let own = home.own("sound.toml", SOUND);
    let own = own.parent().expect("a folder");
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        symlink(".", own.join(name)).expect("a link");
        symlink("..", own.join(format!("{name}-up"))).expect("a link");
    }
    let ran = run(&home, &["check", "--strict"]);
    // A file that was read twice would be warned of.
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "read twice");
}

#[test]
fn what_an_editor_leaves_is_no_file_of_ours() {
    let home = Home::new();
    let own = home.own("mine.toml", SOUND);
    let own = own.parent().expect("a folder");
    for name in [
        ".mine.toml.swp",
        ".mine.toml",
        "mine.toml~",
        "mine~.toml",
        "~mine.toml",
        "mine.~1~.toml",
        "#mine.toml#",
        "mine.toml.bak",
        "4913",
    ] {
        home.own(name, "broken");
    }
    symlink("me@here.4242:1700000000", own.join(".#mine.toml")).expect("a lock as Emacs makes it");
    home.own(".git/config.toml", "broken");
    let ran = run(&home, &["check", "--strict"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let empty = run(&Home::new(), &["check"]);
    let none = "no routine files to check\n";
    assert_eq!((empty.code, empty.err.as_str()), (Some(0), none));
}

#[test]
fn of_two_files_with_one_name_the_first_plays_and_both_are_listed() {
    let home = Home::new();
    home.own("stretching/evening.toml", &SOUND.replace("Mine", "First"));
    home.own("yoga/evening.toml", &SOUND.replace("Mine", "Second"));
    let ran = run(&home, &["check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("warning: another file is also called evening: ~/.config/supple/routines/stretching/evening.toml\n--> ~/.config/supple/routines/yoga/evening.toml\n"),
        "{}",
        ran.err
    );
    let list = run(&home, &["list"]).out;
    assert!(list.contains("First") && list.contains("Second"), "{list}");
    let first = run(&home, &["show", "evening"]).out;
    assert!(first.contains("First"), "{first}");
}

#[test]
fn every_file_that_is_named_is_checked_also_when_another_has_its_name() {
    let home = Home::new();
    for folder in ["one", "two"] {
        home.write(&format!("{folder}/same.toml"), "title = 3\n");
        home.write(&format!("{folder}/exercises/same.toml"), "name = 3\n");
    }
    let ran = run(
        &home,
        &["check", "one/same.toml", "two/same.toml", "one", "two"],
    );
    for path in [
        "one/same.toml",
        "two/same.toml",
        "one/exercises/same.toml",
        "two/exercises/same.toml",
    ] {
        assert!(
            ran.err.contains(&format!("{path}:1:")),
            "{path}: {}",
            ran.err
        );
    }
}

#[test]
fn a_name_cannot_drive_the_terminal() {
    let home = Home::new();
    home.own("\u{1b}[31mred.toml", SOUND);
    home.own("exercises/\u{1b}[31mred.toml", SOUND);
    home.write("\u{202e}back.toml", SOUND);
    for arguments in [
        &["check"][..],
        &["check", "--format", "json"],
        &["check", "\u{202e}back.toml"],
        &["list"],
        &["list", "--json"],
        &["show", "./\u{202e}back.toml"],
        &["check", "\u{1b}gone.toml"],
        &["rehearse", "\u{1b}gone"],
    ] {
        let ran = run(&home, arguments);
        let printed = ran.out + &ran.err;
        assert!(
            !printed.contains(['\u{1b}', '\u{202e}']),
            "{arguments:?}: {printed}"
        );
    }
    let ran = run(&home, &["check"]);
    assert!(
        ran.err
            .contains("error: the name of this file contains an escape sequence (U+001B)\n"),
        "{}",
        ran.err
    );
}

/// The bundled library with a person's own exercise `calf-stretch-wall`.
fn with_own_exercise(text: &str) -> Library {
    let file = File {
        kind: FileKind::Exercise,
        id: "calf-stretch-wall".into(),
        path: "own/calf-stretch-wall.toml".into(),
        text: Ok(text.to_owned().into()),
    };
    let own = Layer {
        origin: Origin::Own,
        files: vec![file],
    };
    Library::of(vec![embedded::layer(), own])
}

#[test]
fn an_own_exercise_shadows_a_bundled_one_and_keeps_its_hazards() {
    let bundled = Library::of(vec![embedded::layer()]);
    let before = bundled
        .exercise("calf-stretch-wall")
        .expect("it is bundled");
    assert!(!before.hazards.is_empty());
    let library = with_own_exercise(
        "name = \"My stretch\"\ndiscipline = \"yoga\"\nposition = \"standing\"\nhazards = [\"kneeling\"]\n[dose]\nhold = 9\n",
    );
    let own = library.exercise("calf-stretch-wall").expect("it is there");
    assert_eq!(own.name, "My stretch");
    let tags: Vec<&str> = own
        .hazards
        .iter()
        .map(|tag| tag.get_ref().as_str())
        .collect();
    assert_eq!(tags[0], "kneeling");
    for tag in &before.hazards {
        assert!(tags.contains(&tag.get_ref().as_str()), "{tag:?} is gone");
    }
    let entry = library
        .exercises()
        .find(|entry| entry.origin == Origin::Own);
    let report = entry.expect("it is listed").report(false);
    assert_eq!(report.matches("warning: ").count(), 1, "{report}");
    for tag in &before.hazards {
        assert!(report.contains(tag.get_ref()), "{report}");
    }
}

#[test]
fn a_broken_own_exercise_leaves_the_bundled_one_in_use() {
    let library = with_own_exercise("name = \"My stretch\"\nposition = \"upside-down\"\n");
    let used = library
        .exercise("calf-stretch-wall")
        .expect("the bundled one");
    assert_ne!(used.name, "My stretch");
    let routine = library.routine("bedtime-stretch-5").expect("it is bundled");
    assert!(routine.is_sound(), "{}", routine.report(false));
    let entry = library
        .exercises()
        .find(|entry| entry.origin == Origin::Own);
    let report = entry.expect("it is listed").report(false);
    assert!(
        report.contains("until this is fixed, calf-stretch-wall is used from routines/exercises/"),
        "{report}"
    );
    assert!(report.contains("unknown position"), "{report}");
}

#[test]
fn a_routine_with_a_broken_exercise_says_which_file_to_fix() {
    let home = Home::new();
    home.own("exercises/mine.toml", "name = 3\n");
    home.own(
        "evening.toml",
        &SOUND.replace("name = \"Sit\"", "exercise = \"mine\""),
    );
    let ran = run(&home, &["rehearse", "evening"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    for words in [
        "error: the exercise \"mine\" cannot be used\n",
        "help: fix ~/.config/supple/routines/exercises/mine.toml first (see `supple",
    ] {
        assert!(ran.err.contains(words), "{}", ran.err);
    }
}

#[test]
fn a_link_to_nothing_on_the_way_is_no_missing_profile() {
    for link in [".config", ".config/supple"] {
        let home = Home::new();
        let link = home.path().join(link);
        fs::create_dir_all(link.parent().expect("a folder")).expect("it is made");
        symlink("/nonexistent", &link).expect("a link");
        let ran = run(&home, &["list"]);
        assert!(!ran.out.contains(" fits\n"), "{}", ran.out);
        assert!(ran.out.contains(" not checked\n"), "{}", ran.out);
        let shown = link.strip_prefix(home.path()).expect("below the home");
        let why = format!("the link ~/{} points to nothing", shown.display());
        let said = format!("Your profile cannot be read ({why}): nothing is left out for you.");
        assert!(ran.err.contains(&said), "{}", ran.err);
        let said = format!("~/.config/supple/routines: {why}. Rules of yours may be missing.");
        assert!(ran.err.contains(&said), "{}", ran.err);
        assert_eq!(run(&home, &["check"]).code, Some(1));
    }
}

#[test]
fn nothing_is_played_before_exercises_of_ones_own_are_read() {
    let home = Home::new();
    let folder = home.path().join("more");
    let held = || files::has_own_rules(std::slice::from_ref(&folder));
    home.write("more/mine.toml", "format = 1\n");
    assert!(!held());
    home.write("more/exercises/calf-stretch-wall.toml", "format = 1\n");
    assert!(held());
}

#[test]
fn before_the_first_picture_the_rules_are_read_without_the_routines() {
    let home = Home::new();
    let folder = home.path().join("more");
    home.write("more/evening.toml", SOUND);
    home.write("more/safety.toml", "[[rule]]\n");
    home.write("more/exercises/calf-stretch-wall.toml", "name = 3\n");
    symlink("/nonexistent", folder.join("lost")).expect("a link");
    let library = files::rules(std::slice::from_ref(&folder));
    assert!(library.routine("evening").is_none());
    assert!(library.routine("bedtime-stretch-5").is_some());
    assert_eq!(library.rules_not_in_force().count(), 1);
    assert_eq!(library.exercises_not_in_force().count(), 1);
    assert_eq!(library.unread().count(), 1);
}
