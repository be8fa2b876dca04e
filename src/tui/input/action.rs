//! The actions of keys.

use crate::tui::settings::glyphs::FigureGlyphs;
use crate::words::en::actions;

/// The action of a key.
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
    /// Reload all files.
    Reload,
    /// Close what is open.
    Close,
    /// Choose what the list shows.
    Filter,
    /// The next choice.
    Forward,
    /// The previous choice.
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
    /// Keep a step unchanged.
    Overrule,
    /// Say what is new today.
    Today,
    /// Say yes or no to the selected line.
    Toggle,
    /// Play what is offered instead.
    Instead,
    /// Give no time to hear how it is done, or give it again.
    Brief,
    /// Play the lower ends of ranges, or the upper ones again.
    Gentle,
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
    /// Leave out what is left of the step.
    NextStep,
    /// Back to the start of the step.
    Back,
    /// Ten seconds longer.
    Longer,
    /// The rest of the step in an easier way.
    Easier,
    /// The rest of the step in a harder way.
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
    /// Plays the routine again.
    Again,
    /// The page about the person.
    Profile,
    /// Tick, or the next answer.
    Tick,
    /// Tick, type or save: whatever the line is for.
    Answer,
    /// An answer is typed.
    Done,
    /// The cursor of a text one letter to the left.
    CursorLeft,
    /// The cursor one letter to the right.
    CursorRight,
    /// The cursor before the first letter.
    CursorStart,
    /// The cursor behind the last letter.
    CursorEnd,
    /// Take the letter before the cursor away.
    Erase,
    /// Take the letter behind the cursor away.
    Delete,
    /// Take all of an answer away.
    Empty,
    /// Write it.
    Save,
    /// Begin a new file.
    NewFile,
    /// Choose figures and colours.
    Setup,
    /// Draw figures with these characters.
    Glyphs(FigureGlyphs),
    /// Figures stand still, or move.
    Still,
}

impl Action {
    /// Returns its meaning in a word or two, for footers, the help and the README.
    pub const fn doc(self) -> &'static str {
        match self {
            Self::Quit => actions::QUIT,
            Self::Suspend => actions::SUSPEND,
            Self::Help => actions::HELP,
            Self::Theme => actions::THEME,
            Self::Up => actions::UP,
            Self::Down => actions::DOWN,
            Self::PageUp => actions::PAGE_UP,
            Self::PageDown => actions::PAGE_DOWN,
            Self::First => actions::FIRST,
            Self::Last => actions::LAST,
            Self::Open => actions::OPEN,
            Self::Night => actions::NIGHT,
            Self::Search => actions::SEARCH,
            Self::Reload => actions::RELOAD,
            Self::Close => actions::CLOSE,
            Self::Filter => actions::FILTER,
            Self::Forward => actions::FORWARD,
            Self::Backward => actions::BACKWARD,
            Self::More => actions::MORE,
            Self::Less => actions::LESS,
            Self::Clear => actions::CLEAR,
            Self::Minutes => actions::MINUTES,
            Self::AsWritten => actions::AS_WRITTEN,
            Self::Changes => actions::CHANGES,
            Self::Overrule => actions::OVERRULE,
            Self::Today => actions::TODAY,
            Self::Toggle => actions::TOGGLE,
            Self::Instead => actions::INSTEAD,
            Self::Brief => actions::BRIEF,
            Self::Gentle => actions::GENTLE,
            Self::Signs => actions::SIGNS,
            Self::Start => actions::START,
            Self::GoOn => actions::GO_ON,
            Self::Pause => actions::PAUSE,
            Self::Next => actions::NEXT,
            Self::NextStep => actions::NEXT_STEP,
            Self::Back => actions::BACK,
            Self::Longer => actions::LONGER,
            Self::Easier => actions::EASIER,
            Self::Harder => actions::HARDER,
            Self::Hurts => actions::HURTS,
            Self::Sharp => actions::SHARP,
            Self::Leave => actions::LEAVE,
            Self::Anyway => actions::ANYWAY,
            Self::Zoom => actions::ZOOM,
            Self::Restart => actions::RESTART,
            Self::Stop => actions::STOP,
            Self::End => actions::END,
            Self::Yes => actions::YES,
            Self::No => actions::NO,
            Self::Take => actions::TAKE,
            Self::Again => actions::AGAIN,
            Self::Profile => actions::PROFILE,
            Self::Tick => actions::TICK,
            Self::Answer => actions::ANSWER,
            Self::Done => actions::DONE,
            Self::CursorLeft => actions::CURSOR_LEFT,
            Self::CursorRight => actions::CURSOR_RIGHT,
            Self::CursorStart => actions::CURSOR_START,
            Self::CursorEnd => actions::CURSOR_END,
            Self::Erase => actions::ERASE,
            Self::Delete => actions::DELETE,
            Self::Empty => actions::EMPTY,
            Self::Save => actions::SAVE,
            Self::NewFile => actions::NEW_FILE,
            Self::Setup => actions::SETUP,
            Self::Glyphs(glyphs) => glyphs.name(),
            Self::Still => actions::STILL,
        }
    }
}
