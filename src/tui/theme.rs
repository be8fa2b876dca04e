//! Colours: a few roles, five themes as data, and what a terminal without colours makes of them.

use chrono::NaiveTime;
use ratatui::style::{Color, Modifier, Style};

use crate::content::diagnostic::Diagnostic;
use crate::content::document::Document;
use crate::content::fields::Fields;
use crate::content::vocabulary::Word;
use crate::tui::hours::is_late;

/// The theme for the night begins so many minutes before bedtime.
const WINDING_DOWN: u32 = 120;

/// The themes that there are, and `auto`, which chooses by the time of day.
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
        Self::Terminal,
        Self::Mono,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dusk => "dusk",
            Self::Night => "night",
            Self::Contrast => "contrast",
            Self::Terminal => "terminal",
            Self::Mono => "mono",
        }
    }
}

impl ThemeName {
    /// The theme after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The theme that is meant at this time of the day: towards the bedtime and until six it is `night`. Who has said no
    /// bedtime is taken to go to bed at midnight.
    #[must_use]
    pub fn at(self, now: NaiveTime, bedtime: Option<NaiveTime>) -> Self {
        let bedtime = bedtime.unwrap_or(NaiveTime::MIN);
        match self {
            Self::Auto if is_late(now, bedtime, WINDING_DOWN) => Self::Night,
            Self::Auto => Self::Dusk,
            named => named,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Auto | Self::Dusk => include_str!("themes/dusk.toml"),
            Self::Night => include_str!("themes/night.toml"),
            Self::Contrast => include_str!("themes/contrast.toml"),
            Self::Terminal => include_str!("themes/terminal.toml"),
            Self::Mono => include_str!("themes/mono.toml"),
        }
    }
}

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None, or none wanted.
    None,
    /// The 256 of the palette.
    Palette,
    /// All.
    True,
}

/// The styles of the roles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub ground: Style,
    /// Plain words.
    pub text: Style,
    /// Words that matter less.
    pub dim: Style,
    /// Names of things.
    pub title: Style,
    /// What should catch the eye.
    pub accent: Style,
    /// Working.
    pub work: Style,
    /// Getting ready.
    pub prepare: Style,
    /// Resting.
    pub rest: Style,
    /// Changing sides.
    pub switch: Style,
    /// Take care.
    pub warning: Style,
    /// Something is wrong.
    pub error: Style,
    /// The chosen line.
    pub selected: Style,
    /// Lines between things.
    pub border: Style,
    /// Progress.
    pub bar: Style,
    /// Keys in hints.
    pub key: Style,
    /// What must be seen whatever the theme: as much contrast as there is. No setting changes it.
    pub alarm: Style,
}

/// The roles by name.
pub const ROLES: &[&str] = &[
    "ground", "text", "dim", "title", "accent", "work", "prepare", "rest", "switch", "warning",
    "error", "selected", "border", "bar", "key",
];

impl Theme {
    /// The named theme with roles laid over it, as well as this terminal can show it. Without colours it is `mono`,
    /// whatever was asked for.
    pub fn resolve(name: ThemeName, over: &[(String, Style)], depth: Depth) -> Self {
        if depth == Depth::None {
            let mut theme = Self::decode(ThemeName::Mono.text()).0;
            theme.alarm = alarm(ThemeName::Mono);
            return theme;
        }
        let mut theme = Self::decode(name.text()).0;
        theme.alarm = alarm(name);
        for (role, style) in over {
            if let Some(slot) = theme.role(role) {
                *slot = *style;
            }
        }
        if depth == Depth::Palette {
            for role in ROLES {
                if let Some(style) = theme.role(role) {
                    *style = in_palette(*style);
                }
            }
            theme.alarm = in_palette(theme.alarm);
        }
        theme
    }

    /// Reads a theme file: any of the roles.
    pub fn decode(text: &str) -> (Self, Vec<Diagnostic>) {
        let document = Document::parse(text);
        let mut theme = Self::default();
        let fields = Fields::root(&document, "a theme", ROLES);
        for (role, style) in decode_roles(&fields) {
            if let Some(slot) = theme.role(&role) {
                *slot = style;
            }
        }
        (theme, document.into_found())
    }

    fn role(&mut self, role: &str) -> Option<&mut Style> {
        Some(match role {
            "ground" => &mut self.ground,
            "text" => &mut self.text,
            "dim" => &mut self.dim,
            "title" => &mut self.title,
            "accent" => &mut self.accent,
            "work" => &mut self.work,
            "prepare" => &mut self.prepare,
            "rest" => &mut self.rest,
            "switch" => &mut self.switch,
            "warning" => &mut self.warning,
            "error" => &mut self.error,
            "selected" => &mut self.selected,
            "border" => &mut self.border,
            "bar" => &mut self.bar,
            "key" => &mut self.key,
            _ => return None,
        })
    }
}

/// The roles that a table sets. A style that cannot be read is a finding, and leaves its role as it was.
pub fn decode_roles(fields: &Fields<'_, '_>) -> Vec<(String, Style)> {
    ROLES
        .iter()
        .filter(|role| fields.has(role))
        .filter_map(|role| {
            let written = fields.string(role)?;
            let style = parse_style(written.get_ref());
            if style.is_none() {
                let message = format!("`{role}`: not a style");
                let help = "write a colour as \"#e3a76f\" or \"red\", with bold, dim, reverse or \"on #101010\"";
                fields.report(Diagnostic::warning(message).at(written.span()).help(help));
            }
            Some(((*role).to_owned(), style?))
        })
        .collect()
}

