//! Counting what other test runners say they did.

use std::ops::AddAssign;

use serde_json::Value;

/// Tests that passed and tests that failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Those that passed.
    pub passed: u64,
    /// Those that failed.
    pub failed: u64,
}

impl Counts {
    /// One check that counts as one test.
    #[must_use]
    pub fn one(ok: bool) -> Self {
        Self {
            passed: u64::from(ok),
            failed: u64::from(!ok),
        }
    }

    /// The counts of a runner that ended `ok` or not: one that ended badly without
    /// naming a failed test (it did not even build) has failed once, and so has one
    /// that ended well without having run anything.
    #[must_use]
    pub fn of_runner(self, ok: bool) -> Self {
        let silent = self.failed == 0 && (!ok || self.passed == 0);
        Self {
            failed: self.failed + u64::from(silent),
            ..self
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads the `test result:` lines of Rust's own test runner.
#[must_use]
pub fn cargo_test(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines().filter(|l| l.starts_with("test result: ")) {
        counts += Counts {
            passed: before(line, " passed"),
            failed: before(line, " failed"),
        };
    }
    counts
}

/// Reads the `Summary` line of nextest. A test that ran and did not pass has
/// failed, whichever way (a failure, a time-out, a program that did not start).
#[must_use]
pub fn nextest(text: &str) -> Counts {
    let mut summaries = text.lines().filter_map(|line| {
        let (_, rest) = line
            .trim_start()
            .strip_prefix("Summary [")?
            .split_once(']')?;
        Some(rest.trim_start())
    });
    summaries.next_back().map_or_else(Counts::default, |rest| {
        // `9 tests run`, or `4/9 tests run` where it was stopped after four.
        let run = rest.split(|c: char| !c.is_ascii_digit()).next();
        let run: u64 = run.and_then(|digits| digits.parse().ok()).unwrap_or(0);
        let passed = before(rest, " passed");
        Counts {
            passed,
            failed: run.saturating_sub(passed),
        }
    })
}

/// Reads the report that vitest writes with `--reporter=json`.
#[must_use]
pub fn vitest(report: &str) -> Counts {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let number = |key: &str| report[key].as_u64().unwrap_or(0);
    Counts {
        passed: number("numPassedTests"),
        failed: number("numFailedTests"),
    }
}

/// The number that stands right before `word`; 0 where there is none.
fn before(line: &str, word: &str) -> u64 {
    let head = line.split_once(word).map_or("", |(head, _)| head);
    let digits = head.rsplit(|c: char| !c.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn the_result_lines_of_all_programs_are_added_up() {
        let text = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(cargo_test(text), counts(15, 2));
    }

    #[test]
    fn nextests_last_word_is_read() {
        let good = "     Summary [   0.012s] 10 tests run: 10 passed (1 slow), 2 skipped";
        assert_eq!(nextest(good), counts(10, 0));
        let bad =
            "     Summary [   0.012s] 9 tests run: 6 passed, 2 failed, 1 timed out, 0 skipped";
        assert_eq!(nextest(bad), counts(6, 3));
        let stopped = "     Summary [   0.012s] 4/9 tests run: 3 passed, 1 failed, 0 skipped";
        assert_eq!(nextest(stopped), counts(3, 1).of_runner(false));
        let single = "     Summary [   0.012s] 1 test run: 1 passed, 0 skipped";
        assert_eq!(nextest(single), counts(1, 0));
    }

    #[test]
    fn vitests_report_is_read() {
        let report = r#"{"numTotalTests":5,"numPassedTests":4,"numFailedTests":1}"#;
        assert_eq!(vitest(report), counts(4, 1));
        assert_eq!(vitest(""), counts(0, 0));
    }

    #[test]
    fn a_runner_that_broke_or_ran_nothing_has_failed_once() {
        assert_eq!(counts(0, 0).of_runner(false), counts(0, 1));
        assert_eq!(counts(0, 0).of_runner(true), counts(0, 1));
        assert_eq!(counts(4, 0).of_runner(false), counts(4, 1));
        assert_eq!(counts(4, 2).of_runner(false), counts(4, 2));
        assert_eq!(counts(4, 0).of_runner(true), counts(4, 0));
    }
}
