//! A chain worked out: the state of every segment, the weight of every gap.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::atlas::{Atlas, Layer, Override, Role, State};
use crate::index::{Facts, Held, Index};
use crate::ranks::{self, Rank};
use crate::relate::Relations;
use crate::settings::Settings;
use crate::share::{self, Share};
use crate::standing;
use crate::targets::{self, Scored};
use crate::tree::Tree;

/// Firms and work in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Local firms that make it.
    pub local: usize,
    /// Firms elsewhere that make it.
    pub target: usize,
    /// Local firms that plan it.
    pub plan: usize,
    /// Local firms that need it.
    pub need: usize,
    /// Leads that are worked on.
    pub lead: usize,
    /// Projects.
    pub project: usize,
    /// Contract capital signed, in fen.
    pub signed_fen: i128,
}

/// The four parts of a gap, each 0 to 1; a part of which nothing is known is
/// absent and leaves its weight to the others.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// How much local firms downstream hang on it.
    pub importance: Option<f64>,
    /// How near it is to what the zone can do.
    pub feasibility: Option<f64>,
    /// How many good targets there are.
    pub availability: Option<f64>,
    /// How much policy wants it.
    pub policy: Option<f64>,
}

/// How one segment stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Whether enough is known to say.
    pub assessed: bool,
    /// Its weight in completeness.
    pub weight: f64,
    /// What part of the need is covered, 0 to 1.
    pub coverage: Option<f64>,
    /// Whether that rests on capacity; otherwise firms are counted.
    pub capacity_known: bool,
    /// What the zone needs and does not have, in the segment's unit.
    pub unmet: Option<f64>,
    /// The shrunk location quotient.
    pub quotient: Option<f64>,
    /// How concentrated local makers are, 0 to 1.
    pub concentration: Option<f64>,
    /// Whether what is strong hangs on one firm.
    pub single_supplier: bool,
    /// What the formula says.
    pub computed: State,
    /// What holds: a person's judgement goes first.
    pub state: State,
    /// The parts of the gap.
    pub parts: Option<Parts>,
    /// The gap, 0 to 100.
    pub gap: Option<f64>,
    /// Its rank among the gaps.
    pub rank: Option<Rank>,
    /// What is linked to the segment itself.
    pub direct: Counts,
    /// With everything in it; firms count once.
    pub total: Counts,
}

/// A chain worked out.
#[derive(Debug)]
pub struct Map {
    /// The chain.
    pub chain: Uuid,
    /// Its segments in order.
    pub tree: Tree,
    /// The layer of each row.
    pub layers: Vec<Layer>,
    /// How each row stands.
    pub rows: Vec<Standing>,
    /// What flows between rows.
    pub relations: Relations,
    /// The links of each row, the row's own ones.
    pub links: Vec<Vec<Uuid>>,
    /// The judgement that holds on a row.
    pub overrides: BTreeMap<usize, Uuid>,
    /// The scores of each row's targets, best first; those without enough
    /// evidence last.
    pub targets: Vec<Vec<Scored>>,
    /// How complete the chain is.
    pub share: Share,
    /// What part of importance is said by how the chain is built, 0 to 1: all
    /// of it while the zone has no firm there.
    pub structure: f64,
    /// The version of the formula.
    pub formula: u32,
}

impl Map {
    /// Works out a chain as of `today`. `index` is that of the atlas.
    pub fn of(
        atlas: &Atlas,
        index: &Index,
        chain: Uuid,
        settings: &Settings,
        today: NaiveDate,
    ) -> Self {
        let tree = Tree::of(atlas, chain);
        let row_of = |id: &Uuid| atlas.segments.get(id);
        let layers: Vec<Layer> = tree
            .ids
            .iter()
            .map(|id| row_of(id).map_or(Layer::Midstream, |segment| segment.layer))
            .collect();
        let linked = Linked::of(index, &tree);
        let relations = Relations::of(atlas, &tree);
        let mut rows = standing::rows(atlas, &tree, &linked, &relations, settings);
        count_work(atlas, &tree, &mut rows);
        let targets = targets::scores(atlas, &tree, &linked, &relations, &rows, settings, today);
        let structure = standing::parts(
            atlas, &tree, &linked, &relations, &targets, &mut rows, settings,
        );
        let overrides = judge(atlas, &tree, &mut rows, today);
        ranks::rank(&tree, &targets, &mut rows, settings);
        standing::groups(&tree, &mut rows, settings);
        let leaves = rows.iter().enumerate();
        let leaves = leaves.filter(|(row, _)| tree.is_leaf(*row));
        let share = share::of(leaves.map(|(_, standing)| standing));
        let links = linked.by_row.iter();
        let links = links.map(|links| links.iter().map(|entry| entry.held.link).collect());
        let links = links.collect();
        Self {
            chain,
            layers,
            rows,
            relations,
            links,
            overrides,
            targets,
            share,
            structure,
            formula: settings.version,
            tree,
        }
    }

    /// How complete the leaves of a layer are.
    pub fn layer_share(&self, layer: Layer) -> Share {
        let rows = (0..self.tree.len())
            .filter(|row| self.tree.is_leaf(*row) && self.layers[*row] == layer);
        share::of(rows.map(|row| &self.rows[row]))
    }

    /// The gaps in the order of their ranks.
    pub fn gaps(&self) -> Vec<usize> {
        let mut gaps: Vec<(usize, usize)> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(row, standing)| Some((standing.rank?.place, row)))
            .collect();
        gaps.sort_unstable();
        gaps.into_iter().map(|(_, row)| row).collect()
    }

    /// The leaves by state, in or below a row; all without one.
    pub fn states(&self, inside: Option<usize>) -> BTreeMap<State, usize> {
        let range = inside.map_or(0..self.tree.len(), |row| self.tree.inside(row));
        let mut states: BTreeMap<State, usize> =
            State::ALL.iter().map(|state| (*state, 0)).collect();
        for row in range.filter(|row| self.tree.is_leaf(*row)) {
            *states.entry(self.rows[row].state).or_default() += 1;
        }
        states
    }
}

