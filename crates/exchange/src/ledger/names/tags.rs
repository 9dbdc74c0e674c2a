//! What stands in brackets behind a firm's name and is no part of it:
//! `甲公司（上市）`, `乙集团（世界500强、央企）`.

use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

/// The fields that name a firm.
pub(crate) const FIRMS: &[Target] = &[
    target("enterprise", "name"),
    target("lead", "enterprise"),
    target("payment", "payer"),
    target("visit", "enterprise"),
    target("lease", "tenant"),
    target("project", "project_company"),
];
const NAME: Target = target("enterprise", "name");
const TAGS: Target = target("enterprise", "tags");

/// What firms are called as a distinction, after 已, 拟 or a place or year.
const WORDS: &[&str] = &[
    "上市",
    "上市公司",
    "上市企业",
    "主板上市",
    "A股上市",
    "科创板",
    "创业板",
    "北交所",
    "新三板",
    "央企",
    "国企",
    "民企",
    "外企",
    "外资",
    "合资",
    "国有",
    "民营",
    "500强",
    "100强",
    "专精特新",
    "小巨人",
    "高新技术企业",
    "高企",
    "链主",
    "链主企业",
    "独角兽",
    "瞪羚",
    "龙头企业",
    "龙头",
    "单项冠军",
    "规上企业",
    "规上",
];

/// Keeps the name without them, and them as tags of the enterprise or in the
/// row's note.
pub(crate) fn taken_off(line: &mut Line<'_>) {
    for field in FIRMS {
        let Some((name, tags)) = line.text(*field).and_then(apart) else {
            continue;
        };
        line.set(*field, Value::Text(name.clone()));
        match field.kind {
            "enterprise" => tag(line, tags),
            "lead" => {
                if *line.get(NAME) == Cell::Blank {
                    line.set(NAME, Value::Text(name));
                }
                tag(line, tags);
            }
            "project" => {}
            kind => note(line, target(kind, "note"), &tags.join("、")),
        }
    }
}

fn tag(line: &mut Line<'_>, tags: Vec<String>) {
    let mut all = match line.get(TAGS) {
        Cell::Known(Value::List(known), _) => known.clone(),
        _ => Vec::new(),
    };
    for tag in tags {
        if !all.contains(&tag) {
            all.push(tag);
        }
    }
    line.set(TAGS, Value::List(all));
}

fn note(line: &mut Line<'_>, field: Target, tags: &str) {
    let text = match line.text(field) {
        Some(before) => format!("{before}；{tags}"),
        None => tags.to_owned(),
    };
    line.set(field, Value::Text(text));
}

/// A firm's name without the distinctions behind it; nothing when there are
/// none: `甲公司（上市）` is 甲公司, `甲公司（上海）` is what it says.
pub fn untagged(name: &str) -> Option<String> {
    apart(name).map(|(bare, _)| bare)
}

/// The name, and its distinctions; nothing when the brackets hold anything
/// else, such as a place or the name of a phase.
fn apart(name: &str) -> Option<(String, Vec<String>)> {
    let end = name.trim_end().strip_suffix([')', '）'])?;
    let start = end.rfind(['(', '（'])?;
    let (bare, inside) = end.split_at(start);
    let tags: Vec<String> = tight(inside)
        .trim_start_matches('(')
        .split(['、', ',', '/', ';', '，', '；'])
        .map(str::to_owned)
        .collect();
    let fits = !bare.trim().is_empty() && tags.iter().all(|tag| is_tag(tag));
    fits.then(|| (bare.trim().to_owned(), tags))
}

/// The place of a firm on a list: `第100位`, `世界500强第12名`.
fn is_rank(text: &str) -> bool {
    let text = text.trim_start_matches("排名");
    let rank = text.rsplit_once('第').and_then(|(before, rank)| {
        let list = before.trim_end_matches(['排', '名', '位', '列']);
        let fits = list.is_empty() || list.ends_with('强');
        rank.strip_suffix(['位', '名']).filter(|_| fits)
    });
    rank.is_some_and(|rank| !rank.is_empty() && rank.chars().all(|c| c.is_ascii_digit()))
}

fn is_tag(text: &str) -> bool {
    if is_rank(text) {
        return true;
    }
    let core = text.trim_start_matches(['已', '拟', '为', '属']);
    let short = (2..=12).contains(&core.chars().count());
    short && WORDS.iter().any(|word| core.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distinction_is_no_part_of_the_name() {
        for (written, name, tags) in [
            ("甲公司（上市）", "甲公司", "上市"),
            ("甲公司(已上市)", "甲公司", "已上市"),
            ("乙集团（世界500强、央企）", "乙集团", "世界500强 央企"),
            (
                "丙公司（国家级专精特新小巨人）",
                "丙公司",
                "国家级专精特新小巨人",
            ),
            ("戊公司（第100位）", "戊公司", "第100位"),
            ("己公司（世界500强第12名）", "己公司", "世界500强第12名"),
            ("丁公司（A股上市公司）", "丁公司", "A股上市公司"),
        ] {
            let (bare, found) = apart(written).expect(written);
            assert_eq!((bare.as_str(), found.join(" ").as_str()), (name, tags));
        }
        for kept in [
            "甲（中国）有限公司",
            "乙公司（上海）",
            "丙公司（一期）",
            "丁公司",
            "戊公司（第二期）",
            "（上市）",
        ] {
            assert_eq!(apart(kept), None, "{kept}");
        }
    }
}
