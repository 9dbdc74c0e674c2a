//! Figures of small chains, worked out by hand.

use proptest::prelude::*;

use super::*;
use crate::ranks;

fn near(a: Option<f64>, b: f64) {
    assert!(a.is_some_and(|a| (a - b).abs() < 1e-9), "{a:?} is not {b}");
}

/// Two local firms of four make 1, one of six makes 2, none makes 3.
fn known() -> Atlas {
    let mut atlas = small();
    let firms: Vec<(u64, bool)> = (0..10).map(|n| (n, n < 3)).collect();
    let of = |n: u64| if n < 2 || (3..5).contains(&n) { 1 } else { 2 };
    let links: Vec<_> = (0..10).map(|n| (n, of(n), Evidence::Visit)).collect();
    add(&mut atlas, &firms, &links);
    atlas
}

#[test]
fn the_quotient_is_shrunk() {
    let map = map(&known());
    // Three of ten makers are here: 1.2 of the four were to be expected.
    near(at(&map, 1).quotient, (2.0 + 2.0) / (1.2 + 2.0));
    near(at(&map, 2).quotient, (1.0 + 2.0) / (1.8 + 2.0));
    assert_eq!(at(&map, 3).quotient, None);
}

#[test]
fn completeness_is_weighed_by_layer_and_tells_what_is_not_known() {
    let mut atlas = known();
    atlas.segments.get_mut(&id(2, 1)).expect("1").must_have = true;
    atlas.segments.get_mut(&id(2, 2)).expect("2").chokepoint = true;
    let map = map(&atlas);
    // Two of three suppliers, weight 2; one of three, weight 3.
    near(map.share.value, (2.0 * 2.0 / 3.0 + 3.0 / 3.0) / 5.0);
    assert_eq!((map.share.known, map.share.leaves), (2, 3));
    near(map.share.measured, 0.0);
    assert_eq!(map.layer_share(Layer::Midstream), map.share);
    assert_eq!(map.layer_share(Layer::Upstream), Share::default());
}

#[test]
fn one_large_maker_beside_a_small_one_is_a_single_supplier() {
    let mut atlas = known();
    atlas.segments.get_mut(&id(2, 1)).expect("1").benchmark_need = Some(100.0);
    for (n, capacity) in [(0, 90.0), (1, 10.0)] {
        atlas.links.get_mut(&id(4, n)).expect("link").capacity = Some(capacity);
    }
    let map = map(&atlas);
    let one = at(&map, 1);
    near(one.concentration, 0.9 * 0.9 + 0.1 * 0.1);
    near(one.coverage, 1.0);
    assert!(one.single_supplier && one.capacity_known);
    near(map.share.measured, 0.5);
    // Counted only, two firms are half each, and nothing is covered enough.
    let counted = super::map(&known());
    near(at(&counted, 1).concentration, 0.5);
    assert!(!at(&counted, 1).single_supplier);
}

#[test]
fn a_gap_is_what_is_not_covered_and_unknown_parts_leave_their_weight() {
    let weights = ranks::weights(&Settings::default());
    let mut parts = Parts {
        importance: Some(0.5),
        feasibility: Some(0.4),
        availability: Some(0.2),
        policy: Some(1.0),
    };
    let whole = 0.45 * 0.5 + 0.25 * 0.4 + 0.15 * 0.2 + 0.15;
    near(Some(ranks::gap(0.25, &parts, &weights)), 75.0 * whole);
    parts.availability = None;
    let rest = (0.45 * 0.5 + 0.25 * 0.4 + 0.15) / 0.85;
    near(Some(ranks::gap(0.25, &parts, &weights)), 75.0 * rest);
    near(Some(ranks::gap(1.0, &parts, &weights)), 0.0);
    near(Some(ranks::gap(0.0, &Parts::default(), &weights)), 0.0);
}

