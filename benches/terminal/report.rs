//! The figures on paper: a Markdown table and JSON.

use serde_json::{Value, json};

use crate::measure::{Row, Spread};
use crate::options::{Key, Options};

/// The heads of the columns. Wake-ups are voluntary context switches; see `measure` and `usage` for
/// what is counted.
const HEADS: [&str; 12] = [
    "program",
    "first byte ms",
    "full screen ms",
    "bytes/s",
    "writes/s",
    "CPU ms/min",
    "wake-ups/s",
    "peak RSS KiB",
    "threads",
    "binary bytes",
    "after SIGTERM",
    "exit",
];
/// Columns of words: left-aligned.
const WORDS: [&str; 3] = ["program", "after SIGTERM", "exit"];

pub(crate) struct Report<'a> {
    pub(crate) options: &'a Options,
    pub(crate) rows: &'a [Row],
}

impl Report<'_> {
    /// The command line, how it was measured, the table, and the command of each row.
    pub(crate) fn markdown(&self) -> String {
        let options = self.options;
        let how = format!(
            "{}x{} cells; starts: median of {}; the rest: second {} to {} of one run.",
            options.size.columns,
            options.size.rows,
            options.startup_runs,
            options.warm.as_secs_f64(),
            options.seconds.as_secs_f64(),
        );
        let table = table(&self.rows.iter().map(cells).collect::<Vec<_>>());
        let commands = self.rows.iter().map(command).collect::<String>();
        format!(
            "```sh\n{}\n```\n\n{how}\n\n{table}\n{commands}",
            self.command_line()
        )
    }

    /// The same with all digits that mean something, the spread of the starts, and the number of
    /// processes.
    pub(crate) fn json(&self) -> String {
        let options = self.options;
        let value = json!({
            "command_line": self.command_line(),
            "columns": options.size.columns,
            "rows": options.size.rows,
            "warm_s": options.warm.as_secs_f64(),
            "seconds": options.seconds.as_secs_f64(),
            "startup_runs": options.startup_runs,
            "programs": self.rows.iter().map(object).collect::<Vec<_>>(),
        });
        format!("{value:#}\n")
    }

    fn command_line(&self) -> String {
        let cargo = "cargo bench --bench terminal";
        let given = &self.options.given;
        if given.is_empty() {
            cargo.into()
        } else {
            format!("{cargo} -- {}", quoted(given))
        }
    }
}

/// What was run and typed, as a line of a list.
fn command(row: &Row) -> String {
    let keys = row.keys.iter().map(|key| {
        let (bytes, at) = (key.bytes.escape_ascii(), key.at.as_secs_f64());
        format!(", key `\"{bytes}\"` after {at} s")
    });
    let keys = keys.collect::<String>();
    format!("- {}: `{}`{keys}\n", row.name, quoted(&row.command))
}

fn cells(row: &Row) -> [String; 12] {
    let steady = &row.steady;
    let spread = |spread: &Option<Spread>| {
        spread
            .as_ref()
            .map_or("-".into(), |spread| format!("{:.1}", spread.median))
    };
    [
        row.name.clone(),
        spread(&row.first_byte),
        spread(&row.full_screen),
        format!("{:.0}", steady.bytes_per_s),
        format!("{:.1}", steady.writes_per_s),
        format!("{:.1}", steady.cpu_ms_per_minute),
        format!("{:.2}", steady.wakeups_per_s),
        steady.peak_kib.to_string(),
        steady.threads.to_string(),
        row.binary_bytes.to_string(),
        left(row),
        exit(row).into(),
    ]
}

/// `clean`, or what the person's shell finds: the alternate screen, no cursor.
fn left(row: &Row) -> String {
    match (
        row.steady.left.alternate_screen,
        row.steady.left.cursor_hidden,
    ) {
        (false, false) => "clean",
        (true, false) => "alternate screen",
        (false, true) => "no cursor",
        (true, true) => "alternate screen, no cursor",
    }
    .into()
}

fn exit(row: &Row) -> &str {
    row.steady
        .exit
        .as_deref()
        .unwrap_or("still running after 2 s")
}

fn object(row: &Row) -> Value {
    let steady = &row.steady;
    json!({
        "name": row.name,
        "command": row.command,
        "keys": row.keys.iter().map(key).collect::<Vec<_>>(),
        "first_byte_ms": row.first_byte.as_ref().map(spread),
        "full_screen_ms": row.full_screen.as_ref().map(spread),
        "window_s": rounded(steady.window_s),
        "bytes_per_s": rounded(steady.bytes_per_s),
        "writes_per_s": rounded(steady.writes_per_s),
        "cpu_ms_per_minute": rounded(steady.cpu_ms_per_minute),
        "wakeups_per_s": rounded(steady.wakeups_per_s),
        "peak_rss_kib": steady.peak_kib,
        "threads": steady.threads,
        "processes": steady.processes,
        "binary_bytes": row.binary_bytes,
        "after_sigterm": {
            "alternate_screen": steady.left.alternate_screen,
            "cursor_hidden": steady.left.cursor_hidden,
            "exit": exit(row),
        },
    })
}

fn key(key: &Key) -> Value {
    json!({ "after_s": key.at.as_secs_f64(), "text": key.bytes.escape_ascii().to_string() })
}

fn spread(spread: &Spread) -> Value {
    json!({
        "median": rounded(spread.median),
        "least": rounded(spread.least),
        "most": rounded(spread.most),
    })
}

fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

/// Columns as wide as their widest cell, so that the table reads as plain text, too.
fn table(rows: &[[String; 12]]) -> String {
    let heads = HEADS.map(String::from);
    let mut widths = HEADS.map(str::len);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: &[String; 12]| {
        let padded = cells
            .iter()
            .zip(HEADS)
            .zip(widths)
            .map(|((cell, head), width)| {
                if WORDS.contains(&head) {
                    format!(" {cell:<width$} |")
                } else {
                    format!(" {cell:>width$} |")
                }
            });
        format!("|{}\n", padded.collect::<String>())
    };
    let rule = HEADS.iter().zip(widths).map(|(head, width)| {
        let dashes = "-".repeat(width);
        if WORDS.contains(head) {
            format!(" {dashes} |")
        } else {
            format!(" {dashes}:|")
        }
    });
    let rule = format!("|{}\n", rule.collect::<String>());
    [line(&heads), rule]
        .into_iter()
        .chain(rows.iter().map(line))
        .collect()
}

/// As one would type it in a shell.
fn quoted(words: &[String]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,+@%".contains(c);
    let quote = |word: &String| {
        if !word.is_empty() && word.chars().all(plain) {
            word.clone()
        } else {
            format!("'{}'", word.replace('\'', r"'\''"))
        }
    };
    words.iter().map(quote).collect::<Vec<_>>().join(" ")
}
