//! A list as it is shown: the form with its own headings.

use suoji_model::words::{Language, word};
use suoji_model::{Absent, Cell, Kind, Shape, Value};
use suoji_store::Record;

use super::paths::Fields;
use crate::contract::{ExportForm, FormColumn, FormGroup, FormNulls, FormTotal, ListGroup};
use crate::fault::{Code, Fault};

/// The form of these columns; of every declared field when none are named.
pub(super) fn shown(
    fields: &Fields,
    kind: &'static Kind,
    names: Option<&[String]>,
    records: &[Record],
    language: Language,
) -> Result<ExportForm, Fault> {
    let declared = || kind.fields.iter().map(|field| field.name.to_owned());
    let names = names.map_or_else(|| declared().collect(), <[String]>::to_vec);
    let column = |name: String| {
        let path = fields.find(kind, &name).ok_or_else(|| {
            let detail = format!("{}.{name}", kind.name);
            Fault::new(Code::BadQuery).with("detail", detail)
        })?;
        let key = format!("field.{}.{name}", kind.name);
        let label = match &path.label {
            Some(label) => label.clone(),
            None => word(language, &key).to_owned(),
        };
        let unit = match path.field.shape {
            Shape::Money => Some(money_unit(language)),
            Shape::Area => Some(area_unit(records, &name)),
            _ => None,
        };
        Ok(FormColumn {
            heads: vec![with_unit(language, label, unit)],
            fields: vec![name],
            unit: unit.map(str::to_owned),
            decimals: match path.field.shape {
                Shape::Money => Some(2),
                _ => None,
            },
            total: matches!(path.field.shape, Shape::Money | Shape::Area) || path.field.adds,
            ..FormColumn::default()
        })
    };
    let columns: Result<Vec<FormColumn>, Fault> = names.into_iter().map(column).collect();
    let columns = columns?;
    let adds = columns.iter().any(|column| column.total);
    Ok(ExportForm {
        total: adds.then(|| FormTotal {
            label: word(language, "sheet.total").to_owned(),
            above: false,
        }),
        columns,
        nulls: nulls(language),
        landscape: true,
        ..ExportForm::default()
    })
}

/// The groups of a list, each with its sums, and its number of rows where the
/// `whole` list is there.
pub(super) fn sections(group: &ListGroup, whole: bool, language: Language) -> FormGroup {
    let label = match whole {
        true => word(language, "sheet.section"),
        false => "{group}",
    };
    FormGroup {
        by: group.by.clone(),
        step: group.step,
        label: label.to_owned(),
        subtotal: Some(word(language, "sheet.subtotal").to_owned()),
    }
}

/// The words for nothing that are read again as what they say.
pub(super) fn nulls(language: Language) -> FormNulls {
    let absent = |absent: Absent| word(language, &format!("absent.{}", absent.name())).to_owned();
    FormNulls {
        blank: String::new(),
        not_applicable: absent(Absent::NotApplicable),
        unknown: absent(Absent::Unknown),
        pending: absent(Absent::Pending),
    }
}

fn with_unit(language: Language, label: String, unit: Option<&str>) -> String {
    match (unit, language) {
        (None, _) => label,
        (Some(unit), Language::Chinese) => format!("{label}（{unit}）"),
        (Some("百万元"), Language::English) => format!("{label} (CNY m)"),
        (Some("亩"), Language::English) => format!("{label} (mu)"),
        (Some(unit), Language::English) => format!("{label} ({unit})"),
    }
}

/// The unit in which a list shows amounts.
fn money_unit(language: Language) -> &'static str {
    match language {
        Language::Chinese => "万元",
        Language::English => "百万元",
    }
}

/// The unit that all areas of a column are given in; square metres when they
/// are given in several.
fn area_unit(records: &[Record], name: &str) -> &'static str {
    let mut found = None;
    for record in records {
        let Some(json) = record.values.get(name) else {
            continue;
        };
        let Ok(Cell::Known(Value::Area(area), _)) = Cell::read(&Shape::Area, json) else {
            continue;
        };
        if found.is_some_and(|unit| unit != area.unit) {
            return "㎡";
        }
        found = Some(area.unit);
    }
    match found {
        Some(suoji_model::AreaUnit::Mu) => "亩",
        Some(suoji_model::AreaUnit::Hectare) => "公顷",
        Some(suoji_model::AreaUnit::Sqm) | None => "㎡",
    }
}
