//! A contact: a person on the other side, whose data are personal.

use crate::field::{Field, Kind};

/// The declaration.
pub const CONTACT: Kind = Kind {
    name: "contact",
    title: "name",
    internal: false,
    list: &["name", "enterprise", "duty", "mobile", "phone"],
    fields: &[
        Field::text("name").required().search(8),
        Field::reference("enterprise", "enterprise"),
        Field::text("duty").search(2).headings(&["职务"]),
        Field::text("mobile").search(6).personal().headings(&[
            "联系电话",
            "联系方式",
            "手机",
            "电话",
            "联系人电话",
        ]),
        Field::text("phone")
            .search(4)
            .personal()
            .headings(&["座机"]),
        Field::text("wechat")
            .search(4)
            .personal()
            .headings(&["微信"]),
        Field::choice("role", &["decider", "influencer", "executor", "introducer"]),
        Field::long_text("note").search(1),
    ],
};
