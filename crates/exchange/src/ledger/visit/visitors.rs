//! A firm and those who came from it, or were met there, in one cell, under
//! 来访单位及人员 or 对接企业及负责人: `甲公司 总经理 包建国`, `乙集团副总裁席远`.

use suoji_model::{Cell, Value};

use crate::cells::{duty, person};
use crate::ledger::line::Line;
use crate::ledger::names::firms;
use crate::ledger::people::firm_with_person;
use crate::ledger::words::target;
use crate::table::Target;

const FIRM: Target = target("visit", "enterprise");
const PEOPLE: Target = target("visit", "their_people");
const DUTY: Target = target("visit", "their_duty");
const PHONE: Target = target("visit", "their_phone");

/// How the names of those who are visited or come end; 企业负责人 is a duty.
fn endings() -> impl Iterator<Item = &'static &'static str> {
    firms::ENDINGS.iter().filter(|ending| **ending != "企业")
}

/// Takes the duty off the firm under 企业及职务, where the name of who came has a
/// column of its own: `甲公司董事长`, `乙精密 副总裁`.
fn without_duty(line: &mut Line<'_>) {
    let column = line.column_of(FIRM);
    if !column.is_some_and(|column| column.column.head.contains("职务")) {
        return;
    }
    let said = line.text_of(FIRM);
    let by_form = line.text(FIRM).and_then(apart);
    let by_sign = || said.trim().split_once([' ', '\u{3000}', '\n']);
    let Some((firm, duty)) = by_form.or_else(by_sign) else {
        return;
    };
    let (firm, duty) = (firm.trim().to_owned(), duty.trim().to_owned());
    if !duty::is_duty(&duty) {
        return;
    }
    line.set(FIRM, Value::Text(firm));
    if *line.get(DUTY) == Cell::Blank {
        line.set(DUTY, Value::Text(duty));
    }
}

/// Takes whom a number tells apart from the firm, under whatever heading:
/// `甲技术（副总裁 刘敏 154…）`. Where there are more, all stays in the note.
fn with_number(line: &mut Line<'_>) {
    let Some((column, firm, person)) = firm_with_person(line, FIRM) else {
        return;
    };
    line.set(FIRM, Value::Text(firm));
    let fields = [PEOPLE, DUTY, PHONE];
    let is_free = fields.iter().all(|field| *line.get(*field) == Cell::Blank);
    if !is_free || !person.more.is_empty() {
        return line.append(column, target("visit", "note"));
    }
    let texts = [person.name, person.duty, person.mobile.or(person.phone)];
    for (field, text) in fields.into_iter().zip(texts) {
        if let Some(text) = text {
            line.set(field, Value::Text(text));
        }
    }
}

/// Keeps the firm as such, and the people in fields of their own.
pub(super) fn parted(line: &mut Line<'_>) {
    with_number(line);
    without_duty(line);
    people_with_duty(line);
    let told = line.column_of(FIRM).is_some_and(|column| {
        let head = &column.column.head;
        [
            "人员",
            "姓名",
            "来客",
            "来访客商",
            "负责人",
            "联系人",
            "对接人",
            "洽谈对象",
            "会见对象",
            "会谈对象",
            "会见人",
        ]
        .iter()
        .any(|word| head.contains(word))
    });
    if !told || *line.get(PEOPLE) != Cell::Blank {
        return;
    }
    let said = line.text_of(FIRM);
    let found = line.text(FIRM).and_then(apart);
    let Some((firm, people)) = found.or_else(|| guest(&said)) else {
        return without_firm(line);
    };
    let (firm, people) = (firm.to_owned(), people.to_owned());
    line.set(FIRM, Value::Text(firm));
    let person = person::split(&people);
    match person.name.filter(|_| person.more.is_empty()) {
        Some(name) => line.set(PEOPLE, Value::Text(name)),
        None => return line.set(PEOPLE, Value::Text(people)),
    }
    if let Some(duty) = person.duty.filter(|_| *line.get(DUTY) == Cell::Blank) {
        line.set(DUTY, Value::Text(duty));
    }
}

