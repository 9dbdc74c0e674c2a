//! Reading a list: what is kept of it, brought up to the log's present end
//! in one read transaction.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sqlx::{AssertSqlSafe, QueryBuilder, Row, SqliteConnection};
use suoji_model::Kind;
use uuid::Uuid;

use crate::aside::counts_with;
use crate::conditions::{Conditions, hex_list, others};
use crate::desk::Desk;
use crate::error::Result;
use crate::open::{At, Names, Summary};
use crate::order::{Order, Place};
use crate::query::Query;
use crate::totals;

/// New entries in the log after which nobody looks what they touched.
const MOST_ENTRIES: i64 = 10_000;
/// Touched rows that are put in their new places one by one.
const MOST_TOUCHED: usize = 16;
/// Rows that one step of looking for a place compares with.
const PROBES: usize = 64;

/// What the log says about a list since it was read.
enum Since {
    /// It is as it was.
    Same,
    /// Only these of its kind's rows may stand elsewhere.
    Touched(BTreeSet<Uuid>),
    /// It must be read anew.
    Unknown,
}

/// One look at a list, in a transaction.
pub(crate) struct Reading<'r> {
    desk: &'r Desk,
    connection: &'r mut SqliteConnection,
    kind: &'static Kind,
    query: &'r Query,
    names: Names,
    seq: i64,
}

impl<'r> Reading<'r> {
    /// Begins to read within a transaction.
    pub(crate) async fn begin(
        desk: &'r Desk,
        connection: &'r mut SqliteConnection,
        kind: &'static Kind,
        query: &'r Query,
    ) -> Result<Self> {
        let seq = sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM log")
            .fetch_one(&mut *connection)
            .await
            .map_err(|error| desk.failed(error))?;
        Ok(Self {
            desk,
            connection,
            kind,
            query,
            names: Names::of(kind, query),
            seq,
        })
    }

