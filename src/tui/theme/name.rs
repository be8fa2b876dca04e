//! The names of the themes.

use chrono::NaiveTime;

use crate::content::vocabulary::Word;
use crate::plan::hours::is_winding_down;

/// The themes, and `auto`, which chooses by the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// `night` from two hours before the bedtime to six in the morning, else `dusk`.
    Auto,
    /// Dark, warm, quiet.
    Dusk,
    /// Black and deep amber.
    Night,
    /// As much contrast as there is.
    Contrast,
    /// Dark on paper.
    Light,
    /// The terminal's sixteen colours.
    Terminal,
    /// No colours.
    Mono,
}

impl Word for ThemeName {
    const WHAT: &'static str = "theme";
    const ALL: &'static [Self] = &[
        Self::Auto,
        Self::Dusk,
        Self::Night,
        Self::Contrast,
        Self::Light,
        Self::Terminal,
        Self::Mono,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dusk => "dusk",
            Self::Night => "night",
            Self::Contrast => "contrast",
            Self::Light => "light",
            Self::Terminal => "terminal",
            Self::Mono => "mono",
        }
    }
}

impl ThemeName {
    /// The theme after this one, round and round.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        let at = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The theme that is meant at this time of the day: towards the bedtime and until six it is `night`.
    #[must_use]
    pub(crate) fn at(self, now: NaiveTime, bedtime: Option<NaiveTime>) -> Self {
        match self {
            Self::Auto if is_winding_down(now, bedtime) => Self::Night,
            Self::Auto => Self::Dusk,
            named => named,
        }
    }

    /// The file of the theme.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Auto | Self::Dusk => include_str!("../themes/dusk.toml"),
            Self::Night => include_str!("../themes/night.toml"),
            Self::Contrast => include_str!("../themes/contrast.toml"),
            Self::Light => include_str!("../themes/light.toml"),
            Self::Terminal => include_str!("../themes/terminal.toml"),
            Self::Mono => include_str!("../themes/mono.toml"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auto_is_night_at_night() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time of day");
        assert_eq!(ThemeName::Auto.at(at(21), None), ThemeName::Dusk);
        assert_eq!(ThemeName::Auto.at(at(22), None), ThemeName::Night);
        assert_eq!(ThemeName::Auto.at(at(5), None), ThemeName::Night);
        assert_eq!(ThemeName::Auto.at(at(6), None), ThemeName::Dusk);
        assert_eq!(ThemeName::Auto.at(at(20), Some(at(21))), ThemeName::Night);
        assert_eq!(ThemeName::Contrast.at(at(23), None), ThemeName::Contrast);
    }
}
