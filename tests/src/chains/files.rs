//! Chains as files: carried out, brought in, drawn, refused.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};

use super::{bring_in, export, list, map};
use crate::desk::Story;

/// A chain file of its own.
fn file(lists: &Json) -> Vec<u8> {
    let file = json!({ "format": "suoji-chain", "version": 1, "lists": lists });
    file.to_string().into_bytes()
}

#[tokio::test]
async fn chains_of_any_shape_are_brought_in_worked_out_and_drawn() {
    let story = Story::fresh().await;
    let segment = |chain: &str, code: String, parent: &str, layer: &str| {
        json!({ "code": code, "chain": chain,
        "parent": parent, "name": format!("环节{code}"), "layer": layer })
    };
    // 400 segments, five levels deep.
    let mut deep = Vec::new();
    for (at, layer) in ["upstream", "midstream", "downstream", "support"]
        .iter()
        .enumerate()
    {
        for first in 0..5 {
            let mut parent = format!("deep.s{at}_{first}");
            deep.push(segment("deep", parent.clone(), "", layer));
            for level in 1..4 {
                let code = format!("{parent}.l{level}");
                deep.push(segment("deep", code.clone(), &parent, layer));
                parent = code;
            }
            for leaf in 0..16 {
                deep.push(segment("deep", format!("{parent}.x{leaf}"), &parent, layer));
            }
        }
    }
    assert_eq!(deep.len(), 400);
    let ring: Vec<Json> = (0..30)
        .map(|n| segment("ring", format!("ring.s{n}"), "", "midstream"))
        .collect();
    let flows: Vec<Json> = (0..30)
        .map(|n| {
            json!({ "from_segment": format!("ring.s{n}"), "relation": "supplies",
            "to_segment": format!("ring.s{}", (n + 1) % 30) })
        })
        .collect();
    let one = [segment("one", "one.a".to_owned(), "", "midstream")];
    for (code, segments, flows) in [
        ("deep", json!(deep), json!([])),
        ("one", json!(one), json!([])),
        ("ring", json!(ring), json!(flows)),
    ] {
        let chain = json!([{ "code": code, "name": "链" }]);
        let lists = json!({ "chain": chain, "segment": segments, "segment_relation": flows });
        let brought = bring_in(&story, "chain.json", &file(&lists)).await;
        assert_eq!(brought["problems"], json!([]), "{code}");
        let map = map(&story, code).await;
        assert_eq!(list(&map["segments"]).len(), list(&segments).len());
        assert_eq!(list(&map["relations"]).len(), list(&flows).len());
        for (ask, under) in [
            ("chain_gaps", "gaps"),
            ("chain_targets", "targets"),
            ("chain_parks", "parks"),
        ] {
            // Nothing is known of any firm: nothing is claimed.
            let reply = story.ask(ask, json!({ "chain": code })).await;
            assert_eq!(reply[under], json!([]), "{code} {ask}");
        }
        for format in ["json", "xlsx"] {
            let files = export(&story, code, format).await;
            let same = bring_in(&story, &files[0].0, &files[0].1).await;
            let counts = (&same["created"], &same["changed"], &same["problems"]);
            assert_eq!(
                counts,
                (&json!(0), &json!(0), &json!([])),
                "{code} {format}"
            );
        }
        let forms: &[&str] = match code {
            "deep" => &["a0", "slides"],
            _ => &["a4", "slides", "summary"],
        };
        for form in forms {
            let request = json!({ "chain": code, "form": form, "format": "svg" });
            let reply = story.ask("chain_picture", request).await;
            assert!(!list(&reply["files"]).is_empty(), "{code} {form}");
        }
    }
}

#[tokio::test]
async fn personal_numbers_stay_here_when_a_chain_is_handed_on() {
    let story = Story::fresh().await;
    let values =
        json!({ "name": "某绳业有限公司", "note": "联系人手机13800001234", "is_local": true });
    let firm = story
        .ask(
            "create_record",
            json!({ "kind": "enterprise", "values": values }),
        )
        .await;
    let files = export(&story, "elevator", "json").await;
    let text = String::from_utf8_lossy(&files[0].1).into_owned();
    assert!(text.contains("138****1234") && !text.contains("13800001234"));
    let same = bring_in(&story, &files[0].0, &files[0].1).await;
    assert_eq!(
        (&same["created"], &same["changed"]),
        (&json!(0), &json!(0)),
        "{same}"
    );
    let kept = story
        .ask("record", json!({ "kind": "enterprise", "id": firm["id"] }))
        .await;
    assert_eq!(kept["values"]["note"], "联系人手机13800001234");
}

