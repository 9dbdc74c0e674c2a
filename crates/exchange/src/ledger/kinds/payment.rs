//! Payment ledgers (到位资金台账): instalments with their vouchers.

use suoji_model::kinds::{PAYMENT as KIND, PROJECT};

use super::{Ledger, Money, NOTES};
use crate::ledger::payment;
use crate::ledger::words::{Role, field, target};
use crate::problem::Level;

pub(super) const PAYMENT: Ledger = Ledger {
    name: "payment",
    kinds: &[&KIND, &PROJECT],
    named: &[
        "到位",
        "到资",
        "到账",
        "履约资金",
        "拨付",
        "进资",
        "入资",
        "实际使用外资",
        "实际利用外资",
        "实到资金",
    ],
    telling: &[
        target("payment", "payer"),
        target("payment", "paid_date"),
        target("payment", "paid_in"),
        target("payment", "recognised_amount"),
        target("payment", "fund_kind"),
        target("payment", "voucher_no"),
    ],
    titles: &[target("project", "name"), target("payment", "payer")],
    instead: &[
        (target("payment", "project"), field("project", "name")),
        (target("project", "investor"), field("payment", "payer")),
    ],
    words: WORDS,
    second: &[(
        field("project", "name"),
        &[
            "企业名称",
            "公司名称",
            "企业",
            "收款方",
            "收款人",
            "收款单位",
            "收款企业",
        ],
    )],
    is_list: false,
    in_sqm: false,
    vague: Level::Must,
    money: Some(Money {
        amount: target("payment", "paid_in"),
        rate: target("payment", "rate"),
        rate_date: target("payment", "rate_date"),
        date: target("payment", "paid_date"),
        note: target("payment", "note"),
    }),
    dated: Some((target("payment", "paid_date"), Level::Must)),
    read: payment::read,
};

const WORDS: &[(Role, &[&str])] = &[
    (field("payment", "note"), NOTES),
    (field("payment", "agreement"), &["^协议"]),
    (
        Role::Currency,
        &["币种", "币别", "货币", "货币种类", "货币单位"],
    ),
    (
        Role::Equivalent,
        &[
            "折合人民币",
            "折人民币",
            "折算人民币",
            "折合人民币金额",
            "人民币折合",
            "折合金额",
            "等值人民币",
        ],
    ),
    (
        Role::Original,
        &["原币", "原币金额", "外币金额", "原币种金额", "外币"],
    ),
    (
        field("payment", "payer"),
        &[
            "出资企业",
            "付款企业",
            "付款人",
            "企业名称",
            "企业",
            "投资单位",
            "资金来源单位",
            "打款单位",
            "资方",
            "外方股东",
            "外方投资者",
            "外国投资者",
            "境外投资者",
        ],
    ),
    (
        field("payment", "paid_date"),
        &[
            "到资时间",
            "到资日期",
            "入账时间",
            "入账日期",
            "汇款日期",
            "日期",
            "时间",
            "月份",
            "Date received",
            "Payment date",
            "Paid on",
            "^Date",
        ],
    ),
    (
        field("payment", "paid_in"),
        &[
            "到位资金▸金额",
            "到位金额",
            "到账金额",
            "到资金额",
            "申报金额",
            "申报到位资金",
            "申报到资",
            "实际到位资金",
            "本次到位",
            "本次到位资金",
            "本次金额",
            "金额",
            "到位资金▸当年",
            "当年到位",
            "当年到位资金",
            "实际使用外资",
        ],
    ),
    (
        field("payment", "recognised_amount"),
        &["认定资金", "认定到位资金", "核定金额", "认定到资"],
    ),
    (
        field("payment", "fund_kind"),
        &[
            "资金用途",
            "资金类型",
            "到资类别",
            "款项性质",
            "到资方式",
            "用途",
        ],
    ),
    (
        field("payment", "voucher_no"),
        &[
            "凭证",
            "凭据",
            "凭据号",
            "凭证号码",
            "凭证编码",
            "票据号",
            "进账单号",
            "回单号",
            "流水号",
            "银行流水号",
        ],
    ),
    (
        field("payment", "state"),
        &[
            "认定情况",
            "审核情况",
            "审核结果",
            "认定结果",
            "是否认定",
            "是否已认定",
            "是否核定",
        ],
    ),
    (
        Role::Aside,
        &[
            "到位资金▸累计",
            "累计到位",
            "累计到位资金",
            "责任单位",
            "招商单位",
            "报送单位",
            "佐证材料",
            "凭证附件",
        ],
    ),
];
