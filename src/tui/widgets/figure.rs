//! The drawn body on a screen: which figure belongs to a step, where in its loop it is, and its cells in the theme's
//! colours.

pub(crate) mod cells;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::content::dose::tempo::RepPhase;
use crate::content::figures::Written;
use crate::content::library::Library;
use crate::content::vocabulary::Side as Worked;
use crate::figure::body::motion::Motion;
use crate::figure::body::shot::{PICTURES_A_SECOND, Shot};
use crate::figure::clip::Clip;
use crate::figure::draw::Look;
use crate::figure::draw::cells::Cells;
use crate::figure::draw::fit::CellSize;
use crate::figure::draw::glyphs::Glyphs;
use crate::figure::read::base::Bases;
use crate::figure::words::side::Side;
use crate::plan::planned::Planned;
use crate::plan::segment::SegmentKind;
use crate::plan::timetable::Timetable;
use crate::player::view::{Phase, RepMoment, View};
use crate::tui::theme::Theme;
use crate::tui::widgets::figure::cells::{put, size, tones};

/// The cells that a figure has where there is room.
pub(crate) const USUAL: CellSize = CellSize {
    width: 32,
    height: 14,
};
/// A figure of fewer cells cannot be told from another.
pub(crate) const LEAST: CellSize = CellSize {
    width: 16,
    height: 8,
};
/// The most cells of all kept pictures: enough for a loop at a usual screen size.
const MOST_KEPT: usize = 48 * 1024;

/// The drawing options of figures, by the settings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    /// With which characters; `None` draws none.
    pub(crate) glyphs: Option<Glyphs>,
    /// True if keyframes stand side by side instead of moving.
    pub(crate) still: bool,
    /// The bases of the library's figures.
    pub(crate) bases: Arc<Bases>,
}

impl Drawing {
    /// Returns whether figures look the same with the other one.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        (self.glyphs, self.still) == (other.glyphs, other.still)
            && Arc::ptr_eq(&self.bases, &other.bases)
    }
}

/// Pictures of one loop that were drawn.
#[derive(Clone, Debug, Default)]
struct Drawn {
    /// The exercise, and its look.
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

    /// Returns the figures of other steps.
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

    /// Returns the time in a figure's loop after this much of the segment. Counted work goes with the count and the
    /// phases of its repetitions, a hold at its own pace; while getting ready the movement is shown once; else the
    /// figure stands still.
    fn time(&self, clip: &Clip, view: &View<'_>, elapsed: Duration) -> f64 {
        if self.drawing.still || clip.motion.is_still() {
            return 0.0;
        }
        if let Some(moment) = view.rep_moment(picture_at(pictures_in(elapsed))) {
            return time_of(&clip.motion, moment);
        }
        let seconds = f64::from(pictures_in(elapsed)) / f64::from(PICTURES_A_SECOND);
        match (view.segment.kind, view.segment.reps, view.segment.length) {
            (SegmentKind::Prepare, ..) if seconds < clip.motion.period() => seconds,
            (SegmentKind::Work, Some(reps), Some(length)) if reps > 0 => {
                let turns = if clip.motion.is_alternating() {
                    2.0
                } else {
                    1.0
                };
                let loop_takes = length.as_secs_f64() / f64::from(reps) * turns;
                seconds / loop_takes.max(0.1) * clip.motion.period()
            }
            (SegmentKind::Work, None, _) => seconds,
            _ => 0.0,
        }
    }

    /// Returns the time until the figure in this area changes; `None` while it stands still, or where the area is too
    /// small for one.
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

/// Returns the time in a loop at a moment of a repetition: out from the first to the last keyframe, still in the hold,
/// back in the phase back, and at the first keyframe in the rest.
fn time_of(motion: &Motion, moment: RepMoment) -> f64 {
    let turns = motion.turns(moment.rep % 2 == 1);
    let part = moment.passed.as_secs_f64() / moment.takes.as_secs_f64().max(0.001);
    let between = |from: f64, to: f64| from + (to - from) * part;
    match moment.phase {
        RepPhase::Out => between(turns.leaves, turns.arrives),
        RepPhase::Hold => f64::midpoint(turns.arrives, turns.returns),
        RepPhase::Back => between(turns.returns, turns.ends),
        RepPhase::Rest => f64::midpoint(turns.begins, turns.leaves),
    }
}

/// Returns whether a figure can be told from another here.
fn has_room(area: Rect) -> bool {
    area.width >= LEAST.width && area.height >= LEAST.height
}

/// Returns the number of complete pictures after a time.
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
