//! Records on a form: headings with what they share, sections, sums, and
//! what must be known about them.

use std::collections::{BTreeMap, HashSet};

use suoji_exchange::{Align, Line, Out, Print, Sheet, SheetColumn, Span, Sum, Sums};
use suoji_model::Kind;
use suoji_model::words::{Language, sentence, word};
use suoji_store::{Aside, Desk, Record};
use uuid::Uuid;

use super::column::{Column, Tally, Writer};
use super::headings::headings;
use super::paths::{Fields, Path, Referred};
use super::sections::{Section, sections};
use crate::contract::{ExportForm, FormAlign, FormColumn, FormText};
use crate::fault::Fault;

/// What a list becomes.
pub(super) struct Built {
    pub(super) sheet: Sheet,
    pub(super) lines: Vec<Line>,
    /// The headings of columns that personal data stands in.
    pub(super) personal: Vec<String>,
    /// What must be known about the totals.
    pub(super) remarks: Vec<String>,
}

/// What is said about all of a sheet.
pub(super) struct How<'a> {
    pub(super) name: &'a str,
    pub(super) language: Language,
    pub(super) masked: bool,
    /// Whether no digit of a number is hidden, as in a list.
    pub(super) exact: bool,
    /// Whether a program reads it: nothing stands below the rows.
    pub(super) rows_alone: bool,
    /// Why rows count in no figure, for each that does not.
    pub(super) aside: &'a [Aside],
    /// What the marks in texts stand for.
    pub(super) marks: &'a BTreeMap<&'static str, String>,
}

/// Writes records on a form.
pub(super) async fn build(
    desk: &Desk,
    fields: &Fields,
    kind: &'static Kind,
    form: &ExportForm,
    records: &[Record],
    how: &How<'_>,
) -> Result<Built, Fault> {
    let columns = form.columns.iter();
    let column = |one| Column::new(fields, kind, one, how.exact);
    let columns: Vec<Column> = columns.map(column).collect();
    let grouped = form.group.as_ref().and_then(|group| {
        let by = fields.find(kind, &group.by)?;
        Some((group, by))
    });
    let mut paths: Vec<&Path> = columns.iter().flat_map(Column::paths).collect();
    paths.extend(grouped.as_ref().map(|(_, by)| by));
    let referred = Referred::read(desk, &paths, records).await?;
    let writer = Writer {
        language: how.language,
        referred: &referred,
        nulls: &form.nulls,
        masked: how.masked,
    };
    let sections = match &grouped {
        Some((group, by)) => sections(&writer, group, by, records),
        None => vec![Section {
            heading: None,
            rows: (0..records.len()).collect(),
        }],
    };
    let group = form.group.as_ref();
    let adds_up = form.total.is_some() || group.is_some_and(|group| group.subtotal.is_some());
    let mut body = Body {
        columns: &columns,
        writer: &writer,
        lines: Vec::with_capacity(records.len() + 1),
        total: vec![Tally::default(); columns.len()],
        shown: adds_up.then(|| vec![HashSet::new(); columns.len()]),
        number: 0,
    };
    let above = form.total.as_ref().is_some_and(|total| total.above);
    if above {
        body.lines.push(Line::Section(String::new()));
    }
    for section in &sections {
        let subtotal = grouped
            .as_ref()
            .and_then(|(group, _)| group.subtotal.as_deref());
        body.section(section, records, subtotal);
    }
    let remarks = remarks(&columns, &form.columns, &body.total, how.language);
    if let Some(total) = &form.total {
        let end = count(body.lines.len());
        let over = u32::from(above)..end;
        let sums = body.sums(&total.label, true, over, &body.total);
        if above {
            body.lines[0] = sums;
        } else {
            body.lines.push(sums);
        }
    }
    let personal = body.total.iter().zip(&form.columns);
    let personal = personal.filter(|(tally, _)| tally.personal);
    let personal = personal.map(|(_, column)| heading(column)).collect();
    let mut remarks: Vec<String> = match form.total {
        Some(_) => remarks.into_iter().flatten().collect(),
        None => Vec::new(),
    };
    let uncounted = uncounted(how);
    let lines = body.lines;
    let mut foot = texts(&form.foot, how.marks);
    let mut below = match form.remarks_below {
        true => remarks.clone(),
        false => Vec::new(),
    };
    // What the ledger marks at its rows must not get lost on the way out.
    below.extend(uncounted.clone().filter(|_| !how.rows_alone));
    remarks.extend(uncounted);
    if !below.is_empty() {
        let text = below.join(word(how.language, "sheet.between"));
        let text = sentence(how.language, "sheet.note", [("text", &*text)]);
        foot.insert(0, vec![whole_width(text, form.columns.len())]);
    }
    let (heads, head_rows) = headings(&form.columns);
    let sheet = Sheet {
        name: how.name.to_owned(),
        columns: columns.iter().zip(&form.columns).map(looks).collect(),
        top: texts(&form.top, how.marks),
        heads,
        head_rows,
        body_rows: count(lines.len()),
        foot,
        print: Print {
            landscape: form.landscape,
            large: form.large,
        },
        filtered: false,
    };
    Ok(Built {
        sheet,
        lines,
        personal,
        remarks,
    })
}

