//! The abilities of the terminal, to choose from.

/// Above all pictures.
pub(crate) const WHICH: &str = "Which body is whole, without boxes or gaps?";
/// Above one picture.
pub(crate) const IS_IT_WHOLE: &str = "Is it whole, without boxes or gaps?";
/// Above none.
pub(crate) const A_NUMBER_DRAWS: &str = "A number draws the body.";
pub(crate) const ASCII_ONLY: &str = "This terminal shows only ASCII.";
pub(crate) const ASCII_ONLY_BECAUSE: &str =
    "Assumed to show only ASCII. If it shows more: LC_ALL=C.UTF-8 supple";
/// ASCII was chosen.
pub(crate) const PLAIN_ASCII: &str = "Everything is drawn in ASCII.";
pub(crate) const PRESS: &str = "Press its number.";
pub(crate) const NEW_GLYPHS: &str =
    "Octants and sextants are new: a font that lacks them shows boxes or question marks instead.";

/// Kinds of characters.
pub(crate) const NO_FIGURES: &str = "no figures";
pub(crate) const HALF_BLOCKS: &str = "half blocks";

/// The other settings.
pub(crate) const THEME: &str = "theme";
pub(crate) const STILL_FIGURES: &str = "still figures";

/// The answer to a setting that is on or off.
pub(crate) const fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// `auto: Braille`
pub(crate) fn meant(name: &str, meant: &str) -> String {
    format!("{name}: {meant}")
}

/// `Braille, dusk, still`
pub(crate) fn chosen(glyphs: &str, theme: &str, still: bool) -> String {
    let still = if still { ", still" } else { "" };
    format!("{glyphs}, {theme}{still}")
}
