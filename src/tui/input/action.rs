//! What keys do.

use crate::tui::settings::FigureGlyphs;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// End the program.
    Quit,
    /// Stop until `fg`.
    Suspend,
    /// Show the keys.
    Help,
    /// The next theme.
    Theme,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Open what is selected.
    Open,
    /// Play the night routine at once.
    Night,
    /// Search.
    Search,
    /// Read all files anew.
    Reload,
    /// Close what is open.
    Close,
    /// Choose what the list shows.
    Filter,
    /// The next choice.
    Forward,
    /// The choice before.
    Backward,
    /// A minute more.
    More,
    /// A minute less.
    Less,
    /// No choice.
    Clear,
    /// Set the minutes.
    Minutes,
    /// As it is written, without a wish.
    AsWritten,
    /// Show what was changed.
    Changes,
    /// Keep a step as it is written.
    Overrule,
    /// Say what is new today.
    Today,
    /// Say yes or no to the selected line.
    Toggle,
    /// Play what is offered instead.
    Instead,
    /// Give no time to hear how it is done, or give it again.
    Brief,
    /// Show the warning signs.
    Signs,
    /// Start.
    Start,
    /// Go on, or say that a step is done.
    GoOn,
    /// Pause and go on.
    Pause,
    /// End this part.
    Next,
    /// Back to the start of the step.
    Back,
    /// Ten seconds longer.
    Longer,
    /// What is left of the step in an easier way.
    Easier,
    /// What is left of the step in a harder way.
    Harder,
    /// It hurts.
    Hurts,
    /// It hurts sharply, or it spreads.
    Sharp,
    /// Leave out what is left of the step.
    Leave,
    /// Go on, although it is better to stop.
    Anyway,
    /// Digits over the whole screen.
    Zoom,
    /// From the beginning.
    Restart,
    /// End the session.
    Stop,
    /// End the session, without a question.
    End,
    /// Yes to a question.
    Yes,
    /// No to a question.
    No,
    /// The answer that is chosen.
    Take,
    /// The same routine once more.
    Again,
    /// The page about the person.
    Profile,
    /// Tick, or the next answer.
    Tick,
    /// Tick, type or save: whatever the line is for.
    Answer,
    /// An answer is typed.
    Done,
    /// Take the last letter away.
    Erase,
    /// Take all of an answer away.
    Empty,
    /// Write it.
    Save,
    /// Begin a new file.
    StartAnew,
    /// Choose figures and colours.
    Setup,
    /// Draw figures with these characters.
    Glyphs(FigureGlyphs),
    /// Figures stand still, or move.
    Still,
}

impl Action {
    /// What it does, for the help and the README.
    pub const fn doc(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Suspend => "to the shell; fg comes back",
            Self::Help => "help",
            Self::Theme => "next theme",
            Self::Up => "up",
            Self::Down => "down",
            Self::PageUp => "a screen up",
            Self::PageDown => "a screen down",
            Self::First => "to the first",
            Self::Last => "to the last",
            Self::Open => "play",
            Self::Night => "night",
            Self::Search => "search",
            Self::Reload => "read the files anew",
            Self::Close => "close",
            Self::Filter => "filter",
            Self::Forward => "next choice",
            Self::Backward => "choice before",
            Self::More => "longer",
            Self::Less => "shorter",
            Self::Clear => "any",
            Self::Minutes => "minutes",
            Self::AsWritten => "as written",
            Self::Changes => "changes",
            Self::Overrule => "keep all the same",
            Self::Today => "new today?",
            Self::Toggle => "yes or no",
            Self::Instead => "the other one",
            Self::Brief => "you know it",
            Self::Signs => "warning signs",
            Self::Start => "start",
            Self::GoOn => "done, or go on",
            Self::Pause => "pause",
            Self::Next => "next",
            Self::Back => "back",
            Self::Longer => "10 s longer",
            Self::Easier => "easier",
            Self::Harder => "harder",
            Self::Hurts => "hurts",
            Self::Sharp => "sharp or spreading pain",
            Self::Leave => "skip this step",
            Self::Anyway => "go on all the same",
            Self::Zoom => "big digits",
            Self::Restart => "from the beginning",
            Self::Stop => "stop",
            Self::End => "stop here",
            Self::Yes => "yes",
            Self::No => "no",
            Self::Take => "take it",
            Self::Again => "once more",
            Self::Profile => "about you",
            Self::Tick => "change",
            Self::Answer => "change, type or save",
            Self::Done => "done",
            Self::Erase => "delete a letter",
            Self::Empty => "delete all",
            Self::Save => "save",
            Self::StartAnew => "new file",
            Self::Setup => "figures and colours",
            Self::Glyphs(glyphs) => glyphs.name(),
            Self::Still => "still figures",
        }
    }
}
