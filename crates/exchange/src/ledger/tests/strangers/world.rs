//! Ledgers with headings as offices of other places have them.

use super::{Stranger, check, problems};

/// What is told, with its row.
fn told(stranger: &Stranger<'_>, reason: &str) -> Vec<u32> {
    let all = problems(stranger).into_iter();
    let own = all.filter(|one| one.reason == reason);
    own.map(|one| one.row).collect()
}

#[test]
fn what_is_recognised_of_a_row_counts_once() {
    check(&Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年招商引资到位资金审核认定表\n\
             单位：万元\n\
             序号,项目名称,投资主体,申报到位资金,,,审核认定金额\n\
             ,,,金额,其中设备,其中土建,\n\
             1,甲项目,甲公司,3000,1000,2000,2800\n\
             2,乙项目,乙公司,2000,800,1200,2000",
            &["A1:G1", "A2:G2", "D3:F3"],
        )],
        tables: &["认定 payment 3,4 2"],
        records: &[
            "payment.paid_in=30000000 payment.recognised_amount=28000000 \
             payment.note=其中设备：1000\n其中土建：2000",
            "payment.paid_in=20000000 payment.recognised_amount=20000000",
        ],
    });
    check(&Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年到位资金认定表（万元）\n\
             序号,项目名称,投资主体,到位时间,到位资金,,,认定金额\n\
             ,,,,合计,设备,土建,\n\
             1,甲项目,甲公司,2023.3.1,3000,1000,2000,2800",
            &["A1:H1", "E2:G2"],
        )],
        tables: &["认定 payment 2,3 1"],
        records: &["payment.paid_in=30000000 payment.recognised_amount=28000000"],
    });
    let several = Stranger {
        file: "认定.xlsx",
        sheets: &[(
            "认定",
            "2023年到位资金认定表（万元）\n\
             序号,项目名称,投资主体,第一笔,,第二笔,,认定金额\n\
             ,,,时间,金额,时间,金额,\n\
             1,甲项目,甲公司,2023.3.1,1000,2023.4.1,500,1500\n\
             2,乙项目,乙公司,2023.3.2,1000,2023.5.1,800,1600\n\
             3,丙项目,丙公司,2023.3.3,700,,,600",
            &["A1:H1", "D2:E2", "F2:G2"],
        )],
        tables: &["认定 payment 2,3 5"],
        records: &[
            "payment.paid_in=10000000 payment.recognised_amount=10000000",
            "payment.paid_in=5000000 payment.recognised_amount=5000000",
            "payment.paid_in=10000000 payment.recognised_amount=",
            "payment.paid_in=8000000 payment.recognised_amount=",
            "payment.paid_in=7000000 payment.recognised_amount=6000000",
        ],
    };
    check(&several);
    assert_eq!(told(&several, "recognised_of_several"), [5]);
}

#[test]
fn a_project_on_several_lists_is_of_the_highest() {
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目表\n\
             项目名称,总投资（万元）,续建/新建,是否市重点,是否省重点\n\
             甲项目,125000,续建,是,是\n\
             乙项目,32000,新建,是,否",
            &["A1:E1"],
        )],
        tables: &["重点 key_project 2 2"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=city",
        ],
    });
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目表\n\
             项目名称,总投资（万元）,续建/新建,是否为县级重点项目,是否列入市重点建设项目,是否为省级重点项目\n\
             甲项目,125000,续建,是,是,是\n\
             乙项目,32000,新建,是,否,否\n\
             丙项目,32000,新建,是,是,否",
            &["A1:F1"],
        )],
        tables: &["重点 key_project 2 3"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=county",
            "key_project.key_level=city",
        ],
    });
}

#[test]
fn a_unit_stands_behind_a_word_or_in_brackets_left_open() {
    check(&Stranger {
        file: "谋划.xlsx",
        sheets: &[(
            "谋划",
            "谋划招商项目清单\n\
             项目编号,项目名称,投资方名称,拟投资额(内资-亿元),拟投资额(外资-万美元),用地面积(亩\n\
             MH01,甲项目,甲公司,12.5,,60\n\
             MH02,乙项目,乙公司,,1500,80",
            &["A1:F1"],
        )],
        tables: &["谋划 lead 2 2"],
        records: &[
            "lead.planned_investment=1250000000 lead.land_area=60mu",
            "lead.planned_investment=15000000USD",
        ],
    });
}

