//! Where on the map a firm belongs, by the words of its business scope.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use uuid::Uuid;

use crate::atlas::{Layer, Segment};
use crate::hash::IdMap;
use crate::likeness::Likeness;
use crate::scope::{self, Doing};
use crate::vocabulary::{self, Said, Segments, length_says};

/// From this score on a firm is placed.
pub const PLACED: f64 = 0.5;
/// From this score on a person is asked.
const ASKED: f64 = 0.3;
/// Segments that are told of one firm.
const MOST: usize = 8;
/// What a phrase says that is only called nearly like a segment.
const LIKE: f64 = 0.55;
/// What the word of a whole product counts that tells what a part is for.
const WHAT_FOR: f64 = 0.4;
/// Clauses that are kept, at the most.
const MOST_SEEN: usize = 20_000;
/// How near to the best a segment must come to be told with it.
const NEAR_BEST: f64 = 0.6;

/// What a correction taught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The word.
    pub word: String,
    /// The segment it was matched with.
    pub segment: Uuid,
    /// Whether it fits.
    pub fits: bool,
}

/// What is known of a firm that is to be placed.
#[derive(Debug, Clone, Default)]
pub struct Subject<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its business scope, or its products in words.
    pub scope: &'a str,
    /// Its class of GB/T 4754.
    pub code: Option<&'a str>,
}

/// A segment that a firm may belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// The segment.
    pub segment: Uuid,
    /// How sure that is, 0 to 1.
    pub score: f64,
    /// The words that say so.
    pub words: Vec<String>,
}

/// Where a firm belongs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The likeliest first.
    pub segments: Vec<Placement>,
    /// Words that were found where something is only sold or not done.
    pub excluded: Vec<String>,
    /// Whether a person should look.
    pub review: bool,
}

impl Placed {
    /// The segments that need no second look.
    pub fn sure(&self) -> impl Iterator<Item = &Placement> {
        self.segments.iter().filter(|one| one.score >= PLACED)
    }
}

/// The words of all segments, ready to be looked for.
#[derive(Debug)]
pub struct Placer {
    finder: AhoCorasick,
    words: Vec<String>,
    /// For each word the segments it points to, with how much it says.
    points: Vec<Vec<(usize, f64)>>,
    segments: Vec<Uuid>,
    codes: Vec<Vec<String>>,
    /// Whether each has parts.
    group: Vec<bool>,
    /// Whether each stands downstream, where what is put together is sold.
    downstream: Vec<bool>,
    /// The row of the segment each is part of.
    parents: Vec<Option<usize>>,
    likeness: Likeness,
    /// Clauses that were read before.
    seen: Mutex<HashMap<String, Arc<Clause>>>,
}

