//! What the person at this desk may do.

use suoji_model::kinds::{PERSON, UNMASKING_ROLES};
use suoji_store::Desk;

use crate::desks::me;
use crate::fault::{Code, Fault};

/// Whether they may hand personal numbers out in full: as it is said of them,
/// else as their role has it.
pub(crate) async fn may_unmask(desk: &Desk) -> Result<bool, Fault> {
    let Some(me) = me(desk).await? else {
        return Ok(false);
    };
    let person = desk.record(&PERSON, me).await?;
    let choice = |name: &str| person.values.get(name).and_then(|value| value.as_str());
    Ok(match choice("unmask_right") {
        Some(right) => right == "allowed",
        None => choice("role").is_some_and(|role| UNMASKING_ROLES.contains(&role)),
    })
}

/// Refuses what they may not.
pub(crate) async fn need_unmask(desk: &Desk) -> Result<(), Fault> {
    match may_unmask(desk).await? {
        true => Ok(()),
        false => Err(Fault::new(Code::NoRight)),
    }
}
