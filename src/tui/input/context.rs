//! The contexts in which keys are pressed.

use crate::words::en::contexts;

/// A context in which keys have their own meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// On every screen.
    Everywhere,
    /// The list of routines.
    Home,
    /// While typing into the search.
    Search,
    /// While choosing what the list shows.
    Filter,
    /// Before the start.
    Before,
    /// While setting the minutes.
    Minutes,
    /// The changes for this person.
    Changes,
    /// The question about overruling one of them.
    Overrule,
    /// The warning signs.
    Warning,
    /// The page about what is new today.
    Today,
    /// A routine that is not played.
    Blocked,
    /// Nothing is played today.
    FullStop,
    /// While playing.
    Player,
    /// A question in the player.
    Ask,
    /// While playing, when it hurts.
    Hurt,
    /// While playing, when it is better to stop.
    Signs,
    /// After the end.
    After,
    /// The problems of a file.
    Problems,
    /// The form of the profile.
    Profile,
    /// While typing an answer there.
    Answer,
    /// Asked there whether to keep the changes.
    Keep,
    /// A profile that cannot be read.
    Unread,
    /// The abilities of the terminal.
    Setup,
    /// The help itself.
    Help,
}

impl Context {
    /// All that the help lists, in its order.
    pub const ALL: &[Self] = &[
        Self::Home,
        Self::Search,
        Self::Filter,
        Self::Before,
        Self::Minutes,
        Self::Changes,
        Self::Overrule,
        Self::Warning,
        Self::Today,
        Self::Blocked,
        Self::FullStop,
        Self::Player,
        Self::Ask,
        Self::Hurt,
        Self::Signs,
        Self::After,
        Self::Problems,
        Self::Profile,
        Self::Answer,
        Self::Keep,
        Self::Unread,
        Self::Setup,
        Self::Help,
        Self::Everywhere,
    ];

    /// A heading for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Everywhere => contexts::EVERYWHERE,
            Self::Home => contexts::HOME,
            Self::Search => contexts::SEARCH,
            Self::Filter => contexts::FILTER,
            Self::Before => contexts::BEFORE,
            Self::Minutes => contexts::MINUTES,
            Self::Changes => contexts::CHANGES,
            Self::Overrule => contexts::OVERRULE,
            Self::Warning => contexts::WARNING,
            Self::Today => contexts::TODAY,
            Self::Blocked => contexts::BLOCKED,
            Self::FullStop => contexts::FULL_STOP,
            Self::Player => contexts::PLAYER,
            Self::Ask => contexts::ASK,
            Self::Hurt => contexts::HURT,
            Self::Signs => contexts::SIGNS,
            Self::After => contexts::AFTER,
            Self::Problems => contexts::PROBLEMS,
            Self::Profile => contexts::PROFILE,
            Self::Answer => contexts::ANSWER,
            Self::Keep => contexts::KEEP,
            Self::Unread => contexts::UNREAD,
            Self::Setup => contexts::SETUP,
            Self::Help => contexts::HELP,
        }
    }
}
