//! What the search finds: a table of what people type, each with the first routine or with the answer.

use std::fmt::Write as _;

use chrono::NaiveTime;
use supple::plan::catalog::Catalog;
use supple::plan::profile::own::{Content, ProfileFile};
use supple::tui::app::Start;
use supple::tui::message::{Effect, Msg, Reply, Task};
use supple::tui::screens::home::search::answers::AnswerPlace as Said;
use supple::tui::screens::home::search::{Found, Index};

use crate::support::stage::{Stage, catalog, catalog_for};

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
    ("flu", "fever-or-acute-illness", "said in x"),
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
    ("foot", "bedtime-stretch-10", "step 7"),
    ("thigh", "bedtime-stretch-15", "step 6"),
    ("quad", "muscle-relaxation-12", "step 3"),
    ("calf raise", "evening-sofa-12", "step 6"),
    ("heel raise", "evening-sofa-12", "step 2"),
    ("rain", "", ""),
    ("cold", "fever-or-acute-illness", "said in x"),
    ("wlak", "walk-interval-20", "like \"walk\""),
    ("café", "", ""),
    ("lie down", "bedtime-stretch-10", "step 6"),
    ("half an hour", "chair-yoga-30", "30 minutes"),
    ("legs up the wall", "yoga-rls-gentle-20", "step 11"),
    ("bleeding", "pregnancy-warning-sign", "said in x"),
    ("waters broke", "pregnancy-not-cleared", "said in x"),
    ("broken ankle", "acute-injury", "said in x"),
    ("broken leg", "acute-injury", "said in x"),
    ("heart attack", "chest-pain", "said in x"),
    ("severe pain", "emergency", "signs"),
    ("seizure", "emergency", "signs"),
    ("contractions", "pregnancy-warning-sign", "said in x"),
    ("headache", "emergency", "signs"),
    ("swelling", "maternity", "signs"),
    ("swollen leg", "dvt-suspected", "said in x"),
    ("clot", "dvt-suspected", "said in x"),
    ("blood clot", "dvt-suspected", "said in x"),
    ("DVT", "dvt-suspected", "said in x"),
    ("thrombosis", "dvt-suspected", "said in x"),
    ("stroke", "new-neuro-deficit", "said in x"),
    ("emergency", "emergency", "signs"),
    ("911", "emergency", "signs"),
    ("112", "emergency", "signs"),
    ("999", "emergency", "signs"),
    ("ambulance", "emergency", "signs"),
    ("call for help", "emergency", "signs"),
    ("sick", "fever-or-acute-illness", "said in x"),
    ("wound", "same-day", "signs"),
    ("skin", "", ""),
    ("kill", "emergency", "signs"),
    (
        "on the floor",
        "pilates-rls-mat-15",
        "on the floor: step 13",
    ),
    ("floor", "pilates-rls-mat-15", "on the floor: step 13"),
    ("no standing", "older-bed-8", "no standing"),
    ("no chair", "older-bed-8", "no chair"),
    ("no yoga", "bedtime-stretch-10", "no yoga"),
    ("no sugar", "", ""),
    ("no", "bedtime-stretch-10", ""),
    ("pelvic floor", "pregnancy-t1-bedtime-10", "step 7"),
    ("week 24", "pregnancy-t3", "said in p"),
    ("24 weeks", "pregnancy-t3", "said in p"),
    ("due date", "pregnancy-t3", "said in p"),
    ("baby", "pregnancy-t3", "said in p"),
    ("preg", "pregnancy-yoga-12", ""),
    ("couch", "evening-sofa-12", "also \"couch\""),
    ("sofa legs", "desk-legs-4", ""),
    ("armchair", "evening-sofa-12", "also \"armchair\""),
    ("recliner", "evening-sofa-12", "also \"recliner\""),
    ("in the car", "flight-seat-5", "for travelling"),
    ("car", "flight-seat-5", "for travelling"),
    ("outdoors", "walk-easy-10", "outdoors: step 2"),
    ("legs plane", "flight-seat-5", "for travelling"),
    ("RLS plane", "flight-seat-5", "for travelling"),
    ("old", "bedtime-stretch-10", "for older adults"),
    ("70", "bedtime-stretch-10", "for older adults"),
    ("pain", "chest-pain", "said in x"),
    ("restless", "yoga-rls-gentle-20", ""),
    ("wheel chair", "wheelchair-bed-12", "wheelchair"),
    ("night cramp", "night-cramp-stretch-4", ""),
    ("nerve", "sciatica", "said in p"),
    ("-", "bedtime-stretch-10", ""),
    (".", "bedtime-stretch-10", ""),
    ("*", "bedtime-stretch-10", ""),
    ("(", "bedtime-stretch-10", ""),
    ("wal", "walk-interval-20", ""),
    ("walll", "bedtime-stretch-10", "like \"wall\", step 2"),
    (
        "hamstrng",
        "bedtime-stretch-10",
        "like \"hamstring\", step 4",
    ),
    ("glauco", "glaucoma", "said in p"),
    ("pregnent", "pregnancy-t3", "said in p"),
    ("bad back", "low-back-pain", "said in p"),
    ("diabetes type 2", "neuropathy-feet", "said in p"),
    ("kidney", "dialysis-line", "said in p"),
    ("broken vertebra", "vertebral-fracture", "said in p"),
    ("leg", "rls-strength-20", ""),
    ("bed", "older-bed-8", ""),
    ("squat", "older-balance-15", "step 4"),
    ("no floor walking", "walk-interval-20", "no floor"),
    ("rls", "restless-legs", "said in p"),
    ("legs", "bedtime-stretch-10", ""),
    ("heart problems", "heart-condition", "said in p"),
    ("dizzy spells", "dizziness", "said in p"),
    ("swollen", "dvt-suspected", "said in x"),
    ("numb", "new-neuro-deficit", "said in x"),
    ("fall", "falls-risk", "said in p"),
    ("eye", "eye-pain-or-vision-loss", "said in x"),
    ("breathless", "breathless-or-faint", "said in x"),
];

