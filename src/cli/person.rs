//! For whom a command is run: whoever `--for` names, else the owner of the profile, else nobody in particular.

use std::process::ExitCode;

use crate::cli::{USAGE, output};
use crate::content::library::Library;
use crate::content::safety::Safety;
use crate::content::safety::meant::Meaning;
use crate::content::text::printable;
use crate::edge::store::{profile, settings};
use crate::plan::whom::{Asked, Whom};

/// The word with which no rule applies.
const NOBODY: &str = "nobody";

/// Finds out for whom this call is. What is wrong with the profile is printed, and keeps nothing from going on.
///
/// # Errors
/// The exit code, after saying what of `--for` is not known.
pub(crate) fn of_call(for_: Option<&str>, library: &Library) -> Result<Whom, ExitCode> {
    let asked = asked(for_, &library.shared().safety).map_err(|why| {
        output::message(&why);
        ExitCode::from(USAGE)
    })?;
    let own = profile::own(&library.shared().safety);
    if let (Asked::Profile, Some(own)) = (&asked, &own) {
        output::findings(&own.path, &own.text, &own.found);
    }
    let whom = asked.whom(own, &library.shared().safety);
    Ok(whom.knowing(settings::known()))
}

/// What `--for` asks for: exactly these conditions, session flags and full stops, by their words or their names, or
/// nobody; without it, the profile. What is only near to a word is asked back.
///
/// # Errors
/// What to print when a word is not known.
pub fn asked(for_: Option<&str>, safety: &Safety) -> Result<Asked, String> {
    let Some(typed) = for_ else {
        return Ok(Asked::Profile);
    };
    let words = typed.split(',').map(str::trim);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words[..] {
        [] => return Err(
            "error: --for names nobody\nhelp: write --for CONDITION,CONDITION, or --for nobody\n"
                .to_owned(),
        ),
        [NOBODY] => return Ok(Asked::Nobody),
        _ if words.contains(&NOBODY) => {
            return Err(
                "error: --for nobody stands alone\nhelp: leave out nobody, or all the others\n"
                    .to_owned(),
            );
        }
        _ => {}
    }
    let (mut known, mut unknown) = (Vec::new(), String::new());
    for word in words {
        match safety.meaning(word) {
            Meaning::Word(id) | Meaning::Name(id) => known.push(id),
            Meaning::Near { ids, .. } => {
                let help = match &ids[..] {
                    [one] => format!("did you mean {one}?"),
                    several => format!("did you mean one of {}?", several.join(", ")),
                };
                unknown += &not_known(word, &help);
            }
            Meaning::Nothing => {
                let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
                let all: Vec<&str> = safety.condition_ids().chain(stops).collect();
                unknown += &not_known(word, &format!("known: {}", all.join(", ")));
            }
        }
    }
    if unknown.is_empty() {
        Ok(Asked::Conditions(known))
    } else {
        Err(unknown)
    }
}

fn not_known(word: &str, help: &str) -> String {
    format!(
        "error: unknown condition \"{}\"\n{}\n",
        printable(word),
        textwrap::fill(&format!("help: {help}"), whole_words())
    )
}

fn whole_words() -> textwrap::Options<'static> {
    textwrap::Options::new(78)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .subsequent_indent("  ")
}
