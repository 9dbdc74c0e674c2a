//! One column of a form: a record's value as the form writes it, and what it
//! adds to the sums.

use suoji_exchange::{DateLook, Number, Out};
use suoji_model::log::Values;
use suoji_model::words::Language;
use suoji_model::words::word;
use suoji_model::{
    Absent, Area, Cell, Currency, Kind, Mark, Money, PartialDate, Precision, Shape, Value, show,
};
use uuid::Uuid;

use super::mask::{mask, mask_within};
use super::paths::{Fields, Path, Referred};
use super::unit::Unit;
use crate::contract::{FormColumn, FormDate, FormNulls};

/// What every cell is written with.
pub(super) struct Writer<'a> {
    pub(super) language: Language,
    pub(super) referred: &'a Referred,
    pub(super) nulls: &'a FormNulls,
    /// Whether personal numbers are shown in part.
    pub(super) masked: bool,
}

/// A column with what its cells hold.
pub(super) struct Column {
    content: Content,
    join: String,
    pub(super) unit: Option<Unit>,
    decimals: Option<u8>,
    /// Whether a value that has more digits shows them.
    exact: bool,
    look: DateLook,
    /// Whether it is added up.
    pub(super) adds: bool,
}

enum Content {
    Nothing,
    Serial,
    Text(String),
    Tick(Path, String),
    Quantity(Path, Unit),
    Fields(Vec<Path>),
}

/// What a column adds up to.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Exact, as [`Unit::exact`] takes it.
    pub(super) base: i128,
    pub(super) counted: u64,
    pub(super) approximate: u64,
    pub(super) missing: u64,
    pub(super) foreign: u64,
    /// Rows whose value an earlier row has.
    pub(super) repeated: u64,
    /// Whether personal data stood in it.
    pub(super) personal: bool,
}

impl Tally {
    pub(super) fn add(&mut self, other: &Self) {
        self.base += other.base;
        self.counted += other.counted;
        self.approximate += other.approximate;
        self.missing += other.missing;
        self.foreign += other.foreign;
        self.repeated += other.repeated;
        self.personal |= other.personal;
    }
}

impl Column {
    pub(super) fn new(
        fields: &Fields,
        kind: &'static Kind,
        form: &FormColumn,
        exact: bool,
    ) -> Self {
        let paths = form.fields.iter();
        let mut paths: Vec<Path> = paths.filter_map(|path| fields.find(kind, path)).collect();
        let first = paths.first().map(|path| path.field.shape);
        let unit = first
            .filter(|_| paths.len() == 1)
            .and_then(|shape| Unit::of(shape, form.unit.as_deref()));
        let content = match (&form.text, &form.tick, unit) {
            _ if form.serial => Content::Serial,
            (Some(text), ..) => Content::Text(text.clone()),
            _ if paths.is_empty() => Content::Nothing,
            (_, Some(choice), _) => Content::Tick(paths.swap_remove(0), choice.clone()),
            (.., Some(unit)) => Content::Quantity(paths.swap_remove(0), unit),
            _ => Content::Fields(paths),
        };
        let is_quantity = matches!(content, Content::Quantity(..));
        Self {
            join: form.join.clone().unwrap_or_else(|| " ".to_owned()),
            unit: unit.filter(|_| is_quantity),
            decimals: form
                .decimals
                .or_else(|| unit.and_then(Unit::usual_decimals)),
            exact,
            look: form.date.map_or(DateLook::Iso, look),
            adds: form.total && is_quantity && unit != Some(Unit::Percent),
            content,
        }
    }

    /// The paths that it reads.
    pub(super) fn paths(&self) -> &[Path] {
        match &self.content {
            Content::Tick(path, _) | Content::Quantity(path, _) => std::slice::from_ref(path),
            Content::Fields(paths) => paths,
            Content::Nothing | Content::Serial | Content::Text(_) => &[],
        }
    }

