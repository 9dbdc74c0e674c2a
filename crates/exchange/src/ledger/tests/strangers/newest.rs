//! Ledgers of every kind that mix what the others do not.

use super::{Stranger, check};

#[test]
fn contracts_in_sections_with_totals_of_totals() {
    check(&Stranger {
        file: "某某区2024签约一览表.xlsx",
        sheets: &[(
            "一览表",
            "某某区2024年度招商引资签约项目一览表\n\
             ,,,,,,,,单位：万元、亩\n\
             序,落地镇街,项目基本情况,,,投资及用资情况,,签约情况,,要地/要房\n\
             ,,项目名称,投资主体,,投资总额,合同引资,日期,形式,要地\n\
             ,,,名称,注册地,,合计,,,\n\
             （一）一季度（2项）\n\
             1,城关镇,年产10万套减震器项目,甲公司,江苏,贰亿元,12000,1.15,投资协议,50\n\
             2,城关镇,仓储项目,乙公司,上海,1.2亿,8000余,2月上旬,入驻协议,\n\
             ,一季度小计,,,,32000,20000\n\
             （二）下半年\n\
             3,开发街道,制剂项目,丙公司,北京,五千万,5000,二〇二四年八月六日,投资协议,一百亩\n\
             4,开发街道,作废项目,丁公司,河北,9000,5000-8000,12月1日,投资协议,\n\
             计,,,,,46000,30000\n\
             填表说明：1.合同引资为市外资金；2.按月更新。",
            &[
                "A1:J1", "A3:A5", "B3:B5", "C3:E3", "F3:G3", "H3:I3", "C4:C5", "D4:E4", "F4:F5",
                "H4:H5", "I4:I5", "J4:J5",
            ],
        )],
        tables: &["一览表 signing 3,4,5 4"],
        records: &[
            "project.total_investment=200000000 agreement.contract_capital=120000000 agreement.sign_date=2024-01-15 project.land_area=50mu",
            "agreement.contract_capital=80000000~ agreement.sign_date=2024-02-01/ten_day agreement.agreement_type=entry",
            "project.total_investment=50000000 agreement.sign_date=2024-08-06 project.land_area=100mu",
            "agreement.contract_capital=50000000~range agreement.sign_date=2024-12-01",
        ],
    });
}

#[test]
fn a_row_s_currency_is_of_the_column_that_names_none() {
    check(&Stranger {
        file: "外来投资合同登记2023.xlsx",
        sheets: &[(
            "登记",
            "登记编号,主办单位,客商,拟建项目,合同文本,签字时间,币别,协议投资（万）,兑换率,折人民币（万元）,区外资金（万元）,经办,合同履行\n\
             HT-1,招商一局,甲公司,器械项目,投资合同,23/2/8,美元,500,6.8,3400,3400,张某,正常\n\
             HT-2,招商二局,乙公司,冷链项目,入园协议,２０２３年７月１日,人民币,８０００,,8000,不低于4000,王某,终止",
            &[],
        )],
        tables: &["登记 signing 1 2"],
        records: &[
            "agreement.agreement_no=HT-1 project.name=器械项目 agreement.contract_total=5000000USD agreement.contract_capital=34000000 project.service_officer=张某",
            "!agreement.contract_total=80000000 agreement.contract_capital=40000000~ agreement.sign_date=2023-07-01",
        ],
    });
}

#[test]
fn a_domestic_payment_stands_in_the_column_of_originals() {
    check(&Stranger {
        file: "进账明细2024.xlsx",
        sheets: &[(
            "明细",
            "外来资金进账明细\n\
             序,进账日期,汇出方,收款方,用途,币种,原币（万）,汇率,人民币（万元）,银行流水号,是否认定,认定数（万元）\n\
             1,1月9日,甲公司,甲项目公司,注册资金,人民币,500,,500,LS01,是,500\n\
             2,20240220,乙公司,乙项目公司,购地款,港币,1000,0.91,910,LS02,否,0\n\
             3,3月1日,丙公司,丙项目公司,设备款,,,,\"1,200.5\",LS03,√,1200.5",
            &["A1:L1"],
        )],
        tables: &["明细 payment 2 3"],
        records: &[
            "payment.paid_in=5000000 payment.paid_date=2024-01-09 payment.fund_kind=registered_capital payment.state=recognised project.name=甲项目公司",
            "payment.paid_in=10000000HKD payment.fund_kind=land payment.voucher_no=LS02 payment.state=declared",
            "payment.paid_in=12005000 payment.state=recognised",
        ],
    });
}

