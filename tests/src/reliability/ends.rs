//! A program that ends while its encrypted desk is still open.

use std::process::Command;

use suoji_app::App;

use super::programs::program;

/// How often one is ended: without care, one in thirty dies of it.
const ENDS: u32 = 40;

#[tokio::test]
async fn an_encrypted_desk_left_open_keeps_the_programs_code() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = folder.path().join("desk.db");
    let app = App::new(desk.clone());
    let request = serde_json::json!({"passphrase": "芝麻开门"});
    app.call("create_desk", request).await.expect("made");
    app.close().await;
    for end in 0..ENDS {
        let ended = Command::new(program("suoji-tests", "suoji-churn"))
            .arg(&desk)
            .args(["0", "leave"])
            .env("SUOJI_PASSPHRASE", "芝麻开门")
            .output()
            .expect("the program starts");
        assert_eq!(ended.status.code(), Some(7), "end {end}: {ended:?}");
    }
}
