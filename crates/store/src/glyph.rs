//! Text as search sees it, character by character, and where a typed word
//! stands in it.

use crate::pinyin::{is_han, readings};

/// The longest word that is looked for, in characters.
pub(crate) const LONGEST_WORD: usize = 60;
/// In a word, any one character.
pub(crate) const ANY: char = '\u{FFFF}';

/// A folded letter, digit or Chinese character of a text. Other signs have
/// none: `红日（集团）` reads as `红日集团`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Half-width, lower case.
    pub(crate) sign: char,
    /// How it may be typed, when it is Chinese.
    pub(crate) readings: &'static [&'static str],
    /// Its place in the text, in characters.
    pub(crate) at: usize,
}

/// Where a word stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    /// Whether it was typed by sound and not as it is written.
    pub(crate) by_sound: bool,
    /// Its first glyph.
    pub(crate) first: usize,
    /// The glyph after its last.
    pub(crate) end: usize,
}

/// The glyphs of a text; how they are typed only when `by_sound` is asked.
pub(crate) fn glyphs(text: &str, by_sound: bool) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len() / 3);
    for (at, c) in text.chars().enumerate() {
        let mut push = |sign: char, readings| {
            glyphs.push(Glyph { sign, readings, at });
        };
        if is_han(c) {
            push(c, if by_sound { readings(c) } else { &[] });
            continue;
        }
        for sign in folded(c) {
            push(sign, &[]);
        }
    }
    glyphs
}

/// A character as it is compared; nothing for one that is not read.
fn folded(c: char) -> impl Iterator<Item = char> {
    // Half-width already, and without upper and lower case.
    let han = is_han(c).then_some(c);
    let half = match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    };
    let other = han.is_none().then(|| half.to_lowercase());
    let other = other.into_iter().flatten();
    han.into_iter()
        .chain(other.filter(|sign| sign.is_alphanumeric()))
}

/// The signs of a text's glyphs.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(folded)
}

/// The letters, digits and characters of a word, folded.
pub(crate) fn word(text: &str) -> Vec<char> {
    signs(text).take(LONGEST_WORD).collect()
}

/// Where `word` first stands in a text as written; if nowhere, where it does
/// by sound: any mixture of characters, syllables and their first letters.
pub(crate) fn find(word: &[char], text: &[Glyph]) -> Option<Found> {
    let written = |first: usize| {
        let there = text.get(first..first + word.len())?;
        let same = there
            .iter()
            .zip(word)
            .all(|(glyph, sign)| glyph.sign == *sign);
        same.then_some(Found {
            by_sound: false,
            first,
            end: first + word.len(),
        })
    };
    if word.is_empty() {
        return None;
    }
    let typed = |first: usize| {
        let end = typed_from(word, &text[first..])?;
        Some(Found {
            by_sound: true,
            first,
            end: first + end,
        })
    };
    let by_sound = word.iter().any(char::is_ascii_lowercase);
    let starts = || 0..text.len();
    let found = starts().find_map(written);
    found.or_else(|| starts().filter(|_| by_sound).find_map(typed))
}

/// How many glyphs of a text `word` types from the first on.
fn typed_from(word: &[char], text: &[Glyph]) -> Option<usize> {
    // The n-th bit says that the first n characters may have been used up.
    let mut reached: u64 = 1;
    for (at, glyph) in text.iter().enumerate() {
        let mut next: u64 = 0;
        for used in (0..word.len()).filter(|used| reached & (1 << used) != 0) {
            let rest = &word[used..];
            if rest[0] == glyph.sign || rest[0] == ANY {
                next |= 1 << (used + 1);
            }
            for reading in glyph.readings {
                let alike = reading
                    .chars()
                    .zip(rest)
                    .take_while(|(a, b)| a == *b)
                    .count();
                if alike == reading.len() || alike == rest.len() {
                    next |= 1 << (used + alike);
                }
                if alike > 0 {
                    next |= 1 << (used + 1);
                }
                if alike > 1 && matches!(&reading[..2], "zh" | "ch" | "sh") {
                    next |= 1 << (used + 2);
                }
            }
        }
        if next & (1 << word.len()) != 0 {
            return Some(at + 1);
        }
        if next == 0 {
            return None;
        }
        reached = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_typed() {
        let name = "河北红日药业（集团）有限公司BMS系统";
        for (typed, written) in [
            ("红日", "红日"),
            ("hryy", "红日药业"),
            ("hongri", "红日"),
            ("hongriyaoye", "红日药业"),
            ("hongriya", "红日药"),
            ("hryaoye", "红日药业"),
            ("红ryy", "红日药业"),
            ("日yaoye", "日药业"),
            ("yyjt", "药业（集团"),
            ("药业集团", "药业（集团"),
            ("ＢＭＳ系统", "BMS系统"),
            ("bmsxt", "BMS系统"),
            ("ms系", "MS系"),
            ("hbhr", "河北红日"),
        ] {
            let text = glyphs(name, true);
            let found = find(&word(typed), &text).expect(typed);
            let (first, last) = (text[found.first].at, text[found.end - 1].at);
            let there: String = name.chars().skip(first).take(last + 1 - first).collect();
            assert_eq!(there, written, "{typed}");
        }
        for typed in ["hrzy", "红业", "hongry日", "（", "ongri"] {
            assert_eq!(find(&word(typed), &glyphs(name, true)), None, "{typed}");
        }
        let chongqing = glyphs("重庆银行", true);
        for typed in ["cqyh", "zqyx", "chongqingyinhang", "cqyinh"] {
            assert!(find(&word(typed), &chongqing).is_some(), "{typed}");
        }
    }
}
