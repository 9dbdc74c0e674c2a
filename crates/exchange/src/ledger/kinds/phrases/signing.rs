//! Signing ledgers.

use super::Patterns;
use crate::ledger::words::{Role, field, target};

pub(super) const PATTERNS: Patterns = &[
    (Role::Currency, &["<deal>|投资|资金|原|签约 币种|币别|货币"]),
    (
        Role::Original,
        &[
            "原币|外币 <deal>|投资? <amount>",
            "<deal>|投资 原币|外币 <amount>?",
        ],
    ),
    (
        field("project", "name"),
        &[
            "签约|引进|招引|招商引资|招商|引资|投资|合作|落地|外资|入驻|新签约|集中签约? 项目 <name>?",
        ],
    ),
    (
        field("project", "project_no"),
        &["签约|项目|合同? 编号|编码|代号"],
    ),
    (
        field("enterprise", "name"),
        &[
            "投资|签约|合作|来投|外来|投资合作 企业|公司|单位|主体|方|商|者|人|客商|集团|业主 <name>?",
            "引进|招引|引资|落户|入驻|招商|项目投资 企业|公司|客商|集团|投资方|投资商|投资主体 <name>?",
            "外方|外资|境外|外商|国外|内资|主要? 投资者|投资方|投资商|投资人|股东|合作方|企业|投资主体 <name>?",
            "客商|乙方|企业|公司|投资商 单位|企业|公司? <name>",
            "合作|投资 方|商 <name>?",
        ],
    ),
    (
        field("agreement", "contract_capital"),
        &[
            "<deal>? <plan>? 利用|引进|引入|招引|吸引|使用|吸收 <outer>? 资金|外资|内资|投资 <amount>?",
            "<deal>? <plan>? 引进|利用? <outer> 资金|投资|内资 <amount>?",
            "<deal>? <plan>? 引资|招商引资|引进外来资金 <amount>?",
            "<deal> 外资|内资 <amount>?",
        ],
    ),
    (
        field("agreement", "contract_total"),
        &[
            "<deal> 项目? <plan>? 总投资|投资总|总投|投资 <amount>?",
            "<deal> 标的? <amount>",
            "<plan>? 投资 金额|额|规模|数额|体量|额度",
            "金额|数额",
        ],
    ),
    (
        field("project", "total_investment"),
        &[
            "项目? <plan>? 总投资 <amount>?",
            "项目? <plan>? 投资 总额|总量|总规模|总数",
        ],
    ),
    (
        field("agreement", "fixed_investment"),
        &["固定资产|固投 总? 投资? <amount>?"],
    ),
    (
        field("agreement", "review_date"),
        &["<deal>|项目|签约项目? 审核|评审|核定|认定|审定 通过? <when>"],
    ),
    (
        field("agreement", "sign_date"),
        &[
            "<deal>|项目|正式|合作协议? 正式? 签约|签订|签署|签定|签字|签 <when>",
            "签约|签订|签署|集中签约 月份|月|时间月份",
            "签约|签订|签署",
            "日期|时间",
        ],
    ),
    (
        field("agreement", "agreement_type"),
        &[
            "<deal> 文本|文件|书|签订|签约? <kind>|名称",
            "签订|签署|文本|签约文本 <deal>? <kind>",
            "<kind>",
            "<deal>",
        ],
    ),
    (
        Role::Status,
        &["<deal>|履约|项目 履行|执行|履约|有效? 状态"],
    ),
    (
        field("agreement", "responsible_unit"),
        &[
            "引进|招商|招引|责任|牵头|报送|填报|承办|主办|包保|落实|跟进|跟踪|服务|对接|首谈|引荐责任|联系|招商责任|主责|归口|引资|推进 <unit>",
            "招商|引进 局|中心|小组|部",
        ],
    ),
    (
        field("project", "sponsor_leader"),
        &[
            "帮包|包保|挂包|包联|牵头|责任|分管|联系|挂钩|包挂|挂联|包抓|服务|联系包保|挂牌|帮扶? <leader>",
        ],
    ),
    (
        field("project", "service_officer"),
        &[
            "招商|项目|引进|招引|跟进|跟踪|对接|服务|包保|具体|责任|首谈|首席 责任人|负责人|专员|人员|人|经理|管家|服务官|服务员|服务专员",
        ],
    ),
    (
        field("project", "source_region"),
        &[
            "投资方|企业|客商|资金|项目|投资者|外方|投资商|总部|母公司? 来源|所在|注册|总部所在|总部|所属 地|地区|省市|城市|国别|国家|省份|区域",
            "投资方|企业|客商|资金|投资者|外方|外资|投资? 来源地|国别|来源国|国别地区|籍贯|国家",
        ],
    ),
    (
        field("project", "content"),
        &[
            "项目|投资|建设|主要|合作|主要建设|生产? 建设|投资|合作|项目|主要|生产|经营? 内容|概况|简介|简况|规模|基本情况|产品 <and>? 规模|内容?",
        ],
    ),
    (
        field("project", "chain"),
        &[
            "项目|企业? 所属|主导|所在|涉及|归属|重点? 产业|行业|产业链|产业链条|行业领域|产业领域|领域 <kind>|<name>|门类|方向|归属?",
        ],
    ),
    (
        field("project", "land_area"),
        &[
            "项目|<plan>|需|需求|规划? 用地|占地|供地|使用土地|土地 面积|需求|规模|亩数|需求面积",
            "项目|<plan>|需|规划|需求 用地|占地|供地",
        ],
    ),
    (
        field("project", "promotion_method"),
        &["招商|引进|招引|引资|招商引资|招引项目 方式|途径|渠道|形式|模式|路径"],
    ),
    (
        field("project", "partner"),
        &["线索|项目|信息? 引荐|推荐|介绍|来源|中介 <unit>|渠道|方"],
    ),
    (
        field("agreement", "ceremony"),
        &["签约|招商|集中签约|推介 活动|仪式|大会|推介会|会议|平台 <name>?"],
    ),
    (
        Role::Append(target("project", "note")),
        &["<now>? 落地|履约|推进|开工|建设|办理|洽谈|注册 <state>|及进展"],
    ),
    (
        Role::Aside,
        &[
            "本年|当年|今年|累计|实际|已|截至目前|历年? 累计? 到位|到账|到资|实到 资金|内资|外资|金额|额|市外资金|省外资金?",
            "设备|土地|流动|首期|一期|二期|厂房|自有|银行|基础设施 投资|资金|贷款 <amount>?",
            "<plan>? 年? 产值|销售收入|营业收入|税收|纳税|利税|就业|用工|能耗|利润 额|人数?",
        ],
    ),
];
