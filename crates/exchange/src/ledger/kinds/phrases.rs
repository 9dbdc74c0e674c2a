//! How the headings of each ledger are put together, beyond those that are
//! listed word by word.

mod carrier;
mod key_project;
mod lead;
mod payment;
mod shared;
mod signing;
mod visit;

use crate::ledger::words::Role;

/// Patterns of headings with what they mean.
pub(in crate::ledger) type Patterns = &'static [(Role, &'static [&'static str])];

/// The patterns of a ledger; of two that fit, the first is taken.
pub(in crate::ledger) fn of(ledger: &str) -> &'static [Patterns] {
    match ledger {
        "signing" => &[signing::PATTERNS, shared::CONTACTS],
        "key_project" => &[key_project::PATTERNS],
        "lead" => &[lead::PATTERNS, shared::CONTACTS],
        "payment" => &[payment::PATTERNS],
        "visit" => &[visit::PATTERNS],
        "factory_unit" => &[carrier::UNIT],
        "lease" => &[carrier::LEASE],
        "parcel" => &[carrier::PARCEL],
        "enterprise" => &[shared::ENTERPRISES, shared::CONTACTS],
        _ => &[],
    }
}
