//! The four text files of an atlas: segments, relations, enterprises, parks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use suoji_model::log::Values;
use suoji_model::tree;

use super::book::{Book, BookRow, text};
use crate::fault::{Code, Fault};

/// The names of the files with their columns.
pub(super) const FILES: [(&str, &[&str]); 4] = [
    (
        "segments.csv",
        &[
            "chain",
            "segment_id",
            "parent_id",
            "layer",
            "name_zh",
            "name_en",
            "description_zh",
            "gbt4754_code",
            "keywords_zh",
            "order",
        ],
    ),
    (
        "relations.csv",
        &["from_segment", "to_segment", "kind", "what_zh"],
    ),
    (
        "enterprises.csv",
        &[
            "name_zh",
            "short_name",
            "province",
            "city",
            "district_or_park",
            "listed_code",
            "tags",
            "segments",
            "products_zh",
            "is_local",
            "confidence",
            "source",
        ],
    ),
    (
        "parks.csv",
        &[
            "park_id",
            "name_zh",
            "name_en",
            "province",
            "city",
            "lon",
            "lat",
            "chains",
            "level",
            "notes_zh",
            "confidence",
        ],
    ),
];

/// A row of a text file by column.
type Line = BTreeMap<String, String>;

fn lines(file: &str, text: &str) -> Result<Vec<Line>, Fault> {
    let unreadable = |error: csv::Error| {
        Fault::new(Code::FileUnreadable)
            .with("file", file)
            .with("detail", error.to_string())
    };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let rows: Result<Vec<Line>, csv::Error> = reader.deserialize().collect();
    rows.map_err(unreadable)
}

fn list(text: &str) -> Json {
    let items = text
        .split(';')
        .map(str::trim)
        .filter(|item| !item.is_empty());
    json!(items.collect::<Vec<_>>())
}

/// The book in four text files.
pub(super) fn read(files: [&str; 4], source: &str) -> Result<Book, Fault> {
    let mut book = Book::default();
    let mut all = Vec::new();
    for ((name, _), text) in FILES.iter().zip(files) {
        all.push(lines(name, text)?);
    }
    let numbered =
        |lines: &[Line]| -> Vec<(u32, Line)> { (2..).zip(lines.iter().cloned()).collect() };
    for (row, line) in numbered(&all[0]) {
        let at = |column: &str| line.get(column).cloned().unwrap_or_default();
        let order: u32 = at("order").parse().unwrap_or(0);
        let values = json!({
            "chain": at("chain"), "code": at("segment_id"), "parent": at("parent_id"),
            "layer": at("layer"), "name": at("name_zh"), "name_en": at("name_en"),
            "description": at("description_zh"), "gbt4754_codes": list(&at("gbt4754_code")),
            "keywords": list(&at("keywords_zh")), "order_key": format!("{order:05}i"),
            "source": source,
        });
        book.add("segment", row, object(values));
    }
    for (row, line) in numbered(&all[1]) {
        let at = |column: &str| line.get(column).cloned().unwrap_or_default();
        let values = json!({
            "from_segment": at("from_segment"), "to_segment": at("to_segment"),
            "relation": at("kind"), "what": at("what_zh"), "source": source,
        });
        book.add("segment_relation", row, object(values));
    }
    for (row, line) in numbered(&all[3]) {
        let at = |column: &str| line.get(column).cloned().unwrap_or_default();
        let values = json!({
            "code": at("park_id"), "name": at("name_zh"), "name_en": at("name_en"),
            "region": region(&at("province"), &at("city")),
            "longitude": { "number": at("lon") }, "latitude": { "number": at("lat") },
            "chains": list(&at("chains")), "level": at("level"), "note": at("notes_zh"),
            "confidence": at("confidence"), "source": source,
        });
        book.add("park", row, object(values));
    }
    for (row, line) in numbered(&all[2]) {
        enterprise(&mut book, row, &line);
    }
    Ok(book)
}

