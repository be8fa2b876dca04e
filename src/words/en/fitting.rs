//! The changes that fit a routine to a time, and the reasons why it cannot be fitted.

use crate::content::duration::written;
use crate::content::vocabulary::Word;
use crate::plan::fit::NoFit;
use crate::plan::fit::change::{FitChange, FitWhat};
use crate::words::en::grammar::plural;

/// Returns the change of a step or a round: `2. Knee to chest: 20s instead of 30s`
pub fn change(change: &FitChange) -> String {
    let what = match change.what {
        FitWhat::Hold { from, to } => format!("{} instead of {}", written(to), written(from)),
        FitWhat::Reps { from, to } => format!("{to} times instead of {from}"),
        FitWhat::Breaths { from, to } => format!("{to} breaths instead of {from}"),
        FitWhat::Sets { from, to } => {
            let sets = plural(to == 1, "set", "sets");
            format!("{to} {sets} instead of {from}")
        }
        FitWhat::Rounds { from, to } => {
            let rounds = plural(to == 1, "round", "rounds");
            format!("{to} {rounds} instead of {from}")
        }
        FitWhat::Dropped => "left out".to_owned(),
    };
    let mut of = format!("{}. {}", change.step, change.name);
    if let Some((step, name)) = &change.through {
        of += &format!(" to {step}. {name}");
    }
    if let Some(side) = change.side {
        of += &format!(", {}", side.as_str());
    }
    format!("{of}: {what}")
}

/// Returns the reason why a routine cannot take as long as was asked: `it takes 4m at least`
pub(crate) fn no_fit(why: NoFit) -> String {
    match why {
        NoFit::TooShort { shortest } => format!("it takes {} at least", written(shortest)),
        NoFit::TooLong { longest } => format!("it takes {} at most", written(longest)),
        NoFit::Between { below, above } => {
            let (below, above) = (written(below), written(above));
            format!("it can take {below} or {above}, nothing between")
        }
    }
}
