//! What a row says beside its own values: the currency of an amount, whose
//! contract it is, and who came for whom.

use super::{Stranger, check, of_text, shown};

#[test]
fn a_lead_is_worth_what_its_currency_says() {
    let csv = "序号,企业名称,拟投项目,币种,投资额（万）\n\
               1,甲微电子有限公司,封测,人民币,30000\n\
               2,乙精密有限公司,模具,美元,500\n\
               3,丙光电有限公司,光学,,8000\n";
    let found = of_text("招商线索.csv", csv.as_bytes());
    let rows = found.tables[0].rows.iter();
    let amounts: Vec<String> = rows
        .map(|row| shown(row, "lead.planned_investment"))
        .collect();
    assert_eq!(amounts, ["300000000", "5000000USD", "80000000"]);
}

#[test]
fn a_contract_by_which_rooms_are_let_is_no_agreement() {
    check(&Stranger {
        file: "合同.xlsx",
        sheets: &[(
            "合同",
            "租赁合同台账\n\
             合同编号,甲方,乙方,租赁物,面积㎡,起租日,到租日,租金（元/㎡/月）,保证金（万元）\n\
             ZL01,国控公司,甲微电子有限公司,A1栋,3000,2024-01-01,2026-12-31,12,10",
            &["A1:I1"],
        )],
        tables: &["合同 lease 2 1"],
        records: &[
            "lease.tenant=甲微电子有限公司 factory_unit.name=A1栋 lease.leased_area=3000sqm lease.start_date=2024-01-01 lease.end_date=2026-12-31",
        ],
    });
}

#[test]
fn guests_alone_say_who_came_and_for_whom() {
    check(&Stranger {
        file: "来访.xlsx",
        sheets: &[(
            "来访",
            "2025年5月来访客商登记\n\
             日期,来访客商,人数,事由,接待人\n\
             5月6日,甲微电子 吴总,3,考察厂房,林青\n\
             5月7日,乙光电,2,签约,周立",
            &["A1:E1"],
        )],
        tables: &["来访 visit 2 2"],
        records: &[
            "visit.enterprise=甲微电子 visit.their_people=吴总 visit.head_count=Number(3)",
            "visit.enterprise=乙光电 visit.their_people=",
        ],
    });
}
