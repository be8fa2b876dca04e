//! Dates and times of day as people write them.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};
use unicode_normalization::UnicodeNormalization as _;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The reading of a text as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Date {
    /// This day.
    On(NaiveDate),
    /// Either of two: some write the day first, others the month.
    Either(NaiveDate, NaiveDate),
}

/// Reads a date with its year: `2027-03-02`, `2.3.2027`, `2 Mar 2027`, `March 2, 2027`, `Tuesday the 2nd of March 2027`,
/// also where a time follows. In `3/2/2027` and `3-2-2027` the day or the month may be first. `None` for anything else:
/// two digits are no year, and a day of the week must be the right one.
pub(crate) fn date(text: &str) -> Option<Date> {
    let lower = plain(text);
    let mut parts = parts(without_time(&lower));
    let weekday = parts
        .iter()
        .find_map(|part| part.text.parse::<Weekday>().ok());
    parts.retain(DatePart::is_of_date);
    let read = date_of(&parts)?;
    match (read, weekday) {
        (read, None) => Some(read),
        (Date::On(date), Some(weekday)) => (date.weekday() == weekday).then_some(read),
        // Of two readings the day of the week may tell which is meant.
        (Date::Either(one, other), Some(weekday)) => {
            let fits = |date: &NaiveDate| date.weekday() == weekday;
            match (fits(&one), fits(&other)) {
                (true, true) => Some(read),
                (true, false) => Some(Date::On(one)),
                (false, true) => Some(Date::On(other)),
                (false, false) => None,
            }
        }
    }
}

/// Returns the reason why a text is no date, where that can be told: what is the matter with its year or its day.
pub(crate) fn fault(text: &str) -> Option<&'static str> {
    let lower = plain(text);
    let mut parts = parts(without_time(&lower));
    let said = parts.len();
    parts.retain(DatePart::is_of_date);
    let has_year = parts.iter().any(|part| year(part.text).is_some());
    let is_part = |part: &DatePart<'_>| {
        let text = part.text;
        year(text).is_some() || day(text).is_some() || month_name(text).is_some()
    };
    match parts.len() {
        2 | 3 if !parts.iter().all(is_part) => None,
        3 if has_year && said > 3 => Some("the weekday does not match, or there is no such day"),
        3 if has_year => Some("there is no such day"),
        2 | 3 if !has_year => Some("write the year with four digits"),
        _ => None,
    }
}

/// The text in small letters, with plain digits and dividers.
fn plain(text: &str) -> String {
    let dividers = |letter: char| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{B7}' | '\u{2024}' | '\u{2027}' => '.',
        '\u{2044}' | '\u{2215}' => '/',
        letter => letter,
    };
    let plain = text.trim().nfkc().map(dividers);
    plain.flat_map(char::to_lowercase).collect()
}

/// A date as ISO has it without the time that may follow.
fn without_time(lower: &str) -> &str {
    let Some((date, time)) = lower.split_once(['t', ' ']) else {
        return lower;
    };
    let is_iso = date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_time = time.len() >= 5 && time.as_bytes().get(2) == Some(&b':');
    if is_iso && is_time { date } else { lower }
}

/// A word or a number of a text.
#[derive(Clone, Copy, Debug)]
struct DatePart<'a> {
    text: &'a str,
    /// The characters between this part and the one before, without blanks.
    divider: &'a str,
}

impl DatePart<'_> {
    /// Returns whether it says a day, a month or a year.
    fn is_of_date(&self) -> bool {
        self.text.parse::<Weekday>().is_err() && !matches!(self.text, "of" | "the")
    }
}

fn parts(lower: &str) -> Vec<DatePart<'_>> {
    let divides = |letter: char| letter.is_whitespace() || ",./-".contains(letter);
    let mut parts = Vec::new();
    let mut rest = lower;
    while let Some(start) = rest.find(|letter| !divides(letter)) {
        let (divider, from) = rest.split_at(start);
        let (text, after) = from.split_at(from.find(divides).unwrap_or(from.len()));
        let divider = divider.trim();
        parts.push(DatePart { text, divider });
        rest = after;
    }
    parts
}

/// The date of three parts of a text.
fn date_of(parts: &[DatePart<'_>]) -> Option<Date> {
    let &[first, second, third] = parts else {
        return None;
    };
    // With full stops between the numbers the day comes first: 2.3.2027.
    let has_stops = [second, third].iter().all(|part| part.divider == ".");
    let [first, second, third] = [first.text, second.text, third.text];
    if let Some(year) = year(first) {
        return on(year, month(second)?, day(third)?);
    }
    let year = year(third)?;
    if let Some(month) = month_name(first) {
        return on(year, month, day(second)?);
    }
    if let Some(month) = month_name(second) {
        return on(year, month, day(first)?);
    }
    let (first, second) = (number(first)?, number(second)?);
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    match (day_first, month_first) {
        (Some(date), _) if has_stops => Some(Date::On(date)),
        (_, Some(_)) if has_stops => None,
        (Some(one), Some(other)) if one != other => Some(Date::Either(one, other)),
        (date, other) => date.or(other).map(Date::On),
    }
}

/// Reads a time of day to the minute: `22:30`, `22.30`, `22h30`, `10:30 pm`, `10pm`.
pub(crate) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let lower = text
        .trim()
        .to_lowercase()
        .replace("p.m.", "pm")
        .replace("a.m.", "am");
    let (clock, half) = match lower.strip_suffix("pm") {
        Some(clock) => (clock, Some(12)),
        None => match lower.strip_suffix("am") {
            Some(clock) => (clock, Some(0)),
            None => (&*lower, None),
        },
    };
    let (hour, minute) = match clock.trim().split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        Some((hour, "")) => (number(hour)?, 0),
        None if half.is_some() => (number(clock.trim())?, 0),
        _ => return None,
    };
    let hour = match half {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// `2 March 2027`
pub(crate) fn in_words(date: NaiveDate) -> String {
    let month = usize::try_from(date.month0())
        .ok()
        .and_then(|month| MONTHS.get(month));
    let mut name = month.copied().unwrap_or_default().to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{} {name} {}", date.day(), date.year())
}

/// Returns the help for a date with two readings.
pub(crate) fn either(key: &str, one: NaiveDate, other: NaiveDate) -> String {
    let (first, second) = (in_words(one), in_words(other));
    format!("write {key} = {one} for {first}, {key} = {other} for {second}")
}

fn on(year: i32, month: u32, day: u32) -> Option<Date> {
    NaiveDate::from_ymd_opt(year, month, day).map(Date::On)
}

fn year(part: &str) -> Option<i32> {
    let is_year = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_year)
}

