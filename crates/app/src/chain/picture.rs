//! A chain as a picture: what is drawn is gathered here, `suoji_picture` draws it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;
use suoji_model::words::{Language, sentence, word};
use suoji_picture::{PictureError, Sheet};
use uuid::Uuid;

use super::beside::Beside;
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::time;

/// Gaps that get a slide each when nobody chooses.
const SLIDES: usize = 6;
/// Gaps, targets and parks of a summary, and targets of a slide.
const ROWS: u32 = 12;
/// Parks of a slide.
const PARKS: usize = 4;

/// The words of sheets, under `picture.`.
const WORDS: [&str; 52] = [
    "title",
    "day",
    "sources",
    "formula",
    "complete",
    "measured",
    "covered",
    "local",
    "target",
    "local_short",
    "target_short",
    "local_count",
    "target_count",
    "more",
    "ten_gaps",
    "ten_targets",
    "parks_to_visit",
    "gap",
    "within",
    "score",
    "rank_span",
    "place",
    "closes",
    "park",
    "serves",
    "targets",
    "too_little",
    "gap_score",
    "why",
    "coverage",
    "part_importance",
    "part_feasibility",
    "part_availability",
    "part_policy",
    "to_call",
    "no_target",
    "no_gap",
    "no_park",
    "and_more",
    "joint",
    "apart",
    "by_scope",
    "pins",
    "score_parts",
    "score_sum",
    "part_unknown",
    "sought_by",
    "near",
    "near_none",
    "downstream",
    "upstream",
    "and_more_firms",
];

/// What is drawn; `Request` of `ui/src/map/poster/request.ts`.
#[derive(Serialize)]
struct Told {
    form: PictureForm,
    dark: bool,
    map: ChainMap,
    english: bool,
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    layer: Option<String>,
    gaps: Vec<ToldGap>,
    targets: Vec<ToldTarget>,
    parks: Vec<ToldPark>,
    words: std::collections::BTreeMap<String, String>,
}

#[derive(Serialize)]
struct ToldGap {
    #[serde(flatten)]
    gap: ChainGap,
    why: Vec<String>,
    targets: Vec<ToldTarget>,
    #[serde(flatten)]
    beside: Beside,
    parks: Vec<ToldPark>,
}

#[derive(Serialize)]
struct ToldTarget {
    name: String,
    region: String,
    park: String,
    score: Option<f64>,
    segment: String,
    why: Vec<String>,
}

#[derive(Serialize)]
struct ToldPark {
    name: String,
    region: String,
    gaps: Vec<String>,
    targets: usize,
    score: f64,
}

impl App {
    /// A chain as files of pictures.
    pub(crate) async fn chain_picture(&self, request: ChainPicture) -> Result<ChainFiles, Fault> {
        let form = request.form.unwrap_or(PictureForm::A1);
        let format = request.format;
        let told = self.told(&request, form).await?;
        let name = format!("{}_{}", file_name(&told.map.chain.code), time::stamp());
        let made = tokio::task::spawn_blocking(move || files(&told, form, format, &name)).await;
        let made = made.map_err(|error| failed(&error))?;
        Ok(ChainFiles {
            files: made.map_err(|error| failed(&error))?,
        })
    }

    async fn told(&self, request: &ChainPicture, form: PictureForm) -> Result<Told, Fault> {
        let language = Language::of_tag(request.language.as_deref().unwrap_or_default());
        let (chain, segment) = (request.chain.clone(), request.segment);
        let (at, limit) = (None, Some(ROWS));
        let map = self
            .chain_map(ChainMapRequest {
                chain: chain.clone(),
                at,
            })
            .await?;
        let mut told = Told {
            form,
            dark: request.dark.unwrap_or(false),
            map,
            english: language == Language::English,
            day: time::today(),
            segment,
            layer: request.layer.clone(),
            gaps: Vec::new(),
            targets: Vec::new(),
            parks: Vec::new(),
            words: words(language),
        };
        if !matches!(form, PictureForm::Slides | PictureForm::Summary) {
            return Ok(told);
        }
        let asked = ChainGapsRequest {
            chain: chain.clone(),
            segment,
            limit: None,
        };
        let mut gaps = self.chain_gaps(asked).await?.gaps;
        gaps.retain(|gap| request.layer.as_ref().is_none_or(|only| gap.layer == *only));
        match (&request.gaps, form) {
            (Some(chosen), _) => gaps.retain(|gap| chosen.contains(&gap.segment)),
            (None, PictureForm::Slides) => gaps.truncate(SLIDES),
            (None, _) => gaps.truncate(ROWS as usize),
        }
        let parks = match form {
            PictureForm::Slides => self.all_parks(&chain).await?,
            _ => Vec::new(),
        };
        for gap in gaps {
            let gap = self.told_gap(&chain, gap, form, &parks, language).await?;
            told.gaps.push(gap);
        }
        if form == PictureForm::Summary {
            let asked = ChainTargetsRequest {
                chain: chain.clone(),
                segment,
                limit: limit.filter(|_| request.layer.is_none()),
            };
            let targets = self.chain_targets(asked).await?.targets;
            let shown = Shown::of(&told.map, request.layer.as_deref());
            told.targets = targets
                .iter()
                .filter(|one| shown.has(one.segment))
                .take(ROWS as usize)
                .map(|one| target(one, &told.map, language))
                .collect();
            let asked = ChainParksRequest {
                chain: Some(chain),
                segment,
                limit,
            };
            told.parks = self
                .chain_parks(asked)
                .await?
                .parks
                .iter()
                .filter_map(|one| park(one, &shown, language))
                .collect();
        }
        Ok(told)
    }

