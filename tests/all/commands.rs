//! The commands as a person or a script runs them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::program::{Home, Ran};

fn end(ran: &Ran) -> f64 {
    let last = ran.json_lines().pop().expect("a last line");
    assert_eq!(last["kind"], "end");
    last["at"].as_f64().expect("seconds")
}

#[test]
fn rehearsal_is_one_object_a_line_in_order_of_time_and_ends_at_its_total() {
    let ran = Home::new().run(&["rehearse", "bedtime-stretch-10", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines = ran.json_lines();
    let times: Vec<f64> = lines
        .iter()
        .map(|line| line["at"].as_f64().expect("a time"))
        .collect();
    assert!(
        times.windows(2).all(|pair| pair[0] <= pair[1]),
        "out of order"
    );
    let total = lines[0]["total"].as_f64().expect("a total");
    assert_eq!(lines[0]["kind"], "routine");
    assert!(
        (total - 600.0).abs() <= 60.0,
        "{total} is not within a tenth of ten minutes"
    );
    assert!((end(&ran) - total).abs() < 1e-9);
    let sum: f64 = lines
        .iter()
        .filter_map(|line| line["seconds"].as_f64())
        .sum();
    assert!((sum - total).abs() < 1e-6, "{sum} {total}");
}

/// The lengths that the content was worked out with; only announcements longer than the lead-in may add to them.
#[test]
fn bundled_routines_take_what_was_worked_out_for_them() {
    for (id, seconds) in [
        ("bedtime-stretch-5", 320.0),
        ("bedtime-stretch-10", 654.0),
        ("bedtime-stretch-15", 953.2),
        ("night-cramp-stretch-4", 261.8),
        ("night-relief-bed-3", 188.6),
    ] {
        let total = end(&Home::new().run(&["rehearse", id, "--json"]));
        assert!((total - seconds).abs() < 1e-6, "{id}: {total}");
    }
}

#[test]
fn a_fitted_rehearsal_lists_what_changed_and_then_what_is_played() {
    let home = Home::new();
    let steps = "[[step]]\nname = \"A\"\nhold = \"30s-60s\"\n[[step]]\nname = \"B\"\nreps = 20\ntempo = 1\nsets = 2\n[[step]]\nname = \"C\"\nhold = 20\noptional = true\n";
    home.write(
        "mine.toml",
        &format!(
            "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[defaults]\nprepare = 5\n{steps}"
        ),
    );
    let ran = home.run(&["rehearse", "./mine.toml", "--minutes", "1", "--json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines = ran.json_lines();
    let changes: Vec<&Value> = lines.iter().filter(|l| l["kind"] == "change").collect();
    assert_eq!(lines[1..=changes.len()].iter().collect::<Vec<_>>(), changes);
    assert_eq!(lines[0]["total"], 60.0);
    let sets = serde_json::json!({"at": 0.0, "kind": "change", "step": 2, "what": "sets", "from": 2, "to": 1});
    let gone = serde_json::json!({"at": 0.0, "kind": "change", "step": 3, "what": "dropped", "from": null, "to": null});
    assert!(changes.contains(&&sets), "{changes:?}");
    assert!(changes.contains(&&gone), "{changes:?}");
    let text = home.run(&["rehearse", "./mine.toml", "--minutes", "1"]).out;
    assert!(text.starts_with("Mine: 2 steps, 1m\n1. A: "), "{text}");
    assert!(
        text.contains("\n2. B: 1 set instead of 2\n3. C: left out\n"),
        "{text}"
    );
    let ran = home.run(&["rehearse", "./mine.toml", "--minutes", "9"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "error: mine in 9 minutes: it takes 3m15s at most\nhelp: it can be fitted to 54s to 3m15s\n"
    );
    let list = home.run(&["play", "wind-down-checklist", "--plain", "--minutes", "9"]);
    assert_eq!(list.code, Some(1));
    assert_eq!(
        list.err,
        "error: wind-down-checklist in 9 minutes: nothing in it is timed\n"
    );
    assert_eq!(
        home.run(&["play", "./mine.toml", "--minutes", "0"]).code,
        Some(2)
    );
}

#[test]
fn totals_are_the_sum_on_paper() {
    let head = "format = 1\ntitle = \"Paper\"\ndiscipline = \"yoga\"\n[defaults]\nprepare = \"6s\"\nswitch = \"4s\"\nrest = \"10s\"\n";
    let long: String = (0..200)
        .map(|_| "[[step]]\nname = \"Hold\"\nhold = \"1m30s\"\n")
        .collect();
    let cases: Vec<(String, f64)> = vec![
        (long, 200.0 * (6.0 + 90.0)),
        ("[[step]]\nname = \"a\"\nhold = \"20s-30s\"\nside = \"each\"\nsets = 3\n".into(), 6.0 + 3.0 * (30.0 + 4.0 + 30.0) + 2.0 * 10.0),
        ("[[step]]\nname = \"a\"\nhold = 30\nside = \"each\"\nsets = 2\nrest = \"0s\"\nswitch = \"0s\"\nprepare = \"0s\"\n".into(), 120.0),
        ("[[step]]\nname = \"a\"\nreps = \"8-12\"\ntempo = \"2.5s\"\nside = \"each\"\n".into(), 6.0 + 30.0 + 4.0 + 30.0),
        ("[[step]]\nname = \"a\"\nreps = 10\nside = \"alternating\"\n".into(), 6.0 + 30.0),
        ("[[step]]\nname = \"a\"\nhold = \"2:30\"\n[[step]]\nname = \"b\"\nhold = \"2m\"\n[[step]]\nname = \"c\"\nhold = \"7.5s\"\n".into(), 18.0 + 150.0 + 120.0 + 7.5),
        (
            "[[step]]\nrepeat = 3\nrest = \"20s\"\n[[step.step]]\nname = \"a\"\nhold = \"10s\"\nside = \"each\"\n[[step.step]]\nrepeat = 2\nrest = \"5s\"\n[[step.step.step]]\nname = \"b\"\nhold = \"8s\"\n".into(),
            3.0 * ((6.0 + 10.0 + 4.0 + 10.0) + 2.0 * (6.0 + 8.0) + 5.0) + 2.0 * 20.0,
        ),
        ("[[step]]\nname = \"a\"\nhold = \"1h\"\nprepare = \"1m\"\n".into(), 3660.0),
    ];
    for (steps, paper) in cases {
        let home = Home::new();
        home.write("paper.toml", &format!("{head}{steps}"));
        let ran = home.run(&["rehearse", "./paper.toml", "--json"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(
            (end(&ran) - paper).abs() < 1e-6,
            "{} is not {paper} for\n{steps}",
            end(&ran)
        );
    }
}

#[test]
fn list_is_a_json_array_and_an_aligned_table() {
    let home = Home::new();
    home.own(
        "mine.toml",
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"a\"\nhold = 60\n",
    );
    home.own("broken.toml", "title = 3\n");
    let ran = home.run(&["list", "--json"]);
    let rows: Vec<Value> = serde_json::from_str(&ran.out).expect("a JSON array");
    let row = |id: &str| {
        rows.iter()
            .find(|row| row["id"] == id)
            .cloned()
            .unwrap_or_default()
    };
    assert_eq!(row("mine")["origin"], "own");
    assert_eq!(row("mine")["broken"], false);
    assert_eq!(row("broken")["broken"], true);
    assert_eq!(row("bedtime-stretch-10")["minutes"], 10);
    let table = home.run(&["list", "--when", "middle-of-the-night"]);
    assert!(table.out.contains("night-relief-bed-3"), "{}", table.out);
    assert!(!table.out.contains("bedtime-stretch-10"), "{}", table.out);
    let legs = home.run(&[
        "list",
        "--title",
        "LEGS",
        "--id",
        "bedtime",
        "--max-minutes",
        "10",
    ]);
    assert_eq!(legs.out.lines().count(), 3, "{}", legs.out);
    let wrong = home.run(&["list", "--when", "bedtim"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
    assert!(wrong.err.contains("did you mean bedtime?"), "{}", wrong.err);
}

#[test]
fn an_unknown_id_gets_a_suggestion_and_2() {
    let ran = Home::new().run(&["show", "bedtime-strech-10"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("did you mean bedtime-stretch-10?"),
        "{}",
        ran.err
    );
}

#[test]
fn a_missing_folder_and_a_missing_step_are_said() {
    let home = Home::new();
    let ran = home.run(&["list", "--routines", "nowhere"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            Some(2),
            "error: --routines nowhere: there is no such folder\n"
        )
    );
    let ran = home.run(&["play", "bedtime-stretch-5", "--plain", "--from", "9"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("the routine has steps 1 to 5"),
        "{}",
        ran.err
    );
}

#[test]
fn without_a_terminal_the_usage_goes_to_stderr() {
    let ran = Home::new().run(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Usage: supple"), "{}", ran.err);
}

#[test]
fn a_first_start_writes_no_file() {
    let home = Home::new();
    for arguments in [
        &["list"][..],
        &["check"],
        &["show", "bedtime-stretch-5"],
        &[],
    ] {
        home.run(arguments);
    }
    assert_eq!(
        std::fs::read_dir(home.path())
            .expect("the home folder")
            .count(),
        0
    );
}

#[test]
fn show_wraps_and_ends_with_the_disclaimer() {
    let ran = Home::new().run(&["show", "bedtime-stretch-5"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("not medical advice"), "{}", ran.out);
    let toml = Home::new().run(&["show", "bedtime-stretch-5", "--toml"]);
    assert!(toml.out.contains("[[step]]"), "{}", toml.out);
}

const SHORT: &str = "format = 1\ntitle = \"Short\"\ndiscipline = \"yoga\"\n[defaults]\nprepare = \"0s\"\n[[step]]\nname = \"Reach\"\nhold = \"0.5s\"\n[[step]]\nname = \"Lamp off\"\nuntil = \"done\"\n[[step]]\nname = \"Fold\"\nhold = \"0.5s\"\n";

#[test]
fn plain_play_prints_its_events_in_real_time() {
    let home = Home::new();
    home.write("short.toml", SHORT);
    let mut child = home
        .supple(&["play", "./short.toml", "--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child
        .stdin
        .take()
        .expect("its input")
        .write_all(b"\n")
        .expect("an empty line is typed");
    let ran = Ran::of(&child.wait_with_output().expect("it ends"));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let expected = [
        " 0:00  First: reach, zero point five seconds.",
        " 0:00  Go: 0.5 s.",
        " 0:00  Next: lamp off.",
        " 0:00  Press Enter when done.",
        " 0:00  Not confirmed: Lamp off.",
        " 0:00  Next: fold, zero point five seconds.",
        " 0:00  Go: 0.5 s.",
        " 0:01  Done. Well done.",
        " 0:01  Finished: 2 of 3 steps, 1 s of work.",
    ];
    let lines: Vec<&str> = ran
        .out
        .lines()
        .skip_while(|line| !line.starts_with(" 0:00"))
        .collect();
    assert_eq!(lines, expected, "{}", ran.out);
    assert!(
        !ran.out.contains(['\u{1b}', '\u{7}']),
        "no escapes and no bell"
    );
}

#[test]
fn play_without_a_terminal_is_plain() {
    let home = Home::new();
    home.write("short.toml", SHORT);
    let ran = home.run(&["play", "./short.toml"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.ends_with("Finished: 2 of 3 steps, 1 s of work.\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::new();
    for arguments in [
        &["list"][..],
        &["rehearse", "bedtime-stretch-15"],
        &["play", "bedtime-stretch-5", "--plain"],
    ] {
        let mut child = home
            .supple(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let ran = Ran::of(&child.wait_with_output().expect("it ends"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_file_that_may_not_grow_is_told() {
    let home = Home::new();
    for arguments in [
        "list",
        "rehearse bedtime-stretch-15",
        "play bedtime-stretch-5 --plain",
    ] {
        let program = env!("CARGO_BIN_EXE_supple");
        let line = format!("ulimit -f 0; exec '{program}' {arguments} > out");
        let mut command = Command::new("sh");
        command.args(["-c", &line]).current_dir(home.path());
        let ran = Ran::of(&command.env("HOME", home.path()).output().expect("a shell"));
        assert_eq!(ran.code, Some(1), "{arguments}: {ran:?}");
        assert!(ran.err.contains("File too large"), "{arguments}: {ran:?}");
    }
}

#[test]
fn a_broken_routine_is_explained_and_not_played() {
    let home = Home::new();
    home.own("mine.toml", "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"a\"\nhold = \"-5s\"\n");
    for command in ["play", "rehearse", "show"] {
        let ran = home.run(&[command, "mine"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{command}");
        assert!(
            ran.err.contains("a duration cannot be negative") && ran.err.contains(":6:8"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn a_routine_of_ones_own_takes_the_place_of_a_bundled_one() {
    let home = Home::new();
    home.own("bedtime-stretch-5.toml", "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"a\"\nhold = \"60s\"\nprepare = \"0s\"\n");
    assert!((end(&home.run(&["rehearse", "bedtime-stretch-5", "--json"])) - 60.0).abs() < 1e-9);
}

#[test]
fn check_as_json_names_every_place() {
    let home = Home::new();
    home.write("bad.toml", "format = 1\ntitle = \"x\"\ndiscipline = \"yoga\"\nbanana = 3\n[[step]]\nname = \"a\"\nhold = \"ten\"\n");
    let ran = home.run(&["check", "bad.toml", "--format", "json"]);
    assert_eq!(ran.code, Some(1));
    let found: Vec<Value> = serde_json::from_str(&ran.out).expect("a JSON array");
    let lines: Vec<u64> = found
        .iter()
        .filter_map(|finding| finding["line"].as_u64())
        .collect();
    assert_eq!(lines, [4, 7], "{}", ran.out);
}

/// An exercise of one's own with a figure that moves, and one without.
fn with_figures() -> Home {
    let home = Home::new();
    let text = "format = 1\nname = \"Lift\"\ndiscipline = \"strength\"\nposition = \"standing\"\nhow = [\"Up.\"]\n\n[dose]\nhold = \"10s\"\n";
    home.own("exercises/plain-lift.toml", text);
    let figure = "\n[figure]\nview = \"side\"\nrest = \"feet\"\ntorso = 90\nfoot = 0\nleft = { thigh = -88, foot = 0 }\nframes = [{}, { right = { arm = 60 } }]\n";
    home.own("exercises/drawn-lift.toml", &format!("{text}{figure}"));
    home
}

#[test]
fn a_figure_is_printed_frame_by_frame() {
    let home = with_figures();
    let all = home.run(&["figure", "drawn-lift"]);
    assert_eq!((all.code, all.err.as_str()), (Some(0), ""));
    assert_eq!(all.out.lines().count(), 14 + 1 + 14);
    assert!(!all.out.contains('\u{1b}'), "colours in a pipe");
    let second = home.run(&["figure", "drawn-lift", "--frame", "2"]);
    assert!(all.out.ends_with(&second.out), "{}", second.out);
    let small = home.run(&[
        "figure",
        "drawn-lift",
        "--frame",
        "1",
        "--size",
        "20x9",
        "--glyphs",
        "ascii",
    ]);
    assert_eq!(small.out.lines().count(), 9);
    assert!(small.out.is_ascii(), "{}", small.out);
    let left = home.run(&["figure", "drawn-lift", "--frame", "2", "--left"]);
    assert_ne!(left.out, second.out);
    let svg = home.run(&["figure", "drawn-lift", "--svg"]);
    assert!(svg.out.starts_with("<svg ") && svg.out.ends_with("</svg>\n"));
    let mirrored = home.run(&["figure", "drawn-lift", "--svg", "--left"]);
    assert_ne!(mirrored.out, svg.out);
}

#[test]
fn a_figure_of_a_part_is_shown_whole_when_asked() {
    let home = with_figures();
    for more in [
        ["--frame", "1"].as_slice(),
        &["--svg"],
        &["--svg", "--left"],
    ] {
        let part = ["figure", "calf-raise"].iter().chain(more).copied();
        let whole = part.clone().chain(["--whole"]);
        let [part, whole] = [part.collect(), whole.collect()].map(|typed: Vec<_>| home.run(&typed));
        assert_eq!((part.code, whole.code), (Some(0), Some(0)));
        assert_ne!(part.out, whole.out, "{more:?}");
    }
}

#[test]
fn a_figure_that_is_not_there_is_said() {
    let home = with_figures();
    for (arguments, code, said) in [
        (
            ["figure", "plain-lift"].as_slice(),
            1,
            "error: plain-lift has no figure\n",
        ),
        (
            &["figure", "drawn-lif"],
            2,
            "help: did you mean drawn-lift?\n",
        ),
        (
            &["figure", "bedtime-stretch-5"],
            2,
            "help: that is a routine; figures belong to exercises\n",
        ),
        (
            &["figure", "drawn-lift", "--frame", "3"],
            2,
            "error: there is no frame 3: drawn-lift has 2 frames\n",
        ),
        (
            &["figure", "drawn-lift", "--frame", "0"],
            2,
            "write a number from 1",
        ),
        (
            &["figure", "drawn-lift", "--size", "3x3"],
            2,
            "4 to 400 columns, 2 to 200 rows",
        ),
        (
            &["figure", "drawn-lift", "--glyphs", "dots"],
            2,
            "use one of octant, sextant, quadrant, braille, half, ascii",
        ),
    ] {
        let ran = home.run(arguments);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(code), ""),
            "{arguments:?}"
        );
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn a_wrong_figure_is_found_but_keeps_nothing_from_being_played() {
    let home = with_figures();
    let exercise = home.own(
        "exercises/bent-lift.toml",
        "format = 1\nname = \"Bent\"\ndiscipline = \"strength\"\nposition = \"standing\"\nhow = [\"Up.\"]\n\n[dose]\nhold = \"10s\"\n\n[figure]\nview = \"side\"\nrest = \"feet\"\ntorso = 90\nshin = -40\nfoot = 0\n",
    );
    home.own("exercises/unread-lift.toml", "format = 1\nname = \"Unread\"\ndiscipline = \"strength\"\nposition = \"standing\"\nhow = [\"Up.\"]\n\n[dose]\nhold = \"10s\"\n\n[figure]\nbase = \"nowhere\"\ntigh = 3\n");
    home.own("lifts.toml", "format = 1\ntitle = \"Lifts\"\ndiscipline = \"strength\"\n[[step]]\nexercise = \"bent-lift\"\n[[step]]\nexercise = \"unread-lift\"\n");
    let checked = home.run(&["check", &exercise.to_string_lossy()]);
    assert_eq!(checked.code, Some(1));
    assert!(
        checked
            .err
            .contains("left.knee, as right.knee, bends the wrong way"),
        "{}",
        checked.err
    );
    assert!(checked.err.contains(":14:8"), "{}", checked.err);
    let all = home.run(&["check"]);
    assert_eq!(all.code, Some(1));
    assert!(
        all.err.contains("unknown base") && all.err.contains("unknown key `tigh`"),
        "{}",
        all.err
    );
    assert!(!all.err.contains("cannot be used"), "{}", all.err);
    let played = home.run(&["rehearse", "lifts", "--json"]);
    assert_eq!((played.code, played.err.as_str()), (Some(0), ""));
    let drawn = home.run(&["figure", "bent-lift"]);
    assert_eq!(
        drawn.code,
        Some(0),
        "who writes a figure wants to see what is wrong with it"
    );
    assert!(drawn.err.contains("bends the wrong way") && drawn.out.lines().count() == 14);
    let unread = home.run(&["figure", "unread-lift"]);
    assert_eq!((unread.code, unread.out.as_str()), (Some(1), ""));
}

#[test]
fn bases_of_ones_own_lie_over_others() {
    let home = with_figures();
    let base = |torso: i32| {
        format!(
            "format = 1\n[base.mine]\nview = \"side\"\nrest = \"feet\"\ntorso = {torso}\nfoot = 0\n"
        )
    };
    home.own("figures.toml", &base(90));
    home.own("exercises/mine-lift.toml", "format = 1\nname = \"Mine\"\ndiscipline = \"strength\"\nposition = \"standing\"\n[figure]\nbase = \"mine\"\n");
    let upright = home.run(&["figure", "mine-lift"]);
    assert_eq!((upright.code, upright.err.as_str()), (Some(0), ""));
    let folder = home.write("more/figures.toml", &base(60));
    let folder = folder
        .parent()
        .expect("a folder")
        .to_string_lossy()
        .into_owned();
    let leaning = home.run(&["--routines", &folder, "figure", "mine-lift"]);
    assert_eq!(leaning.code, Some(0));
    assert_ne!(leaning.out, upright.out);
    // Nothing of a file with a fault in it is used.
    home.write("more/figures.toml", &base(400));
    let again = home.run(&["--routines", &folder, "figure", "mine-lift"]);
    assert_eq!(again.out, upright.out);
    assert_eq!(home.run(&["--routines", &folder, "check"]).code, Some(1));
}

#[test]
fn a_file_that_cannot_be_read_is_not_printed_as_an_empty_one() {
    let home = Home::new();
    home.write("folder.toml/x.toml", "");
    std::fs::write(home.path().join("latin.toml"), b"title = \"\xfc\"").expect("written");
    for (file, why) in [
        ("./missing.toml", "there is no such file"),
        ("./folder.toml", "this is a folder, not a file"),
        ("./latin.toml", "line 1 is not UTF-8 text"),
    ] {
        let ran = home.run(&["show", file, "--toml"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{file}");
        assert!(
            ran.err.starts_with(&format!("error: {why}\n")),
            "{}",
            ran.err
        );
    }
    // What can be read is printed, whatever is wrong in it.
    let broken = "title = 3\n";
    home.write("broken.toml", broken);
    let ran = home.run(&["show", "./broken.toml", "--toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), broken));
}

#[test]
fn a_folder_that_is_none_says_what_it_is() {
    let home = Home::new();
    home.write("x.toml", "title = 3\n");
    std::os::unix::fs::symlink("gone", home.path().join("lost")).expect("a link");
    for (folder, why) in [
        ("x.toml", "this is a file, not a folder"),
        ("x.toml/y", "this is a file, not a folder"),
        ("lost", "this link points to nothing"),
        ("nowhere", "there is no such folder"),
    ] {
        let ran = home.run(&["--routines", folder, "list"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert_eq!(ran.err, format!("error: --routines {folder}: {why}\n"));
    }
}

#[test]
fn an_unknown_theme_is_said_whatever_the_command() {
    let home = Home::new();
    for command in [
        &["list"][..],
        &["show", "nowhere"],
        &["rehearse", "bedtime-stretch-5"],
        &["check"],
        &["figure", "calf-raise"],
        &["play", "bedtime-stretch-5", "--plain"],
        &["profile"],
        &["setup"],
        &[],
    ] {
        let ran = home.run(&[&["--theme", "nonsense", "--routines", "nowhere"], command].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{command:?}");
        let said = "error: unknown theme \"nonsense\"\nhelp: known: auto, dusk, night, contrast, light, terminal, mono\n";
        assert_eq!(ran.err, said, "{command:?}");
    }
}

#[test]
fn what_is_no_text_is_named_with_its_line_for_programs_too() {
    let home = Home::new();
    std::fs::write(home.path().join("x.toml"), b"format = 1\n\n# \xff\n").expect("it is written");
    let ran = home.run(&["check", "--format", "json", "x.toml"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(found[0]["message"], "line 3 is not UTF-8 text");
    assert_eq!(found[0]["line"], 3);
    assert!(found[0]["column"].is_null());
}

#[test]
fn the_mark_at_the_beginning_of_a_file_is_printed_with_it() {
    let text = "\u{feff}format = 1\r\ntitle = \"Mine\"\r\ndiscipline = \"yoga\"\r\n[[step]]\nname = \"a\"\nhold = \"5s\"";
    let home = Home::new();
    home.write("x.toml", text);
    home.own("mine.toml", text);
    for routine in ["./x.toml", "mine"] {
        let ran = home.run(&["show", routine, "--toml"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), text), "{routine}");
    }
}

/// Three steps that wait for a key; the second is done flat on the back.
const THREE: &str = r#"
format = 1
title = "Three"
discipline = "yoga"

[[step]]
name = "Sit"
until = "done"
hazards = []
position = "seated-chair"

[[step]]
name = "Lie"
until = "done"
hazards = ["supine-flat"]
position = "supine"

[[step]]
name = "Stand"
until = "done"
hazards = []
position = "standing"

[[step]]
name = "Walk"
until = "done"
hazards = []
position = "walking"
"#;

#[test]
fn a_step_to_begin_with_is_counted_as_it_is_written() {
    let home = Home::new();
    home.write("three.toml", THREE);
    let from = |number: &str, more: &[&str]| {
        let mut arguments = vec!["play", "./three.toml", "--plain", "--from", number];
        arguments.extend(more);
        home.run(&arguments)
    };
    let begins = |ran: &Ran| {
        let first = ran.out.lines().find(|line| line.contains("First: "));
        let (_, name) = first?.split_once("First: ")?;
        Some(name.trim_end_matches('.').to_owned())
    };
    let pregnant = ["--for", "pregnancy-t2"];
    assert_eq!(begins(&from("1", &pregnant)).as_deref(), Some("sit"));
    let third = from("3", &pregnant);
    assert!(
        third.out.contains("stand") && !third.out.contains("sit."),
        "{}",
        third.out
    );
    let fourth = from("4", &pregnant);
    assert!(!fourth.out.contains("stand."), "{}", fourth.out);
    let left_out = from("2", &pregnant);
    let expected =
        "error: step 2 is left out this time\nhelp: the nearest step that is played is 1\n";
    assert_eq!((left_out.code, &*left_out.err), (Some(2), expected));
    for number in ["0", "5"] {
        let none = from(number, &pregnant);
        let expected =
            format!("error: there is no step {number}\nhelp: the routine has steps 1 to 4\n");
        assert_eq!((none.code, none.err), (Some(2), expected));
    }
    assert_eq!(from("2", &["--for", "nobody"]).code, Some(0));
}

/// A routine with a warning and no error.
const WARNED: &str = "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\nminutes = 9\n[[step]]\nname = \"A\"\nhold = 60\n";

#[test]
fn warnings_alone_fail_a_strict_check_and_no_other() {
    let home = Home::new();
    home.write("warned.toml", WARNED);
    home.write("sound.toml", &WARNED.replace("minutes = 9\n", ""));
    home.write("broken.toml", "format = 1\n");
    let code = |arguments: &[&str]| home.run(arguments).code;
    for format in [&[][..], &["--format", "json"]] {
        let check = |more: &[&str]| code(&[&["check"], more, format].concat());
        assert_eq!(check(&["sound.toml"]), Some(0));
        assert_eq!(check(&["--strict", "sound.toml"]), Some(0));
        assert_eq!(check(&["warned.toml"]), Some(0));
        assert_eq!(check(&["--strict", "warned.toml"]), Some(1));
        assert_eq!(check(&["--strict", "sound.toml", "warned.toml"]), Some(1));
        assert_eq!(check(&["broken.toml"]), Some(1));
        assert_eq!(check(&["--strict", "broken.toml"]), Some(1));
    }
}

#[test]
fn files_are_checked_in_the_order_of_their_paths_whatever_they_are() {
    let home = Home::new();
    let exercise = "format = 1\nname = \"E\"\nposition = \"standing\"\n";
    for (name, text) in [
        ("z.toml", WARNED),
        ("exercises/m.toml", exercise),
        ("yoga/b.toml", WARNED),
        ("a.toml", WARNED),
        ("sources.toml", "broken"),
    ] {
        home.write(&format!("files/{name}"), text);
    }
    let ran = home.run(&["check", "files", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let paths = found.as_array().expect("a list").iter();
    let mut paths: Vec<&str> = paths
        .map(|found| found["path"].as_str().expect("a path"))
        .collect();
    paths.dedup();
    let expected = [
        "files/a.toml",
        "files/exercises/m.toml",
        "files/sources.toml",
        "files/yoga/b.toml",
        "files/z.toml",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn the_list_is_kept_to_minutes_and_audiences_with_their_ends_and_what_is_for_everybody() {
    let home = Home::new();
    let routine = |more: &str| WARNED.replace("minutes = 9\n", more);
    home.own(
        "eight.toml",
        &routine("minutes = 8\naudience = [\"adult\"]\n"),
    );
    home.own("nine.toml", &routine("minutes = 9\n"));
    home.own("none.toml", &routine(""));
    let ids = |arguments: &[&str]| {
        let ran = home.run(&[&["list", "--title", "Mine", "--json"], arguments].concat());
        let rows: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let rows = rows.as_array().expect("a list").iter();
        let ids: Vec<String> = rows
            .map(|row| row["id"].as_str().expect("an id").to_owned())
            .collect();
        ids.join(" ")
    };
    assert_eq!(ids(&[]), "eight nine none");
    assert_eq!(ids(&["--max-minutes", "9"]), "eight nine");
    assert_eq!(ids(&["--max-minutes", "8"]), "eight");
    assert_eq!(ids(&["--max-minutes", "7"]), "");
    assert_eq!(ids(&["--audience", "adult"]), "eight nine none");
    assert_eq!(ids(&["--audience", "older-adult"]), "nine none");
}
