//! What figures are counted of: a year, or its first months.

use chrono::{Days, NaiveDate};

/// A year up to the end of one of its months: the whole of it through
/// December, 1–10月 through October.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    year: i32,
    through: u32,
}

impl Period {
    /// The years that dates may name.
    pub const YEARS: std::ops::Range<i32> = 1900..2200;
    /// December.
    pub const LAST: u32 = 12;

    /// The year through a month, 1 to 12; `None` when there is no such month,
    /// or dates cannot name the year.
    pub fn new(year: i32, through: u32) -> Option<Self> {
        let known = Self::YEARS.contains(&year) && (1..=Self::LAST).contains(&through);
        known.then_some(Self { year, through })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The last month, 1 to 12.
    pub fn through(self) -> u32 {
        self.through
    }

    /// Whether all of the year is meant.
    pub fn is_whole(self) -> bool {
        self.through == Self::LAST
    }

    /// The first day, ISO 8601.
    pub fn first(self) -> String {
        format!("{:04}-01-01", self.year)
    }

    /// The first day behind it, ISO 8601.
    pub fn after(self) -> String {
        match self.is_whole() {
            true => format!("{:04}-01-01", self.year + 1),
            false => format!("{:04}-{:02}-01", self.year, self.through + 1),
        }
    }

    /// The last day, ISO 8601: the cut-off.
    pub fn cutoff(self) -> String {
        let after = NaiveDate::parse_from_str(&self.after(), "%Y-%m-%d").ok();
        let last = after.and_then(|day| day.checked_sub_days(Days::new(1)));
        last.map(|day| day.to_string()).unwrap_or_default()
    }

    /// Whether a day, ISO 8601, lies in its year.
    pub fn is_in_year(self, day: &str) -> bool {
        day.starts_with(&format!("{:04}-", self.year))
    }

    /// Whether a day, ISO 8601, lies in it.
    pub fn has(self, day: &str) -> bool {
        *self.first() <= *day && *day < *self.after()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_with_its_month() {
        let of = |year, through| Period::new(year, through).expect("period");
        assert_eq!(of(2023, 12).cutoff(), "2023-12-31");
        assert_eq!(of(2023, 12).after(), "2024-01-01");
        assert_eq!(of(2024, 2).cutoff(), "2024-02-29");
        assert_eq!(of(2023, 10).after(), "2023-11-01");
        assert!(of(2023, 10).has("2023-10-31"));
        assert!(!of(2023, 10).has("2023-11-01"));
        assert!(!of(2023, 10).has("2022-12-31"));
        assert!(of(2023, 12).is_whole());
        assert!(!of(2023, 11).is_whole());
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        for (year, through) in [(2023, 0), (2023, 13), (1899, 12), (2200, 1)] {
            assert_eq!(Period::new(year, through), None);
        }
    }
}
