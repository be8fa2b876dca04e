//! The contents of the page before the start.

use ratatui::text::{Line, Span};

use crate::content::vocabulary::RangeEnd;
use crate::plan::catalog::Catalog;
use crate::plan::ends::EndsBy;
use crate::plan::notes::{Noted, notes};
use crate::plan::tailor::Tailored;
use crate::plan::timetable::Timetable;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::message::Now;
use crate::tui::screens::before::minutes::Minutes;
use crate::tui::screens::before::offer::Offer;
use crate::tui::screens::before::step_list::step_list;
use crate::tui::screens::home::detail::{adapted, summary};
use crate::tui::theme::Theme;
use crate::tui::widgets::text::time_of_day;
use crate::tui::widgets::text::{cut, wrap};
use crate::words::en::before::Label;
use crate::words::en::grammar::list;
use crate::words::en::sentence::capital;
use crate::words::en::{before, fitting, worries};

/// Names and doses do not stand further apart than this.
const STEPS_WIDTH: usize = 60;

/// The page, worked out.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    tailored: Tailored,
    timetable: Timetable,
    about: Option<String>,
    often: Option<String>,
    cautions: Vec<String>,
    /// Checks that do not hold. They come first.
    worries: Vec<String>,
    /// The person knows the routine.
    known: bool,
    /// The end of ranges that plays, where there is one, and who asks for it.
    ends: Option<(RangeEnd, EndsBy)>,
    /// Further notes.
    notes: Vec<Noted>,
    /// The advice for the warning signs that concern this person.
    signs: Option<String>,
    /// The names of what is new today.
    today: Vec<String>,
    offer: Option<String>,
}

impl Page {
    /// The page of a routine that plays.
    pub(crate) fn new(
        id: &str,
        tailored: Tailored,
        offer: Option<&Offer>,
        catalog: &Catalog,
    ) -> Option<Self> {
        let entry = catalog.library().routine(id)?;
        let (whom, safety) = (catalog.whom(), &catalog.library().shared().safety);
        let concerned = |condition: &crate::content::safety::places::Reference| {
            whom.person().conditions().contains(condition.get_ref())
        };
        let groups = safety.red_flag_groups.iter();
        let signs = groups
            .filter(|group| group.conditions.iter().any(concerned))
            .find_map(|group| group.actions.first());
        let flags = safety.session_flags.iter();
        let today = flags.filter(|flag| whom.today().contains(&flag.id));
        let key = keymap::key_of(Context::Before, Action::Instead);
        let timetable = tailored.timetable.clone()?;
        let mut worries = worries::all(&catalog.worries().clone().with(&tailored));
        worries.extend(whom.unmet(&timetable).iter().map(worries::unmet));
        let steps = timetable.steps.iter().map(|step| &*step.planned);
        let decided = |end| (end, EndsBy::of(end, whom, id, &entry.value));
        Some(Self {
            notes: notes(safety, whom.person(), steps),
            about: entry.value.about.clone(),
            often: entry
                .value
                .often
                .as_ref()
                .map(|often| often.written.clone()),
            cautions: [&entry.value.cautions[..], timetable.way_back.as_slice()].concat(),
            worries,
            known: whom.knows(id),
            ends: timetable.ranges().map(decided),
            timetable,
            signs: signs.cloned(),
            today: today.map(|flag| flag.name.clone()).collect(),
            offer: offer.map(|offer| before::offer(&offer.why, &offer.title, &key)),
            tailored,
        })
    }

    pub(crate) fn timetable(&self) -> &Timetable {
        &self.timetable
    }

    pub(crate) fn tailored(&self) -> &Tailored {
        &self.tailored
    }

    /// Returns whether the person may choose the ends of ranges here.
    pub(crate) fn offers_ends(&self) -> bool {
        matches!(self.ends, Some((_, EndsBy::Choice)))
    }

    /// Returns whether anything was changed, for this person or to fit the time.
    pub(crate) fn is_changed(&self) -> bool {
        !(self.tailored.decisions.is_empty() && self.tailored.changes.is_empty())
    }

