//! Rows of visit ledgers in which nobody was visited: an office that stayed at
//! home, `驻深 | 本周无拜访`, and the way there and back, `10月16日 | 返程`.

use crate::book::{Raw, Row};
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// Whom or where: a row without any of them is no visit.
const VISITED: &[Target] = &[
    target("visit", "enterprise"),
    target("visit", "place"),
    target("visit", "city"),
    target("visit", "their_people"),
];

const DAY: Target = target("visit", "visit_date");

/// Cells that say that nobody went.
const NONE: &[&str] = &[
    "未外出",
    "未出差",
    "无外出",
    "无出差",
    "无拜访",
    "无走访",
    "无来访",
    "无接待",
    "未安排",
    "未拜访",
    "未走访",
    "休息",
    "休假",
    "放假",
    "轮休",
];

/// What stands in place of a firm on a day on which nobody was visited.
const AWAY: &[&str] = &[
    "请假",
    "事假",
    "病假",
    "年假",
    "年休假",
    "公休",
    "调休",
    "轮休",
    "休息",
    "休假",
    "放假",
    "周末",
    "双休",
    "节假日",
    "法定节假日",
    "开会",
    "会议",
    "参加会议",
    "值班",
    "单位值班",
    "在岗",
    "内业",
    "学习",
    "培训",
    "参加培训",
    "返程",
    "途中",
];

/// What an office does at its own desk.
const AT_DESK: &[&str] = &[
    "整理资料",
    "整理材料",
    "整理信息",
    "整理台账",
    "资料整理",
    "撰写周报",
    "撰写材料",
    "撰写报告",
    "驻点办公",
    "驻点值守",
    "驻点值班",
];

/// How cells begin that say how one travels.
const ON_THE_WAY: &[&str] = &[
    "返程",
    "返回",
    "启程",
    "出发",
    "乘坐",
    "乘高铁",
    "乘飞机",
    "乘机",
    "乘车",
    "乘火车",
];

/// What a cell says that is no account of a visit.
const SHORT: usize = 12;

/// What says of a visit that nobody made it, or not yet.
const UNDONE: &[&str] = &[
    "取消",
    "已取消",
    "改期",
    "推迟",
    "延期",
    "已推迟",
    "未成行",
    "未拜访",
    "未走访",
    "待拜访",
    "待走访",
    "拟拜访",
    "计划",
    "计划中",
    "未约",
    "待约",
    "已约",
    "预约中",
    "已预约",
    "作废",
    "已作废",
];

/// Headings of how far visits have come.
const STATES: &[&str] = &[
    "状态",
    "拜访状态",
    "走访状态",
    "来访状态",
    "接待状态",
    "预约状态",
    "预约情况",
    "约访情况",
    "行程状态",
    "落实情况",
    "成行情况",
];

/// Whether a row of a visit ledger says that there was none.
pub(crate) fn is_none(columns: &[Mapped], row: &Row) -> bool {
    let of = |target: &Target| {
        let mut columns = columns.iter();
        columns.find(|column| column.role == Some(Role::Field(*target)))
    };
    let Some(firm) = of(&VISITED[0]) else {
        return false;
    };
    let said = |column: &Mapped| match row.cell(column.number) {
        Raw::Text(text) => tight(text),
        _ => String::new(),
    };
    let is_undone = |text: &str| UNDONE.contains(&text);
    let within = |text: &str| {
        let inside = text
            .strip_suffix(')')
            .and_then(|text| text.rsplit_once('('));
        is_undone(text) || inside.is_some_and(|(_, inside)| is_undone(inside))
    };
    let state = |column: &&Mapped| STATES.contains(&column.head.as_str());
    let day = of(&DAY);
    if within(&said(firm))
        || is_away_all_day(columns, row)
        || day.is_some_and(|day| within(&said(day)))
        || columns
            .iter()
            .filter(state)
            .any(|one| is_undone(&said(one)))
    {
        return true;
    }
    let is_empty = |column: &Mapped| null::read(row.cell(column.number)).is_some();
    let mut visited = VISITED.iter().filter_map(of);
    visited.all(is_empty) && row.cells.iter().any(|(_, raw)| says(raw))
}

/// Whether nothing but such a word stands in place of the firms, be there one
/// for each part of the day.
fn is_away_all_day(columns: &[Mapped], row: &Row) -> bool {
    let firms = columns
        .iter()
        .filter(|column| column.target() == Some(VISITED[0]));
    let told = firms.map(|column| row.cell(column.number));
    let mut told = told.filter(|raw| null::read(raw).is_none()).peekable();
    told.peek().is_some() && told.all(is_away)
}

/// Whether a cell says in place of a firm that nobody was visited.
pub(crate) fn is_away(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let at_desk = || AT_DESK.iter().any(|word| text.contains(word));
    AWAY.contains(&text.as_str()) || text.chars().count() <= SHORT && at_desk()
}

fn says(raw: &Raw) -> bool {
    let Raw::Text(text) = raw else {
        return false;
    };
    let text = tight(text);
    let short = text.chars().count() <= SHORT;
    let bare = ["本周", "本月", "当日", "当天", "全天"]
        .iter()
        .find_map(|time| text.strip_prefix(time))
        .unwrap_or(&text);
    let starts = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    short && (starts(NONE) || starts(ON_THE_WAY))
}
