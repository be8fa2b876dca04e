//! A step as it is played.

use crate::content::breath::Breath;
use crate::content::dose::Dosage;
use crate::content::dose::layering::{Prescription, layered};
use crate::content::exercise::{Exercise, Switch};
use crate::content::exertion::Exertion;
use crate::content::step::AuthoredCue;
use crate::content::vocabulary::{
    Intensity, Limb, Order, Position, RangeEnd, Side, Sides, Surface,
};
use crate::content::wording::Wording;

/// The thing to lie on where there is no bed.
const MAT: &str = "mat";
/// The thing needed by somebody who lies in bed.
const BED: &str = "bed";

/// A step as it is played: the routine's word laid over the exercise's.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The name.
    pub name: String,
    /// The exercise's id; `None` for an inline step.
    pub exercise: Option<String>,
    /// The dose.
    pub dosage: Dosage,
    /// Which end of its ranges plays, where it has any.
    pub(crate) ranges: RangeEnd,
    /// The resistance: a band, a weight.
    pub(crate) load: Option<String>,
    /// How hard it should feel.
    pub(crate) effort: Option<Exertion>,
    /// The sides.
    pub sides: Sides,
    /// Which side begins where both are worked one after the other.
    pub(crate) first: Side,
    /// In which order sets and sides follow each other.
    pub(crate) order: Order,
    /// The limb that "left" names.
    pub(crate) limb: Option<Limb>,
    /// Known or not.
    pub position: Option<Position>,
    /// Known or not. Where the routine is down on the floor already, what is usually done in bed is done there.
    pub surface: Option<Surface>,
    /// The usual surface of the exercise; `None` where the step itself names one.
    pub(crate) usual_surface: Option<Surface>,
    /// The instructions, in short lines.
    pub how: Vec<Wording>,
    /// The sensation to look for.
    pub feel: Option<Wording>,
    /// The mistake to avoid.
    pub avoid: Option<Wording>,
    /// The cautions for this person, the most important first.
    pub cautions: Vec<String>,
    /// The effort; low where it is not stated.
    pub intensity: Intensity,
    /// The things needed.
    pub props: Vec<String>,
    /// Parts of the body that it is for.
    pub(crate) areas: Vec<String>,
    /// Hazard tags, the exercise's and the step's.
    pub hazards: Vec<String>,
    /// True if it is the exercise that lists mean by its id: not one that is done otherwise.
    pub(crate) listed: bool,
    /// True if anybody has said what could harm in it.
    pub(crate) known: bool,
    /// Id of an easier exercise.
    pub(crate) easier: Option<String>,
    /// Id of a harder exercise.
    pub(crate) harder: Option<String>,
    /// The author's own note.
    pub(crate) note: Option<Wording>,
    /// Said when the work begins.
    pub(crate) say: Option<Wording>,
    /// Said during the work.
    pub(crate) cues: Vec<AuthoredCue>,
    /// The time to change sides, where it is longer than the pace gives.
    pub(crate) switch: Option<Switch>,
    /// Paced breathing.
    pub(crate) breath: Option<Breath>,
    /// A breath that is not paced, where breaths are counted.
    pub(crate) unpaced: Breath,
    /// First to go when time is short.
    pub(crate) optional: bool,
    /// The authored step that it was lowered from, as [`Routine::steps`](crate::content::routine::Routine::steps)
    /// counts them.
    pub(crate) written: usize,
}

impl Planned {
    /// The side that it works, where it works only one.
    pub(crate) fn only_side(&self) -> Option<Side> {
        self.sides.only()
    }

