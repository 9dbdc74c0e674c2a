//! The place beside a day: `2024年3月5日上海国际饭店` under 签约时间及地点.

/// How the names of places end, and cities that are named without an ending.
const PLACES: &[&str] = &[
    "省",
    "市",
    "县",
    "区",
    "镇",
    "州",
    "中心",
    "宾馆",
    "酒店",
    "饭店",
    "大厦",
    "会议室",
    "礼堂",
    "园",
    "馆",
    "楼",
    "厅",
    "广场",
    "北京",
    "上海",
    "天津",
    "重庆",
    "深圳",
    "南京",
    "宁波",
    "厦门",
    "青岛",
    "济南",
    "武汉",
    "成都",
    "西安",
    "合肥",
    "长沙",
    "东莞",
    "佛山",
    "香港",
    "澳门",
    "线上",
];

/// A date without the place behind it.
pub(super) fn without(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !"年月日号./-".contains(c))?;
    let mut parts = ["上旬", "中旬", "下旬"].into_iter();
    let part = parts.find(|part| text[end..].starts_with(part));
    let (day, place) = text.split_at(end + part.map_or(0, str::len));
    let day = day.trim_end_matches(['.', '/', '-']);
    let whole = day.ends_with(['日', '号', '月', '旬']) || day.contains('.') || day.contains('-');
    let place = place.trim_start_matches([',', '、', ';', '(', '于', '在']);
    let place = place.trim_end_matches([')', '。']);
    let short = (2..=14).contains(&place.chars().count());
    let named = PLACES.iter().any(|word| place.ends_with(word));
    let plain =
        !place.contains(|c: char| c.is_ascii_digit() || "前后起至到拟未底末初半季".contains(c));
    (whole && short && named && plain).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_day_stands_before_a_place() {
        for (text, day) in [
            ("2024年3月5日上海国际饭店", Some("2024年3月5日")),
            ("2024.3.5,深圳", Some("2024.3.5")),
            ("2021年12月县会议中心", Some("2021年12月")),
            ("2024年3月中旬会展中心", Some("2024年3月中旬")),
            ("2024年3月5日前完成", None),
            ("2024年3月至5月会议中心", None),
            ("2024年3月5日", None),
            ("2024年3月5日开工", None),
        ] {
            assert_eq!(without(text), day, "{text}");
        }
    }
}
