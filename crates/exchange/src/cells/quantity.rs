//! A number with what people write around it: 约, 左右, 余, 不低于, a range,
//! a unit, a remark in brackets.

use suoji_model::Mark;

use super::exact::Exact;
use super::numeral::{self, Numeral};
use super::text::tight;
use super::unit;

/// A quantity in a cell.
#[derive(Debug, Clone)]
pub(crate) struct Quantity {
    /// The number, or the lower end of a range.
    pub(crate) low: Part,
    /// The upper end.
    pub(crate) high: Option<Part>,
    /// How it is less than exact; a range has none here.
    pub(crate) mark: Option<Mark>,
    /// What stands in brackets or after a comma.
    pub(crate) note: Option<String>,
    /// A number that begins what stands after a comma.
    pub(crate) more: Option<Part>,
}

/// One number with its unit.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The number as written, 万 and 亿 applied.
    pub(crate) number: Numeral,
    /// What follows it: `元`, `亩`, or nothing.
    pub(crate) unit: String,
}

/// Words that say what the number is, before it.
const LABELS: &[&str] = &[
    "项目计划总投资",
    "计划总投资",
    "项目总投资",
    "协议总投资",
    "合同总投资",
    "总投资额",
    "总投资",
    "投资总额",
    "总额",
    "协议投资额",
    "协议投资",
    "计划投资",
    "拟投资",
    "投资额",
    "投资",
    "合同额",
    "合同利用资金",
    "利用资金",
    "引资额",
    "引资",
    "固定资产投资",
    "固投",
    "注册资本",
    "金额",
    "总用地",
    "用地面积",
    "需用地",
    "用地",
    "占地面积",
    "占地",
    "建筑面积",
    "面积",
    "共计",
    "合计",
    "实际到位",
    "实际到账",
    "已到位",
    "已到账",
    "实到",
    "到位",
    "到账",
    "总投入",
    "投入",
    "共",
];

const BEFORE: &[(&str, Mark)] = &[
    ("不低于", Mark::AtLeast),
    ("不少于", Mark::AtLeast),
    ("不小于", Mark::AtLeast),
    ("至少", Mark::AtLeast),
    ("超过", Mark::AtLeast),
    ("超", Mark::AtLeast),
    ("过", Mark::AtLeast),
    ("上", Mark::AtLeast),
    (">=", Mark::AtLeast),
    ("≥", Mark::AtLeast),
    (">", Mark::AtLeast),
    ("不超过", Mark::AtMost),
    ("不高于", Mark::AtMost),
    ("不大于", Mark::AtMost),
    ("不多于", Mark::AtMost),
    ("至多", Mark::AtMost),
    ("最多", Mark::AtMost),
    ("<=", Mark::AtMost),
    ("≤", Mark::AtMost),
    ("<", Mark::AtMost),
    ("大约", Mark::Approximate),
    ("约为", Mark::Approximate),
    ("约", Mark::Approximate),
    ("接近", Mark::Approximate),
    ("近", Mark::Approximate),
    ("预计", Mark::Approximate),
    ("估计", Mark::Approximate),
    ("估算", Mark::Approximate),
    ("暂定", Mark::Approximate),
    ("暂估", Mark::Approximate),
    ("拟", Mark::Approximate),
    ("≈", Mark::Approximate),
    ("about", Mark::Approximate),
    ("atleast", Mark::AtLeast),
    ("atmost", Mark::AtMost),
];

const BEHIND: &[(&str, Mark)] = &[
    ("左右", Mark::Approximate),
    ("上下", Mark::Approximate),
    ("以上", Mark::AtLeast),
    ("以内", Mark::AtMost),
    ("以下", Mark::AtMost),
    ("+", Mark::AtLeast),
    ("起", Mark::AtLeast),
    ("级", Mark::Approximate),
];

/// Remarks by which a number is no exact one.
const VAGUE: &[&str] = &[
    "约", "约数", "暂", "暂估", "暂定", "预计", "预估", "估", "估计", "估算", "估值", "概算",
    "匡算", "测算", "初步", "意向", "拟", "计划", "目标",
];

/// What is one of its kind where no number stands before it: 亿元以上, 超千万元.
const ALONE: [char; 3] = ['亿', '千', '百'];

