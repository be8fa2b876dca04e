//! What the program asks to have done outside: reading all routines, remembering a setting.

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crate::content::library::Library;
#[cfg(debug_assertions)]
use crate::edge::session;
use crate::edge::store::{files, profile, settings};
use crate::edge::worker::mailbox::Post;
use crate::edge::worker::outlet::Performer;
use crate::plan::profile::own::{Change, File};
use crate::plan::whom::Asked;
use crate::tui::settings::Setting;
use crate::tui::shelf::Shelf;

/// Something to be done.
#[derive(Debug)]
pub(crate) enum Errand {
    /// Read all routines anew.
    Load,
    /// Remember a setting.
    SaveSetting(Setting),
    /// Read the file of the profile.
    ReadProfile,
    /// Write it.
    SaveProfile(Box<Change>),
    /// Panic, for the tests of the endings.
    #[cfg(debug_assertions)]
    Panic,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Report {
    /// All routines.
    Loaded(Box<Shelf>),
    /// The file of the profile.
    Profile(Box<File>),
    /// It is written.
    ProfileSaved,
    /// It did not work; in words for the person.
    Failed(String),
}

/// Does the errands.
#[derive(Debug)]
pub(crate) struct Desk {
    /// What was read before the first picture.
    pub(crate) first: Arc<Library>,
    /// The folders named with `--routines`.
    pub(crate) folders: Vec<PathBuf>,
    /// For whom the routines are.
    pub(crate) asked: Asked,
    /// Where answers that take their time go.
    pub(crate) post: Post<Report>,
}

impl Performer for Desk {
    type Errand = Errand;
    type Report = Report;

    fn perform(&mut self, errand: Errand) -> Option<Report> {
        match errand {
            Errand::Load => self.load(),
            Errand::SaveSetting(setting) => settings::save(&setting).err().map(Report::Failed),
            Errand::ReadProfile => Some(match profile::file() {
                Some(file) => Report::Profile(Box::new(file)),
                None => Report::Failed("There is no home folder to keep a profile in.".to_owned()),
            }),
            Errand::SaveProfile(change) => Some(match profile::save(&change) {
                Ok(()) => Report::ProfileSaved,
                Err(why) => Report::Failed(why),
            }),
            #[cfg(debug_assertions)]
            Errand::Panic => {
                session::asked_for();
                None
            }
        }
    }
}

impl Desk {
    /// Reading ten thousand files takes its time: other errands do not wait for it.
    fn load(&self) -> Option<Report> {
        let (folders, asked, post) = (self.folders.clone(), self.asked.clone(), self.post.clone());
        let first = Arc::clone(&self.first);
        let index = move || {
            let library = first.renewed(files::layers(&folders));
            let safety = &library.shared().safety;
            let whom = asked.whom(profile::own(safety), safety);
            let whom = whom.knowing(settings::known());
            post.send(Report::Loaded(Box::new(Shelf::of(library, whom))));
        };
        let started = thread::Builder::new().name("index".into()).spawn(index);
        started
            .err()
            .map(|error| Report::Failed(format!("Your routines cannot be read now: {error}")))
    }
}
