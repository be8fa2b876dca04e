//! The drawn body on a screen: which figure belongs to a step, where in its loop it is, and its cells in the theme's
//! colours.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use crate::content::figures::Written;
use crate::content::library::Library;
use crate::figure::body::shot::{PICTURES_A_SECOND, Shot};
use crate::figure::clip::Clip;
use crate::figure::draw::Look;
use crate::figure::draw::cells::{Cells, Tones};
use crate::figure::draw::fit::Size;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::read::base::Bases;
use crate::figure::scene::role::Role;
use crate::figure::words::side::Side;
use crate::plan::planned::Planned;
use crate::plan::segment::Kind;
use crate::plan::side::Side as Worked;
use crate::plan::timetable::Timetable;
use crate::player::view::{Phase, View};
use crate::tui::theme::Theme;

/// The cells that a figure has where there is room.
pub(crate) const USUAL: Size = Size {
    width: 32,
    height: 14,
};
/// A figure of fewer cells cannot be told from another.
pub(crate) const LEAST: Size = Size {
    width: 16,
    height: 8,
};
/// Pictures of so many cells in all are kept: those of a loop at the size of a usual screen.
const MOST_KEPT: usize = 48 * 1024;

/// How figures are drawn, by the settings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    /// With which characters; `None` draws none.
    pub(crate) glyphs: Option<Glyphs>,
    /// Whether keyframes stand side by side instead of moving.
    pub(crate) still: bool,
    /// What the figures of the library start from.
    pub(crate) bases: Arc<Bases>,
}

impl Drawing {
    /// Whether figures look the same with the other one.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        (self.glyphs, self.still) == (other.glyphs, other.still)
            && Arc::ptr_eq(&self.bases, &other.bases)
    }
}

/// Pictures of one loop that were drawn.
#[derive(Clone, Debug, Default)]
struct Drawn {
    /// Of which exercise, and how.
    of: Option<(String, Look)>,
    pictures: HashMap<Shot, Rc<Cells>>,
}

/// The figures of a routine. Each is read when it is first shown, and each of its pictures drawn once.
#[derive(Clone, Debug)]
pub(crate) struct Figures {
    drawing: Drawing,
    written: HashMap<String, Written>,
    clips: RefCell<HashMap<String, Option<Rc<Clip>>>>,
    /// A store of what was drawn: it changes nothing that is to be seen.
    drawn: RefCell<Drawn>,
}

impl Figures {
    /// The figures of all steps, and of what can be done instead.
    pub(crate) fn of(timetable: &Timetable, library: &Library, drawing: Drawing) -> Self {
        let planned = timetable.steps.iter().flat_map(|step| {
            let others = step.easier.iter().chain(&step.harder);
            std::iter::once(&step.planned).chain(others)
        });
        let written = planned.filter_map(|planned| {
            let id = planned.exercise.as_deref()?;
            let figure = library.exercise(id)?.figure.clone()?;
            Some((id.to_owned(), figure))
        });
        Self {
            written: if drawing.glyphs.is_some() {
                written.collect()
            } else {
                HashMap::new()
            },
            drawing,
            clips: RefCell::default(),
            drawn: RefCell::default(),
        }
    }

    /// The same for other steps.
    #[must_use]
    pub(crate) fn renewed(&self, timetable: &Timetable, library: &Library) -> Self {
        Self::of(timetable, library, self.drawing.clone())
    }

    /// The figure of an exercise; `None` where there is none, or one with a mistake in it.
    fn clip(&self, exercise: &str) -> Option<Rc<Clip>> {
        if let Some(known) = self.clips.borrow().get(exercise) {
            return known.clone();
        }
        let written = self.written.get(exercise);
        let clip = written.and_then(|written| Clip::of(written, &self.drawing.bases).ok());
        let clip = clip.map(Rc::new);
        let mut clips = self.clips.borrow_mut();
        clips.insert(exercise.to_owned(), clip.clone());
        clip
    }

