//! Which rows below the headings are records.

mod beside_total;
mod filled_down;
mod form_lines;
pub(crate) mod joint;
pub(crate) mod left_out;
pub(crate) mod legend;
pub(crate) mod nodes;
mod numbered_parts;
pub(crate) mod pages;
mod part_lines;
pub(crate) mod part_names;
mod part_sums;
mod sample_rows;
pub(crate) mod skipped;
pub(crate) mod subprojects;
mod sum_names;
mod tallies;
pub(crate) mod two_rows;

use crate::book::{Raw, Row, Sheet};
use crate::cells::null::{self, Null};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::under;
use crate::ledger::understand::lines;
use crate::ledger::visit::{attendants, no_visit};
use crate::ledger::words::Role;

/// What a row is, when it is no record.
pub(super) fn skip(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    row: &Row,
) -> Option<&'static str> {
    let filled: Vec<&(u32, Raw)> = row
        .cells
        .iter()
        .filter(|(_, raw)| !raw.is_blank())
        .collect();
    let (first_column, first) = match filled.first() {
        Some((column, raw)) => (*column, tight(&raw.display())),
        None => return Some("filler"),
    };
    let again = block.is_repeated(row) || block.goes_on(sheet, row);
    let again = again || filled.len() == 1 && lines::titles_again(sheet, block, row);
    if again || is_count(block, row) || is_codes(sheet, block, row) {
        return Some("header");
    }
    if let Some(kind) = total(&first, filled.get(1).map(|(_, raw)| raw)) {
        return Some(kind);
    }
    if let Some(kind) = sum_names::within(columns, &filled) {
        return Some(kind);
    }
    if let Some(kind) = sum_names::kind(columns, &filled) {
        return Some(kind);
    }
    if let Some(kind) = form_lines::kind(block, row, &filled) {
        return Some(kind);
    }
    if let Some(kind) = part_lines::kind(sheet, columns, row, &filled) {
        return Some(kind);
    }
    if sample_rows::is_one(columns, &filled) || legend::is_line(sheet, row.number, &filled) {
        return Some("note");
    }
    let alone = filled.len() == 1;
    if alone && is_unit(&first) {
        return Some("note");
    }
    if tallies::is_one(&filled) {
        return Some("total");
    }
    if beside_total::is_one(sheet, columns, row) {
        return Some("note");
    }
    if let Some(kind) = counts_records(sheet, columns, row, &filled) {
        return Some(kind);
    }
    if joint::is_joint(sheet, columns, row) {
        return Some(joint::KIND);
    }
    if attendants::is_one(sheet, columns, row) {
        return Some(attendants::KIND);
    }
    if two_rows::is_second(sheet, columns, row) {
        return Some(two_rows::KIND);
    }
    if nodes::is_node(columns, row) {
        return Some(nodes::KIND);
    }
    if subprojects::is_part(sheet, columns, row) {
        return Some(subprojects::KIND);
    }
    if let Some(kind) = part_sums::kind(sheet, columns, row) {
        return Some(kind);
    }
    if filled_down::is_one(columns, row, &filled) {
        return Some("filler");
    }
    if filled.len() <= 2 && filled.iter().any(|(_, raw)| says_none(raw)) {
        return Some("note");
    }
    if alone && matches!(null::read(&filled[0].1), Some(Null::Absent(_))) {
        return Some("filler");
    }
    if filled.len() <= SHORT && filled.iter().any(|(_, raw)| reports_nothing(raw)) {
        return Some("note");
    }
    if no_visit::is_none(columns, row) {
        return Some("note");
    }
    if columns.len() >= 4 && is_aside(&filled) {
        return Some("note");
    }
    if form_lines::is_prepared(sheet, columns, row) {
        return Some("filler");
    }
    if sums_up(sheet, columns, row, &filled) {
        return Some("total");
    }
    // Merged cells other than the first are empty, so two are filled at most.
    let merged = filled.len() <= 2
        && sheet
            .merge_at(row.number, first_column)
            .is_some_and(|area| area.right > area.left + 1);
    if is_note(&first) && (alone || merged) {
        return Some("note");
    }
    // More than two are as good as many.
    let words = filled
        .iter()
        .filter(|(_, raw)| !is_amount(raw) && !counts_rows(raw));
    let words = words.take(3).count();
    if is_section(&first) && (filled.len() <= 2 || words == 1) {
        return Some("section");
    }
    let first_role = columns.iter().find(|column| column.number == first_column);
    let is_serial = first_role.is_some_and(|column| column.role == Some(Role::Serial));
    if words == 2 && numbered_parts::names_one(sheet, row, first_column, is_serial) {
        return Some("section");
    }
    if alone && columns.len() >= 4 && part_names::is_one(&first) {
        return Some("section");
    }
    let is_part =
        || part_names::without_count(&first).is_some() || part_names::leads(columns, filled[0]);
    if alone && columns.len() >= 4 && is_part() && leads(sheet, row) {
        return Some("section");
    }
    if alone && !is_note(&first) && begins_again(sheet, block, row) {
        return Some("section");
    }
    // 绿色：正常；黄色：滞后30天以内
    let outermost = columns
        .first()
        .is_some_and(|column| column.number == first_column);
    let long = first.chars().count() >= 8 && first.contains([':', ';', '。']);
    if alone && outermost && long && columns.len() >= 4 {
        return Some("note");
    }
    // What stands above the headings of each printed page stands there again.
    if filled.len() <= 3 && pages::are_said_again(sheet, block, &filled) {
        return Some("header");
    }
    if form_lines::is_signed(&filled) {
        return Some("note");
    }
    if alone && merged {
        return Some(if leads(sheet, row) { "section" } else { "note" });
    }
    // 编号 that goes on counting below the last record counts nothing.
    let counts = alone && outermost && is_figure(&first);
    let serial = |number: u32| {
        let column = columns.iter().find(|column| column.number == number);
        counts || column.is_none_or(|column| column.role == Some(Role::Serial))
    };
    if filled.iter().all(|(number, _)| serial(*number)) {
        return Some(match alone && !is_figure(&first) {
            true if leads(sheet, row) => "section",
            true => "note",
            false => "filler",
        });
    }
    None
}

