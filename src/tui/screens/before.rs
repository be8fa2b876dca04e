//! The page before the start: length, props, cautions and changes.

pub(crate) mod changes;
pub(crate) mod contents;
pub(crate) mod minutes;
pub(crate) mod offer;
pub(crate) mod step_list;

use chrono::Timelike as _;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::figure::draw::fit::CellSize;
use crate::plan::catalog::Catalog;
use crate::plan::tailor::Tailored;
use crate::player::moment::Moment;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screen::{Next, Screen};
use crate::tui::screens::before::changes::Changes;
use crate::tui::screens::before::contents::Page;
use crate::tui::screens::before::minutes::Minutes;
use crate::tui::screens::before::offer::{Offer, offer};
use crate::tui::screens::signs::Signs;
use crate::tui::settings::Setting;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::{Drawing, Figures, Picture, USUAL};
use crate::tui::widgets::page::{self, Scroll};
use crate::tui::world::World;

/// The present use of the page.
#[derive(Clone, Debug)]
enum Mode {
    Reading,
    Minutes(Minutes),
    Changes(Changes),
    Signs(Signs, Scroll),
}

/// The figure on a screen of 80 columns.
const SMALL: CellSize = CellSize {
    width: 24,
    height: 11,
};
/// Columns between the words and the figure.
const GAP: usize = 2;
/// A routine about to start.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    id: String,
    page: Page,
    offer: Option<Offer>,
    figures: Figures,
    mode: Mode,
    scroll: Scroll,
}

impl Before {
    /// Returns the page of a routine that plays; `None` for an unknown id.
    pub(crate) fn new(
        id: &str,
        tailored: Tailored,
        catalog: &Catalog,
        drawing: Drawing,
        now: Now,
    ) -> Option<Self> {
        let offer = offer(id, &tailored, catalog, now);
        let page = Page::new(id, tailored, offer.as_ref(), catalog)?;
        Some(Self {
            id: id.to_owned(),
            figures: Figures::of(page.timetable(), catalog.library(), drawing),
            page,
            offer,
            mode: Mode::Reading,
            scroll: Scroll::default(),
        })
    }

    /// Fits the routine to the minutes that stand there, if they can be reached.
    fn wish_minutes(&mut self, catalog: &mut Catalog, now: Now) {
        let Mode::Minutes(minutes) = &mut self.mode else {
            return;
        };
        let mut wish = catalog.wish(&self.id);
        wish.minutes = minutes.wanted();
        match catalog.tailored_to(&self.id, &wish) {
            Some(Ok(_)) => {
                minutes.reached();
                catalog.set_wish(&self.id, wish);
                self.tailor_again(catalog, now);
            }
            Some(Err(refusal)) => minutes.missed(&refusal),
            None => {}
        }
    }

    /// Tailors the routine again, after something was asked for.
    fn tailor_again(&mut self, catalog: &Catalog, now: Now) {
        let Some(Ok(tailored)) = catalog.tailored(&self.id) else {
            return;
        };
        if let Mode::Changes(changes) = &mut self.mode {
            changes.renew(&tailored);
        }
        self.offer = offer(&self.id, &tailored, catalog, now);
        if let Some(page) = Page::new(&self.id, tailored, self.offer.as_ref(), catalog) {
            self.figures = self.figures.renewed(page.timetable(), catalog.library());
            self.page = page;
        }
    }

    /// Gives no time to hear how the routine is done, or gives it again.
    fn brief(&mut self, world: &mut World, now: Now) -> Next {
        let yes = !world.catalog.whom().knows(&self.id);
        world.catalog.set_known(&self.id, yes);
        self.tailor_again(&world.catalog, now);
        let routine = self.id.clone();
        remember(Setting::Knows { routine, yes }, world)
    }

    /// Plays the lower ends of ranges, or the upper ones again, where the person may choose.
    fn go_gently(&mut self, world: &mut World, now: Now) -> Next {
        if !self.page.offers_ends() {
            return Next::Stay;
        }
        let yes = !world.catalog.whom().is_gentle_in(&self.id);
        world.catalog.set_gentle(&self.id, yes);
        self.tailor_again(&world.catalog, now);
        let routine = self.id.clone();
        remember(Setting::Gentle { routine, yes }, world)
    }

    fn act_reading(&mut self, action: Action, world: &mut World, now: Now) -> Next {
        let catalog = &world.catalog;
        match action {
            Action::Start => return Next::Play(self.id.clone()),
            Action::Instead => {
                let other = self.offer.as_ref().map(|offer| offer.id.clone());
                return other.map_or(Next::Stay, Next::Open);
            }
            Action::Today => {
                return Next::Today {
                    back: Some(self.id.clone()),
                    select: None,
                };
            }
            Action::Close => return Next::Close,
            Action::Brief => return self.brief(world, now),
            Action::Gentle => return self.go_gently(world, now),
            Action::Minutes => self.mode = Mode::Minutes(Minutes::of(self.page.timetable())),
            Action::Changes => {
                self.mode = Mode::Changes(Changes::new(&self.id, self.page.tailored(), catalog));
            }
            Action::Signs => self.mode = Mode::Signs(Signs::for_whom(catalog), Scroll::default()),
            _ => {
                let lines = self.lines(world.area, now, &world.theme).len();
                self.scroll.act(action, lines, page::room(world.area));
            }
        }
        Next::Stay
    }

