//! The form: one question a line, each optional.

pub(crate) mod settling;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::content::diagnostic::Diagnostic;
use crate::content::edit::stuck::Stuck;
use crate::content::safety::rulebook::Safety;
use crate::content::text::printable::printable;
use crate::plan::profile::dates::{is_older, week_unknown};
use crate::plan::profile::day::Day;
use crate::plan::profile::edit::written;
use crate::plan::profile::model::Profile;
use crate::plan::profile::own::{Content, ProfileChange};
use crate::plan::profile::typed::{TYPED, Typed};
use crate::tui::input::action::Action;
use crate::tui::input::context::Context;
use crate::tui::input::key::Key;
use crate::tui::input::layout::digit;
use crate::tui::screens::profile::answers::{Answers, texts};
use crate::tui::screens::profile::fault::{self, ProfileFault};
use crate::tui::screens::profile::question::Question;
use crate::tui::screens::profile::state::State;
use crate::tui::widgets::field::TextField;
use crate::words::en::form as form_words;
use crate::words::en::profile as words;

/// The outcome of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FormOutcome {
    /// The form stays.
    Stay,
    /// The form closes without saving.
    Close,
    /// The change is to be saved; the form stays until it is.
    Save(Box<ProfileChange>),
}

/// The form of one file.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) path: String,
    was: Content,
    /// The text before the change: of the file, or empty for a new one.
    text: String,
    /// The file is kept beside the new one.
    aside: bool,
    pub(crate) safety: Safety,
    today: NaiveDate,
    /// Each with the heading that it stands under.
    pub(crate) questions: Vec<(String, Question)>,
    pub(crate) selected: usize,
    pub(crate) answers: Answers,
    /// The typed answers of the file.
    written: Typed<String>,
    faults: Vec<ProfileFault>,
    /// The finding that others can read the file.
    pub(crate) exposed: Option<Diagnostic>,
    pub(crate) state: State,
    /// The last failure.
    pub(crate) notice: Option<String>,
    draft: Result<String, Stuck>,
    /// The consequences of the answers today.
    pub(crate) summary: String,
}

impl Form {
    /// The form of a text that can be changed, of which `read` is what it says.
    pub(crate) fn new(
        path: String,
        was: Content,
        text: String,
        found: &[Diagnostic],
        read: Profile,
        safety: &Safety,
        today: NaiveDate,
    ) -> Self {
        let faults: Vec<ProfileFault> = (found.iter().filter(|found| found.is_error()))
            .map(|found| ProfileFault::of(found, &text))
            .collect();
        let before = fault::as_questions(read, &text, &faults);
        let mut written_texts = texts(&before);
        for (which, shown) in written_texts.iter_mut().enumerate() {
            if shown.is_empty()
                && let Some(raw) = written(&text, TYPED[which])
            {
                *shown = printable(raw).chars().take(20).collect();
            }
        }
        let mut form = Self {
            path,
            was,
            draft: Ok(text.clone()),
            text,
            aside: false,
            safety: safety.clone(),
            today,
            questions: Question::all(&before, &before, safety),
            selected: 0,
            answers: Answers::new(before),
            written: written_texts,
            faults,
            exposed: None,
            state: State::Filling,
            notice: None,
            summary: String::new(),
        };
        form.settle();
        form
    }

    /// The form of a new file in place of one that cannot be read, with what was understood of it.
    pub(crate) fn new_file(
        path: String,
        was: Content,
        mut understood: Profile,
        safety: &Safety,
        today: NaiveDate,
    ) -> Self {
        // What counts until it is fixed is a tick here: a new file loosens nothing.
        let mut counts = Vec::new();
        if understood.due == Some(Day::Unclear) {
            understood.due = None;
            counts.extend(week_unknown(safety));
        }
        if understood.birth_of_child == Some(Day::Unclear) {
            understood.birth_of_child = None;
            let lasting = safety
                .conditions
                .iter()
                .filter(|known| known.lasts_weeks.is_some());
            counts.extend(lasting.map(|known| known.id.as_str()));
        }
        let meant = std::mem::take(&mut understood.meant);
        let counts = counts.into_iter().map(str::to_owned);
        let counts = counts.chain(meant.into_iter().flat_map(|(_, ids)| ids));
        // What nobody knows the meaning of is asked about again.
        for word in counts.chain(std::mem::take(&mut understood.unchecked)) {
            if !understood.conditions.contains(&word) {
                understood.conditions.push(word);
            }
        }
        let nothing = Profile::default();
        let mut form = Self::new(path, was, String::new(), &[], nothing, safety, today);
        form.answers = Answers::understood(understood);
        form.aside = true;
        form.notice = Some(form_words::FILLED_IN.to_owned());
        form.settle();
        form
    }

