//! Every sheet of the example ledgers against its published layout, totals
//! and reviews.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value as Json;

use crate::problem::Level;
use crate::table::{Table, Target};
use crate::{Understood, read, understand};

pub(super) fn folder(layout: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/ledgers")
        .join(layout)
}

pub(super) fn truth(layout: &str) -> Json {
    let text = std::fs::read_to_string(folder(layout).join("expected.json")).expect("expected");
    serde_json::from_str(&text).expect("json")
}

pub(super) fn understood(layout: &str, file: &str) -> Understood {
    let bytes = std::fs::read(folder(layout).join(file)).expect("ledger");
    understand(&read(file, &bytes).expect("readable"))
}

/// Every file of both layouts, with what is expected of it.
pub(super) fn every_file(check: impl Fn(&str, &Json, &Json, &Understood)) {
    for layout in ["A", "B"] {
        let truth = truth(layout);
        for about in truth["files"].as_array().expect("files") {
            let file = about["file"].as_str().expect("file");
            check(file, &truth, about, &understood(layout, file));
        }
    }
}

fn table<'a>(got: &'a Understood, name: &str) -> &'a Table {
    let table = got.tables.iter().find(|table| table.sheet == name);
    table.unwrap_or_else(|| panic!("{name}: {:?}", got.problems))
}

fn numbers(json: &Json) -> Vec<u32> {
    let list = json.as_array().expect("list").iter();
    list.filter_map(|one| u32::try_from(one.as_u64()?).ok())
        .collect()
}

/// The field of the model for a column of the published truth, by ledger.
const FIELDS: &[(&str, &[(&str, &str)])] = &[
    (
        "sign",
        &[
            ("no", "project.project_no"),
            ("name", "project.name"),
            ("investor", "enterprise.name"),
            ("uscc", "enterprise.uscc"),
            ("origin", "project.source_region"),
            ("content", "project.content"),
            ("total", "agreement.contract_total"),
            ("capital", "agreement.contract_capital"),
            ("fixed", "agreement.fixed_investment"),
            ("rate", "agreement.rate"),
            ("land", "project.land_area"),
            ("chain", "project.chain"),
            ("segment", "project.chain_node"),
            ("sign", "agreement.sign_date"),
            ("agreement", "agreement.agreement_type"),
            ("method", "project.promotion_method"),
            ("partner", "project.partner"),
            ("resident", "project.resident_office"),
            ("unit", "agreement.responsible_unit"),
            ("leader", "project.sponsor_leader"),
            ("contact", "contact.name"),
            ("phone", "contact.mobile"),
            ("remark", "agreement.note"),
        ],
    ),
    (
        "key",
        &[
            ("name", "project.name"),
            ("owner", "project.project_company"),
            ("content", "project.content"),
            ("level", "key_project.key_level"),
            ("nature", "key_project.build_nature"),
            ("phase", "project_phase.phase"),
            ("total", "key_project.total_investment"),
            ("plan", "key_project.annual_plan_investment"),
            ("done", "key_project.annual_completed_investment"),
            ("cum", "key_project.cumulative_investment"),
            ("nb", "key_project.buildings"),
            ("started", "key_project.buildings_started"),
            ("capped", "key_project.buildings_capped"),
            ("start_plan", "key_project.planned_start_date"),
            ("start_act", "key_project.start_date"),
            ("end_plan", "key_project.planned_completion_date"),
            ("progress", "key_project.visible_progress"),
            ("weekly", "key_project.weekly_progress"),
            ("issue", "key_project.issue"),
            ("unit", "key_project.responsible_unit"),
            ("leader", "key_project.sponsor_leader"),
            ("officer", "key_project.service_officer"),
            ("colour", "key_project.rag_status"),
        ],
    ),
    (
        "done",
        &[
            ("name", "project.name"),
            ("owner", "project.project_company"),
            ("total", "key_project.total_investment"),
            ("start", "key_project.start_date"),
            ("comp", "key_project.completion_date"),
            ("prod", "key_project.production_date"),
            ("unit", "key_project.responsible_unit"),
            ("remark", "key_project.note"),
        ],
    ),
    (
        "leads",
        &[
            ("at", "lead.reported_at"),
            ("office", "lead.reporting_unit"),
            ("channel", "lead.lead_source"),
            ("introducer", "lead.introducer"),
            ("enterprise", "lead.enterprise"),
            ("origin", "lead.source_region"),
            ("chain", "lead.chain"),
            ("content", "lead.content"),
            ("invest", "lead.planned_investment"),
            ("land", "lead.land_area"),
            ("progress", "lead.progress"),
            ("person", "lead.responsible_person"),
            ("contact", "contact.name"),
            ("phone", "contact.mobile"),
            ("verdict", "lead.assessment"),
            ("effective", "lead.is_effective"),
        ],
    ),
    (
        "paid",
        &[
            ("name", "project.name"),
            ("payer", "payment.payer"),
            ("date", "payment.paid_date"),
            ("amount", "payment.paid_in"),
            ("rate", "payment.rate"),
            ("recognised", "payment.recognised_amount"),
            ("kind", "payment.fund_kind"),
            ("voucher", "payment.voucher_no"),
            ("status", "payment.state"),
            ("remark", "payment.note"),
        ],
    ),
    (
        "visits",
        &[
            ("office", "visit.resident_office"),
            ("date", "visit.visit_date"),
            ("end", "visit.end_date"),
            ("type", "visit.visit_type"),
            ("park", "visit.place"),
            ("enterprise", "visit.enterprise"),
            ("theirs", "visit.their_people"),
            ("rank", "visit.their_duty"),
            ("ours", "visit.our_people"),
            ("content", "visit.content"),
            ("result", "visit.result"),
            ("next", "visit.follow_up"),
            ("due", "visit.due_date"),
        ],
    ),
    (
        "units",
        &[
            ("park", "factory_unit.park"),
            ("building", "factory_unit.building"),
            ("unit", "factory_unit.unit_no"),
            ("floors", "factory_unit.floors"),
            ("height", "factory_unit.floor_height"),
            ("load", "factory_unit.floor_load"),
            ("area", "factory_unit.floor_area"),
            ("leased", "lease.leased_area"),
            ("sold", "lease.sold_area"),
            ("vacant", "factory_unit.vacant_area"),
            ("tenant", "lease.tenant"),
            ("start", "lease.start_date"),
            ("end", "lease.end_date"),
            ("rent", "factory_unit.rent"),
            ("state", "factory_unit.state"),
        ],
    ),
    (
        "parcels",
        &[
            ("no", "parcel.parcel_no"),
            ("place", "parcel.place"),
            ("mu", "parcel.land_area"),
            ("use", "parcel.land_use"),
            ("far", "parcel.plot_ratio"),
            ("state", "parcel.supply_state"),
            ("project", "parcel.intended_project"),
        ],
    ),
];

