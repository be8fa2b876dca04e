//! Punctuation that has many forms: keyboards write the straight ones, programs for letters the curly ones.

/// The plainest form of an apostrophe, a quotation mark or a dash; any other letter as it is. A sign for minutes is an
/// apostrophe, one for seconds a quotation mark.
pub(crate) const fn plain(letter: char) -> char {
    match letter {
        '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '‘' | '’' | '‚' | '‛' | '′' | '‵' | '‹' | '›'
        | '＇' | '｀' => '\'',
        '«' | '»' | 'ʺ' | '“' | '”' | '„' | '‟' | '″' | '‶' | '〝' | '〞' | '〟' | '＂' => {
            '"'
        }
        '־' | '\u{2010}'..='\u{2015}' | '⁃' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－' => {
            '-'
        }
        other => other,
    }
}

/// True if the letter is a dash of any form, or a minus.
pub(crate) const fn is_dash(letter: char) -> bool {
    plain(letter) == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_one_plain_one() {
        let all = |text: &str| text.chars().map(plain).collect::<String>();
        assert_eq!(all("`´ʼ‘’′'"), "'".repeat(7));
        assert_eq!(all("“”„«»″\""), "\"".repeat(7));
        assert_eq!(all("-‐\u{2011}‒–—―−"), "-".repeat(8));
        assert_eq!(all("aé_.,/·"), "aé_.,/·");
    }
}