fn index(catalog: &Catalog) -> Index {
    let now = NaiveTime::from_hms_opt(21, 30, 0).expect("a time");
    Index::of(catalog, now)
}

/// What is selected after a search: the first routine that is called so, else where something is said, else the first.
fn selected(catalog: &Catalog, found: &Found) -> (String, String) {
    let hit = found.hits.first();
    let answer = found.answers.first().filter(|_| !found.leads);
    match (answer, hit) {
        (Some(answer), _) => {
            let place = match answer.place {
                Said::Today => "said in x",
                Said::Profile => "said in p",
                Said::Signs => "signs",
            };
            (answer.id.clone(), place.to_owned())
        }
        (None, Some(hit)) => (catalog.rows()[hit.row].id.clone(), hit.why.clone()),
        (None, None) => (String::new(), String::new()),
    }
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let catalog = catalog(Vec::new());
    let index = index(&catalog);
    let mut wrong = String::new();
    for (query, id, why) in QUERIES {
        let found = index.find(query, &catalog);
        let (first, reason) = selected(&catalog, &found);
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
fn searching(catalog: Catalog, query: &str) -> Stage {
    let mut stage = Stage::open(catalog, &Start::Home, 21);
    stage.keys("/").type_text(query);
    stage
}

#[test]
fn every_hit_says_why_and_every_screen_shows_it() {
    let catalog = catalog(Vec::new());
    let index = index(&catalog);
    let mut stage = searching(catalog.clone(), "");
    for (query, ..) in QUERIES {
        stage.keys("ctrl+u").type_text(query);
        for (width, height) in [(80, 24), (40, 12), (120, 40), (20, 5)] {
            assert!(!stage.screen(width, height).trim().is_empty(), "{query}");
        }
        let found = index.find(query, &catalog);
        for hit in found.hits.iter().filter(|_| !found.is_all) {
            let row = &catalog.rows()[hit.row];
            let is_seen = query.to_lowercase().split(' ').any(|word| {
                let word = word.trim_end_matches('s');
                let stem = &word[..word.len().min(4)];
                row.title.to_lowercase().contains(stem)
            });
            assert!(is_seen || !hit.why.is_empty(), "{query} finds {}", row.id);
        }
    }
    let screen = searching(catalog.clone(), "plane").screen(80, 24);
    assert!(
        screen
            .lines()
            .nth(1)
            .expect("a line")
            .ends_with("for travelling"),
        "{screen}"
    );
    let screen = searching(catalog, "hamstring").screen(80, 24);
    assert!(screen.contains("step 4"), "{screen}");
}

#[test]
fn what_somebody_has_is_said_where_it_counts() {
    let mut stage = searching(catalog(Vec::new()), "osteoporisis");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("› osteoporosis") && screen.contains("say it in p"),
        "{screen}"
    );
    stage.keys("enter");
    assert_eq!(stage.effects, [Effect::Do(Task::ReadProfile)]);
    let file = ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Missing,
        exposed: None,
    };
    stage.tell(Msg::Reply(Reply::Profile(Box::new(file))));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("› [ ] osteoporosis"), "{screen}");
    stage.keys("space");
    assert!(stage.screen(80, 24).contains("› [x] osteoporosis"));
}

#[test]
fn a_pregnancy_is_said_by_its_date_and_what_is_new_on_its_own_page() {
    let mut stage = searching(catalog(Vec::new()), "twins");
    stage.keys("enter");
    let file = ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: Content::Missing,
        exposed: None,
    };
    stage.tell(Msg::Reply(Reply::Profile(Box::new(file))));
    assert!(
        stage.screen(80, 24).contains("› Due date"),
        "{}",
        stage.screen(80, 24)
    );
    let mut stage = searching(catalog(Vec::new()), "chest pain");
    assert!(stage.screen(80, 24).contains("say it in x"));
    stage.keys("enter space");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("[x] chest pain"), "{screen}");
}