#[test]
fn without_local_firms_the_build_of_the_chain_says_what_matters() {
    let marked = |local: bool| {
        let mut atlas = small();
        let firms: Vec<(u64, bool)> = (0..4).map(|n| (n, false)).collect();
        let links: Vec<_> = (0..4).map(|n| (n, 1 + n % 2, Evidence::News)).collect();
        add(&mut atlas, &firms, &links);
        if local {
            let one = firm(9, true);
            atlas.firms.insert(one.id, one);
            let one = link(9, 9, 3, Evidence::Visit);
            atlas.links.insert(one.id, one);
        }
        atlas.segments.get_mut(&id(2, 2)).expect("2").must_have = true;
        atlas
            .segments
            .get_mut(&id(2, 1))
            .expect("1")
            .policy_priority = Some("low".to_owned());
        atlas.relations.get_mut(&id(5, 1)).expect("relation").share = Some(0.5);
        super::map(&atlas)
    };
    // 1 flows into 3 whole; 2 by half, and the chain cannot do without it.
    let map = marked(false);
    near(Some(map.structure), 1.0);
    let parts = [1, 2].map(|n| at(&map, n).parts.expect("parts"));
    near(parts[0].importance, 1.0 / 1.5);
    near(parts[1].importance, 1.0);
    assert_eq!((parts[0].feasibility, parts[1].policy), (None, None));
    near(at(&map, 1).gap, 100.0 * (0.45 / 1.5 + 0.15 / 3.0) / 0.75);
    near(at(&map, 2).gap, 100.0 * 0.45 / 0.6);
    assert_eq!(at(&map, 2).rank.expect("rank").place, 1);
    // One local firm downstream against five that outweigh the build.
    let map = marked(true);
    near(Some(map.structure), 5.0 / 6.0);
    near(
        at(&map, 1).parts.expect("parts").importance,
        5.0 / 6.0 / 1.5 + 1.0 / 6.0,
    );
    near(
        at(&map, 2).parts.expect("parts").importance,
        5.0 / 6.0 + 0.5 / 6.0,
    );
    assert!(at(&map, 1).parts.expect("parts").feasibility.is_some());
}

#[test]
fn a_rank_is_as_wide_as_the_weights_leave_it() {
    let mut map = map(&known());
    let parts = |importance: f64, feasibility: f64| Parts {
        importance: Some(importance),
        feasibility: Some(feasibility),
        ..Parts::default()
    };
    // By the weights 0.3025 and 0.3, which a fifth more or less turns round;
    // the last one is below both whatever the weights.
    for (n, parts) in [
        (1, parts(0.4, 0.49)),
        (2, parts(0.5, 0.3)),
        (3, parts(0.1, 0.1)),
    ] {
        let row = map.tree.rows[&id(2, n)];
        let standing = &mut map.rows[row];
        (standing.parts, standing.coverage) = (Some(parts), Some(0.0));
        standing.state = State::Missing;
    }
    ranks::rank(&map.tree, &map.targets, &mut map.rows, &Settings::default());
    let rank = |n: u64| {
        let rank = at(&map, n).rank.expect("rank");
        (rank.place, rank.low, rank.high)
    };
    assert_eq!(
        [rank(1), rank(2), rank(3)],
        [(1, 1, 2), (2, 1, 2), (3, 3, 3)]
    );
}

#[test]
fn equal_gaps_stand_by_what_the_chain_needs_then_by_their_targets() {
    let ranked = |must_have: bool, targets: bool| {
        let mut atlas = known();
        atlas.segments.get_mut(&id(2, 3)).expect("3").must_have = must_have;
        let mut map = map(&atlas);
        for n in 1..=3 {
            let row = map.tree.rows[&id(2, n)];
            let standing = &mut map.rows[row];
            standing.parts = Some(Parts {
                importance: Some(0.5),
                ..Parts::default()
            });
            (standing.coverage, standing.state) = (Some(0.0), State::Missing);
            map.targets[row].retain(|_| targets && n == 2);
            standing.total.target = usize::from(n == 3);
        }
        ranks::rank(&map.tree, &map.targets, &mut map.rows, &Settings::default());
        [1, 2, 3].map(|n| {
            let rank = at(&map, n).rank.expect("rank");
            assert_eq!((rank.low, rank.high, rank.equal), (1, 3, 3));
            rank.place
        })
    };
    // More firms elsewhere; then good targets before these; then the mark before all.
    assert_eq!(ranked(false, false), [2, 3, 1]);
    assert_eq!(ranked(false, true), [3, 1, 2]);
    assert_eq!(ranked(true, true), [3, 2, 1]);
}

fn park(n: u64, city: &str) -> Park {
    Park {
        id: id(7, n),
        name: format!("园区{n}"),
        region: None,
        city: Some(city.to_owned()),
        level: None,
        position: None,
        chains: Vec::new(),
        home: false,
    }
}

