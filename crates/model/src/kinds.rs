//! The record kinds, each declared once in a file of its own.
//!
//! A new kind is one file here, one line in [`ALL`], one migration in
//! `store`, and its labels in the two word files.

mod agreement;
mod attachment;
mod chain;
mod contact;
mod disclosure;
mod enterprise;
mod enterprise_segment;
mod export_template;
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
mod park;
mod partner;
mod payment;
mod person;
mod placement_lesson;
mod project;
mod project_phase;
mod segment;
mod segment_override;
mod segment_relation;
mod snapshot;
mod trip;
mod trip_stop;
mod view;
mod visit;

pub use agreement::AGREEMENT;
pub use attachment::ATTACHMENT;
pub use chain::CHAIN;
pub use contact::CONTACT;
pub use disclosure::DISCLOSURE;
pub use enterprise::ENTERPRISE;
pub use enterprise_segment::ENTERPRISE_SEGMENT;
pub use export_template::EXPORT_TEMPLATE;
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
pub use park::PARK;
pub use partner::PARTNER;
pub use payment::PAYMENT;
pub use person::{PERSON, UNMASKING_ROLES};
pub use placement_lesson::PLACEMENT_LESSON;
pub use project::{PROJECT, UNSIGNED_STAGES};
pub use project_phase::PROJECT_PHASE;
pub use segment::SEGMENT;
pub use segment_override::SEGMENT_OVERRIDE;
pub use segment_relation::SEGMENT_RELATION;
pub use snapshot::SNAPSHOT;
pub use trip::TRIP;
pub use trip_stop::TRIP_STOP;
pub use view::VIEW;
pub use visit::VISIT;

use crate::field::Kind;

/// What became of the suspicion that a record repeats another.
const VERDICTS: &[&str] = &["pending", "same", "different"];

/// How far a row may be trusted.
const CONFIDENCE: &[&str] = &["high", "medium", "low"];

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
    &CHAIN,
    &SEGMENT,
    &PARK,
    &CONTACT,
    &PARTNER,
    &OFFICE,
    &PERSON,
    &INDICATOR_VALUE,
    &SEGMENT_RELATION,
    &ENTERPRISE_SEGMENT,
    &SEGMENT_OVERRIDE,
    &PLACEMENT_LESSON,
    &TRIP,
    &TRIP_STOP,
    &EXTRA_FIELD,
    &VIEW,
    &FORM_LAYOUT,
    &NOTE,
    &ATTACHMENT,
    &SNAPSHOT,
    &IMPORT_TEMPLATE,
    &EXPORT_TEMPLATE,
    &DISCLOSURE,
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
