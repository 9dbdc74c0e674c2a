//! A file attached to a record (附件). Its bytes lie beside the desk file
//! under their SHA-256.

use crate::field::{Field, Kind};

/// The declaration.
pub const ATTACHMENT: Kind = Kind {
    name: "attachment",
    title: "file_name",
    internal: true,
    list: &["file_name", "media_type", "bytes"],
    fields: &[
        Field::text("about_kind").group("about").required(),
        Field::text("about").group("about").required(),
        Field::text("file_name").required(),
        Field::text("media_type").group("content").required(),
        Field::number("bytes", 0).group("content").required(),
        Field::text("sha256").group("content").required(),
    ],
};
