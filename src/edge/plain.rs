//! The loop without a screen: lines in, lines out, in real time.

use std::io::{self, Read as _, Write as _};
use std::os::fd::AsFd as _;

use rustix::stdio::stdin;

use crate::edge::away::{Wait, wake_at};
use crate::edge::clock::Clock;
use crate::edge::job::{self, Stop};
use crate::edge::signals::{Signal, Signals};
use crate::edge::wait::{self, Interest, Readiness};
use crate::player::event::Input;
use crate::player::moment::Moment;
use crate::tui::plain::Plain;

/// Longer lines are no commands.
const LONGEST_LINE: usize = 4096;

/// Plays in lines. `begin` makes the session and its first lines.
///
/// Gives the exit code: 0 when the session is over or nobody reads any more, or 128 and the number of the signal that
/// ended it.
///
/// # Errors
/// When standard output fails otherwise than by being closed.
pub fn run(begin: impl FnOnce(Moment) -> (Plain, Vec<String>)) -> io::Result<u8> {
    let signals = Signals::catch_unless_ignored()?;
    let clock = Clock::start();
    let start = clock.moment();
    let (plain, lines) = begin(start);
    let mut talk = Talk {
        plain,
        typed: Vec::new(),
        listening: true,
    };
    match talk.turn_until_end(&signals, &clock, start, &lines) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        other => other,
    }
}

struct Talk {
    plain: Plain,
    /// The beginning of a line whose end has not come yet.
    typed: Vec<u8>,
    listening: bool,
}

impl Talk {
    /// `now` is when it began: were the clock read anew, a stop since then would not be noticed.
    fn turn_until_end(
        &mut self,
        signals: &Signals,
        clock: &Clock,
        mut now: Moment,
        first: &[String],
    ) -> io::Result<u8> {
        print(first)?;
        let mut asleep = clock.asleep();
        while self.plain.outcome().is_none() {
            let until = wake_at(now, self.plain.deadline(), None);
            let timeout = until.map(|until| until - clock.moment());
            let input = if self.listening {
                Interest::Read
            } else {
                Interest::End
            };
            let found = wait::poll(
                [(signals.as_fd(), Interest::Read), (stdin(), input)],
                timeout,
            )?;
            let (came, typing) = found
                .map_or((Readiness::Ready, Readiness::Quiet), |[came, typing]| {
                    (came, typing)
                });
            let mut stopped = false;
            if came != Readiness::Quiet {
                for signal in signals.take() {
                    match signal {
                        Signal::End(number) => {
                            return Ok(u8::try_from(128 + number).unwrap_or(u8::MAX));
                        }
                        Signal::Stop => {
                            job::stop(Stop::Process)?;
                            stopped = true;
                        }
                        Signal::Continue | Signal::Resize | Signal::Child | Signal::Nothing => {}
                    }
                }
            }
            let (last, slept) = (now, asleep);
            now = clock.moment();
            asleep = clock.asleep();
            let wait = Wait {
                last,
                until,
                woke: now,
                slept: asleep.saturating_sub(slept),
                stopped,
            };
            let away = wait.away_since().map(|since| Input::Away { since });
            print(&self.plain.feed(away.unwrap_or(Input::Tick), now))?;
            if self.listening && typing != Readiness::Quiet {
                print(&self.read(now))?;
            }
        }
        Ok(0)
    }

    /// Takes what was typed; at its end nobody is there any more.
    fn read(&mut self, now: Moment) -> Vec<String> {
        let mut bytes = [0; 1024];
        let mut lines = Vec::new();
        let read = io::stdin().lock().read(&mut bytes).unwrap_or(0);
        self.typed.extend(&bytes[..read]);
        while let Some(end) = self.typed.iter().position(|&byte| byte == b'\n') {
            let line: Vec<u8> = self.typed.drain(..=end).collect();
            lines.extend(self.plain.typed(&String::from_utf8_lossy(&line), now));
        }
        self.typed.truncate(LONGEST_LINE);
        if read == 0 {
            self.listening = false;
            if !self.typed.is_empty() {
                let line = std::mem::take(&mut self.typed);
                lines.extend(self.plain.typed(&String::from_utf8_lossy(&line), now));
            }
            lines.extend(self.plain.end_of_input(now));
        }
        lines
    }
}

fn print(lines: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()
}
