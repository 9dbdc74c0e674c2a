//! The words by which segments are found in a text: their own, and those that
//! follow from these.

use std::collections::BTreeMap;

use crate::atlas::Segment;
use crate::scope;

/// What each word points to, with how much it says.
pub(crate) type Said = BTreeMap<String, Vec<(usize, f64)>>;

/// What stands between the parts of a name.
const JOINTS: [char; 8] = ['与', '及', '和', '或', '、', '/', '(', ')'];
/// What else stands between the things that a description names.
const PHRASES: [char; 9] = [',', ';', '。', ':', '等', '为', '的', '用', '\n'];
/// Ends of names that say what sort of thing it is, not which.
const SORTS: [&str; 7] = [
    "类原料药",
    "类中间体",
    "类原料",
    "类辅料",
    "原料药",
    "中间体",
    "类",
];
/// The longest thing of a description that is looked for, in characters.
const LONGEST: usize = 8;
/// What a word out of a description counts against an own one.
const TOLD: f64 = 0.8;
/// What the common beginning of several words counts.
const COMMON: f64 = 0.9;
/// What a name counts against a keyword.
const NAMED: f64 = 1.15;
/// The most that one word can say.
const MOST: f64 = 0.95;

/// Segments in the order of their records, and what they are parts of.
pub(crate) struct Segments<'s> {
    pub(crate) all: Vec<&'s Segment>,
    pub(crate) parents: Vec<Option<usize>>,
    pub(crate) group: Vec<bool>,
}

/// Whether `one` is a group that `other` lies in.
pub(crate) fn is_above(parents: &[Option<usize>], one: usize, other: usize) -> bool {
    let above = std::iter::successors(parents[other], |at| parents[*at]);
    // A ring of parents would not end.
    above.take(parents.len()).any(|at| at == one)
}

/// The words of all segments.
pub(crate) fn words(segments: &Segments<'_>) -> Said {
    let mut said = Said::new();
    // Words of leaves first: groups repeat the words of their parts.
    for leaves in [true, false] {
        let mut new: BTreeMap<String, Vec<Point>> = BTreeMap::new();
        for (at, segment) in segments.all.iter().enumerate() {
            if segments.group[at] == leaves {
                continue;
            }
            for (word, says, own) in words_of(segment, leaves) {
                if said.contains_key(&word) {
                    continue;
                }
                let points = new.entry(word).or_default();
                match points.iter_mut().find(|known| known.at == at) {
                    Some(known) => {
                        known.says = known.says.max(says);
                        known.own |= own;
                    }
                    None => points.push(Point { at, says, own }),
                }
            }
        }
        said.extend(new.into_iter().map(|(word, mut points)| {
            // A segment's own word is its own, whatever follows for others.
            if points.iter().any(|point| point.own) {
                points.retain(|point| point.own);
            }
            let points = points.into_iter().map(|point| (point.at, point.says));
            (word, points.collect())
        }));
    }
    resolve(segments, &mut said);
    said
}

struct Point {
    at: usize,
    says: f64,
    own: bool,
}

/// A group's word that stands in the name of just one leaf in it means that
/// leaf: 中成药 among Chinese medicines is 口服中成药.
fn resolve(segments: &Segments<'_>, said: &mut Said) {
    let names: Vec<String> = segments
        .all
        .iter()
        .map(|segment| scope::normal(&segment.name))
        .collect();
    for (word, points) in said {
        for (at, _) in points.iter_mut().filter(|(at, _)| segments.group[*at]) {
            let leaves = (0..names.len()).filter(|leaf| !segments.group[*leaf]);
            let mut found = leaves
                .filter(|leaf| names[*leaf].contains(word.as_str()))
                .filter(|leaf| is_above(&segments.parents, *at, *leaf));
            if let (Some(leaf), None) = (found.next(), found.next()) {
                *at = leaf;
            }
        }
    }
}

/// The words of a segment, how much each says, and whether it is its own.
fn words_of(segment: &Segment, leaf: bool) -> Vec<(String, f64, bool)> {
    let mut words = Vec::new();
    let mut add = |word: &str, factor: f64, own: bool| {
        let length = word.chars().count();
        if length >= 2 {
            words.push((
                word.to_owned(),
                (length_says(length) * factor).min(MOST),
                own,
            ));
        }
    };
    let names = std::iter::once(&segment.name).chain(&segment.aliases);
    let names: Vec<String> = names.map(|name| scope::normal(name)).collect();
    let keywords = segment.products.iter().chain(&segment.keywords);
    let keywords: Vec<String> = keywords.map(|word| scope::normal(word)).collect();
    for name in &names {
        add(name, NAMED, true);
    }
    for word in &keywords {
        add(word, 1.0, true);
    }
    if !leaf {
        return words;
    }
    for name in &names {
        for part in name.split(JOINTS) {
            add(part, 1.0, false);
        }
    }
    let parts = names.iter().flat_map(|name| name.split(JOINTS));
    for word in parts.chain(keywords.iter().map(String::as_str)) {
        if let Some(which) = SORTS.iter().find_map(|sort| word.strip_suffix(sort)) {
            add(which, 1.0, false);
        }
    }
    for (at, one) in keywords.iter().enumerate() {
        for other in &keywords[at + 1..] {
            let common: String = one
                .chars()
                .zip(other.chars())
                .take_while(|(a, b)| a == b)
                .map(|(a, _)| a)
                .collect();
            if common.chars().count() >= 3 {
                add(&common, COMMON, false);
            }
        }
    }
    for phrase in told(segment) {
        add(&phrase, TOLD, false);
    }
    words
}

/// The things that a segment's description names.
pub(crate) fn told(segment: &Segment) -> Vec<String> {
    let text = scope::normal(segment.description.as_deref().unwrap_or_default());
    let ends = |c: char| JOINTS.contains(&c) || PHRASES.contains(&c);
    let phrases = text.split(ends);
    let fits = |phrase: &&str| (2..=LONGEST).contains(&phrase.chars().count());
    phrases.filter(fits).map(str::to_owned).collect()
}

/// The parts of a normal text that name one thing each.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(JOINTS).filter(|part| !part.is_empty())
}

/// Long words say more.
pub(crate) fn length_says(length: usize) -> f64 {
    match length {
        0..=2 => 0.5,
        3 => 0.62,
        4 => 0.7,
        _ => 0.8,
    }
}