#[test]
fn a_day_still_to_come_is_none_on_which_a_lead_came() {
    check(&Stranger {
        file: "名录.xlsx",
        sheets: &[(
            "名录",
            "新能源汽车产业链招商目标企业名录\n\
             序号,产业链环节,企业名称,总部所在地,拟对接时间,对接进展\n\
             1,电池,甲公司,上海,2023年12月,未对接\n\
             2,电机,乙公司,苏州,2023年12月,未对接",
            &["A1:F1"],
        )],
        tables: &["名录 lead 2 2"],
        records: &[
            "lead.reported_at= lead.note=拟对接时间：2023年12月",
            "lead.reported_at=",
        ],
    });
}

#[test]
fn land_that_lies_idle_is_known_by_who_holds_it() {
    check(&Stranger {
        file: "低效.xlsx",
        sheets: &[(
            "低效",
            "低效闲置工业用地盘活台账\n\
             序号,企业名称,地块位置,土地面积（亩）,闲置原因,盘活措施\n\
             1,甲公司,经六路以东,50,停产,招商引进\n\
             2,乙公司,经六路以东,80,停产,收储",
            &["A1:F1"],
        )],
        tables: &["低效 parcel 2 2"],
        records: &[
            "parcel.parcel_no=甲公司_经六路以东 parcel.place=经六路以东 \
             parcel.intended_project= parcel.note=企业名称：甲公司",
            "parcel.parcel_no=乙公司_经六路以东",
        ],
    });
    check(&Stranger {
        file: "供地.xlsx",
        sheets: &[(
            "供地",
            "2023年供地台账\n\
             序号,企业名称,地块位置,面积（亩）,供地状态\n\
             1,甲公司,经六路,50,已供\n\
             2,乙公司,经六路,30,已供\n\
             3,丙公司,纬二路,20,已供",
            &["A1:E1"],
        )],
        tables: &["供地 parcel 2 3"],
        records: &[
            "parcel.parcel_no=甲公司_经六路 parcel.intended_project=甲公司",
            "parcel.parcel_no=乙公司_经六路",
            "parcel.parcel_no=纬二路 parcel.intended_project=丙公司",
        ],
    });
    check(&Stranger {
        file: "出让.xlsx",
        sheets: &[(
            "出让",
            "2023年拟出让工业用地一览表\n\
             单位：亩\n\
             序号,宗地编号,宗地位置,土地面积,规划用途,四至范围\n\
             1,QZ-01,经六路以东,60.5,工业用地,东至经七路\n\
             2,QZ-02,经八路以西,120,工业用地,东至经八路",
            &["A1:F1", "A2:F2"],
        )],
        tables: &["出让 parcel 3 2"],
        records: &[
            "parcel.place=经六路以东 parcel.note=四至范围：东至经七路",
            "parcel.place=经八路以西",
        ],
    });
}

#[test]
fn buildings_bear_tonnes_and_are_let_by_their_areas() {
    check(&Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "厂房",
            "闲置厂房资源摸排表\n\
             厂房位置,总建筑面积（㎡）,闲置面积（㎡）,楼面荷载（kg/㎡）\n\
             纬二路1号,12000,12000,2000\n\
             纬二路2号,18000,18000,800",
            &["A1:D1"],
        )],
        tables: &["厂房 factory_unit 2 2"],
        records: &[
            "factory_unit.floor_load=Number(200)",
            "factory_unit.floor_load=Number(80)",
        ],
    });
    check(&Stranger {
        file: "楼宇.xlsx",
        sheets: &[(
            "楼宇",
            "楼宇载体资源\n\
             楼宇名称,层数,建筑面积（㎡）,空置面积（㎡）,状态\n\
             科创大厦1号楼,12,24000,6000,正常\n\
             科创大厦2号楼,8,12000,0,正常\n\
             科创大厦3号楼,5,8000,8000,正常",
            &["A1:E1"],
        )],
        tables: &["楼宇 factory_unit 2 3"],
        records: &[
            "lease.leased_area=18000sqm factory_unit.vacant_area=6000sqm",
            "lease.leased_area=12000sqm",
            "factory_unit.state=vacant lease.leased_area=",
        ],
    });
    let used = Stranger {
        file: "厂房.xlsx",
        sheets: &[(
            "厂房",
            "标准厂房使用情况表\n\
             楼栋,房号,建筑面积（㎡）,空置面积（㎡）,承重,状态\n\
             1号楼,101,1000,0,800kg/㎡,在用\n\
             1号楼,201,1000,1000,0.8t/㎡,在用\n\
             1号楼,301,1000,500,10kN/m2,使用中",
            &["A1:F1"],
        )],
        tables: &["厂房 factory_unit 2 3"],
        records: &[
            "factory_unit.floor_load=Number(80) factory_unit.state= lease.leased_area=1000sqm",
            "factory_unit.floor_load=Number(80) factory_unit.state=vacant",
            "factory_unit.floor_load=Number(100) lease.leased_area=500sqm",
        ],
    };
    check(&used);
    assert_eq!(told(&used, "choice_unknown"), [0u32; 0]);
    assert_eq!(told(&used, "number_in_words"), [0u32; 0]);
    let let_out = Stranger {
        file: "租售.xlsx",
        sheets: &[(
            "租售",
            "标准厂房租售台账\n\
             序号,楼栋,楼层,房号,建筑面积（㎡）,租售状态,承租单位,租期（年）,起始时间,截止时间\n\
             1,A1,1F,101,2000,已租,甲公司,3,2023-01-01,2025-12-31\n\
             2,A1,2F,201,2000,空置,,,,",
            &["A1:J1"],
        )],
        tables: &["租售 factory_unit 2 2"],
        records: &[
            "factory_unit.floors= factory_unit.unit_no=101 lease.start_date=2023-01-01 \
             lease.end_date=2025-12-31",
            "factory_unit.floors= factory_unit.state=vacant",
        ],
    };
    check(&let_out);
    assert_eq!(told(&let_out, "bad_date"), [0u32; 0]);
}