    pub(crate) fn lines(
        &self,
        width: usize,
        now: Now,
        theme: &Theme,
        airy: bool,
        minutes: Option<&Minutes>,
    ) -> Vec<Line<'static>> {
        let mut page = Column {
            width,
            theme,
            airy,
            lines: vec![Line::styled(cut(&self.timetable.title, width), theme.title)],
        };
        page.gap();
        let mut facts = summary(&self.timetable);
        if !self.timetable.is_checklist() {
            let ends = now.wall_after(self.timetable.total());
            facts = before::facts(&facts, &time_of_day(ends));
        }
        page.lines
            .push(Line::styled(cut(&facts, width), theme.accent));
        match minutes {
            Some(minutes) => page.lines.extend(minutes.lines(width, theme)),
            None => page.start(self.timetable.waits()),
        }
        self.person(&mut page);
        self.fetch(&mut page);
        page.gap();
        let steps = width.min(STEPS_WIDTH);
        page.lines.extend(step_list(
            &self.timetable,
            &self.tailored.decisions,
            steps,
            theme,
        ));
        for note in &self.notes {
            page.gap();
            page.dim(&before::note(&capital(&note.name), note));
        }
        if let Some(about) = &self.about {
            page.gap();
            page.dim(about);
        }
        page.lines
    }

    /// The facts about this person, today.
    fn person(&self, page: &mut Column<'_, '_>) {
        let mut lines: Vec<(Label, String)> = Vec::new();
        lines.extend(
            self.worries
                .iter()
                .map(|worry| (Label::Note, worry.clone())),
        );
        if let Some(words) = adapted(&self.tailored) {
            let key = keymap::key_of(Context::Before, Action::Changes);
            lines.push((Label::ForYou, before::adapted(&words, &key)));
        }
        let changes = self.tailored.changes.iter().map(fitting::change);
        let mut changes: Vec<String> = changes.collect();
        if changes.len() > 2 {
            let key = keymap::key_of(Context::Before, Action::Changes);
            changes = vec![before::fitted(changes.len(), &key)];
        }
        lines.extend(changes.into_iter().map(|change| (Label::Fitted, change)));
        if let Some(offer) = &self.offer {
            lines.push((Label::Instead, offer.clone()));
        }
        if self.known {
            let key = keymap::key_of(Context::Before, Action::Brief);
            lines.push((Label::Brief, before::brief(&key)));
        }
        if let Some((end, by)) = self.ends {
            let key = keymap::key_of(Context::Before, Action::Gentle);
            lines.push((Label::Ranges, before::ends(end, by, &key)));
        }
        if let Some(signs) = &self.signs {
            let key = keymap::key_of(Context::Before, Action::Signs);
            lines.push((Label::Signs, before::signs(signs, &key)));
        }
        let key = keymap::key_of(Context::Before, Action::Today);
        lines.push((Label::Today, before::today(&self.today, &key)));
        page.gap();
        page.labelled_lines(&lines);
    }

    /// How often it is done, props, the first step, and cautions.
    fn fetch(&self, page: &mut Column<'_, '_>) {
        let mut lines: Vec<(Label, String)> = Vec::new();
        lines.extend(self.often.clone().map(|often| (Label::Often, often)));
        if !self.timetable.props().is_empty() {
            lines.push((Label::Ready, list(&self.timetable.props())));
        }
        if let Some(step) = self.timetable.steps.first() {
            lines.push((Label::First, step.planned.name.clone()));
        }
        page.gap();
        page.labelled_lines(&lines);
        if !self.cautions.is_empty() {
            page.gap();
            let cautions = self.cautions.iter().cloned();
            let cautions: Vec<(Label, String)> = cautions.map(|line| (Label::Care, line)).collect();
            page.labelled_lines(&cautions);
        }
    }
}

/// Lines of a page, one under the other.
struct Column<'a, 'b> {
    width: usize,
    theme: &'b Theme,
    airy: bool,
    lines: Vec<Line<'a>>,
}

impl Column<'_, '_> {
    fn gap(&mut self) {
        if self.airy {
            self.lines.push(Line::default());
        }
    }

    fn start(&mut self, waits: bool) {
        let start = keymap::key_of(Context::Before, Action::Start);
        let (key, text) = (self.theme.key, self.theme.text);
        let words = format!("{start}{}", before::starts(waits));
        let lines = wrap(&words, self.width).into_iter();
        self.lines
            .extend(lines.map(|line| match line.strip_prefix(&*start) {
                Some(rest) => Line::from(vec![
                    Span::styled(start.clone(), key),
                    Span::styled(rest.to_owned(), text),
                ]),
                None => Line::styled(line, text),
            }));
    }

    fn dim(&mut self, text: &str) {
        let lines = wrap(text, self.width.min(STEPS_WIDTH + 12));
        let style = self.theme.dim;
        self.lines
            .extend(lines.into_iter().map(|line| Line::styled(line, style)));
    }

    /// Texts with their labels at the left; a label stands once.
    fn labelled_lines(&mut self, lines: &[(Label, String)]) {
        let mut last = None;
        for (label, text) in lines {
            self.labelled(Some(*label).filter(|_| last != Some(label)), text);
            last = Some(label);
        }
    }

    fn labelled(&mut self, label: Option<Label>, text: &str) {
        const LABEL: usize = 15;
        let (width, theme) = (self.width, self.theme);
        if width < LABEL * 3 {
            let above = label.map(|label| Line::styled(label.above(), theme.dim));
            self.lines.extend(above);
            self.lines.extend(
                wrap(text, width)
                    .into_iter()
                    .map(|line| Line::styled(line, theme.text)),
            );
            return;
        }
        for (index, line) in wrap(text, (width - LABEL).min(64)).into_iter().enumerate() {
            let label = label.filter(|_| index == 0).map_or("", Label::as_str);
            self.lines.push(Line::from(vec![
                Span::styled(format!("{label:<LABEL$}"), theme.dim),
                Span::styled(line, theme.text),
            ]));
        }
    }
}
