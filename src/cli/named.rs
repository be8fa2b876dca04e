//! What was typed in place of a routine or an exercise: a path, an id, or a name.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::{USAGE, output};
use crate::content::file::{Kind, Layer, Origin, is_toml};
use crate::content::library::Library;
use crate::content::names::{Meant, Names};
use crate::content::text::{composed, printable};
use crate::edge::store::files;

/// The layer of a file that was typed as a path: something with `/` in it, or that ends in `.toml`.
pub(crate) fn file(typed: &OsStr, kind: Kind) -> Option<Layer> {
    let text = typed.to_string_lossy();
    if !text.contains('/') && !is_toml(&text) {
        return None;
    }
    let mut file = files::named(Path::new(typed));
    file.kind = kind;
    Some(Layer {
        origin: Origin::Path,
        files: vec![file],
    })
}

/// The library with a file that was typed as a path on top, and its id.
pub(crate) fn with_file(mut layers: Vec<Layer>, layer: Layer) -> (Library, String) {
    let id = layer.files.first().map(|file| file.id.clone());
    layers.push(layer);
    (Library::of(layers), id.unwrap_or_default())
}

/// The id that was typed, or that of the only thing of this name, which is said. `other` says what else it
/// is, `otherwise` what to do where nothing is like it.
///
/// # Errors
/// The exit code, after saying what there is instead.
pub(crate) fn id(
    typed: &OsStr,
    what: &str,
    names: &Names,
    other: impl FnOnce(&str) -> Option<&'static str>,
    otherwise: &str,
) -> Result<String, ExitCode> {
    let text = typed.to_string_lossy();
    let shown = printable(&text);
    let (said, help) = match names.meaning(&text) {
        Meant::Id => return Ok(composed(&text).into_owned()),
        Meant::Name(id) => {
            output::message(&format!("note: \"{shown}\" is understood as {id}\n"));
            return Ok(id.to_owned());
        }
        Meant::Several(ids) => (
            format!("more than one {what} is called \"{shown}\""),
            format!("write one of {}", ids.join(", ")),
        ),
        Meant::Nothing => {
            let help = match &names.near(&text)[..] {
                _ if Path::new(typed).is_file() => format!("for the file, write ./{shown}"),
                near => match (other(&text), near) {
                    (Some(other), _) => other.to_owned(),
                    (None, []) => otherwise.to_owned(),
                    (None, [one]) => format!("did you mean {one}?"),
                    (None, several) => format!("did you mean one of {}?", several.join(", ")),
                },
            };
            (format!("there is no {what} \"{shown}\""), help)
        }
    };
    output::message(&format!("error: {said}\nhelp: {help}\n"));
    Err(ExitCode::from(USAGE))
}
