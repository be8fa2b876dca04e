//! `safety.toml`: who must not do what, who should do it with care, and when to stop and get help. Data, to be read
//! and corrected by people who know; the screening follows it and knows no rule of its own.

mod decode;

use toml::Spanned;

use crate::content::vocabulary::{Audience, Position};

pub use crate::content::safety::decode::decode;

/// A word with its place in the file.
pub type Named = Spanned<String>;

/// What a profile may hold.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The word in files: `knee-pain`.
    pub id: String,
    /// In words that a person who has it would use.
    pub name: String,
    /// Who should set it, and who should not.
    pub means: Option<String>,
    /// What to know besides the rules.
    pub notes: Vec<String>,
    /// The audience that it puts a person in.
    pub audience: Option<Audience>,
    /// The first and last full week of pregnancy that it stands for, where it stands for some.
    pub weeks: (Option<u32>, Option<u32>),
    /// It ends by itself so many weeks after the birth.
    pub lasts_weeks: Option<u32>,
    /// Where that comes from.
    pub sources: Vec<Named>,
}

/// Something that holds for one session only.
#[derive(Clone, Debug)]
pub struct SessionFlag {
    /// The word in files.
    pub id: String,
    /// In the person's words.
    pub name: String,
    /// What to know.
    pub notes: Vec<String>,
    /// Routines to offer instead, by id.
    pub offer: Vec<Named>,
}

/// Something with which nothing is played.
#[derive(Clone, Debug)]
pub struct FullStop {
    /// The word in files.
    pub id: String,
    /// What a person has who should say so.
    pub name: String,
    /// What to do.
    pub message: String,
    /// What falls under it.
    pub covers: Vec<String>,
    /// Groups of red flags that say more.
    pub see: Vec<Named>,
    /// Where that comes from.
    pub sources: Vec<Named>,
}

/// What a rule is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A hazard tag.
    Hazard(Named),
    /// A position.
    Position(Position),
}

/// A hazard or a position, and for whom it is ruled out or wants care.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it is about.
    pub subject: Subject,
    /// Conditions for which an exercise with it is not done.
    pub contraindicated: Vec<Named>,
    /// Conditions for which it is done with a caution line.
    pub precaution: Vec<Named>,
}

/// What is said to those who should take care.
#[derive(Clone, Debug)]
pub struct Caution {
    /// For these hazards and positions.
    pub subjects: Vec<Subject>,
    /// For these conditions; empty for any.
    pub conditions: Vec<Named>,
    /// The line.
    pub say: String,
}

/// Something worth knowing that no rule says.
#[derive(Clone, Debug)]
pub struct Note {
    /// What it is called by.
    pub id: String,
    /// Whom or what it is about.
    pub name: String,
    /// For these conditions.
    pub conditions: Vec<Named>,
    /// For exercises with these hazards.
    pub hazards: Vec<Named>,
    /// The lines.
    pub say: Vec<String>,
    /// Where that comes from.
    pub sources: Vec<Named>,
}

/// A kind of red flag, by what is to be done.
#[derive(Clone, Debug)]
pub struct RedFlagGroup {
    /// What it is called by.
    pub id: String,
    /// A heading.
    pub name: String,
    /// What to do.
    pub actions: Vec<String>,
    /// Only for these conditions; empty for everybody.
    pub conditions: Vec<Named>,
}

/// A sign to stop and get help.
#[derive(Clone, Debug)]
pub struct RedFlag {
    /// The group's id.
    pub group: Named,
    /// The sign.
    pub say: String,
    /// Where that comes from.
    pub sources: Vec<Named>,
}

/// The limits of the screening.
#[derive(Clone, Debug)]
pub struct Limits {
    /// What counts for somebody who is pregnant and does not say since when.
    pub week_unknown: Option<Named>,
    /// What counts past the due date until the birth is entered.
    pub past_due: Option<Named>,
    /// A swap, and a swap of a swap.
    pub hops: u32,
    /// More than this share of the steps left out: not played.
    pub most_left_out: (u32, u32),
    /// Fewer different exercises than this left, of a routine that had more: not played.
    pub fewest_exercises: u32,
    /// Said for a precaution that has no line of its own.
    pub other_caution: Option<String>,
}

/// What holds where no file says anything.
static STANDARD: Limits = Limits {
    week_unknown: None,
    past_due: None,
    hops: 2,
    most_left_out: (1, 3),
    fewest_exercises: 2,
    other_caution: None,
};

impl Default for Limits {
    fn default() -> Self {
        STANDARD.clone()
    }
}

/// The rules. The order of the conditions is their order of precedence.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// At the end of every sheet.
    pub disclaimer: Vec<String>,
    /// The limits of the screening; `None` where a file says nothing of them.
    pub limits: Option<Limits>,
    /// Hazard tags with their meaning.
    pub hazards: Vec<(String, String)>,
    /// Conditions, in order of precedence.
    pub conditions: Vec<Condition>,
    /// For one session only.
    pub session_flags: Vec<SessionFlag>,
    /// With these nothing is played.
    pub full_stops: Vec<FullStop>,
    /// Who must not, who should take care.
    pub rules: Vec<Rule>,
    /// What to say to those who should take care; the first that fits counts.
    pub cautions: Vec<Caution>,
    /// For these conditions only these exercises.
    pub allow: Vec<(Named, Vec<Named>)>,
    /// What no rule says.
    pub notes: Vec<Note>,
    /// Kinds of red flags.
    pub red_flag_groups: Vec<RedFlagGroup>,
    /// Signs to stop and get help.
    pub red_flags: Vec<RedFlag>,
}

impl Safety {
    /// Lays another file over this one: words of its own, and what it says comes first.
    pub fn extend(&mut self, over: Self) {
        fn first<T>(base: &mut Vec<T>, over: Vec<T>) {
            base.splice(0..0, over);
        }
        for (tag, meaning) in over.hazards {
            self.hazards.retain(|(known, _)| *known != tag);
            self.hazards.push((tag, meaning));
        }
        for condition in over.conditions {
            match self
                .conditions
                .iter_mut()
                .find(|known| known.id == condition.id)
            {
                Some(known) => *known = condition,
                None => self.conditions.push(condition),
            }
        }
        if self.disclaimer.is_empty() {
            self.disclaimer = over.disclaimer;
        }
        if over.limits.is_some() {
            self.limits = over.limits;
        }
        first(&mut self.session_flags, over.session_flags);
        first(&mut self.full_stops, over.full_stops);
        first(&mut self.rules, over.rules);
        first(&mut self.cautions, over.cautions);
        first(&mut self.allow, over.allow);
        first(&mut self.notes, over.notes);
        first(&mut self.red_flag_groups, over.red_flag_groups);
        first(&mut self.red_flags, over.red_flags);
    }

    /// The limits of the screening, as written or as they are without a word.
    pub fn limits(&self) -> &Limits {
        self.limits.as_ref().unwrap_or(&STANDARD)
    }

    /// The words of conditions and session flags, in order of precedence.
    pub fn condition_ids(&self) -> impl Iterator<Item = &str> + Clone {
        let conditions = self
            .conditions
            .iter()
            .map(|condition| condition.id.as_str());
        conditions.chain(self.session_flags.iter().map(|flag| flag.id.as_str()))
    }

    /// The hazard tags.
    pub fn hazard_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.hazards.iter().map(|(tag, _)| tag.as_str())
    }
}
