//! Pages that are longer than the screen: keys move them at once, a page is a screen, and nothing is passed over.

use std::collections::BTreeSet;
use std::time::Duration;

use supple::plan::profile::own::{Content, ProfileFile};
use supple::tui::app::Start;
use supple::tui::input::key::Key;
use supple::tui::message::{Msg, Reply};

use crate::support::stage::{MINE, Stage, catalog, catalog_for, own};

const SIZES: &[(u16, u16)] = &[(80, 24), (40, 12), (50, 40), (20, 5)];

/// Somebody of whom there is much to say.
const PROFILE: &str =
    "conditions = [\"glaucoma\", \"knee-pain\", \"osteoporosis\", \"hypertension-uncontrolled\"]\n";
const CHANGED: &str = "conditions = [\"glaucoma\", \"knee-pain\", \"osteoporosis\"]\n";
const PREGNANT: &str = "due = 2027-01-31\n";
/// Lying flat on the back all the time.
const FLAT: &str = "format = 1\ntitle = \"Flat\"\ndiscipline = \"yoga\"\n\
                    [[step]]\nname = \"Bridge\"\nhold = 30\nhazards = [\"supine-flat\"]\n\
                    [[step]]\nname = \"Knees to the chest\"\nhold = 30\nhazards = [\"supine-flat\"]\n";
const CALVES: &str = "format = 1\ntitle = \"Calves\"\ndiscipline = \"stretching\"\n\
                      [[step]]\nexercise = \"calf-stretch-wall\"\nhold = \"30s\"\n";
/// With mistakes in every line.
const BROKEN: &str = "format = 1\ntitle = \"Broken\"\ndiscipline = \"x\"\nabot = 1\nlevl = 2\nwhn = 3\n\
                      [[step]]\nholdd = 1\n[[step]]\nrepss = 1\n[[step]]\nsids = 1\n[[step]]\nnam = 1\n\
                      [[step]]\nexercise = \"nonsense\"\n";

/// A page, and how it is come to.
struct Page {
    name: &'static str,
    open: fn() -> Stage,
}

/// Where the keys choose among entries, they move also where all of them are seen.
const OF_ENTRIES: &[&str] = &["changes"];

const PAGES: &[Page] = &[
    Page {
        name: "before the start",
        open: || before(CHANGED, "yoga-rls-gentle-20"),
    },
    Page {
        name: "warning signs before the start",
        open: || pressed(before(CHANGED, "yoga-rls-gentle-20"), "w"),
    },
    Page {
        name: "changes",
        open: || pressed(before(CHANGED, "yoga-rls-gentle-20"), "c"),
    },
    Page {
        name: "blocked",
        open: || {
            let catalog = catalog_for(PREGNANT, vec![own("mine", FLAT)]);
            Stage::open(catalog, &Start::Before("mine".into()), 22)
        },
    },
    Page {
        name: "warning signs from the list",
        open: || {
            let mut stage = Stage::home();
            stage.keys("/").type_text("headache");
            pressed(stage, "enter")
        },
    },
    Page {
        name: "full stop",
        open: || before(PROFILE, "older-balance-15"),
    },
    Page {
        name: "after",
        open: || {
            let mut stage = playing(CALVES);
            stage.after(Duration::from_secs(20));
            pressed(stage, "h enter q y")
        },
    },
    Page {
        name: "problems",
        open: || before_own(BROKEN),
    },
    Page {
        name: "help",
        open: || pressed(Stage::home(), "? end home"),
    },
    Page {
        name: "the signs after pain",
        open: || {
            let mut stage = playing(CALVES);
            stage.after(Duration::from_secs(20));
            pressed(stage, "h s")
        },
    },
    Page {
        name: "an unreadable profile",
        open: || {
            let mut stage = Stage::home();
            stage.tell(profile("conditions = [\n= \"\nx = \n[[\n"));
            stage
        },
    },
];

fn pressed(mut stage: Stage, keys: &str) -> Stage {
    stage.keys(keys);
    stage
}

fn before(profile: &str, id: &str) -> Stage {
    let catalog = catalog_for(profile, Vec::new());
    Stage::open(catalog, &Start::Before(id.to_owned()), 22)
}

fn before_own(text: &str) -> Stage {
    let catalog = catalog(vec![own("mine", text)]);
    Stage::open(catalog, &Start::Before("mine".into()), 22)
}

fn playing(text: &str) -> Stage {
    let catalog = catalog(vec![own("mine", text)]);
    Stage::open(catalog, &Start::Playing("mine".into(), 0), 22)
}

fn profile(text: &str) -> Msg {
    Msg::Reply(Reply::Profile(Box::new(ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Text(text.to_owned()),
        exposed: None,
    })))
}

/// Presses a key.
fn press(stage: &mut Stage, key: &str) {
    let key = Key::parse(key).expect("a key");
    stage.tell(Msg::Key(key));
}

/// Whether it says that it goes on.
fn goes_on(screen: &str) -> bool {
    let mut lines = screen.lines().map(str::trim_end);
    lines.any(|line| line.ends_with("↓ more") || line.ends_with('↓'))
}

/// Its lines without the mark, and without the body beside them.
fn lines(screen: &str) -> impl Iterator<Item = String> {
    let is_word = |letter: char| !('\u{2800}'..='\u{28ff}').contains(&letter);
    let lines = screen.lines().map(move |line| {
        let words: String = line.chars().take_while(|letter| is_word(*letter)).collect();
        words.trim().trim_start_matches('›').trim().to_owned()
    });
    lines.filter(|line| !line.is_empty() && !goes_on(line))
}

