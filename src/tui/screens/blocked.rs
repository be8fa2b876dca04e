//! A routine that the rules block: the reason, and an alternative. During a full stop, nothing plays.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::content::safety::full_stop::FullStop;
use crate::plan::catalog::Catalog;
use crate::plan::catalog::row::Row;
use crate::plan::screening::decision::{Decision, Ruling as Decided};
use crate::plan::tailor::Tailored;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screen::Next;
use crate::tui::screens::signs::Signs;
use crate::tui::screens::stop::Stop;
use crate::tui::text_screen::ScreenText;
use crate::tui::theme::Theme;
use crate::tui::widgets::page;
use crate::tui::widgets::text::{cut, wrap};
use crate::words::en::emergency::Emergency;
use crate::words::en::sentence::sentence;
use crate::words::en::{blocked as words, reasons};

/// A full stop that holds.
#[derive(Clone, Debug)]
struct Holding {
    /// From what.
    because: String,
    /// The full stop.
    stop: Stop,
}

/// The page of a blocked routine.
#[derive(Clone, Debug)]
pub(crate) struct Blocked {
    /// The id of the routine; `None` where nothing plays, whichever is opened.
    id: Option<String>,
    title: String,
    /// Full stops that hold.
    stops: Vec<Holding>,
    /// When to get help, what belongs to them first.
    signs: Signs,
    /// The reason for the block, without a full stop.
    because: String,
    /// The decisions of the rules about its steps.
    steps: Vec<String>,
    /// Id and title of what plays instead.
    instead: Option<(String, String)>,
}

impl Blocked {
    /// The page of a routine that does not play.
    pub(crate) fn new(id: &str, tailored: &Tailored, catalog: &Catalog) -> Self {
        let entry = catalog.library().routine(id);
        let refusal = tailored.refusal();
        let steps = tailored
            .decisions
            .iter()
            .filter(|decision| decision.action == Decided::Drop)
            .map(reasons::because);
        Self {
            id: Some(id.to_owned()),
            title: entry.map_or_else(String::new, |entry| entry.value.title.clone()),
            because: refusal
                .map_or_else(String::new, |refusal| sentence(&reasons::because(refusal))),
            steps: steps.collect(),
            instead: refusal
                .and_then(|refusal| refusal.with.clone().zip(refusal.with_name.clone())),
            ..Self::stopped(&tailored.decisions, catalog)
        }
    }

    /// Returns the page that says that nothing plays today; `None` where no full stop holds.
    pub(crate) fn nothing_plays(catalog: &Catalog) -> Option<Self> {
        if catalog.whom().person().full_stops().is_empty() {
            return None;
        }
        // What a full stop follows from is the same for every routine.
        let any = |row: &Row| catalog.tailored(&row.id)?.ok();
        let any = catalog.rows().iter().find_map(any);
        let decisions = any.map_or_else(Vec::new, |tailored| tailored.decisions);
        Some(Self::stopped(&decisions, catalog))
    }

    /// The full stops that hold, and when to get help.
    fn stopped(decisions: &[Decision], catalog: &Catalog) -> Self {
        let safety = &catalog.library().shared().safety;
        let holding: Vec<&FullStop> = safety
            .full_stops
            .iter()
            .filter(|stop| catalog.whom().person().full_stops().contains(&stop.id))
            .collect();
        let emergency = Emergency::of(&catalog.whom().profile);
        let see = holding.iter().flat_map(|stop| &stop.see);
        let see = see.map(|group| group.get_ref().as_str());
        Self {
            id: None,
            title: String::new(),
            stops: holding
                .iter()
                .map(|stop| said(stop, decisions, &emergency))
                .collect(),
            signs: Signs::of(safety, catalog.whom().person().conditions(), &emergency).led_by(see),
            because: String::new(),
            steps: Vec::new(),
            instead: None,
        }
    }

    fn not_this_one(&self, width: usize, airy: bool, theme: &Theme) -> Vec<Line<'static>> {
        let mut lines = vec![Line::styled(cut(&self.title, width), theme.title)];
        let gap = |lines: &mut Vec<Line<'static>>| {
            if airy {
                lines.push(Line::default());
            }
        };
        gap(&mut lines);
        push(
            &mut lines,
            &words::not_now(&self.because),
            width,
            theme.warning,
        );
        match &self.instead {
            Some((_, title)) => {
                gap(&mut lines);
                let key = keymap::key_of(Context::Blocked, Action::Instead);
                let room = width.saturating_sub(key.len());
                lines.push(Line::from(vec![
                    Span::styled(key, theme.key),
                    Span::styled(cut(&words::opens_instead(title), room), theme.accent),
                ]));
            }
            None => push(&mut lines, words::NOTHING_INSTEAD, width, theme.text),
        }
        if !self.steps.is_empty() {
            gap(&mut lines);
            for step in &self.steps {
                push(&mut lines, step, width, theme.dim);
            }
        }
        lines
    }

    fn nothing(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        let (whole, airy) = (usize::from(area.width), page::is_airy(area));
        let (width, rows) = (whole.min(76), usize::from(area.height));
        let heading = if width < 24 {
            words::NOTHING_PLAYS_BRIEF
        } else {
            words::NOTHING_PLAYS
        };
        let mut lines = vec![Line::styled(cut(heading, width), theme.title)];
        for holding in &self.stops {
            let to_do = holding.stop.lines(width, whole, rows / 2, theme);
            let because = wrap(&holding.because, width).into_iter();
            let because = because.map(|line| Line::styled(line, theme.text));
            if airy {
                lines.push(Line::default());
                lines.extend(because);
                lines.extend(to_do);
            } else {
                // What to do must be seen without scrolling.
                lines.extend(to_do);
                lines.extend(because);
            }
        }
        lines.push(Line::default());
        // It stands large above already, or other things matter more.
        lines.extend(self.signs.lines(width, 0, theme));
        lines
    }
}

impl ScreenText for Blocked {
    fn context(&self) -> Context {
        if self.stops.is_empty() {
            Context::Blocked
        } else {
            Context::FullStop
        }
    }

    fn lines(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        if self.stops.is_empty() {
            let width = usize::from(area.width).min(76);
            self.not_this_one(width, page::is_airy(area), theme)
        } else {
            self.nothing(area, theme)
        }
    }

    fn act(&self, action: Action) -> Option<Next> {
        match action {
            Action::Instead => Some(match &self.instead {
                Some((id, _)) => Next::Open(id.clone()),
                None => Next::Close,
            }),
            Action::Today => Some(Next::Today {
                back: self.id.clone(),
                select: None,
            }),
            Action::Close => Some(Next::Close),
            _ => None,
        }
    }

    fn reloaded(&self) -> Next {
        Next::Return(self.id.clone())
    }
}

/// The text of a full stop.
fn said(stop: &FullStop, decisions: &[Decision], emergency: &Emergency) -> Holding {
    let mut decided = decisions
        .iter()
        .filter(|decision| decision.condition.as_ref() == Some(&stop.id));
    let facts = decided.find_map(reasons::facts);
    Holding {
        because: match facts {
            Some(facts) => words::about_you(&facts),
            None => words::you_said(&stop.name),
        },
        stop: Stop::of(stop, emergency),
    }
}

fn push(lines: &mut Vec<Line<'_>>, text: &str, width: usize, style: ratatui::style::Style) {
    if text.is_empty() {
        return;
    }
    let text = wrap(text, width).into_iter();
    lines.extend(text.map(|line| Line::styled(line, style)));
}
