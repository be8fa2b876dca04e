//! Lays out the player on a screen of any size: rows with a rank, of which the lowest go first on a low screen, and
//! digits that take the rest.

pub(crate) mod row;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::screens::player::coaching::Said;
use crate::tui::screens::player::face::PlayerView;
use crate::tui::widgets::beside::Beside;
use crate::tui::widgets::breath::Breathing;
use crate::tui::widgets::digits::{self, DigitSize};
use crate::tui::widgets::text::cut;

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: usize = 76;
/// Digits up to this height matter more than words.
const READABLE: u16 = 5;
/// Lower or narrower screens show one line.
const ONE_LINE: (u16, u16) = (16, 3);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlayerRow {
    Head,
    Name,
    State,
    Digits,
    Breath,
    How,
    More,
    Caution,
    Avoid,
    Bar,
    Next,
    Foot,
}

/// The rows that an area shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowsPart {
    /// All.
    Whole,
    /// The current exercise, beside the figure.
    Column,
}

impl RowsPart {
    const fn holds(self, row: PlayerRow) -> bool {
        match self {
            Self::Whole => true,
            Self::Column => !matches!(
                row,
                PlayerRow::Head | PlayerRow::Bar | PlayerRow::Next | PlayerRow::Foot
            ),
        }
    }
}

/// A row with its height, its rank (the lowest goes first), and whether it gets a blank line above when there is room.
struct RowSlot {
    row: PlayerRow,
    height: u16,
    rank: u8,
    airy: bool,
}

