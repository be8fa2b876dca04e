//! Keyboards of other scripts: everything can be done with their letters, and with Enter, Esc and the arrows alone.

use std::time::Duration;

use supple::plan::profile::own::{Content, ProfileFile};
use supple::player::moment::Moment;
use supple::tui::app::Start;
use supple::tui::input::action::Action;
use supple::tui::input::context::Context;
use supple::tui::input::key::{Code, Key};
use supple::tui::input::keymap::{self, BINDINGS};
use supple::tui::input::layout::Layout;
use supple::tui::message::{Effect, Msg, Reply, Task};
use supple::tui::plain::Plain;
use supple::tui::screens::signs::Signs;
use supple::words::failure::{Failure, NotSaved};

use super::hurting::CALVES;
use crate::support::stage::{Stage, catalog, catalog_for, own, playing_for, tailored};
use crate::support::told::Told;

/// A keyboard: what it types where a US keyboard types the keys below.
struct Keyboard {
    name: &'static str,
    /// A locale of who has it.
    locale: &'static str,
    plain: &'static str,
    shifted: &'static str,
    signs: &'static str,
}

const PLAIN: &str = "bcefghijklmnopqrstwxyz";
const SHIFTED: &str = "EGNST";
const SIGNS: &str = "/?=3";

const fn keyboard(
    name: &'static str,
    locale: &'static str,
    plain: &'static str,
    shifted: &'static str,
    signs: &'static str,
) -> Keyboard {
    Keyboard {
        name,
        locale,
        plain,
        shifted,
        signs,
    }
}

const KEYBOARDS: &[Keyboard] = &[
    keyboard(
        "Russian",
        "ru_RU.UTF-8",
        "исуапршолдьтщзйкыецчня",
        "УПТЫЕ",
        ".,=3",
    ),
    keyboard(
        "Ukrainian",
        "uk_UA.UTF-8",
        "исуапршолдьтщзйкіецчня",
        "УПТІЕ",
        ".,=3",
    ),
    keyboard(
        "Belarusian",
        "be_BY.UTF-8",
        "ісуапршолдьтўзйкыецчня",
        "УПТЫЕ",
        ".,=3",
    ),
    keyboard(
        "Serbian",
        "sr_RS.UTF-8",
        "бцефгхијклмнопљрстњџзж",
        "ЕГНСТ",
        "-_+3",
    ),
    keyboard(
        "Macedonian",
        "mk_MK.UTF-8",
        "бцефгхијклмнопљрстњџѕз",
        "ЕГНСТ",
        "/?=3",
    ),
    keyboard(
        "Bulgarian",
        "bg_BG.UTF-8",
        "фъеожгстнвпхдз,ияшуйщю",
        "ЕЖХЯШ",
        "бБ.3",
    ),
    keyboard(
        "Greek",
        "el_GR.UTF-8",
        "βψεφγηιξκλμνοπ;ρστςχυζ",
        "ΕΓΝΣΤ",
        "/?=3",
    ),
    keyboard(
        "Hebrew",
        "he_IL.UTF-8",
        "נבקכעיןחלךצמםפ/רדא'סטז",
        "EGNST",
        ".?=3",
    ),
    keyboard(
        "Arabic",
        "ar_EG.UTF-8",
        "ﻻؤثبلاهتنمةىخحضقسفصءغئ",
        "\u{64f}ﻷآ\u{64d}ﻹ",
        "ظ؟=3",
    ),
    keyboard(
        "Persian",
        "fa_IR.UTF-8",
        "ذزثبلاهتنمپدخحضقسفصطغظ",
        "\u{64d}أ\u{654}ئ\u{64f}",
        "/؟=۳",
    ),
    keyboard(
        "Georgian",
        "ka_GE.UTF-8",
        "ბცეფგჰიჯკლმნოპქრსტწხყზ",
        "EGNშთ",
        "/?=3",
    ),
    keyboard(
        "Armenian",
        "hy_AM.UTF-8",
        "զչբեանկիտհքլըթճսվմփդոժ",
        "ԲԱԼՎՄ",
        "ռՌղ֊",
    ),
    keyboard(
        "Thai",
        "th_TH.UTF-8",
        "\u{e34}แำดเ\u{e49}ร\u{e48}าสท\u{e37}นยๆพหะไป\u{e31}ผ",
        "ฎฌ\u{e4c}ฆธ",
        "ฝฦช-",
    ),
];

