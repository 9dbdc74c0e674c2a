//! What the sheet as a whole says of every row in it.

pub(crate) mod ceremony;
pub(crate) mod month;
mod office;
pub(crate) mod times;
mod whole_park;
pub(crate) mod within;
pub(crate) mod year;

use std::collections::BTreeMap;

use suoji_model::{Cell, Value, kinds};

use crate::book::{Raw, Sheet, Workbook};
use crate::cells::text::{fold, tight};
use crate::cells::{self, Context};
use crate::ledger::block::Block;
use crate::ledger::carrier::unit_state;
use crate::ledger::choose::own_titles;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::people::office_name;
use crate::ledger::signing::void;
use crate::ledger::visit::week;
use crate::ledger::words::target;
use crate::ledger::{names, under};
use crate::table::Target;

/// A value for a field that has no column.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) target: Target,
    pub(super) cell: Cell,
    /// Whether no name says it, and only the headings let it be supposed.
    pub(super) is_supposed: bool,
    /// Whether a person said it.
    pub(super) is_told: bool,
}

/// Choices and names for fields that have no column.
pub(super) fn of(
    book: &Workbook,
    sheet: &Sheet,
    block: &Block,
    ledger: &Ledger,
    columns: &[Mapped],
    year: Option<i32>,
) -> Vec<Given> {
    let titles = own_titles(sheet, block);
    let mut given: Vec<Given> = Vec::new();
    let mut supposed = None;
    let mut put = |target: Target, text: Option<String>| {
        if !has(columns, target) {
            given.extend(text.map(|text| Given {
                target,
                cell: Cell::exact(Value::Text(text)),
                is_supposed: false,
                is_told: false,
            }));
        }
    };
    match ledger.name {
        "key_project" => {
            let ledger = target("key_project", "ledger_kind");
            let kind = phase_of_work(book, sheet, &titles, columns);
            supposed = kind.is_none().then_some(ledger);
            let by_name = kind;
            let kind = kind.or_else(|| phase_by_headings(columns));
            put(ledger, kind.map(str::to_owned));
            let level = titles.first().and_then(|title| under::level(title));
            let level = level.or_else(|| under::level(&sheet.name));
            put(target("key_project", "key_level"), level.map(str::to_owned));
            let nature = under::nature(&sheet.name);
            let nature = nature.or_else(|| titles.first().and_then(|title| under::nature(title)));
            put(
                target("key_project", "build_nature"),
                nature.map(str::to_owned),
            );
            put(
                target("key_project", "responsible_unit"),
                one_of_offices(book, sheet, &titles),
            );
            if by_name == Some("finished") {
                given.extend(within::finished(book, sheet, &titles, columns, year));
            }
        }
        "signing" => {
            put(
                target("agreement", "responsible_unit"),
                one_of_offices(book, sheet, &titles),
            );
            put(target("project", "resident_office"), office(sheet, &titles));
            let kind = under::agreement_type(&sheet.name);
            let kind = kind.or_else(|| titles.first().and_then(|one| under::agreement_type(one)));
            put(
                target("agreement", "agreement_type"),
                kind.map(str::to_owned),
            );
            given.extend(ceremony::day(&titles, columns, year));
            given.extend(ended(&sheet.name, &titles, columns));
        }
        "visit" => {
            put(
                target("visit", "resident_office"),
                group(&titles)
                    .or_else(|| office(sheet, &titles))
                    .or_else(|| {
                        let beside = office::beside_list(&sheet.name, &titles);
                        beside
                            .or_else(|| filler(&titles))
                            .filter(|name| !is_bureau(name))
                    })
                    .or_else(|| one_of_many(book, sheet))
                    .or_else(|| filler(&titles)),
            );
            let kind = side_of_all(book, sheet, &titles);
            put(target("visit", "visit_type"), kind.map(str::to_owned));
            given.extend(week::given(&titles, columns, year));
        }
        "lead" => {
            put(
                target("lead", "reporting_unit"),
                group(&titles)
                    .or_else(|| office(sheet, &titles))
                    .or_else(|| office::beside_list(&sheet.name, &titles))
                    .or_else(|| one_of_offices(book, sheet, &titles))
                    .or_else(|| filler(&titles)),
            );
            let first = titles.first().and_then(|title| source(title));
            let source = source(&sheet.name).or(first);
            put(target("lead", "lead_source"), source.map(str::to_owned));
            given.extend(effective(&sheet.name, &titles, columns));
        }
        "factory_unit" | "lease" => {
            let state = unit_state::of_table(ledger.name, &sheet.name, &titles, columns);
            put(target("factory_unit", "state"), state);
            if ledger.name == "factory_unit" {
                put(
                    target("factory_unit", "park"),
                    whole_park::of(book, sheet, &titles),
                );
            }
        }
        "parcel" => {
            let state = supply(&sheet.name).or_else(|| supply(titles.first()?));
            put(target("parcel", "supply_state"), state.map(str::to_owned));
        }
        _ => {}
    }
    let when = |one: &&Given| ledger.dated.is_some_and(|(day, _)| one.target == day);
    if !given.iter().any(|one| when(&one)) {
        given.extend(within::of(book, sheet, &titles, columns, ledger, year));
    }
    for one in &mut given {
        one.is_supposed = supposed == Some(one.target);
    }
    given
}

