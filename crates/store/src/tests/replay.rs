use proptest::prelude::*;
use serde_json::json;
use suoji_model::kinds::AGREEMENT;
use suoji_model::log::Intent;
use uuid::Uuid;

use super::{amount, fresh, only, project, values, whole};
use crate::{Batch, Desk, Write};

#[derive(Debug, Clone)]
enum Step {
    Create(u32),
    Capital(usize, u32),
    Void(usize, bool),
    Bin(usize, bool),
    Undo,
    Redo,
    PutBack(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1u32..1000).prop_map(Step::Create),
        (0usize..6, 1u32..1000).prop_map(|(at, yuan)| Step::Capital(at, yuan)),
        (0usize..6, any::<bool>()).prop_map(|(at, on)| Step::Void(at, on)),
        (0usize..6, any::<bool>()).prop_map(|(at, on)| Step::Bin(at, on)),
        Just(Step::Undo),
        Just(Step::Redo),
        (1i64..20).prop_map(Step::PutBack),
    ]
}

async fn take(desk: &Desk, project: Uuid, made: &mut Vec<Uuid>, step: Step) {
    let version =
        |id: Uuid| async move { desk.record(&AGREEMENT, id).await.expect("record").version };
    let write = match step {
        Step::Create(yuan) => {
            let set = values(json!({
                "project": project, "agreement_type": "entry", "contract_capital": amount(yuan),
            }));
            Write::create(&AGREEMENT, set)
        }
        Step::Capital(at, yuan) => {
            let Some(&id) = made.get(at) else { return };
            let set = values(json!({ "contract_capital": amount(yuan) }));
            Write::edit(&AGREEMENT, id, version(id).await, set)
        }
        Step::Void(at, on) => {
            let Some(&id) = made.get(at) else { return };
            let set = values(json!({ "voided": on, "void_reason": "解除" }));
            Write::edit(&AGREEMENT, id, version(id).await, set)
        }
        Step::Bin(at, on) => {
            let Some(&id) = made.get(at) else { return };
            Write::bin(&AGREEMENT, id, version(id).await, on)
        }
        // These may be refused; what matters is that the log stays true.
        Step::Undo => return drop(desk.undo(None).await),
        Step::Redo => return drop(desk.redo(None).await),
        Step::PutBack(seq) => {
            return drop(desk.put_back(seq, "contract_capital", None).await);
        }
    };
    let creates = write.seen.is_none();
    if let Ok(committed) = desk
        .commit(Batch::new(Intent::Edit, None, vec![write]))
        .await
        && creates
    {
        made.push(only(&committed).0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever happens, the rows are what the log tells, and rebuilding
    /// them from the log changes nothing.
    #[test]
    fn rows_are_the_log_replayed(steps in proptest::collection::vec(step(), 1..25)) {
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        runtime.block_on(async {
            let fresh = fresh().await;
            let (project, _) = project(&fresh.desk, "珩谦电梯").await;
            let mut made = Vec::new();
            for step in steps {
                take(&fresh.desk, project, &mut made, step).await;
            }
            whole(&fresh.desk).await;
            let count = fresh.desk.rebuild().await.expect("rebuild");
            assert_eq!(count, made.len() + 1);
            whole(&fresh.desk).await;
        });
    }
}
