//! Keyboards of other scripts: on which key of a US keyboard their letters lie.
//!
//! Keys are named by Latin letters. Who has another script switched on presses the key that is printed with the letter,
//! and the terminal sends what that script has there. The [keymap](crate::tui::input::keymap) asks here what such a letter
//! means; where text is typed it is the letter itself.
//!
//! A letter that lies on different keys of different layouts (`с` is on the key C in Russia and on S in Serbia) is taken
//! by the layout of the person's language, else by the first of the table that has it on the key of a letter, a digit or
//! one of the signs that are bound. Signs of ASCII are on every layout somewhere, so only the language says that `;`
//! was meant as `q` (Greek) or `.` as `/` (Russian), and a sign that is bound itself always means itself.
//!
//! Limits: the key Q of Hebrew types the `/` that searches in the list. Without the language in the locale, letters
//! of Serbian, Macedonian, Belarusian and Bulgarian mean the Russian key, capitals and some letters of Persian the Arabic
//! one, and the signs of ASCII on letter keys (Greek `;`, Hebrew `'`) nothing. The phonetic layout of Bulgarian is taken
//! for that of typewriters. The arrows, Enter, Esc and F1 do all that these keys do.

/// A keyboard layout.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// The languages, by their codes in a locale.
    languages: &'static [&'static str],
    /// The letters of the keys of [`PLAIN`]; a blank for none of use.
    plain: Rows,
    /// The letters of the same keys with Shift, for [`SHIFTED`].
    shifted: Rows,
}

