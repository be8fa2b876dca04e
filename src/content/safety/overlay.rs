//! Lays a person's own rules over those below.
//!
//! A file speaks for the conditions and session flags that it defines itself: of these the rules and the allow-list
//! that it does not name are gone. For all others it only adds and replaces. So what is deleted from a copy of the
//! whole file is gone, and a file of two lines takes nothing away.

use crate::content::safety::full_stop::FullStop;
use crate::content::safety::limits::Limits;
use crate::content::safety::places::Reference;
use crate::content::safety::rule::{Caution, Note, SafetyRule};
use crate::content::safety::rulebook::Safety;

impl Safety {
    /// Lays a file over these rules. [`taken_away`](crate::content::safety::required::taken_away) has to find nothing
    /// before: this does not check that all full stops and red flags stay.
    pub fn lay(&mut self, mut own: Self) {
        own.keep_marks(self);
        let spoken_for: Vec<String> = own.condition_ids().map(str::to_owned).collect();
        let base = std::mem::take(self);
        *self = Self {
            disclaimer: if base.disclaimer.is_empty() {
                own.disclaimer
            } else {
                base.disclaimer
            },
            way_back: said(own.way_back).or(base.way_back),
            limits: limits(base.limits, own.limits),
            hazards: laid(base.hazards, own.hazards, |one, other| one.0 == other.0),
            conditions: laid(base.conditions, own.conditions, |one, other| {
                one.id == other.id
            }),
            session_flags: laid(base.session_flags, own.session_flags, |one, other| {
                one.id == other.id
            }),
            full_stops: laid(base.full_stops, own.full_stops, |one, other| {
                one.id == other.id
            }),
            rules: rules(base.rules, own.rules, &spoken_for),
            cautions: cautions(base.cautions, own.cautions),
            allow: allow(base.allow, own.allow, &spoken_for),
            notes: notes(base.notes, own.notes),
            red_flag_groups: laid(base.red_flag_groups, own.red_flag_groups, |one, other| {
                one.id == other.id
            }),
            red_flags: laid(base.red_flags, own.red_flags, |one, other| {
                one.group == other.group && one.say == other.say
            }),
        };
    }
}

impl Safety {
    /// Keeps what a copy may have left out: where the rules below call for help, and their advice after pain.
    fn keep_marks(&mut self, below: &Self) {
        for stop in &mut self.full_stops {
            let calls = |ours: &FullStop| ours.id == stop.id && ours.emergency;
            stop.emergency |= below.full_stops.iter().any(calls);
        }
        for group in &mut self.red_flag_groups {
            let ours = below.red_flag_groups.iter();
            for ours in ours.filter(|ours| ours.id == group.id) {
                group.emergency |= ours.emergency;
                group.decide_afresh |= ours.decide_afresh;
            }
        }
    }
}

/// Lays a list over another. What is in both comes in the order of the upper list, where the lower one had such;
/// what is new stays behind what it follows in the upper list, or comes last when it follows nothing known.
fn laid<T>(base: Vec<T>, own: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let is_in = |list: &[T], item: &T| list.iter().any(|other| same(other, item));
    let mut once: Vec<T> = Vec::new();
    for item in own {
        if !is_in(&once, &item) {
            once.push(item);
        }
    }
    // Each known one with the new ones behind it.
    let mut known: Vec<Vec<T>> = Vec::new();
    let mut new = Vec::new();
    for item in once {
        if is_in(&base, &item) {
            known.push(vec![item]);
        } else if let Some(run) = known.last_mut() {
            run.push(item);
        } else {
            new.push(item);
        }
    }
    let in_both = |item: &T| known.iter().flatten().any(|over| same(over, item));
    let replaced: Vec<bool> = base.iter().map(in_both).collect();
    let mut known = known.into_iter();
    let mut all = Vec::new();
    for (item, is_replaced) in base.into_iter().zip(replaced) {
        if is_replaced {
            all.extend(known.next().into_iter().flatten());
        } else {
            all.push(item);
        }
    }
    all.extend(known.flatten());
    all.extend(new);
    all
}

