//! The program on the screen, from the opening of the terminal to its end.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use ratatui::Frame;

use crate::content::embedded;
use crate::content::library::Library;
use crate::edge::clock::Clock;
use crate::edge::front::terminal::{Drawn, Terminal};
use crate::edge::runtime::{self, Program, Runtime};
use crate::edge::store::files;
use crate::edge::store::profile;
use crate::edge::store::settings;
use crate::edge::terminal::display;
use crate::edge::worker::errands::{Desk, Errand, Report};
use crate::edge::worker::mailbox::mailbox;
use crate::edge::worker::outlet::Outlet;
use crate::plan::tailor::Wish;
use crate::plan::whom::Asked;
use crate::player::moment::Moment;
use crate::tui::app::{App, Start};
#[cfg(debug_assertions)]
use crate::tui::input::key::Code;
use crate::tui::message::{Effect, Msg, Now};
use crate::tui::shelf::Shelf;
use crate::tui::theme::name::ThemeName;

/// What the screen is opened with.
#[derive(Debug)]
pub(crate) struct Opening {
    /// Where it begins.
    pub(crate) start: Start,
    /// What is known already; `None` begins with the bundled routines and reads the others after the first frame.
    pub(crate) library: Option<Library>,
    /// For whom the routines are.
    pub(crate) asked: Asked,
    /// What was asked for of a routine, by its id.
    pub(crate) wish: Option<(String, Wish)>,
    /// A routine that is known this time.
    pub(crate) known: Option<String>,
    /// The folders named with `--routines`.
    pub(crate) folders: Vec<PathBuf>,
    /// A theme for this time only.
    pub(crate) theme: Option<ThemeName>,
}

impl Opening {
    /// The screen as it begins for the owner of the profile.
    pub(crate) fn of(start: Start, folders: Vec<PathBuf>, theme: Option<ThemeName>) -> Self {
        Self {
            start,
            library: None,
            asked: Asked::Profile,
            wish: None,
            known: None,
            folders,
            theme,
        }
    }
}

/// Opens the screen and runs the program to its end. Standard input and output must be terminals.
///
/// Gives the exit code: 0, or 128 and the number of the signal that ended it.
///
/// # Errors
/// When the terminal cannot be taken over or fails.
pub(crate) fn run(opening: Opening) -> io::Result<u8> {
    let clock = Clock::start();
    let (mut settings, trouble) = settings::read();
    settings.theme = opening.theme.unwrap_or(settings.theme);
    // What is bundled is known to be sound: without files of one's own nothing is left to read.
    let complete = opening.library.is_some() || !files::has_own(&opening.folders);
    let library = opening
        .library
        .or_else(|| files::has_own_rules(&opening.folders).then(|| files::rules(&opening.folders)));
    let library = library.unwrap_or_else(|| Library::at_first_sight(embedded::layer()));
    let library = Arc::new(library);
    // Before anything counts: started in the background, this is where it waits for the foreground.
    let terminal = Terminal::open()?;
    let now = clock.now();
    let safety = &library.shared().safety;
    let whom = opening.asked.whom(profile::own(safety), safety);
    let mut whom = whom.knowing(settings.known.clone());
    if let Some(id) = &opening.known {
        whom.set_known(id, true);
    }
    let mut shelf = Shelf::of(Arc::clone(&library), whom);
    if let Some((id, wish)) = opening.wish {
        shelf.set_wish(&id, wish);
    }
    let mut app = App::new(shelf, settings, display::read(), &opening.start, now);
    if !complete {
        app.expect_more();
    }
    if let Some(trouble) = trouble {
        app.say(trouble, now);
    }
    let (post, inbox) = mailbox(terminal.waker());
    let outlet = Outlet::start(
        Desk {
            first: library,
            folders: opening.folders,
            asked: opening.asked,
            post: post.clone(),
        },
        post,
    )?;
    let ending = Runtime::new(OnScreen(app), now, terminal, clock, outlet, inbox).run()?;
    Ok(ending.code())
}

/// Panics, for the tests of the endings: F12 here, F11 in the outlet. Not in release builds.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "that is what the keys are for")]
pub(crate) fn asked_for() {
    panic!("asked for by a key");
}

/// Translates between the loop and the app.
struct OnScreen(App);

impl Program for OnScreen {
    type Errand = Errand;
    type Report = Report;

    fn update(&mut self, msg: runtime::Msg<Report>, now: Now) -> Vec<runtime::Effect<Errand>> {
        #[cfg(debug_assertions)]
        if let runtime::Msg::Key(key) = &msg {
            match key.code {
                Code::F(11) => return vec![runtime::Effect::Errand(Errand::Panic)],
                Code::F(12) => asked_for(),
                _ => {}
            }
        }
        let msg = match msg {
            runtime::Msg::Key(key) => Msg::Key(key),
            runtime::Msg::Paste(text) => Msg::Paste(text),
            runtime::Msg::Resized => Msg::Resized,
            runtime::Msg::Tick => Msg::Tick,
            runtime::Msg::Away { since } => Msg::Away { since },
            runtime::Msg::Outlet(Report::Loaded(shelf)) => Msg::Loaded(shelf),
            runtime::Msg::Outlet(Report::Profile(file)) => Msg::Profile(file),
            runtime::Msg::Outlet(Report::ProfileSaved) => Msg::ProfileSaved,
            runtime::Msg::Outlet(Report::Failed(words)) => Msg::Failed(words),
            runtime::Msg::Ending => Msg::Ending,
            // A screen gives keys.
            runtime::Msg::Line(_) | runtime::Msg::EndOfInput => return Vec::new(),
        };
        let wanted = |effect| match effect {
            Effect::Quit => runtime::Effect::Quit,
            Effect::Suspend => runtime::Effect::Suspend,
            Effect::Load => runtime::Effect::Errand(Errand::Load),
            Effect::SaveSetting(setting) => runtime::Effect::Errand(Errand::SaveSetting(setting)),
            Effect::ReadProfile => runtime::Effect::Errand(Errand::ReadProfile),
            Effect::SaveProfile(change) => runtime::Effect::Errand(Errand::SaveProfile(change)),
        };
        self.0.update(msg, now).into_iter().map(wanted).collect()
    }

    fn deadline(&self) -> Option<Moment> {
        self.0.deadline()
    }

    fn next_change(&self, now: Now) -> Option<Moment> {
        self.0.next_change(now)
    }
}

impl Drawn for OnScreen {
    fn draw(&self, frame: &mut Frame<'_>, now: Now) {
        self.0.draw(frame, now);
    }
}
