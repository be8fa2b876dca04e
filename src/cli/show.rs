//! `supple show`: the sheet of a routine, for reading and for printing.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::arguments::Show;
use crate::cli::output;
use crate::cli::selection::Selection;
use crate::content::duration::written;
use crate::content::library::{Entry, Library};
use crate::content::routine::Routine;
use crate::content::text::printable;
use crate::content::vocabulary::Word as _;
use crate::plan::timetable::Timetable;
use crate::plan::words;

/// Always at the end of a sheet.
const DISCLAIMER: &str = "General information, not medical advice. It cannot know your health. Stop if something \
    feels wrong. Check with a clinician first if you are pregnant, have had a fall, recent surgery, heart, bone or \
    eye disease, or are unsure.";

pub(crate) fn run(arguments: &Show, folders: &[PathBuf]) -> ExitCode {
    let selection = match Selection::find(&arguments.routine, folders) {
        Ok(selection) => selection,
        Err(code) => return code,
    };
    if arguments.toml {
        return selection
            .entry()
            .map_or_else(|code| code, |entry| output::data(&entry.text));
    }
    match selection
        .timetable()
        .and_then(|timetable| Ok((selection.entry()?, timetable)))
    {
        Ok((entry, timetable)) => output::data(&sheet(
            entry,
            &timetable,
            &selection.library,
            output::width(),
        )),
        Err(code) => code,
    }
}

/// The sheet, wrapped to a width.
fn sheet(entry: &Entry<Routine>, timetable: &Timetable, library: &Library, width: usize) -> String {
    let routine = &entry.value;
    let mut sheet = Sheet {
        out: String::new(),
        width,
    };
    sheet.line(0, &routine.title);
    sheet.out +=
        &"=".repeat(unicode_width::UnicodeWidthStr::width(routine.title.as_str()).min(width));
    sheet.out.push('\n');
    sheet.maybe(0, routine.about.as_deref());
    sheet.gap();
    for (what, value) in facts(entry, timetable) {
        sheet.fact(what, &value);
    }
    if !routine.cautions.is_empty() {
        sheet.heading("Take care");
        for caution in &routine.cautions {
            sheet.item("- ", caution);
        }
    }
    sheet.heading("Steps");
    for (index, step) in timetable.steps.iter().enumerate() {
        if index > 0 {
            sheet.gap();
        }
        let round = if step.round > 1 {
            format!(" (round {})", step.round)
        } else {
            String::new()
        };
        let title = format!(
            "{}. {}{round}: {}",
            step.number,
            step.planned.name,
            words::dose(&step.planned)
        );
        sheet.line(0, &title);
        if step.round == 1 {
            for line in &step.planned.how {
                sheet.line(3, line);
            }
            sheet.labelled("Feel: ", step.planned.feel.as_deref());
            sheet.labelled("Care: ", step.planned.avoid.as_deref());
            sheet.labelled("Note: ", step.planned.note.as_deref());
        }
    }
    if !routine.sources.is_empty() {
        sheet.heading("Sources");
        for id in &routine.sources {
            match library.shared().sources.get(id.get_ref()) {
                Some(source) => sheet.item(
                    "- ",
                    &format!("{} ({}: {})", source.citation, id.get_ref(), source.seen),
                ),
                None => sheet.item("- ", id.get_ref()),
            }
        }
    }
    sheet.gap();
    sheet.line(0, DISCLAIMER);
    sheet.out
}

fn facts(entry: &Entry<Routine>, timetable: &Timetable) -> Vec<(&'static str, String)> {
    let routine = &entry.value;
    let audience: Vec<&str> = routine
        .audience
        .iter()
        .map(|audience| audience.as_str())
        .collect();
    let mut facts = vec![
        (
            "For",
            if audience.is_empty() {
                "everybody".to_owned()
            } else {
                audience.join(", ")
            },
        ),
        ("When", routine.when.as_str().to_owned()),
    ];
    if !timetable.is_checklist() {
        facts.push(("Takes", format!("{} in all", written(timetable.total()))));
    }
    let props = timetable.props();
    if !props.is_empty() {
        facts.push(("Needs", props.join(", ")));
    }
    facts.push(("File", entry.path.clone()));
    facts
}

struct Sheet {
    out: String,
    width: usize,
}

impl Sheet {
    fn wrapped(&mut self, first: &str, indent: &str, text: &str) {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(indent);
        for line in textwrap::wrap(&printable(text), options) {
            self.out += line.trim_end();
            self.out.push('\n');
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&indent, &indent, text);
    }

    fn maybe(&mut self, indent: usize, text: Option<&str>) {
        if let Some(text) = text {
            self.line(indent, text);
        }
    }

    fn labelled(&mut self, label: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.wrapped(&format!("   {label}"), "         ", text);
        }
    }

    fn item(&mut self, bullet: &str, text: &str) {
        self.wrapped(bullet, &" ".repeat(bullet.len()), text);
    }

    fn fact(&mut self, what: &str, value: &str) {
        self.wrapped(&format!("{what:<7}"), "       ", value);
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.out += text;
        self.out.push('\n');
        self.out += &"-".repeat(text.len());
        self.out.push('\n');
    }

    fn gap(&mut self) {
        self.out.push('\n');
    }
}
