//! Text on the screen: clocks, cutting, wrapping.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, Timelike as _};

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::content::text::printable::printable;

/// `2:05`, `1:02:05`; what is begun counts as a whole second.
pub(crate) fn clock(time: Duration) -> String {
    let seconds = whole_seconds(time);
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Seconds that have not run out yet: 1 until the very end.
pub(crate) fn whole_seconds(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_nanos() > 0)
}

/// Returns a text cut to at most `width` columns, with `…` at the cut.
pub(crate) fn cut(text: &str, width: usize) -> String {
    let text = printable(text);
    if text.width() <= width {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(letter);
    }
    if width > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    out
}

/// Cuts a text at the end of a word where half of the width is filled then.
pub(crate) fn cut_at_word(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
    let Some(kept) = out.strip_suffix('…').filter(|kept| text.starts_with(*kept)) else {
        return out;
    };
    if text[kept.len()..].starts_with(' ') {
        return out;
    }
    if let Some(end) = kept.rfind(' ')
        && kept[..end].width() >= width / 2
    {
        let words = kept[..end].trim_end_matches([',', ':', ' ']).len();
        out.truncate(words);
        out.push('…');
    }
    out
}

/// A text on as many lines as it needs.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    let options =
        textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(&printable(text), options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// One line with something at its left and something at its right end; the left is cut first.
pub(crate) fn ends<'a>(
    left: &str,
    left_style: Style,
    right: &str,
    right_style: Style,
    width: usize,
) -> Line<'a> {
    let right = cut(right, width);
    let room = width.saturating_sub(right.width() + usize::from(!right.is_empty()) * 2);
    let left = cut(left, room);
    let gap = width.saturating_sub(left.width() + right.width());
    Line::from(vec![
        Span::styled(left, left_style),
        Span::raw(" ".repeat(gap)),
        Span::styled(right, right_style),
    ])
}

/// `22:52`
pub(crate) fn time_of_day(wall: DateTime<FixedOffset>) -> String {
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_last_until_they_are_over() {
        let clock = |ms| clock(Duration::from_millis(ms));
        assert_eq!(clock(30_000), "0:30");
        assert_eq!(clock(29_999), "0:30");
        assert_eq!(clock(29_000), "0:29");
        assert_eq!(clock(1), "0:01");
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(3_725_000), "1:02:05");
    }

    #[test]
    fn cutting_says_so_and_counts_columns() {
        assert_eq!(cut("Wall calf stretch", 17), "Wall calf stretch");
        assert_eq!(cut("Wall calf stretch", 10), "Wall calf…");
        assert_eq!(
            cut_at_word("for morning or afternoon", 16),
            "for morning or…"
        );
        assert_eq!(cut_at_word("needs hamstringsomething", 12), "needs hamst…");
        assert_eq!(cut_at_word("step 3", 16), "step 3");
        assert_eq!(cut("伸展伸展", 5), "伸展…");
        assert_eq!(cut("abc", 0), "");
        assert_eq!(cut("a\u{1b}[31m", 9), "a\u{fffd}[31m");
    }
}
