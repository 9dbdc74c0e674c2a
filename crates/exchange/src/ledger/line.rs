//! One row while it is read: its values and its problems.

pub(crate) mod ditto;
mod land;
mod row_currency;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike as _;
use suoji_model::{Cell, PartialDate, Precision, Shape, Value};

use crate::book::{Raw, Row, Sheet};
use crate::cells::text::tidy;
use crate::cells::unit::Unit;
use crate::cells::{self, Context, Reading, date, flag, null};
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::columns::{days, pairs, ticks};
use crate::ledger::given::Given;
use crate::ledger::kinds::Ledger;
use crate::ledger::money::is_nothing;
use crate::ledger::names::{described, firm_labels, firms, stars, tags, unnamed};
use crate::ledger::payment::periods::Months;
use crate::ledger::rows::left_out;
use crate::ledger::table::comments;
use crate::ledger::words::{Role, target};
use crate::options::Answers;
use crate::problem::{Level, Problem};
use crate::table::{Cells, LedgerRow, Target};

/// What holds for every row of a table.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) ledger: &'static Ledger,
    /// The name of the file.
    pub(super) file: &'a str,
    pub(super) columns: &'a [Mapped],
    /// The place of the column of each role that one column plays.
    pub(super) by_role: &'a HashMap<Role, usize>,
    pub(super) year: Option<i32>,
    /// Choices that the sheet as a whole makes, such as 在建.
    pub(super) given: &'a [Given],
    pub(super) answers: &'a Answers,
    /// The column, and the period if it is of one, that a row is read for,
    /// where each cell of several is a record.
    pub(super) part: Option<(u16, Option<Months>)>,
    /// The month of the section that the row stands in.
    pub(super) within: Option<u32>,
    /// The unit that a column of its own gives the row's amounts.
    pub(super) unit: Option<Unit>,
}

