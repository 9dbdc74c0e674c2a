//! Carrier ledgers that say what is empty, or who is in, and not how much is
//! let.

use super::{Stranger, check, of_text, shown};
use crate::options::Options;
use crate::{Understood, read, understand_with};

#[test]
fn what_is_not_empty_is_let() {
    check(&Stranger {
        file: "2024年9月.xlsx",
        sheets: &[
            (
                "厂房",
                "标准厂房出租情况表（2024年9月）\n\
                 序号,厂房名称,产权单位,结构,总面积（万㎡）,出租率（%）,可招商面积（㎡）,配套\n\
                 1,智造园一期,产投集团,钢混,3.5,90,3500,电\n\
                 2,智造园二期,产投集团,钢结构,2,50,,电\n\
                 3,光电产业园,城投集团,钢混,1.5,100,0,电",
                &["A1:H1"],
            ),
            (
                "楼宇",
                "楼宇空置率统计表（2024年9月）\n\
                 序号,楼宇名称,总面积（㎡）,空置面积（㎡）,产权单位\n\
                 1,天汇中心,20000,3000,天汇置业\n\
                 2,星河大厦,15000,15000,星河置业",
                &["A1:E1"],
            ),
            (
                "闲置",
                "闲置厂房摸排台账\n\
                 序号,业主单位,厂房位置,建筑面积（㎡）,闲置面积（㎡）,结构\n\
                 1,甲机械公司,城东路15号,18000,12000,钢结构",
                &["A1:F1"],
            ),
        ],
        tables: &[
            "厂房 factory_unit 2 3",
            "楼宇 factory_unit 2 2",
            "闲置 factory_unit 2 1",
        ],
        records: &[
            "factory_unit.name=智造园一期 lease.leased_area=31500sqm lease.tenant=",
            "factory_unit.vacant_area= lease.leased_area=10000sqm",
            "factory_unit.vacant_area=0sqm lease.leased_area=15000sqm",
            "factory_unit.vacant_area=3000sqm lease.leased_area=17000sqm",
            "factory_unit.vacant_area=15000sqm lease.leased_area=",
            "factory_unit.vacant_area=12000sqm lease.leased_area=",
        ],
    });
}

#[test]
fn whether_the_rest_is_let_is_asked_once_for_the_column() {
    let text = "楼宇名称,总面积（㎡）,空置面积（㎡）,产权单位\n\
         天汇中心,20000,3000,天汇置业\n\
         星河大厦,15000,1000,星河置业\n\
         云谷大厦,9000,500,云谷置业\n";
    let name = "楼宇空置率统计表.csv";
    let open = of_text(name, text.as_bytes());
    let told = |found: &Understood| {
        let table = &found.tables[0];
        let rows = table.rows.iter().flat_map(|row| &row.problems);
        let all = rows.chain(&table.problems);
        all.filter(|one| one.reason == "rest_is_let").count()
    };
    assert_eq!(told(&open), 1);
    let question = &open.questions[0];
    assert_eq!(
        (
            question.key.as_str(),
            question.rows,
            question.supposed.as_deref()
        ),
        ("rest:factory_unit:空置面积", 3, Some("let"))
    );
    let let_of = |found: &Understood| shown(&found.tables[0].rows[0], "lease.leased_area");
    assert_eq!(let_of(&open), "17000sqm");
    let book = read(name, text.as_bytes()).expect("csv");
    for (answer, area) in [("let", "17000sqm"), ("other", "")] {
        let options = Options {
            answers: [(question.key.clone(), answer.to_owned())].into(),
            ..Options::default()
        };
        let found = understand_with(&book, &options);
        assert_eq!((told(&found), found.questions.len()), (0, 0));
        assert_eq!(let_of(&found), area);
    }
}

#[test]
fn the_tenant_of_a_room_has_all_of_it() {
    check(&Stranger {
        file: "智谷大厦.xlsx",
        sheets: &[(
            "台账",
            "智谷大厦入驻企业台账（2024年9月）\n\
             序号,楼栋,房间号,面积（㎡）,企业名称,租期起,租期止,租金（元/㎡·月）\n\
             1,智谷大厦,301,500,山东智一科技有限公司,2023年1月1日,2025年12月31日,45\n\
             2,,302,400,山东智二科技有限公司,2024年3月1日,2026年2月28日,45\n\
             3,,401,900,空置,,,",
            &["A1:H1", "B3:B5"],
        )],
        tables: &["台账 factory_unit 2 3"],
        records: &[
            "factory_unit.name=智谷大厦_301 factory_unit.floor_area=500sqm lease.leased_area=500sqm",
            "lease.tenant=山东智二科技有限公司 lease.leased_area=400sqm",
            "factory_unit.state=vacant lease.tenant= lease.leased_area=",
        ],
    });
}

