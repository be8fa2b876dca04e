//! The whole program without a terminal: keys and time in, screen text out.

use std::cell::{Cell, RefCell};
use std::sync::LazyLock;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::safety::rulebook::Safety;
use supple::plan::catalog::Catalog;
use supple::plan::person::Person;
use supple::plan::profile;
use supple::plan::profile::model::Profile;
use supple::plan::tailor::{Request, tailor};
use supple::plan::timetable::Timetable;
use supple::plan::whom::{Recipient, RecipientChoice, RecipientSource};
use supple::player::event::Stamped;
use supple::player::moment::Moment;
use supple::player::narrator::Heard;
use supple::tui::app::{App, Start};
use supple::tui::clock_change::ClockChange;
use supple::tui::display::Display;
use supple::tui::display::charset::Charset;
use supple::tui::display::depth::Depth;
use supple::tui::input::key::{Code, Key};
use supple::tui::message::{Effect, Msg, Now};
use supple::tui::program::Program as _;
use supple::tui::settings::Settings;

/// The program at a simulated time.
pub(crate) struct Stage {
    /// Drawing tells it of another size, where it is drawn in one.
    app: RefCell<App>,
    pub(crate) effects: Vec<Effect>,
    /// What was to be heard, apart from the other effects.
    pub(crate) heard: Vec<Stamped<Heard>>,
    size: Cell<(u16, u16)>,
    elapsed: Duration,
    opened: DateTime<FixedOffset>,
    change: Option<ClockChange>,
}

/// A routine of one's own: its first step is not for somebody who is pregnant.
pub(crate) const MINE: &str = r#"
format = 1
title = "From my physiotherapist"
discipline = "mobility"

[[step]]
exercise = "supine-twist"

[[step]]
exercise = "seated-march"

[[step]]
exercise = "ankle-pumps"
"#;

/// A file of the person's own.
pub(crate) fn own(id: &str, text: &str) -> File {
    let path = format!("~/.config/supple/routines/{id}.toml");
    File {
        kind: FileKind::Routine,
        id: id.to_owned(),
        path,
        text: Ok(text.to_owned().into()),
    }
}

/// The bundled library with files of one's own.
pub(crate) fn catalog(files: Vec<File>) -> Catalog {
    Catalog::of(library(files), Recipient::default())
}

/// The bundled library, read once for all tests.
pub(crate) fn bundled() -> &'static Library {
    static BUNDLED: LazyLock<Library> = LazyLock::new(|| Library::of(vec![embedded::layer()]));
    &BUNDLED
}

/// The bundled rules.
pub(crate) fn safety() -> &'static Safety {
    &bundled().shared().safety
}

/// The bundled library with files of one's own.
pub(crate) fn library(files: Vec<File>) -> Library {
    let origin = Origin::Own;
    bundled().renewed(vec![embedded::layer(), Layer { origin, files }])
}

/// The same for whom this profile is about.
pub(crate) fn catalog_for(profile: &str, files: Vec<File>) -> Catalog {
    let library = library(files);
    let safety = &library.shared().safety;
    let file = profile::own::ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content: profile::own::Content::Text(profile.to_owned()),
        exposed: None,
    };
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
    let own = profile::own::Own::of(file, safety, today);
    let whom = RecipientChoice::Profile.whom(own, safety);
    Catalog::of(library, whom)
}

/// Somebody with these conditions.
pub(crate) fn somebody(words: &[&str], library: &Library) -> Recipient {
    let person = Person::with(words.iter().copied(), &library.shared().safety);
    let person = person.expect("known conditions");
    Recipient::new(RecipientSource::Profile, person, Profile::default())
}

/// A routine of one's own playing for somebody with these conditions.
pub(crate) fn playing_for(words: &[&str], text: &str) -> Stage {
    let library = library(vec![own("mine", text)]);
    let whom = somebody(words, &library);
    let catalog = Catalog::of(library, whom);
    Stage::open(catalog, &Start::Playing("mine".into(), 0), 22)
}

/// Returns a routine of a library tailored to somebody with these conditions.
pub(crate) fn tailored(library: &Library, words: &[&str], id: &str) -> Timetable {
    let whom = somebody(words, library);
    let entry = library.routine(id).expect("it is there");
    let made = tailor(entry, library, &whom, &Request::default()).expect("it can be played");
    made.timetable.expect("nothing speaks against it")
}

impl Stage {
    /// The list at ten in the evening.
    pub(crate) fn home() -> Self {
        Self::open(catalog(Vec::new()), &Start::Home, 22)
    }

    pub(crate) fn open(catalog: Catalog, start: &Start, hour: u32) -> Self {
        Self::open_in(Depth::True, catalog, start, hour)
    }

    pub(crate) fn open_in(depth: Depth, catalog: Catalog, start: &Start, hour: u32) -> Self {
        let display = Display {
            depth,
            ..Display::FULL
        };
        Self::set(display, Settings::default(), catalog, start, hour)
    }

