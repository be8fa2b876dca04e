//! The steps of a routine as lines, those marked that the rules concern, with the reason beneath.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::content::part::{RoutinePart, begun};
use crate::plan::planned::Planned;
use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::tailor::by_step;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::{cut, ends, wrap};
use crate::words::en::before;
use crate::words::en::grammar::list;

/// The steps that are played and those that are left out, in their order. A reason that was given already is not given
/// again.
pub(crate) fn step_list<'a, 'b>(
    timetable: &'b Timetable,
    decisions: &'b [Decision],
    width: usize,
    theme: &'b Theme,
) -> Vec<Line<'a>> {
    let decided = by_step(decisions);
    let is_marked = !decided.is_empty();
    let has_parts = timetable.steps.iter().any(|step| step.part.is_some());
    let mut list = StepList {
        width,
        is_indented: is_marked || has_parts,
        theme,
        part: None,
        given: Vec::new(),
        lines: Vec::new(),
    };
    // Steps of a round that was lengthened come again, with the numbers that they had.
    let mut next = 0;
    for step in &timetable.steps {
        list.left_out(decided.range(next..step.number.max(next)));
        let decisions = decided.get(&step.number).map_or(&[][..], Vec::as_slice);
        list.part(step.part.as_deref());
        list.played(&step.planned, mark(decisions));
        list.reasons(decisions);
        next = next.max(step.number + 1);
    }
    list.left_out(decided.range(next..));
    list.lines
}

/// The mark of a step: `~` for another one, `!` for care.
fn mark(decisions: &[&Decision]) -> char {
    let has = |action| decisions.iter().any(|decision| decision.action == action);
    if has(Ruling::Substitute) {
        '~'
    } else if has(Ruling::Precaution) {
        '!'
    } else if has(Ruling::Override) {
        '='
    } else {
        ' '
    }
}

/// Returns whether two decisions are said in the same words: a caution does not name its step.
fn says_same(one: &Decision, other: &Decision) -> bool {
    let same_name = one.name == other.name || one.action == Ruling::Precaution;
    same_name && (one.action, &one.reason) == (other.action, &other.reason)
}

struct StepList<'a, 'b> {
    width: usize,
    /// True if any step is marked, or below the heading of a part.
    is_indented: bool,
    theme: &'b Theme,
    /// The part of the last step.
    part: Option<&'b RoutinePart>,
    given: Vec<&'b Decision>,
    lines: Vec<Line<'a>>,
}

impl<'b> StepList<'_, 'b> {
    /// The heading of a part, above its first step.
    fn part(&mut self, part: Option<&'b RoutinePart>) {
        if let Some(begun) = begun(self.part, part) {
            let name = cut(&begun.name, self.width);
            self.lines.push(Line::styled(name, self.theme.accent));
        }
        self.part = part;
    }

    /// A step that is played. Where its load and effort have no room beside the dose, they stand beneath.
    fn played(&mut self, planned: &Planned, mark: char) {
        let (dose, besides) = (
            words::dose::dose_short(planned),
            words::dose::besides(planned),
        );
        let room = self
            .width
            .saturating_sub(if self.is_indented { 2 } else { 0 });
        let whole = before::dose(&dose, &besides);
        if besides.is_empty() || planned.name.width() + 2 + whole.width() <= room {
            return self.step(&planned.name, &whole, mark);
        }
        self.step(&planned.name, &dose, mark);
        self.beneath(&list(&besides));
    }

    fn step(&mut self, name: &str, dose: &str, mark: char) {
        let theme = self.theme;
        if !self.is_indented {
            self.lines
                .push(ends(name, theme.text, dose, theme.dim, self.width));
            return;
        }
        let width = self.width.saturating_sub(2);
        let mut line = ends(name, theme.text, dose, theme.dim, width);
        line.spans
            .insert(0, Span::styled(format!("{mark} "), theme.warning));
        self.lines.push(line);
    }

    /// Steps that are left out, with what was decided about each.
    fn left_out<'d>(&mut self, decided: impl Iterator<Item = (&'d u32, &'d Vec<&'b Decision>)>)
    where
        'b: 'd,
    {
        for (_, decisions) in decided {
            let decision = decisions.first();
            self.part(decision.and_then(|decision| decision.part.as_deref()));
            let name = decision.and_then(|decision| decision.name.as_deref());
            self.step(name.unwrap_or_default(), before::LEFT_OUT, '-');
            self.reasons(decisions);
        }
    }

    /// Each reason once.
    fn reasons(&mut self, decisions: &[&'b Decision]) {
        for decision in decisions {
            if !self.given.iter().any(|given| says_same(given, decision)) {
                self.beneath(&before::reason(decision));
                self.given.push(decision);
            }
        }
    }

    /// Adds a text beneath a step.
    fn beneath(&mut self, text: &str) {
        for line in wrap(text, self.width.saturating_sub(4)) {
            let line = format!("    {line}");
            self.lines.push(Line::styled(line, self.theme.dim));
        }
    }
}
