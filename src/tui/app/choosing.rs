//! Settings that are chosen on the screen: they hold at once, and are remembered.

use crate::content::vocabulary::Word as _;
use crate::tui::app::App;
use crate::tui::message::{Effect, Now};
use crate::tui::settings::Setting;
use crate::tui::theme::Depth;

impl App {
    pub(super) fn next_theme(&mut self, now: Now) -> Vec<Effect> {
        let name = self.settings.theme.next();
        let words = if self.depth == Depth::None {
            "Colours are off (NO_COLOR).".to_owned()
        } else {
            format!("Theme: {}", name.as_str())
        };
        self.say(words, now);
        self.choose(Setting::Theme(name), now)
    }

    fn choose(&mut self, setting: Setting, now: Now) -> Vec<Effect> {
        self.settings.set(setting);
        self.apply_theme(now);
        vec![Effect::SaveSetting(setting)]
    }
}