pub(super) fn target(ledger: &str, field: &str) -> Option<String> {
    let (_, fields) = FIELDS.iter().find(|(name, _)| *name == ledger)?;
    let (_, target) = fields.iter().find(|(name, _)| *name == field)?;
    Some((*target).to_owned())
}

#[test]
fn every_sheet_has_the_expected_layout() {
    every_file(|file, _, about, got| {
        let sheets = about["sheets"].as_array().expect("sheets");
        assert_eq!(got.tables.len(), sheets.len(), "{file}");
        for sheet in sheets {
            let name = sheet["name"].as_str().expect("name");
            let table = table(got, name);
            let place = format!("{file} {name}");
            assert_eq!(table.header_rows, numbers(&sheet["header_rows"]), "{place}");
            let columns = sheet["columns"].as_array().expect("columns");
            assert_eq!(columns.len(), table.columns.len(), "{place}");
            for (want, got) in columns.iter().zip(&table.columns) {
                let place = format!("{place} {}", got.head);
                assert_eq!(want["letter"], got.letter.as_str(), "{place}");
                assert_eq!(want["head"], got.head.as_str(), "{place}");
                let ledger = sheet["ledger"].as_str().expect("ledger");
                let field = target(ledger, want["field"].as_str().expect("field"));
                assert_eq!(got.target.map(|one| one.dotted()), field, "{place}");
                if let Some(unit) = want["unit"].as_str() {
                    // Truth says 万 of the row's currency of a heading in 万元.
                    let unit = if unit.starts_with("万 ") {
                        "万元"
                    } else {
                        unit
                    };
                    assert_eq!(got.unit, Some(unit), "{place}");
                }
                assert!(got.confidence >= 85, "{place} {}", got.confidence);
            }
            let data = sheet["data_rows"].as_array().expect("rows").iter();
            let data: Vec<u64> = data.filter_map(|row| row["row"].as_u64()).collect();
            let rows: Vec<u64> = table.rows.iter().map(|row| u64::from(row.row)).collect();
            assert_eq!(rows, data, "{place}");
            assert_eq!(table.read, data.len() as u64, "{place}");
            let skipped: Vec<(u64, &str, &str)> = table
                .skipped
                .iter()
                .map(|row| (u64::from(row.row), row.kind, row.text.as_str()))
                .collect();
            let wanted = sheet["skip_rows"].as_array().expect("skipped").iter();
            let wanted: Vec<(u64, &str, &str)> = wanted
                .filter_map(|row| {
                    Some((
                        row["row"].as_u64()?,
                        row["kind"].as_str()?,
                        row["text"].as_str()?,
                    ))
                })
                .collect();
            assert_eq!(skipped, wanted, "{place}");
            let merges: BTreeSet<&str> = table.merges.iter().map(String::as_str).collect();
            let wanted = sheet["merges"].as_array().expect("merges").iter();
            assert_eq!(merges, wanted.filter_map(Json::as_str).collect(), "{place}");
            let hidden = sheet["hidden_columns"].as_array().expect("hidden").iter();
            let hidden: Vec<&str> = hidden.filter_map(Json::as_str).collect();
            assert_eq!(table.hidden_columns, hidden, "{place}");
            assert_eq!(
                table.gaps.len(),
                sheet["blank_gaps"].as_array().expect("gaps").len()
            );
            assert_eq!(
                table.year,
                Some(2023).filter(|_| file.contains("2023")),
                "{place}"
            );
        }
        assert!(got.problems.is_empty(), "{file} {:?}", got.problems);
        assert!(got.questions.is_empty(), "{file} {:?}", got.questions);
    });
}

