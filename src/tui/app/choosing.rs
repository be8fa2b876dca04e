//! Settings that are chosen on the screen: they hold at once, and are remembered.

use crate::content::vocabulary::Word as _;
use crate::tui::app::{App, Screen};
use crate::tui::display::depth::Depth;
use crate::tui::input::action::Action;
use crate::tui::message::{Effect, Now, Task};
use crate::tui::screens::setup::Setup;
use crate::tui::settings::Setting;

impl App {
    pub(crate) fn next_theme(&mut self, now: Now) -> Vec<Effect> {
        let name = self.settings.theme.next();
        if self.display.depth == Depth::None {
            self.say("Colours are off (NO_COLOR).".to_owned(), now);
        } else if !matches!(self.screen, Screen::Setup(_)) {
            // There it stands on the screen.
            self.say(format!("Theme: {}", name.as_str()), now);
        }
        self.choose(Setting::Theme(name), now)
    }

    pub(crate) fn show_setup(&mut self) {
        let setup = Setup::new(&self.shelf);
        self.screen = Screen::Setup(Box::new(setup));
    }

    pub(crate) fn setup_key(&mut self, action: Action, now: Now) -> Vec<Effect> {
        let setting = match action {
            Action::Close => return self.close(now),
            Action::Glyphs(glyphs) => Setting::Glyphs(glyphs),
            Action::Forward => Setting::Glyphs(self.settings.glyphs.neighbour(true)),
            Action::Backward => Setting::Glyphs(self.settings.glyphs.neighbour(false)),
            Action::Still => Setting::ReducedMotion(!self.settings.reduced_motion),
            _ => return Vec::new(),
        };
        self.choose(setting, now)
    }

    /// Gives no time to hear how the routine is done, or gives it again. Of somebody else nothing is remembered.
    pub(crate) fn brief(&mut self, now: Now) -> Vec<Effect> {
        let Screen::Before(before) = &mut self.screen else {
            return Vec::new();
        };
        let id = before.id().to_owned();
        let yes = !self.shelf.whom().knows(&id);
        self.shelf.set_known(&id, yes);
        before.measure_again(&self.shelf, now);
        if self.shelf.whom().is_somebody_else() {
            return Vec::new();
        }
        let setting = Setting::Knows { routine: id, yes };
        self.settings.set(setting.clone());
        vec![Effect::Do(Task::SaveSetting(setting))]
    }

    fn choose(&mut self, setting: Setting, now: Now) -> Vec<Effect> {
        self.settings.set(setting.clone());
        self.apply_theme(now);
        let drawing = self.drawing();
        self.home.set_drawing(drawing, &self.shelf);
        vec![Effect::Do(Task::SaveSetting(setting))]
    }
}