    /// The record whose amount a row of a column that is added up shows, where
    /// it is another one than the row's own and several rows may show it.
    pub(super) fn shared(&self, writer: &Writer<'_>, values: &Values) -> Option<Uuid> {
        match &self.content {
            Content::Quantity(path, _) if self.adds => writer.referred.owner(path, values),
            _ => None,
        }
    }

    /// Whether texts in it are short and alike.
    pub(super) fn is_centered(&self) -> bool {
        match &self.content {
            Content::Serial | Content::Tick(..) => true,
            Content::Fields(paths) => paths.iter().all(|path| {
                matches!(
                    path.field.shape,
                    Shape::Choice(_) | Shape::Flag | Shape::Date | Shape::Code
                )
            }),
            _ => false,
        }
    }

    /// Digits of a sum.
    pub(super) fn sum_decimals(&self) -> u8 {
        match self.unit {
            Some(Unit::Plain(decimals)) => self.decimals.unwrap_or(decimals),
            _ => self.decimals.unwrap_or(2),
        }
    }

    /// A sum, exact.
    pub(super) fn sum(&self, tally: &Tally) -> String {
        let decimals = self
            .paths()
            .first()
            .and_then(|path| path.field.shape.decimals());
        let unit = self.unit.unwrap_or(Unit::Plain(0));
        unit.exact(tally.base, decimals.unwrap_or(0))
    }

    /// A record's cell; `at` counts the records from 1.
    pub(super) fn cell(
        &self,
        writer: &Writer<'_>,
        values: &Values,
        at: usize,
        tally: &mut Tally,
    ) -> Out {
        match &self.content {
            Content::Nothing => Out::Blank,
            Content::Serial => Out::Number(Number {
                text: at.to_string(),
                ..Number::default()
            }),
            Content::Text(text) => filled(text.clone()),
            Content::Tick(path, choice) => {
                let picks = match writer.referred.cell(path, values) {
                    Cell::Known(Value::Flag(own), _) => choice == if own { "yes" } else { "no" },
                    own => own.as_text() == Some(choice),
                };
                match picks {
                    true => Out::Text("√".to_owned()),
                    false => Out::Blank,
                }
            }
            Content::Quantity(path, unit) => self.quantity(writer, path, *unit, values, tally),
            Content::Fields(paths) => match paths.as_slice() {
                [path] => self.single(writer, path, values, tally),
                several => {
                    let texts = several.iter().filter_map(|path| {
                        let cell = writer.referred.cell(path, values);
                        let text = self.text(writer, path, &cell, tally);
                        (cell != Cell::Blank && !text.is_empty()).then_some((path, text))
                    });
                    let (filled_in, texts): (Vec<&Path>, Vec<String>) = texts.unzip();
                    if let [only] = filled_in.as_slice() {
                        return self.single(writer, only, values, tally);
                    }
                    match texts.join(&self.join) {
                        text if text.is_empty() => filled(writer.nulls.blank.clone()),
                        text => Out::Text(text),
                    }
                }
            },
        }
    }

    fn single(&self, writer: &Writer<'_>, path: &Path, values: &Values, tally: &mut Tally) -> Out {
        let cell = writer.referred.cell(path, values);
        match &cell {
            Cell::Known(Value::Date(date), None) if date.precision() == Precision::Day => {
                Out::Date(date.start(), self.look)
            }
            _ => filled(self.text(writer, path, &cell, tally)),
        }
    }