/// That all agreements of the table ended, where its name says so.
fn ended(name: &str, titles: &[String], columns: &[Mapped]) -> Option<Given> {
    const VOIDED: Target = target("agreement", "voided");
    let mut names = titles.iter().map(String::as_str).chain([name]);
    let says = !has(columns, VOIDED) && names.any(void::by_title);
    says.then(|| Given {
        target: VOIDED,
        cell: Cell::exact(Value::Flag(true)),
        is_supposed: false,
        is_told: false,
    })
}

/// What a person said and cannot be read: of which field, why, and what it was.
pub(super) type Refused = (Option<Target>, &'static str, String);

/// What a person said that every row says, where no column does; and why what
/// was said cannot be read.
pub(super) fn constants(
    said: &BTreeMap<String, String>,
    columns: &[Mapped],
    year: Option<i32>,
) -> (Vec<Given>, Vec<Refused>) {
    let (mut given, mut refused) = (Vec::new(), Vec::new());
    let context = Context {
        year,
        ..Context::default()
    };
    for (field, text) in said {
        let Some(target) = Target::parse(field).filter(|target| !has(columns, *target)) else {
            continue;
        };
        let Some(declared) = target.declared() else {
            continue;
        };
        let reading = cells::read(target.kind, declared, &Raw::text(text), context);
        if reading.cell == Cell::Blank {
            let reason = reading.findings.first().map(|(reason, _)| *reason);
            refused.extend(reason.map(|reason| (Some(target), reason, text.clone())));
            continue;
        }
        given.push(Given {
            target,
            cell: reading.cell,
            is_supposed: false,
            is_told: true,
        });
    }
    (given, refused)
}

/// Whether guests are received or others are called on, where the sheet, its
/// title or the file says one of the two.
fn side_of_all(book: &Workbook, sheet: &Sheet, titles: &[String]) -> Option<&'static str> {
    side_of_visits(&sheet.name)
        .or_else(|| titles.iter().find_map(|title| side_of_visits(title)))
        .or_else(|| side_of_visits(&book.file))
}

/// Whether guests are received or others are called on, by the name of the
/// whole.
pub(super) fn side_of_visits(text: &str) -> Option<&'static str> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match (
        says(&["接待", "来访", "来区考察"]),
        says(&["拜访", "走访", "外出", "出差"]),
    ) {
        (true, false) => Some("reception"),
        (false, true) => Some("visit_out"),
        (false, false) if says(&["推介", "招商活动", "博览会"]) => Some("promotion"),
        _ => None,
    }
}

/// How all parcels of a list stand: `批而未供土地台账`, `2024年土地出让台账`.
fn supply(name: &str) -> Option<&'static str> {
    const STATES: &[(&str, &str)] = &[
        ("批而未供", "approved"),
        ("已批未供", "approved"),
        ("供而未用", "unbuilt"),
        ("供而未建", "unbuilt"),
        ("土地出让", "supplied"),
        ("土地供应台账", "supplied"),
        ("供地台账", "supplied"),
        ("已供", "supplied"),
        ("已出让", "supplied"),
        ("净地", "clear"),
        ("待征", "to_acquire"),
    ];
    let name = tight(name);
    let plans = ["计划", "拟", "预", "情况"];
    let is_plan = plans.iter().any(|word| name.contains(word));
    under::choice(&name, STATES).filter(|_| !is_plan)
}

