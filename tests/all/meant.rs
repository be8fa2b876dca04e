//! What people write for what they have: misspelt, in other words, in other forms. Nothing of it is looser than the right
//! word, and each finding says what to write.

use chrono::NaiveDate;
use supple::content::diagnostic::any_error;
use supple::content::safety::meaning::Meaning;
use supple::plan::profile::day::Day;
use supple::plan::profile::decode::decode;

use crate::support::program::Home;
use crate::support::stage::safety;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    date("2026-11-14")
}

/// What somebody has who is pregnant in a week that nobody knows.
const PREGNANT: &str = "pregnancy-t3";

/// What people write, and the word that they mean.
const MISSPELT: [(&str, &str); 44] = [
    ("hip-replacement", "hip-replacement-recent"),
    ("hip replacment", "hip-replacement-recent"),
    ("new hip", "hip-replacement-recent"),
    ("total hip replacement", "hip-replacement-recent"),
    ("Knee Pain", "knee-pain"),
    ("knee_pain", "knee-pain"),
    ("knee-pian", "knee-pain"),
    ("kneepain", "knee-pain"),
    ("sore knees", "knee-pain"),
    ("new knee", "knee-replacement-recent"),
    ("reflux disease", "reflux"),
    ("Reflux", "reflux"),
    ("acid refluks", "reflux"),
    ("gluacoma", "glaucoma"),
    ("glaucome", "glaucoma"),
    ("osteoporisis", "osteoporosis"),
    ("ostéoporose", "osteoporosis"),
    ("brittle bone", "osteoporosis"),
    ("spine-fracture", "vertebral-fracture"),
    ("broken vertebrae", "vertebral-fracture"),
    ("high blood presure", "hypertension-uncontrolled"),
    ("hypertention", "hypertension-uncontrolled"),
    ("heart problem", "heart-condition"),
    ("Heart-Failure", "heart-condition"),
    ("dizzy", "dizziness"),
    ("Vertigo!", "dizziness"),
    ("numb foot", "neuropathy-feet"),
    ("diabetic neuropathy", "neuropathy-feet"),
    ("falls", "falls-risk"),
    ("fall risk", "falls-risk"),
    ("sciatic nerve", "sciatica"),
    ("siatica", "sciatica"),
    ("lower-back", "low-back-pain"),
    ("back pain", "low-back-pain"),
    ("blood thinner", "clot-or-thinners"),
    ("thrombosis", "clot-or-thinners"),
    ("calf injury", "calf-injury"),
    ("achiles", "calf-injury"),
    ("carpal tunel", "wrist-pain"),
    ("wheel chair", "cannot-stand"),
    ("chest pains", "chest-pain"),
    ("pregnant", PREGNANT),
    ("pregnent", PREGNANT),
    ("preeclampsia", "pre-eclampsia"),
];

/// Of these, what may be something other than the word, or more: they count, and nothing is said to fit.
const MAY_BE_OTHER: [&str; 10] = [
    "total hip replacement",
    "reflux disease",
    "acid refluks",
    "ostéoporose",
    "brittle bone",
    "heart problem",
    "diabetic neuropathy",
    "fall risk",
    "sciatic nerve",
    "lower-back",
];

/// What no rule knows.
const UNKNOWN: [&str; 8] = [
    "flu",
    "sunburn",
    "xyzzy",
    "toothache",
    "%$!",
    "膝の痛み",
    "42",
    "grumpy",
];

#[test]
fn what_is_misspelt_in_a_profile_is_never_looser_and_says_what_to_write() {
    let safety = safety();
    for (typed, meant) in MISSPELT {
        let text = format!("conditions = [\"{typed}\"]\n");
        let (profile, found) = decode(&text, safety, today());
        let person = profile.person(safety, today());
        let holds = |word: &str| {
            let held = person.conditions().iter().chain(person.full_stops());
            held.into_iter().any(|held| held == word)
        };
        assert!(holds(meant), "{typed} holds {:?}", person.conditions());
        let help = found.iter().flat_map(|found| &found.help);
        // A week of pregnancy is not made up.
        let says = match meant {
            PREGNANT => "due = \"YYYY-MM-DD\"".to_owned(),
            meant => format!("\"{meant}\""),
        };
        let mut help = help;
        assert!(help.any(|help| help.contains(&says)), "{typed}: {found:?}");
        let may_be_other = MAY_BE_OTHER.contains(&typed);
        assert_eq!(profile.is_understood(), !may_be_other, "{typed}");
    }
    for typed in UNKNOWN {
        let text = format!("conditions = [\"glaucoma\", \"{typed}\"]\n");
        let (profile, found) = decode(&text, safety, today());
        assert_eq!(profile.unchecked, [typed], "{found:?}");
        assert_eq!(
            profile.person(safety, today()).conditions(),
            ["glaucoma"],
            "{typed}"
        );
        assert!(!profile.is_understood());
        assert!(found[0].help[0].starts_with("known: "), "{found:?}");
    }
}

