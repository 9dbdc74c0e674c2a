//! Lead ledgers as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "线索1.csv",
        csv: "2024年招商项目线索台账,,,,,,,,,,,,\n\
         本周新增线索2条，累计58条,,,,,,,,,,,,\n\
         所属片组：长三角组   填报人：张三   联系电话：15400000001   填报时间：2024年3月8日,,,,,,,,,,,,\n\
         序号,项目名称,投资方,固定资产投资,投资方简介,项目内容,需用土地,企业联系人,联系方式,片区,进度、备注,产业类型,研判结果\n\
         1,某电芯项目,甲科技有限公司,3.5亿元,主营电芯,建设电芯生产线,50亩,李四 总经理,15400000002,长三角,已对接,新能源,通过\n\
         2,某原料药项目,乙药业有限公司,约2亿,主营原料药,建设原料药车间,待定,王五15400000003,,长三角,初步接触,医药,暂缓\n\
         注：1.本表每周五上报。,,,,,,,,,,,,\n\
         注：2.无变化不报。,,,,,,,,,,,,",
        ledger: "lead",
        heads: &[4],
        rows: 2,
        columns: "# lead.name lead.enterprise lead.fixed_investment lead.enterprise_profile \
         lead.content lead.land_area contact.name contact.mobile lead.reporting_unit \
         lead.progress lead.chain lead.assessment",
    },
    Zone {
        file: "线索2.csv",
        csv: "序号,线索来源,,企业名称,拟投资额（亿元）,项目概况,对接情况,责任人,是否有效\n\
         ,渠道,引荐人,,,,,,\n\
         1,以商招商,某商会,甲公司,2,建设厂房,已拜访,张三,是\n\
         2,第三方机构,某咨询公司,乙公司,0.5-1,建设生产线,电话对接,李四,×",
        ledger: "lead",
        heads: &[1, 2],
        rows: 2,
        columns: "# lead.lead_source lead.introducer lead.enterprise lead.planned_investment[亿元] \
         lead.content lead.progress lead.responsible_person lead.is_effective",
    },
    Zone {
        file: "线索3.csv",
        csv: "报送单位,信息编号,投资主体（500强/上市）,意向项目,计划投资（万元）,用地需求（亩）,首报时间,研判意见,\n\
         ,,,,,,,同意/暂缓/否决,理由\n\
         招商一部,XX-001,甲集团（世界500强）,电梯项目,20000,80,2024.3.5 9:30,同意,符合主导产业\n\
         招商二部,XX-002,乙公司,电芯项目,3000,,2024.3.6,暂缓,能耗高",
        ledger: "lead",
        heads: &[1, 2],
        rows: 2,
        columns: "lead.reporting_unit lead.lead_no lead.enterprise lead.name \
         lead.planned_investment[万元] lead.land_area[亩] lead.reported_at lead.assessment \
         lead.assessment_reason",
    },
    Zone {
        file: "线索4.csv",
        csv: "日期,项目信息,行业,客商姓名及电话,跟进人,目前进展,下步打算\n\
         3月5日,拟投资建设年产5000台电梯项目,电梯,张三 15400000001,李四,初步接触,邀请来访\n\
         3月8日,拟建原料药项目,医药,王五15400000002/赵六15400000003,李四,已考察,再次拜访",
        ledger: "lead",
        heads: &[1],
        rows: 2,
        columns: "lead.reported_at lead.name lead.chain person lead.responsible_person \
         lead.progress lead.next_step",
    },
    Zone {
        file: "线索5.csv",
        csv: "序号,产业链,环节,目标企业,所在地,企业简介,对接层级,最新进展（截至 3 月 8 日）,存在问题\n\
         1,电梯配件,曳引机,甲公司,苏州,国内前十,董事长,已对接,用地",
        ledger: "lead",
        heads: &[1],
        rows: 1,
        columns: "# lead.chain lead.chain_node lead.enterprise lead.source_region \
         lead.enterprise_profile lead.contact_level lead.progress lead.issue",
    },
];
