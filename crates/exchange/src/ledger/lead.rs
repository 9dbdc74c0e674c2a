//! Rows of a lead ledger (招商线索台账).

use suoji_model::{Cell, Value};

use crate::book::Raw;
use crate::cells::text::tight;
use crate::cells::time;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::names::aliases;
use crate::ledger::people::{beside_firm, contact, is_contact, office};
use crate::ledger::signing::in_words;
use crate::ledger::under;
use crate::ledger::words::{Role, target};
use crate::table::{LedgerRow, Target};

const REPORTED: Target = target("lead", "reported_at");
const ENTERPRISE: Target = target("lead", "enterprise");

/// Reads one row; who may invest, or at least in what, must be known.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(is_contact);
    in_words::amount(
        &mut line,
        target("lead", "content"),
        target("lead", "planned_investment"),
    );
    contact(&mut line);
    aliases::reference_formerly_called(&mut line, ENTERPRISE);
    beside_firm(&mut line, ENTERPRISE);
    named_by_firm(&mut line);
    under::lead(&mut line);
    office(&mut line, target("lead", "reporting_unit"));
    reported_time(&mut line);
    effective(&mut line);
    if let Cell::Known(Value::Text(name), _) = line.get(target("contact", "name")).clone() {
        line.set(target("lead", "contact"), Value::Text(name));
    }
    line.need(line.frame.ledger.titles, "title_missing");
    line.finish()
}

/// Under 企业（项目）名称 a company's name is that of who may invest.
fn named_by_firm(line: &mut Line<'_>) {
    let name = target("lead", "name");
    let asks = line.column_of(name).is_some_and(|column| {
        let words = ["企业", "公司", "客商", "单位"];
        words.iter().any(|word| column.column.head.contains(word))
    });
    if !asks || line.column_of(ENTERPRISE).is_some() || *line.get(ENTERPRISE) != Cell::Blank {
        return;
    }
    let is_firm = |text: &&str| ["公司", "集团", "厂"].iter().any(|end| text.ends_with(end));
    if let Some(firm) = line.text(name).filter(is_firm).map(str::to_owned) {
        line.set(ENTERPRISE, Value::Text(firm));
    }
}

/// 有效 or 无效 under 研判结果 says of the lead what it is, where no column of
/// its own does.
fn effective(line: &mut Line<'_>) {
    let (own, verdict) = (target("lead", "is_effective"), target("lead", "assessment"));
    // So does a mark under 研判情况▸无效.
    let refused = Role::Tick(verdict, "rejected");
    let mut marks = line.frame.columns.iter();
    let marked = marks.any(|column| {
        let is_mark = column.role == Some(refused) && column.head.ends_with("无效");
        is_mark && line.mark(column) == Some(true)
    });
    if marked && *line.get(own) == Cell::Blank {
        line.set(own, Value::Flag(false));
    }
    // So does a state of the lead.
    const PROGRESS: Target = target("lead", "progress");
    let of_state = |column: &&Mapped| match column.role {
        Some(Role::Field(field) | Role::Otherwise(field, _)) => {
            [verdict, PROGRESS].contains(&field)
        }
        _ => false,
    };
    let said = line
        .frame
        .columns
        .iter()
        .filter(of_state)
        .find_map(|column| match &*tight(&line.raw(column).display()) {
            "有效" | "有效线索" | "有效信息" => Some(true),
            "无效" | "无效线索" | "无效信息" => Some(false),
            text => is_lost(text).then_some(false),
        });
    if let Some(said) = said.filter(|_| *line.get(own) == Cell::Blank) {
        line.set(own, Value::Flag(said));
    }
}

/// Whether a state says that nobody follows the lead any longer, whatever it
/// adds in brackets: `已流失（落户外地）`.
fn is_lost(text: &str) -> bool {
    const LOST: &[&str] = &[
        "作废", "流失", "放弃", "终止", "淘汰", "失效", "过期", "撤销", "退出", "关闭", "否决",
    ];
    let bare = text.split('(').next().unwrap_or_default();
    let bare = bare.strip_prefix('已').unwrap_or(bare);
    let bare = ["线索", "项目", "信息", "跟踪", "洽谈", "对接"]
        .iter()
        .find_map(|word| bare.strip_suffix(word).or(bare.strip_prefix(word)))
        .unwrap_or(bare);
    LOST.contains(&bare)
}

/// The minute decides who was first, so it is kept beside the day. Midnight is
/// what a spreadsheet writes after a day without a time.
fn reported_time(line: &mut Line<'_>) {
    let Some(column) = line.column_of(REPORTED) else {
        return;
    };
    let found = match line.raw(column) {
        Raw::Date(_, time) => time.map(|time| time.format("%H:%M").to_string()),
        Raw::Text(text) => time::inside(text),
        Raw::Number { text, .. } if matches!(line.get(REPORTED), Cell::Known(..)) => {
            time::of_number(text)
                .filter(|_| text.split('.').next().is_some_and(|day| day.len() == 5))
        }
        _ => None,
    };
    if let Some(found) = found.filter(|found| found != "00:00") {
        line.set(target("lead", "reported_time"), Value::Text(found));
    }
}
