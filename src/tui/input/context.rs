//! Where keys are pressed.

/// Where keys mean something of their own.
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
    /// Whether to overrule one of them.
    Overrule,
    /// The warning signs.
    Warning,
    /// What is new today.
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
    /// What is wrong with a file.
    Problems,
    /// The form of the profile.
    Profile,
    /// While typing an answer there.
    Answer,
    /// Asked there whether to keep the changes.
    Keep,
    /// A profile that cannot be read.
    Unread,
    /// What the terminal can show.
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
            Self::Everywhere => "Everywhere",
            Self::Home => "List of routines",
            Self::Search => "Search",
            Self::Filter => "What the list shows",
            Self::Before => "Before you start",
            Self::Minutes => "Setting the minutes",
            Self::Changes => "What was changed for you",
            Self::Overrule => "Keeping a step all the same",
            Self::Warning => "Warning signs",
            Self::Today => "Anything new today",
            Self::Blocked => "Not for you now",
            Self::FullStop => "Nothing is played today",
            Self::Player => "While playing",
            Self::Ask => "When asked",
            Self::Hurt => "When it hurts",
            Self::Signs => "When it is better to stop",
            Self::After => "Afterwards",
            Self::Problems => "What is wrong with a file",
            Self::Profile => "About you",
            Self::Answer => "Typing an answer",
            Self::Keep => "Leaving with changes",
            Self::Unread => "A profile that cannot be read",
            Self::Setup => "Figures and colours",
            Self::Help => "This help",
        }
    }
}
