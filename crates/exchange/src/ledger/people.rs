//! Contacts: name, duty and numbers from their columns, or from one cell for
//! all.

pub(in crate::ledger) mod answering;
mod reached;

use suoji_model::{Cell, Value};

use crate::cells::text::tidy;
use crate::cells::{null, person};
use crate::ledger::columns::Mapped;
use crate::ledger::heads::ours::is_of_ours;
use crate::ledger::line::Line;
use crate::ledger::names;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

/// Fields that need more than their own cell.
pub(super) fn is_contact(target: Target) -> bool {
    matches!(
        (target.kind, target.field),
        ("contact", "name" | "mobile" | "phone")
    )
}

/// Reads the contact of a row.
pub(super) fn contact(line: &mut Line<'_>) {
    let put = |line: &mut Line<'_>, field: &'static str, text: Option<String>| {
        let target = target("contact", field);
        if let Some(text) = text.filter(|_| *line.get(target) == Cell::Blank) {
            line.set(target, Value::Text(text));
        }
    };
    if let Some(column) = line.column(Role::Person) {
        let raw = line.raw(column);
        if null::read(raw).is_none() {
            let person = person::split(&raw.display());
            if !person.more.is_empty() {
                line.report(Some(column), None, "more_than_one_contact", Level::Should);
            }
            others(line, &person.more);
            put(line, "name", person.name);
            put(line, "duty", person.duty);
            put(line, "mobile", person.mobile);
            put(line, "phone", person.phone);
            put(line, "wechat", person.wechat);
        }
    }
    for field in ["name", "mobile", "phone"] {
        let Some(column) = line.column_of(target("contact", field)) else {
            continue;
        };
        let raw = line.raw(column);
        if null::read(raw).is_some() {
            continue;
        }
        let text = reached::without_address(line, &raw.display());
        if text.is_empty() {
            continue;
        }
        let person = person::split(&text);
        others(line, &person.more);
        let several = !person.more.is_empty() || person.mobile.is_some() && person.phone.is_some();
        if several {
            line.report(Some(column), None, "more_than_one_contact", Level::Should);
        }
        if field == "name" && person.mobile.is_none() && person.phone.is_none() {
            // A name in brackets or with a title stays as it was written
            // unless the title is plainly one.
            let name = person.name.unwrap_or_else(|| tidy(&text, false));
            put(line, "name", Some(name));
            put(line, "duty", person.duty);
            continue;
        }
        let known = person.mobile.is_some() || person.phone.is_some();
        put(line, "name", person.name);
        put(line, "duty", person.duty);
        put(line, "mobile", person.mobile);
        put(line, "phone", person.phone);
        // A name alone is no number, nor is one at WeChat.
        let known = known || person.wechat.is_some() || !text.contains(char::is_numeric);
        put(line, "wechat", person.wechat);
        if known || field == "name" || person::is_masked(&text) {
            continue;
        }
        match person::is_cut_short(&text) {
            true => line.report(Some(column), None, "telephone_cut_short", Level::Should),
            false => put(line, field, Some(person::number(&text))),
        }
    }
    reached::behind_duty(line);
    nameless(line);
}

/// What is told once of a table that has numbers and no column of names.
pub(super) const NO_COLUMN: &str = "contact_column_missing";

/// A contact is kept by the name: a number alone is nobody's.
fn nameless(line: &mut Line<'_>) {
    let is_known = |field| *line.get(target("contact", field)) != Cell::Blank;
    if is_known("name") || !is_known("mobile") && !is_known("phone") {
        return;
    }
    let of = |field| line.column_of(target("contact", field));
    let person = line.column(Role::Person);
    let columns = [person, of("mobile"), of("phone"), of("name")];
    let mut columns = columns.into_iter().flatten();
    let column = columns.find(|column| !line.raw(column).is_blank());
    // A number right of one of our people is theirs.
    let is_beside = |one: &Mapped| column.is_some_and(|own| own.number == one.number + 1);
    let mut ours = line.frame.columns.iter();
    if ours.any(|one| is_beside(one) && one.role.is_some_and(is_of_ours)) {
        return;
    }
    let is_asked = person.or(of("name")).is_some();
    match is_asked {
        true => line.report(column, None, "contact_without_name", Level::Should),
        false => line.report(column, None, NO_COLUMN, Level::Info),
    }
}

/// A person with a number in the cell of the firm, `甲公司 王强 138…`: the firm
/// is what stands before, and the rest its contact.
pub(super) fn beside_firm(line: &mut Line<'_>, field: Target) {
    let Some((_, firm, person)) = firm_with_person(line, field) else {
        return;
    };
    line.set(field, Value::Text(firm));
    others(line, &person.more);
    let found = [
        ("name", person.name),
        ("duty", person.duty),
        ("mobile", person.mobile),
        ("phone", person.phone),
    ];
    for (name, text) in found {
        let target = target("contact", name);
        if let Some(text) = text.filter(|_| *line.get(target) == Cell::Blank) {
            line.set(target, Value::Text(text));
        }
    }
}

