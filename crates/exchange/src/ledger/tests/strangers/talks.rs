//! Ledgers in which signed projects stand beside those that are not yet.

use super::{Stranger, check};

#[test]
fn a_section_says_who_has_not_signed() {
    check(&Stranger {
        file: "台账.xlsx",
        sheets: &[(
            "台账",
            "2024年招商引资项目台账\n\
             序号,项目名称,投资方,投资总额（万元）,引资额（万元）,签约时间,责任单位\n\
             一、已签约项目（1个）\n\
             1,阀门项目,浙江阀门有限公司,12000,10000,2024.1.9,招商一局\n\
             二、在谈项目（3个）\n\
             2,电芯项目,宁德电芯科技有限公司,150000,120000,,招商一局\n\
             3,疫苗项目,北京疫苗生物有限公司,80000,80000,预计2024.12,招商三局\n\
             4,导轨项目,苏州导轨有限公司,6000,5000,2024.3.5,招商三局\n\
             三、意向项目（1个）\n\
             5,酒店项目,上海酒店管理有限公司,30000,30000,未签,招商三局\n\
             合计,,,278000,245000,,",
            &["A3:G3", "A5:G5", "A9:G9"],
        )],
        tables: &["台账 signing 2 5"],
        records: &[
            "project.stage= agreement.contract_capital=100000000 agreement.sign_date=2024-01-09 agreement.agreement_type=formal",
            "!project.stage=negotiate project.total_investment=1500000000 project.note=引资额（万元）：120000 agreement.sign_date= agreement.agreement_type=",
            "!project.stage=negotiate agreement.sign_date=",
            "agreement.sign_date=2024-03-05 agreement.contract_capital=50000000",
            "!project.stage=negotiate project.total_investment=300000000",
        ],
    });
}

#[test]
fn a_section_says_of_what_kind_and_whether_it_ended() {
    check(&Stranger {
        file: "签约.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账（单位：万元）\n\
             序号,项目名称,投资方,总投资,利用资金,签约时间,责任单位\n\
             一、正式投资协议\n\
             1,阀门项目,浙江阀门有限公司,5000,4000,2024.1.9,一局\n\
             二、框架（战略合作）协议\n\
             2,酱油项目,佛山酱园食品有限公司,60000,60000,2024.3.5,二局\n\
             三、已终止项目\n\
             3,疫苗项目,北京疫苗生物有限公司,80000,80000,2024.5.6,三局",
            &["A3:G3", "A5:G5", "A7:G7"],
        )],
        tables: &["签约 signing 2 3"],
        records: &[
            "agreement.agreement_type=formal agreement.voided=",
            "!agreement.agreement_type=framework",
            "!agreement.voided=true agreement.contract_capital=800000000",
        ],
    });
}