impl PlayerView<'_> {
    /// Draws it, whatever the size.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        if area.is_empty() {
            return;
        }
        let width = usize::from(area.width);
        // Beside digits that fill it, a screen of three lines has no room for what to do of a repetition.
        let lowest = ONE_LINE.1 + u16::from(self.is_in_a_rep_of_parts());
        if area.width < ONE_LINE.0 || area.height < lowest {
            let line = Line::styled(cut(&self.one_line(width), width), self.style());
            frame.render_widget(line, Rect { height: 1, ..area });
            return;
        }
        match self.beside(area) {
            beside if self.is_read() => self.draw_reading(frame, area, beside.as_ref()),
            Some(beside) => self.draw_beside(frame, &beside),
            _ => self.draw_part(frame, area, RowsPart::Whole),
        }
    }

    /// The figure at the left, what is done at its right, the rest above and below.
    fn draw_beside(&self, frame: &mut Frame<'_>, places: &Beside) {
        let Some(figure) = &self.figure else { return };
        figure.draw(frame, places.figure, self.theme);
        self.draw_row(frame, PlayerRow::Head, places.head);
        self.draw_part(frame, places.column, RowsPart::Column);
        if self.view.left.is_some() {
            self.draw_row(frame, PlayerRow::Bar, places.bar);
        }
        self.draw_row(frame, PlayerRow::Next, places.next);
        self.draw_row(frame, PlayerRow::Foot, places.foot);
    }

    /// Draws the rows of a part of the screen, one under the other.
    fn draw_part(&self, frame: &mut Frame<'_>, area: Rect, part: RowsPart) {
        let slots = self.arrange(area, part);
        let mut spare = area.height - heights(&slots);
        let mut openings = slots.iter().skip(1).filter(|slot| slot.airy).count().max(1);
        let mut y = area.y;
        for (index, slot) in slots.iter().enumerate() {
            let gap = match slot.row {
                // The footer stays at the foot.
                PlayerRow::Foot => area.bottom() - y - slot.height,
                _ if slot.airy && index > 0 => {
                    let share = spare.div_ceil(u16::try_from(openings).unwrap_or(1)).min(2);
                    openings = openings.saturating_sub(1).max(1);
                    share
                }
                _ => 0,
            };
            spare = spare.saturating_sub(gap);
            y += gap;
            self.draw_row(
                frame,
                slot.row,
                Rect {
                    y,
                    height: slot.height,
                    ..area
                },
            );
            y += slot.height;
        }
    }

    /// The rows for this size: what must be there, then digits that can be read, then the how-to, then larger digits.
    fn arrange(&self, area: Rect, part: RowsPart) -> Vec<RowSlot> {
        let mut slots = self.slots(area);
        slots.retain(|slot| part.holds(slot.row));
        drop_lowest(&mut slots, area.height);
        if self.zoom {
            self.grow_digits(&mut slots, area, area.height);
            return slots;
        }
        self.grow_digits(&mut slots, area, READABLE);
        self.make_room(&mut slots, area);
        self.add_how(&mut slots, area, part);
        // Air for every opening comes before digits beyond what is needed.
        let openings = u16::try_from(slots.iter().filter(|slot| slot.airy).count()).unwrap_or(0);
        let spare = area.height - heights(&slots);
        if let Some(most) = spare.checked_sub(openings) {
            let now = slots
                .iter()
                .find(|slot| slot.row == PlayerRow::Digits)
                .map_or(0, |slot| slot.height);
            self.grow_digits(&mut slots, area, (now + most).min(area.height / 2));
        }
        slots
    }

    /// Beside a caution the digits stay readable: less important rows go first.
    fn make_room(&self, slots: &mut Vec<RowSlot>, area: Rect) {
        let is_low =
            |slot: &RowSlot| slot.row == PlayerRow::Digits && (1..READABLE).contains(&slot.height);
        for row in [PlayerRow::Head, PlayerRow::Bar] {
            let cautious = slots.iter().any(|slot| slot.row == PlayerRow::Caution);
            if cautious && slots.iter().any(is_low) {
                slots.retain(|slot| slot.row != row);
                self.grow_digits(slots, area, READABLE);
            }
        }
    }

    fn slots(&self, area: Rect) -> Vec<RowSlot> {
        let slot = |row, height, rank, airy| RowSlot {
            row,
            height,
            rank,
            airy,
        };
        let digits = if self.big().is_some() {
            digits::LOWEST
        } else {
            0
        };
        // What does not fit beside the essential is not begun.
        let caution = self.cautions_height(area);
        let caution = if caution.saturating_add(digits + 2) > area.height {
            0
        } else {
            caution
        };
        let breath = u16::from(Breathing::of(&self.view).is_some());
        // When to hold and when to let go matters more than the name.
        let state = if self.is_in_a_rep_of_parts() { 10 } else { 8 };
        let mut slots = if self.zoom {
            vec![
                slot(PlayerRow::Digits, digits, 10, false),
                slot(PlayerRow::Name, 1, 9, false),
                slot(PlayerRow::State, 1, state, false),
            ]
        } else {
            vec![
                slot(PlayerRow::Head, 1, 3, false),
                slot(PlayerRow::Name, 1, 9, true),
                slot(PlayerRow::State, 1, state, false),
                slot(PlayerRow::Digits, digits, 10, true),
                slot(PlayerRow::Breath, breath, 7, true),
                slot(PlayerRow::Caution, caution, 7, true),
                slot(PlayerRow::Bar, u16::from(self.view.left.is_some()), 4, true),
                // Without a bar above it, it needs air of its own.
                slot(PlayerRow::Next, 1, 5, self.view.left.is_none()),
            ]
        };
        if !self.zoom || self.ask.is_some() {
            slots.push(slot(
                PlayerRow::Foot,
                1,
                if self.ask.is_some() { 11 } else { 6 },
                true,
            ));
        }
        slots.retain(|slot| slot.height > 0);
        slots
    }

    /// Lets the digits grow to at most `most` rows, as far as there is room.
    fn grow_digits(&self, slots: &mut [RowSlot], area: Rect, most: u16) {
        let spare = area.height - heights(slots);
        let Some(slot) = slots.iter_mut().find(|slot| slot.row == PlayerRow::Digits) else {
            return;
        };
        let rows = (slot.height + spare).min(most);
        if let Some(size) = self
            .big()
            .and_then(|big| DigitSize::fitting(&big, area.width, rows, self.theme.charset))
        {
            slot.height = slot.height.max(size.rows());
        }
    }

    /// Puts in what there is room for: whole lines of the how-to, from the first, and what to avoid. What has no room is
    /// marked; paused, all of it can be read.
    fn add_how(&self, slots: &mut Vec<RowSlot>, area: Rect, part: RowsPart) {
        let below = [PlayerRow::Bar, PlayerRow::Next];
        if self.zoom {
            return;
        }
        let place = slots.iter().position(|slot| below.contains(&slot.row));
        let place = place.unwrap_or(slots.len());
        // The caution stands between the how-to and what to avoid.
        let caution = slots.iter().position(|slot| slot.row == PlayerRow::Caution);
        let mut spare = area.height - heights(slots);
        if part == RowsPart::Column {
            // Wrapped as it is there, it needs air above and below the digits more than its last line.
            spare = spare.saturating_sub(2);
        }
        let avoid = rows(&self.avoid_lines(area));
        let avoid = if avoid < spare { avoid } else { 0 };
        spare -= avoid;
        let said = self.how_now();
        let all: u16 = said.iter().map(|said| self.height(said, area)).sum();
        let (how, more) = if all <= spare {
            (all, 0)
        } else {
            (
                self.whole_lines(&said, area, spare.saturating_sub(1)),
                spare.min(1),
            )
        };
        let mut slot = |row, height, place, airy| {
            if height > 0 {
                slots.insert(
                    place,
                    RowSlot {
                        row,
                        height,
                        rank: 1,
                        airy,
                    },
                );
            }
        };
        slot(
            PlayerRow::Avoid,
            avoid,
            place,
            how == 0 && caution.is_none(),
        );
        slot(PlayerRow::More, more, caution.unwrap_or(place), how == 0);
        slot(PlayerRow::How, how, caution.unwrap_or(place), true);
        if let Some(caution) = slots.iter_mut().find(|slot| slot.row == PlayerRow::Caution) {
            caution.airy = how == 0;
        }
    }

    /// The rows of those that fit as a whole, from the first.
    fn whole_lines(&self, said: &[Said], area: Rect, mut spare: u16) -> u16 {
        let heights = said.iter().map(|said| self.height(said, area));
        heights
            .take_while(|&height| {
                let fits = height <= spare;
                spare = spare.saturating_sub(height);
                fits
            })
            .sum()
    }

    fn height(&self, said: &Said, area: Rect) -> u16 {
        rows(&said.lines(text_width(area), self.theme))
    }

    fn avoid_lines(&self, area: Rect) -> Vec<Line<'static>> {
        let avoid = self.avoid_said();
        avoid.map_or_else(Vec::new, |said| said.lines(text_width(area), self.theme))
    }

    /// The caution of this moment.
    fn caution_lines(&self, area: Rect) -> Vec<Line<'static>> {
        let caution = self.caution_now();
        caution.map_or_else(Vec::new, |said| said.lines(text_width(area), self.theme))
    }

    /// The height of the tallest caution, so that the layout stays still when they take turns.
    fn cautions_height(&self, area: Rect) -> u16 {
        let cautions = self.cautions_in_turn();
        let heights = cautions.iter().map(|said| self.height(said, area));
        heights.max().unwrap_or(0)
    }
}

fn rows(lines: &[Line<'_>]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

fn text_width(area: Rect) -> usize {
    usize::from(area.width).min(TEXT_WIDTH)
}

fn heights(slots: &[RowSlot]) -> u16 {
    slots.iter().map(|slot| slot.height).sum()
}

/// Takes away the rows of the lowest rank until the rest fits.
fn drop_lowest(slots: &mut Vec<RowSlot>, height: u16) {
    while heights(slots) > height {
        let Some(lowest) = (0..slots.len()).min_by_key(|&index| slots[index].rank) else {
            return;
        };
        slots.remove(lowest);
    }
}
