//! Before the start: whether a key is needed later.

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
