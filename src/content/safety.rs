//! `safety.toml`: who must not do what, who should do it with care, and when to stop and get help. Data, to be read
//! and corrected by people who know; the screening follows it and knows no rule of its own.

pub mod decode;
pub(crate) mod kept;
pub mod meant;
pub(crate) mod overlay;
pub mod own_rules;
pub mod weaker;
pub(crate) mod weaker_paces;

use std::ops::Range;

use toml::Spanned;

use crate::content::vocabulary::{Audience, Position, Word as _};

/// A word with its place in the file.
pub(crate) type Named = Spanned<String>;

/// What a profile may hold.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The word in files: `knee-pain`.
    pub id: String,
    /// In words that a person who has it would use.
    pub name: String,
    /// What else people call it.
    pub(crate) also: Vec<String>,
    /// The heading that it stands under where conditions are asked for.
    pub(crate) group: Option<String>,
    /// Who should set it, and who should not.
    pub means: Option<String>,
    /// What to know besides the rules.
    pub notes: Vec<String>,
    /// The audience that it puts a person in.
    pub(crate) audience: Option<Audience>,
    /// The first and last full week of pregnancy that it stands for, where it stands for some.
    pub(crate) weeks: (Option<u32>, Option<u32>),
    /// It ends by itself so many weeks after the birth.
    pub(crate) lasts_weeks: Option<u32>,
    /// So many weeks after a caesarean, instead.
    pub(crate) caesarean_weeks: Option<u32>,
    /// Conditions that somebody with this one has as well: their rules and lines hold too.
    pub implies: Vec<Named>,
    /// Why nothing is done that is not on its allow-list; it has one of its own.
    pub(crate) unlisted: Option<String>,
    /// The pace whose times are the least for such a person.
    pub(crate) pace: Option<Named>,
    /// Where that comes from.
    pub(crate) sources: Vec<Named>,
}

/// Something that holds for one session only.
#[derive(Clone, Debug)]
pub struct SessionFlag {
    /// The word in files.
    pub(crate) id: String,
    /// In the person's words.
    pub name: String,
    /// What to know.
    pub notes: Vec<String>,
    /// Routines to offer instead, by id.
    pub(crate) offer: Vec<Named>,
}

/// Where the keys of a table stand, for what can only be checked against another file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// The table's header.
    pub(crate) header: Range<usize>,
    /// The keys that are written.
    pub(crate) keys: Vec<(&'static str, Range<usize>)>,
}

impl Places {
    /// Where a key stands, else the header.
    pub(crate) fn of(&self, key: &str) -> Range<usize> {
        let written = self.keys.iter().find(|(known, _)| *known == key);
        written.map_or_else(|| self.header.clone(), |(_, place)| place.clone())
    }
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
    /// Nothing else is to be done than to call the emergency number.
    pub emergency: bool,
    /// It follows by itself from facts that come together: one of each list.
    pub together: Vec<Vec<Named>>,
    /// Groups of red flags that say more.
    pub(crate) see: Vec<Named>,
    /// Where that comes from.
    pub(crate) sources: Vec<Named>,
    /// Where it is written.
    pub(crate) places: Places,
}

impl FullStop {
    /// The conditions from which it follows for somebody who has these; `None` when it does not.
    pub(crate) fn follows_from<'a>(&self, conditions: &'a [String]) -> Option<Vec<&'a str>> {
        let of = |list: &Vec<Named>| {
            let listed = |has: &&String| list.iter().any(|known| known.get_ref() == *has);
            conditions.iter().find(listed).map(String::as_str)
        };
        let facts: Option<Vec<&str>> = self.together.iter().map(of).collect();
        facts.filter(|facts| !facts.is_empty())
    }
}

/// What a rule is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A hazard tag.
    Hazard(Named),
    /// A position.
    Position(Position),
}

impl Subject {
    /// The tag or the position, as written in files.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Hazard(hazard) => hazard.get_ref(),
            Self::Position(position) => position.as_str(),
        }
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        matches!(self, Self::Hazard(_)) == matches!(other, Self::Hazard(_))
            && self.word() == other.word()
    }
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
    /// Whether it lies over the bundled ones, which are said beside it.
    pub(crate) added: bool,
}

