//! Easier, harder and "that hurts" on the screen and in plain lines.

use std::time::Duration;

use supple::player::moment::Moment;
use supple::tui::message::Effect;
use supple::tui::message::Msg;
use supple::tui::plain::Plain;
use supple::tui::screens::signs::Signs;
use supple::words::en::emergency::Emergency;

use super::screens::golden;
use crate::support::stage::{Stage, catalog, own, playing_for, tailored};
use crate::support::told::Told;

pub(crate) const CALVES: &str = "format = 1\ntitle = \"Calves before bed\"\ndiscipline = \"stretching\"\n[[step]]\nexercise = \"calf-stretch-wall\"\nprepare = \"8s\"\nhold = \"20s\"\nswitch = \"5s\"\n[[step]]\nname = \"Stand tall\"\nposition = \"standing\"\nhold = \"20s\"\n[[step]]\nname = \"Lamp out\"\nuntil = \"done\"\n";

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// In the first hold, on the left.
fn holding() -> Stage {
    let mut stage = playing_for(&[], CALVES);
    stage.after(seconds(14));
    stage
}

fn line(stage: &Stage, part: &str) -> String {
    let screen = stage.screen(80, 24);
    let found = screen.lines().find(|line| line.contains(part));
    found
        .unwrap_or_else(|| panic!("no {part} on\n{screen}"))
        .trim()
        .to_owned()
}

/// The same of what stands beside the figure.
fn beside(stage: &Stage, part: &str) -> String {
    let line = line(stage, part);
    let at = line.find(part).unwrap_or_default();
    line[at..].to_owned()
}

fn shows(stage: &Stage, part: &str) -> bool {
    stage.screen(80, 24).contains(part)
}

#[test]
fn easier_says_so_and_goes_on_with_the_variant() {
    let mut stage = holding();
    assert!(line(&stage, "q stop").contains("+ 10 s longer   e easier   h hurts"));
    stage.keys("e").after(seconds(1));
    golden("player-easier", &stage);
    assert_eq!(line(&stage, "easier:"), "easier: Strap calf stretch");
    assert_eq!(
        beside(&stage, "GET READY"),
        "GET READY · LEFT LEG first · 20 s"
    );
    assert_eq!(
        line(&stage, "1 of"),
        "Calves before bed                                         1 of 3 · 1:37 left"
    );
    stage.keys("E");
    assert_eq!(line(&stage, "harder:"), "harder: Wall calf stretch");
    stage.keys("E");
    assert!(shows(&stage, "no harder variant"));
    stage.after(seconds(5));
    assert!(!shows(&stage, "no harder variant"));
}

#[test]
fn the_other_side_alone_is_not_called_the_first() {
    let mut stage = holding();
    stage.after(seconds(16)).keys("e");
    assert_eq!(beside(&stage, "GET READY"), "GET READY · RIGHT LEG · 20 s");
}

#[test]
fn what_has_no_variant_says_so_and_offers_none() {
    let mut stage = holding();
    stage.keys("right right").after(seconds(2));
    assert!(shows(&stage, "Stand tall"));
    assert!(!shows(&stage, "e easier"));
    stage.keys("e");
    assert!(shows(&stage, "no easier variant"));
}

#[test]
fn hurting_pauses_and_offers_what_can_be_done() {
    let mut stage = holding();
    stage.keys("h");
    golden("hurt-offers", &stage);
    assert_eq!(stage.next_wake(), None, "it hurts");
    stage.keys("enter");
    assert!(shows(&stage, "RESUMING"));
}

#[test]
fn a_key_that_is_pressed_twice_hurts_once() {
    let mut stage = holding();
    stage.keys("h h h h");
    assert!(shows(&stage, "Pain noted"));
}

