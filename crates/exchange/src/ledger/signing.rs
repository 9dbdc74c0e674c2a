//! Rows of a signing ledger (签约项目台账): an agreement with its project,
//! enterprise and contact in one row.

pub(crate) mod addends;
mod ended;
pub(crate) mod in_words;
mod sides;
mod signing_checks;
pub(crate) mod unsigned;
pub(crate) mod void;

use suoji_model::{Cell, Shape, Value};

use crate::book::Raw;
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::given::ceremony;
use crate::ledger::line::Line;
use crate::ledger::money::money;
use crate::ledger::names::{aliases, inside, unnamed_projects};
use crate::ledger::people::{answering, beside_firm, contact, is_contact, office};
use crate::ledger::rows::{joint, left_out, subprojects};
use crate::ledger::under;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::{LedgerRow, Target};
use signing_checks::check;

/// Fields that need more than their own cell.
fn special(target: Target) -> bool {
    is_contact(target)
        || target
            .declared()
            .is_some_and(|field| field.shape == Shape::Money)
}

/// Reads one row.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(special);
    addends::add(&mut line);
    money(&mut line);
    in_words::amount(
        &mut line,
        target("project", "content"),
        target("project", "total_investment"),
    );
    contact(&mut line);
    sides::other(&mut line);
    beside_firm(&mut line, target("enterprise", "name"));
    office(&mut line, target("project", "resident_office"));
    answering::part(
        &mut line,
        target("agreement", "responsible_unit"),
        target("project", "sponsor_leader"),
    );
    under::signing(&mut line);
    ceremony::day_of_section(&mut line);
    ended::told(&mut line);
    aliases::also_called(&mut line);
    aliases::in_remark(&mut line, target("agreement", "note"));
    inside::company(&mut line, joint::FIRM);
    company_invests(&mut line);
    aliases::formerly_called(&mut line);
    out_of_contract(&mut line);
    names(&mut line);
    joint::investors(&mut line);
    subprojects::with_parts(&mut line);
    subprojects::named(&mut line);
    unsigned::stage_told(&mut line);
    if !unsigned::told(&mut line) {
        typed(&mut line);
        without_kind(&mut line);
        expansion(&mut line);
        check(&mut line);
        unsigned::still_talked(&mut line);
    }
    line.finish()
}

/// What contracts add to the names of their projects.
const OF_CONTRACT: &[&str] = &[
    "书",
    "合同",
    "协议",
    "补充",
    "解除",
    "终止",
    "投资",
    "招商引资",
    "合资",
    "合资经营",
    "战略",
    "合作",
    "框架",
    "意向",
    "入驻",
    "租赁",
    "厂房",
];

/// A project is called like its contract, without what makes that one:
/// `甲项目投资合同书`.
fn out_of_contract(line: &mut Line<'_>) {
    let Some(column) = line.column_of(PROJECT_NAME) else {
        return;
    };
    let of_contracts = column.head == "合同名称";
    let Cell::Known(Value::Text(name), None) = line.get(PROJECT_NAME).clone() else {
        return;
    };
    // 甲项目补充协议 under 项目名称 is of the project 甲项目.
    let is_contract = ["合同", "合同书", "协议", "协议书"]
        .iter()
        .any(|word| name.ends_with(word));
    if !of_contracts && !is_contract {
        return;
    }
    let rest = project_of(&name);
    let names_project = || NAMED.iter().any(|word| rest.ends_with(word));
    let kept = of_contracts || names_project();
    if kept && rest.chars().count() >= 2 && rest.len() < name.len() {
        let rest = rest.to_owned();
        line.set(PROJECT_NAME, Value::Text(rest));
    }
}

/// How the names of projects end.
const NAMED: &[&str] = &["项目", "工程", "基地", "园区", "产业园", "生产线"];

