//! The tables that a person's own file must not take away: full stops, and red flags with their groups.
//!
//! A file may leave them all out, and may add some. One that names any of ours is a copy, and must hold all of them.

use std::ops::Range;

use crate::content::diagnostic::Diagnostic;
use crate::content::safety::full_stop::FullStop;
use crate::content::safety::places::{Places, Reference};
use crate::content::safety::red_flag::{RedFlag, RedFlagGroup};
use crate::content::safety::rulebook::Safety;

/// The findings for all that the file `own`, with the text `text`, takes away of `ours`. Where it holds other errors, a
/// table whose words stand in the text is not called missing: it may only be unreadable.
pub(crate) fn taken_away(
    own: &Safety,
    text: &str,
    is_sound: bool,
    ours: &Safety,
) -> Vec<Diagnostic> {
    let is_gone = |words: &str| is_sound || !text.contains(words);
    let mut found = called_by_id(&own.full_stops, &ours.full_stops, is_gone);
    found.extend(called_by_id(
        &own.red_flag_groups,
        &ours.red_flag_groups,
        is_gone,
    ));
    found.extend(red_flags(&own.red_flags, &ours.red_flags, is_gone));
    found
}

/// A table that must stay as it is.
trait Required {
    const HEADER: &'static str;
    const WHAT: &'static str;
    const SEVERAL: &'static str;
    fn id(&self) -> &str;
    fn places(&self) -> &Places;
    /// The keys to write to have it back.
    fn reads(&self) -> String;
    /// The keys that are looser here than in `ours`, each with the help that restores it. A needed text that is missing
    /// is reported elsewhere.
    fn lost(&self, ours: &Self) -> Vec<(&'static str, String)>;
}

impl Required for FullStop {
    const HEADER: &'static str = "[[full-stop]]";
    const WHAT: &'static str = "full stop";
    const SEVERAL: &'static str = "full stops";

    fn id(&self) -> &str {
        &self.id
    }

    fn places(&self) -> &Places {
        &self.places
    }

    fn reads(&self) -> String {
        let Self {
            id, name, message, ..
        } = self;
        format!("id = \"{id}\", name = \"{name}\", message = \"{message}\"")
    }

    fn lost(&self, ours: &Self) -> Vec<(&'static str, String)> {
        let mut lost = Vec::new();
        if !self.name.is_empty() && self.name != ours.name {
            lost.push(("name", keep_text("name", &ours.name)));
        }
        if !self.message.is_empty() && self.message != ours.message {
            lost.push(("message", keep_text("message", &ours.message)));
        }
        lost.extend(add_lost("covers", &self.covers, &ours.covers));
        if !holds_together(&self.together, &ours.together) {
            lost.push((
                "together",
                format!("keep together = {}", lists(&ours.together)),
            ));
        }
        lost.extend(add_lost("see", &texts(&self.see), &texts(&ours.see)));
        lost
    }
}

impl Required for RedFlagGroup {
    const HEADER: &'static str = "[[red-flag-group]]";
    const WHAT: &'static str = "group of red flags";
    const SEVERAL: &'static str = "groups of red flags";

    fn id(&self) -> &str {
        &self.id
    }

    fn places(&self) -> &Places {
        &self.places
    }

    fn reads(&self) -> String {
        let Self { id, name, .. } = self;
        let actions = list(&self.actions);
        format!("id = \"{id}\", name = \"{name}\", do = {actions}")
    }