    fn text(&self, writer: &Writer<'_>, path: &Path, cell: &Cell, tally: &mut Tally) -> String {
        match cell {
            Cell::Blank => writer.nulls.blank.clone(),
            Cell::Absent(absent) => writer.absent(*absent),
            Cell::Known(Value::Ref(id), _) => writer.referred.title(*id),
            // A list shows what is not so by nothing.
            Cell::Known(Value::Flag(false), _) if self.exact => writer.nulls.blank.clone(),
            Cell::Known(Value::Date(date), mark) => {
                let text = date_text(writer.language, self.look, *date);
                match mark {
                    Some(Mark::Range { .. }) | None => text,
                    Some(mark) => {
                        word(writer.language, &format!("mark.{}", mark.name())).to_owned() + &text
                    }
                }
            }
            Cell::Known(Value::Text(text), _) if path.field.personal => {
                tally.personal = true;
                if writer.masked {
                    mask(text)
                } else {
                    text.clone()
                }
            }
            _ => {
                let named = path.field.codes_of.map(|_| writer.referred.named(cell));
                let cell = named.as_ref().unwrap_or(cell);
                let text = show::show(writer.language, path.kind, &path.field, cell);
                let free = matches!(path.field.shape, Shape::Text { .. } | Shape::List);
                match mask_within(&text).filter(|_| free) {
                    Some(masked) => {
                        tally.personal = true;
                        if writer.masked { masked } else { text }
                    }
                    None => text,
                }
            }
        }
    }

    /// Digits shown of a value, whose exact text is given.
    fn digits(&self, unit: Unit, value: &Value, text: &str) -> u8 {
        let own = text.split_once('.').map_or(0, |(_, digits)| digits.len());
        let own = u8::try_from(own).unwrap_or(u8::MAX);
        let whole = match (unit, value) {
            (Unit::Yuan(_), _) => self.exact,
            // In another unit than it was given in, an area has no end.
            (Unit::Area(unit, _), Value::Area(area)) => self.exact && area.unit == unit,
            _ => false,
        };
        match (self.decimals, unit) {
            (_, Unit::Area(..)) if whole => own,
            (Some(decimals), _) if whole => decimals.max(own),
            (decimals, _) => decimals.unwrap_or(own),
        }
    }

    fn quantity(
        &self,
        writer: &Writer<'_>,
        path: &Path,
        unit: Unit,
        values: &Values,
        tally: &mut Tally,
    ) -> Out {
        let cell = writer.referred.cell(path, values);
        let (value, mark) = match &cell {
            Cell::Known(value, mark) => (value, *mark),
            Cell::Absent(absent) => {
                tally.missing += 1;
                return filled(writer.absent(*absent));
            }
            Cell::Blank => {
                tally.missing += 1;
                return filled(writer.nulls.blank.clone());
            }
        };
        let rate = || {
            let rate = path.kind.field("rate")?;
            let values = writer.referred.values(path, values)?;
            match Cell::read(&rate.shape, values.get("rate")?).ok()? {
                Cell::Known(Value::Number(rate), _) => Some(rate),
                _ => None,
            }
        };
        let foreign = match value {
            Value::Money(money) if money.currency != Currency::CNY => Some(money),
            _ => None,
        };
        let rate = foreign.and_then(|_| rate());
        let Some(base) = base(value, rate) else {
            tally.foreign += 1;
            return Out::Text(show::show(writer.language, path.kind, &path.field, &cell));
        };
        tally.base += base;
        tally.counted += 1;
        tally.approximate += u64::from(mark.is_some());
        let scale = path.field.shape.decimals().unwrap_or(0);
        let exact = |base| unit.exact(base, scale);
        let text = exact(base);
        let decimals = self.digits(unit, value, &text);
        let words = match (foreign, mark) {
            (Some(money), mark) => Some(of_foreign(writer.language, path, *money, mark, unit)),
            (None, Some(Mark::Range { high })) => {
                let high = with_scaled(value, high);
                let high = high.and_then(|high| self::base(&high, None)).map(exact);
                let high = Number {
                    text: high.unwrap_or_default(),
                    decimals,
                    percent: unit == Unit::Percent,
                    words: None,
                };
                Some((String::new(), format!("–{}", high.shown())))
            }
            (None, Some(mark)) => {
                let key = format!("mark.{}", mark.name());
                let name = word(writer.language, &key);
                let space = match writer.language {
                    Language::English => " ",
                    Language::Chinese => "",
                };
                Some((format!("{name}{space}"), String::new()))
            }
            (None, None) => None,
        };
        Out::Number(Number {
            text,
            decimals,
            percent: unit == Unit::Percent,
            words: words.map(Box::new),
        })
    }
}

