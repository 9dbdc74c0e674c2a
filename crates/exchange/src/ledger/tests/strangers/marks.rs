//! Marks that pick a choice, months and counts that stand beside the list, and
//! phases named after their project.

use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};

use super::{Stranger, check, of_text, shown};
use crate::{Understood, read, understand};

/// What a field holds in every row.
fn each(found: &Understood, field: &str) -> Vec<String> {
    let rows = found.tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| shown(row, field)).collect()
}

#[test]
fn a_mark_below_a_kind_of_agreement_picks_it() {
    check(&Stranger {
        file: "2024签约.xlsx",
        sheets: &[(
            "签约",
            "项目名称,投资方,合同利用资金（万元）,签约时间,协议类型（打√）,,,,\n\
             ,,,,正式投资合同,入驻协议,框架协议,补充协议,战略合作协议\n\
             甲项目,甲公司,2000,2024-1-5,√,,,,\n\
             乙项目,乙公司,3000,2024-2-5,,,√,,\n\
             丙项目,丙公司,4000,2024-3-5,,,,√,\n\
             丁项目,丁公司,5000,2024-4-5,,√,,,\n\
             戊项目,戊公司,6000,2024-5-5,,,,,√\n",
            &["E1:I1"],
        )],
        tables: &["签约 signing 1,2 5"],
        records: &[
            "agreement.agreement_type=formal",
            "!agreement.agreement_type=framework",
            "!agreement.agreement_type=supplement",
            "agreement.agreement_type=entry",
            "!agreement.agreement_type=framework",
        ],
    });
}

#[test]
fn headings_said_again_are_no_marks() {
    let heads =
        "项目名称,投资方,合同利用资金（万元）,签约时间,协议类型,\n,,,,正式投资合同,框架协议\n";
    let rows = |from: u32| {
        let row = |n: u32| format!("第{n}项目,第{n}公司,{n}000,2024-1-5,●,○\n");
        (from..from + 6).map(row).collect::<String>()
    };
    let text = format!("{heads}{}{heads}{}", rows(1), rows(7));
    let found = of_text("签约2024.csv", text.as_bytes());
    assert_eq!(each(&found, "agreement.agreement_type"), ["formal"; 12]);
}

#[test]
fn marks_pick_a_kind_without_anything_above_them() {
    let found = of_text(
        "签约2024.csv",
        "项目名称,投资方,合同利用资金（万元）,签约时间,投资合同,框架协议,补充协议\n\
         甲项目,甲公司,2000,2024-1-5,是,否,否\n\
         乙项目,乙公司,3000,2024-2-5,否,是,否\n\
         丙项目,丙公司,4000,2024-3-5,否,否,是\n"
            .as_bytes(),
    );
    assert_eq!(
        each(&found, "agreement.agreement_type"),
        ["formal", "framework", "supplement"]
    );
}

#[test]
fn an_empty_circle_beside_full_ones_is_none() {
    let key = |yes: &str, no: &str| {
        let text = format!(
            "项目名称,建设单位,总投资（亿元）,级别▸省级,级别▸市级,级别▸县级\n\
             甲项目,甲公司,2,{no},{no},{yes}\n\
             乙项目,乙公司,3,{no},{yes},{no}\n\
             丙项目,丙公司,4,{yes},{no},{no}\n"
        );
        let found = of_text("2024重点项目.csv", text.as_bytes());
        each(&found, "key_project.key_level")
    };
    for (yes, no) in [("●", "○"), ("■", "□"), ("√", "○"), ("○", ""), ("○", "×")] {
        assert_eq!(key(yes, no), ["county", "city", "province"], "{yes} {no}");
    }
}

#[test]
fn an_empty_circle_beside_a_cross_says_yes() {
    let valid = |no: &str| {
        let text = format!(
            "企业名称,首报时间,报送单位,是否有效\n\
             甲公司,2024-1-5,一部,√\n\
             乙公司,2024-2-5,二部,○\n\
             丙公司,2024-3-5,三部,{no}\n"
        );
        let found = of_text("2024线索.csv", text.as_bytes());
        each(&found, "lead.is_effective")
    };
    assert_eq!(valid("×"), ["true", "true", "false"]);
    assert_eq!(valid("√"), ["true", "false", "true"]);
}

