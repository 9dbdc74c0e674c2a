//! How far a project is, as people say it: `主体施工阶段`, `已供地`, `试生产`.

use super::Parts;

pub(super) const STAGES: Parts = &[
    ("流失", "lost"),
    ("终止", "ended"),
    ("解约", "ended"),
    ("=退出", "ended"),
    ("=搬离", "ended"),
    ("暂缓", "paused"),
    ("暂停", "paused"),
    ("搁置", "paused"),
    ("停滞", "paused"),
    ("停工", "paused"),
    ("停产", "paused"),
    ("停建", "paused"),
    ("拟签", "negotiate"),
    ("待签", "negotiate"),
    ("未签", "negotiate"),
    ("在谈", "negotiate"),
    ("洽谈", "negotiate"),
    ("磋商", "negotiate"),
    ("谈判", "negotiate"),
    ("=达产", "on_target"),
    ("=达产达效", "on_target"),
    ("=投产", "producing"),
    ("=部分投产", "producing"),
    ("=建成投产", "producing"),
    ("=竣工投产", "producing"),
    ("=试生产", "producing"),
    ("=试运行", "producing"),
    ("=竣工", "completed"),
    ("=竣工验收", "completed"),
    ("=完工", "completed"),
    ("=建成", "completed"),
    ("=建设", "building"),
    ("=施工", "building"),
    ("=基础施工", "building"),
    ("=主体施工", "building"),
    ("=主体封顶", "building"),
    ("=桩基", "building"),
    ("=桩基施工", "building"),
    ("=装修", "building"),
    ("=厂房装修", "building"),
    ("=设备安装", "building"),
    ("=安装设备", "building"),
    ("=设备调试", "building"),
    ("=开工", "started"),
    ("=落地", "landed"),
    ("=落户", "landed"),
    ("=注册", "landed"),
    ("=注册公司", "landed"),
    ("=公司注册", "landed"),
    ("=工商注册", "landed"),
    ("=供地", "landed"),
    ("=拿地", "landed"),
    ("=摘牌", "landed"),
    ("=土地摘牌", "landed"),
    ("=场平", "landed"),
    ("=土地平整", "landed"),
    // What is done between the contract and the works.
    ("=前期", "signed"),
    ("=前期手续", "signed"),
    ("=前期准备", "signed"),
    ("=前期工作", "signed"),
    ("=办理前期手续", "signed"),
    ("=手续办理", "signed"),
    ("=规划设计", "signed"),
    ("=签约未落地", "signed"),
    ("=签约未开工", "signed"),
    ("=未开工", "signed"),
    ("=未落地", "signed"),
    ("=签约", "signed"),
    ("=签", "signed"),
];

/// A stage without the words that it has been reached, or lasts.
pub(in crate::cells) fn bare(text: &str) -> &str {
    const BEFORE: &[&str] = &["正在", "目前", "进入", "处于", "已"];
    const BEHIND: &[&str] = &["阶段", "过程中", "中", "完成", "状态"];
    let text = BEFORE
        .iter()
        .fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    let behind = BEHIND.iter().find_map(|word| text.strip_suffix(word));
    behind.filter(|text| !text.is_empty()).unwrap_or(text)
}
