//! Something said, sounded or shown at a moment of a segment.

pub(crate) mod sequence;
pub(crate) mod work;

use std::time::Duration;

/// The purpose of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// Names the step that comes.
    Announce,
    /// Counts in the last seconds.
    Tick,
    /// The work begins.
    Start,
    /// Half of a long hold is over.
    Halfway,
    /// The work is over.
    End,
    /// Change sides.
    Switch,
    /// A rest begins.
    Rest,
    /// A repetition begins.
    Rep,
    /// The hold of a repetition begins.
    Hold,
    /// The hold of a repetition is over.
    LetGo,
    /// The way back of a repetition begins, with no hold before it.
    Back,
    /// Breathe in.
    BreathIn,
    /// Hold the breath.
    BreathHold,
    /// Breathe out.
    BreathOut,
    /// Wait for the next breath.
    BreathRest,
    /// The author's own words.
    Authored,
    /// The routine is over.
    Finish,
}

impl CueKind {
    /// The word in output: `breath-in`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Announce => "announce",
            Self::Tick => "tick",
            Self::Start => "start",
            Self::Halfway => "halfway",
            Self::End => "end",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Rep => "rep",
            Self::Hold => "hold",
            Self::LetGo => "let-go",
            Self::Back => "back",
            Self::BreathIn => "breath-in",
            Self::BreathHold => "breath-hold",
            Self::BreathOut => "breath-out",
            Self::BreathRest => "breath-rest",
            Self::Authored => "authored",
            Self::Finish => "finish",
        }
    }
}

/// The sounds, from the one that always wins to the one that always yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sound {
    /// The routine is over.
    Finish,
    /// Change sides.
    Switch,
    /// The work begins.
    Start,
    /// The work is over, or a rest begins.
    End,
    /// In.
    Rising,
    /// Out.
    Falling,
    /// Neither in nor out.
    Level,
    /// A second, a repetition, half way.
    Tick,
}

impl Sound {
    /// The word in output: `tick`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Finish => "finish",
            Self::Switch => "switch",
            Self::Start => "start",
            Self::End => "end",
            Self::Rising => "rising",
            Self::Falling => "falling",
            Self::Level => "level",
            Self::Tick => "tick",
        }
    }
}

/// Something said, sounded or shown at a moment of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// From the beginning of the segment.
    pub(crate) at: Duration,
    /// The purpose.
    pub kind: CueKind,
    /// The spoken words, if any.
    pub say: Option<String>,
    /// The sound, if any.
    pub sound: Option<Sound>,
}

impl Cue {
    pub(crate) fn new(at: Duration, kind: CueKind) -> Self {
        Self {
            at,
            kind,
            say: None,
            sound: None,
        }
    }

    pub(crate) fn say(mut self, words: impl Into<String>) -> Self {
        self.say = Some(words.into());
        self
    }

    pub(crate) fn sound(mut self, sound: Sound) -> Self {
        self.sound = Some(sound);
        self
    }

    /// Returns the rank of the voice when two cues would speak at one instant: the lower speaks.
    pub(crate) fn voice_rank(&self) -> u8 {
        match self.kind {
            CueKind::Announce => 0,
            CueKind::Authored => 1,
            CueKind::Switch | CueKind::Rest | CueKind::Finish => 2,
            CueKind::Halfway | CueKind::Hold | CueKind::LetGo | CueKind::Back => 3,
            CueKind::BreathIn | CueKind::BreathHold | CueKind::BreathOut | CueKind::BreathRest => 4,
            CueKind::Rep | CueKind::Tick | CueKind::Start | CueKind::End => 5,
        }
    }

    /// Returns whether it is said even when it will be cut at the segment's end.
    pub(crate) fn must_be_heard(&self) -> bool {
        self.voice_rank() <= 2
    }
}
