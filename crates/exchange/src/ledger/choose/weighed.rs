//! Every ledger is weighed against a table, and of those that fit one is
//! preferred.

use super::called::{self, NAMED_FILE, NAMED_SHEET};
use super::{both, buildings, fits, mere_names, parks, talks, to_come};
use crate::book::{Sheet, Workbook};
use crate::ledger::block::Block;
use crate::ledger::columns::said::Said;
use crate::ledger::columns::{self, Mapped};
use crate::ledger::kinds::Ledger;
use crate::ledger::parcel;

/// Points for a list of which nearly every column is a field of its kind.
const OWN_LIST: usize = 1_000;

/// What an office does beside promotion: lists of it have days, firms, amounts
/// and contracts as ours do.
const ELSE: &[&str] = &["采购", "报销", "招投标"];
/// A line that is longer explains a table, and is no name of it.
const NAME: usize = 24;

/// A table of which is to be found which ledger it is.
pub(super) struct Lot<'t> {
    pub(super) book: &'t Workbook,
    pub(super) sheet: &'t Sheet,
    /// So much of the sheet as is looked at for every ledger.
    pub(super) shown: &'t Sheet,
    pub(super) block: &'t Block,
    pub(super) said: &'t Said<'t>,
    pub(super) titles: Vec<String>,
    pub(super) heads: Vec<String>,
    pub(super) year: Option<i32>,
    /// The ledger that a person says it is.
    pub(super) told: Option<&'t str>,
    /// Whether it is called a list of what was signed.
    pub(super) is_signed: bool,
}

impl Lot<'_> {
    /// Whether it is of something else that offices list.
    pub(super) fn is_else(&self) -> bool {
        let mut names = self.titles.iter().chain([&self.sheet.name]);
        names.any(|name| {
            let is_name = name.chars().count() <= NAME;
            is_name && ELSE.iter().any(|other| name.contains(other))
        })
    }

    /// Whether what was said, or what it is called, leaves a ledger out.
    pub(super) fn rules_out(&self, ledger: &Ledger) -> bool {
        if let Some(told) = self.told {
            return told != ledger.name;
        }
        match ledger.name {
            "signing" => called::is_unsigned(self.sheet, &self.titles),
            "payment" => called::is_roll(self.book, self.sheet, &self.titles),
            "lead" => called::is_landed(self.sheet, &self.titles),
            "parcel" => parcel::has_buildings(&self.heads),
            _ => false,
        }
    }

    /// The points of a ledger for what the table is called.
    pub(super) fn called(&self, ledger: &Ledger) -> usize {
        called::points(self.book, self.sheet, &self.titles, &self.heads, ledger)
    }
}

/// A ledger that the table may be: how well it fits, with its columns.
#[derive(Clone)]
pub(super) struct Candidate {
    rank: usize,
    pub(super) ledger: &'static Ledger,
    pub(super) columns: Vec<Mapped>,
}

/// Takes a candidate that fits better than the one so far.
fn raise(so_far: &mut Option<Candidate>, one: Candidate) {
    if so_far.as_ref().is_none_or(|known| one.rank > known.rank) {
        *so_far = Some(one);
    }
}

