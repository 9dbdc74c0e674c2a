//! Signing ledgers as other zones write them.

use super::Zone;

pub(super) const ZONES: &[Zone] = &[
    Zone {
        file: "签约1.csv",
        csv: "项目编号,项目名称,所属区县,所属园区,统一社会信用代码,企业名称,投资方,国别/地区,投资金额（亿美元/亿元）,注册资本（亿美元/亿元）,洽谈进度,签约时间,项目总投资额（亿元）,拟用地面积（平方米）,预计年税收（万元）\n\
         P001,甲项目,商河县,化工园,91340104MA663HKDX4,甲公司,甲集团,江苏,2亿元,0.5亿元,已签约,2024-03-01,2,33333,500\n\
         P002,乙项目,商河县,化工园,,乙公司,乙集团,美国,0.3亿美元,0.1亿美元,已签约,2024-03-02,2.1,20000,300\n\
         P003,丙项目,商河县,化工园,,丙公司,丙集团,上海,1.2,,已签约,2024-03-03,1.2,,200",
        ledger: "signing",
        heads: &[1],
        rows: 3,
        columns: "project.project_no project.name text text text project.project_company \
         enterprise.name project.source_region agreement.contract_total[亿] text \
         +project.note agreement.sign_date project.total_investment[亿元] \
         project.land_area[㎡] text",
    },
    Zone {
        file: "签约3.csv",
        csv: "序号,签约项目,甲方,乙方,协议类型,签约日期,合同总投资（万元）,固定资产投资（万元）,内/外资,产业类别,注册,,,备注\n\
         ,,,,,,,,,,是否,公司名称,时间,\n\
         1,甲项目,示例区管委会,甲公司,投资合同,2023年5月,20000,15000,内资,电梯,是,甲山东公司,2023.6,无",
        ledger: "signing",
        heads: &[1, 2],
        rows: 1,
        columns: "# project.name text enterprise.name agreement.agreement_type agreement.sign_date \
         agreement.contract_total[万元] agreement.fixed_investment[万元] project.capital_type \
         project.chain text project.project_company text agreement.note",
    },
    Zone {
        file: "签约5.csv",
        csv: "2024年招商引资项目台账,,,,,,,,,,\n\
         序号,月份,企业,项目,投资额（亿元）,用地（亩）/厂房（㎡）,亩均投资,亩均税收,招商方式,牵头领导,招商人\n\
         1,3,甲公司,甲项目,2,50亩,400,30,以商招商,王主任,张三\n\
         2,4月,乙公司,乙项目,1.5,8000㎡,,,自荐,王主任,李四\n\
         3,11,丙公司,丙项目,1,80,,,自荐,王主任,李四",
        ledger: "signing",
        heads: &[2],
        rows: 3,
        columns: "# agreement.sign_date enterprise.name project.name agreement.contract_total[亿元] \
         project.land_area text text project.promotion_method project.sponsor_leader \
         project.service_officer",
    },
];