#[test]
fn every_total_agrees_as_expected() {
    every_file(|file, _, about, got| {
        for sheet in about["sheets"].as_array().expect("sheets") {
            let (name, ledger) = (sheet["name"].as_str(), sheet["ledger"].as_str());
            let table = table(got, name.expect("name"));
            let mut compared = 0;
            for want in sheet["subtotals"].as_array().expect("subtotals") {
                for (field, figure) in want["values"].as_object().expect("values") {
                    let field = target(ledger.expect("ledger"), field).expect("field");
                    let found = table.subtotals.iter().find(|one| {
                        Some(u64::from(one.row)) == want["row"].as_u64()
                            && one.field.dotted() == field
                    });
                    let found = found.unwrap_or_else(|| panic!("{file} {want} {field}"));
                    let claimed = figure["claimed"].as_f64().or(figure["claimed_m2"].as_f64());
                    let text: f64 = found.claimed.parse().expect("number");
                    assert!(
                        (text - claimed.expect("claim")).abs() < 1e-9,
                        "{file} {found:?}"
                    );
                    let agrees = figure["agrees"].as_bool().unwrap_or(true);
                    assert_eq!(found.agrees.is_some(), agrees, "{file} {found:?}");
                    // Truth knows one amount that the sheet leaves out.
                    let incomplete = found.agrees == Some("incomplete");
                    if incomplete {
                        assert_eq!(field, "agreement.fixed_investment");
                        let place = (found.row, Some(found.field));
                        let told = table
                            .problems
                            .iter()
                            .find(|one| (one.row, one.field) == place);
                        let beside = told
                            .and_then(|one| one.raw.split_once(" ≠ "))
                            .expect("pair")
                            .1;
                        let (beside, apart): (f64, f64) = (
                            beside.parse().expect("sum"),
                            found.difference.parse().expect("sum"),
                        );
                        assert!((text - apart - beside).abs() < 1e-9, "{file} {found:?}");
                        continue;
                    }
                    if let Some(sum) = figure["true_sum_of_counted_rows_yuan"].as_i64() {
                        let unit = if text_unit(table, found.field) == "亿元" {
                            1e8
                        } else {
                            1e4
                        };
                        let counted: f64 = found.counted.parse().expect("number");
                        assert!(
                            (counted - sum as f64 / unit).abs() <= 0.0051,
                            "{file} {found:?}"
                        );
                    }
                    compared += 1;
                }
            }
            let disagree = |one: &&crate::Subtotal| one.agrees.is_none();
            assert_eq!(
                table.subtotals.iter().filter(disagree).count(),
                0,
                "{file} {:?}",
                table.subtotals
            );
            assert!(table.subtotals.len() >= compared);
        }
    });
}

fn text_unit(table: &Table, field: Target) -> &'static str {
    let column = table.columns.iter().find(|one| one.target == Some(field));
    column.and_then(|one| one.unit).unwrap_or_default()
}

