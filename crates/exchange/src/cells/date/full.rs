//! A date written so that it reads the same in another file, whose title may
//! name no year.

use suoji_model::{Cell, Value};

use super::read;
use crate::book::Raw;
use crate::cells::Context;

/// The text of a cell with the year that it was read with; `None` where the
/// text says all of it, and where it is no date.
pub fn date_in_full(text: &str, cell: &Cell) -> Option<String> {
    let Cell::Known(Value::Date(date), _) = cell else {
        return None;
    };
    let reads = |text: &str| read(&Raw::Text(text.into()), Context::default()).cell == *cell;
    if reads(text) {
        return None;
    }
    let (year, text) = (chrono::Datelike::year(&date.start()), text.trim());
    let forms = [
        format!("{year}年{text}月"),
        format!("{year}年{text}"),
        format!("{year}-{text}"),
        format!("{year}.{text}"),
        date.to_string(),
    ];
    forms.into_iter().find(|form| reads(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_takes_the_year_that_it_was_read_with() {
        let context = Context {
            year: Some(2023),
            ..Context::default()
        };
        for (text, full) in [
            ("5月18日", Some("2023年5月18日")),
            ("5月中旬", Some("2023年5月中旬")),
            ("上半年", Some("2023年上半年")),
            ("二季度", Some("2023年二季度")),
            ("5-18", Some("2023-5-18")),
            ("5.18", Some("2023.5.18")),
            ("2023年5月18日", None),
            ("2023-05-18", None),
            ("待定", None),
            ("2023-02-30", None),
        ] {
            let cell = read(&Raw::Text(text.into()), context).cell;
            let found = date_in_full(text, &cell);
            assert_eq!(found.as_deref(), full, "{text} {cell:?}");
        }
        let months = Context {
            month: true,
            ..context
        };
        let cell = read(&Raw::Text("7".into()), months).cell;
        assert_eq!(date_in_full("7", &cell).as_deref(), Some("2023年7月"));
    }
}