    /// Every park that a visit to serves a gap of a chain, the best first.
    async fn all_parks(&self, chain: &str) -> Result<Vec<ChainPark>, Fault> {
        let asked = ChainParksRequest {
            chain: Some(chain.to_owned()),
            segment: None,
            limit: Some(u32::MAX),
        };
        Ok(self.chain_parks(asked).await?.parks)
    }

    async fn told_gap(
        &self,
        chain: &str,
        mut gap: ChainGap,
        form: PictureForm,
        parks: &[ChainPark],
        language: Language,
    ) -> Result<ToldGap, Fault> {
        if language == Language::English {
            gap.path.clone_from(&gap.path_en);
        }
        // A slide says where the gap is above its name.
        if let Some(name) = gap.path.pop() {
            gap.name = name;
        }
        if form != PictureForm::Slides {
            return Ok(ToldGap {
                gap,
                why: Vec::new(),
                targets: Vec::new(),
                beside: Beside::default(),
                parks: Vec::new(),
            });
        }
        let asked = ChainSegmentRequest {
            segment: gap.segment,
            at: None,
        };
        let why = self.chain_segment(asked).await?.why;
        let asked = ChainTargetsRequest {
            chain: chain.to_owned(),
            segment: Some(gap.segment),
            limit: Some(ROWS),
        };
        let targets = self.chain_targets(asked).await?.targets;
        let targets = targets.iter().map(|one| ToldTarget {
            segment: gap.name.clone(),
            ..target_alone(one, language)
        });
        let desk = self.desk().await?;
        let (seen, row) = self.seen_segment(&desk, gap.segment, None).await?;
        let parks = parks
            .iter()
            .filter_map(|one| park_for(one, gap.segment, language));
        Ok(ToldGap {
            beside: Beside::of(&seen, row, language),
            parks: parks.take(PARKS).collect(),
            why: why
                .iter()
                .map(|reason| told_reason(reason, language))
                .collect(),
            targets: targets.collect(),
            gap,
        })
    }
}

fn target_alone(target: &ChainTarget, language: Language) -> ToldTarget {
    let reasons = target.reasons.iter();
    ToldTarget {
        name: target.name.clone(),
        region: target.region.clone().unwrap_or_default(),
        park: target
            .park
            .as_ref()
            .map(|park| park.title.clone())
            .unwrap_or_default(),
        score: target.score,
        segment: String::new(),
        why: reasons
            .map(|reason| told_reason(reason, language))
            .collect(),
    }
}

fn target(target: &ChainTarget, map: &ChainMap, language: Language) -> ToldTarget {
    let segment = map.segments.iter().find(|one| one.id == target.segment);
    ToldTarget {
        segment: segment
            .map(|one| in_language(&one.name, one.name_en.as_ref(), language))
            .unwrap_or_default(),
        ..target_alone(target, language)
    }
}

/// The name of something in a language, as far as it has one.
pub(super) fn in_language(name: &str, english: Option<&String>, language: Language) -> String {
    match (language, english) {
        (Language::English, Some(english)) if !english.is_empty() => english.clone(),
        _ => name.to_owned(),
    }
}

/// The segments a picture is about.
struct Shown(Option<std::collections::BTreeSet<Uuid>>);

impl Shown {
    /// Those of a layer, or all.
    fn of(map: &ChainMap, layer: Option<&str>) -> Self {
        let inside = |layer: &str| {
            let segments = map.segments.iter().filter(|one| one.layer == layer);
            segments.map(|one| one.id).collect()
        };
        Self(layer.map(inside))
    }

    fn has(&self, segment: Uuid) -> bool {
        self.0.as_ref().is_none_or(|all| all.contains(&segment))
    }
}

