//! Colours of cells, and of marks in them, in place of the words 红, 黄 and 绿.

use crate::book::Look;
use crate::options::Answers;

/// What a fill says: a word, or a colour that nobody explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Colour {
    Known(&'static str),
    /// The key of the question to ask.
    Unknown(String),
}

/// Whether a text is a mark that says nothing but by its colour: `●`.
pub(super) fn is_mark(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| "●■◆▲★⬤•◉○□◇△☆".contains(c))
}

/// Reads a fill; white, grey and black say nothing.
pub(super) fn read(look: Option<&Look>, answers: &Answers) -> Option<Colour> {
    named(look?.fill?, answers)
}

/// Reads the colour in which a mark is written.
pub(super) fn read_ink(look: Option<&Look>, answers: &Answers) -> Option<Colour> {
    named(look?.ink?, answers)
}

fn named(rgb: [u8; 3], answers: &Answers) -> Option<Colour> {
    let [red, green, blue] = rgb;
    let key = format!("colour:{red:02X}{green:02X}{blue:02X}");
    let word = |word: &str| {
        let words = ["red", "yellow", "green"];
        words.into_iter().find(|known| *known == word)
    };
    if let Some(told) = answers.get(&key) {
        return word(told).map(Colour::Known);
    }
    let (most, least) = (rgb.into_iter().max()?, rgb.into_iter().min()?);
    let spread = u32::from(most - least);
    if spread < 24 || spread * 100 < u32::from(most) * 12 {
        return None;
    }
    Some(match hue(rgb) {
        0..=18 | 336..=359 => Colour::Known("red"),
        36..=70 => Colour::Known("yellow"),
        71..=170 => Colour::Known("green"),
        _ => Colour::Unknown(key),
    })
}

/// The hue in degrees of a colour that is not grey.
pub(crate) fn hue([red, green, blue]: [u8; 3]) -> i32 {
    let (r, g, b) = (i32::from(red), i32::from(green), i32::from(blue));
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let spread = (most - least).max(1);
    let hue = if most == r {
        60 * (g - b) / spread
    } else if most == g {
        60 * (b - r) / spread + 120
    } else {
        60 * (r - g) / spread + 240
    };
    hue.rem_euclid(360)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_are_words_or_questions() {
        let at = |rgb, answers: &Answers| {
            let look = Look {
                fill: Some(rgb),
                ink: None,
                struck: false,
            };
            read(Some(&look), answers)
        };
        let none = Answers::new();
        for (rgb, want) in [
            ([0xFF, 0x00, 0x00], Some("red")),
            ([0xFF, 0xC7, 0xCE], Some("red")),
            ([0xC0, 0x00, 0x00], Some("red")),
            ([0xFF, 0xFF, 0x00], Some("yellow")),
            ([0xFF, 0xC0, 0x00], Some("yellow")),
            ([0xFF, 0xEB, 0x9C], Some("yellow")),
            ([0x00, 0xB0, 0x50], Some("green")),
            ([0x92, 0xD0, 0x50], Some("green")),
            ([0xC6, 0xEF, 0xCE], Some("green")),
            ([0xFF, 0xFF, 0xFF], None),
            ([0xD9, 0xD9, 0xD9], None),
        ] {
            assert_eq!(at(rgb, &none), want.map(Colour::Known), "{rgb:?}");
        }
        let blue = [0x00, 0x70, 0xC0];
        let asked = Colour::Unknown("colour:0070C0".to_owned());
        assert_eq!(at(blue, &none), Some(asked));
        let told = Answers::from([("colour:0070C0".to_owned(), "green".to_owned())]);
        assert_eq!(at(blue, &told), Some(Colour::Known("green")));
    }
}
