//! What is shown, and what happens to it: messages in, effects out. Reads no clock; drawing changes nothing.

pub(crate) mod about_you;
pub(crate) mod choosing;
pub(crate) mod drawing;
pub(crate) mod opening;

use crate::plan::profile::own::File;
use crate::player::event::{Event, Input, Stamped};
use crate::player::moment::Moment;
use crate::player::narrator::narrate;
use crate::tui::display::Display;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::input::keymap;
use crate::tui::message::{Effect, Msg, Now, Reply, Task};
use crate::tui::program::Program;
use crate::tui::screens::after::After;
use crate::tui::screens::before::Before;
use crate::tui::screens::before::offer::after;
use crate::tui::screens::blocked::Blocked;
use crate::tui::screens::help::Help;
use crate::tui::screens::home::Home;
use crate::tui::screens::player::Player;
use crate::tui::screens::problems::Problems;
use crate::tui::screens::profile::AboutYou;
use crate::tui::screens::setup::Setup;
use crate::tui::screens::today::Today;
use crate::tui::settings::Settings;
use crate::tui::shelf::Shelf;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::Drawing;
use crate::words::en::worries;

/// How long a message stands.
const TOAST: std::time::Duration = std::time::Duration::from_secs(6);
/// What "a screen up" moves by: the state knows no sizes.
const PAGE: usize = 10;

/// Something that is said in passing, over the keys at the foot.
#[derive(Debug)]
struct Toast {
    words: String,
    until: Moment,
    /// It is said nowhere else: a key does not take it away.
    stays: bool,
}

/// Which screen is open.
#[derive(Debug)]
enum Screen {
    Home,
    Before(Box<Before>),
    Blocked(Blocked),
    Today(Today),
    Player(Box<Player>),
    After(After),
    Problems(Problems),
    Profile(AboutYou),
    Setup(Box<Setup>),
}

/// Where the program begins.
#[derive(Clone, Debug)]
pub enum Start {
    /// With the list.
    Home,
    /// With the page before a routine.
    Before(String),
    /// With a routine playing, from a step counted from 0.
    Playing(String, usize),
    /// With the profile, as its file is.
    Profile(Box<File>),
    /// With what the terminal can show.
    Setup,
}

/// The program on the screen.
#[derive(Debug)]
pub struct App {
    screen: Screen,
    home: Home,
    help: Option<Help>,
    toast: Option<Toast>,
    shelf: Shelf,
    settings: Settings,
    display: Display,
    theme: Theme,
    /// The list was not opened first: the end of the session is the end of the program.
    only_session: bool,
    /// The condition that the page about the person is to open at.
    asked_for: Option<String>,
    /// What is asked for once the first frame stands.
    pending: Vec<Effect>,
}

impl App {
    /// The program with what it knows at the start.
    pub fn new(
        shelf: Shelf,
        settings: Settings,
        display: Display,
        start: &Start,
        now: Now,
    ) -> Self {
        let drawing = settings.drawing(display.charset);
        let mut app = Self {
            screen: Screen::Home,
            home: Home::new(&shelf, now.wall.time(), drawing),
            help: None,
            toast: None,
            shelf,
            theme: Theme::default(),
            settings,
            display,
            asked_for: None,
            only_session: !matches!(start, Start::Home),
            pending: Vec::new(),
        };
        app.apply_theme(now);
        match start {
            Start::Home => {}
            Start::Before(id) => app.open(id, now),
            Start::Playing(id, step) => {
                app.pending = app.play(id, *step, now);
                // Nobody has seen the page that says it.
                let worries = worries::all(&app.shelf.worries_of(id)).join(" ");
                if !worries.is_empty() {
                    app.say(worries, now);
                    if let Some(toast) = &mut app.toast {
                        toast.stays = true;
                    }
                }
            }
            Start::Profile(file) => app.show_profile(File::clone(file), now),
            Start::Setup => app.show_setup(),
        }
        app
    }

    /// Asks for the person's own routines as soon as the first frame stands.
    pub(crate) fn expect_more(&mut self) {
        self.pending.push(Effect::Do(Task::Load));
    }

    /// Says something in passing.
    pub(crate) fn say(&mut self, words: String, now: Now) {
        self.toast = Some(Toast {
            words,
            until: now.mono + TOAST,
            stays: false,
        });
    }

    fn apply_theme(&mut self, now: Now) {
        let bedtime = self.shelf.whom().profile.bedtime;
        let name = self.settings.theme.at(now.wall.time(), bedtime);
        self.theme = Theme {
            charset: self.settings.charset(self.display.charset),
            ..Theme::resolve(name, &self.settings.colours, self.display.depth)
        };
    }