#[test]
fn how_one_invests_is_no_firm() {
    check(&Stranger {
        file: "接洽.xlsx",
        sheets: &[(
            "接洽",
            "专场招商新接洽项目情况表\n\
             序号,项目名称,外方,投资方式,投资总额（万元）,对接洽谈情况\n\
             1,甲项目,德国甲公司,独资,3000,6月来访\n\
             2,乙项目,香港乙公司,独资,2000,7月来访",
            &["A1:F1"],
        )],
        tables: &["接洽 lead 2 2"],
        records: &[
            "lead.enterprise=德国甲公司 lead.note=投资方式：独资",
            "lead.enterprise=香港乙公司",
        ],
    });
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目表\n\
             项目名称,投资方名称,投资方式,总投资（万元）,续建/新建,形象进度\n\
             甲项目,甲公司,独资,125000,续建,主体",
            &["A1:F1"],
        )],
        tables: &["重点 key_project 2 1"],
        records: &[
            "project.investor=甲公司 project.project_company= key_project.note=投资方式：独资",
        ],
    });
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目表\n\
             项目名称,投资方式,投资方,签约日期,合同利用资金（亿元）\n\
             甲项目,合资,甲公司,2023-03-08,1.5",
            &["A1:E1"],
        )],
        tables: &["签约 signing 2 1"],
        records: &["enterprise.name=甲公司 project.note=投资方式：合资"],
    });
    check(&Stranger {
        file: "500强.xlsx",
        sheets: &[(
            "500强",
            "引进世界500强项目统计表\n\
             项目名称,项目投资主体（500强企业名称及排名）,其中引进资金（亿元）,合同（协议）签订时间\n\
             甲项目,甲有限公司（第100位）,10,2023-03-08",
            &["A1:D1"],
        )],
        tables: &["500强 signing 2 1"],
        records: &["enterprise.name=甲有限公司"],
    });
}

