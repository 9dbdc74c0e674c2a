//! How the form of one kind is arranged (表单布局) at this desk.

use crate::field::{Field, Kind};

/// The declaration.
pub const FORM_LAYOUT: Kind = Kind {
    name: "form_layout",
    title: "of_kind",
    internal: true,
    list: &["of_kind"],
    fields: &[
        Field::text("of_kind").required(),
        Field::long_text("layout").required(),
    ],
};
