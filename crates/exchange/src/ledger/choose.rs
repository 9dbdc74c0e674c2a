//! Which ledger a table is, by its headings and by what it is called.

mod called;
mod mere_names;
mod parks;
pub(crate) mod row_of_heads;
pub(crate) mod talks;
mod to_come;

use crate::book::{Row, Sheet, Workbook};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::columns::said::Said;
use crate::ledger::columns::{self, Mapped, is_money};
use crate::ledger::given::{tells_of_works, year};
use crate::ledger::heads::SURE;
use crate::ledger::kinds::{ALL, Ledger};
use crate::ledger::payment::periods::PAID;
use crate::ledger::understand::lines;
use crate::ledger::words::{Role, target};
use crate::ledger::{parcel, rows};
use crate::table::Target;
use called::{NAMED_FILE, NAMED_SHEET};

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

/// Columns that are known for sure, from which on it matters no longer how many
/// others a wide table has.
const MANY: usize = 8;

/// Headings under which a list of any kind tells how its projects get on.
const PROGRESS: &[&str] = &[
    "项目进度",
    "项目进展",
    "进展情况",
    "项目进展情况",
    "目前进展",
    "最新进展",
    "推进情况",
    "落地情况",
    "进展",
    "进度",
];

/// The firms of a project, of which one may name it.
const FIRMS: [Target; 2] = [
    target("project", "project_company"),
    target("project", "investor"),
];

/// What an office does beside promotion: lists of it have days, firms, amounts
/// and contracts as ours do.
const ELSE: &[&str] = &["采购", "报销", "招投标"];
/// A line that is longer explains a table, and is no name of it.
const NAME: usize = 24;

/// Rows from the headings on that show which ledger a long table is: to look at
/// all for every ledger takes longer than to read them.
const SHOWN: u32 = 2_000;

