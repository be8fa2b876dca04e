//! The action that a full stop asks for, in sight at once.

use ratatui::text::Line;

use crate::content::safety::full_stop::FullStop;
use crate::tui::screens::signs::alarm;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::wrap;
use crate::words::en::emergency::Emergency;

/// The action.
#[derive(Clone, Debug)]
pub(crate) struct Stop {
    /// To be said large.
    call: Option<String>,
    /// Further words; empty if the call says everything.
    message: String,
}

impl Stop {
    /// The action of a full stop, with the emergency number where it is known.
    pub(crate) fn of(stop: &FullStop, emergency: &Emergency) -> Self {
        let message = emergency.in_text(&stop.message);
        let call = stop.emergency.then(|| emergency.call());
        let says_all = || {
            let is_call = emergency.is_known() && Emergency::is_call(&stop.message);
            is_call || message == emergency.call_sentence()
        };
        let says_all = call.is_some() && says_all();
        Self {
            call,
            message: if says_all { String::new() } else { message },
        }
    }

    /// Returns lines of `width` columns; the call may take all of `whole` and is as large as fits into `rows`.
    pub(crate) fn lines(
        &self,
        width: usize,
        whole: usize,
        rows: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if let Some(call) = &self.call {
            lines.extend(alarm(call, whole, rows, theme));
        }
        if !self.message.is_empty() {
            let message = wrap(&self.message, width).into_iter();
            lines.extend(message.map(|line| Line::styled(line, theme.warning)));
        }
        lines
    }
}
