//! A text with a few things changed, as no careful person would change them.

use super::Seed;
use super::dice::{Dice, floor};

/// What is put in: what drives terminals, what cannot be seen, what TOML is made of, and values at the ends of their
/// ranges.
const PARTS: &[&str] = &[
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\\u001b[2J",
    "\\u009b",
    "\u{9b}2J",
    "\u{202e}",
    "\\u202E",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{200f}",
    "\u{61c}",
    "\u{ad}",
    "\u{2028}",
    "\u{2060}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{e0041}",
    "\u{3164}",
    "\0",
    "\\u0000",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{7f}",
    "\u{301}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    "=",
    ".",
    "#",
    "\\",
    "\n",
    "  ",
    "\t",
    "nan",
    "inf",
    "1e400",
    "-1e-400",
    "9223372036854775807",
    "-9223372036854775808",
    "0xff",
    "0o7",
    "1_000",
    "0",
    "-1",
    "4294967296",
    "0.5",
    "true",
    "false",
    "2026-11-22",
    "2026-02-29",
    "9999-12-31",
    "2026-11-22T10:00:00Z",
    "22:30:00",
    "\"\"",
    "\"0s\"",
    "\"0.1s\"",
    "\"3h\"",
    "\"99999999999999h\"",
    "\"2:30\"",
    "\"20s-30s\"",
    "\"30s-20s\"",
    "\"8-12\"",
    "\"24:00\"",
    "\"3/2/2027\"",
    "\"2 Mar 2027\"",
    "[]",
    "{}",
    "[[], []]",
    "[\"\"]",
    "[1, \"a\", 2.0]",
    "{ a = 1 }",
    "[{ at = \"10s\", say = \"Hm\" }]",
    "[[step]]\n",
    "[[step.step]]\n",
    "[defaults]\n",
    "[dose]\n",
    "[figure]\n",
    "[[figure.frames]]\n",
    "[a.b]\n",
    "a.b = 1\n",
    "exercise = \"calf-stretch-wall\"\n",
    "exercise = \"own\"\n",
    "name = \"x\"\n",
    "hold = \"30s\"\n",
    "reps = 999\n",
    "tempo = \"3s\"\n",
    "until = \"done\"\n",
    "sets = 99\n",
    "sets = { left = 1, right = 99 }\n",
    "hold = { left = \"1s\", right = \"3h\" }\n",
    "breaths = 999\n",
    "breath = { in = 1, hold = 60, out = 1, rest = 60 }\n",
    "tempo = \"2-0-5-0\"\n",
    "tempo = { out = \"10m\" }\n",
    "up_to = true\n",
    "first = \"right\"\n",
    "order = \"one-side-first\"\n",
    "cues = [{ at = \"-1s\", say = \"x\" }, { at = \"998/999\", say = \"x\" }]\n",
    "repeat = 99\n",
    "rest = \"10s\"\n",
    "side = \"each\"\n",
    "position = \"prone\"\n",
    "hazards = []\n",
    "base = \"stand\"\n",
    "torso = 1e308\n",
    "right = { thigh = 361, shin = -720 }\n",
    "props = [{ wall = \"hands\" }]\n",
    "due = 2026-12-24\n",
    "birth-year = -1\n",
    "conditions = [\"pregnancy-t3\"]\n",
    "theme = \"night\"\n",
    "glyphs = \"ascii\"\n",
    "日本語",
    "é",
    "👩‍👩‍👧‍👧",
    "אבג",
    "ﷺ",
    "𝕏",
    "ß",
    "İ",
];

/// No longer than a file may be.
const LONGEST: usize = 250_000;

pub(super) fn mutated(dice: &mut Dice, text: &str, others: &[Seed]) -> String {
    let mut text = text.to_owned();
    let changes = match dice.below(10) {
        0..=4 => 1,
        5..=7 => 2 + dice.below(3),
        _ => 1 + dice.below(12),
    };
    for _ in 0..changes {
        change(dice, &mut text, others);
        text.truncate(floor(&text, LONGEST));
    }
    text
}

fn change(dice: &mut Dice, text: &mut String, others: &[Seed]) {
    let at = dice.place(text);
    let part = *dice.pick(PARTS);
    match dice.below(12) {
        0 => text.insert_str(at, part),
        1 => text.insert_str(at, &part.repeat(1 + dice.below(200))),
        2 => {
            let most = if dice.one_in(4) { 400 } else { 8 };
            let end = floor(text, at + 1 + dice.below(most));
            text.replace_range(at..end.max(at), "");
        }
        3 => text.truncate(at),
        // In place of a value, or in the middle of one in quotes.
        4..=6 => {
            let values = values(text);
            if !values.is_empty() {
                let value = dice.pick(&values).clone();
                text.replace_range(value, &format!(" {}", part.trim_end()));
            }
        }
        7 => {
            let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at + 1).collect();
            if !quotes.is_empty() {
                text.insert_str(*dice.pick(&quotes), part);
            }
        }
        8 => {
            let digits: Vec<usize> = text
                .match_indices(|letter: char| letter.is_ascii_digit())
                .map(|(at, _)| at)
                .collect();
            if !digits.is_empty() {
                let at = *dice.pick(&digits);
                text.replace_range(
                    at..=at,
                    dice.pick::<&str>(&["0", "-1", "99", "65536", "1e9", "0.3"]),
                );
            }
        }
        _ => lines(dice, text, others),
    }
}

/// Lines come twice, change places, go, or come from another file.
fn lines(dice: &mut Dice, text: &mut String, others: &[Seed]) {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let (at, to) = (dice.below(lines.len()), dice.below(lines.len()));
    match dice.below(4) {
        _ if lines.is_empty() => {}
        0 => lines.insert(to, lines[at].clone()),
        1 => lines.swap(at, to),
        2 => {
            lines.remove(at);
        }
        _ => {
            let other = dice.pick(others);
            let from: Vec<&str> = other.text.split_inclusive('\n').collect();
            let first = dice.below(from.len());
            let count = 1 + dice.below(6);
            let taken = from.iter().skip(first).take(count);
            lines.splice(at..at, taken.map(|line| (*line).to_owned()));
        }
    }
    *text = lines.concat();
}

/// Where values stand: behind the `=` of a line.
fn values(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        found.extend(
            line.find('=')
                .map(|equals| (start + equals + 1).min(end)..end),
        );
        start += line.len();
    }
    found
}
