//! Fills, lines through text, number formats, hidden rows and columns and
//! comments of an xls file of Excel 97 or later. Source: [MS-XLS] 2.4 (records),
//! 2.5.20 (fill).

use std::collections::HashMap;

use super::comments::Shapes;
use super::compound::{self, u16_at, u32_at};
use super::format::Format;
use super::looks::{Looks, coloured, shown};
use super::shared_xls::{self, Parts};
use crate::book::{Look, Shown};

/// The looks by the names of the sheets; nothing of an older or damaged file.
pub(super) fn of(bytes: &[u8]) -> Option<HashMap<String, Looks>> {
    let stream = compound::stream(bytes, &["Workbook", "WORKBOOK"])?;
    let book = Globals::read(&stream)?;
    let sheets = book.sheets.iter().map(|(name, start)| {
        let own = stream.get(*start..).unwrap_or_default();
        let looks = sheet(own, &book.formats(), &book.struck);
        (name.clone(), looks)
    });
    Some(sheets.collect())
}

/// One record: what it is, and its bytes.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (id, length) = (u16_at(rest, 0)?, u16_at(rest, 2)?);
        let data = rest.get(4..4 + usize::from(length))?;
        rest = &rest[4 + data.len()..];
        Some((id, data))
    })
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// The version that Excel 97 and later write.
const VERSION: u16 = 0x0600;
/// The colour of a font that the system chooses.
const AUTOMATIC: u16 = 0x7FFF;
/// The texts that cells share, and what goes on with the record before.
const SHARED: u16 = 0x00FC;
const MORE: u16 = 0x003C;

/// How cells of a format are shown, how they look, and what the format changes.
type Shape = (Shown, Look, Option<Format>);

/// What the workbook says for all its sheets.
#[derive(Default)]
struct Globals {
    /// Whether fonts are struck through, and their colours.
    fonts: Vec<(bool, u16)>,
    /// Number formats by number.
    codes: HashMap<u16, (Shown, Option<Format>)>,
    /// Fonts, number formats and fills of cell formats.
    formats: Vec<(u16, u16, Option<u16>)>,
    palette: Vec<[u8; 3]>,
    /// Names of sheets, and where they begin.
    sheets: Vec<(String, usize)>,
    /// Shared texts of which a part is struck through.
    struck: Parts,
}

