//! Personal numbers are shown in part: 138****1234.

/// A number of a field that holds personal data.
pub(super) fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let (first, last) = match characters.len() {
        11.. => (3, 4),
        7..=10 => (2, 2),
        _ => (1, 0),
    };
    let hidden = |(at, c): (usize, &char)| match *c {
        c if at < first || at + last >= characters.len() => c,
        // The form of a number stays to be seen.
        c @ ('-' | ' ' | '(' | ')' | '/' | '、' | '，' | '；' | '\n') => c,
        _ => '*',
    };
    characters.iter().enumerate().map(hidden).collect()
}

/// Digits of a mobile number and of an identity number.
const MOBILE: usize = 11;
const IDENTITY: usize = 18;

/// Mobile and identity numbers in any text; `None` when there are none.
pub(crate) fn mask_within(text: &str) -> Option<String> {
    let mut found = None;
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, from) = rest.split_at(start);
        masked.push_str(before);
        let end = from
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        if is_mobile(run) || is_identity(run) {
            masked.push_str(&mask(run));
            found = Some(());
        } else {
            masked.push_str(run);
        }
        rest = after;
    }
    masked.push_str(rest);
    found.map(|()| masked)
}

fn is_mobile(run: &str) -> bool {
    let digits = run.bytes().all(|byte| byte.is_ascii_digit());
    let second = run.as_bytes().get(1);
    run.len() == MOBILE
        && digits
        && run.starts_with('1')
        && second.is_some_and(|byte| *byte >= b'3')
}

/// Eighteen digits, the last perhaps X, with a date of birth in them.
fn is_identity(run: &str) -> bool {
    let (Some(digits), Some(last)) = (run.get(..IDENTITY - 1), run.bytes().last()) else {
        return false;
    };
    let birth = run.get(6..14).unwrap_or_default();
    run.len() == IDENTITY
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (last.is_ascii_digit() || last.eq_ignore_ascii_case(&b'x'))
        && (birth.starts_with("19") || birth.starts_with("20"))
        && chrono::NaiveDate::parse_from_str(birth, "%Y%m%d").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_in_part() {
        assert_eq!(mask("13800001234"), "138****1234");
        assert_eq!(mask("0537-12345678"), "053*-****5678");
        assert_eq!(mask("1234567"), "12***67");
        assert_eq!(mask("wx12"), "w***");
    }

    #[test]
    fn numbers_within_texts_are_found() {
        let masked = |text| mask_within(text);
        assert_eq!(
            masked("张三 13800001234、李四15912345678").as_deref(),
            Some("张三 138****1234、李四159****5678")
        );
        assert_eq!(
            masked("身份证370802199001011234").as_deref(),
            Some("身份证370***********1234")
        );
        for other in [
            "91350200MA2YJ1XR9G",
            "913702001234567890",
            "投资12345678901元",
            "合同 2023-10-12",
            "",
        ] {
            assert_eq!(masked(other), None, "{other}");
        }
    }
}
