//! How a contact is reached, where a number stands behind the duty,
//! `董事长/15400001001`, or an address where numbers do.

use suoji_model::{Cell, Value};

use crate::cells::person;
use crate::cells::text::tidy;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const DUTY: Target = target("contact", "duty");
const MOBILE: Target = target("contact", "mobile");
const PHONE: Target = target("contact", "phone");
const NOTE: Target = target("contact", "note");
/// What stands between the two.
const SIGNS: &[char] = &['/', '、', ';', '；', ',', '，', '\n'];
/// Digits of a number at least.
const DIGITS: usize = 7;

/// Takes the number out of the duty.
pub(super) fn behind_duty(line: &mut Line<'_>) {
    let Some(text) = line.text(DUTY).map(str::to_owned) else {
        return;
    };
    let is_number = |part: &&str| part.bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
    let (numbers, words): (Vec<&str>, Vec<&str>) = text.split(SIGNS).partition(is_number);
    let [number] = numbers[..] else {
        return;
    };
    let found = person::split(number);
    for (field, own) in [(MOBILE, found.mobile), (PHONE, found.phone)] {
        if let Some(own) = own.filter(|_| *line.get(field) == Cell::Blank) {
            line.set(field, Value::Text(own));
        }
    }
    let duty = tidy(&words.join("、"), false);
    match duty.is_empty() {
        true => {
            line.cells.remove(&DUTY);
        }
        false => line.set(DUTY, Value::Text(duty)),
    }
}

/// A text of numbers without the address in it, which is kept in the note of
/// the contact.
pub(super) fn without_address(line: &mut Line<'_>, text: &str) -> String {
    if !text.contains('@') {
        return text.to_owned();
    }
    let words = text.split(|c: char| SIGNS.contains(&c) || c.is_whitespace());
    let (addresses, rest): (Vec<&str>, Vec<&str>) = words.partition(|word| word.contains('@'));
    let addresses = addresses.join("、");
    let note = match line.text(NOTE) {
        Some(note) => format!("{note}\n{addresses}"),
        None => addresses,
    };
    line.set(NOTE, Value::Text(note));
    rest.join("/").trim_matches('/').to_owned()
}
