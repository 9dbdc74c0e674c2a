//! Surnames, by which a person's name is told from other words.

/// The surnames of nearly everybody.
const SINGLE: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕\
    苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷\
    钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐沿梅莫\
    庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏\
    宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬\
    屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑\
    荆谌银扬明沙薄伏岑习胥保和蔺";

/// Those of two characters.
const DOUBLE: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "皇甫", "令狐", "司徒", "夏侯", "东方", "慕容", "尉迟", "长孙",
    "端木", "公孙", "轩辕", "宇文", "南宫", "西门", "独孤", "申屠",
];

/// Whether the text is a surname of two characters and no more.
pub(crate) fn is_double(text: &str) -> bool {
    DOUBLE.contains(&text)
}

/// Whether the text looks like the whole name of a person: a surname and one
/// or two characters.
pub(crate) fn is_name(text: &str) -> bool {
    let given = DOUBLE.iter().find_map(|one| text.strip_prefix(one));
    let given = given.or_else(|| text.strip_prefix(|c: char| SINGLE.contains(c)));
    given.is_some_and(|given| {
        let is_written = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
        (1..=2).contains(&given.chars().count()) && given.chars().all(is_written)
    })
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_begins_with_a_surname() {
        for name in ["刘洋", "尤力", "欧阳春", "诸葛小明", "王小明"] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "助理",
            "医师",
            "欧阳",
            "王",
            "王小明等",
            "Li Ming",
            "办公室",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
