//! The paused player: all instructions of the step can be read at any screen size. Figure and digits make room for
//! them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use crate::player::view::Phase;
use crate::tui::input::context::Context;
use crate::tui::screens::player::face::PlayerView;
use crate::tui::widgets::beside::Beside;
use crate::tui::widgets::digits::{DigitSize, LOWEST};
use crate::tui::widgets::more;
use crate::tui::widgets::text::{clock, cut, ends};

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: u16 = 76;
/// Digits are not higher than this where there is something to read.
const DIGITS: u16 = 5;
/// Lower screens show the step and its words alone.
const FRAMED_FROM: u16 = 10;
/// Lower screens have no blank lines.
const AIRY_FROM: u16 = 16;

impl PlayerView<'_> {
    /// Returns whether the player shows its instructions to read.
    pub(crate) fn is_read(&self) -> bool {
        !self.zoom && matches!(self.view.phase, Phase::Paused(_))
    }

    /// The furthest scroll position: the rest fits from there.
    pub(crate) fn most_scrolled(&self, area: Rect) -> usize {
        let beside = self.beside(area);
        if self.fits_beside(beside.as_ref(), 0) {
            return 0;
        }
        let place = self.words_place(area);
        let airy = usize::from(is_airy(place));
        let room = usize::from(place.height).saturating_sub(2 + airy);
        let width = place.width.min(TEXT_WIDTH);
        if self.scrolls_by_rows {
            return self.words_from(0, width).len().saturating_sub(room);
        }
        // The last of it stays.
        let last = self.all_said().len().saturating_sub(1);
        let fits = |from: &usize| self.words_from(*from, width).len() <= room;
        (0..last).find(fits).unwrap_or(last)
    }

    /// The layout with a figure, if there is one and room for it.
    pub(crate) fn beside(&self, area: Rect) -> Option<Beside> {
        self.figure.as_ref()?;
        Beside::of(area).filter(|_| !self.zoom)
    }

    /// Returns whether all words from there on have room beside the figure, below name, state and a blank line.
    fn fits_beside(&self, beside: Option<&Beside>, from: usize) -> bool {
        beside.is_some_and(|places| {
            let room = usize::from(places.column.height).saturating_sub(3);
            let width = places.column.width.min(TEXT_WIDTH);
            self.words_from(from, width).len() <= room
        })
    }

    /// Draws it, with the figure if all words fit beside it.
    pub(crate) fn draw_reading(&self, frame: &mut Frame<'_>, area: Rect, beside: Option<&Beside>) {
        let with_figure = beside.zip(self.figure.as_ref());
        if let Some((places, figure)) =
            with_figure.filter(|_| self.fits_beside(beside, self.scrolled()))
        {
            figure.draw(frame, places.figure, self.theme);
            Self::draw_line(frame, places.head, |width| self.head(width));
            Self::draw_line(frame, places.next, |width| self.next(width));
            Self::draw_line(frame, places.foot, |width| self.foot(width));
            self.draw_words(frame, places.column);
            return;
        }
        let [head, next, foot] = self.around(area);
        Self::draw_line(frame, head, |width| self.head(width));
        Self::draw_line(frame, next, |width| self.next(width));
        Self::draw_line(frame, foot, |width| self.foot(width));
        self.draw_words(frame, self.words_place(area));
    }

    /// Head, what comes next, and foot, as far as there is room for them.
    fn around(&self, area: Rect) -> [Rect; 3] {
        let framed = u16::from(area.height >= FRAMED_FROM);
        // A question is seen whatever the size.
        let asked = framed.max(u16::from(self.ask.is_some()));
        let airy = u16::from(area.height >= AIRY_FROM);
        let row = |y: u16, height: u16| Rect { y, height, ..area };
        let (head, foot) = (row(area.y, framed), row(area.bottom() - asked, asked));
        // With air around it there is room for what comes next as well.
        [head, row(foot.y - 2 * airy, airy), foot]
    }

    /// The area left for the step and its words.
    fn words_place(&self, area: Rect) -> Rect {
        let [head, next, _] = self.around(area);
        let airy = u16::from(area.height >= AIRY_FROM);
        let top = head.bottom() + airy;
        Rect {
            y: top,
            height: next.y.saturating_sub(top + airy),
            ..area
        }
    }

    fn draw_line(frame: &mut Frame<'_>, area: Rect, line: impl Fn(usize) -> Line<'static>) {
        frame.render_widget(line(usize::from(area.width)), area);
    }

    /// The step, how it stands, digits where there is room, and all words from where they are scrolled to.
    fn draw_words(&self, frame: &mut Frame<'_>, area: Rect) {
        let width = usize::from(area.width);
        let airy = u16::from(is_airy(area));
        let words = self.words_from(self.scrolled(), area.width.min(TEXT_WIDTH));
        let height = u16::try_from(words.len()).unwrap_or(u16::MAX);
        let name = Line::styled(cut(&self.planned().name, width), self.theme.title);
        frame.render_widget(name, Rect { height: 1, ..area });
        let below = |y: u16| Rect {
            y: area.y + y,
            height: area.height.saturating_sub(y),
            ..area
        };
        let spare = area.height.saturating_sub(2 + height + 2 * airy);
        let digits = self.big().and_then(|big| {
            DigitSize::fitting(&big, area.width, spare.min(DIGITS), self.theme.charset)
        });
        let left = self.view.left.filter(|_| digits.is_none()).map(clock);
        let state = ends(
            &self.state(width.saturating_sub(left.as_ref().map_or(0, String::len) + 2)),
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

    /// Draws as many lines as fit; a mark in the last row says that more follow.
    fn draw_scrolled(&self, frame: &mut Frame<'_>, area: Rect, mut words: Vec<Line<'static>>) {
        let room = usize::from(area.height);
        if self.scrolls_by_rows {
            let last = words.len().saturating_sub(room);
            words.drain(..self.scroll.min(last));
        }
        more::cut(&mut words, room, more::mark(Context::Player, self.theme));
        frame.render_widget(Text::from(words), area);
    }

    /// The number of instructions scrolled past; the last one always stays.
    fn scrolled(&self) -> usize {
        if self.scrolls_by_rows {
            0
        } else {
            self.scroll.min(self.all_said().len().saturating_sub(1))
        }
    }

    /// The instructions without the first `from` of them.
    fn words_from(&self, from: usize, width: u16) -> Vec<Line<'static>> {
        let said = self.all_said().into_iter().skip(from);
        said.flat_map(|said| said.lines(usize::from(width), self.theme))
            .collect()
    }
}

/// Returns whether there is room for blank lines around the words.
fn is_airy(place: Rect) -> bool {
    place.height + 4 >= AIRY_FROM
}
