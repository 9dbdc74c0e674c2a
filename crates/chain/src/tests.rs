use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use crate::place::{Lesson, Placer, Subject};
use crate::*;

fn id(kind: u64, n: u64) -> Uuid {
    Uuid::from_u64_pair(kind, n.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ kind)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("day")
}

mod figures;

const CHAIN: u64 = 1;

fn segment(n: u64, parent: Option<u64>, name: &str) -> Segment {
    Segment {
        id: id(2, n),
        version: 1,
        chain: id(CHAIN, 0),
        parent: parent.map(|parent| id(2, parent)),
        layer: Layer::Midstream,
        order_key: format!("{n:05}i"),
        name: name.to_owned(),
        name_en: None,
        code: None,
        aliases: Vec::new(),
        keywords: Vec::new(),
        products: Vec::new(),
        gbt4754_codes: Vec::new(),
        description: None,
        must_have: false,
        chokepoint: false,
        policy_priority: None,
        benchmark_need: None,
        need_unit: None,
        confidence: None,
        source: None,
    }
}

fn firm(n: u64, local: bool) -> Firm {
    Firm {
        id: id(3, n),
        version: 1,
        name: format!("企业{n}"),
        short_name: None,
        region: None,
        city: Some(format!("城{}", n % 5)),
        park: None,
        local,
        tags: Vec::new(),
        products: None,
        listed: false,
        employees: None,
        barred: false,
        expansion_signs: None,
        expansion_date: None,
        confidence: Some(Confidence::High),
        source: None,
    }
}

fn link(n: u64, firm: u64, segment: u64, evidence: Evidence) -> Link {
    Link {
        id: id(4, n),
        version: 1,
        firm: id(3, firm),
        segment: id(2, segment),
        role: Role::Makes,
        product: None,
        capacity: None,
        capacity_unit: None,
        utilisation: None,
        evidence: Some(evidence),
        evidence_date: None,
        confidence: Some(Confidence::High),
        source: None,
        confirmed: false,
    }
}

fn relation(n: u64, from: u64, to: u64) -> Relation {
    Relation {
        id: id(5, n),
        version: 1,
        from: id(2, from),
        to: id(2, to),
        kind: RelationKind::Supplies,
        what: None,
        coefficient: None,
        share: None,
        critical: false,
        confidence: None,
        source: None,
    }
}

/// A group 0 with leaves 1 and 2, which go into leaf 3.
fn small() -> Atlas {
    let mut atlas = Atlas::default();
    for one in [
        segment(0, None, "组"),
        segment(1, Some(0), "甲"),
        segment(2, Some(0), "乙"),
        segment(3, None, "丙"),
    ] {
        atlas.segments.insert(one.id, one);
    }
    for (n, from) in [(0, 1), (1, 2)] {
        let one = relation(n, from, 3);
        atlas.relations.insert(one.id, one);
    }
    atlas
}

fn add(atlas: &mut Atlas, firms: &[(u64, bool)], links: &[(u64, u64, Evidence)]) {
    for (n, local) in firms {
        let one = firm(*n, *local);
        atlas.firms.insert(one.id, one);
    }
    for (n, (firm, segment, evidence)) in (0..).zip(links) {
        let one = link(n, *firm, *segment, *evidence);
        atlas.links.insert(one.id, one);
    }
}

fn map(atlas: &Atlas) -> Map {
    of(atlas, &Index::of(atlas))
}

fn of(atlas: &Atlas, index: &Index) -> Map {
    Map::of(atlas, index, id(CHAIN, 0), &Settings::default(), day())
}

fn at(map: &Map, segment: u64) -> &Standing {
    &map.rows[map.tree.rows[&id(2, segment)]]
}

#[test]
fn a_firm_in_two_parts_counts_once_above_them() {
    let mut atlas = small();
    let links = [(0, 1, Evidence::Visit), (0, 2, Evidence::Visit)];
    add(&mut atlas, &[(0, true)], &links);
    let map = map(&atlas);
    assert_eq!(at(&map, 0).total.local, 1);
    assert_eq!(at(&map, 0).direct.local, 0);
    assert_eq!(at(&map, 1).total.local + at(&map, 2).total.local, 2);
}

#[test]
fn scopes_alone_never_make_a_segment_strong() {
    let firms: Vec<(u64, bool)> = (0..30).map(|n| (n, n < 12)).collect();
    let strong = |evidence| {
        let mut atlas = small();
        let links: Vec<_> = (0..30)
            .map(|n| (n, if n < 12 { 1 } else { 2 }, evidence))
            .collect();
        add(&mut atlas, &firms, &links);
        at(&map(&atlas), 1).state
    };
    assert_eq!(strong(Evidence::Visit), State::Strong);
    assert_eq!(strong(Evidence::BusinessScope), State::Weak);
}

