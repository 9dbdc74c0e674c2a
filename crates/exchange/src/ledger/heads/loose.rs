//! Headings that say the same in other words: 日期 and 时间, 部门 and 单位,
//! 编号 and 号.

/// Words that stand for others, in this order.
const SAME: &[(&str, &str)] = &[
    ("日期", "时间"),
    ("部门", "单位"),
    ("类别", "类型"),
    ("种类", "类型"),
    ("性质", "类型"),
    ("编号", "号"),
    ("号码", "号"),
    ("编码", "号"),
    ("全称", "名称"),
    ("工作", ""),
    ("具体", ""),
    ("主要", ""),
    ("下一步", "下步"),
];

/// Words before a heading that change nothing.
const BEFORE: &[&str] = &["所属", "所在", "目前", "当前", "最新", "现"];

/// Words behind a heading that change nothing.
const BEHIND: &[&str] = &["情况", "名称", "内容", "金额", "额"];

/// What is something else without the word behind it.
const WHOLE: &[&str] = &[
    "项目", "企业", "公司", "客商", "合同", "协议", "用地", "土地", "投资", "建设", "注册",
];

/// The heading without what can be left out; nothing when that is too little.
pub(crate) fn loose(head: &str) -> Option<String> {
    let mut text = head.to_owned();
    for (word, plain) in SAME {
        text = text.replace(word, plain);
    }
    // 存在问题及建议 is first of all 存在问题.
    let first = text.split(['及', '和', '与']).next().unwrap_or_default();
    let mut core = if first.chars().count() >= 2 {
        first
    } else {
        text.as_str()
    };
    core = BEFORE
        .iter()
        .find_map(|word| core.strip_prefix(word))
        .filter(|rest| rest.chars().count() >= 2)
        .unwrap_or(core);
    core = BEHIND
        .iter()
        .find_map(|word| core.strip_suffix(word))
        .filter(|rest| rest.chars().count() >= 2 && !WHOLE.contains(rest))
        .unwrap_or(core);
    (core.chars().count() >= 2).then(|| core.to_owned())
}

#[cfg(test)]
mod tests {
    use super::loose;

    #[test]
    fn the_same_in_other_words() {
        for (one, other) in [
            ("签约日期", "签约时间"),
            ("责任部门", "责任单位"),
            ("存在问题及建议", "存在问题"),
            ("所属行业", "行业"),
            ("下一步工作打算", "下步打算"),
            ("凭证号码", "凭证编号"),
        ] {
            assert_eq!(loose(one), loose(other), "{one}");
        }
        for (one, other) in [
            ("项目内容", "项目名称"),
            ("企业情况", "企业名称"),
            ("投资额", "投资方"),
        ] {
            assert_ne!(loose(one), loose(other), "{one}");
        }
    }
}
