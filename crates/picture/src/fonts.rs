//! The letters of pictures: Noto Sans CJK SC, regular and bold, which come with the program.
//!
//! They hold the 6,763 characters of GB 2312 with the usual signs. Only for a letter
//! beyond them, as in a rare name, the computer's own fonts are asked.

use std::sync::{Arc, LazyLock};

use resvg::usvg::Options;
use resvg::usvg::fontdb::Database;
use ttf_parser::Face;

const REGULAR: &[u8] = include_bytes!("../fonts/NotoSansSC-Regular.otf");
const BOLD: &[u8] = include_bytes!("../fonts/NotoSansSC-Bold.otf");

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, BOLD].map(|font| Face::parse(font, 0).ok()));

static OURS: LazyLock<Arc<Database>> = LazyLock::new(|| Arc::new(ours()));

static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = ours();
    fonts.load_system_fonts();
    Arc::new(fonts)
});

fn ours() -> Database {
    let mut fonts = Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts
}

/// How wide a text is in letters of `size` pixels. A letter that is in no font of ours
/// counts as wide as high.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let Some(face) = &FACES[usize::from(bold)] else {
        return text.chars().count() as f64 * size;
    };
    let em = f64::from(face.units_per_em());
    let advance = |letter| {
        let glyph = face.glyph_index(letter)?;
        face.glyph_hor_advance(glyph).map(f64::from)
    };
    let units: f64 = text
        .chars()
        .map(|letter| advance(letter).unwrap_or(em))
        .sum();
    units * size / em
}

/// How a sheet with these letters is read.
pub(crate) fn reading(svg: &str) -> Options<'static> {
    let known = |letter: char| {
        letter.is_ascii() || matches!(&FACES[0], Some(face) if face.glyph_index(letter).is_some())
    };
    let fonts = if svg.chars().all(known) { &OURS } else { &ALL };
    Options {
        fontdb: Arc::clone(fonts),
        ..Options::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_letters_are_as_wide_as_high_and_latin_ones_are_narrower() {
        assert!((width("盐湖提锂", 10.0, false) - 40.0).abs() < 1e-9);
        assert!(width("map", 10.0, false) < 24.0);
        assert!(width("map", 10.0, true) > width("map", 10.0, false));
        assert!(
            (width("𠮷", 10.0, false) - 10.0).abs() < 1e-9,
            "not among ours"
        );
    }
}
