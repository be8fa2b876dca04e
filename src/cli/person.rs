//! For whom a command is run: whoever `--for` names, else the owner of the profile, else nobody in particular.

use std::process::ExitCode;

use crate::cli::{USAGE, output};
use crate::content::diagnostic::render;
use crate::content::library::Library;
use crate::content::safety::Safety;
use crate::content::text::{did_you_mean, printable};
use crate::edge::profile;
use crate::plan::person::Person;
use crate::plan::whom::{Asked, Whom};

/// The word with which no rule applies.
const NOBODY: &str = "nobody";

/// Finds out for whom this call is. What is wrong with the profile is printed, and keeps nothing from going on.
///
/// # Errors
/// The exit code, after saying what of `--for` is not known.
pub fn of_call(for_: Option<&str>, library: &Library) -> Result<Whom, ExitCode> {
    let asked = asked(for_, &library.shared().safety).map_err(|why| {
        output::message(&why);
        ExitCode::from(USAGE)
    })?;
    let own = profile::own(&library.shared().safety);
    match (&asked, &own) {
        (Asked::Profile, Some(own)) => {
            let colour = output::colour();
            output::message(&render(&own.path, &own.text, &own.found, colour));
        }
        (Asked::Nobody, _) => output::message("playing without checks\n"),
        _ => {}
    }
    Ok(asked.whom(own, &library.shared().safety))
}

/// What `--for` asks for; without it, the profile.
///
/// # Errors
/// What to print when a word is not known.
pub fn asked(for_: Option<&str>, safety: &Safety) -> Result<Asked, String> {
    let Some(typed) = for_ else {
        return Ok(Asked::Profile);
    };
    parse(typed, safety)?;
    let words = typed.split(',').map(|word| word.trim().to_owned());
    Ok(match typed.trim() {
        NOBODY => Asked::Nobody,
        _ => Asked::Conditions(words.filter(|word| !word.is_empty()).collect()),
    })
}

/// The person that `--for` names: exactly these conditions, session flags and full stops, or nobody.
///
/// # Errors
/// What to print when a word is not known.
pub fn parse(typed: &str, safety: &Safety) -> Result<Person, String> {
    let words: Vec<&str> = typed
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    match words[..] {
        [] => {
            return Err(
                "error: --for names nobody\nhelp: write --for knee-pain,glaucoma, or --for nobody\n"
                    .to_owned(),
            );
        }
        [NOBODY] => return Ok(Person::unknown()),
        _ if words.contains(&NOBODY) => {
            return Err(
                "error: --for nobody stands alone\nhelp: leave out nobody, or all the others\n"
                    .to_owned(),
            );
        }
        _ => {}
    }
    Person::with(words, safety).map_err(|unknown| {
        let messages: Vec<String> = unknown.iter().map(|word| not_known(word, safety)).collect();
        messages.concat()
    })
}

fn not_known(word: &str, safety: &Safety) -> String {
    let stops = safety.full_stops.iter().map(|stop| stop.id.as_str());
    let known = safety.condition_ids().chain(stops);
    let help = match did_you_mean(word, known.clone()) {
        Some(meant) => format!("help: did you mean {meant}?"),
        None => format!("help: known: {}", known.collect::<Vec<_>>().join(", ")),
    };
    format!(
        "error: unknown condition \"{}\"\n{}\n",
        printable(word),
        textwrap::fill(&help, whole_words())
    )
}

fn whole_words() -> textwrap::Options<'static> {
    textwrap::Options::new(78)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .subsequent_indent("  ")
}
