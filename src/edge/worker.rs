//! The thread beside the loop, for everything that can block: files, locks, processes.

pub(crate) mod loader;
pub(crate) mod replies;
pub(crate) mod runner;

use std::convert::Infallible;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::edge::worker::replies::Replies;
use crate::tui::message::{Reply, Task};

/// The loop's end of the thread.
#[derive(Debug)]
pub(crate) struct Worker {
    tasks: Sender<Task>,
    /// Nothing is ever sent here: it closes when the thread has ended.
    ended: Receiver<Infallible>,
}

impl Worker {
    /// Starts the thread. It runs one task after the other, and ends when the worker is dropped and the last task is
    /// done. A task that panics has no reply; the next ones still run.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(crate) fn start(
        mut run: impl FnMut(Task) -> Option<Reply> + Send + 'static,
        replies: Replies,
    ) -> io::Result<Self> {
        let (tasks, taken) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        thread::Builder::new()
            .name("worker".into())
            .spawn(move || {
                let _end = end;
                for task in taken {
                    // A fault in one task must not take the rest down, such as the diary.
                    if let Ok(Some(reply)) = catch_unwind(AssertUnwindSafe(|| run(task))) {
                        replies.send(reply);
                    }
                }
            })?;
        Ok(Self { tasks, ended })
    }

    /// Hands over a task. Never blocks.
    pub(crate) fn send(&self, task: Task) {
        // Without a receiver the thread is gone, and so is the program.
        let _ = self.tasks.send(task);
    }

    /// Waits until all tasks are done, but no longer than `patience`; whether they are.
    pub(crate) fn finish(self, patience: Duration) -> bool {
        let Self { tasks, ended } = self;
        drop(tasks);
        ended.recv_timeout(patience) == Err(RecvTimeoutError::Disconnected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::worker::replies::{Wakes, replies};
    use crate::tui::settings::Setting;
    use crate::words::failure::Failure;

    const PATIENCE: Duration = Duration::from_secs(10);

    fn knows(routine: &str) -> Task {
        let routine = routine.to_owned();
        Task::SaveSetting(Setting::Knows { routine, yes: true })
    }

    /// Fails with the name of the routine, and panics over "bad".
    fn echo(task: Task) -> Option<Reply> {
        let Task::SaveSetting(Setting::Knows { routine, .. }) = task else {
            return None;
        };
        assert_ne!(routine, "bad", "a task that goes wrong");
        Some(Reply::Failed(Failure::Load(routine)))
    }

    fn words(inbox: &Receiver<Reply>) -> Vec<String> {
        let word = |reply| match reply {
            Reply::Failed(Failure::Load(words)) => words,
            other => panic!("{other:?}"),
        };
        inbox.try_iter().map(word).collect()
    }

    #[test]
    fn tasks_are_done_in_order_and_to_the_end() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (sender, inbox) = replies(waker);
        let worker = Worker::start(echo, sender).unwrap();
        for name in ["one", "two", "three"] {
            worker.send(knows(name));
        }
        assert!(worker.finish(PATIENCE));
        assert_eq!(words(&inbox), ["one", "two", "three"]);
    }

    #[test]
    fn one_bad_task_does_not_stop_the_next() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (sender, inbox) = replies(waker);
        let worker = Worker::start(echo, sender).unwrap();
        worker.send(knows("bad"));
        worker.send(knows("good"));
        assert!(worker.finish(PATIENCE));
        assert_eq!(words(&inbox), ["good"]);
    }

    #[test]
    fn patience_with_a_task_that_hangs_ends() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (sender, _inbox) = replies(waker);
        let (_open, gate) = mpsc::channel::<()>();
        let hang = move |_| {
            gate.recv().unwrap();
            None
        };
        let worker = Worker::start(hang, sender).unwrap();
        worker.send(knows("one"));
        assert!(!worker.finish(Duration::from_millis(10)));
    }
}