#[tokio::test]
async fn a_chain_goes_out_and_comes_in_again() {
    let story = Story::fresh().await;
    for format in ["json", "xlsx"] {
        let files = export(&story, "elevator", format).await;
        let (name, bytes) = &files[0];
        let same = bring_in(&story, name, bytes).await;
        assert_eq!(same["problems"], json!([]), "{format}");
        assert_eq!(
            (&same["created"], &same["changed"]),
            (&json!(0), &json!(0)),
            "{format}: {same}"
        );
    }
    let files = export(&story, "elevator", "json").await;
    let mut file: Json = serde_json::from_slice(&files[0].1).expect("json");
    file["lists"]["segment"][0]["name"] = json!("改名");
    let (name, before) = (&files[0].0, map(&story, "elevator").await);
    let bytes = file.to_string().into_bytes();
    let changed = bring_in(&story, name, &bytes).await;
    assert_eq!(changed["changed"], 1, "{changed}");
    story.ask("undo", json!({})).await;
    assert_eq!(
        map(&story, "elevator").await["segments"][0]["name"],
        before["segments"][0]["name"]
    );
}

#[tokio::test]
async fn a_chain_is_carried_away_as_pictures_with_real_letters() {
    let story = Story::fresh().await;
    let pictures = async |form: &str, format: &str, language: &str| -> Vec<(String, Vec<u8>)> {
        let request = json!({ "chain": "elevator", "form": form, "format": format,
            "language": language });
        let reply = story.ask("chain_picture", request).await;
        let files = list(&reply["files"]).iter().map(|file| {
            let bytes = BASE64.decode(file["data"].as_str().expect("data"));
            let name = file["name"].as_str().expect("name").to_owned();
            (name, bytes.expect("base64"))
        });
        files.collect()
    };
    let slides = pictures("slides", "svg", "zh-CN").await;
    let named = |part: &str| slides.iter().any(|(name, _)| name.contains(part));
    assert!(named("中游") && named("永磁同步曳引机"), "{slides:?}");
    let (_, gap) = slides.last().expect("a gap");
    let gap = String::from_utf8_lossy(gap);
    for part in ["缺口分怎么算", "为什么是缺口", "可以找谁", "本地上下游企业"]
    {
        assert!(gap.contains(part), "{part}: {gap}");
    }
    let told = slides.iter().map(|(_, svg)| String::from_utf8_lossy(svg));
    assert!(told.into_iter().any(|svg| svg.contains("建议走访的园区")));
    // Whom to call, in English, with whole words and not their keys.
    let summary = pictures("summary", "svg", "en").await;
    let summary = String::from_utf8_lossy(&summary[0].1);
    assert!(summary.contains("Ten widest gaps") && summary.contains("江苏赛福天"));
    assert!(!summary.contains("picture."), "{summary}");
    for (form, format, start) in [("a0", "pdf", &b"%PDF"[..]), ("a4", "png", b"\x89PNG")] {
        let files = pictures(form, format, "zh-CN").await;
        assert!(files.len() == 1 && files[0].1.starts_with(start), "{form}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_chain_file_is_named_with_its_row_and_nothing_is_written() {
    let story = Story::fresh().await;
    let chain = json!({ "code": "c", "name": "链" });
    let segment = |code: &str, parent: &str| json!({ "code": code, "name": code, "chain": "c", "layer": "upstream", "parent": parent });
    let flow = |from: &str, to: &str| json!({ "from_segment": from, "to_segment": to, "relation": "supplies" });
    let cases = [
        (
            "cycle",
            json!({ "segment": [segment("c.a", "c.b"), segment("c.b", "c.a")] }),
        ),
        (
            "missing_end",
            json!({ "segment": [segment("c.a", "c.zz")] }),
        ),
        (
            "missing_end",
            json!({ "segment": [segment("c.a", "")], "segment_relation": [flow("c.a", "c.q")] }),
        ),
        (
            "duplicate",
            json!({ "segment": [segment("c.a", ""), segment("c.a", "")] }),
        ),
        (
            "own_part",
            json!({ "segment": [segment("c.a", ""), segment("c.a.b", "c.a")],
            "segment_relation": [flow("c.a", "c.a.b")] }),
        ),
        (
            "bad_value",
            json!({ "segment": [{ "code": "c.a", "name": "a", "chain": "c", "layer": "sky" }] }),
        ),
        (
            "other_layer",
            json!({ "segment": [segment("c.a", ""), { "code": "c.a.b", "name": "b", "chain": "c",
                "layer": "support", "parent": "c.a" }] }),
        ),
        (
            "other_chain",
            json!({ "segment": [segment("c.a", ""), { "code": "c.a.b", "name": "b",
                "chain": "elevator", "layer": "upstream", "parent": "c.a" }] }),
        ),
        (
            "required",
            json!({ "segment": [{ "code": "c.a", "chain": "c", "layer": "upstream" }] }),
        ),
        (
            "swapped_position",
            json!({ "park": [{ "name": "园", "code": "p",
            "longitude": { "number": "37.29" }, "latitude": { "number": "117.15" } }] }),
        ),
        (
            "foreign_position",
            json!({ "park": [{ "name": "园", "code": "p",
            "longitude": { "number": "2.35" }, "latitude": { "number": "48.85" } }] }),
        ),
    ];
    for (code, mut lists) in cases {
        lists["chain"] = json!([chain]);
        let file = json!({ "format": "suoji-chain", "version": 1, "lists": lists });
        let reply = bring_in(&story, "bad.json", file.to_string().as_bytes()).await;
        let problems = list(&reply["problems"]);
        let found = problems.iter().find(|one| one["code"] == code);
        let found = found.unwrap_or_else(|| panic!("{code}: {reply}"));
        assert!(found["row"].is_number(), "{found}");
        assert_eq!(
            (&found["error"], &reply["batch"]),
            (&json!(true), &Json::Null),
            "{code}"
        );
    }
    // A firm on a segment and on its part is told, and counts once.
    let link =
        |segment: &str| json!({ "enterprise": "某公司", "segment": segment, "role": "makes" });
    let lists = json!({ "chain": [chain], "segment": [segment("c.a", ""), segment("c.a.b", "c.a")],
        "enterprise": [{ "name": "某公司", "is_local": true }],
        "enterprise_segment": [link("c.a"), link("c.a.b")] });
    let request =
        json!({ "file_name": "both.json", "data": BASE64.encode(file(&lists)), "dry_run": true });
    let reply = story.ask("chain_import", request).await;
    let told = &reply["problems"][0];
    assert_eq!(
        (&told["code"], &told["row"], &told["error"]),
        (&json!("parent_and_child"), &json!(2), &json!(false)),
        "{reply}"
    );
    // In a workbook the row is the sheet's own.
    let files = export(&story, "elevator", "xlsx").await;
    let wrong = files[0].1.len() / 2;
    let request = json!({ "file_name": "cut.xlsx", "data": BASE64.encode(&files[0].1[..wrong]) });
    let code = story.refused("chain_import", request).await.code();
    assert_eq!(code, "file_unreadable");
    let newer = json!({ "format": "suoji-chain", "version": 99, "lists": {} });
    let reply = bring_in(&story, "new.json", newer.to_string().as_bytes()).await;
    assert_eq!(reply["problems"][0]["code"], "newer_version");
    let request = json!({ "file_name": "big.json", "data": BASE64.encode(vec![b' '; 50_000_000]) });
    assert_eq!(
        story.refused("chain_import", request).await.code(),
        "file_too_large"
    );
    let chains = story.ask("chains", json!({})).await;
    assert_eq!(list(&chains["chains"]).len(), 3);
}

#[tokio::test]
async fn what_is_written_as_text_files_passes_the_atlas_own_check() {
    let story = Story::fresh().await;
    let folder = tempfile::tempdir().expect("folder");
    for (name, bytes) in export(&story, "all", "csv").await {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("atlas/check.py");
    std::fs::copy(script, folder.path().join("check.py")).expect("copied");
    let mut python = std::process::Command::new("python3");
    let checked = python
        .arg(folder.path().join("check.py"))
        .output()
        .expect("python3");
    let told = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{told}");
}