    pub(crate) fn context(&self) -> Context {
        match self.state {
            State::Filling | State::Saving => Context::Profile,
            State::Typing => Context::Answer,
            State::Leaving(_) => Context::Keep,
        }
    }

    pub(crate) fn question(&self) -> &Question {
        &self.questions[self.selected].1
    }

    /// Selects the question of a condition: its box, or the date that it follows from.
    pub(crate) fn select(&mut self, condition: &str) {
        let by_birth = self
            .safety
            .condition(condition)
            .is_some_and(|known| known.lasts_weeks.is_some());
        let dated = if by_birth {
            Question::BIRTH
        } else {
            Question::DUE
        };
        let at = |wanted: &Question| {
            self.questions
                .iter()
                .position(|(_, question)| question == wanted)
        };
        let place = at(&Question::Condition(condition.to_owned())).or_else(|| at(&dated));
        self.selected = place.unwrap_or(self.selected);
    }

    /// Returns whether anything would be lost by leaving.
    pub(crate) fn is_changed(&self) -> bool {
        let is_wrong = self.answers.faults.iter().any(Option::is_some);
        is_wrong || self.draft.as_ref() != Ok(&self.text)
    }

    /// Does what a key means, on a screen of this size.
    pub(crate) fn act(&mut self, action: Action, area: Rect) -> FormOutcome {
        let action = match &mut self.state {
            State::Saving => return FormOutcome::Stay,
            State::Leaving(choices) => choices.act(action),
            _ => action,
        };
        self.notice = None;
        match (self.state, action) {
            (_, Action::Save) | (State::Leaving(_), Action::Yes) => return self.save(),
            (State::Leaving(_), Action::No) => return FormOutcome::Close,
            (State::Leaving(_), Action::Forward | Action::Backward) => {}
            (State::Leaving(_), _) | (_, Action::Done) => self.state = State::Filling,
            (_, Action::Close) if self.is_changed() => {
                self.state = State::leaving();
            }
            (_, Action::Close) => return FormOutcome::Close,
            (_, Action::Answer) => return self.answer(),
            (_, Action::Tick) => return self.tick(),
            (_, action) if TextField::takes(action) => self.change(action),
            _ => self.go(action, area),
        }
        FormOutcome::Stay
    }

    fn go(&mut self, action: Action, area: Rect) {
        let screen = self.rows(area);
        let last = self.questions.len() - 1;
        self.state = State::Filling;
        self.selected = match action {
            Action::Up => self.selected.saturating_sub(1),
            Action::Down => self.selected + 1,
            Action::PageUp => self.selected.saturating_sub(screen),
            Action::PageDown => self.selected + screen,
            Action::First => 0,
            Action::Last => last,
            _ => self.selected,
        }
        .min(last);
    }

    fn answer(&mut self) -> FormOutcome {
        match self.question().clone() {
            Question::Condition(word) if is_older(&word, &self.safety) => {
                self.answers.toggle_older(&self.safety, self.today);
            }
            Question::Condition(word) => self.answers.toggle(&word, &self.safety),
            Question::Caesarean => self.answers.after.caesarean = !self.answers.after.caesarean,
            Question::Typed(which) => {
                self.answers.begin(which, true, &self.written[which]);
                self.state = State::Typing;
            }
            Question::Pace => self.answers.next_pace(),
            Question::Gentle => self.answers.next_gentle(),
            Question::FirstSide => self.answers.next_first_side(),
            Question::Floor => self.answers.next_floor(),
            Question::Prop(prop) => self.answers.toggle_prop(&prop),
            Question::NoProps => self.answers.toggle_no_props(),
            Question::Save => return self.save(),
        }
        self.settle();
        FormOutcome::Stay
    }