/// The duty of the one who was met, beside the name under 对方人员及职务:
/// `王强 总监`, `王强（董事长）`. Of several each keeps theirs.
fn people_with_duty(line: &mut Line<'_>) {
    let column = line.column_of(PEOPLE);
    let asks = column.is_some_and(|column| {
        let head = &column.column.head;
        head.contains("职务") || head.contains("职位")
    });
    if !asks || line.column_of(DUTY).is_some() || *line.get(DUTY) != Cell::Blank {
        return;
    }
    let several = ['、', '，', ',', '；', ';', '\n', '/', '等'];
    let said = line.text_of(PEOPLE);
    if said.trim().contains(several) {
        return;
    }
    let person = person::split(&said);
    let is_plain = person.more.is_empty() && person.mobile.is_none() && person.phone.is_none();
    let (Some(name), Some(duty)) = (person.name.filter(|_| is_plain), person.duty) else {
        return;
    };
    line.set(PEOPLE, Value::Text(name));
    line.set(DUTY, Value::Text(duty));
}

/// Guests of whom no firm is told are no firm: `浙江客商 吕总一行`.
fn without_firm(line: &mut Line<'_>) {
    let is_there = *line.get(target("visit", "place")) != Cell::Blank;
    let guests = line.text(FIRM).filter(|text| text.ends_with("一行"));
    if let Some(guests) = guests.filter(|_| is_there).map(str::to_owned) {
        line.cells.remove(&FIRM);
        line.set(PEOPLE, Value::Text(guests));
    }
}

/// A firm by its short name before a space, and who came: `甲微电子 吴总`.
fn guest(text: &str) -> Option<(&str, &str)> {
    const BY: &[&str] = &["总", "董", "经理", "主任", "会长", "先生", "女士"];
    const NO_FIRM: &[&str] = &["客商", "代表团", "考察团", "团", "等"];
    let (firm, people) = text.trim().split_once([' ', '\u{3000}', '\n'])?;
    let (firm, people) = (firm.trim(), people.trim());
    let bare = people.strip_suffix("一行").unwrap_or(people);
    let is_person = bare.chars().count() <= 5 && BY.iter().any(|by| bare.ends_with(by));
    let is_firm = !NO_FIRM.iter().any(|end| firm.ends_with(end));
    (is_person && is_firm && firm.chars().count() >= 3).then_some((firm, people))
}

/// The firm, which ends before a space or with its form, and the rest.
fn apart(text: &str) -> Option<(&str, &str)> {
    let is_firm = |text: &str| endings().any(|ending| text.ends_with(ending));
    let signs = [' ', '\u{3000}', '\n', '，', ',', '：', ':'];
    let by_sign = text.split_once(signs).filter(|(firm, _)| is_firm(firm));
    let by_form = || {
        let ends = endings().filter_map(|ending| Some(text.rfind(ending)? + ending.len()));
        ends.max().map(|end| text.split_at(end))
    };
    let (firm, people) = by_sign.or_else(by_form)?;
    let people = people.trim_matches(['(', ')', '（', '）', ' ']);
    let is_plain = !people.is_empty() && !people.contains("公司");
    is_plain.then_some((firm.trim(), people))
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn the_people_stand_behind_their_firm() {
        for (text, wanted) in [
            ("甲公司 总经理 包建国", Some(("甲公司", "总经理 包建国"))),
            ("乙集团副总裁席远", Some(("乙集团", "副总裁席远"))),
            ("丙集团有限公司（王强）", Some(("丙集团有限公司", "王强"))),
            ("丁公司、戊公司", None),
            ("己公司，庚公司 王强", None),
            ("王强", None),
        ] {
            assert_eq!(apart(text), wanted, "{text}");
        }
    }
}
