//! The recipient of this call: whoever `--for` names, else the owner of the profile, else nobody in particular.

use crate::cli::output;
use crate::cli::person::{For, ForError, asked};
use crate::content::library::Library;
use crate::edge::store::{profile, settings};
use crate::plan::whom::{Recipient, RecipientChoice};

/// Finds out for whom this call is. The findings of the profile are printed, and keep nothing from going on.
///
/// # Errors
/// When a word of `--for` is not known.
pub(crate) fn of_call(for_: Option<&For>, library: &Library) -> Result<Recipient, ForError> {
    let safety = &library.shared().safety;
    let asked = asked(for_, safety)?;
    let own = profile::own(safety);
    if let (RecipientChoice::Profile, Some(own)) = (&asked, &own) {
        output::findings(&own.path, &own.text, &own.found);
    }
    Ok(settings::remembered_for(asked.whom(own, safety)))
}