/// A link with its firm, on a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    /// The row of the segment.
    pub(crate) row: usize,
    /// How many links of the chain the firm has.
    pub(crate) links: usize,
    /// What every pass asks stands here as well, so that it need not look at
    /// firm and link: what the firm has to do with the segment,
    pub(crate) role: Role,
    /// whether it is ours,
    pub(crate) local: bool,
    /// gone or on a black list,
    pub(crate) barred: bool,
    /// and linked by its business scope alone.
    pub(crate) scope_only: bool,
    /// The firm.
    pub(crate) firm: &'a Facts,
    /// The link.
    pub(crate) held: &'a Held,
}

/// The links of a chain. A firm's links stand together, in all of them and in
/// each row.
#[derive(Debug)]
pub(crate) struct Linked<'a> {
    /// What they are taken from.
    pub(crate) index: &'a Index,
    /// All links, by firm.
    pub(crate) all: Vec<Entry<'a>>,
    /// The links of each row, by firm.
    pub(crate) by_row: Vec<Vec<Entry<'a>>>,
}

impl<'a> Linked<'a> {
    fn of(index: &'a Index, tree: &Tree) -> Self {
        let mut all: Vec<Entry<'_>> = Vec::with_capacity(index.links());
        for (firm, links) in index.firms() {
            let start = all.len();
            let placed = links.iter().filter_map(|held| {
                let row = *tree.rows.get(&held.segment)?;
                Some(Entry {
                    row,
                    links: 0,
                    role: held.role,
                    local: firm.local,
                    barred: firm.barred,
                    scope_only: held.scope_only,
                    firm,
                    held,
                })
            });
            all.extend(placed);
            let links = all.len() - start;
            for entry in &mut all[start..] {
                entry.links = links;
            }
        }
        let mut by_row: Vec<Vec<Entry<'_>>> = vec![Vec::new(); tree.len()];
        for entry in &all {
            by_row[entry.row].push(*entry);
        }
        Self { index, all, by_row }
    }

    /// The links firm by firm.
    pub(crate) fn firms(&self) -> impl Iterator<Item = &[Entry<'a>]> {
        by_firm(&self.all)
    }
}

/// Links firm by firm; none of the parts is empty.
pub(crate) fn by_firm<'l, 'a>(links: &'l [Entry<'a>]) -> impl Iterator<Item = &'l [Entry<'a>]> {
    links.chunk_by(|a, b| std::ptr::eq(a.firm, b.firm))
}

/// Puts leads, projects and money on the map.
fn count_work(atlas: &Atlas, tree: &Tree, rows: &mut [Standing]) {
    let row = |segment: Option<Uuid>| tree.rows.get(&segment?).copied();
    for lead in atlas.leads.values().filter(|lead| lead.open) {
        if let Some(row) = row(lead.segment) {
            rows[row].direct.lead += 1;
            for above in tree.path(row) {
                rows[above].total.lead += 1;
            }
        }
    }
    for project in atlas.projects.values() {
        if let Some(row) = row(project.segment) {
            let direct = &mut rows[row].direct;
            direct.project += 1;
            direct.signed_fen += project.signed_fen;
            for above in tree.path(row) {
                let total = &mut rows[above].total;
                total.project += 1;
                total.signed_fen += project.signed_fen;
            }
        }
    }
}

/// Counts firms: each once in every segment above its links.
pub(crate) fn count_firms(tree: &Tree, linked: &Linked<'_>, rows: &mut [Standing]) {
    let mut counted: Vec<(usize, usize)> = Vec::new();
    let mut own: Vec<(usize, usize)> = Vec::new();
    for of_firm in linked.firms() {
        counted.clear();
        own.clear();
        for entry in of_firm {
            let what = match (entry.role, entry.local) {
                (Role::Makes, true) => 0,
                (Role::Makes, false) => 1,
                (Role::Plans, true) => 2,
                (Role::Needs, true) => 3,
                _ => continue,
            };
            if !own.contains(&(entry.row, what)) {
                own.push((entry.row, what));
                add(&mut rows[entry.row].direct, what);
            }
            let mut above = Some(entry.row);
            while let Some(at) = above {
                if counted.contains(&(at, what)) {
                    break;
                }
                counted.push((at, what));
                add(&mut rows[at].total, what);
                above = tree.parents[at];
            }
        }
    }
}

fn add(counts: &mut Counts, what: usize) {
    match what {
        0 => counts.local += 1,
        1 => counts.target += 1,
        2 => counts.plan += 1,
        _ => counts.need += 1,
    }
}

/// Puts people's judgements over what is computed: the latest that has not
/// run out.
fn judge(
    atlas: &Atlas,
    tree: &Tree,
    rows: &mut [Standing],
    today: NaiveDate,
) -> BTreeMap<usize, Uuid> {
    let mut holding: BTreeMap<usize, &Override> = BTreeMap::new();
    for judgement in atlas.overrides.values() {
        let Some(row) = tree.rows.get(&judgement.segment) else {
            continue;
        };
        if judgement.expires.is_some_and(|last| last < today) {
            continue;
        }
        let newer = |known: &&Override| known.version < judgement.version;
        if holding.get(row).is_none_or(newer) {
            holding.insert(*row, judgement);
        }
    }
    for (row, judgement) in &holding {
        rows[*row].state = judgement.state;
    }
    let ids = holding.into_iter();
    ids.map(|(row, judgement)| (row, judgement.id)).collect()
}