#[test]
fn floors_and_rooms_share_a_column() {
    check(&Stranger {
        file: "入驻登记表.xlsx",
        sheets: &[(
            "登记表",
            "创智大厦入驻企业及空置情况登记表\n\
             序号,楼宇名称,楼层/房号,面积（㎡）,入驻企业,租赁起止时间,租金单价（元/㎡/天）,备注\n\
             1,创智大厦,3层整层,1200,山东智软科技有限公司,2023.1.1-2025.12.31,1.5,\n\
             2,,4层401,300,示例区法律服务中心,2024/3/1—2026/2/28,1.2,免租3个月\n\
             3,,4层402-405,900,空置,,,可分割\n\
             5,,6层,1200,,,,空置",
            &["A1:H1", "B3:B6"],
        )],
        tables: &["登记表 factory_unit 2 4"],
        records: &[
            "factory_unit.name=创智大厦_3层整层 lease.tenant=山东智软科技有限公司 lease.leased_area=1200sqm lease.end_date=2025-12-31",
            "factory_unit.unit_no=4层401 lease.leased_area=300sqm",
            "factory_unit.unit_no=4层402-405 factory_unit.state=vacant lease.tenant=",
            "factory_unit.name=创智大厦_6层 factory_unit.floor_area=1200sqm lease.tenant=",
        ],
    });
}

#[test]
fn a_number_of_firms_is_no_tenant() {
    let stranger = Stranger {
        file: "载体.xlsx",
        sheets: &[
            (
                "楼宇",
                "序号,楼宇名称,总面积（㎡）,已租面积（㎡）,空置面积（㎡）,入驻企业（家）\n\
                 1,天汇中心,20000,17000,3000,86\n\
                 2,星河大厦,15000,0,15000,0",
                &[],
            ),
            (
                "园区",
                "序号,载体名称,总面积（㎡）,已使用面积,空置面积,主要入驻企业\n\
                 1,1#厂房,12000,12000,0,东明电机、启智数控\n\
                 2,孵化楼,6500,4500,2000,小微企业12家",
                &[],
            ),
        ],
        tables: &["楼宇 factory_unit 1 2", "园区 factory_unit 1 2"],
        records: &[
            "lease.tenant= lease.leased_area=17000sqm factory_unit.note=入驻企业（家）：86",
            "lease.tenant= factory_unit.vacant_area=15000sqm",
            "lease.tenant=东明电机、启智数控 lease.leased_area=12000sqm",
            "lease.tenant= lease.leased_area=4500sqm factory_unit.note=主要入驻企业：小微企业12家",
        ],
    };
    check(&stranger);
    let bytes = super::workbook(&stranger).expect("workbook");
    let found = crate::understand(&crate::read(stranger.file, &bytes).expect("xlsx"));
    let rows = &found.tables[1].rows;
    let told = |row: usize| rows[row].problems.iter().map(|one| one.reason).next();
    assert_eq!(told(0), Some("more_than_one_firm"));
    assert_eq!(told(1), Some("tenants_counted"));
}

#[test]
fn how_a_firm_has_its_room_and_how_much_of_it_is_used() {
    check(&Stranger {
        file: "厂房台账.xlsx",
        sheets: &[(
            "厂房台账",
            "产业园名称,楼栋,层,总建筑面积（㎡）,入驻企业,租赁/购买,已用面积（㎡）,未用面积（㎡）\n\
             电梯产业园,1#,1层,3000,甲公司,租赁,3000,0\n\
             ,,2层,3000,,,,3000\n\
             ,3#,整栋,8000,乙公司,购买,8000,0\n\
             医药孵化器,A座,1F,2000,丙公司,租赁,1200,800\n\
             ,A座,2F,2000,丁公司,租赁,1800,200\n\
             ,B座,1F,5000,管委会服务中心,自用,5000,0",
            &[],
        )],
        tables: &["厂房台账 factory_unit 1 6"],
        records: &[
            "factory_unit.name=电梯产业园_1#_1层 factory_unit.state=leased lease.leased_area=3000sqm",
            "factory_unit.name=电梯产业园_1#_2层 factory_unit.vacant_area=3000sqm",
            "factory_unit.name=电梯产业园_3#_整栋 factory_unit.state=sold lease.sold_area=8000sqm",
            "factory_unit.name=医药孵化器_A座_1F lease.leased_area=1200sqm factory_unit.vacant_area=800sqm",
            "factory_unit.name=医药孵化器_A座_2F lease.leased_area=1800sqm",
            "factory_unit.state=own_use lease.tenant=",
        ],
    });
}
