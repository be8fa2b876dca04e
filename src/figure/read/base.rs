//! The bases: postures with a name, over which figures and other bases are laid.

use std::collections::BTreeMap;

use crate::content::diagnostic::Diagnostic;
use crate::content::figures::Written;
use crate::content::keys::figure::BASE_KEYS;
use crate::content::toml::fields::{unknown_id, unknown_word};
use crate::figure::read::decode;
use crate::figure::read::layer::{FigureLayer, Sourced};

/// All bases, by name.
#[derive(Clone, Debug, Default)]
pub struct Bases {
    files: Vec<Written>,
    /// The sound ones of each name, later files last.
    written: BTreeMap<String, Vec<Base>>,
    /// The layers by name.
    layers: BTreeMap<String, FigureLayer>,
    /// The reason why a name stands for nothing, or for less than is written for it.
    left_out: BTreeMap<String, BaseFault>,
}

/// A base as it is written.
#[derive(Clone, Debug)]
struct Base {
    /// The index of its file.
    file: usize,
    layer: FigureLayer,
}

/// The reason why a base is not used.
#[derive(Clone, Debug)]
enum BaseFault {
    /// There is an error in its table, or in that of a base below it.
    Faulty,
    /// The base `by` names one that is not there.
    Missing { by: String, name: String },
    /// The bases that lead back to the first of them.
    Loop(Vec<String>),
}

/// The reason why a chain of bases does not end well.
enum Broken {
    /// The name that is not there, and the base that names it, if a base does.
    Missing { name: String, by: Option<String> },
    /// The bases that lead back to the first of them.
    Loop(Vec<String>),
}

impl Bases {
    /// Lays the files over each other, later ones over earlier ones. A base that names itself is laid over the one
    /// of that name in an earlier file. One that cannot be used is left out: what earlier files have then stays.
    pub fn of(files: &[Written]) -> Self {
        let mut bases = Self {
            files: files.to_vec(),
            ..Self::default()
        };
        for (file, text) in files.iter().enumerate() {
            for (name, layer, is_sound) in read(text).0 {
                if is_sound {
                    let of_name = bases.written.entry(name).or_default();
                    of_name.push(Base { file, layer });
                } else {
                    bases.left_out.entry(name).or_insert(BaseFault::Faulty);
                }
            }
        }
        bases.settle();
        bases
    }

    /// Leaves out what leads nowhere, until all that is left leads somewhere.
    fn settle(&mut self) {
        loop {
            let laid =
                |(name, bases): (&String, &Vec<Base>)| Some((name.clone(), laid(name, bases)?));
            self.layers = self.written.iter().filter_map(laid).collect();
            let broken: Vec<(String, BaseFault)> = self
                .layers
                .iter()
                .filter_map(|(name, layer)| Some((name.clone(), self.why_not(name, layer)?)))
                .collect();
            if broken.is_empty() {
                return;
            }
            for (name, why) in broken {
                if let Some(bases) = self.written.get_mut(&name) {
                    bases.remove(lowest(&name, bases));
                }
                self.left_out.entry(name).or_insert(why);
            }
        }
    }

    /// Returns the reason why this base is to be left out; not when only one below it is.
    fn why_not(&self, name: &str, layer: &FigureLayer) -> Option<BaseFault> {
        match self.chain(layer).err()? {
            Broken::Missing { by: Some(_), .. } => None,
            Broken::Missing {
                name: lost,
                by: None,
            } => {
                let by = name.to_owned();
                let why = self.left_out.get(&lost).cloned();
                Some(why.unwrap_or(BaseFault::Missing { by, name: lost }))
            }
            // A file must not take away what earlier ones have: only its own part of the loop goes.
            Broken::Loop(round) => {
                let newest = round.iter().filter_map(|name| self.file_of(name)).max();
                let is_newest =
                    round.iter().any(|other| other == name) && self.file_of(name) == newest;
                is_newest.then_some(BaseFault::Loop(round))
            }
        }
    }

    /// The file that says over which base this one is laid.
    fn file_of(&self, name: &str) -> Option<usize> {
        let bases = self.written.get(name)?;
        bases.get(lowest(name, bases)).map(|base| base.file)
    }

    /// Returns the faults in the bases of a file: in their words and numbers, and in their own bases. A fault is said
    /// where it is, not again for what is laid over it.
    pub fn check(&self, file: &Written) -> Vec<Diagnostic> {
        let (layers, mut found) = read(file);
        let own = self.files.iter().position(|known| known == file);
        let own = own.unwrap_or(self.files.len());
        let mut known = self.clone();
        let mut names = Vec::new();
        for (name, layer, _) in layers {
            let mut bases = self.written.get(&name).cloned().unwrap_or_default();
            bases.retain(|base| base.file < own);
            bases.push(Base { file: own, layer });
            known
                .layers
                .extend(laid(&name, &bases).map(|layer| (name.clone(), layer)));
            names.push(name);
        }
        let unresolved = names.iter().filter_map(|name| {
            let layer = known.layers.get(name)?;
            match known.chain(layer).err()? {
                Broken::Missing { by: Some(_), .. } => None,
                Broken::Loop(round) if !round.contains(name) => None,
                broken => Some(known.said(&broken, layer.base.as_ref()?)),
            }
        });
        found.extend(unresolved);
        found
    }

