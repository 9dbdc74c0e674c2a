//! The nodes of a project (关键节点) in a row each, below a name that stands
//! once: `取得施工许可 | 2024.2.28 | 2024.2.20`. They are one project, whose
//! days of starting, completion and production some of them tell.

use suoji_model::{Cell, Value};

use crate::book::{Row, Sheet};
use crate::cells::null;
use crate::cells::text::{tidy, tight};
use crate::ledger::block::Block;
use crate::ledger::columns::Mapped;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::table::Target;

/// What the rows after the first are among those that are no records.
pub(crate) const KIND: &str = "node_of_project";

const NAME: Target = target("project", "name");
const PHASE: Target = target("project_phase", "phase");
const RAG: Target = target("key_project", "rag_status");
const NOTE: Target = target("key_project", "note");

/// Headings of nodes.
const HEADS: &[&str] = &[
    "节点",
    "关键节点",
    "节点名称",
    "节点任务",
    "工作节点",
    "推进节点",
    "时间节点",
    "重要节点",
    "重点节点",
    "关键节点名称",
    "任务节点",
    "里程碑",
    "里程碑节点",
];

/// What a node is called, and the days that it tells: planned and come true.
const DAYS: &[(&[&str], &str, &str)] = &[
    (&["开工"], "planned_start_date", "start_date"),
    (
        &["竣工", "完工", "建成"],
        "planned_completion_date",
        "completion_date",
    ),
    (
        &["投产", "试生产", "投用"],
        "planned_production_date",
        "production_date",
    ),
];

/// Takes the days of the nodes for no days of the project, where a table has
/// its nodes in rows.
pub(crate) fn assign(sheet: &Sheet, block: &Block, columns: &mut [Mapped]) {
    let Some(nodes) = Nodes::of(columns) else {
        return;
    };
    let below = sheet.rows.partition_point(|row| row.number <= block.last);
    let mut rows = sheet.rows[below..].iter();
    if !rows.any(|row| nodes.follows(row)) {
        return;
    }
    let own = [Some(nodes.node), nodes.planned, nodes.actual, nodes.state];
    let own: Vec<u32> = own.into_iter().flatten().map(|one| one.number).collect();
    for column in columns.iter_mut().filter(|one| own.contains(&one.number)) {
        if column.column.reason != "told" {
            column.role = Some(Role::Aside);
            column.column.target = None;
            "kept_as_text".clone_into(&mut column.column.reason);
        }
    }
}

/// Whether the row is a further node of the project above.
pub(super) fn is_node(columns: &[Mapped], row: &Row) -> bool {
    Nodes::of(columns).is_some_and(|nodes| nodes.follows(row))
}

/// Adds what the nodes say to the project that they are of.
pub(crate) fn read(line: &mut Line<'_>) {
    let columns = line.frame.columns;
    let Some(nodes) = Nodes::of(columns) else {
        return;
    };
    let rows = &line.frame.sheet.rows;
    let at = rows.partition_point(|row| row.number <= line.row.number);
    let further = rows[at..].iter().take_while(|row| nodes.follows(row));
    let all: Vec<&Row> = std::iter::once(line.row).chain(further).collect();
    if all.len() < 2 {
        return;
    }
    let said: Vec<String> = all.iter().map(|row| nodes.told(row)).collect();
    let mut note = said.join("\n");
    if let Some(before) = line.text(NOTE) {
        note = format!("{before}\n{note}");
    }
    line.set(NOTE, Value::Text(note));
    for row in &all {
        days(line, &nodes, row);
    }
    worst_light(line, &all);
}

