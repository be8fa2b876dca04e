//! One table of keys: it dispatches, and the footers, the help and the README are made from it.

use crate::figure::draw::glyphs::Glyphs;
use crate::tui::input::key::Key;
use crate::tui::settings::glyphs::FigureGlyphs;

use crate::tui::input::action::Action;
use crate::tui::input::context::Context;

/// Keys that do one thing somewhere. The first key is the one that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The context.
    pub context: Context,
    /// The keys, as [`Key::parse`] reads them.
    pub keys: &'static [&'static str],
    /// The action.
    pub action: Action,
    /// The place in the screen's footer, from 1; 0 is only in the help.
    pub(crate) place: u8,
}

const fn bind(
    context: Context,
    keys: &'static [&'static str],
    action: Action,
    place: u8,
) -> Binding {
    Binding {
        context,
        keys,
        action,
        place,
    }
}

const fn glyphs(key: &'static [&'static str; 1], glyphs: FigureGlyphs) -> Binding {
    bind(Context::Setup, key, Action::Glyphs(glyphs), 0)
}

/// The table. Never bind `[`, `O`, `A` to `D`: they arrive alone when an escape sequence is split.
pub const BINDINGS: &[Binding] = &[
    bind(Context::Home, &["enter"], Action::Open, 1),
    bind(Context::Home, &["n"], Action::Night, 4),
    bind(Context::Home, &["/"], Action::Search, 2),
    bind(Context::Home, &["up", "k"], Action::Up, 0),
    bind(Context::Home, &["down", "j"], Action::Down, 0),
    bind(Context::Home, &["pageup"], Action::PageUp, 0),
    bind(Context::Home, &["pagedown"], Action::PageDown, 0),
    bind(Context::Home, &["home", "g"], Action::First, 0),
    bind(Context::Home, &["end", "G"], Action::Last, 0),
    bind(Context::Home, &["f"], Action::Filter, 10),
    bind(Context::Home, &["x"], Action::Today, 3),
    bind(Context::Home, &["p"], Action::Profile, 5),
    bind(Context::Home, &["S"], Action::Setup, 0),
    bind(Context::Home, &["r"], Action::Reload, 0),
    bind(Context::Home, &["esc"], Action::Close, 0),
    bind(Context::Home, &["q"], Action::Quit, 6),
    bind(Context::Search, &["enter"], Action::Open, 1),
    bind(Context::Search, &["up"], Action::Up, 0),
    bind(Context::Search, &["down"], Action::Down, 0),
    bind(Context::Search, &["esc"], Action::Close, 2),
    bind(Context::Search, &["backspace"], Action::Erase, 0),
    bind(Context::Search, &["ctrl+u"], Action::Empty, 0),
    bind(Context::Search, &["delete"], Action::Delete, 0),
    bind(Context::Search, &["left"], Action::CursorLeft, 0),
    bind(Context::Search, &["right"], Action::CursorRight, 0),
    bind(Context::Search, &["home"], Action::CursorStart, 0),
    bind(Context::Search, &["end"], Action::CursorEnd, 0),
    bind(Context::Filter, &["right", "space"], Action::Forward, 1),
    bind(Context::Filter, &["left"], Action::Backward, 0),
    bind(Context::Filter, &["up", "k"], Action::Up, 0),
    bind(Context::Filter, &["down", "j"], Action::Down, 0),
    bind(Context::Filter, &["backspace"], Action::Clear, 2),
    bind(Context::Filter, &["enter", "esc", "f"], Action::Close, 3),
    bind(Context::Before, &["enter"], Action::Start, 1),
    bind(Context::Before, &["t"], Action::Minutes, 4),
    bind(Context::Before, &["c"], Action::Changes, 5),
    bind(Context::Before, &["x"], Action::Today, 3),
    bind(Context::Before, &["i"], Action::Instead, 0),
    bind(Context::Before, &["b"], Action::Brief, 0),
    bind(Context::Before, &["l"], Action::Gentle, 0),
    bind(Context::Before, &["w"], Action::Signs, 0),
    bind(Context::Before, &["esc", "left", "q"], Action::Close, 2),
    bind(Context::Before, &["up", "k"], Action::Up, 0),
    bind(Context::Before, &["down", "j"], Action::Down, 0),
    bind(Context::Before, &["pageup"], Action::PageUp, 0),
    bind(Context::Before, &["pagedown", "space"], Action::PageDown, 0),
    bind(Context::Minutes, &["enter"], Action::Close, 1),
    bind(Context::Minutes, &["up", "right"], Action::More, 2),
    bind(Context::Minutes, &["down", "left"], Action::Less, 3),
    bind(Context::Minutes, &["esc"], Action::AsWritten, 4),
    bind(
        Context::Changes,
        &["esc", "enter", "left", "c"],
        Action::Close,
        1,
    ),
    bind(Context::Changes, &["up", "k"], Action::Up, 0),
    bind(Context::Changes, &["down", "j"], Action::Down, 0),
    bind(Context::Changes, &["pageup"], Action::PageUp, 0),
    bind(
        Context::Changes,
        &["pagedown", "space"],
        Action::PageDown,
        0,
    ),
    bind(Context::Changes, &["o"], Action::Overrule, 2),
    bind(Context::Overrule, &["y"], Action::Yes, 1),
    bind(Context::Overrule, &["n", "esc"], Action::No, 2),
    bind(Context::Overrule, &["enter"], Action::Take, 3),
    bind(Context::Overrule, &["right", "down"], Action::Forward, 4),
    bind(Context::Overrule, &["left", "up"], Action::Backward, 0),
    bind(
        Context::Warning,
        &["esc", "enter", "left", "w", "q"],
        Action::Close,
        1,
    ),
    bind(Context::Warning, &["down", "j"], Action::Down, 2),
    bind(Context::Warning, &["up", "k"], Action::Up, 3),
    bind(Context::Warning, &["pageup"], Action::PageUp, 0),
    bind(
        Context::Warning,
        &["pagedown", "space"],
        Action::PageDown,
        0,
    ),
    bind(Context::Today, &["space", "right"], Action::Toggle, 1),
    bind(Context::Today, &["enter"], Action::Yes, 3),
    bind(Context::Today, &["esc", "left", "x"], Action::Close, 2),
    bind(Context::Today, &["up", "k"], Action::Up, 0),
    bind(Context::Today, &["down", "j"], Action::Down, 0),
    bind(Context::Blocked, &["enter", "i"], Action::Instead, 1),
    bind(Context::Blocked, &["esc", "left", "q"], Action::Close, 2),
    bind(Context::Blocked, &["x"], Action::Today, 3),
    bind(Context::Blocked, &["up", "k"], Action::Up, 0),
    bind(Context::Blocked, &["down", "j"], Action::Down, 0),
    bind(Context::Blocked, &["pageup"], Action::PageUp, 0),
    bind(
        Context::Blocked,
        &["pagedown", "space"],
        Action::PageDown,
        0,
    ),
    bind(
        Context::FullStop,
        &["enter", "esc", "left", "q"],
        Action::Close,
        1,
    ),
    bind(Context::FullStop, &["x"], Action::Today, 2),
    bind(Context::FullStop, &["up", "k"], Action::Up, 0),
    bind(Context::FullStop, &["down", "j"], Action::Down, 0),
    bind(Context::FullStop, &["pageup"], Action::PageUp, 0),
    bind(
        Context::FullStop,
        &["pagedown", "space"],
        Action::PageDown,
        0,
    ),
    bind(Context::Player, &["space"], Action::Pause, 1),
    bind(Context::Player, &["right"], Action::Next, 2),
    bind(Context::Player, &["N", "pagedown"], Action::NextStep, 0),
    bind(Context::Player, &["left"], Action::Back, 3),
    bind(Context::Player, &["+", "="], Action::Longer, 4),
    bind(Context::Player, &["e"], Action::Easier, 5),
    bind(Context::Player, &["E"], Action::Harder, 0),
    bind(Context::Player, &["h"], Action::Hurts, 6),
    bind(Context::Player, &["enter"], Action::GoOn, 0),
    bind(Context::Player, &["up", "k"], Action::Up, 0),
    bind(Context::Player, &["down", "j"], Action::Down, 0),
    bind(Context::Player, &["z"], Action::Zoom, 8),
    bind(Context::Player, &["r"], Action::Restart, 0),
    bind(Context::Player, &["q", "esc"], Action::Stop, 7),
    bind(Context::Ask, &["y"], Action::Yes, 1),
    // A key that bounces, or is pressed twice, must not end the session: until another answer is chosen, Enter is no.
    bind(Context::Ask, &["n", "esc", "space", "q"], Action::No, 2),
    bind(Context::Ask, &["enter"], Action::Take, 3),
    bind(Context::Ask, &["right", "down"], Action::Forward, 4),
    bind(Context::Ask, &["left", "up"], Action::Backward, 0),
    bind(Context::Hurt, &["e"], Action::Easier, 1),
    bind(Context::Hurt, &["right"], Action::Leave, 2),
    bind(Context::Hurt, &["s"], Action::Sharp, 3),
    bind(Context::Hurt, &["q"], Action::End, 4),
    bind(Context::Hurt, &["space"], Action::GoOn, 5),
    bind(Context::Hurt, &["enter"], Action::Take, 6),
    bind(Context::Hurt, &["up"], Action::Backward, 0),
    bind(Context::Hurt, &["down"], Action::Forward, 0),
    bind(Context::Hurt, &["esc"], Action::Close, 0),
    // A second Enter in a row must not go on with what hurts: until another answer is chosen, it stops.
    bind(Context::Signs, &["q"], Action::End, 1),
    bind(Context::Signs, &["g"], Action::Anyway, 2),
    bind(Context::Signs, &["enter"], Action::Take, 5),
    bind(Context::Signs, &["right"], Action::Forward, 0),
    bind(Context::Signs, &["left"], Action::Backward, 0),
    bind(Context::Signs, &["down", "j"], Action::Down, 3),
    bind(Context::Signs, &["up", "k"], Action::Up, 0),
    bind(Context::Signs, &["pageup"], Action::PageUp, 0),
    bind(Context::Signs, &["pagedown"], Action::PageDown, 0),
    bind(Context::Signs, &["home"], Action::First, 0),
    bind(Context::Signs, &["esc"], Action::Close, 4),
    bind(Context::After, &["enter", "esc"], Action::Close, 1),
    bind(Context::After, &["r"], Action::Again, 2),
    bind(Context::After, &["q"], Action::Quit, 3),
    bind(Context::After, &["up", "k"], Action::Up, 0),
    bind(Context::After, &["down", "j"], Action::Down, 0),
    bind(Context::After, &["pageup"], Action::PageUp, 0),
    bind(Context::After, &["pagedown", "space"], Action::PageDown, 0),
    bind(Context::Problems, &["esc", "enter", "q"], Action::Close, 1),
    bind(Context::Problems, &["up", "k"], Action::Up, 0),
    bind(Context::Problems, &["down", "j"], Action::Down, 0),
    bind(Context::Problems, &["pageup"], Action::PageUp, 0),
    bind(
        Context::Problems,
        &["pagedown", "space"],
        Action::PageDown,
        0,
    ),
    bind(Context::Problems, &["r"], Action::Reload, 2),
    bind(Context::Profile, &["space"], Action::Tick, 1),
    bind(Context::Profile, &["enter"], Action::Answer, 0),
    bind(Context::Profile, &["ctrl+s"], Action::Save, 2),
    bind(Context::Profile, &["esc", "q"], Action::Close, 3),
    bind(Context::Profile, &["up", "k"], Action::Up, 0),
    bind(Context::Profile, &["down", "j"], Action::Down, 0),
    bind(Context::Profile, &["pageup"], Action::PageUp, 0),
    bind(Context::Profile, &["pagedown"], Action::PageDown, 0),
    bind(Context::Profile, &["home", "g"], Action::First, 0),
    bind(Context::Profile, &["end", "G"], Action::Last, 0),
    bind(Context::Profile, &["backspace"], Action::Erase, 0),
    bind(Context::Answer, &["enter", "esc"], Action::Done, 1),
    bind(Context::Answer, &["backspace"], Action::Erase, 2),
    bind(Context::Answer, &["ctrl+u"], Action::Empty, 3),
    bind(Context::Answer, &["delete"], Action::Delete, 0),
    bind(Context::Answer, &["left"], Action::CursorLeft, 0),
    bind(Context::Answer, &["right"], Action::CursorRight, 0),
    bind(Context::Answer, &["home"], Action::CursorStart, 0),
    bind(Context::Answer, &["end"], Action::CursorEnd, 0),
    bind(Context::Answer, &["up"], Action::Up, 0),
    bind(Context::Answer, &["down"], Action::Down, 0),
    bind(Context::Answer, &["ctrl+s"], Action::Save, 0),
    bind(Context::Keep, &["y"], Action::Yes, 1),
    bind(Context::Keep, &["n"], Action::No, 2),
    bind(Context::Keep, &["esc"], Action::Close, 3),
    bind(Context::Keep, &["enter"], Action::Take, 4),
    bind(Context::Keep, &["right", "down"], Action::Forward, 5),
    bind(Context::Keep, &["left", "up"], Action::Backward, 0),
    bind(Context::Unread, &["n"], Action::NewFile, 1),
    bind(Context::Unread, &["enter"], Action::Take, 3),
    bind(Context::Unread, &["right"], Action::Forward, 0),
    bind(Context::Unread, &["left"], Action::Backward, 0),
    bind(Context::Unread, &["esc", "q"], Action::Close, 2),
    bind(Context::Unread, &["up", "k"], Action::Up, 0),
    bind(Context::Unread, &["down", "j"], Action::Down, 0),
    bind(Context::Unread, &["pageup"], Action::PageUp, 0),
    bind(Context::Unread, &["pagedown", "space"], Action::PageDown, 0),
    glyphs(&["7"], FigureGlyphs::Auto),
    glyphs(&["1"], FigureGlyphs::Of(Glyphs::Braille)),
    glyphs(&["2"], FigureGlyphs::Of(Glyphs::Octant)),
    glyphs(&["3"], FigureGlyphs::Of(Glyphs::Sextant)),
    glyphs(&["4"], FigureGlyphs::Of(Glyphs::Quadrant)),
    glyphs(&["5"], FigureGlyphs::Of(Glyphs::Half)),
    glyphs(&["6"], FigureGlyphs::Of(Glyphs::Ascii)),
    glyphs(&["0"], FigureGlyphs::Off),
    bind(Context::Setup, &["right", "down"], Action::Forward, 2),
    bind(Context::Setup, &["left", "up"], Action::Backward, 0),
    bind(Context::Setup, &["m"], Action::Still, 0),
    bind(Context::Setup, &["enter", "esc", "q"], Action::Close, 1),
    bind(Context::Help, &["esc", "q"], Action::Close, 1),
    bind(Context::Help, &["enter"], Action::Take, 3),
    bind(Context::Help, &["up", "k"], Action::Up, 0),
    bind(Context::Help, &["down", "j"], Action::Down, 2),
    bind(Context::Help, &["pageup"], Action::PageUp, 0),
    bind(Context::Help, &["pagedown", "space"], Action::PageDown, 0),
    bind(Context::Everywhere, &["?", "F1"], Action::Help, 9),
    bind(Context::Everywhere, &["T"], Action::Theme, 0),
    bind(Context::Everywhere, &["ctrl+c"], Action::Quit, 0),
    bind(Context::Everywhere, &["ctrl+z"], Action::Suspend, 0),
];

