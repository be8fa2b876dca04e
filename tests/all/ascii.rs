//! On a terminal that shows nothing but ASCII, nothing else is drawn: on no screen, at no size, whatever files hold.

use std::time::Duration;

use supple::content::file::File as Written;
use supple::figure::draw::glyphs::Glyphs;
use supple::plan::catalog::Catalog;
use supple::plan::profile::own::{Content, ProfileFile};
use supple::tui::app::Start;
use supple::tui::message::{Msg, Reply};
use supple::tui::settings::Settings;
use supple::tui::settings::glyphs::FigureGlyphs;

use super::hurting::CALVES;
use super::screens::golden;
use crate::support::stage::{Stage, catalog, catalog_for, own};

const SIZES: [(u16, u16); 6] = [(80, 24), (40, 12), (20, 5), (120, 40), (60, 9), (9, 2)];

/// What people write.
const FOREIGN: &str = r#"
format = 1
title = "Jóga é bom — 伸展"
about = "Füße ’hoch’ … naïve café, über 37 °C: ½ Stunde. Йога. 🧘‍♀️"
discipline = "yoga"
when = "bedtime"

[[step]]
name = "Ponte “ß” 伸展伸展伸展伸展伸展伸展伸展伸展伸展伸展伸展"
side = "each"
hold = "20s"
how = ["Подними ногу — медленно.", "עמוד ישר · ارفع قدمك", "Atme ein… und aus × 3 → Ende"]
avoid = "Não faça força é á ã ü ß Œ ﬁ ＡＢ"

[[step]]
name = "🦵🏽 Wade"
reps = 5
sets = 2
rest = "20s"
"#;

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Fails where a cell at any size holds anything else than one printable character of ASCII.
fn check(stage: &Stage, what: &str) {
    for (width, height) in SIZES {
        let buffer = stage.buffer(width, height);
        for y in 0..height {
            for x in 0..width {
                let symbol = buffer[(x, y)].symbol();
                let is_ascii = matches!(symbol.as_bytes(), [b' '..=b'~']);
                assert!(
                    is_ascii,
                    "{what}: {symbol:?} at {x}, {y} of {width}x{height}\n{}",
                    stage.screen(width, height)
                );
            }
        }
    }
}

/// Presses keys one after the other, and looks after each.
fn walk(stage: &mut Stage, what: &str, keys: &str) {
    check(stage, what);
    for key in keys.split_whitespace() {
        stage.keys(key);
        check(stage, &format!("{what}, {key}"));
    }
}

fn profile(stage: &mut Stage, content: Content) {
    let path = "~/.config/supple/profile.toml".to_owned();
    stage.tell(Msg::Reply(Reply::Profile(Box::new(ProfileFile {
        path,
        content,
        exposed: None,
    }))));
}

/// Chest pain is said.
fn stopped(open: &impl Fn(Catalog, &Start) -> Stage) -> Stage {
    let catalog = catalog_for("emergency-number = \"112\"\n", Vec::new());
    let mut stage = open(catalog, &Start::Home);
    stage.keys("/").type_text("chest pain");
    stage.keys("enter space esc");
    stage
}

