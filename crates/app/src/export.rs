//! Lists out: what a list shows, as xlsx or csv.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use suoji_exchange::{Out, write_csv, write_xlsx};
use suoji_model::words::{Language, word};
use suoji_model::{Cell, Currency, Field, Kind, Precision, Shape, Value, decimal, money, show};
use suoji_store::{Query, Record};
use uuid::Uuid;

use crate::app::App;
use crate::contract::{ExportDone, ExportFormat, ExportList};
use crate::fault::Fault;
use crate::titles::Names;
use crate::{kinds, lists, time, titles};

impl App {
    /// Writes all matching rows with every declared field.
    pub(crate) async fn export_list(&self, request: ExportList) -> Result<ExportDone, Fault> {
        let kind = kinds::find(&request.kind)?;
        let language = Language::of_tag(request.language.as_deref().unwrap_or_default());
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(lists::filter).collect(),
            sort: request.sort.into_iter().map(lists::sort).collect(),
            limit: u32::MAX,
            ..Query::default()
        };
        let records = desk.select(kind, &query).await?.rows;
        let values = records.iter().map(|record| &record.values);
        let names = titles::names_of(&desk, kind, values).await?;
        let label = word(language, &format!("kind.{}", kind.name)).to_owned();
        let heads: Vec<String> = kind
            .fields
            .iter()
            .map(|field| head(language, kind, field))
            .collect();
        let masked = !request.unmasked.unwrap_or(false);
        let rows = records.iter().map(|record| {
            let cells = kind.fields.iter();
            cells
                .map(|field| out(language, kind, field, record, &names, masked))
                .collect()
        });
        let (bytes, extension) = match request.format {
            ExportFormat::Xlsx => (write_xlsx(&label, &heads, rows)?, "xlsx"),
            ExportFormat::Csv => (write_csv(&heads, rows)?, "csv"),
        };
        Ok(ExportDone {
            file_name: format!("{label}_{}.{extension}", time::stamp()),
            data: BASE64.encode(bytes),
            rows: records.len() as u64,
        })
    }
}

/// The label; money columns say their unit.
fn head(language: Language, kind: &Kind, field: &Field) -> String {
    let key = format!("field.{}.{}", kind.name, field.name);
    let label = word(language, &key);
    match (field.shape, language) {
        (Shape::Money, Language::Chinese) => format!("{label}（元）"),
        (Shape::Money, Language::English) => format!("{label} (yuan)"),
        _ => label.to_owned(),
    }
}

fn out(
    language: Language,
    kind: &Kind,
    field: &Field,
    record: &Record,
    names: &Names,
    masked: bool,
) -> Out {
    let Some(json) = record.values.get(field.name) else {
        return Out::Blank;
    };
    let cell = Cell::read(&field.shape, json).unwrap_or(Cell::Blank);
    match &cell {
        Cell::Blank => Out::Blank,
        Cell::Known(Value::Ref(id), _) => Out::Text(title(names, *id)),
        Cell::Known(Value::Text(text), _) if field.personal && masked => Out::Text(mask(text)),
        Cell::Known(Value::Money(amount), None) if amount.currency == Currency::CNY => {
            Out::Number {
                text: amount.amount(),
                decimals: money::MINOR_DECIMALS,
            }
        }
        Cell::Known(Value::Number(number), None) => {
            let decimals = field.shape.decimals().unwrap_or(0);
            let text = decimal::shortest(*number, decimals);
            let shown = text.split_once('.').map_or(0, |(_, digits)| digits.len());
            Out::Number {
                text,
                decimals: u8::try_from(shown).unwrap_or(decimals),
            }
        }
        Cell::Known(Value::Date(date), None) if date.precision() == Precision::Day => {
            Out::Date(date.start())
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
