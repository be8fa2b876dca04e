//! Runs the tasks of the worker.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;

use crate::content::library::Library;
#[cfg(debug_assertions)]
use crate::edge::panics;
use crate::edge::store::{files, profile, settings};
use crate::edge::worker::Worker;
use crate::edge::worker::replies::{Replies, Waker, replies};
use crate::plan::catalog::Catalog;
use crate::plan::whom::Asked;
use crate::tui::message::{Reply, Task};
use crate::words::failure::Failure;

/// Where routines come from, and for whom they are.
#[derive(Debug, Clone)]
pub(crate) struct Sources {
    /// What was read before the first picture.
    pub(crate) first: Arc<Library>,
    /// The folders named with `--routines`.
    pub(crate) folders: Vec<PathBuf>,
    /// For whom the routines are.
    pub(crate) asked: Asked,
}

/// Starts the worker and gives the end at which its replies come out. `waker` wakes the loop for them.
///
/// # Errors
/// When the system has no thread left.
pub(crate) fn start(sources: Sources, waker: Waker) -> io::Result<(Worker, Receiver<Reply>)> {
    let (replies, inbox) = replies(waker);
    let runner = Runner {
        sources,
        replies: replies.clone(),
    };
    let worker = Worker::start(move |task| runner.run(task), replies)?;
    Ok((worker, inbox))
}

struct Runner {
    sources: Sources,
    /// For replies that take their time.
    replies: Replies,
}

impl Runner {
    /// Runs a task. A failure is a reply like any other, never a panic.
    fn run(&self, task: Task) -> Option<Reply> {
        match task {
            Task::Load => self.load(),
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

    /// Reading ten thousand files takes its time: other tasks do not wait for it.
    fn load(&self) -> Option<Reply> {
        let (sources, replies) = (self.sources.clone(), self.replies.clone());
        let index = move || {
            let library = sources.first.renewed(files::layers(&sources.folders));
            let safety = &library.shared().safety;
            let whom = sources.asked.whom(profile::own(safety), safety);
            let whom = whom.knowing(settings::known());
            replies.send(Reply::Loaded(Box::new(Catalog::of(library, whom))));
        };
        let started = thread::Builder::new().name("index".into()).spawn(index);
        started
            .err()
            .map(|error| Reply::Failed(Failure::Load(error.to_string())))
    }
}
