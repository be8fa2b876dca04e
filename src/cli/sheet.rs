//! A page of text, wrapped to a width.

use unicode_width::UnicodeWidthStr as _;

use crate::content::text::printable::printable;

/// A page as it grows.
pub(crate) struct Sheet {
    out: String,
    width: usize,
}

impl Sheet {
    /// A page with a title.
    pub(crate) fn new(title: &str, width: usize) -> Self {
        let mut sheet = Self {
            out: String::new(),
            width,
        };
        sheet.line(0, title);
        sheet.rule('=', title);
        sheet
    }

    /// The page.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// A paragraph.
    pub(crate) fn line(&mut self, indent: usize, text: &str) {
        let indent = " ".repeat(indent);
        self.wrapped(&indent, &indent, text);
    }

    /// A paragraph, if there is something to say.
    pub(crate) fn maybe(&mut self, indent: usize, text: Option<&str>) {
        if let Some(text) = text {
            self.line(indent, text);
        }
    }

    /// A line of a step with a label before it, if there is something to say.
    pub(crate) fn labelled(&mut self, label: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.wrapped(&format!("   {label}"), "         ", text);
        }
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, bullet: &str, text: &str) {
        self.wrapped(bullet, &" ".repeat(bullet.len()), text);
    }

    /// A fact with its name.
    pub(crate) fn fact(&mut self, what: &str, value: &str) {
        self.wrapped(&format!("{what:<7}"), "       ", value);
    }

    /// A heading with a blank line before it.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.line(0, text);
        self.rule('-', text);
    }

    /// A blank line.
    pub(crate) fn gap(&mut self) {
        self.out.push('\n');
    }

    fn rule(&mut self, mark: char, under: &str) {
        self.out
            .extend(std::iter::repeat_n(mark, under.width().min(self.width)));
        self.out.push('\n');
    }

    fn wrapped(&mut self, first: &str, indent: &str, text: &str) {
        let options = textwrap::Options::new(self.width)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .initial_indent(first)
            .subsequent_indent(indent);
        for line in textwrap::wrap(&printable(text), options) {
            self.out += line.trim_end();
            self.out.push('\n');
        }
    }
}
