//! What a sheet's own total rows claim against the sum of what was read.

mod compared;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use suoji_model::{Cell, Value};

use self::compared::Compared;
use super::measure::Scale;
use super::{counted_once, same_unit};
use crate::book::{Raw, Row, Shown};
use crate::cells::text::tight;
use crate::cells::unit::{self, Measure, Unit};
use crate::cells::{self, Context};
use crate::ledger::carrier;
use crate::ledger::columns::{Mapped, is_money};
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::{periods, turns};
use crate::ledger::words::{Role, target};
use crate::problem::Problem;
use crate::table::{LedgerRow, Skipped, Subtotal, Target};

/// Rows whose values are kept for comparing.
const MOST_ROWS: usize = 200_000;
/// Where the sum without small key projects stands beside the others.
const LARGE: usize = 3;
/// Where the sum of those that count stands in which nothing is twice, and that
/// of all rows.
const ONCE: usize = 4;
const EACH: usize = 5;

/// The sums of tables above under the same headings, by what is added and the
/// place of its column, as [`Sums::prefix`] has them.
pub(crate) type Above = BTreeMap<(Target, usize), [i128; 6]>;

/// The values of the rows read so far, and the claims between them.
#[derive(Default)]
pub(super) struct Sums {
    scales: Vec<(usize, Scale)>,
    /// Row numbers, and their values in the order of `scales`.
    rows: Vec<(u32, bool)>,
    values: Vec<Option<i64>>,
    /// Places of rows about a unit that stands in a row before.
    same_unit: BTreeSet<usize>,
    /// Places of key projects that are too small to be counted.
    small: BTreeSet<usize>,
    /// Places of rows of what stands in a row before, and all that stand there.
    again: BTreeSet<usize>,
    known: BTreeSet<u64>,
    /// Places among the rows where a section starts.
    sections: Vec<usize>,
    /// Places where headings are said again: a part may start, or a page.
    headings: Vec<usize>,
    claims: Vec<Claim>,
    too_many: bool,
}

/// A figure of a total row: its text, its value and the digits it shows.
pub(super) type Figure = (String, i64, u32);

struct Claim {
    at: usize,
    row: u32,
    label: String,
    kind: Claims,
    /// In the order of `scales`: the text, the value, the digits shown, in the
    /// unit that the column has there.
    figures: Vec<Option<(Scale, Figure)>>,
}

/// What the rows are that a claim is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Claims {
    /// Those above it, from the last claim or section on.
    Part,
    /// All above it.
    All,
    /// Those below it: it stands in the heading of their section.
    Section,
    /// Those of earlier sheets: it is carried over, and not compared.
    Carried,
}

impl Claims {
    fn of(skipped: &Skipped) -> Option<Self> {
        match skipped.kind {
            "section" => Some(Self::Section),
            "subtotal" | "total" if is_carried(&skipped.text) => Some(Self::Carried),
            "subtotal" => Some(Self::Part),
            "total" => Some(Self::All),
            _ => None,
        }
    }
}

/// Whether a line brings a sum from before: `上月累计`, `承前页`.
fn is_carried(label: &str) -> bool {
    const WORDS: &[&str] = &[
        "上月", "上季", "上期", "上年", "上页", "前页", "结转", "承前",
    ];
    // 结转下页 is the sum of this page.
    if ["下页", "次页"].iter().any(|word| label.contains(word)) {
        return false;
    }
    // 合计（含上年结转） is of this sheet.
    let own = label.starts_with(['合', '总', '小', '本']);
    !own && WORDS.iter().any(|word| label.contains(word))
}

/// The unit of money that a total row names for itself: `合计（万元）`.
fn unit_beside(label: &str) -> Option<Unit> {
    let label = tight(label);
    let (_, rest) = label.split_once(['(', '（'])?;
    let unit = unit::parse(rest.split([')', '）']).next()?)?;
    matches!(unit.measure, Measure::Money(_)).then_some(unit)
}

