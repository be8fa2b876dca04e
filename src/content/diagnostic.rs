//! Errors, warnings and notes about a file: the place, the message, and what to type instead.

use std::collections::HashSet;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::content::text::clean::Clean;
use crate::content::text::printable::{excerpt_safe, printable};

/// At most this many findings of one file are shown; the rest are counted.
pub(crate) const MOST_SHOWN: usize = 50;

/// Help is wrapped to this many columns, less those before it.
const WIDTH: usize = 70;

/// Longer messages are cut: what they quote can be as long as the file.
const LONGEST_MESSAGE: usize = 160;
/// Longer help is cut; it may hold a list of words.
const LONGEST_HELP: usize = 1000;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file plays as its author meant it, and says how it was understood. Nothing has to be fixed.
    Note,
    /// The file plays, but not as its author will have meant it.
    Warning,
    /// The file cannot be played.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`, as printed.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Note => "note",
            Self::Warning => "warning",
        }
    }
}

/// One finding. The message is a short lowercase phrase; what to type stands in `help`. Its words may quote what stands
/// in a file: they are cleaned as they come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error, warning or note.
    pub severity: Severity,
    /// A short lowercase phrase that names the fault.
    pub message: Clean,
    /// Byte range in the file's text, `None` for the file as a whole.
    pub span: Option<Range<usize>>,
    /// The line, counted from 1, of a file whose text cannot be read and so has no bytes to point at.
    pub(crate) line: Option<usize>,
    /// A word or two under the caret.
    pub label: Option<Clean>,
    /// A second place that matters, with its words.
    pub related: Option<(Range<usize>, Clean)>,
    /// Steps that fix it, a sentence each.
    pub help: Vec<Clean>,
}

impl Diagnostic {
    /// A finding that keeps the file from being played.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message.into())
    }

    /// A finding that does not keep the file from being played.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message.into())
    }

    /// A finding about how a file was understood.
    pub(crate) fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message.into())
    }

    fn new(severity: Severity, message: String) -> Self {
        Self {
            severity,
            message: Clean::new(cut(message, LONGEST_MESSAGE)),
            span: None,
            line: None,
            label: None,
            related: None,
            help: Vec::new(),
        }
    }

    /// Names the line of a file whose text cannot be read.
    #[must_use]
    pub fn on_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// Points at bytes of the file.
    #[must_use]
    pub(crate) fn at(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    /// Puts words under the caret.
    #[must_use]
    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(Clean::new(label));
        self
    }

    /// Points at a second place.
    #[must_use]
    pub(crate) fn related(mut self, span: Range<usize>, words: impl Into<String>) -> Self {
        self.related = Some((span, Clean::new(words)));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(Clean::new(cut(help.into(), LONGEST_HELP)));
        self
    }

    /// Adds `help` only when there is some.
    #[must_use]
    pub(crate) fn maybe_help(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// Adds `help` only when nothing was said yet.
    #[must_use]
    pub(crate) fn or_help(self, help: impl Into<String>) -> Self {
        if self.help.is_empty() {
            self.help(help)
        } else {
            self
        }
    }

    /// Returns whether this keeps the file from being played.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

fn cut(mut words: String, longest: usize) -> String {
    if let Some((end, _)) = words.char_indices().nth(longest) {
        words.truncate(end);
        words.push_str("...");
    }
    words
}

/// Returns whether any of these keeps the file from being played.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(Diagnostic::is_error)
}

/// Sorts by position and drops what was found twice.
pub(crate) fn arrange(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|found| {
        found
            .span
            .as_ref()
            .map_or((0, 0), |span| (span.start, span.end))
    });
    let mut seen = HashSet::new();
    diagnostics.retain(|found| seen.insert((found.span.clone(), found.message.clone())));
}

/// Line and column of a byte, both from 1; the column counts characters.
pub(crate) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..floor_boundary(text, byte)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (line, column)
}

