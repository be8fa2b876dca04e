//! Numbers and times in words, as they are said.

use std::time::Duration;

/// `one minute thirty seconds`.
pub(crate) fn time_words(time: Duration) -> String {
    let tenths = u32::try_from(time.as_millis() / 100).unwrap_or(u32::MAX);
    let (hours, minutes, seconds, tenth) = (
        tenths / 36_000,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10,
    );
    let mut parts = Vec::new();
    for (count, unit) in [(hours, "hour"), (minutes, "minute")] {
        if count > 0 {
            parts.push(format!(
                "{} {unit}{}",
                number_words(count),
                if count == 1 { "" } else { "s" }
            ));
        }
    }
    if tenth > 0 {
        parts.push(format!(
            "{} point {} seconds",
            number_words(seconds),
            number_words(tenth)
        ));
    } else if seconds > 0 || parts.is_empty() {
        parts.push(format!(
            "{} second{}",
            number_words(seconds),
            if seconds == 1 { "" } else { "s" }
        ));
    }
    parts.join(" ")
}

/// A number below a million in words, joined by hyphens within tens: `twenty-five`.
pub(crate) fn number_words(number: u32) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    match number {
        0..=19 => ONES[number as usize].to_owned(),
        20..=99 if number.is_multiple_of(10) => TENS[number as usize / 10].to_owned(),
        20..=99 => format!(
            "{}-{}",
            TENS[number as usize / 10],
            ONES[number as usize % 10]
        ),
        100..=999 => with_rest(number_words(number / 100) + " hundred", number % 100),
        1_000..=999_999 => with_rest(number_words(number / 1_000) + " thousand", number % 1_000),
        _ => number.to_string(),
    }
}

fn with_rest(head: String, rest: u32) -> String {
    if rest == 0 {
        head
    } else {
        format!("{head} {}", number_words(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_out() {
        for (number, words) in [
            (0, "zero"),
            (13, "thirteen"),
            (20, "twenty"),
            (25, "twenty-five"),
            (100, "one hundred"),
            (215, "two hundred fifteen"),
        ] {
            assert_eq!(number_words(number), words);
        }
        assert_eq!(
            time_words(Duration::from_secs(90)),
            "one minute thirty seconds"
        );
        assert_eq!(
            time_words(Duration::from_millis(7_500)),
            "seven point five seconds"
        );
        assert_eq!(time_words(Duration::from_secs(3601)), "one hour one second");
    }
}
