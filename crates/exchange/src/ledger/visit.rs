//! Rows of a visit ledger (拜访接待记录).

pub(crate) mod attendants;
pub(crate) mod no_visit;
mod visitors;
pub(crate) mod week;

use chrono::Datelike;
use suoji_model::{Cell, Value};

use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::{Context, Reading, date, duty, person, surname};
use crate::ledger::line::Line;
use crate::ledger::people::office;
use crate::ledger::under;
use crate::ledger::words::target;
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

pub(super) const DATE: Target = target("visit", "visit_date");
const PLACE: Target = target("visit", "place");
const ENTERPRISE: Target = target("visit", "enterprise");
pub(super) const END: Target = target("visit", "end_date");
const DUE: Target = target("visit", "due_date");

/// A visit of several days has them in one cell: `3月6日-8日`.
fn dates(line: &mut Line<'_>) {
    let Some(column) = line.column_of(DATE) else {
        return;
    };
    let context = line.context(column);
    let Some(reading) = line.reading(column, DATE, context) else {
        return;
    };
    let unread = reading.cell == Cell::Blank && !reading.findings.is_empty();
    let ends = *line.get(END) != Cell::Blank;
    match date::span(line.raw(column), context).filter(|_| unread && !ends) {
        Some((from, to)) => {
            line.keep(column, DATE, from);
            line.keep(column, END, to);
        }
        // A person who is asked for the year says that of both days.
        None if unread && !ends && lacks_year(line.raw(column), context) => {
            line.keep(column, DATE, Reading::refused("year_unknown"));
        }
        None if unread && week::named_day(line, column) => {}
        None => line.keep(column, DATE, reading),
    }
}

/// Whether a cell holds two days that only lack their year: `5.6-5.9`.
fn lacks_year(raw: &Raw, context: Context) -> bool {
    let any = Some(2000);
    context.year.is_none()
        && date::span(
            raw,
            Context {
                year: any,
                ..context
            },
        )
        .is_some()
}

/// A day for what was promised that leaves out its year is in that of the
/// visit, or in the next where it would lie before it: `1月10日` behind a visit
/// in December.
fn due(line: &mut Line<'_>) {
    let Some(column) = line.column_of(DUE) else {
        return;
    };
    let context = line.context(column);
    let of = |year| line.reading(column, DUE, Context { year, ..context });
    let visited = match line.get(DATE) {
        Cell::Known(Value::Date(date), _) => Some(date.start()),
        _ => None,
    };
    let own = of(context.year);
    let supposed = visited.and_then(|visited| {
        let (this, next) = (of(Some(visited.year()))?, of(Some(visited.year() + 1))?);
        let is_past = matches!(&this.cell, Cell::Known(Value::Date(due), _) if due.end() < visited);
        // A day that says its own year is the same in any.
        let supposed = if is_past { &next } else { &this };
        (this.cell != next.cell).then(|| supposed.clone())
    });
    if let Some(reading) = supposed.or(own) {
        line.keep(column, DUE, reading);
    }
}

/// Reads one row; whom or where must be known.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(|target| target == DATE || target == DUE);
    dates(&mut line);
    week::day(&mut line);
    due(&mut line);
    of_enterprise(&mut line);
    heads_counted(&mut line);
    visitors::parted(&mut line);
    side_by_side(&mut line);
    attendants::join(&mut line);
    led_by(&mut line);
    numbers(&mut line);
    under::visit(&mut line);
    of_many(&mut line);
    office(&mut line, target("visit", "resident_office"));
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}

/// A trip that only says how many firms it led to is one row, and counts once:
/// that is told.
fn of_many(line: &mut Line<'_>) {
    const HEADS: &[&str] = &[
        "企业数",
        "企业数量",
        "企业家数",
        "企业个数",
        "走访家数",
        "拜访家数",
    ];
    let columns = line.frame.columns.iter();
    let mut counting = columns.filter(|column| {
        let head = tight(&column.column.head);
        let head = head.split('(').next().unwrap_or_default();
        HEADS.iter().any(|words| head.ends_with(words))
    });
    let many = counting.find(|column| {
        let text = tight(&line.raw(column).display());
        let digits = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        text[..digits].parse::<u32>().is_ok_and(|count| count > 1)
    });
    if many.is_some() {
        line.report(many, None, "visit_of_many", Level::Should);
    }
}

