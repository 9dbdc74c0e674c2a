//! Remarks by which a row is in the sheet and not in its figures: `已剔除`,
//! `不计入`, `与第2条重复`, `去年已统计`, `企业放弃`, or 否 under 是否纳入考核. The row
//! is read, and a person must say whether it counts.

mod asked;

use chrono::Datelike as _;
use suoji_model::{Cell, Value};

use crate::cells::text::tight;
use crate::ledger::columns::Mapped;
use crate::ledger::heads::unlike::ends_in_phase;
use crate::ledger::line::Line;
use crate::ledger::signing::void;
use crate::ledger::under;
use crate::ledger::words::{Role, target};
use crate::problem::Level;
use crate::table::Target;

/// Words for what does not enter a sum, where nothing or one of `SUMS` follows.
const OUTSIDE: &[&str] = &[
    "不计入",
    "不纳入",
    "不列入",
    "不参与",
    "不重复计",
    "不计",
    "不算",
    "未计入",
];

/// What a row may be left out of. 不计入容积率 is of something else.
const SUMS: &[&str] = &[
    "统计", "汇总", "合计", "总", "考核", "完成", "任务", "年度", "当年", "本年", "今年", "数",
    "签约", "到位", "新签", "算", "入", "内", "在内", "有效",
];

/// What a row has beside others; a payment is of nothing else.
const OF_A_ROW: &[&str] = &[
    "外资",
    "内资",
    "指标",
    "设备",
    "土地",
    "用地",
    "土地款",
    "土地费",
    "流动资金",
    "税费",
    "利息",
];

/// Words for what was taken out, or stands twice.
const TAKEN_OUT: &[&str] = &[
    "剔除重复",
    "重复上报",
    "重复报",
    "重复登记",
    "重复统计",
    "重复计",
    "重复录入",
    "重复项目",
    "重复线索",
    "重复信息",
    "重复凭证",
    "仅供参考",
    "并入",
    "合并至",
    "合并到",
];

/// The same, where nothing follows: 剔除土地费用 is of something else.
const AT_THE_END: &[&str] = &["剔除", "同一项目", "同一线索"];

/// Words for what was counted before, behind `BEFORE`.
const COUNTED: &[&str] = &["已报", "已上报", "已统计", "已计入", "已入账", "已算"];
const BEFORE: &[&str] = &["去年", "上年", "往年", "前年", "上一年"];

/// Ends of a clause by which the record is over, in any ledger.
const OVER: &[&str] = &[
    "作废", "终止", "取消", "流失", "撤销", "撤资", "撤回", "清退", "放弃", "失效", "无效", "注销",
    "破产", "倒闭", "退库", "出库", "调出", "移出", "转出", "删除", "虚假", "虚报",
];

/// The same, of money that did not stay.
const PAID_BACK: &[&str] = &[
    "核减",
    "退回",
    "退款",
    "退还",
    "冲红",
    "红冲",
    "冲销",
    "抽回",
    "抽逃",
    "转账失败",
    "未认定",
    "不认定",
    "不予认定",
];

/// The same, of a visit that nobody made.
const NOT_MADE: &[&str] = &[
    "改期",
    "延期",
    "推迟",
    "未成行",
    "未能成行",
    "未见",
    "未见到",
    "未遇",
];

/// The same, of a project that goes on no more, or not for now.
const STALLED: &[&str] = &[
    "中止",
    "搁置",
    "停滞",
    "淘汰",
    "停建",
    "缓建",
    "停缓建",
    "暂停",
    "暂停建设",
    "暂缓",
    "暂缓建设",
    "停止建设",
    "暂缓实施",
    "暂停实施",
    "停止实施",
    "暂不实施",
];

/// The same, of what stands in a building.
const LET_NO_MORE: &[&str] = &[
    "退租",
    "解约",
    "解除",
    "搬离",
    "搬走",
    "迁出",
    "拆除",
    "到期",
    "未续签",
    "未续租",
    "空置",
];

/// What makes the opposite of the word behind it, or a wish.
const DENYING: &[&str] = &[
    "未", "不", "没", "无", "防", "免", "拟", "待", "将", "若", "如", "可", "申请", "避免", "防止",
    "不得", "不会", "尚未",
];

/// Characters of a clause that says one thing.
const MOST: usize = 16;

