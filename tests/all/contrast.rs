//! Whether everything can be read, in every theme and with however few colours: the contrast of the web's guidelines
//! (WCAG 2.2, 1.4.3 and 1.4.11).

use ratatui::style::{Color, Style};
use supple::content::vocabulary::Word as _;
use supple::tui::display::depth::Depth;
use supple::tui::display::depth::rgb;
use supple::tui::theme::Theme;
use supple::tui::theme::name::ThemeName;

/// Words.
const TEXT: f64 = 4.5;
/// Large letters, bars, lines, bodies.
const LARGE: f64 = 3.0;

/// The sixteen colours, by their numbers.
const NAMES: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];
/// As the console of Linux shows them.
const CONSOLE: [[u8; 3]; 16] = [
    [0, 0, 0],
    [170, 0, 0],
    [0, 170, 0],
    [170, 85, 0],
    [0, 0, 170],
    [170, 0, 170],
    [0, 170, 170],
    [170, 170, 170],
    [85, 85, 85],
    [255, 85, 85],
    [85, 255, 85],
    [255, 255, 85],
    [85, 85, 255],
    [255, 85, 255],
    [85, 255, 255],
    [255, 255, 255],
];

/// How a terminal shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    True,
    Palette,
    Xterm,
    Console,
}

impl Screen {
    const ALL: [Self; 4] = [Self::True, Self::Palette, Self::Xterm, Self::Console];

    fn depth(self) -> Depth {
        match self {
            Self::True => Depth::True,
            Self::Palette => Depth::Palette,
            Self::Xterm | Self::Console => Depth::Sixteen,
        }
    }

    fn shows(self, colour: Color) -> [u8; 3] {
        let named = NAMES.iter().position(|&name| name == colour);
        match named {
            Some(number) if self == Self::Console => CONSOLE[number],
            _ => rgb(colour).expect("a colour of the theme"),
        }
    }

