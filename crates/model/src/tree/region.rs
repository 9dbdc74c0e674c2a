//! The places of China: provinces, the prefectures in them, the counties in
//! those, as the Ministry of Civil Affairs names them (2023).

use std::collections::HashMap;
use std::sync::LazyLock;

/// One place a line, indented by one blank a level.
const NAMES: &str = include_str!("regions.txt");

/// What a name may end with that people leave out; the longer ones first.
const ENDINGS: &[&str] = &[
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "新区",
    "林区",
    "省",
    "市",
    "盟",
    "区",
    "县",
    "旗",
];

/// Peoples whose names autonomous places carry, left out as well.
const PEOPLES: &[&str] = &[
    "维吾尔",
    "壮族",
    "回族",
    "土家族",
    "苗族",
    "藏族",
    "羌族",
    "彝族",
    "哈尼族",
    "傣族",
    "景颇族",
    "白族",
    "傈僳族",
    "蒙古族",
    "蒙古",
    "朝鲜族",
    "布依族",
    "侗族",
    "柯尔克孜",
    "哈萨克",
    "满族",
    "瑶族",
    "黎族",
    "畲族",
    "仡佬族",
    "水族",
    "佤族",
    "拉祜族",
    "纳西族",
    "独龙族",
    "怒族",
    "布朗族",
    "达斡尔族",
    "东乡族",
    "保安族",
    "撒拉族",
    "土族",
    "裕固族",
    "锡伯",
    "塔吉克",
    "各族",
];

struct Place {
    short: &'static str,
    parent: Option<usize>,
    depth: usize,
}

struct Places {
    all: Vec<Place>,
    /// By full and by short name.
    named: HashMap<&'static str, Vec<usize>>,
    /// Characters of the longest name.
    longest: usize,
}

static PLACES: LazyLock<Places> = LazyLock::new(|| {
    let mut places = Places {
        all: Vec::new(),
        named: HashMap::new(),
        longest: 0,
    };
    let mut above: Vec<usize> = Vec::new();
    for line in NAMES.lines() {
        let name = line.trim_start();
        let (depth, at) = (line.len() - name.len(), places.all.len());
        above.truncate(depth);
        let short = short(name);
        places.all.push(Place {
            short,
            parent: above.last().copied(),
            depth,
        });
        above.push(at);
        places.longest = places.longest.max(name.chars().count());
        places.named.entry(name).or_default().push(at);
        if short != name {
            places.named.entry(short).or_default().push(at);
        }
    }
    places
});

/// A name as people say it: without its rank, and without the peoples.
fn short(name: &'static str) -> &'static str {
    let fits = |text: &&str| text.chars().count() >= 2;
    let bare = ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending).filter(fits));
    let Some(mut bare) = bare else { return name };
    while let Some(shorter) = PEOPLES
        .iter()
        .find_map(|people| bare.strip_suffix(people).filter(fits))
    {
        bare = shorter;
    }
    bare
}

/// A place, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region(usize);

impl Region {
    /// The innermost place that a text begins with the way to: `江苏`,
    /// `江苏省苏州市`, `苏州市工业园区`. `None` for other texts, and for names
    /// that several places of one rank share.
    pub(super) fn of(text: &str) -> Option<Self> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut rest = letters.strip_prefix(&['中', '国']).unwrap_or(&letters);
        let mut found: Option<usize> = None;
        while let Some((place, length)) = step(found, rest) {
            found = Some(place);
            rest = &rest[length..];
        }
        found.map(Self)
    }

    /// Whether it is `whole` or lies in it.
    pub(super) fn is_in(self, whole: Self) -> bool {
        lies_in(self.0, Some(whole.0))
    }

    /// The names of the places it lies in and its own, the outermost first.
    pub(super) fn path(self) -> Vec<&'static str> {
        let mut path = Vec::new();
        let mut place = Some(self.0);
        while let Some(at) = place {
            path.push(PLACES.all[at].short);
            place = PLACES.all[at].parent;
        }
        path.reverse();
        path
    }

    /// Its name as people say it.
    pub(super) fn short_name(self) -> &'static str {
        PLACES.all[self.0].short
    }
}

/// The place inside `whole` that `rest` begins with, and its name's length:
/// the longest name first, then the highest rank.
fn step(whole: Option<usize>, rest: &[char]) -> Option<(usize, usize)> {
    let longest = PLACES.longest.min(rest.len());
    (2..=longest).rev().find_map(|length| {
        let name: String = rest[..length].iter().collect();
        let named = PLACES.named.get(name.as_str())?;
        let inside = || {
            let inside = |place: &&usize| Some(**place) != whole && lies_in(**place, whole);
            named.iter().filter(inside)
        };
        let rank = inside().map(|place| PLACES.all[*place].depth).min()?;
        let mut highest = inside().filter(|place| PLACES.all[**place].depth == rank);
        let first = *highest.next()?;
        highest.next().is_none().then_some((first, length))
    })
}

fn lies_in(mut place: usize, whole: Option<usize>) -> bool {
    let Some(whole) = whole else { return true };
    loop {
        if place == whole {
            return true;
        }
        match PLACES.all[place].parent {
            Some(parent) => place = parent,
            None => return false,
        }
    }
}