/// Names the remark of a row that is still counted.
pub(crate) fn told(line: &mut Line<'_>) {
    if line.uncounted.is_some() || line.rejected {
        return;
    }
    is_let_though_vacant(line);
    let kind = kind(line);
    let note = |column: &&Mapped| match column.role {
        Some(Role::Field(own) | Role::Append(own) | Role::Otherwise(own, _)) => own.field == "note",
        // How a project gets on says that it ended.
        _ => false,
    };
    let state = |column: &&Mapped| {
        let of_works = matches!(column.role, Some(Role::Field(own)) if STATES.contains(&own));
        of_works && has_ended(&tight(&line.raw(column).display()))
    };
    // A heading that nobody knows may stand above remarks.
    let unknown = |column: &&Mapped| {
        let text = line.raw(column).display();
        let is_over = || kind == "signing" && void::by_remark(&text).is_some();
        column.role.is_none()
            && text.chars().count() > 2
            && (self::says(&tight(&text), kind, line.frame.year) || is_over())
    };
    let says = |column: &&Mapped| {
        let text = tight(&line.raw(column).display());
        let text = without_own_phase(line, &text);
        says(&text, kind, line.frame.year)
    };
    // A state that was read has said what becomes of the row.
    let decided = match kind {
        "payment" => {
            let paid = line.get(target("payment", "paid_in"));
            let back = matches!(paid, Cell::Known(Value::Money(money), _) if money.minor < 0);
            back || line.text(target("payment", "state")) == Some("returned")
        }
        "lead" => matches!(
            line.get(target("lead", "is_effective")),
            Cell::Known(Value::Flag(false), _)
        ),
        _ => false,
    };
    if decided {
        return;
    }
    let mut columns = line.frame.columns.iter();
    let named = |column: &&Mapped| {
        let text = line.raw(column).display();
        let titles = line.frame.ledger.titles;
        let is_title = column.target().is_some_and(|own| titles.contains(&own));
        let is_over = |remark: &str| {
            self::says(remark, kind, line.frame.year) || void::by_remark(remark).is_some()
        };
        is_title && behind_name(&text).is_some_and(is_over)
    };
    let found = columns.find(|column| {
        let denies = asked::denies(line, column);
        denies || note(column) && says(column) || named(column) || unknown(column)
    });
    let mut columns = line.frame.columns.iter();
    let found = found.or_else(|| columns.find(state));
    if let Some(column) = found {
        line.report(
            Some(column),
            column.target(),
            "remark_leaves_out",
            Level::Must,
        );
    } else if kind == "key_project" && line.section.as_deref().is_some_and(in_ended_part) {
        let title = line.frame.ledger.titles.first().copied();
        let column = title.and_then(|title| line.column_of(title));
        line.report(column, title, "remark_leaves_out", Level::Must);
    }
}

/// How works get on.
const STATES: &[Target] = &[
    target("key_project", "ledger_kind"),
    target("key_project", "visible_progress"),
];

/// Whether a text says that works are over or stopped, and nothing else.
fn has_ended(text: &str) -> bool {
    let is_short = text.chars().count() <= 2 * STATE;
    let last = text
        .rsplit([',', ';', '。'])
        .find(|clause| !clause.is_empty());
    is_short && last.is_some_and(|clause| ends(clause, OVER) || ends(clause, STALLED))
}

/// Characters of a state.
const STATE: usize = 6;

/// Whether a section is of works that are over or stopped: `二、停建缓建项目`.
fn in_ended_part(section: &str) -> bool {
    let mut names = section.rsplit(" ▸ ").filter_map(under::bare);
    names.any(|name| {
        let name = name.trim_end_matches(['类', '的']);
        let name = name.strip_suffix("项目").unwrap_or(name);
        has_ended(name.trim_end_matches(['类', '的']))
    })
}

