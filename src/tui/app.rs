//! The state of the screens: messages in, effects out. Reads no clock; drawing changes nothing.

pub(crate) mod drawing;
pub(crate) mod going;

use ratatui::layout::Rect;

use crate::content::vocabulary::Word as _;
use crate::plan::catalog::Catalog;
use crate::plan::profile::own::ProfileFile;
use crate::player::event::Input;
use crate::player::moment::Moment;
use crate::tui::display::Display;
use crate::tui::display::depth::Depth;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::input::keymap;
use crate::tui::message::{Effect, Msg, Now, Reply, Task};
use crate::tui::program::Program;
use crate::tui::screen::Screen;
use crate::tui::screens::help::Help;
use crate::tui::screens::home::Home;
use crate::tui::screens::profile::AboutYou;
use crate::tui::settings::{Setting, Settings};
use crate::tui::world::{World, framed};
use crate::words::en::failures;
use crate::words::en::notices;
use crate::words::en::worries;

/// The time that a notice is shown.
const TOAST: std::time::Duration = std::time::Duration::from_secs(6);

/// Something that is said in passing, over the keys at the foot.
#[derive(Debug)]
struct Toast {
    words: String,
    until: Moment,
    /// It is said nowhere else: a key does not take it away.
    stays: bool,
}

/// The first screen.
#[derive(Clone, Debug)]
pub enum Start {
    /// With the list.
    Home,
    /// With the page before a routine.
    Before(String),
    /// With a routine playing, from a step counted from 0.
    Playing(String, usize),
    /// With the profile, as its file is.
    Profile(Box<ProfileFile>),
    /// With what the terminal can show.
    Setup,
}

/// The program on the screen.
#[derive(Debug)]
pub struct App {
    world: World,
    home: Home,
    /// The screen over the list.
    open: Option<Box<dyn Screen>>,
    help: Option<Help>,
    toast: Option<Toast>,
    /// The list was not opened first: the end of the session is the end of the program.
    only_session: bool,
    /// The routine that played before anybody could see its page, until all routines are read; what was said of it.
    unseen: Option<(String, String)>,
    /// The condition that the page about the person is to open at.
    asked_for: Option<String>,
    /// The effects that wait for the first frame.
    pending: Vec<Effect>,
}