    /// A table with all the bases below it.
    ///
    /// # Errors
    /// When a base is not there, cannot be used, or leads back to itself.
    pub(crate) fn resolve(&self, layer: FigureLayer) -> Result<FigureLayer, Diagnostic> {
        let Some(first) = &layer.base else {
            return Ok(layer);
        };
        let below = self
            .chain(&layer)
            .map_err(|broken| self.said(&broken, first))?;
        let bottom = below
            .into_iter()
            .rev()
            .fold(FigureLayer::default(), |under, base| {
                under.with(base.clone().without_places())
            });
        Ok(bottom.with(layer))
    }

    /// The bases below a table, the nearest first.
    fn chain(&self, layer: &FigureLayer) -> Result<Vec<&FigureLayer>, Broken> {
        let mut names: Vec<&str> = Vec::new();
        let mut below = Vec::new();
        let mut next = layer.base.as_ref();
        while let Some(name) = next {
            let Some((name, base)) = self.layers.get_key_value(&name.value) else {
                let by = names.last().map(|&name| name.to_owned());
                let name = name.value.clone();
                return Err(Broken::Missing { name, by });
            };
            if let Some(at) = names.iter().position(|seen| seen == name) {
                let round = names[at..].iter().copied().chain([name.as_str()]);
                return Err(Broken::Loop(round.map(str::to_owned).collect()));
            }
            names.push(name);
            below.push(base);
            next = base.base.as_ref();
        }
        Ok(below)
    }

    /// The finding at `first`, the base that a table names.
    fn said(&self, broken: &Broken, first: &Sourced<String>) -> Diagnostic {
        match broken {
            Broken::Loop(round) => placed(leads_back(round), first),
            Broken::Missing { name, by: Some(by) } => {
                let (by, name) = (by.clone(), name.clone());
                placed(
                    cannot_be_used(&first.value, &BaseFault::Missing { by, name }),
                    first,
                )
            }
            Broken::Missing { name, by: None } => match self.left_out.get(name) {
                Some(why) => placed(cannot_be_used(name, why), first),
                None => self.unknown(first),
            },
        }
    }

    fn unknown(&self, named: &Sourced<String>) -> Diagnostic {
        let span = named.span.clone().unwrap_or_default();
        let typed = toml::Spanned::new(span, named.value.clone());
        let known = self.layers.keys().map(String::as_str);
        if self.layers.is_empty() {
            return unknown_id("base", &typed, known).help("there are no bases: start with view");
        }
        unknown_word("base", &typed, known)
    }
}

/// Returns the index in `bases` of the one laid over a base of another name, over none, or over itself.
fn lowest(name: &str, bases: &[Base]) -> usize {
    let names_itself =
        |base: &&Base| matches!(&base.layer.base, Some(below) if below.value == name);
    let over = bases.iter().rev().take_while(names_itself).count();
    bases.len().saturating_sub(over + 1)
}

/// The last of `bases`, and those of its name over which it is laid. Its base has the place of what the last one
/// names: other places are in other files.
fn laid(name: &str, bases: &[Base]) -> Option<FigureLayer> {
    let (bottom, over) = bases.get(lowest(name, bases)..)?.split_first()?;
    let Some(last) = over.last() else {
        return Some(bottom.layer.clone());
    };
    let place = last.layer.base.as_ref().and_then(|base| base.span.clone());
    let base = bottom.layer.base.as_ref().map(|base| Sourced {
        value: base.value.clone(),
        span: place,
    });
    let bottom = bottom.layer.clone().without_places();
    let mut layer = over
        .iter()
        .fold(bottom, |under, base| under.with(base.layer.clone()));
    layer.base = base;
    Some(layer)
}

fn leads_back(round: &[String]) -> Diagnostic {
    let message = format!("a base leads back to itself: {}", round.join(", "));
    Diagnostic::error(message).help("delete the base of one of them")
}

fn cannot_be_used(name: &str, why: &BaseFault) -> Diagnostic {
    let why = match why {
        BaseFault::Loop(round) => return leads_back(round),
        BaseFault::Faulty => "figures.toml has an error in it".to_owned(),
        BaseFault::Missing { by, name: lost } if by == name => {
            format!("it starts from \"{lost}\", which does not exist")
        }
        BaseFault::Missing { by, name: lost } => {
            format!("\"{by}\" below it starts from \"{lost}\", which does not exist")
        }
    };
    let message = format!("base \"{name}\" cannot be used: {why}");
    Diagnostic::error(message).help("supple check lists the errors in figures.toml")
}

