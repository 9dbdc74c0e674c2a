//! Which part of the UI may import which, read from its import lines.
//!
//! ```text
//! kit ◄─ fields ◄─ records ◄─ map ◄─ pages ◄─ shell
//! bridge ◄─ data ◄─ fields
//! ```
//! `theme` and `words` are free to all. Only `data` calls `bridge`; the others may
//! name its types. Only `bridge/tauri.ts` knows that there is Tauri.

use super::Finding;
use super::tree::{File, Tree};

/// Each part with those it may import besides itself and the free ones.
const PARTS: &[(&str, &[&str])] = &[
    ("kit", &[]),
    ("bridge", &[]),
    ("data", &["bridge"]),
    ("fields", &["kit", "data"]),
    ("records", &["kit", "data", "fields"]),
    ("map", &["kit", "data", "fields", "records"]),
    ("pages", &["kit", "data", "fields", "records", "map"]),
    (
        "shell",
        &["kit", "data", "fields", "records", "map", "pages"],
    ),
    ("theme", &[]),
    ("words", &[]),
];

/// Parts that anyone may import.
const FREE: &[&str] = &["theme", "words", "i18n"];

/// The folder the parts are in.
const SOURCES: &str = "ui/src/";

/// The one file that may import from `@tauri-apps/`.
const TAURI: &str = "ui/src/bridge/tauri.ts";

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.files.iter();
    let files = files.filter(|f| f.path.starts_with("ui/") && is_code(f));
    files.flat_map(check_file).collect()
}

fn is_code(file: &File) -> bool {
    matches!(file.extension(), "ts" | "vue" | "js" | "mjs")
}

fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for import in imports(&file.text) {
        if let Some(message) = refusal(&file.path, &import) {
            findings.push(Finding::new(&file.path, import.line, message));
        }
    }
    findings
}

fn refusal(path: &str, import: &Import<'_>) -> Option<String> {
    if import.from.starts_with("@tauri-apps/") {
        let message = format!("only {TAURI} may import from @tauri-apps/");
        return (path != TAURI).then_some(message);
    }
    let inside = path.strip_prefix(SOURCES)?;
    // What stands beside the parts (main.ts) puts them together and may import all.
    let (part, _) = inside.split_once('/')?;
    let target = target(inside, import.from)?;
    let (other, _) = target.split_once('/').unwrap_or((&target, ""));
    if part == other || FREE.contains(&other) || !PARTS.iter().any(|(name, _)| *name == other) {
        return None;
    }
    let Some((_, may_use)) = PARTS.iter().find(|(name, _)| *name == part) else {
        return Some(format!("`{part}` is no part of the UI that tidy knows"));
    };
    if may_use.contains(&other) || (other == "bridge" && import.only_types && part != "kit") {
        return None;
    }
    Some(if other == "bridge" && part != "kit" {
        format!("`{part}` may not call `bridge`; go through `data` (types: `import type`)")
    } else {
        let list = if may_use.is_empty() {
            "nothing but itself".to_owned()
        } else {
            may_use.join(", ")
        };
        format!("`{part}` may not import `{other}`, only {list}")
    })
}

/// Where an import leads, from the folder of the parts; `None` for a package.
fn target(inside: &str, from: &str) -> Option<String> {
    if let Some(rest) = from.strip_prefix("@/") {
        return Some(rest.to_owned());
    }
    if !from.starts_with('.') {
        return None;
    }
    let mut way: Vec<&str> = inside.split('/').collect();
    way.pop();
    for step in from.split('/') {
        match step {
            "." | "" => {}
            // Out of the folder of the parts: that is no part.
            ".." => {
                way.pop()?;
            }
            name => way.push(name),
        }
    }
    Some(way.join("/"))
}

struct Import<'a> {
    line: usize,
    from: &'a str,
    only_types: bool,
}

