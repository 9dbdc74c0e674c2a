//! Lines that say something of the list and name no record.

/// Whether a line begins as notes do.
pub(crate) fn is_note(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "注:",
        "Note:",
        "注1",
        "备注:",
        "说明:",
        "填报",
        "填表",
        "登记人:",
        "记录人:",
        "统计人:",
        "制表",
        "审核",
        "报送单位:",
        "数据来源",
        "联系人:",
        "单位负责人",
        "截至",
        "截止",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        || text == "注"
        || is_seal(text)
        || tells_sums(text)
}

/// `单位（盖章）`
pub(super) fn is_seal(text: &str) -> bool {
    text.contains("盖章") && text.chars().count() <= 12
}

/// Whether a line says nothing but in which unit the table is: `单位：万元`.
pub(super) fn is_unit(text: &str) -> bool {
    let labels = ["单位:", "金额单位:", "计量单位:", "货币单位:"];
    let text = text.trim_start_matches('(');
    labels.iter().any(|label| text.starts_with(label)) && text.chars().count() <= 12
}

/// `本季度共4条，有效3条`: a sentence of sums below the rows.
fn tells_sums(text: &str) -> bool {
    const TIMES: &[&str] = &[
        "本月", "本季", "本周", "本期", "本年", "全年", "以上", "上述",
    ];
    let mut counts = text.char_indices().filter(|(at, sign)| {
        "个家条项批次亿万".contains(*sign) && text[..*at].ends_with(|c: char| c.is_ascii_digit())
    });
    TIMES.iter().any(|word| text.starts_with(word))
        && ["共", "合计", "累计"]
            .iter()
            .any(|word| text.contains(word))
        && counts.next().is_some()
}