/// A row being read.
pub(crate) struct Line<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) row: &'a Row,
    pub(super) section: Option<Arc<str>>,
    pub(super) cells: Cells,
    pub(super) problems: Vec<Problem>,
    pub(super) uncounted: Option<&'static str>,
    pub(super) rejected: bool,
    pub(super) is_type_supposed: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(frame: Frame<'a>, row: &'a Row, section: Option<Arc<str>>) -> Self {
        Self {
            frame,
            row,
            section,
            cells: Cells::default(),
            problems: Vec::new(),
            uncounted: None,
            rejected: false,
            is_type_supposed: false,
        }
    }

    /// The column that plays a role.
    pub(super) fn column(&self, role: Role) -> Option<&'a Mapped> {
        let at = self.frame.by_role.get(&role)?;
        self.frame.columns.get(*at)
    }

    /// The column of a field.
    pub(super) fn column_of(&self, target: Target) -> Option<&'a Mapped> {
        self.column(Role::Field(target))
    }

    /// What stands in a column; a cell merged with those above has their
    /// value, unless that is an amount, which is there once.
    pub(super) fn raw(&self, column: &Mapped) -> &'a Raw {
        let own = self.row.cell(column.number);
        if own.is_blank()
            && let Some((top, _)) = column.merged(self.row.number)
            && !is_quantity(column)
        {
            return self.frame.sheet.cell(top, column.number);
        }
        if ditto::is_one(own) && !is_quantity(column) {
            return ditto::above(self.frame.sheet, self.row.number, column);
        }
        own
    }

    /// What a mark in a column says.
    pub(super) fn mark(&self, column: &Mapped) -> Option<bool> {
        flag::parse(self.raw(column), column.context.hollow)
    }

    /// The column that says a choice: the field's own, or that of the mark
    /// which made it.
    pub(super) fn column_choosing(&self, target: Target) -> Option<&'a Mapped> {
        let marked = |choice: &str| {
            let is_own = |column: &&'a Mapped| matches!(column.role, Some(Role::Tick(own, of)) if own == target && of == choice);
            self.frame.columns.iter().find(is_own)
        };
        let own = self.column_of(target);
        own.or_else(|| self.text(target).and_then(marked))
    }

    /// The text in the column of a field, or nothing.
    pub(super) fn text_of(&self, target: Target) -> String {
        let raw = self.column_of(target).map(|column| self.raw(column));
        raw.map(Raw::display).unwrap_or_default()
    }

    /// What the column says of every cell.
    pub(super) fn context(&self, column: &Mapped) -> Context {
        let own = self.frame.unit.filter(|_| column.borrowed);
        let context = Context {
            year: self.frame.year,
            within: self.frame.within.or(column.context.within),
            unit: own
                .filter(|_| is_money(column.role))
                .or(column.context.unit),
            ..column.context
        };
        row_currency::with(self, column, context)
    }

    /// Reads a column's cell as a field.
    pub(super) fn reading(
        &self,
        column: &Mapped,
        target: Target,
        context: Context,
    ) -> Option<Reading> {
        self.reading_of(target, self.raw(column), context)
    }

    /// Reads a cell, or a part of one, as a field.
    pub(super) fn reading_of(
        &self,
        target: Target,
        raw: &Raw,
        context: Context,
    ) -> Option<Reading> {
        let field = target.declared()?;
        let told = || {
            let text = tidy(&raw.display(), false);
            let key = format!("choice:{}:{text}", target.dotted());
            self.frame.answers.get(&key)
        };
        if let (Shape::Choice(choices), false) = (field.shape, self.frame.answers.is_empty())
            && let Some(choice) = told().and_then(|told| choices.iter().find(|one| *one == told))
        {
            return Some(Reading::exact(Value::Text((*choice).to_owned())));
        }
        Some(cells::read(target.kind, field, raw, context))
    }

    /// Reads every column that is a field, except those `special` to the
    /// ledger.
    pub(super) fn read_fields(&mut self, special: impl Fn(Target) -> bool) {
        ditto::told(self);
        for column in self.frame.columns {
            match column.role {
                Some(Role::Field(target)) if !special(target) => {
                    if let Some(mut reading) = self.reading(column, target, self.context(column)) {
                        if let Some(month) = self.month_of_days(column, target, &reading) {
                            reading = month;
                        }
                        if let Some(land) = land::in_words(self, column, target) {
                            reading = land;
                        }
                        self.keep(column, target, reading);
                    }
                }
                Some(Role::Span(first, last)) => self.span(column, first, last),
                Some(Role::Days(target, many)) => days::read(self, column, target, many),
                Some(Role::Tick(target, choice))
                    if self.mark(column) == Some(true)
                        && ticks::prevails(target, choice, self.get(target)) =>
                {
                    self.set(target, ticks::value(target, choice));
                }
                _ => {}
            }
        }
        for column in self.frame.columns {
            match column.role {
                Some(Role::Append(target)) => self.append(column, target),
                Some(Role::Field(target)) => land::noted(self, column, target),
                Some(Role::Pair(first, second)) => pairs::read(self, column, first, second),
                Some(Role::Otherwise(first, second)) if !special(first) => {
                    self.otherwise(column, first, second);
                }
                _ => {}
            }
        }
        for given in self.frame.given {
            if *self.get(given.target) == Cell::Blank {
                self.cells.insert(given.target, given.cell.clone());
            }
        }
        firms::listed(self);
        firm_labels::parted(self);
        described::parted(self);
        described::without_tail(self);
        tags::taken_off(self);
        stars::taken_off(self);
        unnamed::taken_out(self);
    }

    /// The month in which all days of a span lie that stands where one day
    /// should: `2024.3.5-6`.
    fn month_of_days(&self, column: &Mapped, target: Target, reading: &Reading) -> Option<Reading> {
        let refused = |(reason, _): &(&str, Level)| *reason == "bad_date";
        let is_date = || target.declared().map(|field| field.shape) == Some(Shape::Date);
        if !reading.findings.iter().any(refused) || !is_date() {
            return None;
        }
        let (first, last) = date::span(self.raw(column), self.context(column))?;
        let day = |reading: &Reading| match reading.cell {
            Cell::Known(Value::Date(date), _) => Some(date),
            _ => None,
        };
        let (first, last) = (day(&first)?, day(&last)?);
        let month = PartialDate::starting(first.start().with_day(1)?, Precision::Month)?;
        let within = last.end() <= month.end() && first.start() <= last.start();
        within.then(|| {
            let mut reading = Reading::exact(Value::Date(month));
            reading.findings.push(("vague_date", Level::Should));
            reading
        })
    }

    /// Fills a field that no other column fills, else says it in a text.
    pub(super) fn otherwise(&mut self, column: &Mapped, first: Target, second: Target) {
        if is_money(column.role) && is_nothing(self.raw(column)) {
            return;
        }
        // 内资 0 beside 外资 3000 says where the money is not from.
        let is_nought = matches!(self.get(first), Cell::Known(Value::Money(money), _)
            if money.minor == 0 && is_money(column.role));
        if *self.get(first) != Cell::Blank && !is_nought {
            self.append(column, second);
            let head = &column.column.head;
            let is_share = ["其中", "折"].iter().any(|word| head.contains(word));
            if is_money(column.role) && !is_share && null::read(self.raw(column)).is_none() {
                self.report(Some(column), Some(first), "amount_beside", Level::Should);
            }
        } else if let Some(reading) = self.reading(column, first, self.context(column)) {
            self.keep(column, first, reading);
        }
    }

    pub(super) fn span(&mut self, column: &Mapped, first: Target, last: Target) {
        let context = self.context(column);
        // 2024.1.1-2026.12.31（提前退租）
        let text = self.raw(column).display();
        if text
            .split_once(['(', '（'])
            .is_some_and(|(_, remark)| left_out::is_let_no_more(remark))
        {
            self.report(Some(column), Some(last), "remark_leaves_out", Level::Must);
        }
        if let Some((from, to)) = date::span(self.raw(column), context) {
            self.keep(column, first, from);
            self.keep(column, last, to);
        } else if is_term(&text) {
            // 20年 is how long, and not the year 2020.
            self.tell(column, first, &Reading::refused("bad_date"));
        } else if let Some(reading) = self.reading(column, first, context) {
            // `三年` beside a first day in a column of its own.
            match reading.cell == Cell::Blank && *self.get(first) != Cell::Blank {
                true => self.tell(column, first, &reading),
                false => self.keep(column, first, reading),
            }
        }
    }

    /// Adds `heading：text` to a text that several columns make.
    pub(super) fn append(&mut self, column: &Mapped, target: Target) {
        let raw = self.raw(column);
        if raw.is_blank() || matches!(null::read(raw), Some(null::Null::Absent(_))) {
            return;
        }
        // 总经理▸姓名 says whose name it is.
        let mut parts = column
            .column
            .head
            .rsplit('▸')
            .filter(|part| *part != "姓名");
        let head = match (parts.next().unwrap_or("姓名"), parts.next()) {
            // 开工▸时间 says of what it is.
            (own @ ("时间" | "日期" | "是否"), Some(above)) => format!("{above}{own}"),
            (own, _) => own.to_owned(),
        };
        let text = format!("{head}：{}", tidy(&raw.display(), true));
        let text = match self.get(target).as_text() {
            Some(before) => format!("{before}\n{text}"),
            None => text,
        };
        self.set(target, Value::Text(text));
    }

    /// Keeps a value with its findings.
    pub(super) fn keep(&mut self, column: &Mapped, target: Target, mut reading: Reading) {
        if reading.cell == Cell::Blank
            && is_quantity(column)
            && self.row.cell(column.number).is_blank()
            && column.merged(self.row.number).is_some()
        {
            reading.findings.push(("merged_amount", Level::Should));
        }
        if let Cell::Known(Value::Money(money), _) = reading.cell
            && money.minor >= HUGE
        {
            reading.findings.push(("amount_huge", Level::Must));
        }
        // Only money that was paid goes back.
        if let Cell::Known(Value::Money(money), _) = reading.cell
            && money.minor < 0
            && self.frame.ledger.name != "payment"
            && reading
                .findings
                .iter()
                .all(|(_, level)| *level < Level::Should)
        {
            reading.findings.push(("amount_negative", Level::Must));
        }
        if let Cell::Known(Value::Money(money), _) = reading.cell
            && (1..TINY).contains(&money.minor)
            && WHOLE.contains(&target)
        {
            reading.findings.push(("amount_tiny", Level::Must));
        }
        self.tell(column, target, &reading);
        self.cells.insert(target, reading.cell);
    }

    /// Reports a reading's findings.
    pub(super) fn tell(&mut self, column: &Mapped, target: Target, reading: &Reading) {
        for (reason, level) in &reading.findings {
            let vague = matches!(*reason, "approximate" | "range");
            let level = if vague {
                (*level).max(self.frame.ledger.vague)
            } else {
                *level
            };
            self.report(Some(column), Some(target), reason, level);
        }
    }

    /// Sets a value that no cell of its own holds.
    pub(super) fn set(&mut self, target: Target, value: Value) {
        self.cells.insert(target, Cell::exact(value));
    }

    /// The value of a field.
    pub(super) fn get(&self, target: Target) -> &Cell {
        self.cells.get(&target).unwrap_or(&Cell::Blank)
    }

    /// The text of a field.
    pub(super) fn text(&self, target: Target) -> Option<&str> {
        self.get(target).as_text()
    }

    /// Names a problem.
    pub(super) fn report(
        &mut self,
        column: Option<&Mapped>,
        field: Option<Target>,
        reason: &'static str,
        level: Level,
    ) {
        let raw = column.map(|column| self.raw(column).display());
        self.report_text(column, field, reason, level, raw.unwrap_or_default());
    }

    /// Names a problem of a text that stands in no cell by itself.
    pub(super) fn report_text(
        &mut self,
        column: Option<&Mapped>,
        field: Option<Target>,
        reason: &'static str,
        level: Level,
        raw: String,
    ) {
        let letter = column.map(|column| column.column.letter.clone());
        self.problems.push(Problem {
            sheet: self.frame.sheet.name.clone(),
            row: self.row.number,
            column: letter.unwrap_or_default(),
            field,
            reason,
            level,
            raw,
        });
    }

    /// Rejects the row unless one of the fields has a value.
    pub(super) fn need(&mut self, titles: &[Target], reason: &'static str) {
        if titles
            .iter()
            .any(|target| *self.get(*target) != Cell::Blank)
        {
            return;
        }
        let title = titles.first().copied();
        let column = title.and_then(|title| self.column_of(title));
        self.report(column, title, reason, Level::Must);
        self.rejected = true;
    }

    /// The finished row.
    pub(super) fn finish(mut self) -> LedgerRow {
        self.dated();
        self.struck();
        self.several_firms();
        left_out::told(&mut self);
        comments::kept(&mut self);
        let mut raw = Vec::new();
        for (index, column) in (0u16..).zip(self.frame.columns) {
            match self.raw(column) {
                cell if cell.is_blank() => {}
                Raw::Text(text) => raw.push((index, text.clone())),
                cell => raw.push((index, Arc::from(cell.display()))),
            }
        }
        LedgerRow {
            row: self.row.number,
            cells: self.cells,
            part: self.frame.part.map(|(at, _)| at),
            raw,
            corrected: Vec::new(),
            units: None,
            section: self.section,
            is_type_supposed: self.is_type_supposed,
            uncounted: self.uncounted,
            problems: self.problems,
            rejected: self.rejected,
        }
    }

    /// Several firms in one cell are one name until a person parts them.
    fn several_firms(&mut self) {
        for firm in tags::FIRMS {
            let Some(text) = self.text(*firm) else {
                continue;
            };
            let parts = text.split(['、', '；', ';', '\n', '，', ',', '/', '／']);
            // 1.甲公司：电驱项目；2.乙公司：阀门项目
            let named = parts.map(|part| {
                let part = part.split(['：', ':']).next().unwrap_or_default();
                let bare = part.trim_end_matches(|c: char| !c.is_alphabetic() || c == '㎡');
                firms::ENDINGS.iter().any(|end| bare.ends_with(end))
            });
            // No firm's name has such a sign in it.
            let bare = text.split(['(', '（']).next().unwrap_or_default();
            let listed = bare.split(['、', '；', ';', '\n']);
            let listed = listed.filter(|part| part.trim().chars().count() >= 2);
            let of_many = matches!(firm.kind, "lease" | "visit");
            let is_list = of_many && listed.count() >= 2;
            if is_list || named.filter(|is_firm| *is_firm).count() >= 2 {
                let column = self.column_of(*firm);
                self.report(column, Some(*firm), "more_than_one_firm", Level::Should);
            }
        }
    }

    /// A row struck through may be over: a person must say. Of a cell struck
    /// through in part, the rest was read.
    fn struck(&mut self) {
        let row = self.row.number;
        let parts = &self.frame.sheet.struck_parts;
        for ((_, number), text) in parts.range((row, 0)..=(row, u32::MAX)) {
            let mut columns = self.frame.columns.iter();
            let column = columns.find(|column| column.number == *number);
            let field = column.and_then(Mapped::target);
            let level = Level::Should;
            self.report_text(column, field, "struck_in_part", level, text.clone());
        }
        let is_struck = |column: &&Mapped| {
            let look = self
                .frame
                .sheet
                .looks
                .get(&(self.row.number, column.number));
            look.is_some_and(|look| look.struck)
        };
        if self.frame.sheet.looks.is_empty() || self.frame.ledger.name == "signing" {
            return;
        }
        let titles = self.frame.ledger.titles.iter();
        let mut titles = titles.filter_map(|title| self.column_of(*title));
        if let Some(column) = titles.find(is_struck) {
            self.report(Some(column), column.target(), "struck_through", Level::Must);
        }
    }

    /// Whether the ledger's date lies in the ledger's year.
    fn dated(&mut self) {
        let Some((target, level)) = self.frame.ledger.dated else {
            return;
        };
        if *self.get(target) == Cell::Blank
            && let Some(column) = self.column_of(target)
            && self.problems.iter().all(|one| one.field != Some(target))
        {
            self.report(Some(column), Some(target), "date_missing", Level::Should);
        }
        // The heading of a year's payments says of which year they are.
        let months = self.frame.part.and_then(|(_, months)| months);
        if months.is_some_and(Months::has_year) {
            return;
        }
        if let (Some(year), Cell::Known(Value::Date(date), _)) = (self.frame.year, self.get(target))
            && chrono::Datelike::year(&date.start()) != year
        {
            let column = self.column_of(target);
            self.report(column, Some(target), "date_outside_year", level);
            self.uncounted.get_or_insert("date_outside_year");
        }
    }
}

