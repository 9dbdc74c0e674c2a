//! Carrier ledgers (载体台账): units of standard factories with who uses
//! them, plain lists of leases, and parcels of land.

use suoji_model::kinds::{FACTORY_UNIT as UNIT, LEASE as LEASED, PARCEL as LAND};

use super::{Ledger, NOTES};
use crate::ledger::parcel::holders;
use crate::ledger::words::{Role, field, target};
use crate::ledger::{carrier, parcel};
use crate::problem::Level;

pub(super) const FACTORY_UNIT: Ledger = Ledger {
    name: "factory_unit",
    kinds: &[&UNIT, &LEASED],
    named: &[
        "厂房",
        "载体",
        "楼宇",
        "园区房源",
        "小微企业园",
        "小微园",
        "写字楼",
        "闲置资产",
    ],
    telling: &[
        target("factory_unit", "building"),
        target("factory_unit", "unit_no"),
        target("factory_unit", "floors"),
        target("factory_unit", "floor_height"),
        target("factory_unit", "floor_load"),
        target("factory_unit", "floor_area"),
        target("factory_unit", "vacant_area"),
        target("factory_unit", "occupancy_rate"),
        target("factory_unit", "utilities"),
    ],
    titles: &[
        target("factory_unit", "name"),
        target("factory_unit", "building"),
        target("factory_unit", "unit_no"),
        target("factory_unit", "park"),
    ],
    instead: &[
        (target("lease", "rent"), field("factory_unit", "rent")),
        (target("lease", "note"), field("factory_unit", "note")),
    ],
    words: UNIT_WORDS,
    // Beside the number of a room, the floor is only where it lies.
    second: &[
        (
            Role::Append(target("factory_unit", "note")),
            &["楼层", "层"],
        ),
        (
            field("factory_unit", "name"),
            &[
                "位置",
                "坐落",
                "房屋坐落",
                "厂房位置",
                "房屋位置",
                "资产位置",
                "地址",
                "厂房地址",
                "所在地址",
                "详细地址",
            ],
        ),
        // Beside a name it says where the unit lies.
        (
            Role::Append(target("factory_unit", "note")),
            &[
                "位置",
                "坐落",
                "房屋坐落",
                "厂房位置",
                "房屋位置",
                "地址",
                "厂房地址",
            ],
        ),
        // Beside that of the room it is the one that its tenant has.
        (field("lease", "leased_area"), &["面积"]),
    ],
    is_list: false,
    in_sqm: true,
    vague: Level::Should,
    money: None,
    dated: None,
    read: carrier::unit,
};

const TERM: Role = Role::Span(target("lease", "start_date"), target("lease", "end_date"));

