//! The steps of a routine as lines, those marked that the rules concern, with the reason beneath.

use ratatui::text::{Line, Span};

use crate::plan::screening::decision::{Action, Decision};
use crate::plan::tailor::by_step;
use crate::plan::timetable::Timetable;
use crate::plan::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::{ends, wrap};
use crate::words::en::reasons;

/// The steps that are played and those that are left out, in their order. A reason that was given already is not given
/// again.
pub(crate) fn step_list<'a>(
    timetable: &Timetable,
    decisions: &[Decision],
    width: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let decided = by_step(decisions);
    let mut list = List {
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
            list.step(&step.planned.name, &words::dose_short(&step.planned), mark);
        } else {
            let name = decisions
                .first()
                .and_then(|decision| decision.name.as_deref());
            list.step(name.unwrap_or_default(), "left out", '-');
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
    if has(Action::Substitute) {
        '~'
    } else if has(Action::Precaution) {
        '!'
    } else if has(Action::Override) {
        '='
    } else {
        ' '
    }
}

/// Why a step is as it is, without the step's own name where that is said already.
fn reason(decision: &Decision) -> String {
    let because = reasons::because(decision);
    match decision.action {
        Action::Substitute => format!("instead of {because}"),
        Action::Override => format!("{because} Kept by your wish."),
        _ => because,
    }
}

struct List<'a, 'b> {
    width: usize,
    /// Whether any step is marked.
    marks: bool,
    theme: &'b Theme,
    given: Vec<String>,
    lines: Vec<Line<'a>>,
}

impl List<'_, '_> {
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

    fn reason(&mut self, decision: &Decision) {
        let reason = reason(decision);
        if self.given.contains(&reason) {
            return;
        }
        for line in wrap(&reason, self.width.saturating_sub(4)) {
            let line = format!("    {line}");
            self.lines.push(Line::styled(line, self.theme.dim));
        }
        self.given.push(reason);
    }
}
