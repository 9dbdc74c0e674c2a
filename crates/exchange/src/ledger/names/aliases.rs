//! Another name, where it stands behind the first: a project's, `乙项目（又名乙产业园）`,
//! or what an enterprise was called before, `甲公司（曾用名：乙公司）`; or in the
//! remark: `即乙产业园，集中签约仪式上再次签约`.

use suoji_model::{Cell, Value};

use crate::book::Raw;
use crate::cells::{self, Context};
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const NAME: Target = target("project", "name");
const ALIASES: Target = target("project", "aliases");

/// Words before another name.
const CALLED: &[&str] = &["又名", "又称", "亦称", "原名", "曾用名", "别名", "简称"];

const FIRM: Target = target("enterprise", "name");
const FORMER: Target = target("enterprise", "aliases");

/// Words before what an enterprise was called, and before what it is called.
const CALLED_BEFORE: &[&str] = &[
    "曾用名",
    "原名称",
    "原名",
    "原企业名称",
    "旧称",
    "原称",
    "原",
];
const CALLED_NOW: &[&str] = &[
    "现更名为",
    "已更名为",
    "更名为",
    "现名称",
    "现名",
    "现改名为",
    "改名为",
];

/// Whether what stands in brackets behind a name begins like another name.
pub(super) fn is_another(inside: &str) -> bool {
    let mut words = CALLED.iter().chain(CALLED_BEFORE).chain(CALLED_NOW);
    words.any(|word| inside.trim_start().starts_with(word))
}

/// Takes the other name out of the enterprise's.
pub(crate) fn formerly_called(line: &mut Line<'_>) {
    let Some((name, former)) = line.text(FIRM).and_then(firms) else {
        return;
    };
    line.set(FIRM, Value::Text(name));
    let mut names = match line.get(FORMER) {
        Cell::Known(Value::List(names), _) => names.clone(),
        _ => Vec::new(),
    };
    if !names.contains(&former) {
        names.push(former);
    }
    line.set(FORMER, Value::List(names));
}

/// Takes the other name out of that of the enterprise that a field refers to.
pub(crate) fn reference_formerly_called(line: &mut Line<'_>, of: Target) {
    let Some((name, former)) = line.text(of).and_then(firms) else {
        return;
    };
    line.set(of, Value::Text(name.clone()));
    line.set(FIRM, Value::Text(name));
    line.set(FORMER, Value::List(vec![former]));
}

/// What an enterprise is called and was called.
fn firms(text: &str) -> Option<(String, String)> {
    let text = text.trim().trim_end_matches([')', '）']);
    let (outside, inside) = text.rsplit_once(['(', '（'])?;
    let (outside, inside) = (outside.trim(), inside.trim());
    let behind = |words: &[&str]| {
        let rest = words.iter().find_map(|word| inside.strip_prefix(word))?;
        let name = rest.trim_start_matches([':', '：', '“', '"', '为']);
        let name = name.trim_end_matches(['”', '"']).trim();
        let is_firm = ["公司", "集团", "厂", "企业"]
            .iter()
            .any(|ending| name.ends_with(ending));
        (is_firm && !outside.is_empty()).then(|| name.to_owned())
    };
    if let Some(now) = behind(CALLED_NOW) {
        return Some((now, outside.to_owned()));
    }
    behind(CALLED_BEFORE).map(|former| (outside.to_owned(), former))
}

/// Takes the other name out of the project's.
pub(crate) fn also_called(line: &mut Line<'_>) {
    let Some((name, alias)) = line.text(NAME).and_then(apart) else {
        return;
    };
    for (target, text) in [(NAME, name), (ALIASES, alias)] {
        let Some(field) = target.declared() else {
            continue;
        };
        let reading = cells::read(target.kind, field, &Raw::text(&text), Context::default());
        if reading.cell != Cell::Blank && (target == NAME || *line.get(ALIASES) == Cell::Blank) {
            line.cells.insert(target, reading.cell);
        }
    }
}

/// Words before a project's other name in a remark.
const REMARKED: &[&str] = &[
    "原项目名称",
    "原项目名",
    "原名称",
    "原名",
    "曾用名",
    "又名",
    "即",
    "与",
    "同",
];
/// What projects are called at the end of their names.
const ENDS: &[&str] = &[
    "项目",
    "产业园",
    "园区",
    "基地",
    "中心",
    "工程",
    "总部",
    "工厂",
    "生产线",
];

