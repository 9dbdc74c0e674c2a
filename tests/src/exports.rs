//! Lists on a superior's form: learned from a file, filled, totalled, read
//! again.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use calamine::{Data, Reader as _, Xlsx};
use serde_json::{Value as Json, json};

use crate::desk::{Story, ledgers};
use crate::paid::import;

const SIGNING: &str = "A_签约项目台账_2023.xlsx";

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).expect("xlsx")
}

fn file(path: &std::path::Path) -> Json {
    let bytes = std::fs::read(path).expect("file");
    json!({
        "file_name": path.file_name().expect("name").to_string_lossy(),
        "data": BASE64.encode(bytes),
    })
}

fn bytes(done: &Json) -> Vec<u8> {
    BASE64
        .decode(done["data"].as_str().expect("data"))
        .expect("base64")
}

/// A desk with a signing ledger in it, and the form of that ledger.
async fn learned() -> (Story, Json) {
    let story = Story::fresh().await;
    let path = ledgers().join("A").join(SIGNING);
    story.import(&path).await;
    let mut request = file(&path);
    request["kind"] = json!("agreement");
    let form = story.ask("learn_export_template", request).await;
    (story, form)
}

/// Texts and merged ranges of the rows of headings, from the first of them.
fn headings(book: &mut Book, first_text: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).expect("range");
    let (top, left) = range.start().expect("start");
    let rows: Vec<Vec<String>> = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let first = rows.iter().position(|row| row[0] == first_text);
    let first = first.expect("headings");
    let merges = book.merge_cells_by_sheet_name(&sheet).expect("merges");
    let start = top + u32::try_from(first).expect("row");
    let mut merges: Vec<String> = merges
        .iter()
        .filter(|area| area.start.0 >= start && area.start.0 < start + 2)
        .map(|area| {
            let (row, column) = (area.start.0 - start, area.start.1 - left);
            let (rows, columns) = (area.end.0 - area.start.0, area.end.1 - area.start.1);
            format!("{row},{column}+{rows},{columns}")
        })
        .collect();
    merges.sort();
    (rows[first..first + 2].to_vec(), merges)
}

#[tokio::test]
async fn a_list_goes_out_under_exactly_the_headings_that_were_learned() {
    let (story, learned) = learned().await;
    let form = &learned["form"];
    let mut request = json!({"kind": "agreement", "name": "市里的表", "form": form});
    story.ask("save_export_template", request.clone()).await;
    let templates = story
        .ask("export_templates", json!({"kind": "agreement"}))
        .await;
    assert_eq!(templates["templates"][0]["name"], "市里的表");
    assert_eq!(templates["templates"][0]["problems"], json!([]));
    assert_eq!(templates["templates"][0]["form"], *form);

    let export = json!({"kind": "agreement", "format": "xlsx", "template": "市里的表", "year": 2023,
        "sort": [{"field": "sign_date", "descending": false}]});
    let done = story.ask("export_list", export).await;
    let mut original = book(std::fs::read(ledgers().join("A").join(SIGNING)).expect("file"));
    let mut written = book(bytes(&done));
    let first = form["columns"][0]["heads"][0].as_str().expect("heading");
    assert_eq!(
        headings(&mut original, first),
        headings(&mut written, first)
    );

    // A name that nobody gave, and a field that is not there, are refused.
    let unknown = json!({"kind": "agreement", "format": "xlsx", "template": "没有的表"});
    let fault = story.refused("export_list", unknown).await;
    assert_eq!(fault.code(), "no_such_template");
    request["form"]["columns"][0]["fields"] = json!(["mascot"]);
    let fault = story.refused("save_export_template", request).await;
    assert_eq!(fault.code(), "bad_query");
    story.whole().await;
}

