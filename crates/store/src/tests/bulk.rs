use serde_json::json;
use suoji_model::kinds::{AGREEMENT, ENTERPRISE, OFFICE, PROJECT};
use suoji_model::log::{Intent, Source};
use uuid::Uuid;

use super::{Fresh, agreement, amount, capital, fresh, project, set_capital, values, whole};
use crate::{Batch, Bulk, Desk, Error, Outcome, Write};

/// A desk with a project and this many agreements of 100 yuan.
async fn agreements(count: usize) -> (Fresh, Uuid, Vec<(Uuid, i64)>) {
    let fresh = fresh().await;
    let (project, _) = project(&fresh.desk, "珩谦电梯").await;
    let mut made = Vec::new();
    for _ in 0..count {
        made.push(agreement(&fresh.desk, project, 100).await);
    }
    (fresh, project, made)
}

fn capitals(rows: &[(Uuid, i64)], yuan: u32) -> Vec<Write> {
    let set = values(json!({ "contract_capital": amount(yuan) }));
    rows.iter()
        .map(|(id, seen)| Write::edit(&AGREEMENT, *id, *seen, set.clone()))
        .collect()
}

#[tokio::test]
async fn many_rows_are_one_action_and_one_undo() {
    let (fresh, project, rows) = agreements(40).await;
    let mut writes = capitals(&rows, 200);
    let new = values(json!({
        "project": project, "agreement_type": "formal", "contract_capital": amount(300),
    }));
    writes.extend((0..40).map(|_| Write::create(&AGREEMENT, new.clone())));
    let made = writes[40].record;
    let batch = Batch::new(Intent::Paste, None, writes);
    let done = fresh
        .desk
        .commit_rows(batch, Bulk::default())
        .await
        .expect("rows");
    assert!(matches!(done.outcomes[0], Outcome::Changed(version) if version > 0));
    assert!(matches!(done.outcomes[79], Outcome::Created(_)));
    assert_eq!(capital(&fresh.desk, rows[39].0).await, "200.00");
    assert_eq!(capital(&fresh.desk, made).await, "300.00");
    whole(&fresh.desk).await;

    let undone = fresh.desk.undo(None).await.expect("undo");
    assert_eq!(undone.what.intent, Intent::Paste);
    assert_eq!(undone.what.count, 80);
    assert_eq!(capital(&fresh.desk, rows[0].0).await, "100.00");
    let made = fresh.desk.record(&AGREEMENT, made).await.expect("record");
    assert!(made.deleted);
    fresh.desk.redo(None).await.expect("redo");
    assert_eq!(capital(&fresh.desk, rows[39].0).await, "200.00");
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn one_refused_row_means_that_nothing_is_written_unless_it_may_be_skipped() {
    let (fresh, project, rows) = agreements(3).await;
    let newer = set_capital(&fresh.desk, rows[1].0, rows[1].1, 500)
        .await
        .expect("edit");
    let writes = || {
        let mut writes = capitals(&rows, 200);
        // Two cells of one row are wrong, and both are told.
        writes[2].set = values(json!({
            "agreement_type": "treaty", "sign_date": "yesterday", "contract_capital": amount(200),
        }));
        writes.push(Write::create(
            &AGREEMENT,
            values(json!({ "project": project })),
        ));
        Batch::new(Intent::Paste, None, writes)
    };
    let refused = fresh
        .desk
        .commit_rows(writes(), Bulk::default())
        .await
        .expect("rows");
    assert!(refused.committed.is_none());
    let faults = |at: usize| match &refused.outcomes[at] {
        Outcome::Refused(errors) => errors.iter().filter_map(Error::field).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert!(matches!(refused.outcomes[0], Outcome::Changed(0)));
    assert_eq!(faults(1), ["contract_capital"]);
    assert_eq!(faults(2), ["agreement_type", "sign_date"]);
    assert_eq!(faults(3), ["agreement_type"]);
    assert_eq!(capital(&fresh.desk, rows[0].0).await, "100.00");

    let skipping = Bulk {
        skip_refused: true,
        ..Bulk::default()
    };
    let done = fresh
        .desk
        .commit_rows(writes(), skipping)
        .await
        .expect("rows");
    assert_eq!(done.committed.map(|done| done.records.len()), Some(1));
    assert_eq!(capital(&fresh.desk, rows[0].0).await, "200.00");
    assert_eq!(capital(&fresh.desk, rows[1].0).await, "500.00");
    let record = fresh.desk.record(&AGREEMENT, rows[1].0).await;
    assert_eq!(record.expect("record").version, newer.seq);
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let (fresh, _, rows) = agreements(3).await;
    let mut writes = capitals(&rows, 100);
    writes[0] = capitals(&rows, 200).remove(0);
    writes.push(Write::edit(
        &AGREEMENT,
        Uuid::now_v7(),
        1,
        values(json!({"note": "?"})),
    ));
    let how = Bulk {
        dry_run: true,
        skip_refused: true,
    };
    let batch = Batch::new(Intent::Fill, None, writes);
    let told = fresh.desk.commit_rows(batch, how).await.expect("rows");
    assert!(told.committed.is_none());
    assert!(matches!(told.outcomes[0], Outcome::Changed(0)));
    assert!(matches!(told.outcomes[1], Outcome::Unchanged));
    let Outcome::Refused(errors) = &told.outcomes[3] else {
        panic!("{:?}", told.outcomes[3]);
    };
    assert!(matches!(errors[0], Error::NoSuchRecord { .. }));
    assert_eq!(capital(&fresh.desk, rows[0].0).await, "100.00");
    let undoable = fresh.desk.undoable().await.expect("undoable");
    assert_eq!(undoable.map(|what| what.intent), Some(Intent::Create));
}

#[tokio::test]
async fn a_row_may_be_written_twice_and_name_what_the_batch_makes() {
    let fresh = fresh().await;
    let (id, seen) = project(&fresh.desk, "珩谦电梯").await;
    let office = Write::create(&OFFICE, values(json!({"name": "深圳驻点"})));
    let edit = |set| Write::edit(&PROJECT, id, seen, values(set));
    let writes = vec![
        edit(json!({"chain": "电梯"})),
        edit(json!({"resident_office": office.record, "name": "珩谦电梯二期"})),
    ];
    let batch = Batch::new(Intent::Paste, None, [vec![office], writes].concat());
    let done = fresh
        .desk
        .commit_rows(batch, Bulk::default())
        .await
        .expect("rows");
    assert!(done.committed.is_some(), "{:?}", done.outcomes);
    let record = fresh.desk.record(&PROJECT, id).await.expect("record");
    assert_eq!(record.values["chain"], "电梯");
    assert_eq!(record.values["name"], "珩谦电梯二期");
    whole(&fresh.desk).await;
}

#[tokio::test]
async fn an_action_under_way_sees_what_it_has_not_handed_over() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = Desk::create(&folder.path().join("desk.db"), None)
        .await
        .expect("desk");
    let batch = Batch::new(Intent::Import, None, Vec::new());
    let mut run = desk.begin(&batch).await.expect("begin");
    let mut firms = Vec::new();
    let mut projects = Vec::new();
    for number in 0..1_300_u32 {
        let firm = Write::create(
            &ENTERPRISE,
            values(json!({"name": format!("公司{number}")})),
        );
        let told = json!({"name": format!("项目{number}"), "investor": firm.record});
        let mut project = Write::create(&PROJECT, values(told));
        project.source = Some(Source {
            file: "台账.xlsx".to_owned(),
            row: number,
            raw: values(json!({"项目名称": "原文"})),
            ..Source::default()
        });
        firms.push(firm.record);
        projects.push(project.record);
        run.write(vec![firm, project]).await.expect("write");
    }
    // SQLite has some rows, takes others, and knows nothing of the last.
    let wanted = [7, 900, 1_299];
    let ids = wanted.map(|at: usize| firms[at].to_string());
    let found = run
        .records_by(&PROJECT, "investor", ids)
        .await
        .expect("found");
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.id, &one.values["name"]))
        .collect();
    let names = wanted.map(|at| json!(format!("项目{at}")));
    let meant = wanted.iter().zip(&names);
    let meant: Vec<_> = meant.map(|(at, name)| (projects[*at], name)).collect();
    assert_eq!(found, meant);
    let origins = run
        .origins(projects.iter().copied())
        .await
        .expect("origins");
    for (row, project) in (0..).zip(&projects) {
        assert_eq!(origins[project].row, row);
        assert!(origins[project].raw.is_empty());
    }
    // A record that is changed while it waits is found as it will be.
    let name = values(json!({"name": "另名"}));
    let change = Write::edit(&PROJECT, projects[1_299], i64::MAX, name);
    run.write(vec![change]).await.expect("write");
    let ids = [projects[1_299].to_string(), projects[3].to_string()];
    let found = run.records_by(&PROJECT, "id", ids).await.expect("found");
    let found: Vec<_> = found.iter().map(|one| &one.values["name"]).collect();
    assert_eq!(found, [&json!("项目3"), &json!("另名")]);
    run.finish().await.expect("finish");
    assert!(desk.verify().await.expect("verify").is_whole());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_dropped_on_its_way_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("folder");
    let desk = Desk::create(&folder.path().join("desk.db"), None)
        .await
        .expect("desk");
    let firm =
        |number: u32| Write::create(&ENTERPRISE, values(json!({"name": number.to_string()})));
    let batch = Batch::new(Intent::Import, None, Vec::new());
    let mut run = desk.begin(&batch).await.expect("begin");
    // More than one handing, the last of which SQLite has not taken yet.
    let writes = (0..6_000).map(firm).collect();
    run.write(writes).await.expect("write");
    drop(run);
    let one = Batch::new(Intent::Create, None, vec![firm(6_000)]);
    desk.commit(one).await.expect("commit");
    let found = sqlx::query_scalar("SELECT count(*) FROM enterprise");
    let found: i64 = found.fetch_one(desk.readers()).await.expect("count");
    assert_eq!(found, 1);
    assert!(desk.verify().await.expect("verify").is_whole());
    desk.close().await.expect("close");
}
