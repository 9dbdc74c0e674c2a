//! What a cell's number format tells that the stored number does not: how exact
//! it is, its unit, that it is shown in thousands or 万, or that a day stands
//! for its month. A cell is read as a person sees it.

use chrono::{Datelike as _, NaiveDate};
use suoji_model::Currency;

use super::worded::Worded;
use crate::book::Raw;
use crate::cells::unit::{self, Measure};

/// Nobody shows numbers divided by more than 10 to this power.
const MOST_POWER: usize = 12;

/// A format that changes what a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Format {
    /// Words about exactness stand around the number.
    Worded(Worded),
    /// The number is shown divided, with its unit, or not at all; by condition.
    Shown {
        /// The forms for numbers.
        sections: Vec<Section>,
        /// What is shown of a zero, where that is no number.
        of_zero: Option<String>,
    },
    /// A day of which only the month, or only the year, is shown.
    Vague {
        /// Whether the month is.
        month: bool,
    },
}

/// One of the forms a format has for numbers of some size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Section {
    /// The sign and the number of its condition: `[>=10000]`.
    condition: Option<(String, String)>,
    /// It shows the number divided by 10 to this power.
    power: usize,
    /// The sign of a foreign currency.
    currency: String,
    /// The unit behind it.
    unit: String,
    /// Words before a number that make it a code, and its digits at least:
    /// `"记-"0000`, `000`.
    code: Option<(String, usize)>,
}

impl Format {
    /// The format of a code; `None` where it shows what is stored.
    pub(super) fn parse(code: &str) -> Option<Self> {
        if let Some(worded) = Worded::parse(code) {
            return Some(Self::Worded(worded));
        }
        let sections: Vec<Vec<Token>> = sections(code);
        let first = sections.first()?;
        let letters: String = first.iter().filter_map(Token::letter).collect();
        let has = |letter: char| letters.contains(letter);
        let has_year = has('y') || has('e') && has('m');
        if has_year && !letters.contains(['d', 'h', 's']) {
            return Some(Self::Vague { month: has('m') });
        }
        let known: Vec<Section> = sections.iter().map(|tokens| Section::of(tokens)).collect();
        let changes =
            |section: &Section| section.power > 0 || section.has_words() || section.code.is_some();
        let of_zero = sections.get(2).and_then(|tokens| words_of_zero(tokens));
        (known.iter().any(changes) || of_zero.is_some()).then_some(Self::Shown {
            sections: known,
            of_zero,
        })
    }

    /// The format of a number that needs no code in a file: those of months.
    /// Source: ECMA-376 part 1, 18.8.30, with those of Chinese versions.
    pub(super) fn built_in(number: u32) -> Option<Self> {
        let is_month = matches!(number, 17 | 27 | 36 | 50 | 52 | 57);
        is_month.then_some(Self::Vague { month: true })
    }

    /// A cell as its format shows it.
    pub(super) fn tell(&self, raw: Raw) -> Raw {
        match (self, raw) {
            (Self::Worded(worded), Raw::Number { text, .. }) => Raw::text(&worded.show(&text)),
            (
                Self::Shown {
                    of_zero: Some(words),
                    ..
                },
                Raw::Number { text, .. },
            ) if text.parse() == Ok(0.0) => match words.is_empty() {
                true => Raw::Empty,
                false => Raw::text(words),
            },
            (Self::Shown { sections, .. }, Raw::Number { text, shown }) => {
                let Some(section) = chosen(sections, &text) else {
                    return Raw::Number { text, shown };
                };
                if let Some(code) = section.code_of(&text) {
                    return Raw::text(&code);
                }
                let number = divided(&text, section.power);
                match section.has_words() {
                    true => Raw::text(&format!("{}{number}{}", section.currency, section.unit)),
                    false => Raw::Number {
                        text: number.into(),
                        shown,
                    },
                }
            }
            (Self::Vague { month }, Raw::Date(day, None)) if is_first(day, *month) => match month {
                true => Raw::text(&day.format("%Y年%-m月").to_string()),
                false => Raw::text(&day.format("%Y年").to_string()),
            },
            (_, raw) => raw,
        }
    }
}

/// What a section for zeros shows that is no number: nothing, or words such as
/// 待定. A dash is how accountants write a zero.
fn words_of_zero(tokens: &[Token]) -> Option<String> {
    let word = |token: &Token| match token {
        Token::Words(words) => Some(words.clone()),
        _ => None,
    };
    let words: String = tokens
        .iter()
        .map(word)
        .collect::<Option<Vec<_>>>()?
        .concat();
    let words = words.trim();
    let tells = words.is_empty() || words.chars().any(char::is_alphabetic);
    (tells && (tokens.is_empty() || !words.is_empty())).then(|| words.to_owned())
}