#[tokio::test]
async fn what_goes_out_on_a_form_comes_in_again_unchanged() {
    let (story, learned) = learned().await;
    let export = json!({"kind": "agreement", "format": "xlsx", "form": learned["form"], "year": 2023,
        "unmasked": true});
    let done = story.ask("export_list", export).await;
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("签约项目台账_2023.xlsx");
    std::fs::write(&path, bytes(&done)).expect("written");

    // Another desk reads the same figures out of it.
    let other = Story::fresh().await;
    let report = other.import(&path).await;
    assert_eq!(report["rejected"], 0, "{report}");
    assert_eq!(other.figures().await, story.figures().await);
    for table in report["tables"].as_array().expect("tables") {
        for sum in table["subtotals"].as_array().expect("sums") {
            assert!(!sum["agrees"].is_null(), "{sum}");
        }
    }
    // The same desk finds nothing new in it, and nothing in what was masked.
    let before = story
        .ask("records", json!({"kind": "agreement", "limit": 1000}))
        .await;
    let contacts = json!({"kind": "contact", "limit": 1000});
    let known = story.ask("records", contacts.clone()).await;
    for unmasked in [true, false] {
        let export = json!({"kind": "agreement", "format": "xlsx", "form": learned["form"],
            "year": 2023, "unmasked": unmasked});
        let done = story.ask("export_list", export).await;
        std::fs::write(&path, bytes(&done)).expect("written");
        let report = story
            .import_with(&path, json!({"on_duplicate": "update"}))
            .await;
        assert_eq!(report["created"], 0, "{report}");
        assert_eq!(report["updated"], 0, "{report}");
        assert_eq!(story.ask("records", contacts.clone()).await, known);
    }
    let after = story
        .ask("records", json!({"kind": "agreement", "limit": 1000}))
        .await;
    assert_eq!(before["total"], after["total"]);
}

#[tokio::test]
async fn totals_are_the_lists_own_and_say_what_is_only_about_known() {
    let (story, learned) = learned().await;
    let page = story
        .ask("records", json!({"kind": "agreement", "limit": 1}))
        .await;
    let mut form = learned["form"].clone();
    form["group"] = json!({"by": "agreement_type", "label": "{number}、{group}（{count}个）", "subtotal": "小计"});
    let export = json!({"kind": "agreement", "format": "xlsx", "form": form});
    let preview = story.ask("export_preview", export.clone()).await;
    let columns = form["columns"].as_array().expect("columns");
    let at = columns
        .iter()
        .position(|column| column["fields"] == json!(["contract_capital"]))
        .or_else(|| columns.iter().position(|column| column["total"] == true))
        .expect("a column that adds up");
    let field = columns[at]["fields"][0].as_str().expect("field");
    let written = book(bytes(&story.ask("export_list", export).await));
    let total = sum_of(written, at);
    let yuan: f64 = page["sums"][field]["yuan"]
        .as_str()
        .expect("sum")
        .parse()
        .expect("number");
    let power = match columns[at]["unit"].as_str() {
        Some("亿元") => 1e8,
        Some("万元") => 1e4,
        _ => 1.0,
    };
    assert!((total * power - yuan).abs() < 0.01, "{total} {yuan}");
    let sum = &page["sums"][field];
    let told = preview["remarks"].to_string();
    for (name, word) in [
        ("approximate", "约数"),
        ("missing", "无数"),
        ("foreign", "外币"),
    ] {
        let any = sum[name].as_u64() > Some(0);
        let expected = format!("{} ", sum[name]);
        assert!(
            !any || told.contains(word) && told.contains(expected.trim()),
            "{told} {sum}"
        );
    }
}

