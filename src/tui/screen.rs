//! The interface of a screen. Each is one file or folder of [`screens`](crate::tui::screens), with its state, what its
//! keys do, and how it is drawn.

use std::fmt::Debug;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::player::event::Input;
use crate::player::moment::Moment;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::message::{Effect, Now};
use crate::tui::settings::Setting;
use crate::tui::world::World;

/// A screen. What it has no use for, it leaves out.
pub(crate) trait Screen: Debug {
    /// Returns the context that keys go to.
    fn context(&self) -> Context;

    /// Does what a key means here.
    fn act(&mut self, action: Action, world: &mut World, now: Now) -> Next;

    /// Takes a key that means nothing here: somebody types.
    fn typed(&mut self, _key: Key, _world: &mut World, _now: Now) {}

    /// Takes what was pasted. It may hold anything.
    fn pasted(&mut self, _text: &str, _world: &World) {}

    /// Tells a session something. Others have none.
    fn feed(&mut self, _input: Input, _now: Now) -> Vec<Effect> {
        Vec::new()
    }

    /// A task failed. Whether the screen says so itself.
    fn failed(&mut self, _words: &str) -> bool {
        false
    }

    /// The profile was written.
    fn saved(&self) -> Next {
        Next::Stay
    }

    /// The routines were read again.
    fn reloaded(&self) -> Next {
        Next::Stay
    }

    /// Returns the screen that takes its place without input.
    fn successor(&self, _world: &World, _now: Now) -> Option<Box<dyn Screen>> {
        None
    }

    /// The next moment at which it acts without input.
    fn deadline(&self) -> Option<Moment> {
        None
    }

    /// The next moment at which it changes without input.
    fn next_change(&self, _world: &World, _now: Now) -> Option<Moment> {
        None
    }

    /// Draws it as it is. Changes nothing.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, now: Now);
}

/// The result of a key.
#[derive(Debug)]
pub(crate) enum Next {
    /// The screen stays.
    Stay,
    /// It stays, and asks for something.
    Do(Vec<Effect>),
    /// It closes: the list comes back; without one, the program ends.
    Close,
    /// The list comes back, in the order that holds now.
    List,
    /// The page before a routine, by its id; or why it is not played.
    Open(String),
    /// The page before a routine again; without one, why nothing is played at all, or the list.
    Return(Option<String>),
    /// A routine plays from its beginning.
    Play(String),
    /// The question about what is new today.
    Today {
        /// The routine to return to.
        back: Option<String>,
        /// The routine to select.
        select: Option<String>,
    },
    /// The page about the person.
    Profile {
        /// The condition to open it at.
        at: Option<String>,
    },
    /// A setting is chosen.
    Choose(Setting),
}
