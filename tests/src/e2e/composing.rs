//! Pinyin: the keys of an input method belong to it until it is done.
//!
//! The events are those Chromium and WebKit send while IBus composes, dispatched to
//! the real boxes of the page.

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};
use xtask::webdriver::{by, key};

use super::window::Window;

/// Composes in the box that `arguments[0]` selects: the events of `arguments[1]`,
/// each a key or the text that stands in the box after it.
const COMPOSE: &str = "
const box = document.querySelector(arguments[0]);
const proto = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
const write = Object.getOwnPropertyDescriptor(proto.prototype, 'value').set;
for (const [name, data, composing] of arguments[1]) {
  let event;
  if (name.startsWith('key')) {
    event = new KeyboardEvent(name, { key: data, isComposing: composing, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'keyCode', { get: () => 229 });
  } else if (name === 'input') {
    write.call(box, data);
    const inputType = composing ? 'insertCompositionText' : 'insertText';
    event = new InputEvent(name, { data, inputType, isComposing: composing, bubbles: true });
  } else event = new CompositionEvent(name, { data, bubbles: true });
  box.dispatchEvent(event);
}
return box.value;
";

const GRID: &str = "[data-testid=\"grid-input\"]";

pub(super) fn the_grid_waits_for_the_input_method(window: &Window) -> Result<()> {
    window.with_sample()?;
    window.click(&by("nav-enterprise"))?;
    let name = by("cell-name");
    window.click(&name)?;
    let before = window.text(&name)?;
    first_letter(window, GRID)?;
    ensure!(
        window.count(".box.editing")? == 1,
        "the first letter begins the edit"
    );
    rest_and_enter(window, GRID)?;
    ensure!(
        window.count(".box.editing")? == 1,
        "Enter chose a word and did not end the edit"
    );
    ensure!(window.text(&name)? == before, "nothing is written yet");
    done(window, GRID)?;
    window.keys(&String::from(key::ENTER))?;
    window.wait_gone(".box.editing")?;
    window.until("the name to be written", || {
        let found = window.suoji(&["list", "enterprise", "--filter", "name=中"])?;
        Ok((found["total"] == 1).then_some(()))
    })
}

pub(super) fn the_form_waits_for_the_input_method(window: &Window) -> Result<()> {
    window.with_sample()?;
    let id = window.first_id()?;
    window.go(&format!("#/record/agreement/{id}"))?;
    let field = format!("{} input", by("field-agreement_no"));
    window.click(&field)?;
    first_letter(window, &field)?;
    rest_and_enter(window, &field)?;
    ensure!(
        window.script("return document.activeElement?.value", &[])? == json!("zhong"),
        "Enter chose a word and did not leave the field"
    );
    done(window, &field)?;
    window.keys(&String::from(key::ENTER))?;
    window.until("the number to be written", || {
        let told = window.suoji(&["show", "agreement", &id])?;
        Ok((told["values"]["agreement_no"] == "中").then_some(()))
    })
}

pub(super) fn compose(window: &Window, field: &str, events: &Json) -> Result<Json> {
    window.script(COMPOSE, &[json!(field), events.clone()])
}

/// The first key arrives before the composition begins.
pub(super) fn first_letter(window: &Window, field: &str) -> Result<()> {
    let events = json!([
        ["keydown", "Process", false],
        ["compositionstart", "", true],
        ["compositionupdate", "z", true],
        ["input", "z", true],
        ["keyup", "z", true],
    ]);
    let shown = compose(window, field, &events)?;
    ensure!(shown == json!("z"), "the first letter stands: {shown}");
    Ok(())
}

pub(super) fn rest_and_enter(window: &Window, field: &str) -> Result<()> {
    let events = json!([
        ["keydown", "Process", true],
        ["compositionupdate", "zhong", true],
        ["input", "zhong", true],
        ["keydown", "Enter", true],
    ]);
    let shown = compose(window, field, &events)?;
    ensure!(shown == json!("zhong"), "the letters stand: {shown}");
    Ok(())
}

fn done(window: &Window, field: &str) -> Result<()> {
    let events = json!([["input", "中", true], ["compositionend", "中", false]]);
    compose(window, field, &events)?;
    Ok(())
}