/// Without a language in the locale these are taken for other ones, or nothing: the first layout of their script has
/// them elsewhere, or they are signs.
const NEED_THE_LANGUAGE: &[(&str, &str)] = &[
    ("Belarusian", "b"),
    ("Serbian", "*"),
    ("Macedonian", "*"),
    ("Bulgarian", "*"),
    ("Persian", "mEGST"),
    ("Greek", "q"),
    ("Hebrew", "qw"),
];

impl Keyboard {
    /// What it types instead.
    fn types(&self, latin: char) -> char {
        let rows = [
            (PLAIN, self.plain),
            (SHIFTED, self.shifted),
            (SIGNS, self.signs),
        ];
        let mut keys = rows
            .iter()
            .flat_map(|(ours, theirs)| ours.chars().zip(theirs.chars()));
        let found = keys.find(|(ours, _)| *ours == latin);
        found.map_or(latin, |(_, theirs)| theirs)
    }

    /// A key as the terminal reports it, to whom the language says which layout it is.
    fn press(&self, key: Key) -> Key {
        let Code::Char(latin) = key.code else {
            return key;
        };
        let typed = self.types(latin);
        let base = Layout::of(self.locale).and_then(|layout| layout.key(typed));
        Key {
            code: Code::Char(typed),
            base,
            ..key
        }
    }
}

/// Presses keys on a keyboard, as the keymap writes them.
fn press(stage: &mut Stage, keyboard: Option<&Keyboard>, name: &str) {
    let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
    let key = keyboard.map_or(key, |keyboard| keyboard.press(key));
    stage.tell(Msg::Key(key));
}

#[test]
fn every_row_has_a_letter_for_every_key() {
    for keyboard in KEYBOARDS {
        assert_eq!(
            keyboard.plain.chars().count(),
            PLAIN.len(),
            "{}",
            keyboard.name
        );
        assert_eq!(
            keyboard.shifted.chars().count(),
            SHIFTED.len(),
            "{}",
            keyboard.name
        );
        assert_eq!(
            keyboard.signs.chars().count(),
            SIGNS.len(),
            "{}",
            keyboard.name
        );
    }
    let typing = BINDINGS.iter().flat_map(|binding| binding.keys);
    let typing = typing.filter_map(|name| Key::parse(name)?.typed());
    for letter in typing.filter(char::is_ascii_alphabetic) {
        assert!(
            PLAIN.contains(letter) || SHIFTED.contains(letter),
            "{letter} is not in the table"
        );
    }
}

#[test]
fn every_bound_key_means_the_same_on_every_keyboard() {
    let mut differ = Vec::new();
    for keyboard in KEYBOARDS {
        for &context in Context::ALL {
            for latin in PLAIN.chars().chain(SHIFTED.chars()).chain(SIGNS.chars()) {
                let latin = Key::plain(Code::Char(latin));
                let Some(meant) = keymap::action(context, latin) else {
                    continue;
                };
                let means = keymap::action(context, keyboard.press(latin));
                if means != Some(meant) {
                    differ.push(format!("{} {context:?} {latin}: {means:?}", keyboard.name));
                }
            }
        }
    }
    // With Hebrew the key Q types the sign that opens the search, and it does.
    assert_eq!(differ, ["Hebrew Home q: Some(Search)"]);
}

