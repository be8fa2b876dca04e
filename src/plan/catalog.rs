//! The routines of a library as they are for a person: a row and a verdict each.

pub mod row;
pub(crate) mod shown;
pub(crate) mod verdict;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::entry::Entry;
use crate::content::library::Library;
use crate::content::routine::Routine;
use crate::content::vocabulary::When;
use crate::plan::catalog::row::Row;
use crate::plan::tailor::{Refusal, Request, Tailored, tailor};
use crate::plan::whom::Recipient;
use crate::plan::worries::Worries;

/// A library for a person: what each routine is to them, and as it is played for them. What is found out is kept.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    library: Arc<Library>,
    whom: Recipient,
    worries: Worries,
    /// In the order of their titles; worked out when they are first asked for.
    rows: OnceCell<Vec<Row>>,
    /// The requests of this session, by routine.
    wishes: BTreeMap<String, Request>,
    /// The routine that was tailored last, with its id and request.
    made: RefCell<Option<(String, Request, Tailored)>>,
}

impl Catalog {
    /// The routines of a library for a person. Nothing is worked out yet.
    pub fn of(library: impl Into<Arc<Library>>, whom: Recipient) -> Self {
        let library = library.into();
        Self {
            worries: Worries::of(&library, &whom),
            library,
            whom,
            rows: OnceCell::new(),
            wishes: BTreeMap::new(),
            made: RefCell::default(),
        }
    }

    /// Takes over what was said and asked for in this session from the catalog that stood before.
    pub(crate) fn follow(&mut self, before: &Self) {
        self.wishes.clone_from(&before.wishes);
        for id in before.whom.known().clone() {
            self.set_known(&id, true);
        }
        for id in before.whom.gentle().clone() {
            self.set_gentle(&id, true);
        }
        if self.whom.today() != before.whom.today() {
            self.set_today(before.whom.today().to_vec());
        }
    }

    /// All rows, in the order of their titles. The first call judges every routine.
    pub fn rows(&self) -> &[Row] {
        self.rows.get_or_init(|| {
            let routines = self.library.routines();
            let row = |entry| Row::of(entry, &self.library, &self.whom);
            let mut rows: Vec<Row> = routines.map(row).collect();
            rows.sort_by(|one, other| {
                (&one.title, &one.id, &one.path).cmp(&(&other.title, &other.id, &other.path))
            });
            rows
        })
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Returns the recipient.
    pub fn whom(&self) -> &Recipient {
        &self.whom
    }

    /// Returns the limits of the rules that a person who relies on them should know.
    pub fn worries(&self) -> &Worries {
        &self.worries
    }

    /// Returns the same worries with those about one routine, as requested.
    pub(crate) fn worries_of(&self, id: &str) -> Worries {
        match self.tailored(id) {
            Some(Ok(tailored)) => self.worries.clone().with(&tailored),
            Some(Err(_)) | None => self.worries.clone(),
        }
    }

    /// Sets the session flags and full stops that hold today. Every routine is judged again.
    pub(crate) fn set_today(&mut self, words: Vec<String>) {
        self.whom.set_today(words, &self.library.shared().safety);
        self.rows = OnceCell::new();
        self.made.take();
    }

    /// Says of a routine whether the person knows how it is done. It is judged again.
    pub(crate) fn set_known(&mut self, id: &str, known: bool) {
        self.whom.set_known(id, known);
        self.judge_again(id);
    }

    /// Says of a routine whether the person wants the lower ends of its ranges. It is judged again.
    pub(crate) fn set_gentle(&mut self, id: &str, gentle: bool) {
        self.whom.set_gentle(id, gentle);
        self.judge_again(id);
    }

    fn judge_again(&mut self, id: &str) {
        self.made.take();
        let Some(entry) = self.library.routine(id) else {
            return;
        };
        let mut rows = self.rows.get_mut().into_iter().flatten();
        if let Some(kept) = rows.find(|row| row.id == id && row.path == entry.path) {
            *kept = Row::of(entry, &self.library, &self.whom);
        }
    }

    /// The file of a row.
    pub(crate) fn entry(&self, row: &Row) -> Option<&Entry<Routine>> {
        self.library
            .routine(&row.id)
            .filter(|entry| entry.path == row.path)
            .or_else(|| {
                self.library
                    .routines()
                    .find(|entry| entry.id == row.id && entry.path == row.path)
            })
    }

    /// Returns the request for this routine.
    pub(crate) fn wish(&self, id: &str) -> Request {
        self.wishes.get(id).cloned().unwrap_or_default()
    }

    /// Asks for something of this routine, for as long as the program runs.
    pub fn set_wish(&mut self, id: &str, wish: Request) {
        self.wishes.insert(id.to_owned(), wish);
    }

    /// Returns the routine tailored to its request. `None` when there is none of this id, or its file cannot be
    /// played.
    pub(crate) fn tailored(&self, id: &str) -> Option<Result<Tailored, Refusal>> {
        self.tailored_to(id, &self.wish(id))
    }

    /// Returns the routine tailored to another request.
    pub(crate) fn tailored_to(
        &self,
        id: &str,
        wish: &Request,
    ) -> Option<Result<Tailored, Refusal>> {
        if let Some((made, asked, tailored)) = &*self.made.borrow()
            && (made == id && asked == wish)
        {
            return Some(Ok(tailored.clone()));
        }
        let entry = self.library.routine(id).filter(|entry| entry.is_sound())?;
        let made = tailor(entry, &self.library, &self.whom, wish);
        if let Ok(tailored) = &made {
            let made = (id.to_owned(), wish.clone(), tailored.clone());
            self.made.replace(Some(made));
        }
        Some(made)
    }

    /// Keeps what was asked for of a routine, and what came of it for this person.
    pub(crate) fn keep(&mut self, id: String, wish: Request, tailored: Tailored) {
        self.wishes.insert(id.clone(), wish.clone());
        self.made.replace(Some((id, wish, tailored)));
    }

    /// The first of these routines that plays for the person, and of which something is known.
    pub(crate) fn first_that_plays<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Option<&Row> {
        ids.into_iter().find_map(|id| {
            self.rows()
                .iter()
                .find(|row| row.id == id && row.may_be_offered())
        })
    }

    /// Something without moderate effort for the end of the day, of about the same length as this routine and in no way
    /// more than it.
    pub(crate) fn gentler(&self, than: &str) -> Option<&Row> {
        let length = |row: &Row| row.total.unwrap_or_default();
        let asked = self.rows().iter().find(|row| row.id == than)?;
        let wanted = length(asked);
        self.rows()
            .iter()
            .filter(|row| row.may_be_offered() && !row.moderate)
            .filter(|row| row.total.is_some() && row.meant)
            .filter(|row| row.when.is_sleepy() || row.when == When::Evening)
            .filter(|row| row.effort.is_within(asked.effort))
            .min_by_key(|row| {
                let other_time = row.when == When::MiddleOfTheNight;
                (other_time, row.breadth, length(row).abs_diff(wanted))
            })
    }
}
