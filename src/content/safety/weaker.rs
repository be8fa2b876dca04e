//! Compares two sets of rules and finds all that one allows and the other does not.

use std::fmt;

use crate::content::safety::condition::Condition;
use crate::content::safety::meaning::{Meaning, Meanings};
use crate::content::safety::places::Reference;
use crate::content::safety::rule::{SafetyRule, Subject};
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::Audience;

/// One way in which own rules are looser than the bundled ones, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weaker {
    /// The subject: `flat on the back, with pregnant, second trimester`.
    pub(crate) about: String,
    /// The effect of the bundled rules: `left out`.
    pub(crate) ours: String,
    /// The effect now: `with care`.
    pub(crate) yours: String,
}

impl Weaker {
    pub(crate) fn new(
        about: impl Into<String>,
        ours: impl Into<String>,
        yours: impl Into<String>,
    ) -> Self {
        Self {
            about: about.into(),
            ours: ours.into(),
            yours: yours.into(),
        }
    }
}

impl fmt::Display for Weaker {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { about, ours, yours } = self;
        write!(out, "{about}: {ours} in ours, {yours} in yours")
    }
}

/// The treatment of an exercise, from the loosest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    AsUsual,
    WithCare,
    LeftOut,
}

impl Level {
    const fn words(self) -> &'static str {
        match self {
            Self::AsUsual => "as usual",
            Self::WithCare => "with care",
            Self::LeftOut => "left out",
        }
    }
}

/// All that `yours` is looser in than `ours`. `exercise` gives the name of an exercise by its id.
pub fn weaker<'a>(
    ours: &Safety,
    yours: &Safety,
    exercise: impl Fn(&str) -> Option<&'a str>,
) -> Vec<Weaker> {
    let mut found = weaker_rules(ours, yours);
    found.extend(weaker_lists(ours, yours, exercise));
    found.extend(weaker_conditions(ours, yours));
    found.extend(no_longer_by_age(ours, yours));
    found.extend(weaker_words(ours, yours));
    found.extend(weaker_limits(ours, yours));
    found
}

fn weaker_rules(ours: &Safety, yours: &Safety) -> Vec<Weaker> {
    let mut found = Vec::new();
    for rule in &ours.rules {
        for condition in rule.contraindicated.iter().chain(&rule.precaution) {
            let before = level(&ours.rules, &rule.subject, condition);
            let after = level(&yours.rules, &rule.subject, condition);
            if after < before {
                let subject = subject_words(ours, &rule.subject);
                let about = with(&subject, ours, condition.get_ref());
                found.push(Weaker::new(about, before.words(), after.words()));
            }
        }
    }
    found
}

fn level(rules: &[SafetyRule], subject: &Subject, condition: &Reference) -> Level {
    let levels = rules.iter().filter(|rule| rule.subject == *subject);
    let levels = levels.map(|rule| {
        if rule.contraindicated.contains(condition) {
            Level::LeftOut
        } else if rule.precaution.contains(condition) {
            Level::WithCare
        } else {
            Level::AsUsual
        }
    });
    levels.max().unwrap_or(Level::AsUsual)
}

fn weaker_lists<'a>(
    ours: &Safety,
    yours: &Safety,
    exercise: impl Fn(&str) -> Option<&'a str>,
) -> Vec<Weaker> {
    let mut found = Vec::new();
    for (condition, list) in &ours.allow {
        let own = yours.allow.iter().find(|(known, _)| known == condition);
        let Some((_, own)) = own else {
            let about = with("what is not on our list", ours, condition.get_ref());
            found.push(Weaker::new(
                about,
                Level::LeftOut.words(),
                Level::AsUsual.words(),
            ));
            continue;
        };
        for id in own.iter().filter(|id| !list.contains(id)) {
            let name = exercise(id.get_ref()).unwrap_or(id.get_ref());
            let about = with(name, ours, condition.get_ref());
            found.push(Weaker::new(about, Level::LeftOut.words(), "allowed"));
        }
    }
    found
}

fn weaker_conditions(ours: &Safety, yours: &Safety) -> Vec<Weaker> {
    let both = ours.conditions.iter();
    let both = both.filter_map(|before| Some((before, yours.condition(&before.id)?)));
    let mut found = Vec::new();
    for (before, after) in both {
        found.extend(shorter_pregnancy(before, after));
        found.extend(shorter_after_birth(before, after));
        found.extend(shorter_after_caesarean(before, after));
        found.extend(no_longer_implied(before, after, ours));
        found.extend(other_pace(before, after));
        found.extend(other_audience(before, after));
    }
    found
}

