//! The record kinds, each declared once in a file of its own.
//!
//! A new kind is one file here, one line in [`ALL`], one migration in
//! `store`, and its labels in the two word files.

mod agreement;
mod attachment;
mod contact;
mod enterprise;
mod extra_field;
mod factory_unit;
mod form_layout;
mod import_template;
mod indicator_value;
mod key_project;
mod lead;
mod lease;
mod note;
mod office;
mod parcel;
mod partner;
mod payment;
mod person;
mod project;
mod project_phase;
mod snapshot;
mod view;
mod visit;

pub use agreement::AGREEMENT;
pub use attachment::ATTACHMENT;
pub use contact::CONTACT;
pub use enterprise::ENTERPRISE;
pub use extra_field::{EXTRA_FIELD, EXTRA_PREFIX, extra_shape};
pub use factory_unit::FACTORY_UNIT;
pub use form_layout::FORM_LAYOUT;
pub use import_template::IMPORT_TEMPLATE;
pub use indicator_value::INDICATOR_VALUE;
pub use key_project::KEY_PROJECT;
pub use lead::LEAD;
pub use lease::LEASE;
pub use note::NOTE;
pub use office::OFFICE;
pub use parcel::PARCEL;
pub use partner::PARTNER;
pub use payment::PAYMENT;
pub use person::PERSON;
pub use project::PROJECT;
pub use project_phase::PROJECT_PHASE;
pub use snapshot::SNAPSHOT;
pub use view::VIEW;
pub use visit::VISIT;

use crate::field::Kind;

/// What became of the suspicion that a record repeats another.
const VERDICTS: &[&str] = &["pending", "same", "different"];

/// Every kind, in the order a window offers them.
pub const ALL: &[&Kind] = &[
    &AGREEMENT,
    &PROJECT,
    &LEAD,
    &VISIT,
    &KEY_PROJECT,
    &PROJECT_PHASE,
    &PAYMENT,
    &FACTORY_UNIT,
    &LEASE,
    &PARCEL,
    &ENTERPRISE,
    &CONTACT,
    &PARTNER,
    &OFFICE,
    &PERSON,
    &INDICATOR_VALUE,
    &EXTRA_FIELD,
    &VIEW,
    &FORM_LAYOUT,
    &NOTE,
    &ATTACHMENT,
    &SNAPSHOT,
    &IMPORT_TEMPLATE,
];

/// The kind of that name.
pub fn find(name: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Shape;
    use std::collections::BTreeSet;

    #[test]
    fn declarations_hold_together() {
        for kind in ALL {
            let names: BTreeSet<_> = kind.fields.iter().map(|field| field.name).collect();
            assert_eq!(
                names.len(),
                kind.fields.len(),
                "{}: a name twice",
                kind.name
            );
            assert!(names.contains(kind.title), "{}: title", kind.name);
            for column in kind.list {
                assert!(names.contains(column), "{}.{column}", kind.name);
            }
            for field in kind.fields {
                let decimals = field.shape.decimals().unwrap_or(0);
                assert!(decimals <= crate::decimal::MOST_DECIMALS);
                if let Shape::Ref(target) = field.shape {
                    assert!(find(target).is_some(), "{}.{}", kind.name, field.name);
                }
            }
        }
    }
}