#[test]
fn without_a_language_letters_mean_the_keys_of_the_commonest_layout() {
    for keyboard in KEYBOARDS {
        let known = NEED_THE_LANGUAGE
            .iter()
            .find(|(name, _)| *name == keyboard.name);
        let needed = known.map_or("", |(_, keys)| keys);
        for latin in PLAIN.chars().chain(SHIFTED.chars()) {
            if needed == "*" || needed.contains(latin) {
                continue;
            }
            let typed = Key {
                base: None,
                ..keyboard.press(Key::plain(Code::Char(latin)))
            };
            for &context in Context::ALL {
                assert_eq!(
                    keymap::action(context, typed),
                    keymap::action(context, Key::plain(Code::Char(latin))),
                    "{} {latin} in {context:?}",
                    keyboard.name
                );
            }
        }
    }
}

/// They arrive alone when an escape sequence is split.
#[test]
fn letters_of_split_escape_sequences_mean_nothing_on_any_keyboard() {
    for locale in KEYBOARDS.iter().map(|keyboard| keyboard.locale) {
        for letter in ['[', 'O', 'A', 'B', 'C', 'D'] {
            let base = Layout::of(locale).and_then(|layout| layout.key(letter));
            let key = Key {
                base,
                ..Key::plain(Code::Char(letter))
            };
            for &context in Context::ALL {
                let means = keymap::action(context, key);
                assert_eq!(means, None, "{letter} in {context:?}, {locale}");
            }
        }
    }
}

/// A whole session: the list with everything on it, the page before the start with everything on it, the player with
/// everything in it, and the page after it.
const SESSION: &[&str] = &[
    "j k G g f",
    "f x",
    "esc S",
    "3 m",
    "q T",
    "? q",
    "r enter",
    "j k t",
    "enter c",
    "c x",
    "x b",
    "b w",
    "q",
    "enter",
    "space",
    "space",
    "right",
    "left",
    "=",
    "e",
    "E",
    "z",
    "z",
    "h",
    "e",
    "enter",
    "h",
    "s",
    "j k g",
    "h",
    "q",
    "r",
    "q",
    "n",
    "r",
    "y",
    "q",
    "y",
    "q",
];

/// What stands on the screen after each of them.
fn screens(
    mut stage: Stage,
    keyboard: Option<&Keyboard>,
    keys: &[&str],
) -> Vec<(String, Vec<Effect>)> {
    let pressed = |names: &&str| {
        for name in names.split(' ') {
            press(&mut stage, keyboard, name);
            stage.after(Duration::from_millis(400));
        }
        (stage.screen(80, 24), std::mem::take(&mut stage.effects))
    };
    keys.iter().map(pressed).collect()
}

fn session(keyboard: Option<&Keyboard>) -> Vec<(String, Vec<Effect>)> {
    let catalog = catalog_for(
        "format = 1\nconditions = [\"knee-pain\"]\n",
        vec![own("mine", CALVES)],
    );
    screens(Stage::open(catalog, &Start::Home, 22), keyboard, SESSION)
}

#[test]
fn a_whole_session_is_driven_on_every_keyboard() {
    let latin = session(None);
    let quits = |effects: &[Effect]| effects.contains(&Effect::Quit);
    assert!(
        latin.last().is_some_and(|(_, effects)| quits(effects)),
        "it ends by q"
    );
    for keyboard in KEYBOARDS {
        for (place, (ours, theirs)) in latin.iter().zip(session(Some(keyboard))).enumerate() {
            let keys = SESSION[place];
            assert_eq!(
                format!("{:?}", ours.1),
                format!("{:?}", theirs.1),
                "{} after {keys}",
                keyboard.name
            );
            assert_eq!(ours.0, theirs.0, "{} after {keys}", keyboard.name);
        }
    }
}

/// The answer to the wish to read the profile.
fn open_profile(stage: &mut Stage, content: Content) {
    let file = ProfileFile {
        path: "~/.config/supple/profile.toml".to_owned(),
        content,
        exposed: None,
    };
    stage.tell(Msg::Reply(Reply::Profile(Box::new(file))));
}

