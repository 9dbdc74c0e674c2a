//! The example ledgers against their published truth.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value as Json;
use suoji_model::words::{Language, word};
use suoji_model::{Absent, Cell, Mark, Value};

use crate::problem::Level;
use crate::table::{LedgerRow, Table, Target};
use crate::{Understood, read, understand};

fn folder(layout: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/ledgers")
        .join(layout)
}

fn truth(layout: &str) -> Json {
    let text = std::fs::read_to_string(folder(layout).join("expected.json")).expect("expected");
    serde_json::from_str(&text).expect("json")
}

fn understood(layout: &str, file: &str) -> Understood {
    let bytes = std::fs::read(folder(layout).join(file)).expect("ledger");
    understand(&read(file, &bytes).expect("readable"))
}

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

fn check_layout(layout: &str, file: &str) {
    let (truth, got) = (truth(layout), understood(layout, file));
    let files = truth["files"].as_array().expect("files");
    let about = files.iter().find(|one| one["file"] == file).expect("file");
    for sheet in about["sheets"].as_array().expect("sheets") {
        let name = sheet["name"].as_str().expect("name");
        let table = got
            .tables
            .iter()
            .find(|table| table.sheet == name)
            .expect("table");
        assert_eq!(table.kind, "agreement");
        assert_eq!(table.year, Some(2023));
        let numbers = |json: &Json| -> Vec<u64> {
            json.as_array()
                .expect("list")
                .iter()
                .filter_map(Json::as_u64)
                .collect()
        };
        let header: Vec<u64> = table
            .header_rows
            .iter()
            .map(|row| u64::from(*row))
            .collect();
        assert_eq!(header, numbers(&sheet["header_rows"]), "{name}");
        let columns = sheet["columns"].as_array().expect("columns");
        assert_eq!(columns.len(), table.columns.len());
        for (want, got) in columns.iter().zip(&table.columns) {
            assert_eq!(want["letter"], got.letter.as_str());
            assert_eq!(want["head"], got.head.as_str());
            if let Some(unit) = want["unit"].as_str() {
                assert_eq!(got.unit, Some(unit), "{}", got.head);
            }
            assert!(got.confidence >= 85, "{} {}", got.head, got.confidence);
        }
        let data = sheet["data_rows"].as_array().expect("rows");
        let data: Vec<u64> = data.iter().filter_map(|row| row["row"].as_u64()).collect();
        let rows: Vec<u64> = table.rows.iter().map(|row| u64::from(row.row)).collect();
        assert_eq!(rows, data, "{name}");
        let skipped: Vec<(u64, &str)> = table
            .skipped
            .iter()
            .map(|row| (u64::from(row.row), row.kind))
            .collect();
        let wanted = sheet["skip_rows"].as_array().expect("skipped").iter();
        let wanted: Vec<(u64, &str)> = wanted
            .map(|row| {
                let kind = row["kind"].as_str().expect("kind");
                let kind = if kind == "totals_sentence" {
                    "title"
                } else {
                    kind
                };
                (row["row"].as_u64().expect("row"), kind)
            })
            .collect();
        assert_eq!(skipped, wanted, "{name}");
    }
}

fn check_reviews(layout: &str, file: &str) {
    type Found = BTreeSet<(String, u64, String, String, String)>;
    let (truth, got) = (truth(layout), understood(layout, file));
    let of = |json: &Json, name: &str| json[name].as_str().expect("text").to_owned();
    let reviews = truth["review"].as_array().expect("review").iter();
    let wanted: Found = reviews
        .filter(|one| one["file"] == file && one["reason"] != "duplicate_project")
        .map(|one| {
            let row = one["row"].as_u64().expect("row");
            let (reason, level) = (of(one, "reason"), of(one, "level"));
            (of(one, "sheet"), row, of(one, "column"), reason, level)
        })
        .collect();
    let problems = got
        .tables
        .iter()
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.problems);
    let found: Found = problems
        .map(|one| {
            let (sheet, column) = (one.sheet.clone(), one.column.clone());
            let (reason, level) = (one.reason.to_owned(), one.level.name().to_owned());
            (sheet, u64::from(one.row), column, reason, level)
        })
        .collect();
    let missed: Vec<_> = wanted.difference(&found).collect();
    assert!(missed.is_empty(), "missed {missed:#?}");
    // Nothing else needs a person; information may be more.
    let info = Level::Info.name();
    let more: Vec<_> = found
        .difference(&wanted)
        .filter(|one| one.4 != info)
        .collect();
    assert!(more.is_empty(), "too much {more:#?}");
    let mut of_tables = got.tables.iter().flat_map(|table| &table.problems);
    assert!(got.problems.is_empty() && of_tables.all(|one| one.level == Level::Info));
}

const PLAIN: (&str, &str) = ("B", "B_示例_签约项目台账_2023.xlsx");
const MESSY: (&str, &str) = ("A", "A_签约项目台账_2023.xlsx");

#[test]
fn the_plain_ledger_has_the_expected_layout() {
    check_layout(PLAIN.0, PLAIN.1);
}

#[test]
fn the_plain_ledger_gives_the_expected_records() {
    check_records(PLAIN.0, PLAIN.1);
}

#[test]
fn the_plain_ledger_raises_the_expected_problems() {
    check_reviews(PLAIN.0, PLAIN.1);
}

#[test]
fn the_messy_ledger_has_the_expected_layout() {
    check_layout(MESSY.0, MESSY.1);
}

#[test]
fn the_messy_ledger_gives_the_expected_records() {
    check_records(MESSY.0, MESSY.1);
}

#[test]
fn the_messy_ledger_raises_the_expected_problems() {
    check_reviews(MESSY.0, MESSY.1);
}

#[test]
fn ledgers_of_other_kinds_are_named_and_left_alone() {
    for layout in ["A", "B"] {
        for entry in std::fs::read_dir(folder(layout)).expect("folder") {
            let file = entry
                .expect("entry")
                .file_name()
                .into_string()
                .expect("name");
            if !file.ends_with("xlsx") || file.contains("签约") {
                continue;
            }
            let got = understood(layout, &file);
            assert!(got.tables.is_empty(), "{file} {:?}", got.tables[0].columns);
            assert!(
                got.problems
                    .iter()
                    .all(|one| one.reason == "sheet_not_understood")
            );
            assert!(!got.problems.is_empty());
        }
    }
}
