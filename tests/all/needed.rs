//! A routine that is asked for by name: no more is read than it needs, and everything that can matter.

use std::path::Path;

use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::edge::store::files::{self, Others, Reading};

use crate::support::program::Home;
use crate::support::pty::Pty;

/// A routine with a step that lies on the belly.
fn prone(title: &str) -> String {
    format!(
        "format = 1\ntitle = \"{title}\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"Rest\"\nposition = \"prone\"\nhow = [\"Lie down.\"]\nhold = 40\n[[step]]\nname = \"Sit\"\nposition = \"seated-chair\"\nhow = [\"Sit down.\"]\nhold = 300\n"
    )
}

const GLAUCOMA: &str = "format = 1\nconditions = [\"glaucoma\"]\n";
/// A rule of the person's own, and an offer that only holds if the routines are known.
const RULES: &str = "format = 1\n[[rule]]\nposition = \"prone\"\ncontraindicated = [\"glaucoma\"]\n[[session-flag]]\nid = \"weary\"\nname = \"weary\"\noffer = [\"other\"]\n";

fn home(rules: &str) -> Home {
    let home = Home::new();
    home.write(".config/supple/profile.toml", GLAUCOMA);
    home.own("mine.toml", &prone("Mine"));
    home.own("deep/other.toml", &prone("Other"));
    home.own("safety.toml", rules);
    home
}

/// What is read of a folder, by kind and id.
fn read(folder: &Path, reading: Reading<'_>) -> Vec<(FileKind, String)> {
    let mut layers = files::layers_with(&[folder.to_owned()], reading);
    let layer = layers.pop().expect("a layer for the folder");
    assert_eq!(layer.origin, Origin::Folder(0));
    let files = layer.files.into_iter();
    files.map(|file| (file.kind, file.id)).collect()
}

#[test]
fn of_the_other_routines_none_is_read() {
    let home = Home::new();
    for path in [
        "a.toml",
        "mine.toml",
        "below/mine.toml",
        "below/pace.toml",
        "exercises/bend.toml",
        "pace.toml",
        "SAFETY.toml",
    ] {
        home.write(&format!("more/{path}"), "title = \"A\"\n");
    }
    home.write("more/saftey.toml", "[[rule]]\n");
    let folder = home.path().join("more");
    let rest = |routines: &[(FileKind, &'static str)]| {
        let mut all = vec![
            (FileKind::Safety, "SAFETY"),
            (FileKind::Exercise, "bend"),
            (FileKind::Pace, "pace"),
        ];
        all.extend_from_slice(routines);
        all.sort_by_key(|(_, id)| *id);
        all
    };
    let check = |reading, expected: Vec<(FileKind, &str)>| {
        let mut found = read(&folder, reading);
        found.sort_by(|one, other| one.1.cmp(&other.1));
        let found: Vec<_> = found
            .iter()
            .map(|(kind, id)| (*kind, id.as_str()))
            .collect();
        assert_eq!(found, expected, "{reading:?}");
    };
    let mine = (FileKind::Routine, "mine");
    check(Reading::Nothing, rest(&[]));
    check(Reading::Only("mine", Others::Listed), rest(&[mine, mine]));
    let stray = (FileKind::Folder, "saftey");
    check(
        Reading::Only("mine", Others::Searched),
        rest(&[mine, mine, stray]),
    );
}

#[test]
fn own_rules_hold_for_what_is_asked_for_by_name() {
    for rules in [
        RULES,
        "format = 1\n[[rule]]\nposition = \"prone\"\ncontraindicated = [\"glaucoma\"]\n",
    ] {
        let home = home(rules);
        for arguments in [&["rehearse", "mine"][..], &["show", "mine"]] {
            let ran = home.run(arguments);
            assert!(ran.out.contains("Left out."), "{arguments:?} {ran:?}");
            assert!(!ran.err.contains("has errors"), "{ran:?}");
        }
        let ran = home.run(&["play", "mine", "--plain"]);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(said.contains("Left out."), "{ran:?}");
        assert!(!said.contains("has errors"), "{ran:?}");
    }
}

#[test]
fn own_rules_with_errors_are_said_for_what_is_asked_for_by_name() {
    let home = home("format = 1\n[[rule]]\nhazard = 3\n");
    let ran = home.run(&["rehearse", "mine"]);
    let said = format!("{}{}", ran.out, ran.err);
    assert!(said.contains("has errors: our rules apply"), "{ran:?}");
}

#[test]
fn what_plays_instead_is_looked_for_in_all_routines() {
    let home =
        home("format = 1\n[[rule]]\nposition = \"prone\"\ncontraindicated = [\"glaucoma\"]\n");
    let only = prone("Only").replace("hold = 300", "hold = 10");
    home.own(
        "only.toml",
        &only.replace(
            "[[step]]\nname = \"Rest\"",
            "instead.glaucoma = \"gentle\"\n[[step]]\nname = \"Rest\"",
        ),
    );
    home.own(
        "deep/gentle.toml",
        "format = 1\ntitle = \"Gentle of mine\"\ndiscipline = \"yoga\"\n[[step]]\nexercise = \"chair-rest\"\nhold = 10\n",
    );
    let ran = home.run(&["show", "only"]);
    assert!(ran.out.contains("Instead: Gentle of mine"), "{ran:?}");
}

#[test]
fn a_title_and_what_is_like_an_id_are_found_among_all() {
    let home = home("format = 1\n");
    let ran = home.run(&["show", "Other"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.err.contains("is understood as other"), "{ran:?}");
    let ran = home.run(&["show", "othre"]);
    assert!(ran.err.contains("did you mean other?"), "{ran:?}");
}

#[test]
fn a_reload_decodes_only_what_has_changed() {
    let file = |id: &str, text: &str| File {
        kind: FileKind::Routine,
        id: id.to_owned(),
        path: format!("~/{id}.toml"),
        text: Ok(text.to_owned().into()),
    };
    let layers = |other: &str| {
        let files = vec![file("mine", &prone("Mine")), file("other", other)];
        let origin = Origin::Own;
        vec![embedded::layer(), Layer { origin, files }]
    };
    let first = Library::of(layers(&prone("Other")));
    let again = first.renewed(layers(&prone("Changed")));
    let is_shared = |id: &str| {
        let (old, new) = (first.routine(id), again.routine(id));
        std::ptr::eq(old.expect("it is there"), new.expect("it is there"))
    };
    assert!(is_shared("mine"));
    assert!(!is_shared("other"));
    assert_eq!(
        again
            .routine("other")
            .map(|entry| entry.value.title.as_str()),
        Some("Changed")
    );
}

#[test]
fn what_the_other_files_say_comes_after_the_first_frame() {
    for now in [&["--now"][..], &[]] {
        let home = Home::new();
        let named = home.write("here.toml", &prone("From here"));
        home.own("saftey.toml", "[[rule]]\nhazard = \"prone\"\n");
        let named = named.to_str().expect("a plain path").to_owned();
        let arguments = [&["play", &named], now].concat();
        let mut pty = Pty::start(home, env!("CARGO_BIN_EXE_supple"), &arguments, &[]);
        pty.wait_for_text("rules here");
        if now.is_empty() {
            // The file that was named is still there.
            pty.send("\r");
        }
        pty.send(" ");
        pty.wait_for_text("PAUSED");
    }
}
