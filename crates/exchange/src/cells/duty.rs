//! Duties (职务) and what else stands beside a person's name.

use super::surname;

/// Duties, longest first of those that end alike.
const DUTIES: &[&str] = &[
    "副董事长",
    "董事长助理",
    "董事长秘书",
    "董事长",
    "常务副总经理",
    "副总经理",
    "项目经理",
    "总经理助理",
    "总经理",
    "副总裁",
    "总裁助理",
    "总裁",
    "总工程师",
    "首席科学家",
    "首席执行官",
    "首席技术官",
    "副秘书长",
    "秘书长",
    "董事会秘书",
    "董秘",
    "董助",
    "总助",
    "负责人",
    "副会长",
    "会长",
    "副部长",
    "部长",
    "副主任",
    "主任",
    "副总",
    "总监",
    "经理",
    "主管",
    "副局长",
    "局长",
    "副处长",
    "处长",
    "副科长",
    "科长",
    "副区长",
    "区长",
    "副县长",
    "县长",
    "副镇长",
    "镇长",
    "副组长",
    "组长",
    "科员",
    "副厂长",
    "厂长",
    "副院长",
    "院长",
    "副所长",
    "所长",
    "副书记",
    "书记",
    "总工",
    "顾问",
    "老师",
    "先生",
    "女士",
    "总",
];

/// How people are called rather than what they do.
const CALLS: &[&str] = &["老师", "先生", "女士", "总"];

/// What may stand before a duty: `市场部经理`, `技术总监`, `董事长兼总经理`,
/// `管委会副主任`.
const BEFORE: &[&str] = &[
    "部", "车间", "区", "处", "科", "办", "局", "院", "中心", "公司", "集团", "技术", "销售",
    "市场", "投资", "财务", "运营", "行政", "生产", "研发", "采购", "商务", "招商", "执行", "常务",
    "首席", "高级", "工程", "拓展", "战略", "法务", "业务", "营销", "产品", "质量", "兼", "会",
    "委", "组",
];

/// Words of duties in names of Latin letters.
const LATIN: &[&str] = &[
    "CEO",
    "CFO",
    "CTO",
    "COO",
    "VP",
    "GM",
    "MANAGER",
    "DIRECTOR",
    "PRESIDENT",
    "CHAIRMAN",
    "GENERAL",
    "VICE",
    "MANAGING",
    "SENIOR",
    "SALES",
];

/// What a cell calls the name or the number that follows.
const LABELS: &[&str] = &[
    "企业联系人",
    "联系人",
    "联络人",
    "对接人",
    "姓名",
    "职务",
    "职位",
    "手机号码",
    "手机号",
    "手机",
    "联系电话",
    "办公电话",
    "电话",
    "联系方式",
    "座机",
    "微信同号",
    "同微信",
    "微信",
    "TEL",
    "MOBILE",
    "PHONE",
];

/// Whether the word is a duty and no name.
pub(crate) fn is_duty(word: &str) -> bool {
    DUTIES.contains(&word)
        || is_latin_duty(word)
        || before_name(word).is_some_and(|(_, name)| name.is_empty())
}

/// Whether the word is a duty that may stand before the name.
pub(super) fn leads(word: &str) -> bool {
    is_duty(word) && !CALLS.contains(&word)
}

/// Whether the word is of Latin letters and of a duty.
pub(super) fn is_latin_duty(word: &str) -> bool {
    LATIN.contains(&word.to_ascii_uppercase().as_str())
}

/// A word as a name with the duty that is written to it.
pub(super) fn apart(word: &str) -> (&str, Option<&str>) {
    if let Some((duty, name)) = before_name(word).filter(|(_, name)| !name.is_empty()) {
        return (name, Some(duty));
    }
    let behind = DUTIES
        .iter()
        .find_map(|duty| Some((word.strip_suffix(duty)?, *duty)))
        // 王总 is how the person is called, not a name and a duty.
        .filter(|(name, _)| name.chars().count() >= 2 && !surname::is_double(name));
    match behind {
        Some((name, duty)) => (name, Some(duty)),
        None => (word, None),
    }
}

/// A duty, of a part of the firm or none, and the name right behind it, if
/// any: `副总经理刘洋`, `技术总监`.
fn before_name(word: &str) -> Option<(&str, &str)> {
    let duties = DUTIES.iter().filter(|duty| !CALLS.contains(duty));
    duties.into_iter().find_map(|duty| {
        let at = place(word, duty)?;
        let (duty, name) = word.split_at(at + duty.len());
        let before = &duty[..at];
        let fits = before.is_empty() || BEFORE.iter().any(|part| before.ends_with(part));
        (fits && (name.is_empty() || surname::is_name(name))).then_some((duty, name))
    })
}

/// Where a duty stands in a word. Words are short: a search that prepares
/// itself first takes longer.
fn place(word: &str, duty: &str) -> Option<usize> {
    let mut parts = word.as_bytes().windows(duty.len());
    parts.position(|part| part == duty.as_bytes())
}

/// A word without what it calls the name or the number: nothing remains of
/// `电话`, and `戚薇` of `联系人戚薇` and `戚薇电话`.
pub(super) fn unlabelled(word: &str) -> &str {
    if LABELS.contains(&word.to_ascii_uppercase().as_str()) {
        return "";
    }
    let before = LABELS.iter().find_map(|label| word.strip_prefix(label));
    let bare = before.filter(|rest| surname::is_name(rest)).unwrap_or(word);
    let behind = LABELS.iter().find_map(|label| bare.strip_suffix(label));
    behind
        .filter(|rest| surname::is_name(rest) || is_duty(rest))
        .unwrap_or(bare)
}
