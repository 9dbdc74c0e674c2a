//! Plain lists of one kind, such as a list of enterprises.

use suoji_model::{Kind, kinds};

use super::Ledger;
use crate::ledger::plain;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;
use crate::table::Target;

pub(super) const ENTERPRISE: Ledger =
    list(&[&kinds::ENTERPRISE], &[target("enterprise", "name")], &[]);
pub(super) const CONTACT: Ledger = list(
    &[&kinds::CONTACT],
    &[target("contact", "name")],
    &[
        (field("contact", "name"), &["姓名", "联系人"]),
        (field("contact", "enterprise"), &["企业名称", "单位"]),
    ],
);
pub(super) const PARTNER: Ledger = list(&[&kinds::PARTNER], &[target("partner", "name")], &[]);
pub(super) const OFFICE: Ledger = list(&[&kinds::OFFICE], &[target("office", "name")], &[]);
pub(super) const PERSON: Ledger = list(&[&kinds::PERSON], &[target("person", "name")], &[]);

const fn list(
    kinds: &'static [&'static Kind; 1],
    titles: &'static [Target],
    words: &'static [(Role, &'static [&'static str])],
) -> Ledger {
    Ledger {
        name: kinds[0].name,
        kinds,
        named: &[],
        telling: &[],
        titles,
        instead: &[],
        words,
        second: &[],
        is_list: true,
        in_sqm: false,
        vague: Level::Must,
        money: None,
        dated: None,
        read: plain::read,
    }
}
