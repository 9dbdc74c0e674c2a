//! Whether one file's name is that of another sent again: `签约台账（更正）.xlsx`
//! after `签约台账.xlsx`.

/// Words that people add to the name of a file they send again.
const AGAIN: &[&str] = &[
    "更正", "修正", "修订", "修改", "改正", "更新", "最新", "最终", "终稿", "定稿", "副本", "复件",
    "新", "终", "版", "稿", "改",
];

/// Words by which the title of a table says that it puts an earlier one right.
const PUT_RIGHT: &[&str] = &["更正", "修正", "修订", "改正", "勘误"];

/// Whether a sheet is that of an earlier state of the file. The one sheet of a
/// text file is called as the file.
pub(super) fn is_sheet_again(earlier: &str, (sheet, file): (&str, &str)) -> bool {
    let is_of_text = file.rsplit_once('.').is_some_and(|(stem, _)| stem == sheet);
    is_resent(earlier, sheet) || is_of_text && is_of_other_time(earlier, sheet)
}

/// Whether a title says that the table puts an earlier one right.
pub(super) fn says_put_right(title: &str) -> bool {
    PUT_RIGHT.iter().any(|word| title.contains(word))
}

/// Words of a file's name that are about its time, beside the parts of a year.
const TIMES: &[&str] = &["季度", "截至", "截止", "累计", "月份", "月底", "月末"];

/// Signs that stand between and behind the numbers of days.
const WITHIN_YEAR: &str = "年月日号周第 .-_~—－至到()（）【】";

/// Whether the names are the same but for what is added when a file is sent
/// again: such words, a number in brackets, a version.
pub(super) fn is_resent(one: &str, other: &str) -> bool {
    one == other || !stem(one).is_empty() && stem(one) == stem(other)
}

/// Whether the names are the same but for the month, the quarter or the day
/// that they tell: `2024年签约台账3月.xlsx` and `2024年签约台账1-4月.xlsx`. The
/// years must be the same.
pub(super) fn is_of_other_time(one: &str, other: &str) -> bool {
    let (one_less, other_less) = (timeless(one), timeless(other));
    let names_more = one_less.chars().any(|sign| !sign.is_ascii_digit());
    names_more && one_less == other_less && !is_resent(one, other)
}

/// Whether a name is of all that was since January: `1-4月`, `截至4月`, `上半年`.
pub(super) fn is_since_january(name: &str) -> bool {
    const SINCE: &[&str] = &[
        "1-",
        "1—",
        "1–",
        "1~",
        "1至",
        "一至",
        "截至",
        "截止",
        "累计",
        "上半年",
        "全年",
    ];
    const BEFORE: &[char] = &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-'];
    let stem = stem(name);
    SINCE.iter().any(|word| {
        let mut found = stem.match_indices(word);
        found.any(|(at, _)| !stem[..at].ends_with(BEFORE))
    })
}

/// Whether the names are of one ledger, and the first is of an earlier time.
pub(super) fn is_older(one: &str, other: &str) -> bool {
    is_of_other_time(one, other) && is_earlier(one, other)
}

/// Whether a name tells an earlier time of its year than the other does.
fn is_earlier(one: &str, other: &str) -> bool {
    let times = ends(one).zip(ends(other));
    times.is_some_and(|(one, other)| one < other)
}

/// The parts of a year by their words, and the month with which each ends.
const ENDS: &[(&str, u32)] = &[
    ("一季度", 3),
    ("二季度", 6),
    ("三季度", 9),
    ("四季度", 12),
    ("上半年", 6),
    ("下半年", 12),
    ("全年", 12),
    ("十一月", 11),
    ("十二月", 12),
    ("十月", 10),
    ("一月", 1),
    ("二月", 2),
    ("三月", 3),
    ("四月", 4),
    ("五月", 5),
    ("六月", 6),
    ("七月", 7),
    ("八月", 8),
    ("九月", 9),
];

