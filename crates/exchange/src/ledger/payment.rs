//! Rows of a payment ledger (到位资金台账).

pub(crate) mod earlier;
pub(crate) mod instalments;
pub(crate) mod origins;
pub(crate) mod periods;
pub(crate) mod recognised;
pub(crate) mod reported;
pub(crate) mod running;
pub(crate) mod shares;
pub(crate) mod streams;
pub(crate) mod turns;

use suoji_model::{Cell, Shape, Value};

use crate::book::{Raw, Row};
use crate::cells::amount::TAKEN_BACK;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::money::{is_nothing, money};
use crate::ledger::people::noted_beside_firm;
use crate::ledger::under;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::{LedgerRow, Target};
use periods::{Months, PAID, is_open};

const PROJECT: Target = target("project", "name");
const COMPANY: Target = target("project", "project_company");
const PAYER: Target = target("payment", "payer");
const DATE: Target = target("payment", "paid_date");
const PERIOD: Target = target("payment", "period");

/// Reads one row; without project and payer it is no record.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    let is_money = |target: Target| {
        target
            .declared()
            .is_some_and(|field| field.shape == Shape::Money)
    };
    line.read_fields(is_money);
    noted_beside_firm(&mut line, PAYER, target("payment", "note"));
    money(&mut line);
    said_back(&mut line);
    // A list of firms without a word of their projects: that of the firm which
    // builds it, else that of the one which pays.
    let firm = line.text(COMPANY).or_else(|| line.text(PAYER));
    if line.column_of(PROJECT).is_none()
        && let Some(firm) = firm.map(str::to_owned)
    {
        line.set(PROJECT, Value::Text(firm));
    }
    if let Cell::Known(Value::Text(name), _) = line.get(PROJECT).clone() {
        line.set(target("payment", "project"), Value::Text(name));
    }
    if let Some((_, Some(months))) = line.frame.part {
        of_period(&mut line, months);
    }
    shares::named(&mut line);
    under::payment(&mut line);
    in_full(&mut line);
    line.need(line.frame.ledger.titles, "title_missing");
    let refused = |line: &Line<'_>| {
        let mut problems = line.problems.iter();
        problems.any(|problem| problem.field == Some(PAID) && problem.level == Level::Must)
    };
    if *line.get(PAID) == Cell::Blank && !refused(&line) {
        line.report(
            line.column_of(PAID),
            Some(PAID),
            "amount_missing",
            Level::Must,
        );
    }
    line.finish()
}

/// Whether a row has nothing under a heading of one month or quarter:
/// `本月到位资金`, `5月到位`, or nothing and no day on which it was paid; beside the day
/// of its signing no nought need say so. It is there for what its project was paid
/// before, or is to be.
pub(super) fn pays_nothing(columns: &[Mapped], row: &Row) -> bool {
    const NOW: &[&str] = &["本月", "当月", "本季", "当季", "本周", "本旬"];
    let says = |column: &Mapped| null::read(row.cell(column.number)).is_none();
    let mut paid = columns.iter();
    let Some(paid) = paid.find(|column| column.role == Some(Role::Field(PAID))) else {
        return false;
    };
    let is_zero = || is_nothing(row.cell(paid.number));
    if is_unpaid(row.cell(paid.number)) {
        return true;
    }
    let of_now = NOW.iter().any(|word| paid.column.head.contains(word))
        || reported::by_heading(&paid.column.head).is_some();
    let elsewhere = |column: &Mapped| {
        let of_amount = matches!(
            column.role,
            Some(Role::Original | Role::Equivalent | Role::Otherwise(PAID, _))
        );
        of_amount && says(column)
    };
    let undated = || {
        let mut dated = columns.iter();
        let date = dated.find(|column| column.role == Some(Role::Field(DATE)));
        date.is_some_and(|date| !says(date))
    };
    let is_signed = || {
        let mut others = columns.iter().filter(|column| column.role.is_none());
        others.any(|column| column.head.contains('签') && column.head.contains(['日', '时']))
    };
    (of_now || undated() && (is_zero() || is_signed()))
        && paid.merged(row.number).is_none()
        && (!says(paid) || is_zero())
        && !columns.iter().any(elsewhere)
}

