//! The reasons why the rules decide what they decide.

use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::screening::reason::{LeftOut, Misfit, Reason};
use crate::plan::words::dose::spaced;

/// The reason of a decision: `Lying knee roll: flat on the back. Not for you: pregnant, second trimester.` About a whole
/// routine it goes into a sentence: `made for pregnancy`.
pub fn because(decision: &Decision) -> String {
    let name = decision.name.as_deref().unwrap_or_default();
    match &decision.reason {
        Reason::Care(lines) if decision.action == Ruling::Override => {
            format!("{name}: {}", lines.join(" "))
        }
        Reason::Care(lines) => lines.join(" "),
        Reason::RuledOut { subject, condition } => {
            format!("{name}: {subject}. Not for you: {condition}.")
        }
        Reason::Unlisted(why) => {
            let why = why.as_deref();
            let why = why.unwrap_or("It is not on the list of what suits now.");
            format!("{name}. {why}")
        }
        Reason::FullStop { message, .. } => message.clone(),
        Reason::Audience(misfit) => not_made_for(misfit),
        Reason::Redirected(condition) => {
            format!("another routine suits better. About you: {condition}")
        }
        Reason::LeftOut(what) => left_out(what),
    }
}

/// A decision with its reason: `3. Lying knee roll: flat on the back. Not for you: ... Instead: Seated twist.`
pub fn decision(decision: &Decision) -> String {
    let because = because(decision);
    let (name, with) = (decision.name.as_deref(), decision.with_name.as_deref());
    let said = match decision.action {
        Ruling::Precaution => format!("{}, with care: {because}", name.unwrap_or_default()),
        Ruling::Substitute => format!("{because} Instead: {}.", with.unwrap_or_default()),
        Ruling::Drop => format!("{because} Left out."),
        Ruling::Override => format!("{because} Overruled by you."),
        Ruling::FullStop => match facts(decision) {
            Some(facts) => format!("Nothing is played today. About you: {facts}. {because}"),
            None => format!("Nothing is played today: {because}"),
        },
        Ruling::Block | Ruling::Redirect => match with {
            Some(other) => format!("Not played: {because}. Instead: {other}."),
            None => format!("Not played: {because}."),
        },
    };
    match decision.step {
        Some(step) => format!("{step}. {said}"),
        None => said,
    }
}

/// Returns the facts about a person that cause a full stop; `None` where the person named it directly.
pub(crate) fn facts(decision: &Decision) -> Option<String> {
    match &decision.reason {
        Reason::FullStop { facts, .. } if !facts.is_empty() => Some(facts.join("; ")),
        _ => None,
    }
}

fn not_made_for(misfit: &Misfit) -> String {
    match misfit {
        Misfit::NotForPregnancy => "not made for pregnancy",
        Misfit::OtherTrimester(parts) => {
            let parts: Vec<&str> = parts.iter().map(|part| part.in_words()).collect();
            return format!("made for {}", parts.join(" and "));
        }
        Misfit::ForPregnancy => "made for pregnancy",
        Misfit::TooBrisk => "too brisk from 65 on",
        Misfit::TooStrenuous => "too strenuous from 65 on",
        Misfit::NotForOlder => "not made for people from 65 on",
        Misfit::ForOlder => "made for people from 65 on",
    }
    .to_owned()
}

fn left_out(what: &LeftOut) -> String {
    match what {
        LeftOut::Steps { left_out, all } => format!("{left_out} of {all} steps would be left out"),
        LeftOut::Time { left_out, all } => format!(
            "{} of {} of exercise would be left out",
            spaced(*left_out),
            spaced(*all)
        ),
        LeftOut::Exercises => "too few exercises would be left".to_owned(),
    }
}