/// Returns the action of a key in a context. Typing into the search or an answer takes everything that types; elsewhere
/// a letter of another script that means nothing itself means the key that it lies on.
pub fn action(context: Context, key: Key) -> Option<Action> {
    let types = match context {
        Context::Search | Context::Answer => key.typed().is_some(),
        _ => false,
    };
    if types {
        return None;
    }
    let meant = |key| bound(context, key).or_else(|| bound(Context::Everywhere, key));
    meant(Key { base: None, ..key }).or_else(|| meant(key.on_us_keyboard()?))
}

fn bound(context: Context, key: Key) -> Option<Action> {
    let means = |name: &&str| Key::parse(name) == Some(key);
    BINDINGS
        .iter()
        .find(|binding| binding.context == context && binding.keys.iter().any(means))
        .map(|binding| binding.action)
}

/// The first key of an action in a context, as people know it.
pub(crate) fn key_of(context: Context, action: Action) -> String {
    BINDINGS
        .iter()
        .find(|binding| binding.context == context && binding.action == action)
        .and_then(|binding| Key::parse(binding.keys.first()?))
        .map_or_else(String::new, |key| key.to_string())
}

/// Returns the hints of a footer: key and meaning, the most important first, without those that mean nothing now.
pub(crate) fn hints(context: Context, without: &[Action]) -> Vec<(String, &'static str)> {
    let shown = shown(context, without).into_iter();
    shown.map(|(key, action)| (key, action.doc())).collect()
}

