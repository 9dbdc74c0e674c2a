//! A partner (联动单位, 第三方): who brings leads with us.

use crate::field::{Field, Kind};

/// The declaration.
pub const PARTNER: Kind = Kind {
    name: "partner",
    title: "name",
    internal: false,
    list: &["name", "partner_type", "contact_name", "phone"],
    fields: &[
        Field::text("name").required().search(8),
        Field::choice(
            "partner_type",
            &["government", "platform", "third_party", "chamber", "other"],
        ),
        Field::text("contact_name").search(4),
        Field::text("phone").search(4).personal(),
        Field::long_text("note").search(1),
    ],
};