/// What is seen of a page from its top to its end by pressing one key.
fn read(page: &Page, (width, height): (u16, u16), key: &str) -> BTreeSet<String> {
    let is_of_entries = OF_ENTRIES.contains(&page.name);
    let mut stage = (page.open)();
    let mut seen = BTreeSet::new();
    let mut screen = stage.screen(width, height);
    for _ in 0..1000 {
        seen.extend(lines(&screen));
        press(&mut stage, key);
        let next = stage.screen(width, height);
        if next == screen {
            assert!(!goes_on(&screen), "{key} goes on to the end:\n{screen}");
            return seen;
        }
        assert!(
            goes_on(&screen) || is_of_entries,
            "{key} moves where there is no mark:\n{screen}"
        );
        screen = next;
    }
    panic!("it has no end:\n{}", stage.screen(width, height));
}

#[test]
fn a_page_down_skips_nothing_and_the_end_has_no_mark() {
    for page in PAGES {
        for &size in SIZES {
            let by_lines = read(page, size, "down");
            let by_screens = read(page, size, "pagedown");
            let missing = by_lines.difference(&by_screens).next();
            assert_eq!(missing, None, "{} at {size:?}", page.name);
        }
    }
}

#[test]
fn from_the_end_one_key_moves_at_once() {
    for page in PAGES {
        for &(width, height) in SIZES {
            for key in ["up", "pageup"] {
                let mut stage = (page.open)();
                if !goes_on(&stage.screen(width, height)) {
                    continue;
                }
                for _ in 0..60 {
                    press(&mut stage, "pagedown");
                }
                let end = stage.screen(width, height);
                press(&mut stage, key);
                let name = page.name;
                let moved = stage.screen(width, height);
                assert_ne!(end, moved, "{key} on {name} at {width}x{height}");
                let is_marked = goes_on(&moved) || OF_ENTRIES.contains(&name);
                assert!(is_marked, "{name} at {width}x{height}:\n{moved}");
            }
        }
    }
}

#[test]
fn after_a_resize_the_page_is_within_its_end() {
    for page in PAGES {
        for &(width, height) in SIZES {
            let mut stage = (page.open)();
            let is_long = goes_on(&stage.screen(width, height));
            stage.screen(20, 5);
            for _ in 0..80 {
                press(&mut stage, "pagedown");
            }
            let screen = stage.screen(width, height);
            let name = page.name;
            assert!(!goes_on(&screen), "{name} at {width}x{height}:\n{screen}");
            assert!(
                lines(&screen).count() > 1,
                "{name} at {width}x{height}:\n{screen}"
            );
            stage.keys("up");
            let moved = stage.screen(width, height) != screen;
            let moves = is_long || OF_ENTRIES.contains(&name);
            assert_eq!(moved, moves, "{name} at {width}x{height}:\n{screen}");
        }
    }
}

#[test]
fn every_page_of_these_goes_on_somewhere() {
    for page in PAGES {
        let stage = (page.open)();
        let screen = stage.screen(20, 5);
        assert!(goes_on(&screen), "{}:\n{screen}", page.name);
    }
}

#[test]
fn the_list_shows_every_routine_by_screens() {
    for &(width, height) in SIZES {
        for key in ["down", "pagedown"] {
            let mut stage = Stage::open(catalog(vec![own("mine", MINE)]), &Start::Home, 22);
            // Beside the list stands what is said of one of it.
            let list = if width < 76 { usize::from(width) } else { 42 };
            let titles = |screen: &str| -> BTreeSet<String> {
                let of_list = screen.lines().map(|line| {
                    let left: String = line.chars().take(list).collect();
                    left.split('│').next().unwrap_or_default().trim().to_owned()
                });
                let of_list = of_list.map(|line| line.trim_start_matches('›').trim().to_owned());
                of_list
                    .filter(|line| line.contains(':') || line.ends_with("list"))
                    .collect()
            };
            let mut seen = BTreeSet::new();
            for _ in 0..400 {
                let screen = stage.screen(width, height);
                seen.extend(titles(&screen));
                press(&mut stage, key);
                if stage.screen(width, height) == screen {
                    assert!(!goes_on(&screen), "{screen}");
                    break;
                }
            }
            let mut all = Stage::open(catalog(vec![own("mine", MINE)]), &Start::Home, 22);
            all.keys("end");
            let whole = titles(&all.screen(width, 300));
            let missing: Vec<_> = whole.difference(&seen).collect();
            assert!(
                whole.len() > 20 && missing.is_empty(),
                "{key} at {width}x{height}: {missing:?}"
            );
            // From the end the list moves with the selection.
            let end = stage.screen(width, height);
            stage.keys("up");
            assert_ne!(stage.screen(width, height), end);
        }
    }
}

#[test]
fn the_form_shows_every_question_and_says_that_it_goes_on() {
    for &(width, height) in SIZES {
        let mut stage = Stage::home();
        stage.tell(profile("conditions = [\"glaucoma\"]\n"));
        assert!(goes_on(&stage.screen(width, height)), "{width}x{height}");
        stage.keys("end");
        let end = stage.screen(width, height);
        assert!(!goes_on(&end), "{end}");
        press(&mut stage, "pageup");
        assert_ne!(stage.screen(width, height), end);
    }
}

#[test]
fn the_paused_player_moves_at_once_and_not_past_its_end() {
    for &(width, height) in SIZES {
        let mut stage = playing(CALVES);
        stage.after(Duration::from_secs(20)).keys("space");
        let top = stage.screen(width, height);
        for _ in 0..40 {
            stage.keys("down");
        }
        let end = stage.screen(width, height);
        assert!(!goes_on(&end), "{end}");
        if goes_on(&top) {
            stage.keys("up");
            assert_ne!(stage.screen(width, height), end, "{width}x{height}");
        }
    }
}
