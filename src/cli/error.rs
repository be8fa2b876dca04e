//! The reasons why a command failed.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use crate::cli::exit::Exit;
use crate::cli::findings::Findings;
use crate::cli::named::NameError;
use crate::cli::no_part::NoPart;
use crate::cli::person::ForError;
use crate::cli::value::UnknownWord;
use crate::content::diagnostic::render;
use crate::content::text::printable::printable;
use crate::plan::fit::NoFit;
use crate::words::en::errors;

/// The reason why a command failed. Its `Display`, without a last line break, is what a person reads.
#[derive(Debug)]
pub(crate) enum CliError {
    /// The command line is not understood.
    Arguments(clap::Error),
    /// A word of an option is not on its list.
    Word(UnknownWord),
    /// `--for` names nobody who is known.
    For(ForError),
    /// A folder of `--routines` cannot be read.
    Folder { path: PathBuf, why: String },
    /// The name is not that of a routine or an exercise.
    Name(NameError),
    /// The routine has no step of this number, counted as its steps are written and unrolled.
    NoStep { number: u32, steps: usize },
    /// The routine has this step, and it is left out this time. `nearest` is the nearest one that is played.
    StepLeftOut { number: u32, nearest: u32 },
    /// The routine has no part of this name, or it is left out this time.
    NoPart(NoPart),
    /// The exercise has no keyframe of this number.
    NoFrame {
        frame: usize,
        id: String,
        count: usize,
    },
    /// A figure was asked of the file of a routine.
    RoutineHasNoFigure { path: PathBuf },
    /// The exercise has no figure, perhaps because of what was found in its file.
    NoFigure { id: String, file: Findings },
    /// A file has errors.
    Broken(Findings),
    /// The routine cannot be fitted to the minutes.
    NoFit {
        id: String,
        minutes: u32,
        why: NoFit,
        /// The shortest and the longest possible length. Zero at most: nothing in it is timed.
        limits: (Duration, Duration),
    },
    /// The rules let nothing play; why, a line each.
    Barred(Vec<String>),
    /// `supple` alone needs a screen; the help tells of the commands that do not.
    NoScreen { help: String },
    /// `supple setup` needs a screen; where the settings are kept.
    NoScreenForSetup { settings: Option<String> },
    /// There is no home folder to keep a profile in.
    NoHome,
    /// The terminal failed.
    Session(io::Error),
    /// Standard output failed.
    Write(io::Error),
}

impl CliError {
    /// The exit of the program.
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Arguments(_)
            | Self::Word(_)
            | Self::For(_)
            | Self::Folder { .. }
            | Self::Name(_)
            | Self::NoStep { .. }
            | Self::StepLeftOut { .. }
            | Self::NoPart(_)
            | Self::NoFrame { .. }
            | Self::RoutineHasNoFigure { .. }
            | Self::NoScreen { .. }
            | Self::NoScreenForSetup { .. } => Exit::Usage,
            Self::NoFigure { .. }
            | Self::Broken(_)
            | Self::NoFit { .. }
            | Self::Barred(_)
            | Self::NoHome
            | Self::Session(_)
            | Self::Write(_) => Exit::Problem,
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(error) => write!(formatter, "{}", error.render()),
            Self::Word(error) => error.fmt(formatter),
            Self::For(error) => error.fmt(formatter),
            Self::Folder { path, why } => {
                formatter.write_str(&errors::folder(&path.display().to_string(), why))
            }
            Self::Name(error) => error.fmt(formatter),
            Self::NoStep { number, steps } => {
                formatter.write_str(&errors::no_step(*number, *steps))
            }
            Self::StepLeftOut { number, nearest } => {
                formatter.write_str(&errors::step_left_out(*number, *nearest))
            }
            Self::NoPart(error) => error.fmt(formatter),
            Self::NoFrame { frame, id, count } => {
                formatter.write_str(&errors::no_frame(*frame, id, *count))
            }
            Self::RoutineHasNoFigure { path } => {
                formatter.write_str(&errors::routine_has_no_figure(&path.to_string_lossy()))
            }
            Self::NoFigure { id, .. } => formatter.write_str(&errors::no_figure(id)),
            Self::Broken(file) => {
                formatter.write_str(&render(&file.path, &file.text, &file.found, false))
            }
            Self::NoFit {
                id,
                minutes,
                why,
                limits,
            } => formatter.write_str(&errors::no_fit(id, *minutes, *why, *limits)),
            Self::Barred(lines) => formatter.write_str(&printable_lines(lines)),
            Self::NoScreen { help } => formatter.write_str(help),
            Self::NoScreenForSetup { settings } => {
                formatter.write_str(&errors::no_screen_for_setup(settings.as_deref()))
            }
            Self::NoHome => formatter.write_str(errors::NO_HOME),
            Self::Session(error) => formatter.write_str(&errors::failed(&error.to_string())),
            Self::Write(error) => formatter.write_str(&errors::cannot_write(&error.to_string())),
        }
    }
}

fn printable_lines(lines: &[String]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| printable(line)).collect();
    lines.join("\n")
}

impl std::error::Error for CliError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Arguments(error) => Some(error),
            Self::Session(error) | Self::Write(error) => Some(error),
            _ => None,
        }
    }
}

/// Drops the option's name that the parser adds: our errors name it themselves.
impl From<clap::Error> for CliError {
    fn from(error: clap::Error) -> Self {
        let cause = std::error::Error::source(&error);
        if let Some(word) = cause.and_then(|cause| cause.downcast_ref::<UnknownWord>()) {
            return Self::Word(word.clone());
        }
        if let Some(for_) = cause.and_then(|cause| cause.downcast_ref::<ForError>()) {
            return Self::For(for_.clone());
        }
        Self::Arguments(error)
    }
}

impl From<ForError> for CliError {
    fn from(error: ForError) -> Self {
        Self::For(error)
    }
}

impl From<NameError> for CliError {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_wrongly_exits_2_and_what_cannot_be_done_1() {
        let typed = CliError::NoStep {
            number: 9,
            steps: 5,
        };
        assert_eq!(typed.exit(), Exit::Usage);
        assert_eq!(CliError::NoHome.exit(), Exit::Problem);
        assert_eq!(CliError::Barred(Vec::new()).exit(), Exit::Problem);
        let for_: CliError = ForError::Empty.into();
        assert_eq!(for_.exit(), Exit::Usage);
    }

    #[test]
    fn a_figure_of_one_frame_has_no_frames() {
        let no_frame = |count| {
            let (frame, id) = (9, "bridge".to_owned());
            CliError::NoFrame { frame, id, count }.to_string()
        };
        assert_eq!(
            no_frame(1),
            "error: there is no frame 9: bridge has 1 frame"
        );
        assert_eq!(
            no_frame(2),
            "error: there is no frame 9: bridge has 2 frames"
        );
    }

    #[test]
    fn where_nothing_is_timed_no_lengths_are_offered() {
        let no_fit = |longest| {
            let shortest = Duration::from_secs(60);
            let why = NoFit::TooShort { shortest };
            let (id, limits) = ("r".to_owned(), (shortest, Duration::from_secs(longest)));
            let minutes = 1;
            CliError::NoFit {
                id,
                minutes,
                why,
                limits,
            }
            .to_string()
        };
        assert_eq!(no_fit(0), "error: r in 1 minute: nothing in it is timed");
        assert_eq!(
            no_fit(120),
            "error: r in 1 minute: it takes 1m at least\nhelp: it can be fitted to 1m to 2m"
        );
    }
}
