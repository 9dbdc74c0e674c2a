//! The tokens under which a record's texts stand in the search index, and
//! the expressions that look for them.
//!
//! Chinese is cut into single characters and pairs, in names also into three
//! at a time, so that any fragment is found; a word of letters or digits is
//! kept, with its first one, two and three signs. Names are also cut by how they are typed: first letters one,
//! two and four at a time, syllables one and two. Each token begins with a
//! letter for what it is, so that looking in names only costs what names cost.

use std::fmt::Write as _;

use crate::glyph::Glyph;
use crate::pinyin::{Unit, divisions, is_han};

/// Glyphs of a name that are cut by sound.
const MOST_BY_SOUND: usize = 60;
/// Readings of a character that stand in tokens of several characters.
const MOST_TOGETHER: usize = 2;
/// Up to this length the beginning of a word is a token.
const BEGINNING: usize = 3;

/// Where in a record something is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In its title or aliases.
    Name,
    /// In a code or number.
    Code,
    /// In any of its texts.
    Anywhere,
}

impl Place {
    /// The place of a field with that search weight.
    pub(crate) fn of(weight: u8) -> Self {
        match weight {
            8.. => Self::Name,
            4.. => Self::Code,
            _ => Self::Anywhere,
        }
    }

    /// What tokens of whole words and of Chinese begin with.
    fn whole(self) -> char {
        match self {
            Self::Name => 'n',
            Self::Code => 'c',
            Self::Anywhere => 'a',
        }
    }

    /// Characters of its longest tokens of Chinese.
    fn longest(self) -> usize {
        match self {
            Self::Name => 3,
            _ => 2,
        }
    }

    /// What tokens of words' beginnings begin with.
    fn beginning(self) -> char {
        match self {
            Self::Name => 'e',
            Self::Code => 'f',
            Self::Anywhere => 'b',
        }
    }
}

/// What tokens of first letters begin with.
const INITIALS: char = 'i';
/// What tokens of one syllable begin with.
const SYLLABLE: char = 's';
/// What tokens of two syllables begin with.
const SYLLABLES: char = 'd';
/// What the token of a record's kind begins with.
const KIND: char = 'k';

/// Tokens, as the index takes them: one behind the other, some more than once.
#[derive(Debug, Default)]
pub(crate) struct Tokens(String);

impl Tokens {
    /// The token of a record's kind.
    pub(crate) fn kind(&mut self, kind: &str) {
        self.add(KIND, kind.chars().filter(|sign| *sign != '_'));
    }

    /// The tokens of a text in `place`.
    pub(crate) fn text(&mut self, place: Place, text: &[Glyph]) {
        if place != Place::Anywhere {
            self.text(Place::Anywhere, text);
        }
        for (at, glyph) in text
            .iter()
            .enumerate()
            .filter(|(_, glyph)| is_han(glyph.sign))
        {
            self.add(place.whole(), [glyph.sign]);
            for size in 2..=place.longest() {
                let piece = text.get(at..at + size).unwrap_or_default();
                if !piece.is_empty() && piece.iter().all(|glyph| is_han(glyph.sign)) {
                    self.add(place.whole(), piece.iter().map(|glyph| glyph.sign));
                }
            }
        }
        for word in words(text) {
            self.word(place, word.iter().map(|glyph| glyph.sign));
        }
        match place {
            Place::Name => self.sounds(&text[..text.len().min(MOST_BY_SOUND)]),
            // A code is also looked for without its dashes.
            Place::Code => {
                for place in [place, Place::Anywhere] {
                    self.word(place, text.iter().map(|glyph| glyph.sign));
                }
            }
            Place::Anywhere => {}
        }
    }