/// The project of a contract with this name: `甲项目投资合同书`,
/// `关于建设甲项目的投资合作协议`.
fn project_of(contract: &str) -> &str {
    const BEFORE: &[&str] = &["投资建设", "合作建设", "共同建设", "建设", "实施", "投资"];
    let name = contract
        .trim()
        .trim_start_matches('《')
        .trim_end_matches('》');
    if let Some((_, about)) = name.split_once("关于")
        && let Some(end) = about.find("项目")
    {
        let project = &about[..end + "项目".len()];
        let bare = BEFORE.iter().find_map(|word| project.strip_prefix(word));
        return bare.unwrap_or(project);
    }
    let mut rest = name;
    while let Some(shorter) = OF_CONTRACT.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// Kinds of agreements that count otherwise than a contract, as a remark has
/// them that says nothing else.
const KINDS: &[&str] = &[
    "框架",
    "框架协议",
    "框架合作协议",
    "合作框架协议",
    "战略框架协议",
    "战略合作框架协议",
    "意向",
    "意向协议",
    "意向书",
    "投资意向",
    "投资意向书",
    "意向性协议",
    "入驻协议",
    "入园协议",
];

/// The kind of agreement in a remark: `框架协议`, `已签意向书`.
fn kind_in_remark(line: &Line<'_>) -> Option<Value> {
    let kind = target("agreement", "agreement_type");
    let notes = ["agreement", "project"].map(|kind| line.text(target(kind, "note")));
    let parts = notes.into_iter().flatten().flat_map(str::lines);
    // 甲项目（补充协议）
    let named = line.text(PROJECT_NAME).and_then(left_out::behind_name);
    let of_name = named.map(said_alone);
    let of_name = of_name.filter(|said| KINDS.contains(&&**said) || said == "补充协议");
    let in_notes = || parts.map(said_alone).find(|said| KINDS.contains(&&**said));
    let said = of_name.or_else(in_notes).or_else(|| kind_signed(line))?;
    match line
        .reading_of(kind, &Raw::text(&said), Context::default())?
        .cell
    {
        Cell::Known(value, _) => Some(value),
        _ => None,
    }
}

/// The kind that a column says which is about signing, though its heading asks
/// for more: `已签框架协议` under 签约情况.
fn kind_signed(line: &Line<'_>) -> Option<String> {
    let asks = |column: &&Mapped| {
        let free = matches!(column.role, None | Some(Role::Append(_)));
        free && ["签约", "签订", "签署"]
            .iter()
            .any(|word| column.head.contains(word))
    };
    let columns = line.frame.columns.iter().filter(asks);
    let said = columns.map(|column| said_alone(&line.raw(column).display()));
    let mut said = said.map(|said| said.trim_start_matches("达成").to_owned());
    said.find(|said| KINDS.contains(&&**said) || matches!(&**said, "补充协议" | "入园合同"))
}

/// A part of a remark without its heading and that it was signed.
fn said_alone(part: &str) -> String {
    let text = tight(part);
    let text = text.split_once(':').map_or(&*text, |(_, said)| said);
    let text = text.trim_end_matches(['。', ';']);
    let signed = ["已签订", "已签署", "已签", "签订", "签署", "签"];
    let bare = signed.iter().find_map(|word| text.strip_prefix(word));
    bare.unwrap_or(text).to_owned()
}

/// 建设单位 in a list without investors is whom the agreement is with: headings
/// use it for either (domain.md, 3.11).
fn company_invests(line: &mut Line<'_>) {
    if line.column_of(joint::FIRM).is_some() || *line.get(joint::FIRM) != Cell::Blank {
        return;
    }
    if let Some(company) = line.text(target("project", "project_company")) {
        let company = company.to_owned();
        line.set(joint::FIRM, Value::Text(company));
    }
}

/// The agreement is of the project; without a project's name there is neither.
fn names(line: &mut Line<'_>) {
    let column = line.column_of(PROJECT_NAME);
    if column.is_none() && *line.get(PROJECT_NAME) == Cell::Blank {
        // 协议名称 says the kind of agreement, and of which project it is.
        let contract = line.column_of(target("agreement", "agreement_type"));
        let contract = contract.filter(|column| column.head.ends_with("名称"));
        let contract = contract.map(|column| line.raw(column).display());
        let own = contract.as_deref().map(project_of);
        let own = own.filter(|name| name.chars().count() >= 4 && name.ends_with("项目"));
        match own.map(str::to_owned) {
            Some(own) => line.set(PROJECT_NAME, Value::Text(own)),
            None => unnamed_projects::called_as(
                line,
                &[
                    target("project", "project_company"),
                    target("enterprise", "name"),
                ],
            ),
        }
    }
    match line.get(target("project", "name")).clone() {
        Cell::Known(Value::Text(name), _) => {
            line.set(target("agreement", "project"), Value::Text(name))
        }
        _ => {
            line.rejected = true;
            line.report(column, None, "name_missing", Level::Must);
        }
    }
}

/// What kind of agreement it is.
fn typed(line: &mut Line<'_>) {
    const KIND: Target = target("agreement", "agreement_type");
    if *line.get(KIND) != Cell::Blank {
        return;
    }
    if let Some(said) = not_formal(line) {
        line.problems
            .retain(|one| one.reason != "agreement_type_unknown");
        line.set(KIND, said);
        return;
    }
    // 是否框架协议 asks about one kind alone: without a mark it is another.
    let is_mark = |column: &&Mapped| {
        let marks = matches!(column.role, Some(Role::Tick(own, _)) if own == KIND);
        marks && !column.head.starts_with("是否")
    };
    let marked = line.frame.columns.iter().find(is_mark);
    let kind = line.column_of(KIND).or(marked);
    let in_remark = match line.column_of(KIND) {
        None => kind_in_remark(line),
        Some(_) => None,
    };
    if let Some(said) = in_remark {
        line.set(KIND, said);
    } else if kind.is_none() {
        // The table says once that this was supposed.
        line.set(KIND, Value::Text("formal".to_owned()));
        line.is_type_supposed = true;
    } else {
        let told = |reason| reason == "agreement_type_unknown";
        if !line.problems.iter().any(|problem| told(problem.reason)) {
            line.report(kind, None, "agreement_type_unknown", Level::Must);
        }
        line.rejected = true;
    }
}

/// Takes the kind of agreement off the project's name: `甲项目（补充协议）` is of the
/// project 甲项目.
fn without_kind(line: &mut Line<'_>) {
    const FURTHER: &[&str] = &[
        "补充协议",
        "补充合同",
        "补充",
        "投资协议",
        "投资合同",
        "正式合同",
    ];
    let Some(name) = line.text(PROJECT_NAME) else {
        return;
    };
    let is_kind = |said: &str| KINDS.contains(&said) || FURTHER.contains(&said);
    let bare = left_out::behind_name(name)
        .filter(|said| is_kind(&said_alone(said)))
        .and_then(|said| name.split_once(said))
        .map(|(before, _)| before.trim_end_matches(['(', '（', '—', '-', '－']).trim());
    let bare = bare
        .filter(|bare| bare.chars().count() >= 2)
        .map(str::to_owned);
    if let Some(bare) = bare {
        line.set(PROJECT_NAME, Value::Text(bare.clone()));
        line.set(target("agreement", "project"), Value::Text(bare));
    }
}

/// 否 under 是否签订正式合同: what was signed binds to nothing yet, unless a
/// remark names its kind.
fn not_formal(line: &Line<'_>) -> Option<Value> {
    let column = line.column_of(target("agreement", "agreement_type"))?;
    let asks = column.head.starts_with("是否") && column.head.contains("正式");
    let denied = asks && line.mark(column) == Some(false);
    denied.then(|| kind_in_remark(line).unwrap_or_else(|| Value::Text("intent".to_owned())))
}

/// What enlarges something that stands is won by expansion where no column
/// says how else; the rule about 增资扩产 then decides whether it counts.
fn expansion(line: &mut Line<'_>) {
    let (kind, method) = (
        target("agreement", "agreement_type"),
        target("project", "promotion_method"),
    );
    let Some(column) = line.column_of(kind) else {
        return;
    };
    let text = line.raw(column).display();
    let enlarges = ["增资", "扩产", "扩建"]
        .iter()
        .any(|word| text.contains(word));
    let formal = line.text(kind) == Some("formal");
    if enlarges && formal && *line.get(method) == Cell::Blank {
        line.set(method, Value::Text("via_expansion".to_owned()));
        line.report(Some(column), Some(kind), "agreement_expands", Level::Info);
    }
}

const PROJECT_NAME: Target = target("project", "name");