/// A park with what it serves of what is shown; nothing where that is nothing.
fn park(park: &ChainPark, shown: &Shown, language: Language) -> Option<ToldPark> {
    let gaps = park.gaps.iter().filter(|gap| shown.has(gap.segment));
    let gaps: Vec<String> = gaps
        .map(|gap| in_language(&gap.name, gap.name_en.as_ref(), language))
        .collect();
    let targets = park.targets.iter().filter(|one| shown.has(one.segment));
    (!gaps.is_empty()).then(|| ToldPark {
        name: park.name.clone(),
        region: park.region.clone().unwrap_or_default(),
        gaps,
        targets: targets.count(),
        score: park.score,
    })
}

/// A park as it serves one gap, with the other gaps that the same visit serves.
fn park_for(park: &ChainPark, segment: Uuid, language: Language) -> Option<ToldPark> {
    let this = park.gaps.iter().find(|gap| gap.segment == segment)?;
    let others = park.gaps.iter().filter(|gap| gap.segment != segment);
    let gaps = others.map(|gap| in_language(&gap.name, gap.name_en.as_ref(), language));
    Some(ToldPark {
        name: park.name.clone(),
        region: park.region.clone().unwrap_or_default(),
        gaps: gaps.collect(),
        targets: this.targets as usize,
        score: park.score,
    })
}

fn told_reason(reason: &ChainReason, language: Language) -> String {
    let params = reason.params.iter();
    let params = params.map(|(name, value)| (name.as_str(), value.as_str()));
    let told = sentence(language, &format!("chain.reason.{}", reason.code), params);
    match language {
        Language::Chinese => told,
        // The fonts of pictures draw curled quotation marks as wide as a Chinese letter.
        Language::English => told.replace(['“', '”'], "\""),
    }
}

fn words(language: Language) -> std::collections::BTreeMap<String, String> {
    let of = |name: &str, key: String| (name.to_owned(), word(language, &key).to_owned());
    let own = WORDS.iter().map(|name| of(name, format!("picture.{name}")));
    let layers = ["upstream", "midstream", "downstream", "support"].iter();
    let layers = layers.map(|name| {
        of(
            &format!("layer.{name}"),
            format!("choice.segment.layer.{name}"),
        )
    });
    let states = ["strong", "weak", "missing", "extend", "unknown"].iter();
    let states = states.map(|name| {
        of(
            &format!("state.{name}"),
            format!("choice.segment_override.state.{name}"),
        )
    });
    own.chain(layers).chain(states).collect()
}

fn files(
    told: &Told,
    form: PictureForm,
    format: PictureFormat,
    name: &str,
) -> Result<Vec<ChainFile>, PictureError> {
    let request =
        serde_json::to_value(told).map_err(|error| PictureError::Draw(error.to_string()))?;
    let sheets = suoji_picture::draw(&request)?;
    let (millimetres, pixels) = size(form);
    let file = |name: String, bytes: Vec<u8>| ChainFile {
        name,
        data: BASE64.encode(bytes),
    };
    let each = |ending: &str, bytes: &dyn Fn(&Sheet) -> Result<Vec<u8>, PictureError>| {
        let made = (1..).zip(&sheets).map(|(at, sheet)| {
            let series = matches!(form, PictureForm::Slides) || sheets.len() > 1;
            let name = match series {
                true => format!("{at:02}_{}.{ending}", file_name(&sheet.name)),
                false => format!("{name}.{ending}"),
            };
            Ok(file(name, bytes(sheet)?))
        });
        made.collect::<Result<Vec<ChainFile>, PictureError>>()
    };
    match format {
        PictureFormat::Svg => each("svg", &|sheet| Ok(sheet.svg.clone().into_bytes())),
        PictureFormat::Png => each("png", &|sheet| suoji_picture::png(sheet, pixels)),
        PictureFormat::Pdf => {
            let title = sheets.first().map_or(name, |sheet| sheet.name.as_str());
            let bytes = suoji_picture::pdf(&sheets, millimetres, title)?;
            Ok(vec![file(format!("{name}.pdf"), bytes)])
        }
    }
}

/// How wide a sheet is: in millimetres, and in pixels (150 to the inch on large paper,
/// 220 on small).
fn size(form: PictureForm) -> (f32, u32) {
    match form {
        PictureForm::A0 => (1189.0, 7022),
        PictureForm::A1 => (841.0, 4967),
        PictureForm::A2 => (594.0, 3508),
        PictureForm::A3 => (420.0, 3638),
        PictureForm::A4 => (297.0, 2573),
        PictureForm::Slides => (338.7, 1920),
        PictureForm::Summary => (210.0, 1819),
    }
}

/// A name with what no file system allows left out.
pub(super) fn file_name(name: &str) -> String {
    let kept = name.chars().map(|letter| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        letter if letter.is_control() => '_',
        letter => letter,
    });
    kept.collect()
}

fn failed(error: &dyn std::error::Error) -> Fault {
    Fault::new(Code::Internal).with("detail", error.to_string())
}
