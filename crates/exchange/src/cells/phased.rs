//! Amounts of projects that are built in phases, of which a cell tells one by
//! one: `一期3亿，二期2亿`, `分三期，首期1亿元，总投资8亿元`.

/// What such a cell says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Phased {
    /// The amount of the whole, with the rest of the cell as its remark.
    Total(String),
    /// The amounts of all phases, from the first on.
    Parts(Vec<String>),
}

/// Words before what all phases come to.
const TOTAL: &[&str] = &[
    "项目总投资",
    "计划总投资",
    "总投资",
    "投资总额",
    "总额",
    "共计",
    "合计",
    "总计",
];
/// Words between a phase and its amount.
const OF_PHASE: &[&str] = &["工程", "项目", "计划", "总投资", "投资", ":", "为"];

/// Reads a cell that tells of phases, without spaces; `None` for any other.
pub(super) fn read(text: &str) -> Option<Phased> {
    let clauses = clauses(text);
    if clauses.len() < 2 || !clauses.iter().any(|clause| names_phase(clause)) {
        return None;
    }
    let total = clauses.iter().position(|clause| is_total(clause));
    match total {
        Some(0) => None,
        Some(at) => {
            let others = clauses.iter().enumerate().filter(|(own, _)| *own != at);
            let others: Vec<&str> = others.map(|(_, clause)| *clause).collect();
            Some(Phased::Total(format!(
                "{}({})",
                clauses[at],
                others.join(";")
            )))
        }
        None => {
            let parts = (1..).zip(&clauses);
            let parts = parts.map(|(nth, clause)| amount_of(clause, nth));
            parts.collect::<Option<Vec<String>>>().map(Phased::Parts)
        }
    }
}

/// The cell's clauses; a comma between digits is in a number.
fn clauses(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut before) = (Vec::new(), 0, ' ');
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let in_number = before.is_ascii_digit() && after.starts_with(|c: char| c.is_ascii_digit());
        if matches!(c, ';' | '、' | '。' | '+') || c == ',' && !in_number {
            found.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        before = c;
    }
    found.push(&text[start..]);
    found.retain(|clause| !clause.is_empty());
    found
}

fn is_total(clause: &str) -> bool {
    let rest = TOTAL.iter().find_map(|word| clause.strip_prefix(word));
    rest.is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()))
}

fn names_phase(clause: &str) -> bool {
    clause.contains('期')
}

/// The amount of the phase with this number.
fn amount_of(clause: &str, nth: usize) -> Option<String> {
    const WRITTEN: &[&str] = &["一", "二", "三", "四", "五", "六"];
    let number = WRITTEN.get(nth - 1)?;
    let names = [
        format!("{number}期"),
        format!("第{number}期"),
        format!("{nth}期"),
    ];
    let first = (nth == 1).then_some("首期");
    let mut names = names.iter().map(String::as_str).chain(first);
    let mut rest = names.find_map(|name| clause.strip_prefix(name))?;
    while let Some(shorter) = OF_PHASE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.starts_with(|c: char| c.is_ascii_digit())
        .then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Phased, read};

    #[test]
    fn phases_are_told_with_or_without_their_total() {
        let parts = |parts: &[&str]| Phased::Parts(parts.iter().map(|one| (*one).into()).collect());
        for (text, wanted) in [
            ("一期3亿,二期2亿", Some(parts(&["3亿", "2亿"]))),
            (
                "一期:1,200万元;二期投资800万元",
                Some(parts(&["1,200万元", "800万元"])),
            ),
            ("首期1亿+二期2亿", Some(parts(&["1亿", "2亿"]))),
            (
                "分三期,首期1亿元,总投资8亿元",
                Some(Phased::Total("总投资8亿元(分三期;首期1亿元)".into())),
            ),
            // The first clause is the amount already.
            ("总投资8亿元,一期3亿元", None),
            ("5亿,其中一期2亿", None),
            ("一期3亿,三期2亿", None),
            ("一期3亿", None),
            ("3000万,2000万", None),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
