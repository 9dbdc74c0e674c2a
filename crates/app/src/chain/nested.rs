//! How the segments of a book lie in one another, with those that stand on the desk.

use std::collections::BTreeMap;

use suoji_model::log::Values;

use super::book::{Book, BookRow, text};
use super::check::problem;
use crate::contract::ChainProblem;

/// Segments may lie so many levels deep: nobody reads a deeper tree, and drawing one takes
/// a call a level.
const DEEPEST: usize = 24;

/// Where a segment is.
#[derive(Debug, Default, Clone, Copy)]
struct Place<'b> {
    parent: &'b str,
    chain: &'b str,
    layer: &'b str,
}

/// How deep a segment lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// So many levels deep; the outermost are at the first.
    Level(usize),
    /// It lies in itself.
    Ring,
    /// What it lies in lies in itself.
    BelowRing,
}

/// The segments by their codes, as they would be with the book brought in.
pub(super) struct Nested<'b>(BTreeMap<&'b str, Place<'b>>);

impl<'b> Nested<'b> {
    /// Those that stand with those of the book, whose cells that are not blank hold.
    pub(super) fn of(book: &'b Book, standing: &'b [Values]) -> Self {
        let mut places: BTreeMap<&str, Place<'_>> = BTreeMap::new();
        let own = book.rows("segment").iter().map(|row| &row.values);
        for values in standing.iter().chain(own) {
            let code = text(values, "code");
            if code.is_empty() {
                continue;
            }
            let place = places.entry(code).or_default();
            let cells = [
                (&mut place.parent, "parent"),
                (&mut place.chain, "chain"),
                (&mut place.layer, "layer"),
            ];
            for (cell, field) in cells {
                match text(values, field) {
                    "" => {}
                    given => *cell = given,
                }
            }
        }
        Self(places)
    }

    /// What a segment lies in, from the inside out.
    pub(super) fn above(&self, code: &str) -> impl Iterator<Item = &'b str> {
        let parent = |code: &str| -> Option<&'b str> {
            let parent = self.0.get(code)?.parent;
            (!parent.is_empty()).then_some(parent)
        };
        std::iter::successors(parent(code), move |code| parent(code)).take(DEEPEST)
    }

    /// Segments that lie in themselves or too deep, or in one of another chain or layer.
    pub(super) fn check(&self, book: &Book, problems: &mut Vec<ChainProblem>) {
        let depths = self.depths();
        let deepest = DEEPEST.to_string();
        for BookRow { row, values } in book.rows("segment") {
            let code = text(values, "code");
            let params = [("key", code), ("most", deepest.as_str())];
            let mut wrong =
                |what: &str| problems.push(problem("segment", *row, what, &params, true));
            match depths.get(code) {
                Some(Depth::Ring) => wrong("cycle"),
                Some(Depth::Level(level)) if *level > DEEPEST => wrong("too_deep"),
                _ => {}
            }
            let Some(own) = self.0.get(code) else {
                continue;
            };
            if let Some(parent) = self.0.get(own.parent) {
                if parent.chain != own.chain {
                    wrong("other_chain");
                }
                if parent.layer != own.layer {
                    wrong("other_layer");
                }
            }
        }
    }

    /// Every segment is gone through once, however long the ways up are.
    fn depths(&self) -> BTreeMap<&'b str, Depth> {
        let mut known: BTreeMap<&str, Depth> = BTreeMap::new();
        for start in self.0.keys() {
            let (mut way, mut on) = (Vec::new(), BTreeMap::new());
            let mut code: &str = start;
            let end = loop {
                if let Some(found) = known.get(code) {
                    break match found {
                        Depth::Level(level) => Depth::Level(*level),
                        Depth::Ring | Depth::BelowRing => Depth::BelowRing,
                    };
                }
                if let Some(at) = on.get(code) {
                    known.extend(way.drain(*at..).map(|one| (one, Depth::Ring)));
                    break Depth::BelowRing;
                }
                let Some(place) = self.0.get(code) else {
                    break Depth::Level(0);
                };
                on.insert(code, way.len());
                way.push(code);
                code = place.parent;
            };
            for (up, one) in (1..).zip(way.iter().rev()) {
                let depth = match end {
                    Depth::Level(level) => Depth::Level(level + up),
                    other => other,
                };
                known.insert(one, depth);
            }
        }
        known
    }
}