impl Globals {
    fn read(stream: &[u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut shared: Vec<&[u8]> = Vec::new();
        let mut goes_on = false;
        for (number, (id, data)) in records(stream).enumerate() {
            goes_on = id == SHARED || goes_on && id == MORE;
            if goes_on {
                shared.push(data);
            }
            match id {
                BEGIN if number == 0 => {
                    (u16_at(data, 0) == Some(VERSION)).then_some(())?;
                }
                _ if number == 0 => return None,
                END => break,
                0x0031 => {
                    let struck = u16_at(data, 2)? & 0x0008 != 0;
                    found.fonts.push((struck, u16_at(data, 4)?));
                }
                0x041E => {
                    let code = text(data.get(5..)?, data.get(4)? & 1 != 0, u16_at(data, 2)?);
                    let telling = Format::parse(&code);
                    let code = (shown(&code), telling);
                    found.codes.insert(u16_at(data, 0)?, code);
                }
                0x00E0 => found.formats.push(format(data)?),
                0x0092 => {
                    let colours = data.get(2..)?.chunks_exact(4);
                    found.palette = colours.map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect();
                }
                0x0085 => {
                    let length = u16::from(*data.get(6)?);
                    let name = text(data.get(8..)?, data.get(7)? & 1 != 0, length);
                    let start = usize::try_from(u32_at(data, 0)?).ok()?;
                    found.sheets.push((name, start));
                }
                _ => {}
            }
        }
        if found.fonts.iter().any(|(struck, _)| *struck) {
            found.struck = shared_xls::struck(shared, |font| found.font(font).0);
        }
        Some(found)
    }

    /// Whether a font is struck through, and its colour.
    fn font(&self, number: u16) -> (bool, u16) {
        // There is no font 4.
        let font = usize::from(if number > 4 { number - 1 } else { number });
        self.fonts.get(font).copied().unwrap_or((false, AUTOMATIC))
    }

    /// How each cell format looks.
    fn formats(&self) -> Vec<Shape> {
        let of = |(font, code, fill): &(u16, u16, Option<u16>)| {
            let (struck, ink) = self.font(*font);
            let look = Look {
                fill: fill.and_then(|colour| self.colour(colour)),
                ink: self.colour(ink).and_then(coloured),
                struck,
            };
            let own = self.codes.get(code).cloned();
            let (shown, telling) = own.unwrap_or_else(|| built_in(*code));
            (shown, look, telling)
        };
        self.formats.iter().map(of).collect()
    }

    /// The colour of an index; none for those that the system chooses.
    fn colour(&self, index: u16) -> Option<[u8; 3]> {
        let at = usize::from(index.checked_sub(8).unwrap_or(index));
        let own = self.palette.get(at).copied();
        own.or_else(|| {
            let [_, red, green, blue] = PALETTE.get(at)?.to_be_bytes();
            Some([red, green, blue])
        })
    }
}

/// Font, number format, and the colour of a solid fill.
fn format(data: &[u8]) -> Option<(u16, u16, Option<u16>)> {
    let pattern = u32_at(data, 14)? >> 26;
    let colours = u16_at(data, 18)?;
    let fill = match pattern {
        0 => None,
        1 => Some(colours & 0x7F),
        // Of a pattern, the ground is what is seen.
        _ => Some(colours >> 7 & 0x7F),
    };
    Some((u16_at(data, 0)?, u16_at(data, 2)?, fill))
}

/// Characters of one or of two bytes.
pub(super) fn text(bytes: &[u8], wide: bool, length: u16) -> String {
    let length = usize::from(length);
    if wide {
        let pairs = bytes.chunks_exact(2).take(length);
        let units: Vec<u16> = pairs
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    } else {
        bytes
            .iter()
            .take(length)
            .map(|byte| char::from(*byte))
            .collect()
    }
}

fn built_in(code: u16) -> (Shown, Option<Format>) {
    let shown = match code {
        1 | 3 => Shown::Decimals(0),
        2 | 4 => Shown::Decimals(2),
        9 | 10 => Shown::Percent,
        _ => Shown::General,
    };
    (shown, Format::built_in(u32::from(code)))
}

fn sheet(stream: &[u8], formats: &[Shape], struck: &Parts) -> Looks {
    let mut looks = Looks::default();
    let mut shapes = Shapes::default();
    let mut depth = 0usize;
    for (id, data) in records(stream) {
        match id {
            // A chart is a sheet in a sheet.
            BEGIN => depth += 1,
            END => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            _ if depth == 1 => {
                cells(id, data, formats, &mut looks);
                shapes.record(id, data);
                struck_in(id, data, struck, &mut looks);
            }
            _ => {}
        }
    }
    looks.comments = shapes.found;
    looks
}

/// Keeps what a cell has of a shared text that is struck through in part.
fn struck_in(id: u16, data: &[u8], struck: &Parts, looks: &mut Looks) -> Option<()> {
    const TEXT: u16 = 0x00FD;
    if id != TEXT || struck.is_empty() {
        return None;
    }
    let parts = struck.get(&u32_at(data, 6)?)?;
    let place = (u16_at(data, 0)?, u16_at(data, 2)?);
    let place = (u32::from(place.0) + 1, u32::from(place.1) + 1);
    looks.struck.insert(place, parts.clone());
    Some(())
}

/// Keeps the looks of the cells in a record; `None` where it is damaged.
fn cells(id: u16, data: &[u8], formats: &[Shape], looks: &mut Looks) -> Option<()> {
    let mut put = |column: u16, format: u16| {
        let (shown, look, telling) = formats
            .get(usize::from(format))
            .cloned()
            .unwrap_or_default();
        let row = u16_at(data, 0).unwrap_or_default();
        let (row, column) = (u32::from(row) + 1, u32::from(column) + 1);
        looks.put(row, column, (shown, look));
        if let Some(telling) = telling {
            looks.formats.insert((row, column), telling);
        }
    };
    match id {
        // A cell with a value, or with none.
        0x0006 | 0x00D6 | 0x00FD | 0x0201 | 0x0203 | 0x0204 | 0x0205 | 0x027E => {
            put(u16_at(data, 2)?, u16_at(data, 4)?);
        }
        // Several without, each with its format; several with a number.
        0x00BE | 0x00BD => {
            let size = if id == 0x00BE { 2 } else { 6 };
            let body = data.get(4..data.len().checked_sub(2)?)?;
            let first = u16_at(data, 2)?;
            for (column, cell) in (first..).zip(body.chunks_exact(size)) {
                put(column, u16_at(cell, 0)?);
            }
        }
        // A row without height.
        0x0208 if u16_at(data, 12)? & 0x0020 != 0 => {
            looks.hidden_rows.push(u32::from(u16_at(data, 0)?) + 1);
        }
        0x007D if u16_at(data, 8)? & 1 != 0 => {
            let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?.min(255));
            looks
                .hidden
                .extend((first..=last).map(|at| u32::from(at) + 1));
        }
        _ => {}
    }
    Some(())
}

/// The colours 8 to 63 of a workbook that brings none.
const PALETTE: [u32; 56] = [
    0x00_0000, 0xFF_FFFF, 0xFF_0000, 0x00_FF00, 0x00_00FF, 0xFF_FF00, 0xFF_00FF, 0x00_FFFF,
    0x80_0000, 0x00_8000, 0x00_0080, 0x80_8000, 0x80_0080, 0x00_8080, 0xC0_C0C0, 0x80_8080,
    0x99_99FF, 0x99_3366, 0xFF_FFCC, 0xCC_FFFF, 0x66_0066, 0xFF_8080, 0x00_66CC, 0xCC_CCFF,
    0x00_0080, 0xFF_00FF, 0xFF_FF00, 0x00_FFFF, 0x80_0080, 0x80_0000, 0x00_8080, 0x00_00FF,
    0x00_CCFF, 0xCC_FFFF, 0xCC_FFCC, 0xFF_FF99, 0x99_CCFF, 0xFF_99CC, 0xCC_99FF, 0xFF_CC99,
    0x33_66FF, 0x33_CCCC, 0x99_CC00, 0xFF_CC00, 0xFF_9900, 0xFF_6600, 0x66_6699, 0x96_9696,
    0x00_3366, 0x33_9966, 0x00_3300, 0x33_3300, 0x99_3300, 0x99_3366, 0x33_3399, 0x33_3333,
];
