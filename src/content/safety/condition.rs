//! Conditions of a person, and flags that a person sets for one session.

use crate::content::safety::places::Reference;
use crate::content::vocabulary::Audience;

/// An entry of a profile: an illness, an injury, a pregnancy, an age.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The word in files: `knee-pain`.
    pub id: String,
    /// In words that a person who has it would use.
    pub name: String,
    /// Its other names.
    pub(crate) also: Vec<String>,
    /// The heading that it stands under where conditions are asked for.
    pub(crate) group: Option<String>,
    /// The explanation of who should set it, and who should not.
    pub means: Option<String>,
    /// Advice besides the rules.
    pub notes: Vec<String>,
    /// The audience that it puts a person in.
    pub(crate) audience: Option<Audience>,
    /// The first and last full week of pregnancy that it stands for, where it stands for some.
    pub(crate) weeks: (Option<u32>, Option<u32>),
    /// It ends by itself this many weeks after the birth.
    pub(crate) lasts_weeks: Option<u32>,
    /// The weeks after a caesarean, where they differ.
    pub(crate) caesarean_weeks: Option<u32>,
    /// Conditions that come with this one: their rules and lines hold too.
    pub implies: Vec<Reference>,
    /// The reason why nothing is done that is not on its allow-list; it has one of its own.
    pub(crate) unlisted: Option<String>,
    /// The pace whose times are the least for such a person.
    pub(crate) pace: Option<Reference>,
    /// The sources.
    pub(crate) sources: Vec<Reference>,
}

/// Something that holds for one session only.
#[derive(Clone, Debug)]
pub struct SessionFlag {
    /// The word in files.
    pub(crate) id: String,
    /// In the person's words.
    pub name: String,
    /// Advice.
    pub notes: Vec<String>,
    /// Routines to offer instead, by id.
    pub(crate) offer: Vec<Reference>,
}
