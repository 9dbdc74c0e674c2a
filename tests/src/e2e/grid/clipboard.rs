//! Pasting: shown first where much changes, refused with reasons, one undo.

use anyhow::{Result, ensure};
use xtask::webdriver::{by, key};

use crate::e2e::window::Window;

const TOTAL: &str = "contract_total";

pub(in crate::e2e) fn a_large_paste_is_shown_first(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.mark(0, TOTAL)?;
    let before = window.text(&super::ways::cell(11, "contract_capital"))?;
    let rows: Vec<String> = (1..=12).map(|row| format!("{row}00\t{row}万元")).collect();
    window.paste(&rows.join("\r\n"), "")?;
    window.wait_text(&by("paste-preview"), "24")?;
    window.click(&by("paste-cancel"))?;
    window.wait_gone(&by("paste-preview"))?;
    window.wait_cell(11, "contract_capital", &before)?;
    window.paste(&rows.join("\r\n"), "")?;
    window.click(&by("paste-go"))?;
    window.wait_cell(11, TOTAL, "1,200.00")?;
    window.wait_cell(11, "contract_capital", "12.00")?;
    window.wait_text(&by("undo"), "粘贴")?;
    window.keys(&format!("{}z", key::CONTROL))?;
    window.wait_cell(11, "contract_capital", &before)?;

    // Fewer than 21 cells that all can be written go in without a question.
    window.mark(0, TOTAL)?;
    window.paste("1亿\n2亿", "")?;
    window.wait_cell(1, TOTAL, "20,000.00")?;
    ensure!(window.count(&by("paste-preview"))? == 0, "nothing is asked");
    Ok(())
}

pub(in crate::e2e) fn what_cannot_be_pasted_is_said(window: &Window) -> Result<()> {
    window.with_sample()?;
    // Text where an amount stands, a name nobody has, a column too many.
    window.mark(0, TOTAL)?;
    let before = window.text(&super::ways::cell(0, TOTAL))?;
    window.paste("不是金额\t300", "")?;
    window.wait_text(&by("paste-refused"), "不是金额")?;
    window.click(&by("paste-go"))?;
    window.wait_cell(0, "contract_capital", "300.00")?;
    window.wait_cell(0, TOTAL, &before)?;
    window.mark(0, "party")?;
    window.paste("没有这家企业", "")?;
    window.wait_text(&by("paste-refused"), "没有这个名称")?;
    window.click(&by("paste-cancel"))?;

    // A merged cell counts for all its rows; formulas count by what they show.
    window.mark(0, TOTAL)?;
    window.paste(
        "",
        "<table><tr><td rowspan=2 x:num=\"88\" x:fmla=\"=B1*2\">88.00</td><td>1</td></tr>\
         <tr><td>2</td></tr></table>",
    )?;
    window.wait_cell(1, TOTAL, "88.00")?;
    window.wait_cell(1, "contract_capital", "2.00")?;

    // A million cells: a sentence with the number, and nothing happens.
    let script = "const data = new DataTransfer(); \
        data.setData('text/plain', ('1\\t'.repeat(99) + '1\\n').repeat(10000)); \
        document.querySelector('[data-testid=\"grid-input\"]').dispatchEvent( \
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    window.script(script, &[])?;
    window.until("the number to be said", || {
        let said = window.script("return document.body.innerText.includes('1,000,000')", &[])?;
        Ok(said.as_bool().filter(|yes| *yes))
    })?;
    ensure!(
        window.count(&by("paste-preview"))? == 0,
        "nothing is offered"
    );
    window.wait_cell(1, TOTAL, "88.00")
}