/// Whether a text is a number of years and no more: `20年`.
fn is_term(text: &str) -> bool {
    let years = text.trim().strip_suffix('年').unwrap_or_default();
    (1..=2).contains(&years.len()) && years.bytes().all(|byte| byte.is_ascii_digit())
}

/// 1,000 亿 in hundredths: no project of a zone comes to as much, but yuan
/// under a heading that counts in 万元 do.
const HUGE: i64 = 10_000_000_000_000;

/// 10 万 in hundredths: all that a project comes to is more, unless 亿 stand
/// under a heading, or an answer given for another office, that counts in 万元.
const TINY: i64 = 10_000_000;

/// Amounts that are of a whole project.
const WHOLE: [Target; 3] = [
    target("agreement", "contract_total"),
    target("project", "total_investment"),
    target("key_project", "total_investment"),
];

const FLOORS: Target = target("factory_unit", "floors");

/// Whether the column holds quantities, which merged cells do not repeat.
fn is_quantity(column: &Mapped) -> bool {
    match column.role {
        // Of floors every unit on them has all.
        Some(Role::Field(target)) if target == FLOORS => false,
        Some(Role::Field(target)) => target.declared().is_some_and(|field| {
            matches!(
                field.shape,
                Shape::Money | Shape::Area | Shape::Number { .. }
            )
        }),
        Some(Role::Original | Role::Equivalent) => true,
        _ => false,
    }
}
