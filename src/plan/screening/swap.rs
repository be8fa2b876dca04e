//! Finds exercises that are ruled out or need care for a person, and their replacements. Follows `safety.toml` and
//! knows no rule of its own.

use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::safety::rule::Subject;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Position;
use crate::plan::person::Person;

/// The reason why an exercise is ruled out, or wants care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    /// The condition.
    pub(crate) condition: String,
    /// The hazard tag, or the position; `None` when an allow-list leaves it out.
    pub(crate) subject: Option<String>,
}

/// The worst of all rules over an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Suitability {
    /// Nothing speaks against it.
    Fine,
    /// It is done with care: each different line to say, with the first reason for it, in the order of the cautions.
    Care(Vec<(Cause, String)>),
    /// It is not done; the causes, in order of precedence of the conditions.
    RuledOut(Vec<Cause>),
}

/// The traits that the rules check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traits<'a> {
    /// The exercise's id, if it is one of the library, done as there.
    pub(crate) id: Option<&'a str>,
    pub(crate) position: Option<Position>,
    /// Positions whose rules hold too.
    pub(crate) replaced_positions: &'a [Position],
    pub(crate) hazards: &'a [String],
}

/// Holds an exercise against all rules for a person.
pub(crate) fn suitability(traits: Traits<'_>, safety: &Safety, person: &Person) -> Suitability {
    let mut ruled_out = Vec::new();
    let mut care: Vec<(usize, Cause, String)> = Vec::new();
    for condition in person.conditions() {
        let cause = |subject| Cause {
            condition: condition.clone(),
            subject,
        };
        for rule in safety
            .rules
            .iter()
            .filter(|rule| concerns(&rule.subject, traits))
        {
            let names = |list: &[crate::content::safety::places::Reference]| {
                list.iter().any(|known| known.get_ref() == condition)
            };
            if names(&rule.contraindicated) {
                ruled_out.push(cause(Some(rule.subject.word().to_owned())));
            } else if names(&rule.precaution) {
                let lines = cautions(safety, &rule.subject, condition).into_iter();
                let subject = || Some(rule.subject.word().to_owned());
                care.extend(lines.map(|(place, line)| (place, cause(subject()), line)));
            }
        }
        if !is_allowed(traits.id, safety, condition) {
            ruled_out.push(cause(None));
        }
    }
    if !ruled_out.is_empty() {
        Suitability::RuledOut(ruled_out)
    } else if care.is_empty() {
        Suitability::Fine
    } else {
        Suitability::Care(in_order(care))
    }
}

/// The lines in the order of the cautions, each once, for the first reason that asks for it.
fn in_order(mut care: Vec<(usize, Cause, String)>) -> Vec<(Cause, String)> {
    care.sort_by_key(|(place, ..)| *place);
    let mut lines: Vec<(Cause, String)> = Vec::new();
    for (_, cause, line) in care {
        if !lines.iter().any(|(_, said)| *said == line) {
            lines.push((cause, line));
        }
    }
    lines
}

fn concerns(subject: &Subject, traits: Traits<'_>) -> bool {
    match subject {
        Subject::Hazard(hazard) => traits.hazards.contains(hazard.get_ref()),
        Subject::Position(position) => {
            traits.position == Some(*position) || traits.replaced_positions.contains(position)
        }
    }
}

/// An allow-list rules out what it does not name. Steps that are no exercise of the library are on no list.
fn is_allowed(id: Option<&str>, safety: &Safety, condition: &str) -> bool {
    let mut lists = safety
        .allow
        .iter()
        .filter(|(known, _)| known.get_ref() == condition);
    lists.all(|(_, list)| id.is_some_and(|id| list.iter().any(|allowed| allowed.get_ref() == id)))
}

/// The line for a precaution and its place in the order: one that names the condition goes before one for all. Beside a
/// line of a person's own ours is said as well.
fn cautions(safety: &Safety, subject: &Subject, condition: &str) -> Vec<(usize, String)> {
    let (place, line, added) = caution(safety, subject, condition, true);
    let mut lines = vec![(place, line)];
    if added {
        let (place, line, _) = caution(safety, subject, condition, false);
        lines.push((place, line));
    }
    lines
}

