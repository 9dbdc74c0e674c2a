//! The page of one record: the way to its neighbours, its arrangement, what stands around it.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use xtask::webdriver::{by, key};

use super::plain::check;
use super::window::Window;

/// A picture of one pixel.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0a, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xae, 0x42, 0x60, 0x82,
];

/// A document of one empty page.
const DOCUMENT: &str = "%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>
endobj
xref
0 4
0000000000 65535 f\x20
0000000009 00000 n\x20
0000000054 00000 n\x20
0000000105 00000 n\x20
trailer
<</Root 1 0 R/Size 4>>
startxref
170
%%EOF
";

pub(super) fn records_are_stepped_through_in_their_list(window: &Window) -> Result<()> {
    window.with_sample()?;
    let page = window.elsewhere("records", json!({"kind": "agreement", "limit": 3}))?;
    let ids: Vec<_> = (0..3)
        .filter_map(|at| page["rows"][at]["id"].as_str())
        .collect();
    let [first, second, third] = ids[..] else {
        anyhow::bail!("three agreements, not {ids:?}");
    };
    window.go(&format!("#/record/agreement/{first}"))?;
    window.wait_text(&by("record-place"), "1 / 43")?;
    window.keys(&format!("{}{}", key::ALT, key::DOWN))?;
    at(window, second)?;
    window.wait_text(&by("record-place"), "2 / 43")?;
    window.click(&by("record-next"))?;
    at(window, third)?;
    window.keys(&format!("{}{}", key::ALT, key::UP))?;
    at(window, second)?;
    window.click(&by("record-back"))?;
    window.wait(&by("grid"))?;
    // The mark stands where one was, and the grid has the keyboard.
    let stands = "return document.activeElement.dataset.testid === 'grid-input' && \
        document.activeElement.getAttribute('aria-activedescendant')?.endsWith('-1-0') || null";
    window
        .until_script("the list to stand at that record", stands)
        .map(drop)
}

/// Moving on in the middle of an edit writes it.
pub(super) fn leaving_in_the_middle_of_an_edit_writes_it(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.draft("agreement_no", "2023-007")?;
    window.keys(&format!("{}{}", key::ALT, key::UP))?;
    window.until("the edit to be written", || {
        let told = window.suoji(&["show", "agreement", &id])?;
        Ok((told["values"]["agreement_no"] == "2023-007").then_some(()))
    })
}

pub(super) fn a_form_is_arranged_and_put_back(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.wait(&by("fact-sign_date"))?;
    window.click(&by("record-arrange"))?;
    window.click(&by("arrange-fact-sign_date"))?;
    window.click(&by("arrange-fact-agreement_no"))?;
    window.click(&by("arrange-hide-rate"))?;
    // By keyboard too: the first field goes down one place.
    window.script("document.querySelector('[data-grip]').focus()", &[])?;
    let before = window.attribute("[data-grip]", "data-grip")?;
    window.keys(&String::from(key::DOWN))?;
    let moved = window.attribute("[data-grip]", "data-grip")?;
    ensure!(moved != before, "{before} went down");
    window.click(&by("arrange-save"))?;
    window.wait(&by("fact-agreement_no"))?;
    arranged(window)?;
    window.reload()?;
    window.wait(&by("fact-agreement_no"))?;
    arranged(window)?;
    window.click(&by("undo"))?;
    window.wait(&by("fact-sign_date"))?;
    window.wait(&by("field-rate"))?;
    // Escape leaves the arranging; what was changed goes with a second one.
    window.click(&by("record-arrange"))?;
    window.click(&by("arrange-hide-rate"))?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait("[data-testid=arrange] [role=alert]")?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("arrange"))?;
    window.wait(&by("field-rate"))?;
    Ok(())
}

fn arranged(window: &Window) -> Result<()> {
    ensure!(
        window.count(&by("fact-sign_date"))? == 0,
        "no fact any more"
    );
    ensure!(window.count(&by("field-rate"))? == 0, "hidden");
    ensure!(window.count(&by("field-agreement_no"))? == 1, "shown");
    Ok(())
}

/// Also what was changed again since can be put back, and one undo takes that back.
pub(super) fn an_older_value_is_put_back(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.wait(&by("history-entry"))?;
    for (entries, number) in [(2, "甲-1"), (3, "甲-2"), (4, "甲-3")] {
        window.draft("agreement_no", number)?;
        window.keys(&String::from(key::ENTER))?;
        window.until("the change to stand in the history", || {
            Ok((window.count(&by("history-entry"))? == entries).then_some(()))
        })?;
    }
    let oldest = format!("{}:nth-child(3) {}", by("history-entry"), by("put-back"));
    window.click(&oldest)?;
    window.wait_shown("agreement_no", "")?;
    window.click(&by("undo"))?;
    window.wait_shown("agreement_no", "甲-3")?;
    let middle = format!("{}:nth-child(3) {}", by("history-entry"), by("put-back"));
    window.until("the undo to stand in the history", || {
        Ok((window.count(&by("history-entry"))? == 6).then_some(()))
    })?;
    // Six now: the undo, what it undid, and below them the last change.
    window.click(&middle)?;
    window.wait_shown("agreement_no", "甲-2")
}

