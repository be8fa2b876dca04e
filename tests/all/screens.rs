//! The screens as text, in `tests/screens`. `BLESS=1 cargo test screens` rewrites them.

use std::path::PathBuf;
use std::time::Duration;

use ratatui::style::Modifier;
use supple::plan::tailor::Request;
use supple::player::moment::Moment;
use supple::tui::app::Start;
use supple::tui::display::depth::Depth;
use supple::tui::input::key::Key;
use supple::tui::message::{Effect, Msg, Reply, Task};
use supple::tui::settings::{Setting, Settings};
use supple::tui::theme::name::ThemeName;

use super::hurting::CALVES;
use crate::support::stage::{Stage, catalog, catalog_for, own, playing_for};

const SIZES: &[(u16, u16)] = &[(80, 24), (40, 12), (120, 40), (20, 5)];

/// Compares a stage at every size with the files of this name.
pub(crate) fn golden(name: &str, stage: &Stage) {
    golden_at(SIZES, name, stage);
}

/// Compares a stage at these sizes with the files of this name.
pub(crate) fn golden_at(sizes: &[(u16, u16)], name: &str, stage: &Stage) {
    for &(width, height) in sizes {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/screens")
            .join(format!("{name}-{width}x{height}.txt"));
        let screen = stage.screen(width, height);
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(path.parent().expect("a folder"))
                .expect("the folder of screens");
            std::fs::write(&path, &screen).expect("the screen is written");
        } else {
            let expected = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(screen, expected, "{} differs:\n{screen}", path.display());
        }
    }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn playing(text: &str) -> Stage {
    Stage::open(
        catalog(vec![own("mine", text)]),
        &Start::Playing("mine".into(), 0),
        22,
    )
}

#[test]
fn home() {
    golden("home", &Stage::home());
}

#[test]
fn home_searching() {
    let mut stage = Stage::home();
    stage.keys("/").type_text("knee");
    golden("home-search", &stage);
    stage.type_text("zzz");
    golden("home-search-nothing", &stage);
}

#[test]
fn the_search_puts_what_is_called_so_first() {
    let mut stage = Stage::home();
    stage.keys("/").type_text("breath");
    let screen = stage.screen(80, 24);
    let first = screen
        .lines()
        .find(|line| line.contains('›'))
        .expect("a selected row");
    assert!(first.contains("Wind-down breathing"), "{screen}");
}

#[test]
fn home_shows_how_every_routine_begins() {
    let mut stage = Stage::home();
    let rows = catalog(Vec::new()).rows().len();
    for _ in 0..rows {
        let screen = stage.screen(80, 24);
        let dots = |c: char| ('\u{2801}'..='\u{28ff}').contains(&c);
        let shown = screen.lines().filter(|line| line.contains(dots)).count();
        let has_none = [
            "Getting ready for an appointment",
            "Evening wind-down checklist",
        ];
        let nothing_to_show = has_none.iter().any(|title| {
            let pane = screen.lines().find_map(|line| line.split_once("│ "));
            pane.is_some_and(|(_, heading)| heading.starts_with(title))
        });
        assert_eq!(shown >= 4, !nothing_to_show, "{screen}");
        stage.keys("down");
    }
}

#[test]
fn home_with_a_broken_file() {
    let broken = own(
        "mine",
        "format = 1\ntitle = \"My own stretch\"\ndiscipline = \"stretching\"\n\n[[step]]\nexercise = \"calf-strech-wall\"\nholdd = \"30s\"\n",
    );
    let mut stage = Stage::open(catalog(vec![broken]), &Start::Home, 22);
    stage.keys("/").type_text("my own");
    golden("home-broken", &stage);
    stage.keys("enter");
    golden("problems", &stage);
}

#[test]
fn before() {
    let mut stage = Stage::home();
    stage.keys("enter");
    golden("before", &stage);
}

#[test]
fn player_preparing() {
    let mut stage = Stage::home();
    stage.keys("enter enter").after(seconds(2));
    golden("player-prepare", &stage);
}