#[test]
fn what_is_said_already_holds() {
    let catalog = catalog_for("conditions = [\"glaucoma\"]\n", Vec::new());
    let screen = searching(catalog, "glaucoma").screen(80, 24);
    assert!(screen.contains("applies to you"), "{screen}");
}

#[test]
fn what_may_be_wrong_now_is_answered_beside_what_somebody_has() {
    let catalog = catalog(Vec::new());
    let index = index(&catalog);
    for (query, wanted) in [
        ("clot", &["dvt-suspected", "clot-or-thinners"][..]),
        ("DVT", &["dvt-suspected", "clot-or-thinners"]),
        (
            "pain",
            &["chest-pain", "eye-pain-or-vision-loss", "knee-pain"],
        ),
        ("nerve", &["sciatica"]),
        ("restless", &["restless-legs"]),
        ("wheel chair", &["cannot-stand"]),
        ("night cramp", &["night-cramps"]),
        ("70", &["older-adult"]),
        ("numb", &["new-neuro-deficit", "neuropathy-feet"]),
    ] {
        let found = index.find(query, &catalog).answers;
        let ids: Vec<&str> = found.iter().map(|answer| answer.id.as_str()).collect();
        let mut left = ids.iter();
        let in_order = wanted.iter().all(|id| left.any(|found| found == id));
        assert!(in_order, "{query}: {ids:?}");
    }
    for query in [
        "heart attack",
        "severe pain",
        "broken leg",
        "bleeding",
        "stroke",
    ] {
        let found = index.find(query, &catalog);
        let ticks = found.answers.iter().any(|it| it.place == Said::Profile);
        assert!(!ticks && !found.leads, "{query}: {:?}", found.answers);
    }
}

#[test]
fn what_is_exact_is_not_mixed_with_slips_or_single_words() {
    let catalog = catalog(Vec::new());
    let index = index(&catalog);
    for query in ["foot", "thigh", "quad", "calf raise", "heel raise", "wall"] {
        let found = index.find(query, &catalog);
        let is_like = |hit: &supple::tui::screens::home::search::Hit| hit.why.contains("like");
        assert!(!found.hits.iter().any(is_like), "{query}");
        let far = ["eating-disorder", "hypertension-uncontrolled", "triplets"];
        let far = |id: &str| far.contains(&id);
        assert!(!found.answers.iter().any(|it| far(&it.id)), "{query}");
    }
    let titles = |query: &str| {
        let hits = index.find(query, &catalog).hits.into_iter();
        hits.map(|hit| catalog.rows()[hit.row].id.clone())
            .collect::<Vec<_>>()
    };
    let without = |query: &str, id: &str| {
        let found = titles(query);
        assert!(
            !found.is_empty() && found.iter().all(|it| !it.contains(id)),
            "{query}: {found:?}"
        );
    };
    without("car", "card");
    without("no yoga", "yoga");
    without("no chair", "chair");
    without("no standing", "balance");
    without("without standing", "walk");
    without("floor", "restore");
}

#[test]
fn warning_signs_open_from_the_search_and_close_to_it() {
    let mut stage = searching(catalog(Vec::new()), "headache");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("see the signs"), "{screen}");
    assert!(screen.contains("Enter warning signs"), "{screen}");
    let signs = stage.keys("enter").screen(80, 60);
    assert!(signs.contains("the worst headache ever"), "{signs}");
    assert!(signs.contains("Pregnant: phone at once"), "{signs}");
    stage.keys("down down esc");
    assert_eq!(stage.screen(80, 24), screen);
    let mut stage = searching(catalog(Vec::new()), "swelling");
    let signs = stage.keys("enter").screen(80, 24);
    let first = signs.lines().find(|line| !line.trim().is_empty());
    assert!(
        first.is_some_and(|line| line.contains("Pregnant")),
        "{signs}"
    );
}

#[test]
fn the_footer_says_what_enter_does() {
    for (query, wanted) in [
        ("glaucoma", "Enter say it"),
        ("chest pain", "Enter say it"),
        ("yoga", "Enter play"),
        ("xyzzy", "Esc close"),
    ] {
        let screen = searching(catalog(Vec::new()), query).screen(80, 24);
        let foot = screen.trim_end().lines().last().expect("a footer");
        assert!(foot.trim_start().starts_with(wanted), "{query}: {foot}");
    }
    for query in ["-", ".", "*", "("] {
        let screen = searching(catalog(Vec::new()), query).screen(80, 24);
        assert!(
            screen.contains("no word to look for: all are shown"),
            "{screen}"
        );
    }
}

#[test]
fn a_pregnancy_is_no_trimester() {
    for query in [
        "pregnant", "week 24", "24 weeks", "due date", "baby", "preg",
    ] {
        let screen = searching(catalog(Vec::new()), query).screen(80, 24);
        assert!(screen.contains("pregnancy: the due date"), "{screen}");
        assert!(!screen.contains("pregnant, third trimester"), "{screen}");
    }
}
