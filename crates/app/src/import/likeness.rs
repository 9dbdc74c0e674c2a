//! When two names may mean the same: what is left of them without the words
//! that every name has.

use suoji_exchange::LedgerRow;

/// Words of a project's name that say nothing of which one it is.
const PROJECT: &[&str] = &[
    "项目",
    "生产基地",
    "产业化",
    "产业园",
    "智能工厂",
    "生产线",
    "建设",
    "股份",
    "集团",
    "有限公司",
];

/// What is done with the product that a project is named for, behind it.
const MAKING: &[&str] = &["生产", "制造", "加工"];

/// The shortest rest of a company's name that still names something, and of a
/// project's, of which many are called by what they make.
const SHORTEST_FIRM: usize = 2;
const SHORTEST_PROJECT: usize = 4;

/// Spaces, width, case and quotation marks make no other name.
pub(super) fn fold(text: &str) -> String {
    let mut folded = suoji_model::uscc::normalise(text);
    folded.retain(|sign| !QUOTES.contains(&sign));
    folded
}

/// What some put a name between.
const QUOTES: &[char] = &[
    '“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '《', '》',
];

/// What is left of a company's name; `None` when that is too little.
pub(super) fn company(name: &str) -> Option<String> {
    let core = suoji_exchange::company_core(name);
    (core.chars().count() >= SHORTEST_FIRM).then_some(core)
}

/// What is left of a project's name; `None` when that is too little.
pub(super) fn project(name: &str) -> Option<String> {
    let core = bare(name);
    (core.chars().count() >= SHORTEST_PROJECT).then_some(core)
}

/// A project's name without the words that every project has, and without the
/// place that some begin it with.
fn bare(name: &str) -> String {
    let folded = without_brackets(&fold(name));
    let mut core = suoji_exchange::without_place(&folded).to_owned();
    for word in PROJECT {
        if core.contains(word) {
            core = core.replace(word, "");
        }
    }
    // 年产…: how much of it is no part of the name.
    if let Some((before, after)) = core.split_once("年产") {
        let kept = after.trim_start_matches(|sign: char| {
            sign.is_ascii_digit() || ".万亿千百十吨台套件只个米平方立".contains(sign)
        });
        core = format!("{before}{kept}");
    }
    core
}

/// What a project makes, by its name.
fn product(name: &str) -> String {
    let mut rest = bare(name);
    while let Some(before) = MAKING.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = before.to_owned();
    }
    rest
}

/// The same without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut kept = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    kept
}

/// Whether two project names differ only in what many are called, as 减震器 and
/// 年产10万套减震器项目, or share most pairs of signs, as 电梯华东数字化产业园
/// and 股份华东数字化产业园 do.
pub(super) fn near(one: &str, other: &str) -> bool {
    if suoji_exchange::are_phases(one, other) {
        return false;
    }
    let cores = [one, other].map(suoji_exchange::project_core);
    if cores[0] == cores[1] {
        return true;
    }
    let products = [one, other].map(product);
    if products[0] == products[1] && products[0].chars().count() >= 2 {
        return true;
    }
    let pairs = |name: &str| -> Vec<(char, char)> {
        let signs: Vec<char> = without_brackets(&fold(name)).chars().collect();
        signs.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    let mut rest = other.clone();
    let shared = one.iter().filter(|pair| {
        let at = rest.iter().position(|own| own == *pair);
        at.map(|at| rest.swap_remove(at)).is_some()
    });
    // Dice's measure: twice what is shared of all there is.
    let shared = shared.count();
    shared > 0 && 2 * shared * 10 >= (one.len() + other.len()) * 6
}

/// Whether two companies' names are one that was put right: one has words more,
/// or one sign is another.
pub(super) fn is_respelt(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(suoji_exchange::company_core);
    let (long, short) = match one.chars().count() >= other.chars().count() {
        true => (one, other),
        false => (other, one),
    };
    let length = short.chars().count();
    let differ = long
        .chars()
        .zip(short.chars())
        .filter(|(own, other)| own != other);
    let is_one_sign = long.chars().count() == length && differ.count() == 1;
    length >= SHORTEST_PROJECT && (long.contains(short.as_str()) || is_one_sign)
}

/// Whether a number only counts the lines of one ledger: 7, 012.
pub(super) fn is_ordinal(number: &str) -> bool {
    let number = fold(number);
    !number.is_empty() && number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit())
}

