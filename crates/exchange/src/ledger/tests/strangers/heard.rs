//! Leads as offices of other provinces hear of them and pass them on.

use super::{Stranger, check, of_text, shown};

#[test]
fn an_exported_list_of_leads_is_read_whole() {
    let found = of_text(
        "线索导出.csv",
        "项目线索ID,线索标题,线索内容,提报人,提报单位,提报时间,投资主体,投资总额(万元),线索级别,研判结果,流转状态\n\
         100231,智能工厂线索,\"企业拟建智能工厂，\n需要厂房\",武某,驻苏州招商组,2024-02-01 09:12:33,昆山工业软件有限公司,12000,A,有效,已流转至招商一部\n\
         100251,基金线索,拟设立产业基金,邱某,商务局,2024-03-28 11:22:10,北京示例资本管理有限公司,0,C,无效,已关闭\n"
            .as_bytes(),
    );
    let rows = &found.tables[0].rows;
    let said = |at: usize, field: &str| shown(&rows[at], field);
    assert_eq!(said(0, "lead.lead_no"), "100231");
    assert_eq!(said(0, "lead.reported_at"), "2024-02-01");
    assert_eq!(said(0, "lead.reported_time"), "09:12");
    assert_eq!(said(0, "lead.reporting_unit"), "苏州");
    assert_eq!(said(0, "lead.content"), "企业拟建智能工厂，\n需要厂房");
    assert_eq!(said(0, "lead.progress"), "已流转至招商一部");
    assert_eq!(said(0, "lead.note"), "提报人：武某\n线索级别：A");
    assert_eq!(said(0, "lead.is_effective"), "true");
    assert_eq!(said(0, "lead.assessment"), "passed");
    assert_eq!(said(1, "lead.is_effective"), "false");
    assert_eq!(said(1, "lead.assessment"), "rejected");
    assert!(found.questions.is_empty(), "{:?}", found.questions);
}

#[test]
fn phases_and_leaders_of_a_list_of_effective_leads() {
    check(&Stranger {
        file: "线索.xlsx",
        sheets: &[(
            "线索",
            "2024年“双招双引”有效线索情况统计表\n\
             部门,序号,线索（项目）名称,拟投资方,投资方简介,投资额,线索获取时间,项目对接人及联系方式,责任领导,目前进展\n\
             招商一局（共2条）,1,氟硅橡胶项目,威海氟硅材料有限公司,小巨人,5亿元,1月15日,衣总15400000531,于主任,2月20日来区考察\n\
             ,2,汽车线束项目,聊城线束科技有限公司,—,一期3亿，二期2亿,2月3日,曲经理15400000532,于主任,待签约\n\
             人才办,3,博士团队创业项目,济南创业有限公司,海归博士,500万元,3月22日,初博士15400000535,丛主任,完成路演\n\
             合计,3条",
            &["A1:J1", "A3:A4"],
        )],
        tables: &["线索 lead 2 3"],
        records: &[
            "lead.planned_investment=500000000 lead.reporting_unit=招商一局 lead.is_effective=true lead.note=责任领导：于主任",
            "lead.planned_investment=500000000 lead.reporting_unit=招商一局 lead.is_effective=true",
            "lead.planned_investment=5000000 lead.reporting_unit=人才办 lead.is_effective=true",
        ],
    });
}

#[test]
fn a_firm_may_stand_in_its_own_profile() {
    check(&Stranger {
        file: "在手项目.xlsx",
        sheets: &[
            (
                "在谈",
                "2024年在手招商项目（在谈）一览表\n\
                 序号,项目名称,投资方简介,投资总额（亿元/亿美元）,项目内容,推进情况,信息来源,项目负责人,挂钩领导\n\
                 1,汽车热管理系统项目,株洲热控科技有限公司，主营汽车热管理，2023年营收8亿元,3亿元,建设热管理产线,协议文本磋商中,以商引商,薛某,陈主任\n\
                 2,外资包装材料项目,德国Verpack GmbH，欧洲前十,0.5亿美元,医药包装,6月5日来访,驻德国办事处,顾某,陈主任",
                &["A1:I1"],
            ),
            (
                "已签约",
                "2024年在手招商项目（已签约）一览表\n\
                 序号,项目名称,投资方简介,投资总额（亿元）,项目内容,推进情况,项目负责人,签约日期\n\
                 1,新能源车座椅项目,常熟座椅部件有限公司,2.4,年产座椅20万套,已注册,薛某,4月11日",
                &["A1:H1"],
            ),
        ],
        tables: &["在谈 lead 2 2", "已签约 signing 2 1"],
        records: &[
            "lead.enterprise=株洲热控科技有限公司 lead.enterprise_profile=主营汽车热管理，2023年营收8亿元 lead.lead_source=via_business lead.note=挂钩领导：陈主任",
            "lead.enterprise=德国Verpack_GmbH lead.enterprise_profile=欧洲前十 lead.planned_investment=50000000USD lead.lead_source=via_resident",
            "enterprise.name=常熟座椅部件有限公司 agreement.sign_date=2024-04-11",
        ],
    });
}