const UNIT_WORDS: &[(Role, &[&str])] = &[
    (field("factory_unit", "note"), NOTES),
    (
        TERM,
        &[
            "租期",
            "租赁期限",
            "已租▸起止",
            "租期起止",
            "已租▸租期",
            "租赁期",
            "租用期",
            "承租期",
        ],
    ),
    (
        field("factory_unit", "name"),
        &["载体名称", "楼宇名称", "标准厂房", "厂房▸名称", "^名称"],
    ),
    (field("factory_unit", "park"), &["园区名称", "所在园区"]),
    (
        field("factory_unit", "building"),
        &[
            "楼号",
            "栋号",
            "幢号",
            "厂房编号",
            "楼栋名称",
            "楼座",
            "座号",
        ],
    ),
    (
        field("factory_unit", "unit_no"),
        &[
            "单元编号",
            "房号",
            "房间",
            "室号",
            "间号",
            "门牌号",
            "房间号",
            "楼层房号",
            "楼层/房号",
            "车间",
            "楼层",
            "层",
        ],
    ),
    (
        field("factory_unit", "floors"),
        &["总层数", "楼层数", "楼层总数", "地上层数"],
    ),
    (field("factory_unit", "floor_height"), &["净高", "首层层高"]),
    (
        field("factory_unit", "floor_area"),
        &[
            "厂房面积",
            "单元面积",
            "总建筑面积",
            "建成面积",
            "竣工面积",
            "已建成面积",
            "已建成",
            "建成",
            "已竣工面积",
            "已竣工",
        ],
    ),
    (
        field("factory_unit", "vacant_area"),
        &[
            "剩余面积",
            "可租面积",
            "未租面积",
            "闲置面积",
            "可招商",
            "空余",
            "空闲面积",
            "闲置",
            "未租",
            "未出租",
            "未去化",
            "空闲",
            "待租",
        ],
    ),
    (
        field("factory_unit", "state"),
        &[
            "使用状态",
            "使用情况",
            "租售状态",
            "现状",
            "出租状态",
            "租/售",
            "租售",
            "租或售",
            "租售类型",
            "租售方式",
            "租售性质",
        ],
    ),
    (
        field("factory_unit", "rent"),
        &["租金单价", "租金标准", "月租金单价", "单价", "租价"],
    ),
    (field("factory_unit", "owner"), &["产权", "权属"]),
    (
        field("lease", "tenant"),
        &[
            "承租方",
            "承租人",
            "租户",
            "使用企业",
            "入驻单位",
            "企业名称",
            "已租▸企业名称",
        ],
    ),
    (
        field("lease", "start_date"),
        &[
            "租期▸开始",
            "起租时间",
            "起租日期",
            "租赁开始",
            "已租▸起",
            "^起租",
        ],
    ),
    (
        field("lease", "end_date"),
        &[
            "租期▸结束",
            "到期时间",
            "到期日期",
            "租赁到期",
            "已租▸止",
            "^到期",
        ],
    ),
    (
        field("lease", "leased_area"),
        &[
            "租赁面积",
            "出租面积",
            "租出面积",
            "租/售面积",
            "租售面积",
            "租、售面积",
            "出租/出售面积",
            "出租出售面积",
            "出租（售）面积",
            "租用/购买面积",
            "已出租面积",
            "已租面积",
            "承租面积",
            "已出租",
            "已租",
            "出租",
            "面积▸租赁",
            "面积▸承租",
            "租户▸面积",
            "企业▸面积",
            "租赁▸面积",
            "承租▸面积",
            "入驻▸面积",
        ],
    ),
    (
        field("lease", "sold_area"),
        &[
            "已出售面积",
            "已售面积",
            "销售面积",
            "已出售",
            "已售",
            "出售",
            "售出",
        ],
    ),
    (
        Role::Otherwise(target("lease", "tenant"), target("factory_unit", "note")),
        &[
            "已售▸企业",
            "已售▸购买方",
            "出售▸企业",
            "出售▸购买企业",
            "购买方",
            "购买企业",
            "购房企业",
            "买受人",
        ],
    ),
    (
        Role::Tick(target("factory_unit", "state"), "own_use"),
        &["是否自用", "自用", "自用面积", "企业自用", "企业自用面积"],
    ),
    (
        Role::Tick(target("factory_unit", "state"), "vacant"),
        &["是否空置", "是否闲置"],
    ),
    (
        Role::Append(target("factory_unit", "note")),
        &["免租期", "押金", "保证金", "物业费"],
    ),
    (
        Role::Aside,
        &["责任人", "责任单位", "联系电话", "电话", "联系方式"],
    ),
];

pub(super) const LEASE: Ledger = Ledger {
    name: "lease",
    kinds: &[&LEASED, &UNIT],
    named: &["租赁台账", "租赁合同", "承租", "租赁"],
    telling: &[
        target("lease", "annual_rent"),
        target("lease", "arrears"),
        target("lease", "leased_area"),
        target("lease", "start_date"),
        target("lease", "end_date"),
    ],
    titles: &[target("lease", "tenant")],
    instead: &[
        (target("lease", "rent"), field("factory_unit", "rent")),
        (target("factory_unit", "note"), field("lease", "note")),
    ],
    words: LEASE_WORDS,
    // Beside 出租面积 it is that of the unit.
    second: &[(field("factory_unit", "floor_area"), &["面积"])],
    is_list: false,
    in_sqm: true,
    vague: Level::Should,
    money: None,
    dated: None,
    read: carrier::lease,
};

