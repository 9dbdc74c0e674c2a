//! The record kinds, each declared once in a file of its own.
//!
//! A new kind is one file here, one line in [`ALL`], one migration in
//! `store`, and its labels in the two word files.

mod agreement;
mod contact;
mod enterprise;
mod extra_field;
mod office;
mod partner;
mod person;
mod project;

pub use agreement::AGREEMENT;
pub use contact::CONTACT;
pub use enterprise::ENTERPRISE;
pub use extra_field::{EXTRA_FIELD, EXTRA_PREFIX, extra_shape};
pub use office::OFFICE;
pub use partner::PARTNER;
pub use person::PERSON;
pub use project::PROJECT;

use crate::field::Kind;

/// Every kind, in the order a window offers them.
pub const ALL: &[&Kind] = &[
    &AGREEMENT,
    &PROJECT,
    &ENTERPRISE,
    &CONTACT,
    &PARTNER,
    &OFFICE,
    &PERSON,
    &EXTRA_FIELD,
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
