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
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 200;

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
                file_name: text(&record, "file_name"),
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
        let name = text(&record, "file_name");
        // Somebody may have edited the name since; it must not lead a host
        // that saves the file out of its folder.
        let file_name = plain_name(&name).unwrap_or_else(|| request.id.to_string());
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
    let length = kept.chars().count();
    if kept.is_empty() {
        return None;
    }
    if length <= LONGEST_NAME {
        return Some(kept.to_owned());
    }
    // The ending says what the file is; it stays.
    let ending = kept
        .rfind('.')
        .map(|at| &kept[at..])
        .filter(|ending| ending.chars().count() < 20)
        .unwrap_or_default();
    let room = LONGEST_NAME - ending.chars().count();
    Some(kept.chars().take(room).chain(ending.chars()).collect())
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
        let plain = |name| plain_name(name).unwrap_or_default();
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain(r"D:\项目\合同（终稿）.pdf"), "合同（终稿）.pdf");
        assert_eq!(plain("a\u{202e}fdp.exe\0"), "afdp.exe");
        assert_eq!(plain("what?.txt. . "), "what_.txt");
        for name in ["", "..", "/", "a/..", "\\", " . "] {
            assert_eq!(plain_name(name), None, "{name:?}");
        }
        let long = plain(&format!("{}.pdf", "长".repeat(300)));
        assert_eq!(long.chars().count(), LONGEST_NAME);
        assert!(long.ends_with(".pdf"));
    }
}
