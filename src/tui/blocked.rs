//! A routine that the rules let not play: why, and what to do instead. With a full stop nothing plays at all.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::content::safety::FullStop;
use crate::plan::decision::Action as Decided;
use crate::plan::tailor::Tailored;
use crate::tui::detail::sentence;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::page::{self, Scroll};
use crate::tui::shelf::Shelf;
use crate::tui::signs::Signs;
use crate::tui::text::{cut, wrap};
use crate::tui::theme::Theme;

/// More lines than there are, for scrolling.
const LINES: usize = 300;

/// What is to be said.
#[derive(Clone, Debug)]
pub struct Blocked {
    /// Which routine.
    pub id: String,
    title: String,
    /// Full stops that hold: what was said, and what to do.
    stops: Vec<(String, String)>,
    /// When to get help, what belongs to them first.
    signs: Signs,
    /// Why not, without a full stop.
    because: String,
    /// Of the steps, what the rules say.
    steps: Vec<String>,
    /// Id and title of what plays instead.
    instead: Option<(String, String)>,
    scroll: Scroll,
}

impl Blocked {
    /// The page of a routine that does not play.
    pub fn new(id: &str, tailored: &Tailored, shelf: &Shelf) -> Self {
        let safety = &shelf.library().shared().safety;
        let entry = shelf.library().routine(id);
        let refusal = tailored.refusal();
        let holding: Vec<&FullStop> = safety
            .full_stops
            .iter()
            .filter(|stop| shelf.whom().person().full_stops().contains(&stop.id))
            .collect();
        let see = holding.iter().flat_map(|stop| &stop.see);
        let see = see.map(|group| group.get_ref().as_str());
        let steps = tailored
            .decisions
            .iter()
            .filter(|decision| decision.action == Decided::Drop)
            .map(|decision| decision.because.clone());
        Self {
            id: id.to_owned(),
            title: entry.map_or_else(String::new, |entry| entry.value.title.clone()),
            stops: holding
                .iter()
                .map(|stop| (stop.name.clone(), stop.message.clone()))
                .collect(),
            signs: Signs::of(safety, shelf.whom().person().conditions()).led_by(see),
            because: refusal.map_or_else(String::new, |refusal| sentence(&refusal.because)),
            steps: steps.collect(),
            instead: refusal
                .and_then(|refusal| refusal.with.clone().zip(refusal.with_name.clone())),
            scroll: Scroll::default(),
        }
    }

    /// The routine that plays instead.
    pub fn instead(&self) -> Option<&str> {
        self.instead.as_ref().map(|(id, _)| id.as_str())
    }

    /// Where keys go.
    pub fn context(&self) -> Context {
        if self.stops.is_empty() {
            Context::Blocked
        } else {
            Context::FullStop
        }
    }

    /// Scrolls.
    pub fn act(&mut self, action: Action) {
        self.scroll.act(action, LINES);
    }

    /// Draws the page.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let width = usize::from(area.width).min(76);
        let lines = if self.stops.is_empty() {
            self.not_this_one(width, page::is_airy(area), theme)
        } else {
            self.nothing(width, page::is_airy(area), theme)
        };
        page::draw(frame, area, lines, self.scroll, self.context(), theme);
    }

    fn not_this_one<'a>(&self, width: usize, airy: bool, theme: &Theme) -> Vec<Line<'a>> {
        let mut lines = vec![Line::styled(cut(&self.title, width), theme.title)];
        let gap = |lines: &mut Vec<Line<'a>>| {
            if airy {
                lines.push(Line::default());
            }
        };
        gap(&mut lines);
        push(
            &mut lines,
            &format!("Not for you now. {}", self.because),
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
                    Span::styled(
                        cut(&format!(" opens this instead: {title}"), room),
                        theme.accent,
                    ),
                ]));
            }
            None => push(
                &mut lines,
                "There is nothing like it that plays for you.",
                width,
                theme.text,
            ),
        }
        if !self.steps.is_empty() {
            gap(&mut lines);
            for step in &self.steps {
                push(&mut lines, step, width, theme.dim);
            }
        }
        lines
    }

    fn nothing<'a>(&self, width: usize, airy: bool, theme: &Theme) -> Vec<Line<'a>> {
        let mut lines = vec![Line::styled(
            cut("Nothing is played today.", width),
            theme.title,
        )];
        for (name, message) in &self.stops {
            if airy {
                lines.push(Line::default());
            }
            push(&mut lines, &format!("You said: {name}."), width, theme.text);
            push(&mut lines, message, width, theme.warning);
        }
        lines.push(Line::default());
        lines.extend(self.signs.lines(width, theme));
        lines
    }
}

fn push(lines: &mut Vec<Line<'_>>, text: &str, width: usize, style: ratatui::style::Style) {
    let text = wrap(text, width).into_iter();
    lines.extend(text.map(|line| Line::styled(line, style)));
}