/// Whether the projects are planned, under construction or finished: by the
/// sheet's name, the title, the file's name or the heading of the names.
fn phase_of_work(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    columns: &[Mapped],
) -> Option<&'static str> {
    let said = |text: &str| {
        // 拟集中开工 has not begun, and 拟竣工投产 is not finished.
        let text = text.replace("拟集中开工", "拟开工");
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let found: Vec<&'static str> = [
            (
                "building",
                says(&[
                    "在建",
                    "续建",
                    "开工未",
                    "开工暂未",
                    "开工尚未",
                    "实施类",
                    "实施项目",
                    "集中开工",
                    "开工一批",
                ]) || text.contains("实施") && text.contains("储备"),
            ),
            (
                "planned",
                says(&["拟建", "拟开工", "储备", "前期项目", "待开工"]),
            ),
            (
                "finished",
                says(&["竣工", "投产", "完工"])
                    && !says(&[
                        "在建",
                        "未竣工",
                        "未投产",
                        "未完工",
                        "计划竣工",
                        "拟竣工",
                        "预计竣工",
                        "计划投产",
                        "拟投产",
                        "开竣工",
                        "开工竣工",
                        "开工、竣工",
                        "开工和竣工",
                        "开工及竣工",
                        "竣工推进",
                        "推进竣工",
                    ]),
            ),
        ]
        .into_iter()
        .filter_map(|(kind, said)| said.then_some(kind))
        .collect();
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    };
    let first = titles.first().map(String::as_str).unwrap_or_default();
    let named = said(&sheet.name)
        .or_else(|| said(first))
        .or_else(|| said(&book.file));
    let head = || {
        let name = columns
            .iter()
            .find(|column| column.target() == Some(target("project", "name")));
        let heading = name
            .map(|column| column.column.head.as_str())
            .unwrap_or_default();
        said(heading)
    };
    named.or_else(head)
}

/// Whether the headings ask how the building of projects gets on.
pub(super) fn tells_of_works(columns: &[Mapped]) -> bool {
    const WORKS: &[&str] = &[
        "visible_progress",
        "weekly_progress",
        "buildings_started",
        "workers",
        "annual_completed_investment",
        "month_completed_investment",
    ];
    let key = |field| has(columns, target(kinds::KEY_PROJECT.name, field));
    WORKS.iter().copied().any(key)
}

/// The same by what the headings ask.
fn phase_by_headings(columns: &[Mapped]) -> Option<&'static str> {
    let key = |field| has(columns, target(kinds::KEY_PROJECT.name, field));
    let planned = key("planned_start_date") && !key("start_date");
    if planned && !key("visible_progress") {
        Some("planned")
    } else if tells_of_works(columns) {
        Some("building")
    } else if key("completion_date") && key("production_date") {
        Some("finished")
    } else {
        None
    }
}

/// Whether all leads of a sheet are effective, where no column says it:
/// `2024年有效招商线索统计表`.
fn effective(sheet: &str, titles: &[String], columns: &[Mapped]) -> Option<Given> {
    let own = target("lead", "is_effective");
    let first = titles.first().map(String::as_str);
    let says = [Some(sheet), first].into_iter().flatten();
    let says = says.into_iter().find_map(under::is_effective);
    says.filter(|_| !has(columns, own)).map(|says| Given {
        target: own,
        cell: Cell::exact(Value::Flag(says)),
        is_supposed: false,
        is_told: false,
    })
}

/// Where all leads of a sheet or title come from: `第三方机构推荐`.
fn source(text: &str) -> Option<&'static str> {
    const SOURCES: &[(&str, &str)] = &[
        ("第三方", "via_third_party"),
        ("中介机构", "via_third_party"),
        ("驻点招商", "via_resident"),
        ("以商招商", "via_business"),
    ];
    under::choice(&tight(text), SOURCES)
}

/// `组别：泰州组    起止日期：…` in a line above the headings.
fn group(titles: &[String]) -> Option<String> {
    labelled(titles, &["组别:", "所属片组:", "片组:", "驻点:"])
}

/// Who filled the sheet in, `填报单位：招商局`: of offices that the sheets of a
/// file are named after, whoever puts the file together.
fn filler(titles: &[String]) -> Option<String> {
    labelled(titles, &["报送单位:", "填报单位:"])
}

