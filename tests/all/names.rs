//! Names as people type them: composed or not, in capital letters, in place of an id.

use supple::content::diagnostic::Severity;
use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::vocabulary::Position;
use supple::plan::screening::decision::Ruling;
use supple::plan::tailor::{Request, tailor};

use crate::support::program::Home;
use crate::support::rig::library;
use crate::support::stage::somebody;

const HEAD: &str = "format = 1\ntitle = \"Évening calves\"\ndiscipline = \"stretching\"\n";
const STEP: &str = "[[step]]\nexercise = \"calf-stretch-wall\"\n";

/// A routine in these steps.
fn routine(steps: &str) -> String {
    format!("{HEAD}{steps}")
}

#[test]
fn a_name_in_place_of_an_id_is_understood_and_said() {
    for name in [
        "Wall calf stretch",
        "wall  CALF stretch",
        "Calf stretch wall",
        "calf_stretch_wall",
        "wall–calf‑stretch",
    ] {
        let library = library(&routine(&format!(
            "[[step]]\nexercise = \"{name}\"\neasier = \"Ankle pumps\"\n"
        )));
        let entry = library.routine("test").expect("it is there");
        assert!(entry.is_sound(), "{}", entry.report(false));
        let steps = entry.value.steps();
        assert_eq!(steps[0].subject.as_written(), "calf-stretch-wall");
        let easier = steps[0].easier.as_ref().expect("kept");
        assert_eq!(easier.get_ref(), "ankle-pumps");
        let said: Vec<&str> = entry.found.iter().map(|found| &*found.message).collect();
        assert_eq!(
            said[0],
            format!("\"{name}\" is understood as calf-stretch-wall")
        );
        assert!(
            entry
                .found
                .iter()
                .all(|found| found.severity == Severity::Note)
        );
    }
}

#[test]
fn a_name_that_two_have_is_asked_back() {
    let exercise = |id: &str| {
        File {
        kind: FileKind::Exercise,
        id: id.into(),
        path: format!("exercises/{id}.toml"),
        text: Ok(format!(
            "name = \"{id}\"\nalso = [\"Doorway lean\"]\ndiscipline = \"stretching\"\nposition = \"standing\"\n\
             hazards = []\nhow = [\"Lean.\"]\n[dose]\nhold = \"10s\"\n"
        )
        .into()),
    }
    };
    let test = File {
        kind: FileKind::Routine,
        id: "test".into(),
        path: "test.toml".into(),
        text: Ok(routine("[[step]]\nexercise = \"Doorway Lean\"\n").into()),
    };
    let own = |files| Layer {
        origin: Origin::Own,
        files,
    };
    let two = vec![exercise("lean-a"), exercise("lean-b"), test.clone()];
    let library = Library::of(vec![embedded::layer(), own(two)]);
    let entry = library.routine("test").expect("it is there");
    assert!(!entry.is_sound());
    assert_eq!(
        entry.found[0].message,
        "more than one exercise is called \"Doorway Lean\""
    );
    assert_eq!(entry.found[0].help[0], "write one of lean-a, lean-b");
    let library = Library::of(vec![embedded::layer(), own(vec![exercise("lean-a"), test])]);
    let entry = library.routine("test").expect("it is there");
    assert_eq!(entry.value.steps()[0].subject.as_written(), "lean-a");
}

#[test]
fn what_is_near_a_name_is_offered() {
    for (typed, help) in [
        ("Wall calf strech", "did you mean \"calf-stretch-wall\"?"),
        ("ankle pump", "did you mean \"ankle-pumps\"?"),
    ] {
        let library = library(&routine(&format!("[[step]]\nexercise = \"{typed}\"\n")));
        let entry = library.routine("test").expect("it is there");
        assert!(!entry.is_sound(), "{typed}");
        assert_eq!(entry.found[0].help[0], help, "{typed}");
    }
    let text = routine(&format!(
        "instead = {{ glaucoma = \"Bedtime stretch\" }}\n{STEP}"
    ));
    let library = library(&text);
    let entry = library.routine("test").expect("it is there");
    let help = entry.found[0].help.join(" ");
    assert!(help.contains("bedtime-stretch-"), "{help}");
}

