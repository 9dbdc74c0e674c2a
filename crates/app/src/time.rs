//! Times as text.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};

/// Milliseconds since 1970 as RFC 3339 in UTC.
pub(crate) fn rfc3339(millis: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(millis)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The present moment, for file names.
#[expect(clippy::disallowed_methods, reason = "names a file, stamps no record")]
pub(crate) fn stamp() -> String {
    chrono::Local::now().format("%Y%m%d-%H%M%S").to_string()
}

/// The present moment in milliseconds since 1970, for what is no record.
#[expect(clippy::disallowed_methods, reason = "remembers, stamps no record")]
pub(crate) fn now_ms() -> i64 {
    Utc::now().timestamp_millis()
}

/// The present day, ISO 8601.
#[expect(
    clippy::disallowed_methods,
    reason = "dates a freeze, stamps no record"
)]
pub(crate) fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}

/// The present year.
#[expect(clippy::disallowed_methods, reason = "opens a page, stamps no record")]
pub(crate) fn year() -> i32 {
    chrono::Local::now().year()
}
