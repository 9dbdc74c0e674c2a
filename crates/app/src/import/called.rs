//! What the units of a standard factory are called, however a ledger writes
//! building and floor: `1号楼1层`, `1#-1F` and `1# 1F` are one.

use suoji_model::uscc::normalise;

/// What stands between the parts of a unit's name.
const BETWEEN: &[char] = &['-', '—', '–', '_', '·', '/', '~', '、', '#', '▸'];
/// What follows the number of a building.
const BUILDING: &[char] = &['号', '栋', '幢', '座'];
/// Numerals that buildings and floors are counted with.
const NUMERALS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A unit's name as it is compared. Two numbers stay apart, as in 1-12 and
/// 11-2.
pub(super) fn unit(name: &str) -> String {
    let signs: Vec<char> = name
        .split_whitespace()
        .map(normalise)
        .collect::<Vec<_>>()
        .join("#")
        .chars()
        .collect();
    let mut called = String::with_capacity(name.len());
    let mut is_parted = false;
    for (at, sign) in signs.iter().copied().enumerate() {
        let next = signs.get(at + 1).copied().unwrap_or_default();
        let before = called.chars().last().unwrap_or_default();
        let is_floor = matches!(next, '层' | '楼');
        let after = signs.get(at + 2).copied().unwrap_or_default();
        let is_building = matches!(next, '栋' | '幢' | '座') || next == '号' && after == '楼';
        let numeral = NUMERALS.iter().position(|own| *own == sign);
        let numeral = numeral.or((sign == '首' && is_floor).then_some(0));
        let numeral = numeral.filter(|_| is_floor || is_building);
        match numeral.and_then(|at| char::from_digit(u32::try_from(at + 1).ok()?, 10)) {
            Some(digit) => put(&mut called, digit, &mut is_parted),
            None if BETWEEN.contains(&sign) => is_parted = true,
            None if BUILDING.contains(&sign) && before.is_ascii_alphanumeric() => is_parted = true,
            // 1号楼 is a building and 1楼 a floor.
            None if sign == '楼' && is_parted => {}
            None if matches!(sign, '层' | '楼') && before.is_ascii_digit() => {
                put(&mut called, 'F', &mut is_parted);
            }
            None if sign == '室' && before.is_ascii_digit() => {}
            None => put(&mut called, sign, &mut is_parted),
        }
    }
    called
}

fn put(called: &mut String, sign: char, is_parted: &mut bool) {
    let is_number = called.ends_with(|last: char| last.is_ascii_digit()) && sign.is_ascii_digit();
    if std::mem::take(is_parted) && is_number {
        called.push('-');
    }
    called.push(sign);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buildings_and_floors_are_written_in_many_ways() {
        for names in [
            &[
                "1# 1F",
                "1#-1F",
                "1号楼1层",
                "1栋1楼",
                "１＃１Ｆ",
                "1幢一层",
            ][..],
            &["东区 A1 1层", "东区A1-1F", "东区A1栋1层", "东区A1座一楼"],
            &["智造园 1# 1-3层", "智造园1号楼1~3F"],
            &["1# 101", "1-101", "1号楼101室", "一号楼101室", "一栋 101"],
            &["B2 首层", "B2-1F"],
        ] {
            for name in names {
                assert_eq!(unit(name), unit(names[0]), "{name}");
            }
        }
    }

    #[test]
    fn other_units_are_called_otherwise() {
        for (one, other) in [
            ("1-12", "11-2"),
            ("A1 2F", "A12F"),
            ("1号楼", "1楼"),
            ("1# 2F东", "1# 2F"),
            ("办公楼", "办公"),
            ("一号厂房", "二号厂房"),
        ] {
            assert_ne!(unit(one), unit(other), "{one}");
        }
    }
}
