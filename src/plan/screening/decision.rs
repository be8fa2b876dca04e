//! The decisions of the rules about a routine, each with its reason.

use std::sync::Arc;

use crate::content::part::RoutinePart;
use crate::plan::screening::reason::Reason;

/// The ruling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// The step stays, with a line of caution.
    Precaution,
    /// Another exercise is done.
    Substitute,
    /// The step is left out.
    Drop,
    /// The routine is not played.
    Block,
    /// Another routine is offered instead.
    Redirect,
    /// Nothing is played today.
    FullStop,
    /// The step stays as its author wrote it, by the person's own wish.
    Override,
}

impl Ruling {
    /// The word in output: `full-stop`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Precaution => "precaution",
            Self::Substitute => "substitute",
            Self::Drop => "drop",
            Self::Block => "block",
            Self::Redirect => "redirect",
            Self::FullStop => "full-stop",
            Self::Override => "override",
        }
    }
}

/// A decision and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The step's number, as unrolled; `None` when it is about the whole routine.
    pub step: Option<u32>,
    /// The name of the step.
    pub name: Option<String>,
    /// The part that the step is in.
    pub(crate) part: Option<Arc<RoutinePart>>,
    /// The ruling.
    pub action: Ruling,
    /// The hazard tag or position that decided.
    pub hazard: Option<String>,
    /// The condition or flag that decided.
    pub(crate) condition: Option<String>,
    /// The reason.
    pub reason: Reason,
    /// Id of the exercise or routine that comes instead.
    pub with: Option<String>,
    /// The name of the replacement.
    pub(crate) with_name: Option<String>,
}

impl Decision {
    /// About the whole routine.
    pub(crate) fn whole(action: Ruling, condition: Option<String>, reason: Reason) -> Self {
        Self {
            step: None,
            name: None,
            part: None,
            action,
            hazard: None,
            condition,
            reason,
            with: None,
            with_name: None,
        }
    }

    /// Returns whether what is played differs from what is written.
    pub(crate) fn is_change(&self) -> bool {
        matches!(self.action, Ruling::Substitute | Ruling::Drop)
    }
}
