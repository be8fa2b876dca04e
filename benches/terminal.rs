//! What a terminal program costs while it runs in a terminal: `cargo bench --bench terminal`.
//!
//! Each program is started in a pseudo-terminal of its own, in fresh, empty folders, and nothing it
//! asks the terminal is answered: a program that waits for an answer shows it as a slow start.
//! Linux only, since the figures come from `/proc`. The default table takes six minutes; figures of
//! two machines, or of a busy one, cannot be compared, those of one run can.
//!
//! - `options`: the command line
//! - `situation`: what is measured when no command is given
//! - `place`: the folders a program lives in
//! - `window`: a pseudo-terminal, opened as the tests do
//! - `terminal`: a program in it, and when it wrote what
//! - `picture`: what is on the screen
//! - `usage`: what the kernel counted
//! - `measure`: one row of the table
//! - `report`: the table and its JSON
#![expect(clippy::disallowed_methods, reason = "a stopwatch reads the clock")]

#[path = "terminal/measure.rs"]
mod measure;
#[path = "terminal/options.rs"]
mod options;
#[path = "terminal/picture.rs"]
mod picture;
#[path = "terminal/place.rs"]
mod place;
#[path = "terminal/report.rs"]
mod report;
#[path = "terminal/situation.rs"]
mod situation;
#[path = "terminal/terminal.rs"]
mod terminal;
#[path = "terminal/usage.rs"]
mod usage;
#[path = "../tests/all/support/window.rs"]
mod window; // the one of the tests

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::{env, fs};

use options::{Options, Request};
use report::Report;

/// A result whose error is a sentence for the person who runs the harness.
type Outcome<T> = Result<T, String>;

/// Exit codes: 0 measured (or nothing to do), 2 for a wrong command line and for any program that
/// could not be measured.
fn main() -> ExitCode {
    match options::parse(env::args_os().skip(1)).and_then(answer) {
        Ok(code) => code,
        Err(message) => {
            note(&format!("error: {message}"));
            ExitCode::from(2)
        }
    }
}

fn answer(request: Request) -> Outcome<ExitCode> {
    match request {
        Request::Help => print(options::HELP).map(|()| ExitCode::SUCCESS),
        Request::Nothing => {
            note("terminal: nothing to test; to measure: cargo bench --bench terminal");
            Ok(ExitCode::SUCCESS)
        }
        Request::Measure(_) if !cfg!(target_os = "linux") => {
            Err("this harness reads /proc and runs on Linux only".into())
        }
        Request::Measure(options) => measure(&options),
    }
}

/// Measures one program after the other. One that fails is named on stderr, and the others go on.
fn measure(options: &Options) -> Outcome<ExitCode> {
    let subjects = situation::subjects(options)?;
    if subjects.is_empty() {
        note("terminal: nothing in the default table has such a name");
        return Ok(ExitCode::SUCCESS);
    }
    let mut rows = Vec::new();
    for subject in &subjects {
        note(&format!("measuring {}", subject.name));
        match measure::row(subject, options) {
            Ok(row) => rows.push(row),
            Err(message) => note(&format!("error: {}: {message}", subject.name)),
        }
    }
    let complete = rows.len() == subjects.len();
    let report = Report {
        options,
        rows: &rows,
    };
    if !rows.is_empty() {
        print(&report.markdown())?;
    }
    if let Some(file) = &options.json {
        fs::write(file, report.json())
            .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    Ok(if complete {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    })
}

/// Writes to stdout: the table and the help, nothing else.
fn print(text: &str) -> Outcome<()> {
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(|error| format!("cannot write the table: {error}"))
}

/// Writes a line to stderr. That nobody reads it is no reason to stop.
fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