/// Something worth knowing that no rule says.
#[derive(Clone, Debug)]
pub struct Note {
    /// What it is called by.
    pub(crate) id: String,
    /// Whom or what it is about.
    pub name: String,
    /// For these conditions.
    pub conditions: Vec<Named>,
    /// For exercises with these hazards.
    pub(crate) hazards: Vec<Named>,
    /// The lines.
    pub say: Vec<String>,
    /// Where that comes from.
    pub(crate) sources: Vec<Named>,
}

/// A kind of red flag, by what is to be done.
#[derive(Clone, Debug)]
pub struct RedFlagGroup {
    /// What it is called by.
    pub(crate) id: String,
    /// A heading.
    pub name: String,
    /// What to do.
    pub actions: Vec<String>,
    /// The first of these is to call the emergency number.
    pub emergency: bool,
    /// Only for these conditions; empty for everybody.
    pub(crate) conditions: Vec<Named>,
    /// Where it is written.
    pub(crate) places: Places,
}

/// A sign to stop and get help.
#[derive(Clone, Debug)]
pub struct RedFlag {
    /// The group's id.
    pub(crate) group: Named,
    /// The sign.
    pub say: String,
    /// Where that comes from.
    pub(crate) sources: Vec<Named>,
    /// Where it is written.
    pub(crate) places: Places,
}

/// The limits of the screening, as far as files say them.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// What counts for somebody who is pregnant and does not say since when.
    pub week_unknown: Option<Named>,
    /// What counts past the due date until the birth is entered.
    pub(crate) past_due: Option<Named>,
    /// Swaps in a row.
    pub(crate) hops: Option<u32>,
    /// Part and whole: with a larger share of the steps left out, a routine is not played.
    pub(crate) most_left_out: Option<(u32, u32)>,
    /// With fewer different exercises left of a routine that had more, it is not played.
    pub(crate) fewest_exercises: Option<u32>,
    /// Said for a precaution that has no line of its own.
    pub other_caution: Option<String>,
}

impl Limits {
    /// A swap, and a swap of a swap, where no file says another number.
    pub fn hops(&self) -> u32 {
        self.hops.unwrap_or(2)
    }

    /// More than this share of the steps left out: not played. A third where no file says another.
    pub fn most_left_out(&self) -> (u32, u32) {
        self.most_left_out.unwrap_or((1, 3))
    }

    /// Fewer different exercises than this left, of a routine that had more: not played. Two where no file says
    /// another number.
    pub(crate) fn fewest_exercises(&self) -> u32 {
        self.fewest_exercises.unwrap_or(2)
    }
}

/// The rules. The order of the conditions is their order of precedence.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// At the end of every sheet.
    pub disclaimer: Vec<String>,
    /// The way back from the floor, said where a routine ends there.
    pub way_back: Option<String>,
    /// The limits of the screening.
    pub limits: Limits,
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
    /// What to say to those who should take care; the first that fits counts, and beside one that was added the first of
    /// the others.
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
    /// The words of conditions and session flags, in order of precedence.
    pub fn condition_ids(&self) -> impl Iterator<Item = &str> + Clone {
        let conditions = self
            .conditions
            .iter()
            .map(|condition| condition.id.as_str());
        conditions.chain(self.session_flags.iter().map(|flag| flag.id.as_str()))
    }

    /// A condition or a session flag in the person's words.
    pub fn condition_name(&self, word: &str) -> Option<&str> {
        let conditions = self.conditions.iter().map(|known| (&known.id, &known.name));
        let flags = self.session_flags.iter().map(|flag| (&flag.id, &flag.name));
        conditions
            .chain(flags)
            .find(|(id, _)| *id == word)
            .map(|(_, name)| name.as_str())
    }

    /// A condition by its word.
    pub fn condition(&self, word: &str) -> Option<&Condition> {
        self.conditions
            .iter()
            .find(|condition| condition.id == word)
    }

    /// The hazard tags.
    pub(crate) fn hazard_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.hazards.iter().map(|(tag, _)| tag.as_str())
    }
}
