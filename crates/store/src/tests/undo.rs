use suoji_model::kinds::{AGREEMENT, ENTERPRISE, PROJECT};
use suoji_model::log::Intent;

use super::{agreement, capital, fresh, project, set_capital, whole};
use crate::{Batch, Desk, Error, Write};

#[tokio::test]
async fn undo_and_redo_walk_the_whole_way_across_a_restart() {
    let fresh = fresh().await;
    let path = fresh.desk.path().to_path_buf();
    let (project_id, _) = project(&fresh.desk, "珩谦电梯").await;
    let (id, version) = agreement(&fresh.desk, project_id, 100).await;
    let edited = set_capital(&fresh.desk, id, version, 200)
        .await
        .expect("edit");
    set_capital(&fresh.desk, id, edited.seq, 300)
        .await
        .expect("edit");
    fresh.desk.close().await.expect("close");

    let desk = Desk::open(&path, None).await.expect("open");
    let next = desk.undoable().await.expect("undoable").expect("something");
    assert_eq!(next.intent, Intent::Edit);
    assert_eq!(next.field.as_deref(), Some("contract_capital"));
    for expected in ["200.00", "100.00"] {
        desk.undo(None).await.expect("undo");
        assert_eq!(capital(&desk, id).await, expected);
    }
    desk.undo(None).await.expect("undo the agreement");
    assert!(desk.record(&AGREEMENT, id).await.expect("record").deleted);
    desk.undo(None).await.expect("undo the project");
    assert!(matches!(desk.undo(None).await, Err(Error::NothingToUndo)));
    for _ in 0..3 {
        desk.redo(None).await.expect("redo");
    }
    assert_eq!(capital(&desk, id).await, "200.00");
    desk.undo(None).await.expect("undo");
    desk.redo(None).await.expect("redo");
    desk.redo(None).await.expect("redo");
    assert_eq!(capital(&desk, id).await, "300.00");
    assert!(matches!(desk.redo(None).await, Err(Error::NothingToRedo)));
    whole(&desk).await;
}

#[tokio::test]
async fn a_new_action_forgets_the_redo() {
    let fresh = fresh().await;
    let (project_id, _) = project(&fresh.desk, "珩谦电梯").await;
    let (id, version) = agreement(&fresh.desk, project_id, 100).await;
    set_capital(&fresh.desk, id, version, 200)
        .await
        .expect("edit");
    let undone = fresh.desk.undo(None).await.expect("undo");
    set_capital(&fresh.desk, id, undone.committed.seq, 250)
        .await
        .expect("edit");
    assert!(fresh.desk.redoable().await.expect("redoable").is_none());
}

#[tokio::test]
async fn any_past_change_is_put_back() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (project_id, _) = project(desk, "珩谦电梯").await;
    let (id, version) = agreement(desk, project_id, 100).await;
    let first = set_capital(desk, id, version, 200).await.expect("edit");
    let second = set_capital(desk, id, first.seq, 300).await.expect("edit");
    // The older one too, although it was changed again since; one undo brings that back.
    desk.put_back(first.seq, "contract_capital", None)
        .await
        .expect("put back");
    assert_eq!(capital(desk, id).await, "100.00");
    desk.undo(None).await.expect("undo");
    assert_eq!(capital(desk, id).await, "300.00");
    desk.put_back(second.seq, "contract_capital", None)
        .await
        .expect("put back");
    assert_eq!(capital(desk, id).await, "200.00");
    // It stands so already, and what made the record is no change to put back.
    for seq in [second.seq, version] {
        let refused = desk.put_back(seq, "contract_capital", None).await;
        assert!(matches!(refused, Err(Error::NoLongerFits(_))));
    }
    assert_eq!(desk.history(id).await.expect("history").len(), 6);
    whole(desk).await;
}

#[tokio::test]
async fn undoing_a_batch_keeps_what_was_edited_since_and_names_it() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (project_id, _) = project(desk, "珩谦电梯").await;
    let create = |yuan| {
        let set = super::values(serde_json::json!({
            "project": project_id, "agreement_type": "formal",
            "contract_capital": super::amount(yuan),
        }));
        Write::create(&AGREEMENT, set)
    };
    let batch = Batch::new(Intent::Import, None, vec![create(1), create(2)]);
    let imported = desk.commit(batch).await.expect("import");
    let (_, edited, version) = imported.records[0].clone();
    let (_, untouched, _) = imported.records[1].clone();
    set_capital(desk, edited, version, 9).await.expect("edit");
    desk.undo(None).await.expect("undo the edit");
    desk.redo(None).await.expect("redo the edit");
    // Undo in order would take the edit back first; undoing the import alone
    // is what a second device sees.
    let what = desk.undoable().await.expect("undoable").expect("edit");
    assert_eq!(what.intent, Intent::Edit);
    let undone = desk
        .undo_batch(imported.batch, None)
        .await
        .expect("undo import");
    assert_eq!(undone.kept.len(), 1);
    assert_eq!(undone.kept[0].record, edited);
    assert!(
        desk.record(&AGREEMENT, untouched)
            .await
            .expect("record")
            .deleted
    );
    assert!(
        !desk
            .record(&AGREEMENT, edited)
            .await
            .expect("record")
            .deleted
    );
    whole(desk).await;
}

