//! When a lead is effective: as the ledger says, or by one of the checklists
//! that zones have (a town in Taixing: substantial; by the visitor's rank; by
//! what the lead says).

use suoji_model::rule::Rules;
use suoji_store::{LeadChecks, LeadRow};

/// Whoever decides for a firm.
const HEADS: &[&str] = &[
    "董事长",
    "总经理",
    "总裁",
    "老板",
    "实际控制人",
    "法定代表人",
    "法人",
    "负责人",
    "CEO",
    "创始人",
    "合伙人",
    "董事局主席",
];
/// Whoever speaks for a part of a large firm.
const PARTS: &[&str] = &["部长", "总监", "副总", "部门", "事业部", "区域经理"];
/// Words of talks about an agreement.
const TERMS: &[&str] = &["协议", "合同", "条款", "签约"];

/// Whether a lead counts as effective under the rules; nothing where somebody
/// has to say so and nobody did.
pub(super) fn verdict(rules: &Rules, lead: &LeadRow, checks: Option<&LeadChecks>) -> Option<bool> {
    match (rules.reading("lead_validity"), checks) {
        ("substantial", Some(checks)) => Some(is_substantial(checks, rules.line("lead_yuan"))),
        ("ranked", Some(checks)) => Some(is_ranked(checks)),
        ("complete", Some(checks)) => Some(is_complete(checks)),
        ("recorded", _) => lead.effective,
        _ => Some(false),
    }
}

fn is_substantial(checks: &LeadChecks, line: i64) -> bool {
    let large = checks.planned_fen.is_some_and(|fen| fen >= line);
    let met = checks.met_leader || says(&whole(&checks.ranks), HEADS);
    let in_terms = checks.is_agreed || says(&checks.progress, TERMS);
    (large || checks.is_expansion)
        && checks.has_content
        && checks.is_fit
        && (checks.came && met || in_terms)
}

fn is_ranked(checks: &LeadChecks) -> bool {
    let large = says(&checks.tags, &["500强", "上市", "央企"]);
    let ranks = whole(&checks.ranks);
    let ranked = says(&ranks, HEADS) || large && says(&ranks, PARTS);
    ranked && checks.met_leader && (checks.has_intent || checks.has_needs)
}

fn is_complete(checks: &LeadChecks) -> bool {
    checks.has_content
        && checks.has_scale
        && checks.has_enterprise
        && checks.has_contact
        && checks.has_needs
}

/// Ranks without the titles in those of deputies and of people around whoever
/// decides: 副总经理, 总经理助理, 董事长秘书, 部门负责人.
fn whole(ranks: &str) -> String {
    let mut ranks = ranks.to_owned();
    for vice in ["副总经理", "副总裁", "副董事长"] {
        ranks = ranks.replace(vice, "副总");
    }
    for head in HEADS {
        for around in ["助理", "秘书", "办公室"] {
            ranks = ranks.replace(&format!("{head}{around}"), around);
        }
    }
    ranks.replace("部门负责人", "部门")
}

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(effective: Option<bool>) -> LeadRow {
        LeadRow {
            lead: uuid::Uuid::nil(),
            effective,
            lead_source: None,
            reporting_unit: None,
            introducer: None,
            chain: None,
            month: None,
            rough: false,
            undecided: false,
        }
    }

    fn all() -> LeadChecks {
        LeadChecks {
            planned_fen: Some(10_000_000_000),
            has_scale: true,
            has_content: true,
            has_enterprise: true,
            has_contact: true,
            has_needs: true,
            is_fit: true,
            came: true,
            met_leader: true,
            ranks: "总经理".to_owned(),
            ..LeadChecks::default()
        }
    }

    #[test]
    fn each_checklist_asks_for_its_own() {
        let by = |reading: &str, checks: &LeadChecks| {
            let rules = Rules::default().with("lead_validity", reading);
            verdict(&rules, &lead(Some(false)), Some(checks)) == Some(true)
        };
        let recorded = |said| verdict(&Rules::default(), &lead(said), None);
        assert_eq!(
            [Some(true), Some(false), None].map(recorded),
            [Some(true), Some(false), None]
        );
        assert!(!by("recorded", &all()));
        for reading in ["substantial", "ranked", "complete"] {
            assert!(by(reading, &all()), "{reading}");
            assert!(!by(reading, &LeadChecks::default()), "{reading}");
        }
        let small = LeadChecks {
            planned_fen: Some(9_999_999_999),
            ..all()
        };
        assert!(!by("substantial", &small));
        let grows = LeadChecks {
            is_expansion: true,
            ..small
        };
        assert!(by("substantial", &grows));
        let away = LeadChecks {
            came: false,
            ..all()
        };
        assert!(!by("substantial", &away));
        let in_terms = LeadChecks {
            progress: "正在商谈协议条款".to_owned(),
            ..away
        };
        assert!(by("substantial", &in_terms));
        let vice = LeadChecks {
            ranks: "副总经理".to_owned(),
            ..all()
        };
        assert!(!by("ranked", &vice));
        for around in ["总经理助理", "董事长秘书", "部门负责人"] {
            let met = LeadChecks {
                ranks: around.to_owned(),
                ..all()
            };
            assert!(!by("ranked", &met), "{around}");
        }
        let of_listed = LeadChecks {
            tags: "[\"上市\"]".to_owned(),
            ..vice
        };
        assert!(by("ranked", &of_listed));
        let nobody = LeadChecks {
            has_contact: false,
            ..all()
        };
        assert!(!by("complete", &nobody));
    }

    #[test]
    fn the_line_is_a_setting() {
        let rules = Rules::default()
            .with("lead_validity", "substantial")
            .with("lead_yuan", "200000000");
        assert_eq!(
            verdict(&rules, &lead(Some(true)), Some(&all())),
            Some(false)
        );
    }
}