#[test]
fn player_working_left() {
    let mut stage = Stage::home();
    stage.keys("enter enter").after(seconds(8 + 60 + 8 + 10));
    golden("player-work", &stage);
    stage.keys("z");
    golden("player-zoom", &stage);
}

#[test]
fn player_switching_and_resting() {
    let mut stage = Stage::home();
    stage
        .keys("enter enter")
        .after(seconds(8 + 60 + 8 + 30 + 2));
    golden("player-switch", &stage);
    stage.after(seconds(5 + 30));
    golden("player-rest", &stage);
}

#[test]
fn player_paused_and_away() {
    let mut stage = Stage::home();
    stage.keys("enter enter").after(seconds(20)).keys("space");
    golden("player-paused", &stage);
    stage.keys("enter").after(seconds(1));
    golden("player-count-in", &stage);
    stage.after(seconds(10));
    let since = Moment::at(stage.now().mono.since_start());
    stage.tell(Msg::Away { since });
    golden("player-away", &stage);
}

#[test]
fn player_counting_and_asking() {
    let mut stage = playing(
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"strength\"\n[[step]]\nname = \"Heel raises\"\nreps = 12\ntempo = \"4s\"\nsets = 2\nrest = \"20s\"\nhow = [\"Both hands on a counter.\"]\n",
    );
    stage.after(seconds(8 + 9));
    golden("player-reps", &stage);
    stage.keys("q");
    golden("player-ask", &stage);
}

#[test]
fn a_caution_stands_above_what_to_avoid() {
    let mut stage = playing_for(&["pelvic-girdle-pain"], CALVES);
    stage.after(seconds(2));
    golden("player-caution-prepare", &stage);
    stage.after(seconds(15));
    golden("player-caution-work", &stage);
    for (width, height) in [(80, 24), (80, 12), (40, 12), (60, 9)] {
        let screen = stage.screen(width, height);
        assert!(screen.contains("Short step"), "{width}x{height}\n{screen}");
    }
}

/// A routine in parts, with loads and efforts.
const PARTS: &str = r#"
format = 1
title = "Shoulders"
discipline = "strength"
often = "3 times a day"
[[step]]
part = { name = "Warm-up", say = "Two easy minutes." }
name = "March"
hold = "2m"
[[step]]
part = "Main"
name = "Wall slides"
load = "blue band"
effort = "5 of 10"
reps = 10
tempo = "3s"
how = ["Forearms up the wall, as far as it goes without pain."]
[[step]]
name = "Press-up at the wall with a long name"
load = "2 kg in each hand"
side = "each"
sets = 2
rest = "20s"
reps = 10
tempo = "3s"
[[step]]
part = "Cool-down"
name = "Chest stretch"
hold = "30s"
"#;

#[test]
fn parts_loads_and_efforts_are_shown() {
    let catalog = || catalog(vec![own("mine", PARTS)]);
    let mut stage = Stage::open(catalog(), &Start::Home, 22);
    stage.keys("/").type_text("shoulders");
    golden("parts-home", &stage);
    let stage = Stage::open(catalog(), &Start::Before("mine".into()), 22);
    golden("parts-before", &stage);
    let mut stage = Stage::open(catalog(), &Start::Playing("mine".into(), 1), 22);
    stage.after(seconds(2));
    golden("parts-prepare", &stage);
    stage.after(seconds(15));
    golden("parts-work", &stage);
    stage.keys("space");
    golden("parts-paused", &stage);
}

#[test]
fn what_is_left_out_stands_in_its_part() {
    let lying = "name = \"Wall slides\"\nposition = \"supine\"\nhazards = [\"supine-flat\"]";
    let text = PARTS.replace("name = \"Wall slides\"", lying);
    let catalog = catalog_for("conditions = [\"pregnancy-t2\"]", vec![own("mine", &text)]);
    let stage = Stage::open(catalog, &Start::Before("mine".into()), 22);
    let screen = stage.screen(100, 60);
    let line = |text: &str| screen.lines().position(|line| line.contains(text));
    let main = line("  Main").expect("the part has a heading");
    assert_eq!(line("- Wall slides"), Some(main + 1), "{screen}");
    assert_eq!(screen.matches("  Main").count(), 1, "{screen}");
}

