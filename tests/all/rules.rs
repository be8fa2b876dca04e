//! Rules of one's own, laid over the bundled ones.

use supple::content::diagnostic::Diagnostic;
use supple::content::embedded;
use supple::content::file::{File, FileKind, Layer, Origin};
use supple::content::library::Library;
use supple::content::safety::own_rules::OwnRules;
use supple::content::safety::weaker::weaker as weaker_than;
use supple::plan::outline::Outline;
use supple::plan::person::Person;
use supple::plan::preferences::Preferences;
use supple::plan::screening::decision::{Decision, Ruling};
use supple::plan::screening::screen;
use supple::words::en::reasons::because;

use crate::support::program::Home;
use crate::support::stage::{self, bundled};

/// The bundled `safety.toml`.
fn bundled_text() -> String {
    let files = embedded::layer().files;
    let file = files.into_iter().find(|file| file.kind == FileKind::Safety);
    let text = file.expect("it is bundled").text.expect("it is text");
    text.to_string()
}

/// A copy of the bundled `safety.toml` in which something reads otherwise.
fn copy_with(from: &str, to: &str) -> String {
    let text = bundled_text();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

fn file(kind: FileKind, path: &str, text: &str) -> File {
    File {
        kind,
        id: File::stem(path).to_owned(),
        path: path.to_owned(),
        text: Ok(text.to_owned().into()),
    }
}

fn rules(origin: Origin, path: &str, text: &str) -> Layer {
    Layer {
        origin,
        files: vec![file(FileKind::Safety, path, text)],
    }
}

/// The bundled library with a `safety.toml` of one's own.
fn library(text: &str) -> Library {
    stage::library(vec![file(FileKind::Safety, "own/safety.toml", text)])
}

fn own_rules(library: &Library) -> &OwnRules {
    let own = library.shared().own_rules.as_ref();
    own.expect("there are rules of one's own")
}

/// What is weaker, in words, of rules that are in force.
fn weaker(library: &Library) -> Vec<String> {
    let own = own_rules(library);
    let broken: String = library
        .rules_not_in_force()
        .map(|entry| entry.report(false))
        .collect();
    assert_eq!((own.not_in_force().count(), broken.as_str()), (0, ""));
    own.weaker.iter().map(ToString::to_string).collect()
}

fn decisions(library: &Library, id: &str, conditions: &[&str]) -> Vec<Decision> {
    let person = Person::with(conditions.iter().copied(), &library.shared().safety)
        .expect("known conditions");
    let entry = library.routine(id).expect("it is there");
    let outline =
        Outline::of(id, &entry.value, library, Preferences::default()).expect("it is sound");
    screen(&outline, &entry.value, library, &person).decisions
}

/// What is decided for a hazard or a position.
fn actions(library: &Library, id: &str, condition: &str, subject: &str) -> Vec<Ruling> {
    let decisions = decisions(library, id, &[condition]).into_iter();
    decisions
        .filter(|decision| decision.hazard.as_deref() == Some(subject))
        .map(|decision| decision.action)
        .collect()
}

/// The rules of a library, to the letter.
fn to_the_letter(library: &Library) -> String {
    format!("{:#?}", &library.shared().safety)
}

/// The one finding in rules that must not be in force; that nothing of them is, is checked.
fn refusal(text: &str) -> Diagnostic {
    let library = library(text);
    assert_eq!(to_the_letter(&library), to_the_letter(bundled()));
    let own = own_rules(&library);
    assert!(own.weaker.is_empty() && !own.files[0].in_force, "{own:?}");
    let broken: Vec<_> = library.rules_not_in_force().collect();
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0].found.len(), 1, "{}", broken[0].report(false));
    broken[0].found[0].clone()
}

/// The line that a finding points at.
fn line<'a>(text: &'a str, found: &Diagnostic) -> &'a str {
    let start = found.span.as_ref().expect("a place").start;
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    text[begin..].lines().next().unwrap_or_default()
}

#[test]
fn an_unchanged_copy_changes_nothing() {
    let copy = library(&bundled_text());
    assert!(weaker(&copy).is_empty());
    assert_eq!(to_the_letter(&copy), to_the_letter(bundled()));
    assert!(own_rules(&copy).files[0].in_force);
    assert_eq!(own_rules(&copy).files[0].path, "own/safety.toml");
    assert!(bundled().shared().own_rules.is_none());
}

