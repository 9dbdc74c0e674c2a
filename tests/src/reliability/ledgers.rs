//! Bytes that are no ledger.

use base64::Engine as _;
use serde_json::json;
use suoji_app::{App, Fault, Language};

use super::snapshot::{Dice, snapshot};
use super::told::assert_clear;
use crate::desk::Story;

async fn import(app: &App, bytes: &[u8]) -> Result<serde_json::Value, Fault> {
    let data = base64::engine::general_purpose::STANDARD.encode(bytes);
    let request = json!({"name": "台账.xlsx", "data": data});
    app.call("import_ledger", request).await
}

/// A fault of a ledger, in a clear sentence; a panic would be `internal`.
#[track_caller]
fn assert_refused(fault: &Fault, at: &str) {
    let codes = [
        "file_unreadable",
        "file_empty",
        "file_encrypted",
        "file_too_large",
        "file_foreign",
        "file_page",
        "file_encodings",
        "file_swells",
        "file_too_wide",
        "nothing_recognised",
    ];
    assert!(codes.contains(&&*fault.code()), "{at}: {fault:?}");
    for language in [Language::Chinese, Language::English] {
        assert_clear(&fault.sentence(language));
    }
}

#[tokio::test]
async fn random_bytes_are_refused_and_nothing_is_written() {
    let story = Story::fresh().await;
    let before = snapshot(&story.app).await;
    let heads: [&[u8]; 8] = [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        "项目名称,".as_bytes(),
        b"<html><table><tr><td>",
        b"<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet>",
    ];
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let mut bytes = heads[seed as usize % heads.len()].to_vec();
        let length = dice.below(3_000);
        bytes.extend((0..length).map(|_| dice.roll() as u8));
        let fault = import(&story.app, &bytes).await.expect_err("no ledger");
        assert_refused(&fault, &format!("seed {seed}"));
    }
    assert_eq!(snapshot(&story.app).await, before);
    story.whole().await;
}

#[tokio::test]
async fn a_damaged_ledger_is_read_or_refused_and_never_breaks_the_desk() {
    let sample = include_bytes!("../../../crates/app/sample/signing-2023.xlsx");
    let story = Story::fresh().await;
    for seed in 0..60 {
        let mut dice = Dice(seed);
        let mut bytes = sample.to_vec();
        if seed % 2 == 0 {
            bytes.truncate(dice.below(bytes.len() as u64) as usize);
        }
        for _ in 0..=dice.below(20) {
            let length = bytes.len().max(1) as u64;
            if let Some(byte) = bytes.get_mut(dice.below(length) as usize) {
                *byte = dice.roll() as u8;
            }
        }
        if let Err(fault) = import(&story.app, &bytes).await {
            assert_refused(&fault, &format!("seed {seed}"));
        }
    }
    story.whole().await;
}
