//! The part of a name by which people recognise it, whoever writes it.

pub(crate) mod aliases;
pub(crate) mod described;
pub(crate) mod firm_labels;
pub(crate) mod firms;
pub(crate) mod inside;
pub(crate) mod marks;
pub(crate) mod numbered;
pub(crate) mod stars;
pub(crate) mod tags;
pub(crate) mod unnamed;
pub(crate) mod unnamed_projects;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::cells::text::tight;
use crate::ledger::payment::periods;

/// Legal forms, longest first.
const FORMS: &[&str] = &[
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "控股有限公司",
    "有限公司",
    "集团公司",
    "股份公司",
    "分公司",
    "集团",
    "公司",
    "股份",
    "有限合伙",
    "合伙企业",
];

/// Provinces and the cities that enterprises most often carry in their names.
const PLACES: &str = "中国 北京 上海 天津 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 \
    福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 \
    澳门 台湾 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 呼和浩特 包头 \
    沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 \
    宿迁 昆山 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 \
    安庆 滁州 阜阳 宿州 六安 亳州 福州 厦门 莆田 泉州 漳州 南昌 九江 赣州 上饶 济南 青岛 淄博 枣庄 \
    东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 商河 郑州 开封 洛阳 新乡 许昌 南阳 \
    武汉 黄石 宜昌 襄阳 荆州 长沙 株洲 湘潭 衡阳 岳阳 常德 广州 深圳 珠海 汕头 佛山 韶关 江门 湛江 \
    肇庆 惠州 东莞 中山 南宁 柳州 桂林 海口 三亚 成都 自贡 泸州 德阳 绵阳 贵阳 遵义 昆明 拉萨 西安 \
    宝鸡 咸阳 兰州 西宁 银川 乌鲁木齐";

/// An enterprise's name without place, bracketed remarks and legal form:
/// `上海霈穆电梯部件有限公司` is `霈穆电梯部件`.
pub fn company(name: &str) -> String {
    let folded = tight(name).to_ascii_uppercase();
    let mut core = without_brackets(&folded);
    while let Some(rest) = FORMS.iter().find_map(|form| core.strip_suffix(form)) {
        core = rest.to_owned();
    }
    while let Some(rest) = place(&core) {
        core = rest.to_owned();
    }
    // A name of nothing but place and form stays whole.
    if core.chars().count() < 2 {
        folded
    } else {
        core
    }
}

/// A project's name without what many projects are called.
pub fn project(name: &str) -> String {
    let folded = tight(name).to_ascii_uppercase();
    let core = without_brackets(&folded);
    let core = core.trim_end_matches("项目").trim_end_matches("工程");
    let core = without_output(core);
    if core.chars().count() < 2 {
        folded
    } else {
        core.to_owned()
    }
}

/// The numbers of phases as the Romans wrote them, in letters and in signs.
const ROMAN: [[&str; 2]; 5] = [
    ["I", "Ⅰ"],
    ["II", "Ⅱ"],
    ["III", "Ⅲ"],
    ["IV", "Ⅳ"],
    ["V", "Ⅴ"],
];

/// The phase that a project's name is of: `二期`, be it in brackets or not.
pub(super) fn phase(name: &str) -> Option<u32> {
    let folded = tight(name);
    let (before, _) = folded.rsplit_once('期')?;
    let upper = before.to_ascii_uppercase();
    let ends = |roman: &str| {
        let rest = upper.strip_suffix(roman);
        rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphabetic()))
    };
    if let Some(at) = ROMAN
        .iter()
        .position(|roman| roman.iter().any(|one| ends(one)))
    {
        return u32::try_from(at + 1).ok();
    }
    let counts = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
    let number: String = before.chars().rev().take_while(counts).collect();
    let number: String = number.chars().rev().collect();
    let (number, _) = periods::number(&number)?;
    Some(number)
}

/// Whether two names are of different phases, and so of different projects.
pub fn are_phases(one: &str, other: &str) -> bool {
    phase(one)
        .zip(phase(other))
        .is_some_and(|(one, other)| one != other)
}

/// A name without how much is to be made: `年产10万套减震器` is `减震器`.
fn without_output(name: &str) -> &str {
    const UNITS: &[&str] = &[
        "平方米",
        "立方米",
        "千瓦时",
        "台套",
        "GWH",
        "MWH",
        "KWH",
        "公斤",
        "吨",
        "套",
        "台",
        "件",
        "辆",
        "只",
        "个",
        "片",
        "米",
        "升",
        "支",
        "粒",
        "瓶",
        "盒",
        "条",
        "副",
        "块",
        "根",
        "把",
        "双",
        "张",
        "部",
        "剂",
    ];
    let is_number =
        |c: char| c.is_ascii_digit() || ".余约十百千万亿一二两三四五六七八九".contains(c);
    let Some(rest) = name.strip_prefix("年产") else {
        return name;
    };
    let counted = rest.trim_start_matches(is_number);
    let what = UNITS.iter().find_map(|unit| counted.strip_prefix(unit));
    match what.filter(|what| counted.len() < rest.len() && what.chars().count() >= 2) {
        Some(what) => what,
        None => name,
    }
}

/// A name without the places that it begins with, where enough is left to name
/// something: `宁波伺服电机` is `伺服电机`.
pub fn without_place(name: &str) -> &str {
    let mut rest = name;
    while let Some(behind) = place(rest).filter(|rest| rest.chars().count() >= LEAST) {
        rest = behind;
    }
    rest
}

/// Characters of what is left of a name without its place.
const LEAST: usize = 4;

/// Whether a name is that of a province, a city or a region.
pub(super) fn is_place(name: &str) -> bool {
    const REGIONS: &[&str] = &[
        "长三角",
        "珠三角",
        "京津冀",
        "粤港澳",
        "大湾区",
        "成渝",
        "华东",
        "华南",
        "华北",
        "华中",
        "西南",
    ];
    REGIONS.contains(&name) || PLACES.split_whitespace().any(|place| place == name)
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0u32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// The name behind a place that it begins with.
fn place(name: &str) -> Option<&str> {
    static BY_FIRST: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
        let mut places: HashMap<char, Vec<&str>> = HashMap::new();
        for place in PLACES.split_whitespace() {
            if let Some(first) = place.chars().next() {
                places.entry(first).or_default().push(place);
            }
        }
        places
    });
    let places = BY_FIRST.get(&name.chars().next()?)?;
    let found = places.iter().find_map(|place| name.strip_prefix(place))?;
    let rest = found.trim_start_matches(['省', '市']);
    (rest.chars().count() >= 2).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_enterprise_under_several_spellings() {
        for (one, other) in [
            ("上海霈穆电梯部件有限公司", "霈穆电梯部件"),
            (
                "杭州瑄蔚生物科技有限公司",
                "杭州（山东）瑄蔚生物科技股份有限公司",
            ),
            ("山东省济南市某某集团有限公司", "某某集团"),
        ] {
            assert_eq!(company(one), company(other));
        }
        assert_ne!(company("上海甲科技有限公司"), company("上海乙科技有限公司"));
        assert_eq!(company("北京公司"), "北京");
        assert_eq!(project("某某产业园项目"), project("某某产业园（一期）"));
        assert!(are_phases("某某产业园（一期）", "某某产业园2期项目"));
        assert!(!are_phases("某某产业园（一期）", "某某产业园"));
        assert!(!are_phases("某某产业园（一期）", "某某产业园1期"));
        assert_eq!(project("年产10万套减震器项目"), project("减震器"));
        assert_eq!(project("年产三万余吨铸件"), project("铸件项目"));
        assert_ne!(project("年产业园项目"), project("业园"));
    }
}
