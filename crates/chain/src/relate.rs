//! What flows between the segments of a chain. A relation of a group holds
//! for the leaves in it, the less surely the more they are.

use uuid::Uuid;

use crate::atlas::{Atlas, RelationKind};
use crate::tree::Tree;

/// How a critical relation counts against another.
const CRITICAL: f64 = 1.5;

/// One relation, by rows.
#[derive(Debug, Clone)]
pub struct Flow {
    /// The record.
    pub id: Uuid,
    /// From where.
    pub from: usize,
    /// To where.
    pub to: usize,
    /// How.
    pub kind: RelationKind,
    /// How much of it one unit takes.
    pub coefficient: Option<f64>,
    /// How much it counts.
    pub weight: f64,
}

/// The relations of a chain.
#[derive(Debug, Clone, Default)]
pub struct Relations {
    /// In the order of their records.
    pub flows: Vec<Flow>,
    /// Rows of leaves, and the place of each row among them.
    pub leaves: Vec<usize>,
    places: Vec<usize>,
    /// For each two leaves how near a relation brings them, 0 to 1.
    near: Vec<f32>,
}

impl Relations {
    /// The relations of a chain.
    pub fn of(atlas: &Atlas, tree: &Tree) -> Self {
        let mut flows: Vec<Flow> = atlas
            .relations
            .values()
            .filter_map(|relation| {
                let critical = if relation.critical { CRITICAL } else { 1.0 };
                Some(Flow {
                    id: relation.id,
                    from: *tree.rows.get(&relation.from)?,
                    to: *tree.rows.get(&relation.to)?,
                    kind: relation.kind,
                    coefficient: relation.coefficient,
                    weight: relation.share.unwrap_or(1.0).clamp(0.0, 1.0) * critical,
                })
            })
            .collect();
        flows.sort_unstable_by_key(|flow| flow.id);
        let leaves: Vec<usize> = (0..tree.len()).filter(|row| tree.is_leaf(*row)).collect();
        let mut places = vec![usize::MAX; tree.len()];
        for (place, row) in leaves.iter().enumerate() {
            places[*row] = place;
        }
        let count = leaves.len();
        let mut near = vec![0.0_f32; count * count];
        for flow in &flows {
            let froms: Vec<usize> = tree.leaves(flow.from).collect();
            let tos: Vec<usize> = tree.leaves(flow.to).collect();
            #[expect(clippy::cast_precision_loss, reason = "a few hundred leaves")]
            #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
            let nearness = (1.0 / ((froms.len() * tos.len()) as f64).sqrt()) as f32;
            for from in &froms {
                for to in &tos {
                    let (a, b) = (places[*from], places[*to]);
                    for at in [a * count + b, b * count + a] {
                        near[at] = near[at].max(nearness);
                    }
                }
            }
        }
        Self {
            flows,
            leaves,
            places,
            near,
        }
    }

    /// The place of a leaf among the leaves.
    pub fn place(&self, row: usize) -> usize {
        self.places[row]
    }

    /// How near relations bring two leaves, by their places.
    pub fn near(&self, a: usize, b: usize) -> f32 {
        self.near[a * self.leaves.len() + b]
    }

    /// The relations that leave or reach a row, its own and those of the
    /// groups it lies in.
    pub fn touching<'r>(&'r self, tree: &'r Tree, row: usize) -> impl Iterator<Item = &'r Flow> {
        let path = tree.path(row);
        self.flows
            .iter()
            .filter(move |flow| path.contains(&flow.from) || path.contains(&flow.to))
    }
}