#[test]
fn what_is_deleted_from_a_copy_is_gone_and_counted() {
    let kneeling = "contraindicated = [\"falls-risk\", \"hip-replacement-recent\", \"knee-replacement-recent\", \"knee-pain\"]";
    let copy = library(&copy_with(
        kneeling,
        "contraindicated = [\"falls-risk\", \"hip-replacement-recent\", \"knee-replacement-recent\"]",
    ));
    let of = |library: &Library| actions(library, "yoga-rls-gentle-20", "knee-pain", "kneeling");
    assert!(of(bundled()).contains(&Ruling::Substitute));
    assert_eq!(of(&copy), []);
    assert_eq!(
        weaker(&copy),
        ["pressure on the kneecap, with knee pain: left out in ours, as usual in yours"]
    );
    // The whole rule, and a rule on a session flag.
    let rule = "[[rule]]\nhazard = \"still\" # keeping still for long, which can wake the urge\nprecaution = [\"urge-now\", \"restless-evening\"]\n";
    assert_eq!(
        weaker(&library(&copy_with(rule, ""))),
        [
            "keeping still for long, which can wake the urge, with an urge to move right now: with care in ours, as usual in yours",
            "keeping still for long, which can wake the urge, with restlessness that grows this evening: with care in ours, as usual in yours"
        ]
    );
}

