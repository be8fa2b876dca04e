//! Turns the events of a session into words and sounds. It knows no device, no clock and no screen.

use crate::plan::cue::{Cue, Sound};
use crate::player::event::{Event, Outcome, Stamped};

/// Something to be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Words. They begin at once, over nothing that is being said.
    Say(String),
    /// A sound. It ends by itself.
    Chime(Sound),
    /// Stops speech at once, even in the middle of a word. Sounds go on.
    Hush,
}

/// Returns the words and sounds of events, in order, each at the moment at which it was due.
///
/// The words of a segment end with it. The last words of a routine are spoken to their end.
pub fn narrate(events: &[Stamped<Event>]) -> Vec<Stamped<Heard>> {
    let stamped = |at, event| Stamped { at, event };
    let of = |one: &Stamped<Event>| {
        let at = one.at;
        of_event(&one.event)
            .into_iter()
            .map(move |heard| stamped(at, heard))
    };
    events.iter().flat_map(of).collect()
}

/// Returns the sound of a cue, then its words.
pub(crate) fn of_cue(cue: &Cue) -> Vec<Heard> {
    let sound = cue.sound.map(Heard::Chime);
    let words = cue.say.clone().map(Heard::Say);
    sound.into_iter().chain(words).collect()
}

fn of_event(event: &Event) -> Vec<Heard> {
    match event {
        Event::Cue(cue) => of_cue(cue),
        Event::Entered(_) | Event::Paused(_) | Event::Over(Outcome::Stopped) => vec![Heard::Hush],
        Event::Over(Outcome::Finished)
        | Event::CountIn
        | Event::Resumed
        | Event::Lengthened(_)
        | Event::Varied { .. }
        | Event::NoVariant(_)
        | Event::Hurt { .. }
        | Event::Skipped { .. }
        | Event::Confirmed { .. } => Vec::new(),
    }
}
