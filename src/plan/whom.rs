//! The recipient of routines: they are chosen and played for this person.

use std::collections::BTreeSet;

use crate::content::diagnostic::any_error;
use crate::content::safety::rulebook::Safety;
use crate::content::vocabulary::PROPS;
use crate::plan::person::Person;
use crate::plan::place::Place;
use crate::plan::preferences::Preferences;
use crate::plan::profile::model::Profile;
use crate::plan::profile::own::Own;
use crate::plan::timetable::Timetable;

/// The source of what is known about the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RecipientSource {
    /// From nowhere: there is no profile.
    #[default]
    Nothing,
    /// From the profile.
    Profile,
    /// From the profile, some of which cannot be read.
    Faulty,
    /// There is a profile, and nothing of it can be read; why, in words.
    Unreadable(String),
    /// Somebody named these conditions for this time.
    Named(Vec<String>),
    /// Somebody asked for no checks for this time.
    Unchecked,
}

/// A person, what they wish for, and how they are today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recipient {
    /// The source of what is known about the person.
    pub(crate) basis: RecipientSource,
    /// The person's answers about themselves, without conditions when somebody else plays.
    pub profile: Profile,
    /// Without what is new today.
    usual: Person,
    /// Session flags and full stops of this session; stored nowhere.
    today: Vec<String>,
    /// All of it.
    person: Person,
    /// Routines that the person knows: in these no time is given to hear how it is done.
    known: BTreeSet<String>,
    /// Routines of which the person wants the lower ends of ranges.
    gentle: BTreeSet<String>,
}

impl Recipient {
    /// Somebody who is known from somewhere.
    pub fn new(basis: RecipientSource, person: Person, profile: Profile) -> Self {
        Self {
            basis,
            profile,
            usual: person.clone(),
            today: Vec::new(),
            person,
            known: BTreeSet::new(),
            gentle: BTreeSet::new(),
        }
    }

    /// Returns the recipient with these known routines, unless they are not the owner of the profile.
    #[must_use]
    pub(crate) fn knowing(mut self, known: BTreeSet<String>) -> Self {
        if !self.is_somebody_else() {
            self.known = known;
        }
        self
    }

    /// Returns the recipient with the lower ends of ranges in these routines, unless they are not the owner of the
    /// profile.
    #[must_use]
    pub(crate) fn gentle_in(mut self, gentle: BTreeSet<String>) -> Self {
        if !self.is_somebody_else() {
            self.gentle = gentle;
        }
        self
    }

    /// Returns the recipient with the lower ends of ranges in every routine.
    #[must_use]
    pub(crate) fn gentle_everywhere(mut self) -> Self {
        self.profile.gentle = Some(true);
        self
    }

    /// Returns whether it is not the owner of the profile, or nobody in particular.
    pub(crate) fn is_somebody_else(&self) -> bool {
        matches!(
            self.basis,
            RecipientSource::Named(_) | RecipientSource::Unchecked
        )
    }

    /// Returns whether the person knows how a routine is done.
    pub(crate) fn knows(&self, routine: &str) -> bool {
        self.known.contains(routine)
    }

    /// The routines that the person knows.
    pub(crate) fn known(&self) -> &BTreeSet<String> {
        &self.known
    }

    /// Says of a routine whether the person knows how it is done.
    pub(crate) fn set_known(&mut self, routine: &str, known: bool) {
        if known {
            self.known.insert(routine.to_owned());
        } else {
            self.known.remove(routine);
        }
    }

    /// Returns whether the person wants the lower ends of ranges in a routine, whatever the profile says.
    pub(crate) fn is_gentle_in(&self, routine: &str) -> bool {
        self.gentle.contains(routine)
    }

    /// The routines of which the person wants the lower ends of ranges.
    pub(crate) fn gentle(&self) -> &BTreeSet<String> {
        &self.gentle
    }

    /// Says of a routine whether the person wants the lower ends of its ranges.
    pub(crate) fn set_gentle(&mut self, routine: &str, gentle: bool) {
        if gentle {
            self.gentle.insert(routine.to_owned());
        } else {
            self.gentle.remove(routine);
        }
    }

    /// Returns the person's preferences for a routine: what they want of this one, else what the profile says.
    pub(crate) fn preferences(&self, routine: &str) -> Preferences {
        let here = self.is_gentle_in(routine).then_some(true);
        Preferences {
            gentle: here.or(self.profile.gentle),
            first_side: self.profile.first_side,
        }
    }

