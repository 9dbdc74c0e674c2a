//! A time of day behind a date.

use super::text::{fold, tight};

/// Words for halves of the day, and the hours that they add.
const HALVES: &[(&str, u32)] = &[
    ("上午", 0),
    ("早上", 0),
    ("凌晨", 0),
    ("中午", 0),
    ("下午", 12),
    ("晚上", 12),
    ("晚", 12),
];

/// Whether a word stands beside a time and is none: `上午`, `UTC`, `+0800`.
pub(crate) fn is_beside(word: &str) -> bool {
    const WORDS: &[&str] = &["AM", "PM", "am", "pm", "UTC", "GMT", "CST", "Z"];
    let zone = word.strip_prefix(['+', '-']);
    let is_zone = zone.is_some_and(|zone| {
        let digits = |c: char| c.is_ascii_digit() || c == ':';
        zone.len() >= 4 && zone.chars().all(digits)
    });
    is_zone || WORDS.contains(&word) || HALVES.iter().any(|(half, _)| *half == word)
}

/// The time that a text ends with: `16:20` in `2023年4月15日 16:20` and in
/// `2023年4月15日16时20分`.
pub(crate) fn inside(text: &str) -> Option<String> {
    let folded = fold(text);
    let last = folded.split_whitespace().next_back();
    let (hour, minute) = last
        .and_then(of_day)
        .or_else(|| Some(split(&tight(text))?.1))?;
    Some(format!("{hour:02}:{minute:02}"))
}

/// The time that a spreadsheet's number of a day holds behind its point: a
/// quarter past noon is `.510416667`.
pub(crate) fn of_number(text: &str) -> Option<String> {
    const DIGITS: usize = 9;
    let (_, part) = text.split_once('.')?;
    let digits: String = part
        .chars()
        .chain("0".repeat(DIGITS).chars())
        .take(DIGITS)
        .collect();
    let scaled: u64 = digits.parse().ok()?;
    let scale = 10_u64.pow(9);
    // Half a minute more, for the last digit is cut off.
    let minutes = (scaled * 24 * 60 * 2 + scale) / (scale * 2);
    let (hour, minute) = (minutes / 60, minutes % 60);
    (hour < 24).then(|| format!("{hour:02}:{minute:02}"))
}

/// A day and the time written right behind it.
pub(crate) fn split(text: &str) -> Option<(&str, (u32, u32))> {
    let end = text.rfind(['日', '号'])? + '日'.len_utf8();
    let time = of_day(text.get(end..)?)?;
    Some((&text[..end], time))
}

/// `16:20`, `9:05:00`, `16时20分`, `下午3点`.
fn of_day(text: &str) -> Option<(u32, u32)> {
    let (text, more) = HALVES
        .iter()
        .find_map(|(word, more)| Some((text.strip_prefix(word)?, *more)))
        .unwrap_or((text, 0));
    let (hour, rest) = text.split_once([':', '时', '点'])?;
    let minute = match rest {
        "" | "整" if !text.contains(':') => "0",
        "半" => "30",
        rest => rest.split([':', '分']).next()?,
    };
    let number = |text: &str, most: u32| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let number: u32 = text.parse().ok().filter(|_| digits)?;
        (number <= most).then_some(number)
    };
    let hour = number(hour, 23)?;
    let hour = if hour < 12 { hour + more } else { hour };
    Some((hour, number(minute, 59)?))
}

#[cfg(test)]
mod tests {
    use super::{inside, of_number};

    #[test]
    fn the_time_behind_a_date() {
        for (text, time) in [
            ("2023年4月15日 16:20", Some("16:20")),
            ("2023-04-15 ９：05：00", Some("09:05")),
            ("2023年4月15日16时20分", Some("16:20")),
            ("2023年4月15日下午3点", Some("15:00")),
            ("4月15日 9点半", Some("09:30")),
            ("2023-04-15", None),
            ("2023年4月15日", None),
            ("比例 25:99", None),
        ] {
            assert_eq!(inside(text).as_deref(), time, "{text}");
        }
    }

    #[test]
    fn the_time_in_the_number_of_a_day() {
        for (text, time) in [
            ("45031.6805555556", Some("16:20")),
            ("45031.5", Some("12:00")),
            ("45031.0034722", Some("00:05")),
            ("45031.99999", None),
            ("45031", None),
        ] {
            assert_eq!(of_number(text).as_deref(), time, "{text}");
        }
    }
}
