//! The form of a value that is written bare: without quotes, without brackets, with words behind a number.

use crate::content::duration::guess;
use crate::content::toml::schema::KnownKeys;
use crate::content::toml::several;

/// Returns the right form of a value that is neither in its form nor in quotes.
pub(crate) fn in_form(known: KnownKeys, key: &str, bare: &str) -> String {
    if known.counted(key).is_some() {
        return number_form(known, key, bare);
    }
    // What stands there goes on after the place of the fault: with its key it is the whole line.
    let lead = format!("{key} = ");
    lasting(known, key, &lead, bare).unwrap_or_else(|| quoted(known, key, &lead, bare))
}

/// Returns the right form of a number, where the key takes it.
pub(crate) fn bare_number(known: KnownKeys, key: &str, number: &str) -> String {
    if let Some(lasting) = known.lasting(key) {
        let seconds = format!("{number}s");
        return if lasting.takes(&seconds) {
            format!("write {key} = {number}")
        } else {
            let (lead, meant) = (format!("{key} = "), guess::meant(&seconds));
            lasting.help(key, &lead, &meant, &known.ranged())
        };
    }
    let parsed = number.parse::<u32>();
    match known.counted(key) {
        Some(counted) if !parsed.is_ok_and(|number| counted.limits.contains(&number)) => {
            counted.form_within(known, key)
        }
        _ => format!("write {key} = {number}"),
    }
}

/// Returns the right form of a number written with words or as a range.
pub(crate) fn number_form(known: KnownKeys, key: &str, bare: &str) -> String {
    match known.counted(key) {
        Some(counted) => counted.help(known, key, bare, ("", known.schema.suffix.here)),
        None => format!("write {}", known.example(key)),
    }
}

/// Returns the right form of an unquoted duration, with `lead` before it; `None` when it is none.
pub(crate) fn lasting(known: KnownKeys, key: &str, lead: &str, bare: &str) -> Option<String> {
    let duration = (known.schema.suffix.strip)(bare);
    let meant = guess::meant(duration.unwrap_or(bare));
    let side = duration.map_or("", |_| known.schema.suffix.here);
    match known.lasting(key) {
        Some(lasting) => Some(lasting.help(key, lead, &meant, &known.ranged()) + side),
        None => Some(format!("write {lead}\"{}\"", meant.first()?)),
    }
}

/// Returns the right form of unquoted words, with `lead` before them.
pub(crate) fn quoted(known: KnownKeys, key: &str, lead: &str, bare: &str) -> String {
    if bare.contains(['"', '\\']) {
        return "put it in quotes".to_owned();
    }
    let parts = several::parts(bare);
    if known.is_list(key) {
        return several::list(known, key, &parts);
    }
    match known.known_words(key) {
        Some(words) if !words.contains(&bare) => several::one(known, key, &parts),
        _ => format!("write {lead}\"{bare}\""),
    }
}

/// Returns the right form of several quoted texts with commas between them.
pub(crate) fn several_quoted(known: KnownKeys, key: &str, value: &str) -> String {
    let parts: Vec<&str> = (value.split(','))
        .map(|part| part.trim().trim_matches(['"', '\'']))
        .collect();
    let is_plain = value.matches(['"', '\'']).count() == 2 * parts.len();
    match key {
        _ if !is_plain => "put brackets around a list, or quotes around the whole text".to_owned(),
        _ if known.is_list(key) => several::list(known, key, &parts),
        _ => several::one(known, key, &parts),
    }
}
