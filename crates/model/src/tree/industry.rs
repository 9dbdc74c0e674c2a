//! The codes of GB/T 4754: a letter for the section, two digits for the
//! division, a third for the group, a fourth for the class.

use super::industry_names::{DIVISIONS, SECTIONS};

/// The last division of each section, A to T.
const LAST_DIVISIONS: [u8; 20] = [
    5, 12, 43, 46, 50, 52, 60, 62, 65, 69, 70, 72, 75, 79, 82, 83, 85, 90, 96, 97,
];

/// A place in the classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Industry<'t> {
    section: u8,
    digits: &'t str,
}

impl<'t> Industry<'t> {
    /// The code that a text begins with, with or without its letter.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let text = text.trim();
        let written = text.bytes().next().filter(u8::is_ascii_alphabetic);
        let rest = &text[usize::from(written.is_some())..];
        let end = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, after) = rest.split_at(end);
        if after.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let written = written.map(|letter| letter.to_ascii_uppercase() - b'A');
        let section = match digits.len() {
            0 => written.filter(|section| usize::from(*section) < LAST_DIVISIONS.len()),
            2..=4 => digits[..2].parse().ok().and_then(section_of),
            _ => None,
        }?;
        (written.is_none() || written == Some(section)).then_some(Self { section, digits })
    }

    /// The sections and divisions in whose names these words stand; of a single
    /// sign, none.
    pub(super) fn named(words: &str) -> Vec<Industry<'static>> {
        let words = words.trim();
        if words.chars().nth(1).is_none() {
            return Vec::new();
        }
        let section = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
        let sections = SECTIONS.iter().enumerate();
        let sections = sections
            .filter(|(_, name)| name.contains(words))
            .map(|(at, _)| Industry {
                section: section(at),
                digits: "",
            });
        let divisions = DIVISIONS.iter().filter(|(_, name)| name.contains(words));
        sections
            .chain(divisions.filter_map(|(digits, _)| Industry::of(digits)))
            .collect()
    }

    /// Whether it is `whole` or a part of it.
    pub(super) fn is_in(self, whole: Self) -> bool {
        self.section == whole.section && self.digits.starts_with(whole.digits)
    }
}

/// The section that a division belongs to, from 0.
fn section_of(division: u8) -> Option<u8> {
    let at = LAST_DIVISIONS.iter().position(|last| division <= *last)?;
    u8::try_from(at).ok().filter(|_| division > 0)
}
