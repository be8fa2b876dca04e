//! The places where routines are done.

use crate::plan::place::Place;

/// As people ask for it.
pub(crate) const fn place(place: Place) -> &'static str {
    match place {
        Place::NoFloor => "no floor",
        Place::Bed => "in bed",
        Place::Chair => "on a chair",
        Place::Standing => "standing",
    }
}
