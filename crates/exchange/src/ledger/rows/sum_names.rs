//! Total rows by what they call themselves: in a frame, `【小计】`, with a count
//! behind, `一季度小计（3个）`, or with what they are of behind, `小计-一季度`.

use super::{is_amount, is_figure, part_names};
use crate::book::Raw;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::under;

/// Words for a total of all rows, and of some of them.
const ALL: &[&str] = &[
    "合计",
    "总计",
    "共计",
    "累计",
    "总额",
    "合计数",
    "总计数",
    "合计金额",
    "总计金额",
    "金额合计",
    "总金额",
    "合计额",
    "SUM",
    "TOTAL",
];
const SOME: &[&str] = &["小计", "分计", "小计数", "小计金额", "SUBTOTAL"];

/// Words for what is carried over from a time or a page, or to the next.
const CARRIED: &[&str] = &[
    "上年结转",
    "上月结转",
    "上期结转",
    "上页结转",
    "承前",
    "承前页",
    "承上页",
    "承接上页",
    "承接前页",
    "接上页",
    "接前页",
    "续上页",
    "过次页",
    "过下页",
    "转次页",
    "转下页",
    "接下页",
    "结转下页",
    "结转次页",
    "页计",
    "本页计",
];

/// Whether a text is such a word.
pub(super) fn is_carried(text: &str) -> bool {
    CARRIED.contains(&text)
}

/// Signs that stand around such a word.
const FRAMES: &[char] = &['【', '】', '[', ']', '*', '—', '-', '=', '·', ':', '#'];

/// Cells before the word that may say what the total is of.
const MOST_BEFORE: usize = 3;

/// A total that names itself after the unit it is of: `招商一部 | 小计 | 5`.
pub(super) fn within(columns: &[Mapped], filled: &[&(u32, Raw)]) -> Option<&'static str> {
    let text = |raw: &Raw| match raw {
        Raw::Text(text) => tight(text),
        _ => String::new(),
    };
    let near = filled.iter().skip(1).take(3);
    let (at, kind) = near.enumerate().find_map(|(at, (_, raw))| {
        let kind = match text(raw).trim_matches(['(', ')', ':']) {
            "小计" | "分计" | "本页小计" | "本页合计" | "Subtotal" => "subtotal",
            "合计" | "总计" | "共计" | "累计" | "Total" => "total",
            // 电梯园 | 电梯园小计 | 9000
            named if named.ends_with("小计") || named.ends_with("合计") => "subtotal",
            _ => return None,
        };
        Some((at + 1, kind))
    })?;
    // A record that ends in such a word has more than figures behind it.
    let words = filled[at + 1..].iter().filter(|(number, raw)| {
        let column = columns.iter().find(|column| column.number == *number);
        let is_text = column.is_some_and(|column| column.unit.is_none());
        is_text && !text(raw).is_empty() && !is_figure(&text(raw))
    });
    (words.count() == 0).then_some(kind)
}

/// Whether a cell of the row names a total, and nothing behind it is in words.
pub(super) fn kind(columns: &[Mapped], filled: &[&(u32, Raw)]) -> Option<&'static str> {
    let mut labels = filled.iter().enumerate();
    let (at, kind) = labels.find_map(|(at, (_, raw))| match raw {
        Raw::Text(text) if may_name(text) => Some((at, named(&tight(text))?)),
        _ => None,
    })?;
    let words = filled.iter().filter(|(_, raw)| is_word(raw)).count();
    let is_last = filled[at + 1..].iter().all(|(_, raw)| !is_word(raw));
    // What a total is of stands before its word, and the figures behind it.
    let leads = at <= MOST_BEFORE && filled[..at].iter().all(|(_, raw)| is_word(raw));
    let is_known = |number: u32| columns.iter().any(|one| one.number == number);
    let has_sum = filled
        .iter()
        .any(|(number, raw)| is_amount(raw) && is_known(*number));
    (is_last && (words == 1 || leads) && has_sum).then_some(kind)
}

fn is_word(raw: &Raw) -> bool {
    matches!(raw, Raw::Text(_)) && !is_amount(raw) && null::read(raw).is_none()
}

/// Whether a text is short and has a sign of such words: almost none has.
fn may_name(text: &str) -> bool {
    const LONG: usize = 60;
    let signs = ['计', '额', '总', '汇', '页', '承', '结', 'u', 'U', 'o', 'O'];
    text.len() <= LONG && text.contains(signs)
}

fn named(text: &str) -> Option<&'static str> {
    let bare = text.trim_matches(FRAMES);
    let inside = bare.rsplit_once('(').map(|(_, inside)| inside);
    if let Some("小计)" | "合计)" | "分计)") = inside {
        return Some("subtotal");
    }
    let bare = without_count(bare).trim_matches(FRAMES);
    let upper = bare.to_ascii_uppercase();
    if ALL.contains(&upper.as_str()) {
        return Some("total");
    }
    let of_some = ["小计", "合计", "总计"];
    let goes_on = |word: &str| {
        let rest = bare.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(['-', '—', ':', '_', '/', '(']))
    };
    let is_part = SOME.contains(&upper.as_str())
        || is_carried(bare.trim_matches(['(', ')']))
        || bare.ends_with("小计")
        || bare.ends_with("合计")
        || of_some.into_iter().any(goes_on)
        || bare.strip_suffix("汇总").is_some_and(is_of_part);
    is_part.then_some("subtotal")
}

/// Whether the name is that of a quarter or a month, or of an office.
fn is_of_part(name: &str) -> bool {
    part_names::is_one(name) || under::is_office(name)
}

/// A text without how many rows it is of: `小计（3个）`, `省级小计 3个`.
fn without_count(text: &str) -> &str {
    const COUNTED: &[char] = &['个', '项', '家', '条', '宗', '笔', '户', '件', '批'];
    let inner = text.strip_suffix(')').unwrap_or(text);
    let inner = inner.strip_suffix("项目").unwrap_or(inner);
    let Some(counted) = inner.strip_suffix(COUNTED) else {
        return text;
    };
    let name = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.len() == counted.len() {
        return text;
    }
    let name = name.trim_end_matches(['共', '(']);
    if name.is_empty() { text } else { name }
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::cells::text::tight;

    #[test]
    fn a_total_is_known_by_its_name() {
        let kind = |text: &str| named(&tight(text));
        for text in ["合计金额", "总额", "*合计*", "—合计—", "SUM", "合计（3笔）"]
        {
            assert_eq!(kind(text), Some("total"), "{text}");
        }
        for text in [
            "【小计】",
            "一季度小计（3个）",
            "省级小计 3个",
            "小计-一季度",
            "招商一局（小计）",
            "一季度汇总",
            "小计（共3个项目）",
            "承上页",
            "转下页",
            "（过次页）",
        ] {
            assert_eq!(kind(text), Some("subtotal"), "{text}");
        }
        for text in ["信息汇总", "总部项目", "3个", "招商一局（3个）", "累计项目"]
        {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
