//! How the player fills a screen of any size: rows with a rank, of which the lowest go first when it is low, and
//! digits that take what is left.

use std::time::Duration;

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::content::vocabulary::{Position, Sides};
use crate::plan::timetable::{Kind, Side, Step};
use crate::plan::words;
use crate::player::session::Because;
use crate::player::view::{Phase, View};
use crate::tui::ask::Ask;
use crate::tui::bar::bar;
use crate::tui::before::time_of_day;
use crate::tui::digits::{self, Size};
use crate::tui::footer;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::text::{clock, cut, ends, whole_seconds, wrap};
use crate::tui::theme::Theme;

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: usize = 76;
/// Digits of so many rows are worth more than any words.
const READABLE: u16 = 5;
/// Lower or narrower screens show one line.
const ONE_LINE: (u16, u16) = (16, 3);

/// Everything that is to be seen of a player.
pub struct Face<'a> {
    /// The session at this moment.
    pub view: View<'a>,
    /// When the routine ends.
    pub ends: Option<NaiveDateTime>,
    /// A question that stands.
    pub ask: Option<Ask>,
    /// Words in passing.
    pub notice: Option<&'a str>,
    /// Digits over the whole screen.
    pub zoom: bool,
    /// The colours.
    pub theme: &'a Theme,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    Head,
    Name,
    State,
    Digits,
    How,
    Avoid,
    Bar,
    Next,
    Foot,
}

/// A row with its height, its rank (the lowest goes first), and whether a blank line before it does it good.
struct Slot {
    row: Row,
    height: u16,
    rank: u8,
    airy: bool,
}

