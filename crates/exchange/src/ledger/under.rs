//! What the headings of sections say of the rows below them: `一、省级重点项目`
//! ▸ `（一）续建项目` ▸ `招商一局（3个）`.

pub(crate) mod levels;
pub(crate) mod stated;

use std::borrow::Cow;
use std::sync::Arc;

use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::given::{month, year};
use crate::ledger::line::Line;
use crate::ledger::rows::{numeral, part_names};
use crate::ledger::words::{Role, target};
use crate::ledger::{given, people};
use crate::table::Target;

/// The sections that a row stands in, from the outermost to its own.
#[derive(Default)]
pub(super) struct Sections {
    open: Vec<(Style, String)>,
    joined: Option<Arc<str>>,
    month: Option<u32>,
    year: Option<i32>,
    /// Whether a row stands in the innermost one.
    is_filled: bool,
}

/// How a section is numbered: all that are numbered alike are side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Numeral,
    Bracketed,
    Plain,
}

impl Sections {
    /// A section begins; it ends those numbered alike, with what is in them.
    pub(super) fn begin(&mut self, text: &str) {
        let style = style(text);
        let outer = self.open.iter().position(|(own, _)| *own == style);
        let kept = outer.map(|outer| outer + usize::from(self.holds(outer, text)));
        self.open.truncate(kept.unwrap_or(self.open.len()));
        self.is_filled = false;
        self.open.push((style, text.to_owned()));
        let texts: Vec<&str> = self.open.iter().map(|(_, text)| text.as_str()).collect();
        self.month = texts.iter().rev().find_map(|text| month::said(text));
        self.year = texts.iter().rev().find_map(|text| year::alone(text));
        self.joined = Some(Arc::from(texts.join(" ▸ ")));
    }

    /// A row stands in the innermost section.
    pub(super) fn row(&mut self) {
        self.is_filled = true;
    }

    /// Whether a section without a number is in an open one without: an office, an
    /// industry or a time right below a level, or beside one that is.
    fn holds(&self, outer: usize, text: &str) -> bool {
        let [(Style::Plain, own), within @ ..] = &self.open[outer..] else {
            return false;
        };
        let name = bare(text).unwrap_or_default();
        let is_inner = is_office(&name) || is_industry(&name) || part_names::is_time(text);
        let is_in = !self.is_filled || matches!(within, [(Style::Plain, _), ..]);
        is_in && is_inner && levels::of_title(own).is_some() && levels::of_title(text).is_none()
    }

    /// The month that the innermost section is of, if it names one.
    pub(super) fn month(&self) -> Option<u32> {
        self.month
    }

    /// The year that the innermost section is of, if it names nothing else.
    pub(super) fn year(&self) -> Option<i32> {
        self.year
    }

    /// The sections that are open, joined by `▸`.
    pub(super) fn joined(&self) -> Option<Arc<str>> {
        self.joined.clone()
    }
}

fn style(text: &str) -> Style {
    let text = tight(text);
    let digits = |text: &str| text.starts_with(|c: char| numeral(c) || c.is_ascii_digit());
    match text.strip_prefix('(') {
        Some(rest) if digits(rest) => Style::Bracketed,
        _ if text.starts_with(numeral) => Style::Numeral,
        _ => Style::Plain,
    }
}

/// The choices that words of a key-project ledger's sections and titles make.
const NATURES: &[(&str, &str)] = &[
    ("续建", "continuing"),
    ("结转", "continuing"),
    ("新开工", "new"),
    ("新建", "new"),
    ("预备", "reserve"),
];
const LEDGERS: &[(&str, &str)] = &[
    ("拟建", "planned"),
    ("拟开工", "planned"),
    ("未开工", "planned"),
    ("储备", "planned"),
    ("前期", "planned"),
    ("谋划", "planned"),
    ("未竣工", "building"),
    ("未投产", "building"),
    ("未完工", "building"),
    ("竣工", "finished"),
    ("投产", "finished"),
    ("完工", "finished"),
    ("建成", "finished"),
    ("在建", "building"),
    ("已开工", "building"),
];

