//! When to call for help stands large, at full contrast, with the number of the place where the person lives.

use ratatui::style::{Color, Modifier};
use supple::content::file::FileKind;
use supple::tui::app::Start;
use supple::tui::screens::signs::Signs;
use supple::words::en::emergency::Emergency;

use super::screens::golden;
use crate::support::program::Home;
use crate::support::stage::{Stage, catalog_for, own};

const NUMBER: &str = "emergency-number = \"112\"\n";

/// The page of what is new today, at chest pain.
fn asked(profile: &str) -> Stage {
    let mut stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    stage.keys("/").type_text("chest pain").keys("enter");
    stage
}

/// Chest pain is said.
fn stopped(profile: &str) -> Stage {
    let mut stage = asked(profile);
    stage.keys("space esc");
    stage
}

fn words(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_to_do_is_seen_as_soon_as_a_full_stop_is_said() {
    for (profile, call) in [
        (NUMBER, "CALL 112 NOW."),
        ("", "CALL THE EMERGENCY NUMBER NOW."),
    ] {
        for (width, height) in [(80, 24), (40, 12), (20, 5)] {
            let mut stage = asked(profile);
            let unsaid = stage.screen(width, height);
            assert!(!words(&unsaid).contains("NOW."), "{unsaid}");
            stage.keys("space");
            let said = stage.screen(width, height);
            let is_large = said.contains('█');
            assert!(is_large || words(&said).contains(call), "{said}");
            assert!(said.contains("[x] chest pain"), "{said}");
        }
    }
}

#[test]
fn leaving_the_page_with_a_full_stop_leads_to_what_to_do() {
    for (width, height) in [(80, 24), (40, 12), (20, 5)] {
        for leaves in ["esc", "x", "left", "enter"] {
            let mut stage = asked(NUMBER);
            stage.keys("space").keys(leaves);
            let screen = stage.screen(width, height);
            assert!(screen.contains("Nothing "), "{leaves}: {screen}");
            let is_large = screen.contains('█');
            assert!(
                is_large || words(&screen).contains("CALL 112 NOW."),
                "{screen}"
            );
        }
    }
    // From there the way back is the list; what was taken back stops nothing.
    let mut stage = stopped(NUMBER);
    stage.keys("x");
    assert!(stage.screen(80, 24).contains("Anything new today?"));
    stage.keys("esc");
    assert!(stage.screen(80, 24).contains("Nothing is played today."));
    stage.keys("enter");
    assert!(stage.screen(80, 24).contains("/ chest pain"));
    stage.keys("enter space esc");
    assert!(stage.screen(80, 24).contains("/ chest pain"));
}

#[test]
fn enter_says_yes_and_never_takes_a_full_stop_back() {
    let mut stage = asked(NUMBER);
    stage.keys("enter");
    assert!(stage.screen(80, 24).contains("[x] chest pain"));
    stage.keys("enter");
    assert!(stage.screen(80, 24).contains("Nothing is played today."));
    let page = asked(NUMBER).screen(80, 24);
    assert!(page.contains("Space yes or no"), "{page}");
    assert!(page.contains("Enter yes"), "{page}");
}

#[test]
fn a_call_stands_large() {
    golden("emergency", &stopped(""));
    golden("emergency-number", &stopped(NUMBER));
    golden(
        "emergency-long-number",
        &stopped("emergency-number = \"+44 20 7946 0000\"\n"),
    );
}

#[test]
fn a_call_has_full_contrast_in_every_theme() {
    for theme in 0..7 {
        let mut stage = stopped(NUMBER);
        for _ in 0..theme {
            stage.keys("T");
        }
        let buffer = stage.buffer(80, 24);
        let cells = buffer
            .content()
            .iter()
            .filter(|cell| cell.symbol().contains(['█', '▀', '▄']));
        let mut seen = 0;
        for cell in cells {
            seen += 1;
            let is_bare = (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
            let (white, black) = (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0));
            let all = [(white, black), (black, white)].contains(&(cell.fg, cell.bg));
            assert!(is_bare || all, "{theme}: {cell:?}");
            assert!(cell.modifier.contains(Modifier::BOLD), "{theme}: {cell:?}");
        }
        assert!(seen > 50, "{theme}: {seen}");
    }
}

#[test]
fn signs_name_the_number_of_the_place() {
    let mut stage = Stage::open(
        catalog_for(NUMBER, Vec::new()),
        &Start::Playing("bedtime-stretch-10".into(), 0),
        22,
    );
    stage.keys("h s");
    golden("emergency-signs", &stage);
    let screen = stage.screen(40, 40);
    assert!(
        screen.contains("CALL 112 NOW.") || screen.contains('█'),
        "{screen}"
    );
    assert!(!screen.contains("911"), "{screen}");
}

#[test]
fn lines_and_commands_name_it_too() {
    let home = Home::new();
    home.write(
        ".config/supple/profile.toml",
        "conditions = [\"eye-pain-or-vision-loss\"]\nemergency-number = 112\n",
    );
    let said = "Sudden loss of sight: emergency number (112) now.";
    for arguments in [
        &["play", "walk-easy-10", "--plain"][..],
        &["rehearse", "walk-easy-10"],
        &["show", "walk-easy-10"],
    ] {
        let ran = home.run(arguments);
        let all = format!("{}{}", ran.out, ran.err);
        let words = all.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said), "{arguments:?}: {words}");
    }
}

#[test]
fn what_follows_from_what_somebody_has_is_not_said_to_have_been_said() {
    let profile = "due = 2027-03-02\nconditions = [\"hypertension-uncontrolled\"]\n";
    let mut stage = Stage::open(catalog_for(profile, Vec::new()), &Start::Home, 22);
    stage.keys("enter");
    let screen = stage.screen(80, 24);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let have = "About you: pregnant, second trimester; high blood pressure, not under control.";
    assert!(
        words.contains(have) && !words.contains("You said"),
        "{screen}"
    );
}

#[test]
fn what_a_call_says_more_than_to_call_stays_with_the_number() {
    let mut rules = own(
        "safety",
        "[[full-stop]]\nid = \"mine\"\nname = \"an attack\"\nemergency = true\n\
         message = \"Call the emergency number now. Take the spray.\"\n\
         [[red-flag-group]]\nid = \"attack\"\nname = \"Attack\"\nemergency = true\n\
         do = [\"Call the emergency number now: 112.\", \"Sit up.\"]\n\
         [[red-flag-group]]\nid = \"spray\"\nname = \"Spray\"\nemergency = true\ndo = [\"Take the spray.\"]\n\
         [[red-flag]]\ngroup = \"attack\"\nsay = \"An attack.\"\n",
    );
    rules.kind = FileKind::Safety;
    let profile = "conditions = [\"mine\"]\nemergency-number = 112\n";
    let catalog = catalog_for(profile, vec![rules]);
    let safety = &catalog.library().shared().safety;
    let emergency = Emergency::of(&catalog.whom().profile);
    let signs = format!("{:?}", Signs::of(safety, &[], &emergency));
    assert!(signs.contains("[\"Sit up.\"]"), "{signs}");
    assert!(signs.contains("[\"Take the spray.\"]"), "{signs}");
    let mut stage = Stage::open(catalog, &Start::Home, 22);
    stage.keys("enter");
    let screen = stage.screen(80, 40);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Take the spray."), "{screen}");
}
