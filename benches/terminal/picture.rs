//! What a program's output makes of the screen, as a terminal would show it.

use std::time::Duration;

use vt100::{Parser, Screen};

use crate::options::Size;
use crate::terminal::Chunk;

/// What a program left behind.
#[derive(Debug)]
pub(crate) struct Left {
    pub(crate) alternate_screen: bool,
    pub(crate) cursor_hidden: bool,
    /// The last line on the screen with anything on it: most often the reason why a program ended.
    pub(crate) last_line: String,
}

/// The first moment at which the screen was as full as 90 % of what these chunks make of it in the
/// end. `None` when they leave it empty.
///
/// What counts is cells with a character that is not a space: a coloured background alone is
/// nothing.
pub(crate) fn full_at(chunks: &[Chunk], size: Size) -> Option<Duration> {
    let mut parser = parser(size);
    let filled: Vec<(Duration, usize)> = chunks
        .iter()
        .map(|chunk| {
            parser.process(&chunk.bytes);
            (chunk.at, filled(parser.screen(), size))
        })
        .collect();
    let &(_, end) = filled.last()?;
    let (at, _) = filled
        .into_iter()
        .find(|&(_, cells)| cells > 0 && cells * 10 >= end * 9)?;
    (end > 0).then_some(at)
}

/// What is on the screen after these chunks, from the start of the program on.
pub(crate) fn left(chunks: &[Chunk], size: Size) -> Left {
    let mut parser = parser(size);
    for chunk in chunks {
        parser.process(&chunk.bytes);
    }
    let screen = parser.screen();
    let text = screen.contents();
    Left {
        alternate_screen: screen.alternate_screen(),
        cursor_hidden: screen.hide_cursor(),
        last_line: text
            .lines()
            .map(str::trim)
            .rfind(|line| !line.is_empty())
            .unwrap_or_default()
            .into(),
    }
}

fn parser(size: Size) -> Parser {
    Parser::new(size.rows, size.columns, 0)
}

fn filled(screen: &Screen, size: Size) -> usize {
    (0..size.rows)
        .flat_map(|row| (0..size.columns).map(move |column| (row, column)))
        .filter_map(|(row, column)| screen.cell(row, column))
        .filter(|cell| cell.has_contents() && cell.contents() != " ")
        .count()
}