    /// How figures are drawn here.
    fn drawing(&self) -> Drawing {
        self.settings.drawing(self.display.charset)
    }

    /// Takes what came of a task.
    fn replied(&mut self, reply: Reply, now: Now) -> Vec<Effect> {
        match reply {
            Reply::Loaded(shelf) => self.loaded(*shelf, now),
            Reply::Profile(file) => self.show_profile(*file, now),
            Reply::ProfileSaved => return self.profile_saved(now),
            Reply::Failed(words) => {
                let is_said = match &mut self.screen {
                    Screen::Profile(page) => page.failed(&words),
                    _ => false,
                };
                if !is_said {
                    self.say(words, now);
                }
            }
        }
        Vec::new()
    }

    /// Other files, or another person: what is open is worked out anew.
    fn loaded(&mut self, shelf: Shelf, now: Now) {
        let old = std::mem::replace(&mut self.shelf, shelf);
        let another_person = self.shelf.whom().profile != old.whom().profile;
        self.shelf.follow(&old);
        self.home.refresh(&self.shelf, &old, now.wall.time());
        if another_person {
            self.home.select_best(&self.shelf);
        }
        match &self.screen {
            Screen::Before(before) => {
                let id = before.id().to_owned();
                self.open(&id, now);
            }
            Screen::Blocked(blocked) => {
                let id = blocked.id.clone();
                self.back_to(id, now);
            }
            Screen::Problems(_) => self.open_selected(now),
            Screen::Home
            | Screen::Today(_)
            | Screen::Player(_)
            | Screen::After(_)
            | Screen::Profile(_)
            | Screen::Setup(_) => {}
        }
        self.apply_theme(now);
    }

    fn feed(&mut self, input: Input, now: Now) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Player(player) => heard(&player.feed(input, now)),
            _ => Vec::new(),
        }
    }

    /// Where keys go.
    fn context(&self) -> Context {
        match (&self.help, &self.screen) {
            (Some(_), _) => Context::Help,
            (None, Screen::Home) => self.home.context(),
            (None, Screen::Before(before)) => before.context(),
            (None, Screen::Blocked(blocked)) => blocked.context(),
            (None, Screen::Today(_)) => Context::Today,
            (None, Screen::Player(player)) => player.context(),
            (None, Screen::After(_)) => Context::After,
            (None, Screen::Problems(_)) => Context::Problems,
            (None, Screen::Profile(page)) => page.context(),
            (None, Screen::Setup(_)) => Context::Setup,
        }
    }

    fn key(&mut self, key: Key, now: Now) -> Vec<Effect> {
        // It has been seen, and the keys are wanted again.
        self.toast.take_if(|toast| !toast.stays);
        if self.home.is_stale(now.wall.time()) && matches!(self.screen, Screen::Home) {
            self.home.refresh(&self.shelf, &self.shelf, now.wall.time());
            self.apply_theme(now);
        }
        let context = self.context();
        let Some(action) = keymap::action(context, key) else {
            match &mut self.screen {
                Screen::Home if context == Context::Search => self.home.typed(key, &self.shelf),
                Screen::Before(before) => before.typed(key, &mut self.shelf, now),
                Screen::Profile(page) if self.help.is_none() => page.typed(key),
                _ => {}
            }
            return Vec::new();
        };
        self.perform(action, context, now)
    }

    /// Does what a key means in a context.
    fn perform(&mut self, action: Action, context: Context, now: Now) -> Vec<Effect> {
        match (action, context) {
            (Action::Quit, _) => return vec![Effect::Quit],
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Theme, _) => return self.next_theme(now),
            (Action::Help, _) => self.help = Some(Help::new(context)),
            (_, Context::Help) => return self.help_key(action, now),
            (Action::Open, _) => return self.open_line(now),
            (Action::Night, _) => {
                let id = self.home.night(&self.shelf).map(|row| row.id.clone());
                return id.map_or_else(Vec::new, |id| self.play(&id, 0, now));
            }
            (Action::Setup, _) => self.show_setup(),
            (Action::Profile, _) => return vec![Effect::Do(Task::ReadProfile)],
            (Action::Reload, _) => {
                self.say("Reading the files anew.".to_owned(), now);
                return vec![Effect::Do(Task::Load)];
            }
            _ => return self.screen_key(action, now),
        }
        Vec::new()
    }

    fn help_key(&mut self, action: Action, now: Now) -> Vec<Effect> {
        let Some(help) = &mut self.help else {
            return Vec::new();
        };
        let taken = match action {
            Action::Close => None,
            Action::Take => help.chosen().zip(Some(help.asked_in())),
            _ => {
                help.act(action);
                return Vec::new();
            }
        };
        self.help = None;
        match taken {
            // A session may have come to its end meanwhile.
            Some((chosen, place)) if place == self.context() => {
                self.perform(chosen.action, place, now)
            }
            _ => Vec::new(),
        }
    }

    fn screen_key(&mut self, action: Action, now: Now) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Home if action == Action::Today => self.ask_today(None),
            Screen::Home => self.home.act(action, &self.shelf, PAGE),
            Screen::Before(before) => match (action, before.context()) {
                (Action::Start, _) => {
                    let id = before.id().to_owned();
                    return self.play(&id, 0, now);
                }
                (Action::Instead, _) => {
                    let other = before.instead().map(str::to_owned);
                    self.open_other(other, now);
                }
                (Action::Today, _) => {
                    let id = before.id().to_owned();
                    self.ask_today(Some(id));
                }
                (Action::Brief, _) => return self.brief(now),
                (Action::Close, Context::Before) => return self.close(now),
                _ => before.act(action, &mut self.shelf, now),
            },
            Screen::Blocked(blocked) => match action {
                Action::Instead => {
                    let other = blocked.instead().map(str::to_owned);
                    match other {
                        Some(_) => self.open_other(other, now),
                        None => return self.close(now),
                    }
                }
                Action::Today => {
                    let id = blocked.id.clone();
                    self.ask_today(id);
                }
                Action::Close => return self.close(now),
                _ => blocked.act(action),
            },
            Screen::Today(today) if today.is_closed_by(action) => self.close_today(now),
            Screen::Today(today) => today.act(action),
            Screen::Player(player) => return heard(&player.act(action, now)),
            Screen::Problems(problems) => match action {
                Action::Close => return self.close(now),
                _ => problems.act(action),
            },
            Screen::Profile(_) => return self.profile_key(action, now),
            Screen::Setup(_) => return self.setup_key(action, now),
            Screen::After(after) => match action {
                Action::Again => {
                    let id = after.id.clone();
                    return self.play(&id, 0, now);
                }
                Action::Close => return self.close(now),
                _ => after.act(action),
            },
        }
        Vec::new()
    }

    /// Back to the list; without one, out.
    fn close(&mut self, now: Now) -> Vec<Effect> {
        if self.only_session {
            return vec![Effect::Quit];
        }
        self.screen = Screen::Home;
        self.apply_theme(now);
        Vec::new()
    }

    /// A session that is over makes place for what is to be said of it.
    fn follow_session(&mut self, now: Now) {
        let Screen::Player(player) = &self.screen else {
            return;
        };
        let Some(outcome) = player.outcome() else {
            return;
        };
        let next = after(player.session(), &self.shelf, now);
        let way_back = self.shelf.library().shared().safety.way_back.clone();
        let after = After::new(player.session(), outcome, way_back, next, now.mono);
        self.screen = Screen::After(after);
    }
}

