//! Visit ledgers as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "拜访2.csv",
        csv: "日期,地点,拜访企业,对方人员及职务,我方人员,洽谈内容,意向,后续安排\n\
         2024.3.5,苏州,甲公司,张三 总经理,李四、王五,介绍园区,有意向,邀请来访",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "visit.visit_date visit.place visit.enterprise visit.their_people visit.our_people \
         visit.content visit.intent visit.follow_up",
    },
    Zone {
        file: "拜访3.csv",
        csv: "序号,时间,带队领导,走访园区/企业/商协会,行业,项目信息,联系人电话,跟进人\n\
         1,2024-3-5,王主任,纳米园,医药,原料药项目,15400000001,张三",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "# visit.visit_date visit.leader visit.place visit.industry visit.content \
         visit.their_phone visit.responsible_person",
    },
    Zone {
        file: "拜访4.csv",
        csv: "出差批次,起止时间,城市,企业数,获取线索数,经费（元）,成果\n\
         第1批,2024.3.5-3.8,苏州、上海,5,2,3200,签约1个",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "visit.visit_no visit.visit_date visit.city +visit.note +visit.result \
         visit.cost[元] visit.result",
    },
    Zone {
        file: "拜访5.csv",
        csv: "接待日期,来访单位,人数,主要客商,考察点位,陪同,达成共识,备注\n\
         3月5日,甲公司,5人,张总,产业园,王主任,再次来访,",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "visit.visit_date visit.enterprise visit.head_count visit.their_people visit.place \
         visit.our_people visit.result visit.note",
    },
    Zone {
        file: "拜访6.csv",
        csv: "周次,星期,上午,,下午,,收获,需领导出面事项\n\
         ,,地点,对象,地点,对象,,\n\
         第3周,星期二,纳米园,甲公司,生物园,乙公司,线索1条,见董事长",
        ledger: "visit",
        heads: &[1, 2],
        rows: 2,
        columns: "+visit.note +visit.note visit.place visit.enterprise visit.place visit.enterprise \
         visit.result visit.follow_up",
    },
    Zone {
        file: "拜访7.csv",
        csv: "编号,企业名称（全称）,所属集团,层级（董事长/总经理/部门）,首次/再次,方式（上门/来访/电话）,摘要,录入人\n\
         V001,甲公司,甲集团,总经理,首次,上门,介绍政策,张三",
        ledger: "visit",
        heads: &[1],
        rows: 1,
        columns: "visit.visit_no visit.enterprise +visit.note visit.their_duty +visit.note \
         visit.visit_type visit.content text",
    },
];
