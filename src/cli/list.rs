//! `supple list`: the routines as a table.

use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthStr as _;

use crate::cli::arguments::List;
use crate::cli::decided::Decided;
use crate::cli::{USAGE, output, person};
use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::text::{did_you_mean, printable};
use crate::content::vocabulary::{Audience, Discipline, When, Word};
use crate::edge::store::files;
use crate::plan::lower::lower;
use crate::plan::tailor::{Tailored, Wish, judge};
use crate::plan::whom::Basis;
use crate::plan::worries::Worries;
use crate::tui::widgets::text::cut;

/// A wider cell is not lined up with those below it; a wider title is cut. Ids are to be typed, and stay whole.
const WIDEST: usize = 60;
/// Between two columns.
const GAP: usize = 2;

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
    /// Whether the rules let it play for this person.
    plays: bool,
    decisions: Vec<Decided<'a>>,
    /// Whether all was checked that there is to check, and why not.
    checked: bool,
    worries: Vec<String>,
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
    let whom = match person::of_call(arguments.for_.as_deref(), &library) {
        Ok(whom) => whom,
        Err(code) => return code,
    };
    let wish = Wish {
        minutes: arguments.minutes,
        ..Wish::default()
    };
    let worries = Worries::of(&library, &whom);
    let admitted = library.routines().filter(|entry| filter.admits(entry));
    let made: Vec<(&Entry<Routine>, Option<Tailored>)> = admitted
        .map(|entry| {
            let sound = entry.is_sound().then_some(entry);
            let tailored = sound.and_then(|entry| judge(entry, &library, &whom, &wish).ok());
            (entry, tailored)
        })
        .filter(|(_, tailored)| wish.minutes.is_none() || tailored.is_some())
        .collect();
    let rows: Vec<Row<'_>> = made
        .iter()
        .map(|(entry, tailored)| row(entry, tailored.as_ref(), &library, &worries))
        .collect();
    if arguments.json {
        return output::exact(&output::json_array(&rows));
    }
    if rows.is_empty() {
        output::message("nothing matches: drop one of the filters\n");
    }
    for worry in &worries.said {
        output::message(&format!("Mind: {}\n", printable(worry)));
    }
    let verdicts: Vec<String> = match whom.basis {
        Basis::Nothing if worries.is_checked => Vec::new(),
        _ => made
            .iter()
            .map(|(_, tailored)| {
                let verdict = |tailored| verdict(tailored, worries.is_checked);
                tailored.as_ref().map_or_else(String::new, verdict)
            })
            .collect(),
    };
    output::data(&table(&rows, &verdicts))
}

/// What a routine is to this person, in a few words. Where not all was checked, nothing is said to fit.
fn verdict(tailored: &Tailored, is_checked: bool) -> String {
    match (tailored.refusal(), tailored.adapted()) {
        (Some(refusal), _) => format!("not for you: {}", refusal.because),
        (None, _) if !tailored.unknown.is_empty() => "not checked".to_owned(),
        (None, 0) if !is_checked => "not checked".to_owned(),
        (None, 0) => "fits".to_owned(),
        (None, 1) => "adapted: 1 change".to_owned(),
        (None, changes) => format!("adapted: {changes} changes"),
    }
}

struct Filter {
    /// As it is searched, as is the title.
    id: Option<String>,
    title: Option<String>,
    discipline: Option<Discipline>,
    audience: Option<Audience>,
    when: Option<When>,
    max_minutes: Option<u32>,
}

impl Filter {
    fn of(arguments: &List) -> Result<Self, String> {
        let small = |text: &Option<String>| text.as_deref().map(searched);
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
                .is_none_or(|part| searched(text).contains(part))
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

/// A text as it is searched: capital letters and accents do not matter.
fn searched(text: &str) -> String {
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    plain.flat_map(char::to_lowercase).collect()
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

fn row<'a>(
    entry: &'a Entry<Routine>,
    tailored: Option<&'a Tailored>,
    library: &Library,
    worries: &Worries,
) -> Row<'a> {
    let routine = &entry.value;
    let worries = match tailored {
        Some(tailored) => worries.clone().with(tailored),
        None => worries.clone(),
    };
    let as_written = || lower(&entry.id, routine, library).ok();
    let timetable = tailored.and_then(|tailored| tailored.timetable.clone().or_else(as_written));
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
        plays: tailored.is_some_and(|tailored| tailored.timetable.is_some()),
        decisions: tailored
            .iter()
            .flat_map(|tailored| &tailored.decisions)
            .map(Decided::of)
            .collect(),
        checked: worries.is_checked,
        worries: worries.said,
    }
}

/// The rows with what each is to the person, where somebody is known.
fn table(rows: &[Row<'_>], verdicts: &[String]) -> String {
    let header = ["id", "title", "discipline", "audience", "when", "minutes"].map(str::to_owned);
    let mut cells = vec![header.to_vec()];
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
        vec![
            row.id.to_owned(),
            cut(row.title, WIDEST),
            row.discipline.unwrap_or("-").to_owned(),
            audience,
            row.when.to_owned(),
            minutes,
        ]
    }));
    if !verdicts.is_empty() {
        let column = std::iter::once("for you".to_owned()).chain(verdicts.iter().cloned());
        for (row, cell) in cells.iter_mut().zip(column) {
            row.push(cell);
        }
    }
    let widths: Vec<usize> = (0..cells[0].len())
        .map(|column| {
            cells
                .iter()
                .map(|row| row[column].width())
                .filter(|&width| width <= WIDEST)
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut out = String::new();
    for row in &cells {
        let mut line = String::new();
        for (cell, &width) in row.iter().zip(&widths) {
            line += cell;
            line += &" ".repeat(width.saturating_sub(cell.width()) + GAP);
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}
