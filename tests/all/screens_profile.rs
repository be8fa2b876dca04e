//! The form of the profile, by keys, as text in `tests/screens`.

use supple::content::diagnostic::Diagnostic;
use supple::plan::profile::own::{Content, ProfileChange, ProfileFile};
use supple::tui::app::Start;
use supple::tui::message::{Effect, Msg, Reply, Task};
use supple::words::failure::{Failure, NotSaved};

use super::screens::golden;
use crate::support::stage::{Stage, catalog};

const PATH: &str = "~/.config/supple/profile.toml";

/// The page of a file, opened from the list.
fn page(content: Content) -> Stage {
    let mut stage = Stage::home();
    stage.keys("p");
    assert_eq!(stage.effects, [Effect::Do(Task::ReadProfile)]);
    stage.effects.clear();
    let path = PATH.to_owned();
    stage.tell(Msg::Reply(Reply::Profile(Box::new(ProfileFile {
        path,
        content,
        exposed: None,
    }))));
    stage
}

fn empty() -> Stage {
    page(Content::Missing)
}

fn of(text: &str) -> Stage {
    page(Content::Text(text.to_owned()))
}

/// Goes down to the line that begins so.
fn go(stage: &mut Stage, label: &str) {
    stage.keys("home");
    for _ in 0..120 {
        if selected(stage).contains(label) {
            return;
        }
        stage.keys("down");
    }
    panic!("no line {label}");
}

fn selected(stage: &Stage) -> String {
    let screen = stage.screen(120, 40);
    let line = screen.lines().find(|line| line.contains('›'));
    line.expect("a selected line").trim().to_owned()
}

/// What is to be written, after the two lines that say what the file is.
fn saved(stage: &mut Stage) -> String {
    stage.keys("ctrl+s");
    let Some(Effect::Do(Task::SaveProfile(change))) = stage.effects.pop() else {
        panic!("nothing is saved: {}", stage.screen(80, 24));
    };
    let ProfileChange { text, .. } = *change;
    text
}

