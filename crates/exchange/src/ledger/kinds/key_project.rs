//! Ledgers of key projects (重点项目台账): planned, under construction or
//! finished in a plan year.

use suoji_model::kinds::{KEY_PROJECT as KIND, PROJECT, PROJECT_PHASE};

use super::Ledger;
use super::key_words::WORDS;
use crate::ledger::key_project;
use crate::ledger::words::{field, target};
use crate::problem::Level;

pub(super) const KEY_PROJECT: Ledger = Ledger {
    name: "key_project",
    kinds: &[&KIND, &PROJECT_PHASE, &PROJECT],
    named: &[
        "重点项目",
        "重大项目",
        "红黄绿",
        "三色榜",
        "亮灯",
        "在建",
        "拟建",
        "拟开工",
        "竣工",
        "投产",
        "储备项目",
        "开工项目",
        "续建",
        "项目进度",
        "项目建设",
    ],
    telling: &[
        target("key_project", "key_level"),
        target("key_project", "build_nature"),
        target("key_project", "annual_plan_investment"),
        target("key_project", "annual_completed_investment"),
        target("key_project", "month_completed_investment"),
        target("key_project", "cumulative_investment"),
        target("key_project", "buildings"),
        target("key_project", "buildings_started"),
        target("key_project", "planned_start_date"),
        target("key_project", "start_date"),
        target("key_project", "completion_date"),
        target("key_project", "planned_completion_date"),
        target("key_project", "production_date"),
        target("key_project", "visible_progress"),
        target("key_project", "weekly_progress"),
        target("key_project", "procedures"),
        target("key_project", "issue"),
        target("key_project", "measure"),
        target("key_project", "rag_status"),
        target("key_project", "funding_source"),
        target("key_project", "land_supplied_date"),
        target("key_project", "workers"),
        target("key_project", "sponsor_leader"),
        target("key_project", "land_place"),
    ],
    titles: &[target("project", "name")],
    instead: &[
        (target("key_project", "project"), field("project", "name")),
        (
            target("project_phase", "key_project"),
            field("project", "name"),
        ),
        (
            target("project", "total_investment"),
            field("key_project", "total_investment"),
        ),
        (
            target("project", "land_area"),
            field("key_project", "land_area"),
        ),
        (
            target("project", "sponsor_leader"),
            field("key_project", "sponsor_leader"),
        ),
        (
            target("project", "service_officer"),
            field("key_project", "service_officer"),
        ),
        (target("project", "note"), field("key_project", "note")),
        (
            target("project", "phase_no"),
            field("project_phase", "phase"),
        ),
        (
            target("project_phase", "buildings"),
            field("key_project", "buildings"),
        ),
        (
            target("project_phase", "buildings_started"),
            field("key_project", "buildings_started"),
        ),
        (
            target("project_phase", "buildings_capped"),
            field("key_project", "buildings_capped"),
        ),
        (
            target("project_phase", "visible_progress"),
            field("key_project", "visible_progress"),
        ),
        (
            target("project_phase", "total_investment"),
            field("key_project", "total_investment"),
        ),
        (
            target("project_phase", "note"),
            field("key_project", "note"),
        ),
    ],
    words: WORDS,
    second: &[
        (field("project_phase", "finished"), &["已完成"]),
        (field("project", "stage"), &["项目阶段"]),
        (field("key_project", "visible_progress"), &["完成情况"]),
    ],
    is_list: false,
    in_sqm: false,
    vague: Level::Must,
    money: None,
    dated: None,
    read: key_project::read,
};
