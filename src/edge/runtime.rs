//! The loop: show what changed, wait, feed, perform. One for the screen and for lines.

use std::io;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::edge::away::{Wait, wake_at};
use crate::edge::clock::Clock;
use crate::edge::front::{Front, Shown, Suspended};
use crate::edge::panics;
use crate::edge::printer;
use crate::edge::woken::{Ending, Wake};
use crate::edge::worker::Worker;
use crate::player::moment::Moment;
#[cfg(debug_assertions)]
use crate::tui::message::Task;
use crate::tui::message::{Effect, Msg, Now, Reply};
use crate::tui::program::Program;
use crate::words::en::system;

/// The most time for the last tasks once the screen is left.
const PATIENCE: Duration = Duration::from_secs(2);

/// A program and all that it runs on.
pub(crate) struct Runtime<P, F> {
    program: P,
    front: F,
    clock: Clock,
    worker: Worker,
    replies: Receiver<Reply>,
    /// When the loop was last known to be awake.
    now: Now,
    /// The total time that the machine had slept by then.
    asleep: Duration,
    changed: bool,
}

impl<P: Program, F: Front<P>> Runtime<P, F> {
    /// Puts the parts together; nothing runs yet. `now` is when the program began: were the clock
    /// read again, a stop since then would not be noticed.
    pub(crate) fn new(
        program: P,
        now: Now,
        front: F,
        clock: Clock,
        worker: Worker,
        replies: Receiver<Reply>,
    ) -> Self {
        Self {
            now,
            asleep: clock.asleep(),
            changed: true,
            program,
            front,
            clock,
            worker,
            replies,
        }
    }

    /// Runs the program to its end. The terminal is given back before the last tasks are waited
    /// for, so that nobody sits before a dead screen.
    pub(crate) fn run(mut self) -> io::Result<Ending> {
        let ending = match self.turn_until_end() {
            Ok(Ending::Quit) => self.front.finish(&self.program, self.now),
            other => other,
        };
        if !matches!(ending, Ok(Ending::Quit)) {
            // A wish to quit or to stop is too late now.
            for effect in self.program.update(Msg::Ending, self.now) {
                if let Effect::Do(task) = effect {
                    self.worker.send(task);
                }
            }
        }
        self.front.leave();
        if !self.worker.finish(PATIENCE) {
            printer::message(system::MAYBE_NOT_SAVED);
        }
        panics::tell();
        ending
    }

    fn turn_until_end(&mut self) -> io::Result<Ending> {
        loop {
            if self.changed {
                match self.front.show(&self.program, self.now)? {
                    Shown::Yes => {
                        self.changed = false;
                        self.program.shown();
                    }
                    Shown::Later => {}
                    Shown::Ended(ending) => return Ok(ending),
                }
            }
            let change = self.program.next_change(self.now);
            let until = wake_at(self.now.mono, self.program.deadline(), change);
            let timeout = until.map(|until| until - self.clock.moment());
            let woken = self.front.wait(timeout, self.changed)?;
            if let Some(ending) = self.feed_all(woken, until)? {
                return Ok(ending);
            }
        }
    }

    /// Feeds everything that one wait brought; it is shown once for all of it.
    fn feed_all(&mut self, woken: Vec<Wake>, until: Option<Moment>) -> io::Result<Option<Ending>> {
        let stopped = woken.contains(&Wake::Stopped);
        let wait = self.look_at_clock(until, stopped);
        let due = until.is_some_and(|until| until <= self.now.mono);
        if let Some(since) = wait.away_since() {
            let ending = self.feed(Msg::Away { since })?;
            if ending.is_some() {
                return Ok(ending);
            }
        }
        if due {
            let ending = self.feed(Msg::Tick)?;
            if ending.is_some() {
                return Ok(ending);
            }
        }
        for woken in woken {
            if let Some(ending) = self.front.ending() {
                return Ok(Some(ending));
            }
            let ending = match woken {
                Wake::Key(key) => self.feed(Msg::Key(key))?,
                Wake::Paste(text) => self.feed(Msg::Paste(text))?,
                Wake::Line(line) => self.feed(Msg::Line(line))?,
                Wake::EndOfInput => self.feed(Msg::EndOfInput)?,
                Wake::Resized(width, height) => self.feed(Msg::Resized(width, height))?,
                Wake::Reply => self.feed_replies()?,
                // Whoever started the child looks after it.
                Wake::Child => None,
                Wake::Continued | Wake::Stopped => {
                    self.changed = true;
                    None
                }
                Wake::Ended(ending) => Some(ending),
            };
            if ending.is_some() {
                return Ok(ending);
            }
        }
        Ok(None)
    }

    fn feed_replies(&mut self) -> io::Result<Option<Ending>> {
        while let Ok(reply) = self.replies.try_recv() {
            if let Some(ending) = self.feed(Msg::Reply(reply))? {
                return Ok(Some(ending));
            }
        }
        Ok(None)
    }

    fn feed(&mut self, msg: Msg) -> io::Result<Option<Ending>> {
        #[cfg(debug_assertions)]
        if let Msg::Key(key) = &msg
            && panics::is_requested(*key)
        {
            self.worker.send(Task::Panic);
        }
        let effects = self.program.update(msg, self.now);
        self.changed = true;
        let mut quit = false;
        let mut suspend = false;
        for effect in effects {
            match effect {
                Effect::Quit => quit = true,
                Effect::Suspend => suspend = true,
                Effect::Do(task) => self.worker.send(task),
                // There is no speaker yet.
                Effect::Hear(_) => {}
            }
        }
        if quit {
            Ok(Some(Ending::Quit))
        } else if suspend {
            self.suspend()
        } else {
            Ok(None)
        }
    }

    fn suspend(&mut self) -> io::Result<Option<Ending>> {
        match self.front.suspend()? {
            Suspended::Refused => Ok(None),
            Suspended::Ended(ending) => Ok(Some(ending)),
            Suspended::Back => match self.look_at_clock(None, true).away_since() {
                Some(since) => self.feed(Msg::Away { since }),
                None => Ok(None),
            },
        }
    }

    /// Reads the clocks after a wait; what they say about it.
    fn look_at_clock(&mut self, until: Option<Moment>, stopped: bool) -> Wait {
        let last = self.now.mono;
        let slept_before = self.asleep;
        self.now = self.clock.now();
        self.asleep = self.clock.asleep();
        Wait {
            last,
            until,
            woke: self.now.mono,
            slept: self.asleep.saturating_sub(slept_before),
            stopped,
        }
    }
}
