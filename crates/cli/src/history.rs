//! `history`, `undo` and `redo`.

use serde_json::{Value, json};
use suoji_app::word;

use crate::kinds::Kinds;
use crate::session::Session;
use crate::stop::Stop;

/// Prints what happened to one record, newest first.
pub(crate) async fn history(session: &Session, kind: &str, id: &str) -> Result<(), Stop> {
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let kind = kinds.kind(kind);
    let request = json!({ "kind": kind.name, "id": id });
    let reply = session.call("history", request).await?;
    session.print(&reply, || {
        let entries = reply["entries"].as_array().into_iter().flatten();
        let mut text = String::new();
        for entry in entries {
            let part = |name: &str| entry[name].as_str().unwrap_or_default();
            let intent = format!("intent.{}", part("intent"));
            let person = entry["person"]["title"].as_str();
            let at = moment(part("at"));
            let mut head = vec![at.as_str(), word(session.language, &intent)];
            head.extend(person);
            let source = &entry["source"];
            let file = source["file"].as_str().map(|file| {
                let sheet = source["sheet"].as_str().unwrap_or_default();
                let row = source["row"].to_string();
                let params = [("file", file), ("sheet", sheet), ("row", &row)];
                session.sentence("history.source", &params)
            });
            head.extend(file.as_deref());
            text.push_str(&head.join("  "));
            text.push('\n');
            for change in entry["changes"].as_array().into_iter().flatten() {
                let field = kind.field(change["field"].as_str().unwrap_or_default());
                let shown = |value: &Value| match field.shown(value, &reply["names"]) {
                    blank if blank.is_empty() => "∅".to_owned(),
                    shown => shown,
                };
                let (old, new) = (shown(&change["old"]), shown(&change["new"]));
                text.push_str(&format!("    {}: {old} → {new}\n", field.label()));
            }
        }
        text
    })
}

/// A moment to the second, still in universal time.
fn moment(rfc3339: &str) -> String {
    match rfc3339.get(..19) {
        Some(second) if rfc3339.ends_with('Z') => second.replace('T', " ") + " UTC",
        _ => rfc3339.to_owned(),
    }
}

/// Takes back the latest action, or the one of that id whatever happened
/// since.
pub(crate) async fn undo(session: &Session, batch: Option<String>) -> Result<(), Stop> {
    match batch {
        Some(batch) => step(session, "undo", "undo_batch", json!({ "batch": batch })).await,
        None => step(session, "undo", "undo", json!({})).await,
    }
}

/// Takes back the last batch, or does the one taken back last again.
pub(crate) async fn step(
    session: &Session,
    name: &str,
    command: &str,
    request: Value,
) -> Result<(), Stop> {
    session.open().await?;
    let reply = session.call(command, request).await?;
    let kinds = Kinds::load(session).await?;
    session.print(&reply, || {
        let label = label_text(session, &kinds, &reply["label"]);
        let mut text = session.sentence(&format!("{name}.done"), &[("label", &label)]) + "\n";
        for kept in reply["kept"].as_array().into_iter().flatten() {
            let part = |name: &str| kept[name].as_str().unwrap_or_default();
            let kind = kinds.kind(part("kind"));
            let field = kind.field(part("field")).label();
            let params = [
                ("title", part("title")),
                ("field", &*field),
                ("reason", part("reason")),
            ];
            let sentence = match kept["held_by"].as_str() {
                Some(by) => session.sentence("undo.held", &[("title", part("title")), ("by", by)]),
                None => session.sentence("undo.kept", &params),
            };
            text.push_str(&(sentence + "\n"));
        }
        text
    })
}

fn label_text(session: &Session, kinds: &Kinds, label: &Value) -> String {
    let part = |name: &str| label[name].as_str();
    let intent = format!("intent.{}", part("intent").unwrap_or_default());
    let mut words = vec![word(session.language, &intent).to_owned()];
    if let Some(kind) = part("kind") {
        let kind = kinds.kind(kind);
        words.push(kind.label());
        words.extend(part("title").map(|title| session.sentence("quoted", &[("text", title)])));
        words.extend(part("field").map(|field| kind.field(field).label()));
    }
    if let Some(count) = label["count"].as_u64().filter(|count| *count > 1) {
        words.push(session.sentence("times", &[("count", &count.to_string())]));
    }
    for made in label["made"].as_array().into_iter().flatten() {
        let kind = kinds.kind(made["kind"].as_str().unwrap_or_default());
        let title = made["title"].as_str().unwrap_or_default();
        let params = [("kind", &*kind.label()), ("title", title)];
        words.push(session.sentence("made_with", &params));
    }
    words.join(" ")
}
