//! A time of day behind a date.

use super::text::fold;

/// The time that a text ends with: `16:20` in `2023年4月15日 16:20`.
pub(crate) fn inside(text: &str) -> Option<String> {
    let text = fold(text);
    let last = text.split_whitespace().next_back()?;
    let (hour, rest) = last.split_once(':')?;
    let minute = rest.split(':').next()?;
    let number = |text: &str, most: u32| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let number: u32 = text.parse().ok().filter(|_| digits)?;
        (number <= most).then_some(number)
    };
    Some(format!(
        "{:02}:{:02}",
        number(hour, 23)?,
        number(minute, 59)?
    ))
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn the_time_behind_a_date() {
        assert_eq!(inside("2023年4月15日 16:20").as_deref(), Some("16:20"));
        assert_eq!(inside("2023-04-15 ９：05：00").as_deref(), Some("09:05"));
        assert_eq!(inside("2023-04-15"), None);
        assert_eq!(inside("比例 25:99"), None);
    }
}
