//! Ledgers of key projects.

use super::Patterns;
use crate::ledger::words::{Role, field, target};
use crate::table::Target;

const START: (&str, &str) = ("key_project", "planned_start_date");
const END: (&str, &str) = ("key_project", "planned_completion_date");
const LEVEL: Target = target("key_project", "key_level");

pub(super) const PATTERNS: Patterns = &[
    (
        field("project", "name"),
        &[
            "新|已|集中? 重点|在建|拟建|签约|续建|新建|竣工|投产|竣工投产|竣工（投产）|竣工/投产|竣工、投产|储备|拟开工|建设|工业|产业|开工|前期|谋划? 项目 <name>?",
            "重点建设|重点工业|重点产业|重大|重大产业|重大建设|省重点|市重点|县重点 项目 <name>?",
            "项目|工程 <name>",
            "工程|建设工程|工程建设|技改|技术改造 项目 <name>?",
            "企业|公司 <and> 项目 <name>?",
            "项目 <and> 企业|公司 <name>?",
            "统计库|统计系统|统计|系统|库 中|内|里? 登记|填报|入库 的? 项目 <name>",
        ],
    ),
    (
        field("project", "project_company"),
        &[
            "建设|拟建|业主|项目|实施|承建|承担|承办|申报|项目建设 单位|主体|企业|业主|法人|方|公司|法人单位|商 <name>?",
            "业主|企业|公司|建设方 <name>|单位?",
            "本地|区内|县内|市内|在区|在县|在市|园区|落地|新? 注册 企业|公司? <name>",
        ],
    ),
    (
        field("project", "investor"),
        &[
            "项目|外来|引进? 投资 单位|主体|企业|公司|方|人|商|者 <name>?",
            "签约 单位|主体|企业|公司|方",
        ],
    ),
    (
        Role::Append(target("key_project", "funding_source")),
        &["融资|筹资|资金筹措 方式|渠道|途径|情况"],
    ),
    (
        field("key_project", "completion_ratio"),
        &["完成 全年|年度? 计划|任务|目标|投资 %|率|比例|占比|比|百分比"],
    ),
    (
        Role::Append(target("key_project", "note")),
        &["投资|出资|合资 方式"],
    ),
    (
        field("project", "content"),
        &[
            "项目|投资|建设|主要|主要建设|生产? 建设|投资|项目|主要|生产? 内容|概况|简介|规模|基本情况|产品 <and>? 主要? 建设? 规模|内容?",
        ],
    ),
    (
        field("key_project", "key_level"),
        &[
            "项目|重点|重点项目|计划|列入|纳入|入选? 级别|等级|层级|层次|级",
            "项目|重点|重点项目? <kind>",
            "项目|重点? 级别|等级|层级 <and> 建设|项目? 性质",
            "省/市/县|省/市/区|省市县|省市区|省、市、县|省市 重点|级别|层级 <kind>?",
        ],
    ),
    (
        Role::Tick(LEVEL, "province"),
        &[
            "是否 为|属|是|属于|列入|纳入|列为|入选|入库|列入库? 省|省级|全省 重点|重大 建设? 项目|工程?",
        ],
    ),
    (
        Role::Tick(LEVEL, "city"),
        &[
            "是否 为|属|是|属于|列入|纳入|列为|入选|入库|列入库? 市|市级|全市 重点|重大 建设? 项目|工程?",
        ],
    ),
    (
        Role::Tick(LEVEL, "county"),
        &[
            "是否 为|属|是|属于|列入|纳入|列为|入选|入库|列入库? 县|县级|区|区级|区县|区县级|县区|县区级|全县|全区 重点|重大 建设? 项目|工程?",
        ],
    ),
    (
        field("key_project", "ledger_kind"),
        &["项目|建设|目前|当前|推进|所处|台账? 状态|阶段|分类|类别"],
    ),
    (
        field("key_project", "build_nature"),
        &[
            "建设|项目|开工|新续建|投资? <kind>|状态|属性|阶段",
            "续建|新建|续|新 <and>? 新建|续建|新|续 <kind>?",
            "续建|新建|新开工 <and> 新建|续建|新开工 <and>? 竣工? <kind>?",
            "续建|新建 或|还是 新建|续建",
        ],
    ),
    (
        field("key_project", "floor_area"),
        &["总|规划|项目? 总? 建筑 面积", "建筑 总面积"],
    ),
    (
        field("key_project", "floor_area_started"),
        &["已? 开工|动工|在建|施工 建筑? 面积"],
    ),
    (
        field("key_project", "floor_area_capped"),
        &["已? 主体? 封顶|完工 建筑? 面积"],
    ),
    (
        field("key_project", "total_investment"),
        &[
            "项目|<plan>|估算|概算|备案? 总投资|投资总|投资|投资估算|估算投资|概算投资|总投 <amount>?",
            "项目? <plan>? 总投资 估算|概算?",
            "概算|估算|投资概算|投资估算 总额|总量|合计|数",
            "项目|<plan>? 总投资|投资|投资额|总投资额 / 其中|其中:? 设备|设备购置|固定资产|固投|固定资产投资 投资? <amount>?",
        ],
    ),
    (
        field("key_project", "annual_plan_investment"),
        &[
            "<year> 计划|拟|目标|预计 完成? 总? 投资 <amount>?",
            "<year> 投资 计划|任务|目标|计划额|计划数|<amount>?",
            "<year> 计划|目标|任务 投资? <amount>?",
            "计划|目标 完成? 投资 <amount>?",
            "拟|预计|预期|力争 完成 投资 <amount>?",
            "<year> 目标 任务 <amount>?",
            "投资 计划|任务|目标 数|额?",
            "<year> 安排 投资? <amount>?",
            "投资 安排 数|额?",
            "<year> 投资|资金? 计划|目标|任务 投资? <amount>? / <year>? 累计|实际|已? 完成 投资? <amount>?",
        ],
    ),
    (
        field("key_project", "month_completed_investment"),
        &[
            "本月|当月|月度|本月份|单月 新增|实际? 完成 投资? <amount>|情况?",
            "本月|当月 投资 完成? <amount>?",
        ],
    ),
    (
        field("key_project", "annual_completed_investment"),
        &[
            "<year> 累计? 实际|已? 完成 投资? <amount>|情况?",
            "<year> 累计 <amount>|值?",
            "<year> 投资 完成 <amount>|情况?",
            "<year> 累计? 完成? 投资 <amount>? 实际|实际完成|实绩|实际数",
            "截至目前|目前|年度 已? 完成 投资? <amount>?",
            "<year> 投资|资金? 累计|实际|已? 完成 投资? <amount>? / <year>? 计划|目标|任务 投资? <amount>?",
        ],
    ),
    (
        field("key_project", "cumulative_investment"),
        &[
            "自? 项目? 开工|开工建设|建设 以来|至今|后 累计? 实际|已? 完成? 投资? <amount>?",
            "自? 项目? 开工|开工建设|建设 累计 实际|已? 完成? 投资? <amount>?",
            "历年|项目|总 累计 实际|已? 完成 投资? <amount>?",
            "累计 实际|已? 完成 投资? <amount>?",
            "开累 完成|实际|已完成? 投资? <amount>?",
        ],
    ),
    (
        Role::Span(target(START.0, START.1), target(END.0, END.1)),
        &[
            "建设|项目 起止 <when>|年月",
            "<plan>? 开竣工|开工竣工|开工、竣工|开工及竣工|开工和竣工|开完工|开工/竣工 <when>|年限|年度?",
        ],
    ),
    (
        field("key_project", "planned_start_date"),
        &["<plan>|目标|力争|预定|拟定 开工|动工|开建|启动|开工建设|进场 建设? <when>|月份|节点?"],
    ),
    (
        field("key_project", "start_date"),
        &["实际|正式|项目? 开工|动工|开工建设 <when>|年度|节点"],
    ),
    (
        field("key_project", "planned_completion_date"),
        &[
            "项目|建设? 结束 <when>",
            "<plan>|目标|力争|预定|拟定 竣工|完工|建成|交付 <when>|月份|节点?",
        ],
    ),
    (
        field("key_project", "completion_date"),
        &["实际|正式|项目? 竣工|完工|建成|竣工验收|交付 <when>|年度"],
    ),
    (
        field("key_project", "planned_production_date"),
        &["<plan>|目标|力争|预定|拟定 投产|试生产|投用|投入使用|达产 <when>|月份|节点?"],
    ),
    (
        field("key_project", "production_date"),
        &["实际|正式|项目? 投产|试生产|投用|投入使用|投产达产 <when>|年度"],
    ),
    (
        field("key_project", "visible_progress"),
        &[
            "<now>? 工程|建设|形象|推进|项目|施工|工程建设|工程形象? 形象? <state>|形象进度|建设情况|面貌",
            "<now> 形象? <state>",
            "本月|当月 工程|形象|推进|工作|项目? 进展|进度|进展情况",
        ],
    ),
    (
        field("key_project", "weekly_progress"),
        &["本周|上周|周|本周主要 完成? 工作|推进|主要|项目? <state>|完成情况|工作|完成"],
    ),
    (
        field("key_project", "next_week_plan"),
        &[
            "下步|下一步|下周|下阶段 工作|推进",
            "下周|下步|下一步|下阶段|后续|下月|下步工作 工作|推进|重点|主要? 计划|安排|打算|措施|目标|任务|思路|举措|建议",
        ],
    ),
    (
        field("key_project", "issue"),
        &[
            "项目|推进|推进中|推进过程中|目前|当前|建设|现? 存在|面临|遇到|亟需|急需|主要|存在主要? 的? 主要? <trouble> <and>? 主要? <trouble>|建议|需求?",
            "需|需要|亟需|急需|待 协调|解决|支持|协调解决 解决? 的? 事项|<trouble>",
            "制约|影响 项目|工程? 开工|竣工|建设|推进|投产|落地? 的? 主要|突出|关键? <trouble>",
            "未|尚未|暂未|迟迟未|未按期|未按时 开工|竣工|投产|落地|开工建设|入库|入统|纳统 的? 主要? 原因|理由|因素",
        ],
    ),
    (
        field("key_project", "rag_status"),
        &[
            "项目|进度|工程|推进 亮灯|预警|评价|红黄绿灯 <state>?",
            "亮|挂 牌 <state>|颜色?",
            "红黄绿|红黄蓝|亮灯|三色|预警|灯色|状态灯|进度灯|红黄绿灯|亮牌|信号 灯|<state>|管理|标识|预警|颜色|评价|灯色?",
        ],
    ),
    (
        field("key_project", "in_stat"),
        &[
            "是否 已|为? 纳统|入统|入库|列统|纳入统计|列入统计 项目?",
            "入库|纳统|入统|列统 状态|情况|与否",
        ],
    ),
    (
        field("key_project", "plan_year"),
        &["所属|计划|项目|列入|入选 年度|年份"],
    ),
    (
        field("key_project", "due_date"),
        &[
            "完成|解决|办结|整改|办理|销号 时限|期限",
            "解决|办结|整改|销号 <when>",
        ],
    ),
    (
        field("key_project", "procedures"),
        &[
            "前期 进展|进展情况|推进情况",
            "前期|审批|报建|项目|相关|建设? 手续|前期工作|审批手续|前期手续 办理|推进|完成? <state>?",
        ],
    ),
    (
        field("key_project", "responsible_unit"),
        &[
            "责任|牵头 主体",
            "责任|牵头|报送|填报|包保|包联|落实|服务|推进|主管|监管|属地|主责|归口|行业主管|调度|招引|招商|引进 <unit>",
        ],
    ),
    (
        field("key_project", "sponsor_leader"),
        &[
            "帮包|包保|挂包|包联|包挂|包抓",
            "帮包|包保|挂包|包联|牵头|责任|分管|联系|挂钩|包挂|挂联|包抓|服务|联系包保|挂牌|帮扶? <leader>",
        ],
    ),
    (
        field("key_project", "service_officer"),
        &[
            "驻企|驻点|入企|专班|包联|领办? 秘书|服务员|服务秘书|领办人|领办",
            "项目|责任|服务|包保|具体|跟踪|对接|首席|现场|专班 责任人|负责人|专员|管家|联络员|秘书|联系人|服务员|干部",
        ],
    ),
    (
        field("key_project", "land_place"),
        &["项目|建设|拟|用地? 选址|地点|位置|建设地点|落户地点|所在地|坐落"],
    ),
    (
        field("key_project", "land_area"),
        &["项目|<plan>|需|规划? 用地|占地|供地|土地 面积|规模|亩数"],
    ),
    (
        field("project_phase", "phase"),
        &["建设|项目 期次|期数|分期"],
    ),
    (
        field("key_project", "buildings"),
        &[
            "单体|楼栋|厂房|栋|建筑单体|单体建筑|单体工程|建筑物 总数|数量|个数|数|总栋数|总个数|总量",
            "总|共|规划 单体|楼栋|栋|厂房|建筑 数|数量|个数",
            "单体|楼栋|厂房|栋|建筑单体? 总|总数|总量|全部|共|合计|总栋数|总个数 / 单体|楼栋|栋? 已? 主体? 开工|动工|封顶 单体|楼栋|数|个数|栋数?",
        ],
    ),
    (
        field("key_project", "buildings_started"),
        &[
            "已? 开工|在建|动工 单体|栋数|数|个数|楼栋|数量",
            "已? 开工|在建|动工 单体|楼栋|栋|单体建筑 数|个数|数量",
            "单体|楼栋|厂房|建筑单体 已? 开工|动工 数|个数|情况?",
            "单体|楼栋|厂房|栋|建筑单体? 已? 开工|动工 单体|楼栋|数|个数|栋数? / 单体|楼栋|栋? 总|总数|总量|全部|共|合计|总栋数|总个数|总单体",
        ],
    ),
    (
        field("key_project", "buildings_capped"),
        &[
            "已? 主体? 封顶 单体|栋数|数|个数|楼栋|数量",
            "主体 封顶",
            "已? 主体? 封顶 单体|楼栋|栋|单体建筑 数|个数|数量",
            "单体|楼栋|厂房|建筑单体 已? 主体? 封顶 数|个数|情况?",
            "单体|楼栋|厂房|栋|建筑单体? 已? 主体? 封顶 单体|楼栋|数|个数|栋数? / 单体|楼栋|栋? 总|总数|总量|全部|共|合计|总栋数|总个数|总单体",
        ],
    ),
    (
        field("key_project", "rag_reason"),
        &["滞后|亮灯|亮牌|挂牌|未达进度|红灯|黄灯|红牌|黄牌|慢 原因|理由 分析|说明?"],
    ),
    (
        field("project", "chain"),
        &["所属|主导|所在|涉及? 产业|行业|产业链|领域 <kind>|<name>|领域?"],
    ),
];