#[test]
fn each_word_that_is_deleted_from_a_copy_counts_once() {
    let library = bundled();
    let ours = &library.shared().safety;
    let mut tried = 0;
    for (index, rule) in ours.rules.iter().enumerate() {
        let (left_out, care) = (rule.contraindicated.len(), rule.precaution.len());
        for word in 0..left_out + care {
            let mut own = ours.clone();
            if word < left_out {
                own.rules[index].contraindicated.remove(word);
            } else {
                own.rules[index].precaution.remove(word - left_out);
            }
            let mut now = ours.clone();
            now.lay(own);
            assert_eq!(
                weaker_than(ours, &now, |_| None).len(),
                1,
                "{rule:?}, {word}"
            );
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried} words");
}

#[test]
fn with_care_in_place_of_left_out_is_weaker() {
    let text = "[[rule]]\nhazard = \"supine-flat\"\nprecaution = [\"pregnancy-t2\"]\n[[rule]]\nposition = \"standing\"\ncontraindicated = [\"dizziness\"]\n";
    assert_eq!(
        weaker(&library(text)),
        ["flat on the back, with pregnant, second trimester: left out in ours, with care in yours"]
    );
}

#[test]
fn left_out_in_place_of_with_care_takes_effect_and_is_not_weaker() {
    let library = library("[[rule]]\nposition = \"standing\"\ncontraindicated = [\"dizziness\"]\n");
    assert!(weaker(&library).is_empty());
    let of = |library: &Library| actions(library, "morning-legs-6", "dizziness", "standing");
    assert!(of(bundled()).contains(&Ruling::Precaution));
    let now = of(&library);
    assert!(
        !now.is_empty() && !now.contains(&Ruling::Precaution),
        "{now:?}"
    );
    // The other condition of that rule is not named, and stays.
    let fall = decisions(&library, "morning-legs-6", &["falls-risk"]);
    assert_eq!(
        fall,
        decisions(bundled(), "morning-legs-6", &["falls-risk"])
    );
}

#[test]
fn two_lines_add_a_rule_and_take_none_away() {
    let two = "[[rule]]\nhazard = \"calf-stretch\"\ncontraindicated = [\"knee-pain\"]\n";
    let library = library(two);
    assert!(weaker(&library).is_empty());
    let of = |library: &Library, condition| {
        actions(library, "bedtime-stretch-5", condition, "calf-stretch")
    };
    assert!(of(bundled(), "knee-pain").is_empty());
    assert!(!of(&library, "knee-pain").is_empty());
    assert_eq!(
        of(&library, "calf-injury"),
        of(bundled(), "calf-injury"),
        "the rule for the calf stays"
    );
    let (now, before) = (&library.shared().safety, bundled().shared().safety.clone());
    assert_eq!(now.rules.len(), before.rules.len());
    assert_eq!(now.session_flags.len(), before.session_flags.len());
    assert_eq!(now.full_stops.len(), before.full_stops.len());
    assert_eq!(now.red_flags.len(), before.red_flags.len());
}

#[test]
fn a_file_speaks_for_the_conditions_that_it_defines() {
    let text = "[[condition]]\nid = \"wrist-pain\"\nname = \"sore wrists\"\n[[condition]]\nid = \"wet-hair\"\nname = \"wet hair\"\n[[rule]]\nhazard = \"wrist-load\"\nprecaution = [\"wrist-pain\", \"wet-hair\"]\n";
    let library = library(text);
    assert_eq!(
        weaker(&library),
        [
            "pulling on a strap, with wrist pain or carpal tunnel: with care in ours, as usual in yours",
            "an elastic band in the hands, with wrist pain or carpal tunnel: with care in ours, as usual in yours",
            "weight on bent wrists, with wrist pain or carpal tunnel: left out in ours, with care in yours",
            "hands pressed flat against a wall, with wrist pain or carpal tunnel: with care in ours, as usual in yours",
        ]
    );
    let safety = &library.shared().safety;
    assert_eq!(safety.condition_name("wrist-pain"), Some("sore wrists"));
    let words: Vec<&str> = safety
        .conditions
        .iter()
        .map(|known| known.id.as_str())
        .collect();
    let at = words
        .iter()
        .position(|word| *word == "wrist-pain")
        .expect("it is there");
    assert_eq!(
        words[at + 1],
        "wet-hair",
        "a new one stays where it is written"
    );
}

#[test]
fn the_order_of_conditions_in_a_copy_counts() {
    let text = bundled_text();
    let (start, next) = (
        text.find("[[condition]]\nid = \"glaucoma\"")
            .expect("there"),
        text.find("[[condition]]\nid = \"dizziness\"")
            .expect("there"),
    );
    let first = text.find("[[condition]]").expect("there");
    let moved = format!(
        "{}{}{}{}",
        &text[..first],
        &text[start..next],
        &text[first..start],
        &text[next..]
    );
    let library = library(&moved);
    assert!(weaker(&library).is_empty());
    assert_eq!(library.shared().safety.conditions[0].id, "glaucoma");
}

#[test]
fn allow_lists_are_replaced_and_what_they_let_in_is_counted() {
    let of = |text: &str| weaker(&library(text));
    assert!(of("[allow]\nhip-replacement-recent = [\"ankle-pumps\"]\n").is_empty());
    assert!(of("[allow]\nknee-pain = [\"ankle-pumps\"]\n").is_empty());
    assert_eq!(
        of("[allow]\nhip-replacement-recent = [\"ankle-pumps\", \"side-kick\"]\n"),
        [
            "Side kick, small, with a new hip in the last 12 weeks: left out in ours, allowed in yours"
        ]
    );
    let text = bundled_text();
    let (start, end) = (
        text.find("[allow]").expect("there"),
        text.find("[[note]]").expect("there"),
    );
    let without = library(&[&text[..start], &text[end..]].concat());
    assert_eq!(
        weaker(&without),
        [
            "what is not on our list, with a new hip in the last 12 weeks: left out in ours, as usual in yours"
        ]
    );
    assert!(without.shared().safety.allow.is_empty());
}

#[test]
fn limits_are_replaced_one_by_one_and_looser_ones_are_counted() {
    let stricter = library("[screening]\nhops = 1\nmost-left-out = [1, 4]\nfewest-exercises = 3\n");
    assert!(weaker(&stricter).is_empty());
    let limits = &stricter.shared().safety.limits;
    assert_eq!((limits.hops(), limits.most_left_out()), (1, (1, 4)));
    assert!(limits.week_unknown.is_some() && limits.other_caution.is_some());
    assert_eq!(
        weaker(&library(
            "[screening]\npregnancy-week-unknown = \"pregnancy-t1\"\npregnancy-past-due = \"postpartum\"\nhops = 3\nmost-left-out = [1, 2]\nfewest-exercises = 0\n"
        )),
        [
            "pregnant, week not known: as \"pregnant, third trimester\" in ours, as \"pregnant, first trimester\" in yours",
            "pregnant, past the due date: as \"pregnant, third trimester\" in ours, as \"gave birth in the last 12 weeks\" in yours",
            "swaps in a row for one step: at most 2 in ours, at most 3 in yours",
            "steps left out of a routine: at most 1 in 3 in ours, at most 1 in 2 in yours",
            "different exercises left in a routine: at least 2 in ours, at least 0 in yours",
        ]
    );
}

#[test]
fn conditions_that_hold_more_seldom_are_counted() {
    let of = |from: &str, to: &str| weaker(&library(&copy_with(from, to)));
    assert_eq!(
        of("from-week = 14\n", "from-week = 20\n"),
        ["pregnant, second trimester: from week 14 to 27 in ours, from week 20 to 27 in yours"]
    );
    assert!(of("from-week = 14\n", "from-week = 12\n").is_empty());
    assert_eq!(
        of("from-week = 28\n", ""),
        ["pregnant, third trimester: from week 28 in ours, only when you name it in yours"]
    );
    assert_eq!(
        of("lasts-weeks = 12\n", "lasts-weeks = 6\n"),
        [
            "gave birth in the last 12 weeks: until 12 weeks after the birth in ours, until 6 weeks after the birth in yours"
        ]
    );
    assert!(of("lasts-weeks = 12\n", "lasts-weeks = 20\n").is_empty());
    assert_eq!(
        of("audience = \"older-adult\"\n", ""),
        [
            "65 or older: routines for older adults in ours, routines for adults in yours",
            "65 or older: follows from the year of birth in ours, only when you name it in yours"
        ]
    );
    // Another one is older now, in the place of ours, unless it counts as ours.
    let old = "[[condition]]\nid = \"old\"\nname = \"old\"\naudience = \"older-adult\"\n";
    let before = format!("{old}[[condition]]\nid = \"older-adult\"");
    let of_age = |counts: &str| {
        let before = before.replacen(
            "\"older-adult\"\n[[",
            &format!("\"older-adult\"\n{counts}[["),
            1,
        );
        of("[[condition]]\nid = \"older-adult\"", &before)
    };
    assert_eq!(
        of_age(""),
        ["65 or older: follows from the year of birth in ours, only when you name it in yours"]
    );
    assert!(of_age("implies = [\"older-adult\"]\n").is_empty());
}

#[test]
fn what_follows_from_a_condition_and_no_longer_does_is_counted() {
    let of = |from: &str, to: &str| weaker(&library(&copy_with(from, to)));
    assert_eq!(
        of("implies = [\"osteoporosis\"]\n", ""),
        [
            "a broken vertebra (spine fracture): counts as osteoporosis too in ours, on its own in yours"
        ]
    );
    assert!(
        of(
            "implies = [\"osteoporosis\"]\n",
            "implies = [\"osteoporosis\", \"falls-risk\"]\n"
        )
        .is_empty()
    );
    let birth = "gave birth in the last 6 weeks (caesarean: 8)";
    assert_eq!(
        of("caesarean-weeks = 8\n", "caesarean-weeks = 7\n"),
        [format!(
            "{birth}: until 8 weeks after a caesarean in ours, until 7 weeks after a caesarean in yours"
        )]
    );
    assert_eq!(
        of("caesarean-weeks = 8\n", ""),
        [format!(
            "{birth}: until 8 weeks after a caesarean in ours, as after any other birth in yours"
        )]
    );
    let older = bundled_text().replace("pace = \"older\"\n", "");
    assert_eq!(
        weaker(&library(&older)),
        [
            "65 or older: at least the times of the pace \"older\" in ours, the times of each routine in yours"
        ]
    );
}

#[test]
fn what_follows_by_ones_own_rules_follows() {
    let own = library(
        "[[condition]]\nid = \"fused-spine\"\nname = \"a fused spine\"\nimplies = [\"osteoporosis\"]\n\
         [[full-stop]]\nid = \"fused-and-dizzy\"\nname = \"dizzy with a fused spine\"\n\
         message = \"Ask your surgeon first.\"\ntogether = [[\"fused-spine\"], [\"dizziness\", \"orthostatic\"]]\n",
    );
    assert!(weaker(&own).is_empty());
    let lines = |condition: &str| {
        let decisions = decisions(&own, "bedtime-stretch-10", &[condition]).into_iter();
        decisions
            .map(|decision| (decision.step, decision.action, because(&decision)))
            .collect::<Vec<_>>()
    };
    let cautions = lines("fused-spine");
    assert!(!cautions.is_empty());
    assert_eq!(
        cautions.iter().map(|line| &line.2).collect::<Vec<_>>(),
        lines("osteoporosis")
            .iter()
            .map(|line| &line.2)
            .collect::<Vec<_>>()
    );
    let stopped = decisions(
        &own,
        "breathing-wind-down-5",
        &["fused-spine", "orthostatic"],
    );
    assert_eq!(stopped.len(), 1);
    assert_eq!(stopped[0].action, Ruling::FullStop);
    assert!(because(&stopped[0]).contains("Ask your surgeon first."));
    let one = decisions(&own, "breathing-wind-down-5", &["fused-spine"]);
    assert!(
        one.iter()
            .all(|decision| decision.action != Ruling::FullStop)
    );
}

#[test]
fn facts_that_together_are_a_full_stop_cannot_be_made_fewer() {
    let ours = "  [\"hypertension-uncontrolled\", \"pre-eclampsia\"],\n";
    let text = copy_with(ours, "  [\"pre-eclampsia\"],\n");
    let found = refusal(&text);
    assert_eq!(
        found.message,
        "`together` of the full stop \"pregnancy-high-pressure\" differs from ours"
    );
    assert_eq!(
        found.help[0],
        "keep together = [[\"pregnancy-t1\", \"pregnancy-t2\", \"pregnancy-t3\"], \
         [\"hypertension-uncontrolled\", \"pre-eclampsia\"]]"
    );
    let more = "  [\"hypertension-uncontrolled\", \"pre-eclampsia\", \"orthostatic\"],\n";
    let copy = library(&copy_with(ours, more));
    assert!(weaker(&copy).is_empty());
    let stopped = decisions(
        &copy,
        "breathing-wind-down-5",
        &["pregnancy-t2", "orthostatic"],
    );
    assert_eq!(stopped[0].action, Ruling::FullStop);
    // Only asked for, it no longer holds by itself.
    let gone = copy_with(
        "together = [\n  [\"pregnancy-t1\", \"pregnancy-t2\", \"pregnancy-t3\"],\n  [\"hypertension-uncontrolled\", \"pre-eclampsia\"],\n]\n",
        "",
    );
    assert!(
        refusal(&gone)
            .message
            .starts_with("`together` of the full stop")
    );
}

#[test]
fn lines_of_ones_own_are_said_first() {
    let text = "[[caution]]\nposition = [\"standing\"]\nsay = \"Hold the sink.\"\n";
    let library = library(text);
    assert!(weaker(&library).is_empty());
    let said = decisions(&library, "morning-legs-6", &["dizziness"]);
    assert!(
        said.iter()
            .any(|decision| because(decision) == "Hold the sink.")
    );
}

#[test]
fn a_full_stop_cannot_be_removed() {
    let stop = "[[full-stop]]\nid = \"chest-pain\"\nname = \"chest pain or pressure\"\nmessage = \"Call the emergency number now.\"\nemergency = true\n";
    let text = copy_with(stop, "");
    let found = refusal(&text);
    assert_eq!(found.message, "the full stop \"chest-pain\" is missing");
    assert_eq!(
        found.help,
        [
            "put it back: id = \"chest-pain\", name = \"chest pain or pressure\", message = \"Call the emergency number now.\"",
            "or delete every [[full-stop]] in this file: then ours apply",
            "to add your own, use another id",
        ]
    );
    assert_eq!(line(&text, &found), "[[full-stop]]");
    let place = found.span.as_ref().map_or(0, |span| span.start);
    assert!(text[place..].starts_with("[[full-stop]]\nid = \"pregnancy-warning-sign\""));
    assert_eq!(found.label.as_deref(), Some("it belongs after this one"));
}

#[test]
fn a_call_for_help_stays_one_without_its_key() {
    let text = bundled_text().replace("emergency = true\n", "");
    let library = library(&text);
    assert!(own_rules(&library).files[0].in_force);
    let calls = |library: &Library| {
        let safety = &library.shared().safety;
        let stops = safety.full_stops.iter().filter(|stop| stop.emergency);
        let groups = safety
            .red_flag_groups
            .iter()
            .filter(|group| group.emergency);
        (stops.count(), groups.count())
    };
    assert_eq!(calls(&library), calls(bundled()));
    assert_eq!(calls(&library), (1, 1));
}

#[test]
fn the_advice_after_pain_is_that_of_the_group_that_says_so() {
    let advice = |library: &Library| {
        let safety = &library.shared().safety;
        let group = safety.advice_group().expect("a group has the key");
        group.actions.clone()
    };
    let ours = advice(bundled());
    assert_eq!(ours[0], "Sit or lie down, rest, decide afresh.");

    let older = copy_with("decide-afresh = true # said whenever something hurts\n", "");
    let older = library(&older);
    assert!(own_rules(&older).files[0].in_force);
    assert_eq!(advice(&older), ours);

    let another = "[[red-flag-group]]\nid = \"mine\"\nname = \"Mine\"\ndo = [\"Rest.\"]\n\
                   decide-afresh = true\n";
    let both = library(another);
    assert!(own_rules(&both).files[0].in_force);
    assert_eq!(advice(&both), ours);
    let found: Vec<&Diagnostic> = both.tables().flat_map(|table| &table.found).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].message,
        "the group of red flags \"simple-stop\" already has `decide-afresh`"
    );
    assert_eq!(line(another, found[0]), "decide-afresh = true");
}

