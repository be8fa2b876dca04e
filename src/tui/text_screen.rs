//! A screen that is a text: keys scroll it, apart from those that mean something of its own.

use std::fmt::Debug;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::message::Now;
use crate::tui::screen::{Next, Screen};
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::world::World;

/// The text, and what keys mean there.
pub(crate) trait ScreenText: Debug {
    /// Where keys go.
    fn context(&self) -> Context;

    /// Its lines on a screen of this size.
    fn lines(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>>;

    /// What comes of a key; `None` where it scrolls.
    fn act(&self, action: Action) -> Option<Next>;

    /// The routines were read again.
    fn reloaded(&self) -> Next {
        Next::Stay
    }
}

/// A text with the place that it is scrolled to.
#[derive(Clone, Debug)]
pub(crate) struct TextScreen<T> {
    text: T,
    scroll: Scroll,
}

impl<T> TextScreen<T> {
    /// The beginning of a text.
    pub(crate) fn new(text: T) -> Self {
        Self {
            text,
            scroll: Scroll::default(),
        }
    }
}

impl<T: ScreenText> Screen for TextScreen<T> {
    fn context(&self) -> Context {
        self.text.context()
    }

    fn act(&mut self, action: Action, world: &mut World, _now: Now) -> Next {
        self.text.act(action).unwrap_or_else(|| {
            let lines = self.text.lines(world.area, &world.theme).len();
            self.scroll.act(action, lines, page::room(world.area));
            Next::Stay
        })
    }

    fn reloaded(&self) -> Next {
        self.text.reloaded()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, _now: Now) {
        let (theme, context) = (&world.theme, self.context());
        let lines = self.text.lines(area, theme);
        page::draw(frame, area, lines, self.scroll, context, theme);
    }
}
