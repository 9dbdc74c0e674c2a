//! What a table is called: by its tab, the lines above it and its file.

use crate::book::{Sheet, Workbook};
use crate::ledger::kinds::{ALL, Ledger};

/// Points for a name that shows the ledger.
pub(super) const NAMED_SHEET: usize = 6;
pub(super) const NAMED_FILE: usize = 3;

/// How much the names and headings of a table say that it is such a ledger.
pub(super) fn points(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    heads: &[String],
    ledger: &Ledger,
) -> usize {
    let signs = ledger.name == "signing";
    let says = |name: &str| {
        let rest = without_planned(name).filter(|_| signs);
        let name = rest.as_deref().unwrap_or(name);
        ledger.named.iter().any(|word| name.contains(word))
    };
    // So is a tab among those of 签约, 到位 and 竣工.
    let begun = ledger.name == "key_project" && matches!(sheet.name.trim(), "开工" | "已开工");
    if begun || says(&sheet.name) || titles.iter().any(|title| says(title)) {
        NAMED_SHEET
    } else if says(&book.file) || heads.iter().any(|head| says(head)) {
        NAMED_FILE
    } else {
        0
    }
}

/// What a name says beside what is still to be signed: 拟签约项目.
fn without_planned(name: &str) -> Option<String> {
    const PLANNED: &[&str] = &["拟签约项目", "待签约项目", "拟签约", "待签约"];
    let planned = PLANNED.iter().any(|word| name.contains(word));
    let rest = || {
        PLANNED
            .iter()
            .fold(name.to_owned(), |name, word| name.replace(word, ""))
    };
    planned.then(rest)
}

/// Whether a table is called one of firms or people: what a firm's capital is
/// paid up to stands there as well, and is no payment.
pub(super) fn is_roll(book: &Workbook, sheet: &Sheet, titles: &[String]) -> bool {
    const ROLLS: &[&str] = &["名录", "通讯录", "花名册", "企业名单", "企业库"];
    const PAID: &[&str] = &["到", "资金", "外资", "出资", "实缴"];
    let says = |words: &[&str]| {
        let mut names = titles.iter().chain([&sheet.name, &book.file]);
        names.any(|name| words.iter().any(|word| name.contains(word)))
    };
    says(ROLLS) && !says(PAID)
}

/// Whether the sheet and the lines above the table call it one of agreements
/// that are still to be signed or of projects in talks, and of no others.
pub(super) fn is_unsigned(sheet: &Sheet, titles: &[String]) -> bool {
    const TALKS: &[&str] = &["在谈", "洽谈项目", "意向项目"];
    const SIGNED: &[&str] = &["签约", "合同", "协议", "落户"];
    let says = |name: &str, words: &[&str]| words.iter().any(|word| name.contains(word));
    let names = || titles.iter().chain([&sheet.name]);
    let rests: Vec<String> = names().filter_map(|name| without_planned(name)).collect();
    let plain = names().filter(|name| without_planned(name).is_none());
    let is_planned = !rests.is_empty() && !plain.chain(&rests).any(|name| name.contains("签约"));
    let is_talked =
        names().any(|name| says(name, TALKS)) && !names().any(|name| says(name, SIGNED));
    is_planned || is_talked
}

/// Whether the table is called one of what was signed: 新签约项目资金到位登记表
/// is of payments, whatever they are for.
pub(super) fn is_of_signing(
    book: &Workbook,
    sheet: &Sheet,
    titles: &[String],
    heads: &[String],
) -> bool {
    let unpaid = titles.iter().filter(|name| !is_of_payments(name));
    let unpaid: Vec<String> = unpaid.cloned().collect();
    let signing = ALL.iter().find(|ledger| ledger.name == "signing");
    signing.is_some_and(|ledger| points(book, sheet, &unpaid, heads, ledger) == NAMED_SHEET)
}

/// Whether a name is one of a list of payments.
fn is_of_payments(name: &str) -> bool {
    let payment = ALL.iter().find(|ledger| ledger.name == "payment");
    payment.is_some_and(|ledger| ledger.named.iter().any(|word| name.contains(word)))
}

/// Whether the sheet or a line above the table calls its rows leads.
pub(super) fn says_leads(sheet: &Sheet, titles: &[String]) -> bool {
    let mut names = titles.iter().chain([&sheet.name]);
    names.any(|name| name.contains("线索"))
}

/// Whether the sheet or the lines above the table call its projects settled in
/// the zone, and none of them leads: `新落地项目登记表`.
pub(super) fn is_landed(sheet: &Sheet, titles: &[String]) -> bool {
    const LANDED: &[&str] = &[
        "新落地",
        "已落地",
        "落地项目",
        "新落户",
        "已落户",
        "落户项目",
    ];
    const BEFORE: &[&str] = &["拟落", "待落", "未落", "推进落", "推动落", "促落"];
    let mut names = titles.iter().chain([&sheet.name]);
    let says = |name: &str, words: &[&str]| words.iter().any(|word| name.contains(word));
    names.any(|name| says(name, LANDED) && !says(name, BEFORE)) && !says_leads(sheet, titles)
}

/// Whether a sheet or its title is of projects that are still sought.
pub(super) fn says_talks(sheet: &Sheet, titles: &[String]) -> bool {
    const SOUGHT: &[&str] = &[
        "线索", "在谈", "洽谈", "招商", "意向", "引进", "跟踪", "对接", "目标", "拟签", "推介",
    ];
    let mut names = titles.iter().chain([&sheet.name]);
    names.any(|name| SOUGHT.iter().any(|word| name.contains(word)))
}

/// Whether the sheet or a line above the table calls its projects signed.
pub(super) fn says_signed(sheet: &Sheet, titles: &[String]) -> bool {
    let mut names = titles.iter().chain([&sheet.name]);
    names.any(|name| name.contains("签约") && !name.contains("未签约"))
}

/// Whether a sheet or its title says that its projects are key ones, or built.
pub(super) fn says_works(sheet: &Sheet, titles: &[String]) -> bool {
    const WORKS: &[&str] = &[
        "重点项目",
        "重大项目",
        "在建项目",
        "拟建项目",
        "续建项目",
        "开工项目",
        "竣工",
        "投产",
    ];
    let mut names = titles.iter().chain([&sheet.name]);
    names.any(|name| WORKS.iter().any(|word| name.contains(word)))
}
