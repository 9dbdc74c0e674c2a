//! The words that headings use, beyond those declared with each field.

use std::collections::HashSet;
use std::sync::LazyLock;

use suoji_model::words::{Language, word};
use suoji_model::{Kind, kinds};

use super::heads::key;
use crate::table::Target;

/// What a column does for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// It is this field.
    Field(Target),
    /// It only counts the rows.
    Serial,
    /// It names the row's currency.
    Currency,
    /// It holds the contract capital in the row's own currency.
    Original,
    /// It says whether the agreement still holds.
    Status,
    /// It holds a person with duty and telephone.
    Person,
}

/// Headings and what they mean.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) words: Vec<Word>,
    keys: HashSet<String>,
    under: Vec<(String, String)>,
}

/// One heading.
pub(super) struct Word {
    /// The heading without spaces, brackets and case; a child under a merged
    /// heading stands after `▸`.
    pub(super) key: String,
    pub(super) role: Role,
}

const fn field(kind: &'static str, field: &'static str) -> Role {
    Role::Field(Target { kind, field })
}

/// Headings of signing ledgers whose meaning depends on the ledger, or that
/// help to read another column.
const SIGNING: &[(Role, &[&str])] = &[
    (Role::Serial, &["序号", "序", "NO", "NO."]),
    (
        Role::Currency,
        &["币种", "币别", "货币", "货币种类", "货币单位"],
    ),
    (
        Role::Original,
        &["原币", "原币金额", "外币金额", "原币种金额", "外币"],
    ),
    (
        Role::Status,
        &[
            "状态",
            "合同状态",
            "协议状态",
            "签约状态",
            "是否有效",
            "有效",
        ],
    ),
    (
        Role::Person,
        &[
            "联系人及电话",
            "联系人及联系方式",
            "联系人及联系电话",
            "联系人和电话",
            "联系人电话",
            "企业联系人及电话",
            "联系人/电话",
            "联系人、电话",
            "客商姓名及电话",
        ],
    ),
    (
        field("enterprise", "name"),
        &[
            "引进企业",
            "乙方",
            "投资方",
            "投资主体",
            "投资商",
            "客商",
            "投资企业",
            "签约企业",
            "签约方",
            "企业名称",
            "企业",
            "公司名称",
            "投资单位",
            "投资方名称",
            "投资者",
            "投资方▸名称",
            "投资方▸企业名称",
        ],
    ),
    (
        field("contact", "name"),
        &["联系人", "企业联系人", "联络人", "对接人", "联系人姓名"],
    ),
    (field("contact", "duty"), &["联系人职务"]),
    (
        field("project", "content"),
        &[
            "主要建设内容",
            "建设规模及内容",
            "建设内容和规模",
            "项目简介",
            "项目内容及规模",
        ],
    ),
    (
        field("project", "chain"),
        &["产业链▸链条", "链条", "产业链条", "所属产业链", "产业▸类别"],
    ),
    (
        field("project", "chain_node"),
        &["产业链▸环节", "链条环节", "产业▸环节"],
    ),
    (
        field("project", "resident_office"),
        &["驻点小组", "驻点组", "驻外小组"],
    ),
    (
        field("project", "source_region"),
        &["地区", "投资方▸来源地", "来源地区", "资金来源地"],
    ),
    (
        field("project", "promotion_method"),
        &["引资方式", "引进方式"],
    ),
    (
        field("agreement", "contract_total"),
        &[
            "合同额▸总投资",
            "合同▸总投资",
            "协议▸总投资",
            "签约▸总投资",
            "投资额",
            "投资金额",
            "投资",
            "合同金额",
            "协议金额",
            "签约金额",
            "合同投资总额",
            "签约总投资",
            "合同总额",
        ],
    ),
    (
        field("agreement", "contract_capital"),
        &[
            "合同外资",
            "协议利用外资",
            "合同利用外资",
            "利用外资",
            "协议利用资金",
            "引进资金",
            "拟利用资金",
        ],
    ),
    (
        field("agreement", "fixed_investment"),
        &["固定资产投资额", "固定资产总投资", "固投额"],
    ),
    (
        field("agreement", "sign_date"),
        &[
            "签约日期时间",
            "合同签订日期",
            "协议签订时间",
            "协议签订日期",
        ],
    ),
    (
        field("agreement", "responsible_unit"),
        &["引荐责任单位", "承办单位", "招引单位", "单位"],
    ),
];

