//! The page about the person: the form of the profile, or why the profile cannot be changed.

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
use crate::plan::profile::own::{Content, Own, ProfileFile};
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screen::{Next, Screen};
use crate::tui::screens::profile::form::{Form, FormOutcome};
use crate::tui::screens::profile::unread::Unread;
use crate::tui::world::World;

/// The page.
#[derive(Clone, Debug)]
pub(crate) struct AboutYou(ProfilePage);

#[derive(Clone, Debug)]
enum ProfilePage {
    Form(Box<Form>),
    Unread(Box<Unread>),
}

impl AboutYou {
    /// The page for a file on a day.
    pub(crate) fn open(file: ProfileFile, safety: &Safety, today: NaiveDate) -> Self {
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
            ProfilePage::Form(Box::new(form))
        } else {
            let found: Vec<Diagnostic> = found.into_iter().chain(exposed).collect();
            let unread = Unread::new(path, was, &text, &found, read);
            ProfilePage::Unread(Box::new(unread))
        })
    }

    /// Selects the question of a condition.
    pub(crate) fn select(&mut self, condition: &str) {
        if let ProfilePage::Form(form) = &mut self.0 {
            form.select(condition);
        }
    }
}

impl Screen for AboutYou {
    fn context(&self) -> Context {
        match &self.0 {
            ProfilePage::Form(form) => form.context(),
            ProfilePage::Unread(_) => Context::Unread,
        }
    }

    fn act(&mut self, action: Action, world: &mut World, now: Now) -> Next {
        match &mut self.0 {
            ProfilePage::Form(form) => match form.act(action, world.area) {
                FormOutcome::Stay => Next::Stay,
                FormOutcome::Close => Next::Close,
                FormOutcome::Save(change) => Next::Do(vec![Effect::Do(Task::SaveProfile(change))]),
            },
            ProfilePage::Unread(unread) => match unread.act(action, world) {
                Action::Close => Next::Close,
                Action::NewFile => {
                    let safety = &world.catalog.library().shared().safety;
                    let form = unread.new_file(safety, now.wall.date_naive());
                    self.0 = ProfilePage::Form(Box::new(form));
                    Next::Stay
                }
                _ => Next::Stay,
            },
        }
    }

    fn typed(&mut self, key: Key, _world: &mut World, _now: Now) {
        if let ProfilePage::Form(form) = &mut self.0 {
            form.typed(key);
        }
    }

    fn pasted(&mut self, text: &str, _world: &World) {
        if let ProfilePage::Form(form) = &mut self.0 {
            form.pasted(text);
        }
    }

    /// Takes the failure if the page was being saved. The answers stay.
    fn failed(&mut self, words: &str) -> bool {
        match &mut self.0 {
            ProfilePage::Form(form) => form.failed(words),
            ProfilePage::Unread(_) => false,
        }
    }

    fn saved(&self) -> Next {
        Next::Close
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, _now: Now) {
        match &self.0 {
            ProfilePage::Form(form) => form.draw(frame, area, &world.theme),
            ProfilePage::Unread(unread) => unread.draw(frame, area, &world.theme),
        }
    }
}
