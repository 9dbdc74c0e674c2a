//! Whether an agreement still holds, by a status column or by a remark.

use suoji_model::PartialDate;

use crate::cells::date;
use crate::cells::text::tight;

/// What a remark says about the end of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voiding {
    /// The remark.
    pub(super) reason: String,
    /// The date in it.
    pub(super) date: Option<PartialDate>,
}

/// How people say without the law's words that nothing came of a project.
const FAILED: &[&str] = &[
    "黄了",
    "不投了",
    "不来了",
    "流产",
    "告吹",
    "泡汤",
    "放弃投资",
    "不再投资",
    "不再实施",
    "停止合作",
];

/// Whether a text ends in saying so: `项目流产`, `企业放弃投资`.
fn has_failed(text: &str) -> bool {
    let text = text.trim_end_matches(['。', '!', ';']);
    FAILED.iter().any(|word| text.ends_with(word))
}

/// Whether a status word says that the agreement is void; `None` when it says
/// neither, or that it may become so: `拟解约`, `解除中`.
pub(super) fn by_status(text: &str) -> Option<bool> {
    const ENDED: &[&str] = &[
        "作废", "解除", "解约", "终止", "无效", "撤销", "失效", "取消", "废止", "退出", "×", "否",
    ];
    let text = tight(text);
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let before = |signs: &[&str]| {
        let mut ended = ENDED.iter().filter_map(|word| text.split_once(word));
        ended.any(|(before, _)| signs.iter().any(|sign| before.ends_with(sign)))
    };
    if before(&["拟", "待", "将", "准备", "正在", "申请", "协商"])
        || text.ends_with("中") && says(ENDED)
    {
        return None;
    }
    if before(&["未", "没有", "不", "无"]) {
        return Some(false);
    }
    if says(ENDED) || has_failed(&text) {
        return Some(true);
    }
    // 中止履行 may go on, or not, and what is not in force is no agreement yet.
    if says(&[
        "中止",
        "暂停",
        "暂缓",
        "停止",
        "停滞",
        "注销",
        "未生效",
        "未通过",
        "不正常",
        "非正常",
        "不履约",
        "无法",
        "不能",
    ]) {
        return None;
    }
    let is_signed = matches!(&*text, "签约" | "签订" | "新签" | "新签约");
    let holds = says(&[
        "有效",
        "正常",
        "履行",
        "履约",
        "生效",
        "在建",
        "已签",
        "开工",
        "投产",
        "竣工",
        "落地",
        "注册",
        "运营",
        "推进",
        "供地",
        "摘牌",
        "审批",
        "前期",
        "√",
        "是",
        "装修",
        "安装",
        "调试",
        "施工",
        "建设",
        "建成",
        "试产",
        "试生产",
        "达产",
        "入驻",
        "入园",
        "设计",
        "环评",
        "立项",
        "备案",
    ]);
    (is_signed || holds).then_some(false)
}

