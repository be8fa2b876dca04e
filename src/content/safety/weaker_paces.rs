//! Compares two sets of paces and finds where people with a condition get less time.

use std::collections::BTreeMap;

use crate::content::duration::written;
use crate::content::pace::Pace;
use crate::content::safety::rulebook::Safety;
use crate::content::safety::weaker::Weaker;

type Paces = BTreeMap<String, Pace>;

/// Every time that is shorter in `yours` than in `ours`, in the paces that conditions ask for; and every pace whose
/// steps now run into each other, so that a person's own pace no longer counts.
pub(crate) fn weaker_paces(safety: &Safety, ours: &Paces, yours: &Paces) -> Vec<Weaker> {
    let asked_for = |name: &str| {
        let paces = safety.conditions.iter().filter_map(|one| one.pace.as_ref());
        paces.map(toml::Spanned::get_ref).any(|pace| pace == name)
    };
    let both = ours
        .iter()
        .filter_map(|(name, before)| Some((name, before, yours.get(name)?)));
    let mut found = Vec::new();
    for (name, before, after) in both {
        let about = |what: &str| format!("{what}, in the pace \"{name}\"");
        if after.runs_on && !before.runs_on {
            let (ours, yours) = ("time for everybody", "no time");
            found.push(Weaker::new(about("between steps"), ours, yours));
        }
        let times = [
            ("before a step", before.lead_in, after.lead_in),
            (
                "to change the position",
                before.position_change,
                after.position_change,
            ),
            ("to change sides", before.switch, after.switch),
        ];
        for (what, ours, yours) in times {
            if asked_for(name) && yours < ours {
                found.push(Weaker::new(about(what), written(ours), written(yours)));
            }
        }
    }
    found
}