#[test]
fn several_that_are_missing_are_said_at_once() {
    let text = bundled_text();
    let (start, end) = (
        text.find("[[full-stop]]\nid = \"chest-pain\"")
            .expect("there"),
        text.find("[[rule]]").expect("there"),
    );
    let found = refusal(&[&text[..start], &text[end..]].concat());
    assert_eq!(found.message, "12 full stops are missing");
    assert_eq!(found.label.as_deref(), Some("they belong after this one"));
    assert!(found.help[0].starts_with("put them back: \"chest-pain\", \"new-neuro-deficit\", "));

    let flags = text.find("# --- doctor").expect("there");
    let found = refusal(&text[..flags]);
    assert_eq!(found.message, "10 red flags are missing");
}

#[test]
fn what_a_full_stop_says_cannot_be_changed() {
    let of = |from: &str, to: &str, message: &str, at: &str, help: &str| {
        let text = copy_with(from, to);
        let found = refusal(&text);
        assert_eq!(found.message, message);
        assert_eq!(line(&text, &found), at);
        assert_eq!(found.help, [help, "to add your own, use another id"]);
    };
    of(
        "message = \"Call the emergency number now.\"",
        "message = \"Have a rest.\"",
        "`message` of the full stop \"chest-pain\" differs from ours",
        "message = \"Have a rest.\"",
        "keep message = \"Call the emergency number now.\"",
    );
    of(
        "name = \"a fresh injury\"",
        "name = \"an injury that you cannot walk with\"",
        "`name` of the full stop \"acute-injury\" differs from ours",
        "name = \"an injury that you cannot walk with\"",
        "keep name = \"a fresh injury\"",
    );
    of(
        "see = [\"maternity\", \"after-birth\"]",
        "see = [\"maternity\"]",
        "`see` of the full stop \"pregnancy-warning-sign\" differs from ours",
        "see = [\"maternity\"]",
        "add to see: [\"after-birth\"]",
    );
}