fn month(part: &str) -> Option<u32> {
    month_name(part).or_else(|| number(part))
}

/// A month by its name, or by three of its letters at least.
fn month_name(part: &str) -> Option<u32> {
    let is_it = |name: &&str| {
        part.len() >= 3 && (name.starts_with(part) || part == "sept" && **name == *"september")
    };
    let at = MONTHS.iter().position(is_it)?;
    u32::try_from(at + 1).ok()
}

/// A day, perhaps with its ending: `2nd`.
fn day(part: &str) -> Option<u32> {
    let ending = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| part.strip_suffix(ending));
    number(ending.unwrap_or(part))
}

/// A number of one or two digits.
fn number(part: &str) -> Option<u32> {
    let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2027-03-02",
            "2027/3/2",
            "2.3.2027",
            "02.03.2027",
            "2. 3. 2027",
            "2 Mar 2027",
            "2 March 2027",
            "2nd March 2027",
            "March 2, 2027",
            "mar 2 2027",
            "2-Mar-2027",
            " 2027 March 2 ",
            "2nd of March 2027",
            "the 2nd of March, 2027",
            "Tue 2 March 2027",
            "Tuesday, March 2, 2027",
            "Tue 3/2/2027",
            "Tue. 3/2/2027",
            "Tue. 2.3.2027",
            "２０２７-03-02",
            "02·03·2027",
            "2027–03–02",
            "2027-03-02 10:00",
            "2027-03-02T10:00:00Z",
        ] {
            assert_eq!(date(text), Some(Date::On(ymd(2027, 3, 2))), "{text}");
        }
        assert_eq!(date("31/1/2027"), Some(Date::On(ymd(2027, 1, 31))));
        assert_eq!(date("1/31/2027"), Some(Date::On(ymd(2027, 1, 31))));
        assert_eq!(date("3/3/2027"), Some(Date::On(ymd(2027, 3, 3))));
        assert_eq!(date("1 Sept 2027"), Some(Date::On(ymd(2027, 9, 1))));
    }

    #[test]
    fn what_may_be_two_days_is_no_day() {
        for text in [
            "3/2/2027",
            "03-02-2027",
            "3 2 2027",
            "3/2/2027.",
            "3/2·2027",
            "3.2/2027",
            "3-2.2027",
            ".3/2/2027",
        ] {
            assert_eq!(
                date(text),
                Some(Date::Either(ymd(2027, 2, 3), ymd(2027, 3, 2))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "March",
            "March 2027",
            "2.3.27",
            "2/3",
            "30.2.2027",
            "1.31.2027",
            "2027-13-01",
            "2027-02-30",
            "32/1/2027",
            "2 Ma 2027",
            "2 Marchs 2027",
            "2027-03-02-04",
            "22:30",
            "٢ Mar 2027",
            "Wed 2 March 2027",
            "Fri 3/2/2027",
            "29 Feb 2027",
            "3-2-27",
            "2027-03-02 soon",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(date("29 Feb 2028"), Some(Date::On(ymd(2028, 2, 29))));
    }

    #[test]
    fn what_is_the_matter_with_a_date_is_told() {
        let year = Some("write the year with four digits");
        let day = Some("there is no such day");
        for (text, said) in [
            ("2.3.27", year),
            ("Mar 2", year),
            ("3-2-27", year),
            ("29 Feb 2027", day),
            ("2027-02-30", day),
            ("2027-13-01", day),
            ("soon", None),
            ("2 Marchs 2027", None),
            ("22:30", None),
        ] {
            assert_eq!(fault(text), said, "{text}");
        }
        assert!(fault("Wed 2 March 2027").is_some_and(|said| said.starts_with("the weekday")));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for text in [
            "22:30",
            "22.30",
            "22h30",
            "10:30 pm",
            "10.30pm",
            "10:30 P.M.",
        ] {
            assert_eq!(time_of_day(text), at(22, 30), "{text}");
        }
        assert_eq!(time_of_day("10pm"), at(22, 0));
        assert_eq!(time_of_day("22h"), at(22, 0));
        assert_eq!(time_of_day("12 am"), at(0, 0));
        assert_eq!(time_of_day("12:15 pm"), at(12, 15));
        assert_eq!(time_of_day("9:05"), at(9, 5));
        for text in [
            "", "10", "25:00", "22:3", "22:300", "13 pm", "0 am", "half ten", "22:60", "pm",
        ] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_said_with_its_month() {
        assert_eq!(in_words(ymd(2027, 3, 2)), "2 March 2027");
    }
}
