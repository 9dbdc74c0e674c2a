//! Which level key projects have, as a title or a section says it of all.

use super::{choice, without_denied};
use crate::cells::text::tight;

/// The level that words of sections and titles name.
const LEVELS: &[(&str, &str)] = &[
    ("省级", "province"),
    ("省重点", "province"),
    ("市级", "city"),
    ("市重点", "city"),
    ("县级", "county"),
    ("县重点", "county"),
    ("区级", "county"),
    ("区重点", "county"),
];
/// The same, of a section alone: 全区重大项目清单 is a title of any level.
const MAJOR: &[(&str, &str)] = &[
    ("省重大", "province"),
    ("市重大", "city"),
    ("县重大", "county"),
    ("区重大", "county"),
];

/// Whether a section says of its projects that they have no level.
pub(super) fn denies(section: &str) -> bool {
    let text = tight(section);
    without_denied(&text, LEVELS) != text && choice(&text, LEVELS).is_none()
}

/// Whether the heading of a section says that its projects have no level, or
/// that they are those beside the ones that have.
pub(crate) fn has_none(section: &str) -> bool {
    const BESIDE: &[&str] = &["其他", "其它", "一般", "非重点", "未列入", "未纳入"];
    let beside = BESIDE.iter().any(|word| section.contains(word));
    beside || section.rsplit(" ▸ ").any(denies)
}

/// The level that a title gives every project: `2024年市级重点项目清单`. Whose
/// leaders answer for them, and whose zone they are in, is none.
pub(crate) fn of_title(text: &str) -> Option<&'static str> {
    // 经开区重点项目 are those of a zone, which is none of the levels.
    const ZONES: &[&str] = &["经开区", "高新区", "开发区"];
    const OTHERS: &[&str] = &[
        "领导", "干部", "部门", "以上", "经济", "高新", "化工", "园区",
    ];
    let mut text = tight(text);
    // 全县重点招商项目 are those that are sought.
    if text.contains("重点招商") {
        return None;
    }
    for office in ["重点项目办", "重点办"] {
        text = text.replace(office, "");
    }
    for level in ["国家级", "省级", "市级", "县级", "区级"] {
        for other in ZONES.iter().chain(OTHERS) {
            text = text.replace(&format!("{level}{other}"), "");
        }
    }
    for zone in ZONES {
        text = text.replace(zone, "");
    }
    choice(&text, LEVELS).filter(|_| !is_of_two_levels(&text))
}

/// The level that a section gives its projects.
pub(super) fn of_part(part: &str) -> Option<&'static str> {
    let level = choice(part, LEVELS).or_else(|| choice(part, MAJOR));
    level.filter(|_| !is_of_two_levels(part))
}

/// Whether a text names two levels at once: `省、市重点项目`, `省市级重大项目`.
fn is_of_two_levels(text: &str) -> bool {
    const FIRST: [&str; 2] = ["省", "市"];
    const NEXT: [&str; 3] = ["市", "县", "区"];
    let mut rests = FIRST.iter().flat_map(|first| {
        let found = text.match_indices(first);
        found.map(|(at, sign)| &text[at + sign.len()..])
    });
    rests.any(|rest| {
        let rest = rest.trim_start_matches(['、', '和', '及', '与', '/', '级']);
        let mut next = NEXT.iter().filter_map(|next| rest.strip_prefix(next));
        next.any(|behind| {
            ["级", "重", "两级", "三级"]
                .iter()
                .any(|word| behind.starts_with(word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{of_part, of_title};

    #[test]
    fn who_names_two_levels_names_none() {
        for (part, level) in [
            ("一、省重大项目(2个)", Some("province")),
            ("(二)市级重点", Some("city")),
            ("区县级重点项目", Some("county")),
            ("省、市重点项目", None),
            ("省市级重大项目", None),
            ("市、区两级重点项目", None),
        ] {
            assert_eq!(of_part(part), level, "{part}");
        }
        assert_eq!(of_title("2024年市级重点项目清单"), Some("city"));
        assert_eq!(of_title("2024年省、市重点项目推进表"), None);
        assert_eq!(of_title("2024年全区重大项目清单"), None);
    }
}
