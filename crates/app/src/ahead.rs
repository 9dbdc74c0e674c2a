//! What a start shows, asked for before the window's page can ask.

use serde_json::{Map, Value as Json};

use crate::app::App;

/// What a new window asks first, word for word: `startDesk` in the pages.
const ASKED: &[(&str, &str)] = &[
    ("desk_status", "{}"),
    ("kinds", "{}"),
    ("settings", "{}"),
    ("views", r#"{"kind":"agreement"}"#),
    (
        "records",
        r#"{"kind":"agreement","filters":[],"sort":[],"offset":0,"limit":100}"#,
    ),
];

impl App {
    /// The answers to what a new window asks first, as texts by command and
    /// request. What cannot be answered is left out: the window asks itself.
    pub async fn ahead(&self) -> Json {
        let mut told = Map::new();
        for (name, request) in ASKED {
            let wanted = serde_json::from_str(request).unwrap_or_default();
            if let Ok(answer) = self.call(name, wanted).await {
                told.insert(format!("{name} {request}"), answer.to_string().into());
            }
        }
        told.into()
    }
}
