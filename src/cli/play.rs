//! `supple play`, and `supple` alone: on the screen when there is one, else in lines.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::cli::arguments::{Arguments, Play};
use crate::cli::selection::Selection;
use crate::cli::{PROBLEM, USAGE, list, output};
use crate::edge::session::Opening;
use crate::edge::{plain, session};
use crate::plan::timetable::Timetable;
use crate::tui::app::Start;
use crate::tui::plain::Plain;
use crate::tui::theme::ThemeName;

/// `supple`: the list.
pub(crate) fn home(theme: Option<&str>, folders: Vec<PathBuf>) -> ExitCode {
    if !has_screen() {
        let mut command = Arguments::command();
        output::message(&format!("{}\n", command.render_help()));
        return ExitCode::from(USAGE);
    }
    match list::word(theme) {
        Ok(theme) => on_screen(Opening {
            start: Start::Home,
            library: None,
            timetable: None,
            folders,
            theme,
        }),
        Err(message) => usage(&message),
    }
}

/// `supple play`.
pub(crate) fn run(arguments: &Play, theme: Option<&str>, folders: Vec<PathBuf>) -> ExitCode {
    let theme = match list::word::<ThemeName>(theme) {
        Ok(theme) => theme,
        Err(message) => return usage(&message),
    };
    match begin(arguments, folders, theme) {
        Ok(code) | Err(code) => code,
    }
}

fn begin(
    arguments: &Play,
    folders: Vec<PathBuf>,
    theme: Option<ThemeName>,
) -> Result<ExitCode, ExitCode> {
    let selection = Selection::find(&arguments.routine, &folders)?;
    let (timetable, changes) = selection.timetable(arguments.minutes)?;
    let step = first_step(arguments.from, &timetable).map_err(|message| usage(&message))?;
    if arguments.plain || !has_screen() {
        let entry = selection.sound()?;
        return Ok(
            match plain::run(|now| {
                let (plain, lines) = Plain::start(entry, timetable, step, now);
                let changes = changes.iter().map(ToString::to_string);
                (plain, changes.chain(lines).collect())
            }) {
                Ok(code) => ExitCode::from(code),
                Err(error) => failed(&error),
            },
        );
    }
    let Selection { library, id } = selection;
    let start = if arguments.now || arguments.from.is_some() {
        Start::Playing(id, step)
    } else {
        Start::Before(id)
    };
    Ok(on_screen(Opening {
        start,
        library: Some(library),
        timetable: arguments.minutes.map(|_| timetable),
        folders,
        theme,
    }))
}

/// The step to begin with, counted from 0.
fn first_step(from: Option<u32>, timetable: &Timetable) -> Result<usize, String> {
    let Some(number) = from else { return Ok(0) };
    let steps = timetable.steps.len();
    timetable
        .steps
        .iter()
        .position(|step| step.number == number)
        .ok_or_else(|| {
            format!("error: there is no step {number}\nhelp: the routine has steps 1 to {steps}\n")
        })
}

/// A screen needs both ends to be a terminal, and one that can place a cursor.
fn has_screen() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|terminal| terminal == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}

fn on_screen(opening: Opening) -> ExitCode {
    match session::run(opening) {
        Ok(code) => ExitCode::from(code),
        Err(error) => failed(&error),
    }
}

fn failed(error: &std::io::Error) -> ExitCode {
    output::message(&format!("error: {error}\n"));
    ExitCode::from(PROBLEM)
}

fn usage(message: &str) -> ExitCode {
    output::message(message);
    ExitCode::from(USAGE)
}
