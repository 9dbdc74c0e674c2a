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

/// A day as programs print it, in a usual form: `Thu May 18 00:00:00 CST 2023`,
/// `20230519.0`.
pub(super) fn printed(text: &str) -> Option<String> {
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(day) = text.trim().strip_suffix(".0") {
        return (day.len() == 8 && digits(day)).then(|| day.to_owned());
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, time, .., year] = words[..] else {
        return None;
    };
    let is_day = time.contains(':') && digits(day) && year.len() == 4 && digits(year);
    is_day.then(|| english(&format!("{day}-{month}-{year}")))?
}

/// The year that two digits at the start of a text name, in this century.
pub(super) fn century(text: &str) -> Option<i32> {
    let year: i32 = text.get(..2)?.parse().ok()?;
    (0..50).contains(&year).then_some(2_000 + year)
}

/// A date without the day of the week behind it: `2025.3.8 星期六`.
pub(super) fn without_weekday(text: &str) -> String {
    let ends = ["星期", "礼拜", "周"];
    let bare = text.trim_end();
    let mut signs = bare.chars();
    let is_day = signs
        .next_back()
        .is_some_and(|c| "一二三四五六日天末".contains(c));
    let rest = signs.as_str();
    let day = ends
        .iter()
        .find_map(|end| rest.strip_suffix(end))
        .filter(|_| is_day);
    let day = day.map(|day| day.trim_end_matches([' ', ',', '(']));
    day.filter(|day| day.ends_with(|c: char| c.is_ascii_digit() || c == '日' || c == '号'))
        .unwrap_or(text)
        .to_owned()
}

/// The year that stands alone in brackets behind a day: `3月8日（2024年）`.
pub(super) fn year_behind(text: &str) -> Option<i32> {
    let (_, inside) = text.split_once('(')?;
    let year = inside.trim().strip_suffix(')')?.trim_end_matches('年');
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    year.parse()
        .ok()
        .filter(|year| is_year && (1990..2100).contains(year))
}

/// A date between whose numbers stand `\\`, `、` or `。`, with points instead;
/// and without the hour that a machine writes behind a day.
pub(super) fn separated(text: &str) -> String {
    let digits = |c: char| c.is_ascii_digit();
    let text = match text.split_once('T') {
        Some((day, time)) if time.starts_with(digits) && day.ends_with(digits) => day,
        _ => text,
    };
    // 2025.3底, 2025.3上旬
    if let Some((at, _)) = text
        .char_indices()
        .find(|(_, c)| "底初末上中下".contains(*c))
        && text[..at].contains('.')
        && text[..at].chars().all(|c| digits(c) || c == '.')
        && text[..at].ends_with(digits)
    {
        return format!("{}月{}", &text[..at], &text[at..]);
    }
    let is_full = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let long: &[char] = if is_full { &['—', '–'] } else { &[] };
    let text = &text.replace(long, "\\");
    let signs = ['\\', '、', '。', '_', ',', '·'];
    let plain = text.chars().all(|c| digits(c) || signs.contains(&c));
    if plain && text.starts_with(digits) && text.ends_with(digits) {
        text.replace(signs, ".")
    } else {
        text.to_owned()
    }
}

/// A date without the word that something goes on from there: `2023年7月起`.
pub(super) fn without_since(text: &str) -> &str {
    let since = ["以来", "至今", "起", "开始"];
    let day = since.iter().find_map(|word| text.strip_suffix(word));
    day.filter(|day| day.ends_with(['日', '号', '月', '年', '初', '底']))
        .unwrap_or(text)
}

/// `12June2024`, `June12,2024` and `12-Jun-2024` with numbers and points.
pub(super) fn english(text: &str) -> Option<String> {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = text.to_ascii_lowercase();
    // 19-5月-23
    if let Some((before, year)) = lower.split_once("月-")
        && let Some((day, month)) = before.split_once('-')
        && year.len() == 2
    {
        return Some(format!("{}.{month}.{day}", century(year)?));
    }
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
        None if digits(before) && after.len() == 2 && digits(after) => {
            Some(format!("{}.{month}.{before}", century(after)?))
        }
        None if before.is_empty() && after.len() == 4 && digits(after) => {
            Some(format!("{after}.{month:02}"))
        }
        _ => None,
    }
}