/// The import and re-export statements of a file, also those over several lines,
/// and `import('…')`.
fn imports(text: &str) -> Vec<Import<'_>> {
    let mut found = Vec::new();
    let mut only_types = false;
    for (at, line) in text.lines().enumerate() {
        let start = line.trim_start();
        if start.starts_with("import ") || start.starts_with("export ") {
            only_types = start.starts_with("import type ") || start.starts_with("export type ");
        }
        let statement = start.starts_with("import ") || start.starts_with('}') || {
            start.starts_with("export ") && start.contains(" from ")
        };
        let dynamic = quoted_after(line, "import(").map(|from| (from, false));
        let fixed = statement.then(|| {
            let from = quoted_after(line, " from ").or_else(|| quoted_after(line, "import "));
            from.map(|from| (from, only_types))
        });
        for (from, only_types) in fixed.flatten().into_iter().chain(dynamic) {
            found.push(Import {
                line: at + 1,
                from,
                only_types,
            });
        }
    }
    found
}

/// The text in quotes right after `word`.
fn quoted_after<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(word)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let (inner, _) = rest[1..].split_once(quote)?;
    Some(inner)
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        shown(&check(&Tree::with(&[(path, text)])))
    }

    #[test]
    fn parts_import_those_to_their_left() {
        let text = "import { ref } from 'vue'\nimport Button from '@/kit/Button.vue'\n\
            import { rows } from '../data/rows'\nimport { t } from '@/words'\n\
            import type { Row } from '@/bridge'\n";
        assert!(found("ui/src/fields/Money.vue", text).is_empty());
        assert!(
            found(
                "ui/src/pages/list/List.vue",
                text.replace("../", "../../").as_str()
            )
            .is_empty()
        );
        assert!(found("ui/src/main.ts", "import '@/bridge'\n").is_empty());
    }

    #[test]
    fn an_import_to_the_right_is_refused_at_its_line() {
        let text = "import { ref } from 'vue'\nimport List from '../pages/List.vue'\n";
        let message = "ui/src/fields/Money.vue:2: `fields` may not import `pages`, only kit, data";
        assert_eq!(found("ui/src/fields/Money.vue", text), [message]);
        assert_eq!(
            found("ui/src/kit/Grid.vue", "import '@/data/rows'").len(),
            1
        );
        assert_eq!(
            found("ui/src/kit/Grid.vue", "const a = import('@/data/rows')").len(),
            1
        );
        assert_eq!(
            found("ui/src/data/a.ts", "export * from '../kit/Grid.vue'").len(),
            1
        );
    }

    #[test]
    fn only_data_calls_the_bridge_and_kit_does_not_even_know_its_types() {
        let call = "import { call } from '@/bridge'";
        let types = "import type {\n  Row,\n} from '@/bridge/generated'";
        assert!(found("ui/src/data/rows.ts", call).is_empty());
        for part in ["fields", "records", "pages", "shell"] {
            let path = format!("ui/src/{part}/a.ts");
            assert!(found(&path, call)[0].contains("go through `data`"));
            assert!(found(&path, types).is_empty());
        }
        assert_eq!(found("ui/src/kit/a.ts", types).len(), 1);
    }

    #[test]
    fn several_lines_are_one_import() {
        let text = "import {\n  call,\n} from '@/bridge'\n";
        assert!(found("ui/src/pages/a.ts", text)[0].starts_with("ui/src/pages/a.ts:3:"));
    }

    #[test]
    fn tauri_is_known_in_one_file() {
        let text = "import { invoke } from '@tauri-apps/api/core'";
        assert!(found("ui/src/bridge/tauri.ts", text).is_empty());
        assert_eq!(found("ui/src/data/a.ts", text).len(), 1);
        assert_eq!(found("ui/vite.config.ts", text).len(), 1);
    }

    #[test]
    fn a_part_without_a_place_is_refused() {
        assert_eq!(
            found("ui/src/utils/a.ts", "import '@/kit/Grid.vue'").len(),
            1
        );
    }
}
