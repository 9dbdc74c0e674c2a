//! Whose people, whose firm and whose number a column names, where another
//! column or a word in brackets shows it.

use super::look::values;
use crate::book::{Raw, Sheet};
use crate::cells::text::tight;
use crate::ledger::block::Block;
use crate::ledger::heads::{Match, SURE};
use crate::ledger::kinds::Ledger;
use crate::ledger::names::firms::is_named;
use crate::ledger::words::{Role, field};

const FIRM: Role = field("visit", "enterprise");
const LEADER: Role = field("visit", "leader");
const OURS: Role = field("visit", "our_people");
const THEIRS: Role = field("visit", "their_people");
const PLACE: Role = field("visit", "place");
const CITY: Role = field("visit", "city");
const THEIR_DUTY: Role = field("visit", "their_duty");
const DUTIES: &[&str] = &["职务", "职位", "职称", "职务职称"];
const TENANT: Role = field("lease", "tenant");
const PROJECT_NO: Role = field("project", "project_no");
const AGREEMENT_NO: Role = field("agreement", "agreement_no");
const INVESTOR: Role = field("enterprise", "name");
const COMPANY: Role = field("project", "project_company");
const UNIT: Role = field("agreement", "responsible_unit");
const OWNER: Role = field("factory_unit", "owner");
const LEAD_FIRM: Role = field("lead", "enterprise");
const LEAD_UNIT: Role = field("lead", "reporting_unit");
const LEAD_PERSON: Role = field("lead", "responsible_person");
const CONTACT: Role = field("contact", "name");
const NUMBERS: [Role; 2] = [field("contact", "mobile"), field("contact", "phone")];
/// Those who fill in a ledger, and are no side of it.
const FILLERS: &[&str] = &[
    "填报人",
    "填表人",
    "录入人",
    "审核人",
    "报送人",
    "上报人",
    "提报人",
    "制表人",
];
const PHONES: &[&str] = &[
    "联系电话",
    "电话",
    "联系方式",
    "手机",
    "手机号",
    "手机号码",
    "电话号码",
];

/// Gives such columns to the side they are of.
pub(super) fn settle(
    sheet: &Sheet,
    ledger: &Ledger,
    block: &Block,
    wishes: &mut Vec<(usize, Match)>,
) {
    of_fillers(block, wishes);
    match ledger.name {
        "visit" => {
            who_receives(block, wishes);
            who_is_visited(block, wishes);
            who_comes(sheet, block, wishes);
            which_unit(sheet, block, wishes);
            who_goes(block, wishes);
            whose_duty(block, wishes);
        }
        "lead" => {
            where_he_works(block, wishes);
            whom_to_call(block, wishes);
            who_is_not_ours(block, wishes);
        }
        "factory_unit" => who_owns(block, wishes),
        "payment" => who_pays(block, wishes),
        "signing" => {
            what_is_numbered(block, wishes);
            who_owns_the_project(block, wishes);
            who_is_brought_in(sheet, block, wishes);
        }
        _ => {}
    }
}

/// A number right behind who filled in the ledger is his: `填报人 | 联系电话 |
/// 项目方联系人 | 项目方联系方式`.
fn of_fillers(block: &Block, wishes: &mut [(usize, Match)]) {
    let is_one = |index: usize, words: &[&str]| {
        let head = block.heads.get(index).map(|(_, head)| head.key());
        head.is_some_and(|head| words.contains(&head.as_str()))
    };
    for (index, found) in wishes {
        let behind = index.checked_sub(1).is_some_and(|one| is_one(one, FILLERS));
        if behind && is_one(*index, PHONES) && found.reason != "told" {
            *found = Match::exact(Role::Aside);
        }
    }
}

/// Where a column names who invests or from whom the money came, 企业名称 is the
/// firm that has it.
fn who_pays(block: &Block, wishes: &mut [(usize, Match)]) {
    const PAYER: Role = field("payment", "payer");
    const GIVES: &[&str] = &[
        "投资者",
        "投资人",
        "投资方",
        "股东",
        "出资",
        "汇出",
        "汇款",
        "付款",
        "打款",
        "外方",
    ];
    let gives = |wish: &(usize, Match)| {
        wish.1.role == PAYER && wish.1.confidence >= SURE && says(block, wish.0, GIVES)
    };
    if !wishes.iter().any(gives) {
        return;
    }
    for wish in wishes.iter_mut() {
        let is_open = wish.1.role == PAYER && wish.1.reason != "told";
        if is_open && !says(block, wish.0, GIVES) {
            wish.1.confidence = 0;
        }
    }
}

