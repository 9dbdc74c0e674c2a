//! An agreement (协议): what was signed with whom, for how much, when.

use crate::field::{Field, Kind};

/// States of a review that the law asks for before signing.
const REVIEW: &[&str] = &[
    "not_started",
    "in_review",
    "passed",
    "objected",
    "not_needed",
];

/// The declaration.
pub const AGREEMENT: Kind = Kind {
    name: "agreement",
    title: "project",
    internal: false,
    list: &[
        "project",
        "party",
        "agreement_type",
        "sign_date",
        "contract_total",
        "contract_capital",
        "fixed_investment",
        "voided",
    ],
    fields: &[
        Field::reference("project", "project").required(),
        Field::reference("party", "enterprise").headings(&["乙方", "签约企业", "签约方"]),
        Field::choice(
            "agreement_type",
            &[
                "formal",
                "entry",
                "framework",
                "intent",
                "supplement",
                "termination",
            ],
        )
        .required()
        .headings(&["协议类型", "协议性质", "合同类型", "合同性质"]),
        Field::text("agreement_no")
            .search(4)
            .headings(&["合同编号", "协议编号"]),
        Field::reference("supplement_to", "agreement").above(),
        Field::date("sign_date").headings(&[
            "签约时间",
            "签约日期",
            "签订日期",
            "签订时间",
            "协议签订",
            "签约日",
            "合同签订时间",
        ]),
        Field::date("review_date").headings(&[
            "签约审核通过时间",
            "审核通过时间",
            "审核通过日期",
            "签约核定时间",
        ]),
        Field::text("ceremony")
            .search(2)
            .headings(&["签约活动", "签约仪式", "招商会名称"]),
        Field::money("contract_total").headings(&[
            "合同总投资",
            "合同额",
            "签约额",
            "协议投资额",
            "协议总投资",
            "合同投资额",
        ]),
        Field::money("contract_capital").headings(&[
            "合同利用资金",
            "利用资金",
            "引资额",
            "协议引资",
            "合同引资",
            "市外资金",
            "拟引进资金",
        ]),
        Field::money("fixed_investment").headings(&["固投", "固定资产投资", "固定资产"]),
        Field::number("rate", crate::money::RATE_DECIMALS)
            .group("rate")
            .headings(&["汇率", "折算汇率"]),
        Field::date("rate_date")
            .group("rate")
            .headings(&["汇率日期"]),
        Field::reference("responsible_unit", "office").headings(&[
            "责任单位",
            "牵头单位",
            "报送单位",
            "引进单位",
            "招商单位",
        ]),
        Field::reference("contact", "contact").headings(&["联系人", "企业联系人"]),
        Field::choice("fair_competition_review", REVIEW),
        Field::choice("legality_review", REVIEW),
        Field::new("voided", crate::Shape::Flag)
            .group("void")
            .headings(&["是否作废"]),
        Field::text("void_reason").group("void"),
        Field::date("void_date").group("void"),
        Field::long_text("note")
            .search(1)
            .headings(&["备注", "说明"]),
    ],
};
