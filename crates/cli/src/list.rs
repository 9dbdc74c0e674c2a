//! `list`, `show` and `search`.

use serde_json::{Value, json};

use crate::kinds::{Kind, Kinds};
use crate::session::Session;
use crate::stop::Stop;
use crate::table::Table;

/// What `list` was asked for.
pub(crate) struct Query {
    pub(crate) kind: String,
    pub(crate) filter: Vec<String>,
    pub(crate) text: Option<String>,
    pub(crate) sort: Vec<String>,
    pub(crate) limit: u32,
    pub(crate) offset: u32,
}

/// Signs between a field and a value; longer ones first.
const SIGNS: [(&str, &str); 5] = [
    (">=", "at_least"),
    ("<=", "at_most"),
    ("!=", "not"),
    ("=", "is"),
    ("~", "contains"),
];

/// `field=value` and its like, as filters of the wire.
pub(crate) fn filters(kind: Kind<'_>, texts: &[String]) -> Result<Vec<Value>, Stop> {
    let one = |text: &String| {
        let wrong = || Stop::Usage("bad_filter", vec![("value", text.clone())]);
        let (at, (sign, op)) = text
            .char_indices()
            .find_map(|(at, _)| {
                let sign = SIGNS.iter().find(|(sign, _)| text[at..].starts_with(sign));
                sign.map(|sign| (at, *sign))
            })
            .filter(|(at, _)| *at > 0)
            .ok_or_else(wrong)?;
        let field = kind.field(text[..at].trim());
        let value = text[at + sign.len()..].trim();
        Ok(match (op, value) {
            ("is", "") => json!({ "field": field.name, "op": "blank" }),
            ("not", "") => json!({ "field": field.name, "op": "filled" }),
            (_, "") => return Err(wrong()),
            _ => json!({ "field": field.name, "op": op, "value": field.typed(value) }),
        })
    };
    texts.iter().map(one).collect()
}

/// `field` and `-field`, as the order of the wire.
pub(crate) fn order(kind: Kind<'_>, texts: &[String]) -> Vec<Value> {
    let one = |text: &String| {
        let (name, descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text.as_str(), false),
        };
        json!({ "field": kind.field(name).name, "descending": descending })
    };
    texts.iter().map(one).collect()
}

/// The fields of these names or labels.
pub(crate) fn fields(kind: Kind<'_>, names: &[String]) -> Vec<String> {
    let name = |name: &String| kind.field(name).name.to_owned();
    names.iter().map(name).collect()
}

/// Prints one page of a list.
pub(crate) async fn list(session: &Session, query: Query) -> Result<(), Stop> {
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let kind = kinds.kind(&query.kind);
    let request = json!({
        "kind": kind.name,
        "filters": filters(kind, &query.filter)?,
        "text": query.text,
        "sort": order(kind, &query.sort),
        "offset": query.offset,
        "limit": query.limit,
    });
    let page = session.call("records", request).await?;
    session.print(&page, || page_text(session, kind, &page, query.offset))
}

fn page_text(session: &Session, kind: Kind<'_>, page: &Value, offset: u32) -> String {
    let columns: Vec<_> = kind
        .columns()
        .into_iter()
        .map(|name| kind.field(name))
        .collect();
    let mut headings: Vec<_> = columns.iter().map(|field| field.label()).collect();
    headings.push("id".to_owned());
    let mut table = Table::new(headings);
    table.cut = session.on_terminal();
    for (place, field) in columns.iter().enumerate() {
        if field.is_number() {
            table = table.right(place);
        }
    }
    let rows = page["rows"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    for row in rows {
        let mut cells: Vec<_> = columns
            .iter()
            .map(|field| field.shown(&row["values"][field.name], &page["names"]))
            .collect();
        cells.push(row["id"].as_str().unwrap_or_default().to_owned());
        table.row(cells);
    }
    let total = page["total"].to_string();
    let first = (u64::from(offset) + 1).to_string();
    let last = (u64::from(offset) + rows.len() as u64).to_string();
    let mut text = if rows.is_empty() {
        session.sentence("list.none", &[("total", &total)])
    } else {
        let params = [("first", &*first), ("last", &last), ("total", &total)];
        table.text() + &session.sentence("list.range", &params)
    };
    text.push('\n');
    for field in kind.fields() {
        let Some(sum) = page["sums"].get(field.name) else {
            continue;
        };
        let label = field.label();
        let count = |name: &str| sum[name].to_string();
        let number = |name: &str| sum[name].as_str().unwrap_or_default().to_owned();
        let amount = match sum["unit"].as_str() {
            Some("yuan") => session.sentence("list.sum.yuan", &[("sum", &number("yuan"))]),
            Some("sqm") => session.sentence("list.sum.sqm", &[("sum", &number("value"))]),
            _ => number("value"),
        };
        text.push_str(&session.sentence(
            "list.sum",
            &[
                ("field", &label),
                ("sum", &amount),
                ("counted", &count("counted")),
                ("approximate", &count("approximate")),
                ("missing", &count("missing")),
                ("foreign", &count("foreign")),
            ],
        ));
        text.push('\n');
    }
    text
}

/// Prints one record.
pub(crate) async fn show(session: &Session, kind: &str, id: &str) -> Result<(), Stop> {
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let kind = kinds.kind(kind);
    let request = json!({ "kind": kind.name, "id": id });
    let record = session.call("record", request).await?;
    session.print(&record, || {
        let title = record["title"].as_str().unwrap_or_default();
        let bin = if record["deleted"] == true {
            "show.in_bin"
        } else {
            "show.here"
        };
        let params = [("kind", &*kind.label()), ("title", title)];
        let mut text = session.sentence(bin, &params) + "\n";
        let mut table = Table::new(["", ""]);
        for field in kind.fields() {
            let shown = field.shown(&record["values"][field.name], &record["names"]);
            if !shown.is_empty() {
                table.row([field.label(), shown]);
            }
        }
        text.push_str(table.text().trim_start_matches('\n'));
        text
    })
}

/// Prints what a text is found in.
pub(crate) async fn search(session: &Session, text: &str, limit: u32) -> Result<(), Stop> {
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let request = json!({ "text": text, "limit": limit });
    let reply = session.call("search", request).await?;
    session.print(&reply, || {
        let headings = ["kind", "title", "field", "snippet"];
        let headings = headings.map(|name| session.word(&format!("head.{name}")).to_owned());
        let mut table = Table::new(headings.into_iter().chain(["id".to_owned()]));
        table.cut = session.on_terminal();
        let hits = reply["hits"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        for hit in hits {
            let part = |name: &str| hit[name].as_str().unwrap_or_default();
            let kind = kinds.kind(part("kind"));
            let field = kind.field(part("matched_field")).label();
            let (title, snippet, id) = (part("title"), part("snippet"), part("id"));
            table.row([&*kind.label(), title, &field, snippet, id]);
        }
        if hits.is_empty() {
            session.sentence("search.none", &[("text", text)]) + "\n"
        } else {
            table.text()
        }
    })
}
