//! Units that only a remark or the brackets behind their name say are still
//! being built.

use suoji_model::{Cell, Value};

use super::{STATE, TAKEN, TENANT, sqm};
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;

/// Words for a unit that is still being built.
pub(super) const UNBUILT: &[&str] = &[
    "在建",
    "建设中",
    "正在建设",
    "施工中",
    "未竣工",
    "尚未竣工",
    "未完工",
    "未交付",
    "主体施工",
    "主体封顶",
    "主体已封顶",
    "尚未验收",
    "未验收",
];

/// Where no state says it, a remark says what is still being built:
/// `在建，预计12月竣工`. What somebody has is built.
pub(super) fn told(line: &mut Line<'_>) {
    let note = line.text(target("factory_unit", "note")).map(tight);
    let taken = TAKEN
        .iter()
        .filter_map(|area| sqm(line, *area))
        .sum::<i128>();
    let has_tenant = line.text(TENANT).is_some();
    if *line.get(STATE) != Cell::Blank || has_tenant || taken > 0 {
        return;
    }
    // 预计2025年6月竣工
    let is_to_be = |clause: &str| {
        let ahead = ["预计", "计划", "拟于"];
        let done = ["竣工", "完工", "建成", "交付"];
        ahead.iter().any(|word| clause.starts_with(word))
            && done.iter().any(|word| clause.ends_with(word))
    };
    let says = |clause: &str| {
        let rests = UNBUILT.iter().filter_map(|word| clause.strip_prefix(word));
        let mut rests = rests.map(|rest| rest.trim_start_matches(['中', '(']));
        is_to_be(clause)
            || rests.any(|rest| {
                let ahead = ["预计", "拟", "计划", ")"];
                let dated = rest.starts_with(|c: char| c.is_ascii_digit());
                rest.is_empty() || dated || ahead.iter().any(|word| rest.starts_with(word))
            })
    };
    let note = note.unwrap_or_default();
    let named = ["name", "building", "park"].map(|field| target("factory_unit", field));
    let named = named.into_iter().filter_map(|field| line.text(field));
    // 电梯产业园（在建）
    let mut behind = named.filter_map(|name| {
        let name = tight(name);
        let (_, inside) = name.strip_suffix(')')?.rsplit_once('(')?;
        Some(inside.to_owned())
    });
    if behind.any(|inside| says(&inside))
        || note
            .split(['，', ',', '；', ';', '。', '、', '\n'])
            .any(says)
    {
        line.set(STATE, Value::Text("building".to_owned()));
    }
}