/// Whether the heading of a column has one of the words.
fn says(block: &Block, index: usize, words: &[&str]) -> bool {
    let head = block.heads.get(index).map(|(_, head)| head.text());
    head.is_some_and(|head| words.iter().any(|word| head.contains(word)))
}

/// Where a column names who receives the guests, whoever leads them is theirs; of
/// those whom we go to see, `会见人` beside who leads us is.
fn who_receives(block: &Block, wishes: &mut [(usize, Match)]) {
    let leads = |(index, found): &(usize, Match), words: &[&str]| {
        found.role == LEADER && found.confidence >= SURE && says(block, *index, words)
    };
    const LEADS: &[&str] = &["带队", "领队", "率队"];
    if goes_out(block) && wishes.iter().any(|wish| leads(wish, LEADS)) {
        let is_met = |(index, found): &(usize, Match)| {
            let ours = says(block, *index, &["领导", "我方", "我区", "本方"]);
            found.role == LEADER && says(block, *index, &["会见", "会晤"]) && !ours
        };
        for wish in wishes.iter_mut().filter(|wish| is_met(wish)) {
            wish.1.role = THEIRS;
        }
        return;
    }
    let receives = |wish: &(usize, Match)| leads(wish, &["接待", "陪同", "会见"]);
    if !wishes.iter().any(receives) {
        return;
    }
    for wish in wishes.iter_mut() {
        let ours = says(block, wish.0, &["我方", "我区", "本方"]);
        if leads(wish, &["带队", "领队"]) && !ours {
            wish.1.role = THEIRS;
        }
    }
}

/// Whether the headings are of those whom we visit, and of nobody who comes. The
/// day says it as well: 走访日期.
fn goes_out(block: &Block) -> bool {
    let away = |index| says(block, index, &["走访", "拜访"]);
    let here = |index| says(block, index, &["来访", "接待"]);
    let all = 0..block.heads.len();
    let goes_out = all.clone().any(|index| away(index) && !here(index));
    goes_out && !all.into_iter().any(|index| says(block, index, &["来访"]))
}

/// Of a ledger of those whom we visit, who receives us is theirs.
fn who_is_visited(block: &Block, wishes: &mut [(usize, Match)]) {
    let here = |index| says(block, index, &["来访", "接待"]);
    let visited = |(index, found): &(usize, Match)| {
        found.role == FIRM && found.confidence >= SURE && !here(*index)
    };
    if !goes_out(block) {
        return;
    }
    if !wishes.iter().any(visited) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        if found.role == OURS && says(block, *index, &["接待人"]) {
            found.role = THEIRS;
        }
    }
}

/// 来访客商 over names of firms is who was met, where no other column says so.
fn who_comes(sheet: &Sheet, block: &Block, wishes: &mut [(usize, Match)]) {
    let firms: Vec<usize> = wishes
        .iter()
        .filter(|(_, found)| found.role == FIRM && found.confidence >= SURE)
        .map(|(index, _)| *index)
        .collect();
    // Without it the row would say neither whom nor where.
    let nowhere = !wishes
        .iter()
        .any(|(_, found)| [PLACE, CITY].contains(&found.role) && found.confidence >= SURE);
    for (index, found) in wishes.iter_mut() {
        let alone = firms.iter().all(|other| other == index);
        let comes = found.role == THEIRS && says(block, *index, &["客商", "来宾"]);
        let guests = nowhere && says(block, *index, &["来访客商"]);
        if alone && comes && (guests || is_of_firms(sheet, block, *index)) {
            found.role = FIRM;
        }
    }
}

/// 单位 over names of firms is who was met, where no other column says so.
fn which_unit(sheet: &Sheet, block: &Block, wishes: &mut [(usize, Match)]) {
    const OFFICE: Role = field("visit", "resident_office");
    if wishes
        .iter()
        .any(|(_, found)| found.role == FIRM && found.confidence >= SURE)
    {
        return;
    }
    let is_bare = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.key());
        head.is_some_and(|head| head == "单位")
    };
    for (index, found) in wishes.iter_mut() {
        let is_open = found.role == OFFICE && found.reason != "told" && is_bare(*index);
        if is_open && is_of_firms(sheet, block, *index) {
            found.role = FIRM;
        }
    }
}