#[tokio::test]
async fn a_batch_is_undone_until_its_undo_is_taken_back() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let (project_id, _) = project(desk, "珩谦电梯").await;
    let set =
        super::values(serde_json::json!({ "project": project_id, "agreement_type": "formal" }));
    let batch = Batch::new(Intent::Import, None, vec![Write::create(&AGREEMENT, set)]);
    let imported = desk.commit(batch).await.expect("import").batch;
    let is_undone = async || desk.is_undone(imported).await.expect("is undone");
    assert!(!is_undone().await);
    for _ in 0..2 {
        desk.undo(None).await.expect("undo");
        assert!(is_undone().await);
        desk.redo(None).await.expect("redo");
        assert!(!is_undone().await);
    }
    desk.undo_batch(imported, None).await.expect("undo batch");
    assert!(is_undone().await);
}

#[tokio::test]
async fn undoing_a_batch_keeps_what_a_kept_record_refers_to_and_names_it() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let named = |name: &str| super::values(serde_json::json!({ "name": name }));
    let mut writes = Vec::new();
    for name in ["甲", "乙"] {
        let investor = Write::create(&ENTERPRISE, named(name));
        let mut project = Write::create(&PROJECT, named(&format!("{name}项目")));
        project
            .set
            .insert("investor".to_owned(), investor.record.to_string().into());
        let set = super::values(serde_json::json!({
            "project": project.record, "agreement_type": "formal",
            "contract_capital": super::amount(1),
        }));
        writes.extend([investor, project, Write::create(&AGREEMENT, set)]);
    }
    let ids: Vec<uuid::Uuid> = writes.iter().map(|write| write.record).collect();
    let batch = Batch::new(Intent::Import, None, writes);
    let imported = desk.commit(batch).await.expect("import");
    let (_, edited, version) = imported.records[2].clone();
    set_capital(desk, edited, version, 9).await.expect("edit");
    let undone = desk
        .undo_batch(imported.batch, None)
        .await
        .expect("undo import");
    let kept: Vec<(uuid::Uuid, Option<uuid::Uuid>)> = undone
        .kept
        .iter()
        .map(|kept| (kept.record, kept.held_by.as_ref().map(|(_, id)| *id)))
        .collect();
    let by = |of: uuid::Uuid| kept.iter().find(|(id, _)| *id == of).map(|(_, by)| *by);
    assert_eq!(kept.len(), 3, "{kept:?}");
    assert_eq!(by(ids[2]), Some(None));
    assert_eq!(by(ids[1]), Some(Some(ids[2])));
    assert_eq!(by(ids[0]), Some(Some(ids[1])));
    for (place, id) in ids.iter().enumerate() {
        let kind = [&ENTERPRISE, &PROJECT, &AGREEMENT][place % 3];
        let record = desk.record(kind, *id).await.expect("record");
        assert_eq!(record.deleted, place >= 3, "{place}");
    }
    whole(desk).await;
}

#[tokio::test]
async fn what_others_refer_to_stays_when_its_batch_is_taken_back() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let named = super::values(serde_json::json!({ "name": "甲项目" }));
    let write = Write::create(&PROJECT, named);
    let project = write.record;
    let batch = Batch::new(Intent::Import, None, vec![write]);
    let imported = desk.commit(batch).await.expect("import");
    let (by_hand, _) = agreement(desk, project, 5).await;
    let refused = desk.undo_batch(imported.batch, None).await;
    let Err(Error::NoLongerFits(kept)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(kept.held_by, Some(("agreement".to_owned(), by_hand)));
    let record = desk.record(&PROJECT, project).await.expect("record");
    assert!(!record.deleted);
    whole(desk).await;
}

#[tokio::test]
async fn what_an_earlier_undo_took_back_holds_and_keeps_nothing() {
    let fresh = fresh().await;
    let desk = &fresh.desk;
    let named = |name: &str| super::values(serde_json::json!({ "name": name }));
    let firm = Write::create(&ENTERPRISE, named("甲公司"));
    let write = |name: &str| {
        let mut values = named(name);
        values.insert("investor".to_owned(), serde_json::json!(firm.record));
        Write::create(&PROJECT, values)
    };
    let (edited, plain) = (write("甲项目"), write("乙项目"));
    let (firm_id, edited_id) = (firm.record, edited.record);
    let writes = vec![firm, edited, plain];
    let batch = Batch::new(Intent::Import, None, writes);
    let imported = desk.commit(batch).await.expect("import").batch;
    let version = desk
        .record(&PROJECT, edited_id)
        .await
        .expect("record")
        .version;
    let edit = Write::edit(&PROJECT, edited_id, version, named("甲园区"));
    let edit = Batch::new(Intent::Edit, None, vec![edit]);
    let edit = desk.commit(edit).await.expect("edit").batch;
    // The edited one stays, and so does its firm; the other goes.
    let undone = desk.undo_batch(imported, None).await.expect("undo");
    assert_eq!(undone.kept.len(), 2, "{:?}", undone.kept);
    desk.undo_batch(edit, None).await.expect("undo");
    let undone = desk.undo_batch(imported, None).await.expect("undo");
    assert!(undone.kept.is_empty(), "{:?}", undone.kept);
    let firm = desk.record(&ENTERPRISE, firm_id).await.expect("record");
    assert!(firm.deleted);
    let again = desk.undo_batch(imported, None).await;
    assert!(matches!(again, Err(Error::NothingToUndo)), "{again:?}");
    whole(desk).await;
}
