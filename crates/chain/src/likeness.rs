//! Leaves that are called nearly like a phrase: 铝合金轮 is near to 铝合金车轮,
//! by the pairs of letters both have, rare pairs counting more.

use std::collections::{BTreeSet, HashMap};

use crate::scope;
use crate::vocabulary::{Segments, parts, told};

/// From this likeness on a phrase means a leaf.
const LIKE: f64 = 0.5;
/// Leaves this near to the likest are as like as it.
const AS_LIKE: f64 = 0.98;
/// The most leaves that one phrase may mean.
const MOST: usize = 2;

/// Leaves of a large map: pairs weigh in a small one as they do there.
const LARGE: usize = 400;

type Pair = [char; 2];

/// The pairs of letters in the words of all leaves.
#[derive(Debug)]
pub(crate) struct Likeness {
    /// What each pair weighs and the words it stands in.
    pairs: HashMap<Pair, (f64, Vec<u32>)>,
    /// The leaf of each word, and what its pairs weigh together.
    words: Vec<(usize, f64)>,
    /// What a pair weighs that no word has.
    rare: f64,
}

fn pairs(text: &str) -> Vec<Pair> {
    let letters = text.chars();
    let mut pairs: Vec<Pair> = letters
        .clone()
        .zip(letters.skip(1))
        .map(|(a, b)| [a, b])
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

impl Likeness {
    /// Learns the words of the leaves.
    pub(crate) fn of(segments: &Segments<'_>) -> Self {
        let mut leaves = 0;
        let mut words: Vec<(usize, Vec<Pair>)> = Vec::new();
        let mut leaves_of: HashMap<Pair, usize> = HashMap::new();
        for (at, segment) in segments.all.iter().enumerate() {
            if segments.group[at] {
                continue;
            }
            leaves += 1;
            let names = std::iter::once(&segment.name).chain(&segment.aliases);
            let said = names.chain(&segment.products).chain(&segment.keywords);
            let mut own: BTreeSet<String> = said.map(|word| scope::normal(word)).collect();
            own.extend(parts(&scope::normal(&segment.name)).map(str::to_owned));
            own.extend(told(segment));
            let of_words: Vec<Vec<Pair>> = own.iter().map(|word| pairs(word)).collect();
            let of_leaf: BTreeSet<Pair> = of_words.iter().flatten().copied().collect();
            for pair in of_leaf {
                *leaves_of.entry(pair).or_default() += 1;
            }
            let of_words = of_words.into_iter().filter(|pairs| !pairs.is_empty());
            words.extend(of_words.map(|pairs| (at, pairs)));
        }
        let leaves = LARGE.max(leaves);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred leaves")]
        let weight = |count: usize| ((leaves as f64 + 1.0) / (count as f64 + 0.5)).ln().powi(2);
        let mut likeness = Self {
            pairs: HashMap::new(),
            words: Vec::new(),
            rare: weight(0),
        };
        for (number, (at, own)) in (0..).zip(words) {
            let mut all = 0.0;
            for pair in own {
                let weighs = weight(leaves_of.get(&pair).copied().unwrap_or(0));
                all += weighs;
                let known = likeness.pairs.entry(pair);
                known.or_insert((weighs, Vec::new())).1.push(number);
            }
            likeness.words.push((at, all));
        }
        likeness
    }

    /// The leaves that a normal phrase means, when it means one or two.
    pub(crate) fn near(&self, phrase: &str) -> Vec<usize> {
        let (mut all, mut known) = (0.0, 0.0);
        let mut shared: Vec<(u32, f64)> = Vec::new();
        let asked = pairs(phrase);
        for pair in &asked {
            let found = self.pairs.get(pair);
            let weighs = found.map_or(self.rare, |(weighs, _)| *weighs);
            all += weighs;
            known += found.map_or(0.0, |(weighs, _)| *weighs);
        }
        // No word can be liker than one that has every known pair.
        if all <= 0.0 || known < LIKE * LIKE * all {
            return Vec::new();
        }
        for (weighs, words) in asked.iter().filter_map(|pair| self.pairs.get(pair)) {
            shared.extend(words.iter().map(|word| (*word, *weighs)));
        }
        shared.sort_unstable_by_key(|(word, _)| *word);
        let mut best: Vec<(usize, f64)> = Vec::new();
        for of_word in shared.chunk_by(|a, b| a.0 == b.0) {
            let both: f64 = of_word.iter().map(|(_, weighs)| weighs).sum();
            let (leaf, own) = self.words[of_word[0].0 as usize];
            let like = both / (all * own).sqrt();
            match best.last_mut().filter(|(known, _)| *known == leaf) {
                Some((_, known)) => *known = known.max(like),
                None => best.push((leaf, like)),
            }
        }
        let most = best.iter().map(|(_, like)| *like).fold(0.0, f64::max);
        best.retain(|(_, like)| *like >= LIKE && *like >= most * AS_LIKE);
        if best.len() > MOST {
            return Vec::new();
        }
        best.into_iter().map(|(leaf, _)| leaf).collect()
    }
}