/// One rule for each subject, in the order in which they first come, with each condition on one list only.
fn by_subject(rules: Vec<SafetyRule>) -> Vec<SafetyRule> {
    let mut merged: Vec<SafetyRule> = Vec::new();
    for rule in rules {
        match merged
            .iter_mut()
            .find(|known| known.subject == rule.subject)
        {
            Some(known) => {
                known.contraindicated.extend(rule.contraindicated);
                known.precaution.extend(rule.precaution);
            }
            None => merged.push(rule),
        }
    }
    for rule in &mut merged {
        let SafetyRule {
            contraindicated,
            precaution,
            ..
        } = rule;
        precaution.retain(|condition| !contraindicated.contains(condition));
    }
    merged
}

fn rules(base: Vec<SafetyRule>, own: Vec<SafetyRule>, spoken_for: &[String]) -> Vec<SafetyRule> {
    let (mut base, mut own) = (by_subject(base), by_subject(own));
    for below in &mut base {
        let over = own.iter_mut().find(|rule| rule.subject == below.subject);
        let stays = |condition: &Reference| {
            let is_named = over.as_ref().is_some_and(|rule| {
                rule.contraindicated.contains(condition) || rule.precaution.contains(condition)
            });
            !is_named && !spoken_for.contains(condition.get_ref())
        };
        below.contraindicated.retain(stays);
        below.precaution.retain(stays);
        if let Some(over) = over {
            over.contraindicated.append(&mut below.contraindicated);
            over.precaution.append(&mut below.precaution);
        }
    }
    let mut all = laid(base, own, |one, other| one.subject == other.subject);
    all.retain(|rule| !(rule.contraindicated.is_empty() && rule.precaution.is_empty()));
    all
}

/// A text, unless it is empty: none takes the place of one of ours.
fn said(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// The first line that fits is said: the person's own come first, and the bundled ones are said beside them.
fn cautions(base: Vec<Caution>, own: Vec<Caution>) -> Vec<Caution> {
    if base.is_empty() {
        return own;
    }
    let same = |one: &Caution, other: &Caution| {
        one.subjects == other.subjects && one.conditions == other.conditions && one.say == other.say
    };
    let mut all = own;
    for caution in &mut all {
        let below = base.iter().find(|known| same(known, caution));
        caution.added = below.is_none_or(|known| known.added);
    }
    for caution in base {
        if !all.iter().any(|known| same(known, &caution)) {
            all.push(caution);
        }
    }
    all
}

/// A note takes the place of another one of its id only when it says all of that, to all whom that was for.
fn notes(base: Vec<Note>, mut own: Vec<Note>) -> Vec<Note> {
    let covers = |own: &Note, below: &Note| {
        let is_for =
            |one: &[Reference], other: &[Reference]| other.iter().all(|word| one.contains(word));
        own.id == below.id
            && below.say.iter().all(|line| own.say.contains(line))
            && is_for(&own.conditions, &below.conditions)
            && is_for(&own.hazards, &below.hazards)
    };
    let mut all = Vec::new();
    for below in base {
        all.push(match own.iter().position(|note| covers(note, &below)) {
            Some(at) => own.remove(at),
            None => below,
        });
    }
    all.extend(own);
    all
}

type Allow = Vec<(Reference, Vec<Reference>)>;

fn allow(mut base: Allow, own: Allow, spoken_for: &[String]) -> Allow {
    base.retain(|(condition, _)| {
        !spoken_for.contains(condition.get_ref()) || own.iter().any(|(over, _)| over == condition)
    });
    laid(base, own, |one, other| one.0 == other.0)
}

fn limits(base: Limits, own: Limits) -> Limits {
    Limits {
        week_unknown: own.week_unknown.or(base.week_unknown),
        past_due: own.past_due.or(base.past_due),
        hops: own.hops.or(base.hops),
        most_left_out: own.most_left_out.or(base.most_left_out),
        fewest_exercises: own.fewest_exercises.or(base.fewest_exercises),
        other_caution: said(own.other_caution).or(base.other_caution),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_words(base: &str, own: &str) -> String {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        laid(words(base), words(own), |one, other| {
            one.to_lowercase() == other.to_lowercase()
        })
        .join(" ")
    }

    #[test]
    fn a_list_over_another_keeps_what_it_does_not_name() {
        assert_eq!(laid_words("a b c", "A B C"), "A B C");
        assert_eq!(laid_words("a b c", "B"), "a B c");
        assert_eq!(laid_words("a b c", "x"), "a b c x");
        assert_eq!(laid_words("a b c", "C x A"), "C x b A");
        assert_eq!(laid_words("a b c", "x B y"), "a B y c x");
        assert_eq!(laid_words("a b c", "B B"), "a B c");
    }
}
