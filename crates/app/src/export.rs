//! Lists out: as shown, or on a superior's form, as xlsx or csv.

mod build;
mod column;
mod companions;
mod headings;
mod learn;
pub(crate) mod mask;
mod paths;
mod sections;
mod shown;
mod template;
mod unit;

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use suoji_exchange::{Encoding, Line, Span, write_csv, write_xlsx};
use suoji_model::Kind;
use suoji_model::kinds::{DISCLOSURE, PERSON};
use suoji_model::log::{Intent, Values};
use suoji_model::words::{Language, word};
use suoji_store::{Desk, Query, Write};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::desks::me;
use crate::fault::Fault;
use crate::{kinds, lists, rights, time, titles};
use build::{Built, How, build};
use paths::Fields;

/// Records that a preview adds up unless all are asked for.
const MOST_ADDED: u32 = 5_000;
/// Lines that a preview shows.
const MOST_LINES: usize = 60;

impl App {
    /// Writes all matching rows to a file.
    pub(crate) async fn export_list(&self, request: ExportList) -> Result<ExportDone, Fault> {
        let ready = self.ready(&request, u32::MAX).await?;
        let Ready { built, total, .. } = ready;
        let body = built.lines.into_iter();
        let (bytes, extension) = match request.format {
            ExportFormat::Xlsx => (write_xlsx(&built.sheet, body)?, "xlsx"),
            ExportFormat::Csv => {
                let encoding = match request.encoding.unwrap_or_default() {
                    TextEncoding::Utf8 => Encoding::Utf8,
                    TextEncoding::Gb18030 => Encoding::Gb18030,
                };
                (write_csv(&built.sheet, body, encoding)?, "csv")
            }
        };
        let file_name = format!("{}_{}.{extension}", file_stem(&ready.name), time::stamp());
        if request.unmasked == Some(true) && !built.personal.is_empty() {
            let set = Values::from_iter([
                ("file_name".to_owned(), json!(file_name)),
                ("of_kind".to_owned(), json!(ready.kind.name)),
                ("template".to_owned(), json!(ready.template)),
                ("row_count".to_owned(), json!({"number": total.to_string()})),
                ("personal_fields".to_owned(), json!(built.personal)),
            ]);
            // Nothing leaves the desk that is not remembered.
            self.write(Intent::Export, Write::create(&DISCLOSURE, set))
                .await?;
        }
        Ok(ExportDone {
            file_name,
            data: BASE64.encode(bytes),
            rows: total,
        })
    }

    /// Shows how a list would look as a sheet.
    pub(crate) async fn export_preview(&self, request: ExportList) -> Result<ExportPreview, Fault> {
        let whole = request.whole == Some(true);
        let limit = if whole { u32::MAX } else { MOST_ADDED };
        let ready = self.ready(&request, limit).await?;
        let partial = ready.total > u64::from(limit);
        let desk = self.desk().await?;
        let may_unmask = rights::may_unmask(&desk).await?;
        let me = me(&desk).await?;
        drop(desk);
        let Built {
            sheet,
            lines,
            personal,
            remarks,
        } = ready.built;
        let last = lines.last().filter(|line| matches!(line, Line::Sums(_)));
        let total = last.filter(|_| !partial && lines.len() > MOST_LINES);
        let mut shown: Vec<PreviewLine> = lines.iter().take(MOST_LINES).map(line).collect();
        shown.extend(total.map(line));
        if partial {
            shown.retain(|line| line.kind != PreviewLineKind::Sums);
        }
        Ok(ExportPreview {
            form: ready.form,
            top: texts(&sheet.top),
            heads: sheet
                .heads
                .into_iter()
                .map(|head| PreviewHead {
                    text: head.text,
                    row: head.row,
                    rows: head.rows,
                    column: head.column,
                    columns: head.columns,
                })
                .collect(),
            head_rows: sheet.head_rows,
            lines: shown,
            foot: texts(&sheet.foot),
            rows: ready.total,
            partial,
            personal,
            may_unmask,
            me,
            remarks: if partial { Vec::new() } else { remarks },
        })
    }

