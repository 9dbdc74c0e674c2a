//! Shared texts of an xls file of which a part is struck through. Source:
//! [MS-XLS] 2.4.265 (SST), 2.4.58 (Continue), 2.5.293 (rich strings).

use std::collections::HashMap;

/// Texts by their number, each whole and without what is struck through.
pub(super) type Parts = HashMap<u32, (String, String)>;

/// The bytes of a record and of those that continue it.
struct Bytes<'b> {
    pieces: std::vec::IntoIter<&'b [u8]>,
    rest: &'b [u8],
}

/// Looks through the texts of such records; `struck` tells of a font. What is
/// damaged ends them.
pub(super) fn struck(pieces: Vec<&[u8]>, struck: impl Fn(u16) -> bool) -> Parts {
    let mut found = Parts::new();
    let mut bytes = Bytes {
        pieces: pieces.into_iter(),
        rest: &[],
    };
    let (Some(_), Some(many)) = (bytes.long(), bytes.long()) else {
        return found;
    };
    for number in 0..many {
        let Some((units, runs)) = bytes.string() else {
            break;
        };
        if !runs.iter().any(|(_, font)| struck(*font)) {
            continue;
        }
        let mut kept: Vec<u16> = Vec::with_capacity(units.len());
        for (at, unit) in units.iter().enumerate() {
            let run = runs
                .iter()
                .rev()
                .find(|(first, _)| usize::from(*first) <= at);
            if !run.is_some_and(|(_, font)| struck(*font)) {
                kept.push(*unit);
            }
        }
        let text = |units: &[u16]| String::from_utf16_lossy(units).trim().to_owned();
        found.insert(number, (text(&units), text(&kept)));
    }
    found
}

/// The characters of a text, and from which one on it has which font.
type Text = (Vec<u16>, Vec<(u16, u16)>);

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some((first, rest)) = self.rest.split_first() {
                self.rest = rest;
                return Some(*first);
            }
            self.rest = self.pieces.next()?;
        }
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn long(&mut self) -> Option<u32> {
        let (low, high) = (self.word()?, self.word()?);
        Some(u32::from(low) | u32::from(high) << 16)
    }

    fn string(&mut self) -> Option<Text> {
        let many = self.word()?;
        let kind = self.byte()?;
        let runs = if kind & 0x08 != 0 { self.word()? } else { 0 };
        let more = if kind & 0x04 != 0 { self.long()? } else { 0 };
        let mut wide = kind & 0x01 != 0;
        let mut units = Vec::with_capacity(usize::from(many));
        for _ in 0..many {
            if self.rest.is_empty() {
                // Characters that go on in the next record begin with how wide
                // they are there.
                self.rest = self.pieces.next()?;
                wide = self.byte()? & 0x01 != 0;
            }
            units.push(match wide {
                true => self.word()?,
                false => u16::from(self.byte()?),
            });
        }
        let runs = (0..runs).map(|_| Some((self.word()?, self.word()?)));
        let runs = runs.collect::<Option<Vec<_>>>()?;
        for _ in 0..more {
            self.byte()?;
        }
        Some((units, runs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_go_on_in_the_next_record() {
        let words = |words: &[u16]| -> Vec<u8> {
            words.iter().flat_map(|word| word.to_le_bytes()).collect()
        };
        // Three texts: plain, one of two fonts cut after its third sign, plain.
        let mut first = words(&[3, 0, 3, 0]);
        first.extend(words(&[2]));
        first.extend([0, b'a', b'b']);
        first.extend(words(&[8]));
        first.extend([0x08]);
        first.extend(words(&[2]));
        first.extend(b"120");
        let mut second = vec![1];
        second.extend(words(&[
            u16::from(b'0'),
            0x4E07,
            u16::from(b'1'),
            0x4EBF,
            0x5143,
        ]));
        second.extend(words(&[0, 7, 5, 0]));
        second.extend(words(&[1]));
        second.extend([0, b'c']);
        let found = struck(vec![&first, &second], |font| font == 7);
        let told: Vec<_> = found.into_iter().collect();
        assert_eq!(told, [(1, ("1200万1亿元".to_owned(), "1亿元".to_owned()))]);
        assert!(struck(vec![&first], |_| true).is_empty());
        assert!(struck(vec![&[1, 0]], |_| true).is_empty());
    }
}
