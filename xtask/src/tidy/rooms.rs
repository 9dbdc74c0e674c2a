//! Which crate may use which, read from `cargo metadata`.
//!
//! ```text
//! model ◄─ chain ◄─ store ◄─ exchange ◄─ sync ◄─ app ◄─ { desktop, web, cli }
//! ```
//! A room uses only rooms to its left. `tests` and `xtask` stand outside the house.

use serde_json::Value;

use super::Finding;
use super::tree::Tree;

/// The rooms from the left; each may use all before it.
const ROW: &[&str] = &[
    "suoji-model",
    "suoji-chain",
    "suoji-store",
    "suoji-exchange",
    "suoji-picture",
    "suoji-sync",
    "suoji-app",
];

/// The hosts at the right end; none uses another.
const HOSTS: &[&str] = &["suoji-desktop", "suoji-web", "suoji-cli"];

/// Not part of the house.
const OUTSIDE: &[&str] = &["suoji-tests", "xtask"];

/// Crates that stand in one manifest only, with the room they belong to.
/// A name stands for itself and for its family: `tauri` also for `tauri-build`.
const ALONE: &[(&str, &str)] = &[
    ("tauri", "suoji-desktop"),
    ("axum", "suoji-web"),
    ("sqlx", "suoji-store"),
    ("libsqlite3-sys", "suoji-store"),
    ("rusqlite", "suoji-store"),
];

/// The desktop host is a thin shell; this many lines of Rust at most.
const SHELL_LINES: usize = 400;

pub(super) fn check(tree: &Tree, metadata: &Value) -> Vec<Finding> {
    let mut findings = shell(tree);
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let path = manifest(package, root);
        let text = tree.file(&path).map_or("", |file| &file.text);
        if !text.contains("[lints]\nworkspace = true") {
            let message = "the workspace's lints do not hold here: add `[lints] workspace = true`";
            findings.push(Finding::new(&path, 1, message));
        }
        if OUTSIDE.contains(&name) {
            continue;
        }
        let Some(may_use) = may_use(name) else {
            let message = format!("`{name}` is no room that tidy knows; give it its place");
            findings.push(Finding::new(&path, 1, message));
            continue;
        };
        for used in package["dependencies"].as_array().into_iter().flatten() {
            let used = used["name"].as_str().unwrap_or_default();
            if let Some(message) = refusal(name, may_use, used) {
                findings.push(Finding::new(&path, line_of(text, used), message));
            }
        }
    }
    findings
}

fn may_use(name: &str) -> Option<&'static [&'static str]> {
    if HOSTS.contains(&name) {
        return Some(ROW);
    }
    let place = ROW.iter().position(|room| *room == name)?;
    Some(&ROW[..place])
}

fn refusal(name: &str, may_use: &[&str], used: &str) -> Option<String> {
    let ours = ROW.contains(&used) || HOSTS.contains(&used) || OUTSIDE.contains(&used);
    if ours && !may_use.contains(&used) {
        return Some(format!(
            "`{name}` may not use `{used}`; a room uses only rooms to its left: {}",
            ROW.join(" ◄ ")
        ));
    }
    let (family, home) = ALONE.iter().find(|(family, _)| belongs(used, family))?;
    (*home != name).then(|| format!("`{family}` stands in the manifest of `{home}` only"))
}

fn belongs(used: &str, family: &str) -> bool {
    let rest = used.strip_prefix(family);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn manifest(package: &Value, root: &str) -> String {
    let path = package["manifest_path"].as_str().unwrap_or_default();
    let path = path.strip_prefix(root).unwrap_or(path).replace('\\', "/");
    path.trim_start_matches('/').to_owned()
}

fn line_of(manifest: &str, used: &str) -> usize {
    let names = |line: &str| {
        let rest = line.trim_start().strip_prefix(used);
        rest.is_some_and(|rest| rest.starts_with([' ', '.', '=']))
    };
    manifest.lines().position(names).map_or(1, |at| at + 1)
}

fn shell(tree: &Tree) -> Vec<Finding> {
    let files = tree.files.iter().filter(|f| f.is_rust_of("src-tauri"));
    let lines: usize = files.map(|file| file.text.lines().count()).sum();
    if lines <= SHELL_LINES {
        return Vec::new();
    }
    let message = format!(
        "the desktop host has {lines} lines of Rust, more than {SHELL_LINES}; \
         what is no window, menu or envelope belongs in `app`"
    );
    vec![Finding::new("src-tauri/src/main.rs", 1, message)]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tree::shown;
    use super::*;

    fn found(name: &str, manifest: &str, used: &[&str]) -> Vec<String> {
        let text = format!("[lints]\nworkspace = true\n[dependencies]\n{manifest}");
        let tree = Tree::with(&[("crates/it/Cargo.toml", &text)]);
        let used: Vec<Value> = used.iter().map(|name| json!({"name": name})).collect();
        let package = json!({
            "name": name, "manifest_path": "/h/crates/it/Cargo.toml", "dependencies": used,
        });
        let metadata = json!({"workspace_root": "/h", "packages": [package]});
        shown(&check(&tree, &metadata))
    }

    #[test]
    fn a_room_may_use_those_to_its_left() {
        let used = ["suoji-model", "suoji-store", "suoji-exchange", "serde"];
        assert!(found("suoji-app", "", &used).is_empty());
        assert!(found("suoji-cli", "", &["suoji-app", "suoji-model"]).is_empty());
        assert!(found("suoji-tests", "", &["suoji-cli", "sqlx"]).is_empty());
    }

    #[test]
    fn an_arrow_to_the_right_is_refused_at_its_line() {
        let text = "serde = \"1\"\nsuoji-store.workspace = true\n";
        let found = found("suoji-model", text, &["serde", "suoji-store"]);
        assert_eq!(found.len(), 1);
        let start = "crates/it/Cargo.toml:5: `suoji-model` may not use `suoji-store`";
        assert!(found[0].starts_with(start), "{}", found[0]);
    }

    #[test]
    fn hosts_do_not_use_each_other_or_what_stands_outside() {
        assert_eq!(found("suoji-desktop", "", &["suoji-web"]).len(), 1);
        assert_eq!(found("suoji-cli", "", &["xtask"]).len(), 1);
    }

    #[test]
    fn a_crate_that_stands_alone_is_refused_elsewhere() {
        assert_eq!(found("suoji-app", "", &["sqlx"]).len(), 1);
        assert_eq!(found("suoji-web", "", &["tauri-plugin-dialog"]).len(), 1);
        assert!(found("suoji-desktop", "", &["tauri", "tauri-build"]).is_empty());
        assert!(found("suoji-web", "", &["axum", "tauric"]).is_empty());
    }

    #[test]
    fn a_new_crate_must_be_given_its_place_and_the_lints() {
        assert_eq!(found("suoji-cellar", "", &[]).len(), 1);
        let package = json!({"name": "suoji-model", "manifest_path": "/h/c/Cargo.toml"});
        let metadata = json!({"workspace_root": "/h", "packages": [package]});
        assert_eq!(
            check(&Tree::with(&[("c/Cargo.toml", "")]), &metadata).len(),
            1
        );
    }

    #[test]
    fn the_shell_stays_thin() {
        let long = "// a line\n".repeat(401);
        let tree = Tree::with(&[("src-tauri/src/main.rs", &long)]);
        assert_eq!(check(&tree, &json!({})).len(), 1);
    }
}
