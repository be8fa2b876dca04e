//! Runs the tasks of the worker.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use crate::content::file::FileKind;
use crate::content::library::Library;
#[cfg(debug_assertions)]
use crate::edge::panics;
use crate::edge::store::text_cache::TextCache;
use crate::edge::store::{files, profile, settings};
use crate::edge::worker::Worker;
use crate::edge::worker::loader::Loader;
use crate::edge::worker::replies::{Waker, replies};
use crate::plan::catalog::Catalog;
use crate::plan::whom::RecipientChoice;
use crate::tui::message::{Reply, Task};
use crate::words::failure::Failure;

/// The sources of routines, and their recipient.
#[derive(Debug, Clone)]
pub(crate) struct Sources {
    /// The library read before the first picture.
    pub(crate) first: Arc<Library>,
    /// The folders named with `--routines`.
    pub(crate) folders: Vec<PathBuf>,
    /// The file of a routine that was named in place of an id.
    pub(crate) file: Option<PathBuf>,
    /// The recipient of the routines.
    pub(crate) asked: RecipientChoice,
}

/// Starts the worker and gives the end at which its replies come out. `waker` wakes the loop for them.
///
/// # Errors
/// When the system has no thread left.
pub(crate) fn start(sources: Sources, waker: Waker) -> io::Result<(Worker, Receiver<Reply>)> {
    let (replies, inbox) = replies(waker);
    let last = Mutex::new((Arc::clone(&sources.first), TextCache::default()));
    let load = move || Reply::Loaded(Box::new(load(&sources, &last)));
    let runner = Runner {
        loader: Loader::new(load, replies.clone()),
    };
    let worker = Worker::start(move |task| runner.run(task), replies)?;
    Ok((worker, inbox))
}

struct Runner {
    /// Reading ten thousand files takes its time: other tasks do not wait for it.
    loader: Loader,
}

impl Runner {
    /// Runs a task. A failure is a reply like any other, never a panic.
    fn run(&self, task: Task) -> Option<Reply> {
        match task {
            Task::Load => {
                self.loader.request();
                None
            }
            Task::SaveSetting(setting) => {
                let failed = settings::save(&setting).err().map(Failure::Setting);
                failed.map(Reply::Failed)
            }
            Task::ReadProfile => Some(match profile::file() {
                Some(file) => Reply::Profile(Box::new(file)),
                None => Reply::Failed(Failure::NoHome),
            }),
            Task::SaveProfile(change) => Some(match profile::save(&change) {
                Ok(()) => Reply::ProfileSaved,
                Err(why) => Reply::Failed(why),
            }),
            #[cfg(debug_assertions)]
            Task::Panic => panics::panic_on_request(),
        }
    }
}

/// Reads all routines. What has not changed is taken from the last library that was read.
fn load(sources: &Sources, last: &Mutex<(Arc<Library>, TextCache)>) -> Catalog {
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    let (last, texts) = &mut *last;
    let mut layers = files::layers_again(&sources.folders, texts);
    let file = sources.file.as_deref();
    layers.extend(file.map(|path| files::layer_of(path, FileKind::Routine)));
    let library = Arc::new(last.renewed(layers));
    *last = Arc::clone(&library);
    let safety = &library.shared().safety;
    let whom = sources.asked.whom(profile::own(safety), safety);
    let whom = settings::remembered_for(whom);
    let catalog = Catalog::of(library, whom);
    // The list shows them all: they are worked out here, not in the loop.
    catalog.rows();
    catalog
}
