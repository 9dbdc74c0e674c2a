//! Rows that belong to the form and to no record: who filled it in, in cells
//! beside each other, how its columns are filled in, and rows prepared for
//! records that nobody has entered.

use suoji_model::Shape;

use super::notes::{is_note, is_seal};
use super::{is_amount, is_figure, totals};
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::{Mapped, shape};
use crate::ledger::table::measure::Scale;
use crate::ledger::words::Role;

/// What the row is, where it is one of the form and of who filled it in.
pub(super) fn kind(block: &Block, row: &Row, filled: &[&(u32, Raw)]) -> Option<&'static str> {
    let is_hint = row.number == block.last + 1 && are_hints(filled);
    (is_hint || is_signature(filled)).then_some("note")
}

/// `填报人： | 赵子涵 | 审核人： | 钱文 | 日期： | …`
fn is_signature(filled: &[&(u32, Raw)]) -> bool {
    const SIGNED: &[&str] = &[
        "填报",
        "填表",
        "制表",
        "审核",
        "复核",
        "审批",
        "负责人",
        "经办",
        "统计",
        "联系",
        "日期",
        "时间",
        "电话",
        "单位",
        "签字",
        "领导",
    ];
    let label = |raw: &Raw| {
        let text = tight(&raw.display());
        let is_label = text.ends_with(':') && text.chars().count() <= 9;
        is_label && SIGNED.iter().any(|word| text.contains(word))
    };
    let is_plain = |raw: &Raw| matches!(raw, Raw::Text(_) | Raw::Date(..)) && !is_amount(raw);
    let labels = || filled.iter().filter(|(_, raw)| label(raw)).count();
    let begins = filled.first().is_some_and(|(_, raw)| label(raw));
    begins && labels() >= 2 && filled.iter().all(|(_, raw)| is_plain(raw))
}

/// `填表人：…  审核人：…  2024年12月31日`, each in a cell of its own.
pub(super) fn is_signed(filled: &[&(u32, Raw)]) -> bool {
    let labels = |raw: &Raw| {
        let text = tight(&raw.display());
        let label = text.split(':').next().unwrap_or_default();
        text.contains(':') && (1..=6).contains(&label.chars().count())
    };
    let signs = |raw: &Raw| {
        let text = tight(&raw.display());
        let ends = text.ends_with(['日', '月']) || is_seal(&text);
        text.contains(':') || matches!(raw, Raw::Date(..)) || ends
    };
    let is_said = || {
        let first = filled.first().map(|(_, raw)| tight(&raw.display()));
        first.is_some_and(|first| is_note(&first))
    };
    let all = |is: &dyn Fn(&Raw) -> bool| filled.iter().all(|(_, raw)| is(raw));
    filled.len() >= 2 && (all(&labels) || is_said() && all(&signs))
}

/// `必填 | 填全称 | 数字 | 下拉选择`: short hints and nothing else.
fn are_hints(filled: &[&(u32, Raw)]) -> bool {
    const HINTS: &[&str] = &[
        "必填",
        "选填",
        "可填",
        "不填",
        "免填",
        "填写",
        "填报",
        "填全称",
        "全称",
        "必选",
        "单选",
        "多选",
        "可选",
        "选择",
        "下拉",
        "数字",
        "数值",
        "整数",
        "小数",
        "文本",
        "文字",
        "日期",
        "年月日",
        "格式",
        "自动",
        "公式",
        "YYYY",
    ];
    const LEAST: usize = 3;
    const LONG: usize = 14;
    let is_hint = |raw: &Raw| {
        let text = tight(&raw.display()).to_ascii_uppercase();
        text.chars().count() <= LONG && HINTS.iter().any(|hint| text.contains(hint))
    };
    let asks = |raw: &Raw| {
        let text = tight(&raw.display());
        text.contains('填') || text.contains('选')
    };
    filled.len() >= LEAST
        && filled.iter().all(|(_, raw)| is_hint(raw))
        && filled.iter().any(|(_, raw)| asks(raw))
}

/// What a cell of a row without a record may hold.
#[derive(PartialEq, Eq)]
enum Prepared {
    /// A number in the list, nothing said, or what a formula makes of nothing.
    Nothing,
    /// A choice or an office that was filled in beforehand.
    Chosen,
}

/// Whether a row has its number, zeros, strokes and what is chosen from lists,
/// and no name, day or amount. Where anything is chosen, it is numbered and no
/// record follows.
pub(super) fn is_prepared(sheet: &Sheet, columns: &[Mapped], row: &Row) -> bool {
    let Some(cells) = prepared(columns, row) else {
        return false;
    };
    let next = || sheet.below(row.number).next();
    let ends = |next: &Row| {
        let first = next.cells.iter().find(|(_, raw)| !raw.is_blank());
        let is_total =
            first.is_some_and(|(_, raw)| totals::named(&tight(&raw.display()), None).is_some());
        is_total || next.cells.len() <= 2 || prepared(columns, next).is_some()
    };
    let is_numbered = || {
        let serial = columns.iter().find(|one| one.role == Some(Role::Serial));
        serial.is_some_and(|one| is_figure(&tight(&row.cell(one.number).display())))
    };
    !cells.contains(&Prepared::Chosen) || is_numbered() && next().is_none_or(ends)
}

fn prepared(columns: &[Mapped], row: &Row) -> Option<Vec<Prepared>> {
    let of = |number: u32| columns.iter().find(|one| one.number == number);
    let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let cells = filled.filter(|(number, raw)| {
        let serial = of(*number).is_none_or(|one| one.role == Some(Role::Serial));
        !(serial && is_figure(&tight(&raw.display())))
    });
    let cells: Option<Vec<Prepared>> = cells
        .map(|(number, raw)| {
            let column = of(*number)?;
            let text = tight(&raw.display());
            if text.chars().all(|c| "/\\-—–_".contains(c)) {
                return Some(Prepared::Nothing);
            }
            let is_zero = text.parse::<f64>().is_ok_and(|value| value == 0.0);
            if is_zero && Scale::of(column).is_some() {
                return Some(Prepared::Nothing);
            }
            is_chosen(column).then_some(Prepared::Chosen)
        })
        .collect();
    let is_merged = |one: &Mapped| one.merged(row.number).is_some();
    cells.filter(|cells| !cells.is_empty() && !columns.iter().any(is_merged))
}

/// Whether a column is filled in from a list: a choice, or an office.
fn is_chosen(column: &Mapped) -> bool {
    const OFFICES: &[&str] = &["responsible_unit", "reporting_unit", "resident_office"];
    let is_office = column
        .target()
        .is_some_and(|own| OFFICES.contains(&own.field));
    is_office
        || matches!(
            shape(column.role),
            Some(Shape::Choice(_) | Shape::OpenChoice)
        )
}