/// What is to be heard of events.
fn heard(events: &[Stamped<Event>]) -> Vec<Effect> {
    narrate(events).into_iter().map(Effect::Hear).collect()
}

impl Program for App {
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        if self
            .toast
            .as_ref()
            .is_some_and(|toast| toast.until <= now.mono)
        {
            self.toast = None;
        }
        let effects = match msg {
            Msg::Key(key) => self.key(key, now),
            Msg::Paste(text) => {
                match &mut self.screen {
                    Screen::Profile(page) => page.pasted(&text),
                    _ => self.home.pasted(&text, &self.shelf),
                }
                Vec::new()
            }
            Msg::Tick => {
                let mut effects = std::mem::take(&mut self.pending);
                effects.extend(self.feed(Input::Tick, now));
                effects
            }
            Msg::Away { since } => self.feed(Input::Away { since }, now),
            Msg::Reply(reply) => self.replied(reply, now),
            // A screen gives keys.
            Msg::Line(_) | Msg::EndOfInput | Msg::Resized | Msg::Ending => Vec::new(),
        };
        self.follow_session(now);
        effects
    }

    fn deadline(&self) -> Option<Moment> {
        match &self.screen {
            Screen::Player(player) => player.deadline(),
            _ => None,
        }
    }

    fn next_change(&self, now: Now) -> Option<Moment> {
        let screen = match &self.screen {
            Screen::Player(player) => player.next_change(now),
            Screen::Before(_) => Some(Before::next_change(now)),
            Screen::Home
            | Screen::Blocked(_)
            | Screen::Today(_)
            | Screen::After(_)
            | Screen::Problems(_)
            | Screen::Profile(_)
            | Screen::Setup(_) => None,
        };
        let toast = self.toast.as_ref().map(|toast| toast.until);
        let pending = (!self.pending.is_empty()).then_some(now.mono);
        screen.into_iter().chain(toast).chain(pending).min()
    }
}
