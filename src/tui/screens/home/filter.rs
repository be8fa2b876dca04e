//! The filter of the list: by place, kind, length, audience and things at hand.

use std::time::Duration;

use ratatui::text::{Line, Span};

use crate::content::vocabulary::{Audience, Discipline, PROPS, Word as _};
use crate::plan::catalog::row::Row;
use crate::plan::place::Place;
use crate::plan::profile::model::Profile;
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::theme::Theme;
use crate::words::en::home as words;
use crate::words::en::places;

/// The lengths that are offered, in minutes.
const MINUTES: &[u32] = &[3, 5, 8, 10, 15, 20, 30];

/// A field of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FilterField {
    /// The place.
    Place,
    /// The kind of movement.
    Kind,
    /// The greatest length.
    Length,
    /// The audience.
    Audience,
    /// The things needed.
    Things,
}

impl FilterField {
    /// All, in the order shown.
    pub(crate) const ALL: &[Self] = &[
        Self::Place,
        Self::Kind,
        Self::Length,
        Self::Audience,
        Self::Things,
    ];

    /// A label for people.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Place => words::WHERE,
            Self::Kind => words::KIND,
            Self::Length => words::AT_MOST,
            Self::Audience => words::MADE_FOR,
            Self::Things => words::NEEDS,
        }
    }
}

/// The things that may be needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ThingsAtHand {
    /// The things that the profile names.
    AtHand(Vec<String>),
    /// None at all.
    Nothing,
    /// This one only.
    Only(&'static str),
}

impl ThingsAtHand {
    fn admits(&self, props: &[String]) -> bool {
        match self {
            Self::AtHand(have) => props.iter().all(|prop| have.contains(prop)),
            Self::Nothing => props.is_empty(),
            Self::Only(thing) => props.iter().all(|prop| prop == thing),
        }
    }
}

/// The choices; without any, everything is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    place: Option<Place>,
    kind: Option<Discipline>,
    minutes: Option<u32>,
    audience: Option<Audience>,
    things: Option<ThingsAtHand>,
    /// The things at hand by the profile, for choosing them again.
    at_hand: Option<Vec<String>>,
}

impl Filter {
    /// The choices of the profile: no floor for somebody who cannot get down there, and the things at hand.
    pub(crate) fn of_profile(profile: &Profile) -> Self {
        Self {
            place: (profile.floor == Some(false)).then_some(Place::NoFloor),
            things: profile.equipment.clone().map(ThingsAtHand::AtHand),
            at_hand: profile.equipment.clone(),
            ..Self::default()
        }
    }

    /// Returns whether a routine is shown.
    pub(crate) fn admits(&self, row: &Row) -> bool {
        FilterField::ALL.iter().all(|&field| self.holds(field, row))
    }

    /// Returns whether a routine would be shown without this choice.
    pub(crate) fn admits_without(&self, field: FilterField, row: &Row) -> bool {
        let others = FilterField::ALL.iter().filter(|&&other| other != field);
        others.copied().all(|other| self.holds(other, row))
    }

    fn holds(&self, field: FilterField, row: &Row) -> bool {
        match field {
            FilterField::Place => self.place.is_none_or(|place| row.places.contains(&place)),
            FilterField::Kind => self.kind.is_none_or(|kind| row.discipline == Some(kind)),
            // What a title calls ten minutes may take a little longer.
            FilterField::Length => self.minutes.is_none_or(|minutes| {
                row.total
                    .is_some_and(|total| total <= Duration::from_secs(66) * minutes)
            }),
            FilterField::Audience => self
                .audience
                .is_none_or(|audience| row.audience.is_empty() || row.audience.contains(&audience)),
            FilterField::Things => self
                .things
                .as_ref()
                .is_none_or(|things| things.admits(&row.props)),
        }
    }

    /// The choice in words; `None` where anything goes.
    pub(crate) fn words(&self, field: FilterField) -> Option<String> {
        match field {
            FilterField::Place => self.place.map(|place| places::place(place).to_owned()),
            FilterField::Kind => self.kind.map(|kind| kind.as_str().to_owned()),
            FilterField::Length => self.minutes.map(words::minutes),
            FilterField::Audience => self.audience.map(|audience| audience.in_words().to_owned()),
            FilterField::Things => self.things.as_ref().map(|things| match things {
                ThingsAtHand::AtHand(_) => words::WHAT_YOU_HAVE.to_owned(),
                ThingsAtHand::Nothing => words::NOTHING.to_owned(),
                ThingsAtHand::Only(thing) => words::only(thing),
            }),
        }
    }

