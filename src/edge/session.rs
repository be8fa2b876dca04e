//! The program on the screen, from the opening of the terminal to its end.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::content::embedded;
use crate::content::library::Library;
use crate::edge::clock::Clock;
use crate::edge::front::terminal::Terminal;
use crate::edge::runtime::Runtime;
use crate::edge::store::files;
use crate::edge::store::profile;
use crate::edge::store::settings;
use crate::edge::terminal::display;
use crate::edge::worker::runner::{self, Sources};
use crate::plan::catalog::Catalog;
use crate::plan::tailor::{Request, Tailored};
use crate::plan::whom::{Recipient, RecipientChoice};
use crate::tui::app::{App, Start};
use crate::tui::theme::name::ThemeName;

/// The data to open the screen with.
#[derive(Debug)]
pub(crate) struct SessionOpening {
    /// The first screen.
    pub(crate) start: Start,
    /// The library read so far; `None` starts with the bundled routines.
    pub(crate) library: Option<Arc<Library>>,
    /// True if that is all there is. If not, the rest is read after the first frame.
    pub(crate) is_whole: bool,
    /// The recipient of the routines.
    pub(crate) asked: RecipientChoice,
    /// The recipient found so far.
    pub(crate) whom: Option<Recipient>,
    /// A routine tailored already: its id, the request and the result.
    pub(crate) made: Option<(String, Request, Tailored)>,
    /// The folders named with `--routines`.
    pub(crate) folders: Vec<PathBuf>,
    /// The file of a routine that was named in place of an id.
    pub(crate) file: Option<PathBuf>,
    /// A theme for this time only.
    pub(crate) theme: Option<ThemeName>,
}

impl SessionOpening {
    /// The screen as it begins for the owner of the profile.
    pub(crate) fn of(start: Start, folders: Vec<PathBuf>, theme: Option<ThemeName>) -> Self {
        Self {
            start,
            library: None,
            // What is bundled is known to be sound: without files of one's own nothing is left to read.
            is_whole: !files::has_own(&folders),
            asked: RecipientChoice::Profile,
            whom: None,
            made: None,
            folders,
            file: None,
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
pub(crate) fn run(opening: SessionOpening) -> io::Result<u8> {
    let mut clock = Clock::start();
    let (mut settings, trouble) = settings::read();
    settings.theme = opening.theme.unwrap_or(settings.theme);
    let library = opening.library.or_else(|| {
        files::has_own_rules(&opening.folders).then(|| Arc::new(files::rules(&opening.folders)))
    });
    let library = library.unwrap_or_else(|| Arc::new(Library::at_first_sight(embedded::layer())));
    // Before anything counts: started in the background, this is where it waits for the foreground.
    let mut terminal = Terminal::open()?;
    let now = clock.now();
    let whom = opening.whom.unwrap_or_else(|| {
        let safety = &library.shared().safety;
        let whom = opening.asked.whom(profile::own(safety), safety);
        settings.remembered_for(whom)
    });
    let mut catalog = Catalog::of(Arc::clone(&library), whom);
    if let Some((id, wish, tailored)) = opening.made {
        catalog.keep(id, wish, tailored);
    }
    let place = (terminal.area()?, now);
    let mut app = App::new(catalog, settings, display::read(), &opening.start, place);
    if !opening.is_whole {
        app.expect_more();
    }
    if let Some(trouble) = trouble {
        app.say(trouble, now);
    }
    let sources = Sources {
        first: library,
        folders: opening.folders,
        file: opening.file,
        asked: opening.asked,
    };
    let (worker, replies) = runner::start(sources, terminal.waker())?;
    let ending = Runtime::new(app, now, terminal, clock, worker, replies).run()?;
    Ok(ending.code())
}
