//! Routines that play inside other routines.

use crate::support::program::Home;

fn routine(title: &str, rest: &str) -> String {
    format!("format = 1\ntitle = \"{title}\"\ndiscipline = \"stretching\"\n{rest}")
}

/// A step of so many seconds with no time to get ready.
fn step(name: &str, seconds: u32) -> String {
    format!("[[step]]\nname = \"{name}\"\nhold = \"{seconds}s\"\nprepare = 0\nhazards = []\n")
}

fn plays(id: &str) -> String {
    format!("[[step]]\nroutine = \"{id}\"\n")
}

/// A home with an evening that plays a warm-up, itself with a breath inside.
fn home() -> Home {
    let home = Home::new();
    let defaults = "[defaults]\nhold = \"7s\"\nprepare = 0\n";
    let breath = "[[step]]\nname = \"Breathe low\"\nhazards = []\n";
    home.own(
        "breath.toml",
        &routine(
            "Own breath",
            &format!("cautions = [\"Never strain.\"]\n{defaults}{breath}"),
        ),
    );
    let warm_up = format!(
        "cautions = [\"Stay warm.\"]\n{}{}",
        step("Swing arms", 10),
        plays("breath")
    );
    home.own("warm-up.toml", &routine("Own warm-up", &warm_up));
    let evening = plays("Own warm-up") + &step("Reach far", 5) + &plays("breath");
    home.own("evening.toml", &routine("Own evening", &evening));
    home
}

#[test]
fn the_steps_of_a_routine_are_played_in_its_place() {
    let ran = home().run(&["rehearse", "evening", "--json"]);
    let lines = ran.out.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        line
    });
    let work = lines.filter(|line| line["kind"] == "work");
    let played: Vec<_> = work
        .map(|line| {
            format!(
                "{} {} {}",
                line["step"],
                line["name"].as_str().unwrap_or_default(),
                line["seconds"]
            )
        })
        .collect();
    assert_eq!(
        played,
        [
            "1 Swing arms 10.0",
            "2 Breathe low 7.0",
            "3 Reach far 5.0",
            "4 Breathe low 7.0"
        ],
        "{}",
        ran.err
    );
}

#[test]
fn what_a_routine_warns_of_is_said_where_it_plays() {
    let ran = home().run(&["show", "evening"]);
    for caution in ["Stay warm.", "Never strain."] {
        assert_eq!(ran.out.matches(caution).count(), 1, "{}", ran.out);
    }
}

#[test]
fn a_file_is_sound_and_one_that_plays_a_broken_one_is_not() {
    let home = home();
    let ran = home.run(&["check"]);
    assert!(!ran.err.contains("error"), "{}", ran.err);
    home.own("breath.toml", "format = 1\n");
    let ran = home.run(&["rehearse", "evening"]);
    assert!(
        ran.err.contains("the routine \"breath\" cannot be used"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("breath.toml first"), "{}", ran.err);
}

#[test]
fn loops_and_depths_name_the_way() {
    let home = home();
    home.own("breath.toml", &routine("Own breath", &plays("evening")));
    let ran = home.run(&["rehearse", "evening"]);
    let way = "this routine plays itself: evening -> warm-up -> breath -> evening";
    assert!(ran.err.contains(way), "{}", ran.err);
    let chain = ["one", "two", "three", "four", "five"];
    for (id, next) in chain.iter().zip(&chain[1..]) {
        home.own(&format!("{id}.toml"), &routine(id, &plays(next)));
    }
    home.own("five.toml", &routine("five", &step("Rest on it", 5)));
    let ran = home.run(&["rehearse", "two"]);
    assert!(ran.out.contains("Rest on it"), "{}", ran.err);
    let ran = home.run(&["rehearse", "one"]);
    let way = "over more than 3 levels: one -> two -> three -> four -> five";
    assert!(ran.err.contains(way), "{}", ran.err);
}

#[test]
fn who_may_not_play_a_routine_may_not_play_it_inside_another() {
    let home = home();
    let for_adults = format!("audience = [\"adult\"]\n{}", step("Press hard", 5));
    home.own("breath.toml", &routine("Own breath", &for_adults));
    let ran = home.run(&["rehearse", "evening", "--for", "older-adult"]);
    assert!(
        !ran.out.contains("Press hard") && ran.code != Some(0),
        "{}{}",
        ran.out,
        ran.err
    );
}

#[test]
fn more_steps_than_may_be_are_refused_however_they_are_nested() {
    let home = home();
    let many = |id: &str| format!("[[step]]\nrepeat = 99\n[[step.step]]\nroutine = \"{id}\"\n");
    home.own("warm-up.toml", &routine("Own warm-up", &many("breath")));
    home.own("evening.toml", &routine("Own evening", &many("warm-up")));
    let ran = home.run(&["rehearse", "evening"]);
    assert!(
        ran.err
            .contains("more than 2000 steps with the routines inside it"),
        "{}",
        ran.err
    );
}

#[test]
fn notes_of_rounds_and_of_routines_are_on_the_sheet() {
    let home = home();
    let note = |note: &str| format!("note = \"{note}\"\n");
    let round = format!(
        "[[step]]\nrepeat = 2\n{}[[step.step]]\nrepeat = 2\n{}[[step.step.step]]\nname = \"Kick\"\nhold = 5\nhazards = []\n{}",
        note("Round of rounds."),
        note("Inner round."),
        note("Own note.")
    );
    let noted = plays("breath") + &note("When it pulls.") + &round;
    home.own("noted.toml", &routine("Own notes", &noted));
    let sheet = home.run(&["show", "noted"]).out;
    for text in [
        "Note: When it pulls.",
        "Note: Round of rounds. Inner round. Own note.",
    ] {
        assert!(sheet.contains(text), "{text}: {sheet}");
    }
}