/// `bold #ecd2ac on #191b26`
fn parse_style(text: &str) -> Option<Style> {
    let mut style = Style::default();
    let mut ground = false;
    for word in text.split_whitespace() {
        match word {
            "bold" => style = style.add_modifier(Modifier::BOLD),
            "dim" => style = style.add_modifier(Modifier::DIM),
            "reverse" => style = style.add_modifier(Modifier::REVERSED),
            "underline" => style = style.add_modifier(Modifier::UNDERLINED),
            "on" => ground = true,
            colour => {
                let colour: Color = colour.parse().ok()?;
                style = if ground {
                    style.bg(colour)
                } else {
                    style.fg(colour)
                };
            }
        }
    }
    Some(style)
}

/// White on black; where the colours are the terminal's, its own words on its own ground, which it can show best.
fn alarm(name: ThemeName) -> Style {
    let bold = Style::default().add_modifier(Modifier::BOLD);
    match name {
        ThemeName::Terminal | ThemeName::Mono => bold,
        ThemeName::Auto | ThemeName::Dusk | ThemeName::Night | ThemeName::Contrast => {
            bold.fg(Color::Rgb(255, 255, 255)).bg(Color::Rgb(0, 0, 0))
        }
    }
}

fn in_palette(mut style: Style) -> Style {
    style.fg = style.fg.map(to_palette);
    style.bg = style.bg.map(to_palette);
    style
}

/// The nearest of the palette's 6x6x6 cube or its greys.
fn to_palette(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else {
        return colour;
    };
    let steps = [0_u8, 95, 135, 175, 215, 255];
    let nearest = |value: u8| {
        (0..6_u8)
            .min_by_key(|&step| steps[usize::from(step)].abs_diff(value))
            .unwrap_or(0)
    };
    let (r, g, b) = (nearest(red), nearest(green), nearest(blue));
    let spread = red.max(green).max(blue) - red.min(green).min(blue);
    if spread < 16 && (8..=238).contains(&green) {
        return Color::Indexed(232 + (green - 8) / 10);
    }
    Color::Indexed(16 + 36 * r + 6 * g + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_sets_every_role_without_fault() {
        for name in ThemeName::ALL {
            let (_, found) = Theme::decode(name.text());
            assert!(found.is_empty(), "{name:?}: {found:?}");
            for role in ROLES {
                assert!(
                    name.text()
                        .lines()
                        .any(|line| line.starts_with(&format!("{role} ="))),
                    "{name:?} {role}"
                );
            }
        }
    }

    #[test]
    fn without_colours_no_style_has_one() {
        let mut theme = Theme::resolve(ThemeName::Dusk, &[], Depth::None);
        for role in ROLES {
            let style = *theme.role(role).expect("a role");
            assert_eq!((style.fg, style.bg), (None, None), "{role}");
        }
        assert!(theme.selected.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn an_alarm_has_all_the_contrast_there_is_whatever_is_set() {
        let grey = parse_style("#222222 on #202020").expect("a style");
        let over: Vec<(String, Style)> = ROLES
            .iter()
            .map(|role| ((*role).to_owned(), grey))
            .collect();
        for name in ThemeName::ALL {
            for (depth, white, black) in [
                (Depth::True, Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0)),
                (Depth::Palette, Color::Indexed(231), Color::Indexed(16)),
            ] {
                let alarm = Theme::resolve(*name, &over, depth).alarm;
                let own = matches!(name, ThemeName::Terminal | ThemeName::Mono);
                let colours = if own {
                    (None, None)
                } else {
                    (Some(white), Some(black))
                };
                assert_eq!((alarm.fg, alarm.bg), colours, "{name:?}");
                assert!(alarm.add_modifier.contains(Modifier::BOLD));
            }
            let mono = Theme::resolve(*name, &over, Depth::None).alarm;
            assert_eq!((mono.fg, mono.bg), (None, None));
        }
    }

    /// How much lighter words are than their ground, as the guidelines for web pages count it.
    fn contrast(words: Color, ground: Color) -> f64 {
        let light = |colour| {
            let Color::Rgb(red, green, blue) = colour else {
                return 0.0;
            };
            let linear = |part: u8| (f64::from(part) / 255.0).powf(2.2);
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (words, ground) = (light(words) + 0.05, light(ground) + 0.05);
        (words / ground).max(ground / words)
    }

    #[test]
    fn what_must_be_read_can_be_read_at_night_too() {
        for name in [ThemeName::Dusk, ThemeName::Night, ThemeName::Contrast] {
            let (mut theme, _) = Theme::decode(name.text());
            let ground = theme.ground.bg.unwrap_or(Color::Rgb(0, 0, 0));
            for (role, least) in [
                ("text", 4.5),
                ("title", 4.5),
                ("key", 4.5),
                ("warning", 4.5),
                ("error", 4.5),
                ("accent", 4.5),
                ("work", 4.5),
                ("selected", 4.5),
                ("dim", 3.4),
                ("rest", 3.4),
            ] {
                let style = *theme.role(role).expect("a role");
                let ground = style.bg.unwrap_or(ground);
                let seen = contrast(style.fg.expect("a colour"), ground);
                assert!(seen >= least, "{name:?} {role}: {seen}");
            }
        }
    }

    #[test]
    fn the_palette_stands_in_for_true_colours() {
        let mut theme = Theme::resolve(ThemeName::Dusk, &[], Depth::Palette);
        for role in ROLES {
            let style = *theme.role(role).expect("a role");
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(matches!(colour, Color::Indexed(_)), "{role} {colour:?}");
            }
        }
        assert_eq!(to_palette(Color::Rgb(255, 255, 255)), Color::Indexed(231));
        assert_eq!(to_palette(Color::Rgb(0, 0, 0)), Color::Indexed(16));
    }

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
