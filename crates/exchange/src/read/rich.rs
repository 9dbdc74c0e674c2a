//! Texts of which a part is struck through, as people do who write the new
//! value beside the old one.

use std::collections::HashMap;

use super::parts::{attribute, plain};

/// By the whole text as its reader joins it, what of it is not struck through.
pub(super) type Struck = HashMap<String, String>;

/// What a list of texts has somewhere, if any of them is struck through.
pub(super) const STRIKE: &str = "<strike";

/// The texts of a workbook's list of shared ones.
pub(super) fn struck(shared: &str) -> Struck {
    let mut found = Struck::new();
    let (mut whole, mut kept) = (String::new(), String::new());
    let (mut is_struck, mut is_sound) = (false, false);
    for tag in shared.split('<').skip(1) {
        let Some((tag, text)) = tag.split_once('>') else {
            continue;
        };
        let end = tag.find([' ', '\t', '\r', '\n']);
        let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
        match name.trim_end_matches('/').rsplit(':').next() {
            Some("si") => (whole.clear(), kept.clear()).0,
            Some("r") => is_struck = false,
            Some("strike") => {
                let value = attribute(rest, "val");
                is_struck = !matches!(value.as_deref(), Some("0" | "false"));
            }
            Some("rPh" | "/rPh") => is_sound = !name.starts_with('/'),
            Some("t") if !name.ends_with('/') && !is_sound => {
                let keeps = attribute(rest, "xml:space").as_deref() == Some("preserve");
                let text = plain(text);
                let text = match keeps {
                    true => &*text,
                    false => text.trim_matches([' ', '\t', '\r', '\n']),
                };
                whole.push_str(text);
                if !is_struck {
                    kept.push_str(text);
                }
            }
            Some("/si") if whole != kept => {
                found.insert(whole.clone(), kept.trim().to_owned());
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_struck_through_is_not_kept() {
        let shared = "<sst><si><t>甲</t></si>\
                      <si><r><rPr><strike/><sz val=\"9\"/></rPr><t>1200</t></r>\
                      <r><rPr><strike val=\"0\"/></rPr><t xml:space=\"preserve\"> 1500</t></r></si>\
                      <si><r><rPr><strike/></rPr><t>乙</t></r></si></sst>";
        let found = struck(shared);
        assert_eq!(found.len(), 2);
        assert_eq!(found.get("1200 1500").map(String::as_str), Some("1500"));
        assert_eq!(found.get("乙").map(String::as_str), Some(""));
        assert!(struck("<sst><si><t>strike</t></si></sst>").is_empty());
    }
}
