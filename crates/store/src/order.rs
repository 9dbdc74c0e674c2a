//! The order of a list, in SQL and in memory.

use std::cmp::Ordering;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, TypeInfo, Value, ValueRef};
use suoji_model::Kind;
use uuid::Uuid;

use crate::dictionary;
use crate::error::Result;
use crate::expression::{is_in_dictionary, sort_key};
use crate::query::Sort;

/// The levels of an order; ids break ties, in the direction of the last one.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    levels: Vec<Level>,
}

#[derive(Debug, Clone)]
struct Level {
    key: String,
    descending: bool,
    /// Whether its texts stand as in a dictionary.
    dictionary: bool,
}

/// Where a row stands in an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    keys: Vec<Option<Key>>,
    /// The row.
    pub(crate) id: Uuid,
}

/// As SQLite compares: numbers before text, text by its bytes unless as in a
/// dictionary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

impl Level {
    fn compare(&self, a: &Key, b: &Key) -> Ordering {
        match (a, b) {
            (Key::Text(a), Key::Text(b)) if self.dictionary => dictionary::compare(a, b),
            _ => a.cmp(b),
        }
    }
}

impl Order {
    /// The order of these levels.
    pub(crate) fn of(kind: &'static Kind, sort: &[Sort]) -> Result<Self> {
        let level = |level: &Sort| {
            let key = sort_key(kind, &level.field)?;
            Ok(Level {
                dictionary: is_in_dictionary(&key),
                key,
                descending: level.descending,
            })
        };
        let levels = sort.iter().map(level).collect::<Result<_>>()?;
        Ok(Self { levels })
    }

    /// The clause that sorts the first rows; blanks come last whatever the
    /// direction.
    pub(crate) fn clause(&self) -> String {
        self.sorted_by("")
    }

    /// The same for all rows, which are sorted faster than they are looked up
    /// one by one along an index.
    pub(crate) fn clause_for_all(&self) -> String {
        self.sorted_by("+")
    }

    fn sorted_by(&self, sign: &str) -> String {
        let levels = self.levels.iter().map(
            |Level {
                 key, descending, ..
             }| {
                let direction = if *descending { "DESC" } else { "ASC" };
                format!("{sign}{key} {direction} NULLS LAST, ")
            },
        );
        let ties = if self.ties_descend() { " DESC" } else { "" };
        format!(" ORDER BY {}{sign}r.id{ties}", levels.collect::<String>())
    }

    /// The columns that [`Order::place`] reads.
    pub(crate) fn columns(&self) -> String {
        let keys = self.levels.iter().map(|level| format!(", {}", level.key));
        format!("r.id{}", keys.collect::<String>())
    }

    /// A row's place, from the columns of [`Order::columns`].
    pub(crate) fn place(&self, row: &SqliteRow) -> Result<Place, sqlx::Error> {
        let key = |at: usize| {
            let value = row.try_get_raw(at)?;
            if value.is_null() {
                return Ok(None);
            }
            let number = value.type_info().name() == "INTEGER";
            let value = value.to_owned();
            Ok(Some(if number {
                Key::Number(value.try_decode()?)
            } else {
                Key::Text(value.try_decode()?)
            }))
        };
        Ok(Place {
            id: row.try_get(0)?,
            keys: (1..=self.levels.len())
                .map(key)
                .collect::<Result<_, sqlx::Error>>()?,
        })
    }

    /// Which of two rows comes first.
    pub(crate) fn compare(&self, a: &Place, b: &Place) -> Ordering {
        for (level, keys) in self.levels.iter().zip(a.keys.iter().zip(&b.keys)) {
            let ordering = match keys {
                (None, None) => Ordering::Equal,
                (None, Some(_)) => Ordering::Greater,
                (Some(_), None) => Ordering::Less,
                (Some(a), Some(b)) if level.descending => level.compare(b, a),
                (Some(a), Some(b)) => level.compare(a, b),
            };
            if ordering.is_ne() {
                return ordering;
            }
        }
        if self.ties_descend() {
            b.id.cmp(&a.id)
        } else {
            a.id.cmp(&b.id)
        }
    }

    fn ties_descend(&self) -> bool {
        self.levels.last().is_some_and(|level| level.descending)
    }
}
