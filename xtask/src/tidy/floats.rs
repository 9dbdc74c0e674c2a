//! No float where amounts are kept: money, rates and areas are integers there.

use super::Finding;
use super::rust_text::{Sort, pieces};
use super::tree::{File, Tree};

/// Where amounts are kept; a benchmark beside it may measure in floats.
const ROOMS: &[&str] = &["crates/model/src", "crates/store/src"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let holds_amounts = |file: &&File| ROOMS.iter().any(|room| file.is_rust_of(room));
    let files = tree.files.iter().filter(holds_amounts);
    files.flat_map(check_file).collect()
}

fn check_file(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for piece in pieces(&file.text) {
        if piece.sort != Sort::Code {
            continue;
        }
        for (at, line) in piece.text.split('\n').enumerate() {
            let mut names = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            if let Some(float) = names.find(|name| matches!(*name, "f32" | "f64")) {
                let message = format!("`{float}` has no exact decimals; amounts are integers here");
                findings.push(Finding::new(&file.path, piece.line + at, message));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    #[test]
    fn a_float_is_refused_where_amounts_are_kept() {
        let text = "// an f64 in words is fine\nfn a() {}\nfn yuan(x: f64) {}\n";
        let found = shown(&check(&Tree::with(&[("crates/model/src/money.rs", text)])));
        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("crates/model/src/money.rs:3: `f64`"),
            "{found:?}"
        );
        assert!(check(&Tree::with(&[("crates/cli/src/bar.rs", text)])).is_empty());
    }
}
