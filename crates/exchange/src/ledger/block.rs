//! Where a table's headings stand: one to four rows, merged or not.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use crate::book::{Raw, Row, Sheet, letters};
use crate::cells::text::{tidy, tight};
use crate::cells::unit;
use crate::ledger::given::times;
use crate::ledger::heads::{Head, flattened, is_date_form, key};
use crate::ledger::payment::periods;
use crate::ledger::rows::numeral;
use crate::ledger::rows::sections::names_a_section;
use crate::ledger::understand::lines;
use crate::ledger::words::EVERY;

/// The heading rows of a table.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// The first heading row.
    pub(super) first: u32,
    /// The last heading row.
    pub(super) last: u32,
    /// Column numbers with their headings.
    pub(super) heads: Vec<(u32, Head)>,
    /// How well the headings are known.
    pub(super) score: u32,
    /// Where it stands below other tables of its sheet.
    pub(super) below: Option<Below>,
}

/// Where a table stands that is not the first of its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Below {
    /// The first heading row of the first table.
    pub(super) first: u32,
    /// The last heading row of the table above.
    pub(super) above: u32,
    /// Whether its headings are those of the table above.
    pub(super) is_again: bool,
}

impl Block {
    /// The headings without units and years.
    pub(super) fn keys(&self) -> Vec<String> {
        self.heads.iter().map(|(_, head)| head.key()).collect()
    }

    /// Whether the row says the headings again.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        let says = |(column, head): &&(u32, Head)| {
            let Raw::Text(text) = row.cell(*column) else {
                return false;
            };
            let text = tight(text);
            let is_part = head.parts.iter().any(|part| tight(part) == text);
            !text.is_empty() && (is_part || flattened::says(head, &text))
        };
        // Almost every row is no heading by its first text already.
        let is_text = |(_, raw): &&(u32, Raw)| matches!(raw, Raw::Text(_));
        let first = row.cells.iter().find(is_text).map(|(column, _)| *column);
        let first = self.heads.iter().find(|(column, _)| Some(*column) == first);
        if !first.as_ref().is_some_and(says) {
            return false;
        }
        if row.cells.iter().any(|cell| self.is_other(cell)) {
            return false;
        }
        // Of another table below, some headings are the same.
        let said = self.heads.iter().filter(says).count();
        let filled = row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        // A row of children, 姓名 and 职务, says nothing else.
        if said >= 2 && said == filled.count() {
            return true;
        }
        let texts = row.cells.iter().filter(|cell| is_text(cell));
        said >= 3 && said * 3 >= texts.filter(|(_, raw)| !raw.is_blank()).count() * 2
    }

    /// Whether the row is the rest of headings that the rows above it say
    /// again: 总投资 and 利用资金 below a second 合同额.
    pub(super) fn goes_on(&self, sheet: &Sheet, row: &Row) -> bool {
        let says = |(column, raw): &(u32, Raw)| {
            let head = self.heads.iter().find(|(number, _)| number == column);
            let text = tight(&raw.display());
            head.is_some_and(|(_, head)| head.parts.iter().any(|part| tight(part) == text))
        };
        let filled = || row.cells.iter().filter(|(_, raw)| !raw.is_blank());
        let height = self.last - self.first;
        let above = (1..=height).filter_map(|up| sheet.row(row.number.checked_sub(up)?));
        filled().next().is_some()
            && filled().all(says)
            && above.into_iter().any(|above| self.is_repeated(above))
    }

    /// Whether a cell says another heading than its column has: 利用资金 where
    /// 总投资 stood, whatever their units.
    fn is_other(&self, (column, raw): &(u32, Raw)) -> bool {
        let Raw::Text(text) = raw else {
            return false;
        };
        let own = self.heads.iter().find(|(number, _)| number == column);
        let (said, _) = key(text);
        let says = |head: &Head| head.parts.iter().any(|part| key(part).0 == said);
        EVERY.lists(&said, &[]) && own.is_some_and(|(_, head)| !says(head))
    }
}