    /// An exercise as the library has it, with its own dose; one without a dose takes the one given.
    pub(crate) fn of_exercise(
        id: &str,
        exercise: &Exercise,
        otherwise: Dosage,
        written: usize,
    ) -> Self {
        let none = Prescription::default();
        Self {
            name: exercise.name.clone(),
            exercise: Some(id.to_owned()),
            dosage: layered(&none, &none, Some(&exercise.prescription)).unwrap_or(otherwise),
            ranges: RangeEnd::High,
            load: None,
            effort: None,
            sides: exercise.sides,
            first: Side::Left,
            order: Order::SideBySide,
            limb: exercise.limb,
            position: exercise.position,
            surface: exercise.surface,
            usual_surface: exercise.surface,
            how: exercise.how.clone(),
            feel: exercise.feel.clone(),
            avoid: exercise.avoid.clone(),
            cautions: Vec::new(),
            intensity: exercise.intensity,
            props: exercise.props.clone(),
            areas: exercise.areas.clone(),
            hazards: exercise.all_hazards(),
            listed: !exercise.altered,
            known: exercise.known,
            easier: exercise
                .easier
                .as_ref()
                .map(|easier| easier.get_ref().clone()),
            harder: exercise
                .harder
                .as_ref()
                .map(|harder| harder.get_ref().clone()),
            note: None,
            say: None,
            cues: Vec::new(),
            switch: exercise.switch,
            breath: exercise.breath,
            unpaced: Breath::UNPACED,
            optional: false,
            written,
        }
    }

    /// A step that is no exercise of the library, of which nothing is known yet but its name and dose.
    pub(crate) fn inline(name: &str, dosage: Dosage, written: usize) -> Self {
        Self {
            name: name.to_owned(),
            exercise: None,
            dosage,
            ranges: RangeEnd::High,
            load: None,
            effort: None,
            sides: Sides::Both,
            first: Side::Left,
            order: Order::SideBySide,
            limb: None,
            position: None,
            surface: None,
            usual_surface: None,
            how: Vec::new(),
            feel: None,
            avoid: None,
            cautions: Vec::new(),
            intensity: Intensity::Low,
            props: Vec::new(),
            areas: Vec::new(),
            hazards: Vec::new(),
            listed: false,
            known: false,
            easier: None,
            harder: None,
            note: None,
            say: None,
            cues: Vec::new(),
            switch: None,
            breath: None,
            unpaced: Breath::UNPACED,
            optional: false,
            written,
        }
    }

    /// Returns it as it plays in the place of another step: from the same ends of ranges, in the same
    /// order of sides, at the same breath.
    #[must_use]
    pub(crate) fn in_place_of(self, step: &Self) -> Self {
        Self {
            dosage: self.dosage.at(step.ranges),
            ranges: step.ranges,
            first: step.first,
            order: step.order,
            unpaced: step.unpaced,
            ..self
        }
    }

    /// Returns the things needed in this place: on the floor a mat instead of the bed.
    pub(crate) fn needs(&self) -> impl Iterator<Item = &str> {
        let here = |prop: &'_ str| self.stays_on_floor() && prop == BED;
        let props = self.props.iter().map(String::as_str);
        props.map(move |prop| if here(prop) { MAT } else { prop })
    }

    /// Returns whether it is usually done in bed, and here on the floor, where one is already.
    pub(crate) fn stays_on_floor(&self) -> bool {
        (self.usual_surface, self.surface) == (Some(Surface::Bed), Some(Surface::Floor))
    }

    /// Returns whether it moves the body: what only waits for a key is no exercise.
    pub(crate) fn is_physical(&self) -> bool {
        !self.dosage.is_done_by_key()
    }

    /// Returns whether it only waits for a key and names nothing that could be held against the rules: an item of a
    /// checklist.
    pub(crate) fn names_nothing(&self) -> bool {
        !self.is_physical()
            && self.exercise.is_none()
            && self.position.is_none()
            && self.hazards.is_empty()
    }
}

/// Everything that these steps need, each once, in the order in which it is first needed.
pub(crate) fn props<'a>(steps: impl IntoIterator<Item = &'a Planned>) -> Vec<&'a str> {
    let mut props: Vec<&str> = Vec::new();
    for prop in steps.into_iter().flat_map(Planned::needs) {
        if !props.contains(&prop) {
            props.push(prop);
        }
    }
    props
}