#[test]
fn yes_and_no_may_have_a_column_each() {
    check(&Stranger {
        file: "2024线索.xlsx",
        sheets: &[(
            "线索",
            "企业名称,首报时间,报送单位,拟投资额（亿元）,是否有效,\n\
             ,,,,是,否\n\
             甲公司,2024-1-5,一部,2,√,\n\
             乙公司,2024-2-5,二部,3,,√\n",
            &["E1:F1"],
        )],
        tables: &["线索 lead 1,2 2"],
        records: &["lead.is_effective=true", "lead.is_effective=false"],
    });
}

#[test]
fn a_month_beside_the_day_only_sorts_the_rows() {
    let found = of_text(
        "签约2024.csv",
        "月份,项目名称,投资方,合同利用资金（万元）,签约时间\n\
         1月,甲项目,甲公司,2000,2024-1-5\n\
         1月,乙项目,乙公司,3000,2025-1-3\n"
            .as_bytes(),
    );
    assert_eq!(
        each(&found, "agreement.sign_date"),
        ["2024-01-05", "2025-01-03"]
    );
}

#[test]
fn days_that_span_no_more_than_a_month_are_in_it() {
    let found = of_text(
        "签约2024.csv",
        "项目名称,投资方,合同利用资金（万元）,签约时间\n\
         甲项目,甲公司,2000,2024.3.5-3.6\n\
         乙项目,乙公司,3000,4月28日至29日\n\
         丙项目,丙公司,3000,2024.4.28-5.2\n"
            .as_bytes(),
    );
    assert_eq!(
        each(&found, "agreement.sign_date"),
        ["2024-03-01/month", "2024-04-01/month", ""]
    );
    let rows = found.tables[0].rows.iter();
    let told = rows.flat_map(|row| &row.problems).map(|one| one.reason);
    let told: Vec<&str> = told.filter(|reason| reason.ends_with("date")).collect();
    assert_eq!(told, ["vague_date", "vague_date", "bad_date"]);
}

#[test]
fn a_table_of_counts_beside_a_list_is_none_of_it() {
    let list = [
        "项目名称,投资方,合同利用资金（万元）,签约时间",
        "甲项目,甲公司,2000,2024-1-5",
        "乙项目,乙公司,3000,2024-2-5",
        "丙项目,丙公司,4000,2024-2-8",
    ];
    let counts = [
        "月份,签约个数,合同利用资金（万元）",
        "1月,1,2000",
        "2月,2,7000",
        "合计,3,9000",
    ];
    let beside = |left: &[&str], right: &[&str]| {
        let rows = left
            .iter()
            .zip(right)
            .map(|(one, other)| format!("{one},,{other}\n"));
        of_text("签约2024.csv", rows.collect::<String>().as_bytes())
    };
    for found in [beside(&counts, &list), beside(&list, &counts)] {
        assert_eq!(
            each(&found, "agreement.contract_capital"),
            ["20000000", "30000000", "40000000"]
        );
        assert_eq!(
            each(&found, "agreement.sign_date"),
            ["2024-01-05", "2024-02-05", "2024-02-08"]
        );
        let told = found.problems.iter().map(|one| one.reason);
        assert_eq!(told.collect::<Vec<_>>(), ["counts_beside"]);
    }
}

#[test]
fn phases_named_after_a_project_count_with_it() {
    let key = |rows: &str| {
        let text = format!(
            "序号,项目名称,建设单位,级别,总投资（亿元）,形象进度\n\
             1,甲产业园项目,甲公司,省级,5,主体施工\n{rows}\
             2,乙项目,乙公司,市级,3,主体施工\n"
        );
        let found = of_text("2024重点项目.csv", text.as_bytes());
        each(&found, "project.name")
    };
    assert_eq!(
        key(",甲产业园项目一期,,,3,完工\n,甲产业园项目二期,,,2,基础\n"),
        ["甲产业园项目", "乙项目"]
    );
    assert_eq!(
        key(",甲产业园一期项目,,,3,完工\n,甲产业园（二期）项目,,,2,基础\n"),
        ["甲产业园项目", "乙项目"]
    );
    // They are other projects where their amounts are not those of the first.
    assert_eq!(
        key(",甲产业园项目二期,,省级,3,完工\n,甲产业园项目三期,,省级,4,基础\n").len(),
        4
    );
}

