//! Files of one kind from all places, laid over each other by their ids.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::file::{File, Origin};

/// Entries of one kind. Of each id one entry is current; every other one is unused or shadowed.
#[derive(Clone, Debug)]
pub(crate) struct Layered<T> {
    current: BTreeMap<String, Arc<Entry<T>>>,
    /// Those that never counted, in the order in which they came: second files of one id and place, and broken ones
    /// that a sound one stands in for.
    unused: Vec<Arc<Entry<T>>>,
    /// Those that an entry of another place lies over, in the order in which they were covered.
    shadowed: Vec<Arc<Entry<T>>>,
}

/// The rule by which one kind of file overlays others of its id.
pub(crate) struct Rule<T> {
    /// The verb for the first of two files of one id and place, for the message: `is played`.
    pub(crate) verb: &'static str,
    /// Decides on an entry, given the current one of its id, which is from another place. It may change the entry.
    pub(crate) over: fn(&mut Arc<Entry<T>>, &Entry<T>) -> Overlay,
}

/// The fate of an entry whose id another place already has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    /// It is current now, and shadows the one that was.
    Current,
    /// The one that was current stays so.
    Unused,
}

impl<T> Default for Layered<T> {
    fn default() -> Self {
        Self {
            current: BTreeMap::new(),
            unused: Vec::new(),
            shadowed: Vec::new(),
        }
    }
}

impl<T> Layered<T> {
    /// The current entry of an id, sound or not.
    pub(crate) fn get(&self, id: &str) -> Option<&Entry<T>> {
        self.current.get(id).map(Arc::as_ref)
    }

    /// The current entries, by id.
    pub(crate) fn current(&self) -> impl Iterator<Item = &Entry<T>> {
        self.current.values().map(Arc::as_ref)
    }

    /// The current entries, by id, and then the unused ones.
    pub(crate) fn visible(&self) -> impl Iterator<Item = &Entry<T>> {
        self.current().chain(self.unused())
    }

    /// The unused entries.
    pub(crate) fn unused(&self) -> impl Iterator<Item = &Entry<T>> {
        self.unused.iter().map(Arc::as_ref)
    }

    /// The shadowed entries.
    pub(crate) fn shadowed(&self) -> impl Iterator<Item = &Entry<T>> {
        self.shadowed.iter().map(Arc::as_ref)
    }

    /// Every entry: current, unused, shadowed.
    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut Arc<Entry<T>>> {
        let current = self.current.values_mut();
        current.chain(&mut self.unused).chain(&mut self.shadowed)
    }

    /// The entry of a file that was read without findings and has not changed, so that it need not be read again.
    pub(crate) fn unchanged(&self, origin: Origin, file: &File) -> Option<Arc<Entry<T>>> {
        let current = self.current.get(&file.id).into_iter();
        let mut entries = current.chain(&self.shadowed);
        let known = entries.find(|entry| entry.is_unchanged(origin, file));
        known.cloned()
    }
}

impl<T: Clone> Layered<T> {
    /// Lays an entry over those that are there. The second of two of one id and place is unused, with a finding; over
    /// an entry of another place the rule decides.
    pub(crate) fn lay(&mut self, mut entry: Arc<Entry<T>>, rule: &Rule<T>) {
        let outcome = match self.current.get(&entry.id) {
            None => Overlay::Current,
            Some(first) if first.origin == entry.origin => {
                let found = doubled(first, rule.verb);
                Arc::make_mut(&mut entry).found.push(found);
                Overlay::Unused
            }
            Some(below) => (rule.over)(&mut entry, below),
        };
        match outcome {
            Overlay::Current => {
                let below = self.current.insert(entry.id.clone(), entry);
                self.shadowed.extend(below);
            }
            Overlay::Unused => self.unused.push(entry),
        }
    }

    /// Makes the topmost sound entry below each broken one current again. The broken one is unused, with a finding.
    pub(crate) fn fall_back(&mut self) {
        let broken = self.current.values_mut().filter(|entry| !entry.is_sound());
        for entry in broken {
            let is_below = |below: &Arc<Entry<T>>| below.id == entry.id && below.is_sound();
            if let Some(at) = self.shadowed.iter().rposition(is_below) {
                let mut broken = std::mem::replace(entry, self.shadowed.remove(at));
                Arc::make_mut(&mut broken).found.push(until_fixed(entry));
                self.unused.push(broken);
            }
        }
    }
}

/// The finding for a file whose id another file of the same place has.
fn doubled<T>(first: &Entry<T>, verb: &str) -> Diagnostic {
    let Entry { id, path, .. } = first;
    Diagnostic::warning(format!("another file is also called {id}: {path}"))
        .help(format!("that one {verb}; rename one of them"))
}