impl Placer {
    /// Learns the words of these segments, and what corrections taught.
    /// Errors: what the finder says when there are too many.
    pub fn new<'s>(
        segments: impl Iterator<Item = &'s Segment>,
        lessons: &[Lesson],
    ) -> Result<Self, aho_corasick::BuildError> {
        let mut all: Vec<&Segment> = segments.collect();
        all.sort_unstable_by_key(|segment| segment.id);
        let rows: IdMap<usize> = all.iter().enumerate().map(|(at, s)| (s.id, at)).collect();
        let parents: Vec<Option<usize>> = all
            .iter()
            .map(|segment| rows.get(&segment.parent?).copied())
            .collect();
        let mut group = vec![false; all.len()];
        for parent in parents.iter().flatten() {
            group[*parent] = true;
        }
        let known = Segments {
            all,
            parents,
            group,
        };
        let mut said = vocabulary::words(&known);
        learn(&mut said, &rows, lessons);
        let (words, points): (Vec<String>, Vec<Vec<(usize, f64)>>) = said
            .into_iter()
            .map(|(word, points)| {
                #[expect(clippy::cast_precision_loss, reason = "a few segments")]
                let shared = (points.len() as f64).sqrt();
                let points = points.into_iter().map(|(at, weight)| (at, weight / shared));
                (word, points.collect())
            })
            .unzip();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&words)?;
        let likeness = Likeness::of(&known);
        let Segments {
            all,
            parents,
            group,
        } = known;
        let codes = all.iter().map(|segment| segment.gbt4754_codes.clone());
        Ok(Self {
            finder,
            words,
            points,
            segments: all.iter().map(|segment| segment.id).collect(),
            codes: codes.collect(),
            group,
            downstream: all
                .iter()
                .map(|segment| segment.layer == Layer::Downstream)
                .collect(),
            parents,
            likeness,
            seen: Mutex::default(),
        })
    }

    /// Places one firm.
    pub fn place(&self, subject: &Subject<'_>) -> Placed {
        let text = scope::normal(subject.scope);
        self.place_normal(&scope::normal(subject.name), &text, subject.code)
    }

    /// Places a firm whose texts are normal already.
    pub fn place_normal(&self, name: &str, text: &str, code: Option<&str>) -> Placed {
        let clauses: Vec<Arc<Clause>> = scope::clauses(text)
            .map(|(clause, doing)| self.read(clause, doing))
            .collect();
        let told = clauses.iter().any(|clause| clause.doing != Doing::Unsaid);
        let own = self.look(name);
        let mut found = Found::default();
        for clause in &clauses {
            let counts = match clause.doing {
                Doing::Makes => 1.0,
                Doing::Knows => 0.5,
                Doing::Trades => 0.0,
                Doing::Unsaid if told => 0.6,
                Doing::Unsaid => 1.0,
            };
            found.take(&clause.words, counts);
        }
        found.take(&own, 0.5);
        self.look_at_code(code, &mut found);
        self.conclude(found)
    }

    /// What a clause says. Scopes repeat the standard wording, so most clauses
    /// were read before.
    fn read(&self, clause: &str, doing: Doing) -> Arc<Clause> {
        let seen = self.seen.lock();
        let mut seen = seen.unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = seen.get(clause) {
            return Arc::clone(known);
        }
        let mut words = self.look(clause);
        if doing != Doing::Trades {
            self.look_for_like(clause, &mut words);
        }
        let read = Arc::new(Clause { doing, words });
        if seen.len() < MOST_SEEN {
            seen.insert(clause.to_owned(), Arc::clone(&read));
        }
        read
    }

    /// The words in a text.
    fn look(&self, text: &str) -> Vec<Word> {
        let hits = self.finder.find_iter(text);
        let alone = hits.filter(|hit| stands_alone(text, hit.start(), hit.end()));
        let words = alone.map(|hit| Word {
            start: hit.start(),
            text: text[hit.range()].to_owned(),
            points: self.points[hit.pattern().as_usize()].clone(),
        });
        let mut words: Vec<Word> = words.collect();
        self.weaken_what_for(&mut words);
        words
    }

    /// Where a part is named right behind a product that is sold whole, the
    /// product tells what the part is for: 电梯限速器 is no lift.
    fn weaken_what_for(&self, words: &mut [Word]) {
        for at in 1..words.len() {
            let (before, after) = words.split_at_mut(at);
            let (Some(what_for), Some(thing)) = (before.last_mut(), after.first()) else {
                continue;
            };
            let together = what_for.start + what_for.text.len() == thing.start;
            let part = |(at, _): &(usize, f64)| !self.group[*at] && !self.downstream[*at];
            if !together || !thing.points.iter().any(part) {
                continue;
            }
            for (segment, says) in &mut what_for.points {
                if self.downstream[*segment] {
                    *says *= WHAT_FOR;
                }
            }
        }
    }

    /// Looks for leaves that are called nearly like the things of a clause in
    /// which no word of a leaf stands.
    fn look_for_like(&self, clause: &str, words: &mut Vec<Word>) {
        let leaf = |word: &&Word| word.points.iter().any(|(at, _)| !self.group[*at]);
        let known: Vec<usize> = words.iter().filter(leaf).map(|word| word.start).collect();
        for part in vocabulary::parts(clause) {
            let start = part.as_ptr().addr() - clause.as_ptr().addr();
            if known
                .iter()
                .any(|at| (start..start + part.len()).contains(at))
            {
                continue;
            }
            let thing = scope::thing(part);
            let near = self.likeness.near(thing).into_iter();
            let points: Vec<(usize, f64)> = near.map(|leaf| (leaf, LIKE)).collect();
            if !points.is_empty() {
                words.push(Word {
                    start,
                    text: thing.to_owned(),
                    points,
                });
            }
        }
    }

    /// A class that only few segments have makes these likelier; alone it
    /// says nothing.
    fn look_at_code(&self, code: Option<&str>, found: &mut Found<'_>) {
        let digits = |code: &str| -> String { code.chars().filter(char::is_ascii_digit).collect() };
        let Some(code) = code.map(digits).filter(|code| code.len() == 4) else {
            return;
        };
        for (at, case) in &mut found.cases {
            if self.codes[*at].iter().any(|own| digits(own) == code) {
                case.push(("", 0.3));
            }
        }
    }

    fn conclude(&self, found: Found<'_>) -> Placed {
        let mut segments: Vec<(usize, f64, Case<'_>)> = found
            .cases
            .into_iter()
            .map(|(at, case)| {
                let doubt: f64 = case.iter().map(|(_, says)| 1.0 - says).product();
                (at, 1.0 - doubt, case)
            })
            .filter(|(_, score, _)| *score >= ASKED)
            .collect();
        segments.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = segments.first().map_or(0.0, |(_, score, _)| *score);
        segments.retain(|(_, score, _)| *score >= PLACED || *score >= best * NEAR_BEST);
        let told: Vec<usize> = segments.iter().map(|(at, ..)| *at).collect();
        // A group is not told beside one of its parts.
        segments.retain(|(at, ..)| !told.iter().any(|other| self.is_above(*at, *other)));
        segments.truncate(MOST);
        let segments: Vec<Placement> = segments
            .into_iter()
            .map(|(at, score, mut case)| {
                case.sort_by(|a, b| b.1.total_cmp(&a.1));
                let words = case.into_iter().filter(|(word, _)| !word.is_empty());
                Placement {
                    segment: self.segments[at],
                    score,
                    words: words.map(|(word, _)| word.to_owned()).collect(),
                }
            })
            .collect();
        Placed {
            review: segments.iter().any(|one| one.score < PLACED) || segments.len() > 4,
            segments,
            excluded: found.excluded.into_iter().map(str::to_owned).collect(),
        }
    }

    fn is_above(&self, one: usize, other: usize) -> bool {
        vocabulary::is_above(&self.parents, one, other)
    }

    /// How many words are looked for.
    pub fn words(&self) -> usize {
        self.words.len()
    }
}

