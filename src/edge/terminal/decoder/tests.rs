//! Every encoding that terminals have for keys, whole and in parts, and anything else.

use proptest::prelude::*;

use crate::edge::terminal::decoder::*;

/// Decodes bytes, with a pause after each part.
fn read(parts: &[&[u8]]) -> Vec<Wake> {
    let (mut decoder, mut woken) = (Decoder::new(None), Vec::new());
    for part in parts {
        decoder.end_paste_by(part, &mut woken);
        decoder.feed(part, &mut woken);
        decoder.pause(&mut woken);
    }
    woken
}

fn key(name: &str) -> Wake {
    let (alt, name) = match name.strip_prefix("alt+") {
        Some(name) => (true, name),
        None => (false, name),
    };
    let mut key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
    key.alt = alt;
    Wake::Key(key)
}

fn keys_of(names: &str) -> Vec<Wake> {
    names.split_whitespace().map(key).collect()
}

fn f(number: u8) -> Wake {
    Wake::Key(Key::plain(Code::F(number)))
}

/// Bytes, and the keys that they are, as the keymap writes them.
const KNOWN: &[(&str, &str)] = &[
    ("a", "a"),
    ("Z", "Z"),
    ("é", "é"),
    ("日", "日"),
    ("😀", "😀"),
    (" ", "space"),
    ("\r", "enter"),
    ("\n", "enter"),
    ("\t", "tab"),
    ("\x7f", "backspace"),
    ("\x08", "backspace"),
    ("\x03", "ctrl+c"),
    ("\x13", "ctrl+s"),
    ("\x15", "ctrl+u"),
    ("\x1a", "ctrl+z"),
    ("\x00", "ctrl+space"),
    ("\x1c", "ctrl+\\"),
    ("\x1ba", "alt+a"),
    ("\x1bé", "alt+é"),
    ("\x1b\r", "alt+enter"),
    ("\x1b\x7f", "alt+backspace"),
    ("\x1b\x03", "esc ctrl+c"),
    ("\x1b\x1b[A", "esc up"),
    ("\x1b[A", "up"),
    ("\x1b[B", "down"),
    ("\x1b[C", "right"),
    ("\x1b[D", "left"),
    ("\x1b[H", "home"),
    ("\x1b[F", "end"),
    ("\x1bOA", "up"),
    ("\x1bOB", "down"),
    ("\x1bOC", "right"),
    ("\x1bOD", "left"),
    ("\x1bOH", "home"),
    ("\x1bOF", "end"),
    ("\x1bOM", "enter"),
    ("\x1bOp", "0"),
    ("\x1bOy", "9"),
    ("\x1bOk", "+"),
    ("\x1bOo", "/"),
    ("\x1bOa", "ctrl+up"),
    ("\x1b[a", "up"),
    ("\x1b[1~", "home"),
    ("\x1b[7~", "home"),
    ("\x1b[4~", "end"),
    ("\x1b[8~", "end"),
    ("\x1b[3~", "delete"),
    ("\x1b[57426u", "delete"),
    ("\x1b[5~", "pageup"),
    ("\x1b[6~", "pagedown"),
    ("\x1b[7^", "ctrl+home"),
    ("\x1b[7$", "home"),
    ("\x1b[7@", "ctrl+home"),
    ("\x1b[1;5A", "ctrl+up"),
    ("\x1b[1;2A", "up"),
    ("\x1b[1;3A", "alt+up"),
    ("\x1b[1;9A", "alt+up"),
    ("\x1b[1;1:1A", "up"),
    ("\x1b[1;1:2A", "up"),
    ("\x1b[1;1:3A", ""),
    ("\x1b[5;5~", "ctrl+page"),
    ("\x1b[Z", "back"),
    ("\x1b[9;2u", "back"),
    ("\x1bOP", "F1"),
    ("\x1b[P", "F1"),
    ("\x1b[11~", "F1"),
    ("\x1b[[A", "F1"),
    ("\x1b[27u", "esc"),
    ("\x1b[13u", "enter"),
    ("\x1b[13;2u", "enter"),
    ("\x1b[127u", "backspace"),
    ("\x1b[9u", "tab"),
    ("\x1b[113u", "q"),
    ("\x1b[113;1:1u", "q"),
    ("\x1b[113;1:2u", "q"),
    ("\x1b[113;1:3u", ""),
    ("\x1b[113:81;2u", "Q"),
    ("\x1b[113;2u", "Q"),
    ("\x1b[113;2;81u", "Q"),
    ("\x1b[47:63;2u", "?"),
    ("\x1b[0;;233u", "é"),
    ("\x1b[0;;97:98u", "a b"),
    ("\x1b[113;9u", "alt+q"),
    ("\x1b[57399u", "0"),
    ("\x1b[57408u", "9"),
    ("\x1b[57410u", "/"),
    ("\x1b[57413u", "+"),
    ("\x1b[57413;129u", "+"),
    ("\x1b[57414u", "enter"),
    ("\x1b[57417u", "left"),
    ("\x1b[57420u", "down"),
    ("\x1b[57441;2u", ""),
    ("\x1b[57358u", ""),
    ("\x1b[27;5;99~", "ctrl+c"),
    ("\x1b[27;2;63~", "?"),
    ("\x1b[27;1;13~", "enter"),
    // A mouse, the focus, answers.
    ("\x1b[<0;10;5M", ""),
    ("\x1b[<0;10;5m", ""),
    ("\x1b[M qq", ""),
    ("\x1b[32;10;5M", ""),
    ("\x1b[I", ""),
    ("\x1b[O", ""),
    ("\x1b[?62;22c", ""),
    ("\x1b[>41;354;0c", ""),
    ("\x1b[?5u", ""),
    ("\x1b[?2026;2$y", ""),
    ("\x1b[4;2$y", ""),
    ("\x1b[24;80R", ""),
    ("\x1b[8;24;80t", ""),
    ("\x1b]11;rgb:0000/0000/0000\x07", ""),
    ("\x1b]11;rgb:0000/0000/0000\x1b\\", ""),
    ("\x1bP>|xterm(390)\x1b\\", ""),
    ("\x1b_Gi=31;OK\x1b\\", ""),
    // Whatever was begun, a control character is a key.
    ("\x1b[1;5\x03", "ctrl+c"),
    ("\x1b[M \x03", "ctrl+c"),
    ("\x1b]11;rgb\x03", "ctrl+c"),
    ("\x1bPq\r", "enter"),
    ("\x1b]11;\x1b[A", "up"),
    ("\x1b[\x1b[A", "up"),
    ("\x1b[[x", "x"),
    ("\x1bO1", "alt+O 1"),
];

