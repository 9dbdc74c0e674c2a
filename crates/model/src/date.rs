//! Dates that know how precise they are: a contract of "2023年10月" counts
//! for the year and the month, not for a day.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// 上旬, 中旬 or 下旬.
    TenDay,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// 上半年 or 下半年.
    HalfYear,
    /// A year.
    Year,
}

impl Precision {
    /// All precisions, finest first.
    pub const ALL: [Self; 6] = [
        Self::Day,
        Self::TenDay,
        Self::Month,
        Self::Quarter,
        Self::HalfYear,
        Self::Year,
    ];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::TenDay => "ten_day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// The precision of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// A period known only by its first day and its precision.
///
/// Text forms: `2023`, `2023-H1`, `2023-Q2`, `2023-10`, `2023-10-T1`,
/// `2023-10-05`; years 1900 to 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    start: NaiveDate,
    precision: Precision,
}

impl PartialDate {
    /// A known day. `None` outside the years 1900 to 2199.
    pub fn day(day: NaiveDate) -> Option<Self> {
        Self::starting(day, Precision::Day)
    }

    /// The period of `precision` that begins on `start`; `None` when no such
    /// period begins that day.
    pub fn starting(start: NaiveDate, precision: Precision) -> Option<Self> {
        let (month, day) = (start.month(), start.day());
        let begins = match precision {
            Precision::Day => true,
            Precision::TenDay => matches!(day, 1 | 11 | 21),
            Precision::Month => day == 1,
            Precision::Quarter => day == 1 && month % 3 == 1,
            Precision::HalfYear => day == 1 && month % 6 == 1,
            Precision::Year => day == 1 && month == 1,
        };
        let in_range = (1900..2200).contains(&start.year());
        (begins && in_range).then_some(Self { start, precision })
    }

    /// Reads one of the text forms.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = whole(parts.next()?, 4)?;
        let from = |month, day, precision| {
            Self::starting(
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?,
                precision,
            )
        };
        let (second, third) = (parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        match (second, third) {
            (None, _) => from(1, 1, Precision::Year),
            (Some("H1"), None) => from(1, 1, Precision::HalfYear),
            (Some("H2"), None) => from(7, 1, Precision::HalfYear),
            (Some(quarter), None) if quarter.starts_with('Q') => {
                let quarter = whole(&quarter[1..], 1)?;
                from(quarter.checked_sub(1)? * 3 + 1, 1, Precision::Quarter)
            }
            (Some(month), None) => from(whole(month, 2)?, 1, Precision::Month),
            (Some(month), Some(third)) if third.starts_with('T') => {
                let third = whole(&third[1..], 1)?;
                let day = third.checked_sub(1)? * 10 + 1;
                from(whole(month, 2)?, day, Precision::TenDay)
            }
            (Some(month), Some(day)) => from(whole(month, 2)?, whole(day, 2)?, Precision::Day),
        }
    }

    /// The first day of the period.
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// How much is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The first day after the period.
    pub fn end(&self) -> NaiveDate {
        let months = |count| self.start.checked_add_months(Months::new(count));
        let end = match self.precision {
            Precision::Day => self.start.succ_opt(),
            Precision::TenDay if self.start.day() < 21 => {
                self.start.checked_add_days(chrono::Days::new(10))
            }
            Precision::TenDay => self
                .start
                .with_day(1)
                .and_then(|first| first.checked_add_months(Months::new(1))),
            Precision::Month => months(1),
            Precision::Quarter => months(3),
            Precision::HalfYear => months(6),
            Precision::Year => months(12),
        };
        end.unwrap_or(NaiveDate::MAX)
    }
}

fn whole(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.start.year(), self.start.month(), self.start.day());
        match self.precision {
            Precision::Day => write!(f, "{year}-{month:02}-{day:02}"),
            Precision::TenDay => write!(f, "{year}-{month:02}-T{}", day / 10 + 1),
            Precision::Month => write!(f, "{year}-{month:02}"),
            Precision::Quarter => write!(f, "{year}-Q{}", month / 3 + 1),
            Precision::HalfYear => write!(f, "{year}-H{}", month / 6 + 1),
            Precision::Year => write!(f, "{year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_form_is_read_and_written_back() {
        for text in [
            "2023",
            "2023-H2",
            "2023-Q4",
            "2023-10",
            "2023-10-T3",
            "2023-02-28",
        ] {
            let date = PartialDate::parse(text).expect(text);
            assert_eq!(date.to_string(), text);
            assert!(date.end() > date.start());
        }
        for wrong in [
            "",
            "23",
            "2023-13",
            "2023-Q0",
            "2023-Q5",
            "2023-H3",
            "2023-02-30",
            "2023-1",
            "2023-10-T4",
            "2023-10-T0",
            "1899",
            "2200",
            "2023-10-05-1",
            "２０２３",
        ] {
            assert_eq!(PartialDate::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_period_ends_where_it_should(days in 0i64..100_000, which in 0usize..6) {
            let first = NaiveDate::from_ymd_opt(1900, 1, 1).expect("date");
            let start = first + chrono::TimeDelta::days(days);
            if let Some(date) = PartialDate::starting(start, Precision::ALL[which]) {
                prop_assert_eq!(PartialDate::parse(&date.to_string()), Some(date));
                prop_assert!(date.end() > date.start());
                prop_assert!(date.end() - date.start() <= chrono::TimeDelta::days(366));
            }
        }

        #[test]
        fn never_panics(text in ".{0,20}") {
            let _ = PartialDate::parse(&text);
        }
    }
}
