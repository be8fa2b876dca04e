//! What waits: for a key, or for a time that is over.

use std::time::Duration;

use supple::tui::app::Start;

use crate::support::stage::{Stage, catalog, own};

fn before(dose: &str) -> String {
    let text = format!(
        "format = 1\ntitle = \"Mine\"\ndiscipline = \"yoga\"\n[[step]]\nname = \"Sit\"\nhold = 30\n[[step]]\nname = \"Stand\"\n{dose}\n"
    );
    let start = Start::Before("mine".to_owned());
    Stage::open(catalog(vec![own("mine", &text)]), &start, 22).screen(80, 24)
}

#[test]
fn the_page_says_whether_a_step_waits_for_a_key() {
    let timed = before("hold = 20");
    assert!(timed.contains("No keys needed after that."), "{timed}");
    let waiting = before("until = \"done\"");
    assert!(waiting.contains("Some steps wait for Enter."), "{waiting}");
    assert!(!waiting.contains("No keys needed"), "{waiting}");
}

#[test]
fn a_notice_that_went_out_of_date_beneath_the_help_wakes_nobody() {
    let start = Start::Playing("doctor-visit-checklist".into(), 0);
    let mut stage = Stage::open(catalog(Vec::new()), &start, 22);
    stage.keys("right ?").after(Duration::from_secs(30));
    stage.keys("esc");
    assert!(stage.screen(80, 24).contains("Done? Press Enter."));
    assert_eq!(stage.next_wake(), None);
}