pub(super) fn a_note_mentions_a_person_and_is_found(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.wait(&by("history-entry"))?;
    window.keys(&format!("{}n", key::ALT))?;
    window.until_script(
        "the note's box to have the focus",
        "return document.activeElement?.dataset.testid === 'note-input' || null",
    )?;
    window.keys("土地证办结请@")?;
    window.wait(&by("note-person"))?;
    let person = window.text(&by("note-person"))?;
    window.keys(&format!("{}尽快盯住", key::ENTER))?;
    window.keys(&format!("{}{}", key::CONTROL, key::ENTER))?;
    window.wait_text(&format!("{} .mention", by("note")), &person)?;

    window.go("#/ledger/enterprise")?;
    window.wait(&by("grid-row"))?;
    window.click(&by("search-open"))?;
    window.wait(&by("palette-input"))?;
    window.keys("土地证办结")?;
    window.wait_text(&format!("{} mark", by("palette-found")), "土地证办结")?;
    window.keys(&String::from(key::ENTER))?;
    at(window, &id)?;
    window.click(&by("undo"))?;
    window.click(&by("side-notes"))?;
    window.wait_gone(&by("note"))
}

pub(super) fn files_are_attached_shown_and_missed(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    window.click(&by("side-files"))?;
    let folder = tempfile::tempdir()?;
    for (name, bytes) in [("现场.png", PICTURE), ("协议.pdf", DOCUMENT.as_bytes())] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes)?;
        window.type_into(&by("file-input"), &file.to_string_lossy())?;
        window.wait_text(&by("side-files"), if bytes == PICTURE { "1" } else { "2" })?;
    }
    show(window, "现场.png")?;
    let seen =
        "return document.querySelector('[data-testid=file-preview] img')?.naturalWidth || null";
    window.until_script("the picture to be shown", seen)?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("file-preview"))?;
    show(window, "协议.pdf")?;
    let drawn = "const page = document.querySelector('[data-testid=pdf-page]');
        return page && page.width > 300 || null";
    window.until_script("the page to be drawn", drawn)?;
    window.keys(&String::from(key::ESCAPE))?;
    window.wait_gone(&by("file-preview"))?;

    std::fs::remove_dir_all(beside(window)?)?;
    window.reload()?;
    window.click(&by("side-files"))?;
    window.wait_text(&by("file"), "找不到")
}

pub(super) fn all_around_a_record_is_accessible(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    let note = json!({"kind": "agreement", "id": id, "text": "一条批注", "mentions": []});
    window.elsewhere("add_note", note)?;
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        window.choose("zh-CN", theme)?;
        window.go(&format!("#/record/agreement/{id}"))?;
        window.click(&by("side-notes"))?;
        window.click(&by("note-change"))?;
        found.extend(check(window, &format!("a note changed, {theme}"))?);
        window.click(&by("side-files"))?;
        window.wait(&by("file-input"))?;
        found.extend(check(window, &format!("files, {theme}"))?);
        window.click(&by("record-arrange"))?;
        window.wait(&by("arrange"))?;
        found.extend(check(window, &format!("a form arranged, {theme}"))?);
    }
    ensure!(found.is_empty(), "axe found:\n{}", found.join("\n"));
    Ok(())
}

/// The folder of attached files beside the desk file.
fn beside(window: &Window) -> Result<std::path::PathBuf> {
    let mut name = window.path().into_os_string();
    name.push(".files");
    let folder = std::path::PathBuf::from(name);
    folder.exists().then_some(folder).context("attached files")
}

/// Opens the file of this name.
fn show(window: &Window, name: &str) -> Result<()> {
    let script = "[...document.querySelectorAll('[data-testid=file-open]')]
        .find((one) => one.textContent.trim() === arguments[0]).click()";
    window.script(script, &[json!(name)])?;
    window.wait(&by("file-preview"))?;
    Ok(())
}

/// Waits until the page of this record is there.
fn at(window: &Window, id: &str) -> Result<()> {
    let script = format!("return location.hash.endsWith('{id}') || null");
    window.until_script("the other record", &script)?;
    window.wait(&by("history-entry"))?;
    Ok(())
}