#[test]
fn player_confirming() {
    let mut stage = playing(
        "format = 1\ntitle = \"Evening\"\ndiscipline = \"lifestyle\"\n[[step]]\nname = \"Dim the lights\"\nuntil = \"done\"\nhow = [\"Only a small lamp from here on.\"]\n[[step]]\nname = \"Feet up\"\nuntil = \"done\"\n",
    );
    stage.after(seconds(3));
    golden("player-confirm", &stage);
}

#[test]
fn after() {
    let mut stage = Stage::home();
    stage
        .keys("enter enter")
        .after(seconds(9 + 60))
        .keys("right right right")
        .after(seconds(900));
    golden("after", &stage);
}

#[test]
fn help() {
    let mut stage = Stage::home();
    stage.keys("enter enter ?");
    golden("help", &stage);
}

#[test]
fn every_size_draws_something_true() {
    let mut stage = Stage::home();
    for keys in ["", "enter", "enter", "space", "z", "z q", "n q y"] {
        stage.keys(keys).after(seconds(9));
        stage.assert_says_something(keys);
    }
    for (width, height) in [(200, 1), (2, 50), (300, 100)] {
        stage.screen(width, height);
    }
}

#[test]
fn a_question_is_seen_whatever_stands_there_and_whatever_the_size() {
    for before in ["", "space", "z", "z space"] {
        for key in ["q", "r"] {
            let mut stage = playing(CALVES);
            stage.keys(before).keys(key);
            for (width, height) in [
                (80, 24),
                (120, 40),
                (50, 40),
                (40, 12),
                (20, 5),
                (20, 3),
                (16, 2),
            ] {
                let screen = stage.screen(width, height).to_lowercase();
                let asked = ["stop", "again?", "from the beginning?"];
                let seen = asked.iter().any(|words| screen.contains(words));
                assert!(seen, "{before} {key} at {width}x{height}:\n{screen}");
                assert!(
                    screen.contains("›n"),
                    "{before} {key} at {width}x{height}:\n{screen}"
                );
            }
        }
    }
}

#[test]
fn the_selection_shows_without_colours() {
    let stage = Stage::open_in(Depth::None, catalog(Vec::new()), &Start::Home, 22);
    let buffer = stage.buffer(80, 24);
    let row = (0..24)
        .find(|&y| buffer[(2, y)].symbol() == "›")
        .expect("a selected row");
    assert!(buffer[(2, row)].modifier.contains(Modifier::REVERSED));
}

#[test]
fn a_second_enter_neither_skips_nor_pauses() {
    let mut stage = Stage::home();
    stage.keys("enter enter").after(seconds(1));
    let before = stage.screen(80, 24);
    stage.keys("enter enter");
    assert_eq!(stage.screen(80, 24), before);
}

#[test]
fn one_wake_a_second_while_counting_and_none_while_paused_or_browsing() {
    let mut stage = Stage::home();
    // Where there is no room for a figure, the seconds alone move.
    stage.resize(60, 24);
    assert_eq!(stage.next_wake(), None, "browsing");
    stage.keys("enter enter").after(seconds(10));
    let mut wakes = 0;
    let end = stage.now().mono + seconds(40);
    while stage.now().mono < end {
        let next = stage.next_wake().expect("it counts");
        let wait = next
            .checked_sub(stage.now().mono.since_start())
            .expect("in the future");
        assert!(wait > Duration::ZERO);
        stage.after(wait);
        wakes += 1;
    }
    assert!(wakes <= 41, "{wakes} wakes in 40 s");
    stage.keys("space");
    assert_eq!(stage.next_wake(), None, "paused");
}

