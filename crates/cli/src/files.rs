//! `export`: lists out.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::kinds::Kinds;
use crate::list::{fields, filters, order};
use crate::session::Session;
use crate::stop::Stop;
use crate::templates;

/// How a list is to be written.
pub(crate) struct How {
    /// The kind; that of the template when `None`.
    pub(crate) kind: Option<String>,
    /// The superior's form to write it on.
    pub(crate) template: Option<String>,
    /// `xlsx` or `csv`; as the file's name ends when `None`.
    pub(crate) format: Option<String>,
    /// Of csv: `utf-8` or `gb18030`.
    pub(crate) encoding: Option<String>,
    /// The year that the title names.
    pub(crate) year: Option<i32>,
    pub(crate) filter: Vec<String>,
    pub(crate) sort: Vec<String>,
    pub(crate) columns: Option<Vec<String>>,
    pub(crate) unmask: bool,
}

/// Writes a list to a sheet or text file, whole or not at all.
pub(crate) async fn export(session: &Session, out: &Path, how: &How) -> Result<(), Stop> {
    let ending = out.extension().unwrap_or_default().to_string_lossy();
    let ending = how.format.clone().unwrap_or_else(|| ending.to_lowercase());
    if ending != "xlsx" && ending != "csv" {
        let path = out.display().to_string();
        return Err(Stop::Usage("bad_format", vec![("value", path)]));
    }
    session.open().await?;
    let kinds = Kinds::load(session).await?;
    let template = match &how.template {
        Some(name) => Some(templates::find(session, &kinds, name, how.kind.as_deref()).await?),
        None => None,
    };
    let of_template = template.as_ref().and_then(|one| one["kind"].as_str());
    let named = how.kind.as_deref().or(of_template).unwrap_or_default();
    let kind = kinds.kind(named);
    let encoding = how.encoding.as_deref().map(|name| match name {
        "gb18030" => "gb18030",
        _ => "utf8",
    });
    let columns = how.columns.as_deref();
    let request = json!({
        "kind": kind.name,
        "format": ending,
        "encoding": encoding,
        "filters": filters(kind, &how.filter)?,
        "sort": order(kind, &how.sort),
        "columns": columns.map(|names| fields(kind, names)),
        "template": template.as_ref().map(|one| &one["id"]),
        "year": how.year,
        "unmasked": how.unmask,
        "language": session.language_tag(),
    });
    let mut reply = session.call("export_list", request).await?;
    let data = reply["data"].take();
    let data = STANDARD
        .decode(data.as_str().unwrap_or_default())
        .map_err(|error| Stop::file("file_not_written", out, &std::io::Error::other(error)))?;
    write_whole(out, &data).map_err(|error| Stop::file("file_not_written", out, &error))?;
    let path = out.display().to_string();
    let rows = reply["rows"].to_string();
    let printed = json!({ "path": path, "rows": reply["rows"], "bytes": data.len() });
    session.print(&printed, || {
        session.sentence("export.done", &[("path", &path), ("rows", &rows)]) + "\n"
    })
}

/// Writes beside the target and renames, so that a full disk leaves an older
/// file as it was.
pub(crate) fn write_whole(out: &Path, data: &[u8]) -> std::io::Result<()> {
    // Whoever protects a file does not want another in its place.
    if fs::metadata(out).is_ok_and(|old| old.permissions().readonly()) {
        return Err(std::io::ErrorKind::PermissionDenied.into());
    }
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part = out.with_file_name(name);
    let written = fs::write(&part, data).and_then(|()| fs::rename(&part, out));
    if written.is_err() {
        // The first error is the one to tell; the part may not even exist.
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("list.csv");
        fs::write(&out, "old").unwrap();
        write_whole(&out, b"new").unwrap();
        assert_eq!(fs::read(&out).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let mut kept = fs::metadata(&out).unwrap().permissions();
        kept.set_readonly(true);
        fs::set_permissions(&out, kept).unwrap();
        assert!(write_whole(&out, b"newer").is_err());
        assert_eq!(fs::read(&out).unwrap(), b"new");
    }
}