    async fn ready(&self, request: &ExportList, limit: u32) -> Result<Ready, Fault> {
        let kind = kinds::find(&request.kind)?;
        let language = Language::of_tag(request.language.as_deref().unwrap_or_default());
        let desk = self.desk().await?;
        if request.unmasked == Some(true) {
            rights::need_unmask(&desk).await?;
        }
        let on_form = request.form.is_some() || request.template.is_some();
        let group = request.group.as_ref().filter(|_| !on_form);
        let by_group = group.map(|group| Sort {
            field: group.by.clone(),
            descending: false,
        });
        let sort = by_group.into_iter().chain(request.sort.iter().cloned());
        let query = Query {
            filters: request.filters.iter().cloned().map(lists::filter).collect(),
            text: request.text.clone(),
            ids: request.ids.clone(),
            sort: sort.map(lists::sort).collect(),
            limit,
            ..Query::default()
        };
        let selected = desk.select(kind, &query).await?;
        let (records, total) = (selected.rows, selected.total);
        let fields = Fields::of(&desk).await?;
        let label = word(language, &format!("kind.{}", kind.name)).to_owned();
        let (form, name, template) = match (&request.form, &request.template) {
            (Some(form), _) => {
                template::check(&fields, kind, form)?;
                (form.clone(), label, None)
            }
            (None, Some(wanted)) => {
                let found = template::find(&desk, &fields, kind.name, wanted).await?;
                (found.form, found.name, Some(found.id))
            }
            (None, None) => {
                let names = request.columns.as_deref();
                let mut form = shown::shown(&fields, kind, names, &records, language)?;
                let whole = total == records.len() as u64;
                form.group = group.map(|group| shown::sections(group, whole, language));
                if matches!(request.format, ExportFormat::Csv) {
                    // Text is read by programs: rows alone.
                    (form.total, form.group) = (None, None);
                }
                (form, label, None)
            }
        };
        let marks = marks(&desk, request.year, total).await?;
        let ids: Vec<Uuid> = records.iter().map(|record| record.id).collect();
        let aside = desk.aside(kind, &ids).await?;
        let aside: Vec<_> = aside.into_iter().map(|(_, why)| why).collect();
        let how = How {
            name: &name,
            // Forms are written in Chinese whoever hands them in.
            language: if on_form { Language::Chinese } else { language },
            masked: request.unmasked != Some(true),
            exact: !on_form,
            rows_alone: !on_form && matches!(request.format, ExportFormat::Csv),
            aside: &aside,
            marks: &marks,
        };
        let mut built = build(&desk, &fields, kind, &form, &records, &how).await?;
        built.sheet.filtered = !on_form && form.group.is_none();
        Ok(Ready {
            kind,
            form,
            name,
            template,
            built,
            total,
        })
    }
}

/// A list ready to be written.
struct Ready {
    kind: &'static Kind,
    form: ExportForm,
    name: String,
    template: Option<Uuid>,
    built: Built,
    total: u64,
}

/// What the marks in texts stand for.
async fn marks(
    desk: &Desk,
    year: Option<i32>,
    count: u64,
) -> Result<BTreeMap<&'static str, String>, Fault> {
    let today = time::today();
    let mut parts = today.split('-').map(|part| part.trim_start_matches('0'));
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let (now, month, day) = (part(), part(), part());
    let mut office = String::new();
    if let Some(me) = me(desk).await? {
        let person = desk.record(&PERSON, me).await?;
        let id = person.values.get("office").and_then(|id| id.as_str());
        if let Some(id) = id.and_then(|id| Uuid::parse_str(id).ok()) {
            office = titles::title_of(desk, "office", id).await?;
        }
    }
    Ok(BTreeMap::from([
        ("year", year.map_or(now.clone(), |year| year.to_string())),
        ("month", month.clone()),
        ("date", format!("{now}年{month}月{day}日")),
        ("office", office),
        ("count", count.to_string()),
    ]))
}

/// A name that every system takes for a file.
fn file_stem(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if "<>:\"/\\|?*".contains(c) || c.is_control() {
                '_'
            } else {
                c
            }
        })
        .take(60)
        .collect();
    name.trim().trim_end_matches('.').to_owned()
}

fn texts(rows: &[Vec<Span>]) -> Vec<Vec<FormText>> {
    let text = |span: &Span| FormText {
        text: span.text.clone(),
        from: span.from,
        to: span.to,
        align: match span.align {
            suoji_exchange::Align::Left => FormAlign::Left,
            suoji_exchange::Align::Center => FormAlign::Center,
            suoji_exchange::Align::Right => FormAlign::Right,
        },
        title: span.is_title,
    };
    rows.iter()
        .map(|row| row.iter().map(text).collect())
        .collect()
}

fn line(line: &Line) -> PreviewLine {
    let plain = |text: String| PreviewCell {
        text,
        number: false,
    };
    match line {
        Line::Section(text) => PreviewLine {
            kind: PreviewLineKind::Section,
            cells: vec![plain(text.clone())],
        },
        Line::Record(cells) => PreviewLine {
            kind: PreviewLineKind::Record,
            cells: cells
                .iter()
                .map(|cell| {
                    let (text, number) = build::shown(cell);
                    PreviewCell { text, number }
                })
                .collect(),
        },
        Line::Sums(sums) => {
            let label_at = 0;
            let cells = sums.cells.iter().enumerate();
            let cells = cells.map(|(at, cell)| match cell {
                Some(sum) => PreviewCell {
                    text: sum.rounded(),
                    number: true,
                },
                None if at == label_at => plain(sums.label.clone()),
                None => plain(String::new()),
            });
            PreviewLine {
                kind: PreviewLineKind::Sums,
                cells: cells.collect(),
            }
        }
    }
}