impl Writer<'_> {
    fn absent(&self, absent: Absent) -> String {
        let text = match absent {
            Absent::NotApplicable => &self.nulls.not_applicable,
            Absent::Unknown => &self.nulls.unknown,
            Absent::Pending => &self.nulls.pending,
        };
        text.clone()
    }
}

/// What is added up: fen, thirds of a square metre, scaled numbers. `None`
/// for a foreign amount without a rate.
fn base(value: &Value, rate: Option<i64>) -> Option<i128> {
    match value {
        Value::Money(money) => money.in_fen(rate).map(i128::from),
        Value::Area(area) => Some(i128::from(area.scaled) * i128::from(area.unit.thirds_of_sqm())),
        Value::Number(number) => Some(i128::from(*number)),
        _ => None,
    }
}

/// The value with another number in it.
fn with_scaled(value: &Value, scaled: i64) -> Option<Value> {
    Some(match value {
        Value::Money(money) => Value::Money(Money {
            minor: scaled,
            currency: money.currency,
        }),
        Value::Area(area) => Value::Area(Area {
            scaled,
            unit: area.unit,
        }),
        Value::Number(_) => Value::Number(scaled),
        _ => return None,
    })
}

/// The words around the worth of a foreign amount: `1200万美元（折合8556.60万元）`.
fn of_foreign(
    language: Language,
    path: &Path,
    money: Money,
    mark: Option<Mark>,
    unit: Unit,
) -> (String, String) {
    let cell = Cell::Known(Value::Money(money), mark);
    let amount = show::show(language, path.kind, &path.field, &cell);
    match (language, unit.name()) {
        (Language::English, "元") => (format!("{amount} (worth "), " yuan)".to_owned()),
        (Language::English, name) => (format!("{amount} (worth "), format!(" {name})")),
        (Language::Chinese, name) => (format!("{amount}（折合"), format!("{name}）")),
    }
}

fn filled(text: String) -> Out {
    if text.is_empty() {
        Out::Blank
    } else {
        Out::Text(text)
    }
}

fn look(form: FormDate) -> DateLook {
    match form {
        FormDate::Iso => DateLook::Iso,
        FormDate::Dots => DateLook::Dots,
        FormDate::Slashes => DateLook::Slashes,
        FormDate::Words => DateLook::Words,
    }
}

/// A date at its own precision.
pub(super) fn date_text(language: Language, look: DateLook, date: PartialDate) -> String {
    use chrono::Datelike as _;
    if language == Language::English && date.precision() != Precision::Day {
        return date.to_string();
    }
    let (year, month) = (date.start().year(), date.start().month());
    let part = |names: &[&'static str], at: u32| {
        let at = usize::try_from(at).unwrap_or(0);
        names.get(at).copied().unwrap_or_default()
    };
    match (date.precision(), look) {
        (Precision::Day, look) => look.day(date.start()),
        (Precision::TenDay, _) => {
            let third = part(&["上旬", "中旬", "下旬"], date.start().day() / 10);
            format!("{year}年{month}月{third}")
        }
        (Precision::Month, DateLook::Dots) => format!("{year}.{month:02}"),
        (Precision::Month, DateLook::Iso) => format!("{year}-{month:02}"),
        (Precision::Month, DateLook::Slashes) => format!("{year}/{month:02}"),
        (Precision::Month, DateLook::Words) => format!("{year}年{month}月"),
        (Precision::Quarter, _) => {
            let name = part(&["一季度", "二季度", "三季度", "四季度"], (month - 1) / 3);
            format!("{year}年{name}")
        }
        (Precision::HalfYear, _) => {
            format!("{year}年{}", part(&["上半年", "下半年"], (month - 1) / 6))
        }
        (Precision::Year, DateLook::Words) => format!("{year}年"),
        (Precision::Year, _) => year.to_string(),
    }
}
