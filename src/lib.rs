//! supple: a guided-routine player for the terminal.
//!
//! It loads stretching, yoga and other gentle routines from TOML files and leads a person through timed steps. The
//! README is for those who use it. This page is the map for those who change it: what lies where, what always holds,
//! and how we write.
//!
//! # A screen, and the files that make it
//!
//! ```text
//!  Bedtime legs, 5 minutes      2 of 4 · 3:07 left · ends 22:33   <- tui/screens/player/face.rs: head
//!
//!                       Seated calf stretch                       <- face.rs: what is done now
//!                       GET READY · 30 s each side                   in the theme's colour: tui/themes/*.toml
//!     ⢀⣀⣀⡀
//!     ⠘⣿⣿⡋             ████    ██████                             <- tui/widgets/digits.rs
//!      ⠛ ⠙⠢⣄             ██        ██
//!         ⠈⠁ ⢀⡀           ██    ██████                            <- the body: figure/ draws the cells,
//!           ⢠⣿⣿          ██        ██                                tui/widgets/figure.rs shows them
//!  ⣶⣶⣶⣶⣿⣿⣶⣶⣶⣦⣤⣤⣿⣿⡇     ██    ██████
//!  ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
//!                       Loop a strap round the left foot.         <- tui/screens/player/coaching.rs: how it is done,
//!                       … Space shows it all                         the words come from routines/exercises/*.toml
//!
//!  ━━━━━━━━━━──────────────────────────────────────               <- tui/widgets/bar.rs
//!  next: Heel slides (stay lying)                                 <- face.rs: what comes next
//!
//!  Space pause  → next  ← back  + 10 s longer  h hurts            <- tui/widgets/footer.rs, from tui/input/keymap.rs
//! ```
//!
//! Which of these rows a small screen keeps is decided in `tui/screens/player/rows.rs`.
//!
//! # How a routine is played
//!
//! 1. [`edge::store::files`] reads the files of each folder: the bundled ones, the
//!    person's own, and those named with `--routines`.
//! 2. [`Library::of`](content::library::Library::of) decodes them, merges the folders and resolves the
//!    references between files. A broken file is an entry with diagnostics, never a reason to stop.
//! 3. [`tailor`](plan::tailor::tailor) adapts a routine to one person and to the available time: pace,
//!    screening, fitting. Everything that is played comes through here.
//! 4. [`lower`](plan::lower::lower) lays it out as a flat [`Timetable`](plan::timetable::Timetable): prepare, work,
//!    switch, rest, confirm; [`plan::cue`] adds the words and sounds of each.
//! 5. [`Session`](player::session::Session) plays the timetable. It reads no clock: time comes in as a value.
//! 6. [`edge::runtime`] is the one loop: show what changed, sleep in `poll(2)` until the next deadline, visible change,
//!    key or signal, then feed. Nothing ticks: a counting screen wakes once a second, a paused one never.
//!
//! ```
//! use supple::content::{embedded, library::Library};
//! use supple::plan::lower::lower;
//! use supple::player::event::Input;
//! use supple::player::moment::Moment;
//! use supple::player::session::Session;
//!
//! let library = Library::of(vec![embedded::layer()]);
//! let entry = library.routine("bedtime-stretch-5").ok_or("it is bundled")?;
//! let timetable = lower(&entry.id, &entry.value, &library).map_err(|why| why.message)?;
//! let total = timetable.total();
//!
//! let (mut session, _first) = Session::start(timetable, Moment::START);
//! while let Some(deadline) = session.deadline() {
//!     // A driver waits here until the deadline or a key; an early wake would change nothing.
//!     let _events = session.handle(Input::Tick, deadline);
//! }
//! assert_eq!(session.record().total_time(), std::time::Duration::from_secs(30 + 60 + 40 + 50 + 40));
//! assert!(session.record().total_time() < total);
//! # Ok::<(), String>(())
//! ```
//!
//! # From a key to a task, and from an event to a sound
//!
//! A key becomes an [`Action`](tui::input::action::Action) by the one table of [`tui::input::keymap`]. The open
//! [`Screen`](tui::screen::Screen) acts on it and says what comes [`Next`](tui::screen::Next). What can block is a
//! [`Task`](tui::message::Task): [`edge::worker`] runs it beside the loop, and a [`Reply`](tui::message::Reply) comes
//! back. To add a task with a reply: a variant of `Task` and one of `Reply`, an arm in `edge/worker/runner.rs`, an arm in
//! `tui/app.rs`.
//!
//! The player reports a session as events; [`player::narrator`] turns them, and the cues among them, into words and
//! sounds. The screens and plain mode use the same narrator.
//!
//! # Layers
//!
//! Each folder is a layer and uses only those above it in this list. There are no circular imports between files. The
//! `architecture` tests enforce both.
//!
//! | layer | what it does | what always holds |
//! |---|---|---|
//! | [`content`] | reads what people write: TOML in, model and diagnostics out | no file is opened here; every fault of a file is reported in one pass |
//! | [`plan`] | adapts a routine to a person: a timetable with its cues out | no time passes here; a decision carries its reason as data |
//! | [`figure`] | draws the body of an exercise: poses in, shapes out | no colour and no clock; one body for all figures |
//! | [`player`] | plays a timetable | the same events however time is cut into pieces (the `properties` tests enforce it) |
//! | [`words`] | says it: decisions in, sentences out | no code compares or cuts a sentence |
//! | [`tui`] | shows it: messages in, effects out | drawing changes nothing; the size comes in with a message |
//! | [`edge`] | the only reader of clock, files, terminal and processes | the terminal is given back, whatever happens; everything printed is clean |
//! | [`cli`] | one file per command | one place prints errors and chooses the exit code |
//!
//! # Where to change what
//!
//! Paths are below `src`, except those that begin with `routines/`.
//!
//! | what | where |
//! |---|---|
//! | times and sides of a step | `plan/lower.rs` |
//! | what `+` adds | `player/session.rs`, `LONGER` |
//! | what easier and harder change | `plan/vary.rs` |
//! | who may do what | the rules in `routines/safety.toml`, applied in `plan/screening/steps.rs` |
//! | how a swap is chosen | `plan/screening/swap.rs`, among the substitutes named in `routines/exercises/` |
//! | what gives way when time is short | `plan/fit.rs` |
//! | what is offered instead of a routine | `plan/suggest.rs` |
//! | the order of the list | `tui/screens/home/ranking.rs` |
//! | what a profile means, and how it is changed | `plan/profile/` |
//! | what is said aloud, and when | `plan/cue.rs`, the words in `plan/words.rs` |
//! | sentences on screens and in output | `words/en/`, one file per subject |
//! | the words on the page after a session | `words/en/after.rs` |
//! | keys | `tui/input/keymap.rs`: dispatch, footers, help and README come from its table |
//! | colours, such as that of a rest | `tui/themes/*.toml`; the roles in `tui/theme.rs` |
//! | signals, such as SIGHUP | caught in `edge/signals.rs`; acted on in `edge/front/terminal.rs` (screen) and `edge/front/lines.rs` (plain mode) |
//! | what a search finds | `tui/screens/home/search.rs` |
//! | the keys of a file | the table beside each model of [`content`], composed in `content/keys.rs` |
//! | how a person's file is changed and saved | `content/edit/`, `edge/store/saving.rs` |
//! | which characters may be printed | `content/text/clean.rs`, kept by `edge/printer.rs` |
//!
//! # Style
//!
//! - **Functions before objects.** A function that takes what it needs can be read alone. A type earns its methods by
//!   keeping something true.
//! - **Public fields for plain data.** A getter says that there is something to protect.
//! - **Check at the call site.** A function asks for a `Moment`, not for an `Option` that it has to refuse.
//! - **Two functions instead of a flag.** `draw(true)` says nothing where it is called.
//! - **One noun per file, named for what it is.** Whoever looks for it finds it by its name. A parent module lists its
//!   children and holds nothing that they use, so a file can be read before those that use it.
//! - **Paths from the root, no re-exports.** A thing has one name, and a search finds every use of it.
//! - **Meaning before words.** Decisions, refusals and changes are enums up to the edge of the screen: a sentence
//!   cannot be compared, and has a language.
//! - **Errors are values with a place.** What, where, what to do. Nothing that a person, a file or the system can
//!   influence may panic.
//! - **Comments give reasons and traps.** The code says what; a test says that it holds.
//! - **Docs state the contract.** Shapes, units, ranges, errors, the source of a number; not the name again.
//! - **English.** Subject, verb, object; standard terms of the field; British spelling; positive sentences. The same
//!   word for the same thing in code, keys, screens and documents.
//! - **`pub` is what tests and benches need** through the feature `testing`; everything else is `pub(crate)`, so the
//!   compiler can say what is dead.
//!
//! Diagnostics for authors stay in English, next to the code that finds the fault.

#![cfg_attr(
    not(feature = "testing"),
    expect(
        unreachable_pub,
        reason = "`pub` is what tests and benches need; the rest is `pub(crate)`"
    )
)]

// Public with the feature `testing` only: tests, benches and the example above reach the layers so. It promises nothing
// to other programs.
#[cfg(not(feature = "testing"))]
mod cli;
#[cfg(feature = "testing")]
pub mod cli;
#[cfg(not(feature = "testing"))]
mod content;
#[cfg(feature = "testing")]
pub mod content;
#[cfg(not(feature = "testing"))]
mod edge;
#[cfg(feature = "testing")]
pub mod edge;
#[cfg(not(feature = "testing"))]
mod figure;
#[cfg(feature = "testing")]
pub mod figure;
#[cfg(not(feature = "testing"))]
mod plan;
#[cfg(feature = "testing")]
pub mod plan;
#[cfg(not(feature = "testing"))]
mod player;
#[cfg(feature = "testing")]
pub mod player;
#[cfg(not(feature = "testing"))]
mod tui;
#[cfg(feature = "testing")]
pub mod tui;
#[cfg(not(feature = "testing"))]
mod words;
#[cfg(feature = "testing")]
pub mod words;

pub use cli::run;
