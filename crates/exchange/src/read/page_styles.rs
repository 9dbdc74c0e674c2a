//! How a web page colours, strikes through and hides what it shows, as far as
//! that carries meaning.

use std::collections::HashMap;
use std::str::FromStr as _;

use dom_query::{Document, NodeRef};
use svgtypes::Color;

/// How one thing on a page looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The colour behind it.
    pub(super) fill: Option<[u8; 3]>,
    /// The colour of its text.
    pub(super) ink: Option<[u8; 3]>,
    /// Whether it is struck through.
    pub(super) struck: bool,
    /// Whether it is not shown at all.
    pub(super) hidden: bool,
}

impl Style {
    /// This, and what it does not say as the thing around it has it.
    pub(super) fn over(self, around: Self) -> Self {
        Self {
            fill: self.fill.or(around.fill),
            ink: self.ink.or(around.ink),
            struck: self.struck || around.struck,
            hidden: self.hidden || around.hidden,
        }
    }

    /// The style of `property: value; …`.
    fn parse(declarations: &str) -> Self {
        let mut style = Self::default();
        for declaration in declarations.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim().to_ascii_lowercase();
            match property.trim().to_ascii_lowercase().as_str() {
                "background" | "background-color" => style.fill = fill(&value).or(style.fill),
                "color" => style.ink = colour(&value).or(style.ink),
                "text-decoration" | "text-decoration-line" => {
                    style.struck = value.contains("line-through");
                }
                "display" => style.hidden = value.starts_with("none"),
                _ => {}
            }
        }
        style
    }
}

/// The first colour among the words of a value, without white.
fn fill(value: &str) -> Option<[u8; 3]> {
    let whole = colour(value);
    let found = whole.or_else(|| value.split_whitespace().find_map(colour));
    found.filter(|rgb| *rgb != [u8::MAX; 3])
}

fn colour(value: &str) -> Option<[u8; 3]> {
    let value = value.trim_end_matches("!important").trim();
    let is_named = !matches!(value, "none" | "transparent");
    let color = Color::from_str(value).ok().filter(|_| is_named)?;
    Some([color.red, color.green, color.blue])
}

/// The styles that a page gives to classes.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Those of all sheets of styles in the page, for rules of one class.
    pub(super) fn of(document: &Document) -> Self {
        let mut styles = Self::default();
        for sheet in document.select("style").nodes() {
            let text = sheet.text();
            for rule in text.split('}') {
                let Some((selectors, declarations)) = rule.rsplit_once('{') else {
                    continue;
                };
                let style = Style::parse(declarations);
                if style == Style::default() {
                    continue;
                }
                for selector in selectors.split(',').map(str::trim) {
                    let class = selector.rsplit_once('.').map(|(_, class)| class);
                    let is_one = |class: &&str| !class.contains([' ', ':', '>', '[']);
                    if let Some(class) = class.filter(is_one) {
                        styles.0.insert(class.to_owned(), style);
                    }
                }
            }
        }
        styles
    }

    /// How an element looks by itself.
    pub(super) fn of_node(&self, node: &NodeRef<'_>) -> Style {
        let mut style = Style::default();
        if let Some(inline) = node.attr("style") {
            style = Style::parse(&inline);
        }
        if let Some(classes) = node.attr("class") {
            let known = classes.split_whitespace().filter_map(|one| self.0.get(one));
            style = known.fold(style, |style, class| style.over(*class));
        }
        let own = |name: &str| node.attr(name).map(|value| value.to_ascii_lowercase());
        let name = node.node_name();
        let is_named = |names: &[&str]| name.as_ref().is_some_and(|own| names.contains(&&**own));
        style.over(Style {
            fill: own("bgcolor").and_then(|value| fill(&value)),
            ink: own("color").and_then(|value| colour(&value)),
            struck: is_named(&["s", "strike", "del"]),
            hidden: node.attr("hidden").is_some(),
        })
    }
}