/// Whether a cell says in words that nothing was paid.
fn is_unpaid(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let bare = ["尚", "暂"].iter().find_map(|word| text.strip_prefix(word));
    matches!(
        bare.unwrap_or(&text),
        "未到位" | "未到账" | "未到资" | "未入账" | "未实缴" | "未出资" | "未缴" | "无到位"
    )
}

/// A number in brackets is negative for certain where the row says that money
/// went back.
fn said_back(line: &mut Line<'_>) {
    let says = |(_, raw): &(u32, Raw)| match raw {
        Raw::Text(text) => TAKEN_BACK.iter().any(|word| text.contains(word)),
        _ => false,
    };
    if line.row.cells.iter().any(says) {
        let mut told = line.problems.iter_mut();
        if let Some(told) = told.find(|one| one.reason == "negative_in_brackets") {
            told.level = Level::Info;
        }
    }
}

/// What is recognised, where no column says how much, is all that was paid.
fn in_full(line: &mut Line<'_>) {
    let (state, amount) = (
        target("payment", "state"),
        target("payment", "recognised_amount"),
    );
    let paid = line.get(PAID).clone();
    if line.column_of(amount).is_some() || *line.get(amount) != Cell::Blank {
        return;
    }
    // 认定内资▸3月 says it of all that stands below.
    let column = line.column_of(PAID);
    let by_heading = column.is_some_and(|column| {
        let head = &column.column.head;
        ["认定", "核定"].iter().any(|word| head.contains(word)) && !head.contains('未')
    });
    if by_heading && *line.get(state) == Cell::Blank {
        line.set(state, Value::Text("recognised".to_owned()));
    }
    if line.text(state) == Some("recognised") && in_part(line) {
        return;
    }
    if line.text(state) == Some("recognised") && matches!(paid, Cell::Known(..)) {
        line.cells.insert(amount, paid);
        let column = line.column_of(state).or(column);
        line.report(column, Some(amount), "recognised_in_full", Level::Info);
    }
}

/// A state that names how much was recognised, or says that less was than was
/// paid: `认定1500万元`, `核减500`, `部分认定`.
fn in_part(line: &mut Line<'_>) -> bool {
    let (state, amount) = (
        target("payment", "state"),
        target("payment", "recognised_amount"),
    );
    let (Some(own), Some(paid)) = (line.column_of(state), line.column_of(PAID)) else {
        return false;
    };
    let text = tight(&line.raw(own).display());
    let named = ["认定", "核定", "核减后", "核减为", "核减至"]
        .iter()
        .filter_map(|word| Some(text.split_once(word)?.1.trim_start_matches([':', '为'])))
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // 认定2025.3 says when.
    let named = named.filter(|rest| !rest.contains(['年', '月', '日', '批', '-', '/']));
    let context = line.context(paid);
    let reading = named.and_then(|named| line.reading_of(amount, &Raw::text(named), context));
    let some = reading.and_then(|reading| match reading.cell {
        Cell::Known(Value::Money(some), None) => Some(some),
        _ => None,
    });
    let all = match line.get(PAID) {
        Cell::Known(Value::Money(all), _) => Some(*all),
        _ => None,
    };
    // All of it is no part, and more than was paid cannot be true.
    if some.is_some() && some == all {
        return false;
    }
    let known = some.filter(|some| {
        all.is_some_and(|all| some.currency == all.currency && (1..all.minor).contains(&some.minor))
    });
    let is_less = some.is_some() || text.contains("部分") || text.contains("核减");
    match known {
        Some(some) => {
            line.set(amount, Value::Money(some));
            line.report(Some(own), Some(amount), "recognised_in_part", Level::Should);
            true
        }
        None if is_less => {
            line.report(Some(own), Some(amount), "recognised_in_part", Level::Must);
            true
        }
        None => false,
    }
}

/// A payment of a month or quarter that the column's heading names.
fn of_period(line: &mut Line<'_>, months: Months) {
    match months.date(line.frame.year) {
        Some(date) => {
            line.set(DATE, Value::Date(date));
            line.set(PERIOD, Value::Text(date.to_string()));
            let column = line.column_of(PAID);
            if column.is_some_and(|column| is_open(&column.column.head)) {
                line.report(column, Some(DATE), "vague_date", Level::Should);
            }
        }
        None => line.report(
            line.column_of(PAID),
            Some(DATE),
            "year_unknown",
            Level::Must,
        ),
    }
}
