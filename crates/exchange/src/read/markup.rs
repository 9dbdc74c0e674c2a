//! A workbook of Excel 2003 in one XML file, which many systems export under
//! the name xls. Source: Microsoft's XML Spreadsheet Reference (2002).

use std::collections::HashMap;

use roxmltree::{Document, Node, ParsingOptions};

use super::excel::{Budget, Rows, float, iso, merged, place};
use super::format::Format;
use super::looks::{coloured, shown};
use super::{MOST_MARKUP, ReadError};
use crate::book::{Area, Look, Raw, Sheet, Shown};

/// What its tags belong to.
pub(super) const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";
/// What Excel says beside it.
const OF_EXCEL: &str = "urn:schemas-microsoft-com:office:excel";

/// How cells of a style are shown, how they look, and what the style changes.
type Shape = (Shown, Look, Option<Format>);

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    if bytes.len() > MOST_MARKUP {
        return Err(ReadError::too_large(format!("{} bytes", bytes.len())));
    }
    let text = super::page::decoded(bytes)?;
    let document = Document::parse_with_options(&text, ParsingOptions::default())
        .map_err(ReadError::unreadable)?;
    let book = document.root_element();
    let styles = styles(book);
    let mut budget = Budget::default();
    let since_1904 = all(book, "ExcelWorkbook").any(|node| all(node, "Date1904").next().is_some());
    let mut sheets = Vec::new();
    for found in all(book, "Worksheet") {
        let mut sheet = worksheet(found, &styles, &mut budget)?;
        sheet.since_1904 = since_1904;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The children of that name.
fn all<'a, 'd: 'a>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    node.children()
        .filter(move |child| child.tag_name().name() == name)
}

fn said<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((NAMESPACE, name))
}

fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    said(node, name)?.parse().ok()
}

fn styles<'a>(book: Node<'a, '_>) -> HashMap<&'a str, Shape> {
    let mut styles: HashMap<&str, Shape> = HashMap::new();
    for style in all(book, "Styles").flat_map(|node| all(node, "Style")) {
        let Some(id) = said(style, "ID") else {
            continue;
        };
        let parent = said(style, "Parent").and_then(|parent| styles.get(parent));
        let (mut how, mut look, mut format) = parent.cloned().unwrap_or_default();
        for part in style.children() {
            let colour = said(part, "Color").and_then(colour);
            match part.tag_name().name() {
                "Font" => {
                    look.struck = said(part, "StrikeThrough") == Some("1");
                    look.ink = colour.and_then(coloured);
                }
                "Interior" => look.fill = colour.filter(|_| said(part, "Pattern") != Some("None")),
                "NumberFormat" => {
                    let code = code(said(part, "Format").unwrap_or_default());
                    (how, format) = (shown(code), Format::parse(code));
                }
                _ => {}
            }
        }
        styles.insert(id, (how, look, format));
    }
    styles
}

/// A number format's code, of which some have names.
fn code(format: &str) -> &str {
    match format {
        "Fixed" => "0.00",
        "Standard" => "#,##0.00",
        "Percent" => "0.00%",
        "General Number" | "General Date" | "Long Date" | "Medium Date" | "Short Date" => "General",
        other => other,
    }
}

fn colour(text: &str) -> Option<[u8; 3]> {
    let value = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}

