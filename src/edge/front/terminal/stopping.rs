//! Going away from the terminal and coming back to it, as a job of a shell.

use std::io;
use std::os::fd::AsFd;
use std::time::Duration;

use crate::edge::front::Suspended;
use crate::edge::front::terminal::{Terminal, is_hang_up};
use crate::edge::job::{self, StopTarget};
use crate::edge::wait::{self, Interest, Readiness};
use crate::edge::woken::Ending;

/// The time for which a job that resumes in the background looks for signals before it stops again.
const GRACE: Duration = Duration::from_millis(100);

impl Terminal {
    /// Gives the terminal to the shell and stops.
    pub(crate) fn stop(&mut self, who: StopTarget) -> io::Result<Suspended> {
        if job::is_orphaned() {
            return Ok(Suspended::Refused);
        }
        self.give_back();
        job::stop(who)?;
        Ok(match self.come_back()? {
            None => Suspended::Back,
            Some(ending) => Suspended::Ended(ending),
        })
    }

    /// After a stop: takes the terminal again as soon as it is ours.
    pub(crate) fn come_back(&mut self) -> io::Result<Option<Ending>> {
        let ending = self.regain_foreground()?;
        if ending.is_none() {
            match self.resume() {
                Err(error) if is_hang_up(&error) => return Ok(Some(Ending::HangUp)),
                resumed => resumed?,
            }
        }
        Ok(ending)
    }

    /// Stops until the job is in the foreground, or something ends the program.
    ///
    /// The kernel would stop it too, on the first change of the modes. But it does so again and again
    /// without ever returning from there: a `kill` of the stopped job would never be seen.
    pub(crate) fn regain_foreground(&mut self) -> io::Result<Option<Ending>> {
        loop {
            if let Some(number) = self.signals.ending() {
                return Ok(Some(Ending::Signal(number)));
            }
            if job::in_foreground() {
                self.signals.forget_stop();
                return Ok(None);
            }
            if job::is_orphaned() {
                return Ok(Some(Ending::HangUp));
            }
            // A signal that came together with the continue may still be in the hands of another
            // thread. Once stopped, nobody would look at it.
            let signals = [(self.signals.as_fd(), Interest::Read)];
            match wait::poll(signals, Some(GRACE))? {
                // Not if `fg` came meanwhile: bash sends no signal to a job that runs.
                Some([Readiness::Quiet]) if !job::in_foreground() => job::stop(StopTarget::Job)?,
                _ => self.signals.empty_pipe(),
            }
        }
    }
}
