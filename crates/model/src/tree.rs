//! Values that lie in one another: a city in its province, a class of
//! industry in its division. A filter on the larger one finds the smaller.

mod industry;
mod industry_names;
mod region;

use industry::Industry;
use region::Region;

/// What the texts of a field are places in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tree {
    /// The provinces, prefectures and counties of China.
    Region,
    /// The classes of industry of GB/T 4754.
    Industry,
}

impl Tree {
    /// The name in the wire format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Industry => "industry",
        }
    }

    /// Those of `texts` that name `whole` or something in it. A text that is
    /// no place of the tree counts when `whole` stands in it as written.
    pub fn within<'t>(self, whole: &str, texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
        let texts = texts.into_iter();
        match self {
            Self::Region => {
                let place = Region::of(whole);
                let holds = |text: &&str| match (place, Region::of(text)) {
                    (Some(place), Some(inner)) => inner.is_in(place),
                    (Some(place), None) => text.contains(place.short_name()),
                    (None, _) => text.contains(whole.trim()),
                };
                texts.filter(holds).collect()
            }
            Self::Industry => {
                let class = Industry::of(whole);
                let named = Industry::named(whole);
                let holds = |text: &&str| match (class, Industry::of(text)) {
                    (Some(class), Some(inner)) => inner.is_in(class),
                    (None, Some(inner)) if named.iter().any(|one| inner.is_in(*one)) => true,
                    _ => text.contains(whole.trim()),
                };
                texts.filter(holds).collect()
            }
        }
    }
}

/// The province, prefecture and county that a text names, the outermost first,
/// as people say them; empty for other texts.
pub fn region_path(text: &str) -> Vec<&'static str> {
    Region::of(text).map(Region::path).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_tells_where_it_lies() {
        assert_eq!(region_path("山东省济南市商河县"), ["山东", "济南", "商河"]);
        assert_eq!(region_path("上海"), ["上海"]);
        assert!(region_path("东京").is_empty());
    }

    #[test]
    fn a_filter_finds_what_lies_in_it() {
        for (tree, whole, inside, outside) in [
            (
                Tree::Region,
                "江苏",
                vec![
                    "江苏",
                    "江苏省",
                    "苏州",
                    "苏州市工业园区",
                    "江苏省苏州市",
                    "江苏 昆山",
                    "昆山市",
                    "中国江苏省-南京市",
                    "位于江苏境内",
                ],
                vec!["浙江", "吉林省吉林市", "日本", "鼓楼区", "台州"],
            ),
            (
                Tree::Region,
                "苏州市",
                vec!["苏州", "江苏苏州", "昆山", "江苏省苏州市吴江区"],
                vec!["江苏", "江苏省", "无锡市", "宿州"],
            ),
            (
                Tree::Region,
                "吉林",
                vec!["吉林", "吉林市", "长春市", "吉林省延边"],
                vec!["辽宁"],
            ),
            (
                Tree::Region,
                "北京",
                vec!["北京市朝阳区", "北京朝阳", "海淀区"],
                vec!["朝阳", "辽宁朝阳", "天津"],
            ),
            (Tree::Region, "日本", vec!["日本东京"], vec!["日照", "韩国"]),
            (
                Tree::Industry,
                "C27",
                vec!["2710", "C2710", "c27", "C2710 化学药品原料药制造", "27"],
                vec!["C28", "C", "3527", "G2710号文"],
            ),
            (
                Tree::Industry,
                "c",
                vec!["C27", "1310", "C4390", "C"],
                vec!["D44", "0610", "5110"],
            ),
            (Tree::Industry, "2710", vec!["C2710"], vec!["C27", "C2720"]),
            (
                Tree::Industry,
                "医药制造业",
                vec!["C2710", "27", "2720 化学药品制剂制造", "医药制造业"],
                vec!["C26", "C", "C3610"],
            ),
            (Tree::Industry, "制造业", vec!["C13", "C4390"], vec!["D44"]),
            (
                Tree::Industry,
                "汽车",
                vec!["3610", "汽车零部件"],
                vec!["8111"],
            ),
            (Tree::Industry, "业", vec!["工业"], vec!["C2710"]),
        ] {
            assert_eq!(tree.within(whole, inside.iter().copied()), inside);
            let none: Vec<&str> = Vec::new();
            assert_eq!(tree.within(whole, outside), none, "{whole}");
        }
    }
}
