//! Parts of a list that name themselves without a number, their sums, and small
//! blocks of counts below the records.

use super::{Stranger, check, of_text, problems};
use crate::Understood;

const HEADS: &str = "序号,项目名称,投资方名称,协议总投资（万元）,协议引资额（万元）,签约日期,协议类型,招商责任单位,备注\n";
const ROWS: [&str; 3] = [
    "1,芷葳阀门项目,苏州芷葳实业有限公司,9100,8100,2024-1-10,投资协议,招商一局,\n",
    "2,翎骁连接器项目,苏州翎骁实业有限公司,9200,8200,2024-2-10,投资协议,招商一局,\n",
    "3,砚筠铝箔项目,苏州砚筠实业有限公司,9300,8300,2024-3-10,投资协议,招商一局,\n",
];

/// A list of three with a line before them, and one behind.
fn signing(before: &str, behind: &str) -> Understood {
    let rows = ROWS.concat();
    let csv = format!("{HEADS}{before}{rows}{behind}");
    of_text("2024年签约台账.csv", csv.as_bytes())
}

/// `row kind` of every line below the headings that is no record, and
/// `row column agrees` of what it claims.
fn told(found: &Understood) -> (u64, Vec<String>, Vec<String>) {
    let table = &found.tables[0];
    let last = table.header_rows.last().copied().unwrap_or_default();
    let lines = table.skipped.iter().filter(|one| one.row > last);
    let lines = lines.map(|one| format!("{} {}", one.row, one.kind));
    let sums = table.subtotals.iter().map(|one| {
        let agrees = one.agrees.unwrap_or("not");
        format!("{} {} {agrees}", one.row, one.column)
    });
    (table.read, lines.collect(), sums.collect())
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_total_may_be_framed_counted_or_named_after_its_part() {
    for (label, kind) in [
        ("一季度小计（3个）", "subtotal"),
        ("省级小计 3个", "subtotal"),
        ("【小计】", "subtotal"),
        ("小计-一季度", "subtotal"),
        ("招商一局（小计）", "subtotal"),
        ("招商一局（3个）", "subtotal"),
        ("一季度汇总", "subtotal"),
        ("合计金额", "total"),
        ("总计金额", "total"),
        ("总额", "total"),
        ("合计数", "total"),
        ("*合计*", "total"),
        ("—合计—", "total"),
        ("SUM", "total"),
    ] {
        for line in [
            format!(",{label},,27600,24600,,,,\n"),
            format!("{label},,,27600,24600,,,,\n"),
        ] {
            let found = signing("", &line);
            let (read, lines, sums) = told(&found);
            assert_eq!(read, 3, "{line}");
            assert_eq!(lines, [format!("5 {kind}")], "{line}");
            assert_eq!(sums, strings(&["5 D all", "5 E all"]), "{line}");
        }
        // A wrong sum is told.
        let (read, _, sums) = told(&signing("", &format!(",{label},,27600,99000,,,,\n")));
        assert_eq!(read, 3, "{label}");
        assert_eq!(sums, strings(&["5 D all", "5 E not"]), "{label}");
    }
}

#[test]
fn a_total_may_stand_right_of_its_sums() {
    let csv = "序号,到账金额（万元）,认定金额（万元）,凭证号,到账时间,项目名称,付款单位\n\
               1,901,801,JZ00011,2024-2-2,芷葳阀门项目,苏州芷葳实业有限公司\n\
               2,902,802,JZ00021,2024-2-3,翎骁连接器项目,苏州翎骁实业有限公司\n\
               ,1803,1603,,,合计（2笔）,\n";
    let found = of_text("2024年到账明细.csv", csv.as_bytes());
    assert_eq!(told(&found).0, 2);
    assert_eq!(told(&found).2, strings(&["4 B all", "4 C all"]));
    assert_eq!(found.tables[0].skipped[0].text, "合计（2笔）");
}

#[test]
fn a_part_of_a_park_is_added_up_with_a_count() {
    check(&Stranger {
        file: "标准厂房台账.xlsx",
        sheets: &[(
            "台账",
            "序号,园区,楼栋,单元,建筑面积（㎡）,已租面积（㎡）,入驻企业,状态\n\
             1,云岭产业园,1号楼,1-1,1000,800,苏州芷葳实业有限公司,已租\n\
             2,云岭产业园,1号楼,1-2,1000,800,苏州翎骁实业有限公司,已租\n\
             ,云岭产业园,1号楼,小计（2个）,2000,1600",
            &[],
        )],
        tables: &["台账 factory_unit 1 2"],
        records: &["lease.leased_area=800sqm", "factory_unit.unit_no=1-2"],
    });
}

#[test]
fn a_section_without_a_number_carries_its_sums() {
    for label in ["制造业", "白石镇", "一季度", "省级重点项目"] {
        for line in [
            format!("{label},,,27600,24600,,,,\n"),
            format!(",{label},,27600,24600,,,,\n"),
        ] {
            let found = signing(&line, "");
            let (read, lines, sums) = told(&found);
            assert_eq!((read, lines), (3, strings(&["2 section"])), "{line}");
            assert_eq!(sums, strings(&["2 D all", "2 E all"]), "{line}");
        }
    }
    // A project that nobody numbered is none.
    let lone = signing(",晔泠光模块,,5000,4000,,,,\n", "");
    assert_eq!(told(&lone).0, 4);
    let alike = signing(",晔泠光模块项目,,27600,24600,,,,\n", "");
    assert_eq!(told(&alike).0, 4);
}

#[test]
fn sections_with_sums_say_the_level_of_their_rows() {
    check(&Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: &[(
            "台账",
            "序号,项目名称,建设单位,建设性质,总投资（亿元）,年度计划投资（亿元）,形象进度\n\
             省级重点项目,,,,7,2.4\n\
             1,芷葳阀门项目,苏州芷葳实业有限公司,新建,3.5,1.2,主体施工\n\
             2,翎骁连接器项目,苏州翎骁实业有限公司,新建,3.5,1.2,主体施工\n\
             市级重点项目,,,,2.5,1\n\
             3,砚筠铝箔项目,苏州砚筠实业有限公司,新建,2.5,1,主体施工",
            &[],
        )],
        tables: &["台账 key_project 1 3"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=province",
            "key_project.key_level=city",
        ],
    });
}