    /// The figure of a step, as it begins.
    pub(crate) fn of_step(&self, planned: &Planned) -> Option<Picture<'_>> {
        let exercise = planned.exercise.as_deref()?;
        Some(Picture {
            clip: self.clip(exercise)?,
            exercise: exercise.to_owned(),
            figures: self,
            at: 0.0,
            side: Side::Right,
        })
    }

    /// The figure of what is done at a moment, on the side that is worked; while getting ready, of what comes.
    pub(crate) fn of_view(&self, view: &View<'_>) -> Option<Picture<'_>> {
        let picture = self.of_step(&view.step.planned)?;
        let at = self.time(&picture.clip, view, view.elapsed);
        Some(Picture {
            at,
            side: match view.side() {
                Some(Worked::Left) => Side::Left,
                Some(Worked::Right) | None => Side::Right,
            },
            ..picture
        })
    }

    /// Where in its loop a figure is after so much of the segment. Counted work goes with the count, a hold at its own
    /// pace; while getting ready the movement is shown once; else the figure stands still.
    fn time(&self, clip: &Clip, view: &View<'_>, elapsed: Duration) -> f64 {
        if self.drawing.still || clip.motion.is_still() {
            return 0.0;
        }
        let seconds = f64::from(pictures_in(elapsed)) / f64::from(PICTURES_A_SECOND);
        match (view.segment.kind, view.segment.reps, view.segment.length) {
            (Kind::Prepare, ..) if seconds < clip.motion.period() => seconds,
            (Kind::Work, Some(reps), Some(length)) if reps > 0 => {
                let turns = if clip.motion.is_alternating() {
                    2.0
                } else {
                    1.0
                };
                let loop_takes = length.as_secs_f64() / f64::from(reps) * turns;
                seconds / loop_takes.max(0.1) * clip.motion.period()
            }
            (Kind::Work, None, _) => seconds,
            _ => 0.0,
        }
    }

    /// How long until the figure looks different that stands in this area; `None` while it stands still, or where the
    /// area is too small for one.
    pub(crate) fn next_change(&self, view: &View<'_>, area: Rect) -> Option<Duration> {
        let is_seen = self.drawing.glyphs.is_some() && has_room(area);
        if view.phase != Phase::Running || self.drawing.still || !is_seen {
            return None;
        }
        let clip = self.clip(view.step.planned.exercise.as_deref()?)?;
        if clip.motion.is_still() {
            return None;
        }
        let shown = |elapsed| clip.motion.shot(self.time(&clip, view, elapsed));
        let now = shown(view.elapsed);
        let passed = pictures_in(view.elapsed);
        // Of a hold that is longer than a minute the end is looked for again a minute later.
        let most = pictures_in(view.left?.min(Duration::from_secs(60)));
        (1..=most.saturating_add(1))
            .map(|ahead| picture_at(passed.saturating_add(ahead)))
            .find(|&elapsed| shown(elapsed) != now)
            .map(|elapsed| elapsed.saturating_sub(view.elapsed))
    }
}

/// Whether a figure can be told from another here.
fn has_room(area: Rect) -> bool {
    area.width >= LEAST.width && area.height >= LEAST.height
}

/// How many pictures are over after a time.
fn pictures_in(time: Duration) -> u32 {
    let pictures = time.as_millis() * u128::from(PICTURES_A_SECOND) / 1000;
    u32::try_from(pictures).unwrap_or(u32::MAX)
}

/// When a picture is due, just late enough to count as it.
fn picture_at(number: u32) -> Duration {
    let rate = u64::from(PICTURES_A_SECOND);
    Duration::from_millis((u64::from(number) * 1000).div_ceil(rate))
}

/// A figure at a moment.
#[derive(Clone, Debug)]
pub(crate) struct Picture<'a> {
    figures: &'a Figures,
    clip: Rc<Clip>,
    exercise: String,
    at: f64,
    side: Side,
}

impl Picture<'_> {
    /// Draws it into an area, if that is large enough to see anything.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let Some(glyphs) = self.figures.drawing.glyphs else {
            return;
        };
        let beside = self.keyframes(area);
        let width = area.width / u16::try_from(beside.len()).unwrap_or(1).max(1);
        if !has_room(Rect { width, ..area }) {
            return;
        }
        for (place, shot) in (0..).zip(beside) {
            let part = Rect {
                x: area.x + place * width,
                width,
                ..area
            };
            let look = Look {
                side: self.side,
                tones: tones(theme),
                ..Look::new(size(part), glyphs)
            };
            let cells = self.cells(shot, look);
            put(&cells, frame, part, theme);
        }
    }

    /// The pictures that stand side by side: one, or without movement as many keyframes as there is room for.
    fn keyframes(&self, area: Rect) -> Vec<Shot> {
        if !self.figures.drawing.still || self.clip.motion.is_still() {
            return vec![self.clip.motion.shot(self.at)];
        }
        let room = usize::from(area.width / LEAST.width).max(1);
        (0..self.clip.motion.written().min(room))
            .map(Shot::Held)
            .collect()
    }

    fn cells(&self, shot: Shot, look: Look) -> Rc<Cells> {
        let mut drawn = self.figures.drawn.borrow_mut();
        let of = (self.exercise.clone(), look);
        if drawn.of.as_ref() != Some(&of) {
            *drawn = Drawn {
                of: Some(of),
                pictures: HashMap::new(),
            };
        }
        let pictures = &mut drawn.pictures;
        if let Some(known) = pictures.get(&shot) {
            return Rc::clone(known);
        }
        let each = usize::from(look.size.width) * usize::from(look.size.height);
        if (pictures.len() + 1).saturating_mul(each) > MOST_KEPT {
            pictures.clear();
        }
        let cells = Rc::new(self.clip.draw_shot(shot, look));
        pictures.insert(shot, Rc::clone(&cells));
        cells
    }
}