    fn overrule(&mut self, overruled: Vec<u32>, catalog: &mut Catalog, now: Now) {
        let mut wish = catalog.wish(&self.id);
        wish.overruled = overruled;
        catalog.set_wish(&self.id, wish);
        self.tailor_again(catalog, now);
    }

    /// The page as it is read.
    fn lines(&self, area: Rect, now: Now, theme: &Theme) -> Vec<Line<'static>> {
        let taken = self.beside(area).map_or(0, |(_, place)| {
            usize::from(area.right().saturating_sub(place.x)) + GAP
        });
        let width = usize::from(area.width).saturating_sub(taken);
        let airy = page::is_airy(area);
        self.page.lines(width, now, theme, airy, None)
    }

    /// The body of the first step, and its place.
    fn beside(&self, area: Rect) -> Option<(Picture<'_>, Rect)> {
        let steps = &self.page.timetable().steps;
        let picture = self.figures.of_step(&steps.first()?.planned)?;
        Some((picture, beside(area)?))
    }

    fn draw_reading(&self, frame: &mut Frame<'_>, area: Rect, now: Now, theme: &Theme) {
        let lines = self.lines(area, now, theme);
        let without: &[Action] = if self.page.is_changed() {
            &[]
        } else {
            &[Action::Changes]
        };
        let keys = (Context::Before, without);
        page::draw_with(frame, area, lines, self.scroll, keys, theme);
        if let Some((picture, place)) = self.beside(area) {
            picture.draw(frame, place, theme);
        }
    }
}

impl Screen for Before {
    fn context(&self) -> Context {
        match &self.mode {
            Mode::Reading => Context::Before,
            Mode::Minutes(_) => Context::Minutes,
            Mode::Changes(changes) => changes.context(),
            Mode::Signs(..) => Context::Warning,
        }
    }

    fn act(&mut self, action: Action, world: &mut World, now: Now) -> Next {
        match &mut self.mode {
            Mode::Reading => return self.act_reading(action, world, now),
            Mode::Minutes(_) | Mode::Signs(..) if action == Action::Close => {
                self.mode = Mode::Reading;
            }
            Mode::Signs(signs, scroll) => {
                let lines = signs.page(world.area, &world.theme).len();
                scroll.act(action, lines, page::room(world.area));
            }
            Mode::Minutes(minutes) => {
                minutes.act(action);
                self.wish_minutes(&mut world.catalog, now);
            }
            Mode::Changes(changes) if changes.is_closed_by(action) => self.mode = Mode::Reading,
            Mode::Changes(changes) => {
                if let Some(overruled) = changes.act(action, world.area, &world.theme) {
                    self.overrule(overruled, &mut world.catalog, now);
                }
            }
        }
        Next::Stay
    }

    /// Types a digit of the minutes.
    fn typed(&mut self, key: Key, world: &mut World, now: Now) {
        if let Mode::Minutes(minutes) = &mut self.mode {
            minutes.typed(key);
            self.wish_minutes(&mut world.catalog, now);
        }
    }

    /// Minutes that are being typed, and signs that are being read, stay open.
    fn reloaded(&self) -> Next {
        match self.mode {
            Mode::Reading | Mode::Changes(_) => Next::Open(self.id.clone()),
            Mode::Minutes(_) | Mode::Signs(..) => Next::Stay,
        }
    }

    /// The time at which it would end changes at the next full minute.
    fn next_change(&self, _world: &World, now: Now) -> Option<Moment> {
        let seconds = u64::from(59 - now.wall.second().min(59));
        let rest = 1_000_000_000_u32.saturating_sub(now.wall.nanosecond().min(999_999_999));
        Some(now.mono + std::time::Duration::new(seconds, rest))
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, now: Now) {
        let theme = &world.theme;
        match &self.mode {
            Mode::Changes(changes) => changes.draw(frame, area, theme),
            Mode::Signs(signs, scroll) => {
                let lines = signs.page(area, theme);
                page::draw(frame, area, lines, *scroll, Context::Warning, theme);
            }
            Mode::Reading => self.draw_reading(frame, area, now, theme),
            Mode::Minutes(minutes) => {
                let (width, airy) = (usize::from(area.width), page::is_airy(area));
                let lines = self.page.lines(width, now, theme, airy, Some(minutes));
                let top = Scroll::default();
                page::draw(frame, area, lines, top, Context::Minutes, theme);
            }
        }
    }
}

/// Remembers a setting. Of somebody else nothing is remembered.
fn remember(setting: Setting, world: &mut World) -> Next {
    if world.catalog.whom().is_somebody_else() {
        return Next::Stay;
    }
    world.settings.set(setting.clone());
    Next::Do(vec![Effect::Do(Task::SaveSetting(setting))])
}

/// The place of the figure: at the right of the words, smaller where they need the room. `None` on a screen that is
/// too small for one.
fn beside(area: Rect) -> Option<Rect> {
    let CellSize { width, height } = match area.width {
        ..72 => return None,
        72..112 => SMALL,
        _ => USUAL,
    };
    (area.height >= height + 4).then(|| Rect {
        x: area.right() - width,
        y: area.y + 1,
        width,
        height,
    })
}
