//! Text as it is seen: characters that take no room and come along where
//! text is copied out of web pages and chat windows.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// The text without characters that nobody sees, and with characters in place
/// of the radicals that look like them, as text out of PDF files has: two names
/// that look the same are the same. Joiners stay where they make one picture of
/// several.
pub fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| is_unseen(c) || is_radical(c)) {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    for c in text.chars() {
        if is_radical(c) {
            seen.extend(std::iter::once(c).nfkc());
            continue;
        }
        let joins = c == JOINER && seen.ends_with(is_picture);
        if joins || !is_unseen(c) {
            seen.push(c);
        }
    }
    Cow::Owned(seen)
}

const JOINER: char = '\u{200D}';

fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}')
}

/// Whether the character takes no room and says nothing of its own.
pub fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// Whether the character is a radical of the dictionary that looks like a
/// character of its own.
pub fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}')
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (text, is) in [
            ("甲公司", "甲公司"),
            ("甲\u{200B}公司\u{FEFF}", "甲公司"),
            ("\u{202A}甲\u{AD}公司\u{202C}", "甲公司"),
            ("\u{200B}", ""),
            ("👨\u{200D}👩", "👨\u{200D}👩"),
            ("甲\u{200D}乙", "甲乙"),
            ("甲机器⼈项⽬", "甲机器人项目"),
        ] {
            assert_eq!(seen(text), is, "{text:?}");
        }
    }
}
