//! The errors of the TOML parser, told apart. The parser says in English alone what is wrong: this is the one place that
//! reads its words, which is why its version is pinned.

use std::ops::Range;

/// The words between the parser's description of an error and its list of expectations.
const EXPECTED: &str = ", expected ";
/// The start of the description of a key below a value that is not a table; the type of the value follows.
const EXTENDED: &str = "cannot extend value of type ";

/// One error of the parser.
#[derive(Clone, Debug)]
pub(crate) struct ParseError {
    /// The kind of error.
    pub(crate) kind: ParseErrorKind,
    /// Byte range of the text; may be empty.
    pub(crate) span: Range<usize>,
}

/// The errors that are explained differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParseErrorKind {
    /// A key or a table is there already.
    DuplicateKey,
    /// A key or a header below a value that is no table.
    ExtendedValue,
    /// A value that is neither in quotes nor anything else.
    Unquoted,
    /// A value that ends with a quote, but begins with none.
    OpeningQuote,
    /// A word that begins as `true` or `false` does.
    Boolean,
    /// A text in three quotes that is not closed.
    OpenMultiLine,
    /// A key in three quotes.
    MultiLineKey,
    /// A text in `'` that is not closed on its line.
    OpenLiteral,
    /// A text in `"` that is not closed on its line.
    OpenText,
    /// A backslash that begins no escape.
    Escape,
    /// A line that begins with a word, and has no `=`. The parser skips the line.
    KeyAlone,
    /// A line that starts with a dot has a key without a value.
    PointAlone,
    /// A key without `=` in an inline table.
    Assignment,
    /// No comma between two elements; in an inline table, between two keys.
    MissingComma {
        /// True if in an inline table.
        in_table: bool,
    },
    /// A comma too many.
    ExtraComma {
        /// True if a key belongs in its place.
        for_key: bool,
    },
    /// A second `=`.
    ExtraEquals,
    /// A header without its closing brackets.
    OpenHeader,
    /// Something after the end of a value or a header.
    TooMuch,
    /// A list or an inline table that is not closed.
    OpenBracket,
    /// Something else that is out of place in a list or an inline table.
    Bracket,
    /// Something else where an inline table needs a key.
    NoKeyInTable,
    /// A character that no bare key holds.
    BadKey,
    /// No key before `=`, or around a point.
    EmptyKey,
    /// A line that begins with no key at all.
    NoPair,
    /// A line that begins with `]`.
    ClosingBracket,
    /// Tables or lists in more others than the parser follows.
    TooDeep,
    /// A number or a date that cannot be read.
    Number,
    /// A control character in a comment or at the end of a line.
    Control,
    /// An error of which this program does not know; in the parser's words.
    Unknown(String),
}

