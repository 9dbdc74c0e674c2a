//! A cell in words, for the command line and exported sheets.

use crate::words::{Language, word};
use crate::{Cell, Currency, Field, Kind, Mark, Money, Shape, Value, area, decimal};

/// What a cell shows; empty for a blank one. References show their id: only
/// their holder knows their titles.
pub fn show(language: Language, kind: &Kind, field: &Field, cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Absent(absent) => word(language, &format!("absent.{}", absent.name())).to_owned(),
        Cell::Known(value, mark) => {
            let text = show_value(language, kind, field, value);
            match mark {
                None => text,
                Some(Mark::Range { high }) => {
                    let upper = show_value(language, kind, field, &with_scaled(value, *high));
                    format!("{text}–{upper}")
                }
                Some(mark) => {
                    let key = format!("mark.{}", mark.name());
                    let name = word(language, &key);
                    let space = if language == Language::English {
                        " "
                    } else {
                        ""
                    };
                    format!("{name}{space}{text}")
                }
            }
        }
    }
}

fn show_value(language: Language, kind: &Kind, field: &Field, value: &Value) -> String {
    match value {
        Value::Text(text) => match field.shape {
            Shape::Choice(_) => {
                let key = format!("choice.{}.{}.{text}", kind.name, field.name);
                word(language, &key).to_owned()
            }
            _ => text.clone(),
        },
        Value::Flag(flag) => (if *flag { "√" } else { "×" }).to_owned(),
        Value::Ref(id) => id.to_string(),
        Value::List(list) => list.join(if language == Language::English {
            ", "
        } else {
            "、"
        }),
        Value::Money(money) => show_money(language, money),
        Value::Number(number) => decimal::shortest(*number, field.shape.decimals().unwrap_or(0)),
        Value::Area(area) => {
            let key = format!("unit.{}", area.unit.name());
            let unit = word(language, &key);
            format!("{} {unit}", area.amount())
        }
        Value::Date(date) => date.to_string(),
    }
}

/// An amount with its unit, in 万 from ten thousand up.
fn show_money(language: Language, money: &Money) -> String {
    const WAN: i64 = 10_000 * 100;
    let amount = if language == Language::Chinese && money.minor.abs() >= WAN {
        // 万 with six decimals holds every fen.
        format!("{}万", decimal::shortest(money.minor, 6))
    } else {
        money.amount()
    };
    let code = money.currency.code();
    match (money.currency == Currency::CNY, language) {
        (true, Language::Chinese) => format!("{amount}元"),
        (true, Language::English) => format!("{amount} yuan"),
        (false, Language::Chinese) => {
            format!("{amount}{}", word(language, &format!("currency.{code}")))
        }
        (false, Language::English) => format!("{amount} {code}"),
    }
}

/// The value with another number in it.
fn with_scaled(value: &Value, scaled: i64) -> Value {
    match value {
        Value::Money(money) => Value::Money(Money {
            minor: scaled,
            currency: money.currency,
        }),
        Value::Number(_) => Value::Number(scaled),
        Value::Area(area) => Value::Area(area::Area {
            scaled,
            unit: area.unit,
        }),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::AGREEMENT;
    use serde_json::json;

    #[test]
    fn amounts_in_words() {
        let field = AGREEMENT.field("contract_capital").expect("field");
        let shown = |json| {
            let cell = Cell::read(&field.shape, &json).expect("cell");
            show(Language::Chinese, &AGREEMENT, field, &cell)
        };
        assert_eq!(
            shown(json!({"amount": "30000000.00", "currency": "CNY", "mark": "approximate"})),
            "约3000万元"
        );
        assert_eq!(
            shown(
                json!({"amount": "50000000.00", "currency": "CNY", "mark": "range", "high": "100000000.00"})
            ),
            "5000万元–10000万元"
        );
        assert_eq!(
            shown(json!({"amount": "12000000.00", "currency": "USD"})),
            "1200万美元"
        );
        assert_eq!(shown(json!({"absent": "pending"})), "待定");
    }
}