struct Body<'a> {
    columns: &'a [Column],
    writer: &'a Writer<'a>,
    lines: Vec<Line>,
    total: Vec<Tally>,
    /// In a list that is added up, the records whose amounts each column shows
    /// so far: of two leases of one unit, the first shows its area.
    shown: Option<Vec<HashSet<Uuid>>>,
    number: usize,
}

impl Body<'_> {
    fn section(&mut self, section: &Section, records: &[Record], subtotal: Option<&str>) {
        if let Some(heading) = &section.heading {
            self.lines.push(Line::Section(heading.clone()));
        }
        let first = count(self.lines.len());
        let mut tallies = vec![Tally::default(); self.columns.len()];
        for record in section.rows.iter().filter_map(|row| records.get(*row)) {
            self.number += 1;
            let mut cells = Vec::with_capacity(self.columns.len());
            for (at, (column, tally)) in self.columns.iter().zip(&mut tallies).enumerate() {
                let shown = self.shown.as_mut().and_then(|shown| shown.get_mut(at));
                let shared = column.shared(self.writer, &record.values);
                let is_again = shown
                    .zip(shared)
                    .is_some_and(|(shown, id)| !shown.insert(id));
                cells.push(match is_again {
                    true => {
                        tally.repeated += 1;
                        Out::Blank
                    }
                    false => column.cell(self.writer, &record.values, self.number, tally),
                });
            }
            self.lines.push(Line::Record(cells));
        }
        if let Some(label) = subtotal {
            let over = first..count(self.lines.len());
            let sums = self.sums(label, false, over, &tallies);
            self.lines.push(sums);
        }
        for (total, tally) in self.total.iter_mut().zip(&tallies) {
            total.add(tally);
        }
    }

    fn sums(
        &self,
        label: &str,
        is_total: bool,
        over: std::ops::Range<u32>,
        tallies: &[Tally],
    ) -> Line {
        let cells = self.columns.iter().zip(tallies).map(|(column, tally)| {
            (column.adds && tally.counted > 0).then(|| Sum {
                text: column.sum(tally),
                decimals: column.sum_decimals(),
                remark: remark(self.writer.language, tally),
            })
        });
        Line::Sums(Sums {
            label: label.to_owned(),
            is_total,
            over,
            cells: cells.collect(),
        })
    }
}

/// What must be known about a sum.
fn remark(language: Language, tally: &Tally) -> Option<String> {
    let parts = [
        ("approximate", tally.approximate),
        ("missing", tally.missing),
        ("foreign", tally.foreign),
        ("repeated", tally.repeated),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(name, count)| {
            let count = count.to_string();
            sentence(language, &format!("sheet.{name}"), [("count", &*count)])
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(word(language, "sheet.and")))
}

/// How many rows count in no figure, though they stand in the list and its sums.
fn uncounted(how: &How<'_>) -> Option<String> {
    let each = [
        (Aside::Undecided, "sheet.undecided"),
        (Aside::Orphaned, "sheet.orphaned"),
    ];
    let parts = each.map(|(why, name)| {
        let count = how.aside.iter().filter(|one| **one == why).count();
        (count > 0).then(|| sentence(how.language, name, [("count", &*count.to_string())]))
    });
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(word(how.language, "sheet.between")))
}

fn remarks(
    columns: &[Column],
    forms: &[FormColumn],
    tallies: &[Tally],
    language: Language,
) -> Vec<Option<String>> {
    let each = columns.iter().zip(forms).zip(tallies);
    each.map(|((column, form), tally)| {
        let text = remark(language, tally).filter(|_| column.adds)?;
        let head = heading(form);
        let params = [("head", &*head), ("text", &*text)];
        Some(sentence(language, "sheet.remark", params))
    })
    .collect()
}

/// A column's heading in one line.
fn heading(column: &FormColumn) -> String {
    let heads = column.heads.iter().filter(|head| !head.is_empty());
    let heads: Vec<String> = heads.map(|head| head.replace('\n', "")).collect();
    heads.join("▸")
}

fn texts(rows: &[Vec<FormText>], marks: &BTreeMap<&'static str, String>) -> Vec<Vec<Span>> {
    let span = |text: &FormText| {
        let filled = marks.iter().fold(text.text.clone(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        });
        Span {
            text: filled,
            from: text.from,
            to: text.to,
            align: align(text.align),
            is_title: text.title,
        }
    };
    let row = |row: &Vec<FormText>| row.iter().map(span).collect();
    rows.iter().map(row).collect()
}

fn whole_width(text: String, columns: usize) -> Span {
    Span {
        text,
        to: u16::try_from(columns.max(1) - 1).unwrap_or(u16::MAX),
        ..Span::default()
    }
}

fn align(align: FormAlign) -> Align {
    match align {
        FormAlign::Left => Align::Left,
        FormAlign::Center => Align::Center,
        FormAlign::Right => Align::Right,
    }
}

fn looks((column, form): (&Column, &FormColumn)) -> SheetColumn {
    SheetColumn {
        width: form.width,
        align: if column.is_centered() {
            Align::Center
        } else if column.unit.is_some() {
            Align::Right
        } else {
            Align::Left
        },
    }
}

/// A length as sheets count.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What a cell shows in a preview, and whether it is a number.
pub(super) fn shown(out: &Out) -> (String, bool) {
    match out {
        Out::Blank => (String::new(), false),
        Out::Text(text) => (text.clone(), false),
        Out::Date(day, look) => (look.day(*day), false),
        Out::Number(number) => (number.rounded(), true),
    }
}
