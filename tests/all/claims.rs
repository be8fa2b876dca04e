//! What the program may not say: that anything treats, cures, prevents, reverses, is proven, or is safe for everyone.
//!
//! Read are all texts of the bundled content that a person can see, and all text in the program itself. Titles of
//! other people's works (citations) and the findings behind a sentence (`found`) are not said by the program.

use std::fs;
use std::path::Path;

use crate::support::stage;

/// Beginnings of words, in small letters.
const STEMS: &[&str] = &[
    "treat",
    "cure",
    "curing",
    "curative",
    "prevent",
    "reverse",
    "reversal",
    "reversing",
    "proven",
    "proof",
    "dopamin",
    "guarantee",
    "heals",
    "healing",
    "clinically",
    "miracle",
    "eliminat",
    "neurotransmitter",
    "detox",
];
const PHRASES: &[&str] = &[
    "safe for everyone",
    "safe for all",
    "safe for anyone",
    "risk-free",
    "no risk",
    "without risk",
    "get rid of",
    "replaces medicine",
    "instead of medicine",
    "improves circulation",
    "scientifically",
];

/// A style of text is called so.
const HARMLESS: (&str, &str) = ("theme.rs", "reverse");

fn claims(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words
        .filter(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
        .map(str::to_owned);
    words
        .chain(
            PHRASES
                .iter()
                .filter(|phrase| text.contains(**phrase))
                .map(|phrase| (*phrase).to_owned()),
        )
        .collect()
}

fn texts() -> Vec<(String, String)> {
    let library = stage::library(Vec::new());
    let mut texts: Vec<(String, String)> = Vec::new();
    for entry in library.routines() {
        let routine = &entry.value;
        let mut add = |text: &str| texts.push((entry.id.clone(), text.to_owned()));
        add(&routine.title);
        routine
            .about
            .iter()
            .chain(&routine.cautions)
            .for_each(|text| add(text));
        for step in routine.steps() {
            add(step.subject.as_written());
            let lines = step
                .how
                .iter()
                .chain(&step.feel)
                .chain(&step.avoid)
                .chain(&step.say)
                .chain(&step.note);
            lines.for_each(|text| add(text.as_written()));
            step.cues
                .iter()
                .for_each(|cue| add(cue.get_ref().say.as_written()));
        }
    }
    for entry in library.exercises() {
        let exercise = &entry.value;
        let lines = exercise
            .how
            .iter()
            .chain(&exercise.feel)
            .chain(&exercise.avoid);
        texts.push((entry.id.clone(), exercise.name.clone()));
        let lines = lines.map(|text| text.as_written().to_owned());
        let lines = lines.chain(exercise.also.iter().cloned());
        texts.extend(lines.map(|text| (entry.id.clone(), text)));
    }
    let shared = library.shared();
    let safety = &shared.safety;
    let mut add = |text: &str| texts.push(("safety".to_owned(), text.to_owned()));
    safety.disclaimer.iter().for_each(|text| add(text));
    safety.hazards.iter().for_each(|(_, text)| add(text));
    for condition in &safety.conditions {
        add(&condition.name);
        condition
            .means
            .iter()
            .chain(&condition.notes)
            .for_each(|text| add(text));
    }
    safety
        .session_flags
        .iter()
        .for_each(|flag| add(&format!("{} {}", flag.name, flag.notes.join(" "))));
    safety.full_stops.iter().for_each(|stop| {
        add(&format!(
            "{} {} {}",
            stop.name,
            stop.message,
            stop.covers.join(" ")
        ));
    });
    safety.cautions.iter().for_each(|caution| add(&caution.say));
    safety
        .notes
        .iter()
        .for_each(|note| add(&format!("{} {}", note.name, note.say.join(" "))));
    safety
        .red_flag_groups
        .iter()
        .for_each(|group| add(&format!("{} {}", group.name, group.actions.join(" "))));
    safety.red_flags.iter().for_each(|flag| add(&flag.say));
    for (id, evidence) in &shared.evidence {
        let said = evidence.say.as_deref().unwrap_or_default();
        texts.push((id.clone(), format!("{} {said}", evidence.strength)));
    }
    texts
}

/// The texts in double quotes of a source file.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let place = path.display().to_string();
            found.extend(
                literals(&text)
                    .into_iter()
                    .map(|literal| (place.clone(), literal)),
            );
        }
    }
}

#[test]
fn nothing_is_claimed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = texts();
    assert!(all.len() > 800, "only {} texts were found", all.len());
    sources(&root.join("src"), &mut all);
    for document in ["README.md", "CHANGELOG.md"] {
        all.push((
            document.to_owned(),
            fs::read_to_string(root.join(document)).expect("a document"),
        ));
    }
    let wrong: Vec<String> = all
        .iter()
        .flat_map(|(place, text)| {
            claims(text)
                .into_iter()
                .filter(|claim| !(place.ends_with(HARMLESS.0) && claim == HARMLESS.1))
                .map(move |claim| format!("{place}: {claim}: {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn claims_are_found_in_any_form() {
    for text in [
        "Treats restless legs.",
        "a treatment",
        "It CURED me",
        "helps preventing falls",
        "Proven!",
        "safe for everyone",
    ] {
        assert!(!claims(text).is_empty(), "{text}");
    }
    assert!(claims("Small studies suggest that stretching can ease it.").is_empty());
}