/// The days of the project that one of its nodes tells.
fn days(line: &mut Line<'_>, nodes: &Nodes<'_>, row: &Row) {
    let name = tight(&row.cell(nodes.node.number).display());
    let means = |(words, ..): &&(&[&str], _, _)| words.iter().any(|word| name.contains(word));
    let Some((_, planned, done)) = DAYS.iter().find(means) else {
        return;
    };
    for (column, field) in [(nodes.planned, planned), (nodes.actual, done)] {
        let field = target("key_project", field);
        let Some(column) = column.filter(|_| *line.get(field) == Cell::Blank) else {
            continue;
        };
        let raw = row.cell(column.number);
        let is_day = null::read(raw).is_none();
        if let Some(reading) = line
            .reading_of(field, raw, line.context(column))
            .filter(|_| is_day)
        {
            line.keep(column, field, reading);
        }
    }
}

/// A project is as late as the latest of its nodes.
fn worst_light(line: &mut Line<'_>, rows: &[&Row]) {
    let Some(column) = line.column_of(RAG) else {
        return;
    };
    let lights = rows.iter().filter_map(|row| {
        let reading = line.reading_of(RAG, row.cell(column.number), line.context(column))?;
        match reading.cell {
            Cell::Known(Value::Text(light), _) => Some(light),
            _ => None,
        }
    });
    let lights: Vec<String> = lights.collect();
    let worst = ["red", "yellow", "green"]
        .into_iter()
        .find(|light| lights.iter().any(|one| one == light));
    if let Some(worst) = worst {
        line.set(RAG, Value::Text(worst.to_owned()));
    }
}

/// The columns of a table with nodes.
struct Nodes<'c> {
    name: &'c Mapped,
    serial: Option<&'c Mapped>,
    node: &'c Mapped,
    planned: Option<&'c Mapped>,
    actual: Option<&'c Mapped>,
    state: Option<&'c Mapped>,
}

impl<'c> Nodes<'c> {
    fn of(columns: &'c [Mapped]) -> Option<Self> {
        let find = |role| columns.iter().find(|column| column.role == Some(role));
        let is_own = |column: &Mapped| column.target().is_some_and(|own| own.kind == RAG.kind);
        if find(Role::Field(PHASE)).is_some() || !columns.iter().any(is_own) {
            return None;
        }
        let node = columns
            .iter()
            .find(|column| HEADS.contains(&column.head.as_str()))?;
        let behind = || columns.iter().filter(|column| column.number > node.number);
        let dated = |word: &str| {
            behind().find(|column| {
                let is_day = ["时间", "日期", "时限", "完成"]
                    .iter()
                    .any(|end| column.head.ends_with(end));
                column.head.contains(word) && is_day
            })
        };
        Some(Self {
            name: find(Role::Field(NAME))?,
            serial: find(Role::Serial),
            node,
            planned: dated("计划")
                .or_else(|| dated("目标"))
                .or_else(|| dated("要求")),
            actual: dated("实际"),
            state: behind()
                .find(|column| ["完成情况", "状态", "进展情况"].contains(&column.head.as_str())),
        })
    }

    /// Whether a row is a node of the project that a row above names.
    fn follows(&self, row: &Row) -> bool {
        let is_blank = |column: &Mapped| row.cell(column.number).is_blank();
        let is_merged = |column: &Mapped| {
            let area = column.merged(row.number);
            area.is_some_and(|(top, _)| top < row.number)
        };
        let unnamed =
            is_blank(self.name) && (is_merged(self.name) || self.serial.is_some_and(is_blank));
        unnamed && !is_blank(self.node)
    }

    /// What a row says of its node.
    fn told(&self, row: &Row) -> String {
        let text = |column: &Mapped| tidy(&row.cell(column.number).display(), false);
        let said = [
            ("计划", self.planned),
            ("实际", self.actual),
            ("", self.state),
        ];
        let said = said.into_iter().filter_map(|(word, column)| {
            let text = text(column?);
            (!text.is_empty()).then(|| format!("{word}{text}"))
        });
        let said: Vec<String> = said.collect();
        let name = text(self.node);
        match said.is_empty() {
            true => name,
            false => format!("{name}：{}", said.join("，")),
        }
    }
}