/// Rows searched for headings.
const MOST_ROWS: usize = 40;
/// Columns that may have a heading.
const MOST_COLUMNS: u32 = 512;
/// Heading rows of one table.
pub(super) const MOST_HEIGHT: u32 = 4;

/// Rows near the next row below a table that seems to hold headings, other
/// than the table's own said again on another page. Only the first cells are looked at: a long
/// ledger must not be read twice.
pub(super) fn candidate(sheet: &Sheet, after: u32, above: Option<&Block>) -> Option<Range<u32>> {
    let is_known = |raw: &Raw| matches!(raw, Raw::Text(text) if EVERY.lists(text.trim(), &[]));
    let heads = |row: &&Row| {
        let first = row.cells.iter().take(FIRST_CELLS);
        let known = first.clone().filter(|(_, raw)| is_known(raw)).count();
        known >= 3 || known == 2 && first.count() <= 4
    };
    let below = sheet.rows.partition_point(|row| row.number <= after);
    let mut rows = sheet.rows[below..].iter();
    let begins = |row: &&Row| match above {
        Some(above) if above.is_repeated(row) => lines::begins_anew(sheet, above, row),
        Some(above) if above.goes_on(sheet, row) => false,
        _ => heads(row),
    };
    let row = rows.find(begins)?;
    let first = row.number.saturating_sub(MOST_HEIGHT - 1).max(after + 1);
    Some(first..row.number + MOST_HEIGHT)
}

/// Cells of a row that are looked at for headings.
const FIRST_CELLS: usize = 8;

/// The block of these rows whose headings are best known.
pub(super) fn find(sheet: &Sheet, rows: Range<u32>) -> Option<Block> {
    let start = sheet.rows.partition_point(|row| row.number < rows.start);
    let rows = sheet.rows[start..]
        .iter()
        .take_while(|row| row.number < rows.end);
    let rows: Vec<&Row> = rows.take(MOST_ROWS).collect();
    let named: Vec<u32> = rows
        .iter()
        .filter(|row| row.cells.iter().any(|(_, raw)| is_heading(raw)))
        .map(|row| row.number)
        .collect();
    let mut best: Option<Block> = None;
    let width = rows.iter().filter_map(|row| row.cells.last());
    let width = width.map(|(column, _)| *column).max().unwrap_or(0);
    let firsts = rows.iter().filter(|row| !is_line(sheet, row, width));
    for first in firsts.map(|row| row.number) {
        for height in 1..=MOST_HEIGHT {
            let last = first + height - 1;
            if height > 1 && (is_across(sheet, last, width) || begins_section(sheet, last)) {
                break;
            }
            if !named.iter().any(|row| (first..=last).contains(row)) {
                continue;
            }
            let block = block(sheet, first, last);
            // Of blocks as good, the flattest is without the title above.
            let rank = |block: &Block| (block.score, Reverse(block.last - block.first));
            if best.as_ref().is_none_or(|best| rank(&block) > rank(best)) {
                best = Some(block);
            }
        }
    }
    best.filter(|block| block.score > 0)
        .map(|block| whole(sheet, block))
}

/// Whether the row is one text merged across the table, such as the heading of
/// a section, and nothing that headings end with.
fn is_across(sheet: &Sheet, row: u32, width: u32) -> bool {
    let mut filled = sheet.row(row).into_iter().flat_map(|row| &row.cells);
    let (Some((column, _)), None) = (filled.next(), filled.next()) else {
        return false;
    };
    let spans = sheet.merge_at(row, *column);
    spans.is_some_and(|area| area.top == row && (area.right - area.left + 1) * 10 > width * 7)
}

/// Whether the row is the heading of a section and none of columns.
fn begins_section(sheet: &Sheet, row: u32) -> bool {
    opens_section(sheet, row) || sheet.row(row).is_some_and(names_a_section)
}

