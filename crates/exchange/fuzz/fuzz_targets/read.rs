//! Any bytes, as a file of every format: an error or tables, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;

/// What the files of each format begin with, so that a reader looks further.
const STARTS: &[&[u8]] = &[
    b"",
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\xEF\xBB\xBF",
    b"<table><tr><td>",
    b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
];

fuzz_target!(|input: (u8, &[u8])| {
    let (start, bytes) = input;
    let start = STARTS[usize::from(start) % STARTS.len()];
    if let Ok(book) = suoji_exchange::read("fuzz", &[start, bytes].concat()) {
        let _ = suoji_exchange::understand(&book);
    }
});