    /// As [`Self::answer`], but on the year of birth it switches the condition that follows from it.
    fn tick(&mut self) -> FormOutcome {
        if *self.question() == Question::YEAR && self.is_of_age() {
            self.answers.toggle_older(&self.safety, self.today);
            self.settle();
            FormOutcome::Stay
        } else {
            self.answer()
        }
    }

    /// Returns whether the condition of older people follows from the year of birth, denied or not.
    pub(crate) fn is_of_age(&self) -> bool {
        self.safety.older().is_some() && self.answers.after.is_of_age(self.today)
    }

    /// Returns whether that condition holds.
    pub(crate) fn is_older(&self) -> bool {
        self.answers.is_older(&self.safety, self.today)
    }

    /// Changes a typed answer where its cursor stands.
    fn change(&mut self, action: Action) {
        if let Question::Typed(which) = *self.question() {
            self.answers.change(which, action, &self.written[which]);
            self.state = State::Typing;
            self.settle();
        }
    }

    pub(crate) fn typed(&mut self, key: Key) {
        let Some(letter) = key.typed() else { return };
        let letter = digit(letter).unwrap_or(letter);
        let Question::Typed(which) = *self.question() else {
            return;
        };
        if self.state == State::Filling && letter.is_ascii_digit() {
            self.answers.begin(which, false, &self.written[which]);
            self.state = State::Typing;
        }
        if self.state == State::Typing {
            self.notice = None;
            self.answers.push(which, letter);
            self.settle();
        }
    }

    pub(crate) fn pasted(&mut self, text: &str) {
        let Question::Typed(which) = *self.question() else {
            return;
        };
        if self.state == State::Filling {
            self.answers.begin(which, false, &self.written[which]);
            self.state = State::Typing;
        }
        if self.state == State::Typing {
            for letter in printable(text.trim()).chars().take(40) {
                self.answers.push(which, letter);
            }
            self.settle();
        }
    }

    fn fault(&self, key: &str) -> Option<&ProfileFault> {
        self.faults.iter().find(|fault| fault.key == Some(key))
    }

    /// The mistakes of the file.
    pub(crate) fn file_faults(&self) -> impl Iterator<Item = &str> {
        self.faults.iter().map(|fault| fault.words.as_str())
    }

    /// The fault of an answer: of the typed text, else of the file.
    pub(crate) fn wrong(&self, question: &Question) -> Option<&str> {
        let (before, after) = (&self.answers.before, &self.answers.after);
        let stands = match question {
            Question::Typed(which) if self.answers.is_touched(*which) => {
                return self.answers.faults[*which].as_deref();
            }
            Question::Condition(word) => {
                let stands = after.conditions.contains(word);
                let mut faults = self.faults.iter().filter(|_| stands);
                return faults
                    .find(|fault| fault.condition.as_ref() == Some(word))
                    .map(|fault| fault.words.as_str());
            }
            Question::Caesarean => before.caesarean == after.caesarean,
            Question::Pace => before.pace_factor == after.pace_factor,
            Question::Gentle => before.gentle == after.gentle,
            Question::FirstSide => before.first_side == after.first_side,
            Question::Floor => before.floor == after.floor,
            Question::NoProps => before.equipment == after.equipment,
            Question::Typed(_) => true,
            Question::Prop(_) | Question::Save => false,
        };
        let key = question.key().filter(|_| stands)?;
        let is_typed = matches!(question, Question::Typed(_));
        let fault = self.fault(key)?;
        Some(if is_typed { &fault.said } else { &fault.words })
    }

    /// The text of a typed answer.
    pub(crate) fn text_of(&self, which: usize) -> String {
        self.answers.text(which, &self.written[which])
    }

    /// The name of the condition of older people.
    pub(crate) fn older_name(&self) -> String {
        self.safety
            .older()
            .map_or_else(String::new, |older| older.name.clone())
    }

    /// Returns the consequence of a typed answer.
    pub(crate) fn follows(&self, question: &Question) -> Option<String> {
        let after = &self.answers.after;
        match *question {
            Question::DUE => words::due(after, &self.safety, self.today),
            Question::BIRTH => words::birth(after, &self.safety, self.today),
            _ => None,
        }
    }
}