/// Kinds whose fields a signing ledger holds.
const IN_SIGNING: &[&Kind] = &[
    &kinds::AGREEMENT,
    &kinds::PROJECT,
    &kinds::ENTERPRISE,
    &kinds::CONTACT,
];

/// The headings of a signing ledger.
pub(super) static SIGNING_WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for (role, heads) in SIGNING {
        heads.iter().for_each(|head| vocabulary.add(head, *role));
    }
    for kind in IN_SIGNING {
        for declared in kind.fields {
            let role = match (kind.name, declared.name) {
                ("agreement", "party") | ("project", "investor") => field("enterprise", "name"),
                ("agreement", "contact") => field("contact", "name"),
                _ => field(kind.name, declared.name),
            };
            let headings = declared.headings.iter();
            headings.for_each(|head| vocabulary.add(head, role));
            // A label of two characters, such as 名称, may be any kind's.
            let label = label(kind, declared.name);
            if label.chars().count() > 2 {
                vocabulary.add(&label, role);
            }
        }
    }
    vocabulary
});

/// Kinds of which a plain list may be imported, with the headings of each.
pub(super) static PLAIN_WORDS: LazyLock<Vec<(&'static Kind, Vocabulary)>> = LazyLock::new(|| {
    [
        &kinds::ENTERPRISE,
        &kinds::CONTACT,
        &kinds::PARTNER,
        &kinds::OFFICE,
        &kinds::PERSON,
    ]
    .into_iter()
    .map(|kind| (kind, plain(kind)))
    .collect()
});

fn plain(kind: &'static Kind) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    vocabulary.add("序号", Role::Serial);
    for declared in kind.fields {
        let role = field(kind.name, declared.name);
        let headings = declared.headings.iter();
        headings.for_each(|head| vocabulary.add(head, role));
        vocabulary.add(&label(kind, declared.name), role);
    }
    if kind.name == "contact" {
        vocabulary.add("姓名", field("contact", "name"));
        vocabulary.add("联系人", field("contact", "name"));
        vocabulary.add("企业名称", field("contact", "enterprise"));
        vocabulary.add("单位", field("contact", "enterprise"));
    }
    vocabulary
}

fn label(kind: &Kind, field: &str) -> String {
    word(Language::Chinese, &format!("field.{}.{field}", kind.name)).to_owned()
}

impl Vocabulary {
    /// The first meaning of a heading stays.
    fn add(&mut self, head: &str, role: Role) {
        let parts: Vec<String> = head.split('▸').map(|part| key(part).0).collect();
        let key = parts.join("▸");
        if self.keys.insert(key.clone()) {
            if let Some((parent, own)) = key.split_once('▸') {
                self.under.push((parent.to_owned(), own.to_owned()));
            }
            self.words.push(Word { key, role });
        }
    }

    /// Whether a heading is exactly this, alone or under its parents.
    pub(super) fn has(&self, child: &str, parents: &[String]) -> bool {
        let under = |(parent, own): &(String, String)| is_under(parent, own, child, parents);
        self.keys.contains(child)
            || !parents.is_empty()
                && (self.keys.contains(&format!("{}{child}", parents.concat()))
                    || self.under.iter().any(under))
    }
}

/// Whether a heading under its parents is the word `parent▸own`.
pub(super) fn is_under(parent: &str, own: &str, child: &str, parents: &[String]) -> bool {
    child == own && parents.iter().any(|part| part.contains(parent))
}
