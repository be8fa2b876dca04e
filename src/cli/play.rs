//! `supple play`: on the screen when there is one, else in lines.

pub(crate) mod first_step;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::arguments::Play;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::play::first_step::first_step;
use crate::cli::selection::Selection;
use crate::cli::{person, screen};
use crate::content::text::printable::printable;
use crate::edge::plain;
use crate::edge::session::SessionOpening;
use crate::edge::store::files::Others;
use crate::edge::worker::runner::Sources;
use crate::plan::tailor::{Request, Tailored};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Recipient;
use crate::plan::worries::Worries;
use crate::tui::app::Start;
use crate::tui::plain::Plain;
use crate::tui::screens::signs::Signs;
use crate::tui::theme::name::ThemeName;
use crate::words::en::emergency::Emergency;
use crate::words::en::{commands, fitting, reasons, worries};

pub(crate) fn run(
    arguments: &Play,
    theme: Option<ThemeName>,
    folders: &[PathBuf],
) -> Result<Exit, CliError> {
    let wanted = &arguments.wanted;
    let is_on_screen = !arguments.plain && screen::is_there();
    // A screen reads the others once it stands.
    let others = if is_on_screen {
        Others::Listed
    } else {
        Others::Searched
    };
    let mut selection = Selection::find(&wanted.routine, folders, others)?;
    let whom = selection.whom(wanted)?;
    let tailored = selection.tailored(&whom, wanted.minutes)?;
    let sources = Sources {
        asked: person::asked(wanted.for_.as_ref(), &selection.library.shared().safety)?,
        first: Arc::clone(&selection.library),
        folders: folders.to_vec(),
        file: wanted.routine.file().map(Path::to_path_buf),
    };
    if is_on_screen {
        let opening = on_screen(arguments, &selection, tailored, sources)?;
        screen::run(SessionOpening {
            whom: Some(whom),
            theme,
            ..opening
        })
    } else {
        in_lines(arguments, &selection, &whom, tailored, sources)
    }
}

/// Returns the data to open the screen with. It also explains what the rules let not play.
fn on_screen(
    arguments: &Play,
    selection: &Selection<'_>,
    tailored: Tailored,
    sources: Sources,
) -> Result<SessionOpening, CliError> {
    let id = selection.id.clone();
    let timetable = tailored.timetable.as_ref();
    let from = arguments.from.as_ref();
    let step = timetable.map_or(Ok(0), |timetable| first_step(from, selection, timetable))?;
    let start = if arguments.now || from.is_some() {
        Start::Playing(id.clone(), step)
    } else {
        Start::Before(id.clone())
    };
    let wish = Request {
        minutes: arguments.wanted.minutes,
        ..Request::default()
    };
    Ok(SessionOpening {
        library: Some(sources.first),
        is_whole: selection.is_whole(),
        asked: sources.asked,
        made: Some((id, wish, tailored)),
        file: sources.file,
        ..SessionOpening::of(start, sources.folders, None)
    })
}

/// Without a screen: what was decided, then a line for each event.
fn in_lines(
    arguments: &Play,
    selection: &Selection<'_>,
    whom: &Recipient,
    tailored: Tailored,
    sources: Sources,
) -> Result<Exit, CliError> {
    let safety = &selection.library.shared().safety;
    let emergency = Emergency::of(&whom.profile);
    let signs = Signs::of(safety, whom.person().conditions(), &emergency);
    let worries = Worries::of(&selection.library, whom).with(&tailored);
    let decided = decided(&worries, &tailored, &emergency);
    let Some(timetable) = tailored.timetable else {
        return Err(CliError::Barred(decided));
    };
    let step = first_step(arguments.from.as_ref(), selection, &timetable)?;
    let entry = selection.sound()?;
    let code = plain::run(sources, |now| {
        let mut plain = Plain::start(entry, timetable, signs, step, now);
        plain.say_first(decided.iter().map(|line| printable(line).into_owned()));
        plain
    });
    Ok(Exit::of_session(code.map_err(CliError::Session)?))
}

/// Returns the notes that the person should read before, a line each.
fn decided(worries: &Worries, tailored: &Tailored, emergency: &Emergency) -> Vec<String> {
    let decisions = tailored.decisions.iter().map(reasons::decision);
    let changes = tailored.changes.iter().map(fitting::change);
    let ends = tailored.timetable.as_ref().and_then(Timetable::ranges);
    let lines = worries::all(worries)
        .into_iter()
        .chain(commands::lower_ends(ends))
        .chain(decisions)
        .chain(changes);
    lines.map(|line| emergency.in_text(&line)).collect()
}
