//! What stands in one field of one record, and its JSON form, which is the
//! same on the wire, in the change log and on the command line.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use crate::field::Shape;
use crate::refusal::Why;
use crate::seen::{is_unseen, seen};
use crate::{Area, AreaUnit, Currency, Money, PartialDate, area, decimal, money};

/// Why a field has no value, when somebody said why. None of them is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// 不适用
    NotApplicable,
    /// 未知
    Unknown,
    /// 待定
    Pending,
}

impl Absent {
    /// All three, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::NotApplicable, Self::Unknown, Self::Pending];

    /// The name in the wire format and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Unknown => "unknown",
            Self::Pending => "pending",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// How a quantity is less than exact. Totals count it and say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// 约, 左右, 余
    Approximate,
    /// 不低于
    AtLeast,
    /// 不超过
    AtMost,
    /// From the value up to `high`, in the value's own unit and scale.
    Range {
        /// The upper end.
        high: i64,
    },
}

impl Mark {
    /// The name in the wire format and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approximate => "approximate",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Range { .. } => "range",
        }
    }

    /// The mark of that name; `high` is used by a range only.
    pub fn parse(name: &str, high: Option<i64>) -> Option<Self> {
        match name {
            "approximate" => Some(Self::Approximate),
            "at_least" => Some(Self::AtLeast),
            "at_most" => Some(Self::AtMost),
            "range" => high.map(|high| Self::Range { high }),
            _ => None,
        }
    }
}

/// A known value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, a code or a choice.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Another record's id.
    Ref(Uuid),
    /// Several short texts, such as aliases.
    List(Vec<String>),
    /// An amount of one currency.
    Money(Money),
    /// A number scaled by the field's decimals.
    Number(i64),
    /// An area in its own unit.
    Area(Area),
    /// A date with its precision.
    Date(PartialDate),
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nobody entered anything.
    Blank,
    /// Somebody entered that there is no value, and why.
    Absent(Absent),
    /// A value, exact unless marked.
    Known(Value, Option<Mark>),
}

impl Cell {
    /// An exact value.
    pub fn exact(value: Value) -> Self {
        Self::Known(value, None)
    }

    /// Exact text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::exact(Value::Text(text.into()))
    }

    /// A reference.
    pub fn reference(id: Uuid) -> Self {
        Self::exact(Value::Ref(id))
    }

    /// The text of a text, code or choice cell.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Known(Value::Text(text), _) => Some(text),
            _ => None,
        }
    }

    /// The id in a reference cell.
    pub fn as_ref_id(&self) -> Option<Uuid> {
        match self {
            Self::Known(Value::Ref(id), _) => Some(*id),
            _ => None,
        }
    }

    /// Reads the JSON form for a field of `shape`.
    pub fn read(shape: &Shape, json: &Json) -> Result<Self, Why> {
        if json.is_null() {
            return Ok(Self::Blank);
        }
        if let Some(absent) = json.get("absent") {
            let named = absent.as_str().and_then(Absent::parse);
            return match named {
                Some(absent) if shape.takes_marks() => Ok(Self::Absent(absent)),
                _ => Err(Why::WrongShape),
            };
        }
        let value = read_value(shape, json)?;
        if matches!(&value, Value::Text(text) if text.is_empty()) {
            return Ok(Self::Blank);
        }
        if matches!(&value, Value::List(list) if list.is_empty()) {
            return Ok(Self::Blank);
        }
        let mark = match json.get("mark").and_then(Json::as_str) {
            None => None,
            Some(name) => Some(read_mark(shape, json, &value, name)?),
        };
        Ok(Self::Known(value, mark))
    }

    /// The JSON form in which a value is kept, when that is another than this.
    pub fn other_form(shape: &Shape, json: &Json) -> Result<Option<Json>, Why> {
        // Most texts are as they are kept, and need not be copied to be sure.
        let is_kept = |text: &str| match shape {
            Shape::Text { .. } | Shape::Code => {
                text.trim().len() == text.len() && !text.contains(is_unseen)
            }
            Shape::Choice(choices) => choices.contains(&text),
            _ => false,
        };
        if json
            .as_str()
            .is_some_and(|text| !text.is_empty() && is_kept(text))
        {
            return Ok(None);
        }
        let clean = clean(shape, json);
        let cell = Self::read(shape, clean.as_ref().unwrap_or(json))?;
        if cell.is_written(shape, json) {
            return Ok(None);
        }
        let form = cell.to_json(shape);
        Ok((form != *json).then_some(form))
    }

    /// Whether the JSON surely is the cell's own, found without making that.
    fn is_written(&self, shape: &Shape, json: &Json) -> bool {
        let Self::Known(value, None) = self else {
            return false;
        };
        let members = json.as_object().map_or(0, Map::len);
        let says = |name: &str, text: &str| json.get(name).and_then(Json::as_str) == Some(text);
        match value {
            Value::Flag(_) => true,
            Value::Ref(id) => {
                let mut text = Uuid::encode_buffer();
                json.as_str() == Some(id.hyphenated().encode_lower(&mut text))
            }
            Value::Money(money) => {
                let currency = says("currency", money.currency.code());
                members == 2 && currency && says("amount", &money.amount())
            }
            Value::Number(number) => {
                let decimals = shape.decimals().unwrap_or(0);
                members == 1 && says("number", &decimal::shortest(*number, decimals))
            }
            Value::Area(area) => {
                members == 2 && says("unit", area.unit.name()) && says("area", &area.amount())
            }
            Value::Date(date) => members == 1 && says("date", &date.to_string()),
            Value::Text(_) | Value::List(_) => false,
        }
    }

    /// The JSON form.
    pub fn to_json(&self, shape: &Shape) -> Json {
        match self {
            Self::Blank => Json::Null,
            Self::Absent(absent) => json!({ "absent": absent.name() }),
            Self::Known(value, mark) => {
                let mut json = write_value(shape, value);
                if let (Some(mark), Json::Object(object)) = (mark, &mut json) {
                    write_mark(shape, value, *mark, object);
                }
                json
            }
        }
    }
}

