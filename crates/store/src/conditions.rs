//! What a query's filters are in SQL.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use sqlx::sqlite::Sqlite;
use sqlx::{AssertSqlSafe, QueryBuilder, SqliteConnection};
use suoji_model::{Cell, Field, Kind, Shape, Value};
use uuid::Uuid;

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::expression::{comparable, field, title_of};
use crate::extra::{Compared, Extra};
use crate::query::{Filter, Query, Test};

/// The field that says where on the map of a chain a record stands.
const SEGMENT: &str = "segment";
/// The field that names it in words, beside the chain's name.
const CHAIN_NODE: &str = "chain_node";
/// The kind that is linked to segments, and the field that refers to it.
const ENTERPRISE: &str = "enterprise";
/// Enterprises that are linked to a segment among those that follow.
const IN_ENTERPRISE: &str =
    "r.id IN (SELECT enterprise FROM enterprise_segment WHERE deleted = 0 AND segment IN (";
/// Rows of such enterprises.
const OF_ENTERPRISE: &str =
    "r.enterprise IN (SELECT enterprise FROM enterprise_segment WHERE deleted = 0 AND segment IN (";

/// A piece of a statement, or a value bound to it.
#[derive(Debug, Clone)]
enum Piece {
    Sql(String),
    Text(String),
    Number(i64),
    Id(Uuid),
}

/// The condition that a query's rows meet, ready to stand in any statement
/// about a kind's rows under the name `r`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions {
    pieces: Vec<Piece>,
}

impl Conditions {
    /// The condition of `query`. What lies within a place, and what a text
    /// finds, is looked up with `connection`.
    pub(crate) async fn of(
        desk: &Desk,
        connection: &mut SqliteConnection,
        kind: &'static Kind,
        query: &Query,
    ) -> Result<Self> {
        let mut all = Self::default();
        all.sql(" WHERE r.deleted = ")
            .number(i64::from(query.deleted));
        for filter in &query.filters {
            all.sql(" AND (");
            if let Some(extra) = Extra::of(&filter.field)? {
                all.extra(&extra, filter.test, &filter.value)?;
            } else if filter.test == Test::Within {
                all.within(desk, connection, kind, filter).await?;
            } else {
                all.filter(kind, filter)?;
            }
            all.sql(")");
        }
        if let Some(ids) = &query.ids {
            all.sql(" AND r.id IN ").ids(ids);
        }
        if let Some(text) = query.text() {
            all.text(desk, connection, kind, text).await?;
        }
        Ok(all)
    }

    /// Appends the condition to a statement.
    pub(crate) fn push_to(&self, sql: &mut QueryBuilder<Sqlite>) {
        for piece in &self.pieces {
            match piece {
                Piece::Sql(text) => sql.push(text),
                Piece::Text(text) => sql.push_bind(text.clone()),
                Piece::Number(number) => sql.push_bind(*number),
                Piece::Id(id) => sql.push_bind(*id),
            };
        }
    }

    fn sql(&mut self, text: impl Into<String>) -> &mut Self {
        self.pieces.push(Piece::Sql(text.into()));
        self
    }

    fn bound(&mut self, text: impl Into<String>) -> &mut Self {
        self.pieces.push(Piece::Text(text.into()));
        self
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.pieces.push(Piece::Number(number));
        self
    }

