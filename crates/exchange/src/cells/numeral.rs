//! Numerals at the start of a text: `1,200.5`, `3千万`, `三千五百万`,
//! `壹亿`, `两个亿`, `2亿3000万`, `3000W`.

use super::exact::Exact;

/// A numeral that was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numeral {
    /// The whole number.
    pub(crate) value: Exact,
    /// Whether 万 or 亿 was named, so that no heading adds its own.
    pub(crate) scaled: bool,
    /// The power of ten named after a single number: 8 for `0.5亿`.
    pub(crate) power: Option<u32>,
}

enum Token {
    Number(Exact),
    Zero,
    Small(u32),
    Big(u32),
}

/// Reads the numeral that `text` begins with; the rest is returned with it.
/// `None` when there is none, or when it could be read in two ways.
pub(crate) fn read(text: &str) -> Option<(Numeral, &str)> {
    let mut rest = text;
    let (mut total, mut section) = (Exact::ZERO, Exact::ZERO);
    let mut number: Option<Exact> = None;
    let (mut scaled, mut power, mut numbers) = (false, 0u32, 0u32);
    // A number straight after 万 or 百 may mean tenths of it (两亿五), or units.
    let (mut after_scale, mut after_zero, mut last_small) = (false, false, 0u32);
    let mut section_used = false;
    let mut digits = 0;
    while let Some((token, after)) = token(rest) {
        match token {
            Token::Zero if number.is_none() => after_zero = true,
            Token::Zero => return None,
            Token::Number(value) => {
                if number.is_some() {
                    return None;
                }
                number = Some(value);
                numbers += 1;
                digits = rest.len() - after.len();
            }
            Token::Small(zeros) => {
                let one = match number.take() {
                    Some(value) => value,
                    // 十五 is 15, and 百 alone is no number.
                    None if zeros == 1 => Exact::whole(1),
                    None => return None,
                };
                numbers = numbers.max(1);
                section = section.plus(one.times_ten(zeros)?)?;
                section_used = true;
                (power, last_small, after_scale, after_zero) = (power + zeros, zeros, true, false);
            }
            Token::Big(zeros) => {
                if numbers == 0 {
                    return None;
                }
                // 万亿 and 万万 raise all that stands before them.
                let whole = zeros == 8 || number.is_none() && !section_used;
                let value = section.plus(number.take().unwrap_or(Exact::ZERO))?;
                total = if whole {
                    total.plus(value)?.times_ten(zeros)?
                } else {
                    total.plus(value.times_ten(zeros)?)?
                };
                section = Exact::ZERO;
                (scaled, section_used, after_scale, after_zero) = (true, false, true, false);
                (power, last_small) = (power + zeros, 0);
            }
        }
        rest = after;
    }
    if numbers == 0 {
        return None;
    }
    let trailing = number.is_some();
    // 1亿2345万6000元 says with 元 that the last are units.
    let said = digits >= 2 && rest.starts_with('元');
    let units = last_small == 1 || after_zero || said;
    if trailing && after_scale && !units {
        return None;
    }
    let value = total.plus(section)?.plus(number.unwrap_or(Exact::ZERO))?;
    let single = numbers == 1;
    let numeral = Numeral {
        value,
        scaled,
        power: single.then_some(power),
    };
    Some((numeral, rest))
}

fn token(text: &str) -> Option<(Token, &str)> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        return arabic(text);
    }
    let after = &text[first.len_utf8()..];
    let found = match first {
        // 2亿零500万
        '零' | '〇' if after.starts_with(|c: char| c.is_ascii_digit()) => Token::Zero,
        '零' | '〇' => return chinese(text).or(Some((Token::Zero, after))),
        '十' | '拾' => Token::Small(1),
        '百' | '佰' => Token::Small(2),
        '千' | '仟' => Token::Small(3),
        '万' | '萬' => Token::Big(4),
        '亿' | '億' => Token::Big(8),
        // W for 万, unless it is the start of a word such as "Wh".
        'W' | 'w' if !after.starts_with(|c: char| c.is_ascii_alphabetic()) => Token::Big(4),
        // 两个亿
        '个' if after.starts_with(['亿', '億', '万', '萬']) => return token(after),
        _ => return chinese(text),
    };
    Some((found, after))
}

/// Digits, with commas only where thousands end.
fn arabic(text: &str) -> Option<(Token, &str)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = digits(0);
    if end <= 3 {
        while bytes.get(end) == Some(&b',') && digits(end + 1) == 3 {
            end += 4;
        }
    }
    if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    let plain: String = text[..end].chars().filter(|c| *c != ',').collect();
    Some((Token::Number(Exact::parse(&plain)?), &text[end..]))
}

/// A Chinese digit, a row of them (二〇二三), or digits around 点.
fn chinese(text: &str) -> Option<(Token, &str)> {
    let mut plain = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match digit(c) {
            Some(digit) => plain.push(digit),
            None if c == '点' && !plain.is_empty() && !plain.contains('.') => plain.push('.'),
            None => break,
        }
        end = at + c.len_utf8();
    }
    if plain.ends_with('.') || plain.is_empty() {
        return None;
    }
    // 零五 after 百 is a zero and a five, not a number of two digits.
    if plain.len() == 2 && plain.starts_with('0') || plain == "0" {
        let first = text.chars().next()?.len_utf8();
        if plain.len() == 2 {
            return Some((Token::Zero, &text[first..]));
        }
    }
    Some((Token::Number(Exact::parse(&plain)?), &text[end..]))
}

fn digit(c: char) -> Option<char> {
    Some(match c {
        '零' | '〇' => '0',
        '一' | '壹' => '1',
        '二' | '贰' | '两' => '2',
        '三' | '叁' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' => '6',
        '七' | '柒' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str) -> Option<i64> {
        let (numeral, rest) = read(text)?;
        if !rest.is_empty() {
            return None;
        }
        numeral.value.scaled(0)
    }

    #[test]
    fn numerals_as_written() {
        for (text, value) in [
            ("1,200", 1_200),
            ("1200万", 12_000_000),
            ("10.5亿", 1_050_000_000),
            ("3千万", 30_000_000),
            ("三千万", 30_000_000),
            ("三千五百万", 35_000_000),
            ("壹亿", 100_000_000),
            ("两个亿", 200_000_000),
            ("一点五亿", 150_000_000),
            ("十五", 15),
            ("十亿", 1_000_000_000),
            ("一百零五", 105),
            ("二十三", 23),
            ("2亿3000万", 230_000_000),
            ("3000W", 30_000_000),
            ("1.2万亿", 1_200_000_000_000),
            ("5百万", 5_000_000),
            ("2亿零500万", 205_000_000),
        ] {
            assert_eq!(yuan(text), Some(value), "{text}");
        }
        let (numeral, rest) = read("1亿2345万6000元").expect("a numeral");
        assert_eq!((numeral.value.scaled(0), rest), (Some(123_456_000), "元"));
        for text in [
            "",
            "万",
            "亿",
            "千万",
            "3KW",
            "1,20",
            "2亿5",
            "三千五",
            "1.2.3",
            "点五",
            "3个",
        ] {
            assert_eq!(yuan(text), None, "{text}");
        }
    }
}
