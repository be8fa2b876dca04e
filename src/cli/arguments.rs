//! The command line of `supple`.

use std::path::PathBuf;
use std::str::FromStr as _;

use clap::builder::{
    BoolValueParser, OsStringValueParser, StringValueParser, TypedValueParser as _,
};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, value_parser};

use crate::cli::beginning::Beginning;
use crate::cli::named::Typed;
use crate::cli::person::For;
use crate::cli::search::Search;
use crate::cli::value::{frame, glyphs, side, size, word};
use crate::content::vocabulary::{Audience, Discipline, When};
use crate::figure::draw::fit::CellSize;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::words::side::Side;
use crate::tui::theme::name::ThemeName;

/// Stretching, yoga and other gentle routines, led step by step in the terminal.
///
/// Without a command it opens the list of routines; Enter plays the one that suits now.
#[derive(Debug, Parser)]
#[command(name = "supple", version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Another folder of routines; may be repeated
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) routines: Vec<PathBuf>,

    /// Colour theme for this run: auto, dusk, night, contrast, light, terminal or mono
    #[arg(long, value_name = "NAME", value_parser = word::<ThemeName>, global = true)]
    pub(crate) theme: Option<ThemeName>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Play a routine
    Play(Play),
    /// List the routines
    List(ListArgs),
    /// Print the sheet of a routine: steps, how-to, props, cautions, sources
    Show(Show),
    /// Print the whole session with every cue and its time, without waiting
    Rehearse(Rehearse),
    /// Print the drawn figure of an exercise
    Figure(Figure),
    /// Check routine files and folders
    Check(Check),
    /// Describe your health, so that routines leave out what does not suit you
    ///
    /// Without a terminal it prints where the profile is saved, and what follows from it today.
    Profile,
    /// See what your terminal can show, and choose figures and colours
    Setup,
}

/// One routine, and how it is wanted.
#[derive(Args, Debug)]
pub(crate) struct Wanted {
    /// Id or title of a routine, or the path of a file
    #[arg(value_name = "ID|FILE", value_parser = OsStringValueParser::new().map(Typed::from))]
    pub(crate) routine: Typed,
    /// Fit it to N minutes: shorter or longer holds, fewer sets, no optional steps
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=720))]
    pub(crate) minutes: Option<u32>,
    /// For whom, instead of your profile: conditions such as knee-pain,glaucoma, or nobody
    #[arg(long = "for", value_name = "CONDITION,...", value_parser = For::from_str)]
    pub(crate) for_: Option<For>,
    /// You know it: leave no time to hear how it is done
    #[arg(long)]
    pub(crate) known: bool,
    /// Play the lower ends of ranges, such as 20 s of 20s-30s
    #[arg(long)]
    pub(crate) gentle: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Play {
    #[command(flatten)]
    pub(crate) wanted: Wanted,
    /// Start at once, without the page before
    #[arg(long)]
    pub(crate) now: bool,
    /// Start with this step, numbered as in `supple rehearse`, or with the part of this name
    #[arg(long, value_name = "STEP|PART", value_parser = Beginning::from_str)]
    pub(crate) from: Option<Beginning>,
    /// Print a line for each event instead of drawing: for screen readers, logs and pipes
    #[arg(long)]
    pub(crate) plain: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Only routines that fit N minutes, shown fitted
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=720))]
    pub(crate) minutes: Option<u32>,
    /// For whom, instead of your profile: conditions such as knee-pain,glaucoma, or nobody
    #[arg(long = "for", value_name = "CONDITION,...", value_parser = For::from_str)]
    pub(crate) for_: Option<For>,
    /// With the lower ends of ranges, such as 20 s of 20s-30s
    #[arg(long)]
    pub(crate) gentle: bool,
    /// Print one JSON array
    #[arg(long)]
    pub(crate) json: bool,
}

/// The filters of the list: a routine must pass all of them.
#[derive(Args, Debug)]
pub(crate) struct FilterArgs {
    /// Only ids that contain this
    #[arg(long, value_name = "TEXT", value_parser = StringValueParser::new().map(Search::from))]
    pub(crate) id: Option<Search>,
    /// Only titles that contain this
    #[arg(long, value_name = "TEXT", value_parser = StringValueParser::new().map(Search::from))]
    pub(crate) title: Option<Search>,
    /// Only this discipline, such as stretching
    #[arg(long, value_name = "WORD", value_parser = word::<Discipline>)]
    pub(crate) discipline: Option<Discipline>,
    /// Only for this audience, such as older-adult
    #[arg(long, value_name = "WORD", value_parser = word::<Audience>)]
    pub(crate) audience: Option<Audience>,
    /// Only for this time, such as bedtime
    #[arg(long, value_name = "WORD", value_parser = word::<When>)]
    pub(crate) when: Option<When>,
    /// Only routines of at most N minutes
    #[arg(long, value_name = "N")]
    pub(crate) max_minutes: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) wanted: Wanted,
    /// Print the file itself, to start your own from
    #[arg(long, conflicts_with = "json")]
    pub(crate) toml: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Rehearse {
    #[command(flatten)]
    pub(crate) wanted: Wanted,
    /// Print one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Figure {
    /// Id or name of an exercise, or the path of a file
    #[arg(value_name = "ID|FILE", value_parser = OsStringValueParser::new().map(Typed::from))]
    pub(crate) exercise: Typed,
    /// Columns and rows
    #[arg(long, value_name = "COLSxROWS", default_value = "32x14", value_parser = size)]
    pub(crate) size: CellSize,
    /// Characters to draw with: octant, sextant, quadrant, braille, half or ascii; without it braille, or ascii where
    /// the terminal shows nothing else
    #[arg(long, value_name = "KIND", value_parser = glyphs)]
    pub(crate) glyphs: Option<Glyphs>,
    /// Only this keyframe, counted from 1
    #[arg(long, value_name = "N", value_parser = frame)]
    pub(crate) frame: Option<usize>,
    /// Print an SVG, of the first keyframe or of --frame
    #[arg(long)]
    pub(crate) svg: bool,
    /// Work the left side, where one side works
    #[arg(long = "left", action = ArgAction::SetTrue, value_parser = BoolValueParser::new().map(side))]
    pub(crate) side: Side,
    /// Draw the whole body, where the figure shows a part
    #[arg(long)]
    pub(crate) whole: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// Files and folders; by default your own routines and your profile
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Exit 1 on warnings too
    #[arg(long)]
    pub(crate) strict: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With an excerpt of the file, on standard error
    Human,
    /// One JSON array, on standard output
    Json,
}
