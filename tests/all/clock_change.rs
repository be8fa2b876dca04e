//! The nights in which the clocks are changed: what is shown of a later time is what the clock shows then.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, TimeDelta};
use supple::tui::app::Start;
use supple::tui::clock_change::ClockChange;

use crate::support::stage::{Stage, catalog, own};

/// Twenty minutes.
const ROUTINE: &str = "format = 1\ntitle = \"Twenty\"\ndiscipline = \"stretching\"\n\
                       [[step]]\nname = \"Stand\"\nposition = \"standing\"\nprepare = 0\nhold = \"20m\"\n";

/// A night: when it is opened, when the clocks change and how far from UTC they are then, and what ends when.
struct Night {
    opened: &'static str,
    change: Option<(&'static str, i32)>,
    ends: &'static str,
}

const NIGHTS: &[Night] = &[
    // Berlin, forwards and backwards: 01:50 and 02:50 of summer time.
    Night {
        opened: "2026-03-29T01:50:30+01:00",
        change: Some(("2026-03-29T01:00:00Z", 120)),
        ends: "03:10",
    },
    Night {
        opened: "2026-10-25T02:50:30+02:00",
        change: Some(("2026-10-25T01:00:00Z", 60)),
        ends: "02:10",
    },
    // At 01:50 of that night nothing changes within the routine; an hour later it does.
    Night {
        opened: "2026-10-25T01:50:30+02:00",
        change: Some(("2026-10-25T01:00:00Z", 60)),
        ends: "02:10",
    },
    // New York.
    Night {
        opened: "2026-03-08T01:50:30-05:00",
        change: Some(("2026-03-08T07:00:00Z", -240)),
        ends: "03:10",
    },
    Night {
        opened: "2026-11-01T01:50:30-04:00",
        change: Some(("2026-11-01T06:00:00Z", -300)),
        ends: "01:10",
    },
    // Lord Howe Island: half an hour.
    Night {
        opened: "2026-04-05T01:50:30+11:00",
        change: Some(("2026-04-04T15:00:00Z", 630)),
        ends: "01:40",
    },
    Night {
        opened: "2026-10-04T01:50:30+10:30",
        change: Some(("2026-10-03T15:30:00Z", 660)),
        ends: "02:40",
    },
    // A zone in which no clock is changed.
    Night {
        opened: "2026-10-25T01:50:30+05:45",
        change: None,
        ends: "02:10",
    },
];

impl Night {
    fn opened(&self) -> DateTime<FixedOffset> {
        self.opened.parse().expect("a time")
    }

    fn open(&self, start: &Start) -> Stage {
        let change = self.change.map(|(at, minutes)| ClockChange {
            at: at.parse().expect("a time"),
            offset: FixedOffset::east_opt(minutes * 60).expect("an offset"),
        });
        let catalog = catalog(vec![own("twenty", ROUTINE)]);
        Stage::on(self.opened(), change, catalog, start)
    }
}

/// What follows "ends".
fn ends(stage: &Stage) -> String {
    let screen = stage.screen(80, 24);
    let (_, said) = screen.split_once("ends ").unwrap_or_default();
    assert!(!said.is_empty(), "it ends some time:\n{screen}");
    said.chars().take(5).collect()
}

#[test]
fn the_player_says_the_time_that_the_clock_shows_then() {
    for night in NIGHTS {
        let mut stage = night.open(&Start::Playing("twenty".into(), 0));
        stage.after(Duration::from_secs(1));
        assert_eq!(ends(&stage), night.ends, "{}", night.opened);
        stage.after(Duration::from_mins(15));
        stage.keys("space space").after(Duration::from_secs(10));
        assert_eq!(ends(&stage), night.ends, "{} later", night.opened);
    }
}

#[test]
fn the_page_before_says_the_time_that_the_clock_shows_then() {
    for night in NIGHTS {
        let stage = night.open(&Start::Before("twenty".into()));
        assert_eq!(ends(&stage), night.ends, "{}", night.opened);
    }
}

#[test]
fn the_page_before_follows_the_clock_through_the_change() {
    for night in NIGHTS {
        let mut stage = night.open(&Start::Before("twenty".into()));
        let mut last = ends(&stage);
        for minute in 0..80 {
            let woken = stage.next_wake().expect("the time changes");
            let now = stage.now().mono.since_start();
            // The first minute was half over.
            let length = if minute == 0 { 30 } else { 60 };
            let wait = woken.checked_sub(now).expect("in the future");
            assert_eq!(wait, Duration::from_secs(length), "{}", night.opened);
            stage.after(wait);
            let now = stage.now();
            let at_end = now.wall + TimeDelta::minutes(20);
            let change = now.change.filter(|change| change.at <= at_end);
            let offset = change.map_or(*now.wall.offset(), |change| change.offset);
            let shown = ends(&stage);
            let expected = at_end.with_timezone(&offset).format("%H:%M").to_string();
            assert_eq!(shown, expected, "{}", night.opened);
            assert_ne!(shown, last, "{}", night.opened);
            last = shown;
        }
    }
}