/// The column as a row of that unit has it.
fn in_unit(column: &Mapped, unit: Option<Unit>) -> Cow<'_, Mapped> {
    let Some(unit) = unit.filter(|_| is_money(column.role)) else {
        return Cow::Borrowed(column);
    };
    let mut column = column.clone();
    column.unit = Some(unit);
    column.context.unit = Some(unit);
    Cow::Owned(column)
}

/// Whether a column holds one part of an amount that two columns make together,
/// or once more what is foreign in yuan, so that its total is of its own cells.
fn is_part(column: &Mapped, columns: &[Mapped]) -> bool {
    let spare = |field| {
        let mut others = columns.iter();
        others.any(|other| matches!(other.role, Some(Role::Otherwise(first, _)) if first == field))
    };
    match column.role {
        Some(Role::Otherwise(..) | Role::Equivalent) => true,
        Some(Role::Field(field)) => spare(field),
        _ => false,
    }
}

impl Sums {
    pub(super) fn new(ledger: &Ledger, columns: &[Mapped]) -> Self {
        let scale = |column| Scale::of(column).or_else(|| Scale::of_worth(column, ledger));
        let scales = columns.iter().enumerate();
        let scales = scales.filter_map(|(index, column)| Some((index, scale(column)?)));
        Self {
            scales: scales.collect(),
            ..Self::default()
        }
    }

    /// Adds a row that is a record.
    pub(super) fn row(&mut self, row: &LedgerRow, cells: &Row, columns: &[Mapped]) {
        if self.scales.is_empty() {
            return;
        }
        // A row with several payments runs on once.
        let again = self.rows.last().is_some_and(|(last, _)| *last == row.row);
        if self.is_full() {
            return;
        }
        self.rows.push((row.row, row.uncounted.is_none()));
        if is_small(row) {
            self.small.insert(self.rows.len() - 1);
        }
        if counted_once::key(row).is_some_and(|key| !self.known.insert(key)) {
            self.again.insert(self.rows.len() - 1);
        }
        let part = row.part.and_then(|at| columns.get(usize::from(at)));
        for (index, scale) in &self.scales {
            let own = &columns[*index];
            if let Some(value) = running(own, *scale, cells) {
                self.values.push(Some(if again { 0 } else { value }));
                continue;
            }
            if again && is_shared(own, columns) {
                self.values.push(Some(0));
                continue;
            }
            if is_part(own, columns) {
                let own = figure(own, *scale, cells.cell(own.number));
                self.values.push(Some(own.map_or(0, |(_, value, _)| value)));
                continue;
            }
            // A payment of one period says nothing of another.
            let elsewhere = part.is_some_and(|part| {
                let is_period = matches!(own.role, Some(Role::Part(_) | Role::Sum(_)));
                let turn = turns::of_column(columns, own);
                turn.is_some_and(|turn| turns::of_column(columns, part) != Some(turn))
                    || is_period && own.number != part.number && !periods::adds(own, part)
            });
            if is_moved(own, row) {
                let own = figure(own, *scale, cells.cell(own.number));
                self.values.push(Some(own.map_or(0, |(_, value, _)| value)));
                continue;
            }
            self.values
                .push(match elsewhere || is_none_taken(row, *scale) {
                    true => Some(0),
                    false => scale.of_row(row),
                });
        }
    }

    /// Whether no more rows are kept, and so none is compared.
    fn is_full(&mut self) -> bool {
        if !self.too_many && self.rows.len() >= MOST_ROWS {
            self.too_many = true;
            self.rows = Vec::new();
            self.values = Vec::new();
        }
        self.too_many
    }

    /// Adds a row in which nothing was paid this year: a running total of it
    /// is in the sheet's, and so is what its project is to cost.
    pub(super) fn unpaid(&mut self, row: &Row, columns: &[Mapped]) {
        let value = |index: usize, scale: Scale| {
            let own = &columns[index];
            let shared = || figure(own, scale, row.cell(own.number)).map(|(_, value, _)| value);
            running(own, scale, row).or_else(|| shared().filter(|_| is_shared(own, columns)))
        };
        let values = self.scales.iter();
        let values: Vec<Option<i64>> = values.map(|(index, scale)| value(*index, *scale)).collect();
        if values.iter().any(Option::is_some) && !self.is_full() {
            self.rows.push((row.number, true));
            self.values
                .extend(values.iter().map(|value| value.or(Some(0))));
        }
    }

