//! What the search finds: a table of what people type, each with the first routine or with the answer.

use std::fmt::Write as _;

use chrono::NaiveTime;
use supple::plan::profile::{Content, File};
use supple::tui::app::Start;
use supple::tui::message::{Effect, Msg};
use supple::tui::search::{Found, Index};
use supple::tui::shelf::Shelf;

use super::stage::{Stage, shelf, shelf_for};

/// What is typed, the id of what is selected then, and why it was found or where it is said; nothing for nothing.
const QUERIES: &[(&str, &str, &str)] = &[
    ("glaucoma", "glaucoma", "said in p"),
    ("osteoporosis", "osteoporosis", "said in p"),
    ("osteoporisis", "osteoporosis", "said in p"),
    ("sciatica", "sciatica", "said in p"),
    ("reflux", "reflux", "said in p"),
    ("heartburn", "reflux", "said in p"),
    (
        "high blood pressure",
        "hypertension-uncontrolled",
        "said in p",
    ),
    ("knee", "bedtime-stretch-10", "step 6"),
    ("knee pain", "knee-pain", "said in p"),
    ("sore knee", "knee-pain", "said in p"),
    ("new hip", "hip-replacement-recent", "said in p"),
    ("pregnant", "pregnancy-t3", "said in p"),
    ("pregnancy", "pregnancy-yoga-12", ""),
    ("week 30", "pregnancy-t3", "said in p"),
    ("twins", "twins", "said in p"),
    ("dizzy", "dizziness", "said in p"),
    ("numb feet", "neuropathy-feet", "said in p"),
    ("diabetes", "neuropathy-feet", "said in p"),
    ("dialysis", "dialysis-legs-15", ""),
    ("chest pain", "chest-pain", "said in x"),
    ("fever", "fever-or-acute-illness", "said in x"),
    ("cramp", "cramp-now-1", ""),
    ("cramps", "night-cramp-stretch-4", ""),
    ("plane", "flight-seat-5", "for travelling"),
    ("flight", "flight-seat-5", "for travelling"),
    ("train", "flight-seat-5", "for travelling"),
    ("3 am", "night-relief-bed-3", "for the night"),
    ("3am", "night-relief-bed-3", "for the night"),
    ("03:00", "night-relief-bed-3", "for the night"),
    ("22:30", "bedtime-stretch-10", "for bedtime"),
    ("8 am", "morning-legs-6", "for the morning"),
    ("in bed", "older-bed-8", "in bed"),
    ("on a chair", "night-cramp-seated-4", "on a chair"),
    ("no floor", "bedtime-stretch-10", "no floor"),
    ("no floor yoga", "yoga-restore-15", "no floor"),
    ("standing", "older-balance-15", ""),
    ("night", "night-cramp-stretch-4", ""),
    ("morning", "morning-legs-6", ""),
    ("bedtime", "bedtime-stretch-10", ""),
    ("desk", "desk-legs-4", ""),
    ("office", "desk-legs-4", "at a desk"),
    ("sofa", "evening-sofa-12", ""),
    ("can't sleep", "night-relief-bed-3", "for the night"),
    ("restless legs", "yoga-rls-gentle-20", ""),
    ("RLS", "restless-legs", "said in p"),
    ("pilates", "pilates-rls-mat-15", ""),
    ("pilatse", "pilates-rls-mat-15", "like \"pilates\""),
    ("Piltes", "pilates-rls-mat-15", "like \"pilates\""),
    ("yoga", "yoga-restore-15", ""),
    ("walk", "walk-easy-10", "also \"walk\""),
    ("walking", "walk-interval-20", ""),
    ("brisk", "walk-interval-20", ""),
    ("pool", "pool-card-12", ""),
    ("swimming", "swim-card-25", ""),
    ("wheelchair", "wheelchair-bed-12", ""),
    ("calf", "bedtime-stretch-10", "step 2"),
    ("calves", "bedtime-stretch-10", "calves: step 2"),
    ("hamstring", "bedtime-stretch-10", "step 4"),
    ("strap", "older-bed-8", "step 4"),
    ("breathing", "breathing-wind-down-5", ""),
    ("Ängstlich", "", ""),
    ("breath", "breathing-wind-down-5", ""),
    ("relax", "muscle-relaxation-12", ""),
    ("muscle relaxation", "muscle-relaxation-12", ""),
    ("xyzzy", "", ""),
    ("flu", "", ""),
    ("a", "bedtime-stretch-10", ""),
    ("the", "bedtime-stretch-10", ""),
    ("10 minutes", "bedtime-stretch-10", ""),
    ("after birth", "after-birth-build-up-12", ""),
    ("caesarean", "postpartum-early", "said in p"),
    ("stretch", "night-cramp-stretch-4", ""),
    ("gentle yoga", "yoga-rls-gentle-20", ""),
    ("older", "bedtime-stretch-10", "for older adults"),
    ("balance", "older-balance-15", ""),
    ("trimester", "pregnancy-t1-bedtime-10", ""),
    ("first trimester", "pregnancy-t1-bedtime-10", ""),
    ("back pain", "low-back-pain", "said in p"),
    ("low back", "bedtime-stretch-10", "low back: step 6"),
    ("neck", "chair-yoga-30", "step 2"),
    ("wrist", "wrist-pain", "said in p"),
];

