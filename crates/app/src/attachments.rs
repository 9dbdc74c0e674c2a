//! Files attached to records.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};
use suoji_model::kinds::ATTACHMENT;
use suoji_model::log::{Intent, Values};
use suoji_store::{Content, Health, Record, Write};

use crate::about::{about, text};
use crate::app::App;
use crate::contract::*;
use crate::fault::{Code, Fault};
use crate::{kinds, time, titles};

/// The largest file that can be attached.
const MOST_BYTES: usize = 50 << 20;
/// The longest name of a file, in bytes: systems take 255, and may number a
/// second file of the same name.
const LONGEST_NAME: usize = 240;
/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
/// Devices with a number.
const NUMBERED_DEVICES: [&str; 2] = ["COM", "LPT"];

impl App {
    /// The files attached to a record, newest first.
    pub(crate) async fn attachments(&self, request: RecordRequest) -> Result<Attachments, Fault> {
        kinds::find(&request.kind)?;
        let desk = self.desk().await?;
        let found = about(&desk, &ATTACHMENT, request.id, "content").await?;
        let files = found
            .iter()
            .map(|(record, _)| (text(record, "sha256"), bytes(record)));
        let health = desk.file_health(files.collect()).await?;
        let mut files = Vec::new();
        for ((record, origin), health) in found.into_iter().zip(health) {
            files.push(AttachmentView {
                id: record.id,
                version: record.version,
                file_name: safe_name(&record),
                media_type: text(&record, "media_type"),
                bytes: bytes(&record),
                sha256: text(&record, "sha256"),
                at: time::rfc3339(origin.at_ms),
                person: titles::person(&desk, origin.person).await?,
                state: match health {
                    Health::Present => AttachmentState::Present,
                    Health::Missing => AttachmentState::Missing,
                    Health::Changed => AttachmentState::Changed,
                },
            });
        }
        Ok(Attachments { files })
    }

    /// Attaches a file to a record.
    pub(crate) async fn attach(&self, request: Attach) -> Result<Saved, Fault> {
        let kind = kinds::find(&request.kind)?;
        let file_name = plain_name(&request.file_name)
            .ok_or_else(|| Fault::new(Code::BadFileName).with("file", &request.file_name))?;
        let too_large = |bytes: usize| {
            Fault::new(Code::AttachmentTooLarge)
                .with("file", &file_name)
                .with(
                    "detail",
                    format!("{} MB > {} MB", bytes >> 20, MOST_BYTES >> 20),
                )
        };
        // Not even decoded: three bytes stand in four characters.
        if request.data.len() / 4 > MOST_BYTES / 3 + 1 {
            return Err(too_large(request.data.len() / 4 * 3));
        }
        let data = BASE64
            .decode(&request.data)
            .map_err(|error| Fault::new(Code::BadRequest).with("detail", error.to_string()))?;
        if data.len() > MOST_BYTES {
            return Err(too_large(data.len()));
        }
        let size = data.len();
        let sha256 = {
            let desk = self.desk().await?;
            desk.record(kind, request.id).await?;
            // The bytes first: a record never names a file that was not kept.
            desk.keep_file(data).await?
        };
        let set = Values::from_iter([
            ("about_kind".to_owned(), json!(kind.name)),
            ("about".to_owned(), json!(request.id)),
            ("media_type".to_owned(), json!(media_type(&file_name))),
            ("file_name".to_owned(), json!(file_name)),
            ("bytes".to_owned(), json!({ "number": size.to_string() })),
            ("sha256".to_owned(), json!(sha256)),
        ]);
        self.write(Intent::Create, Write::create(&ATTACHMENT, set))
            .await
    }

    /// The bytes of an attachment, when they are those that were attached.
    pub(crate) async fn attachment_data(
        &self,
        request: AttachmentRequest,
    ) -> Result<AttachmentData, Fault> {
        let desk = self.desk().await?;
        let record = desk.record(&ATTACHMENT, request.id).await?;
        let file_name = safe_name(&record);
        let lost = |code, path: std::path::PathBuf| {
            Fault::new(code)
                .about(ATTACHMENT.name, request.id)
                .with("file", &file_name)
                .with("path", path.display().to_string())
        };
        match desk.file(&text(&record, "sha256")).await? {
            Content::Present(data) => Ok(AttachmentData {
                media_type: text(&record, "media_type"),
                data: BASE64.encode(data),
                file_name,
            }),
            Content::Missing(path) => Err(lost(Code::AttachmentMissing, path)),
            Content::Changed(path) => Err(lost(Code::AttachmentChanged, path)),
        }
    }
}

