//! What a person should know about an agreement that was read whole.

use suoji_model::rule::SigningRule;
use suoji_model::{Cell, Value};

use super::line::Line;
use super::words::{Role, target};
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
        let column = line.column(Role::Field(agreement(field)));
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
