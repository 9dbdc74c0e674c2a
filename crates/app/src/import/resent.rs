//! Whether one file's name is that of another sent again: `签约台账（更正）.xlsx`
//! after `签约台账.xlsx`.

/// Words that people add to the name of a file they send again.
const AGAIN: &[&str] = &[
    "更正", "修正", "修订", "修改", "改正", "更新", "最新", "最终", "终稿", "定稿", "副本", "复件",
    "新", "终", "版", "稿", "改",
];

/// Whether the names are the same but for what is added when a file is sent
/// again: such words, a number in brackets, a version.
pub(super) fn is_resent(one: &str, other: &str) -> bool {
    one == other || !stem(one).is_empty() && stem(one) == stem(other)
}

fn stem(name: &str) -> String {
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut rest = name.trim().to_lowercase();
    loop {
        let trimmed = rest
            .trim_end_matches([' ', '-', '_', '(', ')', '（', '）', '—', '·'])
            .to_owned();
        let word = AGAIN.iter().find_map(|word| trimmed.strip_suffix(word));
        let next = match word {
            Some(shorter) => shorter.to_owned(),
            None => counted(&trimmed).map_or(trimmed.clone(), str::to_owned),
        };
        if next == rest {
            return rest;
        }
        rest = next;
    }
}

/// A name without a version or a number in brackets at its end; a number that
/// stands alone may be a year or a month.
fn counted(name: &str) -> Option<&str> {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() == name.len() || name.len() - bare.len() > 2 {
        return None;
    }
    bare.strip_suffix(['v', '(', '（', '第'])
}

#[cfg(test)]
mod tests {
    use super::is_resent;

    #[test]
    fn a_file_sent_again_has_a_name_like_the_first() {
        for (one, other) in [
            ("2024签约台账.xlsx", "2024签约台账（更正）.xlsx"),
            ("2024签约台账.xlsx", "2024签约台账(1).xlsx"),
            ("2024签约台账.xlsx", "2024签约台账-副本.xls"),
            ("2024签约台账.xlsx", "2024签约台账_v2.xlsx"),
            ("2024签约台账（更正）.xlsx", "2024签约台账最终版.xlsx"),
        ] {
            assert!(is_resent(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("2024签约台账.xlsx", "2023签约台账.xlsx"),
            ("签约台账1月.xlsx", "签约台账2月.xlsx"),
            ("一部签约.xlsx", "二部签约.xlsx"),
            ("签约2024.xlsx", "签约2023.xlsx"),
        ] {
            assert!(!is_resent(one, other), "{one} {other}");
        }
    }
}
