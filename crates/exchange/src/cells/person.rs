//! A person, a duty and telephone numbers in one cell.

use super::duty;
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
    /// The name at WeChat, where it is no telephone number.
    pub(crate) wechat: Option<String>,
    /// Further persons and numbers, as text.
    pub(crate) more: Vec<String>,
}

/// What stands between two words, by how far it keeps them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    /// Spaces.
    Space,
    /// A sign that may stand between a name and a duty.
    Mark,
    /// A sign or a number behind which another person may follow.
    Hard,
}

impl Gap {
    fn of(c: char) -> Option<Self> {
        match c {
            '、' | ',' | ';' | '/' | '\n' => Some(Self::Hard),
            '(' | ')' | ':' => Some(Self::Mark),
            c => c.is_whitespace().then_some(Self::Space),
        }
    }
}

/// Whether signs hide part of a number, as exports of personal data do.
pub(crate) fn is_masked(text: &str) -> bool {
    text.contains("**")
}

/// Whether a spreadsheet wrote a number into text by its first digits and how
/// many follow: `1.54E+10`.
pub(crate) fn is_cut_short(text: &str) -> bool {
    let text = fold(text).to_ascii_uppercase();
    let (first, follow) = text.trim().split_once("E+").unwrap_or_default();
    let are = |text: &str, also: &[char]| {
        let mut signs = text.chars();
        !text.is_empty() && signs.all(|sign| sign.is_ascii_digit() || also.contains(&sign))
    };
    are(first, &['.']) && are(follow, &[])
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
    let (text, wechat) = without_wechat(without_masked(&unbroken(&fold(text))));
    let mut people = vec![Person::default()];
    let mut word = String::new();
    let mut rest = text.as_str();
    let mut gap = Gap::Space;
    while let Some(c) = rest.chars().next() {
        let (number, after) = telephone(rest);
        if !number.is_empty() {
            take_word(&mut people, &mut word, gap);
            take_number(&mut people, number);
            (rest, gap) = (after, Gap::Hard);
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if let Some(next) = Gap::of(c) {
            let taken = take_word(&mut people, &mut word, gap);
            gap = if taken { next } else { gap.max(next) };
        } else {
            word.push(c);
        }
    }
    take_word(&mut people, &mut word, gap);
    let mut people = people.into_iter().map(Person::called);
    let mut first = people.next().unwrap_or_default();
    first.more.extend(people.map(Person::shown));
    first.wechat = wechat;
    first
}

/// A text without the line breaks inside names: no name is of one character, so
/// that `赵↵子振` and `赵子↵振` are one.
fn unbroken(text: &str) -> String {
    let is_sign = |sign: &char| !sign.is_ascii() && sign.is_alphabetic();
    let word = |line: &str| line.chars().take_while(is_sign).count();
    let is_word = |line: &str| line.chars().all(|sign| is_sign(&sign));
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(str::trim) {
        match lines.last_mut() {
            Some(last) if is_word(last) && word(last).min(word(line)) == 1 => last.push_str(line),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}

/// The text without `微信 kg123`, and the name at WeChat.
fn without_wechat(text: String) -> (String, Option<String>) {
    const SIGN: &str = "微信";
    let Some((before, after)) = text.split_once(SIGN) else {
        return (text, None);
    };
    let after = after.trim_start_matches(['号', ':', ' ']);
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let end = after.find(|c: char| !is_of_name(c)).unwrap_or(after.len());
    let (name, rest) = after.split_at(end);
    let is_name = name.len() >= 5 && name.contains(|c: char| c.is_ascii_alphabetic());
    match is_name {
        true => (format!("{before} {rest}"), Some(name.to_owned())),
        false => (text, None),
    }
}

impl Person {
    fn shown(self) -> String {
        let parts = [self.name, self.duty, self.mobile, self.phone];
        let parts: Vec<String> = parts.into_iter().flatten().chain(self.more).collect();
        parts.join(" ")
    }

    /// A person of whom only the duty is known is called by it.
    fn called(mut self) -> Self {
        if self.name.is_none() {
            self.name = self.duty.take();
        }
        self
    }

    fn is_reached(&self) -> bool {
        self.mobile.is_some() || self.phone.is_some()
    }

    /// Whether the next word is about somebody else.
    fn is_over(&self, gap: Gap) -> bool {
        self.name.is_some() || self.duty.is_some() && self.is_reached() && gap == Gap::Hard
    }

    /// Takes a word as a duty, or as more of a name; `false` when it is
    /// neither.
    fn goes_on(&mut self, word: &str, gap: Gap) -> bool {
        let is_duty = duty::is_duty(word);
        match (&mut self.name, &mut self.duty) {
            (_, Some(duty)) if duty::is_latin_duty(word) && gap == Gap::Space => {
                duty.push(' ');
                duty.push_str(word);
            }
            (Some(name), _) if gap == Gap::Space && !is_duty && both_latin(name, word) => {
                name.push(' ');
                name.push_str(word);
            }
            (Some(_), duty @ None) if is_duty || gap < Gap::Hard => *duty = Some(word.to_owned()),
            (None, duty @ None) if duty::leads(word) => *duty = Some(word.to_owned()),
            (None, Some(duty)) if duty::leads(word) && self.mobile.is_none() => {
                duty.push('、');
                duty.push_str(word);
            }
            _ => return false,
        }
        true
    }
}

/// Whether two words are parts of one name in Latin letters: `Wang Lin`.
fn both_latin(name: &str, word: &str) -> bool {
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{250}' || " .-'".contains(c);
    name.chars().chain(word.chars()).all(is_latin)
}

/// Takes a word as a name or a duty; `false` when there was none.
fn take_word(people: &mut Vec<Person>, word: &mut String, gap: Gap) -> bool {
    let word = std::mem::take(word);
    let word = duty::unlabelled(&word);
    let Some(person) = people.last_mut().filter(|_| !word.is_empty()) else {
        return false;
    };
    if person.goes_on(word, gap) {
        return true;
    }
    if person.is_over(gap) {
        people.push(Person::default());
    }
    if let Some(person) = people.last_mut() {
        let (name, duty) = duty::apart(word);
        person.name = Some(name.to_owned());
        person.duty = person.duty.take().or(duty.map(str::to_owned));
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
    fn a_line_may_break_inside_a_name() {
        for text in ["赵\n子振（副总）", "赵子\n振（副总）", "赵\n子\n振\n副总"]
        {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some("赵子振"), "{text}");
            assert_eq!(person.duty.as_deref(), Some("副总"), "{text}");
        }
        assert_eq!(split("赵子振\n王强").more, ["王强"]);
    }

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
    fn the_duty_stands_before_the_name() {
        for (text, name, duty) in [
            ("总经理 尤力 15400000201", "尤力", "总经理"),
            ("董事长：柏松 15400000202", "柏松", "董事长"),
            ("副总经理刘洋 15400000208", "刘洋", "副总经理"),
            ("投资部总监欧阳春15400000208", "欧阳春", "投资部总监"),
            ("亚太区总裁 Smith 15400000208", "Smith", "亚太区总裁"),
            ("董事长、总经理 尤力 15400000201", "尤力", "董事长、总经理"),
            ("戚博士，首席科学家，15400000103", "戚博士", "首席科学家"),
            ("姓名：崔健，职务：经理，手机：15400000207", "崔健", "经理"),
            (
                "Tom Lee General Manager 15400000303",
                "Tom Lee",
                "General Manager",
            ),
            ("CEO Tom Lee 15400000303", "Tom Lee", "CEO"),
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some(name), "{text}");
            assert_eq!(person.duty.as_deref(), Some(duty), "{text}");
            assert!(person.mobile.is_some() && person.more.is_empty(), "{text}");
        }
    }

    #[test]
    fn a_name_at_wechat_is_no_duty() {
        for text in [
            "孔工 微信 kg12345",
            "孔工，微信号：kg12345",
            "孔工(微信kg12345)",
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some("孔工"), "{text}");
            assert_eq!(person.wechat.as_deref(), Some("kg12345"), "{text}");
            assert_eq!((person.duty, person.more), (None, vec![]), "{text}");
        }
    }

    #[test]
    fn some_have_a_name_and_no_duty() {
        for (text, name) in [
            ("联系人：戚薇，电话：15400000204", "戚薇"),
            ("联系人戚薇 手机15400000204（微信同号）", "戚薇"),
            ("戚薇电话：15400000204", "戚薇"),
            ("Wang Lin 15400000011", "Wang Lin"),
            ("总经理 15400000011", "总经理"),
            ("欧阳总 15400000074", "欧阳总"),
        ] {
            let person = split(text);
            assert_eq!(person.name.as_deref(), Some(name), "{text}");
            assert_eq!(person.duty, None, "{text}");
            assert!(person.mobile.is_some() && person.more.is_empty(), "{text}");
        }
        let person = split("周部长15400000033；吴经理15400000034");
        assert_eq!(person.name.as_deref(), Some("周部长"));
        assert_eq!(person.more, ["吴经理 15400000034"]);
        let person = split("经理15400000033；总监15400000034");
        assert_eq!(person.name.as_deref(), Some("经理"));
        assert_eq!(person.more, ["总监 15400000034"]);
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