/// What the row is among those that remarks leave out.
fn kind(line: &Line<'_>) -> &'static str {
    match line.frame.ledger.name {
        "factory_unit" | "lease" if is_let(line) => LET,
        name => name,
    }
}

/// Whether a remark that stands in no column says so of a row that counts.
pub(crate) fn is_said_by(line: &Line<'_>, remark: &str) -> bool {
    let counts = line.uncounted.is_none() && !line.rejected;
    let says = says(&tight(remark), kind(line), line.frame.year);
    counts && (says || void::by_remark(remark).is_some())
}

/// A remark behind a name: `甲项目（已终止）`, `甲项目—作废`.
pub(crate) fn behind_name(name: &str) -> Option<&str> {
    let name = name.trim();
    let inside = name
        .strip_suffix([')', '）'])
        .and_then(|name| Some(name.rsplit_once(['(', '（'])?.1));
    inside.or_else(|| Some(name.rsplit_once(['—', '-', '－'])?.1))
}

/// A unit that stands empty has nobody in it, whom its areas say it has.
fn is_let_though_vacant(line: &mut Line<'_>) {
    const STATE: Target = target("factory_unit", "state");
    if line.text(STATE) == Some("vacant") && is_let(line) {
        let column = line.column_of(STATE);
        line.report(column, Some(STATE), "vacant_but_let", Level::Should);
    }
}

/// What stands for the ledger's name where the row has a tenant who is to stay.
const LET: &str = "let";

/// Whether the row has an area that is let or sold, and neither the state nor
/// the term says that this is over.
fn is_let(line: &Line<'_>) -> bool {
    let of = |field| target("lease", field);
    let taken = ["leased_area", "sold_area"].map(|area| line.get(of(area)));
    let taken = taken
        .iter()
        .any(|cell| matches!(cell, Cell::Known(Value::Area(area), _) if area.scaled > 0));
    let over = matches!(line.get(of("ended")), Cell::Known(Value::Flag(true), _));
    let year = line.frame.year;
    let past = match line.get(of("end_date")) {
        Cell::Known(Value::Date(date), _) => year.is_some_and(|year| date.end().year() <= year),
        _ => false,
    };
    taken && !over && !past
}

/// Whether a clause of a remark says so.
fn says(text: &str, kind: &str, year: Option<i32>) -> bool {
    let clauses = text.split([',', ';', '。', '、', '(', ')', ':', '!', '\n']);
    let mut clauses = clauses
        .filter(|clause| (1..=MOST).contains(&clause.chars().count()) && !is_of_a_part(clause));
    clauses.any(|clause| {
        is_alone(clause)
            || outside(clause, kind)
            || says_any(clause, TAKEN_OUT)
            || clause.starts_with(['与', '和', '同'])
                && (clause.ends_with("重复") || clause.ends_with("合并"))
            || counted_before(clause, year)
            || ends(clause, OVER)
            || ends(clause, AT_THE_END)
            || matches!(kind, "signing" | "key_project") && ends(clause, STALLED)
            || matches!(kind, "signing" | "payment") && is_carried_over(clause, year)
            || kind == "payment" && says_any(clause, PAID_BACK)
            || kind == "visit" && ends(clause, NOT_MADE)
            || kind == LET && ends(clause, LET_NO_MORE)
    })
}

/// Whether a remark behind a term says that the tenant left before its end.
pub(crate) fn is_let_no_more(remark: &str) -> bool {
    let remark = tight(remark);
    let mut clauses = remark.split([',', ';', '。', '、', ')']);
    clauses.any(|clause| ends(clause, LET_NO_MORE) || ends(clause, OVER))
}

/// Whether a clause is of a part of the row, or of what stood there before:
/// `部分设备已调出`, `原址企业已清退`, `保证金已退回`.
fn is_of_a_part(clause: &str) -> bool {
    const PARTS: &[&str] = &["部分", "保证金", "手续费", "税费", "抵押"];
    clause.starts_with('原')
        || PARTS.iter().any(|part| clause.contains(part))
        || phase_of(clause).is_some()
}

/// The phase that a clause begins with: `一期已取消`.
fn phase_of(clause: &str) -> Option<&str> {
    let (number, _) = clause.split_once('期')?;
    let phase = &clause[..number.len() + '期'.len_utf8()];
    ends_in_phase(phase)
        .then_some(phase)
        .filter(|_| number.chars().count() == 1)
}

/// A remark without the phase that the row itself is: `一期已取消` beside
/// `甲项目一期`.
fn without_own_phase(line: &Line<'_>, remark: &str) -> String {
    let titles = line.frame.ledger.titles.iter();
    let mut names = titles.filter_map(|title| line.text(*title));
    match phase_of(remark) {
        Some(phase) if names.any(|name| name.contains(phase)) => remark.replacen(phase, "", 1),
        _ => remark.to_owned(),
    }
}

/// Words that say it with nothing beside them.
fn is_alone(clause: &str) -> bool {
    const ALONE: &[&str] = &["重复", "已重复", "×", "废", "删", "已删"];
    ALONE.contains(&clause)
}

fn outside(clause: &str, kind: &str) -> bool {
    let mut words = OUTSIDE.iter();
    let found = words.find_map(|word| clause.split_once(word));
    found.is_some_and(|(before, rest)| {
        let whole = kind == "payment" || !OF_A_ROW.iter().any(|part| before.ends_with(part));
        let sums = rest.is_empty() || SUMS.iter().any(|sum| rest.starts_with(sum));
        whole && (sums || is_year(rest))
    })
}

fn says_any(clause: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        clause
            .split_once(word)
            .is_some_and(|(before, _)| !denied(before))
    })
}