/// Adds the other name that the remark gives the project.
pub(crate) fn in_remark(line: &mut Line<'_>, note: Target) {
    let Some(alias) = line.text(note).and_then(remarked) else {
        return;
    };
    if *line.get(ALIASES) == Cell::Blank && line.text(NAME) != Some(alias.as_str()) {
        line.set(ALIASES, Value::List(vec![alias]));
    }
}

/// `即乙产业园，…`, `原名“乙”`, `与乙项目为同一项目`.
fn remarked(text: &str) -> Option<String> {
    let mut clauses = text.split(['，', ',', '。', '；', ';', '\n', '（', '）', '(', ')']);
    clauses.find_map(|clause| {
        let clause = clause.trim();
        let word = REMARKED.iter().find(|word| clause.starts_with(**word))?;
        if clause.starts_with("即将") {
            return None;
        }
        let rest = clause[word.len()..].trim_start_matches([':', '：', '为', '是', ' ']);
        let (name, behind, quoted) = match rest.strip_prefix(['“', '"', '《', '「']) {
            Some(inside) => {
                let (name, behind) = inside.split_once(['”', '"', '》', '」'])?;
                (name, behind, true)
            }
            None => {
                let same = ["为同一", "系同一", "是同一", "属同一"];
                let at = same.iter().find_map(|word| rest.find(word));
                let (name, behind) = rest.split_at(at.unwrap_or(rest.len()));
                (name, behind, false)
            }
        };
        let says_same = behind
            .split_once("同一")
            .is_some_and(|(_, what)| is_of_projects(what));
        let fits = match *word {
            "与" | "同" => says_same,
            _ => quoted || says_same || ENDS.iter().any(|end| name.ends_with(end)),
        };
        let name = name.trim();
        let is_name = (4..=40).contains(&name.chars().count()) || quoted && !name.is_empty();
        (fits && is_name && !name.ends_with("公司")).then(|| name.to_owned())
    })
}

/// Whether what is one and the same is a project: two may have 同一投资方.
pub(super) fn is_of_projects(what: &str) -> bool {
    let what = what.trim_start_matches('个');
    let firm = ["项目公司", "项目单位", "项目业主"];
    let is_firm = firm.iter().any(|firm| what.starts_with(firm));
    what.is_empty() || what.starts_with("项目") && !is_firm
}

/// The name and the other one.
fn apart(text: &str) -> Option<(String, String)> {
    let text = text.trim().trim_end_matches([')', '）']);
    let (name, inside) = text.rsplit_once(['(', '（'])?;
    let alias = CALLED.iter().find_map(|word| inside.strip_prefix(word))?;
    let alias = alias.trim_start_matches([':', '：', '“', '"']);
    let alias = alias.trim_end_matches(['”', '"']).trim();
    let named = !name.trim().is_empty() && alias.chars().count() >= 2;
    named.then(|| (name.trim().to_owned(), alias.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{apart, firms, remarked};

    #[test]
    fn a_remark_gives_another_name() {
        for (text, wanted) in [
            (
                "即恒锐导轨产业园，县庆集中签约再次签约",
                Some("恒锐导轨产业园"),
            ),
            ("原项目名称：“地线”，3月更名", Some("地线")),
            ("与甲乙丙基地系同一项目", Some("甲乙丙基地")),
            ("与甲乙丙基地为同一投资方", None),
            ("与甲乙丙基地为同一项目公司", None),
            ("即将开工建设生产线", None),
            ("同步推进二期项目", None),
            ("原名示例机械有限公司", None),
            ("与县政府签约", None),
        ] {
            assert_eq!(remarked(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn an_enterprise_was_called_otherwise() {
        for (text, wanted) in [
            (
                "甲科技有限公司（曾用名：乙机械厂）",
                Some(("甲科技有限公司", "乙机械厂")),
            ),
            ("甲公司(原乙公司)", Some(("甲公司", "乙公司"))),
            ("乙公司（现更名为甲公司）", Some(("甲公司", "乙公司"))),
            ("甲公司（原料药）", None),
            ("甲（山东）有限公司", None),
        ] {
            let found = firms(text);
            let found = found.as_ref().map(|(name, former)| (&**name, &**former));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn another_name_stands_in_brackets() {
        for (text, wanted) in [
            ("乙项目（又名乙产业园）", Some(("乙项目", "乙产业园"))),
            ("电机园(原名：电机基地)", Some(("电机园", "电机基地"))),
            ("电机园（一期）", None),
            ("（又名甲）", None),
        ] {
            let found = apart(text);
            let found = found.as_ref().map(|(name, alias)| (&**name, &**alias));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
