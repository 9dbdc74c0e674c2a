//! What a search looks for, and how well a record's texts answer it.

use std::cmp::Reverse;

use suoji_model::{Kind, kinds};
use uuid::Uuid;

use crate::document::lines;
use crate::glyph::{ANY, Found, Glyph, find, glyphs, word};
use crate::search::Hit;
use crate::tokens::{self, Place};

/// Words of a search that count.
const MOST_WORDS: usize = 12;
/// Lengths of words that may be looked for with one letter wrong.
const NEARLY: std::ops::RangeInclusive<usize> = 4..=12;
/// More than any line's class.
const LESS_WHOLE: u8 = 32;

/// What a search looks for: every one of its words.
#[derive(Debug, Clone)]
pub(crate) struct Needle {
    words: Vec<Word>,
    /// Whether any of it may be typed by sound.
    by_sound: bool,
    /// Letters from the one that may be wrong to the end; 0 when none is.
    wrong: usize,
}

#[derive(Debug, Clone)]
struct Word {
    glyphs: Vec<Glyph>,
    /// Its signs.
    signs: Vec<char>,
}

/// How well a record answers; less is better.
type Rank = (usize, u8, bool, usize, usize, usize, Reverse<Uuid>);

/// A record that answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) rank: Rank,
    pub(crate) hit: Hit,
}

/// A document as the search reads it.
pub(crate) struct Candidate<'c> {
    pub(crate) record: Uuid,
    pub(crate) kind: &'static Kind,
    pub(crate) names: &'c str,
    pub(crate) rest: &'c str,
}

/// A searched text of a record.
struct Line<'c> {
    field: &'static str,
    text: &'c str,
    glyphs: Vec<Glyph>,
    /// 0 for the title, 3 for aliases, 6 for codes, more for the rest.
    class: u8,
}

impl Needle {
    /// What `text` asks for; `None` when there is nothing to look for.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let words = text.split_whitespace().filter_map(|text| {
            let signs = word(text);
            let glyphs = glyphs(text, false).into_iter().take(signs.len());
            (!signs.is_empty()).then(|| Word {
                glyphs: glyphs.collect(),
                signs,
            })
        });
        let words: Vec<Word> = words.take(MOST_WORDS).collect();
        let mut signs = words.iter().flat_map(|word| &word.glyphs);
        let by_sound = signs.any(|glyph| glyph.sign.is_ascii_lowercase());
        (!words.is_empty()).then_some(Self {
            words,
            by_sound,
            wrong: 0,
        })
    }

    /// The same with one letter wrong, when it is one word of letters: the
    /// last one first, for who types a name is surest of how it begins.
    pub(crate) fn nearly(&self) -> Vec<(Self, String)> {
        let [Word { signs, glyphs }] = self.words.as_slice() else {
            return Vec::new();
        };
        if !NEARLY.contains(&signs.len()) || !signs.iter().all(char::is_ascii_lowercase) {
            return Vec::new();
        }
        let with_wrong = |at: usize| {
            let mut wrong = signs.clone();
            wrong[at] = ANY;
            let word = Word {
                glyphs: glyphs.clone(),
                signs: wrong,
            };
            let needle = Self {
                words: vec![word],
                by_sound: true,
                wrong: signs.len() - at,
            };
            (needle, tokens::near(signs, at))
        };
        (0..signs.len()).rev().map(with_wrong).collect()
    }

    /// The expression that finds what answers in `place`, and perhaps more.
    pub(crate) fn expression(&self, place: Place) -> String {
        let words = self.words.iter();
        let words = words.map(|word| tokens::expression(&word.glyphs, place));
        words.collect::<Vec<_>>().join(" AND ")
    }

    /// Whether the expression finds nothing but what answers.
    pub(crate) fn is_exact(&self) -> bool {
        let exact = |word: &Word| {
            word.glyphs.len() <= 2
                && word
                    .glyphs
                    .iter()
                    .all(|glyph| crate::pinyin::is_han(glyph.sign))
        };
        self.words.iter().all(exact)
    }

    /// All its signs, with which a title may begin.
    pub(crate) fn title(&self) -> String {
        let signs = self.words.iter().flat_map(|word| &word.glyphs);
        signs.map(|glyph| glyph.sign).collect()
    }

    /// How a record answers; `None` when it does not.
    pub(crate) fn ask(&self, candidate: &Candidate<'_>) -> Option<Answer> {
        let lines = read(candidate, self.by_sound);
        let mut best: Vec<(u8, usize, Found)> = Vec::new();
        for word in &self.words {
            let there = lines.iter().enumerate().filter_map(|(at, line)| {
                let found = find(&word.signs, &line.glyphs)?;
                Some((self.class(line, &found), at, found))
            });
            best.push(there.min_by_key(|(class, _, found)| (*class, found.by_sound, found.first))?);
        }
        let (class, at, _) = *best.iter().max_by_key(|(class, ..)| *class)?;
        let (_, first_line, first) = *best.first()?;
        let kind_place = kinds::ALL
            .iter()
            .position(|kind| kind.name == candidate.kind.name);
        let length = lines[first_line].glyphs.len();
        let by_sound = best.iter().any(|(.., found)| found.by_sound);
        let title = lines.iter().position(|line| line.class == 0);
        let marks = |line: usize| {
            let inside = self.words.iter().filter_map(|word| {
                let line = &lines[line].glyphs;
                let found = find(&word.signs, line)?;
                Some((line[found.first].at, line[found.end - 1].at + 1))
            });
            joined(inside.collect())
        };
        let (text, text_marks) = if title == Some(at) {
            (String::new(), Vec::new())
        } else {
            (lines[at].text.to_owned(), marks(at))
        };
        Some(Answer {
            rank: (
                self.wrong,
                class,
                by_sound,
                first.first,
                length,
                kind_place.unwrap_or(usize::MAX),
                Reverse(candidate.record),
            ),
            hit: Hit {
                kind: candidate.kind,
                record: candidate.record,
                title: title.map(|title| lines[title].text.to_owned()),
                title_marks: title.map(marks).unwrap_or_default(),
                field: lines[at].field,
                text,
                text_marks,
            },
        })
    }

    /// The line's class, and whether all of the line was found, its
    /// beginning, or a part of it. With a letter wrong, a name that is found
    /// whole is meant more likely than a longer one that holds the letters.
    fn class(&self, line: &Line<'_>, found: &Found) -> u8 {
        let how = match (found.first, found.end == line.glyphs.len()) {
            (0, true) => 0,
            (0, false) => 1,
            _ => 2,
        };
        match self.wrong {
            0 => line.class + how,
            _ => line.class + how * LESS_WHOLE,
        }
    }
}

/// The texts of a document, as far as it was read.
fn read<'c>(candidate: &Candidate<'c>, by_sound: bool) -> Vec<Line<'c>> {
    let all = lines(candidate.names).chain(lines(candidate.rest));
    let known = all.filter_map(|(name, text)| {
        let field = candidate.kind.field(name)?;
        let place = Place::of(field.search);
        Some(Line {
            field: field.name,
            text,
            glyphs: glyphs(text, by_sound && place == Place::Name),
            class: match place {
                Place::Name if name == candidate.kind.title => 0,
                Place::Name => 3,
                Place::Code => 6,
                Place::Anywhere => 9 + 3 * (3 - field.search.min(3)),
            },
        })
    });
    known.collect()
}

/// Marks in order, those that touch made one.
fn joined(mut marks: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    marks.sort_unstable();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in marks {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}
