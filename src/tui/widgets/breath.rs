//! A bar that fills while breathing in and empties while breathing out: to be seen from the corner of an eye.

use std::time::Duration;

use ratatui::text::{Line, Span};

use crate::content::step::Breath;
use crate::plan::segment::SegmentKind;
use crate::player::view::{Phase, View};
use crate::tui::theme::Theme;
use crate::words::en::player::breath;

/// The interval at which the bar moves.
const STEP: Duration = Duration::from_millis(500);
/// Cells of the bar.
const WIDTH: usize = 24;

/// A position in a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Breathing {
    inward: bool,
    /// Elapsed time of the breath in or out.
    passed: Duration,
    /// Its length.
    takes: Duration,
}

impl Breathing {
    /// The breath of a step whose breathing is paced, while it is worked.
    pub(crate) fn of(view: &View<'_>) -> Option<Self> {
        let Breath { inward, outward } = view.step.planned.breath?;
        let both = inward + outward;
        if view.segment.kind != SegmentKind::Work || both.is_zero() {
            return None;
        }
        let within = view.elapsed.as_nanos() % both.as_nanos();
        let within = Duration::from_nanos(u64::try_from(within).unwrap_or(0));
        Some(match within.checked_sub(inward) {
            None => Self {
                inward: true,
                passed: within,
                takes: inward,
            },
            Some(passed) => Self {
                inward: false,
                passed,
                takes: outward,
            },
        })
    }

    /// The time until the bar changes, while the session runs.
    pub(crate) fn next_change(view: &View<'_>) -> Option<Duration> {
        let breathing = Self::of(view).filter(|_| view.phase == Phase::Running)?;
        let over = breathing.passed.as_nanos() % STEP.as_nanos();
        let over = Duration::from_nanos(u64::try_from(over).unwrap_or(0));
        let left = breathing.takes.saturating_sub(breathing.passed);
        Some(STEP.saturating_sub(over).min(left))
    }

    /// `breathe in   ████████░░░░`
    pub(crate) fn line(self, width: usize, theme: &Theme) -> Line<'static> {
        let words = format!("{}  ", breath(self.inward));
        let width = width.saturating_sub(words.len()).min(WIDTH);
        let steps = |time: Duration| time.as_nanos() / STEP.as_nanos();
        // It stands at its new length when the step begins, so that it is full when the breath turns.
        let done = if self.passed.is_zero() {
            0
        } else {
            steps(self.passed) + 1
        };
        let all = steps(self.takes).max(1);
        let part = usize::try_from(width as u128 * done.min(all) / all).unwrap_or(width);
        let full = if self.inward { part } else { width - part };
        let [line, _, left] = theme.charset.lines();
        Line::from(vec![
            Span::styled(words, theme.text),
            Span::styled(line.repeat(full), theme.work),
            Span::styled(left.repeat(width - full), theme.border),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(inward: bool, seconds: f64) -> String {
        let breathing = Breathing {
            inward,
            passed: Duration::from_secs_f64(seconds),
            takes: Duration::from_secs(4),
        };
        breathing.line(21, &Theme::default()).to_string()
    }

    #[test]
    fn it_fills_and_empties() {
        assert_eq!(shown(true, 0.0), "breathe in   ────────");
        assert_eq!(shown(true, 0.1), "breathe in   ━───────");
        assert_eq!(shown(true, 3.9), "breathe in   ━━━━━━━━");
        assert_eq!(shown(false, 0.0), "breathe out  ━━━━━━━━");
        assert_eq!(shown(false, 2.0), "breathe out  ━━━─────");
        assert_eq!(shown(false, 3.9), "breathe out  ────────");
    }
}