#[test]
fn a_firm_sits_in_one_park_of_its_city_at_the_most() {
    let mut atlas = known();
    for (n, city) in [(0, "城0"), (1, "城0"), (2, "城1")] {
        let park = park(n, city);
        atlas.parks.insert(park.id, park);
    }
    // Firm 5 makes 2 and is in 城0, firm 6 in 城1, where one park is.
    atlas.firms.get_mut(&id(3, 6)).expect("firm").park = Some(id(7, 1));
    let map = map(&atlas);
    let goals = parks::rank(&atlas, &[&map], None);
    let shares = |park: u64, firm: u64| {
        let goal = goals.iter().find(|goal| goal.park == id(7, park))?;
        let at = goal
            .targets
            .iter()
            .position(|(.., one)| one.firm == id(3, firm))?;
        goal.shares.get(at).copied()
    };
    assert_eq!(
        (shares(0, 5), shares(1, 5), shares(2, 5)),
        (Some(0.25), Some(0.25), None)
    );
    assert_eq!(
        (shares(0, 6), shares(1, 6), shares(2, 6)),
        (None, Some(1.0), None)
    );
}

#[test]
fn firms_are_placed_by_parts_and_stems_of_names_and_by_what_is_called_nearly_so() {
    let mut leaves = [
        segment(1, Some(0), "临床CRO与SMO"),
        segment(2, Some(0), "维生素类原料"),
        segment(3, Some(0), "铝合金车轮"),
        segment(4, Some(0), "口服中成药"),
        segment(5, Some(0), "辅料"),
        segment(6, Some(0), "新车销售"),
    ];
    leaves[2].keywords = vec!["铝轮毂".to_owned(), "锻造轮".to_owned()];
    leaves[4].description = Some("淀粉、微晶纤维素与糖类".to_owned());
    let mut group = segment(0, None, "组");
    group.keywords = vec!["中成药".to_owned()];
    let all: Vec<&Segment> = leaves.iter().chain([&group]).collect();
    let placer = Placer::new(all.into_iter(), &[]).expect("placer");
    let place = |scope: &str| {
        let placed = placer.place(&Subject {
            scope,
            ..Subject::default()
        });
        placed
            .segments
            .iter()
            .map(|one| one.segment)
            .collect::<Vec<_>>()
    };
    for (scope, n) in [
        ("临床 CRO", 1),
        ("维生素K3", 2),
        ("铝合金轮", 3),
        ("中成药", 4),
        ("微晶纤维素", 5),
        // Read a second time from what was kept.
        ("铝合金轮", 3),
        // Verbs are about their own things, and name none.
        ("维生素K3制造、铝合金轮销售", 2),
        ("铝合金轮的研发、生产、销售", 3),
    ] {
        assert_eq!(place(scope), [id(2, n)], "{scope}");
    }
    assert!(place("钢材销售；铝合金轮销售").is_empty());
    assert!(place("房地产").is_empty());
}

proptest! {
    #[test]
    fn an_index_that_followed_is_one_made_anew(
        edits in proptest::collection::vec((0u8..6, 0u64..8, 0u64..4, any::<bool>()), 1..40),
    ) {
        let mut atlas = known();
        let mut index = Index::of(&atlas);
        for (what, n, segment, flag) in edits {
            let touched = match what {
                0 => {
                    let one = link(n, n, segment, if flag { Evidence::BusinessScope } else { Evidence::News });
                    atlas.links.insert(one.id, one);
                    id(4, n)
                }
                1 => { atlas.links.remove(&id(4, n)); id(4, n) }
                2 => { atlas.firms.remove(&id(3, n)); id(3, n) }
                3 => {
                    let mut one = firm(n, flag);
                    one.products = Some("甲与乙".to_owned());
                    atlas.firms.insert(one.id, one);
                    id(3, n)
                }
                4 => {
                    if let Some(one) = atlas.links.get_mut(&id(4, n)) { one.firm = id(3, (n + 1) % 8); }
                    id(4, n)
                }
                _ => {
                    let one = atlas.segments.get_mut(&id(2, segment)).expect("segment");
                    one.name = if flag { "甲".to_owned() } else { "丁".to_owned() };
                    id(2, segment)
                }
            };
            index.follow(&atlas, &[touched]);
        }
        let (followed, anew) = (of(&atlas, &index), map(&atlas));
        prop_assert_eq!(followed.rows, anew.rows);
        prop_assert_eq!(followed.targets, anew.targets);
        prop_assert_eq!(followed.links, anew.links);
    }
}
