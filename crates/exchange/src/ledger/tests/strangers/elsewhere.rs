//! Reports of offices, lists of leases and of firms, as other places keep them.

use super::{Stranger, check};

#[test]
fn a_weekly_report_names_days_of_its_week_and_plans_no_visits() {
    check(&Stranger {
        file: "驻点工作周报.xlsx",
        sheets: &[(
            "驻沪",
            "驻上海招商办事处工作周报（2024年第23周：6月3日—6月9日）\n\
             一、拜访企业情况\n\
             序号,日期,企业名称,地址,对接人,洽谈情况,下步打算\n\
             1,周一,甲生物有限公司,张江,林某,有扩产意向,邀请来访\n\
             2,星期三,乙电子有限公司,嘉定,何某,暂无计划,保持联系\n\
             二、新增线索\n\
             序号,企业名称,项目名称,投资额（亿元）,产业,信息来源\n\
             1,甲生物有限公司,CDMO扩产项目,5,生物医药,商会推荐\n\
             三、下周计划\n\
             序号,日期,拟拜访企业,事由\n\
             1,6月11日,丙压缩机有限公司,配套",
            &["A1:G1"],
        )],
        tables: &["驻沪 visit 3 2", "驻沪 lead 7 1"],
        records: &[
            "visit.visit_date=2024-06-03 visit.enterprise=甲生物有限公司",
            "visit.visit_date=2024-06-05 visit.enterprise=乙电子有限公司",
            "lead.name=CDMO扩产项目 lead.enterprise=甲生物有限公司",
        ],
    });
}

#[test]
fn planned_visits_below_those_made_are_none() {
    check(&Stranger {
        file: "周报.xlsx",
        sheets: &[(
            "拜访",
            "本周拜访情况\n\
             日期,企业名称,拜访人员,洽谈情况\n\
             2024.6.4,甲电源有限公司,张示例,初次对接\n\
             下周拜访安排\n\
             日期,企业名称,拜访人员,洽谈情况\n\
             2024.6.11,乙电源有限公司,张示例,",
            &[],
        )],
        tables: &["拜访 visit 2 1"],
        records: &["visit.visit_date=2024-06-04 visit.enterprise=甲电源有限公司"],
    });
}

#[test]
fn a_price_among_the_units_is_not_that_of_amounts() {
    check(&Stranger {
        file: "标准厂房租赁合同台账.xlsx",
        sheets: &[(
            "租赁台账",
            "标准厂房租赁合同台账\n\
             单位：平方米、元/㎡·月、万元\n\
             厂房编号,承租企业,租赁面积,租金单价,合同起止日期,年租金,欠缴,状态\n\
             1#-1F,甲电子有限公司,2400,12,2023.07.01-2026.06.30,34.56,0,正常\n\
             1#-2F,甲电子有限公司,2400,10,2023.07.01-2026.06.30,28.8,8.8,欠费\n\
             3#整栋,（已出售）丙机械有限公司,8800,,2021.5.1,,,已售",
            &["A1:H1", "A2:H2"],
        )],
        tables: &["租赁台账 lease 3 3"],
        records: &[
            "factory_unit.name=1#-1F factory_unit.state=leased lease.tenant=甲电子有限公司 lease.annual_rent=345600",
            "factory_unit.name=1#-2F factory_unit.state=leased lease.arrears=88000",
            "factory_unit.name=3#整栋 factory_unit.state=sold lease.tenant=丙机械有限公司 lease.sold_area=8800sqm",
        ],
    });
}

#[test]
fn a_floor_is_every_room_s_and_fitting_out_no_part_of_a_name() {
    check(&Stranger {
        file: "科创大厦入驻情况.xlsx",
        sheets: &[(
            "科创大厦",
            "科创大厦入驻企业一览表\n\
             楼层,房间号,面积(㎡),企业名称,入驻时间\n\
             5F,501,300,装修中（甲传媒有限公司）,\n\
             ,502,200,乙设计有限公司,2023.5",
            &["A1:E1", "A3:A4"],
        )],
        tables: &["科创大厦 factory_unit 2 2"],
        records: &[
            "factory_unit.floors= \
             factory_unit.note=楼层：5F\n企业名称：装修中（甲传媒有限公司） \
             factory_unit.unit_no=501 lease.tenant=甲传媒有限公司",
            "factory_unit.note=楼层：5F factory_unit.unit_no=502 lease.tenant=乙设计有限公司",
        ],
    });
}

#[test]
fn firms_that_nobody_met_are_a_list_of_enterprises() {
    check(&Stranger {
        file: "电梯配件企业库.xlsx",
        sheets: &[(
            "电梯配件",
            "电梯配件产业链招商企业库\n\
             序号,产业链环节,企业名称,所在地,主要产品,年营收,是否上市,意向程度,对接人,联系方式\n\
             1,曳引机,甲曳引机有限公司,浙江宁波,永磁同步曳引机,3.2,否,高,童某 总经理,13500000001",
            &["A1:J1"],
        )],
        tables: &["电梯配件 enterprise 2 1"],
        records: &[
            "enterprise.name=甲曳引机有限公司 enterprise.region=浙江宁波 enterprise.products=永磁同步曳引机",
        ],
    });
}

#[test]
fn people_of_associations_keep_whose_they_are() {
    check(&Stranger {
        file: "商协会通讯录.xlsx",
        sheets: &[(
            "通讯录",
            "招商合作机构通讯录\n\
             类别,机构名称,姓名,职务,手机,座机\n\
             异地商会,上海泰州商会,顾某,秘书长,13900000001,021-50000001",
            &["A1:F1"],
        )],
        tables: &["通讯录 contact 2 1"],
        records: &["contact.name=顾某 contact.enterprise=上海泰州商会 contact.mobile=13900000001"],
    });
}

#[test]
fn a_project_that_was_not_reported_elsewhere_is_one_all_the_same() {
    check(&Stranger {
        file: "签约项目台账.xlsx",
        sheets: &[(
            "签约",
            "2024年签约项目台账\n\
             序号,项目名称,投资方,合同总投资（万元）,签约时间,入库情况\n\
             1,甲项目,甲有限公司,12000,2024.3.5,未报\n\
             2,乙项目,乙有限公司,8000,2024.4.6,已报",
            &["A1:F1"],
        )],
        tables: &["签约 signing 2 2"],
        records: &[
            "project.name=甲项目 agreement.contract_total=120000000",
            "project.name=乙项目 agreement.contract_total=80000000",
        ],
    });
}
