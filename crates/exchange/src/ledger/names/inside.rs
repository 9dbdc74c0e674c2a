//! A firm in the cell of the project's name, where no column has it:
//! `智能门机项目（苏州某某科技有限公司）` under 项目（企业）名称.

use suoji_model::{Cell, Value};

use crate::cells::text::{tidy, tight};
use crate::ledger::line::Line;
use crate::ledger::words::target;
use crate::table::Target;

const NAME: Target = target("project", "name");

/// How the names of firms end; 厂, 研究院 and 基金 are what a project may be.
const ENDINGS: &[&str] = &["公司", "集团", "有限合伙", "合伙企业"];

/// Takes the firm out of the project's name, for the field that names it.
pub(crate) fn company(line: &mut Line<'_>, field: Target) {
    if line.column_of(field).is_some() || *line.get(field) != Cell::Blank {
        return;
    }
    let Some(name) = line.text(NAME).map(str::to_owned) else {
        return;
    };
    if let Some((project, firm)) = apart(&name) {
        line.set(NAME, Value::Text(project));
        line.set(field, Value::Text(firm));
        return;
    }
    let column = line.column_of(NAME);
    let heading = column.map(|column| tight(&column.column.head));
    const FIRMS: &[&str] = &[
        "企业",
        "公司",
        "投资方",
        "投资商",
        "投资单位",
        "客商",
        "业主",
    ];
    if !heading.is_some_and(|head| FIRMS.iter().any(|firm| head.contains(firm))) {
        return;
    }
    let written = column.map(|column| line.raw(column).display());
    if let Some((project, firm)) = written.as_deref().and_then(together) {
        line.set(NAME, Value::Text(project));
        line.set(field, Value::Text(firm));
        return;
    }
    // 项目（企业）名称 above a firm: it is both.
    let bare = without_remark(&name);
    if is_firm(bare) {
        let firm = bare.to_owned();
        line.set(field, Value::Text(firm));
        return;
    }
    // 企业及项目名称: the firm stands before what it builds.
    if let Some((firm, project)) = written.as_deref().and_then(before) {
        line.set(NAME, Value::Text(project));
        line.set(field, Value::Text(firm));
    }
}

/// The project and the firm of a cell that sets a sign between them, whichever
/// stands first: `甲项目/上海甲有限公司` under 项目名称/投资方.
fn together(written: &str) -> Option<(String, String)> {
    let mut signs = ['\n', '/', '／', '；', ';', '，', ',', '、', '|'].into_iter();
    let (first, second) = signs.find_map(|sign| written.split_once(sign))?;
    let (first, second) = (tidy(first, false), tidy(second, false));
    let named = |name: &str| name.chars().count() >= 2 && !is_firm(name);
    if named(&first) && is_firm(&second) {
        return Some((first, second));
    }
    (is_firm(&first) && named(&second)).then_some((second, first))
}

/// The firm before its project, on a line of its own or in one name with it;
/// a project without a name of its own keeps the firm's.
fn before(name: &str) -> Option<(String, String)> {
    if let Some((firm, project)) = name.split_once('\n') {
        let (firm, project) = (firm.trim(), tidy(project, false));
        let named = project.chars().count() >= 2;
        return (named && is_firm(firm)).then(|| (firm.to_owned(), project));
    }
    const END: &str = "有限公司";
    let (firm, project) = name.split_at(name.find(END)? + END.len());
    let named = project.ends_with("项目") || project.ends_with("工程");
    (named && is_firm(firm)).then(|| (firm.trim().to_owned(), tidy(name, false)))
}

/// The project and the firm behind it in brackets or after a dash.
fn apart(name: &str) -> Option<(String, String)> {
    let open = name.trim().strip_suffix([')', '）']);
    let (project, firm) = match open {
        Some(open) => open.rsplit_once(['(', '（'])?,
        None => name.rsplit_once("——").or_else(|| name.rsplit_once('\n'))?,
    };
    let (project, firm) = (project.trim(), firm.trim());
    let named = project.chars().count() >= 2 && !is_firm(project);
    (named && is_firm(firm)).then(|| (project.to_owned(), firm.to_owned()))
}

/// A name without a remark in brackets behind it.
fn without_remark(name: &str) -> &str {
    let name = name.trim();
    match name.strip_suffix([')', '）']) {
        Some(open) => open
            .rsplit_once(['(', '（'])
            .map_or(name, |(before, _)| before.trim()),
        None => name,
    }
}

fn is_firm(name: &str) -> bool {
    let long = name.chars().count() >= 4;
    let listed = name.contains(['、', '，', '；', ',']);
    long && !listed && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::{apart, before};

    #[test]
    fn a_firm_stands_before_its_project() {
        for (text, wanted) in [
            (
                "某甲木业有限公司\n年产10万立方米板材项目",
                Some(("某甲木业有限公司", "年产10万立方米板材项目")),
            ),
            (
                "某乙铸造有限公司技改项目",
                Some(("某乙铸造有限公司", "某乙铸造有限公司技改项目")),
            ),
            ("某丙有限公司厂区（二期）", None),
            ("板材项目\n二期", None),
        ] {
            let found = before(text);
            let found = found.as_ref().map(|(firm, name)| (&**firm, &**name));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn a_firm_stands_behind_its_project() {
        for (text, wanted) in [
            (
                "智能门机项目（苏州甲梯科技有限公司）",
                Some(("智能门机项目", "苏州甲梯科技有限公司")),
            ),
            ("制剂项目(甲药业集团)", Some(("制剂项目", "甲药业集团"))),
            (
                "制剂项目——上海甲药业有限公司",
                Some(("制剂项目", "上海甲药业有限公司")),
            ),
            ("甲药业有限公司（上市公司）", None),
            ("冷链项目（一期）", None),
            ("冷链项目（甲公司、乙公司）", None),
        ] {
            let found = apart(text);
            let found = found.as_ref().map(|(name, firm)| (&**name, &**firm));
            assert_eq!(found, wanted, "{text}");
        }
    }
}