    /// As the rules see them.
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// Session flags and full stops of this session.
    pub(crate) fn today(&self) -> &[String] {
        &self.today
    }

    /// Sets what is new today, in place of what was.
    pub(crate) fn set_today(&mut self, words: Vec<String>, safety: &Safety) {
        self.person = self.usual.and(&words, safety);
        self.today = words;
    }

    /// Returns whether all that is known of the person was understood, and is checked.
    pub(crate) fn is_checked(&self) -> bool {
        let is_read = !matches!(
            self.basis,
            RecipientSource::Unreadable(_) | RecipientSource::Unchecked
        );
        is_read && self.profile.is_understood()
    }

    /// Returns the names of the person's conditions, then of what is new today.
    pub(crate) fn names<'a>(&self, safety: &'a Safety) -> Vec<&'a str> {
        let conditions = safety
            .conditions
            .iter()
            .map(|known| (&known.id, &known.name));
        let flags = safety
            .session_flags
            .iter()
            .map(|flag| (&flag.id, &flag.name));
        let stops = safety.full_stops.iter().map(|stop| (&stop.id, &stop.name));
        let holds = |id: &String| {
            self.person.said().any(|said| said == id) || self.person.full_stops().contains(id)
        };
        conditions
            .chain(flags)
            .chain(stops)
            .filter(|(id, _)| holds(id))
            .map(|(_, name)| name.as_str())
            .collect()
    }

    /// Returns the demands of a routine that the profile says are unmet. It rules nothing out.
    pub(crate) fn unmet(&self, timetable: &Timetable) -> Vec<Unmet> {
        let mut unmet = Vec::new();
        let steps = || timetable.steps.iter().map(|step| &*step.planned);
        if self.profile.floor == Some(false) && !Place::NoFloor.holds(steps()) {
            unmet.push(Unmet::NoFloor);
        }
        if let Some(have) = &self.profile.equipment {
            let known = |prop: &&str| PROPS.contains(prop) && !have.iter().any(|own| own == prop);
            let missing: Vec<String> = (timetable.props().into_iter())
                .filter(known)
                .map(str::to_owned)
                .collect();
            if !missing.is_empty() {
                unmet.push(Unmet::Props(missing));
            }
        }
        unmet
    }

    /// Returns the factor for the times between steps.
    pub(crate) fn pace_factor(&self) -> f64 {
        self.profile.pace_factor.unwrap_or(1.0)
    }
}

/// Something that a routine asks and the profile speaks against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unmet {
    /// It goes down to the floor, which is out of reach.
    NoFloor,
    /// It needs props that are not at hand.
    Props(Vec<String>),
}

/// The choice of a recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RecipientChoice {
    /// For the owner of the profile.
    #[default]
    Profile,
    /// For somebody with exactly these conditions, session flags and full stops.
    Conditions(Vec<String>),
    /// For nobody in particular.
    Nobody,
}

impl RecipientChoice {
    /// The person who is meant. Of the profile of somebody else only what is about nobody's body stays.
    pub fn whom(&self, own: Option<Own>, safety: &Safety) -> Recipient {
        let unknown = Person::unknown();
        let others = |own: Option<Own>| {
            own.and_then(|own| own.read)
                .map(|(_, profile)| profile.for_others())
                .unwrap_or_default()
        };
        match self {
            Self::Nobody => Recipient::new(RecipientSource::Unchecked, unknown, others(own)),
            Self::Conditions(words) => {
                let words_of: Vec<&str> = words.iter().map(String::as_str).collect();
                let person = Person::holding(&words_of, safety);
                Recipient::new(RecipientSource::Named(words.clone()), person, others(own))
            }
            Self::Profile => match own {
                None => Recipient::default(),
                Some(Own {
                    read: None, found, ..
                }) => {
                    let why = found.iter().find(|why| why.is_error());
                    let why = why.or(found.first()).map(|why| why.message.clone());
                    let basis = RecipientSource::Unreadable(why.unwrap_or_default().into());
                    Recipient::new(basis, unknown, Profile::default())
                }
                Some(Own {
                    read: Some((person, profile)),
                    found,
                    ..
                }) => {
                    let basis = if any_error(&found) {
                        RecipientSource::Faulty
                    } else {
                        RecipientSource::Profile
                    };
                    Recipient::new(basis, person, profile)
                }
            },
        }
    }
}
