//! Firms in one cell that each say which part they play:
//! `投资方：甲公司；项目公司：乙公司`.

use suoji_model::{Cell, Value};

use super::firms::unnumbered;
use crate::book::Raw;
use crate::cells::null;
use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

/// The fields of those who invest, and of the firm that builds and runs.
const FIRMS: &[Target] = &[
    target("enterprise", "name"),
    target("payment", "payer"),
    COMPANY,
];
const COMPANY: Target = target("project", "project_company");
const INVESTOR: Target = target("project", "investor");

/// What a firm that invests is called before its name.
const INVESTS: &[&str] = &[
    "投资方",
    "投资人",
    "投资商",
    "投资主体",
    "投资企业",
    "投资单位",
    "投资公司",
    "出资方",
    "股东",
    "母公司",
    "总部",
    "引进企业",
    "合作方",
    "乙方",
    "签约方",
    "签约企业",
];

/// What the firm that it founds for the project is called before its name.
const BUILDS: &[&str] = &[
    "项目公司",
    "项目单位",
    "项目主体",
    "项目企业",
    "注册公司",
    "注册企业",
    "落地公司",
    "落地企业",
    "落户企业",
    "建设单位",
    "建设主体",
    "承建主体",
    "实施主体",
    "实施单位",
    "运营公司",
    "运营主体",
    "新公司",
    "子公司",
];

/// The firms of each part.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    investors: Vec<String>,
    companies: Vec<String>,
}

/// Puts each firm into the field of the part it plays.
pub(crate) fn parted(line: &mut Line<'_>) {
    for firm in FIRMS {
        let Some(column) = line.column_of(*firm) else {
            continue;
        };
        if line.text(*firm).is_none() {
            continue;
        }
        let Some(parts) = parts(&line.raw(column).display()) else {
            continue;
        };
        let other = if *firm == COMPANY { INVESTOR } else { COMPANY };
        let (own, others) = match *firm == COMPANY {
            true => (parts.companies, parts.investors),
            false => (parts.investors, parts.companies),
        };
        let of_ledger = line.frame.ledger.kinds.iter();
        let has_other = of_ledger
            .map(|kind| kind.name)
            .any(|name| name == "project");
        if !others.is_empty() && has_other && *line.get(other) == Cell::Blank {
            line.set(other, Value::Text(others.join("、")));
        }
        match own.is_empty() {
            true => line.set(*firm, Value::Text(others.join("、"))),
            false => line.set(*firm, Value::Text(own.join("、"))),
        }
    }
}

/// Nothing when any part of the text says of no firm which part it plays.
fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts {
        investors: Vec::new(),
        companies: Vec::new(),
    };
    let written = text.split(['；', ';', '\n', '，', ',']).map(unnumbered);
    for part in written.filter(|part| !part.is_empty()) {
        let (label, firm) = part.split_once(['：', ':'])?;
        let (label, firm) = (tight(label), firm.trim().trim_end_matches(['、', '。']));
        let firms = match &*label {
            label if INVESTS.contains(&label) => &mut parts.investors,
            label if BUILDS.contains(&label) => &mut parts.companies,
            _ => return None,
        };
        if null::read(&Raw::Text(firm.into())).is_none() {
            firms.push(firm.to_owned());
        }
    }
    (!parts.investors.is_empty() || !parts.companies.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn each_firm_says_which_part_it_plays() {
        for (text, wanted) in [
            (
                "投资方：甲公司；项目公司：乙公司",
                Some(("甲公司", "乙公司")),
            ),
            (
                "1.投资主体: 甲集团\n2.落地企业: 乙厂。",
                Some(("甲集团", "乙厂")),
            ),
            (
                "股东：甲公司，股东：丙公司；项目公司：待定",
                Some(("甲公司、丙公司", "")),
            ),
            ("项目公司：乙公司", Some(("", "乙公司"))),
            ("甲公司：年产3万吨铜箔", None),
            ("投资方：甲公司；丙公司", None),
            ("项目公司：待定", None),
        ] {
            let found =
                parts(text).map(|parts| (parts.investors.join("、"), parts.companies.join("、")));
            let found = found
                .as_ref()
                .map(|(investors, companies)| (&**investors, &**companies));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
