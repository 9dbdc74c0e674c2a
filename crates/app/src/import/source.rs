//! A table of a file: which kinds its rows tell of, and where a value came
//! from.

use std::collections::BTreeSet;

use suoji_exchange::{LedgerRow, Table};
use suoji_model::log::{Source, Values};
use suoji_model::{Shape, kinds};

/// Stands behind a heading before what the file holds in a corrected cell.
const IN_FILE: &str = "（文件原文）";

/// What the rows of a ledger make, and what they may find again.
struct Ledger {
    /// The kind of its tables.
    kind: &'static str,
    /// The kinds by which a row counts as having made something.
    makes: &'static [&'static str],
    /// The kinds found again below a record that the row names: child, parent.
    below: &'static [(&'static str, &'static str)],
}

const LEDGERS: &[Ledger] = &[
    Ledger {
        kind: "agreement",
        // Of what is not signed yet there is the project alone.
        makes: &["agreement", "project"],
        below: &[
            ("project", "enterprise"),
            ("agreement", "project"),
            ("contact", "enterprise"),
        ],
    },
    Ledger {
        kind: "enterprise",
        makes: &["enterprise"],
        below: &[("contact", "enterprise")],
    },
    Ledger {
        kind: "lead",
        makes: &["lead"],
        below: &[("lead", "enterprise"), ("contact", "enterprise")],
    },
    Ledger {
        kind: "visit",
        makes: &["visit"],
        below: &[("visit", "enterprise")],
    },
    Ledger {
        kind: "payment",
        makes: &["payment"],
        below: &[("payment", "project")],
    },
    Ledger {
        kind: "key_project",
        makes: &["key_project", "project_phase"],
        below: &[("key_project", "project"), ("project_phase", "key_project")],
    },
    Ledger {
        kind: "project_phase",
        makes: &["project_phase"],
        below: &[("key_project", "project"), ("project_phase", "key_project")],
    },
    Ledger {
        kind: "contact",
        makes: &["contact"],
        below: &[("contact", "enterprise")],
    },
    Ledger {
        kind: "factory_unit",
        makes: &["factory_unit", "lease"],
        below: &[("lease", "factory_unit")],
    },
    Ledger {
        kind: "lease",
        makes: &["lease"],
        below: &[("lease", "factory_unit")],
    },
];

/// A kind and a field of it.
type Place = (&'static str, &'static str);

/// Fields that name a record by the one it belongs to: child, parent.
const LINKED: &[(Place, Place)] = &[
    (("visit", "lead"), ("lead", "enterprise")),
    (("payment", "agreement"), ("agreement", "project")),
];

/// A table and the file it stands in.
pub(super) struct Sheet<'t> {
    pub(super) file: &'t str,
    pub(super) sha256: &'t str,
    pub(super) table: &'t Table,
}

impl<'t> Sheet<'t> {
    /// The table of a file.
    pub(super) fn new(file: &'t str, sha256: &'t str, table: &'t Table) -> Self {
        Self {
            file,
            sha256,
            table,
        }
    }

    /// The kinds that make up what its rows are.
    pub(super) fn makes(&self) -> Vec<&'static str> {
        let ledger = LEDGERS.iter().find(|one| one.kind == self.table.kind);
        ledger.map_or_else(|| vec![self.table.kind], |one| one.makes.to_vec())
    }

    /// The kinds that its rows may find again below a record they name.
    pub(super) fn children(&self) -> impl Iterator<Item = &'static str> + use<> {
        let below = below(self.table.kind).iter().copied();
        below.chain(self.linked()).map(|(child, _)| child)
    }

    /// The kind of the record that one of [`Sheet::children`] belongs to.
    pub(super) fn parent_of(&self, child: &str) -> Option<&'static str> {
        let below = below(self.table.kind).iter().copied();
        let mut below = below.chain(self.linked());
        below
            .find(|(name, _)| *name == child)
            .map(|(_, parent)| parent)
    }

    /// The kinds that a column of the table names and never makes.
    fn linked(&self) -> Option<(&'static str, &'static str)> {
        LINKED.iter().find_map(|(field, linked)| {
            let mut targets = self.table.columns.iter().filter_map(|one| one.target);
            let is_there = targets.any(|target| (target.kind, target.field) == *field);
            is_there.then_some(*linked)
        })
    }

    /// Whether its rows say who has a unit: a list of units alone says nothing
    /// of leases.
    pub(super) fn tells_of_tenants(&self) -> bool {
        let mut targets = self.table.columns.iter().filter_map(|one| one.target);
        targets.any(|target| target.kind == "lease")
    }

    /// Whether its rows name the projects they are about.
    pub(super) fn names_projects(&self) -> bool {
        matches!(
            self.table.kind,
            "agreement" | "payment" | "key_project" | "project_phase"
        )
    }

    /// Every kind that its rows may call a record of.
    pub(super) fn kinds(&self) -> BTreeSet<&'static str> {
        let columns = self.table.columns.iter();
        let mut told: BTreeSet<&'static str> = columns
            .filter_map(|column| Some(column.target?.kind))
            .collect();
        told.insert(self.table.kind);
        told.extend(below(self.table.kind).iter().map(|(_, parent)| *parent));
        let mut all = told.clone();
        for kind in told.into_iter().filter_map(kinds::find) {
            for field in kind.fields {
                if let Shape::Ref(target) = field.shape {
                    all.insert(target);
                }
            }
        }
        if all.contains("segment") {
            all.insert("chain");
        }
        all
    }

    /// Where the values of a row come from.
    pub(super) fn source(&self, row: u32) -> Source {
        Source {
            file: self.file.to_owned(),
            sha256: self.sha256.to_owned(),
            sheet: self.table.sheet.clone(),
            row,
            raw: Values::new(),
        }
    }

    /// The raw cells of a row that tell of `kind`; those that tell of nothing
    /// go with the row's own kind. Beside a cell that was corrected stands
    /// what the file holds.
    pub(super) fn raw(&self, row: &LedgerRow, kind: &str) -> Values {
        let mut raw = Values::new();
        let in_file = |head: &str| format!("{head}{IN_FILE}");
        let cells = row.raw.iter().map(|cell| (cell, false));
        let cells = cells.chain(row.corrected.iter().map(|cell| (cell, true)));
        for ((at, text), is_old) in cells {
            let Some(column) = self.table.columns.get(usize::from(*at)) else {
                continue;
            };
            if column.target.map_or(self.table.kind, |target| target.kind) == kind {
                let text = serde_json::Value::String(text.to_string());
                let head = match is_old {
                    true => in_file(&column.head),
                    false => column.head.clone(),
                };
                raw.insert(head, text);
            }
        }
        raw
    }
}

fn below(kind: &str) -> &'static [(&'static str, &'static str)] {
    let ledger = LEDGERS.iter().find(|one| one.kind == kind);
    ledger.map_or(&[], |one| one.below)
}
