//! Lists out: as shown, or on a superior's form.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{Filter, GroupStep, Sort};

/// The file formats of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Excel.
    Xlsx,
    /// Comma-separated text.
    Csv,
}

/// The encodings of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8 with a byte-order mark.
    #[default]
    Utf8,
    /// GB18030.
    Gb18030,
}

/// Writes a list to a file, or shows how it would look.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportList {
    /// The kind.
    pub kind: String,
    /// The format.
    pub format: ExportFormat,
    /// Of text: the encoding.
    pub encoding: Option<TextEncoding>,
    /// Every one must hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// Only what a search for this finds.
    pub text: Option<String>,
    /// Only these.
    pub ids: Option<Vec<Uuid>>,
    /// As shown: the columns from left to right; absent means every declared
    /// field.
    pub columns: Option<Vec<String>>,
    /// The order.
    #[serde(default)]
    pub sort: Vec<Sort>,
    /// As shown: what the rows stand in groups by.
    pub group: Option<ListGroup>,
    /// The template, by id or name.
    pub template: Option<String>,
    /// Or the form itself.
    pub form: Option<ExportForm>,
    /// The year that a title names; absent means the present one.
    pub year: Option<i32>,
    /// Shows personal data in full, which is remembered.
    pub unmasked: Option<bool>,
    /// Of a preview: adds up all records, however many there are.
    pub whole: Option<bool>,
    /// As shown: the language of headings, `zh-CN` or `en`.
    pub language: Option<String>,
}

/// By what the rows of a list stand in groups.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListGroup {
    /// The field that rows of a group share.
    pub by: String,
    /// How far dates are put together; days when absent.
    pub step: Option<GroupStep>,
}

/// A written list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportDone {
    /// A name for the file.
    pub file_name: String,
    /// Its bytes in base64.
    pub data: String,
    /// How many rows it has.
    pub rows: u64,
}

/// A superior's form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ExportForm {
    /// Rows of texts above the headings.
    #[serde(default)]
    pub top: Vec<Vec<FormText>>,
    /// The columns from left to right.
    pub columns: Vec<FormColumn>,
    /// Rows in sections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<FormGroup>,
    /// The row of totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<FormTotal>,
    /// How it is written that there is nothing.
    #[serde(default)]
    pub nulls: FormNulls,
    /// Rows of texts below the table.
    #[serde(default)]
    pub foot: Vec<Vec<FormText>>,
    /// Whether what must be known of totals stands in a line below the table,
    /// and not in comments alone.
    #[serde(default)]
    pub remarks_below: bool,
    /// Printed on its side.
    #[serde(default)]
    pub landscape: bool,
    /// Printed on A3.
    #[serde(default)]
    pub large: bool,
}

/// A text above or below a table. `{year}`, `{month}`, `{date}`, `{office}`
/// and `{count}` stand for what is true on the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormText {
    /// The text.
    pub text: String,
    /// The first column it takes, from 0.
    pub from: u16,
    /// The last column it takes.
    pub to: u16,
    /// Where it stands.
    #[serde(default)]
    pub align: FormAlign,
    /// Whether it is the title.
    #[serde(default)]
    pub title: bool,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormAlign {
    /// At the start.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the end.
    Right,
}

/// A column of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct FormColumn {
    /// Its heading, one text for each row of headings, outermost first. An
    /// empty one means that the heading above goes on; neighbours with the
    /// same headings from the top down share them.
    pub heads: Vec<String>,
    /// The fields it holds: `sign_date`, or `project.name` of the project
    /// referred to.
    #[serde(default)]
    pub fields: Vec<String>,
    /// What stands between several fields; absent means a space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join: Option<String>,
    /// A text that is the same in every row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it numbers the rows.
    #[serde(default)]
    pub serial: bool,
    /// A mark where the field has this choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tick: Option<String>,
    /// The unit of money (`元`, `万元`, `亿元`), of areas (`亩`, `㎡`, `公顷`,
    /// `万㎡`) or of shares (`%`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Digits after the point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// How dates are written, at their own precision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<FormDate>,
    /// How wide, in characters; absent means as its content asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
    /// Whether it is added up.
    #[serde(default)]
    pub total: bool,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormDate {
    /// 2023-10-12
    Iso,
    /// 2023.10.12
    Dots,
    /// 2023/10/12
    Slashes,
    /// 2023年10月12日
    Words,
}

