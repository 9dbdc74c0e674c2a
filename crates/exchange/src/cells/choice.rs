//! Choices, by their label in the word files and by what else people write.

use suoji_model::Value;
use suoji_model::words::{Language, word};

use super::Reading;
use super::text::tight;
use crate::book::Raw;

/// Parts of the text that decide a choice, by kind and field; the first that
/// the text contains wins.
const TELLING: &[(&str, &str, &[(&str, &str)])] = &[
    (
        "agreement",
        "agreement_type",
        &[
            ("补充", "supplement"),
            ("增资", "supplement"),
            ("解除", "termination"),
            ("终止", "termination"),
            ("框架", "framework"),
            ("战略", "framework"),
            ("意向", "intent"),
            ("备忘录", "intent"),
            ("入驻", "entry"),
            ("租赁", "entry"),
            ("入园", "entry"),
            ("正式", "formal"),
            ("投资合同", "formal"),
            ("投资协议", "formal"),
            ("项目合同", "formal"),
            ("项目协议", "formal"),
        ],
    ),
    (
        "project",
        "promotion_method",
        &[
            ("驻点", "via_resident"),
            ("以商", "via_business"),
            ("产业链", "via_chain"),
            ("链主", "via_chain"),
            ("基金", "via_fund"),
            ("第三方", "via_third_party"),
            ("中介", "via_third_party"),
            ("平台公司", "via_platform"),
            ("展会", "via_exhibition"),
            ("节会", "via_exhibition"),
            ("商会", "via_chamber"),
            ("协会", "via_chamber"),
            ("上级", "via_superior"),
            ("网络", "via_network"),
            ("自荐", "via_self"),
            ("增资", "via_expansion"),
        ],
    ),
    (
        "enterprise",
        "nature",
        &[
            ("国", "state"),
            ("央企", "state"),
            ("民", "private"),
            ("私", "private"),
            ("合资", "joint"),
            ("外", "foreign"),
        ],
    ),
];

/// The codes under `problem.` for fields that have one of their own.
fn unknown(field: &str) -> &'static str {
    match field {
        "agreement_type" => "agreement_type_unknown",
        _ => "choice_unknown",
    }
}

/// Reads one of `choices` of that kind's field.
pub(crate) fn read(
    kind: &str,
    field: &str,
    choices: &'static [&'static str],
    raw: &Raw,
) -> Reading {
    let text = tight(&raw.display());
    if text.is_empty() {
        return Reading::blank();
    }
    let labelled = choices.iter().find(|choice| {
        let label = word(
            Language::Chinese,
            &format!("choice.{kind}.{field}.{choice}"),
        )
        .to_owned();
        **choice == text || tight(&label) == text
    });
    let told = || {
        let (_, _, parts) = TELLING
            .iter()
            .find(|(of_kind, of_field, _)| *of_kind == kind && *of_field == field)?;
        parts
            .iter()
            .find(|(part, _)| text.contains(part))
            .map(|(_, choice)| choice)
    };
    match labelled.or_else(told) {
        Some(choice) => Reading::exact(Value::Text((*choice).to_owned())),
        None => Reading::refused(unknown(field)),
    }
}
