//! The person of a command: `--for`.

use std::fmt;
use std::str::FromStr;

use crate::content::safety::meaning::Meaning;
use crate::content::safety::rulebook::Safety;
use crate::plan::whom::RecipientChoice;
use crate::words::en::errors;

/// The word with which no rule applies.
const NOBODY: &str = "nobody";

/// The value of `--for`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    /// Nobody in particular.
    Nobody,
    /// Somebody with these conditions, by their words or their names: one or more, not yet looked up.
    Conditions(Vec<String>),
}

impl FromStr for For {
    type Err = ForError;

    fn from_str(typed: &str) -> Result<Self, ForError> {
        let words = typed.split(',').map(str::trim);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        match words[..] {
            [] => Err(ForError::Empty),
            [NOBODY] => Ok(Self::Nobody),
            _ if words.contains(&NOBODY) => Err(ForError::NobodyAndOthers),
            _ => Ok(Self::Conditions(
                words.into_iter().map(str::to_owned).collect(),
            )),
        }
    }
}

/// Whom `--for` asks for: somebody with exactly these conditions, session flags and full stops, or nobody; without it,
/// the owner of the profile. What is only near to a word is asked back.
///
/// # Errors
/// All words that are not known.
pub fn asked(for_: Option<&For>, safety: &Safety) -> Result<RecipientChoice, ForError> {
    let words = match for_ {
        None => return Ok(RecipientChoice::Profile),
        Some(For::Nobody) => return Ok(RecipientChoice::Nobody),
        Some(For::Conditions(words)) => words,
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for word in words {
        let instead = match safety.meaning(word) {
            Meaning::Word(id) | Meaning::Name(id) => {
                known.push(id);
                continue;
            }
            Meaning::Near { ids, .. } => ConditionHelp::Near(ids),
            Meaning::Nothing => {
                let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
                let all = safety.condition_ids().chain(stops);
                ConditionHelp::Known(all.map(str::to_owned).collect())
            }
        };
        unknown.push(UnknownCondition {
            typed: word.clone(),
            instead,
        });
    }
    if unknown.is_empty() {
        Ok(RecipientChoice::Conditions(known))
    } else {
        Err(ForError::Unknown(unknown))
    }
}

/// The reason why `--for` cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForError {
    /// Nothing was typed.
    Empty,
    /// `nobody` beside conditions.
    NobodyAndOthers,
    /// Conditions that are not known: one or more.
    Unknown(Vec<UnknownCondition>),
}

/// A word of `--for` that is no condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCondition {
    typed: String,
    instead: ConditionHelp,
}

/// The help for an unknown condition, by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ConditionHelp {
    /// The similar words.
    Near(Vec<String>),
    /// Everything.
    Known(Vec<String>),
}

impl std::error::Error for ForError {}

impl fmt::Display for ForError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str(errors::FOR_EMPTY),
            Self::NobodyAndOthers => formatter.write_str(errors::FOR_NOBODY_AND_OTHERS),
            Self::Unknown(words) => {
                for (index, word) in words.iter().enumerate() {
                    let gap = if index > 0 { "\n" } else { "" };
                    write!(formatter, "{gap}{word}")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for UnknownCondition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = match &self.instead {
            ConditionHelp::Near(ids) => errors::did_you_mean(ids),
            ConditionHelp::Known(ids) => errors::known(ids),
        };
        writeln!(formatter, "{}", errors::unknown_condition(&self.typed))?;
        formatter.write_str(&textwrap::fill(&errors::help(&help), whole_words()))
    }
}

fn whole_words() -> textwrap::Options<'static> {
    textwrap::Options::new(78)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .subsequent_indent("  ")
}
