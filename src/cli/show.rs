//! `supple show`: the sheet of a routine, for reading and for printing.

pub(crate) mod json;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::arguments::Show;
use crate::cli::selection::Selection;
use crate::cli::sheet::Sheet;
use crate::cli::{output, person};
use crate::content::entry::Entry;
use crate::content::evidence::Evidence;
use crate::content::library::Shared;
use crate::content::routine::Routine;
use crate::content::safety::Condition;
use crate::content::sources::is_id;
use crate::content::text::MARK;
use crate::content::vocabulary::{Audience, Word as _};
use crate::content::wording::Wording;
use crate::plan::emergency::Emergency;
use crate::plan::lower::lower;
use crate::plan::notes::{Noted, notes};
use crate::plan::tailor::{Refusal, Tailored, Wish};
use crate::plan::timetable::Timetable;
use crate::plan::whom::Whom;
use crate::plan::words;
use crate::plan::worries::Worries;

pub(crate) fn run(arguments: &Show, folders: &[PathBuf]) -> ExitCode {
    show(arguments, folders).unwrap_or_else(|code| code)
}

fn show(arguments: &Show, folders: &[PathBuf]) -> Result<ExitCode, ExitCode> {
    let selection = Selection::find(&arguments.wanted.routine, folders)?;
    if arguments.toml {
        let entry = selection.read()?;
        let mark = if entry.has_mark { MARK } else { "" };
        return Ok(output::file(&format!("{mark}{}", entry.text)));
    }
    let mut whom = person::of_call(arguments.wanted.for_.as_deref(), &selection.library)?;
    whom.set_known(
        &selection.id,
        arguments.wanted.known || whom.knows(&selection.id),
    );
    let tailored = selection.tailored(&whom, arguments.wanted.minutes)?;
    let entry = selection.entry()?;
    // What the rules let not play is shown as it is written.
    let timetable = match &tailored.timetable {
        Some(timetable) => timetable.clone(),
        None => lower(&entry.id, &entry.value, &selection.library).map_err(|why| {
            let unsound = Refusal::Unsound(why);
            selection.refused(entry, &Wish::default(), unsound)
        })?,
    };
    let about = About::of(entry, &timetable, &tailored, &whom, &selection);
    Ok(if arguments.json {
        output::exact(&output::json(&json::sheet(&about)))
    } else {
        output::data(&as_text(&about, output::width()))
    })
}

/// Everything that a sheet says.
pub(crate) struct About<'a> {
    entry: &'a Entry<Routine>,
    timetable: &'a Timetable,
    tailored: &'a Tailored,
    worries: Worries,
    emergency: Emergency,
    /// What the person has said that they have.
    conditions: Vec<&'a Condition>,
    /// What is worth knowing besides the rules.
    notes: Vec<Noted>,
    shared: &'a Shared,
    evidence: Vec<&'a Evidence>,
    /// Ids and citations, each once, in order of their first mention.
    sources: Vec<&'a str>,
}

impl<'a> About<'a> {
    fn of(
        entry: &'a Entry<Routine>,
        timetable: &'a Timetable,
        tailored: &'a Tailored,
        whom: &Whom,
        selection: &'a Selection,
    ) -> Self {
        let (shared, person) = (selection.library.shared(), whom.person());
        let held = person.conditions().iter();
        let belonging = shared.evidence.iter().map(|(_, evidence)| evidence);
        let evidence: Vec<&Evidence> = belonging
            .filter(|evidence| {
                evidence.say.is_some() && evidence.belongs_to(&entry.id, &entry.value)
            })
            .collect();
        let exercises = timetable
            .steps
            .iter()
            .filter_map(|step| step.planned.exercise.as_deref());
        let mut sources = Vec::new();
        for source in entry
            .value
            .sources
            .iter()
            .chain(evidence.iter().flat_map(|evidence| &evidence.sources))
            .chain(
                exercises
                    .filter_map(|id| selection.library.exercise(id))
                    .flat_map(|exercise| &exercise.sources),
            )
        {
            if !sources.contains(&source.get_ref().as_str()) {
                sources.push(source.get_ref().as_str());
            }
        }
        Self {
            entry,
            timetable,
            tailored,
            worries: Worries::of(&selection.library, whom).with(tailored),
            emergency: Emergency::of(&whom.profile),
            conditions: held.filter_map(|id| shared.safety.condition(id)).collect(),
            notes: notes(
                &shared.safety,
                person,
                timetable.steps.iter().map(|step| &*step.planned),
            ),
            shared,
            evidence,
            sources,
        }
    }

    /// The groups of red flags that concern the people whom the routine is for, with their flags.
    fn red_flags(&self) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
        let shared = self.shared;
        let routine = &self.entry.value;
        let concerns = move |condition: &str| {
            routine.audience.is_empty()
                || Audience::parse(condition).is_none_or(|word| routine.audience.contains(&word))
        };
        shared
            .safety
            .red_flag_groups
            .iter()
            .filter(move |group| {
                group.conditions.is_empty()
                    || group
                        .conditions
                        .iter()
                        .any(|condition| concerns(condition.get_ref()))
            })
            .map(move |group| {
                let flags = shared
                    .safety
                    .red_flags
                    .iter()
                    .filter(|flag| *flag.group.get_ref() == group.id);
                (
                    group.name.as_str(),
                    flags.map(|flag| flag.say.as_str()).collect(),
                )
            })
    }

    fn citation(&self, source: &str) -> String {
        match self.shared.sources.get(source).filter(|_| is_id(source)) {
            Some(known) => format!("{} [{source}, {}]", known.citation, known.seen),
            None => source.to_owned(),
        }
    }
}

