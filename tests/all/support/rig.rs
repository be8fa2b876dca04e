//! What several tests share: a library with one routine laid over the bundled ones, and its timetable.

use std::time::Duration;

use supple::content::diagnostic::any_error;
use supple::content::embedded;
use supple::content::file::{File, FileKind};
use supple::content::library::Library;
use supple::content::routine::Routine;
use supple::plan::lower::lower;
use supple::plan::tailor::{Request, tailor};
use supple::plan::timetable::Timetable;
use supple::plan::whom::Recipient;
use supple::player::moment::Moment;

use crate::support::any::INNER;
use crate::support::stage;

/// The bundled library with this text as the routine `test`.
pub(crate) fn library(text: &str) -> Library {
    let file = File {
        kind: FileKind::Routine,
        id: "test".into(),
        path: "test.toml".into(),
        text: Ok(text.to_owned().into()),
    };
    stage::library(vec![file])
}

/// A library of paces and of the routine `inner`; quick to make, for tests that make many.
pub(crate) fn inline_library() -> Library {
    let mut tables = embedded::layer();
    tables.files.retain(|file| file.kind == FileKind::Pace);
    tables.files.push(File {
        kind: FileKind::Routine,
        id: "inner".into(),
        path: "inner.toml".into(),
        text: Ok(INNER.to_owned().into()),
    });
    Library::of(vec![tables])
}

/// The timetable of a routine text without exercises.
pub(crate) fn inline_timetable(text: &str) -> Timetable {
    let library = inline_library();
    let (routine, found) = Routine::decode("test", text);
    assert!(!any_error(&found), "{found:?}");
    lower("test", &routine, &library).expect("it can be lowered")
}

/// The timetable of a routine text that must be sound.
pub(crate) fn timetable(text: &str) -> Timetable {
    let library = library(text);
    let entry = library.routine("test").expect("the routine is there");
    assert!(entry.is_sound(), "{}", entry.report(false));
    let tailored = tailor(entry, &library, &Recipient::default(), &Request::default());
    let tailored = tailored.expect("it can be played");
    tailored.timetable.expect("for nobody in particular")
}

/// Returns the moment this many seconds after the start.
pub(crate) fn at(seconds: f64) -> Moment {
    Moment::at(Duration::from_secs_f64(seconds))
}

/// What is wrong with an exercise text beside the bundled library, as text.
pub(crate) fn exercise_findings(text: &str) -> String {
    let file = File {
        kind: FileKind::Exercise,
        id: "test".into(),
        path: "exercises/test.toml".into(),
        text: Ok(text.to_owned().into()),
    };
    let library = stage::library(vec![file]);
    let entry = library
        .exercises()
        .find(|entry| entry.id == "test")
        .expect("the exercise is there");
    entry.report(false)
}
