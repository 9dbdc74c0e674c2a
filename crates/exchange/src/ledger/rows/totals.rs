//! Rows of sums, by their names or by what they hold.

use super::filled::Filled;
use super::{is_amount, is_figure, numeral, sum_names};
use crate::book::Raw;
use crate::cells::text::tight;
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::words::Role;

/// What a row of sums is by the words it begins with.
pub(super) fn named(first: &str, second: Option<&Raw>) -> Option<&'static str> {
    let second = second.map(|raw| tight(&raw.display())).unwrap_or_default();
    let starts = |word: &str| {
        let alone = |text: &str| {
            text.strip_prefix(word).is_some_and(|rest| {
                let counts = |c: char| c.is_ascii_digit() || "(:项个家".contains(c);
                rest.is_empty() || rest.starts_with(counts)
            })
        };
        alone(first) || is_figure(first) && alone(&second) || first.ends_with(word)
    };
    if !second.is_empty() && sum_names::is_carried(first) {
        return Some("subtotal");
    }
    // 合 | 计 and 小 | 计, each in a cell of its own.
    if second == "计" {
        match first {
            "合" | "总" | "共" => return Some("total"),
            "小" => return Some("subtotal"),
            _ => {}
        }
    }
    if first == "计" {
        return Some("total");
    }
    if ["小计", "本页合计", "分计", "Subtotal"]
        .into_iter()
        .any(starts)
    {
        return Some("subtotal");
    }
    let total = ["合计", "总计", "共计", "累计", "总合计", "Total"]
        .into_iter()
        .any(starts);
    total.then_some("total")
}

/// A row that has a count where records have their names: `河东镇 | 2个 | 9500`
/// heads the rows of that office, `全县 | 4个 | 24000` is of all.
pub(super) fn counts_records(line: &Filled<'_>) -> Option<&'static str> {
    let row = line.row;
    let name = line.columns.iter().find(|column| {
        let target = column.target();
        target.is_some_and(|target| (target.kind, target.field) == ("project", "name"))
    })?;
    let (first_column, first) = line.cells[0];
    let counted = tight(&row.cell(name.number).display());
    let digits = counted.trim_end_matches(['个', '项', '家', '条']);
    let only_counts = digits.len() < counted.len() && is_figure(digits);
    if !only_counts || *first_column >= name.number || is_amount(first) {
        return None;
    }
    let text = &line.first;
    // 一 | 河东镇 | 2个: the rows of a section are counted from one again.
    let is_section = !text.is_empty() && text.chars().all(numeral);
    let is_word = |(number, raw): &&&(u32, Raw)| {
        let figure = raw.display().starts_with(|c: char| c.is_ascii_digit());
        *number != name.number && !is_amount(raw) && !figure
    };
    let words = line.cells.iter().filter(is_word).count();
    if words > 1 + usize::from(is_section) {
        return None;
    }
    let of_all = ["全", "总", "合"].iter().any(|word| text.starts_with(word));
    let next = line.sheet.row(row.number + 1);
    let heads = next.is_some_and(|next| {
        next.cell(*first_column).is_blank() && !next.cell(name.number).is_blank()
    });
    Some(match (of_all, heads || is_section) {
        (true, _) => "total",
        (false, true) => "section",
        (false, false) => "subtotal",
    })
}

/// The first or the last row of a table with several amounts and no word: a
/// total that does not say so.
pub(super) fn sums_up(line: &Filled<'_>) -> bool {
    let Filled {
        sheet,
        block,
        columns,
        row,
        cells,
        ..
    } = line;
    let of_money = |(number, raw): &&(u32, Raw)| {
        let column = line.column(*number);
        let figure = is_amount(raw) || matches!(raw, Raw::Unstored);
        figure && column.is_some_and(|column| is_money(column.role))
    };
    if cells.len() < 2 || !cells.iter().all(of_money) {
        return false;
    }
    let at = sheet.rows.partition_point(|one| one.number <= row.number);
    let ends = sheet.rows.get(at).is_none_or(|next| next.cells.len() <= 2);
    let below = sheet.rows.partition_point(|one| one.number <= block.last);
    let begins = below + 1 == at && !ends;
    let holds = |column: &Mapped| {
        let several = matches!(column.role, Some(Role::Part(_) | Role::Turn(..)));
        several || column.merged(row.number).is_some()
    };
    (begins || ends) && !columns.iter().any(holds)
}