#[test]
fn the_selection_stays_when_files_come_in() {
    let mut stage = Stage::home();
    stage.keys("down down");
    let before = stage.screen(80, 24);
    let mine = own(
        "aaa",
        "format = 1\ntitle = \"A bedtime\"\ndiscipline = \"yoga\"\nwhen = \"bedtime\"\n[[step]]\nname = \"x\"\nhold = \"10m\"\n",
    );
    stage.tell(Msg::Reply(Reply::Loaded(Box::new(catalog(vec![mine])))));
    let selected = |screen: &str| {
        let row = screen
            .lines()
            .find(|line| line.contains('›'))
            .expect("a selected row");
        row.chars().take(40).collect::<String>()
    };
    assert_eq!(selected(&stage.screen(80, 24)), selected(&before));
    assert!(stage.screen(80, 24).contains("A bedtime"));
}

#[test]
fn themes_go_round_and_are_remembered() {
    let mut stage = Stage::home();
    stage.keys("T T");
    assert_eq!(
        stage.effects,
        [ThemeName::Dusk, ThemeName::Night]
            .map(|name| Effect::Do(Task::SaveSetting(Setting::Theme(name))))
    );
    assert!(stage.screen(80, 24).contains("Theme: night"));
}

#[test]
fn night_is_one_key() {
    let mut stage = Stage::home();
    stage.keys("n");
    assert!(stage.screen(80, 24).contains("In bed, middle of the night"));
    assert!(stage.deadline().is_some(), "it counts");
}

