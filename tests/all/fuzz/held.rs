//! What must hold for any text.

use std::time::Duration;

use chrono::NaiveDate;
use supple::content::diagnostic::{Diagnostic, any_error, render};
use supple::content::entry::Entry;
use supple::content::file::{File, FileKind};
use supple::content::library::Library;
use supple::content::routine::Routine;
use supple::content::text::forbidden::is_forbidden;
use supple::content::vocabulary::Word as _;
use supple::content::{evidence, exercise, figures, pace, safety, sources};
use supple::figure::clip::Clip;
use supple::figure::draw::Look;
use supple::figure::draw::fit::CellSize;
use supple::figure::draw::glyphs::Glyphs;
use supple::figure::read::base::Bases;
use supple::figure::words::side::Side;
use supple::plan::catalog::Catalog;
use supple::plan::profile;
use supple::plan::tailor::{Request, tailor};
use supple::plan::timetable::Timetable;
use supple::plan::whom::Recipient;
use supple::player::event::Input;
use supple::player::moment::Moment;
use supple::player::session::Session;
use supple::tui::app::Start;
use supple::tui::display::depth::Depth;
use supple::tui::input::key::{Code, Key};
use supple::tui::message::{Effect, Msg, Reply};
use supple::tui::plain::Plain;
use supple::tui::program::Program as _;
use supple::tui::screens::signs::Signs;
use supple::tui::settings::{Setting, Settings};
use supple::tui::theme::Theme;
use supple::tui::theme::name::ThemeName;
use supple::words::en::emergency::Emergency;
use supple::words::failure::Failure;

use super::dice::Dice;
use super::{Seed, What};
use crate::support::stage::{self, Stage};
use crate::support::told::Told;

pub(super) fn hold(dice: &mut Dice, seed: &Seed, text: &str) {
    let found = match seed.what {
        What::File(kind) => read(kind, text),
        What::Profile => profile(text),
        What::Settings => settings(text),
        What::Theme => Theme::decode(text, depth(dice)).1,
    };
    findings(text, &found);
    // Most texts are unsound, and are all alike in the list.
    let often = if any_error(&found) { 60 } else { 6 };
    if let What::File(kind) = seed.what
        && dice.one_in(often)
    {
        library(dice, kind, &seed.id, text);
    }
}

fn read(kind: FileKind, text: &str) -> Vec<Diagnostic> {
    match kind {
        FileKind::Routine => Routine::decode("own", text).1,
        FileKind::Exercise => exercise::Exercise::decode("own", text).1,
        FileKind::Pace => pace::decode(text).1,
        FileKind::Sources => sources::decode(text).1,
        FileKind::Safety => safety::decode::decode(text).1,
        FileKind::Evidence => evidence::decode(text).1,
        FileKind::Figures => figures::decode::decode(text).1,
        FileKind::Folder => Vec::new(),
    }
}

/// Nothing that is said of a text can drive a terminal, and what it points at is there.
fn findings(text: &str, found: &[Diagnostic]) {
    plain(&render("own.toml", text, found, false));
    for found in found {
        assert!(!found.message.is_empty());
        plain(&found.message);
        found
            .help
            .iter()
            .chain(&found.label)
            .for_each(|words| plain(words));
        let spans = found.related.iter().map(|(span, words)| {
            plain(words);
            span
        });
        for span in spans.chain(&found.span) {
            assert!(
                text.get(span.clone()).is_some(),
                "{span:?}: {}",
                found.message
            );
        }
    }
}

