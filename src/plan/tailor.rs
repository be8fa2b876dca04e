//! Adapts a routine to one person and to the available time.
//!
//! The only way from a routine to what is played: pace, then screening, then fitting. Nothing plays that did not come
//! through here.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::file::Origin;
use crate::content::library::Library;
use crate::content::pace::Pace;
use crate::content::routine::Routine;
use crate::plan::fit::change::FitChange;
use crate::plan::fit::{Fitted, NoFit, fit, limits};
use crate::plan::lower::lay_out;
use crate::plan::outline::Outline;
use crate::plan::person::Person;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::screening::{Screened, screen_overruled};
use crate::plan::suggest::suggest;
use crate::plan::timetable::Timetable;
use crate::plan::vary::variant;
use crate::plan::whom::Recipient;

/// The requests for this session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The wanted length in minutes; `None` keeps the authored one.
    pub minutes: Option<u32>,
    /// The steps for which the person has overruled the rules, by number; only in their own routines.
    pub overruled: Vec<u32>,
}

/// A routine adapted to a person and a request.
#[derive(Clone, Debug)]
pub struct Tailored {
    /// The timetable to play; `None` when the rules let nothing play.
    pub timetable: Option<Timetable>,
    /// The decisions of the rules, in order of steps.
    pub decisions: Vec<Decision>,
    /// The changes by fitting, in order of steps.
    pub(crate) changes: Vec<FitChange>,
    /// Steps of which nothing is known, by their names: nobody can say whether they suit this person.
    pub unknown: Vec<String>,
}

/// The reason why nothing could be made.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// The file cannot be played.
    Unsound(Diagnostic),
    /// It cannot take as long as was asked.
    NoFit {
        /// The reason.
        why: NoFit,
        /// The shortest and the longest possible length. Zero at most: nothing in it is timed.
        limits: (Duration, Duration),
    },
}

impl Tailored {
    /// The decision for which nothing is played.
    pub fn refusal(&self) -> Option<&Decision> {
        self.timetable.is_none().then(|| {
            self.decisions.iter().rfind(|decision| {
                matches!(
                    decision.action,
                    Ruling::Block | Ruling::Redirect | Ruling::FullStop
                )
            })
        })?
    }

    /// Counts the steps that differ from the file.
    pub fn adapted(&self) -> usize {
        let decisions = self.decisions.iter();
        decisions.filter(|decision| decision.is_change()).count()
    }

    /// Counts the steps that need care.
    pub(crate) fn careful(&self) -> usize {
        let decisions = self.decisions.iter();
        let careful = decisions.filter(|decision| decision.action == Ruling::Precaution);
        let steps: BTreeSet<Option<u32>> = careful.map(|decision| decision.step).collect();
        steps.len()
    }
}

/// Adapts a routine to a person and a request.
///
/// Overruled decisions count only in the person's own routines. A refusal by the rules names the routine to play
/// instead, when there is one.
///
/// # Errors
/// When the file cannot be played, or cannot take as long as was asked.
pub fn tailor(
    entry: &Entry<Routine>,
    library: &Library,
    whom: &Recipient,
    wish: &Request,
) -> Result<Tailored, Refusal> {
    let mut tailored = judge(entry, library, whom, wish)?;
    match &mut tailored.timetable {
        Some(timetable) => variant::add(timetable, library, whom),
        None => offer_instead(&mut tailored, entry, library, whom),
    }
    Ok(tailored)
}

/// Tailors without variants and without an offer of another routine: enough for a list.
///
/// # Errors
/// When the file cannot be played, or cannot take as long as was asked.
pub(crate) fn judge(
    entry: &Entry<Routine>,
    library: &Library,
    whom: &Recipient,
    wish: &Request,
) -> Result<Tailored, Refusal> {
    let preferences = whom.preferences(&entry.id);
    let outline = Outline::of(&entry.id, &entry.value, library, preferences);
    let outline = outline.map_err(Refusal::Unsound)?;
    judge_outline(outline, entry, library, whom, wish)
}

/// Judges a routine that is already unrolled for the person.
///
/// # Errors
/// When it is longer than any timetable, or cannot take as long as was asked.
pub(crate) fn judge_outline(
    outline: Outline,
    entry: &Entry<Routine>,
    library: &Library,
    whom: &Recipient,
    wish: &Request,
) -> Result<Tailored, Refusal> {
    let person = whom.person();
    let outline = Outline {
        pace: own_pace(outline.pace, library, person).times(whom.pace_factor()),
        pace_factor: whom.pace_factor(),
        pregnant: outline.pregnant || person.is_pregnant(),
        known: whom.knows(&entry.id),
        ..outline
    };
    let own = entry.origin != Origin::Bundled;
    let overruled = if own { &wish.overruled[..] } else { &[] };
    let Screened {
        outline,
        decisions,
        unknown,
    } = screen_overruled(&outline, &entry.value, library, whom.person(), overruled);
    let Some(outline) = outline else {
        return Ok(Tailored {
            timetable: None,
            decisions,
            changes: Vec::new(),
            unknown,
        });
    };
    let Fitted { outline, changes } = match wish.minutes {
        None => Fitted {
            outline,
            changes: Vec::new(),
        },
        Some(minutes) => {
            fit(&outline, Duration::from_secs(60) * minutes).map_err(|why| Refusal::NoFit {
                why,
                limits: limits(&outline),
            })?
        }
    };
    Ok(Tailored {
        timetable: Some(lay_out(&outline).map_err(Refusal::Unsound)?),
        decisions,
        changes,
        unknown,
    })
}

/// The times between steps with at least those that the person's conditions ask for.
fn own_pace(pace: Pace, library: &Library, person: &Person) -> Pace {
    let shared = library.shared();
    let conditions = shared.safety.conditions.iter();
    let own = conditions.filter(|known| person.conditions().contains(&known.id));
    let paces = own.filter_map(|known| shared.paces.get(known.pace.as_ref()?.get_ref()));
    paces.fold(pace, |pace, own| pace.at_least(*own))
}

/// Names what to play instead of a routine that the rules let not play. With a full stop that is nothing.
fn offer_instead(
    tailored: &mut Tailored,
    entry: &Entry<Routine>,
    library: &Library,
    whom: &Recipient,
) {
    if !whom.person().full_stops().is_empty() {
        return;
    }
    let named = tailored.refusal().and_then(|refusal| refusal.with.clone());
    let other = suggest(entry, named.as_deref(), library, whom);
    let title = other.and_then(|id| library.routine(id));
    if let Some(refusal) = tailored.decisions.last_mut() {
        refusal.with = other.map(str::to_owned);
        refusal.with_name = title.map(|entry| entry.value.title.clone());
    }
}

/// Steps in the order of their numbers, each with what was decided about it.
pub(crate) fn by_step(decisions: &[Decision]) -> BTreeMap<u32, Vec<&Decision>> {
    let mut steps: BTreeMap<u32, Vec<&Decision>> = BTreeMap::new();
    for decision in decisions {
        if let Some(step) = decision.step {
            steps.entry(step).or_default().push(decision);
        }
    }
    steps
}
