//! How well the columns of a table fit a ledger.

use super::called::NAMED_SHEET;
use crate::ledger::columns::{self, Mapped, is_money};
use crate::ledger::given::phase::tells_of_works;
use crate::ledger::heads::SURE;
use crate::ledger::kinds::Ledger;
use crate::ledger::payment::periods::PAID;
use crate::ledger::words::{Role, target};
use crate::table::Target;

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

/// Whether the columns say when or where somebody was met, or what came of it:
/// a list of firms with whom one talks there and how they are minded is no
/// ledger of visits.
pub(super) fn tells_of_visits(columns: &[Mapped]) -> bool {
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
pub(super) fn plans(columns: &[Mapped]) -> bool {
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
pub(super) fn is_key(columns: &[Mapped]) -> bool {
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
pub(super) fn signs_nothing(ledger: &Ledger, columns: &[Mapped]) -> bool {
    const SIGNING: &[&str] = &["sign_date", "agreement_type", "agreement_no"];
    let mut fields = SIGNING.iter().copied();
    ledger.name == "signing"
        && !fields.any(|field| columns::has(columns, target("agreement", field)))
}

/// Whether a ledger that shows itself too little could still be meant: it has
/// what names its rows, and something of its own.
pub(super) fn may_be(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let some = |target: &Target| {
        let mut columns = columns.iter();
        columns.any(|column| column.target() == Some(*target))
    };
    ledger.titles.iter().any(some) && ledger.telling.iter().any(some)
}

/// Whether the columns that show a ledger have headings that many have.
pub(super) fn tells_by_general(ledger: &Ledger, columns: &[Mapped]) -> bool {
    let telling = columns.iter().filter(|column| {
        let target = column.target();
        target.is_some_and(|target| ledger.telling.contains(&target))
    });
    let mut heads = telling.map(|column| column.head.as_str());
    heads.all(|head| GENERAL.contains(&head))
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
pub(super) fn points(columns: &[Mapped]) -> usize {
    let of = |column: &Mapped| match column.role {
        None | Some(Role::Serial) => 0,
        Some(Role::Aside) => 1,
        Some(_) if column.column.confidence >= SURE => 2,
        Some(_) => 1,
    };
    columns.iter().map(of).sum()
}

/// The points of a ledger whose own fields are there.
pub(super) fn fits(ledger: &Ledger, columns: &[Mapped], named: usize) -> Option<usize> {
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
pub(super) fn fits_by_name(ledger: &Ledger, columns: &[Mapped]) -> bool {
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
pub(super) fn is_whole_list(ledger: &Ledger, columns: &[Mapped]) -> bool {
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
pub(super) fn is_list(ledger: &Ledger, columns: &[Mapped]) -> bool {
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