/// Returns the wakes of these names, which may be keys with blanks.
fn meant(names: &str) -> Vec<Wake> {
    match names {
        "pageup" | "pagedown" => vec![key(names)],
        "ctrl+page" => vec![key("ctrl+pageup")],
        "back" => vec![key("backtab")],
        _ => keys_of(names),
    }
}

#[test]
fn every_known_encoding_is_its_key() {
    for (bytes, names) in KNOWN {
        assert_eq!(read(&[bytes.as_bytes()]), meant(names), "{bytes:?}");
    }
    for (bytes, number) in [
        ("\x1bOQ", 2),
        ("\x1bOS", 4),
        ("\x1b[13~", 3),
        ("\x1b[15~", 5),
        ("\x1b[[E", 5),
        ("\x1b[17~", 6),
        ("\x1b[21~", 10),
        ("\x1b[23~", 11),
        ("\x1b[24~", 12),
        ("\x1b[57376u", 13),
    ] {
        assert_eq!(read(&[bytes.as_bytes()]), [f(number)], "{bytes:?}");
    }
}

#[test]
fn ctrl_with_a_letter_is_that_in_every_form() {
    let forms = |letter: char, cyrillic: char| {
        let (small, capital) = (u32::from(letter), u32::from(letter.to_ascii_uppercase()));
        let cyrillic = u32::from(cyrillic);
        vec![
            char::from_u32(small & 0x1f)
                .map(String::from)
                .unwrap_or_default(),
            format!("\x1b[{small};5u"),
            format!("\x1b[{small};6u"),
            format!("\x1b[{small}:{capital};6u"),
            format!("\x1b[{capital};5u"),
            format!("\x1b[{small};69u"),
            format!("\x1b[{small};133u"),
            format!("\x1b[{small};197:1u"),
            format!("\x1b[{small};5:2u"),
            format!("\x1b[{cyrillic};5u"),
            format!("\x1b[{cyrillic}::{small};5u"),
            format!("\x1b[{cyrillic}:{}:{small};6u", cyrillic - 32),
            format!("\x1b[27;5;{small}~"),
            format!("\x1b[27;6;{capital}~"),
        ]
    };
    for (letter, cyrillic, context, action) in [
        ('c', 'с', Context::Everywhere, Action::Quit),
        ('z', 'я', Context::Everywhere, Action::Suspend),
        ('s', 'ы', Context::Profile, Action::Save),
        ('u', 'г', Context::Answer, Action::Empty),
        ('u', 'г', Context::Search, Action::Empty),
    ] {
        for form in forms(letter, cyrillic) {
            let [Wake::Key(key)] = read(&[form.as_bytes()])[..] else {
                panic!("{form:?} is one key");
            };
            assert_eq!(keymap::action(context, key), Some(action), "{form:?}");
        }
        let released = format!("\x1b[{};5:3u", u32::from(letter));
        assert_eq!(read(&[released.as_bytes()]), []);
    }
}