#[test]
fn red_flags_and_their_groups_cannot_be_removed_or_changed() {
    let flag = "[[red-flag]]\ngroup = \"simple-stop\"\nsay = \"A cramp.\"\n";
    let text = copy_with(flag, "");
    let found = refusal(&text);
    assert_eq!(
        found.message,
        "a red flag of the group \"simple-stop\" is missing"
    );
    assert_eq!(
        found.help,
        [
            "put it back: group = \"simple-stop\", say = \"A cramp.\"",
            "or delete every [[red-flag]] in this file: then ours apply",
            "to add your own, write another [[red-flag]]",
        ]
    );
    let place = found.span.as_ref().map_or(0, |span| span.start);
    assert!(
        text[place..]
            .starts_with("[[red-flag]]\ngroup = \"simple-stop\"\nsay = \"Dizziness that passes.\"")
    );

    let text = copy_with("say = \"A cramp.\"", "say = \"A bad cramp.\"");
    let found = refusal(&text);
    assert_eq!(found.message, "`say` of this red flag differs from ours");
    assert_eq!(line(&text, &found), "say = \"A bad cramp.\"");
    assert_eq!(found.help[0], "keep say = \"A cramp.\"");

    let milder = flag.replace("simple-stop", "doctor");
    let found = refusal(&copy_with(flag, &milder));
    assert_eq!(found.message, "`group` of this red flag differs from ours");
    assert_eq!(found.help[0], "keep group = \"simple-stop\"");

    let does = "do = [\"Stop, and get help the same day.\"]";
    let found = refusal(&copy_with(does, "do = [\"Stop.\"]"));
    assert_eq!(
        found.message,
        "`do` of the group of red flags \"same-day\" differs from ours"
    );
    assert_eq!(found.help[0], format!("keep {does}"));

    let name = "name = \"Talk to your doctor\"";
    let found = refusal(&copy_with(
        name,
        &format!("{name}\ncondition = [\"glaucoma\"]"),
    ));
    assert_eq!(
        found.message,
        "`condition` of the group of red flags \"doctor\" differs from ours"
    );
}