/// What all ledgers came to.
#[derive(Default)]
pub(super) struct Weighed {
    best: Option<Candidate>,
    /// The best that is no list of agreements.
    unsigned: Option<Candidate>,
    /// The same columns as those of agreements.
    signing: Option<Candidate>,
    /// The same columns as those of works.
    works: Option<Candidate>,
    /// What only its name shows, where nothing shows itself.
    by_name: Option<Candidate>,
    /// A list of names alone, where nothing shows itself.
    of_names: Option<Candidate>,
    /// The ledgers that show themselves, and those that could still be meant.
    open: Vec<(usize, &'static str)>,
    maybe: Vec<(usize, &'static str)>,
    /// Whether the table is called as one that shows itself.
    pub(super) is_named: bool,
    /// Whether it is called a list of payments, and is one.
    is_paid: bool,
    /// How well the columns of the best ledger are known.
    known_best: usize,
    /// How well they are known as those of visits still to be made.
    planned: Option<usize>,
}

impl Weighed {
    /// Weighs a ledger.
    pub(super) fn weigh(&mut self, lot: &Lot<'_>, ledger: &'static Ledger) {
        let forced = lot.told.is_some();
        let heads = lot.block.heads.iter();
        let known = heads.filter(|(_, head)| head.is_known(ledger.vocabulary()));
        let least = if ledger.name == "lead" { 1 } else { 2 };
        if known.count() < least && !forced {
            return;
        }
        let named = lot.called(ledger);
        let is_called = named > 0 || forced;
        let columns = columns::map(lot.shown, lot.block, ledger, lot.said, is_called, lot.year);
        let rank = self.rank(lot, ledger, &columns, named);
        let names = lot.titles.iter().chain([&lot.sheet.name]);
        if rank.is_none() && named == NAMED_SHEET && mere_names::is_list(ledger, &columns, names) {
            self.of_names = Some(Candidate {
                rank: 0,
                ledger,
                columns: columns.clone(),
            });
        }
        if !ledger.is_list && !forced {
            self.is_named |= rank.is_some() && named > 0;
            match rank {
                Some(rank) => self.open.push((rank, ledger.name)),
                None if fits::may_be(ledger, &columns) => {
                    self.maybe.push((fits::points(&columns), ledger.name));
                }
                None => {}
            }
        }
        self.is_paid |= ledger.name == "payment" && named == NAMED_SHEET && rank.is_some();
        let candidate = |rank| Candidate {
            rank,
            ledger,
            columns: columns.clone(),
        };
        match ledger.name {
            "signing" => {
                let rank = fits::fits(ledger, &columns, named.max(NAMED_FILE));
                self.signing = rank.map(candidate);
            }
            "key_project" => self.works = rank.map(candidate),
            _ => {}
        }
        if let Some(rank) = rank.filter(|_| ledger.name != "signing") {
            raise(&mut self.unsigned, candidate(rank));
        }
        match rank {
            Some(rank) => raise(&mut self.best, candidate(rank)),
            None if !ledger.is_list
                && named == NAMED_SHEET
                && fits::fits_by_name(ledger, &columns) =>
            {
                raise(&mut self.by_name, candidate(fits::points(&columns)));
            }
            None => {}
        }
    }

    /// How well a ledger fits; `None` when it does not.
    fn rank(
        &mut self,
        lot: &Lot<'_>,
        ledger: &'static Ledger,
        columns: &[Mapped],
        named: usize,
    ) -> Option<usize> {
        if lot.told.is_some() {
            return Some(usize::MAX);
        }
        if ledger.is_list {
            // A list that the program wrote itself, with all that a ledger has
            // of it, is that list.
            let points = fits::points(columns);
            let whole = points >= self.known_best && fits::is_whole_list(ledger, columns);
            let more = if whole { OWN_LIST } else { 0 };
            return fits::is_list(ledger, columns).then_some(points + more);
        }
        let is_to_come = || to_come::is_one(lot.book, lot.sheet, lot.block, (ledger, columns));
        if ledger.name == "visit" && is_to_come() {
            self.planned = fits::fits(ledger, columns, named).map(|_| fits::points(columns));
            return None;
        }
        if ledger.name == "key_project" && named < NAMED_SHEET && is_of_talks(lot, columns) {
            return None;
        }
        let rank = fits::fits(ledger, columns, named)
            .filter(|_| named > 0 || ledger.name != "visit" || fits::tells_of_visits(columns));
        if rank.is_some() {
            let points = match named {
                NAMED_SHEET => usize::MAX,
                _ => fits::points(columns),
            };
            self.known_best = self.known_best.max(points);
        }
        rank
    }

    /// What it may be as well, likeliest first: what shows itself fully goes
    /// before what only could be meant.
    pub(super) fn choices(&self) -> Vec<&'static str> {
        let sorted = |all: &[(usize, &'static str)]| {
            let mut all = all.to_vec();
            all.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
            all
        };
        let maybe = match self.open.len() {
            0 | 1 => sorted(&self.maybe),
            _ => Vec::new(),
        };
        let choices = sorted(&self.open).into_iter().chain(maybe);
        choices.map(|(_, name)| name).collect()
    }

    /// The ledger that is preferred.
    pub(super) fn best(self, lot: &Lot<'_>) -> Option<Candidate> {
        let (planned, by_name, of_names) =
            (self.planned, self.by_name.clone(), self.of_names.clone());
        let best = by_what_happened(self, lot);
        let best = called_so(best, by_name, lot);
        // What is planned is neither a visit nor anything else.
        let best = best.filter(|one| planned.is_none_or(|most| fits::points(&one.columns) > most));
        let best = best.filter(|one| {
            let found = (one.ledger, one.columns.as_slice());
            let is_summed = || {
                parks::is_summed(lot.book, lot.sheet, lot.block, found)
                    || buildings::are_summed(lot.book, lot.sheet, lot.block, found)
            };
            lot.told.is_some() || !is_summed()
        });
        best.or_else(|| of_names.filter(|_| planned.is_none()))
    }
}

/// Whether a list of projects only tells how far talks are, or of what most of
/// them have signed: days planned make it no ledger of works.
fn is_of_talks(lot: &Lot<'_>, columns: &[Mapped]) -> bool {
    let are_signed =
        || !fits::plans(columns) && talks::most_are_signed(lot.shown, lot.block, columns);
    !fits::is_key(columns) && (lot.is_signed || are_signed())
        || talks::are_told(lot.shown, lot.block, columns)
}

/// The best, after what the rows say has happened to their projects.
fn by_what_happened(weighed: Weighed, lot: &Lot<'_>) -> Option<Candidate> {
    let best = weighed.best?;
    if weighed.is_paid && !lot.is_signed && fits::signs_nothing(best.ledger, &best.columns) {
        return weighed.unsigned;
    }
    if let Some(signing) = weighed.signing.as_ref().filter(|_| lot.told.is_none())
        && both::is_of_signing(lot, weighed.is_paid, &signing.columns, &best)
    {
        return weighed.signing;
    }
    let is_of_leads = lot.told.is_none()
        && best.ledger.name == "lead"
        && !called::says_leads(lot.sheet, &lot.titles);
    if is_of_leads {
        // Those of its projects that are signed are agreements.
        if weighed.signing.is_some() && talks::are_signed(lot.shown, lot.block, &best.columns) {
            return weighed.signing;
        }
        // Those that are being built or finished are works.
        let works = weighed.works;
        let begun = works.filter(|works| talks::are_begun(lot.shown, lot.block, &works.columns));
        return begun.or(Some(best));
    }
    Some(best)
}

/// The best, after what the table is called: 签约项目清单 with a name, a firm
/// and an amount fits a list of projects as well, and says itself that these
/// are agreements; so does 在建项目台账 of works, whose investors are no leads.
fn called_so(
    best: Option<Candidate>,
    by_name: Option<Candidate>,
    lot: &Lot<'_>,
) -> Option<Candidate> {
    let is = |says: &dyn Fn(&Candidate) -> bool| best.as_ref().is_some_and(says);
    let is_mere_list = is(&|one| one.ledger.is_list && one.rank < OWN_LIST);
    let is_of_leads = lot.told.is_none()
        && is(&|one| one.ledger.name == "lead")
        && !called::says_talks(lot.sheet, &lot.titles);
    let says_itself = by_name.as_ref().is_some_and(|one| match one.ledger.name {
        "signing" => is_mere_list && called::says_signed(lot.sheet, &lot.titles),
        "key_project" => {
            (is_mere_list || is_of_leads) && called::says_works(lot.sheet, &lot.titles)
        }
        _ => false,
    });
    match says_itself {
        true => by_name,
        false => best.or(by_name),
    }
}
