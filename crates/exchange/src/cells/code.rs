//! Unified social credit codes: folded, checked, never refused.

use suoji_model::{Value, uscc};

use super::{Level, Reading};
use crate::book::Raw;

/// Reads a code. A failing check warns; the code stays as written.
pub(crate) fn read(raw: &Raw) -> Reading {
    let written = raw.display();
    let code = uscc::normalise(&written);
    if code.is_empty() {
        return Reading::blank();
    }
    let changed = code != written.trim();
    let finding = uscc::check(&code);
    let mut reading = Reading::exact(Value::Text(code));
    if changed {
        reading = reading.with("uscc_normalise", Level::Info);
    }
    if let Err(finding) = finding {
        reading = reading.with(finding.code(), Level::Must);
    }
    reading
}