/// A text or list without characters that nobody sees, where it has some.
fn clean(shape: &Shape, json: &Json) -> Option<Json> {
    let clean = |json: &Json| {
        let text = json.as_str().filter(|text| text.contains(is_unseen))?;
        Some(Json::from(seen(text).into_owned()))
    };
    match shape {
        Shape::Text { .. } | Shape::Code | Shape::OpenChoice => clean(json),
        Shape::List => {
            let items = json.as_array()?;
            let of = |item: &Json| clean(item).unwrap_or_else(|| item.clone());
            let unclean = items.iter().any(|item| clean(item).is_some());
            unclean.then(|| items.iter().map(of).collect())
        }
        _ => None,
    }
}

fn read_value(shape: &Shape, json: &Json) -> Result<Value, Why> {
    let text = |json: &Json| json.as_str().map(str::to_owned).ok_or(Why::WrongShape);
    let member = |name: &str| json.get(name).and_then(Json::as_str).ok_or(Why::WrongShape);
    match shape {
        Shape::Text { .. } | Shape::Code => Ok(Value::Text(text(json)?.trim().to_owned())),
        Shape::Choice(choices) => {
            let chosen = text(json)?;
            if chosen.is_empty() || choices.contains(&chosen.as_str()) {
                Ok(Value::Text(chosen))
            } else {
                Err(Why::NoSuchChoice)
            }
        }
        Shape::OpenChoice => Ok(Value::Text(text(json)?)),
        Shape::Flag => json.as_bool().map(Value::Flag).ok_or(Why::WrongShape),
        Shape::Ref(_) => Uuid::parse_str(&text(json)?)
            .map(Value::Ref)
            .map_err(|_| Why::WrongShape),
        Shape::List => json
            .as_array()
            .ok_or(Why::WrongShape)?
            .iter()
            .map(|item| Ok(text(item)?.trim().to_owned()))
            .filter(|item| !matches!(item, Ok(text) if text.is_empty()))
            .collect::<Result<_, _>>()
            .map(Value::List),
        Shape::Money => Ok(Value::Money(Money {
            minor: read_scaled(member("amount")?, money::MINOR_DECIMALS)?,
            currency: Currency::parse(member("currency")?).ok_or(Why::WrongShape)?,
        })),
        Shape::Number { decimals } => read_scaled(member("number")?, *decimals).map(Value::Number),
        Shape::Area => Ok(Value::Area(Area {
            scaled: read_scaled(member("area")?, area::AREA_DECIMALS)?,
            unit: AreaUnit::parse(member("unit")?).ok_or(Why::WrongShape)?,
        })),
        Shape::Date => PartialDate::parse(member("date")?)
            .map(Value::Date)
            .ok_or(Why::NotADate),
    }
}

fn read_scaled(text: &str, decimals: u8) -> Result<i64, Why> {
    decimal::parse(text, decimals).ok_or(Why::NumberOutOfRange)
}

fn read_mark(shape: &Shape, json: &Json, value: &Value, name: &str) -> Result<Mark, Why> {
    let high = match (json.get("high").and_then(Json::as_str), shape.decimals()) {
        (Some(text), Some(decimals)) => Some(read_scaled(text, decimals)?),
        _ => None,
    };
    let mark = Mark::parse(name, high).ok_or(Why::WrongShape)?;
    match (mark, scaled(value)) {
        (Mark::Range { high }, Some(low)) if high < low => Err(Why::RangeUpsideDown),
        (Mark::Range { .. }, None) => Err(Why::WrongShape),
        _ => Ok(mark),
    }
}

/// The integer behind a quantity.
fn scaled(value: &Value) -> Option<i64> {
    match value {
        Value::Money(money) => Some(money.minor),
        Value::Number(number) => Some(*number),
        Value::Area(area) => Some(area.scaled),
        _ => None,
    }
}

fn write_value(shape: &Shape, value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Flag(flag) => json!(flag),
        Value::Ref(id) => json!(id),
        Value::List(list) => json!(list),
        Value::Money(money) => {
            json!({ "amount": money.amount(), "currency": money.currency.code() })
        }
        Value::Number(number) => {
            json!({ "number": decimal::shortest(*number, shape.decimals().unwrap_or(0)) })
        }
        Value::Area(area) => json!({ "area": area.amount(), "unit": area.unit.name() }),
        Value::Date(date) => json!({ "date": date.to_string() }),
    }
}

fn write_mark(shape: &Shape, value: &Value, mark: Mark, object: &mut Map<String, Json>) {
    object.insert("mark".to_owned(), json!(mark.name()));
    if let Mark::Range { high } = mark {
        let decimals = shape.decimals().unwrap_or(0);
        let text = match value {
            Value::Money(_) => decimal::fixed(high, decimals),
            _ => decimal::shortest(high, decimals),
        };
        object.insert("high".to_owned(), json!(text));
    }
}

#[cfg(test)]
mod tests;
