//! The bundled library: everything fits, everything is sound, nobody is offered what the rules rule out for them.

use std::collections::BTreeSet;

use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::safety::rule::Subject;
use supple::content::vocabulary::{Audience, Intensity, Position, Word as _};
use supple::content::wording::{Slot, Wording};
use supple::plan::lower::lower;
use supple::plan::review::review;
use supple::plan::timetable::Timetable;

use crate::support::stage::bundled;

/// Every bundled routine with its timetable.
fn timetables(library: &Library) -> Vec<(Timetable, Vec<Audience>)> {
    library
        .routines()
        .map(|entry| {
            let timetable = lower(&entry.id, &entry.value, library);
            (
                timetable.unwrap_or_else(|why| panic!("{}: {}", entry.id, why.message)),
                entry.value.audience.clone(),
            )
        })
        .collect()
}

#[test]
fn everything_is_sound_and_without_warnings() {
    let library = bundled();
    let mut reports = String::new();
    for entry in library.routines() {
        reports += &entry.report(false);
        let timetable = lower(&entry.id, &entry.value, library).expect("it can be lowered");
        for found in review(&entry.value, &timetable, library) {
            reports += &format!("{}: {}\n", entry.id, found.message);
        }
    }
    for entry in library.exercises() {
        reports += &entry.report(false);
    }
    for entry in library.tables() {
        reports += &entry.report(false);
    }
    assert!(reports.is_empty(), "{reports}");
    assert_eq!(library.tables().count(), 5);
}

#[test]
fn at_first_sight_everything_looks_as_it_will() {
    let (first, whole) = (Library::at_first_sight(embedded::layer()), bundled());
    let totals = |library: &Library| -> Vec<_> {
        timetables(library)
            .into_iter()
            .map(|(timetable, _)| (timetable.id.clone(), timetable.total()))
            .collect()
    };
    assert_eq!(totals(&first), totals(whole));
}

#[test]
fn a_renewed_library_is_the_one_that_is_read_fresh() {
    let of = |found: Vec<(FileKind, &str, String)>, origin| Layer {
        origin,
        files: found
            .into_iter()
            .map(|(kind, id, text)| File {
                kind,
                id: id.to_owned(),
                path: format!("routines/exercises/{id}.toml"), // as a bundled one is called
                text: Ok(text.into()),
            })
            .collect(),
    };
    let routine = |exercise: &str| {
        format!(
            "format = 1\ntitle = \"Own\"\ndiscipline = \"yoga\"\n[[step]]\nexercise = \"{exercise}\"\nhold = 20\n"
        )
    };
    let circles =
        "format = 1\nname = \"Circles\"\ndiscipline = \"mobility\"\nposition = \"seated-chair\"\n"
            .to_owned();
    let (exercise, own) = ("bound-angle", Origin::Own);
    let layers = [
        vec![],
        // Over a bundled routine and a bundled exercise, which comes back when they are gone.
        vec![of(
            vec![
                (FileKind::Routine, "bedtime-stretch-10", routine(exercise)),
                (FileKind::Exercise, "ankle-circles", circles.clone()),
            ],
            own,
        )],
        // A broken exercise over a bundled one, a second of the same name, and a routine that names nothing.
        vec![
            of(
                vec![
                    (
                        FileKind::Exercise,
                        "ankle-circles",
                        "format = 1\nname = 3\n".to_owned(),
                    ),
                    (FileKind::Exercise, "ankle-circles", circles.clone()),
                    (FileKind::Routine, "own", routine("nothing")),
                ],
                own,
            ),
            of(
                vec![(FileKind::Routine, "own", routine(exercise))],
                Origin::Folder(0),
            ),
        ],
        // With what one of the bundled routines lacks.
        vec![of(vec![(FileKind::Exercise, "mine", circles.clone())], own)],
        // Without the base of many figures.
        vec![of(
            vec![(FileKind::Figures, "figures", "format = 1\n".to_owned())],
            own,
        )],
    ];
    let mut bundled = embedded::layer();
    let lacking = of(
        vec![(FileKind::Routine, "lacking", routine("mine"))],
        Origin::Bundled,
    );
    bundled.files.extend(lacking.files);
    let mut library = Library::at_first_sight(embedded::layer());
    for own in layers.iter().chain(&layers) {
        let all = || [vec![bundled.clone()], own.clone()].concat();
        library = library.renewed(all());
        let fresh = Library::of(all());
        assert_eq!(format!("{library:#?}"), format!("{fresh:#?}"));
    }
}

#[test]
fn totals_keep_their_promise() {
    let library = bundled();
    for (timetable, _) in timetables(library) {
        let entry = library.routine(&timetable.id).expect("it is there");
        let total = timetable.total().as_secs_f64();
        match &entry.value.minutes {
            Some(minutes) => {
                let promised = f64::from(*minutes.get_ref()) * 60.0;
                assert!(
                    (total - promised).abs() <= promised / 10.0,
                    "{}: {total} s",
                    timetable.id
                );
            }
            None => assert!(
                timetable.is_checklist(),
                "{} promises nothing",
                timetable.id
            ),
        }
    }
}

/// A text with the longest words that can stand for a side.
fn at_its_longest(text: &Wording) -> String {
    let filled = text.filled(|slot| match slot {
        Slot::Side => "right".into(),
        Slot::Limb | Slot::Other => "right side".into(),
    });
    filled.into_owned()
}

