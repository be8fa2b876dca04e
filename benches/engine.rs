//! What the parts cost that run at every start, every second and every frame: `cargo bench --bench engine`.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run says why")]

use std::hint::black_box;
use std::time::Duration;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use supple::content::embedded;
use supple::content::exercise::Exercise;
use supple::content::figures::Written;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::routine::Routine;
use supple::figure::clip::Clip;
use supple::figure::draw::Look;
use supple::figure::draw::fit::CellSize;
use supple::figure::draw::glyphs::Glyphs;
use supple::figure::read::base::Bases;
use supple::plan::catalog::Catalog;
use supple::plan::fit::{fit, limits};
use supple::plan::lower::lower;
use supple::plan::outline::Outline;
use supple::plan::preferences::Preferences;
use supple::plan::timetable::Timetable;
use supple::plan::whom::Recipient;
use supple::player::event::Input;
use supple::player::moment::Moment;
use supple::player::session::Session;
use supple::tui::app::{App, Start};
use supple::tui::display::Display;
use supple::tui::message::{Msg, Now};
use supple::tui::program::Program as _;
use supple::tui::settings::Settings;

const ROUTINE: &str = "bedtime-stretch-15";

fn bundled() -> Library {
    Library::of(vec![embedded::layer()])
}

fn timetable() -> Timetable {
    let library = bundled();
    let entry = library.routine(ROUTINE).expect("a bundled routine");
    lower(&entry.id, &entry.value, &library).expect("a sound routine")
}

fn decode(criterion: &mut Criterion) {
    let routine = include_str!("../routines/stretching/bedtime-stretch-15.toml");
    let exercise = include_str!("../routines/exercises/calf-stretch-wall.toml");
    criterion.bench_function("decode a routine of 12 steps", |bench| {
        bench.iter(|| Routine::decode(ROUTINE, black_box(routine)));
    });
    criterion.bench_function("decode an exercise", |bench| {
        bench.iter(|| Exercise::decode("calf-stretch-wall", black_box(exercise)));
    });
    criterion.bench_function("the whole bundled library", |bench| bench.iter(bundled));
    criterion.bench_function("the bundled library at first sight", |bench| {
        bench.iter(|| Library::at_first_sight(embedded::layer()));
    });
    let own: Vec<File> = (0..10_000)
        .map(|index| File {
            kind: FileKind::Routine,
            id: format!("own-{index}"),
            path: format!("own-{index}.toml"),
            text: Ok(routine.into()),
        })
        .collect();
    let mut group = criterion.benchmark_group("large");
    group.sample_size(10);
    group.bench_function("a catalog with 10,000 files of one's own", |bench| {
        bench.iter(|| {
            let own = Layer {
                origin: Origin::Own,
                files: own.clone(),
            };
            Catalog::of(
                Library::of(vec![embedded::layer(), own]),
                Recipient::default(),
            )
        });
    });
    group.finish();
}

fn play(criterion: &mut Criterion) {
    let library = bundled();
    let entry = library.routine(ROUTINE).expect("a bundled routine");
    criterion.bench_function("lower a routine of 12 steps", |bench| {
        bench.iter(|| lower(&entry.id, &entry.value, black_box(&library)));
    });
    let timetable = timetable();
    criterion.bench_function("all cues of a timetable", |bench| {
        bench.iter(|| {
            (0..timetable.segments.len())
                .map(|index| timetable.cues(index).len())
                .sum::<usize>()
        });
    });
    criterion.bench_function("a session of 14 minutes by its deadlines", |bench| {
        bench.iter(|| {
            let (mut session, mut events) = Session::start(timetable.clone(), Moment::START);
            while let Some(deadline) = session.deadline() {
                events.extend(session.handle(Input::Tick, deadline));
            }
            events.len()
        });
    });
}

fn fitting(criterion: &mut Criterion) {
    let mut text = "format = 1\ntitle = \"Long\"\ndiscipline = \"yoga\"\n".to_owned();
    for step in 0..2000 {
        let hold = 4 + step % 5;
        text += &format!("[[step]]\nname = \"Step {step}\"\nhold = {hold}\noptional = true\n");
    }
    let (routine, _) = Routine::decode("long", &text);
    let outline =
        Outline::of("long", &routine, &bundled(), Preferences::default()).expect("a sound routine");
    let (shortest, longest) = limits(&outline);
    let target = (shortest + longest) / 3;
    criterion.bench_function("fit a routine of 2,000 steps", |bench| {
        bench.iter(|| fit(black_box(&outline), target).map(|fitted| fitted.changes.len()));
    });
}

fn draw(criterion: &mut Criterion) {
    let wall = NaiveDate::from_ymd_opt(2026, 11, 22)
        .and_then(|day| day.and_hms_opt(22, 30, 0))
        .expect("a time")
        .and_utc()
        .fixed_offset();
    let at = |seconds| Now {
        mono: Moment::at(Duration::from_secs(seconds)),
        wall,
        change: None,
    };
    let app = |start: &Start| {
        App::new(
            Catalog::of(bundled(), Recipient::default()),
            Settings::default(),
            Display::FULL,
            start,
            (Rect::new(0, 0, 80, 24), at(0)),
        )
    };
    let mut frames = |name: &str, app: &App, seconds: u64| {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal");
        criterion.bench_function(name, |bench| {
            bench.iter(|| {
                terminal
                    .draw(|frame| app.draw(frame, at(seconds)))
                    .map(|_| ())
            });
        });
    };
    frames("draw home, 80x24", &app(&Start::Home), 0);
    let mut playing = app(&Start::Playing(ROUTINE.to_owned(), 0));
    let _ = playing.update(Msg::Tick, at(40));
    frames("draw the player, 80x24", &playing, 40);
}

/// The figures with the most in them: deep water, and a bed with pillow and strap.
fn figures(criterion: &mut Criterion) {
    let bases = Written::of(include_str!("../tests/figures/figures.toml"));
    let bases = Bases::of(&[bases]);
    for (name, text) in [
        (
            "in water",
            include_str!("../tests/figures/cycling-afloat.toml"),
        ),
        ("on a bed", include_str!("../tests/figures/knee-hug.toml")),
    ] {
        let written = Written::of(text);
        criterion.bench_function(&format!("read and check a figure {name}"), |bench| {
            bench.iter(|| Clip::of(black_box(&written), &bases).is_ok());
        });
        let clip = Clip::of(&written, &bases).expect("a sound figure");
        for (glyphs, kind) in [(Glyphs::Braille, "Braille"), (Glyphs::Octant, "octants")] {
            let (width, height) = (32, 14);
            let look = Look::new(CellSize { width, height }, glyphs);
            criterion.bench_function(&format!("draw a figure {name} in {kind}, 32x14"), |bench| {
                bench.iter(|| clip.draw_shot(clip.motion.shot(black_box(0.4)), look));
            });
        }
    }
}

criterion_group!(benches, decode, play, fitting, draw, figures);
criterion_main!(benches);
