//! `supple play`, and `supple` alone: on the screen when there is one, else in lines.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::CommandFactory as _;

use crate::cli::arguments::{Arguments, Play};
use crate::cli::selection::Selection;
use crate::cli::{PROBLEM, USAGE, output, person};
use crate::content::text::printable;
use crate::edge::session::Opening;
use crate::edge::worker::runner::Sources;
use crate::edge::{plain, session};
use crate::plan::emergency::Emergency;
use crate::plan::tailor::{Tailored, Wish};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Whom;
use crate::plan::worries::Worries;
use crate::tui::app::Start;
use crate::tui::plain::Plain;
use crate::tui::screens::signs::Signs;
use crate::tui::theme::name::ThemeName;

/// `supple`: the list.
pub(crate) fn home(theme: Option<ThemeName>, folders: Vec<PathBuf>) -> ExitCode {
    if !has_screen() {
        let mut command = Arguments::command();
        output::message(&format!("{}\n", command.render_help()));
        return ExitCode::from(USAGE);
    }
    on_screen(Opening::of(Start::Home, folders, theme))
}

/// `supple play`.
pub(crate) fn run(arguments: &Play, theme: Option<ThemeName>, folders: Vec<PathBuf>) -> ExitCode {
    match begin(arguments, folders, theme) {
        Ok(code) | Err(code) => code,
    }
}

fn begin(
    arguments: &Play,
    folders: Vec<PathBuf>,
    theme: Option<ThemeName>,
) -> Result<ExitCode, ExitCode> {
    let selection = Selection::find(&arguments.wanted.routine, &folders)?;
    let for_ = arguments.wanted.for_.as_deref();
    let on_screen = !arguments.plain && has_screen();
    let mut whom = person::of_call(for_, &selection.library)?;
    whom.set_known(
        &selection.id,
        arguments.wanted.known || whom.knows(&selection.id),
    );
    let tailored = selection.tailored(&whom, arguments.wanted.minutes)?;
    let asked =
        person::asked(for_, &selection.library.shared().safety).map_err(|why| usage(&why))?;
    if !on_screen {
        let sources = Sources {
            first: Arc::clone(&selection.library),
            folders,
            asked,
        };
        return in_lines(arguments, &selection, &whom, tailored, sources);
    }
    // What the rules let not play is explained on the screen.
    let step = match &tailored.timetable {
        Some(timetable) => first_step(arguments.from, timetable).map_err(|why| usage(&why))?,
        None => 0,
    };
    let Selection { library, id } = selection;
    let wish = Wish {
        minutes: arguments.wanted.minutes,
        ..Wish::default()
    };
    let start = if arguments.now || arguments.from.is_some() {
        Start::Playing(id.clone(), step)
    } else {
        Start::Before(id.clone())
    };
    Ok(self::on_screen(Opening {
        start,
        library: Some(library),
        asked,
        known: arguments.wanted.known.then(|| id.clone()),
        wish: Some((id, wish)),
        folders,
        theme,
    }))
}

/// Without a screen: what was decided, then a line for each event.
fn in_lines(
    arguments: &Play,
    selection: &Selection,
    whom: &Whom,
    tailored: Tailored,
    sources: Sources,
) -> Result<ExitCode, ExitCode> {
    let safety = &selection.library.shared().safety;
    let emergency = Emergency::of(&whom.profile);
    let signs = Signs::of(safety, whom.person().conditions(), &emergency);
    let worries = Worries::of(&selection.library, whom).with(&tailored);
    let worries = worries.said.into_iter();
    let decisions = tailored.decisions.iter().map(ToString::to_string);
    let changes = tailored.changes.iter().map(ToString::to_string);
    let decided = worries.chain(decisions).chain(changes);
    let decided: Vec<String> = decided.map(|line| emergency.in_text(&line)).collect();
    let Some(timetable) = tailored.timetable else {
        for line in decided {
            output::message(&format!("{}\n", printable(&line)));
        }
        return Err(ExitCode::from(PROBLEM));
    };
    let step = first_step(arguments.from, &timetable).map_err(|why| usage(&why))?;
    let entry = selection.sound()?;
    let played = plain::run(sources, |now| {
        let mut plain = Plain::start(entry, timetable, signs, step, now);
        plain.say_first(decided.iter().map(|line| printable(line).into_owned()));
        plain
    });
    Ok(match played {
        Ok(code) => ExitCode::from(code),
        Err(error) => failed(&error),
    })
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
pub(crate) fn has_screen() -> bool {
    let dumb = std::env::var("TERM").is_ok_and(|terminal| terminal == "dumb");
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !dumb
}

pub(crate) fn on_screen(opening: Opening) -> ExitCode {
    match session::run(opening) {
        Ok(code) => ExitCode::from(code),
        Err(error) => failed(&error),
    }
}

fn failed(error: &std::io::Error) -> ExitCode {
    output::message(&format!("error: {error}\n"));
    ExitCode::from(PROBLEM)
}

pub(crate) fn usage(message: &str) -> ExitCode {
    output::message(message);
    ExitCode::from(USAGE)
}