/// Whether the headings are said again right below a line, which then names
/// the part of the list that follows: `表二：框架协议项目`.
fn begins_again(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    let next = sheet.row(row.number + 1);
    next.is_some_and(|next| block.is_repeated(next))
}

/// Whether a line says nothing but in which unit the table is: `单位：万元`.
fn is_unit(text: &str) -> bool {
    let labels = ["单位:", "金额单位:", "计量单位:", "货币单位:"];
    let text = text.trim_start_matches('(');
    labels.iter().any(|label| text.starts_with(label)) && text.chars().count() <= 12
}

/// `本月无新签约项目`: the sheet is there, and nothing in it.
fn says_none(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let of_time = ["本月", "本季", "本周", "本期", "本年", "当月", "当季"];
    let none = text.contains('无') && !text.contains('项');
    of_time.iter().any(|word| text.starts_with(word))
        && text.chars().count() <= 10
        && (none || text.contains("无新") || text.contains("无签") || text.contains("无项目"))
}

/// Cells of a row that names an office and says no more than that it handed
/// nothing in; a project of which something is 未报 says more.
const SHORT: usize = 4;

/// An office that handed nothing in, where others name a firm or a project:
/// `教育局 | 1 | 未报送`.
fn reports_nothing(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    matches!(
        tight(text).trim_matches(['(', ')']),
        "未报送" | "未上报" | "零报送" | "零上报" | "未报" | "未填报" | "无报送"
    )
}

/// Whether all that stands behind the number or the name of a week is a
/// sentence in brackets: `第3周 | （清明调休，未外出）`.
fn is_aside(filled: &[&(u32, Raw)]) -> bool {
    let Some((_, last)) = filled.last().filter(|_| filled.len() <= 2) else {
        return false;
    };
    let text = tight(&last.display());
    let inside = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    inside.is_some_and(|inside| {
        let says = inside.contains([',', '未', '无', '休']);
        says && inside.chars().count() >= 4 && !inside.contains(['(', ')'])
    })
}

/// The last row of a table with several amounts and no word: a total that
/// does not say so.
fn sums_up(sheet: &Sheet, columns: &[Mapped], row: &Row, filled: &[&(u32, Raw)]) -> bool {
    let of_money = |(number, raw): &&(u32, Raw)| {
        let mut columns = columns.iter();
        let column = columns.find(|column| column.number == *number);
        let figure = is_amount(raw) || matches!(raw, Raw::Unstored);
        figure && column.is_some_and(|column| is_money(column.role))
    };
    if filled.len() < 2 || !filled.iter().all(of_money) {
        return false;
    }
    let at = sheet.rows.partition_point(|one| one.number <= row.number);
    let ends = sheet.rows.get(at).is_none_or(|next| next.cells.len() <= 2);
    let holds = |column: &Mapped| {
        let several = matches!(column.role, Some(Role::Part(_) | Role::Turn(..)));
        several || column.merged(row.number).is_some()
    };
    ends && !columns.iter().any(holds)
}