/// How many came, behind the name of whom they came from: `甲公司（5人）`.
/// So may that of the first of those who came, who keeps it: `王会长等12人`.
fn heads_counted(line: &mut Line<'_>) {
    let (people, heads) = (
        target("visit", "their_people"),
        target("visit", "head_count"),
    );
    let of_firm = line.text(ENTERPRISE).and_then(parted);
    let counted = of_firm.or_else(|| line.text(people).and_then(parted));
    let Some((_, count)) = counted else {
        return;
    };
    if let Some((name, _)) = of_firm {
        let name = Value::Text(name.to_owned());
        line.set(ENTERPRISE, name);
    }
    if *line.get(heads) == Cell::Blank {
        line.set(heads, Value::Number(count));
    }
}

/// A name and the number of people behind it.
fn parted(text: &str) -> Option<(&str, i64)> {
    let counted = text.trim_end_matches([')', '）']).strip_suffix('人')?;
    let name = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    let count = counted[name.len()..].parse().ok()?;
    let signs = ['(', '（', ' ', '，', ',', '、'];
    let bare = name.trim_end_matches(signs);
    let words = ["一行", "等", "共"];
    let told = words.iter().find_map(|word| bare.strip_suffix(word));
    let ends = ["公司", "集团", "协会", "商会"]
        .iter()
        .any(|end| bare.ends_with(end));
    let apart = bare.len() < name.len() || told.is_some() || ends;
    let bare = told.unwrap_or(bare).trim_end_matches(signs);
    (apart && !bare.is_empty()).then_some((bare, count))
}

/// Several people, or their duties, each in a line of the cell.
fn side_by_side(line: &mut Line<'_>) {
    let of_people = |lines: &[&str]| lines.iter().all(|one| surname::is_name(one));
    let of_duties = |lines: &[&str]| lines.iter().all(|one| duty::is_duty(one));
    for field in ["their_people", "their_duty", "our_people"] {
        let field = target("visit", field);
        let text = line.text_of(field);
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let of_both = field.field != "their_duty" && lines.iter().all(|one| is_one(one));
        if lines.len() > 1 && (of_people(&lines) || of_duties(&lines) || of_both) {
            line.set(field, Value::Text(lines.join("、")));
        }
    }
}

/// Who leads, beside the duty: `县长 李明`, `李明（副局长）`. The whole cell stays in
/// the note.
fn led_by(line: &mut Line<'_>) {
    let field = target("visit", "leader");
    let Some(column) = line.column_of(field) else {
        return;
    };
    let Some(text) = line.text(field) else {
        return;
    };
    let person = person::split(text);
    if let (Some(name), Some(_), true) = (person.name, person.duty, person.more.is_empty()) {
        line.set(field, Value::Text(name));
        line.append(column, target("visit", "note"));
    }
}

/// Whether a line is of one person: `周涛 总经理`.
fn is_one(line: &str) -> bool {
    let person = person::split(line);
    person.name.is_some() && person.more.is_empty()
}

/// Name, duty and number of the one person whom the cell names: `刘敏 副总
/// 154…`; of several all stays as it is.
fn numbers(line: &mut Line<'_>) {
    let (people, duty, phone) = (
        target("visit", "their_people"),
        target("visit", "their_duty"),
        target("visit", "their_phone"),
    );
    let Some(text) = line.text(people) else {
        return;
    };
    let person = person::split(text);
    let numbers: Vec<String> = [person.mobile, person.phone]
        .into_iter()
        .flatten()
        .collect();
    let is_free = |field| *line.get(field) == Cell::Blank;
    if person.name.is_none() && person.duty.is_none() && !numbers.is_empty() && is_free(phone) {
        // A number alone is nobody's name.
        line.cells.remove(&people);
        return line.set(phone, Value::Text(numbers.join("、")));
    }
    let fits = is_free(phone) && (person.duty.is_none() || is_free(duty));
    let Some(name) = person.name.filter(|_| fits && person.more.is_empty()) else {
        return;
    };
    if numbers.is_empty() {
        return;
    }
    line.set(people, Value::Text(name));
    line.set(phone, Value::Text(numbers.join("、")));
    if let Some(text) = person.duty {
        line.set(duty, Value::Text(text));
    }
}

/// One column for parks, enterprises and associations: a company's name in it
/// is the enterprise.
fn of_enterprise(line: &mut Line<'_>) {
    let Some(column) = line.column_of(PLACE) else {
        return;
    };
    if *line.get(ENTERPRISE) != Cell::Blank || !column.column.head.contains("企业") {
        return;
    }
    let named = line.text(PLACE).filter(|name| {
        let ends = ["公司", "集团", "厂", "股份", "药业", "科技"];
        ends.iter().any(|end| name.ends_with(end))
    });
    if let Some(name) = named.map(str::to_owned) {
        line.set(ENTERPRISE, Value::Text(name));
        line.cells.remove(&PLACE);
    }
}
