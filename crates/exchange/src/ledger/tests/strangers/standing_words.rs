//! Words that stand before or behind a firm or a person without a sign.

use super::{Stranger, check};

#[test]
fn a_word_before_a_tenant_is_no_part_of_its_name() {
    check(&Stranger {
        file: "载体.xlsx",
        sheets: &[(
            "厂房",
            "标准厂房台账\n\
             序号,园区,楼栋,单元,建筑面积（㎡）,入驻企业,租赁面积（㎡）\n\
             1,科创园,1号楼,101,1000,（已出售）江苏某某律师事务所,\n\
             2,科创园,1号楼,102,1000,意向客户苏州丁科技有限公司,\n\
             3,科创园,1号楼,103,1000,苏州戊科技有限公司,1000",
            &[],
        )],
        tables: &["厂房 factory_unit 2 3"],
        records: &[
            "lease.tenant=江苏某某律师事务所 factory_unit.state=sold",
            "lease.tenant=",
            "lease.tenant=苏州戊科技有限公司",
        ],
    });
}

#[test]
fn the_duty_beside_a_person_is_no_part_of_the_name() {
    check(&Stranger {
        file: "2023年拜访记录表.xlsx",
        sheets: &[(
            "拜访",
            "日期,地点,拜访企业,对方人员及职务,我方人员,洽谈内容\n\
             2023-01-11,临港,甲公司,秦军 投资总监,曹刚,考察\n\
             2023-02-11,临港,乙公司,郑洋丽（董事长）,曹刚,考察\n\
             2023-03-11,临港,丙公司,金建总经理,曹刚,考察\n\
             2023-03-12,临港,丁公司,秦军总监、王强经理,曹刚,考察\n\
             2023-03-13,临港,戊公司,王强,曹刚,考察",
            &[],
        )],
        tables: &["拜访 visit 1 5"],
        records: &[
            "visit.their_people=秦军 visit.their_duty=投资总监",
            "visit.their_people=郑洋丽 visit.their_duty=董事长",
            "visit.their_people=金建 visit.their_duty=总经理",
            "visit.their_people=秦军总监、王强经理 visit.their_duty=",
            "visit.their_people=王强 visit.their_duty=",
        ],
    });
}
