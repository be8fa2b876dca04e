//! Draws the form: the questions, the explanation of the selected one, and what follows from the answers today.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr as _;

use crate::content::vocabulary::{Side, Word as _};
use crate::plan::profile::dates::is_older;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::profile::form::Form;
use crate::tui::screens::profile::question::Question;
use crate::tui::screens::profile::state::State;
use crate::tui::theme::Theme;
use crate::tui::widgets::footer;
use crate::tui::widgets::more;
use crate::tui::widgets::page;
use crate::tui::widgets::text::{cut, ends, wrap};
use crate::words::en::form;
use crate::words::en::profile::pace;
use crate::words::en::sentence::ended as sentence;

/// Narrower screens have the answers at their right end.
const COLUMN_FROM: usize = 56;
/// The column of answers on other screens.
const LABEL: usize = 28;
/// Lines do not get longer.
const WIDEST: usize = 76;
/// Lower lists have no headings.
const HEADINGS_FROM: u16 = 6;
/// Lower screens have no explanation below the list.
const FOOT_FROM: u16 = 10;
/// Lower screens show what follows from the answers only on the last line.
const SUMMARY_FROM: u16 = 18;
/// No longer explanation is shown.
const MOST_FOOT: usize = 5;

impl Form {
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let width = usize::from(area.width).min(WIDEST);
        let (head, body, foot) = self.parts(area, theme);
        let keys = self.keys_height(area);
        let foot_height = rows(&foot);
        frame.render_widget(Text::from(head), area);
        let is_cut = self.draw_list(frame, body, width, theme);
        let below = Rect {
            y: body.bottom(),
            height: foot_height.min(area.bottom() - body.bottom()),
            ..area
        };
        frame.render_widget(Text::from(foot), below);
        let last = Rect {
            y: area.bottom() - keys,
            height: keys,
            ..area
        };
        let keys = self.keys(usize::from(area.width), foot_height > 0, is_cut, theme);
        frame.render_widget(keys, last);
    }

    /// Lines of the list that fit on the screen.
    pub(crate) fn rows(&self, area: Rect) -> usize {
        let (_, body, _) = self.parts(area, &Theme::default());
        usize::from(body.height).max(1)
    }

    fn keys_height(&self, area: Rect) -> u16 {
        u16::from(area.height >= 4 || self.context() == Context::Keep)
    }

    /// The lines above the list, its area, and the lines below it.
    fn parts(&self, area: Rect, theme: &Theme) -> (Vec<Line<'static>>, Rect, Vec<Line<'static>>) {
        let width = usize::from(area.width).min(WIDEST);
        let head = self.head(area.height, width, theme);
        let foot = self.foot(area.height, width, theme);
        let (above, below) = (rows(&head), rows(&foot) + self.keys_height(area));
        let body = Rect {
            y: area.y + above,
            height: area.height.saturating_sub(above + below),
            ..area
        };
        (head, body, foot)
    }

    fn head(&self, height: u16, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        if height < 6 {
            return Vec::new();
        }
        let changed = if self.is_changed() {
            form::NOT_SAVED_YET
        } else {
            ""
        };
        let mut lines = vec![ends(
            form::ABOUT_YOU,
            theme.title,
            changed,
            theme.accent,
            width,
        )];
        let most = match height {
            ..8 => 0,
            8..16 => 1,
            16..30 => 2,
            _ => 6,
        };
        let faults: Vec<&str> = self.file_faults().collect();
        for fault in faults.iter().take(most) {
            lines.push(Line::styled(cut(fault, width), theme.warning));
        }
        if height < 16 {
            return lines;
        }
        if faults.len() > most {
            let more = form::more_faults(faults.len() - most);
            lines.push(Line::styled(cut(&more, width), theme.warning));
        }
        if faults.is_empty() && self.exposed.is_none() {
            lines.push(Line::styled(cut(form::HOW_TO, width), theme.dim));
        }
        if let Some(exposed) = &self.exposed {
            let said = std::iter::once(&exposed.message).chain(&exposed.help);
            lines.extend(said.map(|line| Line::styled(cut(line, width), theme.warning)));
        }
        lines.push(Line::default());
        lines
    }

    /// Draws the questions and returns whether more follow below.
    fn draw_list(&self, frame: &mut Frame<'_>, area: Rect, width: usize, theme: &Theme) -> bool {
        let mut lines: Vec<Line<'_>> = Vec::new();
        let (mut selected, mut group) = (0, None);
        for (index, (of, question)) in self.questions.iter().enumerate() {
            if group.replace(of) != Some(of) {
                if index > 0 && page::is_airy(area) {
                    lines.push(Line::default());
                }
                if area.height >= HEADINGS_FROM && !of.is_empty() {
                    lines.push(Line::styled(cut(of, width), theme.dim));
                }
            }
            if index == self.selected {
                selected = lines.len();
            }
            lines.push(self.line(question, index == self.selected, width, theme));
        }
        let height = usize::from(area.height);
        let bottom = (selected + 1 + height / 4).min(lines.len());
        // The first heading stays in sight with its first question.
        let top = if self.selected == 0 { 0 } else { selected };
        let first = bottom.saturating_sub(height).min(top);
        let is_cut = lines.len() > first + height;
        let shown: Vec<Line<'_>> = lines.into_iter().skip(first).take(height).collect();
        frame.render_widget(Text::from(shown), area);
        is_cut
    }

    fn line(
        &self,
        question: &Question,
        selected: bool,
        width: usize,
        theme: &Theme,
    ) -> Line<'static> {
        let of = |style: Style| if selected { theme.selected } else { style };
        let is_wrong = self.wrong(question).is_some() && !(selected && self.is_begun());
        let mark = format!(
            "{}{}",
            if selected { '›' } else { ' ' },
            if is_wrong { '!' } else { ' ' }
        );
        let mark = Span::styled(
            cut(&mark, width),
            of(if is_wrong { theme.warning } else { theme.text }),
        );
        let room = width.saturating_sub(2);
        let label = question.label(&self.safety);
        let mut line = match self.ticked(question) {
            Some(ticked) => {
                let (box_, style) = if ticked {
                    ("[x] ", theme.title)
                } else {
                    ("[ ] ", theme.text)
                };
                Line::styled(cut(&format!("{box_}{label}"), room), of(style))
            }
            None if *question == Question::Save => {
                let style = if self.is_changed() {
                    theme.title
                } else {
                    theme.dim
                };
                Line::styled(cut(&label, room), of(style))
            }
            None => self.answered(question, &label, selected, room, theme),
        };
        line.spans.insert(0, mark);
        if selected {
            let pad = width.saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(pad)));
            line.style(theme.selected)
        } else {
            line
        }
    }

    /// Returns whether the box of a question is ticked, if it has one.
    fn ticked(&self, question: &Question) -> Option<bool> {
        let after = &self.answers.after;
        let props = after.equipment.as_ref();
        match question {
            Question::Condition(word) if is_older(word, &self.safety) => Some(self.is_older()),
            Question::Condition(word) => Some(after.conditions.contains(word)),
            Question::Caesarean => Some(after.caesarean),
            Question::Prop(prop) => Some(props.is_some_and(|props| props.contains(prop))),
            Question::NoProps => Some(props.is_some_and(Vec::is_empty)),
            _ => None,
        }
    }

    /// A question with its answer, and what follows from it where there is room.
    fn answered(
        &self,
        question: &Question,
        label: &str,
        selected: bool,
        width: usize,
        theme: &Theme,
    ) -> Line<'static> {
        let of = |style: Style| if selected { theme.selected } else { style };
        let after = &self.answers.after;
        let is_narrow = width + 2 < COLUMN_FROM;
        let room = if is_narrow { width } else { width - LABEL };
        let (answer, said) = match question {
            Question::Typed(which) if selected && self.state == State::Typing => {
                (self.answers.shown(*which, room), true)
            }
            Question::Typed(which) => {
                let text = self.text_of(*which);
                let said = !text.is_empty();
                (text, said)
            }
            Question::Pace => (pace(after.pace_factor), after.pace_factor.is_some()),
            _ => {
                let chosen = self.chosen(question).unwrap_or_default();
                (chosen.to_owned(), !chosen.is_empty())
            }
        };
        let answer = if answer.is_empty() {
            form::NOT_SAID.to_owned()
        } else {
            answer
        };
        let style = of(if said { theme.title } else { theme.dim });
        let label_style = of(theme.text);
        if is_narrow {
            return ends(label, label_style, &answer, style, width);
        }
        let pad = " ".repeat(LABEL.saturating_sub(label.width()));
        let mut spans = vec![
            Span::styled(format!("{label}{pad}"), label_style),
            Span::styled(cut(&answer, room), style),
        ];
        if let Some(note) = self.note(question) {
            let used = LABEL + spans[1].width() + 2;
            spans.push(Span::styled(
                format!("  {}", cut(&note, width.saturating_sub(used))),
                of(theme.accent),
            ));
        }
        Line::from(spans)
    }

    /// Returns the answer to a question of a few choices.
    fn chosen(&self, question: &Question) -> Option<&'static str> {
        let after = &self.answers.after;
        match question {
            Question::Gentle => after.gentle.map(form::lower_or_upper),
            Question::FirstSide => after.first_side.map(Side::as_str),
            Question::Floor => after.floor.map(form::yes_or_no),
            _ => None,
        }
    }

    /// Returns the consequence of an answer, shown beside it.
    fn note(&self, question: &Question) -> Option<String> {
        if let Question::Typed(which) = *question
            && self.answers.faults[which].is_some()
        {
            return None;
        }
        if *question == Question::YEAR && self.is_of_age() {
            return Some(form::counts_as(&self.older_name(), self.is_older()));
        }
        self.follows(question)
    }

    fn foot(&self, height: u16, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        if height < FOOT_FROM {
            return Vec::new();
        }
        let (words, style) = self.explanation(height, width, theme);
        let mut lines = Vec::new();
        if height >= 16 {
            lines.push(Line::styled("─".repeat(width), theme.border));
        }
        let least = if height >= 16 { 2 } else { 1 };
        let mut explained = wrap(&words, width);
        explained.truncate(if height >= 16 { MOST_FOOT } else { 3 });
        explained.resize(explained.len().max(least), String::new());
        lines.extend(explained.into_iter().map(|line| Line::styled(line, style)));
        if height >= SUMMARY_FROM {
            let mut summary = wrap(&self.summary, width);
            if summary.len() > 3 {
                summary.truncate(3);
                if let Some(last) = summary.last_mut() {
                    *last = cut(&format!("{last} {}", theme.charset.ellipsis()), width);
                }
            }
            lines.extend(
                summary
                    .into_iter()
                    .map(|line| Line::styled(line, theme.text)),
            );
            lines.push(Line::default());
        }
        lines
    }

    /// The explanation of the selected question, or a message in its place.
    fn explanation(&self, height: u16, width: usize, theme: &Theme) -> (String, Style) {
        if self.context() == Context::Keep {
            return (form::KEEP_CHANGES.to_owned(), theme.title);
        }
        if self.state == State::Saving {
            return (form::SAVING.to_owned(), theme.text);
        }
        if let Some(notice) = &self.notice {
            return (notice.clone(), theme.warning);
        }
        let question = self.question();
        if let Some(wrong) = self.wrong(question).filter(|_| !self.is_begun()) {
            let typed = match question {
                Question::Typed(which) => Some(*which),
                _ => None,
            };
            return (form::fault(wrong, typed), theme.warning);
        }
        if *question == Question::Save {
            let summary = (height < SUMMARY_FROM).then_some(self.summary.as_str());
            return (form::kept_in(&self.path, summary), theme.dim);
        }
        let narrow = width < COLUMN_FROM;
        let note = self.note(question).filter(|_| narrow);
        let note = note.map(|note| sentence(&note));
        (
            note.unwrap_or_else(|| question.means(&self.safety)),
            theme.dim,
        )
    }

    /// Returns whether an answer is being typed that may become right yet.
    fn is_begun(&self) -> bool {
        let Question::Typed(which) = *self.question() else {
            return false;
        };
        let text = self.text_of(which);
        let whole = form::SAMPLES[which].len();
        let letters = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | ':');
        let is_part = text.chars().count() < whole && text.chars().all(letters);
        is_part && self.state == State::Typing
    }

    /// The last line: the keys; where nothing stands above it, also what matters more.
    fn keys(&self, width: usize, has_foot: bool, is_cut: bool, theme: &Theme) -> Line<'static> {
        if let State::Leaving(choices) = &self.state {
            let words = if has_foot { "" } else { form::KEEP };
            let mut line = Line::from(Span::styled(words, theme.title));
            line.extend(choices.line(width.saturating_sub(words.len()), theme));
            return line;
        }
        let wrong = self.wrong(self.question()).filter(|_| !self.is_begun());
        let words = self.notice.as_deref().or(wrong);
        match words.filter(|_| !has_foot) {
            Some(words) => Line::styled(cut(&sentence(words), width), theme.warning),
            None if is_cut => {
                let hints = keymap::hints(self.context(), &[]);
                footer::marked(hints, &more::words(self.context(), theme), width, theme)
            }
            None => footer::footer(self.context(), width, theme),
        }
    }
}

fn rows(lines: &[Line<'_>]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}