fn plain(words: &str) {
    let forbidden = words.chars().find(|letter| is_forbidden(*letter));
    assert_eq!(forbidden, None, "in {words:?}");
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

/// What the form writes is there when the file is read again, or nothing is written.
fn profile(text: &str) -> Vec<Diagnostic> {
    let library = stage::library(Vec::new());
    let safety = &library.shared().safety;
    let (said, found) = profile::decode::decode(text, safety, today());
    plain(&supple::words::en::profile::summary(&said, safety, today()));
    let mut meant = said.clone();
    meant.floor = Some(!said.floor.unwrap_or(false));
    meant.birth_year = Some(1950);
    meant.conditions.push("glaucoma".to_owned());
    if let Ok(edited) = profile::edit::edit(text, &said, &meant) {
        let (again, _) = profile::decode::decode(&edited, safety, today());
        assert_eq!(
            (again.floor, again.birth_year),
            (meant.floor, meant.birth_year)
        );
        for condition in &meant.conditions {
            assert!(again.conditions.contains(condition), "{condition} is lost");
        }
    }
    found
}

fn settings(text: &str) -> Vec<Diagnostic> {
    let (said, found) = Settings::decode(text);
    for setting in [
        Setting::Theme(ThemeName::Mono),
        Setting::ReducedMotion(!said.reduced_motion),
        Setting::Knows {
            routine: "own".to_owned(),
            yes: true,
        },
    ] {
        if let Ok(written) = setting.written_into(text) {
            let (again, _) = Settings::decode(&written);
            let mut meant = said.clone();
            meant.set(setting);
            assert_eq!(again, meant);
        }
    }
    found
}

/// The file among the bundled ones: listed, tailored, played, shown.
fn library(dice: &mut Dice, kind: FileKind, id: &str, text: &str) {
    let file = File {
        kind,
        id: id.to_owned(),
        path: format!("own/{id}.toml"),
        text: Ok(text.to_owned().into()),
    };
    let library = stage::library(vec![file]);
    let own = library.exercises().find(|entry| entry.id == id);
    if let Some(figure) = own.and_then(|entry| entry.value.figure.as_ref()) {
        draw(dice, figure, &Bases::of(&library.shared().figures));
    }
    let conditions: Vec<&str> = library.shared().safety.condition_ids().collect();
    let said: Vec<&str> = (0..dice.below(3))
        .map(|_| *dice.pick(&conditions))
        .collect();
    let whom = stage::somebody(&said, &library);
    let routines: Vec<&Entry<Routine>> = library.routines().collect();
    let entry = library.routine(id).unwrap_or_else(|| *dice.pick(&routines));
    plain(&entry.report(false));
    if entry.is_sound() {
        let minutes = (1 + dice.below(40)).try_into().ok();
        let wish = Request {
            minutes: minutes.filter(|_| dice.one_in(2)),
            ..Request::default()
        };
        if let Ok(made) = tailor(entry, &library, &whom, &wish)
            && let Some(timetable) = made.timetable
        {
            unattended(&timetable);
            in_lines(dice, entry, timetable, &library, &whom);
        }
    }
    let id = entry.id.clone();
    screens(dice, library, whom, &id);
}

/// Without a person it takes as long as it says.
fn unattended(timetable: &Timetable) {
    let total = timetable.total();
    let waits = timetable
        .segments
        .iter()
        .any(|segment| segment.length.is_none());
    let (mut session, _) = Session::start(timetable.clone(), Moment::START);
    let mut last = Moment::START;
    while let Some(deadline) = session.deadline() {
        let _events = session.handle(Input::Tick, deadline);
        last = deadline;
    }
    assert!(
        waits || last.since_start() == total,
        "{last:?} for {total:?}"
    );
}

fn in_lines(
    dice: &mut Dice,
    entry: &Entry<Routine>,
    timetable: Timetable,
    library: &Library,
    whom: &Recipient,
) {
    let emergency = Emergency::of(&whom.profile);
    let signs = Signs::of(
        &library.shared().safety,
        whom.person().conditions(),
        &emergency,
    );
    let mut told = Told::new(Plain::start(entry, timetable, signs, 0, Moment::START));
    let mut now = Duration::ZERO;
    for _ in 0..400 {
        let typed = [
            "",
            "d",
            "p",
            "n",
            "b",
            "t",
            "e",
            "E",
            "h",
            "s",
            "g",
            "\u{1b}[31m",
            "q\u{202e}",
        ];
        if dice.one_in(3) {
            told.until(now).typed(dice.pick::<&str>(&typed));
        }
        let until = told.plain.deadline().map_or(now, Moment::since_start);
        now = until.max(now) + Duration::from_millis(dice.below(3) as u64);
        told.until(now);
        if dice.one_in(40) {
            let since = Moment::at(now);
            told.tell(Msg::Away { since });
        }
        if told.has_quit {
            break;
        }
    }
    for line in &told.lines {
        plain(line);
    }
}

fn draw(dice: &mut Dice, figure: &figures::Written, bases: &Bases) {
    let (clip, _) = Clip::draft(figure, bases);
    let Some(clip) = clip else { return };
    let mut length = |most: usize| u16::try_from(4 + dice.below(most)).unwrap_or(4);
    let size = CellSize {
        width: length(80),
        height: length(40),
    };
    let look = Look {
        side: if dice.one_in(2) {
            Side::Left
        } else {
            Side::Right
        },
        close: dice.one_in(2),
        ..Look::new(size, *dice.pick(Glyphs::ALL))
    };
    let cells = clip.draw_keyframe(dice.below(clip.motion.keyframes().len()), look);
    plain(&cells.text());
    let svg = clip.svg(0, look.side, look.close);
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
}

const CODES: &[Code] = &[
    Code::Enter,
    Code::Esc,
    Code::Tab,
    Code::Backspace,
    Code::Delete,
    Code::Up,
    Code::Down,
    Code::Left,
    Code::Right,
    Code::PageUp,
    Code::PageDown,
    Code::Home,
    Code::End,
    Code::F(1),
    Code::Other,
];
const LETTERS: &str = "n/gGfxpSrtciw +=eEhzyobs?T190aéф日\u{301}\u{200d}";

fn depth(dice: &mut Dice) -> Depth {
    *dice.pick(&[Depth::None, Depth::Sixteen, Depth::Palette, Depth::True])
}

/// Keys, pastes, sizes and time, as they come.
fn screens(dice: &mut Dice, library: Library, whom: Recipient, id: &str) {
    let start = match dice.below(4) {
        0 => Start::Before(id.to_owned()),
        1 => Start::Playing(id.to_owned(), 0),
        2 => Start::Setup,
        _ => Start::Home,
    };
    let depth = depth(dice);
    let letters: Vec<char> = LETTERS.chars().collect();
    let catalog = Catalog::of(library, whom);
    let is_ascii = dice.one_in(3);
    let mut stage = if is_ascii {
        Stage::in_ascii(catalog, &start)
    } else {
        Stage::open_in(depth, catalog, &start, 22)
    };
    for _ in 0..25 {
        match dice.below(12) {
            0 => drop(stage.after(Duration::from_millis(dice.below(20_000) as u64))),
            1 => drop(stage.tell(Msg::Paste(
                "calf\u{1b}[2J\u{202e}\n".repeat(1 + dice.below(9)),
            ))),
            2 => drop(stage.tell(Msg::Reply(Reply::Failed(Failure::Load(
                "not \u{9b}2J read".to_owned(),
            ))))),
            3..=5 => {
                let mut key = Key::plain(*dice.pick(CODES));
                key.ctrl = dice.one_in(20);
                stage.tell(Msg::Key(key));
            }
            _ => {
                stage.tell(Msg::Key(Key::plain(Code::Char(*dice.pick(&letters)))));
            }
        }
        let mut side = |most: usize| u16::try_from(1 + dice.below(most)).unwrap_or(1);
        let buffer = stage.buffer(side(130), side(50));
        for cell in buffer.content() {
            plain(cell.symbol());
            assert!(!is_ascii || cell.symbol().is_ascii(), "{:?}", cell.symbol());
        }
        if stage.effects.contains(&Effect::Quit) {
            break;
        }
    }
}