/// The month and the day with which the time ends that a name tells; the day
/// is beyond any where it tells none.
fn ends(name: &str) -> Option<(u32, u32)> {
    const LAST: u32 = 32;
    let stem = stem(name);
    let numbers: Vec<(usize, &str)> = stem
        .match_indices(|sign: char| sign.is_ascii_digit())
        .map(|(at, _)| at)
        .filter(|at| !stem[..*at].ends_with(|sign: char| sign.is_ascii_digit()))
        .map(|at| {
            let rest = &stem[at..];
            let end = rest.find(|sign: char| !sign.is_ascii_digit());
            (at, &rest[..end.unwrap_or(rest.len())])
        })
        .collect();
    let of = |text: &str| text.parse::<u32>().ok();
    let mut found = numbers.iter().rev().filter_map(|(at, digits)| {
        let rest = &stem[at + digits.len()..];
        if digits.len() == 8 && digits.starts_with("20") {
            return Some((of(&digits[4..6])?, of(&digits[6..])?));
        }
        if digits.len() == 6 && digits.starts_with("20") {
            return Some((of(&digits[4..])?, LAST));
        }
        let (behind, day) = match rest.strip_prefix('月') {
            Some(behind) => (behind, behind),
            None => (rest.strip_prefix('.')?, rest.strip_prefix('.')?),
        };
        let day = day
            .find(|sign: char| !sign.is_ascii_digit())
            .map_or(day, |end| &day[..end]);
        let is_day =
            !day.is_empty() && (rest.starts_with('.') || behind[day.len()..].starts_with('日'));
        match (rest.starts_with('月'), is_day) {
            (_, true) => Some((of(digits)?, of(day)?)),
            (true, false) => Some((of(digits)?, LAST)),
            _ => None,
        }
    });
    let found = found.find(|(month, _)| (1..=12).contains(month));
    let by_word = || ENDS.iter().find(|(word, _)| stem.contains(word));
    found.or_else(|| by_word().map(|(_, month)| (*month, LAST)))
}

/// A name without what it says of the time within a year.
fn timeless(name: &str) -> String {
    let mut rest = stem(name);
    for word in ENDS.iter().map(|(word, _)| word).chain(TIMES) {
        rest = rest.replace(word, "");
    }
    let mut kept = String::with_capacity(rest.len());
    let mut digits = String::new();
    for sign in rest.chars().chain(['.']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        // What is left of 20240331 and of 2024年 is the year.
        let year = digits.get(..4).filter(|year| year.starts_with("20"));
        kept.push_str(year.unwrap_or_default());
        digits.clear();
        if !WITHIN_YEAR.contains(sign) {
            kept.push(sign);
        }
    }
    kept
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
    use super::{ends, is_earlier, is_of_other_time, is_resent, is_since_january};

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

    #[test]
    fn a_name_tells_when_its_time_ends() {
        for (name, end) in [
            ("签约台账3月.xlsx", Some((3, 32))),
            ("2024年1-4月签约台账.xls", Some((4, 32))),
            ("签约台账（截至3月31日）.xlsx", Some((3, 31))),
            ("签约台账20240331.xlsx", Some((3, 31))),
            ("签约台账202404.xlsx", Some((4, 32))),
            ("签约台账4.30（更正）.xlsx", Some((4, 30))),
            ("签约台账三月.xlsx", Some((3, 32))),
            ("签约台账上半年.xlsx", Some((6, 32))),
            ("2024年签约台账.xlsx", None),
        ] {
            assert_eq!(ends(name), end, "{name}");
        }
        assert!(is_earlier("重点项目3月.xlsx", "重点项目4月.xlsx"));
        assert!(!is_earlier("重点项目4月.xlsx", "重点项目3月.xlsx"));
        assert!(!is_earlier("重点项目.xlsx", "重点项目3月.xlsx"));
    }

    #[test]
    fn a_name_tells_that_it_is_of_all_since_january() {
        for name in [
            "签约台账1-2月.xlsx",
            "2023年1-10月签约.xlsx",
            "截至3月31日台账.xls",
            "上半年签约.csv",
        ] {
            assert!(is_since_january(name), "{name}");
        }
        for name in ["签约台账2月.xlsx", "2023-11-2台账.xlsx", "签约11-12月.xlsx"] {
            assert!(!is_since_january(name), "{name}");
        }
    }

    #[test]
    fn ledgers_of_two_months_differ_in_the_time() {
        for (one, other) in [
            ("签约台账3月.xlsx", "签约台账4月.xlsx"),
            ("2024年1-3月签约台账.xlsx", "2024年1-4月签约台账.xls"),
            (
                "签约台账（截至3月31日）.xlsx",
                "签约台账（截至4月30日）.xlsx",
            ),
            ("签约台账20240331.xlsx", "签约台账20240430.xlsx"),
            ("签约台账三月.xlsx", "签约台账上半年.xlsx"),
            ("签约台账3.31.xlsx", "签约台账4.30（更正）.xlsx"),
        ] {
            assert!(is_of_other_time(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("2023年签约台账.xlsx", "2024年签约台账.xlsx"),
            ("签约台账20231231.xlsx", "签约台账20240131.xlsx"),
            ("招商一局3月.xlsx", "招商二局4月.xlsx"),
            ("3月.xlsx", "4月.xlsx"),
            ("签约台账3月.xlsx", "签约台账3月（更正）.xlsx"),
        ] {
            assert!(!is_of_other_time(one, other), "{one} {other}");
        }
    }
}