fn shorter_pregnancy(before: &Condition, after: &Condition) -> Option<Weaker> {
    let is_shorter = !holds_as_long(before, after);
    is_shorter.then(|| Weaker::new(&before.name, weeks(before), weeks(after)))
}

fn shorter_after_birth(before: &Condition, after: &Condition) -> Option<Weaker> {
    let lasts = before.lasts_weeks?;
    if after.lasts_weeks.is_some_and(|own| own >= lasts) {
        return None;
    }
    let words = |condition: &Condition| {
        let until = |weeks| format!("until {weeks} weeks after the birth");
        condition.lasts_weeks.map_or_else(only_when_set, until)
    };
    Some(Weaker::new(&before.name, words(before), words(after)))
}

fn shorter_after_caesarean(before: &Condition, after: &Condition) -> Option<Weaker> {
    // Where neither file says a time, the one after any other birth is compared.
    before.caesarean_weeks.or(after.caesarean_weeks)?;
    let lasts = |condition: &Condition| condition.caesarean_weeks.or(condition.lasts_weeks);
    let weeks = lasts(before)?;
    if lasts(after).is_some_and(|own| own >= weeks) {
        return None;
    }
    let words = |condition: &Condition| {
        let until = |weeks| format!("until {weeks} weeks after a caesarean");
        let usual = || "as after any other birth".to_owned();
        condition.caesarean_weeks.map_or_else(usual, until)
    };
    Some(Weaker::new(&before.name, words(before), words(after)))
}

fn no_longer_implied(before: &Condition, after: &Condition, ours: &Safety) -> Vec<Weaker> {
    let gone = before.implies.iter();
    let gone = gone.filter(|implied| !after.implies.contains(implied));
    gone.map(|implied| {
        let name = ours.condition_name(implied.get_ref());
        let counts = format!("counts as {} too", name.unwrap_or(implied.get_ref()));
        Weaker::new(&before.name, counts, "on its own")
    })
    .collect()
}

fn other_pace(before: &Condition, after: &Condition) -> Option<Weaker> {
    if before.pace.is_none() || before.pace == after.pace {
        return None;
    }
    let words = |condition: &Condition| match &condition.pace {
        None => "the times of each routine".to_owned(),
        Some(pace) => format!("at least the times of the pace \"{}\"", pace.get_ref()),
    };
    Some(Weaker::new(&before.name, words(before), words(after)))
}

/// Any other audience may be looser: one that names a part of a pregnancy keeps a later one from being assumed.
fn other_audience(before: &Condition, after: &Condition) -> Option<Weaker> {
    let words = |condition: &Condition| {
        let audience = condition.audience.unwrap_or(Audience::Adult);
        format!("routines for {}", audience.in_words())
    };
    let is_other = before.audience != after.audience;
    is_other.then(|| Weaker::new(&before.name, words(before), words(after)))
}

/// The condition that followed from the year of birth does so no longer, neither itself nor with another.
fn no_longer_by_age(ours: &Safety, yours: &Safety) -> Option<Weaker> {
    let (before, after) = (ours.older()?, yours.older());
    if after.is_some_and(|after| counts_as(yours, &after.id, &before.id)) {
        return None;
    }
    let follows = "follows from the year of birth";
    Some(Weaker::new(&before.name, follows, only_when_set()))
}

/// Words that mean a condition of ours, and by theirs something else that does not count as it too.
fn weaker_words(ours: &Safety, yours: &Safety) -> Vec<Weaker> {
    let (before, after) = (Meanings::of(ours), Meanings::of(yours));
    let conditions = ours.conditions.iter().chain(&yours.conditions);
    let conditions =
        conditions.flat_map(|known| [&known.id, &known.name].into_iter().chain(&known.also));
    let flags = yours.session_flags.iter();
    let flags = flags.flat_map(|flag| [&flag.id, &flag.name]);
    let stops = yours.full_stops.iter();
    let stops = stops.flat_map(|stop| [&stop.id, &stop.name]);
    let mut found: Vec<Weaker> = Vec::new();
    for word in conditions.chain(flags).chain(stops) {
        let (Meaning::Word(meant) | Meaning::Name(meant)) = before.meaning(word) else {
            continue;
        };
        let now = match after.meaning(word) {
            Meaning::Word(id) | Meaning::Name(id) => vec![id],
            Meaning::Near { ids, .. } => ids,
            // Nobody relies on a word that is not understood: that is said.
            Meaning::Nothing => continue,
        };
        if now.iter().any(|id| counts_as(yours, id, &meant)) {
            continue;
        }
        let name = |safety: &Safety, id: &str| {
            let name = safety.condition_name(id).map(str::to_owned);
            let stop = || safety.full_stops.iter().find(|stop| stop.id == id);
            let name = name.or_else(|| stop().map(|stop| stop.name.clone()));
            format!("\"{}\"", name.unwrap_or_else(|| id.to_owned()))
        };
        let own: Vec<String> = now.iter().map(|id| name(yours, id)).collect();
        let about = format!("the word \"{word}\"");
        let weaker = Weaker::new(about, name(ours, &meant), own.join(" or "));
        if !found.contains(&weaker) {
            found.push(weaker);
        }
    }
    found
}