#[test]
fn what_local_firms_downstream_lack_is_missing_and_ranked() {
    let mut atlas = small();
    let firms = [(0, true), (1, true), (2, false), (3, false), (4, false)];
    let links = [
        (0, 3, Evidence::Visit),
        (1, 3, Evidence::Visit),
        (2, 1, Evidence::News),
        (3, 1, Evidence::News),
        (4, 2, Evidence::News),
    ];
    add(&mut atlas, &firms, &links);
    let map = map(&atlas);
    assert_eq!(at(&map, 1).state, State::Missing);
    // One link is too little to say anything.
    assert_eq!(at(&map, 2).state, State::Unknown);
    assert_eq!(at(&map, 2).gap, None);
    let rank = at(&map, 1).rank.expect("rank");
    assert_eq!((rank.place, rank.low), (1, 1));
    assert!(at(&map, 1).gap > at(&map, 3).gap);
    assert_eq!(map.share.known, 2);
}

#[test]
fn capacity_is_measured_where_it_is_known() {
    let mut atlas = small();
    add(
        &mut atlas,
        &[(0, true), (1, true)],
        &[(0, 1, Evidence::Visit), (1, 3, Evidence::Visit)],
    );
    for (n, capacity) in [(0, 50.0), (1, 100.0)] {
        let link = atlas.links.get_mut(&id(4, n)).expect("link");
        link.capacity = Some(capacity);
        link.utilisation = Some(1.0);
    }
    atlas
        .relations
        .get_mut(&id(5, 0))
        .expect("relation")
        .coefficient = Some(2.0);
    let map = map(&atlas);
    let one = at(&map, 1);
    assert!(one.capacity_known);
    assert_eq!(one.coverage, Some(0.25));
    assert_eq!(one.unmet, Some(150.0));
    assert!(!at(&map, 2).capacity_known);
}

#[test]
fn a_judgement_holds_until_it_runs_out() {
    let mut atlas = small();
    let mut judged = Override {
        id: id(6, 0),
        version: 1,
        segment: id(2, 1),
        state: State::Strong,
        reason: "走访".to_owned(),
        person: None,
        expires: NaiveDate::from_ymd_opt(2026, 6, 1),
    };
    atlas.overrides.insert(judged.id, judged.clone());
    assert_eq!(at(&map(&atlas), 1).state, State::Strong);
    judged.expires = NaiveDate::from_ymd_opt(2026, 5, 31);
    atlas.overrides.insert(judged.id, judged);
    assert_eq!(at(&map(&atlas), 1).state, State::Unknown);
}

#[test]
fn a_target_of_little_evidence_is_last_and_has_no_number() {
    let mut atlas = small();
    let links = [(0, 1, Evidence::BusinessScope), (1, 1, Evidence::News)];
    add(&mut atlas, &[(0, false), (1, false)], &links);
    let map = map(&atlas);
    let targets = &map.targets[map.tree.rows[&id(2, 1)]];
    assert_eq!(targets.len(), 2);
    assert!(targets[0].score.is_some());
    assert_eq!((targets[1].firm, targets[1].score), (id(3, 0), None));
}

#[test]
fn a_target_of_which_nothing_is_known_is_neither_best_nor_worst() {
    let mut atlas = small();
    let firms = [0, 1, 2, 3].map(|n| (n, false));
    let links = [0, 1, 2, 3].map(|n| (n, 1, Evidence::News));
    add(&mut atlas, &firms, &links);
    let ranked = |atlas: &Atlas| {
        let map = map(atlas);
        map.targets[map.tree.rows[&id(2, 1)]].clone()
    };
    let before = ranked(&atlas);
    assert!(before.iter().all(|one| one.score < Some(80.0)));

    let mut change = |n: u64, change: &dyn Fn(&mut Firm)| {
        change(atlas.firms.get_mut(&id(3, n)).expect("firm"));
    };
    change(1, &|firm| firm.employees = Some(40));
    change(2, &|firm| {
        firm.expansion_signs = Some("购地".to_owned());
        firm.expansion_date = NaiveDate::from_ymd_opt(2026, 5, 1);
    });
    change(3, &|firm| {
        firm.expansion_signs = Some("购地".to_owned());
        firm.expansion_date = NaiveDate::from_ymd_opt(2020, 5, 1);
    });
    let after = ranked(&atlas);
    // A sign of expansion speaks for a firm, an old one neither for nor against it.
    assert_eq!(
        after.iter().map(|one| one.firm).collect::<Vec<_>>(),
        [2, 0, 3, 1].map(|n| id(3, n))
    );
    assert_eq!(after[1].score, after[2].score);
}

