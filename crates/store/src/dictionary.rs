//! The order of a Chinese dictionary, in which names are sorted: by sound and
//! tone, sign after sign.

use std::cmp::Ordering;
use std::sync::LazyLock;

use pinyin::ToPinyin;

use crate::glyph::signs;
use crate::pinyin::COMMON;

/// The collation by which SQLite sorts texts so.
pub(crate) const COLLATION: &str = "dictionary";
/// Stands for a text in which there is nothing to read.
const NOTHING: char = '\u{1}';

/// For each common character the one whose place in Unicode is its own place
/// in the dictionary, so that sorted texts are as long as they were.
static PLACES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all: Vec<char> = COMMON.collect();
    all.sort_by_cached_key(|c| sound(*c));
    let first = *COMMON.start() as usize;
    let mut places = vec![*COMMON.start(); all.len()];
    for (c, place) in all.into_iter().zip(COMMON) {
        places[c as usize - first] = place;
    }
    places
});

/// How a character sounds, as dictionaries compare it: `lü` is a `lu` that
/// comes after. What nobody can read comes last.
fn sound(c: char) -> (bool, String, bool, Option<u8>, char) {
    let Some(reading) = c.to_pinyin() else {
        return (true, String::new(), false, None, c);
    };
    let plain = reading.plain();
    let tone = reading.with_tone_num_end().bytes().last();
    // The light tone has no number, and comes last.
    let tone = tone.filter(u8::is_ascii_digit).unwrap_or(b'5');
    let letters = plain.replace('ü', "u");
    (false, letters, plain.contains('ü'), Some(tone), c)
}

/// The sign that has this one's place.
pub(crate) fn place(sign: char) -> char {
    let at = (sign as usize).checked_sub(*COMMON.start() as usize);
    let place = at.and_then(|at| PLACES.get(at));
    place.copied().unwrap_or(sign)
}

/// What a text is sorted by: without signs that are not read, upper and lower
/// case alike.
pub(crate) fn key(text: &str) -> String {
    let key: String = signs(text).map(place).collect();
    match key.is_empty() {
        true => NOTHING.into(),
        false => key,
    }
}

/// Which of two texts comes first.
pub(crate) fn compare(a: &str, b: &str) -> Ordering {
    signs(a).map(place).cmp(signs(b).map(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_dictionary() {
        let sorted = [
            "1号",
            "A区",
            "b区",
            "安徽",
            "北京",
            "河北红日",
            "河北（红日）药业",
            "红日药业",
            "鲁能",
            "绿地",
            "乱石",
            "苏州",
            "天津",
            "西安",
            "珠海",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert!(key(pair[0]) < key(pair[1]), "{pair:?}");
        }
        assert_eq!(compare("ＢＭＳ", "bms"), Ordering::Equal);
        assert_eq!(key("——"), "\u{1}");
    }

    #[test]
    fn every_character_has_a_place_of_its_own() {
        let places: std::collections::BTreeSet<char> = COMMON.map(place).collect();
        assert_eq!(places.len(), COMMON.count());
        // Tones come after sounds: mā má mǎ mà.
        for pair in "妈麻马骂".chars().collect::<Vec<_>>().windows(2) {
            assert!(place(pair[0]) < place(pair[1]));
        }
    }
}
