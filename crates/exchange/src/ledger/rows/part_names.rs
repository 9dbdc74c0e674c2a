//! Lines that name the part of a table that follows, merged or not.

use suoji_model::Shape;

use crate::book::Raw;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::{people, under};

/// A line that names the part of the year or of the list that follows:
/// `第一季度（2个）`, `3月份`, `【新能源】`, `电梯配件（6个）`.
pub(super) fn is_one(text: &str) -> bool {
    let counted = text.ends_with(')') && {
        let inside = text.rsplit('(').next().unwrap_or_default();
        let inside = inside.trim_end_matches(')').trim_start_matches('共');
        let digits = inside.trim_end_matches(|c: char| !c.is_ascii_digit());
        let counted = inside[digits.len()..].chars().count();
        (1..=3).contains(&counted)
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let bare = text.split('(').next().unwrap_or_default();
    let framed = bare.starts_with(['【', '[']) && bare.ends_with(['】', ']']);
    counted || is_time(text) || framed
}

/// A part of the year, with or without what it has: `第一季度（2个）`, `3月份`.
pub(crate) fn is_time(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or_default();
    let period = ["季度", "季", "月", "月份", "半年", "旬", "年", "年度"];
    bare.chars().count() <= 9
        && period.iter().any(|word| bare.ends_with(word))
        && bare
            .starts_with(|c: char| c.is_ascii_digit() || "第一二三四五六七八九十上下".contains(c))
}

/// The name in front of a count that stands in no brackets: `城关镇 2个`.
pub(crate) fn without_count(text: &str) -> Option<&str> {
    let counted = text.strip_suffix(['个', '项', '家', '条', '宗'])?;
    let name = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_counted = name.len() < counted.len() && counted.len() - name.len() <= 3;
    let name = name.trim_end_matches(['共', '计']);
    (is_counted && name.chars().count() >= 2).then_some(name)
}

/// Whether the only cell of a row, in the table's first column, can be no value
/// of it, or is the name of an office or a park: `上海驻点` where days stand.
pub(super) fn leads(columns: &[Mapped], (number, raw): &(u32, Raw)) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let name = under::bare(text).unwrap_or_default();
    let Some(first) = columns.first().filter(|first| first.number == *number) else {
        return false;
    };
    let declared = first.target().and_then(|target| target.declared());
    let is_text = declared.is_none_or(|field| {
        !matches!(
            field.shape,
            Shape::Date | Shape::Money | Shape::Area | Shape::Flag
        )
    });
    let named = under::is_office(&name) || under::is_park(&name) || people::is_posted(&name);
    let plain = !name.is_empty() && !tight(text).contains(|c: char| c.is_ascii_digit());
    named || !is_text && plain
}