/// A text without what it says is not so, up to the next word that goes on:
/// `未列入市级重点的项目`, `非省级重点`, `除市级重点以外`.
fn without_denied<'t>(text: &'t str, words: &[(&str, &str)]) -> Cow<'t, str> {
    const LISTS: &[&str] = &["未列入", "未纳入", "未列为", "未进入", "未入选"];
    const GOES_ON: &[&str] = &["的", "项目", "▸", "("];
    let listed = LISTS
        .iter()
        .find_map(|word| Some((text.find(word)?, word.len())));
    let none = || {
        let mut none = text.match_indices('非');
        let begins = |at: usize| words.iter().any(|(word, _)| text[at..].starts_with(word));
        none.find(|(at, word)| begins(at + word.len()))
            .map(|(at, word)| (at, word.len()))
    };
    if let Some((at, length)) = listed.or_else(none) {
        let behind = at + length;
        let ends = GOES_ON.iter().filter_map(|end| text[behind..].find(end));
        let end = ends.min().map_or(text.len(), |end| behind + end);
        return Cow::Owned(format!("{}{}", &text[..at], &text[end..]));
    }
    for except in ["以外", "之外"] {
        if let Some(at) = text.find(except) {
            let start = text[..at].rfind('除').unwrap_or(0);
            return Cow::Owned(format!("{}{}", &text[..start], &text[at + except.len()..]));
        }
    }
    Cow::Borrowed(text)
}

/// The one choice that a text makes; a text that names two makes none.
pub(super) fn choice(text: &str, words: &[(&'static str, &'static str)]) -> Option<&'static str> {
    let text = without_denied(text, words);
    let mut said = words
        .iter()
        .filter(|(word, _)| text.contains(word))
        .map(|(_, choice)| *choice);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// Whether a title's projects go on or begin: `2024年续建项目`.
pub(super) fn nature(text: &str) -> Option<&'static str> {
    choice(&tight(text), NATURES)
}

/// The kind of agreement that a section, a sheet or a title is of: `二、框架
/// 协议项目（2个）`. One that names others beside it makes no choice.
pub(super) fn agreement_type(text: &str) -> Option<&'static str> {
    const TYPES: &[(&str, &str)] = &[
        ("框架协议", "framework"),
        ("框架性", "framework"),
        ("框架", "framework"),
        ("战略合作", "framework"),
        ("意向", "intent"),
        ("备忘录", "intent"),
        ("补充协议", "supplement"),
        ("正式签约", "formal"),
        ("正式合同", "formal"),
        ("正式投资", "formal"),
        ("正式协议", "formal"),
        ("投资合同", "formal"),
        ("投资协议", "formal"),
        ("入驻协议", "entry"),
        ("入园协议", "entry"),
    ];
    let text = tight(text);
    let beside = ["含", "及", "和", "与", "、", "/", "除", "不"];
    let bare = text.trim_start_matches(|c: char| numeral(c) || "()、.".contains(c));
    let bare = bare.split('(').next().unwrap_or_default();
    if beside.iter().any(|word| bare.contains(word)) {
        return None;
    }
    choice(bare, TYPES)
}

/// The choices that sections make where no column does. The innermost that
/// says anything is right.
pub(super) fn key_project(line: &mut Line<'_>) {
    choose_by(line, "key_level", |part| match levels::of_part(part) {
        None => levels::denies(part).then_some(None),
        level => Some(level),
    });
    choose_by(line, "build_nature", |part| choice(part, NATURES).map(Some));
    choose_by(line, "ledger_kind", |part| choice(part, LEDGERS).map(Some));
    let section = line.section.clone().unwrap_or_default();
    let mut names = section.rsplit(" ▸ ").filter_map(bare);
    if let Some(name) = names.find(|name| is_office(name)) {
        fill(line, target("key_project", "responsible_unit"), &name);
    }
}

/// Sets a field of a key project that has no column to what `read` finds in the
/// innermost part of the section that says anything, be it that there is none.
fn choose_by(
    line: &mut Line<'_>,
    field: &'static str,
    read: impl Fn(&str) -> Option<Option<&'static str>>,
) {
    let target = target("key_project", field);
    if line.column_of(target).is_some() {
        return;
    }
    let section = line.section.clone().unwrap_or_default();
    let mut parts = section.rsplit(" ▸ ").map(tight);
    if let Some(found) = parts.find_map(|part| read(&part)).flatten() {
        line.set(target, Value::Text(found.to_owned()));
    }
}

/// Who answers for the row, or of which industry it is, where only its
/// section says so.
pub(super) fn signing(line: &mut Line<'_>) {
    let section = line.section.clone().unwrap_or_default();
    let kind = target("agreement", "agreement_type");
    if line.column_of(kind).is_none()
        && let Some(found) = section.rsplit(" ▸ ").find_map(agreement_type)
    {
        line.set(kind, Value::Text(found.to_owned()));
    }
    for name in section.rsplit(" ▸ ").filter_map(bare) {
        let field = match (is_office(&name), is_industry(&name)) {
            (true, _) => target("agreement", "responsible_unit"),
            (_, true) => target("project", "chain"),
            _ => continue,
        };
        fill(line, field, &name);
    }
}