    /// The transaction's connection.
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.connection
    }

    /// What is true of all rows.
    pub(crate) async fn summary(&mut self) -> Result<Arc<Summary>> {
        let kept = self.desk.lists.summary(&self.names);
        let what = match kept {
            Some(kept) if self.adds_up_as(kept.seq).await? => kept.what,
            _ => {
                let (desk, kind) = (self.desk, self.kind);
                let conditions = Conditions::of(desk, self.connection, kind, self.query).await?;
                let totals = totals::of(self.connection, kind, &conditions).await;
                Arc::new(Summary {
                    totals: totals.map_err(|error| desk.failed(error))?,
                    conditions,
                })
            }
        };
        let at = At {
            seq: self.seq,
            what: Arc::clone(&what),
        };
        self.desk.lists.keep_summary(&self.names, at);
        Ok(what)
    }

    /// The ids of all rows, in order.
    pub(crate) async fn order(&mut self) -> Result<Arc<Vec<Uuid>>> {
        let order = Order::of(self.kind, &self.query.sort)?;
        let what = match self.desk.lists.order(&self.names) {
            None => self.all(&order).await?,
            Some(kept) => match self.since(kept.seq, others(self.kind, self.query)).await? {
                Since::Same => kept.what,
                Since::Touched(touched) => self.moved(&order, &kept.what, &touched).await?,
                Since::Unknown => self.all(&order).await?,
            },
        };
        let at = At {
            seq: self.seq,
            what: Arc::clone(&what),
        };
        self.desk.lists.keep_order(&self.names, at);
        Ok(what)
    }

    /// Reads the whole order.
    async fn all(&mut self, order: &Order) -> Result<Arc<Vec<Uuid>>> {
        let summary = self.summary().await?;
        // As one text: each row on its own costs more than finding it.
        let mut sql = QueryBuilder::new(format!(
            "SELECT coalesce(group_concat(hex(id), ''), '') FROM (SELECT r.id AS id FROM {} AS r",
            self.kind.name
        ));
        summary.conditions.push_to(&mut sql);
        sql.push(order.clause_for_all()).push(")");
        let text: String = sql
            .build_query_scalar()
            .fetch_one(&mut *self.connection)
            .await
            .map_err(|error| self.desk.failed(error))?;
        let ids = text.as_bytes().chunks(32);
        let ids = ids.filter_map(|id| Uuid::try_parse_ascii(id).ok());
        Ok(Arc::new(ids.collect()))
    }

    /// The order after some rows changed: these are taken out and put where
    /// they belong now.
    async fn moved(
        &mut self,
        order: &Order,
        known: &[Uuid],
        touched: &BTreeSet<Uuid>,
    ) -> Result<Arc<Vec<Uuid>>> {
        let summary = self.summary().await?;
        let mut ids: Vec<Uuid> = known.to_vec();
        ids.retain(|id| !touched.contains(id));
        let there = self.places(order, touched, &summary.conditions).await?;
        for place in there.values() {
            let Some(at) = self.find_place(order, &ids, place).await? else {
                return self.all(order).await;
            };
            ids.insert(at, place.id);
        }
        Ok(Arc::new(ids))
    }

    /// Where a row belongs among sorted others; `None` when one of them is
    /// not there.
    async fn find_place(
        &mut self,
        order: &Order,
        ids: &[Uuid],
        place: &Place,
    ) -> Result<Option<usize>> {
        let (mut low, mut high) = (0, ids.len());
        while low < high {
            let step = (high - low).div_ceil(PROBES);
            let probes: Vec<usize> = (low..high).step_by(step).collect();
            let asked = probes.iter().map(|at| &ids[*at]);
            let places = self.places(order, asked, &Conditions::default()).await?;
            for at in probes {
                let Some(probe) = places.get(&ids[at]) else {
                    return Ok(None);
                };
                if order.compare(probe, place).is_gt() {
                    high = at;
                    break;
                }
                low = at + 1;
            }
        }
        Ok(Some(low))
    }

    /// The places of those of some rows that meet `conditions`.
    async fn places<'i>(
        &mut self,
        order: &Order,
        ids: impl IntoIterator<Item = &'i Uuid>,
        conditions: &Conditions,
    ) -> Result<HashMap<Uuid, Place>> {
        let mut sql = QueryBuilder::new(format!(
            "SELECT {} FROM (SELECT * FROM {} WHERE id IN (SELECT unhex(value) FROM json_each(",
            order.columns(),
            self.kind.name
        ));
        sql.push_bind(hex_list(ids)).push("))) AS r");
        conditions.push_to(&mut sql);
        let rows = sql.build().fetch_all(&mut *self.connection).await;
        let rows = rows.map_err(|error| self.desk.failed(error))?;
        let places = rows.iter().map(|row| {
            let place = order.place(row)?;
            Ok((place.id, place))
        });
        places
            .collect::<Result<_, sqlx::Error>>()
            .map_err(|error| self.desk.failed(error))
    }

    /// Whether all that is true of the rows together is as it was at `seq`.
    async fn adds_up_as(&mut self, seq: i64) -> Result<bool> {
        let mut others = others(self.kind, self.query);
        others.extend(counts_with(self.kind).iter().copied());
        Ok(matches!(self.since(seq, others).await?, Since::Same))
    }

    /// What the log says about the list since `seq`; after a change of one of
    /// the `others`, nothing.
    async fn since(&mut self, seq: i64, others: BTreeSet<&'static str>) -> Result<Since> {
        if seq == self.seq {
            return Ok(Since::Same);
        }
        if seq > self.seq || self.seq - seq > MOST_ENTRIES {
            return Ok(Since::Unknown);
        }
        let mut kinds: Vec<&str> = others.iter().copied().collect();
        kinds.push(self.kind.name);
        let sql = format!(
            "SELECT DISTINCT kind, record FROM log WHERE seq > ? \
             AND kind IN (SELECT value FROM json_each(?)) LIMIT {}",
            MOST_TOUCHED + 1
        );
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(seq)
            .bind(serde_json::json!(kinds).to_string())
            .fetch_all(&mut *self.connection)
            .await
            .map_err(|error| self.desk.failed(error))?;
        let mut touched = BTreeSet::new();
        for row in &rows {
            if others.contains(row.get::<&str, _>("kind")) {
                return Ok(Since::Unknown);
            }
            touched.insert(row.get("record"));
        }
        Ok(match touched.len() {
            0 => Since::Same,
            1..=MOST_TOUCHED => Since::Touched(touched),
            _ => Since::Unknown,
        })
    }
}