/// A digit of a Chinese number.
pub(super) fn numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// Whether a cell says how many rows a part has, `2个`, and is no word of its own.
fn counts_rows(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    let digits = text.trim_end_matches(['个', '项', '家', '条', '宗']);
    digits.len() < text.len() && is_figure(digits.trim_start_matches(['共', '计']))
}

/// Whether the cell holds a number and no word.
pub(super) fn is_amount(raw: &Raw) -> bool {
    match raw {
        Raw::Number { .. } => true,
        Raw::Text(text) => is_figure(tight(text).replace(',', "").trim_end_matches('%')),
        _ => false,
    }
}

/// Whether a row of several cells follows at once.
fn leads(sheet: &Sheet, row: &Row) -> bool {
    let next = sheet.row(row.number + 1);
    next.is_some_and(|next| next.cells.len() >= 3)
}

/// Whether a cell counts columns by a stem or a branch, `甲` … `癸`, `子` … `亥`,
/// as statistical forms do for those without numbers.
fn is_ordinal(text: &str) -> bool {
    let mut signs = text.chars();
    matches!((signs.next(), signs.next()), (Some(sign), None)
        if "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".contains(sign))
}

/// Whether a cell is this number in a circle, `①` … `㊿`.
fn is_circled(text: &str, number: u32) -> bool {
    let circled = ('①'..='⑳').chain('㉑'..='㉟').chain('㊱'..='㊿');
    let mut signs = text.chars();
    let at = number
        .checked_sub(1)
        .and_then(|at| usize::try_from(at).ok());
    let sign = at.and_then(|at| circled.into_iter().nth(at));
    sign.is_some() && signs.next() == sign && signs.next().is_none()
}

/// Whether the row right below the headings only counts the columns.
fn is_count(block: &Block, row: &Row) -> bool {
    // Where the headings are said again, so are the numbers below them.
    let of_all = row.cells.len() >= 4 && row.cells.len() == block.heads.len();
    if !of_all && (row.number != block.last + 1 || row.cells.len() < 3) {
        return false;
    }
    let mut next = 1;
    row.cells.iter().all(|(_, raw)| {
        let text = tight(&raw.display());
        let text = text.trim_matches(['(', ')']);
        if is_ordinal(text) {
            return true;
        }
        let counts = text.parse() == Ok(next) || is_circled(text, next);
        next += 1;
        counts
    })
}