/// The profile filled in: a box, a date and a time that are typed, the page left and stayed on, saved at last.
fn profile(keyboard: Option<&Keyboard>, year: &str) -> String {
    let mut stage = Stage::home();
    press(&mut stage, keyboard, "p");
    open_profile(&mut stage, Content::Missing);
    for name in "G g j j j space k k k".split(' ') {
        press(&mut stage, keyboard, name);
    }
    stage.type_text(year).keys("enter");
    for name in "q esc q n".split(' ') {
        press(&mut stage, keyboard, name);
    }
    assert!(
        stage.screen(80, 24).contains("supple"),
        "n leaves: {}",
        stage.screen(80, 24)
    );
    press(&mut stage, keyboard, "p");
    open_profile(&mut stage, Content::Missing);
    for name in "j j j space g".split(' ') {
        press(&mut stage, keyboard, name);
    }
    stage.type_text("1900");
    press(&mut stage, keyboard, "ctrl+u");
    stage.type_text(year).keys("enter");
    stage.effects.clear();
    press(&mut stage, keyboard, "ctrl+s");
    let Some(Effect::Do(Task::SaveProfile(change))) = stage.effects.pop() else {
        panic!("nothing is saved: {}", stage.screen(80, 24));
    };
    change.text
}

#[test]
fn a_whole_profile_is_driven_on_every_keyboard() {
    let latin = profile(None, "1980");
    assert!(latin.contains("birth-year = 1980"), "{latin}");
    assert!(latin.contains("conditions = ["), "{latin}");
    for keyboard in KEYBOARDS {
        let year = match keyboard.name {
            "Persian" => "۱۹۸۰",
            "Arabic" => "١٩٨٠",
            _ => "1980",
        };
        assert_eq!(profile(Some(keyboard), year), latin, "{}", keyboard.name);
    }
}

#[test]
fn where_text_is_typed_letters_are_themselves() {
    for keyboard in KEYBOARDS {
        let mut stage = Stage::home();
        press(&mut stage, Some(keyboard), "/");
        let word: String = "qyn".chars().map(|latin| keyboard.types(latin)).collect();
        for latin in ["q", "y", "n"] {
            press(&mut stage, Some(keyboard), latin);
        }
        let screen = stage.screen(80, 24);
        assert!(
            screen.contains(&format!("/ {word}▏")),
            "{}: {screen}",
            keyboard.name
        );
    }
}

#[test]
fn minutes_are_typed_in_the_digits_of_the_keyboard() {
    for eight in ["8", "٨", "۸", "๘", "８"] {
        let mut stage = Stage::home();
        stage.keys("enter t").type_text(eight);
        let screen = stage.screen(80, 24);
        assert!(screen.contains("Minutes   8\n"), "{eight}: {screen}");
    }
}

// Enter, Esc and the arrows.

fn playing() -> Stage {
    let mut stage = playing_for(&[], CALVES);
    stage.after(Duration::from_secs(14));
    stage
}

fn shows(stage: &Stage, part: &str) -> bool {
    stage.screen(80, 24).contains(part)
}

#[test]
fn the_question_whether_to_stop_is_answered_without_letters() {
    let mut stage = playing();
    stage.keys("esc enter");
    assert!(shows(&stage, "not stopped"), "Enter at once is no");
    stage.keys("esc right left enter esc esc");
    assert!(!shows(&stage, "Stop here?"));
    assert!(stage.deadline().is_some(), "it goes on");
    stage.keys("esc right");
    assert!(
        shows(&stage, "n go on  ›y stop"),
        "{}",
        stage.screen(80, 24)
    );
    stage.keys("enter");
    assert!(shows(&stage, "Stopped here."));

    let mut stage = playing();
    stage.keys("right right r enter");
    assert!(!shows(&stage, "1 of 3"));
    stage.keys("r right enter");
    assert!(shows(&stage, "1 of 3"), "{}", stage.screen(80, 24));
}