impl<'a> Face<'a> {
    /// Draws it, whatever the size.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        if area.is_empty() {
            return;
        }
        let width = usize::from(area.width);
        if area.width < ONE_LINE.0 || area.height < ONE_LINE.1 {
            let line = Line::styled(cut(&self.one_line(width), width), self.style());
            frame.render_widget(line, Rect { height: 1, ..area });
            return;
        }
        let slots = self.arrange(area);
        let mut spare = area.height - heights(&slots);
        let mut openings = slots.iter().skip(1).filter(|slot| slot.airy).count().max(1);
        let mut y = area.y;
        for (index, slot) in slots.iter().enumerate() {
            let gap = match slot.row {
                // The footer stays at the foot.
                Row::Foot => area.bottom() - y - slot.height,
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
    fn arrange(&self, area: Rect) -> Vec<Slot> {
        let mut slots = self.slots();
        drop_lowest(&mut slots, area.height);
        if self.zoom {
            self.grow_digits(&mut slots, area, area.height);
            return slots;
        }
        self.grow_digits(&mut slots, area, READABLE);
        self.add_how(&mut slots, area);
        // Air for every opening comes before digits beyond what is needed.
        let openings = u16::try_from(slots.iter().filter(|slot| slot.airy).count()).unwrap_or(0);
        let spare = area.height - heights(&slots);
        if let Some(most) = spare.checked_sub(openings) {
            let now = slots
                .iter()
                .find(|slot| slot.row == Row::Digits)
                .map_or(0, |slot| slot.height);
            self.grow_digits(&mut slots, area, (now + most).min(area.height / 2));
        }
        slots
    }

    fn slots(&self) -> Vec<Slot> {
        let slot = |row, height, rank, airy| Slot {
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
        let mut slots = if self.zoom {
            vec![
                slot(Row::Digits, digits, 9, false),
                slot(Row::Name, 1, 8, false),
                slot(Row::State, 1, 7, false),
            ]
        } else {
            vec![
                slot(Row::Head, 1, 3, false),
                slot(Row::Name, 1, 8, true),
                slot(Row::State, 1, 7, false),
                slot(Row::Digits, digits, 9, true),
                slot(Row::Bar, u16::from(self.view.left.is_some()), 4, true),
                slot(Row::Next, 1, 5, false),
            ]
        };
        if !self.zoom || self.ask.is_some() {
            slots.push(slot(
                Row::Foot,
                1,
                if self.ask.is_some() { 10 } else { 6 },
                true,
            ));
        }
        slots.retain(|slot| slot.height > 0);
        slots
    }

    /// Lets the digits grow to at most so many rows, as far as there is room.
    fn grow_digits(&self, slots: &mut [Slot], area: Rect, most: u16) {
        let spare = area.height - heights(slots);
        let Some(slot) = slots.iter_mut().find(|slot| slot.row == Row::Digits) else {
            return;
        };
        let rows = (slot.height + spare).min(most);
        if let Some(size) = self
            .big()
            .and_then(|big| Size::fitting(&big, area.width, rows))
        {
            slot.height = slot.height.max(size.rows());
        }
    }

    /// Puts in what there is room for: whole lines of the how-to, from the first, and what to avoid.
    fn add_how(&self, slots: &mut Vec<Slot>, area: Rect) {
        let Some(place) = slots
            .iter()
            .position(|slot| slot.row == Row::Bar || slot.row == Row::Next)
        else {
            return;
        };
        let mut spare = area.height - heights(slots);
        let avoid = u16::from(self.planned().avoid.is_some() && spare > 1);
        spare -= avoid;
        let how: u16 = self
            .planned()
            .how
            .iter()
            .map(|line| u16::try_from(wrap(line, self.text_width(area)).len()).unwrap_or(u16::MAX))
            .take_while(|&lines| {
                let fits = lines <= spare;
                spare = spare.saturating_sub(lines);
                fits
            })
            .sum();
        let mut slot = |row, height, airy| {
            if height > 0 {
                slots.insert(
                    place,
                    Slot {
                        row,
                        height,
                        rank: 1,
                        airy,
                    },
                );
            }
        };
        slot(Row::Avoid, avoid, how == 0);
        slot(Row::How, how, true);
    }

    fn draw_row(&self, frame: &mut Frame<'_>, row: Row, area: Rect) {
        let width = usize::from(area.width);
        let text_width = self.text_width(area);
        let theme = self.theme;
        let lines: Vec<Line<'_>> = match row {
            Row::Digits => {
                self.draw_digits(frame, area);
                return;
            }
            Row::Head => vec![self.head(width)],
            Row::Name => vec![Line::styled(cut(&self.planned().name, width), theme.title)],
            Row::State => vec![Line::styled(cut(&self.state(), width), self.style())],
            Row::How => self
                .how_lines(text_width)
                .into_iter()
                .map(|line| Line::styled(line, theme.text))
                .collect(),
            Row::Avoid => vec![Line::styled(
                cut(self.planned().avoid.as_deref().unwrap_or_default(), width),
                theme.warning,
            )],
            Row::Bar => vec![bar(self.done(), width.min(TEXT_WIDTH), theme)],
            Row::Next => vec![self.next(width.min(TEXT_WIDTH))],
            Row::Foot => vec![self.foot(width)],
        };
        for (y, line) in (area.top()..area.bottom()).zip(lines) {
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
            );
        }
    }

    fn text_width(&self, area: Rect) -> usize {
        usize::from(area.width).min(TEXT_WIDTH)
    }

    fn planned(&self) -> &'a crate::plan::timetable::Planned {
        &self.view.step.planned
    }

    fn how_lines(&self, width: usize) -> Vec<String> {
        self.planned()
            .how
            .iter()
            .flat_map(|line| wrap(line, width))
            .collect()
    }

    /// The style of what the session is doing.
    fn style(&self) -> Style {
        match (self.view.phase, self.view.segment.kind) {
            (Phase::Paused(_) | Phase::Over(_), _) => self.theme.accent,
            (Phase::CountIn(_), _) | (_, Kind::Prepare) => self.theme.prepare,
            (_, Kind::Work | Kind::Confirm) => self.theme.work,
            (_, Kind::Rest) => self.theme.rest,
            (_, Kind::Switch) => self.theme.switch,
        }
    }

    /// What is read from the floor: seconds, or repetitions.
    fn big_number(&self) -> Option<String> {
        if let Phase::CountIn(left) = self.view.phase {
            return Some(whole_seconds(left).to_string());
        }
        let left = self.view.left?;
        if let (Kind::Work, Some((rep, reps))) = (self.view.segment.kind, self.view.rep()) {
            return Some(format!("{rep}/{reps}"));
        }
        Some(if left <= Duration::from_secs(60) {
            whole_seconds(left).to_string()
        } else {
            clock(left)
        })
    }

    /// The number with the side before it.
    fn big(&self) -> Option<String> {
        let number = self.big_number()?;
        Some(match self.view.side() {
            Some(Side::Left) => format!("L {number}"),
            Some(Side::Right) => format!("R {number}"),
            None => number,
        })
    }

    fn draw_digits(&self, frame: &mut Frame<'_>, area: Rect) {
        let (Some(number), Some(big)) = (self.big_number(), self.big()) else {
            return;
        };
        let paused = matches!(self.view.phase, Phase::Paused(_));
        let (style, side_style) = if paused {
            (self.theme.dim, self.theme.dim)
        } else {
            (self.style(), self.theme.switch)
        };
        let buffer = frame.buffer_mut();
        // Without room for the side, the number alone.
        let Some(size) = Size::fitting(&big, area.width, area.height) else {
            if let Some(size) = Size::fitting(&number, area.width, area.height) {
                digits::draw(&number, size, area, style, buffer);
            }
            return;
        };
        let shift = size.width(&big) - size.width(&number);
        if shift > 0 {
            digits::draw(&big[..1], size, area, side_style, buffer);
        }
        let right = Rect {
            x: area.x + shift,
            width: area.width - shift,
            ..area
        };
        digits::draw(&number, size, right, style, buffer);
    }

    fn head(&self, width: usize) -> Line<'static> {
        let view = &self.view;
        let mut right = self.place();
        if !view.timetable.is_checklist() {
            right += &format!(" · {} left", clock(view.total_left()));
        }
        if let Some(ends) = self.ends {
            right += &format!(" · ends {}", time_of_day(ends));
        }
        // The title is known; the numbers are what one looks for.
        let right = if right.len() + 8 > width {
            self.place()
        } else {
            right
        };
        ends(
            &view.timetable.title,
            self.theme.dim,
            &right,
            self.theme.dim,
            width,
        )
    }

    /// `2 of 7`
    fn place(&self) -> String {
        format!(
            "{} of {}",
            self.view.segment.step + 1,
            self.view.timetable.steps.len()
        )
    }

    /// What is going on, in words.
    fn state(&self) -> String {
        let view = &self.view;
        let go_on = keymap::key_of(Context::Player, Action::GoOn);
        let mut words = match (view.phase, view.segment.kind) {
            (Phase::Paused(Because::Asked), _) => return format!("PAUSED · {go_on} goes on"),
            (Phase::Paused(Because::Away), _) => {
                return format!("PAUSED while you were away · {go_on} goes on");
            }
            (Phase::Over(_), _) => return "OVER".to_owned(),
            (Phase::Waiting, _) => return format!("{go_on} when it is done"),
            (Phase::CountIn(_), _) => vec!["GOING ON".to_owned()],
            (Phase::Running, Kind::Prepare) => vec!["GET READY".to_owned()],
            (Phase::Running, Kind::Switch) => vec!["CHANGE SIDES".to_owned()],
            (Phase::Running, Kind::Rest) => vec!["REST".to_owned()],
            (Phase::Running, Kind::Work | Kind::Confirm) => Vec::new(),
        };
        let planned = self.planned();
        if let Some(side) = view.side() {
            words.push(words::side_words(side, planned.limb).to_uppercase());
            if view.segment.kind == Kind::Prepare && planned.sides == Sides::Each {
                words.push("first".to_owned());
            }
        } else if planned.sides == Sides::Alternating && view.segment.kind == Kind::Work {
            words.push("SIDES IN TURN".to_owned());
        }
        if view.segment.kind != Kind::Prepare && planned.dosage.sets > 1 {
            let set = view.segment.set
                + u32::from(view.segment.kind == Kind::Rest && view.then().is_some());
            words.push(format!(
                "set {} of {}",
                set.min(planned.dosage.sets),
                planned.dosage.sets
            ));
        }
        if view.segment.kind == Kind::Prepare {
            words.push(words::dose_short(planned));
        } else if view.segment.kind == Kind::Work && view.segment.reps.is_some() {
            words.push(format!("{} each", words::spaced(planned.dosage.tempo)));
        }
        if words.is_empty() {
            words.push(
                if planned.breath.is_some() {
                    "BREATHE"
                } else {
                    "GO"
                }
                .to_owned(),
            );
        }
        words.join(" · ").replace(" · first", " first")
    }

    /// How much of the segment is over, in whole seconds.
    fn done(&self) -> f64 {
        let length = self.view.segment.length.unwrap_or_default().as_secs_f64();
        let left =
            Duration::from_secs(whole_seconds(self.view.left.unwrap_or_default())).as_secs_f64();
        if length > 0.0 {
            1.0 - left / length
        } else {
            0.0
        }
    }

    fn next(&self, width: usize) -> Line<'static> {
        let theme = self.theme;
        if let Some(notice) = self.notice {
            return Line::styled(cut(notice, width), theme.accent);
        }
        let planned = self.planned();
        let then = self
            .view
            .then()
            .filter(|_| self.view.segment.kind == Kind::Work)
            .map(
                |work| match (work.side, work.set == self.view.segment.set) {
                    (Some(side), true) => format!("then {}", words::side_words(side, planned.limb)),
                    _ => format!("then set {}", work.set),
                },
            );
        let next = match self.view.next_step() {
            Some(step) => format!(
                "next: {}{}",
                step.planned.name,
                move_words(self.view.step, step)
            ),
            None => "the last step".to_owned(),
        };
        match then {
            Some(then) if then.len() + next.chars().count() + 3 <= width => Line::from(vec![
                Span::styled(then, theme.text),
                Span::styled(format!("   {next}"), theme.dim),
            ]),
            Some(then) => Line::styled(cut(&then, width), theme.text),
            None => Line::styled(cut(&next, width), theme.dim),
        }
    }

    fn foot(&self, width: usize) -> Line<'static> {
        match self.ask {
            Some(ask) => {
                let mut line = footer::hints(
                    ask.hints(),
                    width.saturating_sub(ask.words().len() + 2),
                    self.theme,
                );
                line.spans.insert(
                    0,
                    Span::styled(format!("{}  ", ask.words()), self.theme.accent),
                );
                line
            }
            None => footer::hints(self.hints(), width, self.theme),
        }
    }

    /// The hints, with the key to go on first and by its present meaning.
    fn hints(&self) -> Vec<(String, &'static str)> {
        let mut hints = keymap::hints(Context::Player);
        let go_on = keymap::key_of(Context::Player, Action::GoOn);
        match self.view.phase {
            Phase::Paused(_) => {
                hints.retain(|(_, means)| *means != Action::Pause.doc());
                hints.insert(0, (go_on, "go on"));
            }
            Phase::Waiting => {
                hints.retain(|(_, means)| {
                    *means != Action::Pause.doc() && *means != Action::Longer.doc()
                });
                hints.insert(0, (go_on, "done"));
            }
            _ => {}
        }
        hints
    }

    /// `2:05 calf stretch L 3/12`
    fn one_line(&self, width: usize) -> String {
        let view = &self.view;
        let time = match (view.phase, view.left) {
            (Phase::CountIn(left), _) => clock(left),
            (Phase::Waiting, _) => "done?".to_owned(),
            (_, left) => clock(left.unwrap_or_default()),
        };
        if let Some(ask) = self.ask {
            return format!(
                "{} {}",
                ask.words(),
                keymap::key_of(Context::Ask, Action::Yes)
            );
        }
        let state = match (view.phase, view.segment.kind) {
            (Phase::Paused(_), _) => "paused ",
            (Phase::Running, Kind::Prepare) => "ready ",
            (Phase::Running, Kind::Rest) => "rest ",
            (Phase::Running, Kind::Switch) => "switch ",
            _ => "",
        };
        let side = match view.side() {
            Some(Side::Left) => " L",
            Some(Side::Right) => " R",
            None => "",
        };
        let place = format!(" {}/{}", view.segment.step + 1, view.timetable.steps.len());
        let fixed = state.len() + time.len() + side.len() + place.len() + 1;
        if width < fixed + 4 {
            return if width < state.len() + time.len() + side.len() {
                time
            } else {
                format!("{state}{time}{side}")
            };
        }
        format!(
            "{state}{time} {}{side}{place}",
            cut(&self.planned().name, width - fixed)
        )
    }
}