/// Whether a day may stand for its month, or else for its year: what was typed
/// as 2024年3月 is stored as its first day.
fn is_first(day: NaiveDate, month: bool) -> bool {
    day.day() == 1 && (month || day.month() == 1)
}

/// The form for a number: the first that has no condition, or one that holds.
fn chosen<'s>(sections: &'s [Section], number: &str) -> Option<&'s Section> {
    let value: f64 = number.parse().ok()?;
    let holds = |section: &&Section| match &section.condition {
        None => true,
        Some((sign, than)) => than.parse().is_ok_and(|than: f64| match sign.as_str() {
            ">=" => value >= than,
            "<=" => value <= than,
            ">" => value > than,
            "<" => value < than,
            _ => false,
        }),
    };
    sections.iter().find(holds)
}

/// A number divided by 10 to a power, digit by digit.
fn divided(number: &str, power: usize) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{whole:0>width$}", width = power + 1);
    let (whole, shifted) = padded.split_at(padded.len() - power);
    let fraction = format!("{shifted}{fraction}");
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

impl Section {
    /// A whole number as the code that the format makes of it.
    fn code_of(&self, number: &str) -> Option<String> {
        let (words, digits) = self.code.as_ref()?;
        let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
        let changes = !words.is_empty() || number.len() < *digits;
        (is_whole && changes).then(|| format!("{words}{number:0>digits$}"))
    }

    fn has_words(&self) -> bool {
        !self.currency.is_empty() || !self.unit.is_empty()
    }

    fn of(tokens: &[Token]) -> Self {
        let condition = tokens.iter().find_map(|token| match token {
            Token::Bracket(text) => {
                let than = text.trim_start_matches(['<', '>', '=']);
                let sign = &text[..text.len() - than.len()];
                (!sign.is_empty()).then(|| (sign.to_owned(), than.to_owned()))
            }
            _ => None,
        });
        let digits: Vec<usize> = tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| is_digit(token))
            .map(|(at, _)| at)
            .collect();
        let (Some(first), Some(last)) = (digits.first(), digits.last()) else {
            return Self::default();
        };
        let point = tokens.iter().position(|token| *token == Token::Point);
        // Commas right behind the digits before the point, or behind all.
        let whole = match point {
            Some(point) => digits.iter().copied().filter(|at| *at < point).max(),
            None => Some(*last),
        };
        let commas = |at: usize| {
            let behind = tokens[at + 1..].iter();
            behind.take_while(|token| **token == Token::Comma).count()
        };
        let ends = [whole, point.is_some().then_some(*last)];
        let thousands: usize = ends.into_iter().flatten().map(commas).sum();
        // 0!.0, shows a point of its own: one digit behind it is a tenth more.
        let inside = &tokens[*first..=*last];
        let zeros = inside
            .iter()
            .filter(|token| **token == Token::Digit('0'))
            .count();
        let points = inside.iter().filter(|token| is_point_in_words(token));
        // 0000!.00!.00 shows a day.
        let divides = point.is_none() && points.count() == 1;
        let own = inside.iter().position(is_point_in_words);
        let tenths = own.filter(|_| divides).map_or(0, |own| {
            digits.iter().filter(|at| **at > first + own).count()
        });
        let behind = tokens[last + 1..].iter().filter_map(|token| match token {
            Token::Words(words) => Some(words.as_str()),
            _ => None,
        });
        let words: String = behind.collect();
        let marks = [' ', '(', ')', '（', '）', '。', '/', '，', '、'];
        let words = words.trim_matches(marks);
        let power = 3 * thousands + tenths;
        let before = tokens[..*first].iter().filter_map(|token| match token {
            Token::Words(words) => Some(words.as_str()),
            _ => None,
        });
        let before: String = before.collect();
        let is_whole = point.is_none() && inside.iter().all(is_digit);
        let names =
            before.ends_with(['-', '－', '号', '字']) && before.contains(char::is_alphabetic);
        let pads = before.is_empty() && inside.len() >= 3 && zeros == inside.len();
        let is_code = is_whole && words.is_empty() && (names || pads);
        Self {
            code: is_code.then_some((before, zeros)),
            condition,
            power: if power > MOST_POWER { 0 } else { power },
            currency: tokens.iter().find_map(foreign).unwrap_or_default(),
            unit: if names_unit(words) { words } else { "" }.to_owned(),
        }
    }
}

