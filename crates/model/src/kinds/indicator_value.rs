//! The value of an indicator (指标) for a year that no records here lead to:
//! last year's rate from a report, a target, a peer's result.

use crate::field::{Field, Kind};

/// The declaration.
pub const INDICATOR_VALUE: Kind = Kind {
    name: "indicator_value",
    title: "indicator",
    internal: false,
    list: &["indicator", "year", "basis", "value", "source"],
    fields: &[
        Field::text("indicator")
            .required()
            .search(6)
            .headings(&["指标", "指标名称"]),
        Field::number("year", 0)
            .required()
            .headings(&["年度", "年份"]),
        Field::choice("basis", &["actual", "target", "peer"]),
        Field::number("value", 6)
            .required()
            .headings(&["数值", "完成值"]),
        Field::text("source").search(1).headings(&["来源"]),
        Field::long_text("note").search(1),
    ],
};
