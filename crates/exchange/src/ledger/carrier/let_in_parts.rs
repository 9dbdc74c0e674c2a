//! What is let of a unit in several columns, with none for all of it: to each of
//! several tenants, `承租企业1 | 租赁面积1 | 承租企业2 | 租赁面积2`, or of each sort,
//! `已出租▸招商企业` beside `已出租▸本地企业`. It is let to all of them together.

use std::collections::BTreeSet;

use suoji_model::{Area, Cell, Value};

use crate::book::Sheet;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::look::values;
use crate::ledger::heads::{Head, Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::line::Line;
use crate::ledger::rows::is_amount;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const TENANT: Target = target("lease", "tenant");
const LEASED: Target = target("lease", "leased_area");
const SOLD: Target = target("lease", "sold_area");
/// Columns of parts at least.
const SEVERAL: usize = 2;

/// Words with which a heading of a tenant or of an area that is let begins.
const LET: &[&str] = &["承租", "租户", "租赁", "入驻", "租用", "出租", "租客"];
/// Words for the one who rents it.
const FIRM: &[&str] = &["企业", "公司", "单位", "名称", "方", "人", "租户", "租客"];

/// Gives such columns their role.
pub(crate) fn assign(sheet: &Sheet, ledger: &Ledger, block: &Block, given: &mut [Option<Match>]) {
    if ledger.name != "factory_unit" || given.iter().flatten().any(|one| one.reason == "told") {
        return;
    }
    let numbered = numbered(&block.heads);
    let of = |target| {
        let own = numbered.iter().filter(move |(_, _, one)| *one == target);
        own.map(|(at, turn, _)| (*at, *turn))
    };
    let turns = |target| {
        of(target)
            .map(|(_, turn)| turn)
            .collect::<BTreeSet<usize>>()
    };
    if turns(TENANT).len() >= SEVERAL && turns(TENANT) == turns(LEASED) {
        for (at, _, target) in &numbered {
            given[*at] = Some(added(*target));
        }
        return;
    }
    for target in [LEASED, SOLD] {
        let taken = |one: &Match| one.role == Role::Field(target) && one.confidence >= SURE;
        if given.iter().flatten().any(taken) {
            continue;
        }
        for at in sorts(sheet, ledger, block, given, target) {
            given[at] = Some(added(target));
        }
    }
}

fn added(target: Target) -> Match {
    Match {
        role: Role::Addend(target),
        confidence: SURE,
        reason: "added_up",
    }
}

/// The columns of tenants and of what they rent, with their numbers.
fn numbered(heads: &[(u32, Head)]) -> Vec<(usize, usize, Target)> {
    let of = |(at, (_, head)): (usize, &(u32, Head))| {
        let own = tight(head.parts.last()?);
        let above = head.parts.iter().rev().skip(1);
        let (base, turn) = match number(&own) {
            Some(found) => found,
            None => {
                let above = above.map(|part| tight(part));
                let (base, turn) = above.into_iter().find_map(|part| number(&part))?;
                (base + &own, turn)
            }
        };
        let is_let = LET.iter().any(|word| base.starts_with(word));
        let is_firm = || FIRM.iter().any(|word| base.ends_with(word));
        let bare = base.split('(').next().unwrap_or_default();
        let target = match bare.ends_with("面积") {
            true => LEASED,
            false if is_firm() => TENANT,
            false => return None,
        };
        is_let.then_some((at, turn, target))
    };
    heads.iter().enumerate().filter_map(of).collect()
}

/// A heading without the number at its end, and the number: `租户二`, `租赁面积1（㎡）`.
fn number(head: &str) -> Option<(String, usize)> {
    const NUMERALS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let bare = head.split('(').next().unwrap_or_default();
    let (at, last) = bare.char_indices().next_back()?;
    let base = &bare[..at];
    let number = match last.to_digit(10) {
        Some(number) => usize::try_from(number).ok()?,
        None => NUMERALS.iter().position(|sign| bare.ends_with(sign))? + 1,
    };
    let is_long = base.ends_with(|sign: char| sign.is_ascii_digit());
    (number > 0 && !base.is_empty() && !is_long).then(|| (base.to_owned(), number))
}

/// The columns of numbers below one heading of what is let that nothing else
/// is known of.
fn sorts(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    given: &[Option<Match>],
    target: Target,
) -> Vec<usize> {
    let is_open = |at: usize| given[at].is_none_or(|one| one.confidence < SURE);
    let above = |at: usize| {
        let (own, above) = block.heads[at].1.parts.split_last()?;
        let is_of_other = own.contains(['率', '%', '元', '数', '家', '户']);
        (!above.is_empty() && !is_of_other).then(|| above.to_vec())
    };
    let says = |parts: Vec<String>| {
        let found = Head { parts }.matches(ledger.vocabulary());
        let best = found.first().copied();
        best.is_some_and(|best| best.role == Role::Field(target) && best.confidence >= SURE)
    };
    let is_counted = |at: &usize| {
        let values = values(sheet, block, block.heads[*at].0);
        !values.is_empty() && values.iter().all(|raw| is_amount(raw))
    };
    let first = (0..given.len()).find(|at| is_open(*at) && above(*at).is_some_and(says));
    let Some(parent) = first.and_then(above) else {
        return Vec::new();
    };
    let beside: Vec<usize> = (0..given.len())
        .filter(|at| above(*at).as_ref() == Some(&parent))
        .collect();
    let all_open = beside.iter().all(|at| is_open(*at) && is_counted(at));
    match all_open && beside.len() >= SEVERAL {
        true => beside,
        false => Vec::new(),
    }
}

/// Adds up what a row has in them, and names all who rent it.
pub(super) fn add(line: &mut Line<'_>) {
    for target in [LEASED, SOLD] {
        let mut sum: Option<Area> = None;
        for column in line.frame.columns {
            if column.role != Some(Role::Addend(target)) || null::read(line.raw(column)).is_some() {
                continue;
            }
            let Some(reading) = line.reading(column, target, line.context(column)) else {
                continue;
            };
            line.tell(column, target, &reading);
            let Cell::Known(Value::Area(area), _) = reading.cell else {
                continue;
            };
            let scaled = sum.map_or(Some(area.scaled), |sum| sum.scaled.checked_add(area.scaled));
            sum = scaled.map(|scaled| Area { scaled, ..area });
        }
        if let Some(area) = sum {
            line.set(target, Value::Area(area));
        }
    }
    let tenants = line.frame.columns.iter();
    let tenants = tenants.filter(|column| column.role == Some(Role::Addend(TENANT)));
    let raws = tenants.map(|column| line.raw(column));
    let names = raws.filter(|raw| null::read(raw).is_none());
    let names: Vec<String> = names.map(|raw| raw.display().trim().to_owned()).collect();
    if !names.is_empty() {
        line.set(TENANT, Value::Text(names.join("、")));
    }
}
