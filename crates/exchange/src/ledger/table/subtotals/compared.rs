//! One claim of a total row against the sums of its column.

use super::{Claim, Claims, EACH, Figure, LARGE, ONCE, Scale, Sums};
use crate::problem::{Level, Problem};
use crate::table::{Column, Subtotal};

/// Starts that a total may reach back to.
const MOST_STARTS: usize = 12;

/// Rows from one place to before another.
type Range = (usize, usize);

/// What of a column is added up, as [`Sums::prefix`] has it: all, and what
/// counts.
const ALL: usize = 0;
const COUNTED: usize = 1;
/// How many of those that count say nothing.
const SILENT: usize = 2;

/// A claim beside the sums of its column.
pub(super) struct Compared<'s> {
    of: &'s Sums,
    /// The sums before each row, and those of the tables above.
    sums: &'s [[i128; 6]],
    above: &'s [i128; 6],
    claim: &'s Claim,
    scale: Scale,
    text: &'s str,
    claimed: i128,
    /// The digits it is compared to, and half a unit of the last.
    digits: u32,
    half: i128,
    /// The rows that it may be about, likeliest first.
    ranges: Vec<Range>,
}

impl<'s> Compared<'s> {
    /// A claim of `figure`; one without decimals is as exact as the others of
    /// its column, which show up to `digits`.
    pub(super) fn new(
        of: &'s Sums,
        sums: &'s [[i128; 6]],
        above: &'s [i128; 6],
        claim: &'s Claim,
        (scale, figure): (Scale, &'s Figure),
        digits: u32,
    ) -> Self {
        let (text, claimed, own) = figure;
        let digits = if *own == 0 { digits.min(2) } else { *own };
        Self {
            ranges: of.ranges(claim),
            half: scale.half(digits),
            claimed: i128::from(*claimed),
            of,
            sums,
            above,
            claim,
            scale,
            text,
            digits,
        }
    }

    /// What is told of it, where `carried` was brought from before.
    pub(super) fn told(
        &self,
        carried: i128,
        column: &Column,
        sheet: &str,
    ) -> (Subtotal, Option<Problem>) {
        let found = self.found(carried);
        let (range, agrees) = match (self.range_of(ALL, carried), found) {
            (Some(range), _) => (range, Some("all")),
            (None, Some((range, _))) => (range, Some("counted")),
            (None, None) => {
                // More is claimed than was read, and some cells say nothing.
                let first = self.ranges[0];
                let is_open =
                    self.sum(first, SILENT) > 0 && self.sum(first, COUNTED) < self.claimed;
                (first, is_open.then_some("incomplete"))
            }
        };
        let all = self.sum(range, ALL);
        let counted = self.sum(range, found.map_or(COUNTED, |(_, counts)| counts));
        let nearer = match agrees {
            Some("counted") => counted,
            Some("all") => all,
            _ if (counted - self.claimed).abs() < (all - self.claimed).abs() => counted,
            _ => all,
        };
        let show = |value: i128| self.scale.show(value, self.digits);
        let subtotal = Subtotal {
            row: self.claim.row,
            label: self.claim.label.clone(),
            column: column.letter.clone(),
            field: self.scale.target,
            claimed: self.text.to_owned(),
            read: show(all),
            counted: show(counted),
            difference: match agrees {
                Some("all" | "counted") => show(0),
                _ => show(self.claimed - nearer),
            },
            agrees,
        };
        let told = match agrees {
            None => Some(("subtotal_disagrees", Level::Must)),
            Some("incomplete") => Some(("subtotal_incomplete", Level::Info)),
            Some(_) => None,
        };
        let problem = told.map(|(reason, level)| Problem {
            sheet: sheet.to_owned(),
            row: self.claim.row,
            column: column.letter.clone(),
            field: Some(self.scale.target),
            reason,
            level,
            raw: format!("{} ≠ {}", subtotal.claimed, show(nearer)),
        });
        (subtotal, problem)
    }

    /// The rows of which what counts is what is claimed, and what is added up
    /// of them: each, those that are large, or nothing twice.
    fn found(&self, carried: i128) -> Option<(Range, usize)> {
        let of = |of: usize| Some((self.range_of(of, carried)?, of));
        let large = || of(LARGE).filter(|_| !self.of.small.is_empty());
        let once = || of(ONCE).or_else(|| of(EACH));
        let once = || once().filter(|_| !self.of.again.is_empty());
        of(COUNTED).or_else(large).or_else(once)
    }

    /// The first rows whose sum is what is claimed.
    fn range_of(&self, of: usize, carried: i128) -> Option<Range> {
        let runs_on = self.claim.kind != Claims::Section && carried != 0;
        let is_near = |sum: i128| (sum - self.claimed).abs() <= self.half;
        let near = |sum: i128| is_near(sum) || runs_on && is_near(sum + carried);
        let fits = |range: &Range| {
            let sum = self.sum(*range, of);
            let is_last = *range == (0, self.of.rows.len()) && self.claim.kind == Claims::All;
            near(sum) || is_last && near(sum + self.above[of])
        };
        self.ranges.iter().copied().find(fits)
    }

    fn sum(&self, (from, to): Range, of: usize) -> i128 {
        self.sums[to][of] - self.sums[from][of]
    }
}

impl Sums {
    /// The rows that a claim may be about, likeliest first.
    fn ranges(&self, claim: &Claim) -> Vec<(usize, usize)> {
        if claim.kind == Claims::Section {
            return self.below(claim.at);
        }
        let before = |places: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
            let mut found: Vec<usize> = places.filter(|at| *at < claim.at).collect();
            found.dedup();
            found.into_iter().rev().take(MOST_STARTS).collect()
        };
        let mut starts = before(&mut self.claims.iter().map(|one| one.at));
        starts.extend(before(&mut self.sections.iter().copied()));
        starts.sort_unstable_by(|one, other| other.cmp(one));
        starts.push(0);
        let is_total = claim.kind == Claims::All;
        if is_total {
            starts.reverse();
        }
        starts.extend(before(&mut self.headings.iter().copied()));
        let mut ranges: Vec<(usize, usize)> = starts.iter().map(|at| (*at, claim.at)).collect();
        ranges.retain(|(from, to)| from < to);
        // A total may stand above what it adds up.
        let ends = self.claims.iter().map(|one| one.at);
        let ends = ends.chain(self.sections.iter().copied());
        let next = ends.filter(|at| *at > claim.at).min();
        ranges.extend(next.map(|next| (claim.at, next)));
        let below = (claim.at, self.rows.len());
        match is_total && claim.at == 0 {
            true => ranges.insert(0, below),
            false => ranges.push(below),
        }
        ranges
    }

    /// The rows below the heading of a section, up to where a section or a
    /// total follows, or the last one.
    fn below(&self, at: usize) -> Vec<(usize, usize)> {
        let claims = self.claims.iter().map(|one| one.at);
        let ends = claims.chain(self.sections.iter().copied());
        let mut ends: Vec<usize> = ends.filter(|end| *end > at).collect();
        ends.sort_unstable();
        ends.dedup();
        ends.truncate(MOST_STARTS);
        ends.push(self.rows.len());
        ends.into_iter().map(|end| (at, end)).collect()
    }
}