/// All findings of one file, laid out as rustc does, at most [`MOST_SHOWN`] of them.
///
/// `path` is shown as given; `text` is the text that the spans point into.
pub fn render(path: &str, text: &str, diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let path = printable(path);
    let text = excerpt_safe(text);
    let mut out = String::new();
    for found in diagnostics.iter().take(MOST_SHOWN) {
        out.push_str(&renderer.render(&[group(found, &path, &text)]));
        out.push_str("\n\n");
    }
    if diagnostics.len() > MOST_SHOWN {
        use std::fmt::Write as _;
        let _ = writeln!(out, "{path}: and {} more\n", diagnostics.len() - MOST_SHOWN);
    }
    out
}

fn group<'a>(found: &'a Diagnostic, path: &'a str, text: &'a str) -> annotate_snippets::Group<'a> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(found.message.as_str());
    let mut group = if let Some(span) = &found.span {
        let mut snippet = Snippet::source(text).path(path).annotation(
            AnnotationKind::Primary
                .span(within(text, span))
                .label(found.label.as_deref()),
        );
        if let Some((span, words)) = &found.related {
            snippet = snippet.annotation(
                AnnotationKind::Context
                    .span(within(text, span))
                    .label(words.as_str()),
            );
        }
        title.element(snippet)
    } else {
        title.element(annotate_snippets::Origin::path(path))
    };
    let width = textwrap::Options::new(WIDTH)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for help in &found.help {
        group = group.element(Level::HELP.message(textwrap::fill(help.as_str(), &width)));
    }
    group
}

/// The span cut to one line of the text and to character boundaries, so that a caret always fits.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor_boundary(text, span.start);
    let line_end = text
        .get(start..)
        .and_then(|rest| rest.find(['\n', '\r']))
        .map_or(text.len(), |offset| start + offset);
    let mut end = span.end.clamp(start, line_end.max(start));
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// The last place at or before a byte that is not inside a character.
pub(crate) fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::text::forbidden::is_forbidden;

    #[test]
    fn a_finding_is_laid_out_as_rustc_does() {
        let text = "title = \"x\"\nholdd = 3\n";
        let found = Diagnostic::error("unknown key `holdd`")
            .at(12..17)
            .help("write `hold`");
        assert_eq!(
            render("a.toml", text, &[found], false),
            "error: unknown key `holdd`\n --> a.toml:2:1\n  |\n2 | holdd = 3\n  | ^^^^^\n  |\n  = help: write `hold`\n\n"
        );
    }

    #[test]
    fn words_are_cleaned_whoever_says_them() {
        let bad = "\u{1b}]52;c;x\u{7}\r\u{9b}\u{202e}\n";
        let found = Diagnostic::error(bad)
            .at(0..1)
            .label(bad)
            .related(1..2, bad)
            .help(bad)
            .or_help(bad)
            .maybe_help(Some(bad.to_owned()));
        let said = render("x.toml", "ab", std::slice::from_ref(&found), false);
        let words = found.help.iter().chain([&found.message]);
        let words = words.chain(&found.label).map(|words| &**words);
        for text in words.chain([said.as_str()]) {
            assert!(!text.chars().any(is_forbidden), "{text:?}");
        }
    }

    #[test]
    fn more_than_fifty_are_counted() {
        let many = vec![Diagnostic::error("bad").at(0..1); 53];
        let out = render("a.toml", "x", &many, false);
        assert_eq!(out.matches("error: bad").count(), 50);
        assert!(out.contains("a.toml: and 3 more"), "{out}");
    }

    #[test]
    fn spans_outside_the_text_do_not_panic() {
        let backwards = Range { start: 5, end: 2 };
        for span in [0..900, backwards, 900..901, 1..2] {
            let found = Diagnostic::error("bad").at(span);
            assert!(render("ä.toml", "ä\n", &[found], false).contains("bad"));
        }
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_and_column("a\näöx", 6), (2, 3));
        assert_eq!(line_and_column("a", 99), (1, 2));
    }
}
