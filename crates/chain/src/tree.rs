//! The tree of a chain, a segment before its parts: a segment and everything
//! in it stand in one run of rows.

use std::ops::Range;

use uuid::Uuid;

use crate::atlas::{Atlas, Segment};
use crate::hash::IdMap;

/// What is wrong with a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeFault {
    /// A segment lies in itself.
    Cycle(Uuid),
    /// A segment lies in one that is not there, or in another chain's.
    Orphan(Uuid),
}

/// The segments of one chain in order.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The segments.
    pub ids: Vec<Uuid>,
    /// The row of each segment's parent.
    pub parents: Vec<Option<usize>>,
    /// The row after each segment's last part.
    pub ends: Vec<usize>,
    /// How deep each lies; 0 at the first level.
    pub depths: Vec<usize>,
    /// The row of a segment.
    pub rows: IdMap<usize>,
    /// What could not be placed; such segments stand at the first level.
    pub faults: Vec<TreeFault>,
}

impl Tree {
    /// The tree of a chain.
    pub fn of(atlas: &Atlas, chain: Uuid) -> Self {
        let segments = atlas.segments.values();
        Self::new(segments.filter(|segment| segment.chain == chain))
    }

    /// The tree of these segments.
    pub fn new<'s>(segments: impl Iterator<Item = &'s Segment>) -> Self {
        let mut all: Vec<&Segment> = segments.collect();
        all.sort_by(|a, b| (a.layer, &a.order_key, a.id).cmp(&(b.layer, &b.order_key, b.id)));
        let at: IdMap<usize> = all.iter().enumerate().map(|(n, s)| (s.id, n)).collect();
        let mut tree = Self::default();
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); all.len()];
        let mut roots = Vec::new();
        for (n, segment) in all.iter().enumerate() {
            match segment.parent {
                None => roots.push(n),
                Some(parent) => match at.get(&parent) {
                    Some(parent) => children[*parent].push(n),
                    None => {
                        tree.faults.push(TreeFault::Orphan(segment.id));
                        roots.push(n);
                    }
                },
            }
        }
        let mut placed = vec![false; all.len()];
        for root in roots {
            tree.walk(root, &all, &children, &mut placed);
        }
        // What no root reaches lies in a ring, which is cut at its first row.
        for n in 0..all.len() {
            if !placed[n] {
                tree.faults.push(TreeFault::Cycle(all[n].id));
                tree.walk(n, &all, &children, &mut placed);
            }
        }
        tree
    }

    fn walk(
        &mut self,
        root: usize,
        all: &[&Segment],
        children: &[Vec<usize>],
        placed: &mut [bool],
    ) {
        let mut stack = vec![(root, None::<usize>, 0usize, false)];
        while let Some((n, parent, depth, done)) = stack.pop() {
            if done {
                // `parent` carries the row itself on the way back.
                if let Some(row) = parent {
                    self.ends[row] = self.ids.len();
                }
                continue;
            }
            if placed[n] {
                continue;
            }
            placed[n] = true;
            let row = self.ids.len();
            self.ids.push(all[n].id);
            self.parents.push(parent);
            self.ends.push(row + 1);
            self.depths.push(depth);
            self.rows.insert(all[n].id, row);
            stack.push((n, Some(row), depth, true));
            for child in children[n].iter().rev() {
                stack.push((*child, Some(row), depth + 1, false));
            }
        }
    }

    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether a segment has no parts.
    pub fn is_leaf(&self, row: usize) -> bool {
        self.ends[row] == row + 1
    }

    /// A segment and everything in it.
    pub fn inside(&self, row: usize) -> Range<usize> {
        row..self.ends[row]
    }

    /// The leaves in a segment; the segment itself when it is one.
    pub fn leaves(&self, row: usize) -> impl Iterator<Item = usize> + '_ {
        self.inside(row).filter(|row| self.is_leaf(*row))
    }

    /// The way from the first level to a segment, itself last.
    pub fn path(&self, row: usize) -> Vec<usize> {
        let mut path: Vec<usize> =
            std::iter::successors(Some(row), |row| self.parents[*row]).collect();
        path.reverse();
        path
    }
}
