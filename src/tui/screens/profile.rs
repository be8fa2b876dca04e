//! The page about the person: the form of the profile, or what keeps it from being filled in.

pub(crate) mod answers;
pub(crate) mod fault;
pub(crate) mod form;
pub(crate) mod paint;
pub(crate) mod question;
pub(crate) mod state;
pub(crate) mod unread;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::content::diagnostic::Diagnostic;
use crate::content::safety::rulebook::Safety;
use crate::plan::profile::edit::is_editable;
use crate::plan::profile::model::Profile;
use crate::plan::profile::own::{Change, Content, File, Own};
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::screens::profile::form::Form;
use crate::tui::screens::profile::unread::Unread;
use crate::tui::theme::Theme;

/// The page.
#[derive(Clone, Debug)]
pub(crate) struct AboutYou(Page);

#[derive(Clone, Debug)]
enum Page {
    Form(Box<Form>),
    Unread(Box<Unread>),
}

/// What a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The page stays.
    Stay,
    /// Nothing is to be kept: the page closes.
    Close,
    /// This is to be written; the page stays until it is.
    Save(Box<Change>),
}

impl AboutYou {
    /// The page for a file on a day.
    pub(crate) fn open(file: File, safety: &Safety, today: NaiveDate) -> Self {
        let path = file.path.clone();
        let was = file.content.clone();
        let exposed = file.exposed.clone();
        let own = Own::of(file, safety, today);
        let (text, found, read) = match own {
            None => (String::new(), Vec::new(), Profile::default()),
            Some(own) => {
                let read = own.read.map(|(_, profile)| profile);
                (own.text, own.found, read.unwrap_or_default())
            }
        };
        let is_whole = matches!(was, Content::Missing | Content::Text(_));
        Self(if is_whole && is_editable(&text) {
            let mut form = Form::new(path, was, text, &found, read, safety, today);
            form.exposed = exposed;
            Page::Form(Box::new(form))
        } else {
            let found: Vec<Diagnostic> = found.into_iter().chain(exposed).collect();
            let unread = Unread::new(path, was, &text, &found, read);
            Page::Unread(Box::new(unread))
        })
    }

    /// Goes to the question in which a condition is said.
    pub(crate) fn select(&mut self, condition: &str) {
        if let Page::Form(form) = &mut self.0 {
            form.select(condition);
        }
    }

    /// Where keys go.
    pub(crate) fn context(&self) -> Context {
        match &self.0 {
            Page::Form(form) => form.context(),
            Page::Unread(_) => Context::Unread,
        }
    }

    /// Does what a key is bound to.
    pub(crate) fn act(&mut self, action: Action, safety: &Safety, today: NaiveDate) -> Outcome {
        match &mut self.0 {
            Page::Form(form) => form.act(action),
            Page::Unread(unread) => match unread.act(action) {
                Action::Close => Outcome::Close,
                Action::StartAnew => {
                    self.0 = Page::Form(Box::new(unread.anew(safety, today)));
                    Outcome::Stay
                }
                _ => Outcome::Stay,
            },
        }
    }

    /// Takes a key that is bound to nothing.
    pub(crate) fn typed(&mut self, key: Key) {
        if let Page::Form(form) = &mut self.0 {
            form.typed(key);
        }
    }

    /// Takes what was pasted. It may hold anything.
    pub(crate) fn pasted(&mut self, text: &str) {
        if let Page::Form(form) = &mut self.0 {
            form.pasted(text);
        }
    }

    /// Something did not work. Whether it was the writing of this page: then it says so, and what was answered stays.
    pub(crate) fn failed(&mut self, words: &str) -> bool {
        match &mut self.0 {
            Page::Form(form) => form.failed(words),
            Page::Unread(_) => false,
        }
    }

    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        match &self.0 {
            Page::Form(form) => form.draw(frame, area, theme),
            Page::Unread(unread) => unread.draw(frame, area, theme),
        }
    }
}