    /// Notes a row that is no record.
    pub(super) fn skipped(&mut self, skipped: &Skipped, row: &Row, columns: &[Mapped]) {
        if skipped.kind == "header" {
            self.headings.push(self.rows.len());
        }
        let Some(kind) = Claims::of(skipped) else {
            return;
        };
        if kind == Claims::Section {
            self.sections.push(self.rows.len());
        }
        let unit = unit_beside(&skipped.text);
        let figures = self.scales.iter().map(|(index, scale)| {
            let own = columns.get(*index)?;
            let column = &in_unit(own, unit);
            let scale = Scale::of(column).unwrap_or(*scale);
            let raw = row.cell(column.number);
            // 一、产投集团 is no number, though it stands in a column of such.
            let is_heading = kind == Claims::Section && raw.display() == skipped.text;
            let figure = figure(column, scale, raw).filter(|_| !is_heading)?;
            Some((scale, figure))
        });
        let figures: Vec<Option<(Scale, Figure)>> = figures.collect();
        if kind == Claims::Section && figures.iter().all(Option::is_none) {
            return;
        }
        self.claims.push(Claim {
            at: self.rows.len(),
            row: skipped.row,
            label: skipped.text.clone(),
            kind,
            figures,
        });
    }

    /// The last row is about a unit that stands above: its area counts once.
    pub(super) fn shares_unit(&mut self) {
        self.same_unit.extend(self.rows.len().checked_sub(1));
    }

    /// Rows that turned out to repeat others do not count.
    pub(super) fn uncount(&mut self, number: u32) {
        if let Ok(at) = self.rows.binary_search_by_key(&number, |(row, _)| *row) {
            self.rows[at].1 = false;
        }
    }

    /// Compares every claim. The last total of a table may be that of those
    /// `above` it as well, of which it adds its own sums to theirs.
    pub(super) fn finish(
        self,
        sheet: &str,
        columns: &[Mapped],
        above: &mut Above,
    ) -> (Vec<Subtotal>, Vec<Problem>) {
        let (mut subtotals, mut problems) = (Vec::new(), Vec::new());
        if self.too_many {
            return (subtotals, problems);
        }
        for (place, (index, scale)) in self.scales.iter().enumerate() {
            let sums = self.prefix(place);
            let above = above.entry((scale.target, *index)).or_default();
            let column = &columns[*index].column;
            let digits = self.digits(place);
            let mut carried = 0;
            for claim in &self.claims {
                let Some((scale, figure)) = &claim.figures[place] else {
                    continue;
                };
                let (_, claimed, _) = figure;
                if claim.kind == Claims::Carried {
                    carried = i128::from(*claimed);
                    continue;
                }
                let compared = Compared::new(&self, &sums, above, claim, (*scale, figure), digits);
                let (subtotal, problem) = compared.told(carried, column, sheet);
                subtotals.push(subtotal);
                problems.extend(problem);
            }
            for (above, own) in above.iter_mut().zip(sums.last().into_iter().flatten()) {
                *above += own;
            }
        }
        subtotals.sort_by_key(|one| one.row);
        (subtotals, problems)
    }

    /// The most digits that a claim of a column shows.
    fn digits(&self, place: usize) -> u32 {
        let claims = self.claims.iter();
        let figures = claims.filter_map(|claim| claim.figures[place].as_ref());
        let digits = figures.map(|(_, (_, _, digits))| *digits);
        digits.max().unwrap_or(0)
    }

