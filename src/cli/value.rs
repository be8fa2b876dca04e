//! The values of options: from what was typed to what it means.

use std::fmt;

use crate::content::text::alike::did_you_mean;
use crate::content::vocabulary::Word;
use crate::figure::draw::fit::CellSize;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::words::side::Side;
use crate::words::en::errors;

/// A word of a closed list.
pub(crate) fn word<W: Word>(typed: &str) -> Result<W, UnknownWord> {
    W::parse(typed).ok_or_else(|| UnknownWord {
        list: W::WHAT,
        typed: typed.to_owned(),
        known: W::ALL.iter().map(|word| word.as_str()).collect(),
    })
}

/// A word that is not on its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownWord {
    /// The name of the list.
    list: &'static str,
    typed: String,
    known: Vec<&'static str>,
}

impl std::error::Error for UnknownWord {}

impl fmt::Display for UnknownWord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = match did_you_mean(&self.typed, self.known.iter().copied()) {
            Some(meant) => errors::did_you_mean(&[meant.to_owned()]),
            None => errors::known(
                &self
                    .known
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>(),
            ),
        };
        let error = errors::unknown_word(self.list, &self.typed);
        write!(formatter, "{error}\n{}", errors::help(&help))
    }
}

/// The size of a figure: `32x14`.
pub(crate) fn size(typed: &str) -> Result<CellSize, FigureError> {
    let size = typed.split_once('x').and_then(|(width, height)| {
        Some(CellSize {
            width: width.parse().ok()?,
            height: height.parse().ok()?,
        })
    });
    size.filter(|size| (4..=400).contains(&size.width) && (2..=200).contains(&size.height))
        .ok_or(FigureError::Size)
}

/// The characters of a figure.
pub(crate) fn glyphs(typed: &str) -> Result<Glyphs, FigureError> {
    Glyphs::parse(typed).ok_or(FigureError::Glyphs)
}

/// The number of a keyframe, the first being 1.
pub(crate) fn frame(typed: &str) -> Result<usize, FigureError> {
    let frame = typed.parse().ok().filter(|&frame| frame > 0);
    frame.ok_or(FigureError::Frame)
}

/// The working side, by whether it is the left one.
pub(crate) const fn side(is_left: bool) -> Side {
    if is_left { Side::Left } else { Side::Right }
}

/// An option of `supple figure` that means nothing. The parser says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureError {
    Size,
    Glyphs,
    Frame,
}

impl std::error::Error for FigureError {}

impl fmt::Display for FigureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size => formatter.write_str(errors::SIZE),
            Self::Glyphs => {
                let known: Vec<&str> = Glyphs::ALL.iter().map(|glyphs| glyphs.as_str()).collect();
                formatter.write_str(&errors::known_are(&known))
            }
            Self::Frame => formatter.write_str(errors::FRAME),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::vocabulary::Discipline;

    #[test]
    fn a_size_has_columns_and_rows_within_limits() {
        let fits = |width, height| Ok(CellSize { width, height });
        assert_eq!(size("32x14"), fits(32, 14));
        assert_eq!(size("4x2"), fits(4, 2));
        assert_eq!(size("400x200"), fits(400, 200));
        for typed in ["", "x", "32", "32x", "3x2", "4x1", "401x2", "4x201", "4x-2"] {
            assert_eq!(size(typed), Err(FigureError::Size), "{typed}");
        }
    }

    #[test]
    fn frames_are_counted_from_one() {
        assert_eq!(frame("1"), Ok(1));
        assert_eq!(frame("0"), Err(FigureError::Frame));
        assert_eq!(frame("first"), Err(FigureError::Frame));
    }

    #[test]
    fn an_unknown_word_names_the_one_that_is_near_or_all() {
        assert_eq!(word::<Discipline>("yoga"), Ok(Discipline::Yoga));
        let message = |typed| word::<Discipline>(typed).map_err(|error| error.to_string());
        assert_eq!(
            message("yogaa"),
            Err("error: unknown discipline \"yogaa\"\nhelp: did you mean yoga?".to_owned())
        );
        let all = message("qqqqq").expect_err("it is no discipline");
        assert!(all.contains("help: known: stretching, yoga, "), "{all}");
    }
}