/// The stored value of the last row's cell in a column.
fn sum_of(mut book: Book, column: usize) -> f64 {
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).expect("range");
    let row = range.rows().rev().find(|row| row[0] == "合计");
    match &row.expect("total")[column] {
        Data::Float(number) => *number,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn personal_numbers_are_masked_unless_one_says_so_and_then_it_is_remembered() {
    let story = Story::fresh().await;
    let contact = json!({"kind": "contact", "values":
        {"name": "张三", "mobile": "13800001234", "note": "或 15912345678"}});
    story.ask("create_record", contact).await;
    let columns = json!(["name", "mobile", "note"]);
    let mut export = json!({"kind": "contact", "format": "csv", "columns": columns});
    let masked = bytes(&story.ask("export_list", export.clone()).await);
    let masked = String::from_utf8(masked).expect("utf-8");
    assert!(
        masked.contains("138****1234") && masked.contains("159****5678"),
        "{masked}"
    );
    let remembered = json!({"kind": "disclosure", "limit": 10});
    assert_eq!(story.ask("records", remembered.clone()).await["total"], 0);

    export["unmasked"] = json!(true);
    let plain = bytes(&story.ask("export_list", export.clone()).await);
    assert!(
        String::from_utf8(plain)
            .expect("utf-8")
            .contains("13800001234")
    );
    let page = story.ask("records", remembered).await;
    assert_eq!(page["total"], 1);
    let values = &page["rows"][0]["values"];
    assert_eq!(values["of_kind"], "contact");
    assert_eq!(values["row_count"], json!({"number": "1"}));
    assert_eq!(values["personal_fields"].as_array().map(Vec::len), Some(2));
    assert!(!page.to_string().contains("13800001234"));
    // What left the desk cannot be taken back: undo goes on to what was before.
    let state = story.ask("undo_state", json!({})).await;
    assert_eq!(state["undo"]["kind"], "contact", "{state}");

    export["encoding"] = json!("gb18030");
    let bytes = bytes(&story.ask("export_list", export).await);
    assert!(String::from_utf8(bytes).is_err());
    story.whole().await;
}

#[tokio::test]
async fn only_who_has_the_right_hands_out_full_numbers() {
    let story = Story::fresh().await;
    let contact = json!({"kind": "contact", "values": {"name": "张三", "mobile": "13800001234"}});
    story.ask("create_record", contact).await;
    let me = story.ask("desk_status", json!({})).await["person"]["id"].clone();
    let mut export = json!({"kind": "contact", "format": "csv", "columns": ["name", "mobile"]});
    let looked = story.ask("export_preview", export.clone()).await;
    // Whoever made the desk keeps it, and so may.
    assert_eq!(looked["may_unmask"], true);
    export["unmasked"] = json!(true);
    story.ask("export_list", export.clone()).await;
    let rights = [
        (json!({"role": "officer"}), false),
        (json!({"unmask_right": "allowed"}), true),
        (json!({"role": "records", "unmask_right": "refused"}), false),
        (json!({"unmask_right": null}), true),
    ];
    for (values, may) in rights {
        let asked = json!({"kind": "person", "id": me});
        let person = story.ask("record", asked).await;
        let edit = json!({"kind": "person", "id": me, "seen": person["version"], "values": values});
        story.ask("edit_record", edit).await;
        for command in ["export_list", "export_preview"] {
            match story.app.call(command, export.clone()).await {
                Ok(_) => assert!(may, "{values}"),
                Err(fault) => {
                    assert!(!may, "{values}");
                    assert_eq!(fault.code(), "no_right");
                }
            }
        }
    }
    // The right is written as everything is: who gave it, and when.
    let asked = json!({"kind": "person", "id": me});
    let history = story.ask("history", asked).await;
    assert!(history.to_string().contains("unmask_right"), "{history}");
    story.whole().await;
}

#[tokio::test]
async fn a_long_list_is_added_up_when_that_is_asked_for() {
    let story = Story::fresh().await;
    let mut text = String::from("项目编号,项目名称,投资方,签约时间,协议类型,合同总投资（万元）\n");
    for row in 0..5_200 {
        use std::fmt::Write as _;
        let _ = writeln!(
            text,
            "L{row},{row}号项目,{row}号公司,2023-03-05,正式投资合同,100"
        );
    }
    let file = json!({"name": "2023年签约.csv", "data": BASE64.encode(text)});
    story.ask("import_ledger", file).await;
    let mut asked = json!({"kind": "agreement", "format": "xlsx",
        "columns": ["project", "contract_total"]});
    let looked = story.ask("export_preview", asked.clone()).await;
    assert_eq!(looked["partial"], true);
    let sums = |looked: &Json| -> Option<String> {
        let lines = looked["lines"].as_array().expect("lines");
        let sums = lines.iter().find(|line| line["kind"] == "sums")?;
        Some(sums["cells"].to_string())
    };
    assert_eq!(sums(&looked), None);
    asked["whole"] = json!(true);
    let looked = story.ask("export_preview", asked).await;
    assert_eq!(looked["partial"], false);
    let sums = sums(&looked).expect("sums");
    assert!(sums.contains("520000"), "{sums}");
}

/// Projects with an agreement each, whose amounts are given.
async fn with_amounts(story: &Story, amounts: &[(&str, &str, Json)]) {
    for (at, (name, kind, amount)) in amounts.iter().enumerate() {
        let project = json!({"kind": "project", "values": {"name": name}});
        let project = story.ask("create_record", project).await;
        let values = json!({"project": project["id"], "agreement_type": kind,
            "sign_date": {"date": format!("2023-0{}-05", at + 1)}, "contract_total": amount});
        let agreement = json!({"kind": "agreement", "values": values});
        story.ask("create_record", agreement).await;
    }
}

/// The cells of a sheet's rows; numbers as a reader of the file finds them.
fn cells(done: &Json) -> Vec<Vec<String>> {
    let mut book = book(bytes(done));
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).expect("range");
    let row = |row: &[Data]| row.iter().map(ToString::to_string).collect();
    range.rows().map(row).collect()
}

