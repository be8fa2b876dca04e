//! What the terminal can show, and what is picked there.

use ratatui::style::Modifier;
use supple::content::embedded;
use supple::content::file::{File, FileKind};
use supple::content::library::Library;
use supple::content::vocabulary::Word as _;
use supple::figure::draw::glyphs::Glyphs;
use supple::plan::catalog::Catalog;
use supple::plan::whom::Recipient;
use supple::tui::app::Start;
use supple::tui::display::depth::Depth;
use supple::tui::message::{Effect, Msg, Reply, Task};
use supple::tui::settings::Setting;
use supple::tui::settings::glyphs::FigureGlyphs;
use supple::tui::theme::name::ThemeName;
use supple::words::failure::{Failure, NotRemembered, NotSet};

use super::screens::golden;
use crate::support::stage::{Stage, catalog};

fn setup() -> Stage {
    Stage::open(catalog(Vec::new()), &Start::Setup, 22)
}

/// What is remembered by these keys.
fn saved(keys: &str) -> Vec<Setting> {
    let mut stage = setup();
    stage.keys(keys);
    let saved = stage.effects.into_iter().map(|effect| match effect {
        Effect::Do(Task::SaveSetting(setting)) => setting,
        effect => panic!("{effect:?}"),
    });
    saved.collect()
}

/// Whether this screen has characters of a kind that no words have.
fn is_drawn_in(screen: &str, glyphs: Glyphs) -> bool {
    let own = match glyphs {
        Glyphs::Braille => '\u{2801}'..='\u{28ff}',
        Glyphs::Octant => '\u{1cd00}'..='\u{1cde5}',
        Glyphs::Sextant => '\u{1fb00}'..='\u{1fb3b}',
        _ => '▖'..='▟',
    };
    screen.contains(|letter| own.contains(&letter))
}

#[test]
fn every_kind_of_characters_is_shown() {
    let stage = setup();
    golden("setup", &stage);
    let screen = stage.screen(80, 24);
    for glyphs in [
        Glyphs::Braille,
        Glyphs::Octant,
        Glyphs::Sextant,
        Glyphs::Quadrant,
    ] {
        assert!(is_drawn_in(&screen, glyphs), "{glyphs:?}\n{screen}");
    }
}

#[test]
fn what_is_picked_is_marked() {
    let mut stage = setup();
    stage.keys("4 T m");
    golden("setup-picked", &stage);
    stage.keys("0");
    golden("setup-none", &stage);
}

#[test]
fn each_key_is_remembered_at_once() {
    let numbers = FigureGlyphs::ALL.iter().copied().map(Setting::Glyphs);
    assert_eq!(saved("7 1 2 3 4 5 6 0"), numbers.collect::<Vec<_>>());
    assert_eq!(
        saved("m m T"),
        [
            Setting::ReducedMotion(true),
            Setting::ReducedMotion(false),
            Setting::Theme(ThemeName::Dusk)
        ]
    );
    assert_eq!(saved("8 x"), []);
}

#[test]
fn the_figure_takes_the_colours_of_the_theme_at_once() {
    let mut stage = setup();
    let colours = |stage: &Stage| {
        let buffer = stage.buffer(80, 24);
        let legs = (4..11).flat_map(|y| (2..26).map(move |x| (x, y)));
        let cells = legs
            .map(|at| &buffer[at])
            .filter(|cell| cell.symbol() != " ");
        cells.map(|cell| (cell.fg, cell.bg)).collect::<Vec<_>>()
    };
    let before = colours(&stage);
    stage.keys("T");
    assert_eq!(before.len(), colours(&stage).len());
    assert_ne!(before, colours(&stage));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("T theme: dusk"), "{screen}");
    assert!(!screen.contains("Theme: "), "it is said once:\n{screen}");
}

#[test]
fn the_choice_shows_without_colours() {
    let mut stage = Stage::open_in(Depth::None, catalog(Vec::new()), &Start::Setup, 22);
    stage.keys("3");
    let buffer = stage.buffer(80, 24);
    let marks = (0..24).flat_map(|y| (0..80).map(move |x| (x, y)));
    let marks: Vec<_> = marks.filter(|at| buffer[*at].symbol() == "›").collect();
    let [(x, y)] = marks[..] else {
        panic!("not one mark: {marks:?}");
    };
    let name: String = (x..x + 11).map(|x| buffer[(x, y)].symbol()).collect();
    assert_eq!(name, "› 3 sextant");
    assert!((x..x + 11).all(|x| buffer[(x, y)].modifier.contains(Modifier::BOLD)));
    stage.keys("T");
    assert!(stage.screen(80, 24).contains("Colours are off (NO_COLOR)."));
}

#[test]
fn from_the_list_it_goes_back_there_and_the_list_draws_so() {
    let mut stage = Stage::home();
    assert!(is_drawn_in(&stage.screen(120, 40), Glyphs::Braille));
    for close in ["enter", "esc", "q"] {
        stage.keys("S").keys("3").keys(close);
        let screen = stage.screen(120, 40);
        assert!(screen.contains("n night"), "{close}\n{screen}");
        assert!(is_drawn_in(&screen, Glyphs::Sextant), "{screen}");
        assert!(!is_drawn_in(&screen, Glyphs::Braille), "{screen}");
    }
    assert!(!stage.effects.contains(&Effect::Quit));
    stage.keys("S 0 q enter enter");
    assert!(!is_drawn_in(&stage.screen(120, 40), Glyphs::Sextant));
}

#[test]
fn opened_alone_it_ends_the_program() {
    for close in ["enter", "esc", "q"] {
        let mut stage = setup();
        stage.keys(close);
        assert_eq!(stage.effects, [Effect::Quit]);
    }
}

#[test]
fn what_is_not_remembered_is_said_and_holds_all_the_same() {
    let mut stage = setup();
    stage.keys("5");
    stage.tell(Msg::Reply(Reply::Failed(Failure::Setting(
        NotRemembered::NotSet(NotSet::NotPlain(3, "theme")),
    ))));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("line 3: `theme` is not"), "{screen}");
    assert!(screen.contains("› 5 half blocks"), "{screen}");
}

#[test]
fn every_size_is_drawn() {
    for keys in ["1", "4 T m", "0"] {
        let mut stage = setup();
        stage.keys(keys);
        for width in 1..=90 {
            for height in 1..=34 {
                let screen = stage.screen(width, height);
                assert!(screen.trim() != "", "nothing at {width}x{height}");
            }
        }
        for (width, height) in [(200, 1), (2, 50), (200, 60)] {
            stage.screen(width, height);
        }
    }
}

#[test]
fn without_a_body_there_is_another_or_the_list_alone() {
    let with = |is_kept: &dyn Fn(&File) -> bool| {
        let mut layer = embedded::layer();
        layer.files.retain(is_kept);
        let catalog = Catalog::of(Library::of(vec![layer]), Recipient::default());
        let mut stage = Stage::open(catalog, &Start::Setup, 22);
        stage.keys("2");
        stage.screen(80, 24)
    };
    let other = with(&|file| file.kind != FileKind::Exercise || file.id == "mountain-pose");
    assert!(is_drawn_in(&other, Glyphs::Octant), "{other}");
    let none = with(&|file| file.kind != FileKind::Exercise);
    assert!(none.contains("› 2 octant"), "{none}");
    assert!(!is_drawn_in(&none, Glyphs::Octant), "{none}");
}
