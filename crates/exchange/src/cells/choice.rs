//! Choices, by their label in the word files and by what else people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use suoji_model::words::{Language, word};
use suoji_model::{Shape, Value, kinds};

use super::Reading;
use super::text::tight;
use crate::book::Raw;

/// Parts of a text, each with the choice it stands for.
type Parts = &'static [(&'static str, &'static str)];

/// Parts of the text that decide a choice, by kind and field; the first that
/// the text contains wins.
const TELLING: &[(&str, &str, Parts)] = &[
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

type Labels = Vec<(String, &'static str)>;

/// The Chinese label of each choice, by kind and field.
static LABELS: LazyLock<HashMap<(&str, &str), Labels>> = LazyLock::new(|| {
    let mut labels: HashMap<(&str, &str), Labels> = HashMap::new();
    for kind in kinds::ALL {
        for field in kind.fields {
            let Shape::Choice(choices) = field.shape else {
                continue;
            };
            let label = |choice: &&'static str| {
                let key = format!("choice.{}.{}.{choice}", kind.name, field.name);
                (tight(word(Language::Chinese, &key)), *choice)
            };
            let of_field = choices.iter().map(label).collect();
            labels.insert((kind.name, field.name), of_field);
        }
    }
    labels
});

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
    let labelled = || {
        let same = |(label, _): &&(String, &'static str)| *label == text;
        let of_field = LABELS.get(&(kind, field))?.iter().find(same);
        let found = of_field.map(|(_, choice)| *choice);
        found.or_else(|| choices.iter().copied().find(|choice| **choice == text))
    };
    let told = || {
        let (_, _, parts) = TELLING
            .iter()
            .find(|(of_kind, of_field, _)| *of_kind == kind && *of_field == field)?;
        parts
            .iter()
            .find(|(part, _)| text.contains(part))
            .map(|(_, choice)| *choice)
    };
    match labelled().or_else(told) {
        Some(choice) => Reading::exact(Value::Text(choice.to_owned())),
        None => Reading::refused(unknown(field)),
    }
}
