//! The letters of pictures: Noto Sans CJK SC, regular and bold, which come with the program.
//!
//! They hold the 6,763 characters of GB 2312 with the usual signs. Only for a letter
//! beyond them, as in a rare name, the computer's own fonts are asked; one that is in
//! none of them is shown as a square.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
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
        .filter(|letter| !is_joint(*letter))
        .map(|letter| advance(letter).unwrap_or(em))
        .sum();
    units * size / em
}

/// Whether a character has no width: it joins or varies the one before it.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}')
}

/// The sheet as it is drawn: with our letters, and those of the computer where ours do
/// not do.
///
/// # Errors
/// When it is no SVG.
pub(crate) fn tree(svg: &str) -> Result<Tree, resvg::usvg::Error> {
    let ours = |letter: char| {
        letter.is_ascii() || matches!(&FACES[0], Some(face) if face.glyph_index(letter).is_some())
    };
    let fonts = |fonts: &Arc<Database>| Options {
        fontdb: Arc::clone(fonts),
        ..Options::default()
    };
    let strange: BTreeSet<char> = svg.chars().filter(|letter| !ours(*letter)).collect();
    if strange.is_empty() {
        return Tree::from_str(svg, &fonts(&OURS));
    }
    // One letter without a font keeps those after it in the same text from theirs.
    let missing = without_font(strange);
    if missing.is_empty() {
        return Tree::from_str(svg, &fonts(&ALL));
    }
    let shown = svg.chars().filter_map(|letter| match letter {
        letter if !missing.contains(&letter) => Some(letter),
        letter if is_joint(letter) => None,
        _ => Some(UNKNOWN),
    });
    Tree::from_str(&shown.collect::<String>(), &fonts(&ALL))
}

/// What stands for a letter that no font has.
const UNKNOWN: char = '□';

/// Those of the letters that no font of the computer has. Each font is opened once.
fn without_font(mut letters: BTreeSet<char>) -> BTreeSet<char> {
    for face in ALL.faces() {
        if letters.is_empty() {
            break;
        }
        ALL.with_face_data(face.id, |data, index| {
            if let Ok(face) = Face::parse(data, index) {
                letters.retain(|letter| face.glyph_index(*letter).is_none());
            }
        });
    }
    letters
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

    #[test]
    fn letters_that_only_join_others_take_no_room() {
        let one = width("é", 10.0, false);
        assert!((width("e\u{301}", 10.0, false) - one).abs() < 1.0);
        assert!((width("\u{26a0}\u{fe0f}", 10.0, false) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn a_letter_without_a_font_keeps_no_other_from_its_own() {
        // The last character of all is of private use.
        let svg = |text: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'>\
                 <text x='0' y='15' font-size='10' font-family='Noto Sans CJK SC'>{text}</text></svg>"
            )
        };
        let letters = BTreeSet::from(['\u{10fffd}', '门']);
        assert_eq!(without_font(letters), BTreeSet::from(['\u{10fffd}']));
        let drawn = |text: &str| {
            let tree = tree(&svg(text)).expect("a tree");
            tree.to_string(&resvg::usvg::WriteOptions::default())
        };
        assert_eq!(drawn("\u{10fffd}门"), drawn("□门"));
        assert_ne!(drawn("\u{10fffd}门"), drawn("门"));
    }
}
