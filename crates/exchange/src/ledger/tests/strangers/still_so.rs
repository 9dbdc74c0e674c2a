//! Words that end nothing: remarks of a part of a row, contracts that were
//! signed anew and leases that still run.

use super::{Stranger, check, problems};

/// `row reason` of what is told beside what every such ledger tells.
fn told(stranger: &Stranger<'_>) -> Vec<String> {
    let told = problems(stranger).into_iter();
    let told = told.filter(|one| one.reason != "agreement_type_supposed");
    told.map(|one| format!("{} {}", one.row, one.reason))
        .collect()
}

#[test]
fn a_remark_of_a_part_leaves_no_row_out() {
    let stranger = Stranger {
        file: "2024年签约台账.xlsx",
        sheets: &[(
            "签约",
            "序号,项目名称,投资方,签约时间,合同利用资金（万元）,备注\n\
             1,甲项目,甲公司,2024-03-01,1000,一期已取消\n\
             2,乙项目,乙公司,2024-03-02,1000,外资不计入\n\
             3,丙项目,丙公司,2024-03-03,1000,用地指标未计入\n\
             4,丁项目,丁公司,2024-03-04,1000,原合同已作废，重新签订\n\
             5,戊项目,戊公司,2024-03-05,1000,不计入\n\
             6,己项目,己公司,2024-03-06,1000,合同已作废\n\
             7,庚项目一期,庚公司,2024-03-07,1000,一期已取消\n\
             8,辛项目,辛公司,2024-03-08,1000,原合同已作废，尚未重新签订",
            &[],
        )],
        tables: &["签约 signing 1 8"],
        records: &[
            "project.name=甲项目",
            "project.name=乙项目",
            "project.name=丙项目",
            "project.name=丁项目 agreement.voided=",
            "project.name=戊项目",
            "!project.name=己项目 agreement.voided=true",
            "project.name=庚项目一期",
            "!project.name=辛项目 agreement.voided=true",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        [
            "6 remark_leaves_out",
            "7 voided",
            "8 remark_leaves_out",
            "9 voided"
        ]
    );
}

#[test]
fn a_day_to_come_ends_no_lease() {
    let stranger = Stranger {
        file: "2025年标准厂房台账.xlsx",
        sheets: &[(
            "厂房",
            "园区,楼栋,单元,建筑面积（㎡）,承租企业,租赁面积（㎡）,租赁状态\n\
             甲园,1号楼,101,1000,甲公司,1000,租期终止2028.3\n\
             甲园,1号楼,102,1000,乙公司,1000,租期终止2024.3\n\
             甲园,1号楼,103,1000,丙公司,1000,已终止（原租期至2028年3月）",
            &[],
        )],
        tables: &["厂房 factory_unit 1 3"],
        records: &[
            "factory_unit.state=leased lease.end_date=2028-03-01/month",
            "!factory_unit.state=vacated lease.end_date=",
            "!factory_unit.state=vacated lease.end_date=",
        ],
    };
    check(&stranger);
    assert_eq!(
        told(&stranger),
        ["2 lease_still_runs", "3 ended_lease", "4 ended_lease"]
    );
}

#[test]
fn the_first_day_and_the_term_give_the_last_day() {
    let stranger = Stranger {
        file: "厂房.xlsx",
        sheets: &[
            (
                "厂房",
                "园区,楼栋,单元,建筑面积（㎡）,状态,承租企业,租赁面积（㎡）,租期,起租日期\n\
                 甲园,1号楼,101,1000,已租,甲公司,1000,3年,2024-03-01\n\
                 甲园,1号楼,102,1000,已租,乙公司,1000,36个月,2025-01-01\n\
                 甲园,1号楼,103,1000,已租,丙公司,1000,五年,2024年4月\n\
                 甲园,1号楼,104,1000,已租,丁公司,1000,3年,\n\
                 甲园,1号楼,105,1000,已租,戊公司,1000,长期,2024-03-01",
                &[],
            ),
            (
                "租赁",
                "承租企业,园区,楼栋,租赁面积（㎡）,租赁开始时间,租赁期限（年）\n\
                 己公司,甲园,2号楼,1000,2024-02-29,3",
                &[],
            ),
            (
                "起止",
                "园区,楼栋,单元,建筑面积（㎡）,状态,承租企业,租赁面积（㎡）,起止日期\n\
                 甲园,3号楼,101,1000,已租,庚公司,1000,2024.3.1-2027.2.28",
                &[],
            ),
        ],
        tables: &[
            "厂房 factory_unit 1 5",
            "租赁 lease 1 1",
            "起止 factory_unit 1 1",
        ],
        records: &[
            "lease.start_date=2024-03-01 lease.end_date=2027-02-28",
            "lease.end_date=2027-12-31",
            "lease.start_date=2024-04-01/month lease.end_date=2029-03-01/month",
            "lease.start_date= lease.end_date=",
            "lease.start_date=2024-03-01 lease.end_date=",
            "lease.start_date=2024-02-29 lease.end_date=2027-02-27",
            "lease.start_date=2024-03-01 lease.end_date=2027-02-28",
        ],
    };
    check(&stranger);
    let told = told(&stranger);
    assert_eq!(
        told.iter().filter(|one| one.ends_with("bad_date")).count(),
        2
    );
    let computed = told
        .iter()
        .filter(|one| one.ends_with("lease_end_computed"));
    assert_eq!(computed.count(), 4);
}

#[test]
fn a_sort_of_land_may_be_how_it_stands() {
    check(&Stranger {
        file: "土地台账.xlsx",
        sheets: &[
            (
                "批而未供土地",
                "序号,地块编号,位置,面积（亩）,类型\n\
                 1,A-1,东街,50,批而未供\n\
                 2,A-2,西街,30,供而未用",
                &[],
            ),
            (
                "储备",
                "序号,地块编号,位置,面积（亩）,用地性质,现状\n\
                 1,B-1,东街,50,工业,可供\n\
                 2,B-2,西街,30,工业,在征",
                &[],
            ),
            (
                "存量",
                "序号,地块编号,位置,面积（亩）,类型\n1,C-1,东街,50,工业用地\n2,C-2,西街,30,商业用地",
                &[],
            ),
        ],
        tables: &[
            "批而未供土地 parcel 1 2",
            "储备 parcel 1 2",
            "存量 parcel 1 2",
        ],
        records: &[
            "parcel.supply_state=approved parcel.land_use=",
            "parcel.supply_state=unbuilt parcel.land_use=",
            "parcel.supply_state=clear parcel.land_use=工业",
            "parcel.supply_state=to_acquire parcel.land_use=工业",
            "parcel.land_use=工业用地 parcel.supply_state=",
            "parcel.land_use=商业用地 parcel.supply_state=",
        ],
    });
}
