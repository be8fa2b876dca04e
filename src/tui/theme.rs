//! Colours: a few roles, six themes as data, and what a terminal with fewer colours makes of them.

pub mod name;
pub(crate) mod roles;

use ratatui::style::{Color, Modifier, Style};

use crate::content::diagnostic::Diagnostic;
use crate::content::format;
use crate::content::toml::fields::Fields;
use crate::tui::display::charset::Charset;

use crate::tui::display::depth::Depth;
use crate::tui::theme::name::ThemeName;
use crate::tui::theme::roles::{PALETTE_KEYS, ROLES, SIXTEEN_KEYS, THEME_KEYS};

/// The styles of the roles, and the available characters.
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
    /// The style for what should catch the eye.
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
    /// The style for what must be seen in every theme: as much contrast as there is. No setting changes it.
    pub alarm: Style,
    /// The characters for everything.
    pub(crate) charset: Charset,
}

impl Theme {
    /// The named theme with the person's own roles laid over it, for a terminal of this colour depth. The theme's are
    /// chosen for each depth, the person's own are the nearest that there are. Without colours it is `mono`, whatever was
    /// asked for.
    pub fn resolve(name: ThemeName, over: &[(String, Style)], depth: Depth) -> Self {
        let (name, over) = match depth {
            Depth::None => (ThemeName::Mono, [].as_slice()),
            _ => (name, over),
        };
        let mut theme = Self::decode(name.text(), depth).0;
        theme.alarm = alarm(name, depth);
        for (role, style) in over {
            if let Some(slot) = theme.role(role) {
                *slot = depth.shown(*style);
            }
        }
        theme
    }

    /// Reads a theme file: any of the roles, at this depth where they are set for it.
    pub fn decode(text: &str, depth: Depth) -> (Self, Vec<Diagnostic>) {
        let document = format::parse(text);
        let mut theme = Self::default();
        let fields = Fields::root(&document, THEME_KEYS);
        theme.set(decode_roles(&fields));
        let palette = fields.table("256", PALETTE_KEYS);
        let sixteen = fields.table("16", SIXTEEN_KEYS);
        let own = match depth {
            Depth::Palette => palette,
            Depth::Sixteen => sixteen,
            Depth::None | Depth::True => None,
        };
        if let Some(own) = own {
            theme.set(decode_roles(&own));
        }
        (theme, document.into_found())
    }