/// Whether the row numbers a section in a cell of its own and names it beside,
/// `一 | 续建项目`; the quarters 一 and 二 are headings.
fn opens_section(sheet: &Sheet, row: u32) -> bool {
    let numbers = |raw: &Raw| {
        let text = tight(&raw.display());
        let number = text.trim_matches(['(', ')', '、', '.']);
        !number.is_empty() && number.chars().all(numeral)
    };
    let row = sheet.row(row).into_iter().flat_map(|row| &row.cells);
    let mut filled = row.map(|(_, raw)| raw).filter(|raw| !raw.is_blank());
    let (first, second, third) = (filled.next(), filled.next(), filled.next());
    first.is_some_and(numbers) && second.is_some_and(|raw| !numbers(raw)) && third.is_none()
}

/// Whether the row is a line above a table and no row of headings: a title
/// alone in its row, or sentences such as `截至2024年6月30日` and `单位：万元`.
fn is_line(sheet: &Sheet, row: &Row, width: u32) -> bool {
    let filled = || row.cells.iter().filter(|(_, raw)| !raw.is_blank());
    if let (Some((column, raw)), 1) = (filled().next(), filled().count()) {
        let spans = sheet.merge_at(row.number, *column);
        let is_parent = spans.is_some_and(|area| {
            let wide = area.right - area.left + 1;
            let is_title = *column == 1 && names_a_table(&tight(&raw.display()));
            wide >= 2 && wide * 10 <= width * 7 && !is_title
        });
        return !is_parent && (!is_heading(raw) || width >= 3 && is_titled(raw));
    }
    let says = |raw: &Raw| {
        let text = tight(&raw.display());
        let dated = text.contains('年') && text.contains(['月', '日']);
        text.contains(':') || text.starts_with("截至") || text.starts_with("截止") || dated
    };
    // A title with what it leaves to say at the end of its row: 单位：万元.
    let ends = filled().count() <= MOST_SAID
        && filled().skip(1).all(|(_, raw)| says(raw))
        && filled().next().is_some_and(|(_, raw)| !is_heading(raw));
    ends || filled().all(|(_, raw)| says(raw))
}

