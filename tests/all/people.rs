//! People to whom the wrong thing would do harm, from the list to the first step. What they see is kept.

use std::time::Duration;

use supple::tui::app::Start;

use super::screens::golden_at;
use crate::support::stage::{Stage, catalog_for};

const PREGNANT_HIGH_PRESSURE: &str =
    "format = 1\ndue = 2027-02-20\nconditions = [\"hypertension-uncontrolled\"]\n";
const SIX_DAYS_AFTER: &str = "format = 1\nbirth-of-child = 2026-11-16\n";
const FIT_AT_66: &str = "format = 1\nbirth-year = 1960\n";
const EIGHTY: &str = "format = 1\nbirth-year = 1946\n\
    conditions = [\"older-adult\", \"falls-risk\", \"neuropathy-feet\"]\n";
const DIALYSIS: &str = "format = 1\nconditions = [\"dialysis-line\"]\n";
const SCIATICA: &str = "format = 1\nconditions = [\"sciatica\"]\n";
const REFLUX: &str = "conditions = [\"reflux\"]\n";
const GOUT: &str = "conditions = [\"gout\"]\n";

/// The list for somebody at an hour.
fn at(hour: u32, profile: &str) -> Stage {
    Stage::open(catalog_for(profile, Vec::new()), &Start::Home, hour)
}

fn kept(name: &str, stage: &Stage) {
    golden_at(&[(80, 24), (40, 12)], name, stage);
}

/// The list, what stands before the first routine on it, what is changed for them, and the first step.
fn walk(name: &str, hour: u32, profile: &str) -> Stage {
    let mut stage = at(hour, profile);
    kept(&format!("{name}-home"), &stage);
    stage.keys("enter");
    kept(&format!("{name}-before"), &stage);
    stage.keys("c");
    kept(&format!("{name}-changes"), &stage);
    stage.keys("esc enter");
    assert!(stage.deadline().is_some(), "it counts");
    stage.after(Duration::from_secs(2));
    kept(&format!("{name}-player"), &stage);
    stage
}

#[test]
fn pregnant_with_high_blood_pressure() {
    let mut stage = at(21, PREGNANT_HIGH_PRESSURE);
    kept("high-pressure-home", &stage);
    stage.keys("enter");
    kept("high-pressure-stop", &stage);
    stage.keys("enter space");
    assert!(stage.deadline().is_none());
}

#[test]
fn six_days_after_a_birth() {
    walk("six-days-after", 15, SIX_DAYS_AFTER);
}

#[test]
fn fit_at_66() {
    walk("fit-at-66", 15, FIT_AT_66);
}

#[test]
fn eighty_with_falls_and_numb_feet() {
    walk("eighty", 21, EIGHTY);
}

#[test]
fn on_dialysis_with_a_line() {
    walk("dialysis", 15, DIALYSIS);
}

#[test]
fn sciatica() {
    walk("sciatica", 21, SCIATICA);
}

#[test]
fn reflux_written_by_hand() {
    walk("reflux", 21, REFLUX);
}

#[test]
fn what_the_rules_do_not_know_written_by_hand() {
    walk("gout", 21, GOUT);
}

#[test]
fn half_asleep_at_three() {
    let mut stage = at(3, "");
    kept("at-three-home", &stage);
    stage.keys("n");
    stage.after(Duration::from_secs(2));
    kept("at-three-player", &stage);
    assert!(stage.deadline().is_some());
}