    /// Before each row: the sum of all rows and of those that count, how many of
    /// the latter say nothing, the sum without key projects that are small, and
    /// the sums in which nothing is twice.
    fn prefix(&self, place: usize) -> Vec<[i128; 6]> {
        let width = self.scales.len();
        let mut sums = vec![[0i128; 6]];
        let mut sum = [0i128; 6];
        let is_of_unit = self.scales[place].1.target == same_unit::AREA;
        for (index, (_, counts)) in self.rows.iter().enumerate() {
            let counts = &(*counts && !(is_of_unit && self.same_unit.contains(&index)));
            let value = self.values[index * width + place];
            sum[0] += i128::from(value.unwrap_or(0));
            sum[1] += i128::from(value.filter(|_| *counts).unwrap_or(0));
            sum[2] += i128::from(*counts && value.is_none());
            let is_large = *counts && !self.small.contains(&index);
            sum[LARGE] += i128::from(value.filter(|_| is_large).unwrap_or(0));
            let first = value.filter(|_| !self.again.contains(&index));
            sum[ONCE] += i128::from(first.filter(|_| *counts).unwrap_or(0));
            sum[EACH] += i128::from(first.unwrap_or(0));
            sums.push(sum);
        }
        sums
    }
}

/// Whether the area in a row's column of what is let is of a unit that is sold,
/// empty or used by its owner: its total has it all the same.
fn is_moved(column: &Mapped, row: &LedgerRow) -> bool {
    let states = ["sold", "vacant", "own_use"];
    column.role == Some(Role::Field(carrier::TAKEN[0]))
        && !matches!(row.cells.get(&carrier::TAKEN[0]), Some(Cell::Known(..)))
        && matches!(
            row.cells.get(&carrier::STATE),
            Some(Cell::Known(Value::Text(state), _)) if states.contains(&state.as_str())
        )
}

/// Whether a row says nothing of what is let, or sold, of a unit of which the
/// other is said, or that nobody has: there is none of it.
fn is_none_taken(row: &LedgerRow, scale: Scale) -> bool {
    let is_blank = |target: &Target| matches!(row.cells.get(target), None | Some(Cell::Blank));
    let other = match carrier::TAKEN.iter().position(|own| *own == scale.target) {
        Some(at) if is_blank(&scale.target) => carrier::TAKEN[1 - at],
        _ => return false,
    };
    !is_blank(&other) || is_blank(&target("lease", "tenant"))
}

/// Whether a row is of a key project below the total that those counted have,
/// 1亿元, though it has a level.
fn is_small(row: &LedgerRow) -> bool {
    const LEAST_FEN: i64 = 10_000_000_000;
    let has_level = matches!(
        row.cells.get(&target("key_project", "key_level")),
        Some(Cell::Known(..))
    );
    let total = row.cells.get(&target("key_project", "total_investment"));
    let fen = match total {
        Some(Cell::Known(Value::Money(money), None)) => money.in_fen(None),
        _ => None,
    };
    has_level && fen.is_some_and(|fen| fen < LEAST_FEN)
}

/// What a column of running totals holds in a row. It reaches back before the
/// year, so that it is no sum of the row's payments.
fn running(column: &Mapped, scale: Scale, row: &Row) -> Option<i64> {
    let is_running =
        matches!(column.role, Some(Role::Sum(_))) && periods::is_running(&column.column.head);
    is_running.then(|| {
        let value = figure(column, scale, row.cell(column.number));
        value.map_or(0, |(_, value, _)| value)
    })
}

/// Whether a column says something of the row, and not of one of its payments.
fn is_shared(column: &Mapped, columns: &[Mapped]) -> bool {
    let of_period = matches!(column.role, Some(Role::Part(_) | Role::Sum(_)));
    !of_period && turns::of_column(columns, column).is_none()
}

/// The figure in a cell of a total row.
pub(crate) fn figure(column: &Mapped, scale: Scale, raw: &Raw) -> Option<Figure> {
    let text = tight(&raw.display());
    if text.is_empty() {
        return None;
    }
    let field = scale.target.declared()?;
    let context = Context {
        year: None,
        ..column.context
    };
    let reading = cells::read(scale.target.kind, field, raw, context);
    let value = scale.value(&reading.cell, None)?;
    let written = text.split_once('.').map_or(0, |(_, fraction)| {
        fraction.bytes().take_while(u8::is_ascii_digit).count()
    });
    let shown = match raw {
        Raw::Number {
            shown: Shown::Decimals(digits),
            ..
        } => usize::from(*digits),
        _ => 0,
    };
    let digits = u32::try_from(written.max(shown.min(6))).unwrap_or(6);
    Some((text, value, digits))
}