fn find(shelf: &Shelf, query: &str) -> Found {
    let now = NaiveTime::from_hms_opt(21, 30, 0).expect("a time");
    Index::of(shelf, now).find(query, shelf)
}

/// What is selected after a search: the first routine that is called so, else where something is said, else the first.
fn selected(shelf: &Shelf, found: &Found) -> (String, String) {
    let hit = found.hits.first();
    let answer = found.answers.first().filter(|_| !found.leads);
    match (answer, hit) {
        (Some(answer), _) => {
            let place = if answer.today {
                "said in x"
            } else {
                "said in p"
            };
            (answer.id.clone(), place.to_owned())
        }
        (None, Some(hit)) => (shelf.rows()[hit.row].id.clone(), hit.why.clone()),
        (None, None) => (String::new(), String::new()),
    }
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let shelf = shelf(Vec::new());
    let mut wrong = String::new();
    for (query, id, why) in QUERIES {
        let found = find(&shelf, query);
        let (first, reason) = selected(&shelf, &found);
        if (first.as_str(), reason.as_str()) != (*id, *why) {
            let _ = writeln!(
                wrong,
                "    (\"{query}\", \"{first}\", \"{reason}\"), // not {id} {why}; {} hits {} answers",
                found.hits.len(),
                found.answers.len()
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(QUERIES.len() >= 40);
}

/// The list with something typed into the search, at half past nine in the evening.
fn searching(shelf: Shelf, query: &str) -> Stage {
    let mut stage = Stage::open(shelf, &Start::Home, 21);
    stage.keys("/").type_text(query);
    stage
}

#[test]
fn every_hit_says_why_and_every_screen_shows_it() {
    let shelf = shelf(Vec::new());
    for (query, ..) in QUERIES {
        let stage = searching(shelf.clone(), query);
        for (width, height) in [(80, 24), (40, 12), (120, 40), (20, 5)] {
            assert!(!stage.screen(width, height).trim().is_empty(), "{query}");
        }
        let found = find(&shelf, query);
        let whole = query
            .split_whitespace()
            .all(|word| word.len() < 2 || word == "the");
        for hit in found.hits.iter().filter(|_| !whole) {
            let row = &shelf.rows()[hit.row];
            let is_seen = query.to_lowercase().split(' ').any(|word| {
                let stem = &word[..word.len().min(4)];
                row.title.to_lowercase().contains(stem)
            });
            assert!(is_seen || !hit.why.is_empty(), "{query} finds {}", row.id);
        }
    }
    let screen = searching(shelf.clone(), "plane").screen(80, 24);
    assert!(
        screen
            .lines()
            .nth(1)
            .expect("a line")
            .ends_with("for travelling"),
        "{screen}"
    );
    let screen = searching(shelf, "hamstring").screen(80, 24);
    assert!(screen.contains("step 4"), "{screen}");
}

#[test]
fn what_somebody_has_is_said_where_it_counts() {
    let mut stage = searching(shelf(Vec::new()), "osteoporisis");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("› osteoporosis") && screen.contains("say it in p"),
        "{screen}"
    );
    stage.keys("enter");
    assert_eq!(stage.effects, [Effect::ReadProfile]);
    let file = File {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Missing,
    };
    stage.tell(Msg::Profile(Box::new(file)));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("› [ ] osteoporosis"), "{screen}");
    stage.keys("space");
    assert!(stage.screen(80, 24).contains("› [x] osteoporosis"));
}

#[test]
fn a_pregnancy_is_said_by_its_date_and_what_is_new_on_its_own_page() {
    let mut stage = searching(shelf(Vec::new()), "twins");
    stage.keys("enter");
    let file = File {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Missing,
    };
    stage.tell(Msg::Profile(Box::new(file)));
    assert!(
        stage.screen(80, 24).contains("› Due date"),
        "{}",
        stage.screen(80, 24)
    );
    let mut stage = searching(shelf(Vec::new()), "chest pain");
    assert!(stage.screen(80, 24).contains("say it in x"));
    stage.keys("enter space");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("[x] chest pain"), "{screen}");
}

#[test]
fn what_is_said_already_holds() {
    let shelf = shelf_for("conditions = [\"glaucoma\"]\n", Vec::new());
    let screen = searching(shelf, "glaucoma").screen(80, 24);
    assert!(screen.contains("holds for you"), "{screen}");
}