    /// All of them.
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    fn add(&mut self, mark: char, signs: impl IntoIterator<Item = char>) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push(mark);
        self.0.extend(signs);
    }

    fn add_text(&mut self, mark: char, parts: &[&str]) {
        self.add(mark, []);
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    /// Every way to take one first letter of each.
    fn initials(&mut self, window: &[First]) {
        for way in 0..1_u32 << window.len() {
            let signs = window
                .iter()
                .enumerate()
                .map(|(at, first)| first.0[usize::from(way >> at & 1 == 1)]);
            if signs.clone().all(|sign| sign.is_some()) {
                self.add(INITIALS, signs.flatten());
            }
        }
    }

    fn word(&mut self, place: Place, word: impl Iterator<Item = char> + Clone) {
        let length = word.clone().count();
        for end in 1..=length.min(BEGINNING) {
            self.add(place.beginning(), word.clone().take(end));
        }
        self.add(place.whole(), word);
    }

    fn sounds(&mut self, text: &[Glyph]) {
        for sign in text.iter().flat_map(first_signs) {
            self.add(INITIALS, [sign]);
        }
        let firsts: Vec<First> = text.iter().map(First::of).collect();
        for size in [2, 4] {
            for window in firsts.windows(size) {
                self.initials(window);
            }
        }
        for glyph in text {
            for reading in glyph.readings {
                self.add_text(SYLLABLE, &[reading]);
            }
        }
        for pair in text.windows(2) {
            for one in pair[0].readings.iter().take(MOST_TOGETHER) {
                for other in pair[1].readings.iter().take(MOST_TOGETHER) {
                    self.add_text(SYLLABLES, &[one, other]);
                }
            }
        }
    }
}

/// The first letters a glyph may be typed by; other signs are their own.
fn first_signs(glyph: &Glyph) -> impl Iterator<Item = char> {
    let readings = glyph.readings.iter();
    let own = glyph.readings.is_empty().then_some(glyph.sign);
    readings
        .filter_map(|reading| reading.chars().next())
        .chain(own)
}

/// The first letters of a glyph that stand in tokens of several.
#[derive(Clone, Copy)]
struct First([Option<char>; MOST_TOGETHER]);

impl First {
    fn of(glyph: &Glyph) -> Self {
        let mut signs = first_signs(glyph);
        let one = signs.next();
        Self([one, signs.find(|sign| Some(*sign) != one)])
    }
}

/// The words of a text: letters and digits that stand together.
fn words(text: &[Glyph]) -> Vec<&[Glyph]> {
    let together = |a: &Glyph, b: &Glyph| {
        !is_han(a.sign) && !is_han(b.sign) && (b.at == a.at || b.at == a.at + 1)
    };
    let words = text.chunk_by(together);
    words.filter(|word| !is_han(word[0].sign)).collect()
}

/// The expression that finds a word, or more than it, in `place`; empty when
/// the word has nothing to look for.
pub(crate) fn expression(word: &[Glyph], place: Place) -> String {
    let mut terms = Vec::new();
    for run in word.chunk_by(|a, b| is_han(a.sign) == is_han(b.sign)) {
        if is_han(run[0].sign) {
            let pieces = run.windows(run.len().min(place.longest())).map(|piece| {
                let signs: String = piece.iter().map(|glyph| glyph.sign).collect();
                quoted(place.whole(), &signs)
            });
            terms.extend(pieces);
        } else {
            for word in words(run) {
                let signs: String = word.iter().map(|glyph| glyph.sign).collect();
                terms.push(word_expression(&signs, place));
            }
        }
    }
    terms.join(" AND ")
}

/// Restricts an expression to kinds.
pub(crate) fn of_kinds(expression: &str, kinds: &[&str]) -> String {
    if kinds.is_empty() {
        return expression.to_owned();
    }
    let kinds = kinds
        .iter()
        .map(|kind| quoted(KIND, &kind.replace('_', "")));
    format!("({expression}) AND {}", any(kinds))
}

/// The expression of a word in which the sign at `at` may be another.
pub(crate) fn near(word: &[char], at: usize) -> String {
    let parts = [&word[..at], &word[at + 1..]];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<String> = parts
        .map(|part| initials(&part.iter().collect::<String>()))
        .collect();
    parts.join(" AND ")
}

fn word_expression(word: &str, place: Place) -> String {
    let mut ways = vec![if word.chars().count() <= BEGINNING {
        quoted(place.beginning(), word)
    } else {
        format!("{}*", quoted(place.whole(), word))
    }];
    if place != Place::Code {
        ways.push(format!("({})", initials(word)));
        for units in divisions(word) {
            ways.push(format!("({})", by_sound(&units)));
        }
    }
    any(ways)
}

