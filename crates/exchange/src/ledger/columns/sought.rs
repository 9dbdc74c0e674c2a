//! Which column is which field: what each heading could be, what is said of it
//! by those beside it, and what it is taken for.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use suoji_model::{AreaUnit, Shape};

use super::above::Above;
use super::look::{counts, looked_at};
use super::said::Said;
use super::{
    abroad, chains, days, dollars, ended, formerly, happened, is_money, meant, numbered, shape,
    stock, ticks, ways, whose, years,
};
use crate::book::Sheet;
use crate::cells::text::tight;
use crate::cells::unit::Measure;
use crate::ledger::block::Block;
use crate::ledger::carrier::{let_in_parts, rooms};
use crate::ledger::given::month;
use crate::ledger::heads::{Head, LEAST, Match};
use crate::ledger::key_project::{
    months_of_works, plans, progress, since_january, so_far, works_by_time, works_in_parts,
};
use crate::ledger::kinds::Ledger;
use crate::ledger::parcel::{holders, supply};
use crate::ledger::payment::{periods, reported, running, shares, turns};
use crate::ledger::signing::addends;
use crate::ledger::words::Role;
use crate::options::Pick;
use crate::table::Target;

/// A table of which the columns are sought, as those of a ledger.
pub(super) struct Sought<'t> {
    pub(super) sheet: &'t Sheet,
    pub(super) block: &'t Block,
    pub(super) ledger: &'static Ledger,
    pub(super) said: &'t Said<'t>,
    /// The units in the lines above.
    pub(super) above: Above,
    /// Whether it has full marks, beside which an empty circle is none.
    pub(super) hollow: bool,
    /// Whether it is called so, or said to be.
    pub(super) named: bool,
    pub(super) year: Option<i32>,
}

impl Sought<'_> {
    /// The role of each column, best first; a role that only one can have goes
    /// to one column.
    pub(super) fn roles(&self) -> Vec<Option<Match>> {
        let mut wishes = self.wishes();
        self.settle(&mut wishes);
        // Of two columns that are called alike, the one that is shown.
        let is_hidden = |index: usize| {
            let number = self.block.heads.get(index).map(|(number, _)| *number);
            number.is_some_and(|number| self.sheet.hidden_columns.contains(&number))
        };
        wishes.sort_by_key(|(index, found)| (Reverse(found.confidence), is_hidden(*index), *index));
        let mut given: Vec<Option<Match>> = vec![None; self.block.heads.len()];
        let mut taken = BTreeSet::new();
        for (index, found) in wishes {
            let free = !found.role.is_single() || !taken.contains(&found.role);
            if found.confidence >= LEAST && given[index].is_none() && free {
                taken.insert(found.role);
                given[index] = Some(found);
            }
        }
        self.assign(&mut given);
        given
    }

    /// What each heading could be, by its words and the values below it.
    fn wishes(&self) -> Vec<(usize, Match)> {
        let (sheet, block) = (self.sheet, self.block);
        let mut wishes: Vec<(usize, Match)> = Vec::new();
        for (index, (number, head)) in block.heads.iter().enumerate() {
            if let Some(picked) = self.said.pick(*number, head).and_then(picked) {
                wishes.extend(picked.map(|role| (index, Match::told(role))));
                continue;
            }
            // 编号 over 1, 2, 3 names nothing that another list would know again.
            if head.key() == "编号" && counts(sheet, block, *number) {
                wishes.push((index, Match::exact(Role::Serial)));
                continue;
            }
            let dated = happened::dated(sheet, block, *number, head);
            let head_of = dated.as_ref().unwrap_or(head);
            for found in head_of.matches(self.ledger.vocabulary()) {
                let general = self.above.unit(Some(found.role), &head.text());
                let unit = head.unit_below(general).or(general);
                let confidence = match is_measured(self.ledger, found.role, head) {
                    true => 0,
                    false => looked_at(sheet, block, *number, found, unit),
                };
                let found = Match {
                    confidence,
                    ..found
                };
                wishes.push((index, found));
            }
        }
        wishes
    }

    /// What other headings and the values say of it.
    fn settle(&self, wishes: &mut Vec<(usize, Match)>) {
        let (sheet, block, ledger, year) = (self.sheet, self.block, self.ledger, self.year);
        abroad::settle(ledger, block, wishes);
        whose::settle(sheet, ledger, block, wishes);
        holders::settle(sheet, ledger, block, wishes);
        chains::settle(block, wishes);
        ways::settle(sheet, block, wishes);
        progress::settle(ledger, block, wishes);
        years::settle(ledger, block, year, wishes);
        works_by_time::settle(sheet, ledger, block, year, wishes);
        months_of_works::settle(sheet, ledger, block, wishes);
        running::settle(sheet, ledger, block, wishes);
        ended::settle(sheet, ledger, block, wishes);
        dollars::settle(sheet, ledger, block, wishes);
        so_far::settle(sheet, ledger, block, wishes);
        since_january::settle(sheet, ledger, block, wishes);
        if self.named {
            reported::settle(sheet, ledger, block, wishes);
        }
        formerly::settle(ledger, block, wishes);
        meant::settle(ledger, block, wishes);
        stock::settle(ledger, block, wishes);
        supply::settle(ledger, block, wishes);
        plans::settle(ledger, block, wishes);
        rooms::settle(block, wishes);
        month::settle(block, wishes);
    }

    /// What several columns are together.
    fn assign(&self, given: &mut [Option<Match>]) {
        let (sheet, block, ledger) = (self.sheet, self.block, self.ledger);
        let is_of_payments = self.named && ledger.name == "payment";
        if is_of_payments {
            periods::assign(&block.heads, given, self.year);
        }
        // Parts of a day are plain without a name.
        if self.named || ledger.name == "visit" {
            turns::assign(ledger, &block.heads, given);
        }
        if is_of_payments {
            shares::assign(sheet, block, &self.above, given);
        }
        ticks::assign(sheet, block, ledger, self.hollow, given);
        days::assign(ledger, &block.heads, given);
        numbered::assign(ledger, &block.heads, given);
        addends::assign(ledger, &block.heads, given);
        let_in_parts::assign(sheet, ledger, block, given);
        works_in_parts::assign(ledger, block, given);
    }
}

/// What a person picked; nothing for a column that is to be left out.
pub(super) fn picked(pick: &Pick) -> Option<Option<Role>> {
    match pick.field.as_deref() {
        None => None,
        Some("") => Some(None),
        Some(field) => Target::parse(field).map(|target| Some(Role::Field(target))),
    }
}

/// Whether a heading's own unit says that it is not the field: names have none,
/// no building is measured in 亩, and no amount in %.
fn is_measured(ledger: &Ledger, role: Role, head: &Head) -> bool {
    let unit = head.unit();
    let own = head.parts.last().map(|own| tight(own));
    let is_share = own.is_some_and(|own| own.contains('%'));
    if unit.is_none() && is_money(Some(role)) {
        return is_share;
    }
    let (Role::Field(target), Some(unit)) = (role, unit) else {
        return false;
    };
    let Measure::Area(area) = unit.measure else {
        return false;
    };
    let named = ledger.titles.contains(&target) && target.kind != "parcel";
    let of_land = area != AreaUnit::Sqm && shape(Some(role)) == Some(Shape::Area);
    named || ledger.in_sqm && of_land
}