/// The descriptions of the parser, and what they are.
const KNOWN: &[(&str, ParseErrorKind)] = &[
    ("duplicate key", ParseErrorKind::DuplicateKey),
    ("string values must be quoted", ParseErrorKind::Unquoted),
    ("missing opening quote", ParseErrorKind::OpeningQuote),
    ("invalid boolean", ParseErrorKind::Boolean),
    (
        "invalid multi-line literal string",
        ParseErrorKind::OpenMultiLine,
    ),
    (
        "invalid multi-line basic string",
        ParseErrorKind::OpenMultiLine,
    ),
    (
        "keys cannot be multi-line literal strings",
        ParseErrorKind::MultiLineKey,
    ),
    (
        "keys cannot be multi-line basic strings",
        ParseErrorKind::MultiLineKey,
    ),
    ("invalid literal string", ParseErrorKind::OpenLiteral),
    ("invalid basic string", ParseErrorKind::OpenText),
    ("missing escaped value", ParseErrorKind::Escape),
    ("too few unicode value digits", ParseErrorKind::Escape),
    ("invalid value", ParseErrorKind::Escape),
    ("key with no value", ParseErrorKind::KeyAlone),
    ("missing value for key", ParseErrorKind::PointAlone),
    (
        "missing assignment between key-value pairs",
        ParseErrorKind::Assignment,
    ),
    (
        "missing comma between array elements",
        ParseErrorKind::MissingComma { in_table: false },
    ),
    (
        "missing comma between key-value pairs",
        ParseErrorKind::MissingComma { in_table: true },
    ),
    (
        "extra assignment between key-value pairs",
        ParseErrorKind::MissingComma { in_table: true },
    ),
    (
        "extra comma in array",
        ParseErrorKind::ExtraComma { for_key: false },
    ),
    (
        "extra comma in inline table, expected key",
        ParseErrorKind::ExtraComma { for_key: true },
    ),
    (
        "extra comma in inline table",
        ParseErrorKind::ExtraComma { for_key: false },
    ),
    ("extra `=`", ParseErrorKind::ExtraEquals),
    ("unclosed array table", ParseErrorKind::OpenHeader),
    ("unclosed table", ParseErrorKind::OpenHeader),
    ("unexpected key or value", ParseErrorKind::TooMuch),
    ("unclosed array", ParseErrorKind::OpenBracket),
    ("unclosed inline table", ParseErrorKind::OpenBracket),
    ("missing array opening", ParseErrorKind::Bracket),
    ("missing inline table opening", ParseErrorKind::Bracket),
    ("unexpected `=` in array", ParseErrorKind::Bracket),
    (
        "invalid inline table element, expected key",
        ParseErrorKind::NoKeyInTable,
    ),
    (
        "missing key for inline table element",
        ParseErrorKind::NoKeyInTable,
    ),
    ("invalid inline table element", ParseErrorKind::Bracket),
    ("invalid unquoted key", ParseErrorKind::BadKey),
    ("unquoted keys cannot be empty", ParseErrorKind::EmptyKey),
    ("invalid key-value pair", ParseErrorKind::NoPair),
    ("missing table open", ParseErrorKind::ClosingBracket),
    (
        "cannot recurse further; max recursion depth met",
        ParseErrorKind::TooDeep,
    ),
    ("recursion limit", ParseErrorKind::TooDeep),
    ("redundant numeric sign", ParseErrorKind::Number),
    ("invalid datetime", ParseErrorKind::Number),
    ("invalid date", ParseErrorKind::Number),
    ("invalid time", ParseErrorKind::Number),
    ("invalid offset", ParseErrorKind::Number),
    ("invalid float", ParseErrorKind::Number),
    ("invalid mantissa", ParseErrorKind::Number),
    ("invalid fraction", ParseErrorKind::Number),
    ("invalid exponent", ParseErrorKind::Number),
    ("invalid hexadecimal number", ParseErrorKind::Number),
    ("invalid octal number", ParseErrorKind::Number),
    ("invalid binary number", ParseErrorKind::Number),
    (
        "integers with a radix cannot be signed",
        ParseErrorKind::Number,
    ),
    ("radix must be lowercase", ParseErrorKind::Number),
    ("redundant integer number prefix", ParseErrorKind::Number),
    ("unexpected leading zero", ParseErrorKind::Number),
    ("unexpected sign", ParseErrorKind::Number),
    ("`_` may only go between digits", ParseErrorKind::Number),
    ("invalid comment character", ParseErrorKind::Control),
    (
        "carriage return must be followed by newline",
        ParseErrorKind::Control,
    ),
];

impl ParseError {
    /// Tells an error of the parser apart.
    pub(crate) fn read(error: &toml::de::Error) -> Self {
        Self {
            kind: kind(error.message()),
            span: error.span().unwrap_or(0..0),
        }
    }
}

fn kind(message: &str) -> ParseErrorKind {
    let described = message.split(EXPECTED).next().unwrap_or_default();
    let is_it = |&&(known, _): &&(&str, ParseErrorKind)| known == message || known == described;
    match KNOWN.iter().find(is_it) {
        Some((_, kind)) => kind.clone(),
        None if message.starts_with(EXTENDED) => ParseErrorKind::ExtendedValue,
        None => ParseErrorKind::Unknown(message.to_owned()),
    }
}

impl ParseErrorKind {
    /// Returns whether the parser says this inside the brackets of a list or an inline table.
    pub(crate) const fn is_of_brackets(&self) -> bool {
        matches!(
            self,
            Self::Unquoted
                | Self::Assignment
                | Self::MissingComma { .. }
                | Self::ExtraComma { .. }
                | Self::OpenBracket
                | Self::Bracket
                | Self::NoKeyInTable
        )
    }

