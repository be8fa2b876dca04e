//! Plain mode: a line for each event, for screen readers, logs and pipes. No escapes, nothing drawn over.

pub(crate) mod telling;

use std::borrow::Cow;

use crate::content::entry::Entry;
use crate::content::routine::Routine;
use crate::content::text::printable::printable;
use crate::plan::timetable::Timetable;
use crate::plan::vary::Way;
use crate::player::event::{Event, Input, Outcome, PauseReason, Stamped};
use crate::player::moment::Moment;
use crate::player::narrator::{Heard, narrate};
use crate::player::record::Result;
use crate::player::session::Session;
use crate::player::view::Phase;
use crate::tui::input::layout::{self, Layout};
use crate::tui::message::{Effect, Msg, Now};
use crate::tui::plain::telling::{before, cue_words, entered};
use crate::tui::program::Program;
use crate::tui::screens::player::hurt::{Hurt, StopReason};
use crate::tui::screens::signs::Signs;
use crate::tui::widgets::text::{clock, cut};
use crate::words::en::hurt::{LEAVE_IT_OUT, NOTED};
use crate::words::en::plain as words;

/// Unknown input is repeated up to this many columns.
const LONGEST_ECHO: usize = 40;

/// A session told in lines.
#[derive(Debug)]
pub struct Plain {
    session: Session,
    /// When to get help.
    signs: Signs,
    /// A pain report that waits for an answer.
    hurt: Option<Hurt>,
    started: Moment,
    /// The likely keyboard layout.
    layout: Option<&'static Layout>,
    /// True if somebody could still type something.
    listening: bool,
    outcome: Option<Outcome>,
    /// The lines not yet shown.
    said: Vec<String>,
    /// Sounds and words not yet played.
    heard: Vec<Stamped<Heard>>,
}

impl Plain {
    /// Starts at a step, counted from 0. What stands before the start is said first.
    pub fn start(
        entry: &Entry<Routine>,
        timetable: Timetable,
        signs: Signs,
        step: usize,
        now: Moment,
    ) -> Self {
        let said = before(entry, &timetable);
        let (session, events) = Session::start_at(timetable, step, now);
        let mut plain = Self {
            session,
            signs,
            hurt: None,
            started: now,
            layout: None,
            listening: true,
            outcome: None,
            said,
            heard: Vec::new(),
        };
        plain.tell(&events);
        plain
    }

    /// Says something before everything that is said already.
    pub(crate) fn say_first(&mut self, lines: impl Iterator<Item = String>) {
        self.said.splice(0..0, lines);
    }

    /// The lines not yet shown.
    pub fn lines(&self) -> &[String] {
        &self.said
    }

    /// Tells the session something.
    fn feed(&mut self, input: Input, now: Moment) {
        let events = self.session.handle(input, now);
        self.tell(&events);
        if !self.listening {
            self.go_on_alone(now);
        }
    }

    /// Takes a line that was typed.
    fn typed(&mut self, line: &str, now: Moment) {
        let line = line.trim();
        let command = self.on_latin_key(line);
        if let Some(hurt) = self.hurt.take() {
            return self.answered(hurt, &command, now);
        }
        let phase = self.session.view(now).phase;
        let input = match (&*command, phase) {
            ("" | "d", _) if self.session.can_be_done() => Input::Done,
            ("" | "p", Phase::Paused(_)) => Input::Resume,
            ("p", _) => Input::Pause,
            ("n", _) => Input::Next,
            ("nn", _) => Input::Leave,
            ("b", _) => Input::Back,
            ("e", _) => Input::Easier,
            ("E", _) => Input::Harder,
            ("h", _) => Input::Hurt,
            ("q", _) => Input::Stop,
            ("t", _) => return self.say(now, &self.time_left(now)),
            ("" | "d", _) => return,
            _ => {
                let typed = cut(line, LONGEST_ECHO);
                return self.say(now, &words::means_nothing(&typed));
            }
        };
        self.feed(input, now);
    }