#[test]
fn escape_leads_back_to_the_paused_session() {
    for keys in ["h esc", "h s esc"] {
        let mut stage = holding();
        stage.keys(keys);
        assert!(shows(&stage, "PAUSED · Enter to go on"), "after {keys}");
        assert!(shows(&stage, "Wall calf stretch"), "after {keys}");
        assert_eq!(stage.next_wake(), None);
    }
}

#[test]
fn what_is_chosen_while_it_hurts_is_done_and_the_session_stays_paused() {
    let mut stage = holding();
    stage.keys("h e");
    assert!(shows(&stage, "Strap calf stretch"));
    assert!(shows(&stage, "PAUSED"));
    stage.keys("enter").after(seconds(1));
    assert!(shows(&stage, "GET READY"));

    let mut stage = holding();
    stage.keys("h right");
    assert!(shows(&stage, "skipped: Wall calf stretch"));
    assert!(shows(&stage, "2 of 3"));
    assert!(shows(&stage, "PAUSED"));

    let mut stage = holding();
    stage.keys("h q");
    assert!(shows(&stage, "Stopped here."));
    assert_eq!(stage.effects, [] as [Effect; 0]);
}

#[test]
fn the_same_exercise_twice_in_a_row_is_better_left_out() {
    let mut stage = holding();
    stage.keys("h enter").after(seconds(5)).keys("h");
    golden("hurt-again", &stage);
    assert!(shows(&stage, "Leave it out next time, and ask."));
}

#[test]
fn the_third_time_and_sharp_pain_show_when_to_get_help() {
    let mut stage = holding();
    stage.keys("h s");
    golden("hurt-sharp", &stage);
    assert_eq!(stage.next_wake(), None);
    stage.keys("g");
    assert!(shows(&stage, "RESUMING"));
    stage
        .after(seconds(5))
        .keys("h e enter")
        .after(seconds(1))
        .keys("h");
    golden("hurt-often", &stage);
    stage.keys("down down down down down down down down");
    golden("hurt-often-scrolled", &stage);
    stage.keys("enter");
    assert!(shows(&stage, "Stopped here."));
    golden("after-eased", &stage);
}

#[test]
fn it_can_hurt_where_nothing_counts() {
    let mut stage = holding();
    stage.keys("right right right right").after(seconds(1));
    assert!(shows(&stage, "Lamp out"));
    stage.keys("h");
    assert!(shows(&stage, "Pain noted"));
    stage.keys("enter");
    assert!(shows(&stage, "Done? Press Enter."));
    stage.keys("enter");
    assert!(shows(
        &stage,
        "Hurt: Lamp out. If it hurts again, leave it out and ask."
    ));
}

#[test]
fn every_size_says_something_while_it_hurts() {
    let mut stage = holding();
    for keys in ["h", "s", "esc h esc h"] {
        stage.keys(keys);
        stage.assert_says_something(keys);
    }
}

fn started(conditions: &[&str]) -> Told {
    let catalog = catalog(vec![own("mine", CALVES)]);
    let entry = catalog.library().routine("mine").expect("it is there");
    let timetable = tailored(catalog.library(), conditions, "mine");
    let signs = Signs::of(
        &catalog.library().shared().safety,
        &[],
        &Emergency::default(),
    );
    Told::new(Plain::start(entry, timetable, signs, 0, Moment::START))
}

/// Plain mode over the calves, in lines; each typed at its second.
fn plain(conditions: &[&str], typed: &[(u64, &str)]) -> String {
    let mut told = started(conditions);
    for &(moment, words) in typed {
        told.until(seconds(moment));
        told.lines.push(format!("> {words}"));
        told.typed(words);
    }
    told.lines.join("\n")
}

