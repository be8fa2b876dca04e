//! The player: what to do now, on which side, how long still, and what comes next.

pub(crate) mod ask;
pub(crate) mod coaching;
pub(crate) mod face;
pub(crate) mod hurt;
pub(crate) mod reading;
pub(crate) mod rows;

use std::time::Duration;

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::plan::timetable::Timetable;
use crate::plan::vary::Way;
use crate::plan::words;
use crate::player::event::{Event, Input, Outcome, Stamped};
use crate::player::moment::Moment;
use crate::player::session::Session;
use crate::player::view::Phase;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::message::Now;
use crate::tui::screens::player::ask::{Ask, What};
use crate::tui::screens::player::face::Face;
use crate::tui::screens::player::hurt::{Around, Hurt, Why};
use crate::tui::screens::signs::Signs;
use crate::tui::theme::Theme;
use crate::tui::widgets::breath::Breathing;
use crate::tui::widgets::figure::Figures;
use crate::tui::widgets::text::whole_seconds;

/// How long a notice stands.
const NOTICE: Duration = Duration::from_secs(4);

/// On lower screens a sentence can be higher than the room for it.
const LOW: u16 = 10;
/// No row of words is shorter than this, more or less.
const NARROW: usize = 12;

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
    /// So many of the things that are said of the step are scrolled away while it is paused; on a low screen, rows.
    scroll: usize,
    ask: Option<Ask>,
    /// It hurts.
    hurt: Option<Hurt>,
    /// When to get help.
    signs: Signs,
    figures: Figures,
    notice: Option<Notice>,
    /// When the routine will end, as of the last event; `None` while nothing counts.
    ends: Option<NaiveDateTime>,
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

    /// The session.
    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// How it ended, once it has.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// Where keys go.
    pub(crate) fn context(&self) -> Context {
        match &self.hurt {
            Some(hurt) => hurt.context(),
            None if self.ask.is_some() => Context::Ask,
            None => Context::Player,
        }
    }

    /// Does what a key means; what happens by it.
    pub(crate) fn act(&mut self, action: Action, now: Now) -> Vec<Stamped<Event>> {
        if self.hurt.is_some() {
            return self.act_hurt(action, now);
        }
        let action = self.ask.as_mut().map_or(action, |ask| ask.act(action));
        let phase = self.session.view(now.mono).phase;
        let input = match action {
            Action::Pause => match phase {
                Phase::Paused(_) => Input::Resume,
                _ => Input::Pause,
            },
            // Only where it is asked for, so that a second press of Enter changes nothing.
            Action::GoOn => match phase {
                Phase::Paused(_) => Input::Resume,
                Phase::Waiting => Input::Done,
                _ => return Vec::new(),
            },
            Action::Next => Input::Next,
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
                self.scroll(action, now);
                return Vec::new();
            }
            Action::Restart => {
                self.ask = Some(Ask::new(What::Restart));
                return Vec::new();
            }
            Action::Stop => {
                self.ask = Some(Ask::new(What::Stop));
                return Vec::new();
            }
            Action::Yes => match self.ask.take().map(|ask| ask.what()) {
                Some(What::Stop) => Input::Stop,
                Some(What::Restart) => Input::Restart,
                None => return Vec::new(),
            },
            Action::No => {
                if self.ask.take().is_some_and(|ask| ask.what() == What::Stop) {
                    let stop = keymap::key_of(Context::Player, Action::Stop);
                    let yes = keymap::key_of(Context::Ask, Action::Yes);
                    self.notify(format!("not stopped: {stop} and then {yes} stops"), now);
                }
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.feed(input, now)
    }

    /// Does what a key means while it hurts. Whatever is chosen closes the page.
    fn act_hurt(&mut self, action: Action, now: Now) -> Vec<Stamped<Event>> {
        let easier = self.session.variant(Way::Easier);
        let Some(hurt) = &mut self.hurt else {
            return Vec::new();
        };
        let action = hurt.act(action, &self.signs, easier);
        let input = match action {
            Action::Easier if easier.is_none() => return Vec::new(),
            Action::Easier => Some(Input::Easier),
            Action::Leave => Some(Input::Leave),
            Action::GoOn | Action::Anyway => Some(Input::Resume),
            Action::End => Some(Input::Stop),
            Action::Close => None,
            Action::Sharp => {
                self.hurt = Some(Hurt::signs(Why::Sharp));
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.hurt = None;
        if action == Action::Leave {
            let name = &self.session.view(now.mono).step.planned.name;
            self.notify(format!("skipped: {name}"), now);
        }
        input.map_or_else(Vec::new, |input| self.feed(input, now))
    }

    /// Scrolls what is said of the step while it is paused.
    fn scroll(&mut self, action: Action, now: Now) {
        let view = self.session.view(now.mono);
        if !matches!(view.phase, Phase::Paused(_)) {
            return;
        }
        let planned = &view.step.planned;
        let others = planned.feel.iter().chain(&planned.avoid);
        let texts = planned.how.iter().chain(others);
        let texts = texts.map(|text| text.as_written().len());
        let lengths = texts.chain(planned.cautions.iter().map(String::len));
        // The state knows no sizes: as many rows as they take on the narrowest screen.
        let last: usize = lengths.map(|length| length / NARROW + 1).sum();
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            _ => (self.scroll + 1).min(last),
        };
    }

    /// Tells the session something; what happens by it.
    pub(crate) fn feed(&mut self, input: Input, now: Now) -> Vec<Stamped<Event>> {
        let events = self.session.handle(input, now.mono);
        self.take(&events, now);
        events
    }

    fn take(&mut self, events: &[Stamped<Event>], now: Now) {
        for stamped in events {
            match &stamped.event {
                Event::Lengthened(by) => self.notify(format!("{} longer", words::spaced(*by)), now),
                Event::Skipped {
                    side: Some(side), ..
                } => self.notify(format!("{} side skipped", side.as_str()), now),
                Event::Varied { step, way, .. } => {
                    let variant = &self.session.timetable().steps[*step].planned;
                    self.notify(format!("{}: {}", way.as_str(), variant.name), now);
                }
                Event::NoVariant(way) => {
                    self.notify(format!("no {} variant", way.as_str()), now);
                }
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
            self.ends = running.then(|| now.wall + view.total_left());
        }
    }

    fn notify(&mut self, words: String, now: Now) {
        self.notice = Some(Notice {
            words,
            until: now.mono + NOTICE,
        });
    }

    /// When it acts by itself.
    pub(crate) fn deadline(&self) -> Option<Moment> {
        self.session.deadline()
    }

    /// When it looks different by itself: at the next whole second of what counts down.
    pub(crate) fn next_change(&self, now: Now) -> Option<Moment> {
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
            now.mono + left.saturating_sub(shown)
        });
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let figure = self
            .figures
            .next_change(&view)
            .map(|after| now.mono + after);
        let breath = Breathing::next_change(&view).map(|after| now.mono + after);
        let moving = figure.into_iter().chain(breath);
        second.into_iter().chain(notice).chain(moving).min()
    }

    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, now: Now, theme: &Theme) {
        if let Some(hurt) = &self.hurt {
            let around = Around {
                view: self.session.view(now.mono),
                easier: self.session.variant(Way::Easier),
                signs: &self.signs,
                theme,
            };
            return hurt.draw(frame, area, &around);
        }
        let notice = self
            .notice
            .as_ref()
            .filter(|notice| notice.until > now.mono);
        self.figures.begin();
        let view = self.session.view(now.mono);
        let face = Face {
            figure: self.figures.of_view(&view),
            view,
            ends: self.ends,
            ask: self.ask,
            notice: notice.map(|notice| notice.words.as_str()),
            zoom: self.zoom,
            scroll: self.scroll,
            scrolls_by_rows: area.height < LOW,
            theme,
        };
        face.draw(frame, area);
    }
}
