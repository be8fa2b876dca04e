//! The lines of a text, by number, and which of them are broken.

use std::ops::Range;

/// The starts of the lines of a text, and the lines that are broken as TOML. Lines are counted from 0.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
    broken: Vec<bool>,
}

impl LineIndex {
    /// The lines of a text, all of them sound.
    pub(crate) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts: Vec<usize> = [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect();
        Self {
            broken: vec![false; starts.len()],
            starts,
        }
    }

    /// Returns the number of lines, at least one.
    pub(crate) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line of a byte.
    pub(crate) fn number(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte) - 1
    }

    /// Returns the start of the line of a byte.
    pub(crate) fn start(&self, byte: usize) -> usize {
        self.starts[self.number(byte)]
    }

    /// Marks the line of a byte as broken.
    pub(crate) fn break_at(&mut self, byte: usize) {
        let line = self.number(byte);
        self.broken[line] = true;
    }

    /// Marks every line that holds a byte of the range as broken, and the line on which it begins.
    pub(crate) fn break_all(&mut self, bytes: Range<usize>) {
        let first = self.number(bytes.start);
        let last = self.number(bytes.end.saturating_sub(1));
        self.broken[first..=last.max(first)].fill(true);
    }

    /// Returns whether the line of a byte is broken.
    pub(crate) fn is_broken(&self, byte: usize) -> bool {
        self.broken[self.number(byte)]
    }

    /// Returns whether a line of this range is broken, which may be past the last one.
    pub(crate) fn is_any_broken(&self, lines: Range<usize>) -> bool {
        self.broken
            .get(lines)
            .is_some_and(|broken| broken.contains(&true))
    }

    /// Returns whether any line is broken.
    pub(crate) fn is_broken_somewhere(&self) -> bool {
        self.broken.contains(&true)
    }
}