const LEASE_WORDS: &[(Role, &[&str])] = &[
    (TERM, &["租期", "租赁期限", "合同期限", "起止时间"]),
    (
        field("lease", "tenant"),
        &[
            "承租方",
            "承租人",
            "租户",
            "企业名称",
            "入驻单位",
            "乙方",
            "乙方名称",
            "乙方（承租方）",
            "承租方（乙方）",
        ],
    ),
    (
        field("lease", "leased_area"),
        &[
            "租赁面积",
            "面积",
            "承租面积",
            "出租面积",
            "租用面积",
            "面积▸厂房",
            "厂房面积",
        ],
    ),
    (
        field("lease", "start_date"),
        &["交付时间", "交付日期", "起租时间", "租期▸起"],
    ),
    (
        field("lease", "end_date"),
        &["到期时间", "到期日期", "租期▸止"],
    ),
    (
        field("factory_unit", "name"),
        &["租赁物", "租赁物业", "房源", "租赁房源", "租赁单元"],
    ),
    (
        Role::Aside,
        &["甲方", "出租方", "甲方（出租方）", "出租方（甲方）"],
    ),
    (field("lease", "annual_rent"), &["年租金额", "年度租金"]),
    (field("lease", "arrears"), &["欠租", "欠缴租金", "欠费"]),
    (
        field("factory_unit", "rent"),
        &["单价", "租金单价", "租金标准", "月租金单价", "租价"],
    ),
    (
        field("factory_unit", "unit_no"),
        &["房号", "房间号", "房间", "室号", "门牌号", "楼层", "层"],
    ),
    (field("lease", "note"), &["备注", "说明"]),
    (
        Role::Append(target("lease", "note")),
        &[
            "免租期",
            "押金",
            "保证金",
            "履约保证金",
            "缴费情况",
            "缴租情况",
            "租金缴纳情况",
        ],
    ),
];

pub(super) const PARCEL: Ledger = Ledger {
    name: "parcel",
    kinds: &[&LAND],
    named: &["地块", "供地", "土地", "用地台账"],
    telling: &[
        target("parcel", "parcel_no"),
        target("parcel", "place"),
        target("parcel", "land_area"),
        target("parcel", "land_use"),
        target("parcel", "plot_ratio"),
        target("parcel", "supply_state"),
        target("parcel", "intended_project"),
    ],
    titles: &[target("parcel", "parcel_no"), target("parcel", "place")],
    instead: &[],
    words: PARCEL_WORDS,
    second: &[],
    is_list: false,
    in_sqm: false,
    vague: Level::Should,
    money: None,
    dated: None,
    read: parcel::read,
};

const PARCEL_WORDS: &[(Role, &[&str])] = &[
    (
        field("parcel", "parcel_no"),
        &["编号", "地块", "地块名称", "宗地号", "宗地编号", "宗地"],
    ),
    (
        field("parcel", "place"),
        &[
            "地块位置",
            "土地位置",
            "土地坐落",
            "区位",
            "地址",
            "园区",
            "园区名称",
            "所属园区",
        ],
    ),
    // Beside the place it says where the parcel ends.
    (
        Role::Otherwise(target("parcel", "place"), target("parcel", "note")),
        &["四至范围", "四至", "四至界限", "宗地四至"],
    ),
    (Role::Append(target("parcel", "note")), holders::ALWAYS),
    (
        field("parcel", "land_area"),
        &[
            "地块面积",
            "土地面积",
            "可用面积",
            "宗地面积",
            "可供面积",
            "收储总面积",
            "净用地",
            "净地面积",
        ],
    ),
    (
        field("parcel", "land_use"),
        &[
            "土地用途",
            "规划用途",
            "用地性质",
            "土地性质",
            "性质",
            "地类",
        ],
    ),
    (
        field("parcel", "supply_state"),
        &[
            "土地状态",
            "地块状态",
            "现状",
            "供应状态",
            "是否净地",
            "供地条件",
            "是否具备供地条件",
        ],
    ),
    (
        field("parcel", "intended_project"),
        &[
            "拟供项目",
            "拟用地项目",
            "项目",
            "项目名称",
            "拟落地项目",
            "拟引项目",
        ],
    ),
    (
        Role::Append(target("parcel", "note")),
        &[
            "建设用地面积",
            "工业用地面积",
            "土地投资强度",
            "尚可供工业用地面积",
            "已批未供",
            "已批未建",
            "已签约土地",
            "建筑密度",
            "投资强度",
        ],
    ),
];
