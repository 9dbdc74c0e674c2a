//! Ways of writing a day that are first put into a usual one.

/// `2024 7 3` and `2024 7`, with points between the numbers.
pub(super) fn spaced(text: &str) -> Option<String> {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().collect();
    let (year, rest) = words.split_first()?;
    let short = |word: &&str| word.len() <= 2 && digits(word);
    let is_day = matches!(rest.len(), 1 | 2) && rest.iter().all(short);
    (is_day && year.len() == 4 && digits(year)).then(|| words.join("."))
}

/// A date between whose numbers stand `\\`, `、` or `。`, with points instead;
/// and without the hour that a machine writes behind a day.
pub(super) fn separated(text: &str) -> String {
    let digits = |c: char| c.is_ascii_digit();
    let text = match text.split_once('T') {
        Some((day, time)) if time.starts_with(digits) && day.ends_with(digits) => day,
        _ => text,
    };
    let signs = ['\\', '、', '。', '_', ','];
    let plain = text.chars().all(|c| digits(c) || signs.contains(&c));
    if plain && text.starts_with(digits) && text.ends_with(digits) {
        text.replace(signs, ".")
    } else {
        text.to_owned()
    }
}

/// `12June2024`, `June12,2024` and `12-Jun-2024` with numbers and points.
pub(super) fn english(text: &str) -> Option<String> {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = text.to_ascii_lowercase();
    let start = lower.find(|c: char| c.is_ascii_alphabetic())?;
    let letters = lower[start..].find(|c: char| !c.is_ascii_alphabetic());
    let word = &lower[start..start + letters?];
    let month = MONTHS.iter().position(|month| word.starts_with(month))? + 1;
    let signs: &[char] = &['-', ',', '.', '/', ' '];
    let before = lower[..start].trim_matches(signs);
    let after = lower[start + word.len()..].trim_matches(signs);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match after.split_once(signs) {
        Some((day, year)) if before.is_empty() && digits(day) && digits(year) => {
            Some(format!("{year}.{month}.{day}"))
        }
        None if digits(before) && after.len() == 4 && digits(after) => {
            Some(format!("{after}.{month}.{before}"))
        }
        None if before.is_empty() && after.len() == 4 && digits(after) => {
            Some(format!("{after}.{month:02}"))
        }
        _ => None,
    }
}