    /// Returns whether a key is wrong or missing, and not a value.
    pub(crate) const fn is_of_keys(&self) -> bool {
        matches!(
            self,
            Self::DuplicateKey
                | Self::ExtendedValue
                | Self::MultiLineKey
                | Self::KeyAlone
                | Self::PointAlone
                | Self::Assignment
                | Self::MissingComma { in_table: true }
                | Self::ExtraComma { for_key: true }
                | Self::TooMuch
                | Self::NoKeyInTable
                | Self::BadKey
                | Self::EmptyKey
                | Self::NoPair
        )
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    /// A bad text for each description in [`KNOWN`], by which it is said.
    const TEXTS: &[(&str, &str)] = &[
        ("duplicate key", "a = 1\na = 2"),
        ("string values must be quoted", "a = b c"),
        ("missing opening quote", "a = b\""),
        ("invalid boolean", "a = tru"),
        ("invalid multi-line literal string", "a = '''b"),
        ("invalid multi-line basic string", "a = \"\"\"b"),
        ("keys cannot be multi-line literal strings", "'''a''' = 1"),
        (
            "keys cannot be multi-line basic strings",
            "\"\"\"a\"\"\" = 1",
        ),
        ("invalid literal string", "a = 'b"),
        ("invalid basic string", "a = \"b"),
        ("missing escaped value", "a = \"\\q\""),
        ("too few unicode value digits", "a = \"\\u12\""),
        ("invalid value", "a = \"\\uD800\""),
        ("key with no value", "a\n"),
        ("missing value for key", ".a\n"),
        ("missing assignment between key-value pairs", "a = { b 1 }"),
        ("missing comma between array elements", "a = [[1] [2]]"),
        (
            "missing comma between key-value pairs",
            "a = { b = 1 c = 2 }",
        ),
        (
            "extra assignment between key-value pairs",
            "a = { b = = 1 }",
        ),
        ("extra comma in array", "a = [1,,2]"),
        (
            "extra comma in inline table, expected key",
            "a = { , b = 1 }",
        ),
        ("extra comma in inline table", "a = { b, = 1 }"),
        ("extra `=`", "a = = 1"),
        ("unclosed array table", "[[a"),
        ("unclosed table", "[a"),
        ("unexpected key or value", "a = \"b\" c"),
        ("unclosed array", "a = [1"),
        ("unclosed inline table", "a = { b = 1"),
        ("missing array opening", "a = ]"),
        ("missing inline table opening", "a = }"),
        ("unexpected `=` in array", "a = [=]"),
        ("invalid inline table element, expected key", "a = { ] }"),
        ("missing key for inline table element", "a = { [ }"),
        ("invalid inline table element", "a = { b ] }"),
        ("invalid unquoted key", "ä = 1"),
        ("unquoted keys cannot be empty", "a. = 1"),
        ("invalid key-value pair", "{ a }"),
        ("missing table open", "]"),
        ("redundant numeric sign", "a = --1"),
        ("invalid datetime", "a = -1-1"),
        ("invalid date", "a = 2027-13-01"),
        ("invalid time", "a = 25:00:00"),
        ("invalid offset", "a = 2027-01-01T10:00:00+99:00"),
        ("invalid float", "a = inff"),
        ("invalid mantissa", "a = .5"),
        ("invalid fraction", "a = 1."),
        ("invalid exponent", "a = 1e"),
        ("invalid hexadecimal number", "a = 0xg"),
        ("invalid octal number", "a = 0o9"),
        ("invalid binary number", "a = 0b2"),
        ("integers with a radix cannot be signed", "a = +0x1"),
        ("radix must be lowercase", "a = 0X1"),
        ("redundant integer number prefix", "a = 0d1"),
        ("unexpected leading zero", "a = 01"),
        ("unexpected sign", "a = 0x-1"),
        ("`_` may only go between digits", "a = 1_"),
        ("invalid comment character", "# \u{1}"),
        ("carriage return must be followed by newline", "a = 1\r"),
    ];

    /// Returns the parser's messages about a text.
    fn messages(text: &str) -> Vec<String> {
        let (_, errors) = DeTable::parse_recoverable(text);
        let messages = errors.iter().map(|error| error.message().to_owned());
        messages.collect()
    }

    #[test]
    fn the_parser_says_every_known_description() {
        let lists = format!("a = {}", "[".repeat(200));
        let tables = format!("{}a = 1", "a.".repeat(200));
        let deep = [
            (
                "cannot recurse further; max recursion depth met",
                lists.as_str(),
            ),
            ("recursion limit", &tables),
        ];
        let texts: Vec<(&str, &str)> = TEXTS.iter().copied().chain(deep).collect();
        for (known, _) in KNOWN {
            let text = texts.iter().find(|(said, _)| said == known);
            let (_, text) = text.unwrap_or_else(|| panic!("no text for {known}"));
            let said = messages(text);
            let is_it = |message: &String| {
                message == known || message.split(EXPECTED).next() == Some(known)
            };
            assert!(said.iter().any(is_it), "{text}: {said:?}");
        }
    }

    #[test]
    fn nothing_that_the_parser_says_of_these_texts_is_unknown() {
        let extended = ["a = true\na.b = 1", "a = 1\n[a.b]", "a = {}\n[a.b]"];
        for text in TEXTS.iter().map(|(_, text)| *text).chain(extended) {
            for message in messages(text) {
                assert!(
                    !matches!(kind(&message), ParseErrorKind::Unknown(_)),
                    "{message}"
                );
            }
        }
        assert_eq!(
            kind(&messages(extended[0])[0]),
            ParseErrorKind::ExtendedValue
        );
    }

    #[test]
    fn an_unknown_description_keeps_its_words() {
        let message = "keys must rhyme, expected verse";
        assert_eq!(kind(message), ParseErrorKind::Unknown(message.to_owned()));
    }
}