/// The keys of a footer with what they do, the most important first.
pub(crate) fn shown(context: Context, without: &[Action]) -> Vec<(String, Action)> {
    let mut shown: Vec<&Binding> = BINDINGS
        .iter()
        .filter(|binding| binding.place > 0 && !without.contains(&binding.action))
        .filter(|binding| {
            binding.context == context
                || (binding.context == Context::Everywhere
                    && !matches!(
                        context,
                        Context::Search
                            | Context::Ask
                            | Context::Answer
                            | Context::Keep
                            | Context::Help
                    ))
        })
        .collect();
    shown.sort_by_key(|binding| binding.place);
    shown
        .into_iter()
        .map(|binding| (keys(binding)[0].clone(), binding.action))
        .collect()
}

/// All keys of a binding, as people know them.
pub fn keys(binding: &Binding) -> Vec<String> {
    binding
        .keys
        .iter()
        .filter_map(|name| Key::parse(name))
        .map(|key| key.to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_can_be_read_and_means_one_thing() {
        for (index, binding) in BINDINGS.iter().enumerate() {
            for name in binding.keys {
                let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
                let elsewhere = BINDINGS.iter().enumerate().find(|(other, twin)| {
                    *other != index
                        && (twin.context == binding.context || twin.context == Context::Everywhere)
                        && twin.keys.iter().any(|name| Key::parse(name) == Some(key))
                });
                assert!(
                    elsewhere.is_none(),
                    "{name} is bound twice: {binding:?} {elsewhere:?}"
                );
            }
        }
    }

    #[test]
    fn letters_of_split_escape_sequences_are_not_bound() {
        for letter in ['[', 'O', 'A', 'B', 'C', 'D'] {
            let key = Key::plain(crate::tui::input::key::Code::Char(letter));
            for &context in Context::ALL {
                assert_eq!(action(context, key), None, "{letter} in {context:?}");
            }
        }
    }

    #[test]
    fn typing_into_the_search_types() {
        let key = Key::parse("?").expect("a key");
        assert_eq!(action(Context::Search, key), None);
        assert_eq!(action(Context::Home, key), Some(Action::Help));
    }
}
