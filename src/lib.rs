//! supple: a guided-routine player for the terminal.
//!
//! The program loads stretching, yoga and other gentle routines from TOML files and leads a person through timed
//! steps. This page is the map; the README is for those who use it.
//!
//! # Layers
//!
//! Each folder is a layer and uses only those above it in this list. A test keeps it so.
//!
//! | layer | what it does | knows nothing of |
//! |---|---|---|
//! | [`content`] | what people write: TOML in, model and diagnostics out | files, time |
//! | [`plan`] | a routine in, a timetable with its cues out | time |
//! | [`figure`] | the drawn body of an exercise: poses in, shapes out | time, colours |
//! | [`player`] | the session: a machine that plays a timetable | clocks: time comes in as a value |
//! | [`words`] | what people read: decisions in, sentences out | screens |
//! | [`tui`] | the screens: messages in, effects out, drawing changes nothing | the terminal |
//! | [`edge`] | the only readers of clock, files, terminal and processes | commands |
//! | [`cli`] | one file a command | |
//!
//! # The way of a routine
//!
//! [`edge::store::files`] reads files into [`content::file::Layer`]s: bundled, the person's own, further folders.
//! [`Library::of`](content::library::Library::of) decodes them, lays them over each other and checks what refers to
//! what; a broken file is an entry with findings, never a reason to stop.
//! [`lower`](plan::lower::lower) makes a flat [`Timetable`](plan::timetable::Timetable) of a routine: prepare, work,
//! switch, rest, confirm. [`Session`](player::session::Session) plays it:
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
//! On the screen, and in lines, the driver is `edge::runtime`: show what changed, sleep in `poll(2)` until the next
//! deadline, visible change, key or signal, feed, perform. Nothing ticks: a counting screen wakes once a second, a paused
//! one never.
//!
//! # Where things are decided
//!
//! Times and sides in [`plan::lower`]; who may do what in [`plan::screening`], by the rules of `safety.toml`; what
//! gives way when time is short in [`plan::fit`]; all of it together in [`plan::tailor`], the only way to
//! what is played; what easier and harder change in [`plan::vary`]; what is offered in place of something in
//! [`plan::suggest`], and in which order the list stands in [`tui::screens::home::ranking`]; what a profile means in
//! [`plan::profile`], what an unknown word of it may have meant in [`content::safety`], and what its form writes in
//! [`plan::profile::edit`]; what keeps the rules from being relied on in [`plan::worries`], for every screen and command
//! at once; how a decision, a worry or a fault of an answer is worded in [`words::en`]; the call for help in
//! [`plan::emergency`]; what is said and sounded in [`plan::cue`]; how words are compared that people type in [`content::text::folded`], and what a search finds in
//! [`tui::screens::home::search`]; what a key does in [`tui::input::keymap`], and which key a letter of another script lies on in
//! [`tui::input::layout`]; what the terminal can show in [`tui::display`]; what fits on a small screen in
//! [`tui::screens::player::rows`]; what a file may hold in the `KEYS` of each module of [`content`], and how long it may be in
//! `content::toml::fields::length`; what is meant by a name in [`content::names`]; which words can be printed in
//! [`content::text::clean`], and that all are, in [`edge::printer`]; how a person's file is changed without loss in
//! [`content::edit::splice`], and saved in [`edge::store::saving`].

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
