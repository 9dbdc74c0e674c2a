//! A person, a duty and telephone numbers in one cell.

use super::text::fold;

/// What one cell says about a contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    /// The name.
    pub(crate) name: Option<String>,
    /// The duty (职务).
    pub(crate) duty: Option<String>,
    /// The first mobile number.
    pub(crate) mobile: Option<String>,
    /// The first number that is no mobile number.
    pub(crate) phone: Option<String>,
    /// Whether something was left over, such as a second person.
    pub(crate) more: bool,
}

/// Duties that follow a name without a space, longest first.
const DUTIES: &[&str] = &[
    "副董事长",
    "董事长",
    "常务副总经理",
    "副总经理",
    "项目经理",
    "总经理",
    "副总裁",
    "总裁",
    "总工程师",
    "秘书长",
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
    "处长",
    "科长",
    "厂长",
    "书记",
    "总工",
    "老师",
    "先生",
    "女士",
    "总",
];

/// Splits a cell such as `赵子振（副总）↵15400003286`.
pub(crate) fn split(text: &str) -> Person {
    let text = fold(text);
    let mut person = Person::default();
    let mut words = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let (number, after) = telephone(rest);
        if number.is_empty() {
            words.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let mobile = number.len() == 11 && number.starts_with('1');
        let place = if mobile {
            &mut person.mobile
        } else {
            &mut person.phone
        };
        if place.is_none() {
            *place = Some(number);
        } else {
            person.more = true;
        }
        words.push(' ');
        rest = after;
    }
    let mut parts = words
        .split(|c: char| c.is_whitespace() || "()、,;/:".contains(c))
        .filter(|part| !part.is_empty());
    if let Some(first) = parts.next() {
        let joined = DUTIES
            .iter()
            .find_map(|duty| Some((first.strip_suffix(duty)?, *duty)))
            // 王总 is how the person is called, not a name and a duty.
            .filter(|(name, _)| name.chars().count() >= 2);
        let (name, duty) = match joined {
            Some((name, duty)) => (name, Some(duty)),
            None => (first, None),
        };
        person.name = Some(name.to_owned());
        person.duty = duty.or_else(|| parts.next()).map(str::to_owned);
        person.more |= parts.next().is_some();
    }
    person
}

/// The telephone number that `text` begins with: at least seven digits, with
/// hyphens or spaces between groups.
fn telephone(text: &str) -> (String, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '-')
        .unwrap_or(text.len());
    let number = text[..end].trim_end_matches('-');
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits < 7 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return (String::new(), text);
    }
    (number.to_owned(), &text[number.len()..])
}

/// A telephone number as text: a number cell loses its decimals, a text cell
/// its spaces.
pub(crate) fn number(text: &str) -> String {
    let text: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_cell_holds_name_duty_and_numbers() {
        for (text, name, duty, mobile, phone) in [
            (
                "赵子振（副总）\n15400003286",
                "赵子振",
                Some("副总"),
                "15400003286",
                None,
            ),
            (
                "蒋东晖 董事长 15400002346",
                "蒋东晖",
                Some("董事长"),
                "15400002346",
                None,
            ),
            (
                "戚新志15400005267、0531-00005267",
                "戚新志",
                None,
                "15400005267",
                Some("0531-00005267"),
            ),
            (
                "王文总经理 15400006616",
                "王文",
                Some("总经理"),
                "15400006616",
                None,
            ),
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some(name), "{text}");
            assert_eq!(person.duty.as_deref(), duty, "{text}");
            assert_eq!(person.mobile.as_deref(), Some(mobile), "{text}");
            assert_eq!(person.phone.as_deref(), phone, "{text}");
            assert!(!person.more, "{text}");
        }
        assert!(split("张三15400000001、李四15400000002").more);
    }
}
