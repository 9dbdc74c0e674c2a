//! The records of the example signing ledgers against their published truth.

mod habits;
mod merged;
mod storm;
mod strangers;
mod told;
mod truth;
mod variants;
pub(crate) mod whole;
mod zones;

use serde_json::Value as Json;
use suoji_model::words::{Language, word};
use suoji_model::{Absent, Cell, Mark, Value};

use crate::table::{LedgerRow, Table, Target};
use truth::{truth, understood};

fn cell(row: &LedgerRow, kind: &'static str, field: &'static str) -> Cell {
    let target = Target { kind, field };
    row.cells.get(&target).cloned().unwrap_or(Cell::Blank)
}

fn text(row: &LedgerRow, kind: &'static str, field: &'static str) -> Option<String> {
    cell(row, kind, field).as_text().map(str::to_owned)
}

/// Fen of an amount at its own rate, and its mark.
fn fen(row: &LedgerRow, field: &'static str) -> (Option<i64>, Option<Mark>) {
    let rate = match cell(row, "agreement", "rate") {
        Cell::Known(Value::Number(rate), _) => Some(rate),
        _ => None,
    };
    match cell(row, "agreement", field) {
        Cell::Known(Value::Money(money), mark) => (money.in_fen(rate), mark),
        _ => (None, None),
    }
}

fn rows<'a>(tables: &'a [Table], sheet: &str) -> &'a [LedgerRow] {
    let table = tables.iter().find(|table| table.sheet == sheet);
    &table.expect("sheet").rows
}

fn check_records(layout: &str, file: &str) {
    let (truth, got) = (truth(layout), understood(layout, file));
    for want in truth["rows"]["sign"].as_array().expect("rows") {
        let key = want["key"].as_str().expect("key");
        let at = &want["at"];
        let row = rows(&got.tables, at["sheet"].as_str().expect("sheet"))
            .iter()
            .find(|row| Some(u64::from(row.row)) == at["row"].as_u64())
            .unwrap_or_else(|| panic!("{key}: no row"));
        assert!(!row.rejected, "{key}");
        let same = |kind, field, name: &str| {
            assert_eq!(
                text(row, kind, field).as_deref(),
                want[name].as_str(),
                "{key} {name}"
            );
        };
        same("project", "name", "project_name");
        same("agreement", "project", "project_name");
        same("enterprise", "name", "investor");
        same("enterprise", "uscc", "uscc");
        same("project", "chain", "chain");
        same("project", "chain_node", "segment");
        same("project", "partner", "partner");
        same("project", "resident_office", "resident_office");
        same("agreement", "responsible_unit", "unit");
        same("project", "sponsor_leader", "leader");
        same("contact", "name", "contact");
        same("contact", "mobile", "phone");
        check_choices(row, want, key);
        check_amounts(row, want, key);
        let Cell::Known(Value::Date(date), None) = cell(row, "agreement", "sign_date") else {
            panic!("{key}: no date");
        };
        let written = want["sign_date"].as_str().expect("date");
        assert!(
            date.start().to_string().starts_with(written),
            "{key} {date}"
        );
        assert_eq!(
            Some(date.precision().name()),
            want["sign_date_precision"].as_str(),
            "{key}"
        );
        let area = match cell(row, "project", "land_area") {
            Cell::Known(Value::Area(area), None) => Some(area.amount()),
            Cell::Absent(Absent::Pending) => {
                assert_eq!(want["land_null"], "待定", "{key}");
                None
            }
            _ => None,
        };
        let land = want["land_mu"].as_f64().map(|land| land.to_string());
        assert_eq!(area, land, "{key} land");
        let void = cell(row, "agreement", "voided") == Cell::exact(Value::Flag(true));
        assert_eq!(void, want["kind"] == "voided", "{key} voided");
        if void {
            let date = cell(row, "agreement", "void_date");
            assert!(
                matches!(date, Cell::Known(Value::Date(d), _) if d.to_string() == "2023-11-20")
            );
        }
    }
}

fn check_choices(row: &LedgerRow, want: &Json, key: &str) {
    let label = |kind: &str, field: &str, value: Option<String>| {
        let key = format!("choice.{kind}.{field}.{}", value.unwrap_or_default());
        word(Language::Chinese, &key).to_owned()
    };
    let kind = label(
        "agreement",
        "agreement_type",
        text(row, "agreement", "agreement_type"),
    );
    let written = match want["agreement_type"].as_str() {
        Some("战略合作协议") => Some("框架协议"),
        other => other,
    };
    assert_eq!(Some(kind.as_str()), written, "{key}");
    let method = text(row, "project", "promotion_method");
    let method = label("project", "promotion_method", method);
    assert_eq!(Some(method.as_str()), want["method"].as_str(), "{key}");
}

fn check_amounts(row: &LedgerRow, want: &Json, key: &str) {
    let wanted = |name: &str| want[name].as_i64().map(|yuan| yuan * 100);
    let (capital, mark) = fen(row, "contract_capital");
    assert_eq!(capital, wanted("contract_capital_yuan"), "{key} capital");
    assert_eq!(mark.is_some(), want["capital_approx"] == true, "{key} mark");
    let (total, mark) = fen(row, "contract_total");
    if mark == Some(Mark::AtLeast) {
        // 不低于11.3亿 of a total that is 11.397亿: as good as the cell.
        assert!(total < wanted("total_investment_yuan"), "{key} total");
        return;
    }
    assert_eq!(total, wanted("total_investment_yuan"), "{key} total");
    if let Some(high) = wanted("total_investment_high_yuan") {
        assert_eq!(mark, Some(Mark::Range { high }), "{key} range");
    }
    if key != "S034" {
        let (fixed, _) = fen(row, "fixed_investment");
        let wanted = wanted("fixed_investment_yuan");
        let absent = matches!(cell(row, "agreement", "fixed_investment"), Cell::Absent(_));
        assert!(
            fixed == wanted || absent,
            "{key} fixed {fixed:?} {wanted:?}"
        );
    }
    if let Cell::Known(Value::Money(money), _) = cell(row, "agreement", "contract_capital") {
        assert_eq!(
            Some(money.currency.code()),
            want["currency"].as_str(),
            "{key}"
        );
        let original = want["original_amount"].as_i64().map(|amount| amount * 100);
        assert_eq!(Some(money.minor), original, "{key} original");
    }
}

const PLAIN: (&str, &str) = ("B", "B_示例_签约项目台账_2023.xlsx");
const MESSY: (&str, &str) = ("A", "A_签约项目台账_2023.xlsx");

#[test]
fn the_plain_ledger_gives_the_expected_records() {
    check_records(PLAIN.0, PLAIN.1);
}

#[test]
fn the_messy_ledger_gives_the_expected_records() {
    check_records(MESSY.0, MESSY.1);
}