/// Every screen, as it is opened on such a terminal.
fn tour(open: impl Fn(Catalog, &Start) -> Stage, setup: &str) {
    let files = || -> Vec<Written> {
        let broken = "format = 1\ntitle = \"Ñandú\"\n[[step]]\nexercise = \"wadé\"\n";
        vec![own("fremd", FOREIGN), own("broken", broken)]
    };
    let home = || open(catalog(files()), &Start::Home);
    walk(
        &mut home(),
        "home",
        "down G g f right down right esc ? down esc T T T T T T T",
    );
    let mut stage = home();
    stage.keys("/").type_text("é伸");
    check(&stage, "search");
    stage.keys("ctrl+u").type_text("knee");
    walk(&mut stage, "search", "down enter esc");
    stage = home();
    stage.keys("/").type_text("fainting");
    walk(&mut stage, "search for signs", "enter down esc");
    for title in ["joga", "nandu"] {
        stage = home();
        stage.keys("/").type_text(title);
        walk(&mut stage, title, "enter w down esc t up up esc esc");
    }
    walk(
        &mut home(),
        "today",
        "x down space down space enter down esc",
    );
    walk(&mut stopped(&open), "full stop", "down down down up x esc");
    walk(&mut home(), "setup", setup);
    let pregnant = "format = 1\ndue = 2027-01-31\nconditions = [\"kné\", \"glaucoma\"]\n";
    stage = open(catalog_for(pregnant, files()), &Start::Home);
    stage.keys("/").type_text("pilates");
    walk(
        &mut stage,
        "blocked",
        "enter down enter c down o n esc w esc",
    );
    let catalog_of = || catalog(files());
    for (name, step) in [
        ("fremd", 0),
        ("bedtime-stretch-10", 0),
        ("wind-down-breathing-5", 0),
    ] {
        let start = Start::Playing(name.into(), step);
        let mut stage = open(catalog_of(), &start);
        for _ in 0..16 {
            check(&stage, name);
            stage.after(seconds(9));
        }
        walk(
            &mut stage,
            name,
            "space down z space z z h esc e h s down esc g q n q y down",
        );
        check(&stage, "after");
    }
    let start = Start::Playing("mine".into(), 0);
    let mut stage = open(catalog(vec![own("mine", CALVES)]), &start);
    stage.after(seconds(20));
    walk(&mut stage, "calves", "right z right z h enter h enter h");
    stage = home();
    let answers = "format = 1\ndue = 2027-01-31\n# é\nconditions = [\"é\"]\n";
    profile(&mut stage, Content::Text(answers.to_owned()));
    walk(&mut stage, "profile", "down down space end enter");
    stage.type_text("é");
    walk(&mut stage, "profile", "enter esc n");
    stage = home();
    profile(&mut stage, Content::Text("é = \n[".to_owned()));
    walk(&mut stage, "unread", "down n");
}

#[test]
fn every_screen_holds_nothing_but_ascii() {
    tour(Stage::in_ascii, "S 1 2 3 4 5 m 0 7 T 6");
}

#[test]
fn chosen_by_hand_it_holds_everywhere_too() {
    let open = |catalog: Catalog, start: &Start| {
        let settings = Settings {
            glyphs: FigureGlyphs::Of(Glyphs::Ascii),
            ..Settings::default()
        };
        Stage::with(settings, catalog, start)
    };
    // Another number would draw otherwise.
    tour(open, "S m T 6");
}

#[test]
fn ascii_is_a_picture_too() {
    let home = || Stage::in_ascii(catalog(Vec::new()), &Start::Home);
    golden("ascii-home", &home());
    let mut stage = home();
    stage.keys("enter");
    golden("ascii-before", &stage);
    stage.keys("enter").after(seconds(8 + 60 + 8 + 10));
    golden("ascii-work", &stage);
    stage.keys("z");
    golden("ascii-zoom", &stage);
    stage.keys("z space");
    golden("ascii-paused", &stage);
    stage.keys("enter h");
    golden("ascii-hurt", &stage);
    golden("ascii-full-stop", &stopped(&Stage::in_ascii));
    golden(
        "ascii-setup",
        &Stage::in_ascii(catalog(Vec::new()), &Start::Setup),
    );
    let start = Start::Before("fremd".into());
    golden(
        "ascii-foreign",
        &Stage::in_ascii(catalog(vec![own("fremd", FOREIGN)]), &start),
    );
}

#[test]
fn the_arrows_are_called_alike_in_footers_and_help() {
    let start = Start::Playing("bedtime-stretch-10".into(), 0);
    let mut stage = Stage::in_ascii(catalog(Vec::new()), &start);
    stage.after(seconds(9));
    let player = stage.screen(80, 24);
    assert!(player.contains("Right next"), "{player}");
    stage.keys("?");
    let help = stage.screen(80, 24);
    assert!(help.contains("Right           next"), "{help}");
    assert!(help.contains("Down more"), "{help}");
}

/// Of a screen, only what stands in words: in which column each begins.
fn columns(screen: &str, word: &str) -> Vec<usize> {
    let column = |line: &str| {
        let at = line.find(word)?;
        Some(line[..at].chars().count())
    };
    screen.lines().filter_map(column).collect()
}

#[test]
fn what_is_drawn_in_ascii_stands_where_it_stands_otherwise() {
    let unicode = Stage::home().screen(120, 40);
    let ascii = Stage::in_ascii(catalog(Vec::new()), &Start::Home).screen(120, 40);
    for word in ["Bedtime", "15:20", "needs"] {
        let found = columns(&unicode, word);
        assert!(!found.is_empty(), "{word}\n{unicode}");
        assert_eq!(columns(&ascii, word), found, "{word}\n{ascii}");
    }
}
