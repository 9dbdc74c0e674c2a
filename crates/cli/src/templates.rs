//! `template`: the forms that lists are handed in on.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suoji_app::Fault;

use crate::kinds::Kinds;
use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// What is asked about templates.
pub(crate) struct Asked {
    /// The template; all of them when `None`.
    pub(crate) name: Option<String>,
    /// The kind that it lists.
    pub(crate) kind: Option<String>,
    /// The form to learn it from.
    pub(crate) learn: Option<PathBuf>,
    /// Whether it goes.
    pub(crate) drop: bool,
}

/// Lists, shows, learns or drops export templates.
pub(crate) async fn template(session: &Session, asked: &Asked) -> Result<(), Stop> {
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let kind = asked.kind.as_deref().map(|kind| kinds.kind(kind).name);
    let Some(name) = &asked.name else {
        return list(session, &kinds, kind).await;
    };
    if let Some(path) = &asked.learn {
        return learn(session, &kinds, name, kind, path).await;
    }
    let found = find(session, &kinds, name, kind).await?;
    if asked.drop {
        let gone =
            json!({ "kind": "export_template", "id": found["id"], "seen": found["version"] });
        let reply = session.call("delete_record", gone).await?;
        return session.print(&reply, || {
            session.sentence("template.dropped", &[("name", name)]) + "\n"
        });
    }
    session.print(&found, || shown(session, &kinds, &found))
}

/// The template of that id or name.
pub(crate) async fn find(
    session: &Session,
    kinds: &Kinds,
    wanted: &str,
    kind: Option<&str>,
) -> Result<Value, Stop> {
    let kind = kind.map(|kind| kinds.kind(kind).name);
    let mut reply = session
        .call("export_templates", json!({ "kind": kind }))
        .await?;
    let mut templates = match reply["templates"].take() {
        Value::Array(templates) => templates,
        _ => Vec::new(),
    };
    let fits = |one: &Value| one["name"] == wanted || one["id"] == wanted;
    match templates.iter().position(fits) {
        Some(at) => Ok(templates.swap_remove(at)),
        None => {
            let names = templates.iter().filter_map(|one| one["name"].as_str());
            Err(Fault::no_such_template(wanted, names).into())
        }
    }
}

async fn list(session: &Session, kinds: &Kinds, kind: Option<&str>) -> Result<(), Stop> {
    let reply = session
        .call("export_templates", json!({ "kind": kind }))
        .await?;
    session.print(&reply, || {
        let templates = reply["templates"].as_array().map(Vec::as_slice);
        let templates = templates.unwrap_or_default();
        if templates.is_empty() {
            return session.word("template.none").to_owned() + "\n";
        }
        let headings = ["name", "kind", "columns"];
        let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
        let mut table = Table::new(headings.into_iter().chain(["id".to_owned()])).right(2);
        table.cut = session.on_terminal();
        for one in templates {
            let text = |name: &str| one[name].as_str().unwrap_or_default();
            let columns = one["form"]["columns"].as_array().map_or(0, Vec::len);
            let kind = kinds.kind(text("kind")).label();
            table.row([text("name"), &kind, &columns.to_string(), text("id")]);
        }
        table.text()
    })
}

async fn learn(
    session: &Session,
    kinds: &Kinds,
    name: &str,
    kind: Option<&str>,
    path: &Path,
) -> Result<(), Stop> {
    let data = fs::read(path).map_err(|error| Stop::file("file_not_read", path, &error))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let request = json!({ "kind": kind, "file_name": file, "data": STANDARD.encode(data) });
    let learned = session.call("learn_export_template", request).await?;
    let standing = find(session, kinds, name, learned["kind"].as_str())
        .await
        .ok();
    let request = json!({
        "id": standing.as_ref().map(|one| &one["id"]),
        "seen": standing.as_ref().map(|one| &one["version"]),
        "kind": learned["kind"],
        "name": name,
        "form": learned["form"],
    });
    session.call("save_export_template", request).await?;
    session.print(&learned, || shown(session, kinds, &learned))
}

/// The columns of a form, one a line.
fn shown(session: &Session, kinds: &Kinds, found: &Value) -> String {
    let kind = kinds.kind(found["kind"].as_str().unwrap_or_default());
    let headings = ["heading", "field", "unit"];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(headings);
    table.cut = session.on_terminal();
    let texts = |value: &Value| -> Vec<String> {
        let texts = value.as_array().into_iter().flatten();
        let texts = texts
            .filter_map(Value::as_str)
            .filter(|text| !text.is_empty());
        texts.map(str::to_owned).collect()
    };
    for column in found["form"]["columns"].as_array().into_iter().flatten() {
        let fields = texts(&column["fields"]);
        let content = if column["serial"] == true {
            session.word("template.serial").to_owned()
        } else if fields.is_empty() {
            let text = column["text"].as_str();
            text.unwrap_or(session.word("template.empty")).to_owned()
        } else {
            fields.join(" + ")
        };
        table.row([
            texts(&column["heads"]).join("▸").replace('\n', ""),
            content,
            column["unit"].as_str().unwrap_or_default().to_owned(),
        ]);
    }
    format!(
        "{}\n{}",
        kind.label(),
        table.text().trim_start_matches('\n')
    )
}
