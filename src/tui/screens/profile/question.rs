//! The questions of the form.

use crate::content::safety::condition::Condition;
use crate::content::safety::meaning::Meaning;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::PROPS;
use crate::plan::profile::dates::matters_in_pregnancy;
use crate::plan::profile::dates::{follows_from_date, week_unknown};
use crate::plan::profile::model::Profile;
use crate::plan::profile::names::name_of;
use crate::plan::profile::typed::TYPED;
use crate::words::en::form as words;

/// One question, one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// A condition: a word of `safety.toml`, or an unknown one of the file.
    Condition(String),
    /// The answer is typed; which of `TYPED`.
    Typed(usize),
    /// A birth by caesarean.
    Caesarean,
    Pace,
    Gentle,
    FirstSide,
    Floor,
    Prop(String),
    /// There are none at hand.
    NoProps,
    Save,
}

impl Question {
    /// The places of the answers in `TYPED`.
    pub(crate) const DUE: Self = Self::Typed(0);
    pub(crate) const BIRTH: Self = Self::Typed(1);
    pub(crate) const YEAR: Self = Self::Typed(2);
    pub(crate) const BEDTIME: Self = Self::Typed(3);
    pub(crate) const EMERGENCY: Self = Self::Typed(4);

    /// All of them in order, each with the heading that it stands under. What follows from a date is asked by the date;
    /// what matters in a pregnancy alone is asked in one. Either is shown where it stands in the file.
    pub(crate) fn all(before: &Profile, after: &Profile, safety: &Safety) -> Vec<(String, Self)> {
        let stands = |id: &String| before.conditions.contains(id) || after.conditions.contains(id);
        let is_pregnant = after.speaks_of_pregnancy(safety);
        let unknown_week = week_unknown(safety);
        let is_asked = |condition: &&Condition| {
            stands(&condition.id)
                || unknown_week == Some(&condition.id)
                || !follows_from_date(condition, safety)
                    && (is_pregnant || !matters_in_pregnancy(condition, safety))
        };
        let heading = |condition: &Condition| {
            let group = condition.group.clone();
            group.unwrap_or_else(|| words::OTHERS.to_owned())
        };
        let group_of = |id: Option<&str>| id.and_then(|id| safety.condition(id)).map(heading);
        let of_age = safety
            .older()
            .map_or_else(|| words::YOU.to_owned(), heading);
        let of_pregnancy = group_of(unknown_week).unwrap_or_else(|| words::PREGNANCY.to_owned());

        let mut headings: Vec<String> = Vec::new();
        for heading in (safety.conditions.iter().map(heading)).chain([of_pregnancy.clone()]) {
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
        headings.sort_by_key(|heading| (*heading == of_pregnancy, *heading != of_age));

        let mut all = Vec::new();
        for group in &headings {
            let mut add = |question| all.push((group.clone(), question));
            if *group == of_age {
                add(Self::YEAR);
                add(Self::Floor);
            } else if *group == of_pregnancy {
                add(Self::DUE);
                add(Self::BIRTH);
                if after.birth_of_child.is_some() || after.caesarean || before.caesarean {
                    add(Self::Caesarean);
                }
            }
            let conditions = safety.conditions.iter().filter(is_asked);
            for condition in conditions.filter(|condition| heading(condition) == *group) {
                add(Self::Condition(condition.id.clone()));
            }
        }
        let mut unknown: Vec<&String> = Vec::new();
        for word in before.conditions.iter().chain(&after.conditions) {
            if safety.condition(word).is_none() && !unknown.contains(&word) {
                unknown.push(word);
            }
        }
        for word in unknown {
            all.push((words::OTHERS.to_owned(), Self::Condition(word.clone())));
        }
        let mut add = |heading: &str, question| all.push((heading.to_owned(), question));
        if safety.older().is_none() {
            add(words::YOU, Self::YEAR);
            add(words::YOU, Self::Floor);
        }
        let of_sessions = [
            Self::BEDTIME,
            Self::Pace,
            Self::Gentle,
            Self::FirstSide,
            Self::EMERGENCY,
        ];
        for question in of_sessions {
            add(words::YOU, question);
        }
        let own = before.equipment.iter().flatten();
        let own = own.filter(|prop| !PROPS.contains(&prop.as_str())).cloned();
        for prop in PROPS.iter().map(|prop| (*prop).to_owned()).chain(own) {
            add(words::PROPS, Self::Prop(prop));
        }
        add(words::PROPS, Self::NoProps);
        add("", Self::Save);
        all
    }

    /// The label on its line.
    pub(crate) fn label(&self, safety: &Safety) -> String {
        match self {
            Self::Condition(word) if week_unknown(safety) == Some(word) => {
                words::WEEK_UNKNOWN.to_owned()
            }
            Self::Condition(word) => name_of(word, safety),
            Self::Typed(which) => words::TYPED[*which].to_owned(),
            Self::Caesarean => words::CAESAREAN.to_owned(),
            Self::Pace => words::PACE.to_owned(),
            Self::Gentle => words::GENTLE.to_owned(),
            Self::FirstSide => words::FIRST_SIDE.to_owned(),
            Self::Floor => words::FLOOR.to_owned(),
            Self::Prop(prop) => prop.clone(),
            Self::NoProps => words::NO_PROPS.to_owned(),
            Self::Save => words::SAVE.to_owned(),
        }
    }

    /// The explanation.
    pub(crate) fn means(&self, safety: &Safety) -> String {
        match self {
            Self::Condition(word) if week_unknown(safety) == Some(word) => {
                words::week_unknown_means(&name_of(word, safety))
            }
            Self::Condition(word) => match safety.condition(word) {
                Some(condition) => condition.means.clone().unwrap_or_default(),
                None => unknown_means(word, safety),
            },
            Self::Typed(which) => words::typed_means(*which),
            Self::Caesarean => words::CAESAREAN_MEANS.to_owned(),
            Self::Pace => words::PACE_MEANS.to_owned(),
            Self::Gentle => words::GENTLE_MEANS.to_owned(),
            Self::FirstSide => words::FIRST_SIDE_MEANS.to_owned(),
            Self::Floor => words::FLOOR_MEANS.to_owned(),
            Self::Prop(_) => words::PROP_MEANS.to_owned(),
            Self::NoProps => words::NO_PROPS_MEANS.to_owned(),
            Self::Save => String::new(),
        }
    }

    /// The key in the file that holds the answer.
    pub(crate) fn key(&self) -> Option<&'static str> {
        match self {
            Self::Condition(_) => Some("conditions"),
            Self::Typed(which) => TYPED.get(*which).copied(),
            Self::Caesarean => Some("caesarean"),
            Self::Pace => Some("pace-factor"),
            Self::Gentle => Some("gentle"),
            Self::FirstSide => Some("first_side"),
            Self::Floor => Some("floor"),
            Self::Prop(_) | Self::NoProps => Some("equipment"),
            Self::Save => None,
        }
    }
}

/// Returns the explanation of a word that is not a condition.
fn unknown_means(word: &str, safety: &Safety) -> String {
    match safety.meaning(word) {
        Meaning::Word(_) => words::FOR_ONE_SESSION.to_owned(),
        Meaning::Name(id) => words::counts_as_instead(&name_of(&id, safety)),
        Meaning::Near { .. } => words::COUNTS_AS_ALL.to_owned(),
        Meaning::Nothing => words::NOTHING_CHECKED.to_owned(),
    }
}