#[tokio::test]
async fn a_list_goes_out_in_the_units_and_groups_it_is_shown_in() {
    let story = Story::fresh().await;
    let yuan = |amount: &str| json!({"amount": amount, "currency": "CNY"});
    with_amounts(
        &story,
        &[
            ("甲", "formal", yuan("12345678.99")),
            ("乙", "entry", yuan("200000000.00")),
            ("丙", "formal", yuan("50000.00")),
            ("丁", "entry", Json::Null),
        ],
    )
    .await;
    let mut asked = json!({"kind": "agreement", "format": "xlsx", "language": "zh-CN",
        "columns": ["project", "contract_total"],
        "sort": [{"field": "sign_date", "descending": true}]});
    let heads = ["项目", "合同总投资（万元）"];
    let flat = [
        heads,
        ["丁", ""],
        ["丙", "5"],
        ["乙", "20000"],
        ["甲", "1234.567899"],
        ["合计", "21239.567899"],
    ];
    assert_eq!(cells(&story.ask("export_list", asked.clone()).await), flat);
    // As many digits are shown as there are, but for the sum.
    let looked = story.ask("export_preview", asked.clone()).await;
    let shown: Vec<&Json> = looked["lines"].as_array().expect("lines").iter().collect();
    let shown = shown.iter().map(|line| &line["cells"][1]["text"]);
    let digits = ["", "5.00", "20000.00", "1234.567899", "21239.57"];
    assert_eq!(shown.collect::<Vec<_>>(), digits);

    asked["group"] = json!({"by": "agreement_type"});
    let grouped = [
        heads,
        ["正式投资合同（2）", ""],
        ["丙", "5"],
        ["甲", "1234.567899"],
        ["小计", "1239.567899"],
        ["入驻协议（2）", ""],
        ["丁", ""],
        ["乙", "20000"],
        ["小计", "20000"],
        ["合计", "21239.567899"],
    ];
    assert_eq!(
        cells(&story.ask("export_list", asked.clone()).await),
        grouped
    );

    // Text is rows alone, in the order of the groups.
    asked["format"] = json!("csv");
    asked["language"] = json!("en");
    asked["group"] = json!({"by": "sign_date", "step": "quarter"});
    let text = String::from_utf8(bytes(&story.ask("export_list", asked.clone()).await));
    let text = text.expect("utf-8");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let expected = [
        "Project,Contract total (CNY m)",
        "甲,12.34567899",
        "乙,200.00",
        "丙,0.05",
        "丁,",
    ];
    assert_eq!(lines, expected);
    asked["format"] = json!("xlsx");
    let sections = cells(&story.ask("export_list", asked).await);
    assert_eq!(sections[1][0], "2023 Q1 (3)");
    assert_eq!(sections[5][0], "Subtotal");
}

#[tokio::test]
async fn a_column_holds_what_no_other_column_of_the_form_does() {
    let story = Story::fresh().await;
    let day = |day: &str| json!({"date": day});
    for values in [
        json!({"visit_date": day("2024-03-04"), "end_date": day("2024-03-07"), "city": "上海",
            "content": "考察", "result": "达成意向"}),
        json!({"visit_date": day("2024-03-11"), "city": "苏州", "place": "工业园区"}),
    ] {
        let visit = json!({"kind": "visit", "values": values});
        story.ask("create_record", visit).await;
    }
    let form = "外出招商情况表\n时间,拜访企业,地点,洽谈内容及成果\n";
    let form = json!({"file_name": "上报表.csv", "data": BASE64.encode(form), "kind": "visit"});
    let form = story.ask("learn_export_template", form).await["form"].clone();
    let asked = json!({"kind": "visit", "format": "xlsx", "form": form,
        "sort": [{"field": "visit_date", "descending": false}]});
    let listed = cells(&story.ask("export_list", asked).await);
    assert_eq!(
        listed[2],
        ["2024-03-04至2024-03-07", "", "上海", "考察；达成意向"]
    );
    // A journey of one day has a real date.
    assert_eq!(listed[3], ["45362", "", "苏州 工业园区", ""]);
}

