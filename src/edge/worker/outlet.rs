//! The thread for everything that can block: files, locks, processes, sound.

use std::convert::Infallible;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::edge::worker::mailbox::Post;

/// Does the errands of the program, in the thread of the outlet.
pub(crate) trait Performer: Send + 'static {
    /// What it is asked to do.
    type Errand: Send + 'static;
    /// What it answers.
    type Report: Send + 'static;

    /// Does an errand. A failure is an answer like any other, never a panic.
    fn perform(&mut self, errand: Self::Errand) -> Option<Self::Report>;

    /// A child process of this program ended: the time to reap the ones that were spawned here.
    fn child_ended(&mut self) {}
}

enum Order<E> {
    Errand(E),
    ChildEnded,
}

/// The loop's end of the outlet.
#[derive(Debug)]
pub(crate) struct Outlet<E> {
    orders: Sender<Order<E>>,
    /// Nothing is ever sent here: it closes when the thread has ended.
    ended: Receiver<Infallible>,
}

impl<E: Send + 'static> Outlet<E> {
    /// Starts the thread. It does one errand after the other, and ends when the outlet is dropped
    /// and the last errand is done.
    pub(crate) fn start<P>(mut performer: P, post: Post<P::Report>) -> io::Result<Self>
    where
        P: Performer<Errand = E>,
    {
        let (orders, taken) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        thread::Builder::new()
            .name("outlet".into())
            .spawn(move || {
                let _end = end;
                for order in taken {
                    let done = catch_unwind(AssertUnwindSafe(|| match order {
                        Order::Errand(errand) => performer.perform(errand),
                        Order::ChildEnded => {
                            performer.child_ended();
                            None
                        }
                    }));
                    // A mistake in one errand must not take the rest down, such as the diary.
                    if let Ok(Some(report)) = done {
                        post.send(report);
                    }
                }
            })?;
        Ok(Self { orders, ended })
    }

    /// An outlet without a thread, for a program that has no errands.
    pub(crate) fn idle() -> Self {
        let (orders, _) = mpsc::channel();
        let (_, ended) = mpsc::channel();
        Self { orders, ended }
    }

    /// Hands over an errand. Never blocks.
    pub(crate) fn send(&self, errand: E) {
        // Without a receiver the thread is gone, and so is the program.
        let _ = self.orders.send(Order::Errand(errand));
    }

    /// Tells that a child process ended.
    pub(crate) fn child_ended(&self) {
        let _ = self.orders.send(Order::ChildEnded);
    }

    /// Waits for the errands handed over, but no longer than `patience`; whether all are done.
    pub(crate) fn finish(self, patience: Duration) -> bool {
        let Self { orders, ended } = self;
        drop(orders);
        ended.recv_timeout(patience) == Err(RecvTimeoutError::Disconnected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edge::worker::mailbox::{Wakes, mailbox};

    struct Doubler {
        gate: Option<Receiver<()>>,
    }

    impl Performer for Doubler {
        type Errand = u32;
        type Report = u32;

        fn perform(&mut self, errand: u32) -> Option<u32> {
            assert_ne!(errand, 13, "an errand that goes wrong");
            if let Some(gate) = &self.gate {
                gate.recv().unwrap();
            }
            Some(errand * 2)
        }
    }

    const PATIENCE: Duration = Duration::from_secs(10);

    #[test]
    fn errands_are_done_in_order_and_to_the_end() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (post, inbox) = mailbox(waker);
        let outlet = Outlet::start(Doubler { gate: None }, post).unwrap();
        for errand in 1..=3 {
            outlet.send(errand);
        }
        assert!(outlet.finish(PATIENCE));
        assert_eq!(inbox.try_iter().collect::<Vec<_>>(), [2, 4, 6]);
    }

    #[test]
    fn one_bad_errand_does_not_stop_the_next() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (post, inbox) = mailbox(waker);
        let outlet = Outlet::start(Doubler { gate: None }, post).unwrap();
        outlet.send(13);
        outlet.send(4);
        assert!(outlet.finish(PATIENCE));
        assert_eq!(inbox.try_iter().collect::<Vec<_>>(), [8]);
    }

    #[test]
    fn patience_with_an_errand_that_hangs_ends() {
        let (_wakes, waker) = Wakes::new().unwrap();
        let (post, _inbox) = mailbox(waker);
        let (_open, gate) = mpsc::channel();
        let outlet = Outlet::start(Doubler { gate: Some(gate) }, post).unwrap();
        outlet.send(1);
        assert!(!outlet.finish(Duration::from_millis(10)));
    }
}
