//! Rows of one file that may be one record.

mod known_by;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use suoji_model::{AreaUnit, Cell, Value};

pub use self::known_by::standing;
use self::known_by::{Known, Reader, hash};
use super::same_unit::AREA;
use crate::ledger::columns::Mapped;
use crate::ledger::names;
use crate::ledger::names::marks::Marks;
use crate::ledger::payment::periods::PAID;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::{Duplicate, LedgerRow, Place, Target};

/// What is remembered of a row.
#[derive(Debug, Clone, Copy)]
struct Entry {
    table: u32,
    row: u32,
    /// Rows with one key may be one record.
    key: u64,
    /// Of those, rows that also share this are.
    same: u32,
    /// The least one counts.
    order: (i32, u32),
    /// How it shows.
    column: u16,
    is_over: bool,
    /// Of what work it is.
    work: Work,
}

/// What tells one work from another, where the rows say it.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    marks: Marks,
    /// The firm whose it is, and its amounts; zero where nothing is known.
    owner: u16,
    amounts: [u16; 2],
}

impl Work {
    fn of(ledger: &str, read: &Reader<'_>) -> Self {
        let (kind, owner, amounts) = match ledger {
            "signing" => ("agreement", None, ["contract_total", "contract_capital"]),
            "key_project" => {
                let owner = read.text("project", "project_company");
                ("key_project", owner, ["total_investment"; 2])
            }
            _ => return Self::default(),
        };
        let known = |field| match read.row.cells.get(&target(kind, field)) {
            Some(Cell::Known(Value::Money(money), _)) => brief(&(money.minor, money.currency)),
            _ => 0,
        };
        Self {
            marks: read
                .text("project", "name")
                .map(Marks::of)
                .unwrap_or_default(),
            owner: owner.map_or(0, |owner| brief(names::company(owner).as_str())),
            amounts: amounts.map(known),
        }
    }

    /// Whether rows that are called alike are of two works: they are marked or
    /// owned otherwise, and none of their amounts is the same.
    fn is_other(self, other: Self) -> bool {
        let are_known = |one: u16, other: u16| one != 0 && other != 0;
        let apart = self.marks.are_apart(other.marks)
            || are_known(self.owner, other.owner) && self.owner != other.owner;
        let both = self.amounts.into_iter().zip(other.amounts);
        let mut both = both
            .filter(|(one, other)| are_known(*one, *other))
            .peekable();
        apart && both.peek().is_some() && both.all(|(one, other)| one != other)
    }
}

/// The lower half of a number.
fn half(whole: u64) -> u32 {
    let [one, two, three, four, ..] = whole.to_le_bytes();
    u32::from_le_bytes([one, two, three, four])
}

/// Something as a small number that is not zero.
pub(crate) fn brief(what: &(impl Hash + ?Sized)) -> u16 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    let [one, two, ..] = hasher.finish().to_le_bytes();
    u16::from_le_bytes([one, two]).max(1)
}

/// A ledger's rows, as far as they may repeat each other.
#[derive(Default)]
pub(crate) struct Seen {
    by_ledger: HashMap<&'static str, Vec<Entry>>,
    /// What enterprises were called before, and what they are called.
    former: HashMap<u64, u64>,
    /// What a firm's rows share, and what those share that they say they are.
    also: HashMap<(u64, u32), u32>,
    /// Units of carriers with the table of each and its area.
    units: HashMap<u64, (u32, i64)>,
    /// Units that are called like one of another table.
    alike: Vec<Late>,
}

/// One finding: the row's table, the row, the column and the reason.
pub(crate) struct Late {
    pub(crate) table: u32,
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) reason: &'static str,
    pub(super) level: Level,
}

impl Seen {
    /// Remembers a row.
    pub(super) fn row(
        &mut self,
        ledger: &'static str,
        table: u32,
        row: &LedgerRow,
        columns: &[Mapped],
    ) {
        let part = row.part.and_then(|at| columns.get(usize::from(at)));
        let of_period = part.is_some_and(|part| matches!(part.role, Some(Role::Part(_))));
        // One number for all that a row was paid is no number used again.
        const NUMBER: Target = target("payment", "voucher_no");
        let own = |column: &Mapped| matches!(column.role, Some(Role::Turn(_, NUMBER)));
        let is_further = part.is_some_and(|part| matches!(part.role, Some(Role::Turn(_, PAID))))
            && !columns.iter().any(own);
        if row.rejected || of_period || is_further || row.uncounted == Some("phase") {
            return;
        }
        let read = Reader { row, columns };
        let Some(known) = Known::by(ledger, &read) else {
            return;
        };
        if ledger == "factory_unit" {
            self.unit(&read, table, (known.key, known.column));
        }
        for name in read.former() {
            let former = hash(&[&names::company(name)]);
            if former != known.key {
                self.former.entry(former).or_insert(known.key);
            }
        }
        if let Some(name) = read.also_called(ledger) {
            let other = half(hash(&[&names::project(name)]));
            let own = (known.key, half(known.same));
            self.also.entry(own).or_insert(other);
        }
        let entries = self.by_ledger.entry(ledger).or_default();
        let nth = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        entries.push(Entry {
            table,
            row: row.row,
            key: known.key,
            same: half(known.same),
            order: (known.order, nth),
            column: known.column,
            is_over: known.is_over,
            work: Work::of(ledger, &read),
        });
    }