fn as_text(about: &About<'_>, width: usize) -> String {
    let routine = &about.entry.value;
    let mut sheet = Sheet::new(&routine.title, width);
    sheet.maybe(0, routine.about.as_deref());
    sheet.gap();
    for (what, value) in facts(about) {
        sheet.fact(what, &value);
    }
    for worry in &about.worries.said {
        sheet.fact("Mind", worry);
    }
    let cautions = routine.cautions.iter().chain(&about.timetable.way_back);
    let cautions: Vec<&String> = cautions.collect();
    let plays = about.tailored.timetable.is_some();
    if !plays {
        for_you(about, &mut sheet);
    }
    if !cautions.is_empty() {
        sheet.heading("Take care");
        for caution in cautions {
            sheet.item("- ", caution);
        }
    }
    if plays {
        for_you(about, &mut sheet);
    }
    sheet.heading(if plays {
        "Steps"
    } else {
        "Steps as they are written: not for you"
    });
    steps(about, &mut sheet);
    if !about.notes.is_empty() {
        sheet.heading("Good to know");
        for note in &about.notes {
            sheet.item("- ", &format!("{}: {}", note.name, note.say.join(" ")));
        }
    }
    if !about.conditions.is_empty() {
        sheet.heading("What the rules for you rest on");
        for condition in &about.conditions {
            let sources = condition
                .sources
                .iter()
                .map(|source| about.citation(source.get_ref()));
            let mut sources = sources.collect::<Vec<_>>().join("; ");
            if sources.is_empty() {
                sources.push_str("no source of their own");
            }
            sheet.item("- ", &format!("{}: {sources}", condition.name));
        }
    }
    if !about.evidence.is_empty() {
        sheet.heading("What is known");
        for evidence in &about.evidence {
            let say = evidence.say.as_deref().unwrap_or_default();
            let searched = evidence.searched.as_ref();
            let searched = searched.map_or_else(String::new, |date| format!(" Searched: {date}."));
            let sure = &evidence.strength;
            sheet.item("- ", &format!("{say} (How sure: {sure}.{searched})"));
        }
    }
    sheet.heading("Stop and get help");
    for (index, (group, flags)) in about.red_flags().enumerate() {
        if index > 0 {
            sheet.gap();
        }
        sheet.line(0, &format!("{group}:"));
        for flag in flags {
            sheet.item("- ", &about.emergency.in_text(flag));
        }
    }
    sheet.heading("Sources");
    for source in &about.sources {
        sheet.item("- ", &about.citation(source));
    }
    sheet.gap();
    sheet.line(
        0,
        "In brackets: how far a source was checked for this library.",
    );
    sheet.gap();
    sheet.line(0, &about.shared.safety.disclaimer.join(" "));
    sheet.finish()
}

/// What is decided about the person and changed for them.
fn for_you(about: &About<'_>, sheet: &mut Sheet) {
    let Tailored {
        decisions, changes, ..
    } = about.tailored;
    if decisions.is_empty() && changes.is_empty() {
        return;
    }
    sheet.heading("For you");
    for decision in decisions {
        sheet.item("- ", &about.emergency.in_text(&decision.to_string()));
    }
    for change in changes {
        sheet.item("- ", &change.to_string());
    }
}

fn steps<'a>(about: &'a About<'_>, sheet: &mut Sheet) {
    let mut explained: Vec<&str> = Vec::new();
    for (index, step) in about.timetable.steps.iter().enumerate() {
        let planned = &*step.planned;
        let title = format!(
            "{}. {}: {}",
            step.number,
            planned.name,
            words::dose(planned)
        );
        if explained.contains(&planned.name.as_str()) {
            sheet.line(0, &title);
            continue;
        }
        explained.push(&planned.name);
        if index > 0 {
            sheet.gap();
        }
        sheet.line(0, &title);
        for line in words::how(planned, None) {
            sheet.line(3, &line);
        }
        let filled = |text: &'a Option<Wording>| {
            let text = text.as_ref();
            text.map(|text| words::filled(text, planned, None))
        };
        sheet.labelled("Feel: ", filled(&planned.feel).as_deref());
        for caution in &planned.cautions {
            sheet.labelled("Care: ", Some(caution));
        }
        sheet.labelled("Care: ", filled(&planned.avoid).as_deref());
        sheet.labelled("Note: ", filled(&planned.note).as_deref());
    }
}

fn facts(about: &About<'_>) -> Vec<(&'static str, String)> {
    let routine = &about.entry.value;
    let audience: Vec<&str> = routine
        .audience
        .iter()
        .map(|audience| audience.as_str())
        .collect();
    let mut facts = vec![
        (
            "Kind",
            routine
                .discipline
                .map_or("-", |discipline| discipline.as_str())
                .to_owned(),
        ),
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
    if !about.timetable.is_checklist() {
        facts.push((
            "Takes",
            format!("{} in all", words::spaced(about.timetable.total())),
        ));
    }
    let props = about.timetable.props();
    if !props.is_empty() {
        facts.push(("Needs", props.join(", ")));
    }
    facts.push(("File", about.entry.path.clone()));
    facts
}
