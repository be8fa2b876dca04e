//! Letters of another script that look like those around them: with one, a name looks the same and is another.

use std::ops::Range;

use crate::content::diagnostic::Diagnostic;

/// Cyrillic and Greek letters, each before the Latin letter that it looks like.
const ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('с', 'c'),
    ('ԁ', 'd'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ӏ', 'l'),
    ('о', 'o'),
    ('р', 'p'),
    ('ԛ', 'q'),
    ('ѕ', 's'),
    ('ԝ', 'w'),
    ('х', 'x'),
    ('у', 'y'),
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('І', 'I'),
    ('Ӏ', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('Ԝ', 'W'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('Ү', 'Y'),
    ('α', 'a'),
    ('ι', 'i'),
    ('ν', 'v'),
    ('ο', 'o'),
    ('ρ', 'p'),
    ('υ', 'u'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

/// Scripts whose letters can look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
}

impl Script {
    const ALL: [Self; 3] = [Self::Latin, Self::Cyrillic, Self::Greek];

    const fn of(letter: char) -> Option<Self> {
        match letter {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                Some(Self::Latin)
            }
            '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' => Some(Self::Cyrillic),
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Self::Greek),
            _ => None,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
        }
    }
}

/// A letter among those of another script.
struct Stranger {
    letter: char,
    script: Script,
    /// The script of the word, and its letter that looks the same.
    around: Script,
    twin: char,
}

/// The first letter of a name that stands in a word of another script and looks like a letter of that, and where it stands.
pub(crate) fn found(name: &str, what: &str) -> Option<(Range<usize>, Diagnostic)> {
    if name.is_ascii() {
        return None;
    }
    let mut start = 0;
    for word in name.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        if let Some((at, stranger)) = in_word(word) {
            let at = start + at;
            let Stranger {
                letter,
                script,
                around,
                twin,
            } = stranger;
            let (script, around) = (script.as_str(), around.as_str());
            let message = format!(
                "{what} contains the {script} letter {letter} (U+{:04X}) among {around} letters",
                u32::from(letter)
            );
            let help =
                format!("type the {around} {twin}: it looks the same but is a different letter");
            return Some((
                at..at + letter.len_utf8(),
                Diagnostic::warning(message).help(help),
            ));
        }
        start += word.len();
    }
    None
}

/// The letters of the script that has fewer of them in a word are the strangers; of two with as many, those that are not
/// Latin.
fn in_word(word: &str) -> Option<(usize, Stranger)> {
    let count = |script: Script| {
        word.chars()
            .filter(|letter| Script::of(*letter) == Some(script))
            .count()
    };
    let latin = count(Script::Latin);
    let other = Script::ALL
        .into_iter()
        .skip(1)
        .max_by_key(|script| count(*script))?;
    let others = count(other);
    if latin == 0 || others == 0 {
        return None;
    }
    let (script, around) = if latin < others {
        (Script::Latin, other)
    } else {
        (other, Script::Latin)
    };
    word.char_indices().find_map(|(at, letter)| {
        let twin = (Script::of(letter) == Some(script))
            .then(|| twin(letter, around))
            .flatten()?;
        Some((
            at,
            Stranger {
                letter,
                script,
                around,
                twin,
            },
        ))
    })
}

/// The letter of a script that looks like this one.
fn twin(letter: char, script: Script) -> Option<char> {
    ALIKE.iter().find_map(|&(strange, latin)| {
        if script == Script::Latin {
            (strange == letter).then_some(latin)
        } else {
            (latin == letter && Script::of(strange) == Some(script)).then_some(strange)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> Option<String> {
        found(name, "this name").map(|(_, found)| found.message.to_string())
    }

    #[test]
    fn a_letter_that_looks_like_those_around_it_is_named() {
        assert_eq!(
            said("Calf rаise").as_deref(),
            Some("this name contains the Cyrillic letter а (U+0430) among Latin letters")
        );
        assert_eq!(
            said("éΟne").as_deref(),
            Some("this name contains the Greek letter Ο (U+039F) among Latin letters")
        );
        assert_eq!(
            said("Рaстяжка").as_deref(),
            Some("this name contains the Latin letter a (U+0061) among Cyrillic letters")
        );
        let (place, found) = found("Calf rаise", "this name").expect("a finding");
        assert_eq!(&"Calf rаise"[place], "а");
        assert_eq!(
            &*found.help[0],
            "type the Latin a: it looks the same but is a different letter"
        );
    }

    #[test]
    fn words_of_one_script_are_fine_beside_each_other() {
        for fine in [
            "Растяжка",
            "Calf растяжка",
            "Wi-Fi-сеть",
            "Ωmega",
            "5 μm",
            "Ένα",
            "Calf",
            "שלום abc",
            "ABв",
        ] {
            assert_eq!(said(fine), None, "{fine}");
        }
    }
}