/// Whether the row right below Chinese headings names the columns as a
/// program does, `XMMC`, `htzje_wy`, and those below it do not.
fn is_codes(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    if row.number != block.last + 1 {
        return false;
    }
    let code = |raw: &Raw| {
        let text = raw.display();
        let text = text.trim();
        text.len() >= 2
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let codes = |row: &Row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let many = filled.clone().count();
        many >= 3 && many * 2 > block.heads.len() && filled.all(|(_, raw)| code(raw))
    };
    let next = sheet.rows.partition_point(|one| one.number <= row.number);
    let mut heads = block.heads.iter().flat_map(|(_, head)| &head.parts);
    codes(row)
        && sheet.rows.get(next).is_some_and(|next| !codes(next))
        && heads.all(|part| !part.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

pub(super) fn total(first: &str, second: Option<&Raw>) -> Option<&'static str> {
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
fn counts_records(
    sheet: &Sheet,
    columns: &[Mapped],
    row: &Row,
    filled: &[&(u32, Raw)],
) -> Option<&'static str> {
    let name = columns.iter().find(|column| {
        let target = column.target();
        target.is_some_and(|target| (target.kind, target.field) == ("project", "name"))
    })?;
    let (first_column, first) = filled.first()?;
    let counted = tight(&row.cell(name.number).display());
    let digits = counted.trim_end_matches(['个', '项', '家', '条']);
    let only_counts = digits.len() < counted.len() && is_figure(digits);
    if !only_counts || *first_column >= name.number || is_amount(first) {
        return None;
    }
    let text = tight(&first.display());
    // 一 | 河东镇 | 2个: the rows of a section are counted from one again.
    let is_section = !text.is_empty() && text.chars().all(numeral);
    let is_word = |(number, raw): &&&(u32, Raw)| {
        let figure = raw.display().starts_with(|c: char| c.is_ascii_digit());
        *number != name.number && !is_amount(raw) && !figure
    };
    let words = filled.iter().filter(is_word).count();
    if words > 1 + usize::from(is_section) {
        return None;
    }
    let of_all = ["全", "总", "合"].iter().any(|word| text.starts_with(word));
    let next = sheet.row(row.number + 1);
    let heads = next.is_some_and(|next| {
        next.cell(*first_column).is_blank() && !next.cell(name.number).is_blank()
    });
    Some(match (of_all, heads || is_section) {
        (true, _) => "total",
        (false, true) => "section",
        (false, false) => "subtotal",
    })
}

/// `本季度共4条，有效3条`: a sentence of sums below the rows.
fn tells_sums(text: &str) -> bool {
    const TIMES: &[&str] = &[
        "本月", "本季", "本周", "本期", "本年", "全年", "以上", "上述",
    ];
    let mut counts = text.char_indices().filter(|(at, sign)| {
        "个家条项批次亿万".contains(*sign) && text[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    TIMES.iter().any(|word| text.starts_with(word))
        && ["共", "合计", "累计"]
            .iter()
            .any(|word| text.contains(word))
        && counts.next().is_some()
}

pub(super) fn is_note(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "注:",
        "Note:",
        "注1",
        "备注:",
        "说明:",
        "填报",
        "填表",
        "登记人:",
        "记录人:",
        "统计人:",
        "制表",
        "审核",
        "报送单位:",
        "数据来源",
        "联系人:",
        "单位负责人",
        "截至",
        "截止",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        || text == "注"
        || is_seal(text)
        || tells_sums(text)
}

/// `单位（盖章）`
pub(super) fn is_seal(text: &str) -> bool {
    text.contains("盖章") && text.chars().count() <= 12
}

/// Whether the row is a line of words between two tables, and no record or
/// total of the one above.
pub(super) fn is_line(row: &Row) -> bool {
    let filled: Vec<&Raw> = row.cells.iter().map(|(_, raw)| raw).collect();
    let filled: Vec<&&Raw> = filled.iter().filter(|raw| !raw.is_blank()).collect();
    let Some(first) = filled.first().map(|raw| tight(&raw.display())) else {
        return true;
    };
    let told = |raw: &&&Raw| tight(&raw.display()).contains(':');
    let short = filled.len() <= 2 || filled.iter().all(told);
    short && total(&first, filled.get(1).map(|raw| **raw)).is_none()
}

/// Whether the row is a numbered heading alone: `二、资金到位情况（万元）`.
pub(super) fn names_a_section(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    let first = filled.next().map(|(_, raw)| tight(&raw.display()));
    filled.next().is_none() && first.is_some_and(|text| is_section(&text))
}

/// What a line above the headings is.
pub(super) fn above(row: &Row, is_first: bool) -> &'static str {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(|(_, raw)| tight(&raw.display()))
        .collect();
    let text = texts.concat();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let titled = is_first && says(&["台账", "表", "清单", "明细", "汇总", "情况", "年"]);
    if row.cells.len() == 1 && is_section(&text) && !titled {
        return "section";
    }
    if is_first && !text.starts_with("附件") && !text.starts_with("附表") {
        return "title";
    }
    let colons = text.matches(':').count();
    if colons >= 2
        && says(&[
            "填报", "填表", "联系", "负责", "审核", "制表", "报送", "组别",
        ])
    {
        return "fill_in_row";
    }
    let counted = text.char_indices().any(|(at, sign)| {
        "个家条项宗户批亿万".contains(sign) && text[..at].ends_with(|c: char| c.is_ascii_digit())
    });
    let summed = says(&["合计", "总计", "共计"]) && text.contains(|c: char| c.is_ascii_digit());
    if counted || summed {
        return "totals_sentence";
    }
    "note"
}

/// Whether a line above the headings is the first of those that name a part of
/// the table, `北京组` before `上海组`: the others stand among its rows.
pub(super) fn begins_parts(sheet: &Sheet, block: &Block, row: &Row) -> bool {
    let alone = |row: &Row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let first = filled.next().map(|(_, raw)| tight(&raw.display()));
        first.filter(|_| filled.next().is_none())
    };
    let part = |row: &Row| alone(row).as_deref().and_then(part_of_list);
    let below = sheet.rows.partition_point(|one| one.number <= block.last);
    let own = part(row);
    own.is_some() && sheet.rows[below..].iter().any(|row| part(row) == own)
}

/// What a line alone names a part of the list by: the office that answers for
/// it, or which time it is of several, `第二次（6月6日）`.
fn part_of_list(text: &str) -> Option<&'static str> {
    let name = text.split(['(', ':']).next().unwrap_or_default();
    if name.starts_with('第') && name.ends_with(['次', '批', '场']) {
        return Some("time");
    }
    let name = under::bare(text)?;
    under::is_office(&name).then_some("office")
}

/// `一、生物医药(12个)`, `（二）…`
pub(super) fn is_section(text: &str) -> bool {
    let text = text.trim_start_matches('(');
    let end = text.find(|c: char| !numeral(c)).unwrap_or(text.len());
    end > 0 && text[end..].starts_with(['、', '.', ')', ','])
}

pub(super) fn is_figure(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}
