//! The setup: one body in every kind of characters, to choose from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use crate::content::exercise::Exercise;
use crate::content::library::Library;
use crate::content::vocabulary::Word as _;
use crate::figure::clip::Clip;
use crate::figure::draw::Look;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::read::base::Bases;
use crate::tui::display::Display;
use crate::tui::display::charset::Charset;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap::key_of;
use crate::tui::message::Now;
use crate::tui::screen::{Next, Screen};
use crate::tui::settings::Setting;
use crate::tui::settings::Settings;
use crate::tui::settings::glyphs::FigureGlyphs;
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::cells::{put, size, tones};
use crate::tui::widgets::footer::footer;
use crate::tui::widgets::text::{cut, wrap};
use crate::tui::world::World;
use crate::words::en::setup as words;

/// Pictures in a row, where all stand side by side.
const COLUMNS: u16 = 3;
/// Between two columns.
const GAP: u16 = 2;
/// Smaller screens show the chosen picture alone, beside the list.
const ALL_FROM: (u16, u16) = (64, 18);
/// Higher screens say more and leave more room.
const AIRY_FROM: u16 = 30;
/// Smaller screens have the numbers on one line.
const LIST_FROM: (u16, u16) = (36, 12);
/// The width of the list.
const LIST: u16 = 17;
/// Lower screens have no footer below the numbers.
const FOOTER_FROM: u16 = 8;

/// The screen.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// The figure; `None` where no exercise has one.
    clip: Option<Clip>,
}

impl Setup {
    /// The screen, with a body out of the library.
    pub(crate) fn new(library: &Library, bases: &Bases) -> Self {
        let clip = |exercise: &Exercise| Clip::of(exercise.figure.as_ref()?, bases).ok();
        let exercises = || library.exercises().map(|entry| &entry.value);
        let sample = exercises()
            .filter(|exercise| exercise.sample)
            .find_map(clip);
        Self {
            clip: sample.or_else(|| exercises().find_map(clip)),
        }
    }
}

impl Screen for Setup {
    fn context(&self) -> Context {
        Context::Setup
    }

    fn act(&mut self, action: Action, world: &mut World, _now: Now) -> Next {
        let settings = &world.settings;
        Next::Choose(match action {
            Action::Close => return Next::Close,
            Action::Glyphs(glyphs) => Setting::Glyphs(glyphs),
            Action::Forward => Setting::Glyphs(settings.glyphs.neighbour(true)),
            Action::Backward => Setting::Glyphs(settings.glyphs.neighbour(false)),
            Action::Still => Setting::ReducedMotion(!settings.reduced_motion),
            _ => return Next::Stay,
        })
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, world: &World, _now: Now) {
        let view = SetupView {
            clip: self.clip.as_ref(),
            settings: &world.settings,
            display: world.display,
            theme: &world.theme,
        };
        let is_from = |(width, height)| area.width >= width && area.height >= height;
        if is_from(ALL_FROM) && world.theme.charset == Charset::Unicode {
            view.draw_all(frame, area);
        } else if is_from(LIST_FROM) {
            view.draw_beside(frame, area);
        } else {
            view.draw_alone(frame, area);
        }
    }
}

/// The data to draw from.
#[derive(Clone, Copy)]
struct SetupView<'a> {
    clip: Option<&'a Clip>,
    settings: &'a Settings,
    display: Display,
    theme: &'a Theme,
}

