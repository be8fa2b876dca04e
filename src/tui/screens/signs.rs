//! When to stop and get help, as the rules have it. Every page that shows it takes its words from here.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::content::safety::red_flag::RedFlagGroup;
use crate::content::safety::rulebook::Safety;
use crate::plan::catalog::Catalog;
use crate::tui::theme::Theme;
use crate::tui::widgets::large::large;
use crate::tui::widgets::text::wrap;
use crate::words::en::blocked::sign_group;
use crate::words::en::emergency::{Emergency, in_capitals};

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: usize = 72;

/// A call for help is written large in this part of the screen: the signs that ask for it must stay in sight.
const LARGE_PART: u16 = 5;

/// Signs that ask for the same action.
#[derive(Clone, Debug)]
struct SignGroup {
    id: String,
    name: String,
    actions: Vec<String>,
    signs: Vec<String>,
    /// Its actions are the advice whenever something hurts.
    is_advice: bool,
    /// The call in large letters, if the first action is to call the emergency number.
    call: Option<String>,
    /// The call as a sentence.
    call_sentence: String,
    /// The call says all that the first action would.
    is_known: bool,
}

/// The signs to stop and get help.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    groups: Vec<SignGroup>,
}

impl Signs {
    /// All groups in their order of urgency, but those for somebody with these conditions first; with the emergency
    /// number where it is known.
    pub fn of(safety: &Safety, conditions: &[String], emergency: &Emergency) -> Self {
        let concerns = |group: &RedFlagGroup| {
            let mut named = group.conditions.iter();
            named.any(|known| conditions.contains(known.get_ref()))
        };
        let mut groups: Vec<&RedFlagGroup> = safety.red_flag_groups.iter().collect();
        groups.sort_by_key(|group| !concerns(group));
        let advice = safety.advice_group().map(|group| &group.id);
        let group = |group: &RedFlagGroup| SignGroup {
            is_advice: Some(&group.id) == advice,
            id: group.id.clone(),
            name: group.name.clone(),
            actions: group
                .actions
                .iter()
                // The large letters say it with the number.
                .filter(|action| {
                    !(group.emergency && emergency.is_known() && Emergency::is_call(action))
                })
                .map(|action| emergency.in_text(action))
                .collect(),
            call: group.emergency.then(|| emergency.call()),
            call_sentence: emergency.call_sentence(),
            is_known: emergency.is_known(),
            signs: safety
                .red_flags
                .iter()
                .filter(|flag| *flag.group.get_ref() == group.id)
                .map(|flag| emergency.in_text(&flag.say))
                .collect(),
        };
        Self {
            groups: groups.into_iter().map(group).collect(),
        }
    }

    /// All groups, for whom this catalog is.
    pub fn for_whom(catalog: &Catalog) -> Self {
        let (safety, whom) = (&catalog.library().shared().safety, catalog.whom());
        let emergency = Emergency::of(&whom.profile);
        Self::of(safety, whom.person().conditions(), &emergency)
    }

    /// Returns the signs with these groups first, in this order.
    #[must_use]
    pub(crate) fn led_by<'a>(mut self, groups: impl IntoIterator<Item = &'a str>) -> Self {
        let order: Vec<&str> = groups.into_iter().collect();
        let place = |group: &SignGroup| order.iter().position(|id| *id == group.id);
        self.groups
            .sort_by_key(|group| place(group).unwrap_or(order.len()));
        self
    }

    /// The advice whenever something hurts, one step after the other.
    pub(crate) fn advice(&self) -> &[String] {
        let found = self.groups.iter().find(|group| group.is_advice);
        found.map_or(&[], |group| &group.actions)
    }

    /// As a page of its own.
    pub(crate) fn page(&self, area: Rect, theme: &Theme) -> Vec<Line<'static>> {
        self.lines(usize::from(area.width), area.height, theme)
    }

    /// As lines of a page on a screen of this height; without height nothing is written large.
    pub(crate) fn lines(&self, width: usize, height: u16, theme: &Theme) -> Vec<Line<'static>> {
        let (whole, rows) = (width, usize::from(height / LARGE_PART));
        let width = width.min(TEXT_WIDTH);
        let mut lines = Vec::new();
        for group in &self.groups {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let name = wrap(&group.name, width).into_iter();
            lines.extend(name.map(|line| Line::styled(line, theme.title)));
            let mut actions = group.actions.iter().peekable();
            if let Some(call) = &group.call {
                let first = || match actions.next_if(|_| !group.is_known) {
                    Some(first) => wrap(first, width),
                    None => wrap(&in_capitals(call), width),
                };
                let call = large(call, whole, rows, theme.charset)
                    .unwrap_or_else(first)
                    .into_iter();
                lines.extend(call.map(|line| Line::styled(line, theme.alarm)));
            }
            let actions = actions.flat_map(|action| wrap(action, width));
            lines.extend(actions.map(|line| Line::styled(line, theme.warning)));
            for sign in &group.signs {
                let wrapped = wrap(sign, width.saturating_sub(2)).into_iter();
                lines.extend(wrapped.enumerate().map(|(index, line)| {
                    let mark = if index == 0 { "- " } else { "  " };
                    Line::styled(format!("{mark}{line}"), theme.text)
                }));
            }
        }
        lines
    }

    /// As plain text, a line for each thing to say.
    pub(crate) fn words(&self) -> Vec<String> {
        let group = |group: &SignGroup| {
            let says_number = group.call.is_some() && group.is_known;
            let call = says_number.then_some(&group.call_sentence);
            let actions: Vec<&str> = call
                .into_iter()
                .chain(&group.actions)
                .map(String::as_str)
                .collect();
            let heading = sign_group(&group.name, &actions);
            let signs = group.signs.iter().map(|sign| format!("- {sign}"));
            std::iter::once(heading).chain(signs).collect::<Vec<_>>()
        };
        self.groups.iter().flat_map(group).collect()
    }
}

/// A call in large letters where there is room for them, else in capitals.
pub(crate) fn alarm(words: &str, width: usize, rows: usize, theme: &Theme) -> Vec<Line<'static>> {
    let capitals = || wrap(&in_capitals(words), width);
    let lines = large(words, width, rows, theme.charset).unwrap_or_else(capitals);
    lines
        .into_iter()
        .map(|line| Line::styled(line, theme.alarm))
        .collect()
}
