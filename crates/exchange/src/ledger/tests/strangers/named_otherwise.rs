//! Headings of other regions for what a ledger has fields for.

use super::{Stranger, check, of_text};

/// What is read of a csv file with one row: its ledger, and a field.
fn value(file: &str, text: &str, field: &str) -> (&'static str, String) {
    let found = of_text(file, text.as_bytes());
    let Some(table) = found.tables.first() else {
        return ("none", String::new());
    };
    let row = table.rows.first();
    let shown = row.map(|row| super::shown(row, field));
    (table.ledger, shown.unwrap_or_default())
}

fn each(file: &str, ledger: &str, heads: &str, row: &str, fields: &[(&str, &str, &str)]) {
    for (head, field, said) in fields {
        let text = format!("{heads},{head}\n{row},{said}\n");
        let found = value(file, &text, field);
        assert_eq!(found, (ledger_of(ledger), (*said).to_owned()), "{head}");
    }
}

fn ledger_of(name: &str) -> &'static str {
    let ledgers = [
        "signing",
        "key_project",
        "lead",
        "visit",
        "factory_unit",
        "lease",
        "parcel",
    ];
    ledgers
        .into_iter()
        .find(|own| *own == name)
        .unwrap_or("none")
}

#[test]
fn agreements() {
    each(
        "2023年签约项目台账.csv",
        "signing",
        "项目名称,签约时间,引资额（亿元）",
        "甲项目,2023.1.16,8.6",
        &[
            ("500强企业", "enterprise.name", "甲公司"),
            ("项目主体", "enterprise.name", "甲公司"),
            ("注册项目公司", "project.project_company", "乙公司"),
            ("来源省份", "project.source_region", "浙江省"),
            ("链长", "project.sponsor_leader", "王某"),
            ("挂点县领导", "project.sponsor_leader", "王某"),
            ("签约场合", "agreement.ceremony", "进博会"),
        ],
    );
    let text = "项目名称,企业名称,签约时间,原投资额（亿元）,本次增资额（亿元）,增资后总投资（亿元）\n\
                甲项目,甲公司,2023.3.15,0.6,1.2,1.8\n";
    let file = "2023年增资扩产签约项目.csv";
    let total = value(file, text, "agreement.contract_total");
    assert_eq!(total, ("signing", "120000000".to_owned()));
    assert_eq!(value(file, text, "project.total_investment").1, "180000000");
}

#[test]
fn works() {
    each(
        "2023年市级重点项目名单.csv",
        "key_project",
        "项目名称,建设单位,总投资（万元）,开工时间",
        "甲项目,甲公司,86000,2023.3",
        &[
            ("推进专班", "key_project.responsible_unit", "装备专班"),
            ("挂点单位", "key_project.responsible_unit", "工信局"),
            ("挂点县领导", "key_project.sponsor_leader", "王某"),
            ("问题清单", "key_project.issue", "缺地"),
            ("工作建议", "key_project.measure", "尽快供地"),
            ("形象", "key_project.visible_progress", "主体三层"),
            ("产业集群", "project.chain", "高端装备"),
        ],
    );
    let rows = |head: &str, said: &str, field: &str| {
        let text = format!(
            "项目名称,建设单位,总投资（万元）,开工时间,{head}\n甲项目,甲公司,86000,2023.3,{said}\n"
        );
        value("2023年市级重点项目名单.csv", &text, field).1
    };
    let nature = "key_project.build_nature";
    assert_eq!(rows("新开/续建", "新开", nature), "new");
    assert_eq!(rows("新开工、续建", "续建", nature), "continuing");
    let text = "项目名称,级别,建设性质,总投资（亿元）\n甲项目,市级,拟建,3.5\n";
    let kind = value("2023年重点项目.csv", text, "key_project.ledger_kind");
    assert_eq!(kind.1, "planned");
    assert_eq!(
        rows("开业时间", "2023-10-01", "key_project.production_date"),
        "2023-10-01"
    );
    assert_eq!(rows("办结时间", "2023-10-01", "key_project.due_date"), "");
    assert_eq!(
        rows(
            "9月底形象进度,10月底形象进度",
            "主体三层,主体封顶",
            "key_project.visible_progress"
        ),
        "主体封顶"
    );
}

#[test]
fn leads() {
    each(
        "2023年招商线索台账.csv",
        "lead",
        "上报时间,拟投资（万元）,企业名称",
        "2023.3.1,3000,甲公司",
        &[
            ("推荐项目", "lead.name", "甲项目"),
            ("项目意向名称", "lead.name", "甲项目"),
            ("拟洽谈项目", "lead.name", "甲项目"),
            ("商会名称", "lead.introducer", "浙江商会"),
            ("委托机构", "lead.introducer", "乙咨询"),
            ("备案号", "lead.lead_no", "BA-01"),
            ("推进人", "lead.responsible_person", "郑某"),
        ],
    );
    for head in ["信息甄别", "是否采用"] {
        let text = format!(
            "企业名称,项目名称,上报时间,拟投资（万元）,{head}\n甲公司,甲项目,2023.3.1,3000,是\n"
        );
        let found = value("2023年招商线索台账.csv", &text, "lead.is_effective");
        assert_eq!(found.1, "true", "{head}");
    }
}