/// The sign of a foreign currency: `[$$-409]`, `"US$"`. A mere `$` is what files
/// write for the currency of whatever country they are opened in.
fn foreign(token: &Token) -> Option<String> {
    let (sign, place) = match token {
        Token::Bracket(text) => {
            let text = text.strip_prefix('$')?;
            text.split_once('-').unwrap_or((text, ""))
        }
        Token::Words(words) => (words.as_str(), ""),
        _ => return None,
    };
    let sign = match (sign.trim(), place) {
        ("¥", "411") => "JPY",
        ("$", _) if matches!(token, Token::Words(_)) => return None,
        ("S$", _) => "SGD",
        ("NT$", _) => "TWD",
        ("₩", _) => "KRW",
        (sign, _) => sign,
    };
    let is_foreign = unit::currency(sign).is_some_and(|currency| currency != Currency::CNY);
    is_foreign.then(|| sign.to_owned())
}

fn is_digit(token: &Token) -> bool {
    matches!(token, Token::Digit(_))
}

fn is_point_in_words(token: &Token) -> bool {
    matches!(token, Token::Words(words) if words == ".")
}

/// Words about exactness that may stand behind a unit.
const BEHIND_UNIT: &[&str] = &["以上", "以下", "以内", "左右", "多", "余", "整"];

/// Whether words behind a number are a unit of money or area.
fn names_unit(words: &str) -> bool {
    let bare = BEHIND_UNIT.iter().find_map(|word| words.strip_suffix(word));
    let measure = unit::parse(bare.unwrap_or(words)).map(|unit| unit.measure);
    matches!(measure, Some(Measure::Money(_) | Measure::Area(_)))
}

/// A format's code without the words that it shows as they are.
pub(super) fn bare(code: &str) -> String {
    let mut signs = code.chars();
    let mut bare = String::new();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => _ = signs.by_ref().find(|sign| *sign == '"'),
            '\\' | '!' | '_' | '*' => _ = signs.next(),
            other => bare.push(other),
        }
    }
    bare
}

/// A part of a format's code.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// A place for a digit: `0`, `#`, `?`.
    Digit(char),
    Point,
    Comma,
    /// A letter of a date.
    Letter(char),
    /// Words that are shown as they are.
    Words(String),
    /// What stands in square brackets.
    Bracket(String),
}

impl Token {
    fn letter(&self) -> Option<char> {
        match self {
            Self::Letter(letter) => Some(*letter),
            _ => None,
        }
    }
}

