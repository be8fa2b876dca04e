//! The player while it is paused: everything that is said of the step stands there to be read, whatever the size of the
//! screen. The figure and the digits make room where they have to.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use crate::player::view::Phase;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::player::face::Face;
use crate::tui::widgets::beside::Beside;
use crate::tui::widgets::digits::{LOWEST, Size};
use crate::tui::widgets::page;
use crate::tui::widgets::text::{clock, cut, ends};

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: u16 = 76;
/// Digits are not higher than this where there is something to read.
const DIGITS: u16 = 5;
/// Lower screens show the step and its words alone.
const FRAMED_FROM: u16 = 10;
/// Lower screens have no blank lines.
const AIRY_FROM: u16 = 16;

impl Face<'_> {
    /// Whether it stands to be read.
    pub(crate) fn is_read(&self) -> bool {
        !self.zoom && matches!(self.view.phase, Phase::Paused(_))
    }

    /// Draws it, with the figure where all words have room beside that.
    pub(crate) fn draw_reading(&self, frame: &mut Frame<'_>, area: Rect, beside: Option<&Beside>) {
        let words = |width: u16| self.words(width.min(TEXT_WIDTH)).len();
        let with_figure = beside.and_then(|places| {
            // Name, state, and a blank line before the words.
            let room = usize::from(places.column.height).saturating_sub(3);
            let figure = self.figure.as_ref()?;
            (words(places.column.width) <= room).then_some((places, figure))
        });
        if let Some((places, figure)) = with_figure {
            figure.draw(frame, places.figure, self.theme);
            Self::draw_line(frame, places.head, |width| self.head(width));
            Self::draw_line(frame, places.next, |width| self.next(width));
            Self::draw_line(frame, places.foot, |width| self.foot(width));
            self.draw_words(frame, places.column);
            return;
        }
        let framed = u16::from(area.height >= FRAMED_FROM);
        // A question is seen whatever the size.
        let asked = framed.max(u16::from(self.ask.is_some()));
        let airy = u16::from(area.height >= AIRY_FROM);
        let row = |y: u16, height: u16| Rect { y, height, ..area };
        let (head, foot) = (row(area.y, framed), row(area.bottom() - asked, asked));
        // With air around it there is room for what comes next as well.
        let next = row(foot.y - 2 * airy, airy);
        Self::draw_line(frame, head, |width| self.head(width));
        Self::draw_line(frame, next, |width| self.next(width));
        Self::draw_line(frame, foot, |width| self.foot(width));
        let top = head.bottom() + airy;
        let inner = Rect {
            y: top,
            height: next.y.saturating_sub(top + airy),
            ..area
        };
        self.draw_words(frame, inner);
    }

    fn draw_line(frame: &mut Frame<'_>, area: Rect, line: impl Fn(usize) -> Line<'static>) {
        frame.render_widget(line(usize::from(area.width)), area);
    }

    /// The step, how it stands, digits where there is room, and all words from where they are scrolled to.
    fn draw_words(&self, frame: &mut Frame<'_>, area: Rect) {
        let width = usize::from(area.width);
        let airy = u16::from(area.height + 4 >= AIRY_FROM);
        let words = self.words(area.width.min(TEXT_WIDTH));
        let height = u16::try_from(words.len()).unwrap_or(u16::MAX);
        let name = Line::styled(cut(&self.planned().name, width), self.theme.title);
        frame.render_widget(name, Rect { height: 1, ..area });
        let below = |y: u16| Rect {
            y: area.y + y,
            height: area.height.saturating_sub(y),
            ..area
        };
        let spare = area.height.saturating_sub(2 + height + 2 * airy);
        let digits = self
            .big()
            .and_then(|big| Size::fitting(&big, area.width, spare.min(DIGITS), self.theme.charset));
        let left = self.view.left.filter(|_| digits.is_none()).map(clock);
        let state = ends(
            &self.state(),
            self.style(),
            &left.unwrap_or_default(),
            self.theme.dim,
            width,
        );
        frame.render_widget(state, below(1));
        let mut y = 2 + airy;
        if let Some(size) = digits.filter(|_| spare >= LOWEST) {
            let place = Rect {
                height: size.rows(),
                ..below(y)
            };
            self.draw_digits(frame, place);
            y += size.rows() + airy;
        }
        self.draw_scrolled(frame, below(y), words);
    }

    /// So many words as there is room for; that there are more is said where the next would stand.
    fn draw_scrolled(&self, frame: &mut Frame<'_>, area: Rect, mut words: Vec<Line<'static>>) {
        let room = usize::from(area.height);
        if self.scrolls_by_rows {
            let last = words.len().saturating_sub(room);
            words.drain(..self.scroll.min(last));
        }
        if words.len() > room {
            let key = keymap::key_of(Context::Player, Action::Down);
            words.truncate(room.saturating_sub(1));
            words.push(Line::styled(
                page::more(&key, self.theme.charset),
                self.theme.key,
            ));
        }
        frame.render_widget(Text::from(words), area);
    }

    fn words(&self, width: u16) -> Vec<Line<'static>> {
        let said = self.all_said();
        let away = if self.scrolls_by_rows {
            0
        } else {
            // The last of it stays.
            self.scroll.min(said.len().saturating_sub(1))
        };
        let said = said.into_iter().skip(away);
        said.flat_map(|said| said.lines(usize::from(width), self.theme))
            .collect()
    }
}