/// The same where a ledger knows no contacts: the firm is kept apart, and the
/// whole cell with the remark.
pub(super) fn noted_beside_firm(line: &mut Line<'_>, field: Target, note: Target) {
    if let Some((column, firm, _)) = firm_with_person(line, field) {
        line.set(field, Value::Text(firm));
        line.append(column, note);
    }
}

/// The column of a firm, and the firm and the person with a number in its cell.
pub(super) fn firm_with_person<'a>(
    line: &Line<'a>,
    field: Target,
) -> Option<(&'a Mapped, String, person::Person)> {
    let column = line.column_of(field)?;
    let text = line.raw(column).display();
    let (firm, rest) = firm_and_person(&text)?;
    let person = person::split(rest);
    let is_called = person.mobile.is_some() || person.phone.is_some();
    is_called.then(|| (column, tidy(firm, false), person))
}

/// The firm at the start of a cell that ends with a person's number.
fn firm_and_person(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < 7 {
        return None;
    }
    let breaks = [' ', '\n', '\r', '\u{3000}', '，', ',', '；', ';', '/'];
    // 甲公司（李某，154…）, but not 甲（江苏）公司 李某 154….
    let by_bracket = text.split_once(['(', '（']).filter(|(_, rest)| {
        let inside = rest.split([')', '）']).next().unwrap_or_default();
        inside.chars().filter(char::is_ascii_digit).count() >= 7
    });
    let by_break = by_bracket.or_else(|| text.split_once(breaks));
    let by_form = || {
        let forms = ["公司", "集团", "厂"];
        let end = forms
            .iter()
            .filter_map(|form| Some(text.find(form)? + form.len()));
        end.min().map(|end| text.split_at(end))
    };
    let (firm, rest) = by_break.or_else(by_form)?;
    let (firm, rest) = (
        firm.trim(),
        rest.trim_matches(['(', ')', '（', '）', ' ', '\n', '\r']),
    );
    let plain = !firm.is_empty() && !firm.contains(|c: char| c.is_ascii_digit());
    (plain && !rest.is_empty()).then_some((firm, rest))
}

/// Further persons and numbers of the cell stay in the contact's note.
fn others(line: &mut Line<'_>, more: &[String]) {
    if !more.is_empty() {
        let note = format!("另：{}", more.join("；"));
        line.set(target("contact", "note"), Value::Text(note));
    }
}

/// An office by one name, however its desk writes it: `上海驻点招商小组` is
/// `上海`.
pub(super) fn office(line: &mut Line<'_>, target: Target) {
    if let Some(name) = line.text(target).map(office_name) {
        line.set(target, Value::Text(name));
    }
}

/// Whether a name is a place with a word for those who are posted there.
pub(super) fn is_posted(name: &str) -> bool {
    names::is_place(&office_name(name))
}

/// A name without how many rows are of it: `招商一局（共2条）`.
fn without_count(name: &str) -> &str {
    let inner = |open: &str| -> Option<usize> {
        let at = open.rfind(['(', '（'])?;
        let count = open[at..].trim_start_matches(['(', '（', '共']);
        let count = count.strip_suffix(['个', '项', '家', '条', '件', '户', '宗'])?;
        let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
        digits.then_some(at)
    };
    let open = name.strip_suffix([')', '）']);
    let end = open.and_then(inner).unwrap_or(name.len());
    name[..end].trim_end()
}

/// The office's own name.
pub(super) fn office_name(name: &str) -> String {
    const ENDINGS: &[&str] = &[
        "驻点招商小组",
        "驻点招商组",
        "驻点办公室",
        "招商小组",
        "驻点小组",
        "驻点组",
        "驻点办",
        "驻点",
        "办事处",
    ];
    let name = without_count(name.trim());
    let bare = ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .map(|bare| bare.trim_start_matches('驻'))
        .filter(|bare| !bare.is_empty());
    if let Some(bare) = bare {
        return bare.to_owned();
    }
    // 泰州组 and 驻泰州 are those in 泰州, but 招商一组 is no place.
    const SHORT: &[&str] = &[
        "招商联络处",
        "招商联络站",
        "招商代表处",
        "联络处",
        "联络站",
        "代表处",
        "招商分局",
        "招商分中心",
        "招商中心",
        "招商处",
        "招商部",
        "招商组",
        "办公室",
        "工作组",
        "工作站",
        "专班",
        "片区",
        "小组",
        "组",
        "办",
        "站",
    ];
    let place = name.trim_start_matches('驻');
    let place = SHORT
        .iter()
        .find_map(|ending| place.strip_suffix(ending))
        .unwrap_or(place);
    match names::is_place(place) {
        true => place.to_owned(),
        false => name.to_owned(),
    }
}
