//! Remarks and states by which a row does not count, or counts otherwise than
//! its columns say.

use super::{Stranger, check, problems};

/// The reasons that are told of each row of a ledger, apart from those that
/// only inform.
fn told(stranger: &Stranger<'_>, reason: &str) -> Vec<u32> {
    let told = problems(stranger).into_iter();
    let mut rows: Vec<u32> = told
        .filter(|one| one.reason == reason)
        .map(|one| one.row)
        .collect();
    rows.dedup();
    rows
}

#[test]
fn a_remark_that_leaves_a_contract_out_is_told() {
    let stranger = Stranger {
        file: "2025签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目台账\n\
             序号,项目名称,投资方,协议利用资金（万元）,签约时间,备注\n\
             1,甲项目,甲公司,20000,2025.3.8,已剔除\n\
             2,乙项目,乙公司,11000,2025.4.8,与甲项目重复\n\
             3,丙项目,丙公司,12000,2025.5.8,2024年已统计\n\
             4,丁项目,丁公司,13000,2025.6.8,项目已取消\n\
             5,戊项目,戊公司,14000,2025.7.8,企业放弃\n\
             6,己项目,己公司,15000,2025.8.8,正在办理公司注销前置手续\n\
             7,庚项目,庚公司,16000,2025.9.8,2025年已统计\n\
             8,辛项目,辛公司,17000,2025.9.9,盘活已终止项目用地",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 8"],
        records: &[
            "agreement.voided=",
            "agreement.voided=",
            "agreement.voided=",
            "!agreement.voided=true",
            "!agreement.voided=true",
            "agreement.voided=",
            "agreement.voided=",
            "agreement.voided=",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger, "remark_leaves_out"), [3, 4, 5]);
}

#[test]
fn a_remark_that_leaves_a_row_of_other_ledgers_out_is_told() {
    let key = Stranger {
        file: "2025重点项目.xlsx",
        sheets: &[(
            "重点",
            "2025年重点项目台账\n\
             序号,项目名称,建设单位,项目级别,建设性质,总投资（万元）,开工时间,备注\n\
             1,甲项目,甲公司,市级,新建,30000,2025.3,已调出\n\
             2,乙项目,乙公司,市级,续建,20000,2024.4,避免重复建设\n\
             3,丙项目,丙公司,县级,新建,10000,2025.5,项目终止",
            &["A1:H1"],
        )],
        tables: &["重点 key_project 2 3"],
        records: &["", "", ""],
    };
    check(&key);
    assert_eq!(told(&key, "remark_leaves_out"), [3, 5]);
    let let_out = Stranger {
        file: "2025厂房.xlsx",
        sheets: &[(
            "厂房",
            "2025年标准厂房台账\n\
             序号,园区,楼栋,建筑面积（㎡）,承租企业,租赁面积（㎡）,租赁期限,备注\n\
             1,东园,1号楼,3000,甲公司,3000,2024.1.1-2026.12.31,已退租\n\
             2,东园,2号楼,2000,乙公司,2000,2024.1.1-2026.12.31（提前解约）,\n\
             3,东园,3号楼,1000,丙公司,1000,2021.1.1-2024.12.31,已到期\n\
             4,东园,4号楼,1000,丁公司,1000,自2024年1月1日至2026年12月31日止,含公摊\n\
             5,东园,5号楼,1000,戊公司,1000,20年,",
            &["A1:H1"],
        )],
        tables: &["厂房 factory_unit 2 5"],
        records: &[
            "lease.end_date=2026-12-31",
            "lease.end_date=2026-12-31",
            "lease.end_date=2024-12-31",
            "lease.start_date=2024-01-01 lease.end_date=2026-12-31",
            "lease.start_date= lease.end_date=",
        ],
    };
    check(&let_out);
    assert_eq!(told(&let_out, "remark_leaves_out"), [3, 4]);
    assert_eq!(told(&let_out, "bad_date"), [7]);
}

#[test]
fn a_state_may_say_that_signing_is_to_come_or_was_not_undone() {
    let stranger = Stranger {
        file: "2025签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目台账\n\
             序号,项目名称,投资方,协议利用资金（万元）,签约时间,状态\n\
             1,甲项目,甲公司,20000,2025.3.8,履约中\n\
             2,乙项目,乙公司,11000,2025.12.8,拟签约\n\
             3,丙项目,丙公司,12000,2025.5.8,洽谈中\n\
             4,丁项目,丁公司,13000,2025.6.8,未解除\n\
             5,戊项目,戊公司,14000,2025.7.8,拟解约\n\
             6,己项目,己公司,15000,2025.8.8,未生效\n\
             7,庚项目,庚公司,16000,2025.9.8,已解约",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 7"],
        records: &[
            "agreement.voided=false",
            "!agreement.sign_date= project.stage=negotiate",
            "agreement.sign_date=2025-05-08",
            "agreement.voided=false",
            "agreement.voided=",
            "agreement.voided=",
            "!agreement.voided=true",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger, "signed_but_talked"), [5]);
    assert_eq!(told(&stranger, "choice_unknown"), [7, 8]);
}