    /// With other settings.
    pub(crate) fn with(settings: Settings, catalog: Catalog, start: &Start) -> Self {
        Self::set(Display::FULL, settings, catalog, start, 22)
    }

    /// On a terminal that shows nothing but ASCII.
    pub(crate) fn in_ascii(catalog: Catalog, start: &Start) -> Self {
        let display = Display {
            charset: Charset::Ascii,
            ..Display::FULL
        };
        Self::set(display, Settings::default(), catalog, start, 22)
    }

    fn set(
        display: Display,
        settings: Settings,
        catalog: Catalog,
        start: &Start,
        hour: u32,
    ) -> Self {
        let opened =
            NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(hour, 30, 0));
        let opened = opened.expect("a time of day").and_utc().fixed_offset();
        Self::at(display, settings, catalog, start, (opened, None))
    }

    /// On a day of its own, with what is known of the next change of the clocks.
    pub(crate) fn on(
        opened: DateTime<FixedOffset>,
        change: Option<ClockChange>,
        catalog: Catalog,
        start: &Start,
    ) -> Self {
        let settings = Settings::default();
        Self::at(Display::FULL, settings, catalog, start, (opened, change))
    }

    fn at(
        display: Display,
        settings: Settings,
        catalog: Catalog,
        start: &Start,
        (opened, change): (DateTime<FixedOffset>, Option<ClockChange>),
    ) -> Self {
        let now = Now {
            mono: Moment::START,
            wall: opened,
            change,
        };
        let place = (Rect::new(0, 0, 80, 24), now);
        let app = App::new(catalog, settings, display, start, place);
        Self {
            app: RefCell::new(app),
            effects: Vec::new(),
            heard: Vec::new(),
            size: Cell::new((80, 24)),
            elapsed: Duration::ZERO,
            opened,
            change,
        }
    }

    pub(crate) fn now(&self) -> Now {
        let wall = self.opened + self.elapsed;
        let past = self.change.filter(|change| change.at <= wall);
        Now {
            mono: Moment::at(self.elapsed),
            wall: past.map_or(wall, |change| wall.with_timezone(&change.offset)),
            change: self.change.filter(|_| past.is_none()),
        }
    }

    pub(crate) fn tell(&mut self, msg: Msg) -> &mut Self {
        let now = self.now();
        for effect in self.app.get_mut().update(msg, now) {
            match effect {
                Effect::Hear(heard) => self.heard.push(heard),
                other => self.effects.push(other),
            }
        }
        self
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, width: u16, height: u16) {
        if self.size.replace((width, height)) != (width, height) {
            let effects = self
                .app
                .borrow_mut()
                .update(Msg::Resized(width, height), self.now());
            assert!(effects.is_empty(), "a size asks for nothing");
        }
    }

    /// When the program acts by itself next.
    pub(crate) fn deadline(&self) -> Option<Moment> {
        self.app.borrow().deadline()
    }

    /// Presses keys, as the keymap writes them, divided by blanks.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.tell(Msg::Key(key));
        }
        self
    }

    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.tell(Msg::Key(Key::plain(Code::Char(letter))));
        }
        self
    }

    /// Lets time pass, waking as the loop would: at every deadline and every visible change.
    pub(crate) fn after(&mut self, time: Duration) -> &mut Self {
        let until = self.elapsed + time;
        while let Some(next) = self.next_wake().filter(|next| *next <= until) {
            assert!(next >= self.elapsed, "it asks to be woken in the past");
            self.elapsed = next;
            self.tell(Msg::Tick);
            // The loop would turn for ever, without a pause.
            let again = self.next_wake();
            assert_ne!(
                again,
                Some(next),
                "woken, it asks for the same moment again"
            );
        }
        self.elapsed = until;
        self
    }

    pub(crate) fn next_wake(&self) -> Option<Duration> {
        let app = self.app.borrow();
        let deadline = app.deadline();
        let change = app.next_change(self.now());
        deadline
            .into_iter()
            .chain(change)
            .min()
            .map(Moment::since_start)
    }

    /// Panics if there is a size of the screen, down to a single cell, at which nothing is said.
    pub(crate) fn assert_says_something(&self, after: &str) {
        for (width, height) in
            (1..=60).flat_map(|width| (1..=30).map(move |height| (width, height)))
        {
            let screen = self.screen(width, height);
            let is_empty = screen.trim().is_empty();
            assert!(!is_empty, "nothing at {width}x{height} after {after}");
        }
    }

    /// Draws it on a terminal of this size, and tells it of the size where that is another.
    pub(crate) fn buffer(&self, width: u16, height: u16) -> Buffer {
        self.resize(width, height);
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test terminal");
        let now = self.now();
        terminal
            .draw(|frame| self.app.borrow().draw(frame, now))
            .expect("it draws");
        terminal.backend().buffer().clone()
    }

    pub(crate) fn screen(&self, width: u16, height: u16) -> String {
        let buffer = self.buffer(width, height);
        let mut out = String::new();
        for y in 0..height {
            let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
            out.push_str(row.trim_end());
            out.push('\n');
        }
        out
    }
}