impl SetupView<'_> {
    /// Every picture, with the choices below.
    fn draw_all(self, frame: &mut Frame<'_>, area: Rect) {
        let is_airy = area.height >= AIRY_FROM;
        let mut rest = area;
        let head = Line::from(vec![
            Span::styled(words::WHICH, self.theme.title),
            Span::raw(" "),
            Span::styled(words::PRESS, self.theme.dim),
        ]);
        frame.render_widget(head, take(&mut rest, 1));
        if is_airy {
            frame.render_widget(self.dim(words::NEW_GLYPHS, area), take(&mut rest, 1));
        }
        take(&mut rest, 1);
        let below = self.below();
        let rows = u16::try_from(below.len()).unwrap_or(1).div_ceil(COLUMNS);
        let spare = u16::from(is_airy);
        let foot = rows + 1 + spare;
        let height = rest.height.saturating_sub(foot + 1 + 2 + spare) / 2;
        let kinds = FigureGlyphs::ALL.iter().filter_map(|&kind| match kind {
            FigureGlyphs::Of(glyphs) => Some((kind, glyphs)),
            FigureGlyphs::Auto | FigureGlyphs::Off => None,
        });
        for (place, (kind, glyphs)) in (0..).zip(kinds) {
            let at = cell(rest, place, height + 1 + spare);
            let mut part = at;
            frame.render_widget(self.choice(kind), take(&mut part, 1));
            self.picture(frame, take(&mut part, height), glyphs);
        }
        take(&mut rest, 2 * (height + 1 + spare) + 1 - spare);
        for (place, line) in (0..).zip(below) {
            frame.render_widget(line, cell(rest, place, 1));
        }
        self.foot(frame, area);
    }

    /// The list of choices with the chosen picture beside it.
    fn draw_beside(self, frame: &mut Frame<'_>, area: Rect) {
        let mut rest = area;
        frame.render_widget(
            Line::styled(self.question(area.width), self.theme.title),
            take(&mut rest, 1),
        );
        let others = self.others();
        let height = u16::try_from(others.len()).unwrap_or(u16::MAX);
        // What is left over goes between the parts, from the settings up.
        let list = u16::try_from(FigureGlyphs::ALL.len()).unwrap_or(u16::MAX);
        let spare = rest.height.saturating_sub(list + height + 1);
        take(&mut rest, u16::from(spare >= 3));
        let foot = height + 1 + spare.min(2);
        let rows = rest.height.saturating_sub(foot);
        let mut body = take(&mut rest, rows);
        let beside = Rect {
            x: area.x + LIST + GAP,
            width: area.width - LIST - GAP,
            ..body
        };
        for &kind in FigureGlyphs::ALL {
            frame.render_widget(self.choice(kind), take(&mut body, 1));
        }
        self.chosen(frame, beside);
        take(&mut rest, u16::from(spare >= 1));
        for line in others {
            frame.render_widget(line, take(&mut rest, 1));
        }
        self.foot(frame, area);
    }

    /// The chosen picture above the numbers.
    fn draw_alone(self, frame: &mut Frame<'_>, area: Rect) {
        let has_foot = area.height >= FOOTER_FROM;
        let mut rest = area;
        if has_foot {
            let head = wrap(self.question(area.width), usize::from(area.width)).into_iter();
            for line in head.take(2) {
                let line = Line::styled(line, self.theme.title);
                frame.render_widget(line, take(&mut rest, 1));
            }
            self.foot(frame, area);
        }
        let words = 2 + 2 * u16::from(has_foot);
        let rows = rest.height.saturating_sub(words);
        let picture = take(&mut rest, rows);
        self.chosen(frame, picture);
        let name = self.name(self.settings.glyphs);
        let theme = self.settings.theme.as_str();
        let words = words::chosen(&name, theme, self.settings.reduced_motion);
        let words = cut(&words, usize::from(area.width));
        frame.render_widget(Line::styled(words, self.theme.text), take(&mut rest, 1));
        frame.render_widget(self.numbers(), take(&mut rest, 1));
    }

    /// Returns the choices beneath the pictures. What comes to it takes the next cell.
    fn below(self) -> Vec<Line<'static>> {
        let others = [FigureGlyphs::Auto, FigureGlyphs::Off];
        let others = others.into_iter().map(|kind| self.choice(kind));
        others.chain(self.others()).collect()
    }

    /// The settings besides the characters: key, name, what is chosen.
    fn others(self) -> Vec<Line<'static>> {
        let still = words::yes_or_no(self.settings.reduced_motion);
        let theme = self.settings.theme.as_str();
        [
            (Context::Everywhere, Action::Theme, words::THEME, theme),
            (Context::Setup, Action::Still, words::STILL_FIGURES, still),
        ]
        .map(|(context, action, name, chosen)| {
            Line::from(vec![
                Span::raw("  "),
                Span::styled(key_of(context, action), self.theme.key),
                Span::styled(format!(" {name}: {chosen}"), self.theme.text),
            ])
        })
        .into()
    }

    /// A kind of characters with its number.
    fn choice(self, kind: FigureGlyphs) -> Line<'static> {
        let number = number(kind);
        let name = self.name(kind);
        if kind == self.settings.glyphs {
            let style = self.theme.accent.add_modifier(Modifier::BOLD);
            return Line::styled(format!("› {number} {name}"), style);
        }
        Line::from(vec![
            Span::raw("  "),
            Span::styled(number, self.theme.key),
            Span::raw(" "),
            Span::styled(name, self.theme.text),
        ])
    }

    /// Returns the name, with the meaning of `auto` here.
    fn name(self, kind: FigureGlyphs) -> String {
        match kind {
            FigureGlyphs::Auto => {
                let meant = FigureGlyphs::Of(self.display.charset.glyphs());
                words::meant(kind.name(), meant.name())
            }
            FigureGlyphs::Off | FigureGlyphs::Of(_) => kind.name().to_owned(),
        }
    }

    /// The numbers alone, and the other keys.
    fn numbers(self) -> Line<'static> {
        let style = self.theme.accent.add_modifier(Modifier::BOLD);
        let kinds = FigureGlyphs::ALL.iter().map(|&kind| {
            if kind == self.settings.glyphs {
                Span::styled(format!("›{}", number(kind)), style)
            } else {
                Span::styled(format!(" {}", number(kind)), self.theme.key)
            }
        });
        let others = [
            key_of(Context::Everywhere, Action::Theme),
            key_of(Context::Setup, Action::Still),
        ];
        let others = others.map(|key| Span::styled(format!(" {key}"), self.theme.key));
        kinds.chain(others).collect()
    }

    /// Returns the question where one picture is shown.
    fn question(self, width: u16) -> &'static str {
        match (self.settings.glyphs, self.theme.charset) {
            _ if usize::from(width) >= words::ASCII_ONLY_BECAUSE.len()
                && self.display.charset == Charset::Ascii =>
            {
                words::ASCII_ONLY_BECAUSE
            }
            _ if self.display.charset == Charset::Ascii => words::ASCII_ONLY,
            (_, Charset::Ascii) => words::PLAIN_ASCII,
            (FigureGlyphs::Off, _) => words::A_NUMBER_DRAWS,
            (FigureGlyphs::Auto | FigureGlyphs::Of(_), _) => words::IS_IT_WHOLE,
        }
    }

    fn chosen(self, frame: &mut Frame<'_>, area: Rect) {
        if let Some(glyphs) = self.settings.glyphs.shown(self.theme.charset) {
            self.picture(frame, area, glyphs);
        }
    }

    fn picture(self, frame: &mut Frame<'_>, area: Rect, glyphs: Glyphs) {
        if let Some(clip) = self.clip.filter(|_| !area.is_empty()) {
            let look = Look {
                tones: tones(self.theme),
                ..Look::new(size(area), glyphs)
            };
            put(&clip.draw_keyframe(0, look), frame, area, self.theme);
        }
    }

    fn dim(self, words: &str, area: Rect) -> Line<'static> {
        Line::styled(cut(words, usize::from(area.width)), self.theme.dim)
    }

    fn foot(self, frame: &mut Frame<'_>, area: Rect) {
        let line = Rect {
            y: area.bottom().saturating_sub(1),
            height: 1,
            ..area
        };
        let keys = footer(Context::Setup, usize::from(area.width), self.theme);
        frame.render_widget(keys, line);
    }
}

/// The number that chooses a kind.
fn number(kind: FigureGlyphs) -> String {
    key_of(Context::Setup, Action::Glyphs(kind))
}

/// The upper rows of what is left, as many as there are.
fn take(rest: &mut Rect, rows: u16) -> Rect {
    let height = rows.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}

/// A cell of a table over an area.
fn cell(area: Rect, place: u16, height: u16) -> Rect {
    let width = (area.width - (COLUMNS - 1) * GAP) / COLUMNS;
    Rect {
        x: area.x + place % COLUMNS * (width + GAP),
        y: area.y + place / COLUMNS * height,
        width,
        height,
    }
    .intersection(area)
}
