//! Lists out: what a list shows, as xlsx or csv.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{DateLook, Encoding, Line, Number, Out, Sheet, write_csv, write_xlsx};
use suoji_model::kinds::{EXTRA_PREFIX, extra_shape};
use suoji_model::words::{Language, word};
use suoji_model::{Cell, Currency, Field, Kind, Precision, Shape, Value, decimal, money, show};
use suoji_store::{Desk, Query, Record};
use uuid::Uuid;

use crate::app::App;
use crate::contract::{ExportDone, ExportFormat, ExportList};
use crate::fault::{Code, Fault};
use crate::titles::Names;
use crate::{kinds, lists, time, titles};

impl App {
    /// Writes all matching rows: the columns that were asked for, or every
    /// declared field.
    pub(crate) async fn export_list(&self, request: ExportList) -> Result<ExportDone, Fault> {
        let kind = kinds::find(&request.kind)?;
        let language = Language::of_tag(request.language.as_deref().unwrap_or_default());
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(lists::filter).collect(),
            text: request.text,
            ids: request.ids,
            sort: request.sort.into_iter().map(lists::sort).collect(),
            limit: u32::MAX,
            ..Query::default()
        };
        let records = desk.select(kind, &query).await?.rows;
        let values = records.iter().map(|record| &record.values);
        let names = titles::names_of(&desk, kind, values).await?;
        let label = word(language, &format!("kind.{}", kind.name)).to_owned();
        let columns = columns(&desk, kind, request.columns).await?;
        let heads: Vec<String> = columns
            .iter()
            .map(|column| head(language, kind, column))
            .collect();
        let masked = !request.unmasked.unwrap_or(false);
        let rows = records.iter().map(|record| {
            let cells = columns.iter();
            let cells = cells.map(|column| out(language, kind, column, record, &names, masked));
            Line::Record(cells.collect())
        });
        let sheet = Sheet::plain(&label, &heads);
        let (bytes, extension) = match request.format {
            ExportFormat::Xlsx => (write_xlsx(&sheet, rows)?, "xlsx"),
            ExportFormat::Csv => (write_csv(&sheet, rows, Encoding::Utf8)?, "csv"),
        };
        Ok(ExportDone {
            file_name: format!("{label}_{}.{extension}", time::stamp()),
            data: BASE64.encode(bytes),
            rows: records.len() as u64,
        })
    }
}

/// A column of an export.
struct Column {
    /// The field's name in a record.
    name: String,
    /// The users' own label of an extra field.
    label: Option<String>,
    /// The declaration; of an extra field, only its shape counts.
    field: Field,
}

/// The columns that were asked for, in that order; every declared field when
/// none were.
async fn columns(
    desk: &Desk,
    kind: &'static Kind,
    names: Option<Vec<String>>,
) -> Result<Vec<Column>, Fault> {
    let declared = |field: &Field| Column {
        name: field.name.to_owned(),
        label: None,
        field: *field,
    };
    let Some(names) = names else {
        return Ok(kind.fields.iter().map(declared).collect());
    };
    let extras = kinds::extra_fields(desk).await?;
    let extra = |name: &String| {
        let extra = extras
            .iter()
            .filter(|extra| extra.values["of_kind"] == kind.name)
            .find(|extra| *name == format!("{EXTRA_PREFIX}{}", extra.id))?;
        let text = |name: &str| extra.values.get(name).and_then(|text| text.as_str());
        Some(Column {
            name: name.clone(),
            label: text("label").map(str::to_owned),
            field: Field::new("extra", extra_shape(text("shape")?)?),
        })
    };
    let column = |name: String| match kind.field(&name) {
        Some(field) => Ok(declared(field)),
        None => extra(&name).ok_or_else(|| {
            let detail = format!("{}.{name}", kind.name);
            Fault::new(Code::BadQuery).with("detail", detail)
        }),
    };
    names.into_iter().map(column).collect()
}

/// The label; money columns say their unit.
fn head(language: Language, kind: &Kind, column: &Column) -> String {
    let key = format!("field.{}.{}", kind.name, column.name);
    let label = match &column.label {
        Some(label) => label,
        None => word(language, &key),
    };
    match (column.field.shape, language) {
        (Shape::Money, Language::Chinese) => format!("{label}（元）"),
        (Shape::Money, Language::English) => format!("{label} (yuan)"),
        _ => label.to_owned(),
    }
}

fn out(
    language: Language,
    kind: &Kind,
    column: &Column,
    record: &Record,
    names: &Names,
    masked: bool,
) -> Out {
    let field = &column.field;
    let Some(json) = record.values.get(&column.name) else {
        return Out::Blank;
    };
    let cell = Cell::read(&field.shape, json).unwrap_or(Cell::Blank);
    match &cell {
        Cell::Blank => Out::Blank,
        Cell::Known(Value::Ref(id), _) => Out::Text(title(names, *id)),
        Cell::Known(Value::Text(text), _) if field.personal && masked => Out::Text(mask(text)),
        Cell::Known(Value::Money(amount), None) if amount.currency == Currency::CNY => {
            Out::Number(Number {
                text: amount.amount(),
                decimals: money::MINOR_DECIMALS,
                ..Number::default()
            })
        }
        Cell::Known(Value::Number(number), None) => {
            let decimals = field.shape.decimals().unwrap_or(0);
            let text = decimal::shortest(*number, decimals);
            let shown = text.split_once('.').map_or(0, |(_, digits)| digits.len());
            Out::Number(Number {
                text,
                decimals: u8::try_from(shown).unwrap_or(decimals),
                ..Number::default()
            })
        }
        Cell::Known(Value::Date(date), None) if date.precision() == Precision::Day => {
            Out::Date(date.start(), DateLook::Iso)
        }
        _ => Out::Text(show::show(language, kind, field, &cell)),
    }
}

fn title(names: &Names, id: Uuid) -> String {
    names
        .get(&id)
        .map(|name| name.title.clone())
        .unwrap_or_default()
}

/// The first three and last two characters of a number; less of a short one.
fn mask(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let (first, last) = if characters.len() >= 9 {
        (3, 2)
    } else {
        (1, 0)
    };
    characters
        .iter()
        .enumerate()
        .map(|(at, c)| {
            let shown = at < first || at + last >= characters.len();
            if shown { *c } else { '*' }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn phones_are_masked() {
        assert_eq!(mask("15400005046"), "154******46");
        assert_eq!(mask("wx12"), "w***");
    }
}
