//! `supple figure`: the drawn body of an exercise, as text or as SVG.

use std::ffi::OsStr;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::arguments::Figure;
use crate::cli::paint::painted;
use crate::cli::{PROBLEM, USAGE, named, output};
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::{File, Kind};
use crate::content::library::Library;
use crate::content::names::Meant;
use crate::content::text::printable;
use crate::edge::store::files;
use crate::edge::terminal::display;
use crate::figure::clip::Clip;
use crate::figure::draw::Look;
use crate::figure::draw::cells::Tones;
use crate::figure::read::base::Bases;
use crate::figure::words::side::Side;
use crate::tui::display::charset::Charset;

pub(crate) fn run(arguments: &Figure, folders: &[PathBuf]) -> ExitCode {
    figure(arguments, folders).unwrap_or_else(|code| code)
}

fn figure(arguments: &Figure, folders: &[PathBuf]) -> Result<ExitCode, ExitCode> {
    let (library, id) = find(&arguments.exercise, folders)?;
    let entry = exercise(&library, &id).ok_or(ExitCode::from(USAGE))?;
    let clip = clip(entry, &library)?;
    let count = clip.motion.keyframes().len();
    let wanted = match arguments.frame {
        None => 0..count,
        Some(frame) if frame <= count => frame - 1..frame,
        Some(frame) => {
            let plural = if count == 1 { "" } else { "s" };
            output::message(&format!(
                "error: there is no frame {frame}: {} has {count} frame{plural}\n",
                printable(&id)
            ));
            return Err(ExitCode::from(USAGE));
        }
    };
    let side = if arguments.left {
        Side::Left
    } else {
        Side::Right
    };
    let close = !arguments.whole;
    if arguments.svg {
        return Ok(output::exact(&clip.svg(wanted.start, side, close)));
    }
    let colour = output::data_colour();
    // What is asked for is tried. Of what is no terminal nothing is known.
    let glyphs = arguments.glyphs.unwrap_or_else(|| {
        let charset = if std::io::stdout().is_terminal() {
            display::read().charset
        } else {
            Charset::Unicode
        };
        charset.glyphs()
    });
    let look = Look {
        side,
        close,
        tones: if colour { Tones::Colours } else { Tones::Mono },
        ..Look::new(arguments.size, glyphs)
    };
    let pictures: Vec<String> = wanted
        .map(|index| {
            let cells = clip.draw_keyframe(index, look);
            if colour {
                painted(&cells)
            } else {
                cells.text()
            }
        })
        .collect();
    let pictures = pictures.join("\n");
    Ok(if colour {
        output::coloured_drawing(&pictures)
    } else {
        output::exact(&pictures)
    })
}

/// The figure of an exercise, after printing what is wrong with it.
fn clip(entry: &Entry<Exercise>, library: &Library) -> Result<Clip, ExitCode> {
    let id = printable(&entry.id);
    let Some(written) = &entry.value.figure else {
        if !entry.found.is_empty() {
            output::findings(&entry.path, &entry.text, &entry.found);
        }
        output::message(&format!("error: {id} has no figure\n"));
        return Err(ExitCode::from(PROBLEM));
    };
    let bases = Bases::of(&library.shared().figures);
    let (clip, found) = Clip::draft(written, &bases);
    output::findings(&entry.path, &entry.text, &found);
    clip.ok_or(ExitCode::from(PROBLEM))
}

/// Finds the exercise by a path, its id or one of its names.
fn find(typed: &OsStr, folders: &[PathBuf]) -> Result<(Library, String), ExitCode> {
    let layers = files::layers(folders);
    if let Some(file) = named::file(typed, Kind::Exercise) {
        if file.files.iter().any(File::is_routine) {
            let shown = typed.to_string_lossy();
            let shown = printable(&shown);
            output::message(&format!(
                "error: {shown} is a routine; figures belong to exercises\n\
                 help: `supple show {shown}` names its exercises\n"
            ));
            return Err(ExitCode::from(USAGE));
        }
        return Ok(named::with_file(layers, file));
    }
    let library = Library::of(layers);
    let names = library.names_of_exercises();
    let routines = library.names_of_routines();
    let is_routine = |typed: &str| {
        let is_one = routines.meaning(typed) != Meant::Nothing;
        is_one.then_some("that is a routine; figures belong to exercises")
    };
    let otherwise = "`supple show ID` names the exercises of a routine";
    let id = named::id(typed, "exercise", &names, is_routine, otherwise)?;
    Ok((library, id))
}

/// What was named last holds, broken or not.
fn exercise<'a>(library: &'a Library, id: &str) -> Option<&'a Entry<Exercise>> {
    let mut entries: Vec<&Entry<Exercise>> =
        library.exercises().filter(|entry| entry.id == id).collect();
    entries.sort_by_key(|entry| entry.origin);
    entries.pop()
}
