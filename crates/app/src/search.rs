//! Search over all kinds.

use suoji_model::kinds::NOTE;
use suoji_store::{Desk, Hit};
use uuid::Uuid;

use crate::app::App;
use crate::contract::*;
use crate::fault::Fault;
use crate::{kinds, titles};

/// The most hits of a search.
const MOST_HITS: u32 = 100;
/// Characters of a snippet on either side of what was found.
const AROUND: usize = 12;

impl App {
    /// The records that contain a text.
    pub(crate) async fn search(&self, request: SearchRequest) -> Result<SearchHits, Fault> {
        let desk = self.desk().await?;
        let limit = request.limit.min(MOST_HITS);
        let asked = request.kinds.unwrap_or_default();
        let mut kinds = Vec::new();
        for name in &asked {
            kinds.push(kinds::find(name)?.name);
        }
        let mut hits = Vec::new();
        for hit in desk.search(&request.text, &kinds, limit).await? {
            // What only serves other kinds is found when it is asked for; a
            // note leads to what it is about.
            if !asked.is_empty() || !hit.kind.internal || hit.kind.name == NOTE.name {
                hits.extend(shown(&desk, hit).await?);
            }
        }
        Ok(SearchHits { hits })
    }
}

/// A hit as a window shows it; `None` for a note about nothing that is there.
async fn shown(desk: &Desk, hit: Hit) -> Result<Option<SearchHit>, Fault> {
    let (snippet, snippet_marks) = snippet(&hit.text, &hit.text_marks);
    if hit.kind.name == NOTE.name {
        let note = desk.record(&NOTE, hit.record).await?;
        let text = |name: &str| note.values.get(name).and_then(|value| value.as_str());
        let (Some(kind), Some(about)) = (text("about_kind"), text("about")) else {
            return Ok(None);
        };
        let Ok(about) = Uuid::parse_str(about) else {
            return Ok(None);
        };
        return Ok(Some(SearchHit {
            title: titles::title_of(desk, kind, about).await?,
            title_marks: Vec::new(),
            kind: kind.to_owned(),
            id: about,
            matched_field: NOTE.name.to_owned(),
            snippet,
            snippet_marks,
        }));
    }
    let title_marks = hit
        .title
        .as_deref()
        .map(|title| units(title, &hit.title_marks));
    Ok(Some(SearchHit {
        title_marks: title_marks.unwrap_or_default(),
        title: match hit.title {
            Some(title) => title,
            None => titles::title_of(desk, hit.kind.name, hit.record).await?,
        },
        kind: hit.kind.name.to_owned(),
        id: hit.record,
        matched_field: hit.field.to_owned(),
        snippet,
        snippet_marks,
    }))
}

/// What stands around the first mark, and the marks in it.
fn snippet(text: &str, marks: &[(usize, usize)]) -> (String, Vec<(u32, u32)>) {
    let Some((first, end)) = marks.first() else {
        return (String::new(), Vec::new());
    };
    let from = first.saturating_sub(AROUND);
    let to = end + AROUND;
    let start = if from > 0 { "…" } else { "" };
    let end = if text.chars().count() > to { "…" } else { "" };
    let middle: String = text.chars().skip(from).take(to - from).collect();
    // A line break would be a blank to whoever reads it.
    let snippet = format!("{start}{middle}{end}").replace(char::is_whitespace, " ");
    let before = start.chars().count();
    let inside = |(start, end): &(usize, usize)| {
        (*start >= from && *end <= to).then(|| (start - from + before, end - from + before))
    };
    let marks: Vec<(usize, usize)> = marks.iter().filter_map(inside).collect();
    let marks = units(&snippet, &marks);
    (snippet, marks)
}

/// Marks in characters as marks in UTF-16 units.
fn units(text: &str, marks: &[(usize, usize)]) -> Vec<(u32, u32)> {
    let unit = |place: usize| {
        let before = text.chars().take(place).map(char::len_utf16).sum::<usize>();
        u32::try_from(before).unwrap_or(u32::MAX)
    };
    let marks = marks.iter();
    marks
        .map(|(start, end)| (unit(*start), unit(*end)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_keeps_its_marks() {
        let text = "𠮷一二三四五六七八九十一二三红日药业一二三四五六七八九十一二三";
        let (shown, marks) = snippet(text, &[(14, 16)]);
        assert_eq!(
            shown,
            "…二三四五六七八九十一二三红日药业一二三四五六七八九十…"
        );
        assert_eq!(marks, [(13, 15)]);
        assert_eq!(snippet("𠮷红日\n甲", &[(1, 3)]).1, [(2, 4)]);
        assert_eq!(snippet("红日", &[]).0, "");
    }
}