    fn lost(&self, ours: &Self) -> Vec<(&'static str, String)> {
        let mut lost = Vec::new();
        if !self.name.is_empty() && self.name != ours.name {
            lost.push(("name", keep_text("name", &ours.name)));
        }
        if self.actions != ours.actions {
            lost.push(("do", format!("keep do = {}", list(&ours.actions))));
        }
        if self.conditions.is_empty() {
            // It is for everybody.
        } else if ours.conditions.is_empty() {
            lost.push((
                "condition",
                "delete it: the group is for everybody".to_owned(),
            ));
        } else {
            let (own, ours) = (texts(&self.conditions), texts(&ours.conditions));
            lost.extend(add_lost("condition", &own, &ours));
        }
        lost
    }
}

fn called_by_id<T: Required>(
    own: &[T],
    ours: &[T],
    is_gone: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let add = "to add your own, use another id";
    let copies: Vec<Option<&Places>> = ours
        .iter()
        .map(|table| own.iter().find(|known| known.id() == table.id()))
        .map(|copy| copy.map(Required::places))
        .collect();
    let mut found = Vec::new();
    for (beside, lost) in gaps(&copies, |index| is_gone(ours[index].id())) {
        let missing = if let [index] = lost[..] {
            let what = format!("the {} \"{}\"", T::WHAT, ours[index].id());
            missing(&what, beside, &ours[index].reads())
        } else {
            let ids: Vec<&str> = lost.iter().map(|&index| ours[index].id()).collect();
            several_missing(T::SEVERAL, &ids, beside)
        };
        found.push(missing.help(or_delete(T::HEADER)).help(add));
    }
    for copy in own {
        for table in ours.iter().filter(|table| table.id() == copy.id()) {
            let what = format!("the {} \"{}\"", T::WHAT, table.id());
            let lost = copy.lost(table).into_iter();
            found
                .extend(lost.map(|(key, keep)| changed(key, &what, copy.places(), keep).help(add)));
        }
    }
    found
}

/// A red flag has no id: what it says in its group is what it is.
fn red_flags(own: &[RedFlag], ours: &[RedFlag], is_gone: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let add = "to add your own, write another [[red-flag]]";
    let same = |one: &RedFlag, other: &RedFlag| one.group == other.group && one.say == other.say;
    let at = |flag: &RedFlag| own.iter().position(|known| same(known, flag));
    let copies: Vec<Option<&Places>> = ours
        .iter()
        .map(|flag| at(flag).map(|at| &own[at].places))
        .collect();
    let mut found = Vec::new();
    for (beside, mut lost) in gaps(&copies, |index| is_gone(&ours[index].say)) {
        // Where the first one stood there may be one that was made of it.
        let place = match lost[0].checked_sub(1) {
            None => Some(0),
            Some(before) => at(&ours[before]).map(|at| at + 1),
        };
        let there = place.and_then(|place| own.get(place));
        let other = there.filter(|known| !ours.iter().any(|flag| same(known, flag)));
        if let Some(changed) = other.and_then(|known| changed_flag(known, &ours[lost[0]])) {
            found.push(changed.help(add));
            lost.remove(0);
        }
        let missing = match lost[..] {
            [] => continue,
            [index] => {
                let (group, say) = (ours[index].group.get_ref(), &ours[index].say);
                let what = format!("a red flag of the group \"{group}\"");
                let reads = format!("group = \"{group}\", say = \"{say}\"");
                missing(&what, beside, &reads)
            }
            _ => {
                let says: Vec<&str> = lost.iter().map(|&at| ours[at].say.as_str()).collect();
                several_missing("red flags", &says, beside)
            }
        };
        found.push(missing.help(or_delete("[[red-flag]]")).help(add));
    }
    found
}

/// The finding for a red flag that was made of one of ours: group or words are still the same.
fn changed_flag(own: &RedFlag, ours: &RedFlag) -> Option<Diagnostic> {
    let (key, keep) = if own.group == ours.group {
        ("say", keep_text("say", &ours.say))
    } else if own.say == ours.say {
        ("group", keep_text("group", ours.group.get_ref()))
    } else {
        return None;
    };
    Some(changed(key, "this red flag", &own.places, keep))
}

/// The tables of ours that a copy lacks, by where they belong. A file that holds none of ours lacks none.
fn gaps(
    copies: &[Option<&Places>],
    is_gone: impl Fn(usize) -> bool,
) -> Vec<(Neighbour, Vec<usize>)> {
    let mut gaps: Vec<(Neighbour, Vec<usize>)> = Vec::new();
    for index in 0..copies.len() {
        let Some(beside) = Neighbour::of(copies, index) else {
            continue;
        };
        if copies[index].is_some() || !is_gone(index) {
            continue;
        }
        match gaps.last_mut() {
            Some((last, lost)) if *last == beside => lost.push(index),
            _ => gaps.push((beside, vec![index])),
        }
    }
    gaps
}

/// A place near which a table of ours belongs.
#[derive(PartialEq)]
struct Neighbour {
    place: Range<usize>,
    side: Occurrence,
}

#[derive(Clone, Copy, PartialEq)]
enum Occurrence {
    After,
    Before,
}

impl Occurrence {
    /// The words at the place: `it stands after this one`.
    fn label(self, lost: usize) -> String {
        let belong = if lost == 1 {
            "it belongs"
        } else {
            "they belong"
        };
        let side = match self {
            Self::After => "after",
            Self::Before => "before",
        };
        format!("{belong} {side} this one")
    }
}

impl Neighbour {
    /// The table before it that the file holds, else the first that it holds; `None` when it holds none of ours.
    fn of(copies: &[Option<&Places>], index: usize) -> Option<Self> {
        let (before, after) = copies.split_at(index);
        let (place, side) = match before.iter().flatten().next_back() {
            Some(place) => (place, Occurrence::After),
            None => (after.iter().flatten().next()?, Occurrence::Before),
        };
        Some(Self {
            place: place.header.clone(),
            side,
        })
    }
}

fn missing(what: &str, beside: Neighbour, reads: &str) -> Diagnostic {
    Diagnostic::error(format!("{what} is missing"))
        .at(beside.place)
        .label(beside.side.label(1))
        .help(format!("put it back: {reads}"))
}

fn several_missing(what: &str, names: &[&str], beside: Neighbour) -> Diagnostic {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    Diagnostic::error(format!("{} {what} are missing", names.len()))
        .at(beside.place)
        .label(beside.side.label(names.len()))
        .help(format!("put them back: {}", quoted.join(", ")))
}

fn or_delete(header: &str) -> String {
    format!("or delete every {header} in this file: then ours apply")
}

fn changed(key: &str, what: &str, places: &Places, keep: String) -> Diagnostic {
    Diagnostic::error(format!("`{key}` of {what} differs from ours"))
        .at(places.of(key))
        .help(keep)
}

fn keep_text(key: &str, said: &str) -> String {
    format!("keep {key} = \"{said}\"")
}

/// The lines of ours that a list does not hold.
fn add_lost(key: &'static str, own: &[String], ours: &[String]) -> Option<(&'static str, String)> {
    let lost: Vec<String> = ours
        .iter()
        .filter(|line| !own.contains(line))
        .cloned()
        .collect();
    (!lost.is_empty()).then(|| (key, format!("add to {key}: {}", list(&lost))))
}

fn list(lines: &[String]) -> String {
    let quoted: Vec<String> = lines.iter().map(|line| format!("\"{line}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// Returns whether a stop follows from facts wherever ours does: each of its lists holds all of one of ours.
fn holds_together(own: &[Vec<Reference>], ours: &[Vec<Reference>]) -> bool {
    let holds = |own: &Vec<Reference>| {
        let mut lists = ours.iter();
        lists.any(|list| list.iter().all(|word| own.contains(word)))
    };
    ours.is_empty() || (!own.is_empty() && own.iter().all(holds))
}

fn lists(lists: &[Vec<Reference>]) -> String {
    let written: Vec<String> = lists.iter().map(|names| list(&texts(names))).collect();
    format!("[{}]", written.join(", "))
}

fn texts(names: &[Reference]) -> Vec<String> {
    names.iter().map(|name| name.get_ref().clone()).collect()
}
