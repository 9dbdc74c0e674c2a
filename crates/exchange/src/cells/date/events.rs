//! The word for what happened on a day, beside it: `2024年9月已开工`,
//! `已开工（2024.3.28）`.

const EVENTS: &[&str] = &[
    "开工",
    "动工",
    "竣工",
    "完工",
    "投产",
    "云签约",
    "签约",
    "补签",
    "签订",
    "签署",
    "到账",
    "到位",
];
/// What such a word may begin with.
const DONE: [char; 3] = ['已', '正', '式'];

/// A date without the word behind it.
pub(super) fn without(text: &str) -> &str {
    let day = EVENTS.iter().find_map(|event| text.strip_suffix(event));
    let day = day.map(|day| day.trim_end_matches(DONE));
    day.filter(|day| day.ends_with(['日', '号', '月', '年']) || day.ends_with(char::is_numeric))
        .unwrap_or(text)
}

/// The day in brackets behind such a word.
pub(super) fn behind(text: &str, event: &str) -> Option<String> {
    let is_event = EVENTS.contains(&event.trim_start_matches(DONE));
    let (_, behind) = text.split_once('(').filter(|_| is_event)?;
    Some(behind.strip_suffix(')')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stands_before_what_happened_or_in_brackets_behind_it() {
        assert_eq!(without("2024年9月已开工"), "2024年9月");
        assert_eq!(without("2024.3.28正式投产"), "2024.3.28");
        assert_eq!(without("尚未开工"), "尚未开工");
        assert_eq!(
            behind("已开工(2024.3.28)", "已开工").as_deref(),
            Some("2024.3.28")
        );
        assert_eq!(behind("另议(2024.3.28)", "另议"), None);
    }
}
