//! What the form asks.

use crate::content::safety::{Condition, Safety};
use crate::content::vocabulary::PROPS;
use crate::plan::profile::{Profile, follows_from_date, name_of, of_unknown_week};

/// How typed answers look.
pub(super) const SAMPLES: [&str; 4] = ["2027-03-02", "2026-10-01", "1948", "22:30"];

/// Questions that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Conditions,
    Pregnancy,
    You,
    Props,
    End,
}

impl Group {
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Self::Conditions => "What holds for you",
            Self::Pregnancy => "Pregnancy and birth",
            Self::You => "You and your nights",
            Self::Props => "Props at hand",
            Self::End => "",
        }
    }
}

/// One question, one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether this word of `safety.toml`, or an unknown one of the file, holds.
    Condition(String),
    /// The answer is typed; which of `TYPED`.
    Typed(usize),
    Pace,
    Floor,
    Prop(String),
    /// There are none at hand.
    NoProps,
    Save,
}

impl Question {
    /// The places of the answers in `TYPED`.
    pub(super) const DUE: Self = Self::Typed(0);
    pub(super) const BIRTH: Self = Self::Typed(1);
    pub(super) const YEAR: Self = Self::Typed(2);
    pub(super) const BEDTIME: Self = Self::Typed(3);

    /// All of them, in order. What follows from a date is asked by the date; it is shown where it stands in the file.
    pub(super) fn all(profile: &Profile, safety: &Safety) -> Vec<(Group, Self)> {
        let dated = |condition: &&Condition| follows_from_date(condition, safety);
        let id = |condition: &Condition| condition.id.clone();
        let stands = |id: &String| profile.conditions.contains(id);
        let mut all = Vec::new();
        let mut add = |group, question| all.push((group, question));

        let plain: Vec<String> = (safety.conditions.iter())
            .filter(|condition| !dated(condition))
            .map(id)
            .collect();
        let dated: Vec<String> = safety.conditions.iter().filter(dated).map(id).collect();
        let others = (profile.conditions.iter())
            .filter(|word| !plain.contains(word) && !dated.contains(word));
        for word in plain.iter().chain(others) {
            add(Group::Conditions, Self::Condition(word.clone()));
        }

        add(Group::Pregnancy, Self::DUE);
        let unknown = of_unknown_week(safety);
        for word in dated {
            if Some(word.as_str()) == unknown || stands(&word) {
                add(Group::Pregnancy, Self::Condition(word));
            }
        }
        add(Group::Pregnancy, Self::BIRTH);

        for question in [Self::YEAR, Self::BEDTIME, Self::Pace, Self::Floor] {
            add(Group::You, question);
        }
        let own = profile.equipment.iter().flatten();
        let own = own.filter(|prop| !PROPS.contains(&prop.as_str())).cloned();
        for prop in PROPS.iter().map(|prop| (*prop).to_owned()).chain(own) {
            add(Group::Props, Self::Prop(prop));
        }
        add(Group::Props, Self::NoProps);
        add(Group::End, Self::Save);
        all
    }

    /// What is asked, on its line.
    pub(super) fn label(&self, safety: &Safety) -> String {
        match self {
            Self::Condition(word) if of_unknown_week(safety) == Some(word) => {
                "pregnant, week not known".to_owned()
            }
            Self::Condition(word) => name_of(word, safety),
            Self::Typed(0) => "Due date".to_owned(),
            Self::Typed(1) => "Child born on".to_owned(),
            Self::Typed(2) => "Year of birth".to_owned(),
            Self::Typed(_) => "Usual bedtime".to_owned(),
            Self::Pace => "Time between steps".to_owned(),
            Self::Floor => "Down to the floor and up".to_owned(),
            Self::Prop(prop) => prop.clone(),
            Self::NoProps => "none of these".to_owned(),
            Self::Save => "Save".to_owned(),
        }
    }

    /// What to know about it.
    pub(super) fn means(&self, safety: &Safety) -> String {
        match self {
            Self::Condition(word) if of_unknown_week(safety) == Some(word) => {
                let name = name_of(word, safety);
                format!("Counts as \"{name}\". With a due date the week is known: leave this empty then.")
            }
            Self::Condition(word) => {
                let mut known = safety.conditions.iter();
                let Some(condition) = known.find(|known| known.id == *word) else {
                    return "For one session, not to keep: untick it when it is over.".to_owned();
                };
                condition.means.clone().unwrap_or_default()
            }
            Self::Typed(which) => {
                let follows = match which {
                    0 => " The week follows from it.",
                    1 => " It ends the pregnancy.",
                    _ => "",
                };
                let parts = if *which < 2 { ": year, month, day" } else { "" };
                format!("Type it as {}{parts}.{follows}", SAMPLES[*which])
            }
            Self::Pace => "For getting into position and changing sides.".to_owned(),
            Self::Floor => {
                "Whether you get down to the floor and up again. It marks routines and changes none.".to_owned()
            }
            Self::Prop(_) => "Tick what you have. With nothing ticked, nothing is filtered.".to_owned(),
            Self::NoProps => "You have none of these.".to_owned(),
            Self::Save => String::new(),
        }
    }

    /// The key in the file that holds the answer.
    pub(super) fn key(&self) -> Option<&'static str> {
        use crate::plan::profile::TYPED;
        match self {
            Self::Condition(_) => Some("conditions"),
            Self::Typed(which) => TYPED.get(*which).copied(),
            Self::Pace => Some("pace-factor"),
            Self::Floor => Some("floor"),
            Self::Prop(_) | Self::NoProps => Some("equipment"),
            Self::Save => None,
        }
    }
}