    /// Says which keyboard layout the person is likely to have.
    pub fn set_layout(&mut self, layout: Option<&'static Layout>) {
        self.layout = layout;
    }

    /// A line of one letter of another script, once or twice, as the letter of the Latin key that it lies on.
    fn on_latin_key<'a>(&self, line: &'a str) -> Cow<'a, str> {
        let mut letters = line.chars();
        let Some(letter) = letters.next() else {
            return Cow::from(line);
        };
        let times = match (letters.next(), letters.next()) {
            (None, _) => 1,
            (Some(second), None) if second == letter => 2,
            _ => return Cow::from(line),
        };
        // No sign is a command: one that lies on the key of a letter there means it.
        let theirs = self.layout.filter(|_| !letter.is_ascii_alphanumeric());
        let key = theirs.and_then(|layout| layout.key(letter));
        let key = key.or_else(|| layout::key(letter));
        key.map_or(Cow::from(line), |key| {
            Cow::from(key.to_string().repeat(times))
        })
    }

    /// Takes a line that was typed while it hurts. What is no answer leaves the question open.
    fn answered(&mut self, hurt: Hurt, line: &str, now: Moment) {
        let input = match (&hurt, line) {
            (Hurt::Signs { .. }, "" | "q") | (Hurt::Offers { .. }, "q") => Input::Stop,
            (Hurt::Signs { .. }, "g") | (Hurt::Offers { .. }, "" | "p") => Input::Resume,
            (Hurt::Offers { .. }, "n") => Input::Leave,
            (Hurt::Offers { .. }, "e") if self.session.variant(Way::Easier).is_some() => {
                Input::Easier
            }
            (Hurt::Offers { .. }, "s") => {
                let signs = Hurt::signs(StopReason::Sharp);
                self.say_all(now, &self.asked(&signs));
                self.hurt = Some(signs);
                return;
            }
            _ => {
                let last = self.asked(&hurt).pop();
                self.hurt = Some(hurt);
                return self.say_all(now, last.as_slice());
            }
        };
        self.feed(input, now);
        if self.session.view(now).phase == Phase::Waiting {
            self.say(now, words::CONFIRM);
        }
        if matches!(input, Input::Leave | Input::Easier) && self.outcome.is_none() {
            self.say(now, words::STILL_PAUSED);
        }
    }

    /// The lines after a pain report; the last one says what may be typed.
    fn asked(&self, hurt: &Hurt) -> Vec<String> {
        match hurt {
            Hurt::Offers { again, .. } => {
                let mut lines = vec![NOTED.to_owned()];
                lines.extend(self.signs.advice().first().cloned());
                lines.extend(again.then(|| LEAVE_IT_OUT.to_owned()));
                lines.push(words::offers(self.session.variant(Way::Easier)));
                lines
            }
            Hurt::Signs { why, .. } => {
                let mut lines = vec![why.words(), words::BETTER_STOP.to_owned()];
                lines.extend(self.signs.advice().iter().cloned());
                lines.extend(self.signs.words());
                lines.push(words::BETTER_STOP.to_owned());
                lines
            }
        }
    }

    /// Nobody can type any more: nothing waits for a person from here on.
    fn end_of_input(&mut self, now: Moment) {
        self.listening = false;
        self.go_on_alone(now);
    }

    fn go_on_alone(&mut self, now: Moment) {
        while self.outcome.is_none() {
            let input = match self.session.view(now).phase {
                Phase::Waiting => Input::Next,
                // Nobody is there to say that it hurts no more.
                Phase::Paused(PauseReason::Hurt) => Input::Stop,
                Phase::Paused(_) => Input::Resume,
                Phase::Running | Phase::CountIn(_) | Phase::Over(_) => break,
            };
            let events = self.session.handle(input, now);
            self.tell(&events);
        }
    }

    fn time_left(&self, now: Moment) -> String {
        let view = self.session.view(now);
        let clocks = view
            .left
            .map(|left| (clock(left), clock(view.total_left())));
        let clocks = clocks.as_ref();
        words::time_left(&view, clocks.map(|(left, total)| (&**left, &**total)))
    }

    fn say_all(&mut self, at: Moment, lines: &[String]) {
        for words in lines {
            self.say(at, words);
        }
    }

    /// `1:05  words`, the time since the start.
    fn say(&mut self, at: Moment, words: &str) {
        let seconds = (at - self.started).as_secs();
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let line = format!("{minutes:>2}:{seconds:02}  {}", printable(words));
        self.said.push(line);
    }

    fn tell(&mut self, events: &[Stamped<Event>]) {
        self.heard.extend(narrate(events));
        let mut entered = None;
        for stamped in events {
            if let Event::Entered(index) = stamped.event {
                entered = Some(index);
            }
            if let Event::Over(outcome) = stamped.event {
                self.outcome = Some(outcome);
            }
            if let Event::Hurt { .. } = stamped.event {
                let hurt = Hurt::noted(self.session.record());
                self.say_all(stamped.at, &self.asked(&hurt));
                self.hurt = Some(hurt);
            }
            let index = entered.unwrap_or_else(|| self.session.view(stamped.at).index);
            self.say_all(stamped.at, &self.words(index, &stamped.event));
        }
    }

    fn words(&self, index: usize, event: &Event) -> Vec<String> {
        let timetable = self.session.timetable();
        let name = |step: usize| {
            timetable
                .steps
                .get(step)
                .map_or("", |step| step.planned.name.as_str())
        };
        let said = match event {
            Event::Entered(index) => return entered(timetable, *index),
            Event::Cue(cue) => match timetable.segments.get(index) {
                Some(segment) => return cue_words(timetable, segment, cue),
                None => return Vec::new(),
            },
            // What is said when it hurts says this too.
            Event::Paused(PauseReason::Hurt) | Event::Hurt { .. } => return Vec::new(),
            Event::Paused(PauseReason::Asked) => words::PAUSED.to_owned(),
            Event::Paused(PauseReason::Away) => words::PAUSED_AWAY.to_owned(),
            Event::CountIn => words::COUNT_IN.to_owned(),
            Event::Resumed => words::GOING_ON.to_owned(),
            Event::Lengthened(by) => words::longer(*by),
            Event::Varied { step, way, .. } => words::varied(*way, name(*step)),
            Event::NoVariant(way) => words::no_variant(*way),
            Event::Skipped {
                step,
                side: Some(side),
            } => words::side_skipped(name(*step), *side),
            Event::Skipped { step, side: None } if self.listening => words::skipped(name(*step)),
            Event::Skipped { step, side: None } => words::not_confirmed(name(*step)),
            Event::Confirmed { step } => words::confirmed(name(*step)),
            Event::Over(outcome) => self.summing_up(*outcome),
        };
        vec![said]
    }

    fn summing_up(&self, outcome: Outcome) -> String {
        let timetable = self.session.timetable();
        let done = self.session.record().count(Result::Done);
        let steps = timetable.steps.len();
        words::over(outcome, done, steps, self.session.record().total_time())
    }
}

impl Program for Plain {
    fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        match msg {
            Msg::Line(line) => self.typed(&line, now.mono),
            Msg::EndOfInput => self.end_of_input(now.mono),
            Msg::Tick => self.feed(Input::Tick, now.mono),
            Msg::Away { since } => self.feed(Input::Away { since }, now.mono),
            // Plain mode has neither keys nor a size.
            Msg::Key(_) | Msg::Paste(_) | Msg::Resized(..) | Msg::Reply(_) | Msg::Ending => {}
        }
        let heard = std::mem::take(&mut self.heard);
        let quits = self.outcome.map(|_| Effect::Quit);
        heard.into_iter().map(Effect::Hear).chain(quits).collect()
    }

    fn shown(&mut self) {
        self.said.clear();
    }

    fn deadline(&self) -> Option<Moment> {
        self.session.deadline()
    }

    fn next_change(&self, now: Now) -> Option<Moment> {
        // What is to be heard at the start, once its lines stand.
        (!self.heard.is_empty()).then_some(now.mono)
    }
}
