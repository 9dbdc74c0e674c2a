//! Number formats whose words say how exact a number is. Written lists use
//! them, so that a sum counts what is only about known.

/// Words that change what a number means.
const TELLING: &[&str] = &[
    "约",
    "不低于",
    "不超过",
    "–",
    "折合",
    "about ",
    "at least ",
    "at most ",
    "worth ",
];

/// The words of a format, and the digits between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Worded {
    before: String,
    after: String,
    decimals: u8,
}

impl Worded {
    /// Takes a format of words around plain digits apart; `None` for every other.
    pub(super) fn parse(code: &str) -> Option<Self> {
        let (before, rest) = words(code)?;
        let end = rest.find(['"', '\\']).unwrap_or(rest.len());
        let (digits, rest) = rest.split_at(end);
        let (after, rest) = words(rest)?;
        let decimals = match digits.strip_prefix('0')? {
            "" => 0,
            fraction => {
                let zeros = fraction.strip_prefix('.')?;
                zeros
                    .bytes()
                    .all(|byte| byte == b'0')
                    .then_some(zeros.len())?
            }
        };
        let tells = |words: &str| TELLING.iter().any(|word| words.contains(word));
        let known = rest.is_empty() && (tells(&before) || tells(&after));
        Some(Self {
            before,
            after,
            decimals: u8::try_from(decimals).ok()?,
        })
        .filter(|_| known)
    }

    /// What the cell shows, with no digit cut.
    pub(super) fn show(&self, number: &str) -> String {
        let (whole, digits) = number.split_once('.').unwrap_or((number, ""));
        let decimals = usize::from(self.decimals).max(digits.len());
        let point = if decimals > 0 { "." } else { "" };
        format!(
            "{}{whole}{point}{digits:0<decimals$}{}",
            self.before, self.after
        )
    }
}

/// The words at the start, in quotation marks or a letter at a time behind a
/// backslash as some programs write them, and the rest; `None` where a mark is
/// not closed.
fn words(code: &str) -> Option<(String, &str)> {
    let (mut words, mut rest) = (String::new(), code);
    loop {
        if let Some(inside) = rest.strip_prefix('"') {
            let (word, after) = inside.split_once('"')?;
            words.push_str(word);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('\\') {
            let mut letters = after.chars();
            words.push(letters.next()?);
            rest = letters.as_str();
        } else {
            return Some((words, rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_about_exactness_are_read() {
        let shown = |code: &str| Worded::parse(code).map(|worded| worded.show("3000.5"));
        assert_eq!(shown("\"约\"0.00").as_deref(), Some("约3000.50"));
        assert_eq!(shown("0\"–10000\"").as_deref(), Some("3000.5–10000"));
        assert_eq!(shown("\\约0.00").as_deref(), Some("约3000.50"));
        assert_eq!(shown("0\\–\"10000\"").as_deref(), Some("3000.5–10000"));
        for other in [
            "0.00",
            "0.00\"万元\"",
            "\"¥\"#,##0.00",
            "\"约\"0!.0",
            "约0",
            "\"约\"",
            "\"约",
            "\\",
            "",
        ] {
            assert_eq!(shown(other), None, "{other}");
        }
    }
}
