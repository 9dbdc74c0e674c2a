//! Any bytes as a chain file, and any values in the lists of one: problems or
//! an error, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};
use suoji_app::look_at_chain_file;

const KINDS: [&str; 6] = [
    "chain",
    "park",
    "segment",
    "segment_relation",
    "enterprise",
    "enterprise_segment",
];
const FIELDS: [&str; 12] = [
    "code",
    "name",
    "chain",
    "parent",
    "layer",
    "from_segment",
    "to_segment",
    "relation",
    "enterprise",
    "segment",
    "longitude",
    "latitude",
];

fuzz_target!(|input: (Vec<(u8, Vec<(u8, u8, String)>)>, &[u8])| {
    let (rows, bytes) = input;
    for name in ["fuzz.json", "fuzz.xlsx"] {
        let _ = look_at_chain_file(name, bytes);
    }
    let mut lists: Map<String, Value> = Map::new();
    for (kind, cells) in rows {
        let mut row = Map::new();
        for (field, shape, text) in cells {
            let value = match shape % 4 {
                0 => json!(text),
                1 => json!({ "number": text }),
                2 => json!([text]),
                _ => json!(shape > 128),
            };
            row.insert(FIELDS[usize::from(field) % FIELDS.len()].to_owned(), value);
        }
        let list = lists.entry(KINDS[usize::from(kind) % KINDS.len()]);
        if let Value::Array(rows) = list.or_insert_with(|| json!([])) {
            rows.push(Value::Object(row));
        }
    }
    let file = json!({ "format": "suoji-chain", "version": 1, "lists": lists });
    let _ = look_at_chain_file("fuzz.json", file.to_string().as_bytes());
});