fn worksheet(
    found: Node<'_, '_>,
    styles: &HashMap<&str, Shape>,
    budget: &mut Budget,
) -> Result<Sheet, ReadError> {
    let mut visible = all(found, "WorksheetOptions").flat_map(|node| all(node, "Visible"));
    let mut sheet = Sheet {
        name: said(found, "Name").unwrap_or_default().to_owned(),
        hidden: visible.any(|node| {
            node.tag_name().namespace() == Some(OF_EXCEL)
                && node.text().is_some_and(|text| text.starts_with("Sheet"))
        }),
        ..Sheet::default()
    };
    let (mut rows, mut merges) = (Rows::default(), Vec::new());
    for table in all(found, "Table") {
        let of_columns = columns(table, &mut sheet)?;
        let mut row = 0u32;
        for line in all(table, "Row") {
            row = number(line, "Index").unwrap_or(row.saturating_add(1));
            if said(line, "Hidden") == Some("1") {
                sheet.hidden_rows.push(row);
            }
            let mut column = 0u32;
            for cell in all(line, "Cell") {
                column = number(cell, "Index").unwrap_or(column.saturating_add(1));
                let at = place((row.saturating_sub(1), column.saturating_sub(1)))?;
                budget.spend()?;
                let style = said(cell, "StyleID").or_else(|| said(line, "StyleID"));
                let style = style.or_else(|| of_columns.get(&column).copied());
                let shape = style.and_then(|style| styles.get(style));
                put(cell, shape, at, &mut sheet, &mut rows);
                let across = number(cell, "MergeAcross").unwrap_or(0);
                let down = number(cell, "MergeDown").unwrap_or(0);
                if across > 0 || down > 0 {
                    merges.push(Area {
                        top: row,
                        left: column,
                        bottom: row.saturating_add(down),
                        right: column.saturating_add(across),
                    });
                }
                column = column.saturating_add(across);
            }
            row = row.saturating_add(number(line, "Span").unwrap_or(0));
        }
    }
    sheet.rows = rows.finish();
    sheet.merges = merged(merges)?;
    Ok(sheet)
}

/// The styles of whole columns; those that are hidden are noted.
fn columns<'a>(table: Node<'a, '_>, sheet: &mut Sheet) -> Result<HashMap<u32, &'a str>, ReadError> {
    let mut styles = HashMap::new();
    let mut column = 0u32;
    for found in all(table, "Column") {
        let first = number(found, "Index").unwrap_or(column.saturating_add(1));
        column = first.saturating_add(number(found, "Span").unwrap_or(0));
        place((0, column.saturating_sub(1)))?;
        if said(found, "Hidden") == Some("1") {
            sheet.hidden_columns.extend(first..=column);
        }
        if let Some(style) = said(found, "StyleID") {
            styles.extend((first..=column).map(|at| (at, style)));
        }
    }
    Ok(styles)
}

fn put(
    cell: Node<'_, '_>,
    shape: Option<&Shape>,
    at: (u32, u32),
    sheet: &mut Sheet,
    rows: &mut Rows,
) {
    let (shown, mut look, format) = shape.cloned().unwrap_or_default();
    let data = all(cell, "Data").next();
    let mut raw = match data {
        Some(data) => value(data, shown),
        None if said(cell, "Formula").is_some() => Raw::Unstored,
        None => Raw::Empty,
    };
    if let Some(format) = format {
        raw = format.tell(raw);
    }
    if let (Raw::Text(whole), Some(data)) = (&raw, data) {
        let kept = text(data, false);
        let kept = kept.trim();
        if kept.is_empty() {
            look.struck |= !whole.trim().is_empty();
        } else if data.children().any(|part| part.is_element()) && *kept != **whole {
            sheet.struck_parts.insert(at, whole.to_string());
            raw = Raw::text(kept);
        }
    }
    if let Some(note) = all(cell, "Comment").next() {
        sheet
            .comments
            .insert(at, text(note, true).trim().to_owned());
    }
    if look != Look::default() {
        sheet.looks.insert(at, look);
    }
    if !raw.is_blank() {
        rows.put(at, raw);
    }
}

fn value(data: Node<'_, '_>, shown: Shown) -> Raw {
    let written = text(data, true);
    match said(data, "Type") {
        Some("Number") => match written.trim().parse() {
            Ok(found) => float(found, shown),
            Err(_) => Raw::text(&written),
        },
        Some("DateTime") => iso(written.trim()),
        Some("Boolean") => Raw::Bool(written.trim() == "1"),
        Some("Error") => Raw::Error(written.into()),
        _ => Raw::text(&written),
    }
}

/// The text inside, with or without what is struck through.
fn text(node: Node<'_, '_>, with_struck: bool) -> String {
    let is_struck = |text: &Node<'_, '_>| {
        let mut above = text.ancestors();
        above.any(|node| node.tag_name().name() == "S")
    };
    let texts = node.descendants().filter(Node::is_text);
    let texts = texts.filter(|text| with_struck || !is_struck(text));
    texts.filter_map(|text| text.text()).collect()
}

#[cfg(test)]
mod tests;