/// An attachment's name. Somebody may have edited it since; it must not lead
/// a host that saves the file out of its folder.
fn safe_name(record: &Record) -> String {
    plain_name(&text(record, "file_name")).unwrap_or_else(|| record.id.to_string())
}

/// An attachment's size as its record says.
fn bytes(record: &Record) -> u64 {
    let number = record
        .values
        .get("bytes")
        .and_then(|bytes| bytes.get("number"));
    let number = number.and_then(Json::as_str);
    number.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// A file's name without folders and without what some system does not take;
/// `None` when nothing is left of it.
fn plain_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !turns_text(*c))
        .map(|c| if r#"<>:"|?*"#.contains(c) { '_' } else { c })
        .collect();
    // Windows drops dots and spaces at the end.
    let kept = kept.trim().trim_end_matches(['.', ' ']);
    if kept.is_empty() {
        return None;
    }
    let kept = if is_device(kept) {
        format!("_{kept}")
    } else {
        kept.to_owned()
    };
    if kept.len() <= LONGEST_NAME {
        return Some(kept);
    }
    // The ending says what the file is; it stays.
    let ending = kept
        .rfind('.')
        .map(|at| &kept[at..])
        .filter(|ending| ending.len() < 40)
        .unwrap_or_default();
    let room = kept.floor_char_boundary(LONGEST_NAME - ending.len());
    Some(format!("{}{ending}", &kept[..room]))
}

/// Whether Windows takes a name for a device's.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end().to_uppercase();
    let numbers = NUMBERED_DEVICES
        .iter()
        .filter_map(|device| stem.strip_prefix(device));
    let mut numbers = numbers.filter(|number| number.chars().count() == 1);
    DEVICES.contains(&&*stem) || numbers.any(|number| "0123456789¹²³".contains(number))
}

/// Characters that make a name look like another one.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A file's type by the ending of its name.
fn media_type(name: &str) -> &'static str {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref().unwrap_or_default() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "bmp" => "image/bmp",
        "tif" | "tiff" => "image/tiff",
        "pdf" => "application/pdf",
        "txt" | "log" => "text/plain",
        "csv" => "text/csv",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "wps" | "et" | "dps" => "application/vnd.ms-works",
        "ofd" => "application/ofd",
        "zip" => "application/zip",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_anywhere() {
        let plain = |name: &str| plain_name(name).unwrap_or_default();
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain(r"D:\项目\合同（终稿）.pdf"), "合同（终稿）.pdf");
        assert_eq!(plain("a\u{202e}fdp.exe\0"), "afdp.exe");
        assert_eq!(plain("what?.txt. . "), "what_.txt");
        for name in ["", "..", "/", "a/..", "\\", " . "] {
            assert_eq!(plain_name(name), None, "{name:?}");
        }
        for (name, kept) in [
            ("CON", "_CON"),
            ("nul.tar.gz", "_nul.tar.gz"),
            ("Com1 .txt", "_Com1 .txt"),
            ("LPT².pdf", "_LPT².pdf"),
            ("console.txt", "console.txt"),
            ("com10.txt", "com10.txt"),
            (r"C:\NUL", "_NUL"),
            (r"\\?\C:\a\合同.pdf", "合同.pdf"),
            ("C:合同.pdf", "C_合同.pdf"),
        ] {
            assert_eq!(plain(name), kept);
        }
        for long in ["长", "a", "𠮷"] {
            let name = format!("{}.pdf", long.repeat(300));
            let long = plain(&name);
            assert!((LONGEST_NAME - 3..=LONGEST_NAME).contains(&long.len()));
            assert!(long.ends_with(".pdf"));
        }
    }
}
