//! The bases: postures with a name, over which figures and other bases are laid.

use std::collections::BTreeMap;

use crate::content::diagnostic::{Diagnostic, any_error};
use crate::content::fields::{unknown_id, unknown_word};
use crate::content::figures::Written;
use crate::figure::decode;
use crate::figure::layer::{Given, Layer};

/// All bases, by name.
#[derive(Clone, Debug, Default)]
pub struct Bases {
    layers: BTreeMap<String, Layer>,
}

impl Bases {
    /// Lays the files over each other, later ones over earlier ones. Nothing of one that holds an error is used.
    pub fn of(files: &[Written]) -> Self {
        let mut bases = Self::default();
        for file in files {
            let (layers, found) = read(file);
            if !any_error(&found) {
                bases.layers.extend(layers);
            }
        }
        bases
    }

    /// What is wrong with the bases of a file: their words and numbers, and what they are laid over.
    pub fn check(&self, file: &Written) -> Vec<Diagnostic> {
        let (layers, mut found) = read(file);
        let mut known = self.clone();
        known.layers.extend(layers.iter().cloned());
        let unresolved = layers
            .into_iter()
            .filter_map(|(_, layer)| known.resolve(layer).err());
        found.extend(unresolved);
        found
    }

    /// A table with all the bases below it.
    ///
    /// # Errors
    /// When a base is not there, or leads back to itself.
    pub fn resolve(&self, layer: Layer) -> Result<Layer, Diagnostic> {
        let Some(first) = layer.base.clone() else {
            return Ok(layer);
        };
        let mut chain: Vec<&str> = Vec::new();
        let mut below = Vec::new();
        let mut next = Some(&first);
        while let Some(name) = next {
            let Some((name, base)) = self.layers.get_key_value(&name.value) else {
                return Err(self.unknown(&first, name));
            };
            if let Some(at) = chain.iter().position(|seen| seen == name) {
                let mut round = chain[at..].to_vec();
                round.push(name);
                let message = format!("a base leads back to itself: {}", round.join(", "));
                let help = "let one of them start from nothing";
                return Err(placed(Diagnostic::error(message).help(help), &first));
            }
            chain.push(name);
            below.push(base);
            next = base.base.as_ref();
        }
        let bottom = below
            .into_iter()
            .rev()
            .fold(Layer::default(), |under, base| {
                under.with(base.clone().without_places())
            });
        Ok(bottom.with(layer))
    }

    /// `first` is what the figure names, `name` what is not there: the same, or named by a base.
    fn unknown(&self, first: &Given<String>, name: &Given<String>) -> Diagnostic {
        let span = first.span.clone().unwrap_or_default();
        let typed = toml::Spanned::new(span, name.value.clone());
        let known = self.layers.keys().map(String::as_str);
        if self.layers.is_empty() {
            return unknown_id("base", &typed, known).help("there are no bases: begin with view");
        }
        unknown_word("base", &typed, known)
    }
}

fn placed(found: Diagnostic, at: &Given<String>) -> Diagnostic {
    match &at.span {
        Some(span) => found.at(span.clone()),
        None => found,
    }
}

fn read(file: &Written) -> (Vec<(String, Layer)>, Vec<Diagnostic>) {
    file.bases(|name, table| {
        let layer = decode::decode(table, "a base");
        (name.get_ref().clone(), layer)
    })
}
