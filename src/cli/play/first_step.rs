//! Finds the step that a session begins with.

use crate::cli::beginning::Beginning;
use crate::cli::error::CliError;
use crate::cli::no_part::{NoPart, PartHelp};
use crate::cli::selection::Selection;
use crate::content::text::alike::did_you_mean;
use crate::content::text::folded::fold;
use crate::plan::timetable::Timetable;

/// Returns the step to begin with, by its place among those that are played, counted from 0.
///
/// # Errors
/// When the routine has no such step or part, or it is left out this time.
pub(crate) fn first_step(
    from: Option<&Beginning>,
    selection: &Selection<'_>,
    timetable: &Timetable,
) -> Result<usize, CliError> {
    match from {
        None => Ok(0),
        Some(Beginning::Step(number)) => of_step(*number, selection, timetable),
        Some(Beginning::Part(name)) => of_part(name, selection, timetable),
    }
}

fn of_step(
    number: u32,
    selection: &Selection<'_>,
    timetable: &Timetable,
) -> Result<usize, CliError> {
    let played = timetable.steps.iter().map(|step| step.number);
    if let Some(place) = played.clone().position(|step| step == number) {
        return Ok(place);
    }
    let steps = selection.outline()?.steps().count();
    let is_written = usize::try_from(number).is_ok_and(|number| (1..=steps).contains(&number));
    let nearest = played.min_by_key(|step| step.abs_diff(number));
    Err(match nearest.filter(|_| is_written) {
        Some(nearest) => CliError::StepLeftOut { number, nearest },
        None => CliError::NoStep { number, steps },
    })
}

fn of_part(
    typed: &str,
    selection: &Selection<'_>,
    timetable: &Timetable,
) -> Result<usize, CliError> {
    let wanted = fold(typed);
    let is_meant = |name: &str| fold(name) == wanted;
    let steps = timetable.steps.iter();
    let mut names = steps.map(|step| step.part.as_ref().map(|part| part.name.as_str()));
    if let Some(place) = names.clone().position(|name| name.is_some_and(is_meant)) {
        return Ok(place);
    }
    let played = distinct(names.by_ref().flatten());
    let outline = selection.outline()?;
    let written = outline.steps().filter_map(|step| step.part.as_ref());
    let written = distinct(written.map(|part| part.name.as_str()));
    let help = if written.iter().any(|name| is_meant(name)) {
        PartHelp::LeftOut(played)
    } else {
        let folded: Vec<String> = played.iter().map(|name| fold(name)).collect();
        let near = did_you_mean(&wanted, folded.iter().map(String::as_str));
        let near = near.and_then(|near| folded.iter().position(|name| name == near));
        match near {
            Some(near) => PartHelp::Near(played[near].clone()),
            None => PartHelp::All(played),
        }
    };
    let typed = typed.to_owned();
    Err(CliError::NoPart(NoPart { typed, help }))
}

/// The names, each once.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for name in names {
        if !distinct.iter().any(|known| known == name) {
            distinct.push(name.to_owned());
        }
    }
    distinct
}