#[test]
fn a_letter_of_another_script_has_the_key_that_the_terminal_names() {
    let pressed = |bytes: &str| match read(&[bytes.as_bytes()])[..] {
        [Wake::Key(key)] => (key.code, key.base),
        _ => panic!("{bytes:?} is one key"),
    };
    // As a Serbian keyboard has it, whatever the table says.
    assert_eq!(pressed("\x1b[1089::115u"), (Code::Char('с'), Some('s')));
    assert_eq!(
        pressed("\x1b[1089:1057:115;2u"),
        (Code::Char('С'), Some('S'))
    );
    assert_eq!(pressed("\x1b[1102::46;2u"), (Code::Char('Ю'), Some('>')));
    // Dvorak and AZERTY go by their own letters.
    assert_eq!(pressed("\x1b[99::105u"), (Code::Char('c'), None));
    assert_eq!(pressed("\x1b[59::122;5u"), (Code::Char(';'), None));
    assert_eq!(pressed("\x1b[233::50u"), (Code::Char('é'), None));
}

#[test]
fn the_language_names_the_key_where_the_terminal_does_not() {
    let (mut decoder, mut woken) = (Decoder::new(Layout::of("sr_RS.UTF-8")), Vec::new());
    decoder.feed("с\x1b[1089::99uq".as_bytes(), &mut woken);
    let bases = woken.iter().map(|woken| match woken {
        Wake::Key(key) => key.base,
        _ => None,
    });
    assert_eq!(bases.collect::<Vec<_>>(), [Some('s'), Some('c'), None]);
}

#[test]
fn escape_alone_is_a_key_at_once() {
    assert_eq!(read(&[b"\x1b"]), keys_of("esc"));
    assert_eq!(read(&[b"\x1b\x1b"]), keys_of("esc esc"));
    assert_eq!(read(&[b"a\x1b", b"b"]), keys_of("a esc b"));
    // Known: its rest came too late.
    assert_eq!(read(&[b"\x1b", b"[A"]), keys_of("esc [ A"));
    // Alt with the letters that begin an answer swallows nothing.
    assert_eq!(read(&[b"\x1b]", b"q"]), keys_of("alt+] q"));
    assert_eq!(read(&[b"\x1bP", b"q"]), keys_of("alt+P q"));
}

