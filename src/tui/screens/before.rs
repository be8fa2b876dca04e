//! Before the start: what to fetch, what to take care of, what was changed, how long it takes.

pub(crate) mod changes;
pub(crate) mod contents;
pub(crate) mod minutes;
pub(crate) mod offer;
pub(crate) mod step_list;

use chrono::{NaiveDateTime, Timelike as _};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::figure::draw::fit::Size;
use crate::plan::emergency::Emergency;
use crate::plan::tailor::Tailored;
use crate::player::moment::Moment;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::message::Now;
use crate::tui::screens::before::changes::Changes;
use crate::tui::screens::before::contents::Page;
use crate::tui::screens::before::minutes::Minutes;
use crate::tui::screens::before::offer::{Offer, offer};
use crate::tui::screens::signs::Signs;
use crate::tui::shelf::Shelf;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::{Drawing, Figures, Picture, USUAL};
use crate::tui::widgets::page::{self, Scroll};

/// What the page is used for.
#[derive(Clone, Debug)]
enum Mode {
    Reading,
    Minutes(Minutes),
    Changes(Changes),
    Signs(Signs, Scroll),
}

/// The figure on a screen of 80 columns.
const SMALL: Size = Size {
    width: 24,
    height: 11,
};
/// Columns between the words and the figure.
const GAP: usize = 2;
/// More lines than the warning signs have, for scrolling.
const SIGN_LINES: usize = 1_000;

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
    /// The page of a routine that plays. `None` when there is none of this id.
    pub(crate) fn new(
        id: &str,
        tailored: Tailored,
        shelf: &Shelf,
        drawing: Drawing,
        now: Now,
    ) -> Option<Self> {
        let offer = offer(id, &tailored, shelf, now);
        let page = Page::new(id, tailored, offer.as_ref(), shelf)?;
        Some(Self {
            id: id.to_owned(),
            figures: Figures::of(page.timetable(), shelf, drawing),
            page,
            offer,
            mode: Mode::Reading,
            scroll: Scroll::default(),
        })
    }

    /// Which routine.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The routine that is offered instead.
    pub(crate) fn instead(&self) -> Option<&str> {
        self.offer.as_ref().map(|offer| offer.id.as_str())
    }

    /// Where keys go.
    pub(crate) fn context(&self) -> Context {
        match &self.mode {
            Mode::Reading => Context::Before,
            Mode::Minutes(_) => Context::Minutes,
            Mode::Changes(changes) => changes.context(),
            Mode::Signs(..) => Context::Warning,
        }
    }

    /// Does what a key means; starting and closing are the app's.
    pub(crate) fn act(&mut self, action: Action, shelf: &mut Shelf, now: Now) {
        match (&mut self.mode, action) {
            (Mode::Reading, Action::Minutes) => {
                self.mode = Mode::Minutes(Minutes::of(self.page.timetable()));
            }
            (Mode::Reading, Action::Changes) => {
                self.mode = Mode::Changes(Changes::new(&self.id, self.page.tailored(), shelf));
            }
            (Mode::Reading, Action::Signs) => {
                let safety = &shelf.library().shared().safety;
                let whom = shelf.whom();
                let emergency = Emergency::of(&whom.profile);
                let signs = Signs::of(safety, whom.person().conditions(), &emergency);
                self.mode = Mode::Signs(signs, Scroll::default());
            }
            (Mode::Reading, _) => self.scroll.act(action, self.page.most_lines()),
            (Mode::Minutes(_) | Mode::Signs(..), Action::Close) => self.mode = Mode::Reading,
            (Mode::Signs(_, scroll), _) => scroll.act(action, SIGN_LINES),
            (Mode::Minutes(minutes), _) => {
                minutes.act(action);
                self.wish_minutes(shelf, now);
            }
            (Mode::Changes(changes), _) if changes.is_closed_by(action) => {
                self.mode = Mode::Reading;
            }
            (Mode::Changes(changes), _) => {
                if let Some(overruled) = changes.act(action) {
                    let mut wish = shelf.wish(&self.id);
                    wish.overruled = overruled;
                    shelf.set_wish(&self.id, wish);
                    self.measure_again(shelf, now);
                }
            }
        }
    }

    /// Types a digit of the minutes.
    pub(crate) fn typed(&mut self, key: Key, shelf: &mut Shelf, now: Now) {
        if let Mode::Minutes(minutes) = &mut self.mode {
            minutes.typed(key);
            self.wish_minutes(shelf, now);
        }
    }

    /// Fits the routine to the minutes that stand there, if they can be reached.
    fn wish_minutes(&mut self, shelf: &mut Shelf, now: Now) {
        let Mode::Minutes(minutes) = &mut self.mode else {
            return;
        };
        let mut wish = shelf.wish(&self.id);
        wish.minutes = minutes.wanted();
        match shelf.tailored_to(&self.id, &wish) {
            Some(Ok(_)) => {
                minutes.reached();
                shelf.set_wish(&self.id, wish);
                self.measure_again(shelf, now);
            }
            Some(Err(refusal)) => minutes.missed(&refusal),
            None => {}
        }
    }

    /// Makes the routine to measure anew, after something was asked for.
    pub(crate) fn measure_again(&mut self, shelf: &Shelf, now: Now) {
        let Some(Ok(tailored)) = shelf.tailored(&self.id) else {
            return;
        };
        if let Mode::Changes(changes) = &mut self.mode {
            changes.renew(&tailored);
        }
        self.offer = offer(&self.id, &tailored, shelf, now);
        if let Some(page) = Page::new(&self.id, tailored, self.offer.as_ref(), shelf) {
            self.figures = self.figures.renewed(page.timetable(), shelf);
            self.page = page;
        }
    }

    /// When the time at which it would end changes on the screen: at the next full minute.
    pub(crate) fn next_change(now: Now) -> Moment {
        let seconds = u64::from(59 - now.wall.second().min(59));
        let rest = 1_000_000_000_u32.saturating_sub(now.wall.nanosecond().min(999_999_999));
        now.mono + std::time::Duration::new(seconds, rest)
    }

    /// Draws the page.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, now: Now, theme: &Theme) {
        let (width, airy) = (usize::from(area.width), page::is_airy(area));
        match &self.mode {
            Mode::Changes(changes) => changes.draw(frame, area, theme),
            Mode::Signs(signs, scroll) => {
                let lines = signs.lines(width, area.height, theme);
                page::draw(frame, area, lines, *scroll, Context::Warning, theme);
            }
            Mode::Reading => {
                let beside = self
                    .first()
                    .and_then(|picture| Some((picture, beside(area)?)));
                let taken = beside.as_ref().map_or(0, |(_, place)| {
                    usize::from(area.right().saturating_sub(place.x)) + GAP
                });
                let lines =
                    self.page
                        .lines(width.saturating_sub(taken), now.wall, theme, airy, None);
                let without: &[Action] = if self.page.is_changed() {
                    &[]
                } else {
                    &[Action::Changes]
                };
                let keys = (Context::Before, without);
                page::draw_with(frame, area, lines, self.scroll, keys, theme);
                if let Some((picture, place)) = beside {
                    picture.draw(frame, place, theme);
                }
            }
            Mode::Minutes(minutes) => {
                let lines = self.page.lines(width, now.wall, theme, airy, Some(minutes));
                page::draw(
                    frame,
                    area,
                    lines,
                    Scroll::default(),
                    Context::Minutes,
                    theme,
                );
            }
        }
    }
}

impl Before {
    /// The body of the step that it begins with.
    fn first(&self) -> Option<Picture<'_>> {
        let steps = &self.page.timetable().steps;
        self.figures.of_step(&steps.first()?.planned)
    }
}

/// Where the figure stands: at the right of the words, smaller where these need the room. `None` on a screen that is
/// too small for one.
fn beside(area: Rect) -> Option<Rect> {
    let Size { width, height } = match area.width {
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

/// `22:52`
pub(crate) fn time_of_day(wall: NaiveDateTime) -> String {
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}