    fn ids<'i>(&mut self, ids: impl IntoIterator<Item = &'i Uuid>) -> &mut Self {
        self.sql("(SELECT unhex(value) FROM json_each(")
            .bound(hex_list(ids))
            .sql("))")
    }

    /// Rows whose text names a place in, or a part of, the filter's value.
    async fn within(
        &mut self,
        desk: &Desk,
        connection: &mut SqliteConnection,
        kind: &'static Kind,
        filter: &Filter,
    ) -> Result<()> {
        if filter.field == SEGMENT {
            return self.in_segment(kind, filter);
        }
        let field = field(kind, &filter.field)?;
        let (Some(tree), Some(whole)) = (field.tree, filter.value.as_str()) else {
            return Err(Error::BadQuery(field.name.to_owned()));
        };
        let sql = format!(
            "SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL",
            field.name, kind.name
        );
        let texts: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql))
            .fetch_all(connection)
            .await
            .map_err(|error| desk.failed(error))?;
        let inside = tree.within(whole, texts.iter().map(String::as_str));
        self.sql(format!("r.{} IN (SELECT value FROM json_each(", field.name))
            .bound(serde_json::json!(inside).to_string())
            .sql("))");
        Ok(())
    }

    /// Rows in a segment or in anything that is part of it; the value names a
    /// segment, a chain, or `<chain>/<layer>`. What has no segment of its own
    /// stands where its enterprise does, or its project.
    fn in_segment(&mut self, kind: &'static Kind, filter: &Filter) -> Result<()> {
        let wrong = || Error::BadQuery(format!("{}.{SEGMENT}", kind.name));
        let value = filter.value.as_str().ok_or_else(wrong)?;
        let (id, layer) = match value.split_once('/') {
            Some((id, layer)) => (id, Some(layer)),
            None => (value, None),
        };
        let id = Uuid::parse_str(id).map_err(|_| wrong())?;
        let (before, after) = Self::way_to_segment(kind).ok_or_else(wrong)?;
        self.sql("(").sql(before);
        self.sql("WITH RECURSIVE inside (id) AS (SELECT id FROM segment WHERE ");
        match layer {
            Some(layer) => {
                self.sql("chain = ");
                self.pieces.push(Piece::Id(id));
                self.sql(" AND layer = ").bound(layer);
            }
            None => {
                self.sql("id = ");
                self.pieces.push(Piece::Id(id));
                self.sql(" OR chain = ");
                self.pieces.push(Piece::Id(id));
            }
        }
        self.sql(
            " UNION SELECT s.id FROM segment AS s JOIN inside ON s.parent = inside.id) \
             SELECT id FROM inside)",
        );
        self.sql(after);
        if layer.is_none() {
            self.in_chain_by_words(kind, id);
        }
        self.sql(")");
        Ok(())
    }

    /// Or rows that have no segment and name the chain in words: as it is
    /// called, or by a part of that.
    fn in_chain_by_words(&mut self, kind: &'static Kind, chain: Uuid) {
        let (before, row, after) = if kind.field(CHAIN_NODE).is_some() {
            (" OR r.segment IS NULL AND EXISTS (", "r", ")")
        } else if Self::hangs_on_project(kind) {
            (
                " OR r.project IN (SELECT p.id FROM project AS p WHERE p.segment IS NULL AND EXISTS (",
                "p",
                "))",
            )
        } else {
            return;
        };
        self.sql(before)
            .sql("SELECT 1 FROM chain AS c WHERE c.id = ");
        self.pieces.push(Piece::Id(chain));
        self.sql(format!(
            " AND (length({row}.chain) > 1 AND instr(c.name, {row}.chain) > 0 \
             OR {row}.chain IN (SELECT value FROM json_each(c.aliases))){after}"
        ));
    }

    /// Whether rows of a kind hang on segments by their project alone.
    fn hangs_on_project(kind: &'static Kind) -> bool {
        let own = [SEGMENT, ENTERPRISE]
            .iter()
            .any(|name| kind.field(name).is_some());
        !own && kind.name != ENTERPRISE && kind.field("project").is_some()
    }

    /// How rows of a kind hang on segments, around the segments that count:
    /// by their own, by what their enterprise is linked to, or by their project's.
    fn way_to_segment(kind: &'static Kind) -> Option<(&'static str, &'static str)> {
        if kind.field(SEGMENT).is_some() {
            Some(("r.segment IN (", ""))
        } else if kind.name == ENTERPRISE {
            Some((IN_ENTERPRISE, ")"))
        } else if kind.field(ENTERPRISE).is_some() {
            Some((OF_ENTERPRISE, ")"))
        } else if Self::hangs_on_project(kind) {
            Some((
                "r.project IN (SELECT id FROM project WHERE segment IN (",
                ")",
            ))
        } else {
            None
        }
    }

    /// Rows that a search finds, or that refer to one that it finds.
    async fn text(
        &mut self,
        desk: &Desk,
        connection: &mut SqliteConnection,
        kind: &'static Kind,
        text: &str,
    ) -> Result<()> {
        let found = desk.found(connection, text).await?;
        let of = |kind: &str| found.get(kind).map(Vec::as_slice).unwrap_or_default();
        self.sql(" AND (r.id IN ").ids(of(kind.name));
        for field in kind.fields {
            if let Shape::Ref(target) = field.shape
                && !of(target).is_empty()
            {
                self.sql(format!(" OR r.{} IN ", field.name))
                    .ids(of(target));
            }
        }
        self.sql(")");
        Ok(())
    }

    fn filter(&mut self, kind: &'static Kind, filter: &Filter) -> Result<()> {
        let field = field(kind, &filter.field)?;
        let column = format!("r.{}", field.name);
        match (filter.test, filter.value.as_array()) {
            (Test::Blank, _) => {
                self.sql(format!("{column} IS NULL"));
            }
            (Test::Filled, _) => {
                self.sql(format!("{column} IS NOT NULL"));
            }
            (Test::Contains, _) => {
                let text = filter.value.as_str();
                let text = text.ok_or_else(|| Error::BadQuery(field.name.to_owned()))?;
                let shown = match field.shape {
                    Shape::Ref(target) => title_of(target, &column),
                    _ => column,
                };
                self.sql(format!("instr(lower({shown}), "))
                    .bound(text.to_lowercase())
                    .sql(") > 0");
            }
            (Test::Any, Some(values)) => {
                self.sql("0");
                for value in values {
                    self.sql(" OR ");
                    if value.is_null() {
                        self.sql(format!("{column} IS NULL"));
                    } else {
                        self.comparison(kind, field, Test::Is, value)?;
                    }
                }
            }
            (Test::Any, None) => return Err(Error::BadQuery(field.name.to_owned())),
            (test, _) => self.comparison(kind, field, test, &filter.value)?,
        }
        Ok(())
    }

    /// Rows by a field that users added.
    fn extra(&mut self, extra: &Extra, test: Test, value: &Json) -> Result<()> {
        match (test, value) {
            (Test::Blank, _) | (Test::Any, Json::Null) => {
                self.sql(extra.whole()).sql(" IS NULL");
                return Ok(());
            }
            (Test::Filled, _) => {
                self.sql(extra.whole()).sql(" IS NOT NULL");
                return Ok(());
            }
            (Test::Any, Json::Array(values)) => {
                self.sql("0");
                for value in values {
                    self.sql(" OR ");
                    self.extra(extra, Test::Any, value)?;
                }
                return Ok(());
            }
            (Test::Contains, Json::String(text)) => {
                self.sql(format!("instr(lower({}), ", extra.shown()))
                    .bound(text.to_lowercase())
                    .sql(") > 0");
                return Ok(());
            }
            (Test::Within | Test::Contains, _) => {
                return Err(Error::BadQuery(value.to_string()));
            }
            _ => {}
        }
        self.sql(if test == Test::Not {
            "NOT coalesce("
        } else {
            "("
        });
        match (extra.compared(value)?, test) {
            (Compared::Date(start, _), Test::AtLeast) => {
                self.sql(extra.first_day()).sql(" >= ").bound(start);
            }
            (Compared::Date(_, end), Test::AtMost) => {
                self.sql(extra.first_day()).sql(" < ").bound(end);
            }
            (Compared::Date(start, end), _) => {
                let day = extra.first_day();
                self.sql(&*day).sql(" >= ").bound(start);
                self.sql(" AND ").sql(day).sql(" < ").bound(end);
            }
            (Compared::Number(number), _) => {
                self.sql(extra.number()).sql(operator(test)).number(number);
            }
            (Compared::Text(text), _) => {
                self.sql(extra.whole()).sql(operator(test)).bound(text);
            }
        }
        self.sql(if test == Test::Not { ", 0)" } else { ")" });
        Ok(())
    }

    fn comparison(
        &mut self,
        kind: &'static Kind,
        field: &'static Field,
        test: Test,
        value: &Json,
    ) -> Result<()> {
        let cell = Cell::read(&field.shape, value)
            .map_err(|why| Error::BadQuery(format!("{}: {why}", field.name)))?;
        let Cell::Known(value, _) = cell else {
            return Err(Error::BadQuery(field.name.to_owned()));
        };
        let column = format!("r.{}", field.name);
        if let Value::Date(date) = &value {
            let (start, end) = (date.start().to_string(), date.end().to_string());
            match test {
                Test::AtLeast => self.sql(format!("{column} >= ")).bound(start),
                Test::AtMost => self.sql(format!("{column} < ")).bound(end),
                Test::Not => self
                    .sql(format!("NOT coalesce({column} >= "))
                    .bound(start)
                    .sql(format!(" AND {column} < "))
                    .bound(end)
                    .sql(", 0)"),
                _ => self
                    .sql(format!("{column} >= "))
                    .bound(start)
                    .sql(format!(" AND {column} < "))
                    .bound(end),
            };
            return Ok(());
        }
        self.sql(if test == Test::Not {
            "NOT coalesce("
        } else {
            "("
        })
        .sql(comparable(kind, field))
        .sql(operator(test));
        self.pieces.push(match value {
            Value::Text(text) => Piece::Text(text),
            Value::Flag(flag) => Piece::Number(i64::from(flag)),
            Value::Ref(id) => Piece::Id(id),
            Value::List(list) => Piece::Text(serde_json::json!(list).to_string()),
            Value::Money(money) => Piece::Number(money.minor),
            Value::Number(number) => Piece::Number(number),
            Value::Area(area) => {
                Piece::Number(area.scaled.saturating_mul(area.unit.thirds_of_sqm()))
            }
            Value::Date(date) => Piece::Text(date.start().to_string()),
        });
        self.sql(if test == Test::Not { ", 0)" } else { ")" });
        Ok(())
    }
}

