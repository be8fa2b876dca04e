//! The steps of a routine as lines, those marked that the rules concern, with the reason beneath.

use ratatui::text::{Line, Span};

use crate::plan::screening::decision::{Decision, Ruling};
use crate::plan::tailor::by_step;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::{ends, wrap};
use crate::words::en::before;

/// The steps that are played and those that are left out, in their order. A reason that was given already is not given
/// again.
pub(crate) fn step_list<'a, 'b>(
    timetable: &Timetable,
    decisions: &'b [Decision],
    width: usize,
    theme: &'b Theme,
) -> Vec<Line<'a>> {
    let decided = by_step(decisions);
    let mut list = StepList {
        width,
        marks: !decided.is_empty(),
        theme,
        given: Vec::new(),
        lines: Vec::new(),
    };
    let mut steps = timetable.steps.iter().peekable();
    let numbers = timetable.steps.iter().map(|step| step.number);
    let mut numbers: Vec<u32> = numbers.chain(decided.keys().copied()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        let decisions = decided.get(&number).map_or(&[][..], Vec::as_slice);
        if let Some(step) = steps.next_if(|step| step.number == number) {
            let mark = mark(decisions);
            list.step(
                &step.planned.name,
                &words::dose::dose_short(&step.planned),
                mark,
            );
        } else {
            let name = decisions
                .first()
                .and_then(|decision| decision.name.as_deref());
            list.step(name.unwrap_or_default(), before::LEFT_OUT, '-');
        }
        for decision in decisions {
            list.reason(decision);
        }
    }
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
    /// True if any step is marked.
    marks: bool,
    theme: &'b Theme,
    given: Vec<&'b Decision>,
    lines: Vec<Line<'a>>,
}

impl<'b> StepList<'_, 'b> {
    fn step(&mut self, name: &str, dose: &str, mark: char) {
        let theme = self.theme;
        if !self.marks {
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

    fn reason(&mut self, decision: &'b Decision) {
        if self.given.iter().any(|given| says_same(given, decision)) {
            return;
        }
        for line in wrap(&before::reason(decision), self.width.saturating_sub(4)) {
            let line = format!("    {line}");
            self.lines.push(Line::styled(line, self.theme.dim));
        }
        self.given.push(decision);
    }
}