fn keys_of(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

fn full_disk() -> Failure {
    Failure::Profile(NotSaved::NoSpace)
}

#[test]
fn an_empty_profile() {
    let mut stage = empty();
    golden("profile-empty", &stage);
    stage.keys("end");
    golden("profile-end", &stage);
    stage.keys("enter");
    assert!(stage.effects.is_empty(), "there is nothing to save");
    assert!(stage.screen(80, 24).contains("n night"), "it closes");
}

#[test]
fn pregnant_in_week_30() {
    let mut stage = empty();
    go(&mut stage, "Due date");
    stage.type_text("2027013");
    golden("profile-typing", &stage);
    stage.type_text("1").keys("enter");
    golden("profile-pregnant", &stage);
    assert_eq!(
        keys_of(&saved(&mut stage)),
        ["format = 1", "due = 2027-01-31"]
    );
}

#[test]
fn seventy_eight_with_a_new_hip_and_not_on_the_floor() {
    let mut stage = empty();
    go(&mut stage, "a new hip");
    stage.keys("space");
    go(&mut stage, "Down to the floor");
    stage.keys("enter enter");
    go(&mut stage, "Year of birth");
    stage.type_text("1948");
    golden("profile-older", &stage);
    assert!(selected(&stage).contains(" counts as \"65 or older\""));
    stage.keys("enter space");
    assert!(selected(&stage).contains("not counted as \"65 or older\""));
    stage.keys("down down");
    assert!(selected(&stage).starts_with("› [ ] 65 or older"));
    stage.keys("space");
    assert!(selected(&stage).starts_with("› [x] 65 or older"));
    golden("profile-78", &stage);
    assert_eq!(
        keys_of(&saved(&mut stage)),
        [
            "format = 1",
            "conditions = [\"older-adult\", \"hip-replacement-recent\"]",
            "birth-year = 1948",
            "floor = false"
        ]
    );
}

#[test]
fn glaucoma_and_knee_pain() {
    let mut stage = of("# mine\nconditions = [\"glaucoma\"] # left\r\nbedtime = 22:00:00\n");
    go(&mut stage, "knee pain");
    stage.keys("enter");
    golden("profile-two", &stage);
    go(&mut stage, "Usual bedtime");
    stage.type_text("2130");
    let text = saved(&mut stage);
    assert_eq!(
        text,
        "# mine\nconditions = [\"glaucoma\", \"knee-pain\"] # left\r\nbedtime = \"21:30\"\n"
    );
}

const BROKEN: &str = "bedtime = \"25:00\"\ndue = \"soon\" # ask\nconditions = [\"knee-pian\", \"glaucoma\"]\nflor = true\n";

#[test]
fn a_file_with_mistakes() {
    let mut stage = of(BROKEN);
    go(&mut stage, "Due date");
    golden("profile-mistakes", &stage);
    // What is wrong stays until its own question is answered.
    go(&mut stage, "dizziness");
    stage.keys("space");
    let text = saved(&mut stage);
    assert_eq!(
        text,
        BROKEN.replace("\"glaucoma\"", "\"glaucoma\", \"dizziness\"")
    );
    stage.tell(Msg::Reply(Reply::Failed(full_disk())));
    go(&mut stage, "knee-pian");
    stage.keys("space");
    go(&mut stage, "Due date");
    stage.type_text("20270302").keys("enter");
    go(&mut stage, "Usual bedtime");
    stage.keys("backspace ctrl+u enter");
    go(&mut stage, "Down to the floor");
    stage.keys("enter");
    assert_eq!(
        saved(&mut stage),
        "due = 2027-03-02 # ask\nconditions = [\"glaucoma\", \"dizziness\"]\nfloor = true\n"
    );
}

#[test]
fn a_file_that_is_no_toml() {
    let text = "due = 2027-03-02\nconditions = [\"glaucoma\"\nbedtime = \"22:00\"\n";
    let mut stage = of(text);
    golden("profile-unread", &stage);
    stage.keys("n");
    // What was understood counts: a week that is not sure is a tick.
    stage.keys("home");
    golden("profile-new-file", &stage);
    stage.keys("ctrl+s");
    let Some(Effect::Do(Task::SaveProfile(change))) = stage.effects.pop() else {
        panic!("nothing is saved");
    };
    assert!(change.aside);
    assert_eq!(change.was, Content::Text(text.to_owned()));
    let keys = keys_of(&change.text);
    assert!(
        keys.iter().any(|line| line.contains("glaucoma")),
        "{keys:?}"
    );
    let pregnant = keys
        .iter()
        .any(|line| line.starts_with("due = ") || line.contains("pregnancy-t3"));
    assert!(pregnant, "{keys:?}");
}

#[test]
fn leaving_with_changes_asks() {
    let mut stage = of("floor = true\n");
    stage.keys("esc");
    assert!(stage.screen(80, 24).contains("n night"), "nothing to ask");
    let mut stage = of("floor = true\n");
    stage.keys("down space esc");
    golden("profile-leaving", &stage);
    stage.keys("esc");
    assert!(!stage.screen(80, 24).contains("Keep the changes?"), "back");
    // There and back again is no change.
    stage.keys("space space esc");
    assert!(stage.screen(80, 24).contains("n night"));
    let mut stage = of("floor = true\n");
    stage.keys("down space esc n");
    assert!(stage.effects.is_empty());
    assert!(stage.screen(80, 24).contains("n night"));
    let mut stage = of("floor = true\n");
    stage.keys("down space q y");
    assert!(matches!(
        &stage.effects[..],
        [Effect::Do(Task::SaveProfile(_))]
    ));
    assert!(stage.screen(80, 24).contains("Saving."));
    stage.effects.clear();
    stage.tell(Msg::Reply(Reply::ProfileSaved));
    assert_eq!(stage.effects, [Effect::Do(Task::Load)]);
    assert!(stage.screen(80, 24).contains("Saved."));
}

#[test]
fn a_wrong_answer_is_neither_saved_nor_lost() {
    let mut stage = empty();
    go(&mut stage, "Due date");
    stage.type_text("2028-01-01");
    golden("profile-wrong", &stage);
    // Esc ends the typing, and then asks.
    stage.keys("esc esc");
    assert!(stage.screen(80, 24).contains("Keep the changes?"));
    stage.keys("y");
    assert!(stage.effects.is_empty());
    assert!(selected(&stage).contains("2028-01-01"));
    assert!(stage.screen(80, 24).contains("more than 300 days away"));
    for (text, said) in [
        ("3.2027", "not a date"),
        ("3/2/2027", "may be 3 February 2027 or 2 March 2027"),
        ("2027-02-30", "not a date"),
        ("2027-02-3", "not a date"),
        ("2026-01-01", "add the birth"),
    ] {
        stage.keys("enter ctrl+u").type_text(text);
        stage.keys("enter");
        assert!(
            stage.screen(80, 24).contains(said),
            "{}",
            stage.screen(80, 24)
        );
    }
    go(&mut stage, "Year of birth");
    stage.type_text("2199").keys("enter");
    assert!(
        stage.screen(80, 24).contains("must be from 1900 to 2026"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn a_failure_leaves_the_answers() {
    let mut stage = empty();
    go(&mut stage, "knee pain");
    stage.keys("space ctrl+s");
    // Nothing is done twice.
    stage.keys("ctrl+s space");
    assert_eq!(stage.effects.len(), 1);
    stage.tell(Msg::Reply(Reply::Failed(full_disk())));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("[x] knee pain"), "{screen}");
    stage.after(std::time::Duration::from_secs(60));
    assert!(
        stage
            .screen(80, 24)
            .contains("Not saved: no space left on the disk.")
    );
    assert!(keys_of(&saved(&mut stage))[1].contains("knee-pain"));
}

#[test]
fn props_and_pace_go_round() {
    let mut stage = of("pace-factor = 1.2\nequipment = [\"cushion\", \"bed\"]\n");
    go(&mut stage, "Time between steps");
    let mut paces = Vec::new();
    for _ in 0..4 {
        paces.push(
            selected(&stage)
                .rsplit("  ")
                .next()
                .expect("an answer")
                .to_owned(),
        );
        stage.keys("space");
    }
    assert_eq!(
        paces,
        ["×1.2", "as written", "half as long again", "twice as long"]
    );
    go(&mut stage, "] chair");
    stage.keys("space");
    go(&mut stage, "cushion");
    stage.keys("space");
    let text = saved(&mut stage);
    assert_eq!(
        text,
        "pace-factor = 1.2\nequipment = [\"bed\", \"chair\"]\n"
    );
    stage.tell(Msg::Reply(Reply::Failed(full_disk())));
    go(&mut stage, "none of these");
    stage.keys("space");
    assert!(saved(&mut stage).contains("equipment = []\n"));
    stage.tell(Msg::Reply(Reply::Failed(full_disk())));
    stage.keys("space");
    assert!(!saved(&mut stage).contains("equipment"));
}

#[test]
fn ends_of_ranges_and_the_first_side_are_asked() {
    let mut stage = of("first_side = \"left\"\n");
    go(&mut stage, "Ends of ranges");
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(selected(&stage).rsplit("  ").next().map(str::to_owned));
        stage.keys("space");
    }
    let said = |answer: &str| Some(answer.to_owned());
    assert_eq!(
        answers,
        [
            said("not set"),
            said("lower"),
            said("upper"),
            said("not set")
        ]
    );
    golden("profile-ranges", &stage);
    go(&mut stage, "Side that begins");
    assert!(selected(&stage).ends_with("left"), "{}", selected(&stage));
    stage.keys("space");
    golden("profile-first-side", &stage);
    let text = saved(&mut stage);
    assert_eq!(text, "first_side = \"right\"\ngentle = true\n");
    stage.tell(Msg::Reply(Reply::Failed(full_disk())));
    stage.keys("space");
    assert_eq!(saved(&mut stage), "gentle = true\n");
    let mut stage = of("gentle = \"yes\"\n");
    go(&mut stage, "Ends of ranges");
    assert!(selected(&stage).contains('!'), "{}", selected(&stage));
    stage.keys("space");
    assert_eq!(saved(&mut stage), "gentle = true\n");
}

#[test]
fn words_of_a_date_that_stand_in_the_file_can_be_taken_out() {
    let mut stage = of("conditions = [\"postpartum\", \"pregnancy-t1\", \"urge-now\"]\n");
    for label in ["gave birth", "first trimester", "an urge to move"] {
        go(&mut stage, label);
        assert!(selected(&stage).contains("[x]"), "{label}");
        stage.keys("space");
    }
    assert_eq!(saved(&mut stage), "conditions = []\n");
    let mut stage = empty();
    go(&mut stage, "pregnant, week not known");
    stage.keys("space");
    assert!(
        stage
            .screen(80, 24)
            .contains("Today you count as: pregnant, third trimester.")
    );
    assert!(saved(&mut stage).contains("\"pregnancy-t3\""));
}

#[test]
fn opened_alone_it_ends_the_program() {
    let start = || {
        let content = Content::Text("floor = true\n".to_owned());
        Start::Profile(Box::new(ProfileFile {
            path: PATH.to_owned(),
            content,
            exposed: None,
        }))
    };
    let mut stage = Stage::open(catalog(Vec::new()), &start(), 22);
    stage.keys("esc");
    assert_eq!(stage.effects, [Effect::Quit]);
    let mut stage = Stage::open(catalog(Vec::new()), &start(), 22);
    go(&mut stage, "knee pain");
    stage.keys("space ctrl+s");
    stage.effects.clear();
    stage.tell(Msg::Reply(Reply::ProfileSaved));
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn nothing_typed_pasted_or_written_reaches_the_terminal_as_it_is() {
    let mut stage =
        of("conditions = [\"\\u001b[31m\"]\nequipment = [\"\\u009b1m\"]\nbedtime = \"\\u001b\"\n");
    go(&mut stage, "Due date");
    stage.tell(Msg::Paste("2027\u{1b}[2J\u{202e}".into()));
    for height in 1..40 {
        let screen = stage.screen(80, height);
        assert!(
            !screen.contains(['\u{1b}', '\u{9b}', '\u{202e}']),
            "{screen:?}"
        );
    }
    for _ in 0..120 {
        stage.keys("down");
        let screen = stage.screen(80, 24);
        assert!(
            !screen.contains(['\u{1b}', '\u{9b}', '\u{202e}']),
            "{screen:?}"
        );
    }
}

#[test]
fn every_size_is_drawn() {
    let mut typing = empty();
    go(&mut typing, "Due date");
    typing.type_text("2027-0");
    let mut leaving = of(BROKEN);
    leaving.keys("down space esc");
    let stages = [empty(), typing, leaving, of(BROKEN), of("due =")];
    for stage in &stages {
        for width in 1..=60 {
            for height in 1..=30 {
                let screen = stage.screen(width, height);
                assert!(screen.trim() != "", "nothing at {width}x{height}");
            }
        }
        stage.screen(300, 100);
    }
    assert!(stages[2].screen(20, 1).contains("Keep? ›Esc back/y/n"));
}

#[test]
fn that_others_may_read_it_is_said_above_the_questions() {
    let mut stage = Stage::open(catalog(Vec::new()), &Start::Home, 22);
    let exposed = Diagnostic::warning("others may read it").help("close it with: chmod go= it");
    stage.tell(Msg::Reply(Reply::Profile(Box::new(ProfileFile {
        path: PATH.to_owned(),
        content: Content::Text("floor = true\n".to_owned()),
        exposed: Some(exposed),
    }))));
    let screen = stage.screen(80, 24);
    let said = "others may read it\n  close it with: chmod go= it\n";
    assert!(screen.contains(said), "{screen}");
}
