//! Reads all routines beside the other tasks: one load at a time, and the newest request wins.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::edge::worker::replies::Replies;
use crate::tui::message::Reply;
use crate::words::failure::Failure;

/// The requested loads by number, and whether one runs.
#[derive(Debug, Default)]
struct Requests {
    newest: u64,
    is_running: bool,
}

impl Requests {
    /// Asks for a load; whether it has to be started. While one runs, it is followed by one more, however many ask.
    fn ask(&mut self) -> bool {
        self.newest += 1;
        !std::mem::replace(&mut self.is_running, true)
    }

    /// The load of this number is done; whether it is the one to show. If not, the newest runs next.
    fn done(&mut self, number: u64) -> bool {
        let is_newest = self.newest == number;
        self.is_running = !is_newest;
        is_newest
    }
}

/// Loads all routines on a thread of its own, while one is asked for.
pub(crate) struct Loader {
    requests: Arc<Mutex<Requests>>,
    load: Arc<dyn Fn() -> Reply + Send + Sync>,
    replies: Replies,
}

impl Loader {
    /// A loader that answers with what `load` gives.
    pub(crate) fn new(load: impl Fn() -> Reply + Send + Sync + 'static, replies: Replies) -> Self {
        Self {
            requests: Arc::default(),
            load: Arc::new(load),
            replies,
        }
    }

    /// Asks for a load. Never blocks for long: what is read begins after this call, and is read once for all calls that
    /// come while an older load runs. The result of a load that was overtaken is dropped.
    pub(crate) fn request(&self) {
        if !lock(&self.requests).ask() {
            return;
        }
        if let Err(error) = self.start() {
            let mut requests = lock(&self.requests);
            requests.is_running = false;
            let failed = Failure::Load(error.to_string());
            self.replies.send(Reply::Failed(failed));
        }
    }

    fn start(&self) -> io::Result<()> {
        let (requests, load) = (Arc::clone(&self.requests), Arc::clone(&self.load));
        let replies = self.replies.clone();
        let run = move || {
            loop {
                let number = lock(&requests).newest;
                let reply = catch_unwind(AssertUnwindSafe(|| load()));
                // Sent before the next load can start: no older one comes after it.
                let mut requests = lock(&requests);
                if requests.done(number) {
                    replies.send(reply.unwrap_or(Reply::Failed(Failure::LoadBroken)));
                    return;
                }
            }
        };
        thread::Builder::new().name("loader".into()).spawn(run)?;
        Ok(())
    }
}

/// The requests. Nothing that holds the lock can panic half way.
fn lock(requests: &Mutex<Requests>) -> std::sync::MutexGuard<'_, Requests> {
    requests.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::worker::replies::{Wakes, replies};
    use std::sync::mpsc::{self, Receiver, Sender};
    use std::time::Duration;

    const PATIENCE: Duration = Duration::from_secs(10);

    /// A loader whose loads are numbered, and end when they are told to.
    struct Stage {
        loader: Loader,
        begun: Receiver<u32>,
        end: Sender<bool>,
        inbox: Receiver<Reply>,
        _wakes: Wakes,
    }

    fn stage() -> Stage {
        let (wakes, waker) = Wakes::new().unwrap();
        let (sender, inbox) = replies(waker);
        let (begin, begun) = mpsc::channel();
        let (end, ended) = mpsc::channel::<bool>();
        let state = Mutex::new((0, begin, ended));
        let load = move || {
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            state.0 += 1;
            state.1.send(state.0).unwrap();
            assert!(state.2.recv().unwrap(), "a load that goes wrong");
            Reply::Failed(Failure::Load(state.0.to_string()))
        };
        Stage {
            loader: Loader::new(load, sender),
            begun,
            end,
            inbox,
            _wakes: wakes,
        }
    }

    impl Stage {
        fn begun(&self) -> u32 {
            self.begun.recv_timeout(PATIENCE).unwrap()
        }

        fn said(&self) -> String {
            match self.inbox.recv_timeout(PATIENCE).unwrap() {
                Reply::Failed(Failure::Load(words)) => words,
                Reply::Failed(Failure::LoadBroken) => "broken".to_owned(),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn requests_while_a_load_runs_become_one_more_and_the_newest_is_shown() {
        let stage = stage();
        stage.loader.request();
        assert_eq!(stage.begun(), 1);
        for _ in 0..9 {
            stage.loader.request();
        }
        assert!(stage.begun.try_recv().is_err(), "one load at a time");
        stage.end.send(true).unwrap();
        assert_eq!(stage.begun(), 2);
        stage.end.send(true).unwrap();
        assert_eq!(stage.said(), "2");
        assert!(stage.begun.try_recv().is_err() && stage.inbox.try_recv().is_err());
    }

    #[test]
    fn a_request_after_a_load_starts_another() {
        let stage = stage();
        for number in 1..=3 {
            stage.loader.request();
            assert_eq!(stage.begun(), number);
            stage.end.send(true).unwrap();
            assert_eq!(stage.said(), number.to_string());
        }
    }

    #[test]
    fn a_load_that_goes_wrong_says_so_and_the_next_one_runs() {
        let stage = stage();
        stage.loader.request();
        stage.begun();
        stage.end.send(false).unwrap();
        assert_eq!(stage.said(), "broken");
        stage.loader.request();
        assert_eq!(stage.begun(), 2);
        stage.end.send(true).unwrap();
        assert_eq!(stage.said(), "2");
    }
}
