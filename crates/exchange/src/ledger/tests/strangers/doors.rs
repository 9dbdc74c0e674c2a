//! Whose door was knocked at, how far a lead has come, and what a list of
//! leases says beside the lease.

use super::{Stranger, check, problems};
use crate::problem::Level;

#[test]
fn doors_that_were_knocked_at_have_a_result() {
    check(&Stranger {
        file: "敲门招商.xlsx",
        sheets: &[(
            "5月",
            "敲门招商走访记录（2024年5月）\n\
             序号,日期,园区/写字楼,企业名称,门牌号,敲门结果,接触人,联系方式,备注\n\
             1,5.6,漕河泾开发区,甲半导体公司,1号楼301,已加微信,张小姐,15400000021,可回访\n\
             2,5.6,漕河泾开发区,乙科技公司,1号楼502,无人,,,",
            &["A1:I1"],
        )],
        tables: &["5月 visit 2 2"],
        records: &[
            "visit.place=漕河泾开发区 visit.enterprise=甲半导体公司 visit.result=已加微信 visit.their_people=张小姐 visit.note=可回访\n门牌号：1号楼301",
            "visit.enterprise=乙科技公司 visit.result=无人 visit.their_people=",
        ],
    });
}

#[test]
fn what_was_said_beside_what_was_looked_at_is_a_result() {
    check(&Stranger {
        file: "来访接待.xlsx",
        sheets: &[(
            "接待",
            "来访时间,来访企业,考察内容,洽谈情况,接待领导\n\
             2024-01-09,甲机电公司,考察标准厂房,有意租赁5000平,高峰",
            &[],
        )],
        tables: &["接待 visit 1 1"],
        records: &["visit.content=考察标准厂房 visit.result=洽谈情况：有意租赁5000平"],
    });
}

#[test]
fn how_far_a_lead_has_come_is_kept() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "线索编号,企业名称,首报人,首报日期,意向投资额（亿元）,需求厂房面积（㎡）,跟踪阶段,对接进展,流失原因,更新日期\n\
             X-1,甲公司,李强,2024-01-08,1.2,6000,流失,3.5电话对接,能耗不达标,2024-04-12",
            &[],
        )],
        tables: &["线索 lead 1 1"],
        records: &[
            "lead.progress=3.5电话对接 lead.note=首报人：李强\n需求厂房面积（㎡）：6000\n跟踪阶段：流失\n流失原因：能耗不达标\n更新日期：2024-04-12",
        ],
    });
}

#[test]
fn a_contract_that_runs_lets_its_unit() {
    let leases = Stranger {
        file: "租赁合同.xlsx",
        sheets: &[(
            "租赁合同",
            "合同编号,承租方,承租位置,租赁面积（㎡）,租赁起始日,租赁截止日,免租期,押金（元）,状态\n\
             ZL-1,甲公司,1#-1F,5000,2022-03-01,2025-02-28,3个月,180000,履行中\n\
             ZL-2,乙公司,1#-2F,2000,2022-03-01,2025-02-28,,,即将到期\n\
             ZL-3,丙公司,1#-3F,2000,2020-03-01,2023-02-28,,,履行完毕",
            &[],
        )],
        tables: &["租赁合同 lease 1 3"],
        records: &[
            "factory_unit.state=leased lease.note=免租期：3个月\n押金（元）：180000",
            "factory_unit.state=leased",
            "factory_unit.state=vacated",
        ],
    };
    check(&leases);
    assert!(problems(&leases).is_empty());
}

#[test]
fn words_to_choose_from_are_no_ledger_that_is_missed() {
    let found = super::understood(&Stranger {
        file: "台账.xlsx",
        sheets: &[
            ("签约", "项目名称,签约日期\n甲项目,2024-01-08", &[]),
            (
                "数据字典",
                "来源渠道,协议类型,项目状态\n驻点,投资协议,在谈\n以商,框架协议,拟签\n中介,补充协议,已签",
                &[],
            ),
        ],
        tables: &[],
        records: &[],
    });
    let told: Vec<(&str, Level)> = found
        .problems
        .iter()
        .map(|one| (one.sheet.as_str(), one.level))
        .collect();
    assert_eq!(told, [("数据字典", Level::Info)]);
}
