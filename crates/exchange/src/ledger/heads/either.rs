//! Headings that name two things of which a ledger knows one: 园区/项目名称.

use suoji_model::Shape;

use super::{Head, Match, SURE};
use crate::ledger::columns::shape;
use crate::ledger::words::{Role, Vocabulary};

/// Confidence in the half of a heading.
const HALF: u8 = 75;
/// What ends both halves.
const ENDINGS: &[&str] = &["名称", "单位", "姓名"];

/// What a heading of two halves asks for by the first that is known, where that
/// is a name or another text.
pub(super) fn of(child: &str, vocabulary: &Vocabulary) -> Option<Match> {
    let (one, other) = child.split_once('/')?;
    let ending = ENDINGS.iter().find(|ending| other.ends_with(**ending));
    let whole = ending.map(|ending| format!("{one}{ending}"));
    let halves = [Some(one.to_owned()), whole, Some(other.to_owned())];
    let found = halves.into_iter().flatten().find_map(|half| {
        let parts = vec![half];
        let found = Head { parts }.matches(vocabulary);
        found.into_iter().find(|found| found.confidence >= SURE)
    })?;
    let is_text = matches!(found.role, Role::Field(_))
        && matches!(
            shape(Some(found.role)),
            Some(Shape::Text { .. } | Shape::Ref(_))
        );
    is_text.then_some(Match {
        confidence: HALF,
        reason: "heading_similar",
        ..found
    })
}