#[test]
fn a_state_may_recognise_a_part_of_what_was_paid() {
    let stranger = Stranger {
        file: "2025到位资金.xlsx",
        sheets: &[(
            "到位",
            "2025年到位资金台账\n\
             序号,项目名称,投资方,到账日期,到位金额（万元）,认定状态,备注\n\
             1,甲项目,甲公司,2025.3.8,2000,认定1500万元,\n\
             2,乙项目,乙公司,2025.4.8,2000,部分认定,\n\
             3,丙项目,丙公司,2025.5.8,2000,无法认定,\n\
             4,丁项目,丁公司,2025.6.8,2000,已认定,已冲红\n\
             5,戊项目,戊公司,2025.7.8,2000,2025.8认定,\n\
             6,己项目,己公司,2025.8.8,\"1500\n500\",已认定,\n\
             7,庚项目,庚公司,2025.9.8,2000,认定3000,\n\
             8,辛项目,辛公司,2025.9.9,2000,认定2000,保证金已退回",
            &["A1:G1"],
        )],
        tables: &["到位 payment 2 8"],
        records: &[
            "payment.recognised_amount=15000000",
            "payment.recognised_amount=",
            "payment.state=returned payment.recognised_amount=",
            "payment.recognised_amount=20000000",
            "payment.recognised_amount=20000000",
            "payment.paid_in= payment.recognised_amount=",
            "payment.recognised_amount=",
            "payment.recognised_amount=20000000",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger, "recognised_in_part"), [3, 4, 9]);
    assert_eq!(told(&stranger, "remark_leaves_out"), [6]);
    assert_eq!(told(&stranger, "amount_unreadable"), [8]);
}

#[test]
fn a_name_or_a_state_may_say_that_the_row_is_over() {
    let stranger = Stranger {
        file: "2025签约.xlsx",
        sheets: &[(
            "签约",
            "2025年签约项目台账\n\
             序号,项目名称,投资方,协议利用资金（万元）,签约时间\n\
             1,甲项目（已终止）,甲公司,20000,2025.3.8\n\
             2,乙项目（二期）,乙公司,11000,2025.4.8\n\
             3,丙项目—作废,丙公司,12000,2025.5.8\n\
             4,丁项目,丁公司/戊公司,13000,2025.6.8\n\
             5,己项目（框架协议）,己公司,14000,2025.7.8",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 5"],
        records: &["", "", "", "", "!agreement.agreement_type=framework"],
    };
    check(&stranger);
    assert_eq!(told(&stranger, "remark_leaves_out"), [3, 5]);
    assert_eq!(told(&stranger, "more_than_one_firm"), [6]);
    let vacant = Stranger {
        file: "2025厂房.xlsx",
        sheets: &[(
            "厂房",
            "2025年标准厂房台账\n\
             序号,园区,楼栋,建筑面积（㎡）,承租企业,租赁面积（㎡）,状态\n\
             1,东园,1号楼,3000,甲公司,3000,空置\n\
             2,东园,2号楼,2000,乙公司,2000,已出租\n\
             3,东园,3号楼,1000,,,空置",
            &["A1:G1"],
        )],
        tables: &["厂房 factory_unit 2 3"],
        records: &["factory_unit.state=vacant", "", "factory_unit.state=vacant"],
    };
    check(&vacant);
    assert_eq!(told(&vacant, "vacant_but_let"), [3]);
}

#[test]
fn how_a_project_gets_on_may_deny_what_its_days_say() {
    let stranger = Stranger {
        file: "2025重点项目.xlsx",
        sheets: &[(
            "重点",
            "2025年重点项目台账\n\
             序号,项目名称,建设单位,项目级别,总投资（万元）,开工时间,形象进度,亮灯\n\
             1,甲项目,甲公司,市级,30000,2025.3,尚未开工,黄转绿\n\
             2,乙项目,乙公司,市级,20000,2024.4,全面投产,绿（原红）\n\
             3,丙项目,丙公司,县级,10000,2025年底前,前期手续,解除红灯\n\
             4,丁项目,丁公司,省级（拟）,10000,2025.5,主体施工,红",
            &["A1:H1"],
        )],
        tables: &["重点 key_project 2 4"],
        records: &[
            "key_project.start_date=2025-03-01/month key_project.rag_status=green",
            "key_project.start_date=2024-04-01/month key_project.rag_status=green",
            "key_project.start_date= key_project.planned_start_date=2025-12-01/month~ \
             key_project.rag_status=",
            "!key_project.key_level= key_project.rag_status=red",
        ],
    };
    check(&stranger);
    assert_eq!(told(&stranger, "start_denied"), [3]);
    assert_eq!(told(&stranger, "finished_without_day"), [4]);
    assert_eq!(told(&stranger, "choice_unknown"), [5, 6]);
}

#[test]
fn a_column_asks_whether_the_row_counts() {
    for (head, yes, no) in [
        ("是否纳入考核", "是", "否"),
        ("计入统计", "√", "×"),
        ("是否纳统", "1", "0"),
    ] {
        let text = format!(
            "序号,项目名称,投资方,合同利用资金（万元）,签约日期,协议类型,{head}\n\
             1,甲项目,甲公司,2000,2024-1-8,投资合同,{yes}\n\
             2,乙项目,乙公司,3000,2024-3-1,投资合同,{no}\n\
             3,丙项目,丙公司,4000,2024-4-1,框架协议,{no}\n\
             4,丁项目,丁公司,5000,2024-5-1,投资合同,"
        );
        let stranger = Stranger {
            file: "签约2024.xlsx",
            sheets: &[("签约", &text, &[])],
            tables: &[],
            records: &[],
        };
        assert_eq!(told(&stranger, "remark_leaves_out"), [3], "{head}");
    }
}
