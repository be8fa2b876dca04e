//! The sheet for reading.

use crate::cli::sheet::Sheet;
use crate::cli::show::about::RoutineSheet;
use crate::content::sources::is_id;
use crate::content::vocabulary::Word as _;
use crate::content::wording::Wording;
use crate::plan::planned::Planned;
use crate::plan::tailor::Tailored;
use crate::plan::words;
use crate::words::en::grammar::list;
use crate::words::en::{commands, fitting, reasons, worries};

/// The sheet, so wide at the most.
pub(crate) fn sheet(about: &RoutineSheet<'_>, width: usize) -> String {
    let routine = &about.entry.value;
    let mut sheet = Sheet::new(&routine.title, width);
    sheet.maybe(0, routine.about.as_deref());
    sheet.gap();
    for (what, value) in facts(about) {
        sheet.fact(what, &value);
    }
    for worry in worries::all(&about.worries) {
        sheet.fact(commands::MIND, &worry);
    }
    if about.tailored.timetable.is_some() {
        cautions(about, &mut sheet);
        for_you(about, &mut sheet);
        sheet.heading(commands::STEPS);
    } else {
        for_you(about, &mut sheet);
        cautions(about, &mut sheet);
        sheet.heading(commands::STEPS_AS_WRITTEN);
    }
    steps(about, &mut sheet);
    notes(about, &mut sheet);
    conditions(about, &mut sheet);
    evidence(about, &mut sheet);
    red_flags(about, &mut sheet);
    sources(about, &mut sheet);
    sheet.gap();
    sheet.line(0, &about.shared.safety.disclaimer.join(" "));
    sheet.finish()
}

fn facts(about: &RoutineSheet<'_>) -> Vec<(&'static str, String)> {
    let routine = &about.entry.value;
    let discipline = routine.discipline.map_or("-", |word| word.as_str());
    let audience: Vec<&str> = routine.audience.iter().map(|word| word.as_str()).collect();
    let audience = if audience.is_empty() {
        commands::EVERYBODY.to_owned()
    } else {
        audience.join(", ")
    };
    let mut facts = vec![
        (commands::KIND, discipline.to_owned()),
        (commands::FOR, audience),
        (commands::WHEN, routine.when.as_str().to_owned()),
    ];
    if let Some(often) = &routine.often {
        facts.push((commands::OFTEN, often.written.clone()));
    }
    if !about.timetable.is_checklist() {
        let total = words::dose::spaced(about.timetable.total());
        facts.push((commands::TAKES, commands::in_all(&total)));
    }
    if let Some(end) = about.timetable.ranges() {
        facts.push((commands::RANGES, commands::ends(end).to_owned()));
    }
    let props = about.timetable.props();
    if !props.is_empty() {
        facts.push((commands::NEEDS, props.join(", ")));
    }
    facts.push((commands::FILE, about.entry.path.clone()));
    facts
}

fn cautions(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    let cautions = &about.entry.value.cautions;
    let way_back = &about.timetable.way_back;
    let mut cautions = cautions.iter().chain(way_back).peekable();
    if cautions.peek().is_some() {
        sheet.heading(commands::TAKE_CARE);
    }
    for caution in cautions {
        sheet.item("- ", caution);
    }
}

/// Adds the decisions about the person and the changes for them.
fn for_you(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    let Tailored {
        decisions, changes, ..
    } = about.tailored;
    if decisions.is_empty() && changes.is_empty() {
        return;
    }
    sheet.heading(commands::FOR_YOU);
    for decision in decisions {
        sheet.item("- ", &about.emergency.in_text(&reasons::decision(decision)));
    }
    for change in changes {
        sheet.item("- ", &fitting::change(change));
    }
}

/// Adds the instructions of each step, once.
fn steps(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    let mut explained: Vec<&str> = Vec::new();
    for (index, step) in about.timetable.steps.iter().enumerate() {
        let planned = &*step.planned;
        let begins_part = part(about, index, sheet);
        let mut dose = vec![words::dose::dose(planned)];
        dose.extend(words::dose::besides(planned));
        let title = format!("{}. {}: {}", step.number, planned.name, list(&dose));
        if explained.contains(&planned.name.as_str()) {
            sheet.line(0, &title);
            continue;
        }
        explained.push(&planned.name);
        if index > 0 && !begins_part {
            sheet.gap();
        }
        sheet.line(0, &title);
        how(planned, sheet);
    }
}

/// Adds the heading of the part that begins with a step. Returns whether one does.
fn part(about: &RoutineSheet<'_>, step: usize, sheet: &mut Sheet) -> bool {
    let Some(part) = about.timetable.begun_part(step) else {
        return false;
    };
    if step > 0 {
        sheet.gap();
    }
    let planned = &about.timetable.steps[step].planned;
    let say = part
        .say
        .as_ref()
        .map(|say| words::filled(say, planned, None));
    sheet.line(0, &commands::part(&part.name, say.as_deref()));
    true
}

fn how(planned: &Planned, sheet: &mut Sheet) {
    for line in words::how(planned, None) {
        sheet.line(3, &line);
    }
    let filled = |text: &Wording| words::filled(text, planned, None).into_owned();
    sheet.labelled(commands::FEEL, planned.feel.as_ref().map(filled).as_deref());
    for caution in &planned.cautions {
        sheet.labelled(commands::CARE, Some(caution));
    }
    sheet.labelled(
        commands::CARE,
        planned.avoid.as_ref().map(filled).as_deref(),
    );
    sheet.labelled(commands::NOTE, planned.note.as_ref().map(filled).as_deref());
}

fn notes(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    if !about.notes.is_empty() {
        sheet.heading(commands::GOOD_TO_KNOW);
    }
    for note in &about.notes {
        sheet.item("- ", &format!("{}: {}", note.name, note.say.join(" ")));
    }
}

fn conditions(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    if !about.conditions.is_empty() {
        sheet.heading(commands::RULES_REST_ON);
    }
    for condition in &about.conditions {
        let sources = condition.sources.iter();
        let sources = sources.map(|source| citation(about, source.get_ref()));
        let mut sources = sources.collect::<Vec<_>>().join("; ");
        if sources.is_empty() {
            sources.push_str(commands::NO_SOURCE);
        }
        sheet.item("- ", &format!("{}: {sources}", condition.name));
    }
}

fn evidence(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    if !about.evidence.is_empty() {
        sheet.heading(commands::EVIDENCE);
    }
    for evidence in &about.evidence {
        let say = evidence.say.as_deref().unwrap_or_default();
        let searched = evidence.searched.as_ref();
        let searched = searched.map(ToString::to_string);
        let sure = &evidence.strength;
        let known = commands::evidence(say, sure, searched.as_deref());
        sheet.item("- ", &known);
    }
}

fn red_flags(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    sheet.heading(commands::RED_FLAGS);
    for (index, (group, flags)) in about.red_flags().enumerate() {
        if index > 0 {
            sheet.gap();
        }
        sheet.line(0, &format!("{group}:"));
        for flag in flags {
            sheet.item("- ", &about.emergency.in_text(flag));
        }
    }
}

fn sources(about: &RoutineSheet<'_>, sheet: &mut Sheet) {
    sheet.heading(commands::SOURCES);
    for source in &about.sources {
        sheet.item("- ", &citation(about, source));
    }
    sheet.gap();
    sheet.line(0, commands::IN_BRACKETS);
}

fn citation(about: &RoutineSheet<'_>, source: &str) -> String {
    match about.shared.sources.get(source).filter(|_| is_id(source)) {
        Some(known) => format!("{} [{source}, {}]", known.citation, known.seen),
        None => source.to_owned(),
    }
}