pub(crate) fn size(area: Rect) -> Size {
    Size {
        width: area.width,
        height: area.height,
    }
}

/// Puts a picture over an area.
pub(crate) fn put(cells: &Cells, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
    for (y, row) in (area.top()..area.bottom()).zip(cells.rows()) {
        for (x, cell) in (area.left()..area.right()).zip(row) {
            let (glyph, style) = match (cell.fg, cell.bg) {
                // To change a colour costs a terminal more than a dot: what is empty has that of most cells around it.
                (Role::None, Role::None) => (' ', style(Role::Near, theme)),
                (fg, Role::None) => (cell.glyph, style(fg, theme)),
                (fg, bg) => two_tones(cell.glyph, style(fg, theme), style(bg, theme)),
            };
            frame.buffer_mut()[(x, y)].set_char(glyph).set_style(style);
        }
    }
}

/// A cell that is full: some of its dots in front, the others behind. The colour that a terminal writes in cannot be
/// named as a ground: then the cell is reversed, or when both are that colour filled.
fn two_tones(glyph: char, front: Style, behind: Style) -> (char, Style) {
    let named = |style: Style| style.fg.filter(|&colour| colour != Color::Reset);
    match (named(front), named(behind)) {
        (_, Some(ground)) => (glyph, front.bg(ground)),
        (Some(colour), None) => {
            let reversed = Style::new().fg(Color::Reset).bg(colour);
            (glyph, reversed.add_modifier(Modifier::REVERSED))
        }
        (None, None) => ('█', front),
    }
}

/// Without a colour for each, what is near and what is far differ by their dots.
pub(crate) fn tones(theme: &Theme) -> Tones {
    if theme.text == theme.dim {
        Tones::Mono
    } else {
        Tones::Colours
    }
}

/// The theme's colour for a part of a picture.
fn style(role: Role, theme: &Theme) -> Style {
    let style = match role {
        Role::None => Style::new(),
        Role::Near => theme.text,
        Role::Far | Role::Prop | Role::Pillow => theme.dim,
        Role::Floor | Role::Wall | Role::Dim | Role::Mat => theme.border,
        // Where working has the colour of all words, what is worked would not be seen.
        Role::Highlight if theme.work.fg == theme.text.fg => theme.accent,
        Role::Highlight => theme.work,
        Role::Strap | Role::Arrow => theme.accent,
        Role::Water => theme.bar,
    };
    // Dots have no weight of letters, and need a colour over whatever stood there.
    Style {
        fg: style.fg.or(Some(Color::Reset)),
        add_modifier: style.add_modifier & Modifier::DIM,
        ..Style::new()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::content::embedded;
    use crate::content::library::Library;
    use crate::content::vocabulary::Word as _;
    use crate::tui::display::depth::Depth;
    use crate::tui::theme::name::ThemeName;

    fn theme(name: ThemeName) -> Theme {
        Theme::resolve(name, &[], Depth::True)
    }

    fn cells(exercise: &str, glyphs: Glyphs) -> Cells {
        let library = Library::of(vec![embedded::layer()]);
        let written = library
            .exercise(exercise)
            .and_then(|one| one.figure.as_ref());
        let bases = Bases::of(&library.shared().figures);
        let clip = written.map(|written| Clip::of(written, &bases));
        match clip {
            Some(Ok(clip)) => clip.draw_keyframe(0, Look::new(USUAL, glyphs)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_worked_stands_out_in_every_theme() {
        for &name in ThemeName::ALL
            .iter()
            .filter(|&&name| name != ThemeName::Mono)
        {
            for depth in [Depth::True, Depth::Palette, Depth::Sixteen] {
                let theme = Theme::resolve(name, &[], depth);
                let (near, worked) = (style(Role::Near, &theme), style(Role::Highlight, &theme));
                assert_ne!(near.fg, worked.fg, "{} {depth:?}", name.as_str());
            }
        }
    }

    #[test]
    fn a_cell_of_two_tones_has_no_holes() {
        let cells = cells("childs-pose", Glyphs::Octant);
        let theme = theme(ThemeName::Terminal);
        let area = Rect::new(0, 0, USUAL.width, USUAL.height);
        let mut terminal = match Terminal::new(TestBackend::new(USUAL.width, USUAL.height)) {
            Ok(terminal) => terminal,
            Err(why) => panic!("{why}"),
        };
        let drawn = terminal.draw(|frame| put(&cells, frame, area, &theme));
        assert!(drawn.is_ok());
        let mut full = 0;
        for (y, row) in (0..).zip(cells.rows()) {
            for (x, cell) in (0..).zip(row) {
                if cell.bg != Role::None {
                    full += 1;
                    let shown = &terminal.backend().buffer()[(x, y)];
                    let is_filled = shown.symbol() == "█" || shown.bg != Color::Reset;
                    assert!(is_filled, "{x}, {y}: {cell:?} is {shown:?}");
                }
            }
        }
        assert!(full > 10, "{full}");
    }
}