#[test]
fn what_is_like_a_condition_and_another_is_not_taken_for_it_alone() {
    let safety = safety();
    for (typed, counts) in [
        ("hypotension", "orthostatic"),
        ("neck", "dialysis-line"),
        ("fibroids", "serious-lung"),
        ("arthritis", "knee-pain"),
        ("ankle", "acute-injury"),
    ] {
        let text = format!("conditions = [\"{typed}\"]\n");
        let (profile, found) = decode(&text, safety, today());
        let person = profile.person(safety, today());
        let mut held = person.conditions().iter().chain(person.full_stops());
        assert!(held.any(|held| held == counts), "{typed}: {found:?}");
        assert!(!profile.is_understood(), "{typed}: {found:?}");
        assert!(found[0].help[0].contains("if "), "{typed}: {found:?}");
    }
}

#[test]
fn who_says_that_nothing_is_there_has_nothing() {
    let safety = safety();
    for typed in ["none", "None", "nothing", "n/a", "-none-", "healthy"] {
        let text = format!("conditions = [\"{typed}\", \"glaucoma\"]\n");
        let (profile, found) = decode(&text, safety, today());
        assert_eq!(profile.person(safety, today()).conditions(), ["glaucoma"]);
        assert!(!any_error(&found) && profile.is_understood(), "{found:?}");
        assert!(found[0].help[0].starts_with("delete it"), "{found:?}");
    }
    // What is denied counts, in case it was not meant so.
    for typed in ["no knee pain", "not pregnant"] {
        let text = format!("conditions = [\"{typed}\"]\n");
        let (profile, found) = decode(&text, safety, today());
        assert_ne!(profile.person(safety, today()).conditions(), [""; 0]);
        assert!(found[0].help[0].starts_with("delete it"), "{found:?}");
    }
    for typed in ["good", "fine", "cold", "wine"] {
        let text = format!("conditions = [\"{typed}\"]\n");
        let (profile, _) = decode(&text, safety, today());
        assert_eq!(profile.unchecked, [typed]);
        assert_eq!(profile.person(safety, today()).conditions(), [""; 0]);
    }
}

