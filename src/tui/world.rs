//! The world that all screens see: the routines, the person's settings, and the available area.

use std::sync::Arc;

use ratatui::layout::{Margin, Rect};

use crate::figure::read::base::Bases;
use crate::plan::catalog::Catalog;
use crate::plan::tailor::{Request, Tailored};
use crate::tui::display::Display;
use crate::tui::message::Now;
use crate::tui::settings::Settings;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::Drawing;

/// The world that all screens see.
#[derive(Debug)]
pub(crate) struct World {
    /// The routines, for whom they are.
    pub(crate) catalog: Catalog,
    /// The bases of the figures of its exercises.
    pub(crate) bases: Arc<Bases>,
    /// The person's settings.
    pub(crate) settings: Settings,
    /// The abilities of the terminal.
    pub(crate) display: Display,
    /// The colours that follow from both.
    pub(crate) theme: Theme,
    /// The area of a screen, without the margin.
    pub(crate) area: Rect,
}

impl World {
    /// On a terminal of this size.
    pub(crate) fn new(
        catalog: Catalog,
        settings: Settings,
        display: Display,
        whole: Rect,
        now: Now,
    ) -> Self {
        let mut world = Self {
            bases: bases_of(&catalog),
            catalog,
            settings,
            display,
            theme: Theme::default(),
            area: framed(whole),
        };
        world.apply_theme(now);
        world
    }

    /// Takes the colours for this time of day.
    pub(crate) fn apply_theme(&mut self, now: Now) {
        let bedtime = self.catalog.whom().profile.bedtime;
        let name = self.settings.theme.at(now.wall.time(), bedtime);
        self.theme = Theme {
            charset: self.settings.charset(self.display.charset),
            ..Theme::resolve(name, &self.settings.colours, self.display.depth)
        };
    }

    /// Takes another catalog and gives the one that it replaces. What was said and asked for in this session stays.
    pub(crate) fn replace_catalog(&mut self, mut catalog: Catalog) -> Catalog {
        catalog.follow(&self.catalog);
        self.bases = bases_of(&catalog);
        std::mem::replace(&mut self.catalog, catalog)
    }

    /// Returns the drawing options of figures here.
    pub(crate) fn drawing(&self) -> Drawing {
        Drawing {
            glyphs: self.settings.glyphs.shown(self.display.charset),
            still: self.settings.reduced_motion,
            bases: Arc::clone(&self.bases),
        }
    }

    /// A routine as it is played for the person. Minutes that cannot be reached any more are forgotten.
    pub(crate) fn tailored(&self, id: &str) -> Option<Tailored> {
        let unfitted = || {
            let wish = Request {
                minutes: None,
                ..self.catalog.wish(id)
            };
            self.catalog.tailored_to(id, &wish)?.ok()
        };
        self.catalog.tailored(id)?.ok().or_else(unfitted)
    }
}

fn bases_of(catalog: &Catalog) -> Arc<Bases> {
    Arc::new(Bases::of(&catalog.library().shared().figures))
}

/// A terminal without the margin, where there is room for one.
pub(crate) fn framed(whole: Rect) -> Rect {
    let horizontal = match whole.width {
        0..=23 => 0,
        24..=59 => 1,
        _ => 2,
    };
    whole.inner(Margin {
        horizontal,
        vertical: u16::from(whole.height >= 20),
    })
}