fn heights(slots: &[Slot]) -> u16 {
    slots.iter().map(|slot| slot.height).sum()
}

/// Takes away the rows of the lowest rank until the rest fits.
fn drop_lowest(slots: &mut Vec<Slot>, height: u16) {
    while heights(slots) > height {
        let Some(lowest) = (0..slots.len()).min_by_key(|&index| slots[index].rank) else {
            return;
        };
        slots.remove(lowest);
    }
}

/// What the change to the next step asks of the body: ` (stay standing)`, ` (lie down)`.
fn move_words(from: &Step, to: &Step) -> &'static str {
    let (Some(from), Some(to)) = (from.planned.position, to.planned.position) else {
        return "";
    };
    if from == to {
        return match to {
            Position::Standing => " (stay standing)",
            Position::SeatedChair | Position::SeatedEdge | Position::FloorSeated => {
                " (stay seated)"
            }
            Position::Supine | Position::Prone | Position::SideLying | Position::Reclined => {
                " (stay lying)"
            }
            _ => "",
        };
    }
    match to {
        Position::Standing => " (stand up)",
        Position::SeatedChair | Position::SeatedEdge => " (sit down)",
        Position::FloorSeated => " (sit on the floor)",
        Position::Kneeling => " (kneel)",
        Position::AllFours => " (on all fours)",
        Position::Supine => " (on your back)",
        Position::Prone => " (on your front)",
        Position::SideLying => " (on your side)",
        Position::Reclined => " (lean back)",
        Position::Water => " (in the water)",
    }
}
