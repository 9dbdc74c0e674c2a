//! Carrier ledgers: units, leases and parcels.

use super::Patterns;
use crate::ledger::words::{Role, field, target};

const TERM: Role = Role::Span(target("lease", "start_date"), target("lease", "end_date"));
const TERMS: &[&str] = &[
    "租期|租赁期|租赁|合同|租约|承租|租赁合同|入驻 期限|起止|起止时间|起止日期|期间|年限|起讫|起止期",
    "起止|租赁期限|租期 <when>",
];
const TENANTS: &[&str] = &[
    "承租|租赁|入驻|使用|租用|盘活|承接|购买|租购|承租购买|承租/购|承租/购买|承租（购买）|租售|买受|现|现入驻|租户|购房|受让 企业|方|人|单位|公司|客户|商|业主 <name>?",
    "租户 <name>",
    "租给|出租给|出租 谁|哪家 企业|单位|公司?",
];
const STARTS: &[&str] = &[
    "开始|起始 <when>",
    "租期|租赁|合同|租约|承租|租赁期 起始|开始|起|起租|起算 <when>?",
    "起租|交付|入驻|租赁|入孵|进驻|入园 <when>",
];
const ENDS: &[&str] = &[
    "到期|终止|截止|结束|到租|退租|止租 <when>",
    "租期|租赁|合同|协议|租约|承租|租赁期 到期|终止|截止|止|结束|届满|终 <when>?",
];
const RENTS: &[&str] = &[
    "月|日|年|租赁? 租金 单价|标准|价格|水平",
    "租赁|出租|招租 单价|价格|均价",
    "月|日|起 租金",
    "起租 价|价格|单价",
    "参考|指导|挂牌|基准 租金|租价 单价|标准|价格?",
];
const LEASED: &[&str] = &[
    "累计|实际|目前|现? 已|在 用|使用|利用 厂房|房屋? 面积",
    "累计|实际|目前|现? 已? 出租|租赁|承租|租用|盘活|在租|租售|租购|入驻|合同|签约|签租|计租|租|租出 厂房|房屋? 面积",
];

pub(super) const UNIT: Patterns = &[
    (TERM, TERMS),
    (
        field("factory_unit", "park"),
        &[
            "所属|所在|产业? 园区|产业园 <name>?",
            "标准厂房|厂房|工业 园区 <name>?",
            "园区 <and> 楼宇|载体 <name>?",
            "所属|所在 载体 <name>?",
        ],
    ),
    (
        field("factory_unit", "name"),
        &[
            "载体|厂房|标准厂房|楼宇|项目|房屋|资产|孵化器|房源|仓库|库房|标的|标的物 <name>",
            "房源 编号|号",
        ],
    ),
    (
        field("factory_unit", "building"),
        &["厂房|标准厂房|所在? 楼栋|楼|栋|幢|楼宇|厂房楼 号|编号|<name>|号码|栋号?"],
    ),
    (
        field("factory_unit", "unit_no"),
        &[
            "单元|房间|楼层|房屋|房|层|区域|位置 号|编号|<name>|号码|室号",
            "楼层|层 <and>? 房号|房间号|房间|单元|单元号|室号",
            "厂房|载体|所在|房源 单元 号|编号|<name>?",
        ],
    ),
    (
        field("factory_unit", "floor_area"),
        &[
            "单层|楼层|层|每层|分层|整层 建筑? 面积",
            "总|单层|单体? 建筑|厂房|单元|房屋|载体|套内|产权|楼栋|计租 总? 面积",
            "厂房|标准厂房|房屋|载体|楼宇 总? 建筑 面积",
            "建面|总建面|建筑面",
        ],
    ),
    (
        field("lease", "sold_area"),
        &["已? 出售|销售|售出|购买|受让 面积"],
    ),
    (field("lease", "leased_area"), LEASED),
    (
        field("factory_unit", "vacant_area"),
        &[
            "现|目前? 空置|剩余|闲置|空余|尚余|可用|可供|可招商|待招商 厂房|房屋|载体|单元? 面积",
            "现|目前|尚? 未 租|出租|租赁|租用|租售|入驻|使用|利用|用 面积",
            "剩余|尚余|现|目前? 可用|可供|可利用|可使用|可招商 厂房|房屋|载体? 面积",
            "现|目前|尚|剩余 未租|未出租|未去化|未租售|未入驻",
            "现|目前|尚|剩余? 待|可|可供|拟 租|出租|租赁|招租|租售 面积",
        ],
    ),
    (
        field("factory_unit", "occupancy_rate"),
        &["总|厂房|目前? 出租|入驻|使用|租售|利用 率"],
    ),
    (
        field("factory_unit", "state"),
        &[
            "使用|租售|出租|租赁|当前|目前|房屋|入驻|招商|厂房|租用|租约|利用|载体 状态|情况|现状|性质|状况",
            "租赁|出租|承租|租用|租|租售 /|或|、? 购买|出售|销售|购|售|自建|自用? /|或|、? 自建|自用? 方式|类型|性质|形式?",
            "厂房|用房|房屋? 取得|获取|使用|入驻|用房|拿房 方式|形式",
        ],
    ),
    (
        field("factory_unit", "owner"),
        &[
            "产权|权属|业主|运营|建设|管理|所有 单位|方|人|主体|公司|企业|权人",
            "厂房|房屋|载体|资产|楼宇 所属|权属|产权|所有 单位|企业|公司|人|方|权人",
        ],
    ),
    (
        Role::Append(target("factory_unit", "note")),
        &["产权|权属|房屋|资产|物业 性质|类型|类别"],
    ),
    (
        field("factory_unit", "structure"),
        &["建筑|厂房|主体|房屋? 结构 形式|类型|类别?"],
    ),
    (
        field("factory_unit", "floor_height"),
        &["首|单|标准? 层高 高度?"],
    ),
    (
        field("factory_unit", "floor_load"),
        &["楼面|楼板|地面|首层|标准层|设计? 承重|荷载|载荷|承载力|承载 能力|标准?"],
    ),
    (
        field("factory_unit", "utilities"),
        &["配套|公用|基础 设施|配套|条件 情况?"],
    ),
    (field("lease", "tenant"), TENANTS),
    (field("lease", "start_date"), STARTS),
    (field("lease", "end_date"), ENDS),
    (field("factory_unit", "rent"), RENTS),
    (
        field("lease", "annual_rent"),
        &["年|年度|合同年 租金 <amount>?"],
    ),
];

