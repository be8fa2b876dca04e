//! Reading keys.

use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};

use crate::edge::woken::Woken;

/// How long crossterm is given to say whether there is more. It looks at the time before anything
/// else, so that zero always means no; and below a millisecond it does not sleep.
const GLANCE: Duration = Duration::from_micros(100);

/// The most events taken at once: with somebody pasting without end there is still time for the rest.
const MOST: usize = 4096;

/// What reading came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Drained {
    /// Nothing is left: the next key makes the terminal readable.
    All,
    /// There is more, and part of it is in crossterm already, where `poll(2)` does not see it.
    Part,
    /// The terminal was readable and gave nothing.
    Nothing,
}

/// Takes all events that there are. Never waits for the end of one that came in part.
///
/// The terminal has to have VMIN = 0. Look for its end first: reading a terminal that is gone fails
/// only here, where it is taken for "no more" and left for the next wait to find.
pub(crate) fn drain(woken: &mut Vec<Woken>) -> Drained {
    let mut seen = 0;
    // A process that had to wait for its processor can find the time over with a key in hand, and
    // crossterm keeps it for the next call. Twice in a row is a no.
    let mut noes = 0;
    while noes < 2 {
        match event::poll(GLANCE) {
            Ok(true) => {}
            Ok(false) => {
                noes += 1;
                continue;
            }
            Err(_) => break,
        }
        noes = 0;
        let Ok(event) = event::read() else { break };
        woken.extend(meant(event));
        seen += 1;
        if seen == MOST {
            return Drained::Part;
        }
    }
    if seen == 0 {
        Drained::Nothing
    } else {
        Drained::All
    }
}

/// A new size comes as a signal too, and only that one counts: crossterm notices it only here.
fn meant(event: Event) -> Option<Woken> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => Some(Woken::Key(key)),
        Event::Paste(text) => Some(Woken::Paste(text)),
        _ => None,
    }
}
