//! What a ledger's own sentence says of the year before, which no row does:
//! 总出租率91.72%，同比增长8.92个百分点.

use serde_json::json;
use suoji_exchange::Table;
use suoji_model::decimal;
use suoji_model::kinds::INDICATOR_VALUE;
use suoji_model::log::Values;
use suoji_store::{Running, Write};

use super::request::Wanted;
use crate::fault::Fault;

/// The indicator of the occupancy rate.
const OCCUPANCY: &str = "F17";
/// Digits after the point of an indicator's value.
const DECIMALS: u8 = 6;

/// Keeps the rate of the year before, unless it is known.
pub(super) async fn keep(
    run: &mut Running<'_>,
    wanted: &Wanted,
    tables: &[Table],
) -> Result<(), Fault> {
    for table in tables.iter().filter(|table| table.kind == "factory_unit") {
        for line in &table.skipped {
            let year = table.year.or_else(|| year(&line.text));
            let (Some(year), Some(rate)) = (year, rate_before(&line.text)) else {
                continue;
            };
            let year = json!({"number": (year - 1).to_string()});
            let known = run
                .records_by(&INDICATOR_VALUE, "indicator", [OCCUPANCY.to_owned()])
                .await?;
            if known
                .iter()
                .any(|one| one.values.get("year") == Some(&year))
            {
                continue;
            }
            let place = format!("{} {} {}", wanted.name, table.sheet, line.row);
            let values = Values::from_iter([
                ("indicator".to_owned(), json!(OCCUPANCY)),
                ("year".to_owned(), year),
                ("basis".to_owned(), json!("actual")),
                (
                    "value".to_owned(),
                    json!({"number": decimal::shortest(rate, DECIMALS)}),
                ),
                (
                    "source".to_owned(),
                    json!(format!("{place}：{}", line.text)),
                ),
            ]);
            run.write(vec![Write::create(&INDICATOR_VALUE, values)])
                .await?;
        }
    }
    Ok(())
}

/// The occupancy rate of the year before that a sentence says or lets one
/// reckon, in millionths of a percent. Only percentage points let one.
fn rate_before(text: &str) -> Option<i64> {
    said_before(text).or_else(|| reckoned(text))
}

/// `上年同期出租率82.80%`, `去年底总出租率为82.8%`.
fn said_before(text: &str) -> Option<i64> {
    let (before, after) = ["上年", "去年", "上一年"]
        .iter()
        .find_map(|word| text.split_once(word))?;
    let (between, after) = after.split_once("出租率")?;
    let compares = before.ends_with(['较', '比', '同']);
    let apart = between.contains(['，', '。', '；', ',', '%', '％']);
    let (rate, after) = number(after).filter(|_| !compares && !apart)?;
    after.starts_with(['%', '％']).then_some(rate)
}

fn reckoned(text: &str) -> Option<i64> {
    let (_, after) = text.split_once("出租率")?;
    let (now, after) = number(after)?;
    let after = after.trim_start_matches(['%', '％']);
    let (_, after) = ["同比", "较上年", "比上年", "较去年", "比去年"]
        .iter()
        .find_map(|word| after.split_once(word))?;
    let falls = ["下降", "降低", "减少"]
        .iter()
        .any(|word| after.starts_with(word));
    let (change, after) = number(after)?;
    let points = after.trim_start_matches('个').starts_with("百分点");
    points.then_some(if falls { now + change } else { now - change })
}

/// The first number of a text within the same clause, in millionths, and what
/// follows.
fn number(text: &str) -> Option<(i64, &str)> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    if text[..start].contains(['，', '。', '；', ',']) {
        return None;
    }
    let rest = &text[start..];
    let end = rest
        .find(|sign: char| !sign.is_ascii_digit() && sign != '.')
        .unwrap_or(rest.len());
    Some((decimal::parse(&rest[..end], DECIMALS)?, &rest[end..]))
}

/// The year that a sentence names.
fn year(text: &str) -> Option<i32> {
    let (before, _) = text.split_once('年')?;
    let digits: Vec<char> = before.chars().rev().take(4).collect();
    let year: String = digits.into_iter().rev().collect();
    year.parse().ok().filter(|year| (1990..2200).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_points_lead_to_the_year_before() {
        let said = |text: &str| rate_before(text).map(|rate| decimal::shortest(rate, DECIMALS));
        assert_eq!(
            said("截至2023年12月31日，出租出售标准厂房43.99万平方米，总出租率91.72%，同比增长8.92个百分点。").as_deref(),
            Some("82.8")
        );
        assert_eq!(
            said("出租率80%，较上年下降1.5个百分点").as_deref(),
            Some("81.5")
        );
        for same in [
            "总出租率91.72%，较去年同期提高8.92个百分点",
            "上年同期总出租率82.80%。",
            "总出租率91.72%（去年底出租率为82.8%）",
        ] {
            assert_eq!(said(same).as_deref(), Some("82.8"), "{same}");
        }
        assert_eq!(said("总出租率91.72%，同比增长8.92%"), None);
        assert_eq!(said("较上年出租率提高8.92个百分点"), None);
        assert_eq!(said("总出租率91.72%"), None);
        assert_eq!(year("截至2023年12月31日"), Some(2023));
    }
}