#[test]
fn what_is_completed_is_finished_before_it_produces() {
    let found = of_text(
        "2024竣工投产项目.csv",
        "项目名称,建设单位,总投资（亿元）,开工时间,竣工时间,是否投产,投产时间\n\
         甲项目,甲公司,2,2023-3-1,2024-5-1,×,/\n\
         乙项目,乙公司,3,2023-4-1,2024-6-1,√,2024-9-1\n"
            .as_bytes(),
    );
    assert_eq!(
        each(&found, "key_project.ledger_kind"),
        ["finished", "finished"]
    );
}

#[test]
fn amounts_name_all_their_sizes_or_the_whole_first() {
    let found = of_text(
        "签约2024.csv",
        "项目名称,投资方,合同利用资金（万元）,签约时间\n\
         甲项目,甲公司,1亿2345万6000元,2024-1-5\n\
         乙项目,乙公司,\"总额2亿元，其中设备投资0.5亿元\",2024-2-5\n"
            .as_bytes(),
    );
    assert_eq!(
        each(&found, "agreement.contract_capital"),
        ["123456000", "200000000"]
    );
}

#[test]
fn a_column_of_currencies_is_one_whatever_it_is_called() {
    for head in ["货币单位", "单位", "货币名称"] {
        let text = format!(
            "项目名称,投资方,{head},合同利用资金（万元）,折合人民币（万元）,签约时间\n\
             甲项目,甲公司,人民币,2000,,2024-1-5\n\
             乙项目,乙公司,日元,24000,1200,2024-2-5\n"
        );
        let found = of_text("签约2024.csv", text.as_bytes());
        assert_eq!(
            each(&found, "agreement.contract_capital"),
            ["20000000", "240000000JPY"],
            "{head}"
        );
    }
}

/// Two agreements, the name of the second in red letters or on red, with a
/// note below or to the right of the table.
fn coloured(letters: bool, note: &str, right: bool) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let look = match letters {
        true => Format::new().set_font_color(Color::RGB(0x00FF_0000)),
        false => Format::new().set_background_color(Color::RGB(0x00FF_0000)),
    };
    let heads = ["项目名称", "投资方", "合同利用资金（万元）", "签约时间"];
    for (column, head) in (0u16..).zip(heads) {
        page.write_string(0, column, head)?;
    }
    for row in 1..=5u32 {
        let red = if row == 2 { &look } else { &Format::new() };
        page.write_string_with_format(row, 0, format!("第{row}项目"), red)?;
        page.write_string(row, 1, format!("第{row}公司"))?;
        page.write_number(row, 2, 2000)?;
        page.write_string(row, 3, "2024-01-05")?;
    }
    match right {
        true => page.write_string(1, 6, note)?,
        false => page.write_string(7, 0, note)?,
    };
    book.save_to_buffer()
}

#[test]
fn a_note_says_what_colours_mean() {
    let void = |letters: bool, note: &str, right: bool| {
        let bytes = coloured(letters, note, right).expect("workbook");
        let found = understand(&read("2024签约.xlsx", &bytes).expect("xlsx"));
        assert!(found.questions.is_empty(), "{note}");
        each(&found, "agreement.voided")[1].clone()
    };
    assert_eq!(void(true, "注：红色字体为已终止项目", false), "true");
    assert_eq!(void(true, "标红的为已终止项目", true), "true");
    assert_eq!(void(false, "标红的为已终止项目", true), "true");
    assert_eq!(void(true, "注：标红的为本月新增项目", false), "");
    assert_eq!(void(false, "注：标红的为本月新增项目", false), "");
}
