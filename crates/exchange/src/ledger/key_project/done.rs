//! What a sentence of progress says is done: `2024年8月已竣工投产` has the day
//! that no column has.

use suoji_model::{Cell, PartialDate, Value};

use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::{Context, date};

/// What a project has come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// Whether it is said to be completed or producing.
    pub(super) said: bool,
    /// Whether it is said to be completed, be it as a bare state: `竣工`.
    pub(super) is_complete: bool,
    /// Whether it is said to be producing.
    pub(super) is_producing: bool,
    pub(super) completed: Option<PartialDate>,
    pub(super) producing: Option<PartialDate>,
}

/// Words that make a sentence one about what is to come, or about a part.
const NOT_YET: &str = "计划 预计 拟 力争 目标 将 准备 争取 未 待 前 具备 可 后 达到 不能 尚 应 \
    验收中 正在 部分 单体 栋 号楼 # 车间 主体 设备 生产线 试";

/// Words by which a project is completed, is producing, or both.
const WORDS: &[(&str, bool, bool)] = &[
    ("竣工投产", true, true),
    ("建成投产", true, true),
    ("竣工并投产", true, true),
    ("完工投产", true, true),
    ("竣工验收", true, false),
    ("竣工", true, false),
    ("投产", false, true),
    ("投入生产", false, true),
];

/// What stands between a day and what was done on it.
const BETWEEN: &[&str] = &[
    "已", "正式", "全面", "全部", "顺利", "建成", "项目", "实现", "完成", "整体", "底", "初", "于",
];

/// Reads the sentences of a text, with the year for days without one.
pub(super) fn read(text: &str, year: Option<i32>) -> Done {
    let text = tight(text);
    let mut done = Done::default();
    for clause in text.split([',', ';', '。', '、', '\n']) {
        let phase = clause.find('期').is_some_and(|at| {
            let before = clause[..at].chars().next_back();
            before.is_some_and(|c| c.is_ascii_digit() || "一二三四五首".contains(c))
        });
        if phase || NOT_YET.split_whitespace().any(|word| clause.contains(word)) {
            continue;
        }
        let word = WORDS
            .iter()
            .find_map(|word| Some((clause.find(word.0)?, word)));
        let Some((at, (word, completes, produces))) = word else {
            continue;
        };
        let day = day_of(&clause[..at], &clause[at + word.len()..], year);
        // 竣工 as a heading or a wish says nothing.
        let said = day.is_some() || clause[..at].contains('已');
        let mut before = &clause[..at];
        while let Some(shorter) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
            before = shorter;
        }
        let is_state = before.is_empty() && clause.len() == at + word.len();
        done.said |= said;
        done.is_complete |= said || is_state;
        done.is_producing |= *produces && (said || is_state);
        if *completes {
            done.completed = done.completed.or(day);
        }
        if *produces {
            done.producing = done.producing.or(day);
        }
    }
    done
}

/// The day before the word, `已于2024年8月`, or in brackets behind it.
fn day_of(before: &str, behind: &str, year: Option<i32>) -> Option<PartialDate> {
    let mut before = before;
    while let Some(shorter) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
        // 年底 and 月初 are days of their own.
        if before.ends_with(['底', '初']) {
            break;
        }
        before = shorter;
    }
    while let Some(shorter) = BETWEEN.iter().find_map(|word| before.strip_prefix(word)) {
        before = shorter;
    }
    let inside = behind
        .trim_start_matches("时间")
        .trim_start_matches(['(', ':'])
        .trim_end_matches(')');
    [before, inside]
        .into_iter()
        .find_map(|words| dated(words, year))
}

fn dated(words: &str, year: Option<i32>) -> Option<PartialDate> {
    if !words.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let context = Context {
        year,
        ..Context::default()
    };
    match date::read(&Raw::text(words), context).cell {
        Cell::Known(Value::Date(date), None) => Some(date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_what_is_done_as_a_whole_has_a_day() {
        let shown = |text: &str| {
            let done = read(text, Some(2024));
            let day = |day: Option<suoji_model::PartialDate>| {
                day.map_or_else(|| "-".to_owned(), |day| day.to_string())
            };
            let (completed, producing) = (day(done.completed), day(done.producing));
            format!("{} {completed} {producing}", u8::from(done.said))
        };
        for (text, wanted) in [
            ("2024年8月已竣工投产", "1 2024-08 2024-08"),
            ("7月竣工，9月投产", "1 2024-07 2024-09"),
            ("已于2024年3月15日正式投产", "1 - 2024-03-15"),
            ("项目已竣工（2024.6）", "1 2024-06 -"),
            ("已竣工投产", "1 - -"),
            ("2024年12月底前竣工", "0 - -"),
            ("预计2024年8月竣工投产", "0 - -"),
            ("一期投产", "0 - -"),
            ("一期2024年5月竣工，二期主体施工", "0 - -"),
            ("3号楼2024年5月竣工", "0 - -"),
            ("竣工验收准备", "0 - -"),
            ("未竣工", "0 - -"),
            ("主体施工", "0 - -"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }
}
