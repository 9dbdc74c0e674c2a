//! Personal numbers are shown in part: 138****1234.

use std::ops::Range;

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
        c if "-－–—‑ \u{3000}\u{a0}()（）/、，；\n".contains(c) => c,
        _ => '*',
    };
    characters.iter().enumerate().map(hidden).collect()
}

/// Digits of a mobile number and of an identity number.
const MOBILE: usize = 11;
const IDENTITY: usize = 18;

/// Words that stand right before a number.
const LABELS: &[&str] = &[
    "tel", "phone", "mobile", "mob", "cell", "m", "t", "wx", "vx", "wechat",
];
/// The country's code before a mobile number.
const COUNTRY: &[&str] = &["86", "0086"];
/// How people divide the digits of a mobile number.
const DIVIDED: &[&[usize]] = &[&[3, 4, 4], &[4, 3, 4], &[3, 8]];

/// Mobile, landline and identity numbers in any text, also in full-width
/// digits and however their digits are divided; `None` when there are none.
pub(crate) fn mask_within(text: &str) -> Option<String> {
    let own: Vec<char> = text.chars().collect();
    let folded: Vec<char> = own.iter().copied().map(folded).collect();
    let runs = runs(&folded);
    let mut hidden = own.clone();
    let (mut at, mut found) = (0, false);
    while let Some(run) = runs.get(at) {
        let number = whole(&folded[run.clone()]).map(|before| (run.start + before..run.end, 1));
        let number = number.or_else(|| divided(&folded, &runs[at..]));
        let Some((span, taken)) = number else {
            at += 1;
            continue;
        };
        let shown: String = own[span.clone()].iter().collect();
        for (place, c) in span.zip(mask(&shown).chars()) {
            hidden[place] = c;
        }
        found = true;
        at += taken;
    }
    found.then(|| hidden.into_iter().collect())
}

/// A character in the width in which it is compared.
fn folded(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// Where letters and digits stand together.
fn runs(text: &[char]) -> Vec<Range<usize>> {
    let mut runs = Vec::<Range<usize>>::new();
    for (at, _) in text
        .iter()
        .enumerate()
        .filter(|(_, c)| c.is_ascii_alphanumeric())
    {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// How many characters stand before the number that a run is.
fn whole(run: &[char]) -> Option<usize> {
    let text: String = run.iter().collect::<String>().to_ascii_lowercase();
    if is_identity(&text) {
        return Some(0);
    }
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let label = text.strip_suffix(digits).unwrap_or_default();
    if !label.is_empty() && !LABELS.contains(&label) {
        return None;
    }
    let after = |code: &&str| digits.strip_prefix(*code).filter(|rest| is_mobile(rest));
    let own = Some(digits).filter(|digits| is_mobile(digits));
    let mobile = own.or_else(|| COUNTRY.iter().find_map(after))?;
    Some(text.len() - mobile.len())
}

/// The number that the first of these runs begin together, and how many do.
fn divided(text: &[char], runs: &[Range<usize>]) -> Option<(Range<usize>, usize)> {
    let first = runs.first()?;
    let joined = |count: usize| {
        let parts = runs.get(..count)?;
        let near = parts.windows(2).all(|pair| {
            let between = &text[pair[0].end..pair[1].start];
            between.len() <= 3 && between.iter().all(|c| matches!(c, ' ' | '-' | ')'))
        });
        let all = parts.iter().flat_map(|part| &text[part.clone()]);
        near.then(|| all.collect::<String>())
    };
    let lengths = |count: usize| runs.iter().take(count).map(|run| run.len());
    let mobile = DIVIDED.iter().find(|groups| {
        lengths(groups.len()).eq(groups.iter().copied())
            && joined(groups.len()).is_some_and(|digits| is_mobile(&digits))
    });
    // What hangs on something before it is the tail of a document's number.
    let begins = first
        .start
        .checked_sub(1)
        .is_none_or(|before| text[before] != '-');
    let landline = |digits: &String| {
        let code = first.len();
        begins && is_landline(digits, code) && lengths(2).eq([code, digits.len() - code])
    };
    let taken = match mobile {
        Some(groups) => groups.len(),
        None => joined(2).filter(landline).map(|_| 2)?,
    };
    Some((first.start..runs.get(taken - 1)?.end, taken))
}

/// An area's code and seven or eight digits.
fn is_landline(digits: &str, code: usize) -> bool {
    digits.starts_with('0')
        && matches!(code, 3 | 4)
        && matches!(digits.len() - code, 7 | 8)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
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
        for (text, hidden) in [
            ("138 0000 1234", "138 **** 1234"),
            ("138-0000-1234，备用", "138-****-1234，备用"),
            ("+8613912345678", "+86139****5678"),
            ("+86 139 1234 5678", "+86 139 **** 5678"),
            ("008613912345678", "0086139****5678"),
            (
                "tel:13700001111 WX13700001111",
                "tel:137****1111 WX137****1111",
            ),
            ("１３８００００１２３４", "１３８****１２３４"),
            ("电话0537-1234567转801", "电话053*-***4567转801"),
            (
                "（0537）1234567、010 12345678",
                "（053*）***4567、010 ****5678",
            ),
            ("0537－1234567", "053*－***4567"),
        ] {
            assert_eq!(masked(text).as_deref(), Some(hidden), "{text}");
        }
        for other in [
            "2301-370126-04-01-123456",
            "0.12345678",
            "2023-0001-1234567",
            "HT13812345678",
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
