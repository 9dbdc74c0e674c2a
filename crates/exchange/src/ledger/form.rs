//! A form that lists are handed in on, learned from an empty or a filled one:
//! what stands around its table, its headings as they are, and what its
//! columns hold.

mod samples;
pub(crate) mod sections;

use std::ops::RangeInclusive;

use suoji_model::{Currency, Shape};

use crate::book::{Sheet, Workbook, letters};
use crate::cells::text::tight;
use crate::cells::unit::{Measure, Unit};
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::rows::{self, around};
use crate::ledger::understand::plan::{Plan, plans};
use crate::ledger::words::{Role, target};
use crate::options::{Mapping, Options};
use crate::table::Target;
use crate::write::{Align, DateLook, Span};
use samples::Samples;
use sections::FoundSections;

/// A form as it was found.
#[derive(Debug, Clone, Default)]
pub struct FoundForm {
    /// The sheet.
    pub sheet: String,
    /// The kind of record that a row tells of.
    pub kind: &'static str,
    /// Rows of texts above the headings; columns count from 0.
    pub top: Vec<Vec<Span>>,
    /// Rows of texts below the table.
    pub foot: Vec<Vec<Span>>,
    /// The columns, also those without a heading between others.
    pub columns: Vec<FoundColumn>,
    /// What the row of totals calls itself, and whether it stands above.
    pub total: Option<(String, bool)>,
    /// How its rows are put together; the column counts from 0.
    pub sections: Option<FoundSections>,
    /// How the form writes that there is nothing.
    pub nothing: Option<String>,
}