/// A telephone number as it compares: its digits; nothing that is too short
/// to be one.
pub(super) fn phone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = digits.strip_prefix("86").filter(|rest| rest.len() == 11);
    let digits = bare.map_or(digits.as_str(), |rest| rest);
    (digits.len() >= 7).then(|| digits.to_owned())
}

/// The numbers of a row's contact.
pub(super) fn phones(row: &LedgerRow) -> impl Iterator<Item = String> {
    row.cells.iter().filter_map(|(target, cell)| {
        let is_phone = target.kind == "contact" && matches!(target.field, "mobile" | "phone");
        phone(cell.as_text().filter(|_| is_phone)?)
    })
}

/// An office without the words for what it is: 上海驻点 and 上海 are one.
pub(super) fn office(name: &str) -> String {
    let mut core = fold(name);
    for ending in ["小组", "招商", "驻点", "办事处"] {
        if let Some(rest) = core.strip_suffix(ending)
            && !rest.is_empty()
        {
            core = rest.to_owned();
        }
    }
    core
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_make_no_other_name() {
        for name in ["“澜达”项目", "《澜达项目》", "澜达\"项目\"", "澜达 项目"]
        {
            assert_eq!(fold(name), fold("澜达项目"), "{name}");
        }
    }

    #[test]
    fn some_begin_a_project_with_its_place() {
        let ours = "宁波鸿拓伺服电机生产线项目";
        assert!(near(ours, "鸿拓伺服电机"));
        assert!(near("江苏省苏州市鸿拓伺服电机项目", "鸿拓伺服电机"));
        assert!(!near("宁波项目", "苏州项目"));
    }

    #[test]
    fn another_spelling_of_a_company_is_the_same_core() {
        let same = [
            ("上海霈穆电梯部件有限公司", "霈穆电梯部件"),
            (
                "杭州瑄蔚生物科技有限公司",
                "杭州（山东）瑄蔚生物科技股份有限公司",
            ),
        ];
        for (one, other) in same {
            assert_eq!(company(one), company(other), "{one} {other}");
        }
        assert_ne!(
            company("上海璟穆化学有限公司"),
            company("上海璟穆药业有限公司")
        );
    }

    #[test]
    fn a_company_put_right_is_not_another() {
        for (one, other, is) in [
            ("苏州讯升导轨有限公司", "苏州迅升导轨有限公司", true),
            ("苏州迅升导轨有限公司", "苏州迅升导轨制造有限公司", true),
            ("苏州迅升导轨有限公司", "苏州迅恒导轨有限公司", true),
            ("苏州迅升导轨有限公司", "无锡天奇有限公司", false),
            ("甲公司", "乙公司", false),
        ] {
            assert_eq!(is_respelt(one, other), is, "{one} {other}");
        }
    }

    #[test]
    fn a_project_keeps_what_tells_it_apart() {
        assert_eq!(
            project("年产500吨高纯硅烷项目"),
            project("高纯硅烷生产基地项目")
        );
        assert_ne!(
            project("皓迈在线检测仪器智能工厂项目"),
            project("皓茂在线检测仪器智能工厂项目")
        );
        assert_eq!(project("产业园项目"), None);
    }

    #[test]
    fn a_second_ceremony_has_most_of_the_name() {
        assert!(near(
            "珩谦电梯华东数字化产业园项目",
            "珩谦股份华东数字化产业园"
        ));
        assert!(near("年产10万套减震器项目", "减震器"));
        assert!(near("控制柜项目", "控制柜产业园项目"));
        assert!(near("年产5万台电梯曳引机项目", "电梯曳引机生产制造项目"));
        assert!(!near("电梯曳引机生产项目", "新能源汽车电机生产项目"));
        assert!(!near("珩谦轿厢生产线项目", "珩谦研发中心项目"));
    }

    #[test]
    fn the_number_of_a_line_names_no_project() {
        for number in ["7", "012", "２"] {
            assert!(is_ordinal(number), "{number}");
        }
        for number in ["A1", "2023001", "ZS-07", ""] {
            assert!(!is_ordinal(number), "{number}");
        }
    }

    #[test]
    fn an_office_is_known_by_its_place() {
        assert_eq!(office("上海驻点招商小组"), office("上海"));
        assert_eq!(office("上海驻点"), office("上海"));
        assert_ne!(office("招商一部"), office("招商二部"));
    }
}
