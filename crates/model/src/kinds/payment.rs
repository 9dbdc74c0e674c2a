//! A payment (到位资金): one instalment of what a contract promised, with the
//! voucher that proves it.

use crate::field::{Field, Kind};

/// The declaration.
pub const PAYMENT: Kind = Kind {
    name: "payment",
    title: "project",
    internal: false,
    list: &[
        "project",
        "payer",
        "paid_date",
        "paid_in",
        "recognised_amount",
        "fund_kind",
        "voucher_no",
        "state",
    ],
    fields: &[
        Field::reference("project", "project")
            .required()
            .headings(&["项目名称", "项目"]),
        Field::reference("agreement", "agreement"),
        Field::reference("payer", "enterprise").headings(&[
            "出资单位",
            "付款方",
            "付款单位",
            "出资方",
            "汇款单位",
        ]),
        Field::date("paid_date").headings(&["到账时间", "到位日期", "到账日期", "到位时间"]),
        Field::money("paid_in").headings(&[
            "到位资金▸本次金额",
            "到位资金",
            "实际到位",
            "到资",
            "到账资金",
            "履约资金",
        ]),
        Field::number("rate", crate::money::RATE_DECIMALS)
            .group("rate")
            .headings(&["汇率"]),
        Field::date("rate_date")
            .group("rate")
            .headings(&["汇率日期"]),
        Field::choice(
            "fund_kind",
            &[
                "registered_capital",
                "fixed_asset",
                "land",
                "plant",
                "equipment",
                "working_capital",
                "other",
            ],
        )
        .headings(&["资金性质", "类别", "资金类别"]),
        Field::text("voucher_no")
            .search(4)
            .headings(&["凭证号", "凭证编号"]),
        Field::choice("state", &["declared", "reviewed", "recognised", "returned"])
            .group("recognition")
            .headings(&["状态", "审核状态", "认定状态"]),
        Field::money("recognised_amount")
            .group("recognition")
            .headings(&["到位资金▸认定金额", "认定金额", "认定"]),
        Field::text("exclusion_reason")
            .group("recognition")
            .headings(&["不予认定原因"]),
        Field::text("period").headings(&["所属期", "期间"]),
        Field::reference("suspected_same_as", "payment").group("same"),
        Field::choice("same_verdict", super::VERDICTS).group("same"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
