//! What is wrong with a figure that can be drawn.

use crate::content::diagnostic::Diagnostic;
use crate::figure::clip::Clip;

/// All that is wrong with a figure.
pub fn check(_clip: &Clip) -> Vec<Diagnostic> {
    Vec::new()
}
