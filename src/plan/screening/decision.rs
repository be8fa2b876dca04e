//! What the rules decided about a routine, each time with its reason in words.

use std::fmt;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
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

impl Action {
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
    /// What the step is called.
    pub name: Option<String>,
    /// What was decided.
    pub action: Action,
    /// The hazard tag or position that decided.
    pub hazard: Option<String>,
    /// The condition or flag that decided.
    pub(crate) condition: Option<String>,
    /// The reason, in words.
    pub because: String,
    /// Id of the exercise or routine that comes instead.
    pub with: Option<String>,
    /// What that is called.
    pub(crate) with_name: Option<String>,
}

impl Decision {
    /// About the whole routine.
    pub(crate) fn whole(action: Action, condition: Option<String>, because: String) -> Self {
        Self {
            step: None,
            name: None,
            action,
            hazard: None,
            condition,
            because,
            with: None,
            with_name: None,
        }
    }

    /// Whether what is played differs from what is written.
    pub(crate) fn is_change(&self) -> bool {
        matches!(self.action, Action::Substitute | Action::Drop)
    }
}

impl fmt::Display for Decision {
    /// A sentence for the person: `3. Lying knee roll: flat on the back. Not for you: ... Instead: Seated twist.`
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        if let Some(step) = self.step {
            write!(out, "{step}. ")?;
        }
        match self.action {
            Action::Precaution => {
                write!(out, "{}, with care: {}", text(&self.name), self.because)
            }
            Action::Substitute => {
                write!(out, "{} Instead: {}.", self.because, text(&self.with_name))
            }
            Action::Drop => write!(out, "{} Left out.", self.because),
            Action::Override => write!(out, "{} Overruled by you.", self.because),
            Action::FullStop => {
                write!(out, "Nothing is played today")?;
                match &self.name {
                    Some(facts) => write!(out, ". About you: {facts}. {}", self.because),
                    None => write!(out, ": {}", self.because),
                }
            }
            Action::Block | Action::Redirect => {
                write!(out, "Not played: {}.", self.because)?;
                match &self.with_name {
                    Some(other) => write!(out, " Instead: {other}."),
                    None => Ok(()),
                }
            }
        }
    }
}
