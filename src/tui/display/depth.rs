//! The colour depth of a terminal, and the reduction of colours where it is lower.

use ratatui::style::{Color, Style};

/// The colour depth of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None, or none wanted.
    None,
    /// The sixteen that have names. What they look like is the terminal's.
    Sixteen,
    /// The 256 of the palette.
    Palette,
    /// All.
    True,
}

/// Terminals that show all colours, whatever else is said of them.
const TRUE: &[&str] = &[
    "alacritty",
    "contour",
    "foot",
    "wezterm",
    "xterm-ghostty",
    "xterm-kitty",
];
/// Terminals that show the palette without 256 in their names.
const PALETTE: &[&str] = &[
    "gnome", "iterm", "iterm2", "konsole", "mintty", "mlterm", "nsterm", "putty", "screen", "st",
    "tmux", "vte", "xterm",
];
/// Terminals of sixteen colours at most, even where `COLORTERM` was handed down from another one.
const FEW: &[&str] = &["ansi", "cons25", "linux"];

impl Depth {
    /// Detects the colour depth from `NO_COLOR`, `COLORTERM` and `TERM`; for an unknown terminal, the sixteen colours
    /// that nearly all have.
    pub(crate) fn of(no_colour: &str, colour_term: &str, term: &str) -> Self {
        let family = |names: &[&str]| {
            names.iter().any(|name| {
                let rest = term.strip_prefix(name);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
            })
        };
        if !no_colour.is_empty() || is_monochrome(term) {
            Self::None
        } else if family(FEW) {
            Self::Sixteen
        } else if matches!(colour_term, "truecolor" | "24bit")
            || term.ends_with("-direct")
            || TRUE.contains(&term)
        {
            Self::True
        } else if term.contains("256") || family(TRUE) {
            Self::Palette
        } else if term.ends_with("color") {
            // `xterm-color`, `xterm-16color`, `rxvt-88color`
            Self::Sixteen
        } else if family(PALETTE) {
            Self::Palette
        } else {
            Self::Sixteen
        }
    }

    /// Returns the person's own style in the available colours: each the nearest to the eye. Named colours stay. Text in
    /// another colour than its background stays visible.
    pub(crate) fn shown(self, style: Style) -> Style {
        let near = |colour| self.nearest(colour);
        let mut shown = Style {
            fg: style.fg.map(near),
            bg: style.bg.map(near),
            ..style
        };
        if style.fg != style.bg
            && shown.fg == shown.bg
            && let Some(ground) = shown.bg.and_then(rgb)
        {
            let is_dark = lightness(ground) < 0.6;
            shown.fg = Some(near(if is_dark { WHITE } else { BLACK }));
        }
        shown
    }

    /// Returns the nearest available colour.
    fn nearest(self, colour: Color) -> Color {
        let indices = match (self, colour) {
            // The first sixteen of the palette look as the terminal likes.
            (Self::Palette, Color::Rgb(..)) => 16..=255,
            (Self::Sixteen, Color::Rgb(..) | Color::Indexed(16..)) => 0..=15,
            _ => return colour,
        };
        let Some(wanted) = rgb(colour) else {
            return colour;
        };
        let nearest = indices
            .clone()
            .min_by(|&one, &other| {
                let far = |index| distance(wanted, of_palette(index));
                far(one).total_cmp(&far(other))
            })
            .unwrap_or(*indices.start());
        named(nearest).unwrap_or(Color::Indexed(nearest))
    }
}

/// Terminals without colours.
fn is_monochrome(term: &str) -> bool {
    let is_vt = term
        .strip_prefix("vt")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    is_vt || matches!(term, "dumb" | "sun") || term.ends_with("-mono") || term.ends_with("-m")
}

const WHITE: Color = Color::Rgb(255, 255, 255);
const BLACK: Color = Color::Rgb(0, 0, 0);

/// The sixteen colours by number, as xterm has them.
const NAMED: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The colour with this number in the palette, where it has a name.
fn named(index: u8) -> Option<Color> {
    NAMED.get(usize::from(index)).map(|(colour, _)| *colour)
}

/// Red, green and blue of a colour of the palette.
fn of_palette(index: u8) -> [u8; 3] {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..=15 => NAMED[usize::from(index)].1,
        16..=231 => {
            let cube = usize::from(index - 16);
            [cube / 36, cube / 6 % 6, cube % 6].map(|step| STEPS[step])
        }
        232.. => [8 + 10 * (index - 232); 3],
    }
}

/// Red, green and blue of a colour; `None` of the terminal's own words and ground.
pub fn rgb(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index) => Some(of_palette(index)),
        named => {
            let mut known = NAMED.iter();
            known
                .find(|(other, _)| *other == named)
                .map(|(_, rgb)| *rgb)
        }
    }
}