/// The sign of a comparison; [`Test::Not`] is that of `Is`, taken back.
fn operator(test: Test) -> &'static str {
    match test {
        Test::AtLeast => " >= ",
        Test::AtMost => " <= ",
        _ => " = ",
    }
}

/// The kinds whose changes move rows of `kind` in or out of a query's
/// answer, or to another place in it, without touching these rows.
pub(crate) fn others(kind: &'static Kind, query: &Query) -> BTreeSet<&'static str> {
    let mut others = BTreeSet::new();
    let by_title = |name: &str| kind.field(name).map(|field| field.shape);
    let sorted = query.sort.iter().map(|level| &level.field);
    let contained = query
        .filters
        .iter()
        .filter(|one| one.test == Test::Contains);
    for name in sorted.chain(contained.map(|filter| &filter.field)) {
        if let Some(Shape::Ref(target)) = by_title(name) {
            others.extend(title_kinds(target));
        }
    }
    let placed = |one: &&Filter| one.test == Test::Within && one.field == SEGMENT;
    if query.filters.iter().any(|one| placed(&one)) {
        others.extend(
            [SEGMENT, "project", "enterprise_segment"]
                .into_iter()
                .filter(|name| *name != kind.name),
        );
    }
    if query.text().is_some() {
        let targets = kind.fields.iter().filter_map(|field| match field.shape {
            Shape::Ref(target) => Some(target),
            _ => None,
        });
        others.extend(targets);
    }
    others
}

/// The kinds along which a title of `kind` is found.
fn title_kinds(kind: &'static str) -> Vec<&'static str> {
    let mut kinds = vec![kind];
    while let Some(kind) = kinds.last().and_then(|kind| suoji_model::kinds::find(kind))
        && let Some(Shape::Ref(next)) = kind.field(kind.title).map(|title| title.shape)
    {
        kinds.push(next);
    }
    kinds
}

/// Ids as the JSON list that [`Conditions::ids`] and its like unfold.
pub(crate) fn hex_list<'i>(ids: impl IntoIterator<Item = &'i Uuid>) -> String {
    let mut text = String::from("[");
    for (at, id) in ids.into_iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        text.push_str(comma);
        text.push('"');
        text.push_str(id.simple().encode_lower(&mut Uuid::encode_buffer()));
        text.push('"');
    }
    text.push(']');
    text
}