/// 姓名 is one of ours where another column says itself whom they met: `姓名 | 职务 |
/// 接洽人姓名 | 接洽人职务`.
fn who_goes(block: &Block, wishes: &mut Vec<(usize, Match)>) {
    let bare = |index: usize| {
        let head = block.heads.get(index).map(|(_, head)| head.key());
        head.is_some_and(|head| head == "姓名")
    };
    let of = |wishes: &[(usize, Match)], role: Role| {
        let mut wishes = wishes.iter();
        wishes.any(|(index, found)| found.role == role && found.confidence >= SURE && !bare(*index))
    };
    if !of(wishes, THEIRS) || of(wishes, OURS) {
        return;
    }
    let at = (0..block.heads.len()).find(|index| bare(*index));
    let told = |at: usize| {
        let mut wishes = wishes.iter();
        wishes.any(|(index, found)| *index == at && found.reason == "told")
    };
    if let Some(at) = at.filter(|at| !told(*at)) {
        wishes.retain(|(index, _)| *index != at);
        wishes.push((at, Match::exact(OURS)));
    }
}

/// Beside the firm at which a contact works, 洽谈单位 is the office that talks
/// with him.
fn where_he_works(block: &Block, wishes: &mut Vec<(usize, Match)>) {
    const WORKS: &[&str] = &["所在单位", "工作单位", "任职单位", "所在企业", "所在公司"];
    const TALKS: &[&str] = &["洽谈单位", "对接单位", "跟进单位", "联系单位"];
    let key = |index: usize| block.heads.get(index).map(|(_, head)| head.key());
    let is_one = |index: usize, words: &[&str]| {
        key(index).is_some_and(|head| words.contains(&head.as_str()))
    };
    let names = |index: usize| {
        let head = key(index).unwrap_or_default();
        head.ends_with("姓名") || ["客商", "联系人"].contains(&head.as_str())
    };
    let all = 0..block.heads.len();
    let works = all.clone().find(|index| is_one(*index, WORKS));
    let Some(works) = works.filter(|_| all.into_iter().any(names)) else {
        return;
    };
    let is_told = |wish: &(usize, Match)| wish.1.reason == "told";
    if wishes.iter().any(|wish| wish.0 == works && is_told(wish)) {
        return;
    }
    wishes.retain(|(index, _)| *index != works);
    wishes.push((works, Match::exact(LEAD_FIRM)));
    for (index, found) in wishes.iter_mut() {
        if found.role == LEAD_FIRM && is_one(*index, TALKS) && found.reason != "told" {
            found.role = LEAD_UNIT;
        }
    }
}

/// 项目联系人 with a number behind it is the contact, where no other column names
/// one.
fn whom_to_call(block: &Block, wishes: &mut [(usize, Match)]) {
    let sure = |role: Role| {
        let mut wishes = wishes.iter();
        wishes.any(|(_, found)| found.role == role && found.confidence >= SURE)
    };
    if sure(CONTACT) || sure(Role::Person) {
        return;
    }
    let phones: Vec<usize> = wishes
        .iter()
        .filter(|(_, found)| NUMBERS.contains(&found.role) && found.confidence >= SURE)
        .map(|(index, _)| *index)
        .collect();
    for (index, found) in wishes.iter_mut() {
        let is_one = says(block, *index, &["项目联系人", "项目联络人"]);
        if found.role == LEAD_PERSON && is_one && phones.contains(&(*index + 1)) {
            found.role = CONTACT;
        }
    }
}

/// 对接人 is the other side's beside a column of who is ours: `对接人及职务 |
/// 我方对接领导`.
fn who_is_not_ours(block: &Block, wishes: &mut [(usize, Match)]) {
    let is_person = |found: &Match| found.role == LEAD_PERSON && found.reason != "told";
    let is_known = |(_, found): &(usize, Match)| {
        [CONTACT, Role::Person].contains(&found.role) && found.confidence >= SURE
    };
    let ours = |index| says(block, index, &["我方", "我区", "本方", "区内"]);
    let is_ours = |(index, found): &(usize, Match)| is_person(found) && ours(*index);
    if wishes.iter().any(is_known) || !wishes.iter().any(is_ours) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        if is_person(found) && !ours(*index) && says(block, *index, &["对接人", "联系人"]) {
            found.role = Role::Person;
        }
    }
}