    /// The choices that are made, in words: `no floor`, `needs only chair`.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = (FilterField, String)> {
        FilterField::ALL.iter().filter_map(|&field| {
            let words = self.words(field)?;
            Some(match field {
                FilterField::Place | FilterField::Kind => (field, words),
                FilterField::Length => (field, words::at_most(&words)),
                FilterField::Audience => (field, words::made_for(&words)),
                FilterField::Things => (field, words::needs(&words)),
            })
        })
    }

    /// Returns the reason why no routine is shown: the one choice to remove, or that it takes more than one.
    pub(crate) fn why_empty(&self, rows: &[Row], found: &[usize]) -> String {
        if rows.is_empty() {
            return words::NO_ROUTINES.to_owned();
        }
        if found.is_empty() {
            return words::NO_MATCH.to_owned();
        }
        let key = keymap::key_of(Context::Home, Action::Filter);
        let without = self.chosen().map(|(field, words)| {
            let left = found
                .iter()
                .filter(|&&index| self.admits_without(field, &rows[index]))
                .count();
            (left, words)
        });
        match without.max_by_key(|(left, _)| *left) {
            Some((left, choice)) if left > 0 => words::without_choice(&choice, left, &key),
            _ => words::without_choices(&key),
        }
    }

    /// The choices to be made, with how many routines are left.
    pub(crate) fn lines<'a>(&self, selected: usize, left: usize, theme: &Theme) -> Vec<Line<'a>> {
        let mut lines = vec![
            Line::styled(words::routines(left), theme.title),
            Line::default(),
        ];
        lines.extend(FilterField::ALL.iter().enumerate().map(|(index, &field)| {
            let words = self.words(field);
            let words = words.as_deref().unwrap_or(words::ANY);
            if index == selected {
                let line = format!("› {:<10}‹ {words} ›", field.label());
                Line::styled(line, theme.selected)
            } else {
                Line::from(vec![
                    Span::styled(format!("  {:<12}", field.label()), theme.dim),
                    Span::styled(words.to_owned(), theme.text),
                ])
            }
        }));
        lines
    }

    /// The next choice of a field, or the one before; after the last comes "any".
    pub(crate) fn turn(&mut self, field: FilterField, forward: bool) {
        match field {
            FilterField::Place => turn(&mut self.place, Place::ALL, forward),
            FilterField::Kind => turn(&mut self.kind, Discipline::ALL, forward),
            FilterField::Length => turn(&mut self.minutes, MINUTES, forward),
            FilterField::Audience => turn(&mut self.audience, Audience::ALL, forward),
            FilterField::Things => {
                let at_hand = self.at_hand.clone().map(ThingsAtHand::AtHand);
                let single = PROPS.iter().map(|prop| ThingsAtHand::Only(prop));
                let all: Vec<ThingsAtHand> = at_hand
                    .into_iter()
                    .chain([ThingsAtHand::Nothing])
                    .chain(single)
                    .collect();
                turn(&mut self.things, &all, forward);
            }
        }
    }

    /// Lets anything go in a field.
    pub(crate) fn clear(&mut self, field: FilterField) {
        match field {
            FilterField::Place => self.place = None,
            FilterField::Kind => self.kind = None,
            FilterField::Length => self.minutes = None,
            FilterField::Audience => self.audience = None,
            FilterField::Things => self.things = None,
        }
    }
}

fn turn<T: Clone + PartialEq>(choice: &mut Option<T>, all: &[T], forward: bool) {
    let at = choice
        .as_ref()
        .and_then(|chosen| all.iter().position(|one| one == chosen));
    *choice = match (at, forward) {
        (None, true) => all.first().cloned(),
        (None, false) => all.last().cloned(),
        (Some(at), true) => all.get(at + 1).cloned(),
        (Some(at), false) => at.checked_sub(1).map(|at| all[at].clone()),
    };
}
