//! Rows of a signing ledger (签约项目台账): an agreement with its project,
//! enterprise and contact in one row.

use suoji_model::{Cell, Value};

use super::line::Line;
use super::signing_checks::check;
use super::signing_money::money;
use super::void;
use super::words::Role;

use crate::cells::text::tidy;
use crate::cells::{null, person};
use crate::problem::Level;
use crate::table::{LedgerRow, Target};

/// Fields that need more than their own cell.
fn special(target: Target) -> bool {
    matches!(
        (target.kind, target.field),
        ("contact", "name" | "mobile" | "phone")
            | (
                "agreement",
                "contract_total" | "contract_capital" | "fixed_investment"
            )
            | ("project", "total_investment")
            | ("enterprise", "registered_capital")
    )
}

/// Reads one row.
pub(super) fn read(mut line: Line<'_>) -> LedgerRow {
    line.read_fields(special);
    money(&mut line);
    contact(&mut line);
    status(&mut line);
    names(&mut line);
    check(&mut line);
    line.finish()
}

/// The agreement is of the project; without a project's name there is neither.
fn names(line: &mut Line<'_>) {
    let column = line.column_of("project", "name");
    if column.is_none()
        && let Cell::Known(Value::Text(name), _) = line.get("enterprise", "name").clone()
    {
        line.set("project", "name", Value::Text(name));
    }
    match line.get("project", "name").clone() {
        Cell::Known(Value::Text(name), _) => line.set("agreement", "project", Value::Text(name)),
        _ => {
            line.rejected = true;
            line.report(column, None, "name_missing", Level::Must);
        }
    }
    let kind = line.column_of("agreement", "agreement_type");
    if kind.is_none() {
        // The table says once that this was supposed.
        line.set(
            "agreement",
            "agreement_type",
            Value::Text("formal".to_owned()),
        );
    } else if *line.get("agreement", "agreement_type") == Cell::Blank {
        let told = |reason| reason == "agreement_type_unknown";
        if !line.problems.iter().any(|problem| told(problem.reason)) {
            line.report(kind, None, "agreement_type_unknown", Level::Must);
        }
        line.rejected = true;
    }
}

/// Name, duty and numbers from their columns or from one cell for all.
fn contact(line: &mut Line<'_>) {
    let put = |line: &mut Line<'_>, field: &'static str, text: Option<String>| {
        if let Some(text) = text.filter(|_| *line.get("contact", field) == Cell::Blank) {
            line.set("contact", field, Value::Text(text));
        }
    };
    if let Some(column) = line.column(Role::Person) {
        let raw = line.raw(column);
        if null::read(raw).is_none() {
            let person = person::split(&raw.display());
            if person.more {
                line.report(Some(column), None, "more_than_one_contact", Level::Should);
            }
            put(line, "name", person.name);
            put(line, "duty", person.duty);
            put(line, "mobile", person.mobile);
            put(line, "phone", person.phone);
        }
    }
    for field in ["name", "mobile", "phone"] {
        let Some(column) = line.column_of("contact", field) else {
            continue;
        };
        let raw = line.raw(column);
        if null::read(raw).is_some() {
            continue;
        }
        let text = raw.display();
        let person = person::split(&text);
        let several = person.more || person.mobile.is_some() && person.phone.is_some();
        if several {
            line.report(Some(column), None, "more_than_one_contact", Level::Should);
        }
        if field == "name" && person.mobile.is_none() && person.phone.is_none() {
            // A name in brackets or with a title stays as it was written
            // unless the title is plainly one.
            let name = person.name.unwrap_or_else(|| tidy(&text, false));
            put(line, "name", Some(name));
            put(line, "duty", person.duty);
            continue;
        }
        let known = person.mobile.is_some() || person.phone.is_some();
        put(line, "name", person.name.filter(|_| field == "name"));
        put(line, "mobile", person.mobile);
        put(line, "phone", person.phone);
        if !known && field != "name" {
            put(line, field, Some(person::number(&text)));
        }
    }
}

/// Void or not, by the status column, else by a remark.
fn status(line: &mut Line<'_>) {
    let voided = Target {
        kind: "agreement",
        field: "voided",
    };
    let note = line.column_of("agreement", "note");
    let remark = note
        .map(|column| line.raw(column).display())
        .unwrap_or_default();
    let found = void::by_remark(&remark);
    let status = line.column(Role::Status);
    let by_status = match status.map(|column| (column, line.raw(column))) {
        Some((column, raw)) if null::read(raw).is_none() => {
            let said = void::by_status(&raw.display());
            if said.is_none() {
                line.report(Some(column), Some(voided), "choice_unknown", Level::Must);
            }
            said
        }
        _ => None,
    };
    let own = match line.get("agreement", "voided") {
        Cell::Known(Value::Flag(flag), _) => Some(*flag),
        _ => None,
    };
    let struck = line.columns.iter().any(|column| {
        let name = column.role == Some(Role::Field(PROJECT_NAME));
        let look = line.sheet.looks.get(&(line.row.number, column.number));
        name && look.is_some_and(|look| look.struck)
    });
    let said = own.or(by_status);
    let is_void = said.unwrap_or(found.is_some());
    if said.is_some() || is_void {
        line.set("agreement", "voided", Value::Flag(is_void));
    }
    if !is_void {
        if struck {
            let name = line.column(Role::Field(PROJECT_NAME));
            line.report(name, Some(voided), "struck_through", Level::Must);
        }
        return;
    }
    let place = if found.is_some() { note } else { status };
    line.report(place, Some(voided), "voided", Level::Must);
    let Some(found) = found else {
        return;
    };
    line.set(
        "agreement",
        "void_reason",
        Value::Text(tidy(&found.reason, false)),
    );
    if let Some(date) = found.date {
        line.set("agreement", "void_date", Value::Date(date));
    }
}

const PROJECT_NAME: Target = Target {
    kind: "project",
    field: "name",
};
