//! Whose people a heading is about: ours, or those of the firm.

use crate::ledger::words::Role;

/// Whether a part of a heading is about our own side: `我方对接人`.
pub(super) fn is_ours(key: &str) -> bool {
    const SECRETARIES: &[&str] = &[
        "项目秘书",
        "秘书",
        "服务秘书",
        "招商秘书",
        "服务专员",
        "招商专员",
        "项目专员",
        "项目管家",
        "服务管家",
        "首席服务员",
        "驻企服务员",
        "帮办代办员",
    ];
    let ours = ["我方", "本方", "我区", "我局"];
    ours.iter().any(|word| key.starts_with(word)) || SECRETARIES.contains(&key)
}

/// Whether a column is about a person of the firm.
pub(super) fn is_theirs(role: Role) -> bool {
    match role {
        Role::Person => true,
        Role::Field(target) => target.kind == "contact" || target.field.starts_with("their_"),
        _ => false,
    }
}

/// Whether a column is about a person of ours.
pub(crate) fn is_of_ours(role: Role) -> bool {
    let Role::Field(target) = role else {
        return false;
    };
    let ours = ["responsible_person", "our_people", "leader"];
    matches!(target.field, "service_officer" | "sponsor_leader")
        || matches!(target.kind, "visit" | "lead") && ours.contains(&target.field)
}

/// What a heading of a person and the number asks for without the number:
/// 项目专员 of 项目专员及电话.
pub(super) fn without_number(head: &str) -> Option<&str> {
    const NUMBERS: &[&str] = &["联系电话", "联系方式", "电话", "手机号码", "手机号", "手机"];
    const AND: &[char] = &['及', '和', '与', '/', '、'];
    let rest = NUMBERS.iter().find_map(|word| head.strip_suffix(word))?;
    let person = rest.trim_end_matches(AND);
    (person.len() < rest.len() && !person.is_empty()).then_some(person)
}

/// Whether a heading is about a person of the firm whom it names first, where
/// no ledger has a field: `业主联系人`.
pub(super) fn is_of_firm(head: &str) -> bool {
    let firm = ["企业", "业主", "客商", "公司", "投资方", "施工方", "对方"];
    let person = ["联系人", "负责人", "对接人", "联络人", "法人", "代表"];
    firm.iter().any(|firm| head.starts_with(firm)) && person.iter().any(|own| head.ends_with(own))
}
