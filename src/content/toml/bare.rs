//! How a value is written in its form that stands there bare: without quotes, without brackets, with words behind a number.

use crate::content::duration::guess;
use crate::content::toml::counted::Counted;
use crate::content::toml::{example, limits, several};
use crate::content::vocabulary;

/// Said of a dose that is for each side.
const EACH_SIDE: &str = "; side = \"each\" on a line of its own says that it is for each side";

/// How a value is written that is neither in its form nor in quotes.
pub(crate) fn in_form(key: &str, bare: &str) -> String {
    if limits::counted(key).is_some() {
        return number_form(key, bare);
    }
    // What stands there goes on after the place of the fault: with its key it is the whole line.
    let help = lasting(key, bare).unwrap_or_else(|| quoted(key, bare));
    help.replacen("write \"", &format!("write {key} = \""), 1)
}

/// How a number is written, where the key takes it.
pub(crate) fn bare_number(key: &str, number: &str) -> String {
    let Some(lasting) = limits::lasting(key) else {
        let fits = |counted: &Counted| {
            let number = number.parse::<u32>();
            number.is_ok_and(|number| counted.limits.contains(&number))
        };
        return match limits::counted(key) {
            Some(counted) if !fits(&counted) => counted.form_within(key),
            _ => format!("write {key} = {number}"),
        };
    };
    let help = lasting.help(key, &guess::meant(&format!("{number}s")));
    if help == format!("write \"{number}s\"") {
        return format!("write {key} = {number}");
    }
    help.replacen("write \"", &format!("write {key} = \""), 1)
}

/// How a number is written that stands there with words, or as a range.
pub(crate) fn number_form(key: &str, bare: &str) -> String {
    let form = || format!("write {}", example::any(key));
    limits::counted(key).map_or_else(form, |counted| counted.help(key, bare, "", EACH_SIDE))
}

/// How a duration is written that stands there without quotes; `None` when it is none.
pub(crate) fn lasting(key: &str, bare: &str) -> Option<String> {
    let dose = several::for_each_side(bare);
    let meant = guess::meant(dose.unwrap_or(bare));
    let side = dose.map_or("", |_| EACH_SIDE);
    match limits::lasting(key) {
        Some(lasting) => Some(lasting.help(key, &meant) + side),
        None => Some(format!("write \"{}\"", meant.first()?)),
    }
}

/// How words are written that stand there without quotes.
pub(crate) fn quoted(key: &str, bare: &str) -> String {
    if bare.contains(['"', '\\']) {
        return "put it in quotes".to_owned();
    }
    let parts = several::parts(bare);
    if example::is_list(key) {
        return several::list(key, &parts);
    }
    match vocabulary::of_key(key) {
        None => format!("write \"{bare}\""),
        Some(known) if known.contains(&bare) => format!("write \"{bare}\""),
        Some(_) => several::one(key, &parts),
    }
}

/// How texts are written that stand in quotes each, with commas between them.
pub(crate) fn several_quoted(key: &str, value: &str) -> String {
    let parts: Vec<&str> = (value.split(','))
        .map(|part| part.trim().trim_matches(['"', '\'']))
        .collect();
    let is_plain = value.matches(['"', '\'']).count() == 2 * parts.len();
    match key {
        _ if !is_plain => "put brackets around a list, or quotes around the whole text".to_owned(),
        _ if example::is_list(key) => several::list(key, &parts),
        _ => several::one(key, &parts),
    }
}