#[test]
fn leads_in_a_section_above_the_headings_and_one_between() {
    check(&Stranger {
        file: "长三角一组信息5月.xlsx",
        sheets: &[(
            "汇总",
            "招商信息月报（2024年5月）\n\
             本月共收集信息3条，其中有效2条\n\
             一、有效信息\n\
             信息编号,来访企业,拟上项目,预计投资,需求,,接洽日,企业联系方式,\n\
             ,,,（亿元）,要地(亩),要房(平方米),,姓名,电话\n\
             X-1,甲公司,电机壳体,5-6,80,,5月3日,李某,15400000011\n\
             X-2,乙公司,制剂,约3亿,,5000,5月10日,王某,15400000012\n\
             二、无效信息\n\
             信息编号,来访企业,拟上项目,预计投资,需求,,接洽日,企业联系方式,\n\
             ,,,（亿元）,要地(亩),要房(平方米),,姓名,电话\n\
             X-3,丙公司,化工,2,30,,5月下旬,赵某,15400000015",
            &[
                "A1:I1", "A2:I2", "A3:I3", "A8:I8", "E4:F4", "H4:I4", "E9:F9", "H9:I9",
            ],
        )],
        tables: &["汇总 lead 4,5 3"],
        records: &[
            "lead.name=电机壳体 lead.is_effective=true lead.planned_investment=500000000~range contact.name=李某 lead.chain=",
            "lead.is_effective=true lead.reported_at=2024-05-10 lead.note=要房(平方米)：5000",
            "lead.is_effective=false lead.chain= lead.reported_at=2024-05-21/ten_day contact.mobile=15400000015",
        ],
    });
}

#[test]
fn key_projects_whose_progress_says_what_no_column_does() {
    check(&Stranger {
        file: "2024年重点项目推进情况.xlsx",
        sheets: &[(
            "市级",
            "某县2024年市级重点项目推进情况\n\
             序号,项目概况,,,投资完成情况,,,,工程推进,,,,开竣工时间,,保障\n\
             ,名称,地址,性质,总投资,2024年,,,楼栋,,,形象进度,开工,竣工,专员\n\
             ,,,,（亿元）,计划（万元）,1-9月完成（万元）,占比,共,开工,封顶,,,,\n\
             1,电机项目,经三路,续建,3.2,10000,10800,1.08,6,6,6,2024年8月已竣工投产,2022.9,2024.8,周某\n\
             2,物流项目,经六路,续建,2,6000,3000,0.5,4,4,3,7月竣工，9月投产,2023.5,,冯某\n\
             3,包装项目,纬五路,新建,1,5000,0,0,2,0,0,未开工,拟10月,年底,郑某\n\
             4,药业项目,纬六路,新建,5,5000,2500,0.5,2,1,0,一期2024年5月投产，二期主体,2024.1,,钱某",
            &[
                "A1:O1", "A2:A4", "B2:D2", "E2:H2", "I2:L2", "M2:N2", "B3:B4", "C3:C4", "D3:D4",
                "F3:H3", "I3:K3", "L3:L4", "M3:M4", "N3:N4", "O3:O4",
            ],
        )],
        tables: &["市级 key_project 2,3,4 4"],
        records: &[
            "key_project.ledger_kind=building key_project.completion_date=2024-08-01/month key_project.production_date=2024-08-01/month key_project.completion_ratio=Number(10800) key_project.land_place=经三路",
            "key_project.annual_plan_investment=60000000 key_project.buildings=Number(4) key_project.buildings_started=Number(4) key_project.buildings_capped=Number(3) key_project.production_date=2024-09-01/month",
            "key_project.ledger_kind=planned key_project.completion_date= key_project.cumulative_investment= key_project.service_officer=郑某",
            "key_project.completion_date= key_project.production_date= key_project.completion_ratio=Number(5000)",
        ],
    });
}