/// Whether an office has others below it that go out for it.
fn is_bureau(name: &str) -> bool {
    ["局", "管委会", "委员会", "中心", "开发区", "办公室"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// The name behind one of the labels in a line above the headings.
fn labelled(titles: &[String], labels: &[&str]) -> Option<String> {
    titles.iter().find_map(|line| {
        let line = fold(line);
        let rest = labels
            .iter()
            .find_map(|label| Some(line.split_once(label)?.1))?;
        let name = rest.split_whitespace().next()?;
        let name = office_name(name.trim_matches(['_', ',', ';']));
        let is_one = !matches!(name.as_str(), "" | "各") && !name.contains(':');
        is_one.then_some(name)
    })
}

/// An office that the sheet or its title is named after.
fn office(sheet: &Sheet, titles: &[String]) -> Option<String> {
    const WORDS: &[&str] = &["驻点", "招商小组", "招商组", "招商工作组", "招商专班"];
    let named = |text: &str| {
        let text = tight(text);
        let (before, _) = WORDS.iter().find_map(|word| text.split_once(word))?;
        // 报送单位：驻上海招商组 says what it is of in front.
        let before = before.rsplit(':').next().unwrap_or(before);
        let name = after_time(before).trim_start_matches('驻');
        // 各驻点 are all of them, and 某某经开区驻点 whose they are.
        let is_one = !name.is_ascii()
            && !["各", "全部", "所有", "县外", "市外", "省外", "外地"].contains(&name)
            && ![
                "开发区",
                "经开区",
                "高新区",
                "园区",
                "管委会",
                "县",
                "年",
                "年度",
            ]
            .iter()
            .any(|end| name.ends_with(end));
        (is_one && name.chars().count() <= 8).then(|| name.to_owned())
    };
    named(&sheet.name)
        .or_else(|| group_in(&sheet.name))
        .or_else(|| titles.iter().find_map(|title| named(title)))
        .map(|name| office_name(&name))
        .or_else(|| titles.iter().find_map(|title| posted(title)))
}

/// The place whose group a tab is named after: `北京组`, `2025年杭州组`.
fn group_in(tab: &str) -> Option<String> {
    let tab = tight(tab);
    let name = after_time(&tab).trim_start_matches('驻');
    let place = name
        .strip_suffix("小组")
        .or_else(|| name.strip_suffix('组'))?;
    names::is_place(place).then(|| place.to_owned())
}

/// The place in which a title says that its office is: `驻苏州联络处工作周报`,
/// `某区驻上海招商分局周报`.
fn posted(title: &str) -> Option<String> {
    let title = tight(title);
    let (_, rest) = title.split_once('驻')?;
    let ends = rest.char_indices().map(|(at, _)| at).skip(2).take(3);
    let mut places = ends.filter_map(|end| rest.get(..end));
    let place = places.find(|place| names::is_place(place))?;
    Some(place.to_owned())
}

/// What a name says after the number and the time that it begins with:
/// `2024年3月上海` and `第三周上海` are 上海.
fn after_time(name: &str) -> &str {
    const NUMBERS: &str = "第〇一二三四五六七八九十0123456789";
    const UNITS: &[&str] = &["年度", "年", "季度", "月份", "月", "周", "期", "号"];
    let rest = name.trim_start_matches(|c: char| c.is_ascii_punctuation());
    let after = rest.trim_start_matches(|c| NUMBERS.contains(c));
    if after.len() == rest.len() {
        return rest;
    }
    let unit = UNITS.iter().find_map(|unit| after.strip_prefix(unit));
    match unit.or_else(|| after.strip_prefix(|c: char| c.is_ascii_punctuation())) {
        Some(after) => after_time(after),
        None => rest,
    }
}

/// The office that the sheet or its title names, in a file with one sheet for
/// each office.
fn one_of_offices(book: &Workbook, sheet: &Sheet, titles: &[String]) -> Option<String> {
    let before_year = |title: &String| {
        let title = tight(title);
        let end = title.find(|c: char| c.is_ascii_digit())?;
        Some(title[..end].to_owned())
    };
    let name = tight(&sheet.name);
    let bare = office::bare(&name).to_owned();
    let names = [Some(bare), Some(name), titles.first().and_then(before_year)];
    let mut names = names.into_iter().flatten();
    names
        .find(|name| under::is_office(name))
        .filter(|_| book.sheets.iter().filter(|sheet| !sheet.hidden).count() > 1)
}

/// The sheet's name, in a file with one sheet for each office.
fn one_of_many(book: &Workbook, sheet: &Sheet) -> Option<String> {
    const GENERIC: &[&str] = &[
        "SHEET", "表", "月", "季", "年", "台账", "拜访", "接待", "走访", "来访", "记录", "汇总",
        "外出", "出访", "出差", "活动", "客商", "考察", "推介", "明细", "统计", "招商", "一览",
    ];
    let text = tight(&sheet.name);
    let upper = text.to_ascii_uppercase();
    let is_generic = GENERIC.iter().any(|word| upper.contains(word));
    let is_short = (2..=6).contains(&text.chars().count());
    let has_digits = text.chars().any(|c| c.is_ascii_digit());
    (book.sheets.len() > 1 && is_short && !is_generic && !has_digits).then_some(text)
}