#[test]
fn what_to_do_when_it_hurts_is_chosen_without_letters() {
    let after = |keys: &str| {
        let mut stage = playing();
        stage.keys("h").keys(keys);
        stage.screen(80, 24)
    };
    for (keys, shown) in [
        ("enter", "RESUMING"),
        ("up down down enter", "RESUMING"),
        ("up enter", "Stopped here."),
        ("up up enter", "Sharp or spreading pain. Better stop here."),
        ("up up up enter", "skipped: Wall calf stretch"),
        ("up up up up up up enter", "Strap calf stretch"),
        ("esc", "PAUSED"),
        // A second Enter never goes on with it.
        ("up up enter enter", "Stopped here."),
        ("up up enter right enter", "RESUMING"),
        ("up up enter right left enter", "Stopped here."),
        ("up up enter esc", "PAUSED"),
    ] {
        let screen = after(keys);
        assert!(screen.contains(shown), "{keys}: {screen}");
    }
}

#[test]
fn the_answer_that_enter_takes_is_in_sight_on_every_screen() {
    for (width, height) in [(80, 24), (40, 12), (20, 5), (20, 3), (20, 1)] {
        let mut stage = playing();
        stage.keys("esc right");
        let screen = stage.screen(width, height);
        assert!(screen.contains("›y"), "{width}x{height}: {screen}");
        stage.keys("esc h s right");
        let screen = stage.screen(width, height);
        assert!(screen.contains("›g"), "{width}x{height}: {screen}");
        stage.keys("esc h");
        for _ in 0..5 {
            stage.keys("up");
            let screen = stage.screen(width, height);
            assert!(screen.contains('›'), "{width}x{height}: {screen}");
        }
    }
}

#[test]
fn leaving_with_changes_is_answered_without_letters() {
    let mut changed = Stage::home();
    changed.keys("p");
    open_profile(&mut changed, Content::Missing);
    changed.effects.clear();
    changed.keys("down down enter esc");
    assert!(shows(&changed, "Keep the changes?"));
    changed.keys("enter");
    assert!(
        !shows(&changed, "Keep the changes?"),
        "Enter at once leads back"
    );
    assert!(shows(&changed, "not saved yet"));
    changed.keys("esc right right left enter");
    assert!(matches!(
        &changed.effects[..],
        [Effect::Do(Task::SaveProfile(_))]
    ));
    changed.tell(Msg::Reply(Reply::Failed(Failure::Profile(
        NotSaved::NoSpace,
    ))));
    changed.keys("esc right right enter");
    assert!(
        shows(&changed, "supple"),
        "dropped: {}",
        changed.screen(80, 24)
    );
    assert_eq!(changed.effects.len(), 1);
}

#[test]
fn a_profile_that_cannot_be_read_is_replaced_without_letters() {
    let opened = || {
        let mut stage = Stage::home();
        stage.keys("p");
        open_profile(
            &mut stage,
            Content::Text("conditions = [\"glaucoma\"\n".to_owned()),
        );
        assert!(shows(&stage, "cannot be read"));
        stage
    };
    let mut closed = opened();
    closed.keys("enter");
    assert!(!shows(&closed, "cannot be read"));
    let mut fresh = opened();
    fresh.keys("right enter");
    assert!(shows(&fresh, "Filled in with what was understood"));
}

#[test]
fn a_step_is_kept_all_the_same_without_letters() {
    let text = "format = 1\ntitle = \"Mine\"\ndiscipline = \"mobility\"\n[[step]]\nexercise = \"supine-twist\"\n";
    let profile = "format = 1\nconditions = [\"pregnancy-t2\"]\n";
    let catalog = catalog_for(profile, vec![own("mine", text)]);
    let mut stage = Stage::open(catalog, &Start::Before("mine".into()), 21);
    stage.keys("c o enter");
    assert!(shows(&stage, "instead of"), "Enter at once is no");
    stage.keys("o right enter");
    assert!(shows(&stage, "kept by you"), "{}", stage.screen(80, 24));
}

#[test]
fn what_is_new_today_is_said_and_taken_back_without_letters() {
    let mut stage = Stage::home();
    stage.keys("x enter");
    assert!(shows(&stage, "[x]"));
    stage.keys("right");
    assert!(!shows(&stage, "[x]"));
}