#[test]
fn talks_by_the_week_and_firms_that_are_sought() {
    check(&Stranger {
        file: "推进.xlsx",
        sheets: &[
            (
                "第38周",
                "重点在谈项目周推进表（2024年9月16日-9月20日）\n\
                 链主专班,序号,项目简称,洽谈方,拟落地,投资体量,本周进展,存在问题,需上级协调,下周计划,专班联络员\n\
                 装备专班,1,曳引轮,宁波曳引机械有限公司,标准厂房A3,1.5亿,商务条款基本敲定,用电增容,电力公司,签约,小谢\n\
                 ,2,电梯导靴,浙江导靴部件有限公司,待定,3000万,首次来访,—,—,报价,小谢",
                &["A1:K1", "A3:A4"],
            ),
            (
                "目标企业",
                "产业链招商目标企业名录（生物医药链）\n\
                 序号,所属环节,目标企业,企业总部,企业简介,近三年投资动向,对接渠道,对接人,企业关键人,对接进度\n\
                 1,CXO,上海康研合成股份有限公司,上海,营收20亿元,2023年在成都建基地,校友会,小杜,董秘 孟研,已加微信",
                &["A1:J1"],
            ),
        ],
        tables: &["第38周 lead 2 2", "目标企业 lead 2 1"],
        records: &[
            "lead.name=曳引轮 lead.reporting_unit=装备专班 lead.responsible_person=小谢 lead.issue=用电增容 lead.note=拟落地：标准厂房A3\n需上级协调：电力公司 lead.planned_investment=150000000",
            "lead.name=电梯导靴 lead.reporting_unit=装备专班 lead.planned_investment=30000000",
            "lead.enterprise=上海康研合成股份有限公司 lead.source_region=上海 contact.name=孟研 lead.note=近三年投资动向：2023年在成都建基地",
        ],
    });
}

#[test]
fn towns_mark_what_is_of_use_and_what_is_not() {
    check(&Stranger {
        file: "各镇线索.xlsx",
        sheets: &[(
            "线索",
            "各镇（街道）2024年上半年招商线索报送情况表\n\
             镇街,序号,线索名称,客商,意向投资额（万元）,报送日期,研判情况,,备注\n\
             ,,,,,,有效,无效,\n\
             城关镇,1,轴承座项目,瓦房店轴承座有限公司,4000,3.4,√,,\n\
             ,2,网红直播基地,杭州直播示例传媒有限公司,500,4.19,,√,不符合产业定位\n\
             小计,2,,,4500\n\
             沙河乡,3,葡萄酒庄项目,烟台酒庄有限公司,8000,5.8,√,,",
            &[
                "A1:I1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:H2", "I2:I3",
                "A4:A5",
            ],
        )],
        tables: &["线索 lead 2,3 3"],
        records: &[
            "lead.reporting_unit=城关镇 lead.is_effective=true lead.reported_at=2024-03-04",
            "lead.reporting_unit=城关镇 lead.is_effective=false lead.assessment=rejected",
            "lead.reporting_unit=沙河乡 lead.is_effective=true",
        ],
    });
}

#[test]
fn a_firm_s_cell_says_what_the_talk_was_of() {
    check(&Stranger {
        file: "外出招商.xlsx",
        sheets: &[(
            "统计",
            "2024年外出招商活动统计表\n\
             批次,时间,城市,带队领导,拜访企业,洽谈内容\n\
             第1批,2024年2月26日,深圳,李主任,深圳储安新能源有限公司，储能项目,参观总部\n\
             第2批,2024年3月18日,杭州,张主任,杭州导安机械有限公司、杭州梯安有限公司,签约",
            &["A1:F1"],
        )],
        tables: &["统计 visit 2 2"],
        records: &[
            "visit.enterprise=深圳储安新能源有限公司 visit.content=参观总部\n储能项目",
            "visit.enterprise=杭州导安机械有限公司、杭州梯安有限公司 visit.content=签约",
        ],
    });
}
