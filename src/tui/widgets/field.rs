//! A line of text that is typed, with a cursor.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::content::text::printable::printable;
use crate::tui::input::action::Action;
use crate::tui::widgets::text::cut;

/// The cursor, between two characters.
const CURSOR: char = '▏';
/// Shown where the beginning of the text is cut.
const CUT: char = '…';

/// A text and the place in it where typing goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextField {
    text: String,
    /// In bytes. It stands before a character that takes room, or at the end.
    cursor: usize,
}

impl TextField {
    /// A text with the cursor at its end.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let cursor = text.len();
        Self { text, cursor }
    }

    /// Returns the typed text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether the cursor stands at the end.
    pub(crate) fn is_at_end(&self) -> bool {
        self.cursor == self.text.len()
    }

    /// Returns whether a field does something with an action.
    pub(crate) const fn takes(action: Action) -> bool {
        matches!(
            action,
            Action::CursorLeft
                | Action::CursorRight
                | Action::CursorStart
                | Action::CursorEnd
                | Action::Erase
                | Action::Delete
                | Action::Empty
        )
    }

    /// Moves the cursor or takes something away. Whether the text changed.
    pub(crate) fn act(&mut self, action: Action) -> bool {
        let length = self.text.len();
        match action {
            Action::CursorLeft => self.cursor = self.left(),
            Action::CursorRight => self.cursor = self.right(),
            Action::CursorStart => self.cursor = 0,
            Action::CursorEnd => self.cursor = length,
            Action::Erase => self.erase(),
            Action::Delete => self.text.replace_range(self.cursor..self.right(), ""),
            Action::Empty => *self = Self::default(),
            _ => {}
        }
        self.text.len() != length
    }

    /// Types a letter.
    pub(crate) fn insert(&mut self, letter: char) {
        self.text.insert(self.cursor, letter);
        self.cursor += letter.len_utf8();
    }

    /// Types at most this many letters of a pasted text, which may contain anything.
    pub(crate) fn paste(&mut self, text: &str, most: usize) {
        for letter in printable(text).chars().take(most) {
            self.insert(letter);
        }
    }

    /// Takes the letter before the cursor away; of one that is put together, its last part.
    fn erase(&mut self) {
        if let Some(letter) = self.text[..self.cursor].chars().next_back() {
            self.cursor -= letter.len_utf8();
            self.text.remove(self.cursor);
        }
    }

    /// The place before the cursor. What takes no room, such as an accent, belongs to the letter before it.
    fn left(&self) -> usize {
        let mut before = self.text[..self.cursor].char_indices().rev();
        before
            .find(|(_, letter)| takes_room(*letter))
            .map_or(0, |(at, _)| at)
    }

    /// The place behind the letter that follows the cursor.
    fn right(&self) -> usize {
        let mut behind = self.text[self.cursor..].char_indices().skip(1);
        let next = behind.find(|(_, letter)| takes_room(*letter));
        next.map_or(self.text.len(), |(at, _)| self.cursor + at)
    }

    /// Returns the text with its cursor, in at most `width` columns: where it is longer, a part around the cursor, with a mark
    /// where it is cut.
    pub(crate) fn shown(&self, width: usize) -> String {
        let (before, behind) = self.text.split_at(self.cursor);
        let (before, behind) = (printable(before), printable(behind));
        let Some(room) = width.checked_sub(1) else {
            return String::new();
        };
        if before.width() + behind.width() <= room {
            return format!("{before}{CURSOR}{behind}");
        }
        // Some of what follows stays in sight.
        let kept = behind.width().min((room / 4).max(1));
        let before = end_of(&before, room.saturating_sub(kept));
        let behind = cut(&behind, room.saturating_sub(before.width()));
        format!("{before}{CURSOR}{behind}")
    }
}

/// Returns whether a letter takes a column of its own. One that could drive the terminal is shown as a sign that does.
fn takes_room(letter: char) -> bool {
    letter.width() != Some(0)
}