/// The ledger that fits best, with its columns.
pub(super) fn choose(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    said: &Said<'_>,
) -> Option<(&'static Ledger, Vec<Mapped>, Option<Guess>)> {
    let end = block.last.saturating_add(SHOWN);
    let is_long = sheet.rows.last().is_some_and(|row| row.number >= end);
    let start = is_long.then(|| sheet.until(end));
    let shown = start.as_ref().unwrap_or(sheet);
    let titles: Vec<String> = titles(sheet, block).collect();
    let heads: Vec<String> = block.heads.iter().map(|(_, head)| head.text()).collect();
    let year = year::answered(said.answers, &book.file);
    let year = year.or_else(|| year::of(book, sheet, block));
    let mut best: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    // The best that is no list of agreements, and whether payments are one.
    let mut unsigned: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    let mut is_paid = false;
    // The same columns as those of agreements.
    let mut signing: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    // The same columns as those of works.
    let mut works: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    // What only its name shows, where nothing shows itself.
    let mut by_name: Option<(usize, &'static Ledger, Vec<Mapped>)> = None;
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut maybe: Vec<(usize, &'static str)> = Vec::new();
    let mut is_named = false;
    let mut known_best = 0;
    // How well the columns are known as those of visits still to be made.
    let mut planned: Option<usize> = None;
    // A list of names alone, where nothing shows itself.
    let mut of_names: Option<(&'static Ledger, Vec<Mapped>)> = None;
    let key = format!("ledger:{}", block.keys().join("|"));
    let answered = said.answers.get(&key).map(String::as_str);
    let told = said.mapping.ledger.as_deref().or(answered);
    let mut names = titles.iter().chain([&sheet.name]);
    let is_else = |name: &String| {
        let is_name = name.chars().count() <= NAME;
        is_name && ELSE.iter().any(|other| name.contains(other))
    };
    if told.is_none() && names.any(is_else) {
        return None;
    }
    // 新签约项目资金到位登记表 is of payments, whatever they are for.
    let unpaid: Vec<String> = titles
        .iter()
        .filter(|name| !called::is_of_payments(name))
        .cloned()
        .collect();
    let is_signed = ALL.iter().any(|ledger| {
        ledger.name == "signing"
            && called::points(book, sheet, &unpaid, &heads, ledger) == NAMED_SHEET
    });
    let is_roll = called::is_roll(book, sheet, &titles);
    let is_landed = called::is_landed(sheet, &titles);
    let has_buildings = parcel::has_buildings(&heads);
    for ledger in ALL.iter().copied() {
        if told.is_some_and(|name| name != ledger.name) {
            continue;
        }
        if told.is_none() && ledger.name == "signing" && called::is_unsigned(sheet, &titles) {
            continue;
        }
        if told.is_none() && ledger.name == "payment" && is_roll {
            continue;
        }
        if told.is_none() && ledger.name == "lead" && is_landed {
            continue;
        }
        if told.is_none() && ledger.name == "parcel" && has_buildings {
            continue;
        }
        let known = block
            .heads
            .iter()
            .filter(|(_, head)| head.is_known(ledger.vocabulary()));
        let forced = told.is_some();
        let named = called::points(book, sheet, &titles, &heads, ledger);
        let least = if ledger.name == "lead" { 1 } else { 2 };
        if known.count() < least && !forced {
            continue;
        }
        let columns = columns::map(shown, block, ledger, said, named > 0 || forced, year);
        let rank = if forced {
            Some(usize::MAX)
        } else if ledger.name == "visit" && to_come::is_one(book, sheet, block, (ledger, &columns))
        {
            planned = fits(ledger, &columns, named).map(|_| points(&columns));
            None
        } else if ledger.name == "key_project"
            && named < NAMED_SHEET
            && !is_key(&columns)
            && (is_signed || !plans(&columns) && talks::most_are_signed(shown, block, &columns))
        {
            // Days planned in a list of signed projects make it no other.
            None
        } else if ledger.name == "key_project"
            && named < NAMED_SHEET
            && !forced
            && talks::are_told(shown, block, &columns)
        {
            None
        } else if ledger.is_list {
            // A list that the program wrote itself, with all that a ledger has
            // of it, is that list.
            let whole = points(&columns) >= known_best && is_whole_list(ledger, &columns);
            let more = if whole { OWN_LIST } else { 0 };
            is_list(ledger, &columns).then(|| points(&columns) + more)
        } else {
            let rank = fits(ledger, &columns, named)
                .filter(|_| named > 0 || ledger.name != "visit" || tells_of_visits(&columns));
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
        let names = titles.iter().chain([&sheet.name]);
        if rank.is_none() && named == NAMED_SHEET && mere_names::is_list(ledger, &columns, names) {
            of_names = Some((ledger, columns.clone()));
        }
        if !ledger.is_list && !forced {
            is_named |= rank.is_some() && named > 0;
            match rank {
                Some(rank) => open.push((rank, ledger.name)),
                None if may_be(ledger, &columns) => maybe.push((points(&columns), ledger.name)),
                None => {}
            }
        }
        is_paid |= ledger.name == "payment" && named == NAMED_SHEET && rank.is_some();
        if ledger.name == "key_project" {
            works = rank.map(|rank| (rank, ledger, columns.clone()));
        }
        match rank {
            _ if ledger.name == "signing" => {
                let rank = fits(ledger, &columns, named.max(NAMED_FILE));
                signing = rank.map(|rank| (rank, ledger, columns.clone()));
            }
            Some(rank) if unsigned.as_ref().is_none_or(|(most, ..)| rank > *most) => {
                unsigned = Some((rank, ledger, columns.clone()));
            }
            _ => {}
        }
        match rank {
            Some(rank) if best.as_ref().is_none_or(|(most, ..)| rank > *most) => {
                best = Some((rank, ledger, columns));
            }
            None if !ledger.is_list && named == NAMED_SHEET && fits_by_name(ledger, &columns) => {
                let rank = points(&columns);
                if by_name.as_ref().is_none_or(|(most, ..)| rank > *most) {
                    by_name = Some((rank, ledger, columns));
                }
            }
            _ => {}
        }
    }
    let best = match best {
        Some((_, ledger, columns)) if is_paid && !is_signed && signs_nothing(ledger, &columns) => {
            unsigned
        }
        // Those of its projects that are signed are agreements.
        Some((_, ledger, columns))
            if told.is_none()
                && ledger.name == "lead"
                && !called::says_leads(sheet, &titles)
                && signing.is_some()
                && talks::are_signed(shown, block, &columns) =>
        {
            signing
        }
        // Those that are being built or finished are works.
        Some((_, ledger, _))
            if told.is_none()
                && ledger.name == "lead"
                && !called::says_leads(sheet, &titles)
                && works
                    .as_ref()
                    .is_some_and(|(_, _, columns)| talks::are_begun(shown, block, columns)) =>
        {
            works
        }
        other => other,
    };
    // 签约项目清单 with a name, a firm and an amount fits a list of projects as
    // well, and says itself that these are agreements.
    let is_mere_list = best
        .as_ref()
        .is_some_and(|(rank, ledger, _)| ledger.is_list && *rank < OWN_LIST);
    let is_of_leads = told.is_none()
        && best
            .as_ref()
            .is_some_and(|(_, ledger, _)| ledger.name == "lead")
        && !called::says_talks(sheet, &titles);
    let is_of_signed = is_mere_list && called::says_signed(sheet, &titles);
    let best = match by_name {
        Some(by_name) if is_of_signed && by_name.1.name == "signing" => Some(by_name),
        // So does 在建项目台账 of works, whose investors are no leads.
        Some(by_name)
            if (is_mere_list || is_of_leads)
                && by_name.1.name == "key_project"
                && called::says_works(sheet, &titles) =>
        {
            Some(by_name)
        }
        by_name => best.or(by_name),
    };
    // What is planned is neither a visit nor anything else.
    let best = best.filter(|(_, _, columns)| planned.is_none_or(|most| points(columns) > most));
    let best = best.filter(|(_, ledger, columns)| {
        told.is_some() || !parks::is_summed(book, sheet, block, (ledger, columns))
    });
    let best = match (best, of_names) {
        (None, Some((ledger, columns))) if planned.is_none() => Some((0, ledger, columns)),
        (best, _) => best,
    };
    // What shows itself fully goes before what only could be meant.
    if open.len() > 1 {
        maybe.clear();
    }
    open.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    maybe.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    let choices = open.into_iter().chain(maybe);
    let choices: Vec<&'static str> = choices.map(|(_, name)| name).collect();
    best.map(|(_, ledger, mut columns)| {
        if is_long {
            let named = called::points(book, sheet, &titles, &heads, ledger) > 0;
            columns = columns::map(sheet, block, ledger, said, named || told.is_some(), year);
        }
        let is_choice = choices.len() > 1 && choices.contains(&ledger.name);
        let guessed = is_choice && !is_named && tells_by_general(ledger, &columns);
        (ledger, columns, guessed.then_some(Guess { key, choices }))
    })
}

/// Whether the columns say when or where somebody was met, or what came of it:
/// a list of firms with whom one talks there and how they are minded is no
/// ledger of visits.
fn tells_of_visits(columns: &[Mapped]) -> bool {
    const PEOPLE: &[&str] = &["enterprise", "their_people", "their_duty", "their_phone"];
    // So have lists of the firms' problems: 反映问题, 责任单位, 办理情况, 办结时限.
    const AFTER: &[&str] = &[
        "intent",
        "content",
        "result",
        "follow_up",
        "due_date",
        "resident_office",
        "responsible_person",
        "industry",
        "note",
    ];
    let is_of_visit = |target: Target| {
        let about_firm = PEOPLE.contains(&target.field) || AFTER.contains(&target.field);
        target.kind == "visit" && !about_firm
    };
    columns.iter().any(|column| match column.role {
        Some(Role::Field(target) | Role::Span(target, _) | Role::Days(target, _)) => {
            is_of_visit(target)
        }
        _ => false,
    })
}

/// Whether the columns tell of works that are still to begin.
fn plans(columns: &[Mapped]) -> bool {
    const PLANS: &[&str] = &[
        "planned_start_date",
        "planned_completion_date",
        "land_supplied_date",
        "procedures",
        "issue",
        "measure",
    ];
    let key = |field| columns::has(columns, target("key_project", field));
    PLANS.iter().copied().any(key)
}

/// Whether the columns tell of projects by their level, or of their building.
fn is_key(columns: &[Mapped]) -> bool {
    let key = |field| columns::has(columns, target("key_project", field));
    let own = ["key_level", "build_nature", "cumulative_investment"];
    // 项目状态 and 项目进度 may be those of an agreement as well.
    let is_general = |column: &&Mapped| {
        let head = column.head.as_str();
        head.ends_with("状态") || PROGRESS.contains(&head)
    };
    let works = columns.iter().filter(|column| !is_general(column));
    let works: Vec<Mapped> = works.cloned().collect();
    own.into_iter().any(key) || tells_of_works(&works)
}

/// Whether a list of agreements says nothing of their signing: what they
/// promised stands in lists of what was paid, too.
fn signs_nothing(ledger: &Ledger, columns: &[Mapped]) -> bool {
    const SIGNING: &[&str] = &["sign_date", "agreement_type", "agreement_no"];
    let mut fields = SIGNING.iter().copied();
    ledger.name == "signing"
        && !fields.any(|field| columns::has(columns, target("agreement", field)))
}

/// Whether a ledger that shows itself too little could still be meant: it has
/// what names its rows, and something of its own.
fn may_be(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let some = |target: &Target| {
        let mut columns = columns.iter();
        columns.any(|column| column.target() == Some(*target))
    };
    ledger.titles.iter().any(some) && ledger.telling.iter().any(some)
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

/// The lines above the headings, the table's own before those of the sheet.
pub(super) fn titles(sheet: &Sheet, block: &Block) -> impl Iterator<Item = String> {
    let (own, shared) = lines_above(sheet, block);
    let above = own.into_iter().chain(shared);
    above
        .flat_map(|row| &row.cells)
        .map(|(_, raw)| raw.display())
}

/// The same without the title of the first table, where this one has the same
/// headings and a title of its own: 上海驻点 of one is not 苏州驻点 of the next.
pub(super) fn own_titles(sheet: &Sheet, block: &Block) -> Vec<String> {
    let (own, mut shared) = lines_above(sheet, block);
    let is_titled = |row: &&Row| {
        let mut texts = row.cells.iter().map(|(_, raw)| tight(&raw.display()));
        texts.any(|text| lines::is_title(&text))
    };
    let is_again = block.below.is_some_and(|below| below.is_again);
    if is_again
        && own.iter().any(is_titled)
        && let Some(first) = shared.iter().rposition(is_titled)
    {
        shared.truncate(first);
    }
    let cells = own.into_iter().chain(shared).flat_map(|row| &row.cells);
    cells.map(|(_, raw)| raw.display()).collect()
}

/// The lines that stand above a table of its own, and those above the first
/// table that are about the whole sheet.
pub(super) fn lines_above<'s>(sheet: &'s Sheet, block: &Block) -> (Vec<&'s Row>, Vec<&'s Row>) {
    let end = sheet.rows.partition_point(|row| row.number < block.first);
    let rows = &sheet.rows[..end];
    let Some(below) = block.below else {
        return (rows.iter().collect(), Vec::new());
    };
    let near = rows.iter().rev();
    let near = near.take_while(|row| row.number > below.above && rows::is_line(row));
    let mut own: Vec<&Row> = near.collect();
    own.reverse();
    // `一、新签约项目（单位：亿元）` is about the table below it alone.
    let shared = rows.iter().take_while(|row| row.number < below.first);
    let shared = shared.filter(|row| !rows::names_a_section(row));
    (own, shared.collect())
}

fn is_sure(columns: &[Mapped], target: Target) -> bool {
    columns.iter().any(|column| {
        let found = match column.role {
            Some(Role::Span(first, _) | Role::Pair(first, _) | Role::Days(first, _)) => {
                first == target
            }
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
    // 新开工重点项目一览表 may know its projects by their firms alone.
    let by_firm = ledger.name == "key_project" && named == NAMED_SHEET;
    let firms = FIRMS.iter().filter(|_| by_firm);
    let mut titles = ledger.titles.iter().chain(firms);
    if !titles.any(|title| is_sure(columns, *title)) {
        return None;
    }
    let telling = ledger.telling.iter().filter(|one| is_sure(columns, **one));
    let telling = telling.count();
    let sure = columns.iter().filter(|column| {
        column.column.confidence >= SURE && !matches!(column.role, Some(Role::Serial))
    });
    let sure = sure.count();
    let most = sure >= 5 && sure * 10 >= columns.len() * 6 || sure >= MANY;
    let some = |target: &Target| {
        columns
            .iter()
            .any(|column| column.target() == Some(*target))
    };
    let hinted = ledger.telling.iter().filter(|one| some(one)).count();
    let enough = telling >= 2 || telling == 1 && (named > 0 || most) || hinted >= 2 && named > 0;
    (enough && (sure >= 3 || named > 0 && sure >= 2)).then(|| points(columns) + telling * 3 + named)
}

/// Whether a table is a ledger by its name and by what most of its columns
/// are, with none that only this ledger has: a list of signed projects may
/// leave out everything about the signing.
fn fits_by_name(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let sure = columns.iter().filter(|column| {
        column.column.confidence >= SURE
            && !matches!(column.role, None | Some(Role::Serial | Role::Aside))
    });
    let (mut many, mut has_amount, mut is_described) = (0, false, false);
    let mut is_by_firm = false;
    for column in sure {
        many += 1;
        has_amount |= is_money(column.role);
        is_described |= column.target() == Some(target("project", "content"));
        is_by_firm |= [
            target("enterprise", "name"),
            target("project", "project_company"),
        ]
        .iter()
        .any(|firm| column.target() == Some(*firm));
    }
    let counted = columns
        .iter()
        .filter(|column| column.role != Some(Role::Serial));
    let titled = ledger.titles.iter().any(|title| is_sure(columns, *title));
    // A list of one ceremony may name no more than who builds what for how
    // much, leave one of them out, or tell the amounts in words alone.
    let told = [is_by_firm, has_amount, is_described];
    let is_short = told.iter().filter(|told| **told).count() >= 2 && many >= 3;
    let is_enough = has_amount && many >= 4 || is_short;
    titled && is_enough && many * 2 >= counted.count()
}

/// Whether nearly every heading is a field's own, of a list of ten or more; or
/// all but that which names what the rows are parts of.
fn is_whole_list(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let own = columns.iter().filter(|column| {
        let target = column.target();
        let is_own = target.is_some_and(|target| ledger.kind().name == target.kind);
        is_own && column.column.confidence >= SURE
    });
    let own = own.count();
    let is_of_parts = !ledger.instead.is_empty() && own >= 5 && own + 1 == columns.len();
    is_of_parts || own >= 10 && own * 10 >= columns.len() * 8
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