#[test]
fn visits() {
    each(
        "2023年走访企业台账.csv",
        "visit",
        "日期,走访企业",
        "2023.3.1,甲公司",
        &[
            ("本单位人员", "visit.our_people", "郑某"),
            ("主要洽谈事项", "visit.content", "选址"),
            ("反馈信息", "visit.result", "有意向"),
            ("主办单位", "visit.resident_office", ""),
        ],
    );
    let text = "日期,地点,考察企业,企业负责人,项目名称,投资额,洽谈情况,对接部门\n\
                2023年4月12日,上海,甲公司,李总经理,半导体装备,8.6亿元,达成意向,招商一局\n";
    let text = format!("区委主要领导赴长三角招商考察活动情况\n{text}");
    let found = value("考察.csv", &text, "visit.enterprise");
    assert_eq!(found, ("visit", "甲公司".to_owned()));
}

#[test]
fn carriers() {
    let rows = |text: &str, field: &str| {
        let found = of_text("标准厂房招商情况.csv", text.as_bytes());
        let rows = found.tables[0].rows.iter();
        rows.map(|row| super::shown(row, field)).collect::<Vec<_>>()
    };
    let text = "标准厂房招商情况\n单位：㎡\n楼栋,建筑面积,可租面积,已租,自用,未租\n\
                A1,8000,7500,5000,1000,1500\nA3,3000,2800,0,2800,0\n";
    assert_eq!(rows(text, "factory_unit.vacant_area"), ["1500sqm", "0sqm"]);
    assert_eq!(rows(text, "factory_unit.state")[1], "own_use");
    let text = "楼宇名称,楼层,房号,面积（㎡）,承租企业,起租日,到期日\n\
                甲大厦,3F,301,300,甲公司,2023.1.1,2024.12.31\n\
                甲大厦,3F,303,100,乙公司,2023.1.1,2024.12.31\n";
    assert_eq!(rows(text, "factory_unit.unit_no"), ["301", "303"]);
    let text = "商务楼宇资源统计表\n单位：平方米\n楼宇名称,产权性质,总建筑面积,已入驻面积,空置面积\n\
                甲大厦,单一产权,32000,21000,7000\n";
    assert_eq!(rows(text, "factory_unit.owner"), [""]);
    let text = "标准厂房台账\n序号,厂房,建筑面积（㎡）,已租面积（㎡）,承租企业\n一、出租\n\
                1,A1,8000,6000,甲公司\n二、自用\n2,B1,2000,,管委会\n";
    assert_eq!(rows(text, "factory_unit.state")[1], "own_use");
}

#[test]
fn months_since_january_beside_a_plan_are_what_was_done() {
    for heads in [
        "今年计划,1至9月,占比\n",
        "今年计划,1—9月（亿元）,占比\n",
        "今年计划,1-9月,\n,,,投资,投资,占比\n",
    ] {
        let text = format!(
            "2023年重点项目建设情况（9月）\n单位：亿元\n项目,业主,总投资,{heads}\
             甲项目,甲公司,15,4,3.2,80%\n"
        );
        let field = "key_project.annual_completed_investment";
        let found = value("重点项目.csv", &text, field);
        assert_eq!(found, ("key_project", "320000000".to_owned()), "{heads}");
    }
}

#[test]
fn projects_that_are_looked_for_or_looked_at_are_no_agreements() {
    let text = "驻外招商一览表\n项目名称,拟投资额（亿元）,投资方,省外资金,项目进展状态\n\
                甲项目,10,甲公司,10,正在洽谈\n\
                乙项目,5.2,乙公司,0,考察选址\n\
                丙项目,1.2,丙公司,1.2,跟踪对接\n";
    let found = of_text("招商.csv", text.as_bytes());
    for row in &found.tables[0].rows {
        let stage = super::shown(row, "project.stage");
        let is_agreement = found.tables[0].ledger == "signing" && stage != "negotiate";
        assert!(!is_agreement, "{:?} {stage}", row.raw);
    }
    let text = "2023年以商招商成果统计表\n\
                推荐企业,推荐项目,推荐时间,投资规模（亿元）,是否签约,签约时间,签约金额（亿元）\n\
                甲公司,甲项目,2023.2,8.6,是,2023.6.1,8.6\n\
                乙公司,乙项目,2023.4,0.4,否,,\n";
    let found = value("以商招商.csv", text, "agreement.sign_date");
    assert_eq!(found, ("signing", "2023-06-01".to_owned()));
    let text = "2023年增资扩产项目台账\n项目名称,企业名称,协议书签订日期,计划增资额（亿元）\n\
                甲项目,甲公司,2023年3月15日,1.2\n";
    let found = value("台账.csv", text, "agreement.contract_total");
    assert_eq!(found, ("signing", "120000000".to_owned()));
    let text = "2023年重大制造业项目推进表\n项目名称,级别,总投资（亿元）,签约时间,开工时间,当前进展\n\
                甲项目,市级,10,2023-08-08,,土地挂牌\n";
    let found = value("推进表.csv", text, "key_project.ledger_kind");
    assert_eq!(found.1, "planned");
}

#[test]
fn parts_of_the_year_make_the_year_of_works() {
    check(&Stranger {
        file: "2023年市级重点项目.xlsx",
        sheets: &[(
            "推进",
            "2023年市级重点项目推进情况\n\
             单位：亿元\n\
             项目名称,总投资,2023年计划投资,,2023年完成投资,,开工时间\n\
             ,,上半年,下半年,上半年,7-10月,\n\
             甲项目,8.6,1.2,1.3,1,0.8,2022.9",
            &["A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"],
        )],
        tables: &["推进 key_project 3,4 1"],
        records: &[
            "key_project.annual_plan_investment=250000000 key_project.annual_completed_investment=180000000",
        ],
    });
}
