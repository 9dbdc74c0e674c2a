//! How Chinese characters are typed on a Latin keyboard.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Readings of one character that are looked at, the commonest first.
const MOST_READINGS: usize = 3;
/// Ways to divide a word that are looked at.
const MOST_DIVISIONS: usize = 8;

/// Whether it is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The characters whose readings are kept at hand.
pub(crate) const COMMON: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// The readings of the characters of [`COMMON`], in order.
static READINGS: LazyLock<Vec<Box<[&'static str]>>> =
    LazyLock::new(|| COMMON.map(|c| look_up(c).into()).collect());

/// The readings of a common character without tones, unlike ones only.
pub(crate) fn readings(c: char) -> &'static [&'static str] {
    let at = (c as usize).checked_sub(*COMMON.start() as usize);
    at.and_then(|at| READINGS.get(at))
        .map_or(&[], |readings| readings)
}

fn look_up(c: char) -> Vec<&'static str> {
    let mut readings = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = typed(reading.plain());
        // Sounds such as `ng` and `hm` are nobody's name.
        let spoken = plain.is_ascii() && plain.contains(['a', 'e', 'i', 'o', 'u', 'v']);
        if spoken && !readings.contains(&plain) {
            readings.push(plain);
        }
    }
    readings.truncate(MOST_READINGS);
    readings
}

/// A syllable as keyboards have it: `v` for `ü`.
fn typed(syllable: &'static str) -> &'static str {
    match syllable {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        other => other,
    }
}

/// Every syllable there is.
static SYLLABLES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| COMMON.flat_map(readings).copied().collect());

/// A piece of a word that stands for one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit<'w> {
    /// A whole syllable.
    Syllable(&'w str),
    /// A syllable's first letter.
    Initial(&'w str),
    /// The beginning of the last syllable, two letters or more.
    Beginning(&'w str),
}

impl Unit<'_> {
    /// Its first letter.
    pub(crate) fn initial(&self) -> char {
        let (Self::Syllable(text) | Self::Initial(text) | Self::Beginning(text)) = self;
        text.chars().next().unwrap_or(' ')
    }
}

/// The ways in which a word of lower-case letters may be divided, without
/// those of nothing but single letters; long syllables first. Where whole
/// syllables use it up, single letters are not looked for.
pub(crate) fn divisions(word: &str) -> Vec<Vec<Unit<'_>>> {
    let mut found = Vec::new();
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        let mut dead = vec![false; word.len()];
        divide(word, &mut Vec::new(), &mut found, &mut dead);
    }
    let single = |unit: &Unit<'_>| matches!(unit, Unit::Initial(_));
    if found.iter().any(|units| !units.iter().any(single)) {
        found.retain(|units| !units.iter().any(single));
    }
    found
}

/// Divides what is left of a word; whether it can be. Places from which it
/// cannot are `dead`, by the letters left.
fn divide<'w>(
    rest: &'w str,
    before: &mut Vec<Unit<'w>>,
    found: &mut Vec<Vec<Unit<'w>>>,
    dead: &mut [bool],
) -> bool {
    if rest.is_empty() {
        let single = |unit: &Unit<'_>| matches!(unit, Unit::Initial(_));
        if !before.iter().all(single) && found.len() < MOST_DIVISIONS {
            found.push(before.clone());
        }
        return true;
    }
    if found.len() == MOST_DIVISIONS {
        return true;
    }
    if dead[rest.len() - 1] {
        return false;
    }
    let mut ends = false;
    for length in (1..=rest.len().min(6)).rev() {
        let (piece, after) = rest.split_at(length);
        let unit = if SYLLABLES.contains(piece) {
            Unit::Syllable(piece)
        } else if length == 1 && !matches!(piece, "i" | "u" | "v") {
            Unit::Initial(piece)
        } else if after.is_empty() && length > 1 && begins_syllable(piece) {
            Unit::Beginning(piece)
        } else {
            continue;
        };
        before.push(unit);
        ends |= divide(after, before, found, dead);
        before.pop();
    }
    dead[rest.len() - 1] = !ends;
    ends
}

fn begins_syllable(piece: &str) -> bool {
    let next = SYLLABLES.range(piece..).next();
    next.is_some_and(|syllable| syllable.starts_with(piece))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_several_readings_have_them_all() {
        assert_eq!(readings('红').first(), Some(&"hong"));
        assert!(readings('重').contains(&"chong"));
        assert!(readings('行').contains(&"hang"));
        assert_eq!(readings('绿').first(), Some(&"lv"));
        assert!(readings('A').is_empty());
    }

    #[test]
    fn a_word_that_cannot_be_divided_is_given_up_at_once() {
        assert!(divisions(&("an".repeat(60) + "mv")).is_empty());
        assert!(!divisions(&"an".repeat(60)).is_empty());
    }

    #[test]
    fn words_are_divided_into_syllables() {
        let divided = |word| divisions(word).first().cloned().unwrap_or_default();
        assert_eq!(
            divided("hongri"),
            [Unit::Syllable("hong"), Unit::Syllable("ri")]
        );
        assert_eq!(
            divided("hryao"),
            [
                Unit::Initial("h"),
                Unit::Initial("r"),
                Unit::Syllable("yao")
            ]
        );
        assert_eq!(
            divided("hongzho"),
            [Unit::Syllable("hong"), Unit::Beginning("zho")]
        );
        assert!(divided("hrzy").is_empty());
        assert!(divided("zs2023").is_empty());
        let twice = [Unit::Syllable("xi"), Unit::Syllable("an")];
        assert!(divisions("xian").iter().any(|units| *units == twice));
    }
}
