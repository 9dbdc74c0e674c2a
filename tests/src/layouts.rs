//! The same records in another office's layout: names between quotation marks,
//! buildings in words, columns that only one of them has.

use serde_json::{Value as Json, json};

use crate::desk::Story;
use crate::paid::{became, import};

/// What becomes of a second file of the same records: made, changed, not
/// changed.
async fn second(story: &Story, first: &str, other: &str) -> [u64; 3] {
    import(story, "一.csv", first, json!({})).await;
    let report: Json = import(story, "二.csv", other, json!({})).await;
    became(&report)
}

#[tokio::test]
async fn quotation_marks_make_no_other_project_and_no_other_firm() {
    let story = Story::fresh().await;
    let list = "2023年在建项目台账,,,,\n\
        项目名称,建设单位,级别,建设性质,总投资（万元）\n\
        澜达曳引机生产项目,山东澜达机电有限公司,县级,新建,20000\n";
    let quoted = list.replace("澜达曳引机", "“澜达”曳引机");
    assert_eq!(second(&story, list, &quoted).await[0], 0);
    assert_eq!(story.figure("F7").await, "2.00");
    let story = Story::fresh().await;
    let leads = "接收时间,报送单位,企业名称,项目概况,拟投资额（亿元）\n\
        2023-03-05,招商一部,泰州珩益机电有限公司,拟投资建设曳引机项目,3.3\n";
    let quoted = leads.replace("珩益", "“珩益”");
    assert_eq!(second(&story, leads, &quoted).await[0], 0);
    assert_eq!(story.figure("leads").await, "1");
}

#[tokio::test]
async fn a_lead_without_the_unit_that_reported_it_is_the_same_lead() {
    let with = "2023年招商线索台账,,,\n接收时间,报送单位,企业名称,项目概况\n\
        2023-03-05,招商一部,泰州珩益机电有限公司,拟投资建设曳引机项目\n";
    let without = "2023年招商线索台账,,,\n接收时间,企业名称,项目概况,拟投资额（亿元）\n\
        2023-03-05,泰州珩益机电有限公司,拟投资建设曳引机项目,3.3\n";
    for (one, other) in [(with, without), (without, with)] {
        let story = Story::fresh().await;
        assert_eq!(second(&story, one, other).await, [0, 1, 0]);
        assert_eq!(story.figure("leads").await, "1");
    }
}

const VISITS: &str = "外出招商拜访台账,,,\n\
    日期,拜访企业,洽谈内容,我方人员\n\
    2023-03-05,泰州珩益机电有限公司,曳引机项目用地与厂房条件,王刚\n";

#[tokio::test]
async fn a_visit_whose_type_a_title_supposes_is_the_same_visit() {
    let typed = "日期,企业名称,方式,洽谈内容\n\
        2023-03-05,泰州珩益机电有限公司,洽谈会,曳引机项目用地与厂房条件\n";
    let story = Story::fresh().await;
    assert_eq!(second(&story, VISITS, typed).await[0], 0);
    assert_eq!(story.figure("visits").await, "1");
    // Of something else it is another one of that day.
    let story = Story::fresh().await;
    let other = typed.replace("曳引机项目用地与厂房条件", "税收政策");
    assert_eq!(second(&story, VISITS, &other).await[0], 1);
}

#[tokio::test]
async fn a_visit_to_a_firm_spelt_otherwise_is_held() {
    let story = Story::fresh().await;
    let other = VISITS.replace("有限公司", "有限责任公司");
    assert_eq!(second(&story, VISITS, &other).await[0], 1);
    assert_eq!(story.figure("visits").await, "1");
}

#[tokio::test]
async fn a_building_in_words_is_the_same_building() {
    let story = Story::fresh().await;
    let units = "园区,楼栋号,单元,建筑面积（㎡）,承租企业\n\
        智造园,1号楼,101,1000,苏州讯升导轨有限公司\n";
    let words = units.replace("1号楼", "一号楼");
    assert_eq!(second(&story, units, &words).await[0], 0);
    assert_eq!(story.figure("F16").await, "0.10");
}

#[tokio::test]
async fn a_list_without_the_types_of_agreements_makes_no_twin() {
    let typed = "2023年签约项目台账,,,,\n\
        项目名称,投资方,利用资金（亿元）,签约时间,协议类型\n\
        铝箔项目,台州铝箔有限公司,1.2,2023-03-01,正式投资合同\n\
        铝箔项目,台州铝箔有限公司,0.5,2023-04-01,补充协议\n\
        铜箔项目,台州铜箔有限公司,待定,2023-05-01,框架协议\n";
    let story = Story::fresh().await;
    let bare: Vec<&str> = typed
        .lines()
        .filter_map(|line| line.rsplit_once(',').map(|(line, _)| line))
        .collect();
    assert_eq!(second(&story, typed, &bare.join("\n")).await[0], 0);
    let figures = [story.figure("F1").await, story.figure("F2").await];
    assert_eq!(figures, ["1", "1.20"]);
}