/// The finding for a broken file that another one stands in for.
pub(crate) fn until_fixed<T>(used: &Entry<T>) -> Diagnostic {
    let Entry { id, path, .. } = used;
    Diagnostic::warning(format!("until this is fixed, {id} is used from {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::FileKind;

    const OVER: Rule<()> = Rule {
        verb: "counts",
        over: |_, _| Overlay::Current,
    };
    const NEVER: Rule<()> = Rule {
        verb: "counts",
        over: |_, _| Overlay::Unused,
    };

    fn entry(origin: Origin, id: &str, path: &str, is_sound: bool) -> Arc<Entry<()>> {
        let file = File {
            kind: FileKind::Routine,
            id: id.to_owned(),
            path: path.to_owned(),
            text: Ok("".into()),
        };
        let found = (!is_sound).then(|| Diagnostic::error("broken"));
        Arc::new(Entry::of(origin, file, |_, _| {
            ((), found.into_iter().collect())
        }))
    }

    fn paths<'a>(entries: impl Iterator<Item = &'a Entry<()>>) -> Vec<&'a str> {
        entries.map(|entry| entry.path.as_str()).collect()
    }

    #[test]
    fn the_rule_decides_over_a_file_of_another_place() {
        for (rule, current, unused, shadowed) in [
            (&OVER, ["own"], &[][..], &["ours"][..]),
            (&NEVER, ["ours"], &["own"], &[]),
        ] {
            let mut layered = Layered::default();
            layered.lay(entry(Origin::Bundled, "a", "ours", true), rule);
            layered.lay(entry(Origin::Own, "a", "own", true), rule);
            assert_eq!(paths(layered.current()), current);
            assert_eq!(paths(layered.unused()), unused);
            assert_eq!(paths(layered.shadowed()), shadowed);
            assert!(layered.visible().all(|entry| entry.found.is_empty()));
        }
    }

    #[test]
    fn the_first_of_two_files_of_one_place_counts_whatever_the_rule() {
        let mut layered = Layered::default();
        for path in ["first", "second", "third"] {
            layered.lay(entry(Origin::Own, "a", path, true), &OVER);
        }
        layered.lay(entry(Origin::Own, "b", "other", true), &OVER);
        assert_eq!(
            paths(layered.visible()),
            ["first", "other", "second", "third"]
        );
        let said = layered.unused().map(|entry| &*entry.found[0].message);
        assert_eq!(
            said.collect::<Vec<_>>(),
            ["another file is also called a: first"; 2]
        );
    }

    #[test]
    fn the_topmost_sound_file_stands_in_for_a_broken_one() {
        let mut layered = Layered::default();
        layered.lay(entry(Origin::Bundled, "a", "ours", true), &OVER);
        layered.lay(entry(Origin::Own, "a", "own", true), &OVER);
        layered.lay(entry(Origin::Folder(0), "a", "first", false), &OVER);
        layered.lay(entry(Origin::Folder(1), "a", "second", false), &OVER);
        layered.lay(entry(Origin::Own, "b", "alone", false), &OVER);
        layered.fall_back();
        assert_eq!(paths(layered.current()), ["own", "alone"]);
        assert_eq!(paths(layered.unused()), ["second"]);
        assert_eq!(paths(layered.shadowed()), ["ours", "first"]);
        let broken: Vec<_> = layered.unused().flat_map(|entry| &entry.found).collect();
        assert_eq!(
            broken.last().map(|found| found.message.as_str()),
            Some("until this is fixed, a is used from own")
        );
    }

    #[test]
    fn a_sound_file_that_has_not_changed_is_found_again_even_when_shadowed() {
        let mut layered = Layered::default();
        let ours = entry(Origin::Bundled, "a", "ours", true);
        layered.lay(Arc::clone(&ours), &OVER);
        let own = entry(Origin::Own, "a", "own", true);
        layered.lay(Arc::clone(&own), &OVER);
        layered.lay(entry(Origin::Bundled, "b", "broken", false), &OVER);
        let again = |origin, id: &str, path: &str, text: &'static str| {
            let file = File {
                kind: FileKind::Routine,
                id: id.to_owned(),
                path: path.to_owned(),
                text: Ok(text.into()),
            };
            layered.unchanged(origin, &file)
        };
        let known = again(Origin::Bundled, "a", "ours", "");
        assert!(known.is_some_and(|known| Arc::ptr_eq(&known, &ours)));
        let known = again(Origin::Own, "a", "own", "");
        assert!(known.is_some_and(|known| Arc::ptr_eq(&known, &own)));
        for (origin, id, path, text) in [
            (Origin::Own, "a", "own", "changed"),
            (Origin::Own, "a", "own", "\u{FEFF}"),
            (Origin::Folder(0), "a", "own", ""),
            (Origin::Bundled, "a", "moved", ""),
            (Origin::Bundled, "b", "broken", ""),
        ] {
            let known = again(origin, id, path, text);
            assert!(known.is_none(), "{id} {path} {text}");
        }
    }
}
