//! The compound file that holds an old office document: a small file system
//! of sectors. Source: [MS-CFB] 2.

/// One stream of the file, by the first of these names that it has; nothing
/// of a damaged file.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let file = File::open(bytes)?;
    let entries = file.chain(u32_at(bytes, 48)?)?;
    let entries: Vec<&[u8]> = entries.chunks_exact(ENTRY).collect();
    let found = names.iter().find_map(|name| {
        entries
            .iter()
            .find(|entry| called(entry).as_deref() == Some(*name))
    })?;
    let size = usize::try_from(u32_at(found, 120)?).ok()?;
    let start = u32_at(found, 116)?;
    let mut stream = if size < usize::try_from(u32_at(bytes, 56)?).ok()? {
        file.small(start, u32_at(entries.first()?, 116)?)?
    } else {
        file.chain(start)?
    };
    stream.truncate(size);
    Some(stream)
}

/// Whether a chain of sectors goes in a circle, which a reader of the chain
/// would follow without end.
pub(super) fn is_endless(bytes: &[u8]) -> bool {
    let Some(file) = File::open(bytes) else {
        return false;
    };
    if circles(&file.next) {
        return true;
    }
    let small = u32_at(bytes, 60).and_then(|start| file.chain(start));
    let small = small.unwrap_or_default();
    let next = small.chunks_exact(4).filter_map(|number| u32_at(number, 0));
    circles(&next.collect::<Vec<u32>>())
}

/// Whether one of the numbers, each the place of the next, leads back to
/// itself.
fn circles(next: &[u32]) -> bool {
    // The chain on which each place was first met.
    let mut met = vec![0usize; next.len()];
    for start in 0..next.len() {
        let mut at = start;
        while let Some(seen) = met.get_mut(at) {
            match *seen {
                0 => *seen = start + 1,
                chain => {
                    if chain == start + 1 {
                        return true;
                    }
                    break;
                }
            }
            let Ok(following) = usize::try_from(next[at]) else {
                break;
            };
            at = following;
        }
    }
    false
}

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Bytes of a small sector.
const SMALL: usize = 64;
/// Numbers of sectors from here on are no sectors.
const LAST: u32 = 0xFFFF_FFFA;

struct File<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each.
    next: Vec<u32>,
}

impl<'a> File<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u32::from(u16_at(bytes, 30)?);
        let sector = 1usize
            .checked_shl(shift)
            .filter(|_| (9..=12).contains(&shift))?;
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
        };
        // The first 109 parts of the table are named in the header, further
        // ones in sectors of their own.
        let mut parts: Vec<u32> = (0..109)
            .filter_map(|at| u32_at(bytes, 76 + at * 4))
            .collect();
        let mut more = u32_at(bytes, 68)?;
        for _ in 0..bytes.len() / sector {
            let Some(page) = file.page(more) else {
                break;
            };
            let numbers = sector / 4 - 1;
            parts.extend((0..numbers).filter_map(|at| u32_at(page, at * 4)));
            more = u32_at(page, numbers * 4)?;
        }
        for part in parts.into_iter().filter(|part| *part < LAST) {
            let page = file.rest(part)?;
            let numbers: Vec<u32> = (0..sector / 4)
                .filter_map(|at| u32_at(page, at * 4))
                .collect();
            file.next.extend(numbers);
        }
        Some(file)
    }

    fn page(&self, number: u32) -> Option<&'a [u8]> {
        let number = usize::try_from(number).ok()?;
        let start = number.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..start.checked_add(self.sector)?)
    }

    /// The bytes of a sector, of which the last of a file may be cut short.
    fn rest(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?;
        let start = start.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The bytes of a chain of sectors; none of one that goes in a circle.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        let mut at = start;
        while at < LAST {
            found.extend_from_slice(self.rest(at)?);
            if found.len() > self.bytes.len() {
                return None;
            }
            at = *self.next.get(usize::try_from(at).ok()?)?;
        }
        Some(found)
    }

    /// The bytes of a chain of small sectors, which lie in a stream that
    /// begins at `within`.
    fn small(&self, start: u32, within: u32) -> Option<Vec<u8>> {
        let pool = self.chain(within)?;
        let table = self.chain(u32_at(self.bytes, 60)?)?;
        let mut found = Vec::new();
        let mut at = start;
        while at < LAST {
            let number = usize::try_from(at).ok()?;
            let from = number.checked_mul(SMALL)?;
            found.extend_from_slice(pool.get(from..(from + SMALL).min(pool.len()))?);
            if found.len() > pool.len() {
                return None;
            }
            at = u32_at(&table, number.checked_mul(4)?)?;
        }
        Some(found)
    }
}

/// What an entry is called.
fn called(entry: &[u8]) -> Option<String> {
    let length = usize::from(u16_at(entry, 64)?).checked_sub(2)?;
    let name = entry.get(..length.min(62))?.chunks_exact(2);
    let units: Vec<u16> = name
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    Some(String::from_utf16_lossy(&units))
}

/// Two bytes, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

/// Four bytes, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
