//! Settles the answers of the form, and saves them.

use crate::plan::profile::decode::decode;
use crate::plan::profile::edit::edit;
use crate::plan::profile::own::ProfileChange;
use crate::tui::screens::profile::form::{Form, FormOutcome};
use crate::tui::screens::profile::question::Question;
use crate::tui::screens::profile::state::State;
use crate::words::en::profile as words;
use chrono::NaiveTime;

impl Form {
    /// Shows a failure if the form was being saved, and returns whether it was.
    pub(crate) fn failed(&mut self, words: &str) -> bool {
        let waits = self.state == State::Saving;
        if waits {
            self.state = State::Filling;
            self.notice = Some(words.to_owned());
        }
        waits
    }

    pub(crate) fn save(&mut self) -> FormOutcome {
        self.state = State::Filling;
        let wrong = self.answers.faults.iter().position(Option::is_some);
        if let Some(which) = wrong {
            let is_it = |(_, question): &(String, Question)| *question == Question::Typed(which);
            self.selected = self
                .questions
                .iter()
                .position(is_it)
                .unwrap_or(self.selected);
            return FormOutcome::Stay;
        }
        match &self.draft {
            Ok(draft) if *draft == self.text => FormOutcome::Close,
            Ok(draft) => {
                self.state = State::Saving;
                FormOutcome::Save(Box::new(ProfileChange {
                    was: self.was.clone(),
                    text: draft.clone(),
                    aside: self.aside,
                }))
            }
            Err(stuck) => {
                self.notice = Some(words::stuck(*stuck));
                FormOutcome::Stay
            }
        }
    }

    /// Computes everything that follows from the answers.
    pub(crate) fn settle(&mut self) {
        self.answers.read(&self.written, &self.safety, self.today);
        let (mut before, after) = (self.answers.before.clone(), &self.answers.after);
        // What is wrong in the file has no value here, but taking it away is a change.
        if self.answers.is_touched(2)
            && self.fault("birth-year").is_some()
            && after.birth_year.is_none()
        {
            before.birth_year = Some(0);
        }
        if self.answers.is_touched(3) && self.fault("bedtime").is_some() && after.bedtime.is_none()
        {
            before.bedtime = Some(NaiveTime::MIN);
        }
        if self.answers.is_touched(4)
            && self.fault("emergency-number").is_some()
            && after.emergency_number.is_none()
        {
            before.emergency_number = Some(String::new());
        }
        let mut answered = after.clone();
        // Who sees the box ticked by the year that they have just typed, and saves, has answered.
        if self.answers.is_touched(2) && after.is_older_by_year(&self.safety, self.today) {
            let older = self.safety.older().map(|older| older.id.clone());
            answered.conditions.extend(older);
        }
        self.draft = edit(&self.text, &before, &answered);
        let says = match &self.draft {
            Ok(draft) => &decode(draft, &self.safety, self.today).0,
            Err(_) => &self.answers.after,
        };
        let selected = self.question().clone();
        self.questions = Question::all(&self.answers.before, &self.answers.after, &self.safety);
        let at = self
            .questions
            .iter()
            .position(|(_, question)| *question == selected);
        self.selected = at.unwrap_or(self.selected).min(self.questions.len() - 1);
        // As long as an answer is wrong it is not known what follows.
        self.summary = if self.answers.faults.iter().all(Option::is_none) {
            words::summary(says, &self.safety, self.today)
        } else {
            String::new()
        };
    }
}
