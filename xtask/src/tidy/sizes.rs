//! No file longer than a person reads in one go.

use super::Finding;
use super::tree::{File, Tree};

/// Lines a source file may have, tests too.
const MOST: usize = 600;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let long = sizes(tree).into_iter().filter(|(lines, _)| *lines > MOST);
    let finding = |(lines, file): (usize, &File)| {
        let message = format!("{lines} lines, more than {MOST}; divide it by what it does");
        Finding::new(&file.path, MOST + 1, message)
    };
    long.map(finding).collect()
}

/// One line about the sizes of all source files.
pub(super) fn summary(tree: &Tree) -> String {
    let sizes = sizes(tree);
    let Some((longest, file)) = sizes.last() else {
        return "no source files".to_owned();
    };
    let share = |percent: usize| sizes[(sizes.len() - 1) * percent / 100].0;
    format!(
        "{} source files: median {} lines, 95th percentile {}, longest {longest} ({})",
        sizes.len(),
        share(50),
        share(95),
        file.path
    )
}

/// The source files with their lines, shortest first.
fn sizes(tree: &Tree) -> Vec<(usize, &File)> {
    let files = tree.files.iter().filter(|file| counts(file));
    let mut sizes: Vec<_> = files.map(|f| (f.text.lines().count(), f)).collect();
    sizes.sort_by_key(|(lines, _)| *lines);
    sizes
}

fn counts(file: &File) -> bool {
    matches!(file.extension(), "rs" | "ts" | "vue") && !file.is_generated()
}

#[cfg(test)]
mod tests {
    use super::super::tree::shown;
    use super::*;

    #[test]
    fn a_long_file_is_refused_but_not_a_generated_one() {
        let (long, fits) = ("x\n".repeat(601), "x\n".repeat(600));
        let tree = Tree::with(&[
            ("crates/a/tests/long.rs", &long),
            ("ui/src/fits.vue", &fits),
            ("ui/src/bridge/generated.ts", &long),
            ("NOTES.md", &long),
        ]);
        let message =
            "crates/a/tests/long.rs:601: 601 lines, more than 600; divide it by what it does";
        assert_eq!(shown(&check(&tree)), [message]);
    }

    #[test]
    fn the_summary_names_median_percentile_and_longest() {
        let texts: Vec<_> = (1..=21)
            .map(|n| (format!("{n}.rs"), "x\n".repeat(n)))
            .collect();
        let files: Vec<_> = texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let summary = summary(&Tree::with(&files));
        assert_eq!(
            summary,
            "21 source files: median 11 lines, 95th percentile 20, longest 21 (21.rs)"
        );
    }
}
