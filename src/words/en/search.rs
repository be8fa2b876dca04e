//! Tables of words that people type into the search but no file contains. What they stand for is looked up in the data.

use crate::content::vocabulary::When;
use crate::plan::place::Place;

/// Words that say nothing by themselves.
pub(crate) const FILLERS: &[&str] = &[
    "a", "am", "an", "and", "at", "by", "down", "for", "from", "have", "i", "im", "in", "is", "it",
    "me", "my", "of", "on", "or", "out", "the", "to", "up", "when", "while", "with",
];

/// Words that apply to everything here: beside another word they need no match.
pub(crate) const OF_ALL: &[&str] = &[
    "exercise",
    "exercises",
    "leg",
    "legs",
    "restless",
    "rls",
    "routine",
    "routines",
    "syndrome",
];

/// Words that say how much or how long somebody has something, or how they are placed, not what they have.
pub(crate) const QUALIFIERS: &[&str] = &[
    "1", "2", "bad", "chronic", "floor", "had", "lying", "mild", "minutes", "new", "problem",
    "problems", "sitting", "some", "sore", "spell", "spells", "standing", "trouble", "type",
];

/// Words that may lead to what nothing is played with although routines have them too.
pub(crate) const DANGER: &[&str] = &["pain", "pains", "painful"];

/// Words for the middle of the night.
pub(crate) const SLEEPLESS: &[&str] = &[
    "awake",
    "cannot sleep",
    "cant sleep",
    "insomnia",
    "middle of the night",
    "no sleep",
    "not sleeping",
    "sleepless",
    "wide awake",
    "woke up",
];

pub(crate) const PLACES: &[(&str, Place)] = &[
    ("in bed", Place::Bed),
    ("in my bed", Place::Bed),
    ("on the bed", Place::Bed),
    ("on a chair", Place::Chair),
    ("in a chair", Place::Chair),
    ("on my feet", Place::Standing),
];

/// Down on the floor.
pub(crate) const FLOOR: &[&str] = &["on the floor", "on floor", "on the ground"];
/// Words for the floor where nothing else is typed.
pub(crate) const FLOOR_ALONE: &[&str] = &["floor", "ground", "the floor"];

/// Words that stand beside an age.
pub(crate) const OF_AGE: &[&str] = &["age", "aged", "old", "over", "plus", "year", "years"];
/// The meaning of an age of older people.
pub(crate) const OLDER: &str = "older";
/// Before an hour.
pub(crate) const AT: &str = "at ";
/// Hours with a name.
pub(crate) const HOURS: &[(&str, &str)] =
    &[("noon", "12:00"), ("midday", "12:00"), ("midnight", "0:00")];
/// Beside the number of a week.
pub(crate) const WEEKS: &[&str] = &["week", "weeks"];
/// The ending of short words.
pub(crate) const PLURAL: &str = "s";
/// The endings of words of which one is another form of the other.
pub(crate) const ENDINGS: &[&str] = &["s", "es", "ing", "ed", "er", "ers"];

/// Words before what is not wanted.
pub(crate) const NEGATIONS: &[&str] = &["no", "non", "not", "without"];
/// Words that can be left out besides kinds and things.
pub(crate) const POSITIONS: &[&str] = &[
    "floor", "kneeling", "lying", "sitting", "standing", "outdoors",
];

/// Other words for what files say.
pub(crate) const SAME: &[(&str, &str)] = &[
    ("half an hour", "30 minutes"),
    ("half hour", "30 minutes"),
    ("quarter of an hour", "15 minutes"),
    ("wheel chair", "wheelchair"),
    ("lie down", "lying down"),
    ("laying down", "lying down"),
    ("out of doors", "outdoors"),
    ("outdoor", "outdoors"),
    ("outside", "outdoors"),
    ("fresh air", "outdoors"),
];

/// Words for a pregnancy, which the due date states.
pub(crate) const PREGNANT: &[&str] = &[
    "pregnant",
    "pregnancy",
    "expecting",
    "expecting a baby",
    "due date",
    "due",
    "baby",
];