#[test]
fn industries_right_below_a_level_are_of_it() {
    check(&Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: &[(
            "台账",
            "序号,项目名称,建设单位,建设性质,总投资（亿元）,年度计划投资（亿元）,形象进度\n\
             ,省级重点项目,,,7,2.4\n\
             ,制造业,,,3.5,1.2\n\
             1,芷葳阀门项目,苏州芷葳实业有限公司,新建,3.5,1.2,主体施工\n\
             ,农业,,,3.5,1.2\n\
             2,翎骁连接器项目,苏州翎骁实业有限公司,新建,3.5,1.2,主体施工\n\
             ,市级重点项目,,,2.5,1\n\
             3,砚筠铝箔项目,苏州砚筠实业有限公司,新建,2.5,1,主体施工",
            &[],
        )],
        tables: &["台账 key_project 1 3"],
        records: &[
            "key_project.key_level=province",
            "key_project.key_level=province",
            "key_project.key_level=city",
        ],
    });
}

#[test]
fn a_block_of_counts_below_holds_no_project() {
    let found = signing(
        "",
        "合计,,,27600,24600,,,,\n,新建,2个,18300,16300,,,,\n,续建,0个,0,0,,,,\n",
    );
    let (read, lines, _) = told(&found);
    assert_eq!(read, 3);
    assert_eq!(lines, strings(&["5 total", "6 note", "7 note"]));
    // Without a total above, an empty row parts it from the records.
    let found = signing("", ",,,,,,,,\n,新建,2,18300,16300,,,,\n,续建,0,0,0,,,,\n");
    let (read, lines, sums) = told(&found);
    assert_eq!((read, sums), (3, Vec::new()));
    assert_eq!(lines, strings(&["6 note", "7 note"]));
    let found = signing(
        "",
        ",,,,,,,,\n序号,单位,个数,总投资,引资额,,,,\n1,招商一局,3,27600,24600,,,,\n合计,,3,27600,24600,,,,\n",
    );
    assert_eq!(told(&found).0, 3);
    assert_eq!(told(&found).2, [""; 0]);
}

#[test]
fn a_line_below_the_heading_of_a_name_may_be_none() {
    for (line, kind) in [
        ("以上为一季度签约项目", "note"),
        ("（续上表）", "note"),
        ("（以下空白）", "note"),
        ("……", "note"),
        ("转下页", "note"),
        ("第二批", "section"),
        ("白石镇3个项目", "section"),
        ("制造业（3个，总投资2.7亿元）", "section"),
        ("其他项目", "section"),
        ("▲重点项目", "section"),
    ] {
        for before in [format!(",{line},,,,,,,\n"), format!(",,{line},,,,,,\n")] {
            let found = signing("", &format!("{before}{}", ROWS[0]));
            let (read, lines, _) = told(&found);
            assert_eq!(read, 4, "{before}");
            assert_eq!(lines, [format!("5 {kind}")], "{before}");
        }
    }
    let notes =
        ",备注：1.引资额为区外资金,,,,,,,\n,2.框架协议不计入,,,,,,,\n,3.意向书不计入,,,,,,,\n";
    let found = signing("", notes);
    assert_eq!(told(&found).0, 3);
    // A name alone is a project that lacks the rest.
    for name in ["晔泠光模块项目", "晔泠光模块"] {
        assert_eq!(told(&signing("", &format!(",{name},,,,,,,\n"))).0, 4);
    }
}

#[test]
fn a_small_project_with_a_level_may_be_left_out_of_a_total() {
    let with = |total: &'static str| Stranger {
        file: "2024年重点项目台账.xlsx",
        sheets: match total {
            "right" => &[("台账", RIGHT, &[])],
            _ => &[("台账", WRONG, &[])],
        },
        tables: &[],
        records: &[],
    };
    let reasons = |total| {
        let told = problems(&with(total)).into_iter();
        let told = told.filter(|one| one.reason == "subtotal_disagrees");
        told.count()
    };
    assert_eq!((reasons("right"), reasons("wrong")), (0, 1));
}

const RIGHT: &str = "序号,项目名称,建设单位,级别,建设性质,总投资（亿元）\n\
                     1,芷葳阀门项目,苏州芷葳实业有限公司,省级,新建,3.5\n\
                     2,翎骁连接器项目,苏州翎骁实业有限公司,县级,新建,2.5\n\
                     3,砚筠铝箔项目,苏州砚筠实业有限公司,县级,新建,0.85\n\
                     合计,,,,,6";
const WRONG: &str = "序号,项目名称,建设单位,级别,建设性质,总投资（亿元）\n\
                     1,芷葳阀门项目,苏州芷葳实业有限公司,省级,新建,3.5\n\
                     2,翎骁连接器项目,苏州翎骁实业有限公司,县级,新建,2.5\n\
                     3,砚筠铝箔项目,苏州砚筠实业有限公司,县级,新建,0.85\n\
                     合计,,,,,6.1";
