//! When to stop and get help, as the rules have it. Every page that shows it takes its words from here.

use ratatui::text::Line;

use crate::content::safety::{RedFlagGroup, Safety};
use crate::tui::text::wrap;
use crate::tui::theme::Theme;

/// Lines of text are not longer than this, however wide the screen.
const TEXT_WIDTH: usize = 72;

/// A kind of sign, by what is to be done.
#[derive(Clone, Debug)]
struct Group {
    id: String,
    name: String,
    actions: Vec<String>,
    signs: Vec<String>,
}

/// The signs to stop and get help.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    groups: Vec<Group>,
}

impl Signs {
    /// All groups in their order of urgency, but those for somebody with these conditions first.
    pub fn of(safety: &Safety, conditions: &[String]) -> Self {
        let concerns = |group: &RedFlagGroup| {
            let mut named = group.conditions.iter();
            named.any(|known| conditions.contains(known.get_ref()))
        };
        let mut groups: Vec<&RedFlagGroup> = safety.red_flag_groups.iter().collect();
        groups.sort_by_key(|group| !concerns(group));
        let group = |group: &RedFlagGroup| Group {
            id: group.id.clone(),
            name: group.name.clone(),
            actions: group.actions.clone(),
            signs: safety
                .red_flags
                .iter()
                .filter(|flag| *flag.group.get_ref() == group.id)
                .map(|flag| flag.say.clone())
                .collect(),
        };
        Self {
            groups: groups.into_iter().map(group).collect(),
        }
    }

    /// The same with these groups first, in this order.
    #[must_use]
    pub fn led_by<'a>(mut self, groups: impl IntoIterator<Item = &'a str>) -> Self {
        let order: Vec<&str> = groups.into_iter().collect();
        let place = |group: &Group| order.iter().position(|id| *id == group.id);
        self.groups
            .sort_by_key(|group| place(group).unwrap_or(order.len()));
        self
    }

    /// What is to be done about the signs of a group; nothing when there is no such group.
    pub fn actions(&self, group: &str) -> &[String] {
        let found = self.groups.iter().find(|known| known.id == group);
        found.map_or(&[], |group| &group.actions)
    }

    /// As lines of a page.
    pub fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let width = width.min(TEXT_WIDTH);
        let mut lines = Vec::new();
        for group in &self.groups {
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let name = wrap(&group.name, width).into_iter();
            lines.extend(name.map(|line| Line::styled(line, theme.title)));
            let actions = group.actions.iter().flat_map(|action| wrap(action, width));
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
    pub fn words(&self) -> Vec<String> {
        let group = |group: &Group| {
            let heading = format!("{}. {}", group.name, group.actions.join(" "));
            let signs = group.signs.iter().map(|sign| format!("- {sign}"));
            std::iter::once(heading).chain(signs).collect::<Vec<_>>()
        };
        self.groups.iter().flat_map(group).collect()
    }
}