/// The sections of a code, for numbers of different signs or sizes.
fn sections(code: &str) -> Vec<Vec<Token>> {
    let mut sections = vec![Vec::new()];
    // As many digits as a number has, in Excel's words and in those of its
    // Chinese version.
    let code = code.replace("General", "#").replace("G/通用格式", "#");
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        let until = |end: char, signs: &mut std::str::Chars<'_>| -> String {
            signs.by_ref().take_while(|sign| *sign != end).collect()
        };
        let token = match sign {
            '0' | '#' | '?' => Token::Digit(sign),
            '.' => Token::Point,
            ',' => Token::Comma,
            '"' => Token::Words(until('"', &mut signs)),
            '[' => Token::Bracket(until(']', &mut signs)),
            // Chinese versions of Excel write ! where others write \.
            '\\' | '!' => Token::Words(signs.next().map(String::from).unwrap_or_default()),
            // Room as wide as the next sign, or filled with it.
            '_' | '*' => {
                signs.next();
                continue;
            }
            ';' => {
                sections.push(Vec::new());
                continue;
            }
            letter if letter.is_ascii_alphabetic() => Token::Letter(letter.to_ascii_lowercase()),
            other => Token::Words(other.to_string()),
        };
        if let Some(section) = sections.last_mut() {
            section.push(token);
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Shown;

    fn number(code: &str, text: &str) -> String {
        let raw = Raw::Number {
            text: text.into(),
            shown: Shown::General,
        };
        let told = Format::parse(code).map(|format| format.tell(raw));
        told.map_or_else(|| "as stored".to_owned(), |raw| raw.display())
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (code, text, shown) in [
            ("0!.0,\"万元\"", "50000000", "5000万元"),
            ("0\\.0,\"万\"", "12345", "1.2345万"),
            ("0!.0000", "12345678", "1234.5678"),
            ("#,##0.00,", "6000000", "6000"),
            ("0.00,,\"百万\"", "80000000", "80百万"),
            ("0.0000\"亿元\"", "1.25", "1.25亿元"),
            ("0.00\"万元\";-0.00\"万元\"", "-12.5", "-12.5万元"),
            ("#,##0\"亩\"_ ", "35", "35亩"),
            (
                "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0",
                "50000",
                "5万",
            ),
            (
                "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0",
                "500",
                "500",
            ),
            (
                "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0",
                "250000000",
                "2.5亿",
            ),
            ("\"约\"0.00", "12", "约12.00"),
            ("#,##0.00", "6000000", "as stored"),
            ("#,##0", "6000000", "as stored"),
            ("0.00_ ", "1.5", "as stored"),
            ("\"￥\"#,##0.00;[Red]\"￥\"-#,##0.00", "1.5", "as stored"),
            (
                "_ \"￥\"* #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "1.5",
                "as stored",
            ),
            ("[$$-409]#,##0.00;-[$$-409]#,##0.00", "500", "$500"),
            ("#,##0\\ [$€-407]", "500", "€500"),
            ("\"USD \"#,##0", "500", "USD500"),
            ("[$￥-804]#,##0.00", "500", "as stored"),
            ("[$¥-411]#,##0", "500", "JPY500"),
            ("[$NT$-404]#,##0", "500", "TWD500"),
            ("[$S$-4809]#,##0", "500", "SGD500"),
            ("General\"万元\"", "120000", "120000万元"),
            ("G/通用格式\"亿元\"", "1.5", "1.5亿元"),
            ("0\"亿元以上\"", "3", "3亿元以上"),
            ("0.00\"（亿元）\"", "3", "3亿元"),
            ("0!.0,\"万元左右\"", "50000000", "5000万元左右"),
            ("0\"万美金\"", "300", "300万美金"),
            ("0\"m²\"", "3000", "3000m²"),
            ("0\"千平方米\"", "3", "3千平方米"),
            ("General\"人\"", "30", "as stored"),
            ("0000!.00!.00", "20230518", "as stored"),
            ("\"记-\"0000", "7", "记-0007"),
            ("\"DK-\"000", "3", "DK-003"),
            ("000000", "123", "000123"),
            ("###", "7", "as stored"),
            ("00", "7", "as stored"),
            ("0.00\"%\"", "95", "as stored"),
            ("0.00;-0.00;\"待定\"", "0", "待定"),
            ("0.00;-0.00;\"-\"", "0", "as stored"),
            ("\"$\"#,##0_);\\(\"$\"#,##0\\)", "500", "as stored"),
            ("0.00;-0.00;;@", "0", ""),
            ("0.00;-0.00;;@", "5", "5"),
            ("0,,,,,,", "3", "as stored"),
            ("0\"号\"", "3", "as stored"),
            ("0.00%", "0.5", "as stored"),
            ("General", "7", "as stored"),
            ("@", "7", "as stored"),
            ("0.00E+00", "7", "as stored"),
        ] {
            assert_eq!(number(code, text), shown, "{code}");
        }
    }

    #[test]
    fn a_first_day_shown_as_its_month_is_the_month() {
        let told = |code: &str, day: &str| {
            let day = Raw::Date(day.parse().expect("day"), None);
            let format = Format::parse(code);
            format
                .map_or(day.clone(), |format| format.tell(day))
                .display()
        };
        assert_eq!(told("yyyy\"年\"m\"月\";@", "2024-03-01"), "2024年3月");
        assert_eq!(told("[$-804]yyyy\"年\"m\"月\"", "2024-11-01"), "2024年11月");
        assert_eq!(told("mmm-yy", "2024-03-01"), "2024年3月");
        assert_eq!(told("yyyy\"年\"", "2024-01-01"), "2024年");
        assert_eq!(told("yyyy\"年\"m\"月\"", "2024-03-15"), "2024-03-15");
        assert_eq!(told("yyyy/m/d", "2024-03-01"), "2024-03-01");
        assert_eq!(told("m\"月\"d\"日\"", "2024-03-01"), "2024-03-01");
        assert_eq!(told("e\"年\"m\"月\"", "2024-03-01"), "2024年3月");
        assert_eq!(Format::built_in(57), Some(Format::Vague { month: true }));
        assert_eq!(Format::built_in(58), None);
    }
}
