//! The player: the current exercise, its side, the time left, and the next step.

pub(crate) mod ask;
pub(crate) mod coaching;
pub(crate) mod face;
pub(crate) mod hurt;
pub(crate) mod reading;
pub(crate) mod rows;

use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::plan::timetable::Timetable;
use crate::plan::vary::Way;
use crate::player::event::{Event, Input, Outcome, Stamped};
use crate::player::moment::Moment;
use crate::player::session::Session;
use crate::player::view::Phase;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::message::{Effect, Now};
use crate::tui::screen::{Next, Screen};
use crate::tui::screens::after::After;
use crate::tui::screens::before::offer::after;
use crate::tui::screens::player::ask::{Ask, Question};
use crate::tui::screens::player::face::PlayerView;
use crate::tui::screens::player::hurt::{Hurt, HurtContext, StopReason};
use crate::tui::screens::signs::Signs;
use crate::tui::text_screen::TextScreen;
use crate::tui::theme::Theme;
use crate::tui::widgets::beside::Beside;
use crate::tui::widgets::breath::Breathing;
use crate::tui::widgets::figure::Figures;
use crate::tui::widgets::text::whole_seconds;
use crate::tui::world::World;
use crate::words::en::player as words;

/// The lifetime of a notice.
const NOTICE: Duration = Duration::from_secs(4);

/// On lower screens a sentence can be higher than the room for it.
const LOW: u16 = 10;

/// Something to say in passing.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    /// The words.
    pub(crate) words: String,
    until: Moment,
}

/// A session on the screen.
#[derive(Clone, Debug)]
pub(crate) struct Player {
    session: Session,
    /// Digits over the whole screen.
    zoom: bool,
    /// Instructions scrolled past while paused; on a low screen, rows.
    scroll: usize,
    ask: Option<Ask>,
    /// It hurts.
    hurt: Option<Hurt>,
    /// When to get help.
    signs: Signs,
    figures: Figures,
    notice: Option<Notice>,
    /// When the routine will end, as of the last event; `None` while nothing counts.
    ends: Option<DateTime<FixedOffset>>,
    outcome: Option<Outcome>,
}

impl Player {
    /// Starts playing at a step, counted from 0. What happens at once comes back with it.
    pub(crate) fn start(
        timetable: Timetable,
        signs: Signs,
        figures: Figures,
        step: usize,
        now: Now,
    ) -> (Self, Vec<Stamped<Event>>) {
        let (session, events) = Session::start_at(timetable, step, now.mono);
        let mut player = Self {
            session,
            zoom: false,
            scroll: 0,
            ask: None,
            hurt: None,
            signs,
            figures,
            notice: None,
            ends: None,
            outcome: None,
        };
        player.take(&events, now);
        (player, events)
    }

