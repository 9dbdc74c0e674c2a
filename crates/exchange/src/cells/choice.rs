//! Choices, by their label in the word files and by what else people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use suoji_model::words::{Language, word};
use suoji_model::{Shape, Value, kinds};

use super::text::tight;
use super::{Reading, telling};
use crate::book::Raw;

/// The codes under `problem.` for fields that have one of their own.
fn unknown(field: &str) -> &'static str {
    match field {
        "agreement_type" => "agreement_type_unknown",
        _ => "choice_unknown",
    }
}

type Labels = Vec<(String, &'static str)>;

/// The label of each choice in every language, by kind and field.
static LABELS: LazyLock<HashMap<(&str, &str), Labels>> = LazyLock::new(|| {
    let mut labels: HashMap<(&str, &str), Labels> = HashMap::new();
    for kind in kinds::ALL {
        for field in kind.fields {
            let Shape::Choice(choices) = field.shape else {
                continue;
            };
            let label = |language: Language, choice: &&'static str| {
                let key = format!("choice.{}.{}.{choice}", kind.name, field.name);
                (tight(word(language, &key)).to_ascii_uppercase(), *choice)
            };
            let of = |language| choices.iter().map(move |choice| label(language, choice));
            let of_field = of(Language::Chinese).chain(of(Language::English)).collect();
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
        let upper = text.to_ascii_uppercase();
        let same = |(label, _): &&(String, &'static str)| *label == upper;
        let of_field = LABELS.get(&(kind, field))?.iter().find(same);
        let found = of_field.map(|(_, choice)| *choice);
        found.or_else(|| choices.iter().copied().find(|choice| **choice == text))
    };
    let told = || {
        let parts = telling::parts(kind, field)?;
        let text = match field {
            "rag_status" => now(&text)?,
            "capital_type" => turned(&text),
            "stage" => telling::stages::bare(&text),
            _ => without_hope(&text),
        };
        let text = text.to_ascii_lowercase();
        parts
            .iter()
            .find(|(part, _)| match part.strip_prefix('=') {
                Some(whole) => text == whole,
                None => says(&text, part),
            })
            .map(|(_, choice)| *choice)
            .filter(|choice| *choice != telling::UNTOLD)
    };
    match labelled().or_else(told) {
        Some(choice) => Reading::exact(Value::Text(choice.to_owned())),
        None => Reading::refused(unknown(field)),
    }
}

/// A text without what brackets say of a choice that is hoped for:
/// `市级（申报省级）`.
fn without_hope(text: &str) -> &str {
    let parted = text.split_once('(').filter(|(before, inside)| {
        let hopes = ["申报", "争取", "推荐"];
        !before.is_empty() && hopes.iter().any(|word| inside.contains(word))
    });
    parted.map_or(text, |(before, _)| before)
}

/// What a text says of now, without what was before or is a part:
/// `外资转内资`, `内资（外资占股30%）`.
fn turned(text: &str) -> &str {
    let now = text.rsplit_once('转').map_or(text, |(_, now)| now);
    now.split_once('(')
        .map(|(own, _)| own)
        .filter(|own| !own.is_empty())
        .unwrap_or(now)
}

/// The light that is on now: `黄转绿`, `绿（原红）`. `None` where it went out,
/// or two are named.
fn now(text: &str) -> Option<&str> {
    const TURNS: &[&str] = &[
        "转",
        "→",
        "->",
        "变更为",
        "变为",
        "变",
        "改为",
        "调整为",
        "降为",
        "升为",
    ];
    const OUT: &[&str] = &["解除", "取消", "不亮", "未亮", "摘", "销号", "撤销"];
    let turned = TURNS
        .iter()
        .find_map(|word| Some(text.rsplit_once(word)?.1));
    let text = turned.unwrap_or(text);
    let past = |inside: &str| {
        ["原", "曾", "上月", "上周"]
            .iter()
            .any(|word| inside.contains(word))
    };
    let text = match text.split_once('(') {
        Some((own, inside)) if past(inside) => own,
        _ => text,
    };
    let lights = ["红", "黄", "绿"]
        .iter()
        .filter(|light| text.contains(**light));
    let is_on = lights.count() < 2 && !OUT.iter().any(|word| text.contains(word));
    is_on.then_some(text)
}

/// What makes the opposite, or a wish, of the word behind it.
const DENYING: &[char] = &['不', '未', '没', '无', '非', '待', '拟'];

/// What may stand between the two: 未予认定, 没有通过.
const BETWEEN: &[char] = &[
    '予', '经', '能', '获', '被', '有', '再', '是', '到', '形', '成',
];

/// Words that make something meant of the word behind them: 意向租赁, 即将退租.
const MEANT: &[&str] = &["意向", "洽谈", "即将", "预"];

/// Whether `text` says `part` and does not deny it: 未核定 does not say 核定.
fn says(text: &str, part: &str) -> bool {
    text.match_indices(part).any(|(at, _)| {
        let before = text[..at].trim_end_matches(BETWEEN);
        !before.ends_with(DENYING) && !MEANT.iter().any(|word| before.ends_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::{Raw, Value, now, read, says};

    #[test]
    fn what_is_not_yet_so_is_not_said() {
        assert!(says("已出租", "出租"));
        assert!(!says("尚未出租", "出租"));
        assert!(!says("待签约", "签约"));
        assert!(!says("未予认定", "认定"));
        assert!(says("未到期，已到期", "到期"));
        assert!(!says("不是净地", "净地"));
        assert!(!says("意向租赁", "租赁"));
        assert!(!says("即将退租", "退租"));
    }

    #[test]
    fn money_from_outside_a_province_is_none_from_abroad() {
        let of = |text: &str| {
            let kinds = &["domestic", "foreign"];
            match read("project", "capital_type", kinds, &Raw::text(text)).cell {
                suoji_model::Cell::Known(Value::Text(kind), _) => kind,
                _ => String::new(),
            }
        };
        for (text, wanted) in [
            ("外商独资", "foreign"),
            ("中外合资", "foreign"),
            ("外资（港）", "foreign"),
            ("市外资金", "domestic"),
            ("省外民企", "domestic"),
            ("外资转内资", "domestic"),
            ("内资（外资占股30%）", "domestic"),
            ("内资+外资", ""),
            ("非外资", ""),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_last_of_several_lights_is_on() {
        for (text, on) in [
            ("黄转绿", Some("绿")),
            ("绿→黄", Some("黄")),
            ("绿(原红)", Some("绿")),
            ("红灯2次", Some("红灯2次")),
            ("解除红灯", None),
            ("红(已销号)", None),
            ("红黄", None),
        ] {
            assert_eq!(now(text), on, "{text}");
        }
    }

    #[test]
    fn a_level_that_does_not_hold_is_none() {
        let level = |text: &str| {
            let levels = &["province", "city", "county"];
            match read("key_project", "key_level", levels, &Raw::text(text)).cell {
                suoji_model::Cell::Known(Value::Text(level), _) => level,
                _ => String::new(),
            }
        };
        for (text, wanted) in [
            ("省级（2024）", "province"),
            ("市级（申报省级）", "city"),
            ("自治区级", "province"),
            ("县级市重点", "county"),
            ("拟申报省级", ""),
            ("省级（拟）", ""),
            ("原省级", ""),
            ("省重点（退出）", ""),
            ("未列入省级", ""),
        ] {
            assert_eq!(level(text), wanted, "{text}");
        }
    }
}
