//! The level of a key project, or the kind of its works, in brackets behind its
//! name: `甲项目（省重点、续建）`.

use suoji_model::{Cell, Value};

use super::level_and_nature::BETWEEN;
use super::{LEVEL, NAME};
use crate::book::Raw;
use crate::cells::Context;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const NATURE: Target = target("key_project", "build_nature");
/// What a word of a level has; 县城段 is a place.
const OF_LEVEL: &[&str] = &["级", "重点", "重大"];
const OF_WORKS: &[&str] = &["新建", "续建", "新开工", "结转"];
/// Characters of such a word.
const MOST: usize = 6;

/// Takes both off the name, where all that stands there is one of them.
pub(super) fn read(line: &mut Line<'_>) {
    let Some(name) = line.text(NAME) else {
        return;
    };
    let inside = name.trim().strip_suffix([')', '）']);
    let Some((bare, inside)) = inside.and_then(|name| name.rsplit_once(['(', '（'])) else {
        return;
    };
    let parts = inside.split(BETWEEN).map(tight);
    let said: Option<Vec<(Target, Cell)>> = parts.map(|part| said(line, &part)).collect();
    let Some(said) = said.filter(|_| bare.trim().chars().count() >= 2) else {
        return;
    };
    let bare = bare.trim().to_owned();
    line.set(NAME, Value::Text(bare));
    for (field, cell) in said {
        if *line.get(field) == Cell::Blank {
            line.cells.insert(field, cell);
        }
    }
}

/// What a word says.
fn said(line: &Line<'_>, part: &str) -> Option<(Target, Cell)> {
    let is_level = OF_LEVEL.iter().any(|word| part.contains(word));
    let field = match (is_level, OF_WORKS.contains(&part)) {
        (true, _) => LEVEL,
        (_, true) => NATURE,
        _ => return None,
    };
    let raw = Raw::Text(part.into());
    let reading = line.reading_of(field, &raw, Context::default())?;
    let fits = part.chars().count() <= MOST && matches!(reading.cell, Cell::Known(..));
    fits.then_some((field, reading.cell))
}
