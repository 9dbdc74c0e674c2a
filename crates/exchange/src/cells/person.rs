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
    /// Further persons and numbers, as text.
    pub(crate) more: Vec<String>,
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

/// Whether signs hide part of a number, as exports of personal data do.
pub(crate) fn is_masked(text: &str) -> bool {
    text.contains("**")
}

/// A text without the numbers in it that are shown in part only.
fn without_masked(text: &str) -> String {
    if !is_masked(text) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    let hides = |c: char| c.is_ascii_digit() || c == '*';
    while let Some(start) = rest.find(hides) {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|c: char| !hides(c) && c != '-')
            .unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        kept.push_str(before);
        if !is_masked(run) {
            kept.push_str(run);
        }
        rest = after;
    }
    kept + rest
}

/// Splits a cell such as `赵子振（副总）↵15400003286` into its first person and
/// what else it holds.
///
/// A number that is shown in part only says nothing.
pub(crate) fn split(text: &str) -> Person {
    let text = without_masked(&fold(text));
    let mut people = vec![Person::default()];
    let mut word = String::new();
    let mut rest = text.as_str();
    // Whether the next word may be another person rather than a duty.
    let mut apart = false;
    while let Some(c) = rest.chars().next() {
        let (number, after) = telephone(rest);
        if !number.is_empty() {
            take_word(&mut people, &mut word, apart);
            take_number(&mut people, number);
            (rest, apart) = (after, true);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c.is_whitespace() || "()、,;/:".contains(c) {
            let taken = take_word(&mut people, &mut word, apart);
            let hard = "、,;/".contains(c) || c == '\n';
            apart = if taken { hard } else { apart || hard };
        } else {
            word.push(c);
        }
    }
    take_word(&mut people, &mut word, apart);
    let mut people = people.into_iter();
    let mut first = people.next().unwrap_or_default();
    first.more.extend(people.map(Person::shown));
    first
}

impl Person {
    fn shown(self) -> String {
        let parts = [self.name, self.duty, self.mobile, self.phone];
        let parts: Vec<String> = parts.into_iter().flatten().chain(self.more).collect();
        parts.join(" ")
    }
}

/// Takes a word as a name or a duty; `false` when there was none.
fn take_word(people: &mut Vec<Person>, word: &mut String, apart: bool) -> bool {
    let word = std::mem::take(word);
    let Some(person) = people.last_mut().filter(|_| !word.is_empty()) else {
        return false;
    };
    let is_duty = DUTIES.contains(&word.as_str());
    if person.name.is_some() && person.duty.is_none() && (is_duty || !apart) {
        person.duty = Some(word);
        return true;
    }
    if person.name.is_some() {
        people.push(Person::default());
    }
    let joined = DUTIES
        .iter()
        .find_map(|duty| Some((word.strip_suffix(duty)?, *duty)))
        // 王总 is how the person is called, not a name and a duty.
        .filter(|(name, _)| name.chars().count() >= 2);
    let (name, duty) = match joined {
        Some((name, duty)) => (name.to_owned(), Some(duty.to_owned())),
        None => (word, None),
    };
    if let Some(person) = people.last_mut() {
        (person.name, person.duty) = (Some(name), duty);
    }
    true
}

fn take_number(people: &mut [Person], number: String) {
    let Some(person) = people.last_mut() else {
        return;
    };
    let mobile = number.len() == 11 && number.starts_with('1');
    let place = if mobile {
        &mut person.mobile
    } else {
        &mut person.phone
    };
    match place {
        Some(_) => person.more.push(number),
        None => *place = Some(number),
    }
}

/// The telephone number that `text` begins with: at least seven digits, with
/// hyphens or spaces between groups.
fn telephone(text: &str) -> (String, &str) {
    if let Some(found) = mobile(text).or_else(|| landline(text)) {
        return found;
    }
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

/// A mobile number, written in groups or behind the country's code:
/// `+86-154 0000 0001`.
fn mobile(text: &str) -> Option<(String, &str)> {
    let gap = [' ', '-'];
    let bare = ["+86", "0086", "86-", "86 "]
        .iter()
        .find_map(|code| text.strip_prefix(code))
        .unwrap_or(text)
        .trim_start_matches(gap);
    let (mut digits, mut rest) = (String::new(), bare);
    for group in [3, 4, 4] {
        if !digits.is_empty() {
            rest = rest.strip_prefix(gap).unwrap_or(rest);
        }
        let taken = rest.get(..group)?;
        if !taken.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.push_str(taken);
        rest = &rest[group..];
    }
    let ends = !rest.starts_with(|c: char| c.is_ascii_digit());
    (digits.starts_with('1') && ends).then_some((digits, rest))
}

/// A number whose area stands in brackets: `(0531)00001234`.
fn landline(text: &str) -> Option<(String, &str)> {
    let (area, rest) = text.strip_prefix('(')?.split_once(')')?;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start_matches([' ', '-']);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let fits = area.starts_with('0') && (3..=4).contains(&area.len()) && is_digits(area);
    (fits && (7..=8).contains(&end)).then(|| (format!("{area}-{}", &rest[..end]), &rest[end..]))
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
    fn a_number_shown_in_part_says_nothing() {
        let person = split("赵子振 副总 154****3286");
        assert_eq!(person.name.as_deref(), Some("赵子振"));
        assert_eq!(person.duty.as_deref(), Some("副总"));
        assert_eq!((person.mobile, person.phone), (None, None));
        assert!(person.more.is_empty());
        let person = split("053*-****5678、15400003286");
        assert_eq!(person.mobile.as_deref(), Some("15400003286"));
        assert!(person.more.is_empty() && person.name.is_none());
    }

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
            assert!(person.more.is_empty(), "{text}");
        }
        for text in [
            "张三15400000001、李四15400000002",
            "张三15400000001/李四 15400000002",
            "张三 15400000001\n李四 15400000002",
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some("张三"), "{text}");
            assert_eq!(person.duty, None, "{text}");
            assert_eq!(person.more, ["李四 15400000002"], "{text}");
        }
        for (text, number) in [
            ("张三 154 0000 0001", "15400000001"),
            ("张三+86-15400000001", "15400000001"),
            ("张三 (0531)00001234", "0531-00001234"),
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some("张三"), "{text}");
            let found = person.mobile.or(person.phone);
            assert_eq!(found.as_deref(), Some(number), "{text}");
        }
        let person = split("张三 15400000001、15400000002");
        assert_eq!(person.more, ["15400000002"]);
    }
}