#[test]
fn figures_are_picked_with_the_arrows() {
    let mut stage = Stage::home();
    stage.keys("S right right");
    assert!(shows(&stage, "› 2 octant"), "{}", stage.screen(80, 24));
    stage.keys("left left left");
    assert!(shows(&stage, "› 7 auto: Braille"));
    stage.keys("right right right right right right right right");
    assert!(shows(&stage, "› 0 no figures"));
}

/// Everything of the help can be taken there, by whoever has none of its letters.
fn taken_in_help(stage: &mut Stage, action: Action) {
    let key = BINDINGS
        .iter()
        .position(|binding| binding.action == action)
        .map(|at| BINDINGS[at]);
    let binding = key.expect("it is bound");
    let place = BINDINGS
        .iter()
        .filter(|other| other.context == binding.context)
        .position(|other| other.action == action);
    stage.keys("F1");
    for _ in 0..=place.expect("it is there") {
        stage.keys("down");
    }
    let screen = stage.screen(80, 24);
    let chosen = screen.lines().find(|line| line.contains('›'));
    let chosen = chosen.unwrap_or_else(|| panic!("nothing is chosen: {screen}"));
    assert!(chosen.contains(action.doc()), "{chosen}");
    let buffer = stage.buffer(80, 24);
    let row = screen.lines().position(|line| line.contains('›'));
    let row = u16::try_from(row.unwrap_or(0)).expect("a row");
    let cells = (2..40).map(|x| &buffer[(x, row)]);
    let mut colours: Vec<_> = cells.map(|cell| (cell.fg, cell.bg)).collect();
    colours.dedup();
    assert_eq!(colours.len(), 1, "the chosen line has one colour: {chosen}");
    stage.keys("enter");
}

#[test]
fn everything_is_reached_by_the_help() {
    let mut stage = Stage::open(catalog(Vec::new()), &Start::Home, 22);
    stage.keys("F1 enter");
    assert!(shows(&stage, "supple"), "Enter at once closes");
    taken_in_help(&mut stage, Action::Today);
    assert!(shows(&stage, "Anything new today?"));
    stage.keys("esc");
    taken_in_help(&mut stage, Action::Setup);
    assert!(shows(&stage, "Which body is whole"));
    stage.keys("esc");
    taken_in_help(&mut stage, Action::Profile);
    assert_eq!(stage.effects, [Effect::Do(Task::ReadProfile)]);
    stage.effects.clear();
    taken_in_help(&mut stage, Action::Quit);
    assert_eq!(stage.effects, [Effect::Quit]);

    let mut stage = playing();
    taken_in_help(&mut stage, Action::Hurts);
    assert!(shows(&stage, "Pain noted"));
    // Where the page is scrolled beyond them, none is taken.
    stage.keys("F1");
    for _ in 0..60 {
        stage.keys("down");
    }
    assert!(!shows(&stage, "›"), "{}", stage.screen(80, 24));
    stage.keys("enter");
    assert!(shows(&stage, "Pain noted"), "closed");
}

#[test]
fn lines_of_one_letter_are_commands_in_every_script() {
    let catalog = catalog(vec![own("mine", CALVES)]);
    let typed_in = |locale: &str, line: &str| {
        let library = catalog.library();
        let entry = library.routine("mine").expect("it is there");
        let timetable = tailored(library, &[], "mine");
        let signs = Signs::for_whom(&catalog);
        let mut plain = Plain::start(entry, timetable, signs, 0, Moment::START);
        plain.set_layout(Layout::of(locale));
        let mut told = Told::new(plain);
        told.until(Duration::from_secs(1)).typed(line)
    };
    let typed = |line: &str| typed_in("C", line);
    for (line, command) in [
        ("з", "p"),
        ("р", "h"),
        ("ק", "e"),
        ("ض\n", "q"),
        ("π", "p"),
        ("У", "E"),
        ("ｑ", "q"),
    ] {
        assert_eq!(typed(line), typed(command), "{line}");
    }
    assert_eq!(typed_in("sr_RS.UTF-8", "х"), typed("h"));
    let nothing = typed("зз").concat();
    assert!(
        nothing.contains("\"зз\" is not a command here."),
        "{nothing}"
    );
}