#[test]
fn what_is_no_letter_is_nothing_and_what_follows_is_a_key() {
    assert_eq!(read(&[b"\xffa\xc3b\xe2\x82c\x80d"]), keys_of("a b c d"));
    assert_eq!(read(&[b"\xc3\xc3\xa9"]), keys_of("é"));
    assert_eq!(read(&[b"\xc2\x9b"]), []);
    assert_eq!(read(&[b"\xc3\x1b[A"]), keys_of("up"));
}

fn paste(text: &str) -> Wake {
    Wake::Paste(text.to_owned())
}

#[test]
fn a_paste_is_text_whatever_it_holds() {
    let text = "q\r\x03\x1b\x1b[A\x1b[201 \x1b\x1b[20é\x1b]";
    let whole = format!("\x1b[200~{text}\x1b[201~x");
    assert_eq!(read(&[whole.as_bytes()]), [paste(text), key("x")]);
    let bytes: Vec<&[u8]> = whole.as_bytes().chunks(5).collect();
    assert_eq!(read(&bytes), [paste(text), key("x")]);
    // An end without a beginning.
    assert_eq!(read(&[b"\x1b[201~x"]), keys_of("x"));
}

#[test]
fn of_a_long_paste_the_beginning_is_kept() {
    let text = "0123456789".repeat(20_000);
    let whole = format!("\x1b[200~{text}\x1b[201~x");
    let kept = &text[..LONGEST_PASTE];
    assert_eq!(read(&[whole.as_bytes()]), [paste(kept), key("x")]);
}

#[test]
fn a_paste_that_never_ends_is_ended_by_ctrl_c_alone() {
    for ctrl_c in ["\x03", "\x1b[99;5u", "\x1b[1089::99;5u"] {
        let parts = [&b"\x1b[200~half"[..], b"q", ctrl_c.as_bytes(), b"x"];
        let woken = read(&parts);
        assert_eq!(woken.len(), 3, "{woken:?}");
        assert_eq!(woken[0], paste("halfq"));
        assert_eq!(woken[2], key("x"));
    }
}

/// Returns whether bytes may be cut here: not right behind an ESC, nor behind the letter after it that begins an
/// answer.
fn may_cut(bytes: &[u8], at: usize) -> bool {
    let begins_answer = at >= 2 && bytes[at - 2] == ESC && b"]PX^_".contains(&bytes[at - 1]);
    bytes[at - 1] != ESC && !begins_answer
}

fn sequences() -> impl Strategy<Value = Vec<&'static str>> {
    let known = KNOWN.iter().map(|(bytes, _)| *bytes);
    let pastes = [
        "\x1b[200~pasted \x1b[20 \r text\x1b[201~",
        "\x1b[200~\x1b[201~",
    ];
    let all: Vec<&str> = known.chain(pastes).collect();
    proptest::collection::vec(proptest::sample::select(all), 0..12)
}

proptest! {
    #[test]
    fn keys_come_out_the_same_however_they_are_cut(
        sequences in sequences(),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..8),
    ) {
        let bytes = sequences.concat().into_bytes();
        let one_by_one: Vec<Wake> = sequences.iter().flat_map(|one| read(&[one.as_bytes()])).collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.retain(|&cut| cut > 0 && cut < bytes.len() && may_cut(&bytes, cut));
        cuts.sort_unstable();
        let mut parts = Vec::new();
        let mut last = 0;
        for cut in cuts.into_iter().chain([bytes.len()]) {
            parts.push(&bytes[last..cut]);
            last = cut;
        }
        prop_assert_eq!(read(&parts), one_by_one);
    }

    #[test]
    fn any_bytes_are_read_and_ctrl_c_after_them_is_heard(
        bytes in proptest::collection::vec(prop_oneof![
            any::<u8>(),
            proptest::sample::select(&b"\x1b\x1b[[]OPM<;:0123~u$\x07\\"[..]),
        ], 0..200),
        at in any::<proptest::sample::Index>(),
    ) {
        let at = at.index(bytes.len() + 1);
        let woken = read(&[&bytes[..at], &bytes[at..], b"\x03"]);
        let last = woken.last().cloned();
        prop_assert_eq!(last, Some(key("ctrl+c")));
    }
}
