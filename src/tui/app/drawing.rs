//! Draws the open screen, and what is said in passing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::app::App;
use crate::tui::message::Now;
use crate::tui::widgets::text::cut;
use crate::tui::world::framed;

impl App {
    /// Draws it as it is.
    pub fn draw(&self, frame: &mut Frame<'_>, now: Now) {
        let whole = frame.area();
        frame.buffer_mut().set_style(whole, self.world.theme.ground);
        let area = framed(whole);
        match &self.help {
            Some(help) => help.draw(frame, area, &self.world.theme),
            None => self.screen().draw(frame, area, &self.world, now),
        }
        if let Some(toast) = &self.toast
            && toast.until > now.mono
            && !area.is_empty()
        {
            let line = Rect {
                y: area.bottom() - 1,
                height: 1,
                ..area
            };
            let width = usize::from(line.width);
            let words = cut(&toast.words, width);
            let pad = " ".repeat(
                width.saturating_sub(unicode_width::UnicodeWidthStr::width(words.as_str())),
            );
            frame.render_widget(Line::styled(words + &pad, self.world.theme.accent), line);
        }
        self.world.theme.charset.enforce(frame.buffer_mut());
    }
}
