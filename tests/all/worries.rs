//! What keeps the rules from being relied on is said by every screen and every command, and then nothing is said to fit.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use chrono::NaiveDate;
use supple::content::embedded;
use supple::content::file::Origin;
use supple::content::library::Library;
use supple::edge::store::files;
use supple::plan::catalog::Catalog;
use supple::plan::profile::own::{Content, Own, ProfileFile};
use supple::plan::whom::RecipientChoice;
use supple::plan::worries::Worries;
use supple::tui::app::Start;

use crate::support::program::Home;
use crate::support::stage::Stage;

const PROFILE: &str = ".config/supple/profile.toml";
const ROUTINES: &str = ".config/supple/routines";
/// A routine that fits whoever has none of its hazards.
const ROUTINE: &str = "wind-down-checklist";

/// A home in which something is wrong.
struct Case {
    home: Home,
    for_: Option<&'static str>,
    /// What is said of it.
    says: &'static str,
    /// Whether something may still be said to fit.
    is_checked: bool,
}

fn case(says: &'static str, is_checked: bool, make: impl Fn(&Home)) -> Case {
    let home = Home::new();
    make(&home);
    Case {
        home,
        for_: None,
        says,
        is_checked,
    }
}

fn cases() -> Vec<Case> {
    let weaker = "[[rule]]\nhazard = \"kneeling\"\nprecaution = [\"knee-pain\"]\n";
    let profile = |text: &'static str| move |home: &Home| drop(home.write(PROFILE, text));
    let rules = |text: &'static str| move |home: &Home| drop(home.own("safety.toml", text));
    let deep = |home: &Home| drop(home.own("1/2/3/4/5/6/7/8/9/mine.toml", "format = 1\n"));
    let mut all = vec![
        case(
            "Your profile has errors",
            true,
            profile("conditions = [\"knee-pian\"]\n"),
        ),
        case(
            "Not checked: \"xyzzy\".",
            false,
            profile("conditions = [\"glaucoma\", \"xyzzy\"]\n"),
        ),
        case(
            "Not checked: what cannot be read.",
            false,
            profile("conditions = [\"glaucoma\"\n"),
        ),
        case("Your profile cannot be read", false, |home| {
            drop(home.write(&format!("{PROFILE}/x"), ""));
        }),
        case(
            "safety.toml has errors: our rules apply",
            false,
            rules("[[rule]]\nhazard = 3\n"),
        ),
        case("safety.toml has errors: our rules apply", false, |home| {
            drop(home.own("safety.toml/x", ""));
        }),
        case("safety.TOML has errors: our rules apply", false, |home| {
            drop(home.own("safety.TOML", "x"));
        }),
        case("1 rule of yours is weaker than ours.", true, rules(weaker)),
        case(
            "this is a file, not a folder. Rules of yours may be missing.",
            false,
            |home| {
                drop(home.write(ROUTINES, ""));
            },
        ),
        case(
            "this folder is nested more than 8 folders deep. Rules of yours may be missing.",
            false,
            deep,
        ),
        case(
            "this link points to nothing. Rules of yours may be missing.",
            false,
            |home| {
                home.write(".config/supple/other", "");
                std::os::unix::fs::symlink("nowhere", home.path().join(ROUTINES)).expect("a link");
            },
        ),
    ];
    let said = "has errors: our exercise is used until";
    let exercise = "exercises/ankle-pumps.toml";
    let misspelt =
        "name = \"A\"\ndiscipline = \"yoga\"\nposition = \"supine\"\nhazards = [\"pron\"]\n";
    for text in ["name = ", misspelt] {
        all.push(case(said, false, |home| drop(home.own(exercise, text))));
    }
    all.push(case(said, false, |home| {
        drop(home.own(&format!("{exercise}/x"), ""));
    }));
    let rule = "[[rule]]\nhazard = \"prone\"\ncontraindicated = [\"glaucoma\"]\n";
    let stray = ["rules/safety.toml", "exercises/safety.toml", "saftey.toml"];
    for place in stray {
        let says = "rules here are not used. Rules of yours may be missing.";
        all.push(case(says, false, |home| drop(home.own(place, rule))));
    }
    let pace = "[pace.older]\nlead-in = \"1s\"\nposition-change = \"40s\"\nswitch = \"40s\"\n";
    all.push(case("1 rule of yours is weaker than ours.", true, |home| {
        drop(home.own("pace.toml", pace));
    }));
    let mut unchecked = case("Playing without checks.", false, |_| {});
    unchecked.for_ = Some("nobody");
    all.push(unchecked);
    all
}

impl Case {
    /// The routines and the person, as the program reads them.
    fn catalog(&self) -> Catalog {
        let own = files::folder(&self.home.path().join(ROUTINES), Origin::Own);
        let library = Library::of(vec![embedded::layer(), own]);
        let path = self.home.path().join(PROFILE);
        let content = match fs::read_to_string(&path) {
            Ok(text) => Content::Text(text),
            Err(_) if path.is_dir() => Content::Unreadable(
                supple::edge::store::reading::read(&path).expect_err("a folder"),
            ),
            Err(_) => Content::Missing,
        };
        let safety = &library.shared().safety;
        let file = ProfileFile {
            path: "profile.toml".to_owned(),
            content,
            exposed: None,
        };
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let asked = self
            .for_
            .map_or(RecipientChoice::Profile, |_| RecipientChoice::Nobody);
        let whom = asked.whom(Own::of(file, safety, today), safety);
        Catalog::of(library, whom)
    }