    fn set(&mut self, roles: Vec<(String, Style)>) {
        for (role, style) in roles {
            if let Some(slot) = self.role(&role) {
                *slot = style;
            }
        }
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
pub(crate) fn decode_roles(fields: &Fields<'_, '_>) -> Vec<(String, Style)> {
    ROLES
        .names()
        .filter(|role| fields.has(role))
        .filter_map(|role| {
            let written = fields.string(role)?;
            let style = parse_style(written.get_ref());
            if style.is_none() {
                let message = format!("`{role}` is not a style");
                let help = "write a colour as \"#e3a76f\" or \"red\", with bold, dim, reverse or \"on #101010\"";
                fields.report(Diagnostic::warning(message).at(written.span()).help(help));
            }
            Some((role.to_owned(), style?))
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

/// White on black, on paper the other way about; where the colours are the terminal's, its own words on its own ground,
/// which it can show best.
fn alarm(name: ThemeName, depth: Depth) -> Style {
    let bold = Style::default().add_modifier(Modifier::BOLD);
    let (white, black) = match depth {
        Depth::Sixteen | Depth::None => (Color::White, Color::Black),
        Depth::Palette => (Color::Indexed(231), Color::Indexed(16)),
        Depth::True => (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0)),
    };
    match name {
        ThemeName::Terminal | ThemeName::Mono => bold,
        // Bold black of the sixteen is grey on many terminals, and plain black is what all words are there.
        ThemeName::Light if depth == Depth::Sixteen => bold.fg(white).bg(black),
        ThemeName::Light => bold.fg(black).bg(white),
        ThemeName::Auto | ThemeName::Dusk | ThemeName::Night | ThemeName::Contrast => {
            bold.fg(white).bg(black)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::vocabulary::Word as _;

    #[test]
    fn every_theme_sets_every_role_at_every_depth_without_fault() {
        let roles = ROLES.names().chain(["256", "16"]);
        assert!(roles.eq(THEME_KEYS.names()));
        for name in ThemeName::ALL {
            for depth in [Depth::True, Depth::Palette, Depth::Sixteen] {
                let (_, found) = Theme::decode(name.text(), depth);
                assert!(found.is_empty(), "{name:?}: {found:?}");
            }
            let own = !matches!(name, ThemeName::Terminal | ThemeName::Mono);
            let tables = name.text().split("\n[").collect::<Vec<_>>();
            assert_eq!(tables.len(), if own { 3 } else { 1 }, "{name:?}");
            for (role, table) in ROLES
                .names()
                .flat_map(|role| tables.iter().map(move |table| (role, table)))
            {
                let is_set = |line: &str| line.starts_with(&format!("{role} ="));
                assert!(table.lines().any(is_set), "{name:?} {role} {table}");
            }
        }
    }

    #[test]
    fn without_colours_no_style_has_one() {
        let mut theme = Theme::resolve(ThemeName::Dusk, &[], Depth::None);
        for role in ROLES.names() {
            let style = *theme.role(role).expect("a role");
            assert_eq!((style.fg, style.bg), (None, None), "{role}");
        }
        assert!(theme.selected.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn an_alarm_has_all_the_contrast_there_is_whatever_is_set() {
        let grey = parse_style("#222222 on #202020").expect("a style");
        let over: Vec<(String, Style)> =
            ROLES.names().map(|role| (role.to_owned(), grey)).collect();
        for name in ThemeName::ALL {
            for (depth, white, black) in [
                (Depth::True, Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0)),
                (Depth::Palette, Color::Indexed(231), Color::Indexed(16)),
                (Depth::Sixteen, Color::White, Color::Black),
            ] {
                let alarm = Theme::resolve(*name, &over, depth).alarm;
                let colours = match name {
                    ThemeName::Terminal | ThemeName::Mono => (None, None),
                    ThemeName::Light if depth != Depth::Sixteen => (Some(black), Some(white)),
                    _ => (Some(white), Some(black)),
                };
                assert_eq!((alarm.fg, alarm.bg), colours, "{name:?}");
                assert!(alarm.add_modifier.contains(Modifier::BOLD), "{name:?}");
            }
            let mono = Theme::resolve(*name, &over, Depth::None).alarm;
            assert_eq!((mono.fg, mono.bg), (None, None));
        }
    }

    #[test]
    fn colours_of_ones_own_are_laid_over_at_every_depth() {
        let own = parse_style("bold #b0621a").expect("a style");
        let text = |depth| {
            let theme = Theme::resolve(ThemeName::Dusk, &[("text".to_owned(), own)], depth);
            (theme.text.fg, theme.bar.fg)
        };
        let bar = Color::Indexed(179);
        assert_eq!(text(Depth::True).0, own.fg);
        assert_eq!(text(Depth::Palette), (Some(Color::Indexed(130)), Some(bar)));
        let sixteen = (Some(Color::Red), Some(Color::LightYellow));
        assert_eq!(text(Depth::Sixteen), sixteen);
        assert_eq!(text(Depth::None), (None, None));
    }

    #[test]
    fn a_theme_of_fewer_colours_holds_no_others() {
        for &name in ThemeName::ALL {
            for depth in [Depth::Palette, Depth::Sixteen] {
                let mut theme = Theme::resolve(name, &[], depth);
                for role in ROLES.names() {
                    let style = *theme.role(role).expect("a role");
                    for colour in [style.fg, style.bg].into_iter().flatten() {
                        let fits = match colour {
                            Color::Rgb(..) => false,
                            Color::Indexed(_) => depth == Depth::Palette,
                            _ => depth == Depth::Sixteen || name == ThemeName::Terminal,
                        };
                        assert!(fits, "{name:?} {depth:?} {role} {colour:?}");
                    }
                }
            }
        }
    }
}