#[test]
fn a_word_in_place_of_a_tenant_is_no_tenant() {
    check(&Stranger {
        file: "载体资源2024.xlsx",
        sheets: &[
            (
                "创新产业园",
                "创新产业园厂房使用情况\n\
                 楼座,层,房号,产权,建筑面积（平方米）,出租,,,空余（平方米）,租价（元/㎡/月）\n\
                 ,,,,,承租企业,面积,租赁期,,\n\
                 1#,1,101,国有,2000,甲公司,2000,2023.1-2025.12,0,12\n\
                 ,2,201,国有,2000,闲置,,,2000,\n\
                 2#,1,101,民营,0.6万㎡,自用,,,0,",
                &[
                    "F2:H2", "A4:A5", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3",
                ],
            ),
            (
                "土地",
                "可供地块一览\n\
                 宗地,坐落,净用地,性质,容积率,是否具备供地条件,拟引项目\n\
                 G-01,经一路南,3.3公顷,工业,≥1.2,净地,甲项目\n\
                 G-02,纬二路北,33333㎡,工业,1.5,待征,",
                &[],
            ),
        ],
        tables: &["创新产业园 factory_unit 2,3 3", "土地 parcel 2 2"],
        records: &[
            "factory_unit.building=1# factory_unit.park=创新产业园 lease.tenant=甲公司 lease.end_date=2025-12-01/month factory_unit.owner=国有",
            "factory_unit.building=1# factory_unit.state=vacant lease.tenant= factory_unit.vacant_area=2000sqm",
            "factory_unit.state=own_use lease.tenant= factory_unit.floor_area=6000sqm",
            "parcel.parcel_no=G-01 parcel.land_area=3.3hectare parcel.land_use=工业 parcel.intended_project=甲项目",
            "parcel.parcel_no=G-02 parcel.land_area=33333sqm",
        ],
    });
}

#[test]
fn a_sheet_named_after_what_is_done_is_no_office() {
    check(&Stranger {
        file: "外出与接待2024.xlsx",
        sheets: &[
            (
                "外出",
                "2024年外出招商活动统计表\n\
                 批次,时间,带队,随行,目的地,走访对象,会见人员,洽谈事项,收获,后续跟踪\n\
                 第1批,3月4日-6日,赵某,钱某,苏州,甲公司,王某（董事长）,电控,达成初步意向,4月回访",
                &[],
            ),
            (
                "接待",
                "2024年接待客商统计表\n\
                 来访日期,客商单位,来访人员,人数,接待人,看点,商谈情况,意向,备注\n\
                 2024/4/8,乙公司,陈总一行,5人,赵某,标准厂房,看厂房,强,",
                &[],
            ),
        ],
        tables: &["外出 visit 2 1", "接待 visit 2 1"],
        records: &[
            "visit.resident_office= visit.visit_date=2024-03-04 visit.end_date=2024-03-06 visit.their_people=王某（董事长） visit.follow_up=4月回访 visit.visit_type=visit_out",
            "visit.resident_office= visit.place=标准厂房 visit.visit_type=reception",
        ],
    });
}

#[test]
fn a_sheet_for_each_office_with_its_own_unit_and_a_legend() {
    check(&Stranger {
        file: "2024包联调度.xlsx",
        sheets: &[
            (
                "发改局",
                "发改局包联重点项目调度表\n,,,,,单位：亿元\n重点类别,项目,总投资,实际开工,预计竣工,工程进展\n\
                 省重点,A项目,5.2,2023.3,2025.6,主体\n合计,1个,5.2\n绿色：正常；黄色：滞后30天以内；红色：滞后30天以上",
                &[],
            ),
            (
                "工信局",
                "工信局包联重点项目调度表\n,,,,,单位：万元\n重点类别,项目,总投资,实际开工,预计竣工,工程进展\n\
                 市重点,C项目,12000,2024年5月,2026年,土方\n合计,1个,12000",
                &[],
            ),
        ],
        tables: &["发改局 key_project 3 1", "工信局 key_project 3 1"],
        records: &[
            "key_project.responsible_unit=发改局 key_project.key_level=province key_project.total_investment=520000000",
            "key_project.responsible_unit=工信局 key_project.key_level=city key_project.total_investment=120000000",
        ],
    });
}

#[test]
fn a_week_s_sheet_says_its_days_above_and_the_weekday_in_every_row() {
    check(&Stranger {
        file: "苏州组周报.xlsx",
        sheets: &[(
            "第19周",
            "长三角片区拜访客商周报表\n\
             组别：苏州组      起止日期：2024年5月6日—5月10日\n\
             周次,星期,上午,,下午,,收获,需领导出面事项\n\
             ,,地点,对象,地点,对象,,\n\
             第19周,一,苏州工业园,甲公司,昆山,乙公司,获取线索1条,无\n\
             ,周三,上海张江,丙药业,/,/,达成意向,请县领导会见",
            &[
                "A1:H1", "A2:H2", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "H3:H4", "A5:A6",
            ],
        )],
        tables: &["第19周 visit 3,4 3"],
        records: &[
            "visit.visit_date=2024-05-06 visit.end_date= visit.enterprise=甲公司 visit.resident_office=苏州",
            "visit.visit_date=2024-05-06 visit.place=昆山 visit.enterprise=乙公司",
            "visit.visit_date=2024-05-08 visit.place=上海张江",
        ],
    });
}