/// One line, with its place and whether it was added; where those do not count, one of ours.
fn caution(
    safety: &Safety,
    subject: &Subject,
    condition: &str,
    with_added: bool,
) -> (usize, String, bool) {
    let same = |known: &Subject| known == subject;
    let fitting = || {
        let cautions = safety.cautions.iter().enumerate();
        let cautions = cautions.filter(|(_, caution)| with_added || !caution.added);
        cautions.filter(|(_, caution)| caution.subjects.iter().any(same))
    };
    let named = fitting().find(|(_, caution)| {
        let mut conditions = caution.conditions.iter();
        conditions.any(|known| known.get_ref() == condition)
    });
    let general = || fitting().find(|(_, caution)| caution.conditions.is_empty());
    match named.or_else(general) {
        Some((place, caution)) => (place, caution.say.clone(), caution.added),
        None => (
            usize::MAX,
            safety.limits.other_caution.clone().unwrap_or_default(),
            false,
        ),
    }
}

/// Looks for what is done instead of an exercise.
pub(crate) struct Swaps<'a> {
    pub(crate) library: &'a Library,
    pub(crate) person: &'a Person,
    /// Exercises that would be done twice in a row: before and after the step.
    pub(crate) neighbours: Vec<&'a str>,
}

impl<'a> Swaps<'a> {
    /// The first exercise that is not ruled out: the swaps that the exercise names for each condition that rules it
    /// out, then its easier variant; then the same once more from each of these, as often as the rules allow.
    pub(crate) fn find(
        &self,
        id: Option<&'a str>,
        easier: Option<&'a str>,
        causes: &[Cause],
    ) -> Option<&'a str> {
        let safety = &self.library.shared().safety;
        let mut tried: Vec<&str> = id.into_iter().collect();
        let mut level =
            self.candidates(id.and_then(|id| self.library.exercise(id)), easier, causes);
        for _ in 0..safety.limits.hops() {
            let mut next = Vec::new();
            for id in level {
                if tried.contains(&id) {
                    continue;
                }
                tried.push(id);
                let Some(exercise) = self.library.exercise(id) else {
                    continue;
                };
                let causes = match self.suitability(id, exercise) {
                    Suitability::RuledOut(causes) => causes,
                    Suitability::Fine | Suitability::Care(_)
                        if self.is_known(exercise) && !self.neighbours.contains(&id) =>
                    {
                        return Some(id);
                    }
                    Suitability::Fine | Suitability::Care(_) => Vec::new(),
                };
                let easier = exercise
                    .easier
                    .as_ref()
                    .map(|easier| easier.get_ref().as_str());
                next.extend(self.candidates(Some(exercise), easier, &causes));
            }
            level = next;
        }
        None
    }

    /// Returns the exercises that an exercise names as its replacements.
    fn candidates(
        &self,
        exercise: Option<&'a Exercise>,
        easier: Option<&'a str>,
        causes: &[Cause],
    ) -> Vec<&'a str> {
        let mut found = Vec::new();
        for condition in self.person.conditions() {
            if causes.iter().any(|cause| cause.condition == *condition) {
                let named = exercise.iter().flat_map(|exercise| &exercise.substitutes);
                let named = named.filter(|(known, _)| known.get_ref() == condition);
                found.extend(named.map(|(_, id)| id.get_ref().as_str()));
            }
        }
        found.extend(easier);
        found
    }

    /// Returns whether this exercise may be done here as it is.
    pub(crate) fn suits(&self, id: &str) -> bool {
        let exercise = self.library.exercise(id);
        let may_be_done = |exercise| {
            let suitability = self.suitability(id, exercise);
            self.is_known(exercise) && !matches!(suitability, Suitability::RuledOut(_))
        };
        !self.neighbours.contains(&id) && exercise.is_some_and(may_be_done)
    }

    /// Returns whether it can be said of an exercise that it suits: for somebody with a condition nothing is taken in
    /// place of something else of which nobody has said what could harm in it.
    fn is_known(&self, exercise: &Exercise) -> bool {
        exercise.known || self.person.conditions().is_empty()
    }

    /// Holds an exercise of the library against the rules.
    pub(crate) fn suitability(&self, id: &str, exercise: &Exercise) -> Suitability {
        let hazards = exercise.all_hazards();
        let traits = Traits {
            id: (!exercise.altered).then_some(id),
            position: exercise.position,
            replaced_positions: &exercise.replaced_positions,
            hazards: &hazards,
        };
        suitability(traits, &self.library.shared().safety, self.person)
    }
}