#[test]
fn names_are_typed_on_the_command_line_too() {
    let home = Home::new();
    home.own("e\u{301}vening.toml", &routine(STEP));
    for typed in [
        "évening",
        "e\u{301}vening",
        "Évening Calves",
        "E\u{301}vening calves",
    ] {
        let ran = home.run(&["rehearse", typed]);
        assert_eq!(ran.code, Some(0), "{typed}: {}", ran.err);
        let is_id = typed.ends_with("vening");
        let said = format!("note: \"{typed}\" is understood as évening\n");
        assert_eq!(ran.err, if is_id { String::new() } else { said });
    }
    let ran = home.run(&["figure", "Wall calf stretch"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        ran.err,
        "note: \"Wall calf stretch\" is understood as calf-stretch-wall\n"
    );
    let ran = home.run(&["show", "Evening calve"]);
    assert_eq!(
        ran.err,
        "error: there is no routine \"Evening calve\"\nhelp: did you mean évening?\n"
    );
    let ran = home.run(&["list", "--title", "evening"]);
    assert!(ran.out.contains("évening"), "{}", ran.out);
    let ran = home.run(&["list", "--id", "E\u{301}VEN"]);
    assert!(ran.out.contains("évening"), "{}", ran.out);
}

#[test]
fn a_routine_that_is_there_twice_in_one_form_is_listed_and_said() {
    let home = Home::new();
    home.own("e\u{301}vening.toml", &routine(STEP));
    home.own("évening.toml", &routine(STEP));
    let ran = home.run(&["check"]);
    assert!(
        ran.err.contains("another file is also called évening"),
        "{}",
        ran.err
    );
    let ran = home.run(&["list", "--title", "calves"]);
    assert_eq!(ran.out.matches("évening").count(), 2, "{}", ran.out);
}

#[test]
fn ids_in_files_are_compared_composed() {
    let home = Home::new();
    home.own(
        "exercises/e\u{301}tirement.toml",
        "name = \"Étirement\"\ndiscipline = \"stretching\"\nposition = \"standing\"\nhazards = []\nhow = [\"Lean.\"]\n[dose]\nhold = \"10s\"\n",
    );
    for written in ["étirement", "e\u{301}tirement"] {
        home.own(
            "x.toml",
            &routine(&format!("[[step]]\nexercise = \"{written}\"\n")),
        );
        let ran = home.run(&["check", "--strict"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{written}");
    }
    // A routine that is known is known in both forms.
    home.write(
        ".config/supple/settings.toml",
        "known = [\"e\u{301}vening\"]\n",
    );
    home.own("évening.toml", &routine(STEP));
    let known = home.run(&["rehearse", "évening"]);
    assert_eq!(known.out, home.run(&["rehearse", "évening", "--known"]).out);
    assert_ne!(known.out, home.run(&["rehearse", "x"]).out);
}

#[test]
fn a_file_in_capital_letters_is_a_file() {
    let home = Home::new();
    home.write("X.TOML", &routine(STEP));
    for call in [
        ["rehearse", "X.TOML"],
        ["rehearse", "./X.TOML"],
        ["check", "X.TOML"],
        ["check", "."],
    ] {
        let ran = home.run(&call);
        assert_eq!(ran.code, Some(0), "{call:?}: {}", ran.err);
    }
    let ran = home.run(&["rehearse", "Y.TOML"]);
    assert!(ran.err.contains("there is no such file"), "{}", ran.err);
}

#[test]
fn a_file_is_played_whatever_bytes_its_name_has() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let home = Home::new();
    let name = OsStr::from_bytes(b"caf\xe9.toml");
    std::fs::write(home.path().join(name), routine(STEP)).expect("it is written");
    for command in ["rehearse", "show", "check"] {
        let ran = home.supple(&[command]).arg(name).output().expect("it runs");
        assert_eq!(ran.status.code(), Some(0), "{command}");
    }
    let ran = home
        .supple(&["show", "a.toml", "--toml"])
        .output()
        .expect("it runs");
    assert_ne!(ran.status.code(), None);
}

#[test]
fn a_note_keeps_a_strict_check_sound() {
    let home = Home::new();
    home.own(
        "x.toml",
        &routine("[[step]]\nexercise = \"Wall calf stretch\"\n"),
    );
    let ran = home.run(&["check", "--strict"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err
            .starts_with("note: \"Wall calf stretch\" is understood as calf-stretch-wall"),
        "{}",
        ran.err
    );
}

#[test]
fn apostrophes_and_dashes_are_the_same_in_every_form() {
    for (typed, id) in [
        ("Child's pose, wide knees", "childs-pose"),
        ("Child’s pose, wide knees", "childs-pose"),
        ("Child´s pose, wide knees", "childs-pose"),
        ("Cat–cow", "cat-cow"),
        ("cat\u{2011}cow", "cat-cow"),
    ] {
        let library = library(&routine(&format!("[[step]]\nexercise = \"{typed}\"\n")));
        let entry = library.routine("test").expect("it is there");
        assert!(entry.is_sound(), "{}", entry.report(false));
        assert_eq!(entry.value.steps()[0].subject.as_written(), id);
    }
    let home = Home::new();
    let named = |title: &str| routine(STEP).replace("Évening calves", title);
    home.own("night.toml", &named("Runner’s night"));
    let ran = home.run(&["rehearse", "Runner's night"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.err, "note: \"Runner's night\" is understood as night\n");
    // With two of them nobody knows which is meant.
    home.own("later.toml", &named("Runnerʼs—Night"));
    let ran = home.run(&["rehearse", "Runner's night"]);
    assert_eq!(
        ran.err,
        "error: more than one routine is called \"Runner's night\"\nhelp: write one of later, night\n"
    );
}

#[test]
fn a_proper_name_comes_before_what_others_are_called_too() {
    let home = Home::new();
    let exercise = |name: &str, also: &str| {
        format!(
            "name = \"{name}\"\nalso = [\"{also}\"]\ndiscipline = \"stretching\"\nposition = \"standing\"\n\
             hazards = []\nhow = [\"Lean.\"]\n[dose]\nhold = \"10s\"\n"
        )
    };
    home.own("exercises/lean-a.toml", &exercise("Doorway lean", "Hang"));
    home.own("exercises/lean-b.toml", &exercise("Hang", "doorway lean"));
    home.own("exercises/lean-c.toml", &exercise("Swing", "Hang"));
    for (typed, id) in [
        ("Doorway Lean", "lean-a"),
        ("hang", "lean-b"),
        ("shoulder rolls", "shoulder-rolls"),
    ] {
        home.own(
            "x.toml",
            &routine(&format!("[[step]]\nexercise = \"{typed}\"\n")),
        );
        let ran = home.run(&["check"]);
        let said = format!("note: \"{typed}\" is understood as {id}\n");
        assert!(ran.err.contains(&said), "{typed}: {}", ran.err);
    }
    // A plural is another name.
    let ran = home.run(&["figure", "shoulder roll"]);
    assert_eq!(
        ran.err,
        "error: there is no exercise \"shoulder roll\"\nhelp: did you mean shoulder-rolls?\n"
    );
}

#[test]
fn a_step_called_like_an_exercise_keeps_its_hazards_and_says_so() {
    for (name, message) in [
        (
            "bridge-march",
            "\"bridge-march\" is an exercise, but only its name is used",
        ),
        (
            "Bridge With A March",
            "\"Bridge With A March\" is the exercise bridge-march, but only its name is used",
        ),
        (
            "marching‑bridge",
            "\"marching‑bridge\" is the exercise bridge-march, but only its name is used",
        ),
    ] {
        let library = library(&routine(&format!(
            "[[step]]\nname = \"{name}\"\nhold = \"20s\"\nhazards = [\"effort\"]\n{}",
            "[[step]]\nname = \"Wave\"\nhold = \"20s\"\nhazards = []\n".repeat(6)
        )));
        let entry = library.routine("test").expect("it is there");
        assert!(entry.is_sound(), "{}", entry.report(false));
        assert_eq!(entry.found[0].severity, Severity::Warning);
        assert_eq!(entry.found[0].message, message);
        let help = &entry.found[0].help;
        assert_eq!(help[0], "write exercise = \"bridge-march\" instead of name");
        assert!(
            help[1].starts_with("its hazards count here too: "),
            "{help:?}"
        );
        let step = entry.value.steps()[0];
        let has = |tag: &str| {
            step.hazards
                .iter()
                .filter(|own| own.get_ref() == tag)
                .count()
        };
        assert_eq!((has("effort"), has("supine-flat")), (1, 1), "{name}");
        assert_eq!(step.position, Some(Position::Supine));
        let whom = somebody(&["pregnancy-t3"], &library);
        let made = tailor(entry, &library, &whom, &Request::default()).expect("it can be played");
        let left_out = made
            .decisions
            .iter()
            .any(|decision| decision.action != Ruling::Precaution);
        assert!(left_out, "{:?}", made.decisions);
    }
    // Another name, or a plural, is a step of one's own.
    let library = library(&routine(
        "[[step]]\nname = \"Shoulder roll\"\nhold = \"20s\"\n",
    ));
    let entry = library.routine("test").expect("it is there");
    assert!(entry.found.is_empty(), "{}", entry.report(false));
    assert_eq!(entry.value.steps()[0].position, None);
}

#[test]
fn conditions_go_by_their_names_too() {
    let text = |head: &str| routine(&format!("{head}\n{STEP}"));
    let library_of = |head: &str| library(&text(head));
    let library = library_of(
        "for = [\"Knee pain\", \"wrist–pain\"]\ninstead = { \"KNEE PAIN\" = \"bedtime-stretch-5\" }",
    );
    let entry = library.routine("test").expect("it is there");
    let said: Vec<&str> = entry.found.iter().map(|found| &*found.message).collect();
    assert_eq!(said[0], "\"Knee pain\" is understood as knee-pain");
    assert_eq!(entry.value.made_for[0].get_ref(), "knee-pain");
    assert_eq!(entry.value.instead[0].0.get_ref(), "knee-pain");
    // What is only near is asked back, and so is what it is called by those who have it, or what is there already.
    for (head, help) in [
        ("for = [\"Knee pane\"]", "did you mean \"knee-pain\"?"),
        (
            "for = [\"bad knee\"]",
            "did you mean one of knee-replacement-recent, knee-pain?",
        ),
        (
            "for = [\"knee-pain\", \"Knee pain\"]",
            "did you mean \"knee-pain\"?",
        ),
    ] {
        let library = library_of(head);
        let entry = library.routine("test").expect("it is there");
        assert!(!entry.is_sound(), "{head}");
        assert_eq!(entry.found[0].help[0], help, "{head}");
    }
    // Rules of one's own say ids: the message names them.
    let home = Home::new();
    home.own(
        "safety.toml",
        "[allow]\nknee-pain = [\"Wall calf stretch\"]\n",
    );
    let ran = home.run(&["check"]);
    assert!(
        ran.err
            .contains("help: did you mean \"calf-stretch-wall\"?"),
        "{}",
        ran.err
    );
}

#[test]
fn what_else_a_routine_is_called_is_understood_too() {
    let home = Home::new();
    home.own(
        "x.toml",
        &routine(&format!("also = [\"Stairwell hour\"]\n{STEP}")),
    );
    let ran = home.run(&["rehearse", "stairwell hour"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.err, "note: \"stairwell hour\" is understood as x\n");
}

#[test]
fn what_has_the_name_of_another_is_pointed_out() {
    let home = Home::new();
    let exercise = |name: &str| {
        format!(
            "name = \"{name}\"\ndiscipline = \"stretching\"\nposition = \"standing\"\nhazards = []\n\
             how = [\"Lean.\"]\n[dose]\nhold = \"10s\"\n"
        )
    };
    let named = |title: &str| routine(STEP).replace("Évening calves", title);
    for (file, text, said) in [
        (
            "exercises/Calf-Raise.toml",
            exercise("Mine"),
            "the exercise calf-raise is also called \"Calf-Raise\"",
        ),
        (
            "exercises/mine.toml",
            exercise("wall calf‑stretch"),
            "the exercise calf-stretch-wall is also called \"wall calf‑stretch\"",
        ),
        (
            "mine.toml",
            named("Bedtime_Stretch 5"),
            "the routine bedtime-stretch-5 is also called \"Bedtime_Stretch 5\"",
        ),
    ] {
        let path = home.own(file, &text);
        let ran = home.run(&["check"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(
            ran.err.contains(&format!("warning: {said}\n")),
            "{}",
            ran.err
        );
        std::fs::remove_file(path).expect("it is there");
    }
    // In the place of a bundled one, it is that one.
    home.own(
        "exercises/calf-stretch-wall.toml",
        &exercise("Wall calf stretch"),
    );
    let ran = home.run(&["check"]);
    assert!(!ran.err.contains("called"), "{}", ran.err);
}

#[test]
fn the_figure_of_a_routine_is_asked_of_its_exercises() {
    let home = Home::new();
    home.write("x.toml", &routine(STEP));
    let ran = home.run(&["figure", "x.toml"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.err,
        "error: x.toml is a routine; figures belong to exercises\n\
         help: `supple show x.toml` names its exercises\n"
    );
}

#[test]
fn what_looks_the_same_is_one_name_or_is_pointed_out() {
    let home = Home::new();
    let text = |title: &str| routine(STEP).replace("Évening calves", title);
    for (title, said) in [
        (
            "Set 10\u{FE0F}",
            "this text contains a stray variation selector (U+FE0F)",
        ),
        (
            "Calf\u{2800}rest",
            "this text contains a braille blank (U+2800)",
        ),
        (
            "د\u{200C}ا",
            "this text contains a stray zero-width non-joiner (U+200C)",
        ),
        (
            "Cаlf rest",
            "this name contains the Cyrillic letter а (U+0430) among Latin letters",
        ),
    ] {
        home.own("x.toml", &text(title));
        let ran = home.run(&["check"]);
        assert!(
            ran.err.contains(&format!("warning: {said}\n")),
            "{}",
            ran.err
        );
    }
    for title in [
        "سال ۱۳۹۹ ه\u{200D} ق",
        "שלום (א)\u{200F}",
        "ᠬᠡᠯ\u{180E}ᠡ",
        "Растяжка",
        "1\u{FE0F}\u{20E3}",
    ] {
        home.own("x.toml", &text(title));
        let ran = home.run(&["check", "--strict"]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{title}");
    }
    home.own("x.toml", &text("Set 10\u{FE0F}"));
    let ran = home.run(&["rehearse", "set 10"]);
    assert_eq!(ran.err, "note: \"set 10\" is understood as x\n");
    // A file of such a name too.
    home.own("cаlf.toml", &text("Mine"));
    let ran = home.run(&["check"]);
    assert!(
        ran.err
            .contains("the name of this file contains the Cyrillic letter а (U+0430)"),
        "{}",
        ran.err
    );
}
