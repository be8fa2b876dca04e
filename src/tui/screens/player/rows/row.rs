//! Draws a row of the player.

use crate::player::view::Phase;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::player::face::PlayerView;
use crate::tui::screens::player::rows::{PlayerRow, TEXT_WIDTH, text_width};
use crate::tui::widgets::bar::bar;
use crate::tui::widgets::breath::Breathing;
use crate::tui::widgets::digits::{self, DigitSize};
use crate::tui::widgets::footer;
use crate::tui::widgets::text::cut;
use crate::words::en::player::all_of_it;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

impl PlayerView<'_> {
    pub(crate) fn draw_row(&self, frame: &mut Frame<'_>, row: PlayerRow, area: Rect) {
        let width = usize::from(area.width);
        let text_width = text_width(area);
        let theme = self.theme;
        let lines: Vec<Line<'_>> = match row {
            PlayerRow::Digits => {
                self.draw_digits(frame, area);
                return;
            }
            PlayerRow::Head => vec![self.head(width)],
            PlayerRow::Name => vec![Line::styled(cut(&self.planned().name, width), theme.title)],
            PlayerRow::State => vec![Line::styled(cut(&self.state(width), width), self.style())],
            PlayerRow::Breath => Breathing::of(&self.view)
                .map(|breathing| breathing.line(text_width, theme))
                .into_iter()
                .collect(),
            PlayerRow::How => {
                let said = self.how_now();
                let lines = said.iter().flat_map(|said| said.lines(text_width, theme));
                lines.take(usize::from(area.height)).collect()
            }
            PlayerRow::More => vec![self.more(text_width)],
            PlayerRow::Caution => self.caution_lines(area),
            PlayerRow::Avoid => self.avoid_lines(area),
            PlayerRow::Bar => {
                let (done, length) = self.done();
                vec![bar(done, length, width, theme)]
            }
            PlayerRow::Next => vec![self.next(width.min(TEXT_WIDTH))],
            PlayerRow::Foot => vec![self.foot(width)],
        };
        frame.render_widget(Text::from(lines), area);
    }

    pub(crate) fn draw_digits(&self, frame: &mut Frame<'_>, area: Rect) {
        let (Some(number), Some(big)) = (self.big_number(), self.big()) else {
            return;
        };
        let paused = matches!(self.view.phase, Phase::Paused(_));
        let (style, side_style) = if paused {
            (self.theme.dim, self.theme.dim)
        } else {
            (self.style(), self.theme.switch)
        };
        let (buffer, charset) = (frame.buffer_mut(), self.theme.charset);
        // Without room for the side, the number alone.
        let Some(size) = DigitSize::fitting(&big, area.width, area.height, charset) else {
            if let Some(size) = DigitSize::fitting(&number, area.width, area.height, charset) {
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

    /// Returns the line that says that there is more to read, and how.
    pub(crate) fn more(&self, width: usize) -> Line<'static> {
        let key = keymap::key_of(Context::Player, Action::Pause);
        let words = all_of_it(self.theme.charset.ellipsis(), &key);
        Line::styled(cut(&words, width), self.theme.dim)
    }

    pub(crate) fn foot(&self, width: usize) -> Line<'static> {
        match self.ask {
            Some(ask) => ask.line(width, self.theme),
            None => footer::hints(self.hints(), width, self.theme),
        }
    }
}