/// The last columns of a text, with a mark where its beginning is cut.
fn end_of(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let Some(room) = width.checked_sub(1) else {
        return String::new();
    };
    let mut start = text.len();
    for (at, letter) in text.char_indices().rev() {
        if text[at..].width() > room {
            break;
        }
        if takes_room(letter) {
            start = at;
        }
    }
    format!("{CUT}{}", &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, actions: &[Action]) -> TextField {
        let mut field = TextField::new(text);
        for action in actions {
            field.act(*action);
        }
        field
    }

    fn shown(text: &str, actions: &[Action]) -> String {
        after(text, actions).shown(40)
    }

    #[test]
    fn the_cursor_moves_by_letters_and_stays_in_the_text() {
        use Action::{
            CursorEnd as End, CursorLeft as Left, CursorRight as Right, CursorStart as Start,
        };
        assert_eq!(shown("abc", &[]), "abc▏");
        assert_eq!(shown("abc", &[Left]), "ab▏c");
        assert_eq!(shown("abc", &[Left; 5]), "▏abc");
        assert_eq!(shown("abc", &[Start, Right]), "a▏bc");
        assert_eq!(shown("abc", &[Start, End]), "abc▏");
        assert_eq!(shown("abc", &[Right]), "abc▏");
        // Wide letters, and an accent of its own.
        assert_eq!(shown("伸展", &[Left]), "伸▏展");
        assert_eq!(shown("ae\u{301}b", &[Left, Left]), "a▏e\u{301}b");
        assert_eq!(shown("ae\u{301}b", &[Start, Right, Right]), "ae\u{301}▏b");
    }

    #[test]
    fn letters_go_on_both_sides_of_the_cursor() {
        use Action::{CursorLeft as Left, CursorStart as Start, Delete, Empty, Erase};
        assert_eq!(shown("abc", &[Erase]), "ab▏");
        assert_eq!(shown("abc", &[Left, Erase]), "a▏c");
        assert_eq!(shown("abc", &[Start, Erase]), "▏abc");
        assert_eq!(shown("abc", &[Left, Delete]), "ab▏");
        assert_eq!(shown("abc", &[Delete]), "abc▏");
        assert_eq!(shown("e\u{301}b", &[Start, Delete]), "▏b");
        assert_eq!(shown("e\u{301}", &[Erase]), "e▏");
        assert_eq!(shown("伸展", &[Left, Erase]), "▏展");
        assert_eq!(shown("abc", &[Left, Empty]), "▏");
        assert!(!after("abc", &[Start]).act(Erase), "nothing stands before");
        assert!(after("abc", &[Left]).act(Delete));
    }

    #[test]
    fn typing_goes_on_at_the_cursor() {
        let mut field = after("ac", &[Action::CursorLeft]);
        field.insert('b');
        assert_eq!(field.shown(9), "ab▏c");
        field.paste("1\u{1b}\n23", 4);
        assert_eq!(field.text(), "ab1\u{fffd}\u{fffd}2c");
        assert!(!field.is_at_end());
    }

    #[test]
    fn the_cursor_is_always_in_sight() {
        let text = "one two three four";
        let at_start = after(text, &[Action::CursorStart]);
        assert_eq!(at_start.shown(19), format!("▏{text}"));
        assert_eq!(at_start.shown(9), "▏one two…");
        assert_eq!(after(text, &[]).shown(9), "…ee four▏");
        let mut field = at_start;
        for width in 1..=20 {
            field.act(Action::CursorStart);
            for _ in 0..=text.len() {
                let shown = field.shown(width);
                assert!(
                    shown.contains(CURSOR) && shown.width() <= width,
                    "{shown:?}"
                );
                let (before, behind) = text.split_at(field.cursor);
                let (left, right) = shown.split_once(CURSOR).expect("it is there");
                assert!(before.ends_with(left.trim_start_matches(CUT)), "{shown:?}");
                assert!(behind.starts_with(right.trim_end_matches(CUT)), "{shown:?}");
                field.act(Action::CursorRight);
            }
        }
        assert_eq!(field.shown(0), "");
        // A wide letter that does not fit is left out whole.
        assert_eq!(TextField::new("伸展伸展").shown(6), "…伸展▏");
        assert_eq!(TextField::new("伸展伸展").shown(5), "…展▏");
    }
}
