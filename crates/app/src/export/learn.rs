//! A template learned from a superior's own form.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{
    Align, DateLook, FoundColumn, FoundContent, FoundForm, Span, Target, learn, read,
};
use suoji_model::words::Language;
use suoji_model::{Kind, Shape, kinds as declared};

use super::companions;
use super::shown::nulls;
use super::unit::Unit;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::kinds;

/// References that never lead to what a form means.
const ASIDE: [&str; 3] = ["suspected_same_as", "parent_project", "supplement_to"];
/// References followed to find a field.
const MOST_STEPS: usize = 2;
/// Columns from which a form is printed on its side.
const WIDE: usize = 7;
/// Columns from which A4 is too small to be read.
const VERY_WIDE: usize = 16;

impl App {
    /// Learns a form from an empty or a filled one.
    pub(crate) async fn learn_export_template(
        &self,
        request: LearnExportTemplate,
    ) -> Result<LearnedForm, Fault> {
        let kind = request.kind.as_deref().map(kinds::find).transpose()?;
        let file = request.file_name.clone();
        let bytes = BASE64
            .decode(&request.data)
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
        let unknown = || Fault::new(Code::NothingRecognised).with("file", file.clone());
        let found = tokio::task::spawn_blocking(move || {
            let book = read(&request.file_name, &bytes)
                .map_err(|error| Fault::of_reading(&request.file_name, &error))?;
            let ledger = kind.map(ledger_of);
            let sheet = request.sheet.as_deref();
            Ok::<_, Fault>(learn(&book, ledger, sheet, request.header_rows))
        });
        let found = found
            .await
            .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))??;
        let found = found.ok_or_else(unknown)?;
        let kind = match kind.or_else(|| declared::find(found.kind)) {
            Some(kind) => kind,
            None => return Err(unknown()),
        };
        Ok(learned(kind, found, &file))
    }
}

