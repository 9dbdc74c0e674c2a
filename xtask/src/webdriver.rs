//! A small WebDriver client, enough to drive Suoji's own pages as a person would.
//!
//! It speaks the W3C protocol to a driver on loopback. The same calls drive the
//! desktop window (through tauri-driver) and Chromium (through chromedriver), so
//! one story can be told to both. Controls are found by CSS selector; [`by`] makes
//! one from a `data-testid`.

use std::cell::Cell;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a control may take to appear before the test is called failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The selector of the control with this `data-testid`.
#[must_use]
pub fn by(test_id: &str) -> String {
    format!("[data-testid=\"{test_id}\"]")
}

/// Keys that have no character, to be mixed into [`Session::keys`].
pub mod key {
    /// The left arrow.
    pub const LEFT: char = '\u{e012}';
    /// The up arrow.
    pub const UP: char = '\u{e013}';
    /// The right arrow.
    pub const RIGHT: char = '\u{e014}';
    /// The down arrow.
    pub const DOWN: char = '\u{e015}';
    /// The Control key; held for the keys after it in the same call.
    pub const CONTROL: char = '\u{e009}';
    /// The Shift key; held for the keys after it in the same call.
    pub const SHIFT: char = '\u{e008}';
    /// The Alt key; held for the keys after it in the same call.
    pub const ALT: char = '\u{e00a}';
    /// Return.
    pub const ENTER: char = '\u{e007}';
    /// Escape.
    pub const ESCAPE: char = '\u{e00c}';
    /// The tabulator.
    pub const TAB: char = '\u{e004}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{e003}';
    /// The second function key.
    pub const F2: char = '\u{e032}';
}

/// One open window; it closes when dropped.
#[derive(Debug)]
pub struct Session {
    agent: Agent,
    base: String,
    patience: Duration,
}

impl Session {
    /// Opens the desktop program's window, through the tauri-driver at `driver`.
    ///
    /// # Errors
    /// When the driver does not answer or the program does not open a window.
    pub fn desktop(driver: &str, program: &Path, args: &[&str]) -> Result<Self> {
        let wish = json!({"tauri:options": {"application": program, "args": args}});
        Self::open(driver, &wish).with_context(|| format!("opening {}", program.display()))
    }