    fn run(&self, arguments: &[&str]) -> (String, String) {
        let for_ = self.for_.into_iter().flat_map(|word| ["--for", word]);
        let arguments: Vec<&str> = arguments.iter().copied().chain(for_).collect();
        let ran = self.home.run(&arguments);
        (ran.out, ran.err)
    }
}

/// A screen without its lines' ends.
fn words(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_screen_says_every_worry() {
    for case in cases() {
        let catalog = case.catalog();
        assert_eq!(
            catalog.worries().is_checked,
            case.is_checked,
            "{}",
            case.says
        );
        let home = Stage::open(catalog.clone(), &Start::Home, 22);
        // The line above the list is cut where it must be, with a mark.
        let screen = words(&home.screen(200, 40));
        assert!(screen.contains(case.says), "{}: {screen}", case.says);
        assert_eq!(
            screen.contains("? list"),
            !case.is_checked,
            "{}: {screen}",
            case.says
        );
        let before = Stage::open(catalog.clone(), &Start::Before(ROUTINE.into()), 22);
        let screen = words(&before.screen(80, 24));
        assert!(screen.contains("Note"), "{}: {screen}", case.says);
        assert!(screen.contains(case.says), "{}: {screen}", case.says);
        let player = Stage::open(catalog, &Start::Playing(ROUTINE.into(), 0), 22);
        let screen = words(&player.screen(160, 24));
        assert!(screen.contains(case.says), "{}: {screen}", case.says);
    }
}

#[test]
fn every_command_says_every_worry() {
    for case in cases() {
        for arguments in [&["show", ROUTINE][..], &["rehearse", ROUTINE]] {
            let (out, err) = case.run(arguments);
            assert!(
                words(&out).contains(&format!("Note {}", case.says))
                    || words(&out).contains(case.says),
                "{arguments:?} {}: {out}{err}",
                case.says
            );
        }
        for arguments in [
            &["show", ROUTINE, "--json"][..],
            &["rehearse", ROUTINE, "--json"],
            &["list", "--id", ROUTINE, "--json"],
        ] {
            let (out, err) = case.run(arguments);
            let json: serde_json::Value = if arguments[0] == "rehearse" {
                serde_json::from_str(out.lines().next().unwrap_or_default()).expect("a line")
            } else {
                serde_json::from_str(&out).expect("JSON")
            };
            let row = json.get(0).unwrap_or(&json);
            let said = row["worries"].to_string().replace("\\\"", "\"");
            assert!(
                said.contains(case.says),
                "{arguments:?} {}: {said}{err}",
                case.says
            );
            assert_eq!(
                row["checked"], case.is_checked,
                "{arguments:?} {}",
                case.says
            );
        }
        let (out, err) = case.run(&["list"]);
        assert!(
            err.contains("Note: ") && err.contains(case.says),
            "{}: {err}",
            case.says
        );
        if !case.is_checked {
            assert!(!out.contains(" fits\n"), "{}: {out}", case.says);
            assert!(out.contains(" not checked\n"), "{}: {out}", case.says);
        }
    }
}

#[test]
fn plain_lines_begin_with_every_worry() {
    for case in cases() {
        let mut arguments = vec!["play", ROUTINE, "--plain"];
        arguments.extend(case.for_.into_iter().flat_map(|word| ["--for", word]));
        let mut command = case.home.supple(&arguments);
        command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .stdin(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let found = lines
            .take(3)
            .map_while(Result::ok)
            .any(|line| line.contains(case.says));
        child.kill().expect("it is ended");
        child.wait().expect("it has ended");
        assert!(found, "{}", case.says);
    }
}

#[test]
fn the_profile_and_the_check_say_what_cannot_be_read() {
    for case in cases().into_iter().filter(|case| case.for_.is_none()) {
        let (out, err) = case.run(&["profile"]);
        let of_profile = case.says.starts_with("Your profile");
        let said = words(&format!("{out}{err}"));
        assert!(
            of_profile || said.contains(case.says),
            "{}: {said}",
            case.says
        );
        assert!(!of_profile || said.contains("error: "), "{said}");
        let ran = case.home.run(&["check"]);
        let is_weaker = case.says.contains("weaker");
        assert_eq!(
            ran.code,
            Some(i32::from(!is_weaker)),
            "{}: {}",
            case.says,
            ran.err
        );
    }
}

#[test]
fn without_anything_wrong_nothing_is_said() {
    let home = Home::new();
    home.write(PROFILE, "conditions = [\"glaucoma\"]\n");
    home.own(
        "mine.toml",
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"A\"\nhold = 20\nhazards = []\n",
    );
    let case = Case {
        home,
        for_: None,
        says: "",
        is_checked: true,
    };
    let catalog = case.catalog();
    let expected = Worries {
        all: Vec::new(),
        is_checked: true,
    };
    assert_eq!(*catalog.worries(), expected);
    let (out, err) = case.run(&["list"]);
    assert!(out.contains(" fits\n") && err.is_empty(), "{err}");
}