type Reviews = BTreeSet<(String, u64, String, String, String)>;

#[test]
fn every_review_is_raised_and_no_more() {
    every_file(|file, truth, _, got| {
        let of = |json: &Json, name: &str| json[name].as_str().expect("text").to_owned();
        let reviews = truth["review"].as_array().expect("review").iter();
        let wanted: Reviews = reviews
            .filter(|one| one["file"] == file)
            .map(|one| {
                let row = one["row"].as_u64().expect("row");
                let (reason, level) = (of(one, "reason"), of(one, "level"));
                (of(one, "sheet"), row, of(one, "column"), reason, level)
            })
            .collect();
        let rows = got.tables.iter().flat_map(|table| &table.rows);
        let problems = rows.flat_map(|row| &row.problems);
        let mut found: Reviews = problems
            .map(|one| {
                let (sheet, column) = (one.sheet.clone(), one.column.clone());
                let (reason, level) = (one.reason.to_owned(), one.level.name().to_owned());
                (sheet, u64::from(one.row), column, reason, level)
            })
            .collect();
        for one in &got.duplicates {
            let level = one.level.name().to_owned();
            for (place, column) in &one.others {
                // The ended lease is named as such already.
                let (reason, row) = (one.reason.to_owned(), u64::from(place.row));
                found.insert((
                    place.sheet.clone(),
                    row,
                    column.clone(),
                    reason,
                    level.clone(),
                ));
            }
        }
        let missed: Vec<_> = wanted.difference(&found).collect();
        assert!(missed.is_empty(), "{file} missed {missed:#?}");
        // Nothing else needs a person; information may be more.
        let info = Level::Info.name();
        let more: Vec<_> = found
            .difference(&wanted)
            .filter(|one| one.4 != info)
            .collect();
        assert!(more.is_empty(), "{file} too much {more:#?}");
        let mut of_tables = got.tables.iter().flat_map(|table| &table.problems);
        assert!(of_tables.all(|one| one.level == Level::Info), "{file}");
    });
}

#[test]
fn duplicates_within_a_file_are_the_expected_ones() {
    for layout in ["A", "B"] {
        let truth = truth(layout);
        let place = |at: &Json| {
            let sheet = at["sheet"].as_str().expect("sheet").to_owned();
            (sheet, at["row"].as_u64().expect("row"))
        };
        let wanted = truth["duplicates"].as_array().expect("duplicates").iter();
        let wanted: BTreeSet<_> = wanted
            .map(|one| {
                let others = one["others"].as_array().expect("others").iter();
                let others: Vec<_> = others.map(|other| place(&other["at"])).collect();
                (place(&one["kept"]["at"]), others)
            })
            .collect();
        let mut found = BTreeSet::new();
        for about in truth["files"].as_array().expect("files") {
            let file = about["file"].as_str().expect("file");
            for one in understood(layout, file).duplicates {
                let place = |place: &crate::Place| (place.sheet.clone(), u64::from(place.row));
                let others = one.others.iter().map(|(other, _)| place(other)).collect();
                found.insert((place(&one.kept), others));
            }
        }
        assert_eq!(found, wanted, "{layout}");
    }
}

#[test]
fn the_names_of_files_and_sheets_are_not_needed() {
    for layout in ["A", "B"] {
        for about in truth(layout)["files"].as_array().expect("files") {
            let file = about["file"].as_str().expect("file");
            let bytes = std::fs::read(folder(layout).join(file)).expect("ledger");
            let mut book = read("1.xlsx", &bytes).expect("readable");
            for (number, sheet) in book.sheets.iter_mut().enumerate() {
                sheet.name = format!("Sheet{}", number + 1);
            }
            let found = understand(&book);
            let sheets = about["sheets"].as_array().expect("sheets");
            assert_eq!(found.tables.len(), sheets.len(), "{file}");
            for (sheet, table) in sheets.iter().zip(&found.tables) {
                let ledger = sheet["ledger"].as_str().expect("ledger");
                let columns = sheet["columns"].as_array().expect("columns").iter();
                let wanted = columns.map(|one| target(ledger, one["field"].as_str().unwrap_or("")));
                let got = table.columns.iter();
                let got = got.map(|one| one.target.map(|one| one.dotted()));
                assert!(got.eq(wanted), "{file} {:?}", table.columns);
                assert_eq!(table.header_rows, numbers(&sheet["header_rows"]), "{file}");
            }
        }
    }
}
