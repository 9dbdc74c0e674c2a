//! What an import changes in records that stand there already.

use serde_json::Value;

use crate::kinds::Kinds;
use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// Every changed value, old and new, a row for each; nothing where none is.
pub(crate) async fn text(session: &Session, report: &Value) -> Result<String, Stop> {
    let detail = &report["detail"];
    let changes = detail["changes"].as_array();
    let changes = changes.map(Vec::as_slice).unwrap_or_default();
    if changes.is_empty() {
        return Ok(String::new());
    }
    let kinds = Kinds::load(session).await?;
    let names = &detail["names"];
    let headings = ["sheet", "row", "title", "field", "before", "after"];
    let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
    let mut table = Table::new(headings).right(1);
    table.cut = session.on_terminal();
    for change in changes {
        let kind = kinds.kind(change["kind"].as_str().unwrap_or_default());
        let id = change["id"].as_str().unwrap_or_default();
        let title = names[id]["title"].as_str().unwrap_or(id);
        let record = format!("{} {title}", kind.label());
        for pair in change["fields"].as_array().into_iter().flatten() {
            let field = kind.field(pair["field"].as_str().unwrap_or_default());
            table.row([
                change["sheet"].as_str().unwrap_or_default(),
                &change["row"].to_string(),
                &record,
                &field.label(),
                &field.shown(&pair["old"], names),
                &field.shown(&pair["new"], names),
            ]);
        }
    }
    let listed = changes.len().to_string();
    let changed = detail["changed"].to_string();
    let counts = [("listed", &*listed), ("changed", &*changed)];
    let more = match listed == changed {
        true => String::new(),
        false => session.sentence("import.changes", &counts) + "\n",
    };
    Ok(table.text() + &more)
}
