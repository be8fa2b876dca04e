//! Draws the open screen, and what is said in passing.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

use crate::tui::app::{App, Screen};
use crate::tui::message::Now;
use crate::tui::widgets::text::cut;

impl App {
    /// Draws it as it is.
    pub fn draw(&self, frame: &mut Frame<'_>, now: Now) {
        let whole = frame.area();
        frame.buffer_mut().set_style(whole, self.theme.ground);
        let area = framed(whole);
        match (&self.help, &self.screen) {
            (Some(help), _) => help.draw(frame, area, &self.theme),
            (None, Screen::Home) => self.home.draw(frame, area, &self.shelf, &self.theme),
            (None, Screen::Before(before)) => before.draw(frame, area, now, &self.theme),
            (None, Screen::Blocked(blocked)) => blocked.draw(frame, area, &self.theme),
            (None, Screen::Today(today)) => today.draw(frame, area, &self.theme),
            (None, Screen::Player(player)) => player.draw(frame, area, now, &self.theme),
            (None, Screen::After(after)) => after.draw(frame, area, &self.theme),
            (None, Screen::Problems(problems)) => problems.draw(frame, area, &self.theme),
            (None, Screen::Profile(page)) => page.draw(frame, area, &self.theme),
            (None, Screen::Setup(setup)) => {
                setup.draw(frame, area, (&self.settings, self.display), &self.theme);
            }
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
            frame.render_widget(Line::styled(words + &pad, self.theme.accent), line);
        }
        self.theme.charset.enforce(frame.buffer_mut());
    }
}

/// The screen without its margin, where there is room for one.
fn framed(area: Rect) -> Rect {
    let horizontal = match area.width {
        0..=23 => 0,
        24..=59 => 1,
        _ => 2,
    };
    area.inner(Margin {
        horizontal,
        vertical: u16::from(area.height >= 20),
    })
}