/// Whether a sheet or the title of a table is of agreements that ended, and of
/// no others: `流失项目`, `表4：2023年终止合同项目`.
pub(crate) fn by_title(text: &str) -> bool {
    const ENDED: &[&str] = &["流失", "终止", "解除", "解约", "作废", "退出"];
    const OTHERS: &[&str] = &["及", "和", "与", "、", "含", "签约", "未", "拟", "在谈"];
    let text = tight(text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // 注：灰色底纹为已终止项目 is of some rows.
    if text.starts_with(['注', '*', '※']) || has(&["色", "底纹", "标注", "标记", "表示", "说明"])
    {
        return false;
    }
    // A tab may say it in one word.
    if ENDED.contains(&text.trim_matches(['(', ')']).trim_start_matches('已')) {
        return true;
    }
    has(ENDED)
        && !has(OTHERS)
        && ["项目", "合同", "协议"]
            .iter()
            .any(|word| text.contains(word))
}

/// A remark that the agreement was voided, with the date in it.
pub(crate) fn by_remark(text: &str) -> Option<Voiding> {
    let words = tight(text);
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let unsaid = says(&[
        "未解除",
        "未解约",
        "未作废",
        "未终止",
        "拟解除",
        "拟解约",
        "拟终止",
    ]);
    // 盘活已终止项目用地 is of another project.
    const OF_ANOTHER: &[&str] = &["的", "项目用地", "项目土地", "项目厂房", "条款"];
    let said = [
        "作废",
        "解除",
        "解约",
        "终止",
        "废止",
        "撤销合同",
        "撤销协议",
        "取消签约",
        "已流失",
    ]
    .iter()
    .filter_map(|word| words.split_once(word))
    .any(|(before, rest)| {
        !is_signed_anew(before, &words)
            && !OF_ANOTHER.iter().any(|word| rest.starts_with(word))
            && !of_other_things(before, rest)
    });
    let clauses = |words: &str| words.split([',', ';', '。', '、']).any(ends_project);
    (is_over(&words) || clauses(&words) || has_failed(&words) || said && !unsaid).then(|| Voiding {
        reason: text.trim().to_owned(),
        date: date::inside(text),
    })
}

/// Whether a remark says that what had ended goes on: `已恢复履行`, `恢复推进`.
pub(super) fn is_resumed(text: &str) -> bool {
    const RESUMED: &[&str] = &[
        "恢复推进",
        "恢复履",
        "恢复建设",
        "恢复执行",
        "已恢复",
        "重新启动",
        "已重启",
        "重启推进",
    ];
    const NOT_YET: &[&str] = &["未恢复", "拟恢复", "待恢复", "争取恢复", "拟重", "未重"];
    let words = tight(text);
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    says(RESUMED) && !says(NOT_YET)
}

/// Whether what ended is the contract that this one took the place of:
/// `原合同已作废，重新签订`.
fn is_signed_anew(before: &str, words: &str) -> bool {
    const FORMER: &[&str] = &["原合同", "原协议", "原投资协议", "原投资合同", "原签约"];
    const ANEW: &[&str] = &["重新签", "重签", "另签", "另行签", "改签", "换签"];
    let clause = before.rsplit([',', ';', '。']).next().unwrap_or_default();
    let says = |text: &str, parts: &[&str]| parts.iter().any(|part| text.contains(part));
    let denied = ["未重新", "尚未", "待重新", "拟重新"];
    says(clause, FORMER) && says(words, ANEW) && !says(words, &denied)
}

/// Whether what ended is something beside the agreement, or would end it only
/// if something came about: `解除质押`, `原项目已终止`, `如未达产则解除合同`.
fn of_other_things(before: &str, rest: &str) -> bool {
    const RELEASED: &[&str] = &[
        "质押",
        "抵押",
        "查封",
        "冻结",
        "担保",
        "保全",
        "限制",
        "异议",
        "土地查封",
        "资产查封",
        "与原设计",
        "与设计单位",
        "与施工",
        "与监理",
    ];
    const FORMER: &[&str] = &["原为", "原项目", "原框架", "原意向", "原公司", "原企业"];
    const PROVIDED: &[&str] = &["可", "可以", "有权", "则", "予以"];
    let clause = before.rsplit([',', ';', '。']).next().unwrap_or_default();
    let provided = PROVIDED.iter().any(|word| clause.ends_with(word));
    RELEASED.iter().any(|word| rest.starts_with(word))
        || FORMER.iter().any(|word| clause.contains(word))
        || provided && (before.contains('如') || before.contains('若') || clause.ends_with('可'))
}

/// Whether a clause says so of the project itself: `投资方撤资，项目取消`.
fn ends_project(clause: &str) -> bool {
    let named = ["项目", "该项目", "合同", "协议"];
    named.iter().any(|word| clause.starts_with(word)) && is_over(clause)
}

/// Whether a remark says nothing but that the project or its agreement is
/// over: `撤销`, `项目已取消`, `企业放弃`.
fn is_over(words: &str) -> bool {
    const WHOSE: &[&str] = &[
        "该",
        "此",
        "本",
        "项目",
        "协议",
        "合同",
        "签约",
        "企业",
        "客商",
        "投资方",
    ];
    const OVER: &[&str] = &[
        "撤销", "取消", "退出", "撤约", "流失", "失效", "放弃", "撤资", "无效",
    ];
    let mut rest = words.trim_end_matches(['。', '!', ';', '了']);
    while let Some(shorter) = WHOSE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let rest = rest.trim_start_matches(['现', '已', '经']);
    OVER.contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::by_status;

    #[test]
    fn a_status_says_whether_the_agreement_holds() {
        for (text, wanted) in [
            ("已解约", Some(true)),
            ("未解约", Some(false)),
            ("拟解约", None),
            ("解除中", None),
            ("履行中", Some(false)),
            ("装修", Some(false)),
            ("设备安装调试", Some(false)),
            ("停止建设", None),
            ("中止履行", None),
        ] {
            assert_eq!(by_status(text), wanted, "{text}");
        }
    }
}