#[test]
fn a_section_is_of_a_year_or_of_a_side() {
    check(&Stranger {
        file: "近三年签约.xlsx",
        sheets: &[(
            "签约",
            "近三年签约项目\n\
             序号,项目名称,投资方,利用资金（万元）,签约时间,责任单位\n\
             2022年\n\
             1,阀门项目,浙江阀门有限公司,4000,6月18日,一局\n\
             二、2023年度签约项目（1个）\n\
             2,酱油项目,佛山酱园食品有限公司,6000,3月5日,二局",
            &["A3:F3", "A5:F5"],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "agreement.sign_date=2022-06-18",
            "agreement.sign_date=2023-03-05",
        ],
    });
    check(&Stranger {
        file: "活动.xlsx",
        sheets: &[(
            "活动",
            "2024年上半年招商活动台账\n\
             序号,日期,企业名称,参加领导,对方人员,洽谈内容,结果\n\
             一、外出招商（1次）\n\
             1,2024.1.9,浙江阀门有限公司,王主任,林总,阀门,推进签约\n\
             二、来访接待（1次）\n\
             2,2024.3.5,北京疫苗生物有限公司,王主任,赵博士,疫苗,保持联系\n\
             三、电话及线上对接（1次）\n\
             3,2024.5.7,山东药瓶有限公司,小王,崔总,药瓶,视频会议",
            &["A3:G3", "A5:G5", "A7:G7"],
        )],
        tables: &["活动 visit 2 3"],
        records: &[
            "visit.visit_type=visit_out",
            "visit.visit_type=reception",
            "visit.visit_type=call",
        ],
    });
}

#[test]
fn a_planned_day_of_signing_is_none() {
    check(&Stranger {
        file: "推进.xlsx",
        sheets: &[(
            "表",
            "2024年重点招商项目推进表\n\
             序号,项目名称,投资方,总投资（亿元）,引资额（亿元）,签约时间,责任单位\n\
             1,阀门项目,浙江阀门有限公司,1,1,2024.1.9,一局\n\
             2,酱油项目,佛山酱园食品有限公司,2,2,拟2024年10月签约,二局\n\
             3,疫苗项目,北京疫苗生物有限公司,3,3,计划2024.11.30,三局\n\
             4,试剂项目,美国RG Inc.,4,4,2024年12月底前,三局\n\
             5,药瓶项目,山东药瓶有限公司,5,5,力争四季度,三局\n\
             6,线缆项目,安徽线缆有限公司,6,6,尚未签约,三局",
            &[],
        )],
        tables: &["表 signing 2 6"],
        records: &[
            "agreement.sign_date=2024-01-09 agreement.contract_capital=100000000",
            "!agreement.sign_date= project.stage=negotiate project.note=引资额（亿元）：2\n签约时间：拟2024年10月签约",
            "!agreement.sign_date= project.stage=negotiate",
            "!agreement.sign_date= project.stage=negotiate",
            "!agreement.sign_date= project.stage=negotiate",
            "!agreement.sign_date= project.stage=negotiate",
        ],
    });
}

#[test]
fn a_column_of_stages_says_who_has_not_signed() {
    check(&Stranger {
        file: "推进.xlsx",
        sheets: &[(
            "项目",
            "2024年招商引资项目推进台账\n\
             序号,项目名称,投资方,投资额（亿元）,项目阶段,首次接洽,签约时间,开工时间,招商员\n\
             1,电控模块项目,上海电控科技有限公司,1.6,已签约,2023.11,2024.2.27,,小何\n\
             2,大输液项目,四川输液股份有限公司,4.2,在谈,2024.1,,,小何\n\
             3,扶梯梯级项目,苏州梯级部件有限公司,0.95,已开工,2023.8,2024.1.10,2024.6.18,小方\n\
             4,益生菌项目,北京益生科技有限公司,0.6,线索,2024.5,,,小方",
            &[],
        )],
        tables: &["项目 signing 2 4"],
        records: &[
            "project.stage=signed agreement.sign_date=2024-02-27",
            "!project.stage=negotiate project.total_investment=420000000",
            "project.stage=started agreement.sign_date=2024-01-10",
            "!project.stage=lead project.total_investment=60000000",
        ],
    });
}

#[test]
fn what_is_rented_or_there_needs_no_land() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "2024年线索台账\n\
             序号,企业名称,首报时间,意向投资（亿元）,用地需求（亩）,备注\n\
             1,甲公司,2024.1.1,1,租赁厂房3000㎡,扩产\n\
             2,乙公司,2024.1.2,1,租厂房,\n\
             3,丙公司,2024.1.3,1,50,\n\
             4,丁公司,2024.1.4,1,30亩/厂房5000㎡,\n\
             5,戊公司,2024.1.5,1,\"需地20亩，厂房5000平\",\n\
             6,己公司,2024.1.6,1,存量土地45亩,\n\
             7,庚公司,2024.1.7,1,3000㎡（厂房）,\n\
             8,辛公司,2024.1.8,1,零地技改,\n\
             9,壬公司,2024.1.9,1,约60亩,\n\
             10,癸公司,2024.1.10,1,待定,",
            &["A1:F1"],
        )],
        tables: &["线索 lead 2 10"],
        records: &[
            "lead.enterprise=甲公司 lead.land_area=<not_applicable> lead.note=扩产\n用地需求（亩）：租赁厂房3000㎡",
            "lead.enterprise=乙公司 lead.land_area=<not_applicable> lead.note=用地需求（亩）：租厂房",
            "lead.enterprise=丙公司 lead.land_area=50mu lead.note=",
            "lead.enterprise=丁公司 lead.land_area=30mu lead.note=用地需求（亩）：30亩/厂房5000㎡",
            "lead.enterprise=戊公司 lead.land_area=20mu lead.note=用地需求（亩）：需地20亩，厂房5000平",
            "lead.enterprise=己公司 lead.land_area=45mu lead.note=用地需求（亩）：存量土地45亩",
            "lead.enterprise=庚公司 lead.land_area=<not_applicable>",
            "lead.enterprise=辛公司 lead.land_area=<not_applicable> lead.note=用地需求（亩）：零地技改",
            "lead.enterprise=壬公司 lead.land_area=60mu~ lead.note=",
            "lead.enterprise=癸公司 lead.land_area=<pending>",
        ],
    });
}