#[test]
fn people_and_numbers_are_of_the_side_that_the_columns_say() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目表\n\
             项目名称,投资方,签约日期,合同利用资金（万元）,填报人,联系电话,项目方联系人,项目方联系方式\n\
             甲项目,甲公司,2023-03-08,125000,刘洋,0531-00000002,张伟,15400000001",
            &["A1:H1"],
        )],
        tables: &["签约 signing 2 1"],
        records: &["contact.name=张伟 contact.mobile=15400000001 contact.phone="],
    });
    check(&Stranger {
        file: "外出.xlsx",
        sheets: &[(
            "外出",
            "2023年外出招商情况上报表\n\
             单位,序号,姓名,职务,开始时间,结束时间,目的地,拜访企业名称,接洽人姓名,接洽人职务\n\
             开发区,1,张伟,管委会副主任,2023-03-08,2023-03-09,上海,甲公司,孙丽,总经理",
            &["A1:J1"],
        )],
        tables: &["外出 visit 2 1"],
        records: &["visit.our_people=张伟 visit.their_people=孙丽 visit.their_duty=总经理"],
    });
    check(&Stranger {
        file: "小分队.xlsx",
        sheets: &[(
            "小分队",
            "招商小分队外出招商工作台账\n\
             序号,出发日期,返回日期,招商地区,小分队成员,走访企业,洽谈成果\n\
             1,2023-03-08,2023-03-10,上海,张伟、李娜,甲公司,达成初步意向",
            &["A1:G1"],
        )],
        tables: &["小分队 visit 2 1"],
        records: &["visit.our_people=张伟、李娜 visit.resident_office= visit.city=上海"],
    });
    check(&Stranger {
        file: "领导.xlsx",
        sheets: &[(
            "领导",
            "2023年党政主要领导外出招商情况统计表\n\
             序号,时间,带队领导姓名及职务,招商地点,拜访企业（商协会）名称,达成意向或取得成果\n\
             1,1月12日,县长 李明,上海市,甲有限公司,达成投资意向",
            &["A1:F1"],
        )],
        tables: &["领导 visit 2 1"],
        records: &["visit.leader=李明 visit.place=上海市 visit.result=达成投资意向"],
    });
    check(&Stranger {
        file: "出访.xlsx",
        sheets: &[(
            "出访",
            "因公出访招商项目情况\n\
             年份,团组名称,主要成员,出访地（国家、地区）,主要开展活动和拜访企业,取得成果\n\
             2023,赴德国经贸团,张伟、李娜,德国,拜访甲工业、举办推介会,签订合作备忘录1份",
            &["A1:F1"],
        )],
        tables: &["出访 visit 2 1"],
        records: &["visit.enterprise= visit.content=拜访甲工业、举办推介会 visit.city=德国"],
    });
    check(&Stranger {
        file: "洽谈.xlsx",
        sheets: &[(
            "洽谈",
            "洽谈项目一览表\n\
             项目名称,投资方,投资金额(万元),洽谈人,洽谈时间,进度,项目联系人,联系电话\n\
             甲项目,甲公司,125000,孙丽,2023-03-08,初次接触,张伟,15400000001",
            &["A1:H1"],
        )],
        tables: &["洽谈 lead 2 1"],
        records: &["lead.responsible_person=孙丽 contact.name=张伟 contact.mobile=15400000001"],
    });
    check(&Stranger {
        file: "客商.xlsx",
        sheets: &[(
            "线索",
            "招商线索（客商资源）台账\n\
             客商姓名,电话,所在单位,所处职位,洽谈单位,洽谈项目名称,洽谈时间\n\
             张伟,15400000001,甲有限公司,总经理,招商一局,甲项目,2023-3-1",
            &["A1:G1"],
        )],
        tables: &["线索 lead 2 1"],
        records: &[
            "lead.enterprise=甲有限公司 lead.reporting_unit=招商一局 lead.name=甲项目 \
             contact.name=张伟",
        ],
    });
    check(&Stranger {
        file: "登记.xlsx",
        sheets: &[(
            "登记",
            "2023年新引进项目登记表\n\
             编号,引进单位,项目名称,项目投资人,投资人联系电话,引进市外资金（万元）,协议签订日期\n\
             2023-001,商务局,甲项目,甲公司,15400000001,125000,2023-03-08",
            &["A1:G1"],
        )],
        tables: &["登记 signing 2 1"],
        records: &["enterprise.name=甲公司"],
    });
}

#[test]
fn what_was_done_and_planned_stands_under_the_span_of_both() {
    check(&Stranger {
        file: "在建.xlsx",
        sheets: &[(
            "在建",
            "2023年在建项目进展情况表\n\
             单位：亿元\n\
             序号,项目名称,总投资,2023年计划投资,1-10月完成投资,,形象进度\n\
             ,,,,计划,实际,\n\
             1,甲项目,12.5,5,4.2,4.4,主体封顶",
            &["A1:G1", "A2:G2", "E3:F3"],
        )],
        tables: &["在建 key_project 3,4 1"],
        records: &["key_project.annual_plan_investment=500000000 \
             key_project.annual_completed_investment=440000000"],
    });
    check(&Stranger {
        file: "重点.xlsx",
        sheets: &[(
            "重点",
            "2023年重点项目投资信息表\n\
             单位：万元\n\
             序号,项目名称,建设单位,计划投资总额,年度累计完成投资额,年度计划投资额,项目进展\n\
             1,甲项目,甲公司,125000,30000,50000,主体施工",
            &["A1:G1", "A2:G2"],
        )],
        tables: &["重点 key_project 3 1"],
        records: &["key_project.total_investment=1250000000 \
             key_project.annual_plan_investment=500000000 \
             key_project.annual_completed_investment=300000000"],
    });
    check(&Stranger {
        file: "前期.xlsx",
        sheets: &[(
            "前期",
            "2024年重点前期项目计划表\n\
             单位：万元\n\
             序号,项目名称,总投资,资金筹措,,,拟开工时间\n\
             ,,,自筹,贷款,其他,\n\
             1,甲项目,125000,60000,60000,5000,2024年3月",
            &["A1:G1", "A2:G2", "D3:F3"],
        )],
        tables: &["前期 key_project 3,4 1"],
        records: &[
            "key_project.funding_source=自筹：60000\n贷款：60000\n其他：5000 key_project.note=",
        ],
    });
}