/// The ledger whose headings a kind's forms have.
fn ledger_of(kind: &'static Kind) -> &'static str {
    match kind.name {
        "agreement" | "project" => "signing",
        other => other,
    }
}

fn learned(kind: &'static Kind, found: FoundForm, file: &str) -> LearnedForm {
    let columns = found.columns.iter().map(|one| column(kind, one));
    let mut columns: Vec<FormColumn> = columns.collect();
    companions::join(kind, &mut columns);
    let sure = found.columns.iter().zip(&columns);
    let sure = sure.map(|(one, column)| LearnedColumn {
        letter: one.letter.clone(),
        confidence: match column.fields.is_empty() && !column.serial {
            true => 0,
            false => one.confidence,
        },
        reason: one.reason.clone(),
    });
    let sure = sure.collect();
    let adds = columns.iter().any(|column| column.total);
    let texts = |rows: &[Vec<Span>]| -> Vec<Vec<FormText>> {
        rows.iter()
            .map(|row| row.iter().map(text).collect())
            .collect()
    };
    let group = found.sections.as_ref().and_then(|sections| {
        let column = columns.get(usize::try_from(sections.column).ok()?)?;
        Some(FormGroup {
            by: column.fields.first()?.clone(),
            step: None,
            label: sections.label.clone(),
            subtotal: sections.subtotal.clone(),
        })
    });
    let mut nulls = nulls(Language::Chinese);
    if let Some(nothing) = found.nothing {
        // A sign for what nobody entered would say more than is known.
        nulls.not_applicable = nothing;
    }
    let total = match found.total {
        Some((label, above)) => Some(FormTotal { label, above }),
        None => adds.then(|| FormTotal {
            label: "合计".to_owned(),
            above: false,
        }),
    };
    let top = texts(&found.top);
    let title = top.iter().flatten().find(|text| text.title);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    LearnedForm {
        sheet: found.sheet,
        kind: kind.name.to_owned(),
        name: title
            .map_or(stem, |title| &title.text)
            .replace("{year}年", ""),
        form: ExportForm {
            landscape: columns.len() >= WIDE,
            large: columns.len() >= VERY_WIDE,
            foot: texts(&found.foot),
            top,
            columns,
            group,
            total,
            nulls,
            ..ExportForm::default()
        },
        columns: sure,
    }
}

fn text(span: &Span) -> FormText {
    FormText {
        text: if span.is_title {
            timeless(&span.text)
        } else {
            span.text.clone()
        },
        from: span.from,
        to: span.to,
        align: match span.align {
            Align::Left => FormAlign::Left,
            Align::Center => FormAlign::Center,
            Align::Right => FormAlign::Right,
        },
        title: span.is_title,
    }
}

/// A title with `{year}` for the year that it names.
fn timeless(title: &str) -> String {
    let year = title.match_indices('年').find_map(|(end, _)| {
        let start = end.checked_sub(4)?;
        let digits = title.get(start..end)?;
        let is_year = digits.starts_with("20") && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then_some(start..end)
    });
    match year {
        Some(year) => {
            let mut text = title.to_owned();
            text.replace_range(year, "{year}");
            text
        }
        None => title.to_owned(),
    }
}

fn column(kind: &'static Kind, found: &FoundColumn) -> FormColumn {
    let mut column = FormColumn {
        heads: found.heads.clone(),
        unit: found.unit.map(str::to_owned),
        decimals: found.decimals,
        width: found.width,
        date: found.date.map(|look| match look {
            DateLook::Iso => FormDate::Iso,
            DateLook::Dots => FormDate::Dots,
            DateLook::Slashes => FormDate::Slashes,
            DateLook::Words => FormDate::Words,
        }),
        ..FormColumn::default()
    };
    match &found.content {
        FoundContent::Unknown => {}
        FoundContent::Serial => column.serial = true,
        FoundContent::Tick(field, choice) => {
            column.fields.extend(path(kind, field));
            column.tick = Some((*choice).to_owned());
        }
        FoundContent::Fields(fields, join) => {
            column.fields = fields
                .iter()
                .filter_map(|field| path(kind, field))
                .collect();
            if column.fields.len() > 1 {
                column.join = Some((*join).to_owned());
            }
            if let ([only], [_]) = (fields.as_slice(), column.fields.as_slice()) {
                let field = only.declared();
                let shape = field.map(|field| field.shape);
                let measured = matches!(shape, Some(Shape::Money | Shape::Area));
                column.total = measured || field.is_some_and(|field| field.adds);
                let unit = shape.zip(column.unit.as_deref());
                if unit.is_some_and(|(shape, unit)| !Unit::is_known(shape, unit)) {
                    column.fields.clear();
                    column.total = false;
                }
            }
        }
    }
    if column.fields.is_empty() {
        (column.unit, column.decimals, column.tick) = (None, None, None);
    }
    column
}

/// The path from `kind` to a field that a form means.
fn path(kind: &'static Kind, target: &Target) -> Option<String> {
    if target.kind == kind.name {
        return Some(target.field.to_owned());
    }
    (1..=MOST_STEPS).find_map(|steps| reach(kind, target, steps))
}

fn reach(kind: &'static Kind, target: &Target, steps: usize) -> Option<String> {
    let references = kind.fields.iter().filter_map(|field| match field.shape {
        Shape::Ref(to) if !ASIDE.contains(&field.name) => Some((field.name, declared::find(to)?)),
        _ => None,
    });
    for (name, to) in references {
        let rest = if steps > 1 {
            reach(to, target, steps - 1)
        } else if to.name != target.kind {
            None
        } else if to.title == target.field {
            return Some(name.to_owned());
        } else {
            Some(target.field.to_owned())
        };
        if let Some(rest) = rest {
            return Some(format!("{name}.{rest}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use suoji_model::kinds::{AGREEMENT, PROJECT};

    #[test]
    fn fields_are_reached_from_the_kind_that_is_listed() {
        let from = |kind, dotted: &str| path(kind, &Target::parse(dotted).expect("target"));
        assert_eq!(
            from(&AGREEMENT, "agreement.sign_date").as_deref(),
            Some("sign_date")
        );
        assert_eq!(from(&AGREEMENT, "project.name").as_deref(), Some("project"));
        assert_eq!(
            from(&AGREEMENT, "enterprise.name").as_deref(),
            Some("party")
        );
        assert_eq!(
            from(&AGREEMENT, "enterprise.uscc").as_deref(),
            Some("party.uscc")
        );
        assert_eq!(
            from(&AGREEMENT, "project.chain").as_deref(),
            Some("project.chain")
        );
        assert_eq!(
            from(&AGREEMENT, "contact.mobile").as_deref(),
            Some("contact.mobile")
        );
        assert_eq!(from(&PROJECT, "project.chain").as_deref(), Some("chain"));
        assert_eq!(from(&PROJECT, "agreement.sign_date"), None);
    }

    #[test]
    fn a_title_names_the_year_of_the_day() {
        assert_eq!(
            timeless("某区2023年签约项目台账"),
            "某区{year}年签约项目台账"
        );
        assert_eq!(timeless("签约项目台账"), "签约项目台账");
    }
}