/// A column of a form.
#[derive(Debug, Clone, Default)]
pub struct FoundColumn {
    /// Its letters.
    pub letter: String,
    /// Its heading, one text for each row of headings, outermost first. An
    /// empty one means that the heading above goes on.
    pub heads: Vec<String>,
    /// What its cells hold.
    pub content: FoundContent,
    /// The unit of its numbers.
    pub unit: Option<&'static str>,
    /// Digits after the point.
    pub decimals: Option<u8>,
    /// How its dates are written.
    pub date: Option<DateLook>,
    /// How wide the file makes it, in characters.
    pub width: Option<u16>,
    /// How sure its content is, 0 to 100.
    pub confidence: u8,
    /// Why, as a code; its sentence stands under `match.<reason>`.
    pub reason: String,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FoundContent {
    /// Nobody knows.
    #[default]
    Unknown,
    /// The number of the row.
    Serial,
    /// Fields, joined by the text between them.
    Fields(Vec<Target>, &'static str),
    /// A mark where the field has this choice.
    Tick(Target, &'static str),
}

/// Rows searched for headings that nobody knows.
const MOST_ROWS: usize = 20;

/// Learns the form of the first sheet that has one, or of the named sheet.
/// `ledger` is what its rows are, when that is known; `header` the first and
/// last heading row, when somebody said.
pub fn learn(
    book: &Workbook,
    ledger: Option<&str>,
    sheet: Option<&str>,
    header: Option<(u32, u32)>,
) -> Option<FoundForm> {
    let shown = |one: &&Sheet| match sheet {
        Some(name) => one.name == name,
        None => !one.hidden && !one.rows.is_empty(),
    };
    let sheets = || book.sheets.iter().filter(shown);
    let mut own = Options::default();
    let mut forced = Options {
        ledger: ledger.map(str::to_owned),
        ..Options::default()
    };
    if header.is_some() {
        for one in sheets() {
            let mapping = Mapping {
                header_rows: header,
                ..Mapping::default()
            };
            forced.mappings.insert(one.name.clone(), mapping.clone());
            own.mappings.insert(one.name.clone(), mapping);
        }
    }
    let first = |options: &Options| {
        sheets().find_map(|sheet| {
            let (plans, _) = plans(book, sheet, options);
            plans.into_iter().next().map(|(plan, _)| (sheet, plan))
        })
    };
    let wanted = |plan: &Plan| ledger.is_none_or(|name| plan.ledger.name == name);
    let found = first(&own)
        .filter(|(_, plan)| wanted(plan))
        .or_else(|| first(&forced));
    if let Some((sheet, plan)) = found {
        return Some(form(sheet, &plan));
    }
    // Headings that nobody knows, of a ledger that somebody named.
    ledger?;
    for sheet in sheets() {
        let Some(rows) = densest(sheet) else { continue };
        let mut options = forced.clone();
        let mapping = options.mappings.entry(sheet.name.clone()).or_default();
        mapping.header_rows = Some(rows);
        if let Some((plan, _)) = plans(book, sheet, &options).0.into_iter().next() {
            return Some(form(sheet, &plan));
        }
    }
    None
}

/// The row of most texts near the top, with the rows that its merged cells
/// reach into.
fn densest(sheet: &Sheet) -> Option<(u32, u32)> {
    let texts = |row: &&crate::book::Row| {
        let texts = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        texts.count()
    };
    // Of rows as long, the first.
    let mut rows: Vec<_> = sheet.rows.iter().take(MOST_ROWS).collect();
    rows.reverse();
    let row = rows.into_iter().max_by_key(texts)?;
    (texts(&row) >= 3).then_some(())?;
    let (mut first, mut last) = (row.number, row.number);
    for area in sheet.merges.in_row(row.number) {
        last = last.max(area.bottom);
        first = first.min(area.top);
    }
    Some((first, last.min(first + 3)))
}

fn form(sheet: &Sheet, plan: &Plan) -> FoundForm {
    let block = &plan.block;
    let from = block.heads.first().map_or(1, |(column, _)| *column);
    let to = block.heads.last().map_or(1, |(column, _)| *column);
    let all = from..=to;
    let samples = Samples::of(sheet, block, &plan.columns);
    let columns = all.clone().map(|number| {
        let mapped = plan.columns.iter().find(|column| column.number == number);
        column(sheet, block, &plan.columns, mapped, number, &samples)
    });
    let mut found = FoundForm {
        sheet: sheet.name.clone(),
        kind: plan.ledger.kind().name,
        columns: columns.collect(),
        sections: sections::of(sheet, block, &plan.columns).map(|mut found| {
            found.column -= from;
            found
        }),
        nothing: samples.nothing.clone(),
        ..FoundForm::default()
    };
    let mut titled = false;
    for row in sheet.rows.iter().filter(|row| row.number < block.first) {
        let is_title = !titled && around::kind(row, true) == "title";
        titled |= is_title;
        let mut texts = spans(sheet, row, &all, is_title);
        if !is_title && around::kind(row, false) == "totals_sentence" {
            // Its figures are of the list that it was written for.
            texts
                .iter_mut()
                .for_each(|span| span.text = figureless(&span.text));
        }
        found.top.push(texts);
    }
    let mut any = false;
    for row in sheet.rows.iter().filter(|row| row.number > block.last) {
        match rows::skip(sheet, block, &plan.columns, row) {
            None => any = true,
            Some("total") if found.total.is_none() => {
                let text = row.cells.first().map(|(_, raw)| raw.display());
                // Rows left open between the two are for the records.
                let above = !any && row.number == block.last + 1;
                found.total = Some((text.unwrap_or_default(), above));
            }
            Some("note") if any || found.total.is_some() || is_foot(sheet, row.number) => {
                found.foot.push(spans(sheet, row, &all, false));
            }
            Some(_) => {}
        }
    }
    found
}

/// A sentence with a gap for each of its figures; a line that amounts are
/// measured by, as in 过10亿元, is none.
fn figureless(text: &str) -> String {
    let mut gaps = String::with_capacity(text.len());
    let mut line = false;
    for c in text.chars() {
        line = c.is_ascii_digit() && (line || gaps.ends_with(['过', '超']));
        let is_figure = !line && (c.is_ascii_digit() || c == '.' && gaps.ends_with('＿'));
        match (is_figure, gaps.ends_with('＿')) {
            (true, false) => gaps.push_str("＿＿"),
            (true, true) => {}
            (false, _) => gaps.push(c),
        }
    }
    gaps
}

/// Whether nothing but single texts follows.
fn is_foot(sheet: &Sheet, number: u32) -> bool {
    let below = sheet.rows.iter().filter(|row| row.number > number);
    below.clone().all(|row| row.cells.len() <= 2)
}

/// The texts of a row with the columns that they take, counted from 0.
fn spans(
    sheet: &Sheet,
    row: &crate::book::Row,
    all: &RangeInclusive<u32>,
    is_title: bool,
) -> Vec<Span> {
    let filled: Vec<(u32, String)> = row
        .cells
        .iter()
        .filter(|(column, raw)| !raw.is_blank() && column <= all.end())
        .map(|(column, raw)| (*column, raw.display()))
        .collect();
    let place = |column: u32| u16::try_from(column.saturating_sub(*all.start())).unwrap_or(0);
    let mut spans = Vec::new();
    for (at, (column, text)) in filled.iter().enumerate() {
        let next = filled.get(at + 1).map_or(*all.end(), |(next, _)| next - 1);
        let merged = sheet.merge_at(row.number, *column).map(|area| area.right);
        let to = match merged {
            _ if is_title => *all.end(),
            Some(right) if filled.len() == 1 && at == 0 && *column == *all.start() => right,
            Some(right) => right.min(next),
            None => next,
        };
        let width = all.end() - all.start() + 1;
        let behind = (column - all.start()) * 2 >= width;
        let is_unit = tight(text).contains("单位:") && !tight(text).contains("填报单位");
        let align = match (is_title, is_unit || behind) {
            (true, _) => Align::Center,
            (false, true) => Align::Right,
            (false, false) => Align::Left,
        };
        spans.push(Span {
            text: text.clone(),
            from: if is_title { 0 } else { place(*column) },
            to: place(to.max(*column)),
            align,
            is_title,
        });
    }
    spans
}

fn column(
    sheet: &Sheet,
    block: &Block,
    columns: &[Mapped],
    mapped: Option<&Mapped>,
    number: u32,
    samples: &Samples,
) -> FoundColumn {
    let heads = heads(sheet, block, number);
    let Some(mapped) = mapped else {
        return FoundColumn {
            letter: letters(number),
            heads,
            width: sheet.widths.get(&number).copied(),
            ..FoundColumn::default()
        };
    };
    let mut content = content(columns, mapped);
    let shape = match &content {
        FoundContent::Fields(fields, _) => fields
            .first()
            .and_then(Target::declared)
            .map(|field| field.shape),
        _ => None,
    };
    let measured = matches!(shape, Some(Shape::Money | Shape::Area));
    let unit = mapped.unit.map(|unit| unit.name);
    // Yuan under a heading of dollars would be false: a person says what to do.
    if shape == Some(Shape::Money) && !is_of_yuan(mapped.unit, &heads) {
        content = FoundContent::Unknown;
    }
    let sample = samples.of_column(number);
    FoundColumn {
        letter: letters(number),
        heads,
        width: sheet.widths.get(&number).copied(),
        unit: unit.filter(|unit| measured || *unit == "%"),
        decimals: sample.decimals,
        date: sample.date,
        confidence: match content {
            FoundContent::Unknown => 0,
            _ => mapped.column.confidence,
        },
        reason: mapped.column.reason.clone(),
        content,
    }
}

/// Whether amounts of yuan may stand under these headings: they name no other
/// currency, no two of them, and no unit in brackets that cannot be read.
fn is_of_yuan(unit: Option<Unit>, heads: &[String]) -> bool {
    match unit.map(|unit| unit.measure) {
        Some(Measure::Money(currency)) => currency.is_none_or(|one| one == Currency::CNY),
        Some(_) => false,
        None => !heads.iter().any(|head| {
            let head = tight(head);
            let inside = head.split_once('(').map(|(_, inside)| inside);
            inside.is_some_and(|inside| inside.contains(['元', '币', '$']))
        }),
    }
}

/// What a column holds, as far as it can be told from its role.
fn content(columns: &[Mapped], mapped: &Mapped) -> FoundContent {
    match mapped.role {
        Some(Role::Serial) => FoundContent::Serial,
        Some(Role::Field(field)) => FoundContent::Fields(vec![field], " "),
        Some(Role::Span(first, last)) => FoundContent::Fields(vec![first, last], "至"),
        Some(Role::Pair(first, second)) => FoundContent::Fields(vec![first, second], "/"),
        Some(Role::Tick(field, choice)) => FoundContent::Tick(field, choice),
        Some(Role::Person) => {
            let contact = |field| target("contact", field);
            let fields = vec![contact("name"), contact("duty"), contact("mobile")];
            FoundContent::Fields(fields, " ")
        }
        Some(Role::Otherwise(first, second)) => {
            let field = Some(Role::Field(first));
            let is_there = columns.iter().any(|one| one.role == field);
            FoundContent::Fields(vec![if is_there { second } else { first }], " ")
        }
        // Of texts that several columns make, none can be told apart again.
        Some(Role::Append(field)) => {
            let same = columns.iter().filter(|one| one.role == mapped.role);
            match same.count() {
                1 => FoundContent::Fields(vec![field], " "),
                _ => FoundContent::Unknown,
            }
        }
        // What only explains others says nothing of its own.
        Some(_) | None => FoundContent::Unknown,
    }
}

/// The heading of a column as it stands in each row.
fn heads(sheet: &Sheet, block: &Block, column: u32) -> Vec<String> {
    let rows = block.first..=block.last;
    let own = block.heads.iter().find(|(number, _)| *number == column);
    if sheet.merges.areas().is_empty() {
        let mut parts = own.map(|(_, head)| head.parts.clone()).unwrap_or_default();
        parts.resize(rows.count(), String::new());
        return parts;
    }
    let text = |row, column| {
        let text = sheet.cell(row, column).display();
        text.trim().replace('\r', "")
    };
    rows.map(|row| match sheet.merge_at(row, column) {
        Some(area) if area.top < row && area.top >= block.first => String::new(),
        Some(area) => text(area.top, area.left),
        None => text(row, column),
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_below_open_rows_stays_below() {
        let of = |rows: &str| {
            let csv = format!("项目名称,投资方,利用资金（万元）,签约时间\n{rows}");
            let book = crate::read("form.csv", csv.as_bytes()).expect("csv");
            learn(&book, Some("signing"), None, None).and_then(|form| form.total)
        };
        let total = |above| Some(("合计".to_owned(), above));
        assert_eq!(of("合计,,,\n,,,\n"), total(true));
        assert_eq!(of(",,,\n合计,,,\n"), total(false));
        assert_eq!(of("甲项目,甲公司,1,2024-1-1\n合计,,1,\n"), total(false));
    }

    #[test]
    fn yuan_are_not_written_under_another_unit() {
        let filled = |head: &str| {
            let csv = format!("序号,项目名称,合同总投资（{head}）,签约时间\n1,甲,1,2024-1-1\n");
            let book = crate::read("form.csv", csv.as_bytes()).expect("csv");
            let form = learn(&book, Some("signing"), None, None).expect("form");
            matches!(form.columns[2].content, FoundContent::Fields(..))
        };
        for head in ["万元", "亿元人民币", "万", "百万"] {
            assert!(filled(head), "{head}");
        }
        for head in ["万美元", "亿美元/亿元", "10万元", "万元/亿元"] {
            assert!(!filled(head), "{head}");
        }
    }

    #[test]
    fn a_sentence_keeps_the_lines_it_measures_by() {
        assert_eq!(
            figureless("共签约37家，合计105.11亿元，过亿元25家，其中过10亿元3家。"),
            "共签约＿＿家，合计＿＿亿元，过亿元＿＿家，其中过10亿元＿＿家。"
        );
    }
}