/// Whether a text names a year and more: `2024年签约项目（内外资分列）`.
fn is_titled(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    text.split_once('年').is_some_and(|(year, rest)| {
        let named = rest.trim_start_matches('度').chars().count() >= 4;
        named && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a text is what tables are called, and no heading over columns:
/// `某县2024年签约项目台账`, merged over too few of its columns.
fn names_a_table(text: &str) -> bool {
    let name = text.split(['(', '（']).next().unwrap_or_default();
    let ends = [
        "台账",
        "台帐",
        "一览表",
        "统计表",
        "明细表",
        "汇总表",
        "登记表",
        "情况表",
    ];
    name.chars().count() >= 8 && ends.iter().any(|end| name.ends_with(end))
}

/// Texts of a line above a table, at most.
const MOST_SAID: usize = 3;

/// The block of these rows whose headings are most like those wanted, known or
/// not; of two as like, the flattest is without the title above.
pub(super) fn like(
    sheet: &Sheet,
    rows: &Range<u32>,
    likeness: impl Fn(&[String]) -> Option<usize>,
) -> Option<Block> {
    let start = sheet.rows.partition_point(|row| row.number < rows.start);
    let near = sheet.rows[start..].iter().take(MOST_ROWS);
    let firsts = near.map(|row| row.number).filter(|row| *row < rows.end);
    firsts
        .flat_map(|first| (first..first + MOST_HEIGHT).map(move |last| (first, last)))
        .map(|(first, last)| block(sheet, first, last))
        .filter_map(|block| Some((likeness(&block.keys())?, block)))
        .max_by_key(|(likeness, block)| {
            let height = block.last - block.first;
            (*likeness, Reverse(height), Reverse(block.first))
        })
        .map(|(_, block)| block)
}

/// The block of exactly these rows; none where the last is 0.
pub(super) fn given(sheet: &Sheet, first: u32, last: u32) -> Block {
    if last == 0 {
        return bare(sheet);
    }
    block(
        sheet,
        first,
        last.min(first.saturating_add(MOST_HEIGHT - 1)),
    )
}

/// A table without headings: every column is called by its letters, and all
/// rows are below.
fn bare(sheet: &Sheet) -> Block {
    let filled = sheet.rows.iter().flat_map(|row| &row.cells);
    let filled = filled.filter(|(column, raw)| *column <= MOST_COLUMNS && !raw.is_blank());
    let columns: BTreeSet<u32> = filled.map(|(column, _)| *column).collect();
    let head = |column| Head {
        parts: vec![letters(column)],
    };
    Block {
        first: 0,
        last: 0,
        heads: columns
            .into_iter()
            .map(|column| (column, head(column)))
            .collect(),
        score: 0,
        below: None,
    }
}

/// The block with the rows of merged headings above and of children below
/// that nobody knows, but that belong to it.
fn whole(sheet: &Sheet, found: Block) -> Block {
    let (mut first, mut last) = (found.first, found.last);
    let columns: Vec<u32> = found.heads.iter().map(|(column, _)| *column).collect();
    let (Some(left), Some(right)) = (columns.first().copied(), columns.last().copied()) else {
        return found;
    };
    let width = right - left + 1;
    if last - first + 1 < MOST_HEIGHT && first > 1 {
        let above = first - 1;
        let spans = |row: u32| {
            let mut areas = sheet.merges.in_row(row).filter(|area| area.top == row);
            areas.any(|area| {
                let wide = area.right - area.left + 1;
                wide >= 2 && wide * 10 <= width * 7 && !sheet.cell(row, area.left).is_blank()
            })
        };
        let plain = |row: &Row| {
            row.cells.iter().all(|(_, raw)| {
                let text = text(raw);
                let short = (1..=20).contains(&text.chars().count());
                let said = text.contains([':', '：']) || names_a_table(&text);
                short && !said && !text.contains(|c: char| c.is_ascii_digit())
            })
        };
        if spans(above) && sheet.row(above).is_some_and(plain) {
            first = above;
        }
    }
    loop {
        let reach = columns.iter().filter_map(|column| {
            let area = sheet.merge_at(last, *column)?;
            (area.top >= first && area.bottom > last).then_some(area.bottom)
        });
        let reach = reach.max();
        let room = first + MOST_HEIGHT - 1;
        match reach.filter(|reach| *reach <= room) {
            Some(reach) => last = reach,
            None if last < room
                && !begins_section(sheet, last + 1)
                && children(sheet, &columns, last) =>
            {
                last += 1;
            }
            None => break,
        }
    }
    if (first, last) == (found.first, found.last) {
        return found;
    }
    block(sheet, first, last)
}

/// Whether the row below holds children of the headings in this one: short
/// texts, each under a heading that reaches over several columns.
fn children(sheet: &Sheet, columns: &[u32], last: u32) -> bool {
    let (Some(above), Some(below)) = (sheet.row(last), sheet.row(last + 1)) else {
        return false;
    };
    let filled: Vec<u32> = below.cells.iter().map(|(column, _)| *column).collect();
    let short = below.cells.iter().all(|(_, raw)| {
        let text = text(raw);
        // The unit of a heading does not make it longer.
        let long = match key(&text) {
            (words, Some(_)) => words.chars().count(),
            _ => text.chars().count(),
        };
        let counts = text.contains(|c: char| c.is_ascii_digit());
        let named = || is_heading(raw) || times::since_january(&text).is_some();
        !text.is_empty() && long <= 12 && (!counts || named())
    });
    // Formats without merged cells may say the heading in each of its columns.
    let shared = |column: u32, beside: u32| {
        let own = text(above.cell(column));
        !own.is_empty() && own == text(above.cell(beside)) && filled.contains(&beside)
    };
    let is_under = |column: &u32| {
        let own = above.cell(*column);
        own.is_blank()
            || above.cell(column + 1).is_blank() && filled.contains(&(column + 1))
            || shared(*column, column + 1)
            || column
                .checked_sub(1)
                .is_some_and(|before| shared(*column, before))
    };
    let is_unit = |(_, raw): &(u32, Raw)| {
        // 万元/亩 is of two units.
        let text = text(raw);
        if is_date_form(&text) {
            return true;
        }
        if text.contains('/') && text.split('/').all(|part| unit::parse(part).is_some()) {
            return true;
        }
        let (words, unit) = key(&text);
        unit.is_some() && (words.is_empty() || unit::parse(&words).is_some())
            || unit::parse(&text).is_some()
    };
    // What stands in brackets goes on with the heading above it.
    let in_brackets = |(column, raw): &(u32, Raw)| {
        let text = text(raw);
        let framed = text.starts_with(['(', '（']) && text.ends_with([')', '）']);
        framed && columns.contains(column) && !above.cell(*column).is_blank()
    };
    let goes_on = |cell: &(u32, Raw)| is_unit(cell) || short && in_brackets(cell);
    // — | — | 万元: headings without a unit have a stroke.
    let has_unit = || below.cells.iter().any(is_unit);
    let mut cells = below.cells.iter();
    if !below.cells.is_empty()
        && cells.all(|cell| goes_on(cell) || is_stroke(&cell.1) && has_unit())
    {
        return true;
    }
    let bare = columns.iter().filter(|column| !filled.contains(column));
    // Where nothing is merged, 已租 and 已售 each have one 面积 below them.
    let belongs = |(column, raw): &(u32, Raw)| is_under(column) || is_heading(raw);
    filled.len() >= 2 && short && below.cells.iter().all(belongs) && bare.count() >= 1
}

/// Whether the cell holds strokes and nothing else.
fn is_stroke(raw: &Raw) -> bool {
    let text = text(raw);
    !text.is_empty() && text.chars().all(|c| "-—–/".contains(c))
}

/// Whether the cell alone is a known heading.
pub(super) fn is_heading(raw: &Raw) -> bool {
    matches!(raw, Raw::Text(text) if EVERY.has(&key(text).0, &[]))
}

fn block(sheet: &Sheet, first: u32, last: u32) -> Block {
    let start = sheet.rows.partition_point(|row| row.number < first);
    let rows = || {
        let rows = sheet.rows[start..].iter();
        rows.take_while(|row| row.number <= last)
    };
    let width = rows()
        .filter_map(|row| row.cells.last())
        .map(|(column, _)| *column)
        .chain(wide(sheet, first, last))
        .max()
        .unwrap_or(0)
        .min(MOST_COLUMNS);
    let heads: Vec<(u32, Head)> = (1..=width)
        .map(|column| (column, head(sheet, first, last, column)))
        .filter(|(_, head)| !head.parts.is_empty())
        .collect();
    // A merged heading without its children is one heading.
    let known: HashSet<&Vec<String>> = heads
        .iter()
        .filter(|(_, head)| head.is_known(&EVERY))
        .map(|(_, head)| &head.parts)
        .collect();
    let periods = periods::counted(heads.iter().map(|(_, head)| head));
    let known = u32::try_from(known.len() + periods).unwrap_or(u32::MAX);
    let data = rows().map(|row| {
        let figures = row
            .cells
            .iter()
            .filter(|(_, raw)| !matches!(raw, Raw::Text(_)));
        figures.count() - months(row) - years(row)
    });
    let data: usize = data.sum();
    // Headings are text: a number or a date speaks against a row.
    let penalty = u32::try_from(data).unwrap_or(u32::MAX);
    let score = known.saturating_mul(2).saturating_sub(penalty);
    Block {
        first,
        last,
        heads,
        score,
        below: None,
    }
}

/// The last columns of merged headings.
fn wide(sheet: &Sheet, first: u32, last: u32) -> impl Iterator<Item = u32> {
    (first..=last)
        .flat_map(|row| sheet.merges.in_row(row))
        .filter(move |area| area.top >= first)
        .map(|area| area.right)
}

/// The heading of one column: each row's text once, merged text filled in.
fn head(sheet: &Sheet, first: u32, last: u32, column: u32) -> Head {
    let mut parts: Vec<String> = Vec::new();
    for row in first..=last {
        let mut text = text(sheet.cell(row, column));
        if row > first && is_stroke(sheet.cell(row, column)) {
            continue;
        }
        if let Raw::Date(day, None) = sheet.cell(row, column)
            && sheet.row(row).is_some_and(|row| months(row) > 0)
        {
            text = format!("{}年{}月", day.year(), day.month());
        }
        if let Raw::Number { .. } = sheet.cell(row, column)
            && sheet.row(row).is_some_and(|row| years(row) > 0)
        {
            text = sheet.cell(row, column).display();
        }
        if text.is_empty()
            && let Some(area) = sheet.merge_at(row, column)
            && area.top >= first
        {
            text = self::text(sheet.cell(area.top, area.left));
        } else if text.is_empty() && row < last && !is_merged(sheet, row) {
            text = carried(sheet, row, last, column);
        }
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    Head { parts }
}

/// Whether cells of the row are merged sideways.
fn is_merged(sheet: &Sheet, row: u32) -> bool {
    sheet.merges.in_row(row).any(|area| area.right > area.left)
}

/// Formats without merged ranges: a heading reaches right over columns that
/// have one of their own below, or one that reaches over them in its turn.
fn carried(sheet: &Sheet, row: u32, last: u32, column: u32) -> String {
    let reached = |column| row + 1 < last && !carried(sheet, row + 1, last, column).is_empty();
    let below = |column| !sheet.cell(row + 1, column).is_blank() || reached(column);
    let mut at = column;
    while at > 1 && below(at) {
        at -= 1;
        let found = text(sheet.cell(row, at));
        if !found.is_empty() {
            return if below(at) { found } else { String::new() };
        }
    }
    String::new()
}

/// How many cells of a row are months that follow each other, written as the
/// first day of each: headings that a spreadsheet took for dates.
fn months(row: &Row) -> usize {
    let firsts = row.cells.iter().filter_map(|(_, raw)| match raw {
        Raw::Date(day, None) if day.day() == 1 => Some(*day),
        _ => None,
    });
    let firsts: Vec<NaiveDate> = firsts.collect();
    let next = |pair: &[NaiveDate]| pair[0].checked_add_months(Months::new(1)) == Some(pair[1]);
    match firsts.len() >= LEAST_MONTHS && firsts.windows(2).all(next) {
        true => firsts.len(),
        false => 0,
    }
}

/// Months in a row that are headings.
const LEAST_MONTHS: usize = 3;

/// How many cells of a row are years that follow each other, where all its
/// numbers are: headings below one of what the years brought.
fn years(row: &Row) -> usize {
    let numbers = row.cells.iter().filter_map(|(_, raw)| match raw {
        Raw::Number { .. } => Some(raw.display().parse::<i32>().ok()),
        _ => None,
    });
    let years: Vec<i32> = numbers.map(|year| year.unwrap_or_default()).collect();
    let next = |pair: &[i32]| pair[0] + 1 == pair[1];
    let are_years = years.iter().all(|year| (2000..2100).contains(year));
    match years.len() >= LEAST_YEARS && are_years && years.windows(2).all(next) {
        true => years.len(),
        false => 0,
    }
}

/// Years in a row that are headings.
const LEAST_YEARS: usize = 2;

fn text(raw: &Raw) -> String {
    match raw {
        Raw::Text(text) => tidy(text, false).replace(' ', ""),
        _ => String::new(),
    }
}
