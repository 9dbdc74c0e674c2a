//! What the sheet as a whole says of every row in it.

pub(crate) mod ceremony;
pub(crate) mod month;
mod office;
pub(crate) mod phase;
pub(crate) mod times;
mod whole_park;
pub(crate) mod within;
pub(crate) mod year;

use std::collections::BTreeMap;

use suoji_model::{Cell, Value};

use crate::book::{Raw, Sheet, Workbook};
use crate::cells::text::tight;
use crate::cells::{self, Context};
use crate::ledger::block::Block;
use crate::ledger::carrier::unit_state;
use crate::ledger::choose::own_titles;
use crate::ledger::columns::{Mapped, has};
use crate::ledger::kinds::Ledger;
use crate::ledger::signing::void;
use crate::ledger::under::{self, levels};
use crate::ledger::visit::week;
use crate::ledger::words::target;
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

impl Given {
    /// What a name says of every row.
    pub(super) fn said(target: Target, cell: Cell) -> Self {
        Self {
            target,
            cell,
            is_supposed: false,
            is_told: false,
        }
    }
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
    let whole = Whole {
        book,
        sheet,
        titles: &titles,
        columns,
        year,
    };
    let mut given = match ledger.name {
        "key_project" => whole.of_key_projects(),
        "signing" => whole.of_agreements(),
        "visit" => whole.of_visits(),
        "lead" => whole.of_leads(),
        "factory_unit" | "lease" => whole.of_units(ledger.name),
        "parcel" => whole.of_parcels(),
        _ => Vec::new(),
    };
    let when = |one: &Given| ledger.dated.is_some_and(|(day, _)| one.target == day);
    if !given.iter().any(when) {
        given.extend(within::of(book, sheet, &titles, columns, ledger, year));
    }
    given
}

/// The sheet as a whole, and what stands around its table.
struct Whole<'w> {
    book: &'w Workbook,
    sheet: &'w Sheet,
    /// The lines above the headings that are of this table.
    titles: &'w [String],
    columns: &'w [Mapped],
    year: Option<i32>,
}

impl Whole<'_> {
    /// A text for a field that has no column.
    fn says(
        &self,
        kind: &'static str,
        field: &'static str,
        text: Option<impl Into<String>>,
    ) -> Option<Given> {
        let target = target(kind, field);
        let text = text.filter(|_| !has(self.columns, target))?;
        Some(Given::said(target, Cell::exact(Value::Text(text.into()))))
    }

    /// What the tab's name says, else the first title.
    fn named<T>(&self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        read(&self.sheet.name).or_else(|| self.titled(read))
    }

    /// What the first title says.
    fn titled<T>(&self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.titles.first().and_then(|title| read(title))
    }

    /// The office of a file with a sheet for each.
    fn one_of_offices(&self) -> Option<String> {
        office::one_of_offices(self.book, self.sheet, self.titles)
    }

    fn of_key_projects(&self) -> Vec<Given> {
        const KIND: &str = "key_project";
        let named = phase::named(self.book, self.sheet, self.titles, self.columns);
        let phase = named.or_else(|| phase::by_headings(self.columns));
        let phase = self.says(KIND, "ledger_kind", phase).map(|given| Given {
            is_supposed: named.is_none(),
            ..given
        });
        let level = self.titled(levels::of_title);
        let level = level.or_else(|| levels::of_title(&self.sheet.name));
        let rest = [
            self.says(KIND, "key_level", level),
            self.says(KIND, "build_nature", self.named(under::nature)),
            self.says(KIND, "responsible_unit", self.one_of_offices()),
        ];
        let mut given: Vec<Given> = phase
            .into_iter()
            .chain(rest.into_iter().flatten())
            .collect();
        if named == Some("finished") {
            let finished =
                within::finished(self.book, self.sheet, self.titles, self.columns, self.year);
            given.extend(finished);
        }
        given
    }

    fn of_agreements(&self) -> Vec<Given> {
        const KIND: &str = "agreement";
        let office = office::of(self.sheet, self.titles);
        let names = [
            self.says(KIND, "responsible_unit", self.one_of_offices()),
            self.says("project", "resident_office", office),
            self.says(KIND, "agreement_type", self.named(under::agreement_type)),
        ];
        let mut given: Vec<Given> = names.into_iter().flatten().collect();
        given.extend(ceremony::day(self.titles, self.columns, self.year));
        given.extend(self.ended());
        given
    }

    /// That all agreements of the table ended, where its name says so.
    fn ended(&self) -> Option<Given> {
        const VOIDED: Target = target("agreement", "voided");
        let mut names = self.titles.iter().chain([&self.sheet.name]);
        let says = !has(self.columns, VOIDED) && names.any(|name| void::by_title(name));
        says.then(|| Given::said(VOIDED, Cell::exact(Value::Flag(true))))
    }

    fn of_visits(&self) -> Vec<Given> {
        let (sheet, titles) = (self.sheet, self.titles);
        let office = office::group(titles)
            .or_else(|| office::of(sheet, titles))
            .or_else(|| {
                let beside = office::beside_list(&sheet.name, titles);
                beside
                    .or_else(|| office::filler(titles))
                    .filter(|name| !office::is_bureau(name))
            })
            .or_else(|| office::one_of_many(self.book, sheet))
            .or_else(|| office::filler(titles));
        let side = side_of_all(self.book, sheet, titles);
        let names = [
            self.says("visit", "resident_office", office),
            self.says("visit", "visit_type", side),
        ];
        let mut given: Vec<Given> = names.into_iter().flatten().collect();
        given.extend(week::given(titles, self.columns, self.year));
        given
    }

    fn of_leads(&self) -> Vec<Given> {
        let (sheet, titles) = (self.sheet, self.titles);
        let office = office::group(titles)
            .or_else(|| office::of(sheet, titles))
            .or_else(|| office::beside_list(&sheet.name, titles))
            .or_else(|| self.one_of_offices())
            .or_else(|| office::filler(titles));
        let given = [
            self.says("lead", "reporting_unit", office),
            self.says("lead", "lead_source", self.named(source)),
            self.effective(),
        ];
        given.into_iter().flatten().collect()
    }

    /// Whether all leads of a sheet are effective, where no column says it:
    /// `2024年有效招商线索统计表`.
    fn effective(&self) -> Option<Given> {
        let own = target("lead", "is_effective");
        let says = self.named(under::is_effective);
        let says = says.filter(|_| !has(self.columns, own))?;
        Some(Given::said(own, Cell::exact(Value::Flag(says))))
    }

    fn of_units(&self, ledger: &str) -> Vec<Given> {
        const KIND: &str = "factory_unit";
        let state = unit_state::of_table(ledger, &self.sheet.name, self.titles, self.columns);
        let park = || whole_park::of(self.book, self.sheet, self.titles);
        let park = (ledger == KIND).then(park).flatten();
        let given = [
            self.says(KIND, "state", state),
            self.says(KIND, "park", park),
        ];
        given.into_iter().flatten().collect()
    }

    fn of_parcels(&self) -> Vec<Given> {
        let state = self.says("parcel", "supply_state", self.named(supply));
        state.into_iter().collect()
    }
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