    /// Performs the action of a key; returns the events.
    fn press(&mut self, action: Action, world: &World, now: Now) -> Vec<Stamped<Event>> {
        if self.hurt.is_some() {
            return self.press_hurt(action, world, now);
        }
        let action = self.ask.as_mut().map_or(action, |ask| ask.act(action));
        let phase = self.session.view(now.mono).phase;
        let input = match action {
            Action::Pause | Action::GoOn if matches!(phase, Phase::Paused(_)) => Input::Resume,
            Action::Pause => Input::Pause,
            // Only where it is asked for, so that a second press of Enter changes nothing.
            Action::GoOn if self.session.can_be_done() => Input::Done,
            Action::Next => Input::Next,
            Action::NextStep => Input::Leave,
            Action::Back => Input::Back,
            Action::Longer => Input::Longer,
            Action::Easier => Input::Easier,
            Action::Harder => Input::Harder,
            Action::Hurts => Input::Hurt,
            Action::Zoom => {
                self.zoom = !self.zoom;
                return Vec::new();
            }
            Action::Up | Action::Down => {
                self.scroll(action, world, now);
                return Vec::new();
            }
            Action::Restart => {
                self.ask = Some(Ask::new(Question::Restart));
                return Vec::new();
            }
            Action::Stop => {
                self.ask = Some(Ask::new(Question::Stop));
                return Vec::new();
            }
            Action::Yes => match self.ask.take().map(|ask| ask.what()) {
                Some(Question::Stop) => Input::Stop,
                Some(Question::Restart) => Input::Restart,
                None => return Vec::new(),
            },
            Action::No => {
                if self
                    .ask
                    .take()
                    .is_some_and(|ask| ask.what() == Question::Stop)
                {
                    let stop = keymap::key_of(Context::Player, Action::Stop);
                    let yes = keymap::key_of(Context::Ask, Action::Yes);
                    self.notify(words::not_stopped(&stop, &yes), now);
                }
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.tell(input, now)
    }

    /// Performs the action of a key on the pain page. Any choice closes the page.
    fn press_hurt(&mut self, action: Action, world: &World, now: Now) -> Vec<Stamped<Event>> {
        let easier = self.session.variant(Way::Easier);
        let Some(hurt) = &mut self.hurt else {
            return Vec::new();
        };
        let around = HurtContext {
            view: self.session.view(now.mono),
            easier,
            signs: &self.signs,
            theme: &world.theme,
        };
        let action = hurt.act(action, &around, world.area);
        let input = match action {
            Action::Easier if easier.is_none() => return Vec::new(),
            Action::Easier => Some(Input::Easier),
            Action::Leave => Some(Input::Leave),
            Action::GoOn | Action::Anyway => Some(Input::Resume),
            Action::End => Some(Input::Stop),
            Action::Close => None,
            Action::Sharp => {
                self.hurt = Some(Hurt::signs(StopReason::Sharp));
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.hurt = None;
        input.map_or_else(Vec::new, |input| self.tell(input, now))
    }

    /// Scrolls the instructions while paused.
    fn scroll(&mut self, action: Action, world: &World, now: Now) {
        let face = self.face(world.area, &world.theme, now);
        if !face.is_read() {
            return;
        }
        let last = face.most_scrolled(world.area);
        let from = self.scroll.min(last);
        self.scroll = match action {
            Action::Up => from.saturating_sub(1),
            _ => (from + 1).min(last),
        };
    }

    /// Tells the session something; what happens by it.
    fn tell(&mut self, input: Input, now: Now) -> Vec<Stamped<Event>> {
        let events = self.session.handle(input, now.mono);
        self.take(&events, now);
        events
    }

    fn take(&mut self, events: &[Stamped<Event>], now: Now) {
        for stamped in events {
            match &stamped.event {
                Event::Lengthened(by) => self.notify(words::longer(*by), now),
                Event::Skipped {
                    side: Some(side), ..
                } => self.notify(words::side_skipped(*side), now),
                Event::Skipped { step, side: None } => {
                    let skipped = &self.session.timetable().steps[*step].planned;
                    self.notify(words::skipped(&skipped.name), now);
                }
                Event::Varied { step, way, .. } => {
                    let variant = &self.session.timetable().steps[*step].planned;
                    self.notify(words::varied(*way, &variant.name), now);
                }
                Event::NoVariant(way) => self.notify(words::no_variant(*way), now),
                Event::Hurt { .. } => self.hurt = Some(Hurt::noted(self.session.record())),
                Event::Over(outcome) => self.outcome = Some(*outcome),
                _ => {}
            }
        }
        if self
            .notice
            .as_ref()
            .is_some_and(|notice| notice.until <= now.mono)
        {
            self.notice = None;
        }
        if events
            .iter()
            .any(|stamped| !matches!(stamped.event, Event::Cue(_)))
        {
            self.scroll = 0;
            let view = self.session.view(now.mono);
            let untimed_ahead = view.timetable.segments[view.index..]
                .iter()
                .any(|segment| segment.length.is_none());
            let running = view.phase == Phase::Running && !untimed_ahead;
            self.ends = running.then(|| now.wall_after(view.total_left()));
        }
    }

    fn notify(&mut self, words: String, now: Now) {
        self.notice = Some(Notice {
            words,
            until: now.mono + NOTICE,
        });
    }

    fn face<'a>(&'a self, area: Rect, theme: &'a Theme, now: Now) -> PlayerView<'a> {
        let notice = self.notice.as_ref();
        let notice = notice.filter(|notice| notice.until > now.mono);
        let view = self.session.view(now.mono);
        PlayerView {
            figure: self.figures.of_view(&view),
            view,
            ends: self.ends,
            ask: self.ask,
            notice: notice.map(|notice| notice.words.as_str()),
            zoom: self.zoom,
            scroll: self.scroll,
            scrolls_by_rows: area.height < LOW,
            theme,
        }
    }
}

impl Screen for Player {
    fn context(&self) -> Context {
        match &self.hurt {
            Some(hurt) => hurt.context(),
            None if self.ask.is_some() => Context::Ask,
            None => Context::Player,
        }
    }

    fn act(&mut self, action: Action, world: &mut World, now: Now) -> Next {
        Next::Do(Effect::heard(&self.press(action, world, now)))
    }

    fn feed(&mut self, input: Input, now: Now) -> Vec<Effect> {
        Effect::heard(&self.tell(input, now))
    }

    /// A finished session gives way to its summary.
    fn successor(&self, world: &World, now: Now) -> Option<Box<dyn Screen>> {
        let outcome = self.outcome?;
        let next = after(&self.session, &world.catalog, now);
        let way_back = world.catalog.library().shared().safety.way_back.clone();
        let after = After::new(&self.session, outcome, way_back, next, now.mono);
        Some(Box::new(TextScreen::new(after)))
    }

    fn deadline(&self) -> Option<Moment> {
        self.session.deadline()
    }

    /// At the next whole second of what counts down, or when something moves.
    fn next_change(&self, world: &World, now: Now) -> Option<Moment> {
        if self.hurt.is_some() {
            return None;
        }
        let view = self.session.view(now.mono);
        let left = match view.phase {
            Phase::Running => view.left,
            Phase::CountIn(left) => Some(left),
            Phase::Waiting | Phase::Paused(_) | Phase::Over(_) => None,
        };
        let second = left.map(|left| {
            let shown = Duration::from_secs(whole_seconds(left).saturating_sub(1));
            left.saturating_sub(shown)
        });
        let place = Beside::of(world.area).filter(|_| !self.zoom);
        let figure = place.and_then(|place| self.figures.next_change(&view, place.figure));
        let breath = Breathing::next_change(&view);
        let part = view.rep_moment(view.elapsed);
        let part = part.filter(|_| view.phase == Phase::Running);
        let part = part.map(|part| part.takes.saturating_sub(part.passed));
        let moving = second.into_iter().chain(figure).chain(breath).chain(part);
        // A notice may have gone out of date beneath another screen.
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let notice = notice.filter(|until| *until > now.mono);
        moving.map(|after| now.mono + after).chain(notice).min()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, now: Now) {
        if let Some(hurt) = &self.hurt {
            let around = HurtContext {
                view: self.session.view(now.mono),
                easier: self.session.variant(Way::Easier),
                signs: &self.signs,
                theme: &world.theme,
            };
            return hurt.draw(frame, area, &around);
        }
        self.face(area, &world.theme, now).draw(frame, area);
    }
}
