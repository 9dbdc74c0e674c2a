//! Ledgers in words that no list of headings holds.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "a1.csv",
        csv: "XX开发区2024年一季度签约项目汇总表,,,,,,,,,\n\
         单位：万元,,,,,,,,,\n\
         序号,项目名称,签约主体,投资总额,合同引进资金,协议签订时间,协议类别,责任部门,项目联系人,联系方式\n\
         1,甲项目,甲公司,20000,15000,2024年3月5日,投资协议,招商一部,李四,15400000001\n\
         2,乙项目,乙公司,1亿元,8000,3月8日,框架协议,招商二部,王五,0531-00001234\n\
         合计,,,30000,23000,,,,,",
        ledger: "signing",
        heads: &[3],
        rows: 2,
        columns: "# project.name enterprise.name project.total_investment[万元] \
         agreement.contract_capital[万元] agreement.sign_date agreement.agreement_type \
         agreement.responsible_unit contact.name contact.mobile",
    },
    Zone {
        file: "a2.csv",
        csv: "日期,推荐单位,企业全称,拟投资项目名称,投资规模（万元）,所属行业,所在城市,联系人,电话,是否有效信息,研判情况\n\
         2024/3/5,市商会,甲公司,电芯项目,20000,新能源,苏州,张三,15400000001,有效,已通过",
        ledger: "lead",
        heads: &[1],
        rows: 1,
        columns: "lead.reported_at lead.introducer lead.enterprise lead.name \
         lead.planned_investment[万元] lead.chain lead.source_region contact.name \
         contact.mobile lead.is_effective lead.assessment",
    },
    Zone {
        file: "a3.csv",
        csv: "项目名称,企业名称,到账日期,到账金额（万元）,资金类型,进账单编号,审核情况\n\
         甲项目,甲公司,2024/3/5,2000,注册资本金,J001,已认定",
        ledger: "payment",
        heads: &[1],
        rows: 1,
        columns: "project.name payment.payer payment.paid_date payment.paid_in[万元] \
         payment.fund_kind payment.voucher_no payment.state",
    },
    Zone {
        file: "a4.csv",
        csv: "2024年重点项目建设情况表,,,,,,,,,,,,,\n\
         序号,项目名称,建设单位,项目等级,新/续建,总投资（万元）,2024年度计划投资（万元）,1-6月完成投资（万元）,自开工累计完成投资（万元）,工程形象进度,存在问题及建议,包保县级领导,责任单位及责任人,建设起止年限\n\
         1,甲项目,甲公司,市重点,续建,20000,8000,3000,12000,主体,无,王县长,招商一部 张三,2023-2025",
        ledger: "key_project",
        heads: &[2],
        rows: 1,
        columns: "# project.name project.project_company key_project.key_level \
         key_project.build_nature key_project.total_investment[万元] \
         key_project.annual_plan_investment[万元] \
         key_project.annual_completed_investment[万元] key_project.cumulative_investment[万元] \
         key_project.visible_progress key_project.issue key_project.sponsor_leader \
         key_project.responsible_unit key_project.planned_start_date",
    },
    Zone {
        file: "a5.csv",
        csv: "时间,客商单位,来访客商,接待领导,接待地点,洽谈项目,洽谈结果\n\
         2024.3.5,甲公司,张总一行5人,王主任,管委会,电芯项目,达成意向",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "visit.visit_date visit.enterprise visit.their_people visit.leader visit.place \
         visit.content visit.result",
    },
    Zone {
        file: "a6.csv",
        csv: "园区名称,楼栋,楼层,房号,面积（平方米）,承租企业,起租时间,到期时间,租金标准,是否空置\n\
         医药园,1号楼,3,301,1200,甲公司,2023.1.1,2025.12.31,12元/㎡·月,否\n\
         医药园,1号楼,3,302,1000,,,,,是",
        ledger: "factory_unit",
        heads: &[1],
        rows: 2,
        columns: "factory_unit.park factory_unit.building +factory_unit.note factory_unit.unit_no \
         factory_unit.floor_area[㎡] lease.tenant lease.start_date lease.end_date \
         factory_unit.rent factory_unit.state",
    },
    Zone {
        file: "a7.csv",
        csv: "地块名称,土地位置,面积（公顷）,规划用途,现状,备注\n\
         A地块,汇源街,3.2,工业,净地,",
        ledger: "parcel",
        heads: &[1],
        rows: 1,
        columns: "parcel.parcel_no parcel.place parcel.land_area[公顷] parcel.land_use \
         parcel.supply_state parcel.note",
    },
    Zone {
        file: "a8.csv",
        csv: "序号,项目,投资方,投资额（亿元）,其中外资（万美元）,落户园区,签约日期,开工日期,到位资金（万元）,进展,责任人\n\
         1,甲项目,甲公司,3,500,化工园,2024-03-05,2024-05,2000,在建,张三",
        ledger: "signing",
        heads: &[1],
        rows: 1,
        columns: "# project.name enterprise.name agreement.contract_total[亿元] text text \
         agreement.sign_date +project.note text +project.note project.service_officer",
    },
    Zone {
        file: "a9.csv",
        csv: "招商引资在谈项目台账,,,,,,,,\n\
         序号,客商名称,项目名称,投资规模,来源,对接时间,对接人,进展情况,下一步工作打算\n\
         1,甲公司,电芯项目,2亿,展会,3月5日,张三,初谈,再访",
        ledger: "lead",
        heads: &[2],
        rows: 1,
        columns: "# lead.enterprise lead.name lead.planned_investment lead.lead_source \
         lead.reported_at lead.responsible_person lead.progress lead.next_step",
    },
    Zone {
        file: "b1.csv",
        csv: "驻苏州招商组周报（2024年3月4日-3月8日）,,,,,,,\n\
         序号,拜访时间,拜访单位,对接人,职务,拜访人员,拜访情况,下步计划\n\
         1,3月5日,甲公司,张三,总经理,李四、王五,介绍政策,寄送资料",
        ledger: "visit",
        heads: &[2],
        rows: 1,
        columns: "# visit.visit_date visit.enterprise visit.their_people visit.their_duty \
         visit.our_people visit.content visit.follow_up",
    },
    Zone {
        file: "b2.csv",
        csv: "标准化厂房租售情况一览表,,,,,,,,,\n\
         序号,厂房编号,建筑面积,已出租面积,已出售面积,剩余面积,承租（购买）企业,租赁期限,租金（元/平方米/月）,备注\n\
         1,A1,5000平方米,3000平方米,0,2000平方米,甲公司,2022年1月至2024年12月,10,\n\
         合计,,5000平方米,3000平方米,0,2000平方米,,,,",
        ledger: "factory_unit",
        heads: &[2],
        rows: 1,
        columns: "# factory_unit.building factory_unit.floor_area lease.leased_area lease.sold_area \
         factory_unit.vacant_area lease.tenant lease.start_date factory_unit.rent \
         factory_unit.note",
    },
    Zone {
        file: "b3.csv",
        csv: "序号,项目名称,建设地点,建设内容,总投资（亿元）,建设周期,前期进展,开工条件,预计开工时间,牵头单位,包联领导\n\
         1,甲项目,某镇,厂房,3,2年,已立项,基本具备,2024年6月底前,招商一部,王主任",
        ledger: "key_project",
        heads: &[1],
        rows: 1,
        columns: "# project.name key_project.land_place project.content \
         key_project.total_investment[亿元] +key_project.note key_project.procedures \
         +key_project.procedures key_project.planned_start_date \
         key_project.responsible_unit key_project.sponsor_leader",
    },
];