fn ends(clause: &str, words: &[&str]) -> bool {
    let bare = clause.trim_end_matches(['了', '。', '*']);
    words
        .iter()
        .filter_map(|word| bare.strip_suffix(word))
        .any(|before| !denied(before))
}

fn denied(before: &str) -> bool {
    let before = before.trim_end_matches(['予', '被', '已', '再']);
    DENYING.iter().any(|word| before.ends_with(word))
}

/// 去年已报, 2023年已统计 in a ledger of another year.
fn counted_before(clause: &str, year: Option<i32>) -> bool {
    let in_year = || {
        let (_, rest) = clause.split_once("已在").or(clause.split_once("已于"))?;
        let mut words = ["统计", "上报", "计入", "入统", "申报"].iter();
        let (when, after) = words.find_map(|word| rest.split_once(word))?;
        Some((when, after))
    };
    let past = COUNTED
        .iter()
        .find_map(|word| clause.split_once(word))
        .or_else(in_year)
        // 已报备, 已报批 and 已报建 are something else.
        .filter(|(_, after)| !after.starts_with(['备', '批', '建', '规', '审']))
        .map(|(before, after)| format!("{before} {after}"));
    past.is_some_and(|around| {
        let named = BEFORE.iter().any(|word| around.contains(word));
        named || around.split(' ').any(|part| is_other_year(part, year))
    })
}

/// 上年结转, 2022年结转: it was counted in the year before.
fn is_carried_over(clause: &str, year: Option<i32>) -> bool {
    let Some((before, after)) = clause.split_once("结转") else {
        return false;
    };
    let named = BEFORE.iter().any(|word| before.ends_with(word));
    after.trim_start_matches("项目").is_empty() && (named || is_other_year(before, year))
}

fn is_other_year(text: &str, year: Option<i32>) -> bool {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let found: Option<i32> = digits.parse().ok().filter(|_| digits.len() == 4);
    matches!((found, year), (Some(found), Some(year)) if found < year)
}

fn is_year(text: &str) -> bool {
    text.len() > 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_remark_may_leave_its_row_out() {
        for text in [
            "已剔除",
            "不计入",
            "不纳入统计",
            "借款,不计",
            "与第2条重复",
            "重复",
            "去年已报",
            "2024年已统计",
            "项目已取消",
            "企业放弃",
            "已撤资",
            "主体已注销",
            "与去年同一项目",
            "已并入乙项目",
            "不计入2025年",
            "已在2024年统计",
            "上年结转",
            "2024年结转项目",
            "已中止",
            "项目搁置",
        ] {
            assert!(says(text, "signing", Some(2025)), "{text}");
        }
        for text in ["停建", "因资金问题缓建", "已退库"] {
            assert!(says(text, "key_project", Some(2025)), "{text}");
        }
        assert!(!says("停工", "key_project", Some(2025)));
        assert!(!says("上年结转", "key_project", Some(2025)));
        assert!(says("已退回500万", "payment", Some(2025)));
        assert!(says("企业负责人未见到", "visit", Some(2025)));
        assert!(says("2025.6退租", super::LET, Some(2025)));
        for text in [
            "正常",
            "不计入容积率",
            "不计容面积2000㎡",
            "避免重复",
            "拟取消",
            "未终止",
            "2025年已统计",
            "注销登记手续办理中",
            "已退回材料",
            "原公司注销后由新公司承接",
            "不重复",
            "去年已报备",
            "剔除土地费用后投资1.8亿",
            "部分设备已调出",
            "原址企业已清退",
            "同一项目法人",
            "一期已取消",
            "外资不计入",
            "用地指标未计入",
            "已在2025年统计",
            "结转至2026年",
            "未中止",
        ] {
            assert!(!says(text, "signing", Some(2025)), "{text}");
            assert!(!says(text, super::LET, Some(2025)), "{text}");
        }
    }
}
