use serde_json::json;
use suoji_model::kinds::{AGREEMENT, PROJECT};
use suoji_model::log::{Intent, Values};
use suoji_model::refusal::Why;
use uuid::Uuid;

use super::{agreement, capital, fresh, one, project, set_capital, values, whole};
use crate::{Batch, Error, Write};

#[tokio::test]
async fn nothing_is_written_around_the_path() {
    let fresh = fresh().await;
    let (id, _) = project(&fresh.desk, "珩谦电梯").await;
    agreement(&fresh.desk, id, 5).await;
    let mut writer = fresh.desk.writer().await;
    for sql in [
        "UPDATE project SET name = 'x'",
        "UPDATE project SET name = 'x', version = version + 100",
        "DELETE FROM project",
        "INSERT INTO project (id, version, name) VALUES (x'00', 1, 'x')",
        "UPDATE log SET changes = '{}'",
        "DELETE FROM log",
    ] {
        let refused = sqlx::query(sql).execute(&mut *writer).await;
        assert!(refused.is_err(), "{sql}");
    }
    drop(writer);
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn a_stale_write_names_both_values_and_a_seen_one_passes() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (project_id, _) = project(desk, "珩谦电梯").await;
    let (id, opened) = agreement(desk, project_id, 100).await;
    set_capital(desk, id, opened, 200).await.expect("first");
    let refused = set_capital(desk, id, opened, 300).await.expect_err("stale");
    let Error::Stale(stale) = refused else {
        panic!("{refused}");
    };
    assert_eq!(stale.field, "contract_capital");
    assert_eq!(stale.yours["contract_capital"]["amount"], "300.00");
    assert_eq!(stale.theirs["contract_capital"]["amount"], "200.00");
    // Another field group of the same old version is no conflict.
    let note = Write::edit(&AGREEMENT, id, opened, values(json!({ "note": "复核" })));
    let noted = one(desk, Intent::Edit, note).await;
    set_capital(desk, id, noted.seq, 300).await.expect("seen");
    assert_eq!(capital(desk, id).await, "300.00");
    whole(desk).await;
}

#[tokio::test]
async fn wrong_values_are_refused_whole() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let refused = |set: Values| async move {
        let good = Write::create(&PROJECT, values(json!({ "name": "好" })));
        let bad = Write::create(&AGREEMENT, set);
        desk.commit(Batch::new(Intent::Create, None, vec![good, bad]))
            .await
            .expect_err("refused")
    };
    let why = |error| match error {
        Error::Invalid { refusal, .. } => (refusal.field, refusal.why),
        other => panic!("{other}"),
    };
    let missing = refused(values(json!({ "agreement_type": "formal" }))).await;
    assert_eq!(why(missing), ("project".to_owned(), Why::Required));
    let choice = refused(values(json!({ "agreement_type": "gift" }))).await;
    assert_eq!(why(choice).1, Why::NoSuchChoice);
    let unknown = refused(values(json!({ "no_such": 1 }))).await;
    assert_eq!(why(unknown).1, Why::NoSuchField);
    let dangling = refused(values(
        json!({ "project": Uuid::now_v7(), "agreement_type": "formal" }),
    ))
    .await;
    assert!(matches!(dangling, Error::ReferenceMissing { .. }));
    assert!(desk.undoable().await.expect("undoable").is_none());
    whole(desk).await;
}

#[tokio::test]
async fn the_bin_holds_and_gives_back() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (id, version) = project(desk, "珩谦电梯").await;
    assert_eq!(desk.search("电梯", &[], 5).await.expect("search").len(), 1);
    let deleted = one(
        desk,
        Intent::Delete,
        Write::bin(&PROJECT, id, version, true),
    )
    .await;
    assert_eq!(desk.bin().await.expect("bin").len(), 1);
    assert!(
        desk.search("电梯", &[], 5)
            .await
            .expect("search")
            .is_empty()
    );
    let edit = Write::edit(&PROJECT, id, deleted.seq, values(json!({ "name": "改" })));
    let refused = desk
        .commit(Batch::new(Intent::Edit, None, vec![edit]))
        .await
        .expect_err("in bin");
    assert!(matches!(refused, Error::InBin { .. }));
    one(
        desk,
        Intent::Restore,
        Write::bin(&PROJECT, id, deleted.seq, false),
    )
    .await;
    assert_eq!(desk.search("梯", &[], 5).await.expect("search").len(), 1);
    whole(desk).await;
}

#[tokio::test]
async fn extra_fields_travel_with_the_record() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let field = Write::create(
        &suoji_model::kinds::EXTRA_FIELD,
        values(json!({ "label": "入园批次", "of_kind": "project", "shape": "number" })),
    );
    let (field, _) = super::only(&one(desk, Intent::Create, field).await);
    let (id, version) = project(desk, "珩谦电梯").await;
    let name = format!("extra.{field}");
    let set = values(json!({ name.clone(): { "number": "3" } }));
    one(desk, Intent::Edit, Write::edit(&PROJECT, id, version, set)).await;
    let record = desk.record(&PROJECT, id).await.expect("record");
    assert_eq!(record.values[&name]["number"], "3");
    desk.undo(None).await.expect("undo");
    let record = desk.record(&PROJECT, id).await.expect("record");
    assert!(!record.values.contains_key(&name));
    whole(desk).await;
}

#[tokio::test]
async fn no_project_is_a_part_of_itself() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let make = async |name: &str| {
        let write = Write::create(&PROJECT, values(json!({ "name": name })));
        let id = write.record;
        one(desk, Intent::Create, write).await;
        id
    };
    let (whole_of, part, smallest) = (make("甲").await, make("乙").await, make("丙").await);
    let put = async |below: Uuid, above: Uuid| {
        let set = values(json!({ "parent_project": above }));
        let write = Write::edit(&PROJECT, below, i64::MAX, set);
        desk.commit(Batch::new(Intent::Edit, None, vec![write]))
            .await
            .map(|_| ())
    };
    put(part, whole_of).await.expect("below another");
    put(smallest, part).await.expect("below another");
    for above in [whole_of, part, smallest] {
        let refused = put(whole_of, above).await.expect_err("a ring");
        let Error::Invalid { refusal, .. } = refused else {
            panic!("{refused}");
        };
        assert_eq!(
            (refusal.field.as_str(), refusal.why),
            ("parent_project", Why::OwnPart)
        );
    }
    // The same again is no ring.
    put(smallest, part).await.expect("as it stands");
    whole(desk).await;
}
