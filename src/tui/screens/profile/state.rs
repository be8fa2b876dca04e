//! The states of the form, which decide what keys do.

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::widgets::choices::{Answer, Choices};
use crate::words::en::form;

/// The answers about keeping the changes. The first loses and writes nothing.
const KEEP: &[Answer] = &[
    (Action::Close, form::BACK, form::BACK),
    (Action::Yes, form::KEEP_THEM, form::KEEP_SHORT),
    (Action::No, form::DROP_THEM, form::DROP_SHORT),
];

/// The state of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Choosing and changing answers.
    Filling,
    /// Typing one.
    Typing,
    /// Asked whether to keep the changes.
    Leaving(Choices),
    /// Waiting for them to be written.
    Saving,
}

impl State {
    /// Asks whether to keep the changes.
    pub(crate) const fn leaving() -> Self {
        Self::Leaving(Choices::new(Context::Keep, KEEP))
    }
}
