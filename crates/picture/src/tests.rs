//! From data to sheets, and from sheets to files.

use serde_json::{Value, json};

use crate::{PictureError, Sheet, draw, pdf, png};

/// A chain of three segments, as the host tells it.
fn request(form: &str) -> Value {
    let counts = json!({"local": 0, "target": 2, "plan": 0, "need": 1, "lead": 0, "project": 0,
        "signed_yuan": "0.00"});
    let segment = |id: &str, parent: Option<&str>, name: &str, state: &str, rank: Option<u32>| {
        json!({"id": id, "version": 1, "code": id, "parent": parent, "layer": "midstream",
            "leaf": parent.is_some(), "depth": u8::from(parent.is_some()), "name": name,
            "aliases": [], "state": state, "override": null, "gap": rank.map(|_| 81.2),
            "rank": rank, "rank_low": rank, "rank_high": rank, "coverage": 0.25,
            "must_have": true, "chokepoint": false, "single_supplier": false,
            "direct": counts, "total": counts, "changed": 0})
    };
    let share = json!({"value": 0.25, "measured": 0.0, "known": 2, "leaves": 2});
    json!({
        "form": form, "dark": false, "english": false, "day": "2026-11-26",
        "map": {
            "chain": {"code": "elevator", "name": "电梯配件", "completeness": share},
            "formula": 1, "layers": [{"layer": "midstream", "completeness": share}],
            "segments": [
                segment("a", None, "门系统", "weak", None),
                segment("b", Some("a"), "门机控制器", "missing", Some(1)),
                segment("c", Some("a"), "层门装置", "strong", None),
            ],
            "relations": [{"id": "r", "from": "b", "to": "c", "kind": "supplies", "critical": true}],
        },
        "gaps": [], "targets": [], "parks": [],
        "words": {"title": "{chain}产业链全景图", "layer.midstream": "中游"},
    })
}

fn poster() -> Sheet {
    let mut sheets = draw(&request("a3")).expect("sheets");
    assert_eq!(sheets.len(), 1);
    sheets.remove(0)
}

#[test]
fn a_sheet_has_real_letters_and_is_the_same_every_time() {
    let sheet = poster();
    assert!(sheet.svg.contains(">门机控制器</text>"), "{}", sheet.svg);
    assert_eq!(sheet.name, "电梯配件产业链全景图");
    assert_eq!(sheet, poster());
}

#[test]
fn slides_are_several_pages_of_one_document() {
    let mut request = request("slides");
    let sheets = draw(&request).expect("sheets");
    assert_eq!(sheets.len(), 1, "one layer is the whole");
    let segments = request["map"]["segments"].as_array_mut().expect("segments");
    let mut group = segments[0].clone();
    let mut leaf = segments[2].clone();
    for (segment, id) in [(&mut group, "d"), (&mut leaf, "e")] {
        segment["id"] = json!(id);
        segment["code"] = json!(id);
        segment["layer"] = json!("downstream");
    }
    leaf["parent"] = json!("d");
    segments.extend([group, leaf]);
    let sheets = draw(&request).expect("sheets");
    assert_eq!(sheets.len(), 3, "the whole, and each of two layers");
    let file = pdf(&sheets, 339.0, "电梯配件").expect("a document");
    assert!(file.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("/Count 3"), "three pages");
}

#[test]
fn the_letters_of_a_document_can_be_read_out_again() {
    let file = pdf(&[poster()], 420.0, "门").expect("a document");
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("/ToUnicode"), "letters that can be selected");
    assert!(text.contains("NotoSansCJKsc"), "the font is in the file");
    assert!(
        file.len() < 200_000,
        "only the letters used: {}",
        file.len()
    );
}

#[test]
fn pixels_are_as_many_as_asked_for() {
    let file = png(&poster(), 1500).expect("pixels");
    assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
    let number =
        |at: usize| u32::from_be_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]);
    assert_eq!((number(16), number(20)), (1500, 1061));
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    let missing = draw(&json!({"form": "a3"}));
    assert!(matches!(missing, Err(PictureError::Draw(_))), "{missing:?}");
    let none = png(&poster(), 0);
    assert!(matches!(none, Err(PictureError::Size { .. })), "{none:?}");
    let many = png(&poster(), 1 << 20);
    assert!(matches!(many, Err(PictureError::Size { .. })), "{many:?}");
    let broken = Sheet {
        svg: "<svg".to_owned(),
        ..poster()
    };
    assert!(matches!(
        pdf(&[broken], 420.0, ""),
        Err(PictureError::Svg(_))
    ));
}
