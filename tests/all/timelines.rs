//! Golden timelines: a routine and timed inputs in, the stamped log out. `BLESS=1 cargo test timelines` rewrites them.
//!
//! A file has three parts, divided by lines of `---`: what it shows and the routine, the inputs (`12.5 pause`), the log.

use std::fmt::Write as _;
use std::path::PathBuf;

use supple::content::vocabulary::Word as _;
use supple::plan::timetable::Timetable;
use supple::player::event::{Event, Input, Stamped};
use supple::player::moment::Moment;
use supple::player::session::Session;

use crate::support::rig::{at, timetable};

#[test]
fn timelines() {
    let mut failed = Vec::new();
    let mut seen = 0;
    for (path, text) in timelines_in_folder() {
        let parts: Vec<&str> = text.split("\n---\n").collect();
        let log = play(parts[0], parts[1]);
        if std::env::var_os("BLESS").is_some() {
            let blessed = format!("{}\n---\n{}\n---\n{log}", parts[0], parts[1]);
            std::fs::write(&path, blessed).expect("the timeline is written");
        } else if parts.get(2).copied() != Some(log.as_str()) {
            failed.push(format!("{}:\n{log}", path.display()));
        }
        seen += 1;
    }
    assert!(seen > 5, "no timelines found");
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The files of timelines in the order of their names, each with its text.
pub(crate) fn timelines_in_folder() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/timelines");
    let entries = std::fs::read_dir(folder).expect("the folder of timelines");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let text = |path: &PathBuf| std::fs::read_to_string(path).expect("a timeline");
    paths
        .into_iter()
        .map(|path| (path.clone(), text(&path)))
        .collect()
}

fn play(routine: &str, script: &str) -> String {
    let timetable = timetable(routine);
    let (mut session, log) = Session::start(timetable, at(0.0));
    let mut out = String::new();
    tell(&mut out, &log, &session);
    for line in script.lines().filter(|line| !line.trim().is_empty()) {
        let (moment, word) = line.split_once(' ').expect("a moment and an input");
        let moment: f64 = moment.parse().expect("seconds");
        let input = input(word);
        // What was due comes first: an input may change the timetable that it is told by.
        if !matches!(input, Input::Away { .. }) {
            tell(&mut out, &session.handle(Input::Tick, at(moment)), &session);
        }
        tell(&mut out, &session.handle(input, at(moment)), &session);
    }
    let _ = writeln!(
        out,
        "deadline {}",
        session.deadline().map_or("none".into(), seconds)
    );
    out
}

fn tell(out: &mut String, log: &[Stamped<Event>], session: &Session) {
    for stamped in log {
        let _ = writeln!(out, "{}", line(session.timetable(), stamped));
    }
}

pub(crate) fn input(word: &str) -> Input {
    match word {
        "tick" => Input::Tick,
        "pause" => Input::Pause,
        "resume" => Input::Resume,
        "next" => Input::Next,
        "back" => Input::Back,
        "restart" => Input::Restart,
        "longer" => Input::Longer,
        "easier" => Input::Easier,
        "harder" => Input::Harder,
        "hurt" => Input::Hurt,
        "leave" => Input::Leave,
        "done" => Input::Done,
        "stop" => Input::Stop,
        away => {
            let since = away
                .strip_prefix("away since ")
                .unwrap_or_else(|| panic!("no such input: {away}"));
            Input::Away {
                since: at(since.parse().expect("seconds")),
            }
        }
    }
}

fn seconds(moment: Moment) -> String {
    format!("{:.1}", moment.since_start().as_secs_f64())
}

pub(crate) fn line(timetable: &Timetable, stamped: &Stamped<Event>) -> String {
    let event = match &stamped.event {
        Event::Entered(index) => {
            let segment = &timetable.segments[*index];
            let mut words = format!(
                "{} {}",
                segment.kind.as_str(),
                timetable.planned(segment).name
            );
            if let Some(side) = segment.side {
                write!(words, ", {}", side.as_str()).expect("a string takes it");
            }
            format!(
                "{words}, set {}, round {}",
                segment.set, timetable.steps[segment.step].round
            )
        }
        Event::Cue(cue) => {
            let mut words = format!("  {}", cue.kind.as_str());
            if let Some(sound) = cue.sound {
                write!(words, " ({})", sound.as_str()).expect("a string takes it");
            }
            if let Some(say) = &cue.say {
                write!(words, " \"{say}\"").expect("a string takes it");
            }
            words
        }
        other => format!("{other:?}"),
    };
    format!("{:>7} {event}", seconds(stamped.at))
}