#[test]
fn texts_fit_an_eighty_column_player() {
    let library = bundled();
    let mut long = Vec::new();
    let mut check = |place: &str, text: &str, most: usize| {
        if text.chars().count() > most {
            long.push(format!("{place}: {text}"));
        }
    };
    for entry in library.exercises() {
        check(&entry.id, &entry.value.name, 34);
        assert!(
            (2..=4).contains(&entry.value.how.len()),
            "{} has {} lines of how-to",
            entry.id,
            entry.value.how.len()
        );
        let lines = entry
            .value
            .how
            .iter()
            .chain(&entry.value.feel)
            .chain(&entry.value.avoid);
        lines.for_each(|line| check(&entry.id, &at_its_longest(line), 60));
    }
    for entry in library.routines() {
        check(&entry.id, &entry.value.title, 34);
        entry
            .value
            .cautions
            .iter()
            .for_each(|line| check(&entry.id, line, 76));
        for step in entry.value.steps() {
            check(&entry.id, step.subject.as_written(), 34);
            step.how
                .iter()
                .for_each(|line| check(&entry.id, &at_its_longest(line), 60));
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_routine_holds_what_is_ruled_out_for_its_own_audience() {
    let library = bundled();
    let rules = &library.shared().safety.rules;
    let mut wrong = Vec::new();
    for (timetable, audience) in timetables(library) {
        for id in timetable
            .steps
            .iter()
            .filter_map(|step| step.planned.exercise.as_deref())
        {
            let exercise = library.exercise(id).expect("it is there");
            let holds = |subject: &Subject| match subject {
                Subject::Hazard(hazard) => exercise
                    .hazards
                    .iter()
                    .any(|own| own.get_ref() == hazard.get_ref()),
                Subject::Position(position) => exercise.position == Some(*position),
            };
            for rule in rules.iter().filter(|rule| holds(&rule.subject)) {
                for audience in &audience {
                    if rule
                        .contraindicated
                        .iter()
                        .any(|condition| condition.get_ref() == audience.as_str())
                    {
                        wrong.push(format!("{}: {id} for {}", timetable.id, audience.as_str()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nights_are_gentle() {
    let library = bundled();
    for (timetable, _) in timetables(library)
        .iter()
        .filter(|(timetable, _)| timetable.when.is_sleepy())
    {
        for id in timetable
            .steps
            .iter()
            .filter_map(|step| step.planned.exercise.as_deref())
        {
            let exercise = library.exercise(id).expect("it is there");
            assert_eq!(exercise.intensity, Intensity::Low, "{}: {id}", timetable.id);
        }
    }
}

#[test]
fn from_the_second_trimester_nobody_lies_flat_or_on_the_front() {
    let library = bundled();
    let late = [Audience::PregnancyT2, Audience::PregnancyT3];
    for (timetable, audience) in timetables(library) {
        if !audience.iter().any(|audience| late.contains(audience)) {
            continue;
        }
        for step in &timetable.steps {
            let position = step.planned.position;
            assert!(
                !matches!(position, Some(Position::Supine | Position::Prone)),
                "{}: {}",
                timetable.id,
                step.planned.name
            );
            let exercise = step
                .planned
                .exercise
                .as_deref()
                .and_then(|id| library.exercise(id));
            for hazard in exercise.iter().flat_map(|exercise| &exercise.hazards) {
                assert!(
                    !["supine-flat", "prone"].contains(&hazard.get_ref().as_str()),
                    "{}",
                    timetable.id
                );
            }
        }
    }
}

#[test]
fn the_kinds_without_a_study_say_so() {
    let library = bundled();
    for entry in library.routines().filter(|entry| {
        entry
            .value
            .discipline
            .is_some_and(|discipline| ["pilates", "water"].contains(&discipline.as_str()))
    }) {
        let texts = entry
            .value
            .about
            .iter()
            .chain(&entry.value.cautions)
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(texts.contains("no study"), "{}: {texts}", entry.id);
    }
}

#[test]
fn every_exercise_has_its_place_and_its_source() {
    let library = bundled();
    let ids: BTreeSet<&str> = library.exercises().map(|entry| entry.id.as_str()).collect();
    assert!(ids.len() >= 79, "{} exercises", ids.len());
    for entry in library.exercises() {
        assert!(entry.value.surface.is_some(), "{} has no surface", entry.id);
        assert!(
            !entry.value.sources.is_empty(),
            "{} has no source",
            entry.id
        );
        assert!(!entry.value.areas.is_empty(), "{} has no area", entry.id);
        assert!(
            entry.value.prescription.dose.is_some(),
            "{} has no dose",
            entry.id
        );
        assert!(
            entry.value.feel.is_some() && entry.value.avoid.is_some(),
            "{}",
            entry.id
        );
    }
}

#[test]
fn every_precaution_has_a_line_to_say() {
    let library = bundled();
    let safety = &library.shared().safety;
    let same = |one: &Subject, other: &Subject| match (one, other) {
        (Subject::Hazard(one), Subject::Hazard(other)) => one.get_ref() == other.get_ref(),
        (Subject::Position(one), Subject::Position(other)) => one == other,
        _ => false,
    };
    for rule in &safety.rules {
        for condition in &rule.precaution {
            let said = safety.cautions.iter().any(|caution| {
                caution
                    .subjects
                    .iter()
                    .any(|subject| same(subject, &rule.subject))
                    && (caution.conditions.is_empty()
                        || caution
                            .conditions
                            .iter()
                            .any(|known| known.get_ref() == condition.get_ref()))
            });
            assert!(
                said,
                "nothing to say for {:?} with {}",
                rule.subject,
                condition.get_ref()
            );
        }
    }
}