/// A city in its province; one that is a province itself is said once.
fn region(province: &str, city: &str) -> String {
    match province == city {
        true => city.to_owned(),
        false => format!("{province} {city}"),
    }
}

/// What the text files write where nobody else says what a firm makes.
const KNOWLEDGE: &str = "general knowledge";

fn enterprise(book: &mut Book, row: u32, line: &Line) {
    let at = |column: &str| line.get(column).cloned().unwrap_or_default();
    let region = region(&at("province"), &at("city"));
    let site = at("district_or_park");
    let source = at("source").replace(KNOWLEDGE, "行业常识");
    let parks = book.rows("park").iter().map(|park| &park.values);
    let mut inside = parks.filter(|park| {
        let name = text(park, "name");
        text(park, "region") == region
            && !site.is_empty()
            && (site.contains(name) || name.contains(&site))
    });
    let park = inside.next().map(|park| text(park, "code").to_owned());
    let values = json!({
        "name": at("name_zh"), "short_name": at("short_name"), "region": region, "site": site,
        "park": park, "listed_code": list(&at("listed_code")), "tags": list(&at("tags")),
        "products": at("products_zh"), "is_local": (at("is_local") == "1").then_some(true),
        "confidence": at("confidence"), "source": source,
    });
    book.add("enterprise", row, object(values));
    for segment in at("segments").split(';').filter(|code| !code.is_empty()) {
        let values = json!({
            "enterprise": at("name_zh"), "segment": segment, "role": "makes",
            "evidence": "reference", "confidence": at("confidence"), "source": source,
        });
        book.add("enterprise_segment", row, object(values));
    }
}

fn object(json: Json) -> Values {
    match json {
        Json::Object(values) => values,
        _ => Values::new(),
    }
}

/// The four text files of a book. What the files must say and the desk does
/// not know is said with the name.
pub(super) fn write(book: &Book) -> Result<Vec<(&'static str, Vec<u8>)>, Fault> {
    let codes = codes(book);
    let code = |key: &str| codes.get(key).cloned().unwrap_or_default();
    let groups: BTreeSet<&str> = book
        .rows("segment")
        .iter()
        .map(|row| text(&row.values, "parent"))
        .collect();
    let mut orders: BTreeMap<String, u32> = BTreeMap::new();
    let segments = book.rows("segment").iter().map(|BookRow { values, .. }| {
        let name = text(values, "name");
        let or_name = |given: String| {
            if given.is_empty() {
                name.to_owned()
            } else {
                given
            }
        };
        let order = orders.entry(text(values, "chain").to_owned()).or_insert(0);
        *order += 10;
        vec![
            text(values, "chain").to_owned(),
            code(text(values, "code")),
            code(text(values, "parent")),
            text(values, "layer").to_owned(),
            name.to_owned(),
            or_name(text(values, "name_en").to_owned()),
            or_name(text(values, "description").to_owned()),
            joined(values, "gbt4754_codes")
                .split(';')
                .next()
                .unwrap_or_default()
                .to_owned(),
            or_name(joined(values, "keywords")),
            order.to_string(),
        ]
    });
    let segments: Vec<Vec<String>> = segments.collect();
    let relations = book
        .rows("segment_relation")
        .iter()
        .map(|BookRow { values, .. }| {
            let kind = text(values, "relation");
            let what = text(values, "what");
            vec![
                code(text(values, "from_segment")),
                code(text(values, "to_segment")),
                kind.to_owned(),
                if what.is_empty() { kind } else { what }.to_owned(),
            ]
        });
    let mut linked: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for BookRow { values, .. } in book.rows("enterprise_segment") {
        let segment = text(values, "segment");
        if text(values, "role") == "makes" && !groups.contains(segment) {
            let codes = linked.entry(text(values, "enterprise")).or_default();
            codes.push(code(segment));
        }
    }
    let enterprises = book
        .rows("enterprise")
        .iter()
        .filter_map(|BookRow { values, .. }| firm_line(values, &linked));
    let parks = book
        .rows("park")
        .iter()
        .filter_map(|row| park_line(&row.values));
    Ok(vec![
        ("segments.csv", file(0, segments.into_iter())?),
        ("relations.csv", file(1, relations)?),
        ("enterprises.csv", file(2, enterprises)?),
        ("parks.csv", file(3, parks)?),
    ])
}