/// Reads a quantity; `None` when the text is anything else.
pub(crate) fn read(text: &str) -> Option<Quantity> {
    let text = tight(text);
    let (mut text, mut notes) = brackets(&text)?;
    // 1.2（亿元）: the brackets hold the unit.
    if let [unit] = notes.as_slice()
        && text.ends_with(|c: char| c.is_ascii_digit())
        && unit::parse(unit).is_some()
    {
        text.push_str(unit);
        notes.clear();
    }
    let (main, rest) = clause(&text);
    let (next, _) = clause(rest.trim_start_matches([',', ';', '、', '。']));
    let more = part(next).and_then(|(more, end)| end.is_empty().then_some(more));
    if !rest.is_empty() {
        notes.push(rest.to_owned());
    }
    let label = LABELS.iter().find(|label| main.starts_with(**label));
    // What a firm's owners pay in is seldom what the column asks for.
    if label == Some(&"注册资本") {
        notes.push("注册资本".to_owned());
    }
    let mut main = label
        .and_then(|label| main.strip_prefix(label))
        .unwrap_or(main)
        .trim_start_matches([':', '为', '是'])
        .to_owned();
    let mut mark = None;
    if let Some((rest, found)) = BEFORE
        .iter()
        .find_map(|(word, mark)| Some((main.strip_prefix(word)?.to_owned(), *mark)))
    {
        (main, mark) = (rest, Some(found));
    }
    if let Some((rest, found)) = BEHIND
        .iter()
        .find_map(|(word, mark)| Some((main.strip_suffix(word)?.to_owned(), *mark)))
    {
        mark = mark.or(Some(found));
        main = rest;
    }
    if mark.is_some() && main.starts_with(ALONE) && main.ends_with('元') {
        main.insert(0, '一');
    }
    if let Some(rest) = without_odd(&main) {
        mark = mark.or(Some(Mark::Approximate));
        main = rest;
    }
    let vague = |note: &String| VAGUE.contains(&note.as_str());
    if mark.is_none() && notes.iter().any(vague) {
        mark = Some(Mark::Approximate);
    }
    notes.retain(|note| !vague(note));
    let (low, rest) = part(&main)?;
    let (low, high) = if rest.is_empty() {
        (low, None)
    } else {
        range(low, rest)?
    };
    Some(Quantity {
        low,
        high,
        mark,
        note: (!notes.is_empty()).then(|| notes.join("; ")),
        more,
    })
}

/// Takes bracketed remarks out; `None` when brackets do not pair.
fn brackets(text: &str) -> Option<(String, Vec<String>)> {
    let (mut outside, mut inside, mut notes) = (String::new(), String::new(), Vec::new());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '【' | '〔' => {
                depth += 1;
            }
            ')' | ']' | '】' | '〕' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 && !inside.is_empty() {
                    notes.push(std::mem::take(&mut inside));
                }
            }
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
    }
    (depth == 0).then_some((outside, notes))
}

/// The first clause and the rest. A comma between digits is no end.
fn clause(text: &str) -> (&str, &str) {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let in_number = before.is_ascii_digit() && after.starts_with(|c: char| c.is_ascii_digit());
        let ends = match c {
            ',' => !in_number,
            ';' | '、' | '。' => true,
            _ => after.starts_with("其中") || (c == '其' && after.starts_with('中')),
        };
        if ends && at > 0 {
            let head = if matches!(c, ',' | ';' | '、' | '。' | '其') {
                &text[..at]
            } else {
                &text[..at + c.len_utf8()]
            };
            return (head, &text[head.len()..]);
        }
        before = c;
    }
    (text, "")
}

/// 余, 多 or a plus sign between number and unit: `30余万`, `6亿余元`. In
/// `0.5亿+0.3亿` it is between two numbers, which are not one.
fn without_odd(text: &str) -> Option<String> {
    let at = text.find(['余', '多', '+'])?;
    let before = text[..at].chars().next_back()?;
    let fits = before.is_ascii_digit() || "十百千万亿".contains(before);
    let width = text[at..].chars().next().map_or(0, char::len_utf8);
    let digit = |c: char| c.is_ascii_digit() || "一二两三四五六七八九".contains(c);
    let fits = fits && !text[at + width..].contains(digit);
    fits.then(|| format!("{}{}", &text[..at], &text[at + width..]))
}

fn part(text: &str) -> Option<(Part, &str)> {
    let (number, rest) = numeral::read(text)?;
    let end = rest.find(separator).unwrap_or(rest.len());
    let unit = rest[..end].to_owned();
    Some((Part { number, unit }, &rest[end..]))
}

fn separator(c: char) -> bool {
    matches!(c, '-' | '~' | '至' | '到' | '—' | '–' | '－' | '〜' | '∼')
}

fn range(mut low: Part, rest: &str) -> Option<(Part, Option<Part>)> {
    let (high, end) = part(rest.trim_start_matches(separator))?;
    if !end.is_empty() {
        return None;
    }
    if low.unit.is_empty() {
        low.unit.clone_from(&high.unit);
        // 0.5-1亿 means 0.5亿 to 1亿.
        if let (false, Some(0), Some(power)) =
            (low.number.scaled, low.number.power, high.number.power)
        {
            low.number.value = low.number.value.times_ten(power)?;
            low.number.scaled = high.number.scaled;
        }
    }
    (low.unit == high.unit).then_some((low, Some(high)))
}

/// Whether the two ends of a range are the right way round.
pub(crate) fn ascending(low: i64, high: Option<i64>) -> bool {
    high.is_none_or(|high| high >= low)
}

/// The number of a part under a heading's power of ten.
pub(crate) fn value(part: &Part, power: u32) -> Option<Exact> {
    part.number.value.times_ten(power)
}