/// 职务 right behind the column of one of ours is his own: `联系领导 | 职务`.
fn whose_duty(block: &Block, wishes: &mut [(usize, Match)]) {
    let leads: Vec<usize> = wishes
        .iter()
        .filter(|(index, found)| {
            let leads = says(block, *index, &["领导", "带队", "率队", "领队", "我方"]);
            let theirs = says(block, *index, &["来访", "对方", "企业", "客商", "受访"]);
            let ours = found.role == OURS || found.role == LEADER && leads;
            ours && found.confidence >= SURE && !theirs
        })
        .map(|(index, _)| *index)
        .collect();
    for (index, found) in wishes.iter_mut() {
        let behind = index.checked_sub(1).is_some_and(|one| leads.contains(&one));
        let heads = block.heads.get(*index);
        let is_bare = heads.is_some_and(|(_, head)| DUTIES.contains(&head.key().as_str()));
        if found.role == THEIR_DUTY && found.reason != "told" && behind && is_bare {
            found.confidence = 0;
        }
    }
}

/// Whether most of a column's cells are names of firms.
fn is_of_firms(sheet: &Sheet, block: &Block, index: usize) -> bool {
    let Some((number, _)) = block.heads.get(index) else {
        return false;
    };
    let named = values(sheet, block, *number);
    let firms = named.iter().filter(|raw| is_firm(raw)).count();
    firms * 3 > named.len() * 2
}

/// A list that names agreements and no projects numbers its agreements.
fn what_is_numbered(block: &Block, wishes: &mut [(usize, Match)]) {
    let named = |words: &[&str]| (0..block.heads.len()).any(|index| says(block, index, words));
    let of_agreements = named(&["协议名称", "合同名称"]) && !named(&["项目名称"]);
    for (index, found) in wishes.iter_mut().filter(|_| of_agreements) {
        if found.role == PROJECT_NO && !says(block, *index, &["项目"]) {
            found.role = AGREEMENT_NO;
        }
    }
}

/// Beside an investor, 业主单位 is the company that builds.
fn who_owns_the_project(block: &Block, wishes: &mut [(usize, Match)]) {
    let invests = |(index, found): &(usize, Match)| {
        let investor = says(block, *index, &["投资", "客商", "外方"]);
        found.role == INVESTOR && found.confidence >= SURE && investor
    };
    if !wishes.iter().any(invests) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        if found.role == INVESTOR && says(block, *index, &["业主"]) {
            found.role = COMPANY;
        }
    }
}

/// 引进单位 or 单位 is the office that brought a project in, or the firm that was:
/// the firm where no other column names one and most of what stands below are firms.
fn who_is_brought_in(sheet: &Sheet, block: &Block, wishes: &mut [(usize, Match)]) {
    let names_firm = |(_, found): &(usize, Match)| {
        [INVESTOR, COMPANY].contains(&found.role) && found.confidence >= SURE
    };
    if wishes.iter().any(names_firm) {
        return;
    }
    for (index, found) in wishes.iter_mut() {
        let is_plain = block
            .heads
            .get(*index)
            .is_some_and(|(_, head)| head.key() == "单位");
        let is_in = says(block, *index, &["引进", "招引", "引入", "落户"]);
        let asked = found.role == UNIT && (is_plain || is_in);
        if asked && is_of_firms(sheet, block, *index) {
            found.role = INVESTOR;
        }
    }
}

fn is_firm(raw: &Raw) -> bool {
    let text = tight(&raw.display());
    is_named(&text)
}

/// A firm to which a building belongs, `企业（业主）名称`, is no tenant of it.
fn who_owns(block: &Block, wishes: &mut [(usize, Match)]) {
    for (index, found) in wishes.iter_mut() {
        if found.role == TENANT && says(block, *index, &["业主", "产权", "权属"]) {
            found.role = OWNER;
        }
    }
}
