//! A person of the zone: an officer, a leader, a clerk; with what this desk
//! lets them do.

use crate::field::{Field, Kind};

/// Roles whose people may hand personal numbers out in full unless it is said
/// otherwise of them.
pub const UNMASKING_ROLES: &[&str] = &["manager", "records"];

/// The declaration.
pub const PERSON: Kind = Kind {
    name: "person",
    title: "name",
    internal: false,
    list: &["name", "office", "duty", "phone"],
    fields: &[
        Field::text("name").required().search(8),
        Field::reference("office", "office"),
        Field::text("duty").search(2),
        Field::choice("role", &["manager", "records", "officer", "leader"]).group("rights"),
        Field::choice("unmask_right", &["allowed", "refused"]).group("rights"),
        Field::text("phone").search(4).personal(),
        Field::long_text("note").search(1),
    ],
};