#[test]
fn plain_lines_offer_the_same() {
    let told = plain(&[], &[(14, "h"), (15, "e"), (20, ""), (21, "E"), (22, "E")]);
    let told = told.split_once("> h\n").expect("it hurts").1;
    assert_eq!(
        told,
        " 0:14  Paused. Pain noted.
 0:14  Sit or lie down, rest, decide afresh.
 0:14  Type e for easier: Strap calf stretch, n to skip this step, s for sharp or spreading pain, q to stop. Press Enter to go on.
> e
 0:15  Easier: Strap calf stretch.
 0:15  Still paused. Press Enter to go on.
> 
 0:20  Resumed.
 0:20  Instead: strap calf stretch, left leg, twenty seconds.
 0:20  Sit against pillows, the left leg straight. Loop a strap or towel round the ball of that foot. Draw the foot back gently, elbows bent, shoulders low. Stop when the calf pulls mildly.
 0:20  Do not stretch a hot or newly swollen calf.
> E
 0:21  Harder: Wall calf stretch.
 0:21  Instead: wall calf stretch, left leg, twenty seconds.
 0:21  Face a wall, hands or forearms on it at chest height. Step the left foot well back, toes facing the wall. Keep that knee straight and press the heel down. Bend the front knee until the back calf pulls mildly.
 0:21  Do not stretch a hot or newly swollen calf.
> E
 0:22  No harder variant."
    );
}

#[test]
fn plain_lines_say_when_to_get_help() {
    let told = plain(&[], &[(14, "h"), (15, "s"), (16, "what"), (17, "g")]);
    let told = told.split_once("> s\n").expect("it is sharp").1;
    assert!(told.starts_with(" 0:15  Sharp or spreading pain. Better stop here.\n 0:15  Enter or q stops, g goes on anyway.\n"));
    assert!(told.contains("\n 0:15  Emergency number now. Call the emergency number now"));
    assert!(told.contains("\n 0:15  - Chest pain or pressure;"));
    let open = " 0:15  Enter or q stops, g goes on anyway.\n> what\n 0:16  Enter or q stops";
    assert!(
        told.contains(open),
        "what is no answer stops nothing:\n{told}"
    );
    assert!(told.ends_with("> g\n 0:17  Resuming in three seconds."));
}

#[test]
fn plain_lines_stop_the_third_time() {
    let told = plain(
        &[],
        &[
            (14, "h"),
            (15, ""),
            (20, "h"),
            (21, "n"),
            (22, "h"),
            (23, ""),
        ],
    );
    assert!(told.contains("> h\n 0:20  Paused. Pain noted.\n 0:20  Sit or lie down, rest, decide afresh.\n 0:20  Leave it out next time, and ask.\n"));
    assert!(told.contains(
        "> n\n 0:21  Skipped: Wall calf stretch.\n 0:21  Still paused. Press Enter to go on.\n"
    ));
    assert!(told.contains("> h\n 0:22  It has hurt three times today. Better stop here.\n"));
    assert!(told.ends_with("> \n 0:23  Stopped: 0 of 3 steps, 8 s of work."));
}

#[test]
fn plain_lines_say_what_to_take_care_of_before_what_to_avoid() {
    let told = plain(&["pelvic-girdle-pain"], &[]);
    let care = told.find("Take care: Short step").expect("the caution");
    assert!(care < told.find("Do not stretch a hot").expect("what to avoid"));
}

#[test]
fn plain_lines_say_once_where_it_should_be_felt() {
    let mut told = started(&[]);
    for moment in 0..600 {
        told.until(seconds(moment));
    }
    let told = told.lines.join("\n");
    let felt = "Feel: A mild pull in the back calf.";
    let begins = told.find("Go: left leg").expect("it begins");
    assert!(told.find(felt).expect("it is said") > begins, "{told}");
    // Not for each side.
    assert_eq!(told.matches(felt).count(), 1, "{told}");
}

#[test]
fn nobody_goes_on_alone_with_what_hurts() {
    let mut told = started(&[]);
    told.until(seconds(14)).typed("h");
    let lines = told.tell(Msg::EndOfInput);
    assert_eq!(lines, [" 0:14  Stopped: 0 of 3 steps, 6 s of work."]);
}