impl App {
    /// The program with what it knows at the start, on a terminal of this size.
    pub fn new(
        catalog: Catalog,
        settings: Settings,
        display: Display,
        start: &Start,
        (whole, now): (Rect, Now),
    ) -> Self {
        let world = World::new(catalog, settings, display, whole, now);
        let mut app = Self {
            home: Home::new(&world.catalog),
            world,
            open: None,
            help: None,
            toast: None,
            unseen: None,
            asked_for: None,
            only_session: !matches!(start, Start::Home),
            pending: Vec::new(),
        };
        match start {
            Start::Home => {}
            Start::Before(id) => app.open_routine(id, now),
            Start::Playing(id, step) => {
                app.pending = app.play(id, *step, now);
                app.unseen = Some((id.clone(), String::new()));
                app.say_worries(now);
            }
            Start::Profile(file) => app.show_profile(ProfileFile::clone(file), now),
            Start::Setup => app.show_setup(),
        }
        if app.open.is_none() {
            app.show_list(now);
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

    /// Says what keeps the rules from being relied on, of a routine that plays and whose page nobody has seen.
    fn say_worries(&mut self, now: Now) {
        let Some((id, said)) = &mut self.unseen else {
            return;
        };
        let words = worries::all(&self.world.catalog.worries_of(id)).join(" ");
        if words.is_empty() || words == *said {
            return;
        }
        said.clone_from(&words);
        self.say(words, now);
        if let Some(toast) = &mut self.toast {
            toast.stays = true;
        }
    }

    /// The screen that keys go to, unless the help is open, and what all screens see.
    fn screen(&self) -> &dyn Screen {
        self.open.as_deref().unwrap_or(&self.home)
    }

    fn screen_mut(&mut self) -> (&mut dyn Screen, &mut World) {
        let screen: &mut dyn Screen = match &mut self.open {
            Some(screen) => screen.as_mut(),
            None => &mut self.home,
        };
        (screen, &mut self.world)
    }

    /// Takes what came of a task.
    fn replied(&mut self, reply: Reply, now: Now) -> Vec<Effect> {
        match reply {
            Reply::Loaded(catalog) => return self.loaded(*catalog, now),
            Reply::Profile(file) => self.show_profile(*file, now),
            Reply::ProfileSaved => return self.profile_saved(now),
            Reply::Failed(failure) => {
                let words = failures::failed(&failure);
                let (screen, _) = self.screen_mut();
                if !screen.failed(&words) {
                    self.say(words, now);
                }
            }
        }
        Vec::new()
    }

    /// Other files, or another person: what is open is worked out again.
    fn loaded(&mut self, catalog: Catalog, now: Now) -> Vec<Effect> {
        let old = self.world.replace_catalog(catalog);
        let (catalog, drawing) = (&self.world.catalog, self.world.drawing());
        let another_person = catalog.whom().profile != old.whom().profile;
        self.home.refresh(catalog, &old, drawing, now.wall.time());
        if another_person {
            self.home.select_best(catalog);
        }
        let effects = self.go(self.screen().reloaded(), now);
        // Files that were not read at the start may say more.
        self.say_worries(now);
        self.unseen = None;
        self.world.apply_theme(now);
        effects
    }

    /// The page about the person, when nothing else was opened meanwhile.
    fn show_profile(&mut self, file: ProfileFile, now: Now) {
        let asked_for = self.asked_for.take();
        if self.open.is_some() {
            return;
        }
        let safety = &self.world.catalog.library().shared().safety;
        let mut page = AboutYou::open(file, safety, now.wall.date_naive());
        if let Some(word) = asked_for {
            page.select(&word);
        }
        self.open = Some(Box::new(page));
    }

    /// Tailors everything again after the profile has changed.
    fn profile_saved(&mut self, now: Now) -> Vec<Effect> {
        let effects = self.go(self.screen().saved(), now);
        if !effects.is_empty() {
            return effects;
        }
        self.say("Saved.".to_owned(), now);
        vec![Effect::Do(Task::Load)]
    }

    /// Returns the context that keys go to.
    fn context(&self) -> Context {
        match &self.help {
            Some(_) => Context::Help,
            None => self.screen().context(),
        }
    }

    fn key(&mut self, key: Key, now: Now) -> Vec<Effect> {
        // It has been seen, and the keys are wanted again.
        self.toast.take_if(|toast| !toast.stays);
        let time = now.wall.time();
        if self.open.is_none() && self.home.is_stale(time) {
            let catalog = &self.world.catalog;
            self.home
                .refresh(catalog, catalog, self.world.drawing(), time);
            self.world.apply_theme(now);
        }
        let context = self.context();
        match keymap::action(context, key) {
            Some(action) => self.perform(action, context, now),
            None if self.help.is_some() => Vec::new(),
            None => {
                let (screen, world) = self.screen_mut();
                screen.typed(key, world, now);
                Vec::new()
            }
        }
    }

    /// Does what a key means in a context.
    fn perform(&mut self, action: Action, context: Context, now: Now) -> Vec<Effect> {
        match (action, context) {
            (Action::Quit, _) => return vec![Effect::Quit],
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Theme, _) => return self.next_theme(now),
            (Action::Help, _) => self.help = Some(Help::new(context)),
            (_, Context::Help) => return self.help_key(action, now),
            (Action::Setup, _) => self.show_setup(),
            (Action::Reload, _) => {
                self.say(notices::RELOADING.to_owned(), now);
                return vec![Effect::Do(Task::Load)];
            }
            _ => {
                let (screen, world) = self.screen_mut();
                let next = screen.act(action, world, now);
                return self.go(next, now);
            }
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
                help.act(action, self.world.area, &self.world.theme);
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

    fn next_theme(&mut self, now: Now) -> Vec<Effect> {
        let name = self.world.settings.theme.next();
        if self.world.display.depth == Depth::None {
            self.say(notices::NO_COLOURS.to_owned(), now);
        } else if self.screen().context() != Context::Setup {
            // There it stands on the screen.
            self.say(notices::theme(name.as_str()), now);
        }
        self.choose(Setting::Theme(name), now)
    }

    /// Settings that are chosen on the screen hold at once, and are remembered.
    fn choose(&mut self, setting: Setting, now: Now) -> Vec<Effect> {
        self.world.settings.set(setting.clone());
        self.world.apply_theme(now);
        let drawing = self.world.drawing();
        self.home.set_drawing(drawing, &self.world.catalog);
        vec![Effect::Do(Task::SaveSetting(setting))]
    }
}

impl Program for App {
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        self.toast.take_if(|toast| toast.until <= now.mono);
        let effects = match msg {
            Msg::Key(key) => self.key(key, now),
            Msg::Paste(text) => {
                let (screen, world) = self.screen_mut();
                screen.pasted(&text, world);
                Vec::new()
            }
            Msg::Tick => {
                let mut effects = std::mem::take(&mut self.pending);
                effects.extend(self.screen_mut().0.feed(Input::Tick, now));
                effects
            }
            Msg::Away { since } => self.screen_mut().0.feed(Input::Away { since }, now),
            Msg::Resized(width, height) => {
                self.world.area = framed(Rect::new(0, 0, width, height));
                Vec::new()
            }
            Msg::Reply(reply) => self.replied(reply, now),
            // A screen gives keys.
            Msg::Line(_) | Msg::EndOfInput | Msg::Ending => Vec::new(),
        };
        if let Some(successor) = self.screen().successor(&self.world, now) {
            self.open = Some(successor);
        }
        effects
    }

    fn deadline(&self) -> Option<Moment> {
        self.screen().deadline()
    }

    fn next_change(&self, now: Now) -> Option<Moment> {
        let screen = match &self.help {
            Some(_) => None,
            None => self.screen().next_change(&self.world, now),
        };
        let toast = self.toast.as_ref().map(|toast| toast.until);
        let pending = (!self.pending.is_empty()).then_some(now.mono);
        screen.into_iter().chain(toast).chain(pending).min()
    }
}
