//! A bar that fills while breathing in and empties while breathing out: to be seen from the corner of an eye.

use std::time::Duration;

use ratatui::text::{Line, Span};

use crate::content::breath::BreathPhase;
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
    phase: BreathPhase,
    /// Elapsed time of the phase.
    passed: Duration,
    /// Its length.
    takes: Duration,
}

impl Breathing {
    /// The breath of a step whose breathing is paced, while it is worked.
    pub(crate) fn of(view: &View<'_>) -> Option<Self> {
        let breath = view.step.planned.breath?;
        let all = breath.length();
        if view.segment.kind != SegmentKind::Work || all.is_zero() {
            return None;
        }
        let within = view.elapsed.as_nanos() % all.as_nanos();
        let within = Duration::from_nanos(u64::try_from(within).unwrap_or(0));
        let mut phases = breath.each().map(|(phase, begins, takes)| Self {
            phase,
            passed: within.saturating_sub(begins),
            takes,
        });
        phases.find(|breathing| breathing.passed < breathing.takes)
    }

    /// The time until the bar changes, while the session runs.
    pub(crate) fn next_change(view: &View<'_>) -> Option<Duration> {
        let breathing = Self::of(view).filter(|_| view.phase == Phase::Running)?;
        let over = breathing.passed.as_nanos() % STEP.as_nanos();
        let over = Duration::from_nanos(u64::try_from(over).unwrap_or(0));
        let left = breathing.takes.saturating_sub(breathing.passed);
        Some(STEP.saturating_sub(over).min(left))
    }

    /// `breathe in   ████████░░░░`; full while the breath is held, empty while it rests.
    pub(crate) fn line(self, width: usize, theme: &Theme) -> Line<'static> {
        let words = format!("{}  ", breath(self.phase));
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
        let full = match self.phase {
            BreathPhase::In => part,
            BreathPhase::Hold => width,
            BreathPhase::Out => width - part,
            BreathPhase::Rest => 0,
        };
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

    fn shown(phase: BreathPhase, seconds: f64) -> String {
        let breathing = Breathing {
            phase,
            passed: Duration::from_secs_f64(seconds),
            takes: Duration::from_secs(4),
        };
        breathing.line(21, &Theme::default()).to_string()
    }

    #[test]
    fn it_fills_and_empties() {
        assert_eq!(shown(BreathPhase::In, 0.0), "breathe in   ────────");
        assert_eq!(shown(BreathPhase::In, 0.1), "breathe in   ━───────");
        assert_eq!(shown(BreathPhase::In, 3.9), "breathe in   ━━━━━━━━");
        assert_eq!(shown(BreathPhase::Out, 0.0), "breathe out  ━━━━━━━━");
        assert_eq!(shown(BreathPhase::Out, 2.0), "breathe out  ━━━─────");
        assert_eq!(shown(BreathPhase::Out, 3.9), "breathe out  ────────");
    }

    #[test]
    fn it_stays_full_while_the_breath_is_held_and_empty_while_it_rests() {
        for seconds in [0.0, 2.0, 3.9] {
            assert_eq!(shown(BreathPhase::Hold, seconds), "hold         ━━━━━━━━");
            assert_eq!(shown(BreathPhase::Rest, seconds), "rest         ────────");
        }
    }
}
