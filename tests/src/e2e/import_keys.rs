//! An import from its first step to its undo with no mouse at all.

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::import::take;
use super::window::Window;

/// A title, a unit that is not told, a cell and a name to be put right, and two projects
/// that each stand there twice under another name.
const FILE: &str = "2023年签约台账,,,,,,\n\
    项目名称,投资方,合同额（亿元）,利用资金,签约时间,协议类型,备注\n\
    甲产业园项目,甲公司,2,1.5,2023-03-05,正式投资合同,\n\
    乙生产基地项目,乙公司,三个多,2,2023-04-01,正式投资合同,\n\
    ,丙公司,4,3,2023-05-01,正式投资合同,\n\
    丁智能装备生产基地项目,丁机电公司,3,2,2023-03-02,正式投资合同,\n\
    丁智能装备产业园,丁机电公司,3,2,2023-06-02,正式投资合同,待查\n\
    戊智能装备生产基地项目,戊机电公司,5,4,2023-03-03,正式投资合同,\n\
    戊智能装备产业园,戊机电公司,5,4,2023-06-03,正式投资合同,待查\n";

/// The test id of what takes the keys, or of the nearest thing around it that has one;
/// null where nothing takes them or nobody sees what does.
const STANDS: &str = "const at = document.activeElement
    if (!at || at === document.body || !at.matches(':focus-visible')) return null
    return at.closest('[data-testid]')?.dataset.testid ?? ''";

/// Further than any step is long.
const FAR: usize = 120;

pub(super) fn an_import_goes_by_keyboard_alone(window: &Window) -> Result<()> {
    window.with_nothing()?;
    let file = window.path().with_file_name("台账.csv");
    std::fs::write(&file, FILE)?;
    take(window, &file)?;
    window.wait_text(&by("import-rejected"), "1")?;
    a_table_is_corrected(window)?;

    next(window, &by("import-column"))?;
    tab_to(window, "import-field-G")?;
    press(window, "")?;
    window.wait(&by("import-field-G-search"))?;
    press(window, "不导入")?;
    window.wait("tr[data-column=\"G\"][data-field=\"\"]")?;
    stands(window, "import-field-G")?;

    next(window, &by("import-question"))?;
    let unit = |name: &str| format!("import-answer-unit:signing:利用资金-{name}");
    tab_to(window, &unit("元"))?;
    for name in ["万元", "亿元"] {
        window.keys(&String::from(key::DOWN))?;
        stands(window, &unit(name))?;
    }
    window.wait_gone(&format!("{} .count", by("import-step-questions")))?;
    stands(window, &unit("亿元"))?;

    next(window, &by("import-problem-item"))?;
    a_cell_is_put_right_and_a_row_left_out(window)?;

    next(window, &by("import-sides"))?;
    tab_to(window, "import-decide-ask")?;
    window.keys(&String::from(key::DOWN))?;
    stands(window, "import-decide-update")?;
    window.wait(&format!("{}[data-value=\"update\"]", by("import-decide")))?;
    tab_to(window, "import-alike")?;
    press(window, "")?;
    window.wait_gone(&format!("{} .count", by("import-step-repeats")))?;

    next(window, &by("import-template-name"))?;
    window.wait_text(&by("import-created"), "6")?;
    tab_to(window, "import-run")?;
    press(window, "")?;
    window.wait(&by("import-done"))?;
    tab_to(window, "import-to-agreement-created")?;
    press(window, "")?;
    window.wait_text(&by("footer-count"), "6")?;
    window.keys(&format!("{}{}", key::ALT, key::LEFT))?;
    window.wait(&by("import-done"))?;
    tab_to(window, "import-undo")?;
    press(window, "")?;
    window.wait(&by("import-input"))?;
    let left = window.elsewhere("records", json!({"kind": "agreement", "limit": 10}))?;
    ensure!(left["total"] == 0, "the import was not taken back: {left}");
    Ok(())
}

/// Left out and taken again, its heading moved too far and back.
fn a_table_is_corrected(window: &Window) -> Result<()> {
    tab_to(window, "import-take")?;
    window.keys(" ")?;
    window.wait("[data-testid=\"import-next\"][disabled]")?;
    stands(window, "import-take")?;
    window.keys(" ")?;
    window.wait_text(&by("import-rejected"), "1")?;
    stands(window, "import-take")?;

    tab_to(window, "import-header-first")?;
    window.keys(&String::from(key::UP))?;
    window.wait(&by("import-lost"))?;
    stands(window, "import-header-first")?;
    window.keys(&String::from(key::DOWN))?;
    tab_to(window, "import-header-last")?;
    window.keys(&String::from(key::DOWN))?;
    window.wait("tr[data-row=\"2\"][data-sort=\"header\"]")?;
    window.wait_text(&by("import-rejected"), "1")?;
    stands(window, "import-header-last")?;
    // In a box with a text, the keys of the page are the text's.
    tab_to(window, "sheet-view")
}

fn a_cell_is_put_right_and_a_row_left_out(window: &Window) -> Result<()> {
    let cell = |level: &str| format!("[data-testid=\"cell-C\"] [data-level=\"{level}\"]");
    tab_to(window, "grid-input")?;
    press(window, "3.2")?;
    window.wait(&cell("fixed"))?;
    // Enter went on below; the cell that was put right is above.
    window.keys(&String::from(key::UP))?;
    window.keys(&String::from(key::ESCAPE))?;
    tab_to(window, "import-restore")?;
    press(window, "")?;
    window.wait(&cell("must"))?;
    stands(window, "grid-input")?;
    press(window, "3.2")?;
    window.wait(&cell("fixed"))?;

    window.wait_text(&by("import-cell"), "C5")?;
    window.keys(&String::from(key::ESCAPE))?;
    tab_to(window, "import-not-a-row")?;
    press(window, "")?;
    window.wait_text(&by("import-cell"), "这一行不会导入")?;
    stands(window, "import-not-a-row")
}

/// Writes these letters where the keyboard stands, and presses Enter.
fn press(window: &Window, letters: &str) -> Result<()> {
    window.keys(&format!("{letters}{}", key::ENTER))
}

/// Goes on to the next step, where this stands.
fn next(window: &Window, there: &str) -> Result<()> {
    window.keys(&format!("{}{}", key::ALT, key::RIGHT))?;
    window.wait(there).map(drop)
}

/// Presses Tab until this has the keyboard.
fn tab_to(window: &Window, id: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..FAR {
        window.keys(&String::from(key::TAB))?;
        let told = window.script(STANDS, &[])?;
        if told == json!(id) {
            return Ok(());
        }
        passed.push(told);
    }
    anyhow::bail!("Tab never reached {id}, but {passed:?}")
}

/// Waits until this has the keyboard, and is seen to have it.
fn stands(window: &Window, id: &str) -> Result<()> {
    window.until(&format!("{id} to have the keyboard"), || {
        let told: Json = window.script(STANDS, &[])?;
        ensure!(told == json!(id), "{told} has it");
        Ok(Some(()))
    })
}