/// Whether the payments of a section were recognised, `二、不予认定项目`, and what
/// they are for.
pub(super) fn payment(line: &mut Line<'_>) {
    const STATE: Target = target("payment", "state");
    const RETURNED: &[&str] = &[
        "不予认定",
        "未予认定",
        "不认定",
        "未认定",
        "未通过",
        "核减",
        "剔除",
        "退回",
    ];
    let section = line.section.clone().unwrap_or_default();
    let mut names = section.rsplit(" ▸ ").filter_map(bare);
    let is_returned = names.any(|name| RETURNED.iter().any(|word| name.starts_with(word)));
    if is_returned && *line.get(STATE) == Cell::Blank {
        line.set(STATE, Value::Text("returned".to_owned()));
    }
    stated::choose(line, STATE);
    stated::choose(line, target("payment", "fund_kind"));
}

/// Who reported the row, or of which industry it is.
pub(super) fn lead(line: &mut Line<'_>) {
    let section = line.section.clone().unwrap_or_default();
    let effective = target("lead", "is_effective");
    let mut parts = section.rsplit(" ▸ ");
    if let Some(says) = parts.find_map(is_effective)
        && line.column_of(effective).is_none()
    {
        line.set(effective, Value::Flag(says));
    }
    for name in section.rsplit(" ▸ ").filter_map(bare) {
        let field = match (is_office(&name), is_industry(&name)) {
            (true, _) => target("lead", "reporting_unit"),
            (_, true) => target("lead", "chain"),
            _ => continue,
        };
        fill(line, field, &name);
    }
}

/// What the heading of a section, or the title, says of the leads below:
/// `二、无效信息`, `有效线索统计表`.
pub(super) fn is_effective(section: &str) -> Option<bool> {
    let text = tight(section);
    match (text.contains("有效"), text.contains("无效")) {
        _ if text.contains("是否") || text.contains("有效期") => None,
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Who made the visit, and on which side it was.
pub(super) fn visit(line: &mut Line<'_>) {
    let section = line.section.clone().unwrap_or_default();
    let kind = target("visit", "visit_type");
    if line.column_of(kind).is_none() {
        let mut parts = section.rsplit(" ▸ ");
        let called = |part: &str| part.contains("电话").then_some("call");
        if let Some(side) = parts.find_map(|part| given::side_of_visits(part).or(called(part))) {
            line.set(kind, Value::Text(side.to_owned()));
        }
    }
    let mut names = section.rsplit(" ▸ ").filter_map(bare);
    if let Some(name) = names.find(|name| is_office(name) || people::is_posted(name)) {
        fill(line, target("visit", "resident_office"), &name);
    }
}

/// In which park and building the unit is.
pub(super) fn unit(line: &mut Line<'_>) {
    let section = line.section.clone().unwrap_or_default();
    for name in section.rsplit(" ▸ ").filter_map(named) {
        let field = match (is_building(&name), is_park(&name)) {
            (true, _) => target("factory_unit", "building"),
            (_, true) => target("factory_unit", "park"),
            _ if is_estate(&name) => target("factory_unit", "park"),
            _ => continue,
        };
        fill(line, field, &name);
    }
}

/// Whether a name is that of a park.
pub(super) fn is_park(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "园",
        "园区",
        "产业园",
        "基地",
        "孵化器",
        "加速器",
        "产业城",
        "谷",
    ];
    let short = (3..=14).contains(&name.chars().count());
    let whole = without_part(name);
    short && ENDINGS.iter().any(|ending| whole.ends_with(ending))
}

/// The name of a park without that of its part: `电子产业园二期`, `科创园（东区）`.
fn without_part(name: &str) -> &str {
    let bare = name.trim_end_matches([')', '）']);
    let Some(before) = ["期", "片区", "区"]
        .iter()
        .find_map(|word| bare.strip_suffix(word))
    else {
        return name;
    };
    let sign = |c: char| numeral(c) || c.is_ascii_alphanumeric() || "东南西北中".contains(c);
    let whole = before.trim_end_matches(sign);
    match whole.len() < before.len() {
        true => whole.trim_end_matches(['(', '（', '第']),
        false => name,
    }
}

/// Whether a name is that of a group of factories beside others: 青阳标准厂房.
fn is_estate(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "标准厂房",
        "标准化厂房",
        "厂区",
        "工业区",
        "科创中心",
        "创业中心",
        "孵化中心",
    ];
    let own = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    own.is_some_and(|own| (2..=10).contains(&own.chars().count()))
}