#[test]
fn a_small_file_may_add_a_full_stop_and_a_red_flag() {
    let text = "[[full-stop]]\nid = \"my-migraine\"\nname = \"a migraine\"\nmessage = \"Lie down in the dark.\"\n[[red-flag]]\ngroup = \"same-day\"\nsay = \"My own sign.\"\n[[red-flag-group]]\nid = \"mine\"\nname = \"Mine\"\ndo = [\"Ring my sister.\"]\n[[session-flag]]\nid = \"tired\"\nname = \"tired today\"\n";
    let library = library(text);
    assert!(weaker(&library).is_empty());
    let (now, before) = (&library.shared().safety, bundled());
    let before = &before.shared().safety;
    assert_eq!(now.full_stops.len(), before.full_stops.len() + 1);
    assert_eq!(now.red_flags.len(), before.red_flags.len() + 1);
    assert_eq!(now.red_flag_groups.len(), before.red_flag_groups.len() + 1);
    assert_eq!(now.session_flags.len(), before.session_flags.len() + 1);
    let stopped = decisions(&library, "bedtime-stretch-5", &["my-migraine"]);
    assert_eq!(stopped[0].action, Ruling::FullStop);
}

#[test]
fn of_rules_with_an_error_nothing_is_used() {
    let weak = copy_with(
        "contraindicated = [\"wrist-pain\", \"dialysis-fistula\"]",
        "contraindicated = []",
    );
    let found = refusal(&format!("{weak}hops = \n"));
    assert!(found.is_error());
    let found = refusal(&weak.replace("format = 1\n", "format = 2\n"));
    assert_eq!(
        found.message,
        "this file has format 2, which is newer than this program"
    );
    let found = refusal(&weak.replacen("[\"wrist-pain\"]", "[\"wrist-pian\"]", 1));
    assert_eq!(found.message, "unknown condition \"wrist-pian\"");

    let mut file = file(FileKind::Safety, "own/safety.toml", "");
    file.text = Err(Diagnostic::error(
        "you have no permission to read this file",
    ));
    let own = Layer {
        origin: Origin::Own,
        files: vec![file],
    };
    let library = Library::of(vec![embedded::layer(), own]);
    assert_eq!(to_the_letter(&library), to_the_letter(bundled()));
    assert!(!own_rules(&library).files[0].in_force);
}

#[test]
fn a_table_that_cannot_be_read_is_not_called_missing() {
    let text = copy_with("id = \"chest-pain\"", "id = \"chest-pain");
    let found = refusal(&text);
    assert_eq!(found.message, "the closing quote is missing");
}

#[test]
fn a_folder_is_laid_over_ones_own_rules_and_measured_against_ours() {
    let weak = "[[rule]]\nhazard = \"kneeling\"\nprecaution = [\"knee-pain\"]\n";
    let strict = "[[rule]]\nhazard = \"kneeling\"\ncontraindicated = [\"knee-pain\"]\n";
    let over = |own: &str, folder: &str| {
        Library::of(vec![
            embedded::layer(),
            rules(Origin::Own, "own/safety.toml", own),
            rules(Origin::Folder(0), "folder/safety.toml", folder),
        ])
    };
    let count = |library: &Library| weaker(library).len();
    assert_eq!(count(&over(weak, strict)), 0);
    assert_eq!(count(&over(strict, weak)), 1);
    assert_eq!(
        count(&over(weak, "[hazard]\nice = \"slippery ground\"\n")),
        1
    );
    let back = over(weak, &bundled_text());
    assert_eq!(count(&back), 0);

    let broken = over(weak, "[hazrd]\n");
    let own = own_rules(&broken);
    let in_force: Vec<bool> = own.files.iter().map(|file| file.in_force).collect();
    assert_eq!((in_force, own.weaker.len()), (vec![true, false], 1));
    let paths: Vec<&str> = own.not_in_force().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["folder/safety.toml"]);
}

