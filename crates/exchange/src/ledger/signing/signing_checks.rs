//! What a person should know about an agreement that was read whole.

use suoji_model::rule::SigningRule;
use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::line::Line;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

const fn agreement(field: &'static str) -> Target {
    target("agreement", field)
}

/// Reports what changes a figure or may.
pub(super) fn check(line: &mut Line<'_>) {
    let rule = SigningRule::default();
    let counted = match line.get(target("agreement", "agreement_type")) {
        Cell::Known(Value::Text(kind), _) => rule.counted_types.contains(kind),
        _ => true,
    };
    let tell = |line: &mut Line<'_>, field, reason, level| {
        let column = line.column_choosing(agreement(field));
        line.report(column, Some(agreement(field)), reason, level);
    };
    if !counted {
        tell(
            line,
            "agreement_type",
            "agreement_not_counted",
            Level::Should,
        );
        line.uncounted = Some("agreement_not_counted");
        // What does not count need not be exact.
        let vague = |reason| matches!(reason, "approximate" | "range");
        let problems = line.problems.iter_mut();
        problems
            .filter(|problem| vague(problem.reason))
            .for_each(|problem| problem.level = Level::Should);
    }
    changed_later(line);
    signed_again(line);
    far_apart(line);
    let refused = |line: &Line<'_>| {
        let lost = |reason: &str| reason.starts_with("amount_") || reason == "currency_unknown";
        let of_capital = Some(agreement("contract_capital"));
        let mut problems = line.problems.iter();
        problems.any(|problem| problem.field == of_capital && lost(problem.reason))
    };
    match line.get(target("agreement", "contract_capital")).clone() {
        Cell::Known(Value::Money(money), _) => {
            let rate = match line.get(target("agreement", "rate")) {
                Cell::Known(Value::Number(rate), _) => Some(*rate),
                _ => None,
            };
            if money.in_fen(rate).is_some_and(|fen| rule.on_a_line(fen)) {
                tell(line, "contract_capital", "on_the_line", Level::Should);
            }
        }
        _ if refused(line) => {}
        _ if line
            .column(Role::Field(agreement("contract_capital")))
            .is_some() =>
        {
            tell(line, "contract_capital", "amount_missing", Level::Info);
        }
        _ => {}
    }
}

/// A remark may say that the amount is another by now: `投资额调减至1.2亿元`.
fn changed_later(line: &mut Line<'_>) {
    const CHANGES: &[&str] = &[
        "调减",
        "调增",
        "调整为",
        "调整至",
        "调为",
        "核减",
        "核增",
        "减资",
        "减少至",
        "减至",
        "增加至",
        "增至",
        "变更为",
        "变更至",
        "压减",
        "追加",
        "缩减",
    ];
    let Some(column) = line.column(Role::Field(agreement("note"))) else {
        return;
    };
    let is_counted = line.uncounted.is_none();
    let text = tight(&line.raw(column).display());
    let says = |change: &&str| {
        text.split_once(*change).is_some_and(|(_, rest)| {
            let near = rest.chars().take(MOST_BETWEEN).collect::<String>();
            let amount =
                near.find(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十".contains(c));
            amount.is_some_and(|at| near[at..].contains(['万', '亿']))
        })
    };
    if is_counted && CHANGES.iter().any(says) {
        let field = agreement("contract_capital");
        line.report(
            Some(column),
            Some(field),
            "amount_changed_later",
            Level::Should,
        );
    }
}

/// A remark may say that the project was signed before: `县庆仪式上再次签约`.
fn signed_again(line: &mut Line<'_>) {
    const AGAIN: &[&str] = &["二次签约", "再次签约", "重复签约", "重新签约"];
    let note = agreement("note");
    let says = |text: &str| AGAIN.iter().any(|word| text.contains(word));
    if line.uncounted.is_none() && line.text(note).is_some_and(says) {
        let column = line.column(Role::Field(note));
        line.report(column, Some(note), "signed_again", Level::Should);
    }
}

/// Characters between the word for a change and the end of its amount.
const MOST_BETWEEN: usize = 16;

/// Capital above the total, or a thousandth of it and less, was written in
/// another unit than its heading names, more often than not.
fn far_apart(line: &mut Line<'_>) {
    let money = |field| match line.get(agreement(field)) {
        Cell::Known(Value::Money(money), _) => Some(*money),
        _ => None,
    };
    let (Some(total), Some(capital)) = (money("contract_total"), money("contract_capital")) else {
        return;
    };
    let is_same = total.currency == capital.currency;
    let above = capital.minor > total.minor;
    let below = capital.minor > 0 && capital.minor.saturating_mul(MOST_APART) <= total.minor;
    if is_same && total.minor > 0 && (above || below) {
        let field = agreement("contract_capital");
        let column = line.column(Role::Field(field));
        line.report(column, Some(field), "amounts_far_apart", Level::Should);
    }
}

/// How many times the capital a total is at most.
const MOST_APART: i64 = 1_000;