/// What a clause says.
#[derive(Debug)]
struct Clause {
    doing: Doing,
    words: Vec<Word>,
}

/// A word that was found, and what it points to.
#[derive(Debug)]
struct Word {
    start: usize,
    text: String,
    points: Vec<(usize, f64)>,
}

/// Words that point to a segment, with how much each says.
type Case<'t> = Vec<(&'t str, f64)>;

#[derive(Default)]
struct Found<'t> {
    cases: Vec<(usize, Case<'t>)>,
    excluded: Vec<&'t str>,
}

impl<'t> Found<'t> {
    /// Takes what words say into account; those of what is only dealt in are
    /// kept apart.
    fn take(&mut self, words: &'t [Word], counts: f64) {
        for word in words {
            let text = word.text.as_str();
            if counts <= 0.0 {
                if !self.excluded.contains(&text) {
                    self.excluded.push(text);
                }
                continue;
            }
            for (at, weight) in &word.points {
                let case = self.case(*at);
                let says = weight * counts;
                match case.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, known)) => *known = known.max(says),
                    None => case.push((text, says)),
                }
            }
        }
    }

    /// What was found for a segment; few are found at all.
    fn case(&mut self, segment: usize) -> &mut Case<'t> {
        let known = self.cases.iter().position(|(at, _)| *at == segment);
        let at = known.unwrap_or_else(|| {
            self.cases.push((segment, Vec::new()));
            self.cases.len() - 1
        });
        &mut self.cases[at].1
    }
}

/// A Latin word counts only when no letter stands beside it.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let latin = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let joined_before = latin(Some(start)) && latin(start.checked_sub(1));
    let joined_after = latin(end.checked_sub(1)) && latin(Some(end));
    !joined_before && !joined_after
}

/// A word that misled says less, one that fitted says more.
fn learn(said: &mut Said, rows: &IdMap<usize>, lessons: &[Lesson]) {
    let mut counts: BTreeMap<(String, usize), (i32, i32)> = BTreeMap::new();
    for lesson in lessons {
        if let Some(row) = rows.get(&lesson.segment) {
            let count = counts
                .entry((scope::normal(&lesson.word), *row))
                .or_default();
            match lesson.fits {
                true => count.0 += 1,
                false => count.1 += 1,
            }
        }
    }
    for ((word, row), (fits, misleads)) in counts {
        let factor = f64::from(fits + 1) / f64::from(fits + misleads + 2) * 2.0;
        let points = said.entry(word.clone()).or_default();
        match points.iter_mut().find(|(known, _)| *known == row) {
            Some((_, says)) => *says = (*says * factor).min(0.95),
            None if factor > 1.0 => {
                points.push((row, length_says(word.chars().count())));
            }
            None => {}
        }
    }
}