/// The bundled library with an exercise of one's own in place of a bundled one.
fn with_exercise(id: &str, text: &str) -> Library {
    let file = file(
        FileKind::Exercise,
        &format!("own/exercises/{id}.toml"),
        text,
    );
    let own = Layer {
        origin: Origin::Own,
        files: vec![file],
    };
    Library::of(vec![embedded::layer(), own])
}

#[test]
fn an_own_exercise_is_screened_with_the_hazards_of_the_bundled_one() {
    let library = with_exercise(
        "calf-stretch-wall",
        "name = \"Mine\"\ndiscipline = \"yoga\"\nposition = \"standing\"\nhazards = []\n[dose]\nhold = 9\n",
    );
    // It names nothing to be done instead.
    let decided = actions(&library, "bedtime-stretch-5", "calf-injury", "calf-stretch");
    assert_eq!(decided, [Ruling::Drop]);
}

#[test]
fn an_own_exercise_in_another_position_keeps_the_rules_for_the_first_one() {
    let sitting =
        "name = \"Mine\"\ndiscipline = \"yoga\"\nposition = \"seated-chair\"\n[dose]\nhold = 9\n";
    let library = with_exercise("calf-stretch-wall", sitting);
    let of = |library: &Library| actions(library, "bedtime-stretch-5", "dizziness", "standing");
    assert_eq!(of(&library), of(bundled()));
    assert!(!of(&library).is_empty());
    let entry = library
        .exercises()
        .find(|entry| entry.origin == Origin::Own);
    let report = entry.expect("it is listed").report(false);
    assert!(
        report.contains("warning: the rules for standing still apply here\n"),
        "{report}"
    );
    // There is no rule for that position, so that nothing is said of it.
    let library = with_exercise("ankle-pumps", &sitting.replace("seated-chair", "standing"));
    let entry = library
        .exercises()
        .find(|entry| entry.origin == Origin::Own);
    assert!(
        !entry
            .expect("it is listed")
            .report(false)
            .contains("still apply")
    );
}

#[test]
fn check_shows_what_is_wrong_with_rules_of_ones_own() {
    let home = Home::new();
    let check = |text: &str| {
        home.own("safety.toml", text);
        home.run(&["check"])
    };
    let sound = check(&bundled_text());
    assert_eq!((sound.code, sound.err.as_str()), (Some(0), ""));
    let stop = "message = \"Call the emergency number now.\"";
    let other = check(&copy_with(stop, "message = \"Rest.\""));
    assert_eq!(other.code, Some(1));
    let words = "error: `message` of the full stop \"chest-pain\" differs from ours\n   --> ~/.config/supple/routines/safety.toml:";
    assert!(other.err.contains(words), "{}", other.err);
    for words in [
        "| message = \"Rest.\"\n",
        "= help: keep message = \"Call the emergency number now.\"\n",
        "1 error\n",
    ] {
        assert!(other.err.contains(words), "{}", other.err);
    }
    let broken = check("[[rule]\nhazard = \"prone\"\n");
    assert_eq!(broken.code, Some(1), "{}", broken.err);
}

