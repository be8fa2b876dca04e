//! What a person may have, for good or for one session.

use crate::content::safety::places::Reference;
use crate::content::vocabulary::Audience;

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
    pub implies: Vec<Reference>,
    /// Why nothing is done that is not on its allow-list; it has one of its own.
    pub(crate) unlisted: Option<String>,
    /// The pace whose times are the least for such a person.
    pub(crate) pace: Option<Reference>,
    /// Where that comes from.
    pub(crate) sources: Vec<Reference>,
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
    pub(crate) offer: Vec<Reference>,
}
