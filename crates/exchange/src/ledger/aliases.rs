//! A project's other name, where it stands behind the first: `乙项目（又名乙产业园）`.

use suoji_model::Cell;

use super::line::Line;
use super::words::target;
use crate::book::Raw;
use crate::cells::{self, Context};
use crate::table::Target;

const NAME: Target = target("project", "name");
const ALIASES: Target = target("project", "aliases");

/// Words before another name.
const CALLED: &[&str] = &["又名", "又称", "亦称", "原名", "曾用名", "别名", "简称"];

/// Takes the other name out of the project's.
pub(super) fn also_called(line: &mut Line<'_>) {
    let Some((name, alias)) = line.text(NAME).and_then(apart) else {
        return;
    };
    for (target, text) in [(NAME, name), (ALIASES, alias)] {
        let Some(field) = target.declared() else {
            continue;
        };
        let reading = cells::read(target.kind, field, &Raw::text(&text), Context::default());
        if reading.cell != Cell::Blank && (target == NAME || *line.get(ALIASES) == Cell::Blank) {
            line.cells.insert(target, reading.cell);
        }
    }
}

/// The name and the other one.
fn apart(text: &str) -> Option<(String, String)> {
    let text = text.trim().trim_end_matches([')', '）']);
    let (name, inside) = text.rsplit_once(['(', '（'])?;
    let alias = CALLED.iter().find_map(|word| inside.strip_prefix(word))?;
    let alias = alias.trim_start_matches([':', '：', '“', '"']);
    let alias = alias.trim_end_matches(['”', '"']).trim();
    let named = !name.trim().is_empty() && alias.chars().count() >= 2;
    named.then(|| (name.trim().to_owned(), alias.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn another_name_stands_in_brackets() {
        for (text, wanted) in [
            ("乙项目（又名乙产业园）", Some(("乙项目", "乙产业园"))),
            ("电机园(原名：电机基地)", Some(("电机园", "电机基地"))),
            ("电机园（一期）", None),
            ("（又名甲）", None),
        ] {
            let found = apart(text);
            let found = found.as_ref().map(|(name, alias)| (&**name, &**alias));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
