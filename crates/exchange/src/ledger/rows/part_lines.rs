//! Lines of one cell among the rows that stand below the heading of a name or a
//! firm and are none: `以上为一季度签约项目`, `（续上表）`, `第二批`, `其他项目`.

use super::notes::is_note;
use super::{part_names, sum_names};
use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;

/// Columns of a table in which a row of one cell is no row of a list.
const LEAST: usize = 4;

/// What the line is, where its words say that it is no name.
pub(super) fn kind(
    sheet: &Sheet,
    columns: &[Mapped],
    row: &Row,
    filled: &[&(u32, Raw)],
) -> Option<&'static str> {
    let [(at, Raw::Text(text))] = filled else {
        return None;
    };
    let first = columns.first()?;
    if columns.len() < LEAST || *at <= first.number {
        return None;
    }
    let text = tight(text);
    if is_about_list(&text) || goes_on(sheet, row, &text) {
        return Some("note");
    }
    let next = sheet.row(row.number + 1);
    let leads = next.is_some_and(|next| next.cells.len() >= 3);
    names_a_part(&text).then_some(if leads { "section" } else { "note" })
}

/// Words about the list and its pages.
fn is_about_list(text: &str) -> bool {
    const WHOLE: &[&str] = &[
        "以下空白",
        "以下无正文",
        "此页空白",
        "本页以下空白",
        "续上表",
        "接上表",
        "承上表",
        "续下表",
        "转下表",
        "接下表",
        "续下页",
        "见下页",
        "下页续",
        "未完待续",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let of_rows = ["以上为", "以下为", "以上是", "以下是", "以上均", "以上系"];
    bare.is_empty() && text.chars().count() >= 2
        || WHOLE.contains(&bare)
        || sum_names::is_carried(bare)
        || of_rows.iter().any(|word| bare.starts_with(word))
}

/// Notes of one cell that a numbered one may be the next of.
const MOST_NOTES: usize = 12;

/// Whether a numbered line goes on with the notes above it: `2.框架协议不计入`.
fn goes_on(sheet: &Sheet, row: &Row, text: &str) -> bool {
    if !is_numbered(text) {
        return false;
    }
    let end = sheet.rows.partition_point(|one| one.number < row.number);
    let above = sheet.rows[..end].iter().rev().take(MOST_NOTES);
    let mut lines = above.map_while(|row| {
        let mut filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let (_, raw) = filled.next().filter(|_| filled.next().is_none())?;
        Some(tight(&raw.display()))
    });
    let note = lines.find(|line| !is_numbered(line));
    note.is_some_and(|note| is_note(&note))
}

fn is_numbered(text: &str) -> bool {
    let text = text.trim_start_matches('(');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', '、', ')'])
}

/// Whether a text names a part of a list and no project or firm: a time, an
/// office, a level, or how many rows the part has.
pub(super) fn names_a_part(text: &str) -> bool {
    const MARKS: &[char] = &[
        '★', '☆', '▲', '△', '●', '○', '■', '□', '◆', '◇', '※', '*', '#', '【', '】', '[', ']',
    ];
    let text = text.trim_matches(MARKS);
    let name = text.split(['(', ':']).next().unwrap_or_default();
    part_names::is_time(name) || counts(text) || is_turn(name) || is_place(name) || is_kind(name)
}

/// `白石镇3个项目`, `制造业（3个，总投资10.5亿元）`.
fn counts(text: &str) -> bool {
    let whole = ["重点项目", "项目", "企业"]
        .iter()
        .find_map(|end| text.strip_suffix(end));
    if whole.and_then(part_names::without_count).is_some() {
        return true;
    }
    let inside = text
        .strip_suffix(')')
        .and_then(|text| text.split_once('('))
        .map(|(_, inside)| inside.trim_start_matches('共'));
    inside.is_some_and(|inside| {
        let rest = inside.trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = rest.strip_prefix(['个', '项', '家', '条', '宗', '笔']);
        let behind = behind.map(|rest| rest.strip_prefix("项目").unwrap_or(rest));
        rest.len() < inside.len()
            && behind.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', ';', '、']))
    })
}

/// `第二批`
fn is_turn(name: &str) -> bool {
    let number = name.strip_prefix('第').and_then(|name| {
        ["批", "批次", "次", "场"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
    });
    number.is_some_and(|number| {
        let counts = |c: char| c.is_ascii_digit() || super::numeral(c);
        !number.is_empty() && number.chars().all(counts)
    })
}

/// A town or an office of the zone. 招商局 and 特色小镇 are others as well.
fn is_place(name: &str) -> bool {
    const ENDS: &[&str] = &["镇", "乡", "街道", "一局", "二局", "三局", "四局", "五局"];
    let short = (3..=6).contains(&name.chars().count());
    short && !name.ends_with("小镇") && ENDS.iter().any(|end| name.ends_with(end))
}

/// What names of levels, kinds and states of projects are made of.
const KINDS: &[&str] = &[
    "其他",
    "其它",
    "重点",
    "一般",
    "重大",
    "国家级",
    "省级",
    "市级",
    "县级",
    "区级",
    "新建",
    "续建",
    "改建",
    "扩建",
    "技改",
    "在建",
    "拟建",
    "储备",
    "前期",
    "竣工",
    "投产",
    "新开工",
    "已开工",
    "未开工",
    "拟开工",
    "新签约",
    "已签约",
    "框架",
    "正式",
    "意向",
    "协议",
    "合同",
    "工业",
    "农业",
    "服务业",
    "制造业",
    "内资",
    "外资",
    "亿元",
    "以上",
    "以下",
    "建设",
    "类",
    "项目",
];

/// `其他项目`, `省级重点项目`: of nothing but such words.
fn is_kind(name: &str) -> bool {
    let mut rest = name;
    while !rest.is_empty() {
        let word = KINDS.iter().find(|word| rest.starts_with(**word));
        let counted = |c: char| c.is_ascii_digit() || super::numeral(c);
        rest = match word {
            Some(word) => &rest[word.len()..],
            None if rest.starts_with(counted) && name.contains("亿元") => {
                rest.trim_start_matches(counted)
            }
            None => return false,
        };
    }
    name.chars().count() >= 2 && name != "项目"
}

#[cfg(test)]
mod tests {
    use super::{is_about_list, names_a_part};
    use crate::cells::text::tight;

    #[test]
    fn a_part_is_told_from_a_name() {
        for text in [
            "第二批",
            "白石镇",
            "白石镇3个项目",
            "制造业（3个，总投资10.5亿元）",
            "其他项目",
            "▲重点项目",
            "省级重点项目",
            "一季度",
            "新建",
            "招商一局（3个）",
        ] {
            assert!(names_a_part(&tight(text)), "{text}");
        }
        for text in [
            "甲项目",
            "年产3个品种项目",
            "招商局集团",
            "云溪特色小镇",
            "工业机器人项目",
            "项目",
            "新建厂房项目",
            "甲项目（二期）",
            "甲项目（2期）",
            "甲项目（3个车间）",
            "【甲项目】",
        ] {
            assert!(!names_a_part(&tight(text)), "{text}");
        }
    }

    #[test]
    fn a_line_may_be_about_the_list() {
        for text in [
            "以上为一季度签约项目",
            "（续上表）",
            "……",
            "转下页",
            "（以下空白）",
        ] {
            assert!(is_about_list(&tight(text)), "{text}");
        }
        for text in ["以上市公司", "甲", "下页公司"] {
            assert!(!is_about_list(&tight(text)), "{text}");
        }
    }
}
