//! What was paid, told in one cell for all instalments:
//! `2024.3.5到位500万元；2024.4.18到位300万元` under 资金到位情况.

use suoji_model::{Cell, PartialDate, Value};

use super::periods::PAID;
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::cells::{self, Context, null};
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::columns::look::values;
use crate::ledger::words::{Role, target};
use crate::table::Target;

const DATE: Target = target("payment", "paid_date");

/// Words between a day and what was paid on it.
const PAID_ON: &[&str] = &["到位", "到账", "到资", "入账", "汇入", "实缴", "打款", ":"];
/// Words that go on from there.
const OF: &[&str] = &["资金", "金额", "款", "了", ":"];
/// What stands for nothing having been paid.
const NOTHING: &[&str] = &["未到位", "未到账", "未到资", "未入账", "未实缴"];

/// Gives its role to a column that tells of instalments, where no other says
/// what was paid.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let pays = |column: &Mapped| match column.role {
        Some(Role::Original | Role::Equivalent | Role::Part(_)) => true,
        Some(Role::Field(field) | Role::Turn(_, field)) => field == PAID,
        _ => false,
    };
    if columns
        .iter()
        .any(|one| pays(one) || one.role == Some(Role::Field(DATE)))
    {
        return;
    }
    let tells = |column: &&mut Mapped| {
        let head = &column.column.head;
        let named = ["到位", "到账", "到资", "实缴"]
            .iter()
            .any(|word| head.contains(word));
        let said = values(sheet, block, column.number);
        let told = said
            .iter()
            .filter(|raw| told(raw, Context::default()).is_some());
        column.role.is_none() && named && told.count() * 2 > said.len()
    };
    if let Some(column) = columns.iter_mut().find(tells) {
        column.role = Some(Role::Field(PAID));
        column.column.target = Some(PAID);
        "paid_in_turn".clone_into(&mut column.column.reason);
    }
}

/// The days and amounts that a cell tells of, none if it says that nothing
/// was paid; nothing for a cell that says anything else.
fn told(raw: &Raw, context: Context) -> Option<Vec<(PartialDate, Raw)>> {
    let Raw::Text(text) = raw else {
        return None;
    };
    let text = tight(text);
    if NOTHING.iter().any(|word| text.contains(word))
        && !text.contains(|c: char| c.is_ascii_digit())
    {
        return Some(Vec::new());
    }
    let parts = text.split([';', ',', '、', '。', '\n']);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(|part| instalment(part, context)).collect()
}

fn instalment(part: &str, context: Context) -> Option<(PartialDate, Raw)> {
    let at = |word: &str| Some((part.find(word)?, word.len()));
    let (end, length) = PAID_ON.iter().filter_map(|word| at(word)).min()?;
    let (day, mut rest) = (&part[..end], &part[end + length..]);
    while let Some(shorter) = OF.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let known = |target: Target, text: &str| {
        let reading = cells::read(target.kind, target.declared()?, &Raw::text(text), context);
        match reading.cell {
            Cell::Known(value, _) => Some(value),
            _ => None,
        }
    };
    let Value::Date(day) = known(DATE, day)? else {
        return None;
    };
    matches!(known(PAID, rest)?, Value::Money(_)).then(|| (day, Raw::text(rest)))
}

/// The row once for each instalment, with its day; nothing where no cell tells
/// of any.
pub(crate) fn apart(
    columns: &[Mapped],
    row: &Row,
    year: Option<i32>,
) -> Option<(u16, Vec<(PartialDate, Row)>)> {
    let is_told = |column: &Mapped| {
        column.role == Some(Role::Field(PAID)) && column.column.reason == "paid_in_turn"
    };
    let turned = |column: &Mapped| matches!(column.role, Some(Role::Turn(..)));
    if columns.iter().any(turned) {
        return None;
    }
    let at = columns.iter().position(is_told)?;
    let column = columns.get(at)?;
    let raw = row.cell(column.number);
    let context = Context {
        year,
        ..column.context
    };
    let found = match null::read(raw) {
        Some(_) => Vec::new(),
        None => told(raw, context)?,
    };
    let rows = found.into_iter().map(|(day, amount)| {
        let mut own = row.clone();
        let mut cells = own.cells.iter_mut();
        if let Some((_, cell)) = cells.find(|(number, _)| *number == column.number) {
            *cell = amount;
        }
        (day, own)
    });
    Some((u16::try_from(at).ok()?, rows.collect()))
}