fn placed(found: Diagnostic, at: &Sourced<String>) -> Diagnostic {
    match &at.span {
        Some(span) => found.at(span.clone()),
        None => found,
    }
}

/// The bases of a file, each with whether it is sound.
fn read(file: &Written) -> (Vec<(String, FigureLayer, bool)>, Vec<Diagnostic>) {
    file.bases(|name, table| {
        let layer = decode::decode(table, BASE_KEYS);
        (name.get_ref().clone(), layer, table.is_sound())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOWER: &str = "[base.sit]\nview = \"front\"\nthigh = 10\n[base.stand]\nview = \"side\"\nbase = \"floor\"\n\
        torso = 90\nthigh = -90\n[base.walk]\nbase = \"stand\"\n[base.floor]\non = \"mat\"\nfoot = 3\n";

    fn bases(own: &str) -> Bases {
        Bases::of(&[Written::of(LOWER), Written::of(own)])
    }

    fn resolved(bases: &Bases, base: &str) -> Result<FigureLayer, String> {
        let base = Sourced::here(base.to_owned(), 7..9);
        let layer = FigureLayer {
            base: Some(base),
            ..FigureLayer::default()
        };
        bases.resolve(layer).map_err(|found| {
            assert_eq!(found.span, Some(7..9));
            found.message.into()
        })
    }

    fn said(found: &[Diagnostic]) -> Vec<&str> {
        found.iter().map(|found| &*found.message).collect()
    }

    #[test]
    fn a_base_that_names_itself_is_laid_over_the_one_below() {
        let own = "[base.stand]\nbase = \"stand\"\ntorso = 80\n";
        let changed = bases(own);
        let (stand, before) = (resolved(&changed, "stand"), resolved(&bases(""), "stand"));
        let (stand, before) = (stand.expect("a base"), before.expect("a base"));
        assert_ne!(stand.trunk, before.trunk);
        assert_eq!((&stand.limbs, stand.view), (&before.limbs, before.view));
        assert_eq!(stand.on, before.on);
        assert!(stand.on.is_some());
        assert!(resolved(&changed, "walk").is_ok_and(|walk| walk.trunk == stand.trunk));
        for file in [LOWER, own] {
            assert_eq!(changed.check(&Written::of(file)), []);
        }
    }

    #[test]
    fn a_faulty_base_takes_no_other_away() {
        for own in [
            "[base.stand]\ntorso = \"up\"\n[base.new]\nbase = \"stand\"\n",
            "[base.stand]\nbase = \"stnd\"\n[base.new]\nbase = \"stand\"\n",
            "[base.stand]\nbase = \"walk\"\n[base.new]\nbase = \"stand\"\n",
            "[base.stand]\nbase = \"stand\"\nfoot = \"x\"\n[base.new]\nbase = \"stand\"\n",
        ] {
            let changed = bases(own);
            for base in ["stand", "walk", "sit", "floor"] {
                assert_eq!(resolved(&changed, base), resolved(&bases(""), base));
            }
            let new = resolved(&changed, "new").expect("it is sound");
            let stand = resolved(&bases(""), "stand").expect("it is sound");
            assert_eq!(new.trunk, stand.trunk);
            assert_eq!(changed.check(&Written::of(own)).len(), 1, "{own}");
            assert_eq!(changed.check(&Written::of(LOWER)), []);
        }
    }

    #[test]
    fn what_cannot_be_used_says_why() {
        let own = "[base.bad]\ntigh = 1\n[base.over]\nbase = \"bad\"\n[base.lost]\nbase = \"nowhere\"\n\
            [base.far]\nbase = \"lost\"\n[base.own]\nbase = \"own\"\n";
        let bases = bases(own);
        let why = |base| resolved(&bases, base).expect_err("it cannot be used");
        assert_eq!(
            why("bad"),
            "base \"bad\" cannot be used: figures.toml has an error in it"
        );
        assert_eq!(
            why("over"),
            "base \"over\" cannot be used: figures.toml has an error in it"
        );
        assert_eq!(
            why("lost"),
            "base \"lost\" cannot be used: it starts from \"nowhere\", which does not exist"
        );
        assert_eq!(
            why("far"),
            "base \"far\" cannot be used: \"lost\" below it starts from \"nowhere\", which does not exist"
        );
        assert_eq!(why("own"), "a base leads back to itself: own, own");
        assert_eq!(why("stnd"), "unknown base \"stnd\"");
        assert_eq!(
            said(&bases.check(&Written::of(own))),
            [
                "unknown key `tigh` in a base",
                "unknown base \"nowhere\"",
                "a base leads back to itself: own, own",
            ]
        );
        let later = Written::of("[base.later]\nbase = \"bad\"\n");
        assert_eq!(
            said(&bases.check(&later)),
            ["base \"bad\" cannot be used: figures.toml has an error in it"]
        );
    }
}
