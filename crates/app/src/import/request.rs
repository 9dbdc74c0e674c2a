//! What an import is asked to do.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use suoji_exchange::{Mapping, Options, Pick};
use suoji_model::words::{Language, word};

use super::decide::Decisions;
use super::reader;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::held::Held;

/// The bytes of a file, or where they are.
#[derive(Debug, Clone)]
pub(super) enum Bytes {
    /// Handed over by a window.
    Own(Arc<Vec<u8>>),
    /// Part of the program.
    Sample(&'static [u8]),
    /// On disk.
    File(PathBuf),
}

/// What a report tells of single rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowDetail {
    /// Problems and repetitions alone.
    Nothing,
    /// What they change as well.
    Changes,
    /// That, and what they hold.
    All,
}

/// An import as it was asked for.
pub(super) struct Wanted {
    /// The file's name, without its folder.
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) bytes: Bytes,
    pub(super) options: Options,
    pub(super) decisions: Decisions,
    pub(super) dry_run: bool,
    pub(super) template: Option<String>,
    pub(super) save_template: Option<String>,
    /// What is told of single rows.
    pub(super) detail: RowDetail,
    /// Problems passed over before those that are listed.
    pub(super) problems_from: u64,
}

impl Wanted {
    /// The bytes of a ledger as the defaults have it.
    pub(super) fn plain(name: &str, bytes: &'static [u8]) -> Self {
        Self {
            name: name.to_owned(),
            sha256: hex(&Sha256::digest(bytes)),
            bytes: Bytes::Sample(bytes),
            options: Options::default(),
            decisions: Decisions::default(),
            dry_run: false,
            template: None,
            save_template: None,
            detail: RowDetail::Nothing,
            problems_from: 0,
        }
    }

    /// What a request asks for; its file may be held already.
    pub(super) fn read(request: ImportLedger, held: Option<Arc<Held>>) -> Result<Self, Fault> {
        let bad = |detail: String| Fault::new(Code::BadRequest).with("detail", detail);
        let (bytes, sha256) = match (request.data, request.path, held) {
            (Some(data), None, None) => {
                let bytes = BASE64
                    .decode(data)
                    .map_err(|error| bad(error.to_string()))?;
                let sha256 = hex(&Sha256::digest(&bytes));
                (Bytes::Own(Arc::new(bytes)), sha256)
            }
            (None, Some(path), None) => {
                let path = PathBuf::from(path);
                let sha256 = hash(&path)
                    .map_err(|error| reader::unreadable(&request.name, &path, &error))?;
                (Bytes::File(path), sha256)
            }
            (None, None, Some(held)) => {
                let sha256 = held.sha256().to_owned();
                (Bytes::Own(held.bytes.clone()), sha256)
            }
            _ => return Err(bad("data, path or held".to_owned())),
        };
        let rows = request.decisions.into_iter();
        let ledger = request.ledger.as_deref().map(ledger).transpose()?;
        Ok(Self {
            name: request.name,
            sha256,
            bytes,
            options: Options {
                ledger,
                corrections: request.corrections,
                ..options(
                    request.mappings,
                    request.answers,
                    request.hidden_sheets.unwrap_or(false),
                )
            },
            decisions: Decisions {
                all: request.on_duplicate.unwrap_or_default(),
                rows: rows
                    .map(|one| ((one.sheet, one.row), one.decision))
                    .collect(),
            },
            dry_run: request.dry_run.unwrap_or(false),
            template: request.template,
            save_template: request.save_template,
            detail: match (request.detail, request.changes) {
                (Some(true), _) => RowDetail::All,
                (_, Some(true)) => RowDetail::Changes,
                _ => RowDetail::Nothing,
            },
            problems_from: request.problems_from.unwrap_or(0),
        })
    }
}

/// The ledger that somebody means by its name, by the kind of its records or
/// by what that is called.
fn ledger(named: &str) -> Result<String, Fault> {
    let is_called = |kind: &str| {
        let keys = ["kind", "kinds"].map(|many| format!("{many}.{kind}"));
        let is_label = |key: &String| {
            let labels = [Language::Chinese, Language::English].map(|language| word(language, key));
            labels.iter().any(|label| label.eq_ignore_ascii_case(named))
        };
        kind == named || keys.iter().any(is_label)
    };
    let mut ledgers = suoji_exchange::ledgers();
    let found = ledgers.find_map(|(ledger, mut kinds)| {
        // Its rows are of the first.
        let is_meant = ledger == named || kinds.next().is_some_and(is_called);
        is_meant.then(|| ledger.to_owned())
    });
    found.ok_or_else(|| Fault::new(Code::NoSuchKind).with("kind", named))
}

/// What is said about how a file is to be read.
pub(super) fn options(
    mappings: BTreeMap<String, TableMapping>,
    answers: BTreeMap<String, String>,
    hidden_sheets: bool,
) -> Options {
    let mappings = mappings.into_iter();
    Options {
        mappings: mappings
            .map(|(key, mapping)| (key, read_mapping(mapping)))
            .collect(),
        answers,
        hidden_sheets,
        ..Options::default()
    }
}

fn read_mapping(mapping: TableMapping) -> Mapping {
    let columns = mapping.columns.into_iter();
    Mapping {
        ledger: mapping.ledger,
        header_rows: mapping.header_rows,
        columns: columns
            .map(|pick| Pick {
                column: pick.column,
                field: pick.field,
                unit: pick.unit,
            })
            .collect(),
        constants: mapping.constants,
        skip: mapping.skip,
        rows: mapping
            .rows
            .into_iter()
            .map(|(row, mark)| (row, read_mark(mark)))
            .collect(),
    }
}

fn read_mark(mark: RowMark) -> suoji_exchange::RowMark {
    use suoji_exchange::RowMark as Read;
    match mark {
        RowMark::Data => Read::Data,
        RowMark::Section => Read::Section,
        RowMark::Subtotal => Read::Subtotal,
        RowMark::Total => Read::Total,
        RowMark::Note => Read::Note,
        RowMark::Filler => Read::Filler,
    }
}

/// SHA-256 of a file, read once from end to end without being held.
pub(super) fn hash(path: &std::path::Path) -> std::io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let mut hash = Sha256::new();
    std::io::copy(&mut file, &mut hash)?;
    Ok(hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_is_named_by_its_records_in_either_language() {
        for (named, expected) in [
            ("signing", "signing"),
            ("agreement", "signing"),
            ("协议", "signing"),
            ("lead", "lead"),
            ("线索", "lead"),
        ] {
            assert_eq!(ledger(named).ok().as_deref(), Some(expected), "{named}");
        }
        let refused = ledger("nokind").expect_err("no such ledger");
        assert!(matches!(refused.code, Code::NoSuchKind));
    }
}