    /// Remembers a unit's area: where another table has one of the same name and
    /// another area, one would take the place of the other.
    fn unit(&mut self, read: &Reader<'_>, table: u32, (key, column): (u64, u16)) {
        let Some(Cell::Known(Value::Area(area), _)) = read.row.cells.get(&AREA) else {
            return;
        };
        let area = area.scaled_in(AreaUnit::Sqm);
        let (first, known) = *self.units.entry(key).or_insert((table, area));
        if first != table && known != area {
            self.alike.push(Late {
                table,
                row: read.row.row,
                column,
                reason: "unit_named_twice",
                level: Level::Must,
            });
        }
    }

    /// The duplicates, and what else is to be said of rows.
    pub(crate) fn finish(
        self,
        place: impl Fn(u32, u32, u16) -> (Place, String),
    ) -> (Vec<Duplicate>, Vec<Late>) {
        let (mut duplicates, mut late) = (Vec::new(), self.alike);
        for (ledger, mut entries) in self.by_ledger {
            for entry in &mut entries {
                entry.key = self.former.get(&entry.key).copied().unwrap_or(entry.key);
                let other = self.also.get(&(entry.key, entry.same));
                entry.same = other.copied().unwrap_or(entry.same);
            }
            entries.sort_unstable_by_key(|entry| (entry.key, entry.same, entry.order));
            for group in entries.chunk_by(|one, other| one.key == other.key) {
                if group.len() < 2 {
                    continue;
                }
                let parts: Vec<&[Entry]> = group
                    .chunk_by(|one, other| one.same == other.same)
                    .collect();
                if ledger == "payment" && parts.len() > 1 {
                    let kept = parts.iter().map(|part| &part[0]);
                    late.extend(kept.map(|entry| Late {
                        table: entry.table,
                        row: entry.row,
                        column: entry.column,
                        reason: "same_voucher_no_other_payer",
                        level: Level::Should,
                    }));
                }
                for part in parts {
                    for work in works(part) {
                        duplicates.extend(duplicate(ledger, &work, &place));
                    }
                }
            }
        }
        duplicates.sort_by(|one, other| one.kept.cmp(&other.kept));
        (duplicates, late)
    }
}

/// The rows of each work among those called alike, where it has several.
fn works(part: &[Entry]) -> Vec<Vec<Entry>> {
    let mut works: Vec<Vec<Entry>> = Vec::new();
    for entry in part {
        let own = works
            .iter_mut()
            .find(|work| !work[0].work.is_other(entry.work));
        match own {
            Some(work) => work.push(*entry),
            None => works.push(vec![*entry]),
        }
    }
    works.retain(|work| work.len() > 1);
    works
}

fn duplicate(
    ledger: &'static str,
    part: &[Entry],
    place: &impl Fn(u32, u32, u16) -> (Place, String),
) -> Option<Duplicate> {
    let (reason, level) = match ledger {
        "lead" => ("duplicate_enterprise", Level::Must),
        "payment" => ("duplicate_voucher", Level::Must),
        "signing" => ("duplicate_project", Level::Must),
        "key_project" if part.iter().any(|entry| entry.is_over) => {
            ("duplicate_project", Level::Must)
        }
        "key_project" => ("listed_twice", Level::Info),
        "factory_unit" if part.iter().any(|entry| entry.is_over) => ("ended_lease", Level::Must),
        _ => ("duplicate_row", Level::Should),
    };
    let at = |entry: &Entry| place(entry.table, entry.row, entry.column);
    let (kept, others) = part.split_first()?;
    // Several may share a unit; only an ended lease repeats it.
    let of_unit = ledger == "factory_unit";
    let others = others.iter().filter(|entry| !of_unit || entry.is_over);
    let others: Vec<_> = others.map(at).collect();
    let nothing = others.is_empty() || of_unit && kept.is_over;
    (!nothing).then(|| Duplicate {
        ledger,
        reason,
        level,
        kept: at(kept).0,
        others,
    })
}