    /// Opens a page in headless Chromium, through the chromedriver at `driver`.
    ///
    /// # Errors
    /// When the driver does not answer or the page does not open.
    pub fn chromium(driver: &str, browser: &Path, page: &str) -> Result<Self> {
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,800",
        ];
        let wish = json!({"goog:chromeOptions": {"binary": browser, "args": flags}});
        let session = Self::open(driver, &wish).context("opening Chromium")?;
        session.visit(page)?;
        Ok(session)
    }

    fn open(driver: &str, wish: &Value) -> Result<Self> {
        let agent = agent();
        let body = json!({"capabilities": {"alwaysMatch": wish}});
        let answer = exchange(&agent, "POST", &format!("{driver}/session"), Some(&body))?;
        let id = answer["sessionId"].as_str();
        let id = id.with_context(|| format!("the driver named no session: {answer}"))?;
        let base = format!("{driver}/session/{id}");
        Ok(Self {
            agent,
            base,
            patience: PATIENCE,
        })
    }

    /// Waits so long for what is to appear, where others share the machine.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Asks the driver something of this window; an empty path ends in the window itself.
    ///
    /// # Errors
    /// When the driver refuses; the text then has its reason.
    pub fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        exchange(&self.agent, method, &format!("{}{path}", self.base), body)
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// When the page does not load.
    pub fn visit(&self, address: &str) -> Result<()> {
        self.ask("POST", "/url", Some(&json!({"url": address})))?;
        Ok(())
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// When the page does not load.
    pub fn reload(&self) -> Result<()> {
        self.ask("POST", "/refresh", Some(&json!({})))?;
        Ok(())
    }

    /// Gives the page this size, in CSS pixels; the window's own frame comes on top.
    ///
    /// # Errors
    /// When the driver cannot, or the window does not follow.
    pub fn resize(&self, width: i64, height: i64) -> Result<()> {
        self.until(&format!("the page to be {width} × {height}"), || {
            let outer = self.ask("GET", "/window/rect", None)?;
            let inner = self.script("return [innerWidth, innerHeight]", &[])?;
            let number = |value: &Value| value.as_i64().unwrap_or_default();
            let (across, down) = (number(&inner[0]), number(&inner[1]));
            if (across, down) == (width, height) {
                return Ok(Some(()));
            }
            let size = json!({
                "width": width + number(&outer["width"]) - across,
                "height": height + number(&outer["height"]) - down,
            });
            self.ask("POST", "/window/rect", Some(&size))?;
            Ok(None)
        })
    }

    /// Runs a script in the page and returns what it returns; `arguments` are its arguments.
    ///
    /// # Errors
    /// When the script throws.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let body = json!({"script": script, "args": arguments});
        self.ask("POST", "/execute/sync", Some(&body))
    }

    /// The elements that match now, possibly none; for [`Session::ask`].
    ///
    /// # Errors
    /// When the selector is malformed.
    pub fn find(&self, selector: &str) -> Result<Vec<String>> {
        let body = json!({"using": "css selector", "value": selector});
        let found = self.ask("POST", "/elements", Some(&body))?;
        let found = found.as_array().cloned().unwrap_or_default();
        let name = |item: &Value| item[ELEMENT].as_str().map(str::to_owned);
        Ok(found.iter().filter_map(name).collect())
    }

    /// How many elements match now.
    ///
    /// # Errors
    /// When the selector is malformed.
    pub fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.find(selector)?.len())
    }

    /// Waits for the first match and returns it.
    ///
    /// # Errors
    /// When there is none within [`PATIENCE`].
    pub fn wait(&self, selector: &str) -> Result<String> {
        self.until(&format!("{selector} to appear"), || {
            Ok(self.find(selector)?.into_iter().next())
        })
    }

    /// Waits until nothing matches any more.
    ///
    /// # Errors
    /// When something still does after [`PATIENCE`].
    pub fn wait_gone(&self, selector: &str) -> Result<()> {
        self.until(&format!("{selector} to go away"), || {
            Ok(self.find(selector)?.is_empty().then_some(()))
        })
    }

    /// Waits until the first match shows a text that contains `part`.
    ///
    /// # Errors
    /// When it does not within [`PATIENCE`].
    pub fn wait_text(&self, selector: &str, part: &str) -> Result<()> {
        self.until(&format!("{selector} to show “{part}”"), || {
            let text = self.text(selector).unwrap_or_default();
            Ok(text.contains(part).then_some(()))
        })
    }

    /// Waits until `look` finds what it looks for. A failed look counts as not yet:
    /// the page may just be redrawing.
    ///
    /// # Errors
    /// When time is up; the text then has what was waited for and the last failure.
    pub fn until<T>(&self, what: &str, look: impl Fn() -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        let mut last = String::new();
        while start.elapsed() < self.patience {
            match look() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => last.clear(),
                Err(error) => last = format!(" ({error:#})"),
            }
            thread::sleep(Duration::from_millis(50));
        }
        bail!("waited {:?} for {what}{last}", self.patience)
    }

    /// Waits for a control and clicks it once it stands still.
    ///
    /// # Errors
    /// When it does not appear or cannot be clicked within [`PATIENCE`].
    pub fn click(&self, selector: &str) -> Result<()> {
        self.until(&format!("{selector} to take a click"), || {
            let Some(id) = self.find(selector)?.into_iter().next() else {
                return Ok(None);
            };
            if !self.stands_still(&id)? {
                return Ok(None);
            }
            self.ask("POST", &format!("/element/{id}/click"), Some(&json!({})))?;
            // Where the click leads to another page, there is nothing to tell.
            let beside = self.script("return window.pressedBeside", &[]);
            ensure!(beside.ok() != Some(json!(true)), "the click went beside it");
            Ok(Some(()))
        })
    }

    /// Whether an element is where it was two frames ago. A driver clicks the place where
    /// it saw the element; a dialog that is still opening has left it by then, and what is
    /// beside it would take the click. From then on the page tells where it is pressed
    /// next: it may still move before the click comes.
    fn stands_still(&self, id: &str) -> Result<bool> {
        let script = "const [element, done] = arguments
            const place = () => Object.values(element.getBoundingClientRect().toJSON()).join()
            const before = place()
            removeEventListener('pointerdown', window.pressed, true)
            window.pressed = (event) => {
                // A control that wakes at its first press passes the press on to what takes its place.
                if (event.isTrusted) window.pressedBeside = !event.composedPath().includes(element)
            }
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const still = element.isConnected && place() === before
                window.pressedBeside = undefined
                if (still) addEventListener('pointerdown', window.pressed, true)
                done(still)
            }))";
        let body = json!({"script": script, "args": [{ELEMENT: id}]});
        let still = self.ask("POST", "/execute/async", Some(&body))?;
        Ok(still == json!(true))
    }

    /// The text the first match shows; waits for it to appear.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn text(&self, selector: &str) -> Result<String> {
        // Not the driver's own reading: WebKit's leaves out texts that end in an ellipsis.
        let id = self.wait(selector)?;
        let text = self.script("return arguments[0].innerText", &[json!({ELEMENT: id})])?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// Waits for a text box and types into it, after what is there.
    ///
    /// # Errors
    /// When it does not appear or takes no text.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let id = self.wait(selector)?;
        let body = json!({"text": text});
        self.ask("POST", &format!("/element/{id}/value"), Some(&body))?;
        Ok(())
    }

    /// Waits for a text box, empties it and types into it.
    ///
    /// # Errors
    /// When it does not appear or takes no text.
    pub fn replace(&self, selector: &str, text: &str) -> Result<()> {
        let id = self.wait(selector)?;
        self.ask("POST", &format!("/element/{id}/clear"), Some(&json!({})))?;
        self.type_into(selector, text)
    }

    /// Presses keys wherever the focus is. [`key::CONTROL`], [`key::SHIFT`] and
    /// [`key::ALT`] are held until the end of the call.
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn keys(&self, keys: &str) -> Result<()> {
        let mut actions = Vec::new();
        let mut held = Vec::new();
        for key in keys.chars() {
            actions.push(json!({"type": "keyDown", "value": key}));
            if matches!(key, key::CONTROL | key::SHIFT | key::ALT) {
                held.push(json!({"type": "keyUp", "value": key}));
            } else {
                actions.push(json!({"type": "keyUp", "value": key}));
            }
        }
        actions.append(&mut held);
        let board = json!({"type": "key", "id": "keyboard", "actions": actions});
        self.ask("POST", "/actions", Some(&json!({"actions": [board]})))?;
        Ok(())
    }

    /// Moves the mouse over the first match.
    ///
    /// # Errors
    /// When it does not appear or is out of view.
    pub fn point_at(&self, selector: &str) -> Result<()> {
        let origin = json!({ELEMENT: self.wait(selector)?});
        let way = json!({"type": "pointerMove", "duration": 0, "origin": origin, "x": 0, "y": 0});
        let mouse = json!({"type": "pointer", "id": "mouse", "actions": [way]});
        self.ask("POST", "/actions", Some(&json!({"actions": [mouse]})))?;
        Ok(())
    }

    /// Waits until two looks at the window are the same: nothing grows or fades any more.
    /// What turns for ever, such as the mark of a busy button, is held at its beginning.
    ///
    /// # Errors
    /// When it still moves after [`PATIENCE`].
    pub fn still(&self) -> Result<()> {
        const HOLD: &str = "for (const one of document.getAnimations()) \
            if (one.effect.getComputedTiming().iterations === Infinity) { \
                one.pause(); one.currentTime = 0 }";
        let before = Cell::new(Value::Null);
        self.until("the window to be still", || {
            self.script(HOLD, &[])?;
            let now = self.ask("GET", "/screenshot", None)?;
            let same = before.replace(now.clone()) == now;
            Ok(same.then_some(()))
        })
    }

    /// Saves what the window shows as a PNG, making the folder where needed.
    ///
    /// # Errors
    /// When the driver gives no picture or it cannot be written.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        self.save("/screenshot", file)
    }

    /// Saves the part of the window that the first match takes, as a PNG.
    ///
    /// # Errors
    /// When it does not appear, or the picture cannot be written.
    pub fn screenshot_of(&self, selector: &str, file: &Path) -> Result<()> {
        let id = self.wait(selector)?;
        self.save(&format!("/element/{id}/screenshot"), file)
    }

    fn save(&self, path: &str, file: &Path) -> Result<()> {
        let answer = self.ask("GET", path, None)?;
        let picture = STANDARD
            .decode(answer.as_str().unwrap_or_default())
            .context("reading the driver's picture")?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, picture).with_context(|| format!("writing {}", file.display()))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The window may be gone already; then there is nothing to close.
        let _ = self.ask("DELETE", "", None);
    }
}

/// Whether a driver answers and is ready for a session.
#[must_use]
pub fn ready(driver: &str) -> bool {
    let answer = exchange(&agent(), "GET", &format!("{driver}/status"), None);
    answer.is_ok_and(|status| status["ready"] != json!(false))
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(90)))
        .build()
        .into()
}

fn exchange(agent: &Agent, method: &str, address: &str, body: Option<&Value>) -> Result<Value> {
    let answer = match (method, body) {
        ("GET", _) => agent.get(address).call(),
        ("DELETE", _) => agent.delete(address).call(),
        (_, body) => agent.post(address).send_json(body.unwrap_or(&json!({}))),
    };
    let mut answer = answer.with_context(|| format!("asking {address}"))?;
    let mut told: Value = answer.body_mut().read_json().context("reading an answer")?;
    let value = told["value"].take();
    match value["error"].as_str() {
        Some(error) if !answer.status().is_success() => {
            let message = value["message"].as_str().unwrap_or_default();
            Err(anyhow!("{error}: {message}"))
        }
        _ => Ok(value),
    }
}
