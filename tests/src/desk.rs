//! A desk to tell stories with.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use serde_json::{Value as Json, json};
use suoji_app::{App, Fault};

/// The folder of example ledgers that stands in this package.
pub(crate) fn ledgers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ledgers")
}

/// A program over a fresh desk in a folder that goes away with it.
pub(crate) struct Story {
    pub(crate) app: App,
    pub(crate) folder: tempfile::TempDir,
}

impl Story {
    /// With no file yet.
    pub(crate) fn blank() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let app = App::new(folder.path().join("desk.db"));
        Self { app, folder }
    }

    /// With a new, empty desk.
    pub(crate) async fn fresh() -> Self {
        let story = Self::blank();
        story.app.start().await;
        story.ask("create_desk", json!({})).await;
        story
    }

    /// Calls a command that must not fail.
    pub(crate) async fn ask(&self, name: &str, request: Json) -> Json {
        self.app
            .call(name, request)
            .await
            .unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    }

    /// Calls a command that must fail.
    pub(crate) async fn refused(&self, name: &str, request: Json) -> Fault {
        match self.app.call(name, request).await {
            Ok(reply) => panic!("{name} was not refused: {reply}"),
            Err(fault) => fault,
        }
    }

    /// Imports a file.
    pub(crate) async fn import(&self, path: &Path) -> Json {
        self.import_with(path, json!({})).await
    }

    /// Imports a file as `how` asks.
    pub(crate) async fn import_with(&self, path: &Path, how: Json) -> Json {
        let bytes = std::fs::read(path).expect("ledger");
        let mut request = how;
        request["name"] = json!(path.file_name().expect("name").to_string_lossy());
        request["data"] = json!(base64::engine::general_purpose::STANDARD.encode(bytes));
        self.ask("import_ledger", request).await
    }

    /// What a figure of 2023 shows.
    pub(crate) async fn figure(&self, id: &str) -> String {
        let figures = self.ask("figures", json!({"year": 2023})).await;
        let all = figures["figures"].as_array().expect("figures");
        let one = all.iter().find(|figure| figure["id"] == id).expect(id);
        match one["value"]["kind"].as_str() {
            Some("count") => one["value"]["count"].to_string(),
            _ => one["value"]["display"].as_str().expect("text").to_owned(),
        }
    }

    /// All four figures of 2023.
    pub(crate) async fn figures(&self) -> [String; 4] {
        [
            self.figure("F1").await,
            self.figure("F2").await,
            self.figure("F3").await,
            self.figure("F4").await,
        ]
    }

    /// The file verifies.
    pub(crate) async fn whole(&self) {
        let report = self.ask("verify", json!({})).await;
        assert_eq!(report["ok"], true, "{report}");
    }
}