    fn contrast(self, words: Color, ground: Color) -> f64 {
        let light = |colour| {
            let [red, green, blue] = self.shows(colour).map(|part| {
                let part = f64::from(part) / 255.0;
                if part <= 0.03928 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
        };
        let (words, ground) = (light(words), light(ground));
        (words / ground).max(ground / words)
    }

    /// A style against its own ground, or the theme's.
    fn seen(self, style: Style, theme: &Theme) -> f64 {
        let ground = style.bg.or(theme.ground.bg).expect("a ground");
        self.contrast(style.fg.expect("a colour"), ground)
    }
}

/// Themes with colours and a ground of their own.
fn coloured() -> impl Iterator<Item = (ThemeName, Screen, Theme)> {
    let own = |name: &ThemeName| !matches!(name, ThemeName::Terminal | ThemeName::Mono);
    let names = ThemeName::ALL.iter().copied().filter(own);
    names.flat_map(|name| {
        let on = move |screen: Screen| (name, screen, Theme::resolve(name, &[], screen.depth()));
        Screen::ALL.into_iter().map(on)
    })
}

#[test]
fn the_contrast_is_counted_as_the_guidelines_do() {
    let of = |words: (u8, u8, u8), ground: (u8, u8, u8)| {
        let colour = |(red, green, blue)| Color::Rgb(red, green, blue);
        Screen::True.contrast(colour(words), colour(ground))
    };
    assert!((of((255, 255, 255), (0, 0, 0)) - 21.0).abs() < 1e-9);
    assert!((of((119, 119, 119), (255, 255, 255)) - 4.478).abs() < 0.001);
}

#[test]
fn what_is_to_be_read_can_be_read() {
    for (name, screen, theme) in coloured() {
        let few = screen.depth() == Depth::Sixteen;
        let night = name == ThemeName::Night;
        // Of what is quiet on purpose, sixteen colours have nothing between too little and too much.
        let quiet = if night && few { LARGE } else { TEXT };
        // In large letters, and in words of the same colour.
        let phase = if night || few { LARGE } else { TEXT };
        for (role, style, least) in [
            ("text", theme.text, TEXT),
            ("title", theme.title, TEXT),
            ("accent", theme.accent, TEXT),
            ("warning", theme.warning, TEXT),
            ("error", theme.error, TEXT),
            ("alarm", theme.alarm, TEXT),
            ("selected", theme.selected, TEXT),
            ("key", theme.key, TEXT),
            ("dim", theme.dim, quiet),
            ("work", theme.work, phase),
            ("prepare", theme.prepare, phase),
            ("rest", theme.rest, phase),
            ("switch", theme.switch, phase),
            ("bar", theme.bar, LARGE),
            ("border", theme.border, LARGE),
        ] {
            let seen = screen.seen(style, &theme);
            assert!(seen >= least, "{name:?} {screen:?} {role}: {seen:.2}");
        }
    }
}

#[test]
fn what_matters_more_is_seen_more() {
    for (name, screen, theme) in coloured() {
        let seen = |style| screen.seen(style, &theme);
        let (text, dim, border) = (seen(theme.text), seen(theme.dim), seen(theme.border));
        assert!(text > dim && dim >= border, "{name:?} {screen:?}");
        assert!(
            seen(theme.title) > dim || name == ThemeName::Light,
            "{name:?} {screen:?}"
        );
        assert!(seen(theme.alarm) >= text, "{name:?} {screen:?}");
    }
}

#[test]
fn what_must_be_told_apart_has_colours_of_its_own() {
    let coloured = coloured().map(|(name, screen, theme)| (name, screen.depth(), theme));
    let terminal = |depth| {
        let name = ThemeName::Terminal;
        (name, depth, Theme::resolve(name, &[], depth))
    };
    let depths = [Depth::True, Depth::Palette, Depth::Sixteen].into_iter();
    for (name, depth, theme) in coloured.chain(depths.map(terminal)) {
        let phases = [theme.work, theme.prepare, theme.rest, theme.switch];
        for (place, one) in phases.iter().enumerate() {
            for other in &phases[place + 1..] {
                assert_ne!(one.fg, other.fg, "{name:?} {depth:?}");
            }
        }
        let look = |style: Style| (style.fg, style.bg, style.add_modifier);
        for (one, other) in [
            (theme.text, theme.dim),
            (theme.text, theme.warning),
            (theme.text, theme.error),
            (theme.warning, theme.error),
            (theme.bar, theme.border),
        ] {
            assert_ne!(look(one), look(other), "{name:?} {depth:?}");
        }
    }
}

#[test]
fn the_selected_line_is_seen_at_every_depth() {
    for (name, screen, theme) in coloured() {
        let ground = theme.ground.bg.expect("a ground");
        let bar = screen.contrast(theme.selected.bg.expect("a bar"), ground);
        // At night a bar that glows; its words are brighter than any others.
        let least = if name == ThemeName::Night { 1.4 } else { LARGE };
        assert!(bar >= least, "{name:?} {screen:?}: {bar:.2}");
    }
    for depth in [Depth::None, Depth::Sixteen, Depth::Palette, Depth::True] {
        for name in [ThemeName::Terminal, ThemeName::Mono] {
            let selected = Theme::resolve(name, &[], depth).selected;
            let reversed = ratatui::style::Modifier::REVERSED;
            assert!(selected.add_modifier.contains(reversed), "{name:?}");
        }
    }
}

#[test]
fn on_an_unknown_ground_nothing_vanishes() {
    for depth in [Depth::True, Depth::Palette, Depth::Sixteen] {
        let theme = Theme::resolve(ThemeName::Terminal, &[], depth);
        // What must be read has the terminal's own words' colour.
        for style in [
            theme.text,
            theme.title,
            theme.warning,
            theme.error,
            theme.selected,
            theme.key,
        ] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        for style in [
            theme.accent,
            theme.prepare,
            theme.rest,
            theme.switch,
            theme.bar,
        ] {
            let colour = style.fg.expect("a colour");
            for screen in [Screen::Xterm, Screen::Console] {
                for ground in [Color::Black, Color::White] {
                    let seen = screen.contrast(colour, ground);
                    assert!(
                        seen >= LARGE,
                        "{colour:?} on {ground:?} {screen:?}: {seen:.2}"
                    );
                }
            }
        }
    }
}
