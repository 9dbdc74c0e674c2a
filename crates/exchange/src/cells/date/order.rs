//! Days written with the year last, `07/14/2023`: which of the two numbers
//! before it is the month, another cell of the column may tell.

use suoji_model::{PartialDate, Value};

use super::{Level, Reading, day_of};
use crate::book::Raw;
use crate::cells::text::tight;

/// What stands first in the days of a column that have the year last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing tells, or two cells tell otherwise.
    #[default]
    Unknown,
    /// The month: `07/14/2023`.
    Month,
    /// The day: `14/07/2023`.
    Day,
}

/// What the cells of a column say.
pub(crate) fn order<'r>(column: impl Iterator<Item = &'r Raw>) -> Order {
    let (mut months, mut days) = (false, false);
    for raw in column {
        let Raw::Text(text) = raw else {
            continue;
        };
        match numbers(text) {
            Some((1..=12, 13..=31, _)) => months = true,
            Some((13..=31, 1..=12, _)) => days = true,
            _ => {}
        }
    }
    match (months, days) {
        (true, false) => Order::Month,
        (false, true) => Order::Day,
        _ => Order::Unknown,
    }
}

/// Reads such a day, if it can be but one.
pub(super) fn read(text: &str, order: Order) -> Option<Reading> {
    let (first, second, year) = numbers(text)?;
    let day = |month, day| day_of(year, month, day);
    let sure = |date: PartialDate| Some(Reading::exact(Value::Date(date)));
    match (first, second) {
        (1..=12, 13..=31) => sure(day(first, second)?),
        (13..=31, 1..=12) => sure(day(second, first)?),
        _ if first == second => sure(day(first, second)?),
        _ => {
            let date = match order {
                Order::Month => day(first, second)?,
                Order::Day => day(second, first)?,
                Order::Unknown => return None,
            };
            sure(date).map(|reading| reading.with("vague_date", Level::Should))
        }
    }
}

/// The numbers of `07/14/2023`, `7-14-2023` or `14.07.2023`.
fn numbers(text: &str) -> Option<(u32, u32, i32)> {
    // Nearly every day begins with its year.
    let begins = text.bytes().take_while(u8::is_ascii_digit).count();
    if begins > 2 {
        return None;
    }
    let text = tight(text);
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = text.split(['/', '-', '.'].into_iter().find(|one| *one == sign)?);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    let fits = short(first) && short(second) && year.len() == 4 && parts.next().is_none();
    let year = year
        .parse()
        .ok()
        .filter(|year| (1990..2100).contains(year))?;
    fits.then_some((first.parse().ok()?, second.parse().ok()?, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_above_twelve_tells_the_order_of_its_column() {
        let column = |texts: &[&str]| {
            let cells: Vec<Raw> = texts.iter().map(|text| Raw::text(text)).collect();
            order(cells.iter())
        };
        assert_eq!(column(&["03/05/2023", "07/14/2023"]), Order::Month);
        assert_eq!(column(&["03/05/2023", "14/07/2023"]), Order::Day);
        assert_eq!(column(&["07/14/2023", "14/07/2023"]), Order::Unknown);
        assert_eq!(column(&["03/05/2023", "2023/7/14"]), Order::Unknown);
    }

    #[test]
    fn a_day_with_the_year_last_is_read_where_it_is_but_one() {
        let day = |text, order| match read(text, order).map(|reading| reading.cell) {
            Some(suoji_model::Cell::Known(Value::Date(date), None)) => date.to_string(),
            _ => String::new(),
        };
        assert_eq!(day("07/14/2023", Order::Unknown), "2023-07-14");
        assert_eq!(day("14.07.2023", Order::Unknown), "2023-07-14");
        assert_eq!(day("03/05/2023", Order::Month), "2023-03-05");
        assert_eq!(day("03/05/2023", Order::Day), "2023-05-03");
        assert_eq!(day("03/05/2023", Order::Unknown), "");
        assert_eq!(day("2023/5/3", Order::Month), "");
    }
}