#[tokio::test]
async fn an_amount_that_rows_share_is_listed_and_added_up_once() {
    let story = Story::fresh().await;
    let sqm = |area: &str| json!({"area": area, "unit": "sqm"});
    let unit = json!({"kind": "factory_unit", "values": {"name": "1#", "floor_area": sqm("5000")}});
    let unit = story.ask("create_record", unit).await;
    for leased in ["2000", "1500"] {
        let values = json!({"unit": unit["id"], "leased_area": sqm(leased)});
        let lease = json!({"kind": "lease", "values": values});
        story.ask("create_record", lease).await;
    }
    let column = |head: &str, field: &str| json!({"heads": [head], "fields": [field], "unit": "㎡", "total": true});
    let nulls = json!({"blank": "", "not_applicable": "/", "unknown": "", "pending": ""});
    let form = json!({"nulls": nulls, "total": {"label": "合计", "above": false}, "columns": [
        {"heads": ["厂房"], "fields": ["unit"]},
        column("建筑面积", "unit.floor_area"), column("出租面积", "leased_area")]});
    let mut asked = json!({"kind": "lease", "format": "xlsx", "form": form,
        "sort": [{"field": "leased_area", "descending": true}]});
    let listed = [
        ["厂房", "建筑面积", "出租面积"],
        ["1#", "5000", "2000"],
        ["1#", "", "1500"],
        ["合计", "5000", "3500"],
    ];
    assert_eq!(
        cells(&story.ask("export_list", asked.clone()).await),
        listed
    );
    let looked = story.ask("export_preview", asked.clone()).await;
    assert_eq!(
        looked["remarks"],
        json!(["建筑面积：1 行的数已在前面列出，不重列"])
    );
    // Where nothing is added up, each row says all of itself.
    asked["form"]["total"] = Json::Null;
    let rows = cells(&story.ask("export_list", asked).await);
    assert_eq!(rows[2][1], "5000");
}

#[tokio::test]
async fn lists_of_projects_and_of_their_phases_come_in_again_as_what_they_are() {
    let story = Story::fresh().await;
    story
        .import(&ledgers().join("A").join("A_重点项目台账_2023.xlsx"))
        .await;
    let folder = tempfile::tempdir().expect("folder");
    for kind in ["project", "project_phase"] {
        let export = json!({"kind": kind, "format": "csv", "unmasked": true});
        let done = story.ask("export_list", export.clone()).await;
        let path = folder.path().join("list.csv");
        std::fs::write(&path, bytes(&done)).expect("written");
        let other = Story::fresh().await;
        let report = other.import(&path).await;
        assert_eq!(report["tables"][0]["kind"], kind, "{report}");
        assert_eq!(report["rejected"], 0, "{report}");
        assert_eq!(report["questions"], json!([]), "{report}");
        let again = bytes(&other.ask("export_list", export).await);
        let lines = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("utf-8");
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(again), lines(bytes(&done)), "{kind}");
    }
}

#[tokio::test]
async fn rows_that_count_in_no_figure_are_told_below_the_sums_of_a_list() {
    let story = Story::fresh().await;
    let ledger = "项目名称,合同总投资（万元）,签约时间,协议类型\n\
        甲产业园项目,20000,2026-03-05,正式投资合同\n\
        乙生产基地项目,30000,2026-04-01,正式投资合同\n";
    import(&story, "签约.csv", ledger, json!({})).await;
    let projects = story
        .ask("records", json!({"kind": "project", "limit": 9}))
        .await;
    let [first, again] = [0, 1].map(|at| projects["rows"][at].clone());
    let waits = json!({"suspected_same_as": first["id"], "same_verdict": "pending"});
    let waits =
        json!({"kind": "project", "id": again["id"], "seen": again["version"], "values": waits});
    story.ask("edit_record", waits).await;
    let page = story
        .ask("records", json!({"kind": "agreement", "limit": 9}))
        .await;
    assert_eq!(page["undecided"], 1);

    let columns = json!(["project", "contract_total", "sign_date"]);
    let mut list = json!({"kind": "agreement", "format": "xlsx", "columns": columns});
    let done = story.ask("export_list", list.clone()).await;
    assert!((sum_of(book(bytes(&done)), 1) - 50000.0).abs() < 0.01);
    let mut written = book(bytes(&done));
    let sheet = written.sheet_names()[0].clone();
    let range = written.worksheet_range(&sheet).expect("range");
    let last = range.rows().next_back().expect("a last row")[0].to_string();
    assert_eq!(last, "注：其中待定夺 1 行，不计入统计。");
    // Read again, it is a note and no row.
    let file = json!({"name": "导出.xlsx", "data": done["data"], "dry_run": true});
    let report = story.ask("import_ledger", file).await;
    assert_eq!(
        (&report["created"], &report["rejected"]),
        (&json!(0), &json!(0))
    );

    // A file for programs has rows alone, and the preview tells.
    list["format"] = json!("csv");
    let text = String::from_utf8(bytes(&story.ask("export_list", list.clone()).await));
    assert_eq!(text.expect("utf-8").lines().count(), 3);
    let preview = story.ask("export_preview", list).await;
    assert_eq!(preview["remarks"], json!(["其中待定夺 1 行，不计入统计"]));
}
