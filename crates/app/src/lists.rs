//! Lists: pages, groups, neighbours.

use std::collections::{BTreeMap, HashMap};

use suoji_model::{Kind, Shape, decimal, rule};
use suoji_store::{self as store, Grouping, Query, Step, Test};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;
use crate::{kinds, titles};

/// The longest page.
const MOST_ROWS: u32 = 1_000;

impl App {
    /// A page of rows with totals over all that match.
    pub(crate) async fn records(&self, request: RecordsRequest) -> Result<Page, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(filter).collect(),
            text: request.text,
            ids: request.ids,
            deleted: request.deleted.unwrap_or(false),
            sort: request.sort.into_iter().map(sort).collect(),
            offset: request.offset,
            limit: request.limit.min(MOST_ROWS),
        };
        let selected = desk.select(kind, &query).await?;
        let values = selected.rows.iter().map(|row| &row.values);
        let names = titles::names_of(&desk, kind, values).await?;
        if query.offset == 0 && selected.total > u64::from(query.limit) && query.limit > 0 {
            self.look_ahead(kind, query);
        }
        let ids: Vec<Uuid> = selected.rows.iter().map(|row| row.id).collect();
        let aside: HashMap<Uuid, store::Aside> =
            desk.aside(kind, &ids).await?.into_iter().collect();
        Ok(Page {
            total: selected.total,
            undecided: selected.undecided,
            orphaned: selected.orphaned,
            names,
            sums: sum_infos(selected.sums),
            rows: selected
                .rows
                .into_iter()
                .map(|row| Row {
                    aside: aside.get(&row.id).copied().map(Aside::from),
                    id: row.id,
                    version: row.version,
                    deleted: row.deleted,
                    values: row.values,
                })
                .collect(),
        })
    }

    /// Reads the order of a list whose first page is shown, while it is looked
    /// at: the next page asked for may be any.
    fn look_ahead(&self, kind: &'static Kind, query: Query) {
        let app = self.clone();
        tokio::spawn(async move {
            if let Ok(desk) = app.desk().await {
                // What could not be read now is read, or told, when it is
                // asked for.
                let _ = desk.prepare(kind, &query).await;
            }
        });
    }

    /// The rows of a list in groups with their totals.
    pub(crate) async fn groups(&self, request: GroupsRequest) -> Result<Groups, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(filter).collect(),
            text: request.text,
            ..Query::default()
        };
        let grouping = Grouping {
            by: request.by,
            step: request.step.map(|step| match step {
                GroupStep::Year => Step::Year,
                GroupStep::Quarter => Step::Quarter,
                GroupStep::Month => Step::Month,
            }),
            sort: request.sort.map(sort),
        };
        let found = desk.groups(kind, &query, &grouping).await?;
        let keys = found.groups.iter();
        let keys = keys.filter_map(|group| Uuid::parse_str(group.key.as_str()?).ok());
        let names = match kind.field(&grouping.by).map(|field| field.shape) {
            Some(Shape::Ref(target)) => titles::titles(&desk, target, keys).await?,
            _ => titles::Names::new(),
        };
        let groups = found.groups.into_iter().map(|group| GroupInfo {
            key: group.key,
            filters: vec![wire_filter(group.filter)],
            count: group.totals.count,
            sums: sum_infos(group.totals.sums),
        });
        Ok(Groups {
            groups: groups.collect(),
            more: found.more,
            names,
        })
    }

    /// Where a record stands in a list.
    pub(crate) async fn neighbours(&self, request: NeighboursRequest) -> Result<Neighbours, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(filter).collect(),
            text: request.text,
            ids: request.ids,
            sort: request.sort.into_iter().map(sort).collect(),
            ..Query::default()
        };
        let (found, total) = desk.neighbours(kind, &query, request.id).await?;
        Ok(Neighbours {
            previous: found.and_then(|found| found.previous),
            next: found.and_then(|found| found.next),
            position: found.map_or(0, |found| found.position + 1),
            total,
        })
    }

    /// Where a jump leads in one column of a list.
    pub(crate) async fn border(&self, request: BorderRequest) -> Result<Border, Fault> {
        let kind = kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let query = Query {
            filters: request.filters.into_iter().map(filter).collect(),
            text: request.text,
            ids: request.ids,
            sort: request.sort.into_iter().map(sort).collect(),
            ..Query::default()
        };
        let (field, from) = (&request.field, request.from);
        let at = desk.border(kind, &query, field, from, request.back).await?;
        Ok(Border { at })
    }
}

pub(crate) fn filter(filter: Filter) -> store::Filter {
    store::Filter {
        field: filter.field,
        test: match filter.op {
            FilterOp::Is => Test::Is,
            FilterOp::Not => Test::Not,
            FilterOp::Any => Test::Any,
            FilterOp::Within => Test::Within,
            FilterOp::Contains => Test::Contains,
            FilterOp::AtLeast => Test::AtLeast,
            FilterOp::AtMost => Test::AtMost,
            FilterOp::Blank => Test::Blank,
            FilterOp::Filled => Test::Filled,
        },
        value: filter.value,
    }
}

pub(crate) fn sort(sort: Sort) -> store::Sort {
    store::Sort {
        field: sort.field,
        descending: sort.descending,
    }
}

/// A filter as a window sends it.
fn wire_filter(filter: store::Filter) -> Filter {
    Filter {
        field: filter.field,
        op: match filter.test {
            Test::Is => FilterOp::Is,
            Test::Not => FilterOp::Not,
            Test::Any => FilterOp::Any,
            Test::Within => FilterOp::Within,
            Test::Contains => FilterOp::Contains,
            Test::AtLeast => FilterOp::AtLeast,
            Test::AtMost => FilterOp::AtMost,
            Test::Blank => FilterOp::Blank,
            Test::Filled => FilterOp::Filled,
        },
        value: filter.value,
    }
}

fn sum_infos(sums: BTreeMap<&'static str, store::Sum>) -> BTreeMap<String, SumInfo> {
    let infos = sums.into_iter();
    infos
        .map(|(field, sum)| (field.to_owned(), sum_info(sum)))
        .collect()
}

fn sum_info(sum: store::Sum) -> SumInfo {
    let value = || Some(decimal::shortest(sum.scaled, sum.decimals));
    let (unit, yuan, value) = match sum.unit {
        store::SumUnit::Yuan => (SumUnit::Yuan, rule::yuan_text(sum.scaled), None),
        store::SumUnit::Sqm => (SumUnit::Sqm, String::new(), value()),
        store::SumUnit::Number => (SumUnit::Number, String::new(), value()),
    };
    SumInfo {
        unit,
        yuan,
        value,
        counted: sum.counted,
        approximate: sum.approximate,
        missing: sum.missing,
        foreign: sum.foreign,
        undecided: sum.undecided,
    }
}
