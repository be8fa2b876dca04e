//! The rules, read by code of the tests' own.

use supple::content::library::Library;
use supple::content::safety::Subject;

/// Whether a rule keeps somebody with this condition from this exercise.
pub(crate) fn is_ruled_out(library: &Library, id: &str, condition: &str) -> bool {
    let exercise = library.exercise(id).expect("it is there");
    let safety = &library.shared().safety;
    let listed = safety.allow.iter().all(|(known, list)| {
        known.get_ref() != condition || list.iter().any(|allowed| allowed.get_ref() == id)
    });
    let by_rule = safety.rules.iter().any(|rule| {
        let concerned = match &rule.subject {
            Subject::Hazard(hazard) => exercise
                .hazards
                .iter()
                .any(|own| own.get_ref() == hazard.get_ref()),
            Subject::Position(position) => exercise.position == Some(*position),
        };
        concerned
            && rule
                .contraindicated
                .iter()
                .any(|known| known.get_ref() == condition)
    });
    by_rule || !listed
}