/// Returns whether a condition implies another one, directly or through others.
fn counts_as(safety: &Safety, id: &str, other: &str) -> bool {
    let mut all = vec![id];
    let mut at = 0;
    while let Some(id) = all.get(at).copied() {
        if id == other {
            return true;
        }
        let implied = safety.condition(id).map_or(&[][..], |known| &known.implies);
        for follows in implied.iter().map(|word| word.get_ref().as_str()) {
            if !all.contains(&follows) {
                all.push(follows);
            }
        }
        at += 1;
    }
    false
}

fn only_when_set() -> String {
    "only when you name it".to_owned()
}

/// Returns whether each week of pregnancy in which a condition held is one in which it still does.
fn holds_as_long(before: &Condition, after: &Condition) -> bool {
    let ((from, to), (own_from, own_to)) = (before.weeks, after.weeks);
    if from.is_none() && to.is_none() {
        return true;
    }
    (own_from.is_some() || own_to.is_some())
        && own_from.unwrap_or(0) <= from.unwrap_or(0)
        && own_to.unwrap_or(u32::MAX) >= to.unwrap_or(u32::MAX)
}

fn weeks(condition: &Condition) -> String {
    match condition.weeks {
        (None, None) => only_when_set(),
        (Some(from), None) => format!("from week {from}"),
        (None, Some(to)) => format!("until week {to}"),
        (Some(from), Some(to)) => format!("from week {from} to {to}"),
    }
}

fn weaker_limits(ours: &Safety, yours: &Safety) -> Vec<Weaker> {
    let (before, after) = (&ours.limits, &yours.limits);
    let mut found = Vec::new();
    let unknown = (&before.week_unknown, &after.week_unknown);
    let past_due = (&before.past_due, &after.past_due);
    for (about, assumed) in [
        ("pregnant, week not known", unknown),
        ("pregnant, past the due date", past_due),
    ] {
        if let (Some(before), Some(after)) = assumed
            && before != after
        {
            let words = |word: &Reference| {
                let name = ours.condition_name(word.get_ref());
                let name = name.or_else(|| yours.condition_name(word.get_ref()));
                format!("as \"{}\"", name.unwrap_or(word.get_ref()))
            };
            found.push(Weaker::new(about, words(before), words(after)));
        }
    }
    let (hops, own_hops) = (before.hops(), after.hops());
    if own_hops > hops {
        let about = "swaps in a row for one step";
        let most = |number| format!("at most {number}");
        found.push(Weaker::new(about, most(hops), most(own_hops)));
    }
    let ((part, whole), (own_part, own_whole)) = (before.most_left_out(), after.most_left_out());
    if u64::from(own_part) * u64::from(whole) > u64::from(part) * u64::from(own_whole) {
        let share = |part, whole| format!("at most {part} in {whole}");
        let (share, own) = (share(part, whole), share(own_part, own_whole));
        found.push(Weaker::new("steps left out of a routine", share, own));
    }
    let (fewest, own_fewest) = (before.fewest_exercises(), after.fewest_exercises());
    if own_fewest < fewest {
        let about = "different exercises left in a routine";
        let least = |number| format!("at least {number}");
        found.push(Weaker::new(about, least(fewest), least(own_fewest)));
    }
    found
}

fn with(what: &str, safety: &Safety, condition: &str) -> String {
    let name = safety.condition_name(condition).unwrap_or(condition);
    format!("{what}, with {name}")
}

fn subject_words(safety: &Safety, subject: &Subject) -> String {
    let meaning = match subject {
        Subject::Hazard(tag) => safety
            .hazards
            .iter()
            .find(|(known, _)| known == tag.get_ref()),
        Subject::Position(_) => None,
    };
    meaning.map_or_else(
        || subject.word().replace('-', " "),
        |(_, words)| words.clone(),
    )
}