#[test]
fn a_ring_of_segments_is_cut_and_named() {
    let ring = [
        segment(0, Some(1), "甲"),
        segment(1, Some(0), "乙"),
        segment(2, Some(9), "丙"),
    ];
    let tree = Tree::new(ring.iter());
    assert_eq!(tree.len(), 3);
    assert_eq!(tree.faults.len(), 2);
}

#[test]
fn firms_are_placed_by_what_they_make_and_corrections_are_learned() {
    let mut one = segment(0, None, "锂电池正极材料");
    one.keywords = vec!["正极材料".to_owned(), "磷酸铁锂".to_owned()];
    let mut other = segment(1, None, "电梯导轨");
    other.keywords = vec!["导轨".to_owned()];
    let segments = [one, other];
    let place = |lessons: &[Lesson]| {
        let placer = Placer::new(segments.iter(), lessons).expect("placer");
        placer.place(&Subject {
            name: "某公司",
            scope: "磷酸铁锂、正极材料生产；电梯导轨销售；精密导轨制造",
            code: None,
        })
    };
    let placed = place(&[]);
    assert_eq!(placed.segments[0].segment, id(2, 0));
    assert!(placed.segments[0].words.contains(&"磷酸铁锂".to_owned()));
    assert_eq!(placed.excluded, ["电梯导轨"]);
    assert!(
        placed
            .segments
            .iter()
            .any(|found| found.segment == id(2, 1))
    );
    let lesson = Lesson {
        word: "导轨".to_owned(),
        segment: id(2, 1),
        fits: false,
    };
    let placed = place(&[lesson.clone(), lesson]);
    assert!(
        placed
            .segments
            .iter()
            .all(|found| found.segment != id(2, 1))
    );
}

#[test]
fn what_a_thing_is_for_is_not_what_a_firm_makes() {
    let mut governors = segment(0, None, "限速器");
    governors.keywords = vec!["限速器".to_owned()];
    let mut lifts = segment(1, None, "整机制造");
    lifts.keywords = vec!["电梯".to_owned()];
    lifts.layer = Layer::Downstream;
    let segments = [governors, lifts];
    let placer = Placer::new(segments.iter(), &[]).expect("placer");
    let placed = |scope: &str| -> Vec<_> {
        let subject = Subject {
            name: "某公司",
            scope,
            code: None,
        };
        let placed = placer.place(&subject);
        placed.segments.iter().map(|one| one.segment).collect()
    };
    assert_eq!(placed("电梯限速器生产"), [id(2, 0)]);
    let both = placed("电梯、限速器生产");
    assert!(both.contains(&id(2, 0)) && both.contains(&id(2, 1)));
    assert_eq!(placed("电梯生产"), [id(2, 1)]);
}

proptest! {
    #[test]
    fn any_atlas_gives_numbers_within_their_bounds(
        links in proptest::collection::vec((0u64..12, 0u64..4, any::<bool>()), 0..60),
        flows in proptest::collection::vec((0u64..4, 0u64..4), 0..12),
    ) {
        let mut atlas = small();
        let firms: Vec<(u64, bool)> = (0..12).map(|n| (n, n % 3 == 0)).collect();
        let links: Vec<_> = links
            .into_iter()
            .map(|(firm, segment, scope)| {
                let evidence = if scope { Evidence::BusinessScope } else { Evidence::News };
                (firm, segment, evidence)
            })
            .collect();
        add(&mut atlas, &firms, &links);
        for (n, (from, to)) in (10..).zip(flows) {
            let one = relation(n, from, to);
            atlas.relations.insert(one.id, one);
        }
        let map = map(&atlas);
        for standing in &map.rows {
            if let Some(gap) = standing.gap {
                prop_assert!((0.0..=100.0).contains(&gap));
            }
            if let Some(rank) = standing.rank {
                prop_assert!(rank.low <= rank.place && rank.place <= rank.high);
            }
            prop_assert!(standing.total.local >= standing.direct.local);
        }
        let firms = atlas.links.values().filter(|link| atlas.firms[&link.firm].local);
        let mut firms: Vec<Uuid> = firms.map(|link| link.firm).collect();
        firms.sort_unstable();
        firms.dedup();
        let first = map.rows.iter().enumerate().filter(|(row, _)| map.tree.depths[*row] == 0);
        prop_assert!(first.map(|(_, one)| one.total.local).sum::<usize>() >= firms.len());
        prop_assert_eq!(map.gaps(), of(&atlas, &Index::of(&atlas)).gaps());
    }
}