pub(super) const LEASE: Patterns = &[
    (TERM, TERMS),
    (
        field("factory_unit", "unit_no"),
        &["楼层|层? <and>? 房号|房间号|单元号|室号"],
    ),
    (
        field("factory_unit", "name"),
        &[
            "租赁|承租|租用|出租 标的|标的物|物|部位 <name>?",
            "资产|物业|房产|标的 <name>",
            "租赁|承租|租用|所租|入驻|使用 厂房|房屋|车间|场地|载体 <name>?",
            "厂房|房屋|楼宇|租赁|载体|所在|承租|租用|入驻 位置|地址|坐落|编号|<name>|楼栋|楼号|栋号|房号|房间号?|部位|场所",
        ],
    ),
    (field("lease", "tenant"), TENANTS),
    (
        field("factory_unit", "state"),
        &["合同|租赁|租约|履约|合同履行|租赁合同|出租|承租 状态|状况"],
    ),
    (field("lease", "leased_area"), LEASED),
    (field("lease", "start_date"), STARTS),
    (field("lease", "end_date"), ENDS),
    (field("factory_unit", "rent"), RENTS),
    (
        field("lease", "annual_rent"),
        &["年|年度|合同年|每年 租金 <amount>?"],
    ),
    (
        field("lease", "arrears"),
        &["欠|欠缴|拖欠|应收未收 缴? 租金|费用|租费|费|款 <amount>?"],
    ),
];

pub(super) const PARCEL: Patterns = &[
    (
        field("parcel", "parcel_no"),
        &["地块|宗地|土地|用地 情况|信息|概况? 编号|号|<name>|代码|编码"],
    ),
    (
        field("parcel", "place"),
        &["坐落|地块|土地|宗地|所在|所处|具体|用地 位置|坐落|地点|区位|范围"],
    ),
    (
        field("parcel", "land_area"),
        &[
            "地块|宗地|土地|可供|净|用地|出让|规划|可出让|供地|供应|总|摘牌|挂牌|收储|批准|占地|闲置|低效 用地|土地? 面积",
            "尚|现|剩余? 未|可|待 供|供应|出让 土地|用地? 面积",
            "剩余|尚余|尚 可|未|待 供|供应|出让 土地|用地|面积?",
            "尚|现? 可 供|供应|出让",
            "用地|占地|土地|地块 规模|亩数",
            "占地|亩数",
        ],
    ),
    (
        field("parcel", "land_use"),
        &["土地|规划|用地|地块|规划用地|土地规划 用途|性质|类型|类别"],
    ),
    (
        field("parcel", "supply_state"),
        &["土地|地块|供地|供应|出让|收储|征迁|目前|当前|征收|用地|征拆|报批 状态|现状|情况|状况"],
    ),
    (
        field("parcel", "intended_project"),
        &[
            "拟|意向|计划|已? 落户|供|用地|落地|引进|入驻|安排|供应|供地|布局|对接? 项目|企业 <name>?",
            "拟供|意向|意向用地|拟用地|用地 单位|企业|方|主体 <name>?",
            "竞得|受让|摘牌 人|单位|企业|方 <name>?",
            "供地|供应 对象",
        ],
    ),
];
