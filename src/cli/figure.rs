//! `supple figure`: the drawn body of an exercise, as text or as SVG.

use std::ffi::OsStr;
use std::io::IsTerminal as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::arguments::Figure;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::findings::Findings;
use crate::cli::named::{self, NamedThing, Typed};
use crate::cli::output;
use crate::cli::paint::painted;
use crate::content::entry::Entry;
use crate::content::exercise::Exercise;
use crate::content::file::{File, FileKind};
use crate::content::library::Library;
use crate::content::names::Meant;
use crate::content::text::composed::composed;
use crate::edge::store::files::{self, Reading};
use crate::edge::terminal::display;
use crate::figure::clip::Clip;
use crate::figure::draw::Look;
use crate::figure::draw::cells::Tones;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::read::base::Bases;
use crate::tui::display::charset::Charset;

pub(crate) fn run(arguments: &Figure, folders: &[PathBuf]) -> Result<Exit, CliError> {
    let (library, id) = match &arguments.exercise {
        Typed::File(path) => in_file(path, folders)?,
        Typed::Name(name) => by_name(name, folders)?,
    };
    let clip = clip(exercise(&library, &id)?, &library)?;
    let frames = frames(arguments.frame, &clip, &id)?;
    if arguments.svg {
        let svg = clip.svg(frames.start, arguments.side, !arguments.whole);
        output::exact(&svg)?;
    } else if output::data_colour() {
        let look = look(arguments, Tones::Colours);
        let pictures: Vec<String> = frames
            .map(|frame| painted(&clip.draw_keyframe(frame, look)))
            .collect();
        output::coloured_drawing(&pictures.join("\n"))?;
    } else {
        let look = look(arguments, Tones::Mono);
        let pictures: Vec<String> = frames
            .map(|frame| clip.draw_keyframe(frame, look).text())
            .collect();
        output::exact(&pictures.join("\n"))?;
    }
    Ok(Exit::Fine)
}

/// The library with the file of an exercise, and its id.
fn in_file(path: &Path, folders: &[PathBuf]) -> Result<(Library, String), CliError> {
    // No routine has a part in it.
    let mut layers = files::layers_with(folders, Reading::Nothing);
    let layer = files::layer_of(path, FileKind::Exercise);
    if layer.files.iter().any(File::is_routine) {
        let path = path.to_path_buf();
        return Err(CliError::RoutineHasNoFigure { path });
    }
    let id = layer.files.first().map(|file| file.id.clone());
    layers.push(layer);
    Ok((Library::of(layers), id.unwrap_or_default()))
}

/// The library and the id of an exercise in it. How a name was understood is printed.
fn by_name(name: &OsStr, folders: &[PathBuf]) -> Result<(Library, String), CliError> {
    // The names of routines matter only where no exercise is called so.
    let library = files::rules(folders);
    if let Meant::Id = library
        .names_of_exercises()
        .meaning(&name.to_string_lossy())
    {
        let id = composed(&name.to_string_lossy()).into_owned();
        return Ok((library, id));
    }
    let library = library.renewed(files::layers(folders));
    let routines = library.names_of_routines();
    let is_routine = |typed: &str| routines.meaning(typed) != Meant::Nothing;
    let names = library.names_of_exercises();
    let named = named::find(name, NamedThing::Exercise, &names, is_routine)?;
    if let Some(note) = &named.note {
        output::message(&format!("{note}\n"));
    }
    Ok((library, named.id))
}

/// The exercise of this id: of several the one that was named last, broken or not.
fn exercise<'a>(library: &'a Library, id: &str) -> Result<&'a Entry<Exercise>, CliError> {
    let mut entries: Vec<&Entry<Exercise>> =
        library.exercises().filter(|entry| entry.id == id).collect();
    entries.sort_by_key(|entry| entry.origin);
    let last = entries.pop();
    last.ok_or_else(|| named::missing(NamedThing::Exercise, id).into())
}

/// The figure of an exercise. Findings that leave something to draw are printed.
fn clip(entry: &Entry<Exercise>, library: &Library) -> Result<Clip, CliError> {
    let Some(written) = &entry.value.figure else {
        return Err(CliError::NoFigure {
            id: entry.id.clone(),
            file: Findings::in_entry(entry, entry.found.clone()),
        });
    };
    let bases = Bases::of(&library.shared().figures);
    let (clip, found) = Clip::draft(written, &bases);
    let Some(clip) = clip else {
        return Err(CliError::Broken(Findings::in_entry(entry, found)));
    };
    output::findings(&entry.path, &entry.text, &found);
    Ok(clip)
}

/// The keyframes to draw, counted from 0: the one that was asked for, or all.
fn frames(wanted: Option<usize>, clip: &Clip, id: &str) -> Result<Range<usize>, CliError> {
    let count = clip.motion.keyframes().len();
    match wanted {
        None => Ok(0..count),
        Some(frame) if frame <= count => Ok(frame - 1..frame),
        Some(frame) => Err(CliError::NoFrame {
            frame,
            id: id.to_owned(),
            count,
        }),
    }
}

fn look(arguments: &Figure, tones: Tones) -> Look {
    Look {
        side: arguments.side,
        close: !arguments.whole,
        tones,
        ..Look::new(arguments.size, arguments.glyphs.unwrap_or_else(glyphs))
    }
}

/// Returns the glyphs that the terminal can show. Of what is no terminal nothing is known.
fn glyphs() -> Glyphs {
    let charset = if std::io::stdout().is_terminal() {
        display::read().charset
    } else {
        Charset::Unicode
    };
    charset.glyphs()
}
