//! Draws what stands over the player when it hurts.

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::keymap;
use crate::tui::screens::player::hurt::{
    Hurt, HurtContext, MARK, NARROW, below_stop, large_stop, offers, signs_lines,
};
use crate::tui::widgets::digits::{self, DigitSize};
use crate::tui::widgets::page::{self};
use crate::tui::widgets::text::{cut, ends, wrap};
use crate::words::en::hurt as words;
use crate::words::en::player::place;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use unicode_width::UnicodeWidthStr as _;

impl Hurt {
    /// Draws it.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect, around: &HurtContext<'_>) {
        if area.is_empty() {
            return;
        }
        match self {
            Self::Offers { again, chosen } => draw_offers(*again, *chosen, frame, area, around),
            Self::Signs {
                why,
                scroll,
                choices,
            } => {
                let lines = signs_lines(*why, area, around);
                let below = below_stop(area, *scroll, around.theme);
                if let Some(size) = large_stop(area, *scroll, around.theme) {
                    digits::draw(
                        words::STOP,
                        size,
                        area,
                        around.theme.accent,
                        frame.buffer_mut(),
                    );
                }
                page::draw_asking(frame, below, lines, *scroll, choices, around.theme);
            }
        }
    }
}

fn draw_offers(
    again: bool,
    chosen: Action,
    frame: &mut Frame<'_>,
    area: Rect,
    around: &HurtContext<'_>,
) {
    let (theme, width) = (around.theme, usize::from(area.width));
    let list = offers_list(chosen, around, width);
    let said = |words: &str, style| -> Vec<Line<'static>> {
        let lines = wrap(words, width.min(72)).into_iter();
        lines.map(|line| Line::styled(line, style)).collect()
    };
    let advice = around.signs.advice().first();
    // From the top, each with its rank: the lowest goes first where there is no room.
    let mut parts: Vec<(u8, Vec<Line<'_>>)> = vec![
        (1, vec![head(around, width)]),
        (
            5,
            vec![Line::styled(
                cut(&around.view.step.planned.name, width),
                theme.title,
            )],
        ),
        (6, said(words::NOTED, theme.accent)),
        (
            2,
            advice.map_or_else(Vec::new, |line| said(line, theme.text)),
        ),
        (
            4,
            if again {
                said(words::LEAVE_IT_OUT, theme.warning)
            } else {
                Vec::new()
            },
        ),
        (9, list),
    ];
    parts.retain(|(_, lines)| !lines.is_empty());
    let height = |parts: &[(u8, Vec<Line<'_>>)]| -> usize {
        parts.iter().map(|(_, lines)| lines.len()).sum()
    };
    let room = usize::from(area.height);
    while height(&parts) > room && parts.len() > 1 {
        let lowest = (0..parts.len()).min_by_key(|&index| parts[index].0);
        parts.remove(lowest.unwrap_or(0));
    }
    if height(&parts) > room || (room > 1 && parts.len() == 1) {
        let noted = if width < words::NOTED.len() {
            words::NOTED_BRIEF
        } else {
            words::NOTED
        };
        let (flow, at) = offers_flow(chosen, around, width);
        parts = vec![
            (1, vec![Line::styled(cut(noted, width), theme.accent)]),
            (1, flow.clone()),
        ];
        if height(&parts) > room && chosen != Action::GoOn {
            // What Enter takes is to be seen.
            parts = vec![(1, flow.into_iter().skip(at).collect())];
        } else if height(&parts) < room {
            let name = cut(&around.view.step.planned.name, width);
            parts.insert(0, (1, vec![Line::styled(name, theme.title)]));
        }
    }
    let mut spare = room.saturating_sub(height(&parts));
    let mut y = area.y;
    for (index, (rank, lines)) in parts.into_iter().enumerate() {
        // Air above the name and above the list; letters above the name where there is room for them.
        if index > 0 && matches!(rank, 5 | 9) && spare > 0 {
            (y, spare) = (y + 1, spare - 1);
        }
        if rank == 5 {
            let rows = u16::try_from(spare.saturating_sub(2))
                .unwrap_or(0)
                .min(area.height / 3);
            if let Some(size) = DigitSize::fitting(words::PAUSE, area.width, rows, theme.charset) {
                let place = Rect { y, ..area };
                digits::draw(words::PAUSE, size, place, theme.accent, frame.buffer_mut());
                y += size.rows() + 1;
                spare -= usize::from(size.rows()) + 1;
            }
        }
        let (text, bottom) = (Text::from(lines), area.bottom());
        let rows = u16::try_from(text.height()).unwrap_or(u16::MAX);
        let height = rows.min(bottom.saturating_sub(y));
        frame.render_widget(text, Rect { y, height, ..area });
        y += height;
    }
}

fn head(around: &HurtContext<'_>, width: usize) -> Line<'static> {
    let view = &around.view;
    let place = place(view);
    let dim = around.theme.dim;
    ends(&view.timetable.title, dim, &place, dim, width)
}

/// An offer a line.
fn offers_list(chosen: Action, around: &HurtContext<'_>, width: usize) -> Vec<Line<'static>> {
    let theme = around.theme;
    let offers = offers(around.easier, false)
        .into_iter()
        .map(|(action, words)| (action, theme.charset.key(&key(action, chosen)), words));
    let offers: Vec<(Action, String, String)> = offers.collect();
    let keys = offers.iter().map(|(_, key, _)| key.width()).max();
    let column = if width < NARROW {
        0
    } else {
        keys.unwrap_or(0) + 2
    };
    let line = |(action, key, words): (Action, String, String)| {
        let pad = " ".repeat(column.saturating_sub(key.width()).max(1));
        let room = width.saturating_sub(MARK.width() + key.width() + pad.len());
        let words = cut(&words, room);
        if action == chosen {
            return Line::styled(format!("{MARK}{key}{pad}{words}"), theme.selected);
        }
        Line::from(vec![
            Span::raw(" ".repeat(MARK.width())),
            Span::styled(key, theme.key),
            Span::raw(pad),
            Span::styled(words, theme.text),
        ])
    };
    offers.into_iter().map(line).collect()
}

/// The key of an offer: of the chosen one, Enter.
fn key(action: Action, chosen: Action) -> String {
    let action = if action == chosen {
        Action::Take
    } else {
        action
    };
    keymap::key_of(Context::Hurt, action)
}

/// The offers one after the other, on as few lines as they need, and in which line the chosen one stands.
fn offers_flow(
    chosen: Action,
    around: &HurtContext<'_>,
    width: usize,
) -> (Vec<Line<'static>>, usize) {
    let theme = around.theme;
    let mut at = 0;
    let mut lines: Vec<Line<'static>> = vec![Line::default()];
    for (action, words) in offers(around.easier, true) {
        let is_chosen = action == chosen;
        let mark = if is_chosen { MARK.trim_end() } else { "" };
        let key = mark.to_owned() + &theme.charset.key(&key(action, chosen));
        let needs = key.width() + 1 + words.width();
        let used = lines.last().map_or(0, Line::width);
        if used > 0 && used + 2 + needs > width {
            lines.push(Line::default());
        }
        if is_chosen {
            at = lines.len() - 1;
        }
        let of = |style| if is_chosen { theme.selected } else { style };
        if let Some(line) = lines.last_mut() {
            if line.width() > 0 {
                line.push_span(Span::raw("  "));
            }
            line.push_span(Span::styled(key, of(theme.key)));
            line.push_span(Span::styled(format!(" {words}"), of(theme.text)));
        }
    }
    (lines, at)
}