/// The expression of a word's signs as first letters.
fn initials(word: &str) -> String {
    let signs: Vec<char> = word.chars().collect();
    let size = match signs.len() {
        0 | 1 => 1,
        2 | 3 => 2,
        _ => 4,
    };
    let pieces = signs.windows(size);
    let pieces = pieces.map(|piece| quoted(INITIALS, &piece.iter().collect::<String>()));
    pieces.collect::<Vec<_>>().join(" AND ")
}

fn by_sound(units: &[Unit<'_>]) -> String {
    let mut terms = Vec::new();
    let mut whole = true;
    for (at, unit) in units.iter().enumerate() {
        match (unit, units.get(at + 1)) {
            (Unit::Syllable(one), Some(Unit::Syllable(other))) => {
                terms.push(quoted(SYLLABLES, &format!("{one}{other}")));
            }
            (Unit::Syllable(one), _) if at == 0 || !matches!(units[at - 1], Unit::Syllable(_)) => {
                terms.push(quoted(SYLLABLE, one));
            }
            (Unit::Beginning(start), _) => terms.push(format!("{}*", quoted(SYLLABLE, start))),
            (Unit::Initial(_), _) => whole = false,
            (Unit::Syllable(_), _) => {}
        }
    }
    if !whole {
        let firsts: String = units.iter().map(Unit::initial).collect();
        terms.push(initials(&firsts));
    }
    terms.join(" AND ")
}

fn any(ways: impl IntoIterator<Item = String>) -> String {
    let ways: Vec<String> = ways.into_iter().collect();
    match ways.as_slice() {
        [one] => one.clone(),
        _ => format!("({})", ways.join(" OR ")),
    }
}

fn quoted(mark: char, signs: &str) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail; signs are letters and digits only.
    let _ = write!(text, "\"{mark}{signs}\"");
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::glyph::glyphs;
    use proptest::prelude::*;

    fn cut(place: Place, text: &str) -> String {
        let mut tokens = Tokens::default();
        tokens.text(place, &glyphs(text, place == Place::Name));
        let text = tokens.into_text();
        let each: BTreeSet<&str> = text.split(' ').collect();
        let each: Vec<&str> = each.into_iter().collect();
        each.join(" ")
    }

    #[test]
    fn texts_are_cut_into_tokens() {
        assert_eq!(
            cut(Place::Anywhere, "红日（集）ＢＭＳ2"),
            "abms2 a日 a日集 a红 a红日 a集 bb bbm bbms"
        );
        assert_eq!(
            cut(Place::Code, "ZS-01"),
            "a01 azs azs01 b0 b01 bz bzs bzs0 c01 czs czs01 f0 f01 fz fzs fzs0"
        );
        assert_eq!(
            cut(Place::Name, "日药b"),
            "ab a日 a日药 a药 bb driyao eb ib ir iry iy iyb nb n日 n日药 n药 sri syao"
        );
    }

    #[test]
    fn words_look_for_their_tokens() {
        let sought = |text, place| expression(&glyphs(text, false), place);
        for (text, place, sought_for) in [
            ("红日药", Place::Anywhere, "\"a红日\" AND \"a日药\""),
            ("红日药业", Place::Name, "\"n红日药\" AND \"n日药业\""),
            ("日zs", Place::Code, "\"c日\" AND \"fzs\""),
            ("ZS-2023", Place::Code, "\"fzs\" AND \"c2023\"*"),
            ("hrzy", Place::Name, "(\"nhrzy\"* OR (\"ihrzy\"))"),
            (
                "hongri",
                Place::Anywhere,
                "(\"ahongri\"* OR (\"ihong\" AND \"iongr\" AND \"ingri\") OR (\"dhongri\"))",
            ),
            ("（）", Place::Name, ""),
        ] {
            assert_eq!(sought(text, place), sought_for);
        }
    }

    proptest! {
        #[test]
        fn a_query_never_breaks_out_of_its_quotes(text in ".{0,40}") {
            let expression = expression(&glyphs(&text, false), Place::Anywhere);
            prop_assert_eq!(expression.matches('"').count() % 2, 0);
            prop_assert!(!expression.contains("\"\"\""));
        }
    }
}
