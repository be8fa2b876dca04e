//! What paces of one's own take away from the time that people with a condition are given.

use std::collections::BTreeMap;

use crate::content::duration::written;
use crate::content::pace::Pace;
use crate::content::safety::rulebook::Safety;
use crate::content::safety::weaker::Weaker;

type Paces = BTreeMap<String, Pace>;

/// All that `yours` gives less time for than `ours`: in the paces that conditions ask for, and where things run into each
/// other that did not, so that nobody's own pace counts.
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
            let (ours, yours) = ("time for everybody", "one thing runs into the next");
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