fn is_building(name: &str) -> bool {
    const ENDINGS: &[&str] = &["楼", "栋", "幢", "号厂房", "#", "座"];
    name.chars().count() <= 10 && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Fills a field that the section may say.
fn fill(line: &mut Line<'_>, field: Target, name: &str) {
    if is_open(line, field) {
        line.set(field, Value::Text(name.to_owned()));
    }
}

/// Whether no column is of a field. The section is nearer to the row than what the
/// sheet as a whole says, and no nearer than what a person said.
fn is_open(line: &Line<'_>, field: Target) -> bool {
    let mut given = line.frame.given.iter();
    let of_sheet = given.find(|one| one.target == field);
    let of_sheet = of_sheet.is_some_and(|one| !one.is_told && one.cell == *line.get(field));
    let is_said = !of_sheet && *line.get(field) != Cell::Blank;
    line.column(Role::Field(field)).is_none() && !is_said
}

/// A section's name without its number and what is counted in it.
pub(super) fn bare(section: &str) -> Option<String> {
    let text = tight(section);
    let text = text.trim_start_matches(|c: char| {
        numeral(c) || c.is_ascii_digit() || "()、.,【】[]".contains(c)
    });
    let end = text.find(['(', ':', '】', ']', '共']).unwrap_or(text.len());
    let name = &text[..end];
    let name = part_names::without_count(name).unwrap_or(name);
    (name.chars().count() >= 2).then(|| name.to_owned())
}

/// The same, with a number that is part of the name: `1号楼`.
fn named(section: &str) -> Option<String> {
    let text = tight(section);
    let start = text.find(['、', '.', ')']).filter(|at| {
        let number = text[..*at].trim_start_matches('(');
        number.chars().all(|c| numeral(c) || c.is_ascii_digit())
    });
    let rest = start.map_or(text.as_str(), |at| {
        text[at..].trim_start_matches(['、', '.', ')'])
    });
    let rest = rest.trim_start_matches(['【', '[']);
    // 科创园(一期) is another park than 科创园(二期).
    if let Some(end) = rest.find(')').map(|at| at + 1)
        && without_part(&rest[..end]).len() < end
    {
        return Some(rest[..end].replace('(', "（").replace(')', "）"));
    }
    let end = rest.find(['(', ':', '】', ']', '共']).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

/// Whether a name is that of an office.
pub(super) fn is_office(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "局",
        "部",
        "中心",
        "办",
        "办公室",
        "组",
        "科",
        "委",
        "镇",
        "乡",
        "街道",
        "专班",
        "驻点",
        "集团",
    ];
    let length = name.chars().count();
    // 第一组 signs first at a ceremony.
    let is_turn = name.starts_with('第') && length <= 3;
    (2..=10).contains(&length) && !is_turn && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

fn is_industry(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "产业",
        "医药",
        "化工",
        "汽车",
        "新能源",
        "电梯",
        "装备",
        "制造",
        "食品",
        "材料",
        "电子",
        "信息",
        "物流",
        "服务业",
        "能源",
        "环保",
        "生物",
        "健康",
        "机械",
        "纺织",
        "农业",
    ];
    const PARTS: &[&str] = &[
        "项目",
        "季度",
        "合计",
        "园区",
        "产业园",
        "有效",
        "无效",
        "线索",
        "招商信息",
    ];
    WORDS.iter().any(|word| name.contains(word)) && !PARTS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_stand_in_sections() {
        let mut sections = Sections::default();
        let mut joined = |text: &str| {
            sections.begin(text);
            sections.joined().unwrap_or_default().to_string()
        };
        assert_eq!(joined("一、省级"), "一、省级");
        assert_eq!(joined("（一）续建"), "一、省级 ▸ （一）续建");
        assert_eq!(joined("（二）新建"), "一、省级 ▸ （二）新建");
        assert_eq!(joined("二、市级"), "二、市级");
    }

    #[test]
    fn industries_right_below_a_level_are_in_it() {
        let mut sections = Sections::default();
        let mut joined = |text: &str| {
            sections.begin(text);
            let joined = sections.joined().unwrap_or_default().to_string();
            if !text.contains("级") {
                sections.row();
            }
            joined
        };
        assert_eq!(joined("省级重点项目"), "省级重点项目");
        assert_eq!(joined("制造业"), "省级重点项目 ▸ 制造业");
        assert_eq!(joined("农业"), "省级重点项目 ▸ 农业");
        assert_eq!(joined("市级重点项目"), "市级重点项目");
        assert_eq!(joined("其他项目"), "其他项目");
        assert_eq!(joined("制造业"), "制造业");
    }

    #[test]
    fn a_section_is_an_office_or_an_industry_or_neither() {
        let said = |text: &str| {
            let name = bare(text).unwrap_or_default();
            (is_office(&name), is_industry(&name))
        };
        assert_eq!(said("招商一局（3个）"), (true, false));
        assert_eq!(said("一、高端生物医药化工（13个）"), (false, true));
        assert_eq!(said("一、重大项目"), (false, false));
        assert_eq!(said("第一季度"), (false, false));
    }
}
