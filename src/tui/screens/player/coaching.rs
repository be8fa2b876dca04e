//! The instructions of a step: how to do it, where to feel it, what to take care of.
//!
//! While it counts there is room for what matters now; paused, everything stands there to be read.

use std::time::Duration;

use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use crate::plan::segment::SegmentKind;
use crate::player::view::Phase;
use crate::tui::screens::player::face::PlayerView;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::wrap;
use crate::words::en::player::numbered;

/// Each caution stays at least this long.
const LEAST: Duration = Duration::from_secs(3);

/// The subject of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Topic {
    How,
    Feel,
    Caution,
    Avoid,
}

/// One instruction.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    about: Topic,
    text: String,
}

impl Said {
    /// On as many lines as it needs.
    pub(crate) fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let style = self.style(theme);
        let lines = wrap(&self.text, width).into_iter();
        lines.map(|line| Line::styled(line, style)).collect()
    }

    fn style(&self, theme: &Theme) -> Style {
        match self.about {
            Topic::How => theme.text,
            Topic::Feel => theme.dim,
            Topic::Caution => theme.warning.add_modifier(Modifier::BOLD),
            Topic::Avoid => theme.warning,
        }
    }
}

impl PlayerView<'_> {
    /// All instructions of the step, in reading order.
    pub(crate) fn all_said(&self) -> Vec<Said> {
        let planned = self.planned();
        let mut all = self.how_said();
        all.extend(self.feel_said());
        all.extend(planned.cautions.iter().map(|text| Said {
            about: Topic::Caution,
            text: text.clone(),
        }));
        all.extend(self.avoid_said());
        all
    }

    /// The how-to. During work it includes where to feel it, which moves to the front after a third of the time.
    pub(crate) fn how_now(&self) -> Vec<Said> {
        let mut lines = self.how_said();
        let length = self.view.segment.length.unwrap_or_default();
        if self.view.segment.kind == SegmentKind::Work {
            let has_begun = self.view.elapsed >= length / 3;
            let place = if has_begun { 0 } else { lines.len() };
            lines.splice(place..place, self.feel_said());
        }
        lines
    }

    /// The cautions of this moment in turn: the first, and while one gets ready the others after it. Of several each says
    /// which one it is.
    pub(crate) fn cautions_in_turn(&self) -> Vec<Said> {
        let cautions = &self.planned().cautions;
        let said = cautions.iter().enumerate().map(|(index, text)| Said {
            about: Topic::Caution,
            text: if cautions.len() == 1 {
                text.clone()
            } else {
                numbered(text, index + 1, cautions.len())
            },
        });
        let shown = if self.is_getting_ready() {
            cautions.len()
        } else {
            1
        };
        said.take(shown).collect()
    }

    /// The one whose turn it is.
    pub(crate) fn caution_now(&self) -> Option<Said> {
        let mut cautions = self.cautions_in_turn();
        let turn = self.turn(cautions.len());
        (turn < cautions.len()).then(|| cautions.swap_remove(turn))
    }

    fn is_getting_ready(&self) -> bool {
        (self.view.phase, self.view.segment.kind) == (Phase::Running, SegmentKind::Prepare)
    }

    /// The index of the one shown now, of `many` that take equal turns during the segment.
    fn turn(&self, many: usize) -> usize {
        let length = self.view.segment.length.unwrap_or_default();
        let each = (length / u32::try_from(many).unwrap_or(u32::MAX).max(1)).max(LEAST);
        let turn = self.view.elapsed.as_nanos() / each.as_nanos();
        usize::try_from(turn)
            .unwrap_or(usize::MAX)
            .min(many.saturating_sub(1))
    }

    /// Returns the mistake to avoid.
    pub(crate) fn avoid_said(&self) -> Option<Said> {
        let avoid = self.planned().avoid.as_ref();
        avoid.map(|text| Said {
            about: Topic::Avoid,
            text: self.filled(text).into_owned(),
        })
    }

    fn feel_said(&self) -> Option<Said> {
        let feel = self.planned().feel.as_ref();
        feel.map(|text| Said {
            about: Topic::Feel,
            text: self.filled(text).into_owned(),
        })
    }

    fn how_said(&self) -> Vec<Said> {
        let how = self.how().into_iter();
        how.map(|text| Said {
            about: Topic::How,
            text: text.into_owned(),
        })
        .collect()
    }
}