#[test]
fn what_is_misspelt_after_for_plays_for_the_right_word_or_not_at_all() {
    let (home, safety) = (Home::new(), safety());
    for (typed, meant) in MISSPELT {
        let ran = home.run(&["list", "--for", typed, "--json"]);
        match safety.meaning(typed) {
            Meaning::Word(_) => panic!("{typed} is not misspelt"),
            Meaning::Name(id) => {
                assert_eq!(id, meant, "{typed}");
                let right = home.run(&["list", "--for", meant, "--json"]);
                assert_eq!((ran.code, ran.out), (Some(0), right.out), "{typed}");
            }
            Meaning::Near { .. } | Meaning::Nothing => {
                assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{typed}");
                assert!(ran.err.contains(meant), "{typed}: {}", ran.err);
            }
        }
    }
    for typed in UNKNOWN {
        let ran = home.run(&["list", "--for", typed]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{typed}");
        assert!(ran.err.contains("help: known: "), "{typed}: {}", ran.err);
    }
}

/// Files that people write, each with what must hold of it.
#[test]
fn profiles_in_other_forms_fail_safe() {
    let safety = safety();
    for (text, holds) in [
        (
            "conditions = \"knee pain, new hip\"",
            &["knee-pain", "hip-replacement-recent"][..],
        ),
        (
            "conditions = [\"knee pain\", \"new hip\"",
            &["knee-pain", "hip-replacement-recent"],
        ),
        (
            "conditions = [knee pain, glaucome]",
            &["knee-pain", "glaucoma"],
        ),
        ("conditions: knee pain", &["knee-pain"]),
        (
            "conditions:\n- bad knee\n- Glaucoma",
            &["knee-pain", "glaucoma"],
        ),
        ("condition = [\"numb feet\"]", &["neuropathy-feet"]),
        ("health = [\"bad knee\"]", &["knee-pain"]),
        ("[me]\nconditions = [\"bad knee\"]", &["knee-pain"]),
        ("i have glaucoma", &["glaucoma"]),
        (
            "conditions = [\"new hip\"] # the left one\nbedtime = \"25:00\"",
            &["hip-replacement-recent"],
        ),
        ("pregnant = true", &[PREGNANT]),
        ("due = \"soon\"", &[PREGNANT]),
        ("week = 30", &[PREGNANT]),
        ("week-on = 2026-11-14", &[PREGNANT]),
        ("week = 99\nweek-on = 2026-11-14", &[PREGNANT]),
        (
            "week = 12\nweek-on = 2026-11-14\ndue = 2027-05-29",
            &[PREGNANT],
        ),
        ("due = \"3/2/2027\"", &[PREGNANT]),
        ("birth-year = 1948", &["older-adult"]),
        ("birth-year = 1948\nolder-adult = \"no\"", &["older-adult"]),
        ("caesarean = true", &["postpartum-early"]),
        ("birth-of-child = \"last week\"", &["postpartum-early"]),
    ] {
        let (profile, found) = decode(text, safety, today());
        let person = profile.person(safety, today());
        for word in holds {
            assert!(
                person.conditions().iter().any(|held| held == word),
                "{text:?} holds {:?}",
                person.conditions()
            );
        }
        assert!(
            found.iter().any(|found| !found.help.is_empty()),
            "{text:?}: {found:?}"
        );
    }
    let (broken, _) = decode("conditions = [\"glaucoma\"\n", safety, today());
    assert!(!broken.is_understood());
}

/// A word for something that is no pregnancy makes nobody pregnant; in a pregnancy it may be part of it.
#[test]
fn nobody_is_made_pregnant_by_a_word_with_other_meanings() {
    let safety = safety();
    let held = |text: &str| {
        let profile = decode(text, safety, today()).0;
        profile.person(safety, today()).conditions().to_vec()
    };
    let words = "conditions = [\"blood presure\"]\n";
    let alone = held(words);
    assert!(
        alone.contains(&"hypertension-uncontrolled".to_owned()),
        "{alone:?}"
    );
    assert!(
        !alone.iter().any(|word| word.contains("pregnancy")),
        "{alone:?}"
    );
    let pregnant = held(&format!("due = 2027-03-02\n{words}"));
    assert!(
        pregnant.contains(&"raised-pressure-pregnancy".to_owned()),
        "{pregnant:?}"
    );
}

#[test]
fn dates_and_weeks_are_understood() {
    let safety = safety();
    let due = |text: &str| {
        let (profile, found) = decode(text, safety, today());
        assert!(found.is_empty(), "{text}: {found:?}");
        profile.due
    };
    let day = Some(Day::On(date("2027-03-02")));
    for text in [
        "due = 2027-03-02",
        "due = 2027-03-02T08:00:00",
        "due = \"2.3.2027\"",
        "due = \"2 Mar 2027\"",
        "due = \"March 2, 2027\"",
        "due = \"2nd March 2027\"",
        "week = 24\nweek-on = 2026-11-10",
        "week = \"24+4\"\nweek-on = 2026-11-14",
        "week = 20\nweek-on = \"13 Oct 2026\"",
    ] {
        assert_eq!(due(text), day, "{text}");
    }
    let (profile, found) = decode("due = \"3/2/2027\"", safety, today());
    assert_eq!(profile.due, Some(Day::Unclear));
    assert_eq!(
        found[0].message,
        "`due` may be 3 February 2027 or 2 March 2027"
    );
    assert_eq!(
        found[0].help,
        ["write due = 2027-02-03 for 3 February 2027, due = 2027-03-02 for 2 March 2027"]
    );
    let (_, found) = decode("due = 2.3.2027", safety, today());
    assert_eq!(
        found[0].help,
        ["write due = 2027-03-02"],
        "the own value, in the right form"
    );
    for (text, help) in [
        ("due = \"soon\"", "write due = \"YYYY-MM-DD\""),
        ("due =", "write due = \"YYYY-MM-DD\""),
        ("due = 2027-02-30", "write due = \"YYYY-MM-DD\""),
        (
            "birth-of-child = 7",
            "write birth-of-child = \"YYYY-MM-DD\"",
        ),
        ("bedtime = \"late\"", "write bedtime = \"HH:MM\""),
        ("birth-year = \"old\"", "write birth-year = YYYY"),
        ("week = 20", "add week-on = \"YYYY-MM-DD\""),
        (
            "emergency-number = \"my daughter\"",
            "write emergency-number = \"...\"",
        ),
    ] {
        let (_, found) = decode(text, safety, today());
        assert_eq!(found[0].help[0], help, "{text}: {found:?}");
    }
}

/// Whole files as people write them by hand, and what must hold.
const BY_HAND: &[(&str, &[&str])] = &[
    ("wheelchair = true", &["cannot-stand"]),
    ("heart = true", &["heart-condition"]),
    ("high-blood-pressure = true", &["hypertension-uncontrolled"]),
    ("dialysis = true", &["dialysis-line", "dialysis-fistula"]),
    ("falls = 2", &["falls-risk"]),
    ("fell-down = 2026-11-01\nfalls = 2", &["falls-risk"]),
    ("new-hip = 2026-11-01", &["hip-replacement-recent"]),
    ("glacoma = true", &["glaucoma"]),
    ("kneepain = true", &["knee-pain"]),
    ("\"knee pain\" = true", &["knee-pain"]),
    ("[health]\n\"bad knee\" = true", &["knee-pain"]),
    ("edd = 2027-03-02", &[PREGNANT]),
    ("expecting = 2027-03-02", &[PREGNANT]),
    ("trimester = 2", &[PREGNANT]),
    ("weeks-pregnant = 24", &[PREGNANT]),
    ("gestation = \"24+3\"", &[PREGNANT]),
    ("baby = 2026-11-01", &["postpartum-early"]),
    ("delivery = 2026-11-01", &["postpartum-early"]),
    (
        "birth-of-child = 2027-03-02",
        &[PREGNANT, "postpartum-early"],
    ),
    ("birth-of-child = \"last week\"", &["postpartum-early"]),
    ("birth-of-child = 0026-10-05", &["postpartum-early"]),
    (
        "birth-of-child = 1950-04-01",
        &["postpartum-early", "older-adult"],
    ),
    (
        "due = 2027-03-02\nbirth-of-child = 2026-08-20",
        &["pregnancy-t2"],
    ),
    (
        "birth-of-child = 2026-09-20\ncesarean = true",
        &["postpartum-early"],
    ),
    (
        "birth-of-child = 2026-09-20\nc-section = true",
        &["postpartum-early"],
    ),
    ("birth-year = \"1950\"", &["older-adult"]),
    ("birth-year = 72", &["older-adult"]),
    ("birth-year = 1950-04-01", &["older-adult"]),
    ("birth-year = \"１９５０\"", &["older-adult"]),
    ("birth-year = [1950]", &["older-adult"]),
    ("birthyear = 1950", &["older-adult"]),
    ("born = 1950", &["older-adult"]),
    ("age = 76", &["older-adult"]),
    ("date-of-birth = 1950-04-01", &["older-adult"]),
    ("olderadult = true", &["older-adult"]),
    ("senior = true", &["older-adult"]),
    (
        "conditions = [\"waters broke\"]",
        &["pregnancy-warning-sign"],
    ),
    ("conditions = [\"broken ankle\"]", &["acute-injury"]),
    ("conditions = [\"new clot\"]", &["dvt-suspected"]),
    ("conditions = [\"asthma\"]", &["serious-lung"]),
    ("conditions = [\"walking stick\"]", &["falls-risk"]),
    (
        "conditions = [\"kidney failure\"]",
        &["dialysis-line", "dialysis-fistula"],
    ),
];

#[test]
fn what_is_written_by_hand_is_never_looser() {
    let safety = safety();
    for (text, wanted) in BY_HAND {
        let (profile, found) = decode(text, safety, today());
        let person = profile.person(safety, today());
        let held: Vec<&String> = (person.conditions().iter())
            .chain(person.full_stops())
            .collect();
        for word in *wanted {
            assert!(held.iter().any(|held| held == word), "{text}: {held:?}");
        }
        let says = found.iter().any(|found| !found.help.is_empty());
        assert!(says, "{text}: {found:?}");
    }
}

#[test]
fn what_stands_in_a_profile_and_no_rule_knows_keeps_everything_from_fitting() {
    for text in [
        "operation-on-toe = 2026-11-01",
        "shoe-size = 42",
        "lupus = true",
        "grossesse = true",
        "conditions = [\"knee pain and lupus\"]",
        "conditions = [\"neck pain\"]",
        "conditions = [\"\"]",
        "conditions = [true]",
        "conditions = 5",
        "name = \"Ann\"",
    ] {
        let (profile, found) = decode(text, safety(), today());
        assert!(!profile.is_understood(), "{text}: {found:?}");
    }
    for text in [
        "lupus = false\n",
        "pregnant = false\n",
        "glaucoma = false\n",
        "senior = false\n",
    ] {
        let (denied, found) = decode(text, safety(), today());
        assert!(denied.is_understood(), "{text}");
        let person = denied.person(safety(), today());
        assert!(person.conditions().is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_file_that_is_none_is_read_no_longer_than_it_takes_to_say_so() {
    let words: Vec<String> = (0..20_000)
        .map(|index| format!("\"word{index}\""))
        .collect();
    let list = format!("conditions = [\"glaucoma\", {}]\n", words.join(", "));
    let long = format!(
        "conditions = [\"glaucoma\", \"{}\"]\n",
        "knee pain ".repeat(20_000)
    );
    for text in [list, long] {
        let (profile, _) = decode(&text, safety(), today());
        assert!(!profile.is_understood());
        assert_eq!(profile.conditions, ["glaucoma"]);
        assert!(profile.meant.len() + profile.unchecked.len() < 250);
    }
}

#[test]
fn only_a_week_of_pregnancy_is_one() {
    let due = |text: &str| {
        let text = format!("week = \"{text}\"\nweek-on = 2026-11-14\n");
        decode(&text, safety(), today()).0.due
    };
    for (text, days) in [
        ("30", 210),
        ("30+4", 214),
        ("week 30", 210),
        ("30 weeks", 210),
        ("w30", 210),
        ("30w4d", 214),
        ("30 weeks and 4 days", 214),
        ("２４", 168),
        ("40+6", 286),
        ("41", 287),
        ("41+2", 289),
        ("42", 294),
    ] {
        let wanted = today() + chrono::TimeDelta::days(280 - days);
        assert_eq!(due(text), Some(Day::On(wanted)), "{text}");
    }
    for text in [
        "in 3 weeks",
        "3 weeks left",
        "5 wks to go",
        "43",
        "0",
        "30+7",
    ] {
        assert_eq!(due(text), Some(Day::Unclear), "{text}");
    }
}

#[test]
fn a_week_that_is_said_of_a_day_to_come_is_no_week() {
    let safety = safety();
    for on in ["2027-02-10", "2026-11-15"] {
        let text = format!("week = 38\nweek-on = {on}\n");
        let (profile, found) = decode(&text, safety, today());
        assert_eq!(profile.due, Some(Day::Unclear), "{on}: {found:?}");
        assert_eq!(found[0].message, "`week-on` is in the future");
        assert!(any_error(&found));
    }
    let (profile, found) = decode("week = 38\nweek-on = 2026-11-14\n", safety, today());
    assert_eq!(profile.due, Some(Day::On(date("2026-11-28"))), "{found:?}");
}

#[test]
fn a_full_stop_that_ends_a_date_does_not_say_which_number_is_the_day() {
    let safety = safety();
    for due in ["1/5/2027.", "1/5·2027", "1∕5∕2027．"] {
        let text = format!("due = \"{due}\"\n");
        let (profile, found) = decode(&text, safety, today());
        assert_eq!(profile.due, Some(Day::Unclear), "{due}: {found:?}");
    }
}