#[test]
fn leaving_a_session_that_was_opened_directly_ends_the_program() {
    let mut stage = Stage::open(
        catalog(Vec::new()),
        &Start::Before("bedtime-stretch-5".into()),
        22,
    );
    stage.keys("esc");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn a_fitted_routine_is_the_one_that_is_announced_and_played() {
    let id = "bedtime-stretch-5";
    let mut catalog = catalog(Vec::new());
    let wish = Request {
        minutes: Some(4),
        ..Request::default()
    };
    catalog.set_wish(id, wish);
    let mut stage = Stage::open(catalog, &Start::Before(id.into()), 22);
    let page = stage.screen(80, 40);
    assert!(page.contains("22:34"), "{page}");
    stage.keys("enter").after(Duration::from_secs(248));
    assert!(stage.deadline().is_some(), "it counts");
    stage.after(Duration::from_secs(4));
    assert!(stage.deadline().is_none(), "it is over");
}

const BREATHING: &str = r#"
format = 1
title = "Slowly"
discipline = "breathing"

[[step]]
exercise = "long-exhale-4-6"
hold = "60s"
prepare = "0s"
"#;

#[test]
fn a_paced_breath_is_shown_as_it_goes() {
    let mut stage = playing(BREATHING);
    stage.after(seconds(2));
    golden("player-breath-in", &stage);
    stage.after(seconds(5));
    golden("player-breath-out", &stage);
    // Twice a second at most, also where the breath turns between two steps of the bar.
    let mut wakes = 0;
    let until = stage.now().mono.since_start() + seconds(20);
    while let Some(next) = stage.next_wake().filter(|next| *next <= until) {
        let now = stage.now().mono.since_start();
        stage.after(next.saturating_sub(now));
        wakes += 1;
    }
    assert!(wakes <= 60, "{wakes} wake-ups in 20 s");
}

#[test]
fn figures_that_stand_still_wake_nobody() {
    let mut stage = Stage::with(
        Settings {
            reduced_motion: true,
            ..Settings::default()
        },
        catalog(Vec::new()),
        &Start::Playing("night-relief-bed-3".into(), 0),
    );
    stage.after(seconds(14));
    golden("player-keyframes", &stage);
    let next = stage.next_wake().expect("it counts");
    let now = stage.now().mono.since_start();
    let wait = next.saturating_sub(now);
    assert!(wait >= Duration::from_millis(400), "{wait:?}");
}

#[test]
fn a_figure_wakes_nobody_while_it_is_held_and_moves_to_the_end() {
    let routine = "format = 1\ntitle = \"Slow\"\ndiscipline = \"yoga\"\n\n[[step]]\nexercise = \"cat-cow\"\nreps = 3\ntempo = \"20s\"\nprepare = \"5s\"\n";
    let mut stage = Stage::open(
        catalog(vec![own("slow", routine)]),
        &Start::Playing("slow".into(), 0),
        22,
    );
    // From 5 s to 65 s. In each of the 20 s it is held for twice 3 s.
    let mut wakes = Vec::new();
    stage.screen(80, 24);
    while let Some(next) = stage.next_wake().filter(|next| *next < seconds(65)) {
        stage.after(next.saturating_sub(stage.now().mono.since_start()));
        stage.screen(80, 24);
        wakes.push(next);
    }
    let between = |from: Duration, to: Duration| {
        let within = wakes.iter().filter(|wake| (from..to).contains(wake));
        within.count()
    };
    let tenths = |tenths: u64| Duration::from_millis(100 * tenths);
    assert!(between(tenths(452), tenths(479)) <= 3, "held: {wakes:?}");
    assert!(between(tenths(490), tenths(540)) >= 15, "moving: {wakes:?}");
    assert!(
        between(tenths(641), tenths(650)) >= 3,
        "at the end: {wakes:?}"
    );
}

#[test]
fn a_figure_that_moves_is_drawn_twelve_times_a_second_at_most_and_only_where_it_is_seen() {
    let wakes = |width, height| {
        let start = Start::Playing("walk-easy-10".into(), 1);
        let mut stage = Stage::open(catalog(Vec::new()), &start, 22);
        stage.after(seconds(30));
        let until = stage.now().mono.since_start() + seconds(10);
        let mut wakes = 0;
        stage.screen(width, height);
        while let Some(next) = stage.next_wake().filter(|next| *next <= until) {
            let now = stage.now().mono.since_start();
            stage.after(next.saturating_sub(now));
            stage.screen(width, height);
            wakes += 1;
        }
        wakes
    };
    let seen = wakes(80, 24);
    assert!((100..=135).contains(&seen), "{seen} wake-ups in 10 s");
    assert!(wakes(40, 12) <= 12);
}

/// The rows of the list that stand below the selected one.
fn rows_below(screen: &str) -> usize {
    let mut list = screen
        .lines()
        .skip_while(|line| !line.contains('›'))
        .skip(1);
    let is_row =
        |line: &&str| line.starts_with("    ") && line.contains(|c: char| c.is_alphabetic());
    list.by_ref().take_while(is_row).count()
}

#[test]
fn some_rows_below_the_selection_stay_in_sight() {
    let mut stage = Stage::home();
    let least = 4; // a quarter of the 18 rows of the list
    for _ in 0..22 {
        stage.keys("down");
        let screen = stage.screen(60, 24);
        assert!(rows_below(&screen) >= least, "{screen}");
    }
    stage.keys("end");
    assert_eq!(rows_below(&stage.screen(60, 24)), 0, "the last is the last");
}

#[test]
fn a_page_in_the_list_stops_at_its_ends() {
    let mut stage = Stage::home();
    let mut after = |keys: &[&str]| {
        for name in keys {
            let key = Key::parse(name).expect("a key");
            stage.tell(Msg::Key(key));
        }
        let screen = stage.screen(60, 24);
        let row = screen.lines().find(|line| line.contains('›'));
        row.expect("a selected row").to_owned()
    };
    let (first, last) = (after(&["home"]), after(&["end"]));
    let page = after(&["home", "pagedown"]);
    assert!(
        page != first && page != last,
        "a page is not the whole list"
    );
    assert_eq!(after(&["end", "pagedown"]), last);
    assert_eq!(after(&["end", "up", "pagedown"]), last);
    assert_eq!(after(&["home", "down", "pageup"]), first);
    assert_eq!(after(&["home", "pagedown", "pageup"]), first);
}
