mod bulk;
mod cipher;
mod clock;
mod files;
mod guards;
mod lists;
mod orders;
mod replay;
mod search;
mod tamper;
mod undo;

use serde_json::{Value as Json, json};
use suoji_model::kinds::{AGREEMENT, PROJECT};
use suoji_model::log::{Intent, Values};
use uuid::Uuid;

use crate::{Batch, Committed, Desk, Write};

/// A desk in a folder that goes away with it.
struct Fresh {
    desk: Desk,
    folder: tempfile::TempDir,
}

async fn fresh() -> Fresh {
    let folder = tempfile::tempdir().expect("folder");
    let desk = Desk::create(&folder.path().join("desk.db"), None)
        .await
        .expect("desk");
    Fresh { desk, folder }
}

fn values(json: Json) -> Values {
    match json {
        Json::Object(values) => values,
        other => panic!("{other} is not an object"),
    }
}

async fn project(desk: &Desk, name: &str) -> (Uuid, i64) {
    let write = Write::create(&PROJECT, values(json!({ "name": name })));
    only(&one(desk, Intent::Create, write).await)
}

async fn agreement(desk: &Desk, project: Uuid, yuan: u32) -> (Uuid, i64) {
    let set = values(json!({
        "project": project, "agreement_type": "formal",
        "contract_capital": amount(yuan), "sign_date": {"date": "2023-05-18"},
    }));
    only(&one(desk, Intent::Create, Write::create(&AGREEMENT, set)).await)
}

async fn set_capital(desk: &Desk, id: Uuid, seen: i64, yuan: u32) -> crate::Result<Committed> {
    let set = values(json!({ "contract_capital": amount(yuan) }));
    let write = Write::edit(&AGREEMENT, id, seen, set);
    desk.commit(Batch::new(Intent::Edit, None, vec![write]))
        .await
}

fn amount(yuan: u32) -> Json {
    json!({ "amount": format!("{yuan}.00"), "currency": "CNY" })
}

async fn capital(desk: &Desk, id: Uuid) -> Json {
    let record = desk.record(&AGREEMENT, id).await.expect("record");
    record.values["contract_capital"]["amount"].clone()
}

async fn one(desk: &Desk, intent: Intent, write: Write) -> Committed {
    desk.commit(Batch::new(intent, None, vec![write]))
        .await
        .expect("commit")
}

fn only(committed: &Committed) -> (Uuid, i64) {
    let (_, id, version) = &committed.records[0];
    (*id, *version)
}

async fn whole(desk: &Desk) {
    let verified = desk.verify().await.expect("verify");
    assert!(verified.is_whole(), "{verified:?}");
}
