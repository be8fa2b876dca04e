//! Files that nobody would write, and keys that nobody would press: whatever comes, nothing panics, no word can drive a
//! terminal, and what is written into a file can be read again.
//!
//! With the other tests it runs a few rounds that are always the same. `SUPPLE_FUZZ_SECONDS=60` goes on for so long, from a
//! round that the clock chooses. A round that fails says its number and where its file lies; `SUPPLE_FUZZ_ROUND` with that
//! number begins with it.

mod dice;
mod held;
mod mutated;

use std::thread;
use std::time::{Duration, Instant, SystemTime};

use dice::Dice;
use supple::content::embedded;
use supple::content::file::{File, FileKind};

/// So many rounds run with the other tests.
const ROUNDS: u64 = 150;

/// What a text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    File(FileKind),
    Profile,
    Settings,
    Theme,
}

/// A text to begin with.
#[derive(Clone, Debug)]
struct Seed {
    what: What,
    id: String,
    text: String,
}

#[test]
fn whatever_comes_it_holds() {
    let seeds = seeds();
    let number = |name| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse().ok())
    };
    let (chosen, seconds) = (number("SUPPLE_FUZZ_ROUND"), number("SUPPLE_FUZZ_SECONDS"));
    let first = chosen.unwrap_or(seconds.map_or(1, |_| of_the_clock()));
    let end = seconds.map(|seconds| now() + Duration::from_secs(seconds));
    let goes_on = |round: u64| end.map_or(round - first < ROUNDS, |end| now() < end);
    let mut round = first;
    let mut slowest = (Duration::ZERO, round);
    println!("first round: SUPPLE_FUZZ_ROUND={first}");
    while goes_on(round) {
        let begun = now();
        play(round, &seeds);
        slowest = slowest.max((now() - begun, round));
        round += 1;
    }
    let (took, which) = slowest;
    println!("{} rounds, the slowest {which} in {took:?}", round - first);
}

/// Changes a text and does with it what the program would.
fn play(round: u64, seeds: &[Seed]) {
    let mut dice = Dice::of(round);
    // Long tables take most of the time, and most of what is in them is alike.
    let seed = loop {
        let seed = dice.pick(seeds);
        if seed.text.len() < 20_000 || dice.one_in(12) {
            break seed;
        }
    };
    let text = mutated::mutated(&mut dice, &seed.text, seeds);
    let _said = Fails { round, text: &text };
    held::hold(&mut dice, seed, &text);
}

/// Says which round it was when it fails.
struct Fails<'a> {
    round: u64,
    text: &'a str,
}

impl Drop for Fails<'_> {
    #[expect(clippy::print_stdout, reason = "it is told beside the panic")]
    fn drop(&mut self) {
        if thread::panicking() {
            let name = format!("supple-fuzz-{}.toml", self.round);
            let path = std::env::temp_dir().join(name);
            let kept = std::fs::write(&path, self.text);
            println!(
                "SUPPLE_FUZZ_ROUND={}, {}: {kept:?}",
                self.round,
                path.display()
            );
        }
    }
}

/// What is bundled, what is known to be bad, and files as people write them.
fn seeds() -> Vec<Seed> {
    let bundled = embedded::layer().files.into_iter();
    let mut seeds: Vec<Seed> = bundled.filter_map(seed_of).collect();
    let bad = std::fs::read_dir("tests/bad").expect("a folder");
    for path in bad.map(|entry| entry.expect("a file").path()) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        if path.extension().is_some_and(|ending| ending == "toml") {
            let kind = FileKind::guess(&path.to_string_lossy(), &text);
            let id = "bad".to_owned();
            let what = What::File(kind);
            seeds.push(Seed { what, id, text });
        }
    }
    // There are hundreds of routines and exercises, and one of each of these.
    for _ in 0..8 {
        for (what, text) in PERSONAL {
            seeds.push(Seed {
                what: *what,
                id: "own".to_owned(),
                text: (*text).to_owned(),
            });
        }
    }
    seeds
}

fn seed_of(file: File) -> Option<Seed> {
    let (what, id) = (What::File(file.kind), file.id);
    let text = file.text.ok()?.to_string();
    Some(Seed { what, id, text })
}

const PERSONAL: &[(What, &str)] = &[
    (
        What::Profile,
        "# mine\nconditions = [\"pregnancy-t2\", \"knee-pain\"] # said in May\ndue = 2027-03-02\nbedtime = \"22:30\"\nfloor = false\nequipment = [\n  \"chair\", # the red one\n]\n",
    ),
    (
        What::Profile,
        "format = 1\r\nbirth-of-child = 2026-11-01\r\ncaesarean = true\r\nnote.a = 1\r\n[note.b]\r\nx = 2\r\n",
    ),
    (
        What::Profile,
        "birth-year = 1950\nolder-adult = true\npace-factor = 1.5\nweek = 30\nweek-on = 2026-11-20\nemergency-number = \"112\"\n",
    ),
    (
        What::Settings,
        "theme = \"auto\"\nglyphs = \"braille\" # nice\nreduced_motion = false\nknown = [\"morning-legs-6\"]\n\n[colours]\nbar = \"bold #7fb0a0\"\n",
    ),
    (What::Settings, "# mine\na.b = 1\n[a.c]\nx = 'red'\n"),
    (What::Theme, include_str!("../../src/tui/themes/dusk.toml")),
];

/// A number that no run before had.
#[expect(clippy::disallowed_methods, reason = "each run begins elsewhere")]
fn of_the_clock() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(1, |since| since.as_secs())
}

#[expect(clippy::disallowed_methods, reason = "it goes on for so long")]
fn now() -> Instant {
    Instant::now()
}