/// The codes of the text files: each begins with that of the segment it is
/// part of, as the files have it.
fn codes(book: &Book) -> BTreeMap<String, String> {
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for (at, BookRow { values, .. }) in book.rows("segment").iter().enumerate() {
        let own = text(values, "code");
        let parent = match text(values, "parent") {
            "" => text(values, "chain"),
            parent => codes.get(parent).map_or(parent, String::as_str),
        };
        let last = own.rsplit('.').next().filter(|last| is_slug(last));
        let last = last.map_or_else(|| format!("s{at}"), str::to_owned);
        let mut code = format!("{parent}.{last}");
        if codes.values().any(|known| *known == code) {
            code = format!("{code}_{at}");
        }
        codes.insert(own.to_owned(), code);
    }
    codes
}

fn is_slug(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_lowercase())
        && part
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn firm_line(values: &Values, linked: &BTreeMap<&str, Vec<String>>) -> Option<Vec<String>> {
    let name = text(values, "name");
    let (province, city) = province_and_city(text(values, "region"))?;
    let codes = linked
        .get(name)
        .map(|codes| codes.join(";"))
        .unwrap_or_default();
    let or = |field: &str, other: &str| match text(values, field) {
        "" => other.to_owned(),
        given => given.to_owned(),
    };
    let local = values.get("is_local").and_then(Json::as_bool) == Some(true);
    Some(vec![
        name.to_owned(),
        or("short_name", name),
        province,
        city,
        text(values, "site").to_owned(),
        joined(values, "listed_code"),
        joined(values, "tags"),
        codes,
        or("products", name),
        u8::from(local).to_string(),
        confidence(values),
        or("source", "索骥"),
    ])
}

fn park_line(values: &Values) -> Option<Vec<String>> {
    let name = text(values, "name");
    let (province, city) = province_and_city(text(values, "region"))?;
    let degrees = |field: &str| -> Option<String> {
        let number: f64 = values.get(field)?.get("number")?.as_str()?.parse().ok()?;
        Some(format!("{number:.3}"))
    };
    let or_name = |field: &str| match text(values, field) {
        "" => name.to_owned(),
        given => given.to_owned(),
    };
    let code = text(values, "code");
    Some(vec![
        if is_slug(code) {
            code.to_owned()
        } else {
            return None;
        },
        name.to_owned(),
        or_name("name_en"),
        province,
        city,
        degrees("longitude")?,
        degrees("latitude")?,
        joined(values, "chains"),
        or_name("level"),
        or_name("note"),
        confidence(values),
    ])
}

fn confidence(values: &Values) -> String {
    match text(values, "confidence") {
        "high" => "high".to_owned(),
        _ => "medium".to_owned(),
    }
}

/// As the region was written, or as the tree of places has it.
fn province_and_city(region: &str) -> Option<(String, String)> {
    if let Some((province, city)) = region.split_once(' ')
        && tree::region_path(province).len() == 1
    {
        return Some((province.to_owned(), city.to_owned()));
    }
    let path = tree::region_path(region);
    let province = path.first()?;
    Some((
        (*province).to_owned(),
        (*path.get(1).unwrap_or(province)).to_owned(),
    ))
}

fn joined(values: &Values, field: &str) -> String {
    let items = values.get(field).and_then(Json::as_array);
    let items = items.into_iter().flatten().filter_map(Json::as_str);
    items.collect::<Vec<_>>().join(";")
}

fn file(which: usize, rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, Fault> {
    let failed = |error: csv::Error| Fault::new(Code::Internal).with("detail", error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(FILES[which].1).map_err(failed)?;
    for row in rows {
        writer.write_record(&row).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| Fault::new(Code::Internal).with("detail", error.to_string()))
}
