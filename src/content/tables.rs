//! The tables that routines and exercises refer to: paces, sources, rules, evidence, postures of figures.

use std::collections::BTreeMap;

use crate::content::diagnostic::Diagnostic;
use crate::content::entry::Entry;
use crate::content::evidence::{self, Evidence};
use crate::content::figures::{self, Written};
use crate::content::file::Origin;
use crate::content::pace::{self, Pace};
use crate::content::safety;
use crate::content::safety::own_rules::OwnRules;
use crate::content::safety::rulebook::Safety;
use crate::content::sources::{self, Source};

/// All tables together, each laid over those of its kind from earlier places.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// By name.
    pub(crate) paces: BTreeMap<String, Pace>,
    /// By id.
    pub(crate) sources: BTreeMap<String, Source>,
    /// Hazards, conditions and the rules over them.
    pub safety: Safety,
    /// The effect of a person's own rules on the bundled ones; `None` without such a file.
    pub own_rules: Option<OwnRules>,
    /// By id, in order of the file.
    pub evidence: Vec<(String, Evidence)>,
    /// The files of postures that figures start from, later ones over earlier ones.
    pub figures: Vec<Written>,
}

impl Shared {
    /// Lays a table over those of its kind.
    pub(crate) fn lay(&mut self, table: Table) {
        match table {
            Table::Paces(paces) => self.paces.extend(paces),
            Table::Sources(sources) => self.sources.extend(sources),
            Table::Safety(safety) => self.safety.lay(*safety),
            Table::Figures(bases) => self.figures.push(bases),
            Table::Evidence(evidence) => {
                let is_replaced = |id: &String| evidence.iter().any(|(own, _)| own == id);
                self.evidence.retain(|(id, _)| !is_replaced(id));
                self.evidence.extend(evidence);
            }
        }
    }
}

/// One file of a shared table.
#[derive(Clone, Debug)]
pub enum Table {
    /// `pace.toml`
    Paces(BTreeMap<String, Pace>),
    /// `sources.toml`
    Sources(BTreeMap<String, Source>),
    /// `safety.toml`
    Safety(Box<Safety>),
    /// `evidence.toml`
    Evidence(Vec<(String, Evidence)>),
    /// `figures.toml`
    Figures(Written),
}

/// A table as it was read, with its findings.
pub(crate) type Read = (Table, Vec<Diagnostic>);

impl Table {
    /// The stages in which tables are laid: each refers only to tables of earlier ones.
    pub(crate) const STAGES: [u8; 3] = [0, 1, 2];

    /// The one of [`STAGES`](Self::STAGES) that the table belongs to.
    pub(crate) const fn stage(&self) -> u8 {
        match self {
            Self::Paces(_) | Self::Sources(_) | Self::Figures(_) => 0,
            Self::Safety(_) => 1,
            Self::Evidence(_) => 2,
        }
    }

    /// Reads `pace.toml`.
    pub(crate) fn paces(text: &str) -> Read {
        let (paces, found) = pace::decode(text);
        (Self::Paces(paces), found)
    }

    /// Reads `sources.toml`.
    pub(crate) fn sources(text: &str) -> Read {
        let (sources, found) = sources::decode(text);
        (Self::Sources(sources), found)
    }

    /// Reads `safety.toml`.
    pub(crate) fn safety(text: &str) -> Read {
        let (rules, found) = safety::decode::decode(text);
        (Self::Safety(Box::new(rules)), found)
    }

    /// Reads `evidence.toml`.
    pub(crate) fn evidence(text: &str) -> Read {
        let (evidence, found) = evidence::decode(text);
        (Self::Evidence(evidence), found)
    }

    /// Reads `figures.toml`.
    pub(crate) fn figures(text: &str) -> Read {
        let (bases, found) = figures::decode::decode(text);
        (Self::Figures(bases), found)
    }
}

impl Entry<Table> {
    /// The rules of a file that is not bundled.
    pub(crate) fn own_rules(&self) -> Option<&Safety> {
        match &self.value {
            Table::Safety(rules) if self.origin != Origin::Bundled => Some(rules),
            _ => None,
        }
    }
}