/// A colour by what the eye makes of it (Oklab): lightness, and two opposites of hue.
fn seen(rgb: [u8; 3]) -> [f64; 3] {
    let [red, green, blue] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    [
        0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short,
        1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short,
        0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short,
    ]
}

fn lightness(rgb: [u8; 3]) -> f64 {
    seen(rgb)[0]
}

/// Returns the perceived distance of two colours.
fn distance(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (seen(one), seen(other));
    let parts = one.iter().zip(other);
    parts.map(|(one, other)| (one - other).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_shows_what_its_name_says() {
        use Depth::{None, Palette, Sixteen, True};
        for (no_colour, colour_term, term, depth) in [
            ("1", "truecolor", "xterm-256color", None),
            ("", "truecolor", "xterm-256color", True),
            ("", "24bit", "xterm", True),
            ("", "truecolor", "linux", Sixteen),
            ("", "truecolor", "vt220", None),
            ("", "yes", "xterm", Palette),
            ("", "", "xterm", Palette),
            ("", "", "xterm-256color", Palette),
            ("", "", "xterm-direct", True),
            ("", "", "xterm-color", Sixteen),
            ("", "", "xterm-16color", Sixteen),
            ("", "", "xterm-mono", None),
            ("", "", "screen", Palette),
            ("", "", "screen.xterm-256color", Palette),
            ("", "", "screen.linux", Palette),
            ("", "", "tmux", Palette),
            ("", "", "tmux-256color", Palette),
            ("", "", "tmux-direct", True),
            ("", "", "rxvt", Sixteen),
            ("", "", "rxvt-unicode", Sixteen),
            ("", "", "rxvt-unicode-256color", Palette),
            ("", "", "alacritty", True),
            ("", "", "alacritty-direct", True),
            ("", "", "xterm-kitty", True),
            ("", "", "foot", True),
            ("", "", "foot-extra", Palette),
            ("", "", "wezterm", True),
            ("", "", "st-256color", Palette),
            ("", "", "putty", Palette),
            ("", "", "vte-256color", Palette),
            ("", "", "linux", Sixteen),
            ("", "", "linux-16color", Sixteen),
            ("", "", "cons25", Sixteen),
            ("", "", "ansi", Sixteen),
            ("", "", "sun", None),
            ("", "", "sun-color", Sixteen),
            ("", "", "vt100", None),
            ("", "", "vt420", None),
            ("", "", "dumb", None),
            ("", "", "never-heard-of", Sixteen),
            ("", "", "", Sixteen),
        ] {
            let found = Depth::of(no_colour, colour_term, term);
            assert_eq!(found, depth, "{no_colour:?} {colour_term:?} {term:?}");
        }
    }

    #[test]
    fn the_nearest_colour_is_near_to_the_eye() {
        for (depth, (red, green, blue), near) in [
            (Depth::Palette, (255, 255, 255), Color::Indexed(231)),
            (Depth::Palette, (0, 0, 0), Color::Indexed(16)),
            (Depth::Palette, (128, 128, 128), Color::Indexed(244)),
            // Not the darker and redder 95 (#875f5f).
            (Depth::Palette, (176, 98, 26), Color::Indexed(130)),
            (Depth::Sixteen, (255, 255, 255), Color::White),
            (Depth::Sixteen, (10, 10, 12), Color::Black),
            (Depth::Sixteen, (227, 167, 111), Color::Yellow),
            (Depth::Sixteen, (147, 181, 220), Color::Cyan),
            (Depth::Sixteen, (200, 30, 30), Color::Red),
            (Depth::True, (1, 2, 3), Color::Rgb(1, 2, 3)),
        ] {
            let colour = Color::Rgb(red, green, blue);
            assert_eq!(depth.nearest(colour), near, "{depth:?} {colour:?}");
        }
        for named in [Color::Red, Color::Indexed(3), Color::Reset] {
            assert_eq!(Depth::Sixteen.nearest(named), named);
        }
        assert_eq!(Depth::Sixteen.nearest(Color::Indexed(196)), Color::LightRed);
        assert_eq!(
            Depth::Palette.nearest(Color::Indexed(196)),
            Color::Indexed(196)
        );
    }

    #[test]
    fn words_do_not_vanish_in_their_ground() {
        let style = |fg: u8, bg: u8| {
            let grey = |part| Color::Rgb(part, part, part);
            Style::new().fg(grey(fg)).bg(grey(bg))
        };
        let dark = Depth::Sixteen.shown(style(40, 10));
        assert_eq!((dark.fg, dark.bg), (Some(Color::White), Some(Color::Black)));
        let light = Depth::Sixteen.shown(style(240, 255));
        assert_ne!(light.fg, light.bg);
        let same = Depth::Sixteen.shown(style(10, 10));
        assert_eq!(same.fg, same.bg, "that was wanted");
    }
}