/// Words for an emergency, with words of the matching full stops and red flags.
pub(crate) const WARNINGS: &[(&[&str], &[&str])] = &[
    (
        &["heart attack", "tight chest", "chest tightness"],
        &["chest pain or pressure"],
    ),
    (
        &["chest pain"],
        &["chest pain or pressure", "chest pain breathlessness"],
    ),
    (
        &["severe pain", "terrible pain", "sudden pain", "bad pain"],
        &["sharp chest pain", "sharp spreading pain"],
    ),
    (
        &["bleeding", "bleed", "blood loss", "spotting"],
        &[
            "warning sign in pregnancy",
            "unexplained bleeding",
            "heavy bleeding",
        ],
    ),
    (
        &[
            "waters broke",
            "water broke",
            "waters breaking",
            "waters have broken",
            "broken waters",
        ],
        &["ruptured membranes", "fluid leaking"],
    ),
    (
        &["contraction", "contractions"],
        &["warning sign in pregnancy", "contractions"],
    ),
    (&["labour", "labor"], &["preterm labour", "contractions"]),
    (
        &["baby not moving", "less movement", "baby moves less"],
        &["warning sign in pregnancy", "baby moves less"],
    ),
    (
        &[
            "broken", "fracture", "sprain", "sprained", "twisted", "injury", "accident",
        ],
        &["fresh injury"],
    ),
    (
        &[
            "broken ankle",
            "broken arm",
            "broken bone",
            "broken foot",
            "broken hip",
            "broken knee",
            "broken leg",
            "broken toe",
            "broken wrist",
            "sprained ankle",
            "sprained foot",
            "sprained wrist",
            "twisted ankle",
            "twisted knee",
            "ankle sprain",
            "head injury",
        ],
        &["fresh injury", "head injury"],
    ),
    (
        &["stroke", "having a stroke"],
        &["trouble speaking", "face droop"],
    ),
    (
        &[
            "seizure",
            "seizures",
            "fit",
            "convulsion",
            "epileptic fit",
            "fits",
        ],
        &["face droop fit"],
    ),
    (
        &[
            "clot",
            "clots",
            "blood clot",
            "leg clot",
            "dvt",
            "deep vein thrombosis",
            "thrombosis",
        ],
        &["newly swollen", "newly swollen clot"],
    ),
    (
        &[
            "swollen leg",
            "swollen calf",
            "swollen thigh",
            "leg swelling",
            "calf swelling",
        ],
        &["newly swollen", "newly swollen clot"],
    ),
    (
        &["numb", "numbness", "weakness", "paralysed", "paralysis"],
        &["new numbness", "new numbness groin"],
    ),
    (
        &["embolism", "pulmonary embolism", "clot in lung"],
        &["breathlessness", "clot in the lung"],
    ),
    (
        &[
            "cannot breathe",
            "cant breathe",
            "short of breath",
            "breathless",
            "shortness of breath",
        ],
        &["breathlessness", "sudden breathlessness"],
    ),
    (
        &[
            "passed out",
            "unconscious",
            "fainted",
            "fainting",
            "collapse",
            "collapsed",
        ],
        &["faintness", "chest fainting"],
    ),
    (
        &["911", "112", "999", "ambulance", "call for help", "help"],
        &["emergency number now"],
    ),
    (
        &[
            "kill",
            "kill myself",
            "suicide",
            "suicidal",
            "self harm",
            "want to die",
            "end my life",
        ],
        &["ending your life"],
    ),
    (
        &[
            "cold",
            "covid",
            "flu",
            "ill",
            "infection",
            "influenza",
            "unwell",
            "virus",
        ],
        &["acute illness"],
    ),
    (
        &["sick", "nausea", "nauseous", "vomiting"],
        &["acute illness", "feeling sick"],
    ),
    (&["temperature"], &["fever"]),
    (
        &["blindness sudden", "sudden blindness"],
        &["loss of sight"],
    ),
];

/// Words that find a routine for pregnancy alone.
pub(crate) const PREGNANCY: &str = "pregnant expecting";

/// Returns further words for the time of day of a routine.
pub(crate) const fn also_when(when: When) -> &'static [&'static str] {
    match when {
        When::Morning => &["wake up", "getting up"],
        When::MorningOrAfternoon | When::Daytime | When::DaytimeOrAfterDinner => &["daytime"],
        When::Desk => &["desk work", "office", "computer"],
        When::Travel => &[
            "plane",
            "aeroplane",
            "airplane",
            "flight",
            "flying",
            "train",
            "bus",
            "coach",
            "car",
            "journey",
            "cinema",
        ],
        When::EarlyEvening | When::Evening => &["sofa", "couch", "television", "tv"],
        When::Bedtime => &["before bed", "before sleep", "going to sleep", "evening"],
        When::MiddleOfTheNight | When::Any => &[],
    }
}
