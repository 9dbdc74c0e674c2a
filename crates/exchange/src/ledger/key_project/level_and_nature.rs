//! One column for the level of a key project and the kind of its works:
//! `县级/新建` under 级别/性质.

use suoji_model::Cell;

use crate::book::Raw;
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;

/// What stands between the two.
pub(super) const BETWEEN: &[char] = &['/', '、', ',', '，', ';', '；', '|', ' ', '\n', '-', '—'];

/// Takes from the cell of the one what it says of the other, where no column
/// is of that.
pub(super) fn read(line: &mut Line<'_>) {
    let fields = ["key_level", "build_nature"].map(|field| target("key_project", field));
    for (own, other) in [(fields[0], fields[1]), (fields[1], fields[0])] {
        if line.column_of(other).is_some() || *line.get(other) != Cell::Blank {
            continue;
        }
        let Some(column) = line.column_of(own) else {
            continue;
        };
        let text = line.raw(column).display();
        let parts: Vec<&str> = text
            .split(BETWEEN)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let [one, two] = parts[..] else {
            continue;
        };
        let said = |field, part: &str| {
            let raw = Raw::Text(tight(part).into());
            let reading = line.reading_of(field, &raw, Context::default())?;
            matches!(reading.cell, Cell::Known(..)).then_some(reading.cell)
        };
        let found = [(one, two), (two, one)]
            .into_iter()
            .find_map(|(first, second)| said(own, first).zip(said(other, second)));
        let Some((first, second)) = found else {
            continue;
        };
        line.cells.insert(own, first);
        line.cells.insert(other, second);
        line.problems
            .retain(|one| one.field != Some(own) || one.reason != "choice_unknown");
    }
}
