//! A decision of the rules in `--json`. The names are a promise to other programs.

use serde::Serialize;

use crate::plan::screening::decision::Decision;
use crate::words::en::reasons;

#[derive(Debug, Serialize)]
pub(crate) struct Decided<'a> {
    step: Option<u32>,
    action: &'static str,
    hazard: Option<&'a str>,
    condition: Option<&'a str>,
    because: String,
    with: Option<&'a str>,
}

impl<'a> Decided<'a> {
    pub(crate) fn of(decision: &'a Decision) -> Self {
        Self {
            step: decision.step,
            action: decision.action.as_str(),
            hazard: decision.hazard.as_deref(),
            condition: decision.condition.as_deref(),
            because: reasons::because(decision),
            with: decision.with.as_deref(),
        }
    }
}
