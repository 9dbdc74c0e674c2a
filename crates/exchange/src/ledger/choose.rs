//! Which ledger a table is, by its headings and by what it is called.

use super::block::Block;
use super::columns::{self, Mapped, Said};
use super::heads::SURE;
use super::kinds::{ALL, Ledger};
use super::periods::PAID;
use super::words::Role;
use crate::book::{Sheet, Workbook};
use crate::table::Target;

/// Points for a name that shows the ledger.
const NAMED_SHEET: usize = 6;
const NAMED_FILE: usize = 3;
/// Points for a list of which nearly every column is a field of its kind.
const OWN_LIST: usize = 1_000;

/// Which ledger a table is, where its headings fit several and nothing names
/// one.
#[derive(Debug, Clone)]
pub(super) struct Guess {
    /// What the answer is kept under.
    pub(super) key: String,
    /// The names of the ledgers that it may be, likeliest first.
    pub(super) choices: Vec<&'static str>,
}

/// Headings that ledgers of several kinds have.
const GENERAL: &[&str] = &[
    "金额",
    "日期",
    "时间",
    "月份",
    "企业",
    "单位",
    "项目",
    "项目名称",
    "企业名称",
    "公司名称",
    "资金",
    "投资",
    "投资额",
    "招商方式",
    "类别",
    "状态",
    "投资方",
];

/// The ledger that fits best, with its columns.
pub(super) fn choose(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    said: &Said<'_>,
) -> Option<(&'static Ledger, Vec<Mapped>, Option<Guess>)> {
    let titles: Vec<String> = titles(sheet, block).collect();
    let heads: Vec<String> = block.heads.iter().map(|(_, head)| head.text()).collect();
    let mut best: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut known_best = 0;
    let key = format!("ledger:{}", block.keys().join("|"));
    let answered = said.answers.get(&key).map(String::as_str);
    let told = said.mapping.ledger.as_deref().or(answered);
    for ledger in ALL.iter().copied() {
        if told.is_some_and(|name| name != ledger.name) {
            continue;
        }
        let known = block
            .heads
            .iter()
            .filter(|(_, head)| head.is_known(ledger.vocabulary()));
        let forced = told.is_some();
        if known.count() < 2 && !forced {
            continue;
        }
        let named = called(book, sheet, &titles, &heads, ledger);
        let columns = columns::map(sheet, block, ledger, said, named > 0 || forced);
        let rank = if forced {
            Some(usize::MAX)
        } else if ledger.is_list {
            // A list that the program wrote itself, with all that a ledger has
            // of it, is that list.
            let whole = points(&columns) >= known_best && is_whole_list(ledger, &columns);
            let more = if whole { OWN_LIST } else { 0 };
            is_list(ledger, &columns).then(|| points(&columns) + more)
        } else {
            let rank = fits(ledger, &columns, named);
            if rank.is_some() {
                let points = if named == NAMED_SHEET {
                    usize::MAX
                } else {
                    points(&columns)
                };
                known_best = known_best.max(points);
            }
            rank
        };
        if let Some(rank) = rank
            && !ledger.is_list
            && !forced
        {
            let guessed = named == 0 && tells_by_general(ledger, &columns);
            open.push((if guessed { rank } else { usize::MAX }, ledger.name));
        }
        if let Some(rank) = rank
            && best.as_ref().is_none_or(|(most, ..)| rank > *most)
        {
            best = Some((rank, ledger, columns));
        }
    }
    let several = open.len() > 1 && open.iter().all(|(rank, _)| *rank < usize::MAX);
    open.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let choices: Vec<&'static str> = open.into_iter().map(|(_, name)| name).collect();
    best.map(|(_, ledger, columns)| {
        let ask = (several && choices.contains(&ledger.name)).then_some(Guess { key, choices });
        (ledger, columns, ask)
    })
}

/// Whether the columns that show a ledger have headings that many have.
fn tells_by_general(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let telling = columns.iter().filter(|column| {
        let target = column.target();
        target.is_some_and(|target| ledger.telling.contains(&target))
    });
    let mut heads = telling.map(|column| column.head.as_str());
    heads.all(|head| GENERAL.contains(&head))
}

/// The lines above the headings.
pub(super) fn titles(sheet: &Sheet, block: &Block) -> impl Iterator<Item = String> {
    let above = sheet.rows.iter().filter(|row| row.number < block.first);
    above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display())
}

fn called(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    heads: &[String],
    ledger: &Ledger,
) -> usize {
    let says = |name: &str| ledger.named.iter().any(|word| name.contains(word));
    if says(&sheet.name) || titles.iter().any(|title| says(title)) {
        NAMED_SHEET
    } else if says(&book.file) || heads.iter().any(|head| says(head)) {
        NAMED_FILE
    } else {
        0
    }
}

fn is_sure(columns: &[Mapped], target: Target) -> bool {
    columns.iter().any(|column| {
        let found = match column.role {
            Some(Role::Span(first, _)) => first == target,
            Some(Role::Part(_)) => target == PAID,
            Some(
                Role::Field(own) | Role::Append(own) | Role::Otherwise(own, _) | Role::Tick(own, _),
            ) => own == target,
            _ => false,
        };
        found && column.column.confidence >= SURE
    })
}

/// How well the columns are known.
fn points(columns: &[Mapped]) -> usize {
    let of = |column: &Mapped| match column.role {
        None | Some(Role::Serial) => 0,
        Some(Role::Aside) => 1,
        Some(_) if column.column.confidence >= SURE => 2,
        Some(_) => 1,
    };
    columns.iter().map(of).sum()
}

/// The points of a ledger whose own fields are there.
fn fits(ledger: &Ledger, columns: &[Mapped], named: usize) -> Option<usize> {
    if !ledger.titles.iter().any(|title| is_sure(columns, *title)) {
        return None;
    }
    let telling = ledger.telling.iter().filter(|one| is_sure(columns, **one));
    let telling = telling.count();
    let sure = columns.iter().filter(|column| {
        column.column.confidence >= SURE && !matches!(column.role, Some(Role::Serial))
    });
    let sure = sure.count();
    let most = sure >= 5 && sure * 10 >= columns.len() * 6;
    let some = |target: &Target| {
        columns
            .iter()
            .any(|column| column.target() == Some(*target))
    };
    let hinted = ledger.telling.iter().filter(|one| some(one)).count();
    let enough = telling >= 2 || telling == 1 && (named > 0 || most) || hinted >= 2 && named > 0;
    (enough && (sure >= 3 || named > 0 && sure >= 2)).then(|| points(columns) + telling * 3 + named)
}

/// Whether nearly every heading is a field's own, of a list of ten or more.
fn is_whole_list(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let own = columns.iter().filter(|column| {
        let target = column.target();
        let is_own = target.is_some_and(|target| ledger.kind().name == target.kind);
        is_own && column.column.confidence >= SURE
    });
    let own = own.count();
    own >= 10 && own * 10 >= columns.len() * 8
}

/// A list of one kind: its title and most other columns are the kind's.
fn is_list(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let known = columns.iter().filter(|column| {
        let is_own = matches!(
            column.role,
            Some(Role::Field(_) | Role::Append(_) | Role::Person)
        );
        is_own && column.column.confidence >= SURE
    });
    let counted = columns
        .iter()
        .filter(|column| column.role != Some(Role::Serial));
    let titled = ledger.titles.iter().any(|title| is_sure(columns, *title));
    let known = known.count();
    titled && known >= 3 && known * 10 >= counted.count() * 6
}