/// The rows of a keyboard, from the digits down.
type Rows = [&'static str; 4];

const PLAIN: Rows = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];
const SHIFTED: Rows = ["!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"", "ZXCVBNM<>?"];

/// The layouts, the commonest of a script first; as X11 has them.
const LAYOUTS: &[Layout] = &[
    // Russian.
    Layout {
        languages: &["ru", "kk", "ky", "tg"],
        plain: ["1234567890-=", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю."],
        shifted: ["!\"№;%:?*()_+", "ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "ЯЧСМИТЬБЮ,"],
    },
    // Ukrainian.
    Layout {
        languages: &["uk"],
        plain: ["1234567890-=", "йцукенгшщзхї", "фівапролджє", "ячсмитьбю."],
        shifted: ["!\"№;%:?*()_+", "ЙЦУКЕНГШЩЗХЇ", "ФІВАПРОЛДЖЄ", "ЯЧСМИТЬБЮ,"],
    },
    // Belarusian.
    Layout {
        languages: &["be"],
        plain: ["1234567890-=", "йцукенгшўзх'", "фывапролджэ", "ячсмітьбю."],
        shifted: ["!\"№;%:?*()_+", "ЙЦУКЕНГШЎЗХ'", "ФЫВАПРОЛДЖЭ", "ЯЧСМІТЬБЮ,"],
    },
    // Serbian.
    Layout {
        languages: &["sr"],
        plain: ["1234567890'+", "љњертзуиопшђ", "асдфгхјклчћ", "жџцвбнм,.-"],
        shifted: ["!\"#$%&/()=?*", "ЉЊЕРТЗУИОПШЂ", "АСДФГХЈКЛЧЋ", "ЖЏЦВБНМ;:_"],
    },
    // Macedonian.
    Layout {
        languages: &["mk"],
        plain: ["1234567890-=", "љњертѕуиопшѓ", "асдфгхјклчќ", "зџцвбнм,./"],
        shifted: ["!„“$%^&*()_+", "ЉЊЕРТЅУИОПШЃ", "АСДФГХЈКЛЧЌ", "ЗЏЦВБНМ;:?"],
    },
    // Bulgarian, as on its typewriters.
    Layout {
        languages: &["bg"],
        plain: ["1234567890-.", ",уеишщксдзц;", "ьяаожгтнвмч", "юйъэфхпрлб"],
        shifted: ["!?+\"%=:/–№$€", "ыУЕИШЩКСДЗЦ§", "ѝЯАОЖГТНВМЧ", "ЮЙЪЭФХПРЛБ"],
    },
    // Greek. The capital of the two small sigmas is that of S.
    Layout {
        languages: &["el"],
        plain: ["1234567890-=", ";ςερτυθιοπ[]", "ασδφγηξκλ '", "ζχψωβνμ,./"],
        shifted: ["!@#$%^&*()_+", ": ΕΡΤΥΘΙΟΠ{}", "ΑΣΔΦΓΗΞΚΛ \"", "ΖΧΨΩΒΝΜ<>?"],
    },
    // Hebrew.
    Layout {
        languages: &["he", "iw", "yi"],
        plain: ["1234567890-=", "/'קראטוןםפ][", "שדגכעיחלךף,", "זסבהנמצתץ."],
        shifted: ["!@#$%^&*)(_+", "QWERTYUIOP}{", "ASDFGHJKL:\"", "ZXCVBNM><?"],
    },
    // Arabic.
    Layout {
        languages: &["ar"],
        plain: ["1234567890-=", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرﻻىةوزظ"],
        shifted: [
            "!@#$%^&*)(_+",
            "\u{64e}\u{64b}\u{64f}\u{64c}ﻹإ`÷×؛<>",
            "\u{650}\u{64d}][ﻷأـ،/:\"",
            "~\u{652}}{ﻵآ',.؟",
        ],
    },
    // Persian.
    Layout {
        languages: &["fa"],
        plain: ["۱۲۳۴۵۶۷۸۹۰-=", "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو./"],
        shifted: [
            "!٬٫﷼٪×،*)(ـ+",
            "\u{652}\u{64c}\u{64d}\u{64b}\u{64f}\u{650}\u{64e}\u{651}][}{",
            "ؤئيإأآة»«:؛",
            "ك\u{653}ژ\u{670}\u{200c}\u{654}ء><؟",
        ],
    },
    // Georgian.
    Layout {
        languages: &["ka"],
        plain: ["1234567890-=", "ქწერტყუიოპ[]", "ასდფგჰჯკლ;'", "ზხცვბნმ,./"],
        shifted: ["!@#$%^&*()_+", "QჭEღთYUIOP{}", "AშDFGHჟKL:\"", "ძXჩVBNM<>?"],
    },
    // Armenian.
    Layout {
        languages: &["hy"],
        plain: ["ֆձ֊,։՞․՛)օէղ", "ճփբսմուկըթծց", "ջվգեանիտհպր", "ժդչյզլքխշռ"],
        shifted: ["ՖՁ—$…%և՚(ՕԷՂ", "ՃՓԲՍՄՈՒԿԸԹԾՑ", "ՋՎԳԵԱՆԻՏՀՊՐ", "ԺԴՉՅԶԼՔԽՇՌ"],
    },
    // Thai.
    Layout {
        languages: &["th"],
        plain: [
            "ๅ/-ภถ\u{e38}\u{e36}คตจขช",
            "ๆไำพะ\u{e31}\u{e35}รนยบล",
            "ฟหกดเ\u{e49}\u{e48}าสวง",
            "ผปแอ\u{e34}\u{e37}ทมใฝ",
        ],
        shifted: [
            "+๑๒๓๔\u{e39}฿๕๖๗๘๙",
            "๐\"ฎฑธ\u{e4d}\u{e4a}ณฯญฐ,",
            "ฤฆฏโฌ\u{e47}\u{e4b}ษศซ.",
            "()ฉฮ\u{e3a}\u{e4c}?ฒฬฦ",
        ],
    },
];

impl Layout {
    /// The layout of the language that a locale (`sr_RS.UTF-8`) names; `None` where it writes in Latin letters.
    pub fn of(locale: &str) -> Option<&'static Self> {
        let language = locale.split(['_', '-', '.', '@']).next()?;
        let latin = locale.to_ascii_lowercase().contains("@latin");
        LAYOUTS
            .iter()
            .find(|layout| !latin && layout.languages.contains(&language))
    }

    /// The key on which this layout has a letter or a sign, as a US keyboard types it.
    pub fn key(&self, letter: char) -> Option<char> {
        let all = [(self.plain, PLAIN), (self.shifted, SHIFTED)];
        all.iter()
            .flat_map(|(theirs, ours)| theirs.iter().zip(ours))
            .flat_map(|(theirs, ours)| theirs.chars().zip(ours.chars()))
            .find(|&(theirs, _)| theirs == letter && letter != ' ')
            .map(|(_, ours)| ours)
    }
}

/// Returns the Latin letter, digit or sign of the key on which a foreign letter lies, or the same sign in half width.
/// `None` for everything that a Latin keyboard types.
pub(crate) fn key(letter: char) -> Option<char> {
    let of_script = || {
        // Between these are Latin letters and signs that all the world uses.
        matches!(letter, '\u{370}'..='\u{1dff}' | '\u{fe70}'..='\u{fefc}').then_some(())?;
        LAYOUTS
            .iter()
            .filter_map(|layout| layout.key(letter))
            .find(|key| key.is_ascii_alphanumeric() || "?=+".contains(*key))
    };
    digit(letter).or_else(|| narrow(letter)).or_else(of_script)
}

/// Returns the character of a key of a US keyboard with Shift.
pub(crate) fn shifted(key: char) -> char {
    let rows = PLAIN.iter().zip(SHIFTED);
    let mut keys = rows.flat_map(|(plain, shifted)| plain.chars().zip(shifted.chars()));
    keys.find(|&(plain, _)| plain == key)
        .map_or(key, |(_, shifted)| shifted)
}

/// The digit that a digit of another script is, where its keyboards type one.
pub(crate) fn digit(letter: char) -> Option<char> {
    // Arabic, Persian, Devanagari, Bengali, Thai.
    let noughts = [
        '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}',
    ];
    let value = |nought: char| u32::from(letter).checked_sub(u32::from(nought));
    let mut values = noughts.into_iter().filter_map(value);
    let value = values.find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

/// A letter or sign of ASCII that was typed in the width of East Asian letters.
fn narrow(letter: char) -> Option<char> {
    match letter {
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_place_for_every_key() {
        for layout in LAYOUTS {
            for (theirs, ours) in [(layout.plain, PLAIN), (layout.shifted, SHIFTED)] {
                let lengths = |rows: Rows| rows.map(|row| row.chars().count());
                assert_eq!(lengths(theirs), lengths(ours), "{:?}", layout.languages);
            }
        }
    }

    #[test]
    fn what_a_latin_keyboard_types_means_itself() {
        let latin = (' '..='~').chain('\u{a0}'..='\u{24f}');
        for letter in latin
            .chain('\u{1e00}'..='\u{1eff}')
            .chain("–—…„“”№€×÷".chars())
        {
            assert_eq!(key(letter), None, "{letter}");
        }
    }

    #[test]
    fn the_language_decides_where_layouts_differ() {
        let key_in = |locale, letter| Layout::of(locale).and_then(|layout| layout.key(letter));
        assert_eq!(key('с'), Some('c'));
        assert_eq!(key_in("sr_RS.UTF-8", 'с'), Some('s'));
        assert_eq!(key_in("bg_BG", 'с'), Some('i'));
        assert_eq!(key_in("el_GR.UTF-8", ';'), Some('q'));
        assert_eq!(key(';'), None);
        assert_eq!(Layout::of("sr_RS.UTF-8@latin"), None);
        assert_eq!(Layout::of("de_DE.UTF-8"), None);
        assert_eq!(Layout::of("C"), None);
    }

    #[test]
    fn digits_and_wide_letters_are_the_plain_ones() {
        for (letter, plain) in [
            ('٣', '3'),
            ('۳', '3'),
            ('๓', '3'),
            ('３', '3'),
            ('ｑ', 'q'),
            ('？', '?'),
            ('　', ' '),
        ] {
            assert_eq!(key(letter), Some(plain), "{letter}");
        }
    }
}
