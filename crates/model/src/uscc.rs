//! The unified social credit code (统一社会信用代码), GB 32100-2015.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What a check found. Neither blocks: early pilot codes are legal and fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Not 18 characters of the code's alphabet.
    Malformed,
    /// The check character does not fit.
    CheckCharacter,
}

impl Finding {
    /// The code under which the word files hold the sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Malformed => "uscc_malformed",
            Self::CheckCharacter => "uscc_check_digit",
        }
    }
}

/// Folds full-width characters, drops spaces and capitalises.
pub fn normalise(text: &str) -> String {
    let folded = text
        .chars()
        .map(|c| match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            other => other,
        })
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase());
    let mut normal = String::with_capacity(text.len());
    normal.extend(folded);
    normal
}

/// Checks a normalised code.
pub fn check(code: &str) -> Result<(), Finding> {
    let position = |byte| ALPHABET.iter().position(|&letter| letter == byte);
    let values: Option<Vec<usize>> = code.bytes().map(position).collect();
    let Some(values) = values.filter(|values| values.len() == 18) else {
        return Err(Finding::Malformed);
    };
    // The weight of position i is 3^i mod 31.
    let mut weight = 1;
    let mut sum = 0;
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    if (31 - sum % 31) % 31 == values[17] {
        Ok(())
    } else {
        Err(Finding::CheckCharacter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_codes() {
        for valid in ["91350200MA2YJ1XR9G", "91440101MA5CJQ4N59"] {
            assert_eq!(check(valid), Ok(()), "{valid}");
        }
        // Legal codes of an early pilot that fail the check all the same.
        for pilot in ["91350203M0001QAY9B", "91350100M0001TGQXM"] {
            assert_eq!(check(pilot), Err(Finding::CheckCharacter), "{pilot}");
        }
        assert_eq!(check("9135020"), Err(Finding::Malformed));
        assert_eq!(check("91350200MA2YJ1XRIO"), Err(Finding::Malformed));
        assert_eq!(normalise(" ９１３５ma "), "9135MA");
    }

    proptest! {
        #[test]
        fn any_one_changed_character_is_noticed(place in 0usize..17, letter in 0usize..31) {
            let mut code = *b"91350200MA2YJ1XR9G";
            prop_assume!(code[place] != ALPHABET[letter]);
            code[place] = ALPHABET[letter];
            let code = std::str::from_utf8(&code).expect("ascii");
            prop_assert_eq!(check(code), Err(Finding::CheckCharacter));
        }

        #[test]
        fn never_panics(text in ".{0,30}") {
            let _ = check(&normalise(&text));
        }
    }
}
