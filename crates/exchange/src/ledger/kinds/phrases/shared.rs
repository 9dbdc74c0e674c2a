//! Headings about contacts and enterprises.

use super::Patterns;
use crate::ledger::words::{Role, field};

/// Whom to call at an enterprise.
pub(super) const CONTACTS: Patterns = &[
    (
        Role::Person,
        &[
            "企业|客商|客户|投资方|公司|乙方|对方|外方|单位|投资商|投资者|项目方? 联系人|负责人|对接人|联络人|代表|人员|主要负责人|联络员|法人|老板|客商 姓名|名称|职务? <and>? 职务? <and>? <phone>",
            "企业|客商|客户|投资方|公司|乙方|对方|投资商|投资者|项目方 <phone>",
        ],
    ),
    (
        field("contact", "name"),
        &[
            "企业|客商|客户|投资方|公司|乙方|对方|外方|投资商|投资者|项目方 联系人|负责人|对接人|联络人|代表|主要负责人|联络员|老板 姓名?",
            "联系人|联络人|联络员 姓名|名字?",
        ],
    ),
    (
        field("contact", "duty"),
        &[
            "联系人|负责人|对接人|联络人 职务|职位",
            "所处|所任|担任|现任 职务|职位",
        ],
    ),
    (
        field("contact", "mobile"),
        &["联系人|负责人|对接人|联络人|投资人|项目投资人? 的? <phone>"],
    ),
];

/// A list of enterprises.
pub(super) const ENTERPRISES: Patterns = &[
    (
        field("enterprise", "name"),
        &["规上|企业|公司|单位|入园|园区|入驻 企业|公司|单位? <name>"],
    ),
    (
        field("enterprise", "uscc"),
        &["统一? 社会? 信用代码|信用证代码|机构代码 证号|号?"],
    ),
    (
        field("enterprise", "registered_capital"),
        &["注册|认缴 资本|资金|资本金 <amount>?"],
    ),
];