#[test]
fn the_bundled_folder_is_silent_also_over_weaker_rules() {
    let home = Home::new();
    home.own(
        "safety.toml",
        "[[rule]]\nhazard = \"kneeling\"\nprecaution = [\"knee-pain\"]\n",
    );
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/routines");
    for arguments in [
        &["check", "--strict", folder][..],
        &["check", "--strict", "--routines", folder],
    ] {
        let ran = home.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn what_ends_sooner_or_is_for_others_is_weaker_also_where_ours_say_nothing() {
    let of = |from: &str, more: &str| weaker(&library(&copy_with(from, &format!("{from}{more}"))));
    let sooner = of("lasts-weeks = 12\n", "caesarean-weeks = 6\n");
    assert_eq!(
        sooner,
        [
            "gave birth in the last 12 weeks: as after any other birth in ours, until 6 weeks after a caesarean in yours"
        ]
    );
    assert!(of("lasts-weeks = 12\n", "caesarean-weeks = 16\n").is_empty());
    let given = of("id = \"glaucoma\"\n", "audience = \"pregnancy-t1\"\n");
    assert_eq!(
        given,
        [
            "glaucoma or a problem of the retina: routines for adults in ours, routines for the first trimester in yours"
        ]
    );
}

#[test]
fn a_word_that_means_something_else_than_by_ours_is_weaker() {
    let own = "\n[[condition]]\nid = \"mine\"\nname = \"my own\"\n";
    assert!(weaker(&library(own)).is_empty());
    // It may be both.
    let both = format!("{own}also = [\"sore knee\"]\n");
    assert!(weaker(&library(&both)).is_empty());
    let moved = copy_with("\"sore knee\", ", "") + &both;
    assert_eq!(
        weaker(&library(&moved)),
        ["the word \"sore knee\": \"knee pain\" in ours, \"my own\" in yours"]
    );
    let implied = format!("{moved}implies = [\"knee-pain\"]\n");
    assert!(weaker(&library(&implied)).is_empty());
    let id = "\n[[condition]]\nid = \"sore-knee\"\nname = \"mine\"\n";
    assert_eq!(
        weaker(&library(id)),
        ["the word \"sore-knee\": \"knee pain\" in ours, \"mine\" in yours"]
    );
}

#[test]
fn what_ours_say_is_said_beside_lines_and_notes_of_ones_own() {
    let lines = |library: &Library| -> Vec<String> {
        let decided = decisions(library, "morning-legs-6", &["neuropathy-feet"]).into_iter();
        decided.map(|decision| because(&decision)).collect()
    };
    let ours = lines(bundled());
    assert!(!ours.is_empty());
    for condition in ["", "condition = [\"neuropathy-feet\"]\n"] {
        let text =
            format!("[[caution]]\nposition = [\"standing\"]\n{condition}say = \"All is well.\"\n");
        let own = lines(&library(&text));
        assert!(ours.iter().all(|line| own.contains(line)), "{own:?}");
        assert!(
            condition.is_empty() || own.contains(&"All is well.".to_owned()),
            "{own:?}"
        );
    }

    let note =
        "[[note]]\nid = \"water\"\nname = \"mine\"\nhazard = [\"water\"]\nsay = [\"Jump in.\"]\n";
    let notes = &library(note).shared().safety.notes.clone();
    let said: Vec<&String> = notes.iter().flat_map(|note| &note.say).collect();
    for note in &bundled().shared().safety.notes {
        assert!(note.say.iter().all(|line| said.contains(&line)));
    }
    assert!(said.iter().any(|line| *line == "Jump in."));

    let empty = library("way-back = \" \"\n[screening]\nother-caution = \" \"\n");
    let (own, before) = (&empty.shared().safety, bundled());
    let before = &before.shared().safety;
    assert_eq!(own.way_back, before.way_back);
    assert_eq!(own.limits.other_caution, before.limits.other_caution);
}

#[test]
fn a_broken_exercise_of_ones_own_breaks_no_routine_of_ours() {
    let library = with_exercise(
        "ankle-pumps",
        "name = \"Mine\"\ndiscipline = \"yoga\"\nposition = \"supine\"\nhazards = [\"pron\"]\n",
    );
    for entry in library.routines() {
        assert!(entry.is_sound(), "{}", entry.report(false));
    }
    let used = library.exercise("ankle-pumps").expect("ours");
    assert_ne!(used.name, "Mine");
    let broken: Vec<_> = library.exercises_not_in_force().collect();
    assert_eq!(broken.len(), 1);
    let report = broken[0].report(false);
    assert!(
        report.contains("until this is fixed, ankle-pumps is used from "),
        "{report}"
    );
}

#[test]
fn check_says_what_is_weaker_and_by_how_much() {
    let home = Home::new();
    let rule = "[[rule]]\nhazard = \"kneeling\"\nprecaution = [\"knee-pain\"]\n";
    home.own("safety.toml", rule);
    let said = "warning: weaker than the bundled rules: pressure on the kneecap, with knee pain: left out in ours, with care in yours\n";
    let ran = home.run(&["check"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains(said), "{}", ran.err);
    assert_eq!(home.run(&["check", "--strict"]).code, Some(1));
    home.own(
        "safety.toml",
        &rule.replace("precaution", "contraindicated"),
    );
    assert_eq!(home.run(&["check", "--strict"]).code, Some(0));

    let pace = |lead_in: &str, more: &str| {
        let text = format!(
            "[pace.older]\nlead-in = \"{lead_in}\"\nposition-change = \"40s\"\nswitch = \"40s\"\n{more}"
        );
        home.own("pace.toml", &text);
        home.run(&["check", "--strict"])
    };
    let shorter = pace("1s", "");
    assert_eq!(shorter.code, Some(1));
    assert!(
        shorter
            .err
            .contains("before a step, in the pace \"older\": ")
            && shorter.err.contains(" in ours, 1s in yours\n"),
        "{}",
        shorter.err
    );
    assert_eq!(pace("40s", "").code, Some(0));
    assert_eq!(pace("40s", "runs-on = true\n").code, Some(1));
}

#[test]
fn an_audience_of_ones_own_takes_no_pregnancy_away() {
    let own = library(
        "[[condition]]\nid = \"restless-legs\"\nname = \"restless legs\"\naudience = \"pregnancy-t1\"\n",
    );
    let facts = ["pre-eclampsia", "restless-legs"];
    let stopped = decisions(&own, "rls-strength-20", &facts);
    assert_eq!(stopped[0].action, Ruling::FullStop, "{stopped:?}");
}