#[test]
fn what_was_paid_this_year_and_how_it_came() {
    check(&Stranger {
        file: "到资.xlsx",
        sheets: &[(
            "到资",
            "2023年外商投资企业实际到资情况表\n\
             单位：万美元\n\
             序号,企业名称,外方投资者,国别（地区）,本年实际到资,到资时间,到资方式,审核意见\n\
             1,甲公司,德国甲公司,德国,500,2023-06-10,现汇,同意\n\
             2,乙公司,香港乙公司,香港,300,2023-07-10,实物,退回",
            &["A1:H1", "A2:H2"],
        )],
        tables: &["到资 payment 3 2"],
        records: &[
            "payment.paid_in=5000000USD payment.fund_kind= payment.state=recognised",
            "payment.paid_in=3000000USD payment.state=returned",
        ],
    });
    check(&Stranger {
        file: "到资.xlsx",
        sheets: &[(
            "到资",
            "2023年到位资金情况表\n\
             单位：万元\n\
             序号,项目名称,投资方,实际进资,到资时间,到资方式\n\
             1,甲项目,甲公司,500,2023-06-10,设备",
            &["A1:F1", "A2:F2"],
        )],
        tables: &["到资 payment 3 1"],
        records: &["payment.paid_in=5000000 payment.fund_kind=equipment"],
    });
}

#[test]
fn where_a_project_stands_is_not_whence_its_capital_comes() {
    let signed = Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2023年签约项目表\n\
             项目名称,投资方,签约日期,合同利用资金（亿元）,项目所在地,产业类别,所属产业链,项目状态\n\
             甲项目,甲公司,2023-03-08,12.5,城北工业园,工业,高端装备,在建\n\
             乙项目,乙公司,2023-04-08,3.2,刁铺街道,工业,电梯配件,签约",
            &["A1:H1"],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "project.source_region= project.chain=高端装备",
            "agreement.voided=false project.chain=电梯配件",
        ],
    };
    check(&signed);
    assert_eq!(told(&signed, "choice_unknown"), [0u32; 0]);
}

#[test]
fn headings_of_other_offices_are_known() {
    let csv = "项目名称,投资方,首谈单位,项目概述,首报时间\n\
               甲项目,甲公司,财政局,年产5万台,2023-3-1\n\
               乙项目,乙公司,水利局,年产8万套,2023-4-1\n";
    let found = super::of_text("2023年招商线索.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "lead.reporting_unit"), "财政局");
    assert_eq!(super::shown(row, "lead.content"), "年产5万台");
    let csv = "拜访日期,招商地点,拜访企业,姓名/随行,进展情况\n\
               2023-3-1,上海,甲公司,张伟、李娜,达成意向\n";
    let found = super::of_text("拜访.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "visit.place"), "上海");
    assert_eq!(super::shown(row, "visit.our_people"), "张伟、李娜");
    assert_eq!(super::shown(row, "visit.result"), "达成意向");
    let csv = "项目名称,总投资（万元）,续建/新建,招引单位,是否列统项目,所属年份,存在问题,完成时限,结束时间\n\
               甲项目,125000,续建,商务局,是,2023,缺水,2023-9-1,2024-5-1\n\
               乙项目,32000,新建,财政局,否,2023,缺电,2023-9-1,2024-6-1\n";
    let found = super::of_text("重点项目.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "key_project.responsible_unit"), "商务局");
    assert_eq!(super::shown(row, "key_project.in_stat"), "true");
    assert_eq!(super::shown(row, "key_project.plan_year"), "Number(2023)");
    assert_eq!(super::shown(row, "key_project.due_date"), "2023-09-01");
    let end = "key_project.planned_completion_date";
    assert_eq!(super::shown(row, end), "2024-05-01");
    let csv = "项目名称,投资方,签约日期,合同利用资金（万元）,项目跟踪人\n\
               甲项目,甲公司,2023-3-1,125000,李娜\n";
    let found = super::of_text("2023年签约.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "project.service_officer"), "李娜");
    let csv = "项目名称,投资方,计划投资（万元）,引资单位,到位时间,到位金额（万元）\n\
               甲项目,甲公司,125000,商务局,2023-3-1,500\n";
    let found = super::of_text("2023年到位资金.csv", csv.as_bytes());
    let row = &found.tables[0].rows[0];
    assert_eq!(super::shown(row, "project.total_investment"), "1250000000");
    assert_eq!(super::shown(row, "payment.payer"), "甲公司");
}