/// Rows of a form in sections.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct FormGroup {
    /// The field that rows of a section share.
    pub by: String,
    /// How far dates are put together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<GroupStep>,
    /// The heading of a section, with `{number}`, `{group}` and `{count}`.
    pub label: String,
    /// What a section's sums call themselves; absent means there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtotal: Option<String>,
}

/// The row of totals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormTotal {
    /// What it calls itself.
    pub label: String,
    /// Whether it stands above the rows.
    #[serde(default)]
    pub above: bool,
}

/// How it is written that there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormNulls {
    /// Nobody entered anything.
    pub blank: String,
    /// Not applicable.
    pub not_applicable: String,
    /// Unknown.
    pub unknown: String,
    /// Pending.
    pub pending: String,
}

/// Asks for the export templates of a kind, or of all.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportTemplatesRequest {
    /// The kind.
    pub kind: Option<String>,
}

/// The export templates, by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportTemplates {
    /// The templates.
    pub templates: Vec<ExportTemplate>,
}

/// An export template.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportTemplate {
    /// The record that keeps it.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The kind that it lists.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The form.
    pub form: ExportForm,
    /// The fields it names that are there no longer: their columns stay empty.
    /// `form` itself when nothing of it can be read.
    pub problems: Vec<String>,
}

/// Makes or changes an export template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveExportTemplate {
    /// The template; absent makes a new one.
    pub id: Option<Uuid>,
    /// The version when it was last seen; a template with an id has it.
    pub seen: Option<i64>,
    /// The kind that it lists.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The form.
    pub form: ExportForm,
}

/// Learns a form from an empty or a filled one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LearnExportTemplate {
    /// The kind whose records it lists; absent means as found out.
    pub kind: Option<String>,
    /// The file's name.
    pub file_name: String,
    /// Its bytes in base64.
    pub data: String,
    /// The sheet; absent means the first that has a table.
    pub sheet: Option<String>,
    /// The first and the last row of the headings; absent means as found out.
    pub header_rows: Option<(u32, u32)>,
}

/// A form as it was learned.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LearnedForm {
    /// The sheet.
    pub sheet: String,
    /// The kind whose records it lists.
    pub kind: String,
    /// A name for it.
    pub name: String,
    /// The form.
    pub form: ExportForm,
    /// How sure each of its columns is.
    pub columns: Vec<LearnedColumn>,
}

/// How sure a column of a learned form is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LearnedColumn {
    /// Its letters in the file.
    pub letter: String,
    /// How sure, 0 to 100; 0 for a column that nobody knows.
    pub confidence: u8,
    /// Why; its sentence stands under `match.<reason>`.
    pub reason: String,
}

/// How a list would look as a sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(optional_fields)]
pub struct ExportPreview {
    /// The form that it is written on.
    pub form: ExportForm,
    /// Rows of texts above the headings, with what their marks stand for.
    pub top: Vec<Vec<FormText>>,
    /// The headings.
    pub heads: Vec<PreviewHead>,
    /// How many rows they take.
    pub head_rows: u32,
    /// The first lines of the body.
    pub lines: Vec<PreviewLine>,
    /// Rows of texts below the table.
    pub foot: Vec<Vec<FormText>>,
    /// How many records the list has.
    pub rows: u64,
    /// Whether there are more records than could be added up for this.
    pub partial: bool,
    /// The fields with personal data that is there, as columns name them.
    pub personal: Vec<String>,
    /// Whether the person at the desk may have them in full.
    pub may_unmask: bool,
    /// Who that is, whose record says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub me: Option<Uuid>,
    /// What must be known about the totals.
    pub remarks: Vec<String>,
}

/// A heading over one or several rows and columns, counted from 0.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewHead {
    /// The text.
    pub text: String,
    /// Its first row.
    pub row: u32,
    /// How many rows it takes.
    pub rows: u32,
    /// Its first column.
    pub column: u16,
    /// How many columns it takes.
    pub columns: u16,
}

/// What a line of a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PreviewLineKind {
    /// A record.
    Record,
    /// The heading of a section: one text.
    Section,
    /// Sums.
    Sums,
}

/// A line of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewLine {
    /// What it is.
    pub kind: PreviewLineKind,
    /// The texts that its cells show.
    pub cells: Vec<PreviewCell>,
}

/// A cell of a sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewCell {
    /// What it shows.
    pub text: String,
    /// Whether it is a number.
    pub number: bool,
}
