//! `supple list`: the routines as a table.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::arguments::List;
use crate::cli::{USAGE, output};
use crate::content::library::{Entry, Library};
use crate::content::routine::Routine;
use crate::content::text::{did_you_mean, printable};
use crate::content::vocabulary::{Audience, Discipline, When, Word};
use crate::edge::files;
use crate::plan::lower::lower;

/// A routine in `--json`. The names are a promise to other programs.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    discipline: Option<&'static str>,
    /// Empty: for everybody.
    audience: Vec<&'static str>,
    when: &'static str,
    /// What the title promises.
    minutes: Option<u32>,
    /// What is played; `null` for a checklist and for a broken file.
    seconds: Option<f64>,
    steps: Option<usize>,
    /// `bundled`, `own` or `folder`.
    origin: &'static str,
    path: &'a str,
    /// Whether it cannot be played.
    broken: bool,
}

pub(crate) fn run(arguments: &List, folders: &[PathBuf]) -> ExitCode {
    let filter = match Filter::of(arguments) {
        Ok(filter) => filter,
        Err(message) => {
            output::message(&message);
            return ExitCode::from(USAGE);
        }
    };
    let library = files::library(folders);
    let rows: Vec<Row<'_>> = library
        .routines()
        .filter(|entry| filter.admits(entry))
        .map(|entry| row(entry, &library))
        .collect();
    if arguments.json {
        return output::data(&output::json_array(&rows));
    }
    if rows.is_empty() {
        output::message("nothing matches: drop one of the filters\n");
    }
    output::data(&table(&rows))
}

struct Filter {
    /// In small letters, as is the title.
    id: Option<String>,
    title: Option<String>,
    discipline: Option<Discipline>,
    audience: Option<Audience>,
    when: Option<When>,
    max_minutes: Option<u32>,
}

impl Filter {
    fn of(arguments: &List) -> Result<Self, String> {
        let small = |text: &Option<String>| text.as_ref().map(|text| text.to_lowercase());
        Ok(Self {
            id: small(&arguments.id),
            title: small(&arguments.title),
            discipline: word(arguments.discipline.as_deref())?,
            audience: word(arguments.audience.as_deref())?,
            when: word(arguments.when.as_deref())?,
            max_minutes: arguments.max_minutes,
        })
    }

    fn admits(&self, entry: &Entry<Routine>) -> bool {
        let routine = &entry.value;
        let holds = |text: &str, part: &Option<String>| {
            part.as_ref()
                .is_none_or(|part| text.to_lowercase().contains(part))
        };
        let minutes = routine.minutes.as_ref().map(|minutes| *minutes.get_ref());
        holds(&entry.id, &self.id)
            && holds(&routine.title, &self.title)
            && self
                .discipline
                .is_none_or(|wanted| routine.discipline == Some(wanted))
            && self.audience.is_none_or(|wanted| {
                routine.audience.is_empty() || routine.audience.contains(&wanted)
            })
            && self.when.is_none_or(|wanted| routine.when == wanted)
            && self
                .max_minutes
                .is_none_or(|most| minutes.is_some_and(|minutes| minutes <= most))
    }
}

pub(crate) fn word<W: Word>(typed: Option<&str>) -> Result<Option<W>, String> {
    let Some(typed) = typed else { return Ok(None) };
    let known = || W::ALL.iter().map(|word| word.as_str());
    W::parse(typed).map(Some).ok_or_else(|| {
        let help = did_you_mean(typed, known()).map_or_else(
            || format!("known: {}", known().collect::<Vec<_>>().join(", ")),
            |meant| format!("did you mean {meant}?"),
        );
        format!(
            "error: unknown {} \"{}\"\nhelp: {help}\n",
            W::WHAT,
            printable(typed)
        )
    })
}

fn row<'a>(entry: &'a Entry<Routine>, library: &Library) -> Row<'a> {
    let routine = &entry.value;
    let timetable = entry
        .is_sound()
        .then(|| lower(&entry.id, routine, library).ok())
        .flatten();
    Row {
        id: &entry.id,
        title: &routine.title,
        discipline: routine.discipline.map(Word::as_str),
        audience: routine
            .audience
            .iter()
            .map(|audience| audience.as_str())
            .collect(),
        when: routine.when.as_str(),
        minutes: routine.minutes.as_ref().map(|minutes| *minutes.get_ref()),
        seconds: timetable
            .as_ref()
            .filter(|timetable| !timetable.is_checklist())
            .map(|t| t.total().as_secs_f64()),
        steps: timetable.as_ref().map(|timetable| timetable.steps.len()),
        origin: entry.origin.as_str(),
        path: &entry.path,
        broken: timetable.is_none(),
    }
}

fn table(rows: &[Row<'_>]) -> String {
    let header = ["id", "title", "discipline", "audience", "when", "minutes"].map(str::to_owned);
    let mut cells = vec![header];
    cells.extend(rows.iter().map(|row| {
        let audience = if row.audience.is_empty() {
            "everybody".to_owned()
        } else {
            row.audience.join(" ")
        };
        let minutes = match (row.broken, row.minutes) {
            (true, _) => "broken: supple check".to_owned(),
            (false, minutes) => {
                minutes.map_or_else(|| "-".to_owned(), |minutes| minutes.to_string())
            }
        };
        [
            row.id.to_owned(),
            printable(row.title).into_owned(),
            row.discipline.unwrap_or("-").to_owned(),
            audience,
            row.when.to_owned(),
            minutes,
        ]
    }));
    let widths: Vec<usize> = (0..6)
        .map(|column| {
            cells
                .iter()
                .map(|row| row[column].width())
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for row in &cells {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths) {
            let _ = write!(line, "{cell}{:pad$}  ", "", pad = width - cell.width());
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}
